"""Differences: of days, of places, of felt and true temperature, to the user's own figures."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from scripts.grounding import tolerances
from scripts.grounding.constructions.between_days import (
    course_gaps,
    day_gaps,
    own_course,
    span_gaps,
    step_gaps,
)
from scripts.grounding.constructions.between_places import (
    Gap,
    implied_gaps,
    is_of_each,
    place_gaps,
    warmth_said,
)
from scripts.grounding.constructions.figure_clauses import speaks_of_feel
from scripts.grounding.constructions.rates import by_rate
from scripts.grounding.constructions.user_gaps import (
    answers_mark,
    felt_of_one,
    has_mark,
    is_within_mark,
    of_day,
    passes_mark,
    to_users,
    to_users_amiss,
)
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import fits, is_rounded, unit_of
from scripts.grounding.figures.bare_figures import family_of
from scripts.grounding.figures_judged.freezing_gaps import FROST, freezing, from_freezing, mean_from_freezing
from scripts.grounding.figures_judged.from_told import course_told, gaps_from_told
from scripts.grounding.figures_judged.sides import compared, says_change, told_gaps
from scripts.grounding.standings.asked_pairs import asked_gaps
from scripts.grounding.text import word_set
from scripts.grounding.words.amiss import is_of_users
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert, convert_difference

_TINY = 1e-6
_TO_USER = word_set(
    "your short shy spare mark limit threshold cutoff remember remembered thought think said say "
    "supposed feared "
    "hoped guessed imagined recall recalled heard"
)
_COLD = frozenset(
    ("cold", "colder", "coldest", "cool", "cooler", "coolest", "chilly", "chillier", "chilliest")
)
_BEATING = frozenset(
    ("beats", "beat", "tops", "leads", "trails", "exceeds", "outdoes", "bests", "surpasses", "betters")
)
_FROM = frozenset(("short", "shy", "than", "below", "above", "under", "over", "beneath", "from"))
_NIGHTLY = frozenset(("night", "nights", "overnight", "low", "lows", "dawn", "minimum", "minima", "lowest"))
_HIGHS = frozenset(("high", "highs", "maximum", "maxima", "afternoon", "afternoons", "daytime"))
_DAILY = frozenset(("high", "highs", "afternoon", "afternoons", "day", "daytime", "maximum", "maxima"))
_COMPARING = frozenset(
    ("lower", "higher", "warmer", "cooler", "colder", "hotter", "milder", "chillier", "advantage")
)
_WITHIN_ONE = frozenset(
    ("night", "nights", "overnight", "low", "lows", "high", "highs", "dawn", "evening", "afternoon")
)
_PASSING = frozenset(("exceed", "exceeds", "exceeding", "errs", "err", "clears", "misses"))
_MOVES = frozenset(
    (
        "slide",
        "drop",
        "fall",
        "rise",
        "climb",
        "tumble",
        "plunge",
        "dip",
        "jump",
        "cooler",
        "warmer",
        "relief",
    )
)


def by_difference(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> list[Reading]:
    """Return the readings whose difference, rounded up or down, the figure is."""
    rate = by_rate(context, figure, readings or context.given)
    if rate is not None:
        return rate
    if context.text.words[figure.first - 1] == "or" and figure.hedge == "exact":
        figure = figure._replace(hedge="about")
    begin, _ = context.stances.sentence(figure.first)
    if is_of_users(context.text, figure) and context.user.figures:
        pairs: Iterable[tuple[float, tuple[Reading, ...]]] = to_users_amiss(context, figure, readings)
    elif _PASSING.intersection(context.text.words[begin : figure.first]) and has_mark(context):
        pairs = _to_marks(context, figure, readings)
    elif context.user.figures and (passes_mark(context, figure) or answers_mark(context, figure)):
        pairs = to_users(context, figure, readings)
    elif is_within_mark(context, figure):
        near = [pair for exact, pair in to_users(context, figure, readings) if exact <= figure.least + _TINY]
        return list(near[0]) if near else []
    elif context.user.figures and _TO_USER.intersection(
        context.text.words[figure.last + 1 : figure.last + 5]
    ):
        pairs = to_users(context, figure, readings)
    else:
        pairs = from_freezing(context, figure, readings)
        pairs = [*pairs, *mean_from_freezing(context, figure, readings)] if pairs else pairs
        pairs = pairs or _differences(context, figure, figures)
    for exact, pair in pairs:
        slack = tolerances.ABOUT_DEGREES if figure.hedge == "about" else 0
        if figure.hedge in ("over", "at_least") and exact > figure.least - _TINY and exact < figure.least + 3:
            return list(pair)
        if figure.hedge in ("under", "nearly", "at_most") and figure.least - 3 < exact <= figure.least:
            return list(pair)
        if abs(exact - abs(figure.least)) <= slack + _TINY or is_rounded(abs(figure.least), exact):
            return list(pair)
    return []


def by_told(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings of two figures told nearby that are so far apart: "eleven degrees of mercy"."""
    for exact, pair in told_gaps(context, figure, figures) or ():
        if is_rounded(figure.least, exact):
            return list(pair)
    return []


