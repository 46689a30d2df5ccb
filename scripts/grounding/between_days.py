"""A day held against another that is named as what it is measured from: "three degrees under Wednesday's"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.agreement import unit_of
from scripts.grounding.between_places import Gap, Pair, side_of
from scripts.grounding.context import Context
from scripts.grounding.day_cue import DayCue
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
_MOVES: Final = RISING | FALLING
_UPON: Final = word_set("up down gain gains gained gaining lose loses better improves steals advances")
"""What goes before "three degrees on Monday" where it is Monday that is measured from."""

_ADDING: Final = RISING | word_set(
    "adds add adding puts put recovers regains rallies restores tacks warmed rose"
)
_TAKING: Final = FALLING | word_set(
    "takes knocks shaves trims cuts cut subtracts surrenders concedes yields cooled fell dropped"
)
_EITHER: Final = word_set("eases ease easing gives returns changes shifts varies differs moves pays")
_BETWEEN: Final = word_set("back by another some about a full up down off only just a further it us you the")
_RELIEF: Final = word_set("relief respite improvement cooling warming reprieve ease")
_STEPS: Final = {
    **dict.fromkeys(("drop", "fall", "dip", "decline", "slide", "tumble", "loss"), -1),
    **dict.fromkeys(("rise", "climb", "jump", "gain", "leap", "increase"), 1),
}
_SETTING: Final = (("below",), ("above",), ("under",), ("over",))
_ENDS: Final = word_set("from between betwixt since")
_OVER: Final = word_set("over across through throughout during")
_SPAN: Final = _ENDS | _OVER
_SPANNING: Final = word_set("between betwixt from since each every daily nightly across through")
_STEP: Final = 5
_LAST: Final = 2
"""Days named before, of the latest, that a step may be measured from."""

_BEGAN: Final = word_set("began begins started starts start begin left stood was opened opens")
_NIGHTLY: Final = word_set("night nights overnight low lows dawn minimum")
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
        verbs = _UPON if words[cue.first - 1] == "on" else _MOVES
        near = words[max(0, figure.first - _NEAR) : figure.first]
        is_since = words[cue.first - 1] in _SINCE and not cue.is_list and not verbs.isdisjoint(near)
        is_from = words[cue.first - 1] in _FROM or is_since
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


def step_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return how far a day that is said to move by a difference is from the day before it, or named before.

    "Wednesday gives back three", "on Friday it climbs twelve"; None where no day is said to move.
    """
    side = step_side(context, figure)
    scope = context.scopes.at(figure.first, figure.last)
    begin, end = context.text.sentence(figure.first)
    after = context.text.words[figure.last + 1 : figure.last + 4]
    if side is None or scope.days is None or scope.is_list or len(scope.named) > 2:
        return None
    if not _SPANNING.isdisjoint(after):
        return None
    if not _OTHERS.isdisjoint(context.text.words[figure.last + 1 : min(end, figure.last + _NEAR)]):
        return None
    mine = [reading for reading in context.about(scope) if not reading.is_current]
    if len({reading.offset for reading in mine}) != 1:
        return None
    named = [cue.days for cue in context.scopes.days if cue.last < figure.first and cue.days]
    told = frozenset[Atom]().union(*(days for days in named[-_LAST:] if not days & scope.days))
    pairs = [
        (a, b)
        for a in mine
        for b in context.given
        if a.place == b.place and (b.offset == a.offset - 1 or (b.offset != a.offset and b.atoms & told))
    ]
    if not _NIGHTLY.isdisjoint(context.text.words[begin:end]):
        fields &= {"low", "wind", "chance", "humidity"}
    elif fields & {"high"}:
        fields -= {"low"}
    return list(sided(figure, pairs, fields, side)) or None


