"""Figures borne out by another beside them: sides of a difference, pairs, an answer to "how much warmer?"."""

from collections.abc import Sequence
from itertools import combinations

from scripts.grounding.constructions.figure_clauses import speaks_of_feel
from scripts.grounding.constructions.user_gaps import SCALES
from scripts.grounding.context import Context
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.figures_judged.differences import by_difference, by_told
from scripts.grounding.names.scope import Scope
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_OPPOSED = (("→",), ("to",), ("against",), ("versus",), ("down", "to"), ("up", "to"), ("and",))


_SIDES = frozenset(("above", "below", "under", "over", "beneath"))
_GAPPED = _SIDES | frozenset(("on", "behind", "ahead", "up", "down", "short", "shy", "clear", "from", "than"))
_WEIGHING = (
    ("is",),
    ("isn't",),
    ("makes",),
    ("may",),
    ("hardly",),
    ("was",),
    ("will",),
    ("won't",),
    ("counts",),
)
_EXTREMES = frozenset(("high", "low", "maximum", "minimum"))
_OWN = 4
_SET_AGAINST = (("to",), ("against",), ("versus",), ("/",), ("–",), ("→",))
_MOST_BESIDE = 4
"""Figures that a difference may be told beside without a word for it: among more any two are so far apart."""

_TINY = 1e-6
_SUMMING = frozenset(
    ("make", "makes", "making", "total", "totals", "sum", "sums", "add", "adds", "come", "comes")
)
"""Tokens from a figure within which a day named is its own."""


_WAYS = {
    **dict.fromkeys(("above", "over", "past", "beyond"), 1),
    **dict.fromkeys(("below", "under", "short", "shy", "beneath", "off"), -1),
}
LARGEST_SPREAD = 45.0
"""Degrees: a difference larger than this is not looked for where no word says that a number is one."""