def _to_marks(
    context: Context, figure: Figure, readings: Sequence[Reading]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield the differences to the user's own figures and, where they asked about it, to freezing."""
    yield from to_users(context, figure, readings)
    if "freezing" in context.user.words:
        for one in readings:
            for field in of_day(context, figure, one):
                yield abs(one.values[field] - freezing(one.temperature_unit)), (one,)


def _differences(
    context: Context, figure: Figure, figures: Sequence[Figure]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield each difference that the figure may be, in its unit, with the readings it is of."""
    fields = _between(context, figure)
    course = course_told(context, figure, figures)
    if course is not None:
        yield from course
        return
    sided = place_gaps(context, figure, fields) or day_gaps(context, figure, fields)
    sided = sided or asked_gaps(context, figure, fields) or gaps_from_told(context, figure, figures)
    stepped = None if sided is not None else _stepped(context, figure, fields)
    if stepped is not None:
        yield from stepped
        return
    told = told_gaps(context, figure, figures)
    if told is not None:
        is_wrong_way = sided is not None and all(gap < 0 for gap, _ in sided)
        yield from () if is_wrong_way else told
        return
    felt = felt_of_one(context, figure) if speaks_of_feel(context, figure) else []
    if felt:
        yield from felt
        return
    if _is_to_user_alone(context, figure, figures):
        beside = [f for f in figures if f is not figure and f.fields & figure.fields and f.kind == "level"]
        meant = [r for r in context.given if any(fits(f, r, field) for f in beside for field in f.fields)]
        yield from to_users(context, figure, meant or context.given)
        return
    if sided is not None:
        yield from sided
        return
    yield from _unsaid(context, figure, figures, fields)


def _unsaid(
    context: Context, figure: Figure, figures: Sequence[Figure], fields: frozenset[Field]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield each difference that a figure may be where nothing names what it is measured from."""
    implied = implied_gaps(context, figure, fields)
    if implied is not None:
        yield from implied
        scope = context.scopes.at(figure.first, figure.last)
        if _names_two_places(context, figure):
            return
        if warmth_said(context, figure) and scope.days is not None and not scope.is_list:
            yield from own_course(context, figure, fields)
            return
        if is_of_each(context, figure.first):
            return
    yield from _of_any(context, figure, figures, fields)


def _names_two_places(context: Context, figure: Figure) -> bool:
    """Whether a figure of another place stands before a difference in its sentence."""
    begin, _ = context.text.sentence(figure.first)
    return len({cue.spots for cue in context.scopes.places if begin <= cue.first < figure.first}) > 1


def _stepped(context: Context, figure: Figure, fields: frozenset[Field]) -> list[Gap] | None:
    """Return the gaps of what moves by a difference: over a stretch, or from one day to the next."""
    for gaps in (course_gaps, span_gaps, step_gaps):
        found = gaps(context, figure, fields)
        if found is not None:
            return found
    return None


def _of_any(
    context: Context, figure: Figure, figures: Sequence[Figure], between: frozenset[Field]
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield each difference of the readings a figure may be of, where no words tell which two are meant."""
    readings, mine = compared(context, figure)
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    fields = figure.fields
    is_of_two = _is_of_two(context, figure)
    side = warmth_said(context, figure) if mine else 0
    for one in readings:
        if not is_of_two:
            yield from _within_one(one, fields, unit)
        for field in (each for each in fields if each in one.values and each in between):
            given = convert(one.values[field], unit_of(one, field), unit)
            for mark in _marks(context, figure, field, one, unit, figures):
                yield round(abs(given - mark), 6), (one,)
    yield from _of_two(readings, mine, between, unit, side)
    _, end = context.stances.sentence(figure.first)
    moves = _MOVES.intersection(context.text.words[figure.last + 1 : min(end, figure.last + 3)])
    if not is_of_two and not (
        moves and len(context.scopes.named_between(*context.stances.sentence(figure.first))) > 1
    ):
        yield from _overall(readings, fields, unit)


def _within_one(
    reading: Reading, fields: frozenset[Field], unit: str | None
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield how far the temperatures of one reading are apart."""
    given = [(field, reading.values[field]) for field in fields & TEMPERATURES if field in reading.values]
    for (field, a), (_, b) in combinations(given, 2):
        yield _spread(a, b, reading, field, unit), (reading,)


def _of_two(
    readings: Sequence[Reading],
    mine: Sequence[Reading],
    fields: frozenset[Field],
    unit: str | None,
    side: int,
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    """Yield how far two readings are apart, one of them of those a claim is about, where it is about some.

    `side` is 1 where that one is said to be the warmer, -1 where the colder, 0 where no word tells.
    """
    for one, other in combinations(readings, 2):
        if mine and one not in mine and other not in mine:
            continue
        own = 0 if one in mine and other in mine else 1 if one in mine else -1
        for field in fields & one.values.keys() & other.values.keys():
            b = convert(other.values[field], unit_of(other, field), unit_of(one, field))
            if side * own * (one.values[field] - b) >= 0:
                yield _spread(one.values[field], b, one, field, unit), (one, other)


def _between(context: Context, figure: Figure) -> frozenset[Field]:
    """Return the fields that two days or places are compared by."""
    fields = figure.fields if speaks_of_feel(context, figure) else figure.fields - {"feels_like"}
    return _compared_by(context, figure, fields) if _is_of_two(context, figure) else fields


def _compared_by(context: Context, figure: Figure, fields: frozenset[Field]) -> frozenset[Field]:
    """Return the fields two days are compared by: their highs, unless nights are told of or asked about."""
    begin, end = context.stances.sentence(figure.first)
    words = context.text.words[begin:end]
    if (_NIGHTLY - {"lowest"}).isdisjoint(words) and not _HIGHS.isdisjoint(words):
        return fields - {"low"}
    if not _NIGHTLY.isdisjoint(words):
        return fields if not _DAILY.isdisjoint(words) else fields - {"high"}
    asked = context.user.words
    is_nightly = not (_NIGHTLY.isdisjoint(context.text.words) and _NIGHTLY.isdisjoint(asked))
    is_nightly = is_nightly or not _COLD.isdisjoint(asked)
    return fields if is_nightly else fields - {"low"}


def _is_to_user_alone(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a difference can only be to the figure the user has just given: nothing else is named."""
    if not any(own.fields & figure.fields and own.must for own in context.user.figures_now):
        return False
    begin, end = context.stances.sentence(figure.first)
    if speaks_of_feel(context, figure) or context.scopes.named_between(begin, end):
        return False
    if any(begin <= cue.first < end for cue in context.scopes.places):
        return False
    levels = [f for f in figures if f is not figure and f.fields & figure.fields and f.kind == "level"]
    return len([f for f in levels if begin <= f.first < end]) < 2 and len(levels) < 2


def _is_of_two(context: Context, figure: Figure) -> bool:
    """Whether a difference is of one day or place to another, and not of felt to true or day to night."""
    begin, end = context.stances.sentence(figure.first)
    words = context.text.words[begin:end]
    compares = _COMPARING.intersection(context.text.words[max(begin, figure.first - 4) : figure.last + 3])
    compares = compares or frozenset((context.text.words[figure.first - 1],)) & {"down", "up"}
    names = context.scopes.named_between(begin, end - 1) or any(
        begin <= cue.first < end for cue in context.scopes.places
    )
    is_within_one = not _WITHIN_ONE.isdisjoint(words) and not _names_comparand(context, figure)
    is_compared = bool(compares) or _names_comparand(context, figure) or says_change(context.text, figure)
    is_asked = not _COMPARING.isdisjoint(context.user.texts[-1].words) or not _BEATING.isdisjoint(words)
    is_compared = is_compared or ("by" in words and is_asked)
    return bool(is_compared and names) and not is_within_one and not speaks_of_feel(context, figure)


def _names_comparand(context: Context, figure: Figure) -> bool:
    """Whether a day or place to measure from is named right behind: "eight lower than Friday's minimum"."""
    words = context.text.words[figure.last + 1 : figure.last + 4]
    ahead = range(figure.last + 1, figure.last + 5)
    cues = [cue.first for cue in context.scopes.days if cue.days] + [
        cue.first for cue in context.scopes.places
    ]
    return not _FROM.isdisjoint(words) and any(first in ahead for first in cues)


def _overall(
    readings: Sequence[Reading], fields: frozenset[Field], unit: str | None
) -> Iterator[tuple[float, tuple[Reading, ...]]]:
    lows = [reading.values["low"] for reading in readings if "low" in reading.values]
    highs = [reading.values["high"] for reading in readings if "high" in reading.values]
    if len(lows) > 1 and len(highs) > 1 and fields & TEMPERATURES:
        yield _spread(max(highs), min(lows), readings[0], "high", unit), tuple(readings)


def _spread(a: float, b: float, reading: Reading, field: Field, unit: str | None) -> float:
    return abs(round(convert_difference(a - b, unit_of(reading, field), unit), 6))


def _marks(
    context: Context,
    figure: Figure,
    field: Field,
    reading: Reading,
    unit: str | None,
    figures: Sequence[Figure],
) -> Iterator[float]:
    """Yield what a value may be compared with: the user's own figures, freezing, others said here."""
    yield from (own.least for own in context.user.figures)
    begin, end = context.stances.sentence(figure.first)
    for other in figures:
        if other is not figure and begin <= other.first < end and _is_alike(other, figure, figures):
            meant = {each for each in other.fields if any(fits(other, r, each) for r in context.given)}
            if meant != {"low" if field == "high" else "high"}:
                yield other.least
    if field in TEMPERATURES and (
        FROST.intersection(context.text.words[begin:end]) or FROST.intersection(context.user.words)
    ):
        scale = unit or reading.temperature_unit
        yield freezing(scale)


def _is_alike(other: Figure, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another figure is a level of the same quantity."""
    return other.kind == "level" and family_of(other, figures) == family_of(figure, figures)
