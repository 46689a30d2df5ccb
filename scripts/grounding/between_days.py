"""A day held against another that is named as what it is measured from: "three degrees under Wednesday's"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.agreement import unit_of
from scripts.grounding.between_places import Gap, Pair, side_of
from scripts.grounding.context import Context
from scripts.grounding.day_cues import DayCue
from scripts.grounding.facts import Atom, Field
from scripts.grounding.figure import Figure
from scripts.grounding.moves import FALLING, RISING
from scripts.grounding.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.units_said import UNKNOWN_SCALE, convert, convert_difference

_FROM: Final = word_set("than above below under over beneath")
_OTHERS: Final = word_set(
    "rest others other any next each every all both average mean normal usual freezing mark limit night "
    "nights"
)
_NEAR: Final = 4
_SINCE: Final = frozenset(("from", "on", "since"))
_BY: Final = word_set("by a full some only just about")


def day_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return the gaps that a difference to a day named may be, on the side said; None where it names none.

    The other day is the one named before it, or asked about: "three degrees more than today" of tomorrow.
    """
    begin, end = context.text.sentence(figure.first)
    if not _OTHERS.isdisjoint(context.text.words[begin:end]):
        return None
    base = _measured_from(context, figure, begin, end)
    own = _own(context, base, begin) if base is not None else None
    if base is None or own is None or base.days is None or own & base.days:
        return None
    spots = context.scopes.at(figure.first, figure.last).spots
    mine, others = (context.about(Scope(days, spots)) for days in (own, base.days))
    pairs = [(a, b) for a in mine for b in others if a.place == b.place and a.offset != b.offset]
    found = list(_gaps(context, figure, pairs, fields))
    return found or None


def _measured_from(context: Context, figure: Figure, begin: int, end: int) -> DayCue | None:
    """Return the one day that a difference is said to be from: right behind it, or right before its "by"."""
    words = context.text.words
    for cue in context.scopes.named_between(begin, end - 1):
        is_from = words[cue.first - 1] in _FROM or (
            words[cue.first - 1] in _SINCE and bool(move_of(context, figure))
        )
        if figure.last < cue.first <= figure.last + _NEAR and is_from:
            return cue
        is_before = cue.last < figure.first and _BY.issuperset(words[cue.last + 1 : figure.first])
        if is_before and words[cue.first - 1] == "than" and "by" in words[cue.last + 1 : figure.first]:
            return cue
    return None


def move_of(context: Context, figure: Figure) -> int:
    """Return which way a difference is said to be moved: 1 up, -1 down, 0 where no verb tells."""
    near = context.text.words[max(0, figure.first - _NEAR) : figure.first]
    return 1 if not RISING.isdisjoint(near) else -1 if not FALLING.isdisjoint(near) else 0


def _own(context: Context, base: DayCue, begin: int) -> frozenset[Atom] | None:
    """Return the day that is held against another: named before it, or else asked about."""
    words = context.text.words
    cues = context.scopes.named_between(begin, base.first - 1)
    before = [cue for cue in cues if words[cue.first - 1] not in _FROM]
    if before:
        return before[-1].days if len(before) == 1 and not before[-1].is_list else None
    if context.scopes.named_from >= begin:
        return context.scopes.asked[0].days if len(context.scopes.asked) == 1 else None
    carried = context.scopes.at(begin, begin).days
    return carried if carried is not None and len(carried) == 1 else None


def _gaps(context: Context, figure: Figure, pairs: Sequence[Pair], fields: frozenset[Field]) -> Iterator[Gap]:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    side = side_of(context, figure) or move_of(context, figure)
    for a, b in pairs:
        for field in fields & a.values.keys() & b.values.keys():
            gap = a.values[field] - convert(b.values[field], unit_of(b, field), unit_of(a, field))
            gap = round(convert_difference(gap, unit_of(a, field), unit), 6)
            yield max(side * gap if side else abs(gap), -1.0), (a, b)
