"""Figures of the days beside the one named ("its neighbours at ninety-five"), or of two places unnamed."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.scope import Scope
from scripts.grounding.text import Triggers

_BESIDE: Final = Triggers(("neighbors", "neighbours", "neighbor", "neighbour", "side", "sides"))
_SIDES: Final = frozenset(("either", "both", "each"))
_PAIR: Final = 2
_BACK: Final = 5
_AHEAD: Final = 5
"""Tokens before and behind a figure within which it is told of the days beside another."""


def of_neighbours(context: Context, figure: Figure, scope: Scope) -> Scope:
    """Return the scope of a figure; where it is of the days beside the one named, those."""
    near = [k for k in context.text.where(_BESIDE) if figure.first - _BACK <= k <= figure.last + _AHEAD]
    if not near or scope.days is None or not any(_is_told(context, figure, k) for k in near):
        return scope
    named = {reading.offset for reading in context.about(scope)}
    if len(named) != 1:
        return scope
    (day,) = named
    beside: frozenset[Atom] = frozenset({("offset", day - 1), ("offset", day + 1)})
    return scope._replace(days=beside, bound=None, nights=frozenset())


def _is_told(context: Context, figure: Figure, k: int) -> bool:
    """Whether the word at token k tells that a figure is of the days beside another."""
    words = context.text.words
    if words[k].startswith("side"):
        return k > figure.last and words[k - 1] in _SIDES and words[k - 2] == "on"
    return k < figure.first and context.text.wall(k, figure.first) == 0


def of_pair(
    context: Context, figure: Figure, begin: int, end: int, found: Sequence[Reading]
) -> Iterator[Reading]:
    """Yield the readings of two places whose figures are told as a pair that names neither."""
    pair = next((g for g in context.groups if figure in g), ())
    if len(pair) != _PAIR or len({reading.place for reading in context.latest}) != _PAIR:
        return
    if not any(begin <= cue.first < end for cue in context.scopes.places):
        yield from (reading for reading in context.latest if reading not in found)
