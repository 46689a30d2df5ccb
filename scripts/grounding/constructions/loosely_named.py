"""What stands far from the name it would be of, where its sentence has named another: it may be of that."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.names.comparands import is_measured_against
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.nearness import AHEAD, RELATIVES, Named, distance
from scripts.grounding.names.scope import Scope

_LOOSE: Final = 9
"""From how many words away, with the weight of the boundaries between, a name holds its claim no longer."""

_PARTED: Final = 10
"""The weight of the boundaries, at least, behind which a claim need not be of the name before it."""

_HEAVY: Final = 20
"""By how much more weight of boundaries another name may be parted from a claim than its own."""


def loosely_named(context: Context, first: int, last: int, scope: Scope) -> Iterator[Scope]:
    """Yield what the claim from token `first` to token `last` may be of, where none of its names is near.

    In "Wednesday has rain at 90 % and a wind of 29 mph, and mistrust Thursday" the wind may be of either day;
    in "29 mph on Thursday" it may not.
    """
    begin, end = context.text.sentence(first)
    told = [cue for cue in scope.named if begin <= cue.first < end]
    if scope.is_list or scope.is_each or not told:
        return
    if not all(_is_loose(context, cue, first, last) for cue in told):
        return
    most = max(_wall(context, cue, first, last) for cue in told) + _HEAVY
    named: list[Named] = [*context.scopes.days, *context.scopes.places]
    for cue in named:
        is_near = cue.first < first or _distance(context, cue, first, last) < _LOOSE
        if cue in told or not begin <= cue.first < end or not is_near:
            continue
        if _wall(context, cue, first, last) < most and _may_be_meant(context, cue, first, last):
            yield _instead(scope, cue)


def _is_loose(context: Context, cue: Named, first: int, last: int) -> bool:
    """Whether a name does not hold a claim: far behind it, or before it and parted by more than an "and".

    An aside parts nothing: "Wednesday, when it rains, gets to 18 °C".
    """
    if cue.last < first:
        has_aside = context.text.words[cue.last + 1 : cue.last + 3] in RELATIVES
        if has_aside or context.text.wall(cue.last, first) < _PARTED:
            return False
    return _distance(context, cue, first, last) >= _LOOSE


def _may_be_meant(context: Context, cue: Named, first: int, last: int) -> bool:
    """Whether a name is of one day or place, and not only of what another is compared with."""
    if isinstance(cue, PlaceCue):
        is_beside = is_measured_against(context.text, cue)
    else:
        is_beside = not cue.days or cue.is_list or cue.bound is not None or cue.is_weak
    return not is_beside and _distance(context, cue, first, last) < AHEAD


def _distance(context: Context, cue: Named, first: int, last: int) -> int:
    return distance(context.text, cue, first, last, context.scopes.claims)


def _wall(context: Context, cue: Named, first: int, last: int) -> int:
    """Return the weight of the boundaries between a name and a claim."""
    return context.text.wall(cue.last, first) if cue.last < first else context.text.wall(last, cue.first)


def _instead(scope: Scope, cue: Named) -> Scope:
    """Return a scope with another day, or another place, in it."""
    if isinstance(cue, PlaceCue):
        return scope._replace(spots=cue.spots)
    return scope._replace(days=cue.days, bound=cue.bound, nights=cue.nights, is_list=cue.is_list)