def as_side(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of any day or place that bear out one side of a difference told beside it."""
    begin, end = context.stances.sentence(figure.first)
    is_named = bool(context.scopes.named_between(figure.first - _OWN, figure.last + _OWN))
    fields = TEMPERATURES if figure.fields <= TEMPERATURES else figure.fields
    beside = [f for f in context.figures if begin <= f.first < end and f.fields & fields]
    told = [f.least for f in beside if f.kind == "difference" or (is_named and f.unit == UNKNOWN_SCALE)]
    sides = [other.least for other in beside if other.kind == "level"]
    if figure.kind != "level" or _is_named_at_once(context, figure):
        return []
    if figure.label is not None and context.text.words[figure.label] in _EXTREMES:
        return []
    if not any(abs(abs(a - b) - gap) < 1 for gap in told for a, b in combinations(sides, 2)):
        return []
    readings = _on_days_named(context, figure, begin, end)
    fields = fields if is_named else figure.fields
    return [reading for reading in readings if any(fits(figure, reading, field) for field in fields)]


def _on_days_named(context: Context, figure: Figure, begin: int, end: int) -> list[Reading]:
    """Return the readings of the days that a sentence names, and of the one it is about."""
    cues = context.scopes.named_between(begin, end - 1)
    days = frozenset[Atom]().union(*(cue.days or () for cue in (*cues, *context.scopes.asked)))
    scope = context.scopes.at(figure.first, figure.last)
    days = day_at_once(context, figure) or (days and days | scope.nights | (scope.days or frozenset()))
    return [reading for reading in context.given if not days or reading.atoms & days]


def as_sum(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings told by the figures that one is the sum of: "12, 15, 18 and 13 make 58"."""
    begin, _ = context.stances.sentence(figure.first)
    near = context.text.words[max(begin, figure.first - _OWN) : figure.first]
    if figure.kind != "level" or _SUMMING.isdisjoint(near):
        return []
    told = [f for f in figures if begin <= f.first < figure.first and f.kind == "level" and f.is_exact]
    parts = [f for f in told if f.fields & figure.fields]
    sums = [sum(part.least for part in parts[k:]) for k in range(len(parts) - 1)]
    if not any(abs(each - figure.least) < _TINY for each in sums):
        return []
    return [r for r in context.given if any(fits(parts[-1], r, field) for field in parts[-1].fields)]


def _is_named_at_once(context: Context, figure: Figure) -> bool:
    """Whether a place stands right behind a figure: "8 in Turin"."""
    return any(0 < cue.first - figure.last <= 2 and cue.spots for cue in context.scopes.places)


def day_at_once(context: Context, figure: Figure) -> frozenset[Atom]:
    """Return the day right behind a figure, which is of no other one: "17 on Friday"."""
    if context.text.words[figure.last + 1 : figure.last + 2] != ("on",):
        return frozenset()
    cue = next((cue for cue in context.scopes.days if cue.first > figure.last), None)
    return cue.days if cue is not None and cue.days and cue.first <= figure.last + 2 else frozenset()


def as_base(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> list[Reading]:
    """Return the readings told by a round number and what is above it: "one degree above seventy"."""
    words = context.text.words
    gap = next((f for f in figures if f.kind == "difference" and 1 < figure.first - f.last <= _OWN), None)
    side = _WAYS.get(words[gap.last + 1]) if gap else None
    if (
        gap is None
        or side is None
        or words[figure.last + 1 : figure.last + 2] not in ((",",), (".",), (";",))
    ):
        return []
    meant = figure._replace(least=figure.least + side * gap.least, most=figure.most + side * gap.least)
    return [r for r in readings if any(fits(meant, r, field) for field in figure.fields)]


def as_pair(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of a pair: "from 34 to 31" of two days, "38 to 17" of two places in order."""
    figures, words = context.figures, context.text.words
    at = next(k for k, each in enumerate(figures) if each is figure)
    for one, other in ((at - 1, at), (at, at + 1)):
        if one < 0 or other >= len(figures):
            continue
        first, second = figures[one], figures[other]
        gap = range(first.last + 1, second.first)
        between = tuple(words[k] for k in gap if k not in context.taken)
        if between not in _OPPOSED or not first.fields & second.fields:
            continue
        begin, _ = context.stances.sentence(first.first)
        places = [cue.spots for cue in context.scopes.places if begin <= cue.last < first.first]
        days = [cue.days for cue in context.scopes.named_between(begin, first.first)]
        if words[first.first - 1] == "from" or between == ("→",):
            sides = (
                (Scope(), scope)
                if len(between) == len(gap)
                else (context.scopes.at(first.first, first.last), Scope())
            )
        elif len(days) == 2 and (between == ("against",) or "than" in words[begin : first.first]):
            sides = (Scope(days[0]), Scope(days[1]))
        elif len(places) == 2:
            sides = (Scope(None, places[0]), Scope(None, places[1]))
        elif len(days) == 1 and (left := _other_asked(context, days[0])):
            sides = (Scope(days[0]), Scope(left))
        else:
            continue
        pair = [_fitting(context, each, side) for each, side in zip((first, second), sides, strict=True)]
        if all(pair) and first.kind == second.kind == "level":
            return pair[0] + pair[1]
    return []


def _other_asked(context: Context, day: frozenset[Atom] | None) -> frozenset[Atom] | None:
    """Return the other of the two days that the user would choose between: "Friday or Sunday?"."""
    cues = context.user.days
    asked = frozenset[Atom]().union(*(cue.days or () for cue in cues))
    if len(asked) != 2 or not day or not day < asked:
        return None
    return asked - day if "or" in context.user.texts[-1].words[cues[0].first : cues[-1].last] else None


def _fitting(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    return [r for r in context.about(scope) if any(fits(figure, r, field) for field in figure.fields)]


def as_gapped(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of a difference whose noun went before: "two under Oslo today and one on "
    "Friday"."""
    begin, _ = context.stances.sentence(figure.first)
    is_told = any(f.kind == "difference" and begin <= f.first < figure.first for f in figures)
    if not is_told or figure.kind != "level" or figure.unit is not None or not figure.fields & TEMPERATURES:
        return []
    words = context.text.words
    last = figure.last - (words[figure.last] in _SIDES)
    is_measured = words[last + 1 : last + 2] != () and words[last + 1] in _GAPPED
    is_measured = is_measured or any(0 < figure.first - cue.last <= 2 for cue in context.scopes.places)
    value = abs(figure.least)
    gap = figure._replace(kind="difference", last=last, least=value, most=value, fields=TEMPERATURES)
    return by_difference(context, gap, (), figures) if is_measured else []


def _told_before(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two figures of the sentence before, as far apart as a sentence opens with."""
    if context.text.words[figure.last + 1 : figure.last + 2] not in _WEIGHING:
        return []
    number = context.text.sentence_of[figure.first]
    begin = context.text.sentences[max(0, number - 1)][0]
    told = [
        f
        for f in figures
        if begin <= f.first < figure.first and f.fields & figure.fields and f.kind == "level"
    ]
    for one, other in combinations(told, 2):
        if abs(abs(one.least - other.least) - figure.least) < 1 and one.least != other.least:
            return [
                r for r in context.given for f in (one, other) if any(fits(f, r, name) for name in f.fields)
            ]
    return []


def _is_felt_too(context: Context, figure: Figure) -> bool:
    """Whether a bare number is how far past the user's own figure it feels, behind how far it is."""
    begin, _ = context.stances.sentence(figure.first)
    number = context.text.sentence_number(figure.first)
    marks = [own for own in context.user.figures if own.fields & TEMPERATURES]
    if not marks or not speaks_of_feel(context, figure) or figure.hedge not in ("exact", "over", "under"):
        return False
    earlier = context.text.sentences[max(0, number - 1)][0]
    told = [other for other in context.figures if earlier <= other.first < figure.first]
    is_answered = not number or any(other.first < begin for other in told)
    return any(f.kind == "difference" or (f.unit == UNKNOWN_SCALE and is_answered) for f in told)


_CONCLUDING = (("that", "is"), ("that", "makes"), ("this", "is"), ("this", "makes"), ("which", "makes"))
_AT_ONCE = 2
"""Tokens before a number that opens a reply."""


def is_days_own(context: Context, figure: Figure) -> bool:
    """Whether a day or place stands right at a temperature: "1 °C on Friday", "Oslo's 24"; not "two degrees
    on"."""
    words = context.text.words
    if words[figure.first - 1].endswith("'s") and any(
        cue.last == figure.first - 1 and cue.spots for cue in context.scopes.places
    ):
        return True
    named = context.scopes.named_between(max(0, figure.first - 1), figure.last + 2)
    is_behind = figure.unit in SCALES and words[figure.last + 1 : figure.last + 2] == ("on",)
    return any(
        (cue.last == figure.first - 1 and words[cue.last].endswith("'s"))
        or (is_behind and cue.first == figure.last + 2)
        for cue in named
    )


def as_answer(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings that bear out a number of degrees as a difference: asked for, or told beside it.

    "Two degrees: Sunday reaches 13 and Saturday 11" names no comparison, yet is one.
    """
    asked = context.user.asks_difference
    is_told = figure.unit is not None or (asked and _opens(context, figure))
    is_spread = figure.kind == "level" and is_told and 0 < figure.least <= LARGEST_SPREAD
    if figure.kind == "level" and figure.first == figure.last and _is_felt_too(context, figure):
        return by_difference(context, figure._replace(fields=TEMPERATURES), (), figures)
    if not is_spread or not figure.fields & TEMPERATURES:
        return []
    if is_days_own(context, figure) or (figure.unit in SCALES and figure.label is not None):
        return []
    begin, end = context.stances.sentence(figure.first)
    beside = [
        f.least for f in figures if f is not figure and begin <= f.first < end and f.fields & TEMPERATURES
    ]
    is_end = _is_end_of_pair(context, figure, figures) or len(beside) > _MOST_BESIDE
    if not is_end and any(abs(abs(a - b) - figure.least) < 1 for a, b in combinations(beside, 2)):
        return by_difference(context, figure, (), figures)
    if len(beside) == 2:
        return []
    if figure.unit == UNKNOWN_SCALE and context.text.words[figure.last + 1 : figure.last + 2] == ("of",):
        told = by_told(context, figure, figures)
        if told:
            return told
    if figure.unit == UNKNOWN_SCALE and figure.first == begin:
        told = _told_before(context, figure, figures)
        if told:
            return told
    is_bare = figure.unit in (None, UNKNOWN_SCALE)
    is_drawn = (
        figure.unit == UNKNOWN_SCALE and context.text.words[figure.first - 2 : figure.first] in _CONCLUDING
    )
    return by_difference(context, figure, (), figures) if (asked and is_bare) or is_drawn else []


def _is_end_of_pair(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is set against the one beside it, and so no difference: "30 against 13", "29/24"."""
    words = context.text.words
    between = {(f.last, figure.first) for f in figures if f.last < figure.first}
    between |= {(figure.last, f.first) for f in figures if figure.last < f.first}
    return any(words[last + 1 : first] in _SET_AGAINST for last, first in between)


def _opens(context: Context, figure: Figure) -> bool:
    """Whether a bare number opens a reply: "One and twenty, and in broad daylight"."""
    is_first = figure.first <= _AT_ONCE and figure is context.figures[0]
    return is_first and figure.label is None and not context.text.sentence_number(figure.first)
