"""A day held against another that is named as what it is measured from: "three degrees under Wednesday's"."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from scripts.grounding.constructions.between_places import Gap, Pair, side_of
from scripts.grounding.constructions.moves import FALLING, RISING
from scripts.grounding.context import Context
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.figures.figure_differences import UNDONE
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert, convert_difference

_FROM: Final = word_set("than above below under over beneath behind")
_SHORT_OF: Final = (("short", "of"), ("shy", "of"), ("ahead", "of"))
_OTHERS: Final = word_set(
    "rest others other any next each every all both average mean normal usual freezing mark limit night "
    "nights"
)
_NEAR: Final = 4
_SINCE: Final = frozenset(("from", "on", "upon", "since"))
_MOVES: Final = RISING | FALLING
_UPON: Final = word_set(
    "surrenders surrender concedes yields up down gain gains gained gaining lose loses better improves "
    "steals advances"
)
"""What goes before "three degrees on Monday" where it is Monday that is measured from."""

_ADDING: Final = RISING | word_set(
    "adds add adding puts put recovers regains rallies restores tacks warmed rose "
    "raises lifts betters improves"
)
_TAKING: Final = FALLING | word_set(
    "lets takes knocks shaves trims cuts cut subtracts surrenders concedes yields cooled fell "
    "dropped undercuts"
)
STEPPING: Final = {**dict.fromkeys(_ADDING, 1), **dict.fromkeys(_TAKING, -1)}
"""Which way a verb moves what is told: 1 up, -1 down."""

_EITHER: Final = word_set("eases ease easing gives returns changes shifts varies differs moves pays")
_BETWEEN: Final = word_set(
    "that on upon back by another some about a full up down off only just a further it us you the"
)
_RELIEF: Final = word_set("relief respite improvement cooling warming reprieve ease")
STEPS: Final = {
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
_HALVES: Final[dict[str, Field]] = {"day": "high", "days": "high", "night": "low", "nights": "low"}
_HALF_REACH: Final = 8
_END_WORDS: Final[dict[str, Field]] = {
    **dict.fromkeys(("high", "highs", "maximum", "peak"), "high"),
    **dict.fromkeys(("low", "lows", "minimum", "overnight", "night", "nights"), "low"),
}
_BY: Final = word_set("by a full some only just about")


def day_gaps(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return the gaps that a difference to a day named may be, on the side said; None where it names none.

    The other day is the one named before it, or asked about: "three degrees more than today" of tomorrow.
    """
    begin, end = context.text.sentence(figure.first)
    words = context.text.words
    if not (_OTHERS - _HALVES.keys()).isdisjoint(words[begin:end]):
        return None
    between = _between_two(context, figure)
    if between:
        pairs = [(a, b) for a, b in combinations(context.about(Scope(between)), 2) if a.place == b.place]
        halves = fields - {"low"} if _NIGHTLY.isdisjoint(words[begin:end]) and fields & {"high"} else fields
        return list(sided(figure, pairs, halves, 0)) or None
    first = _first_of_two(context, figure, begin)
    base = _measured_from(context, first, begin, end)
    own = _own(context, base, begin) if base is not None else None
    if base is None or own is None or base.days is None:
        return None
    ends = _ends(words, begin, figure, base) or ((field, field) for field in sorted(fields))
    spots = context.scopes.at(figure.first, figure.last).spots
    mine, others = (context.about(Scope(days, spots)) for days in (own, base.days))
    pairs = [(a, b) for a in mine for b in others if a.place == b.place]
    side = side_of(context, figure) or side_of(context, first) or move_of(context, first)
    return list(_between_ends(figure, pairs, list(ends), side)) or None


def _between_two(context: Context, figure: Figure) -> frozenset[Atom] | None:
    """Return the two days that a difference is said to lie between: "two between Monday and Friday"."""
    words = context.text.words
    if words[figure.last + 1 : figure.last + 2] != ("between",):
        return None
    named = context.scopes.named_between(figure.last + 2, figure.last + 2)
    return named[0].days if named and named[0].is_list and len(named[0].days or ()) == _LAST else None