def span_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return how far a place moves over a stretch: "Milan gains five degrees from Friday to Sunday"."""
    side = step_side(context, figure)
    begin, end = context.text.sentence(figure.first)
    words = context.text.words
    cues = context.scopes.named_between(begin, end - 1)
    at = next(
        (k for k, cue in enumerate(cues) if words[cue.first - 1] in _SPAN or words[cue.first - 2] in _OVER),
        None,
    )
    if (
        side is None
        or at is None
        or (words[cues[at].first - 1] not in _SPAN and len(cues[at].days or ()) < 2)
    ):
        return None
    ends = cues[at : at + (1 if cues[at].is_list else 2)]
    days = frozenset[Atom]().union(*(cue.days or frozenset() for cue in ends))
    spots = context.scopes.at(figure.first, figure.last).spots
    span = sorted((r for r in context.about(Scope(days, spots)) if not r.is_current), key=lambda r: r.offset)
    if not span:
        return None
    firsts = {span[0].offset} if words[cues[at].first - 1] in _ENDS else {r.offset for r in context.given}
    pairs = [(b, a) for a in context.given for b in span if a.place == b.place and a.offset in firsts]
    pairs = [(b, a) for b, a in pairs if b.offset == span[-1].offset > a.offset]
    fields = fields - {"low"} if fields & {"high"} and _NIGHTLY.isdisjoint(words[begin:end]) else fields
    return list(sided(figure, pairs, fields, side)) or None


def own_course(context: Context, figure: Figure, fields: frozenset[Field]) -> Iterator[Gap]:
    """Yield how far the day of a place is from its other days, on the side said."""
    mine = context.about(context.scopes.at(figure.first, figure.last))
    begin, end = context.text.sentence(figure.first)
    if _NIGHTLY.isdisjoint(context.text.words[begin:end]) and fields & {"high"}:
        fields = fields - {"low"}
    pairs = [(a, b) for a in mine for b in context.given if a.place == b.place and a.offset != b.offset]
    yield from sided(figure, pairs, fields, side_of(context, figure))


def step_side(context: Context, figure: Figure) -> int | None:
    """Return which way a step goes: 1 up, -1 down, 0 where its verb may mean either; None where none."""
    words = context.text.words
    near = words[max(0, figure.first - _STEP) : figure.first]
    after = words[figure.last + 1 : figure.last + 4]
    is_to_level = after[:1] == ("to",) and figure.unit is None and after[1:2] != ("it",)
    if after[:1] == ("of",) and after[1:2] != () and after[1] in _RELIEF:
        return 0
    if after[:1] != () and after[0] in _STEPS:
        return _STEPS[after[0]]
    if near[-1:] == ("to",) or after[:1] in _SETTING or is_to_level:
        return None
    for k in range(len(near) - 1, -1, -1):
        if near[k] in _EITHER:
            return 0
        if near[k] in _ADDING:
            return 1
        if near[k] in _TAKING:
            return -1
        if near[k] not in _BETWEEN:
            return None
    return None


def course_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return how far the last day is from the first, of what "ends a degree below where it began"."""
    words = context.text.words
    after = words[figure.last + 1 : figure.last + 6]
    if "where" not in after[:3] or _BEGAN.isdisjoint(after):
        return None
    spots = context.scopes.at(figure.first, figure.last).spots
    days = [r for r in context.about(Scope(None, spots)) if not r.is_current]
    ends = [(b, a) for a in days for b in days if a.place == b.place and a.offset < b.offset]
    first = min((r.offset for r in days), default=0)
    ends = [(b, a) for b, a in ends if a.offset == first]
    fields = fields - {"low"} if fields & {"high"} else fields
    return list(sided(figure, ends, fields, side_of(context, figure)))


def sided(figure: Figure, pairs: Sequence[Pair], fields: frozenset[Field], side: int) -> Iterator[Gap]:
    """Yield how far the first of each pair is on the side said, -1 where it is on the other one."""
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    for a, b in pairs:
        for field in fields & a.values.keys() & b.values.keys():
            gap = a.values[field] - convert(b.values[field], unit_of(b, field), unit_of(a, field))
            gap = round(convert_difference(gap, unit_of(a, field), unit), 6)
            yield max(side * gap if side else abs(gap), -1.0), (a, b)


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
    return sided(figure, pairs, fields, side_of(context, figure) or move_of(context, figure))