def _first_of_two(context: Context, figure: Figure, begin: int) -> Figure:
    """Return the difference itself, or the one before it: "two warmer than Monday by day, one by night"."""
    if _half(context.text.words, figure) is None:
        return figure
    before = [f for f in context.figures if begin <= f.first < figure.first and f.kind == "difference"]
    is_second = bool(before) and _half(context.text.words, before[-1], _HALF_REACH) is not None
    return before[-1] if is_second else figure


def _half(words: tuple[str, ...], figure: Figure, reach: int = 4) -> Field | None:
    """Return the half of the day that a difference is told of: "two degrees warmer by day"."""
    for k in range(figure.last + 1, min(figure.last + reach, len(words) - 1)):
        if words[k] in (",", ";", "and", "but"):
            break
        if words[k] in ("by", "at", "of") and words[k + 1] in _HALVES:
            return _HALVES[words[k + 1]]
    return None


def _ends(words: tuple[str, ...], begin: int, figure: Figure, base: DayCue) -> list[tuple[Field, Field]]:
    """Return the ends of two days that a difference is between ("four below Tuesday's high"), if told."""
    half = _half(words, figure, _HALF_REACH)
    if half is not None:
        return [(half, half)]
    theirs = _end_in(words[base.last + 1 : base.last + 3])
    mine = _end_in(words[begin : figure.first])
    if mine is None and theirs is None:
        return []
    if mine is None and theirs == "low":
        return [("high", "low"), ("low", "low")]
    return [(mine or theirs or "high", theirs or mine or "high")]


def _end_in(words: tuple[str, ...]) -> Field | None:
    return next((_END_WORDS[word] for word in reversed(words) if word in _END_WORDS), None)


def _between_ends(
    figure: Figure, pairs: Sequence[Pair], ends: Sequence[tuple[Field, Field]], side: int
) -> Iterator[Gap]:
    """Yield how far one end of a day is from an end of another, -1 where it is on the other side."""
    for a, b in pairs:
        for mine, theirs in ends:
            if (a.offset != b.offset or mine != theirs) and mine in a.values and theirs in b.values:
                yield _gap(figure, a, b, (mine, theirs), side)


def _measured_from(context: Context, figure: Figure, begin: int, end: int) -> DayCue | None:
    """Return the one day that a difference is said to be from: right behind it, or right before its "by"."""
    words = context.text.words
    for cue in context.scopes.named_between(begin, end - 1):
        verbs = _UPON if words[cue.first - 1] in ("on", "upon") else _MOVES
        near = words[max(0, figure.first - _NEAR) : figure.first]
        is_since = words[cue.first - 1] in _SINCE and not cue.is_list and not verbs.isdisjoint(near)
        is_from = words[cue.first - 1] in _FROM or is_since or words[cue.first - 2 : cue.first] in _SHORT_OF
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
    words = context.text.words[begin : figure.last + 1] + context.text.words[figure.last + 2 : end]
    if not _NIGHTLY.isdisjoint(words):
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
    if not UNDONE.isdisjoint(after) or after[:1] == ("overboard",):
        return -1
    if after[:1] != () and after[0] in STEPS:
        return STEPS[after[0]]
    if near[-1:] == ("to",) or after[:1] in _SETTING or is_to_level:
        return None
    for k in range(len(near) - 1, -1, -1):
        if near[k] in _EITHER:
            return 0
        if near[k] in STEPPING:
            return STEPPING[near[k]]
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
    for a, b in pairs:
        for field in fields & a.values.keys() & b.values.keys():
            yield _gap(figure, a, b, (field, field), side)


def _gap(figure: Figure, a: Reading, b: Reading, ends: tuple[Field, Field], side: int) -> Gap:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    source = unit_of(a, ends[0])
    gap = a.values[ends[0]] - convert(b.values[ends[1]], unit_of(b, ends[1]), source)
    gap = round(convert_difference(gap, source, unit), 6)
    return max(side * gap if side else abs(gap), -1.0), (a, b)


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
