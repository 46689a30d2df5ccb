"""Figures against the facts: given, derived, or the user's own said back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from scripts.grounding.agreement import agrees, fits, is_rounded, unit_of
from scripts.grounding.bounds import within_bound
from scripts.grounding.context import Context, Judgement
from scripts.grounding.day_cues import DayCue
from scripts.grounding.differences import FEEL, by_difference, by_told, speaks_of_feel
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import FIELDS, MEAN, TEMPERATURES
from scripts.grounding.figures import groups
from scripts.grounding.scope import Scope
from scripts.grounding.series import as_series
from scripts.grounding.units_said import UNKNOWN_SCALE, convert

_TINY = 1e-6
_THRESHOLDS = ("over", "under", "at_least", "at_most")
_SCALES = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))
_EXCEPT = frozenset(("apart", "except", "excepting", "besides", "barring", "save", "but"))
_SPEAKS_OF_MARK = frozenset(
    (
        "asked",
        "wanted",
        "hoped",
        "hoping",
        "said",
        "limit",
        "threshold",
        "rule",
        "cutoff",
        "mark",
        "want",
        "line",
        "minimum",
        "maximum",
        "target",
        "budget",
    )
)
FELT = FIELDS["feels"]
_OPPOSED = (("to",), ("against",), ("versus",), ("down", "to"), ("up", "to"), ("and",))
_STAYING = frozenset(("stay", "stays", "staying", "remain", "remains", "keeps"))
_EACH = frozenset(("all", "both", "each", "every"))
_BELOW = frozenset(("below", "beneath", "under"))
_NIGHTLY = frozenset(("low", "lows", "night", "nights", "overnight", "minimum", "minima", "nighttime"))
_DAILY = frozenset(("high", "highs", "daytime", "afternoon", "afternoons", "maximum", "maxima"))
_SAYING = frozenset(
    ("were", "asked", "named", "gave", "mentioned", "said", "quoted", "heard", "cited", "set", "feared")
)
_LEAVING = frozenset(("leaving", "leaves", "left", "making", "makes"))
_PAIR = 2
_SEVERAL = frozenset(("highs", "lows", "maxima", "minima", "temperatures", "winds", "nights", "days"))
_RANGING = frozenset(("to", "–", "-", "through"))
_OWN = 4
"""Tokens from a figure within which a day named is its own."""

LARGEST_SPREAD = 45.0
"""Degrees: a difference larger than this is not looked for where no word says that a number is one."""


def judge_figures(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each figure that is asserted."""
    figures = context.figures
    gaps: set[float] = set()
    spans = {
        f.first: (group[0].first, group[-1].last) for group in groups(context.text, figures) for f in group
    }
    for figure in figures:
        if not context.stances.is_asserted(figure.first) or _is_explained(context, figure):
            continue
        scope = _scope_of(context, figure, spans.get(figure.first, (figure.first, figure.last)))
        readings = _readings_of_list(context, figure, context.about(scope))
        if scope.nights and figure.fields & {"low", "temperature"}:
            readings += [
                reading
                for reading in context.about(scope._replace(days=scope.nights))
                if reading not in readings
            ]
        supports = _supports(context, figure, readings, figures)
        if supports and _opens_difference(context, figure):
            supports = by_difference(context, figure, readings, figures)
        is_kept = (
            figure.kind != "level"
            or within_bound(context, figure, readings) is not None
            or _keeps_to(figure, readings)
        )
        if supports and scope.is_list and not is_kept:
            supports = []
        supports = supports or _as_answer(context, figure, figures) or _as_side(context, figure)
        supports = supports or _as_pair(context, figure, scope) or as_series(context, figure, figures)
        supports = supports or _as_base(context, figure, readings, figures)
        supports = supports or _as_spread(context, figure, scope)
        if not supports and figure.kind == "level" and not MEAN.isdisjoint(context.user.texts[-1].words):
            supports = _by_mean(context, figure, readings)
        if _is_misquoted(context, figure):
            supports = []
        elif supports and figure.kind == "difference":
            gaps.add(figure.least)
        elif figure.least in gaps and figure.unit == UNKNOWN_SCALE:
            continue
        if supports:
            yield Judgement(figure.first, figure.last, tuple(supports))
        elif figure.must and (_is_misquoted(context, figure) or not _is_said_back(context, figure)):
            yield Judgement(figure.first, figure.last, fault=_fault(context, figure, scope, readings))


def _scope_of(context: Context, figure: Figure, span: tuple[int, int]) -> Scope:
    """Return what a figure is about; a listing of several is not of the one day named behind it."""
    scope = context.scopes.at(*span)
    if span[0] == figure.first == figure.last == span[1] or len(scope.days or ()) != 1 or scope.is_list:
        return scope
    listed = [f for f in context.figures if span[0] <= f.first <= span[1]]
    is_behind = all(cue.first > span[1] for cue in scope.named if isinstance(cue, DayCue))
    if len(listed) > _PAIR and is_behind and context.text.words[span[1] + 1 : span[1] + 2] == (",",):
        return context.scopes.at(span[0], span[0])
    return scope


def _as_spread(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    """Return the readings of all days where a range gives their least and most: "highs 11 to 12"."""
    if figure.label is None or context.text.words[figure.label] not in _SEVERAL or scope.is_list:
        return []
    pairs = [g for g in groups(context.text, context.figures) if len(g) == _PAIR and figure in g]
    if not pairs or not _RANGING.issuperset(context.text.words[pairs[0][0].last + 1 : pairs[0][1].first]):
        return []
    last = max((reading.call for reading in context.given if not reading.is_current), default=-1)
    days = [reading for reading in context.given if reading.call == last]
    for field in figure.fields:
        told = sorted(reading.values[field] for reading in days if field in reading.values)
        ends = [r for r in days if r.values.get(field) in (told[0], told[-1])] if len(told) > 1 else []
        low, high = (any(fits(each, r, field) for r in ends) for each in pairs[0])
        if low and high and pairs[0][0].least != pairs[0][1].least:
            return days
    return []


def _opens_difference(context: Context, figure: Figure) -> bool:
    """Whether a reply opens with a number of degrees, to somebody who asked how much warmer something is."""
    if (
        figure.kind != "level"
        or figure.unit != UNKNOWN_SCALE
        or context.text.words[figure.last + 1 : figure.last + 2] != (":",)
    ):
        return False
    asked = context.user.texts[-1].words
    before = context.text.words[: figure.first]
    return (
        "how" in asked
        and "much" in asked
        and len(before) <= _OWN
        and any(word.endswith("er") for word in asked)
    )


def _is_misquoted(context: Context, figure: Figure) -> bool:
    """Whether a figure is given to the user who never said it: "the 65 you were told" of 56."""
    words = context.text.words
    after = words[figure.last + 1 : figure.last + 3]
    is_theirs = len(after) == 2 and after[0] == "you" and after[1] in _SAYING
    is_theirs = is_theirs or (figure.hedge != "exact" and words[figure.first - 1] in ("your", "thy"))
    if not is_theirs or not context.user.numbers:
        return False
    is_said = any(is_rounded(figure.least, own) for own in context.user.numbers)
    return not is_said and not any(_is_users(figure, own) for own in context.user.figures)


def repeats_result(figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether a figure with its unit is one of the results, though it may stand in a tale or a question."""
    return figure.unit is not None and any(
        fits(figure, reading, field) for reading in readings for field in figure.fields
    )


def _keeps_to(figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether every reading keeps to a bound that several days are given at once."""
    if figure.hedge not in _THRESHOLDS:
        return True
    below = figure.hedge in ("under", "at_most")
    bound: Figure = figure._replace(least=-1e9) if below else figure._replace(most=1e9)
    bound = bound._replace(hedge="exact", is_fraction=False)
    return all(any(fits(bound, reading, field) for field in figure.fields) for reading in readings)


def _is_explained(context: Context, figure: Figure) -> bool:
    """Whether a figure only explains a scale or a chance, where no result is given."""
    return not context.given and context.user.asks_of_units and not context.stances.is_stated(figure.first)


def _supports(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> list[Reading]:
    if figure.kind == "difference":
        return by_difference(context, figure, readings, figures)
    if figure.kind == "mean":
        return _by_mean(context, figure, readings)
    bounded = within_bound(context, figure, readings)
    if bounded is not None:
        return bounded
    fields = _fields_here(context, figure, readings, figures)
    near = context.text.words[max(0, figure.first - 6) : figure.first]
    if figure.hedge in ("over", "under") and "high" in fields and _STAYING.intersection(near):
        fields = [field for field in fields if field != "low"]
    found = [reading for reading in readings if any(fits(figure, reading, field) for field in fields)]
    if not found and figure.least > 0 and figure.hedge == "exact" and _speaks_below_zero(context, figure):
        mirrored = figure._replace(least=-figure.most, most=-figure.least)
        found = [reading for reading in readings if any(fits(mirrored, reading, field) for field in fields)]
    if found and len(found) < len(readings) and _is_of_all(context, figure, readings):
        return []
    if context.means_all(figure.first) and figure.hedge in ("over", "under") and len(found) < len(readings):
        return []
    return found


def _is_of_all(context: Context, figure: Figure, readings: Sequence[Reading]) -> bool:
    """Whether one figure is given to every day or place at once: "the same high on all days"."""
    begin, end = context.stances.sentence(figure.first)
    before = context.text.words[begin : figure.first]
    if _EXCEPT & set(context.text.words[begin:end]):
        return False
    is_same = "same" in before and bool(_EACH & set(before))
    first, last = context.stances.segment(figure.first)
    words = context.text.words[first:last]
    is_of_each = bool(_EACH & set(words)) and context.means_all(figure.first)
    if not figure.must or not (is_same or is_of_each):
        return False
    if any(figure in group for group in groups(context.text, context.figures)):
        return False
    return "both" not in words or len(readings) == 2


def _as_side(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of any day or place that bear out one side of a difference told beside it."""
    begin, end = context.stances.sentence(figure.first)
    if context.scopes.named_between(figure.first - _OWN, figure.last + _OWN):
        return []
    beside = [f for f in context.figures if begin <= f.first < end and f.fields & figure.fields]
    told = [other.least for other in beside if other.kind == "difference"]
    sides = [other.least for other in beside if other.kind == "level"]
    if figure.kind != "level" or _is_named_at_once(context, figure):
        return []
    if not any(abs(abs(a - b) - gap) < 1 for gap in told for a, b in combinations(sides, 2)):
        return []
    return [
        reading for reading in context.given if any(fits(figure, reading, field) for field in figure.fields)
    ]


def _is_named_at_once(context: Context, figure: Figure) -> bool:
    """Whether a place stands right behind a figure: "8 in Turin"."""
    return any(0 < cue.first - figure.last <= 2 and cue.spots for cue in context.scopes.places)


def _as_base(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> list[Reading]:
    """Return the readings told by a round number and what is above or below it: "one degree above seventy"."""
    words = context.text.words
    gap = next((f for f in figures if f.kind == "difference" and 1 < figure.first - f.last <= 3), None)
    side = {"above": 1, "over": 1, "below": -1, "under": -1}.get(words[gap.last + 1]) if gap else None
    if (
        gap is None
        or side is None
        or words[figure.last + 1 : figure.last + 2] not in ((",",), (".",), (";",))
    ):
        return []
    meant = figure._replace(least=figure.least + side * gap.least, most=figure.most + side * gap.least)
    return [r for r in readings if any(fits(meant, r, field) for field in figure.fields)]


def _as_pair(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
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
        if words[first.first - 1] == "from":
            sides = (
                (Scope(), scope)
                if len(between) == len(gap)
                else (context.scopes.at(first.first, first.last), Scope())
            )
        elif len(places) == 2:
            sides = (Scope(None, places[0]), Scope(None, places[1]))
        else:
            continue
        pair = [_fitting(context, each, side) for each, side in zip((first, second), sides, strict=True)]
        if all(pair) and first.kind == second.kind == "level":
            return pair[0] + pair[1]
    return []


def _fitting(context: Context, figure: Figure, scope: Scope) -> list[Reading]:
    return [r for r in context.about(scope) if any(fits(figure, r, field) for field in figure.fields)]


def _as_answer(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Reading]:
    """Return the readings that bear out a number of degrees as a difference: asked for, or told beside it.

    "Two degrees: Sunday reaches 13 and Saturday 11" names no comparison, yet is one.
    """
    is_spread = figure.kind == "level" and figure.unit is not None and 0 < figure.least <= LARGEST_SPREAD
    if not is_spread or not figure.fields & TEMPERATURES:
        return []
    begin, end = context.stances.sentence(figure.first)
    beside = [
        f.least for f in figures if f is not figure and begin <= f.first < end and f.fields & TEMPERATURES
    ]
    if any(abs(abs(a - b) - figure.least) < 1 for a, b in combinations(beside, 2)):
        return by_difference(context, figure, (), figures)
    if len(beside) == 2:
        return []
    if figure.unit == UNKNOWN_SCALE and context.text.words[figure.last + 1 : figure.last + 2] == ("of",):
        told = by_told(context, figure, figures)
        if told:
            return told
    asked = context.user.asks_difference
    return by_difference(context, figure, (), figures) if asked and figure.unit == UNKNOWN_SCALE else []


def _fields_here(
    context: Context, figure: Figure, readings: Sequence[Reading], figures: Sequence[Figure]
) -> Iterable[Field]:
    """Return the figure's fields; a feels-like may stand without its name only beside the temperature."""
    if "feels_like" not in figure.fields or len(figure.fields) == 1:
        return figure.fields
    if _is_told_apart(context, figure, figures):
        return figure.fields - {"feels_like"}
    if speaks_of_feel(context, figure) or _is_left_by(context, figure, figures):
        return figure.fields
    others = (other for other in figures if other is not figure and other.fields & TEMPERATURES)
    if any(fits(other, reading, "temperature") for other in others for reading in readings):
        return figure.fields
    return figure.fields - {"feels_like"}


def _is_left_by(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is what the degrees told before it leave: "it takes seven degrees, leaving 16 below"."""
    begin, _ = context.stances.sentence(figure.first)
    if _LEAVING.isdisjoint(context.text.words[max(begin, figure.first - _OWN) : figure.first]):
        return False
    return any(f.kind == "difference" and begin <= f.first < figure.first for f in figures)


def _is_told_apart(context: Context, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether what is felt is told by a later figure of the sentence, and this one stands apart."""
    _, end = context.stances.sentence(figure.first)
    if not any(f.fields == FELT and figure.first < f.first < end for f in figures):
        return False
    first, last = context.stances.segment(figure.first)
    return not any(word.startswith(FEEL) for word in context.text.words[first:last])


def _speaks_below_zero(context: Context, figure: Figure) -> bool:
    """Whether the reply has told that it counts below zero: "three under freezing, and by feel eight"."""
    if not figure.fields & TEMPERATURES or figure.unit not in (None, UNKNOWN_SCALE):
        return False
    words = context.text.words
    if words[figure.last] == "above":
        return False
    return "frost" in words[: figure.first] or any(word in _BELOW for word in words[: figure.last + 5])


def _by_mean(context: Context, figure: Figure, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings where the figure is their mean: of the maxima, of the minima, of all, of wind…"""
    choices: list[tuple[Field, ...]] = [*((field,) for field in figure.fields), ("high", "low")]
    spoken = {
        *context.text.words[slice(*context.stances.sentence(figure.first))],
        *context.user.texts[-1].words,
    }
    if {"high", "low"} <= figure.fields:
        choices = (
            [("low",)]
            if spoken & _NIGHTLY
            else [("high",)]
            if spoken & _DAILY
            else [("high",), ("high", "low")]
        )
    for fields in choices:
        if not set(fields) <= figure.fields:
            continue
        values = [_converted(figure, r, field) for r in readings for field in fields if field in r.values]
        if len(values) > 1 and agrees(figure, round(sum(values) / len(values), 6), fields[0]):
            return list(readings)
    return []


def _converted(figure: Figure, reading: Reading, field: Field) -> float:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    return convert(reading.values[field], unit_of(reading, field), unit)


def _is_said_back(context: Context, figure: Figure) -> bool:
    """Whether the figure is the user's own, or one of an error or of the coordinates called."""
    if _claims_mark(context, figure):
        return False
    is_bare = figure.unit is None and figure.label is None
    if is_bare and any(is_rounded(figure.least, own) for own in context.user.numbers):
        return True
    if any(_is_users(figure, own) for own in context.user.figures):
        return True
    is_plain = figure.unit in (None, UNKNOWN_SCALE)
    return is_plain and any(abs(figure.least - number) < _TINY for number in context.facts.incidental)


def _claims_mark(context: Context, figure: Figure) -> bool:
    """Whether the user's own figure is said of the weather: "it has passed 75", "35 on both days"."""
    words = context.text.words
    if words[figure.last + 1 : figure.last + 3] in (("on", "both"), ("on", "all"), ("on", "each")):
        return True
    is_of_day = words[figure.first - 1] == "at" and figure.hedge == "exact"
    if is_of_day and context.scopes.named_between(figure.first - 3, figure.first):
        return True
    if figure.hedge not in _THRESHOLDS or context.stances.is_denied(figure.first, figure.last) is not False:
        return False
    if words[figure.first - 1] == "your" and words[figure.first - 2] not in (
        "past",
        "passed",
        "beyond",
        "topped",
    ):
        return False
    begin, end = context.stances.sentence(figure.first)
    return bool(context.given) and not _SPEAKS_OF_MARK.intersection(words[begin:end])


def _is_users(figure: Figure, own: Figure) -> bool:
    """Whether a figure is one of the user's of the same quantity, as they gave it or converted."""
    is_bare = any(each.unit is None and each.label is None for each in (figure, own))
    if not (is_bare or figure.fields & own.fields):
        return False
    given = convert(own.least, own.unit, figure.unit) if {own.unit, figure.unit} <= _SCALES else own.least
    return is_rounded(figure.least, round(given, 6)) or own.least <= figure.least <= own.most


def _fault(context: Context, figure: Figure, scope: Scope, readings: Sequence[Reading]) -> str:
    text = context.text
    said = text.around(figure.first, figure.last)
    values = listed(figure, readings or context.given)
    where = context.where_looked(scope)
    if not readings:
        named = context.scopes.said(scope)
        return f"you wrote '{said}'; no result gives any weather{f' for {named}' if named else ''}"
    if not values:
        return f"you wrote '{said}'; {where} give no such figure"
    return f"you wrote '{said}'; {where} say {values}"


def listed(figure: Figure, readings: Sequence[Reading]) -> str:
    """Return the values given that the figure might have meant, in words for a message."""
    names = {"temperature": "", "feels_like": "feels like ", "high": "high ", "low": "low ", "wind": "wind ",
             "humidity": "humidity ", "chance": "chance "}  # fmt: skip
    found: list[str] = []
    for reading in readings:
        for field, value in reading.values.items():
            if field in figure.fields:
                unit = unit_of(reading, field) or ""
                shown = f"°{unit}" if unit in ("C", "F") else unit
                found.append(f"{names[field]}{value:g} {shown}".strip())
    return ", ".join(dict.fromkeys(found[:12]))


def _readings_of_list(context: Context, figure: Figure, found: list[Reading]) -> list[Reading]:
    """Return the readings a listed figure may be of: where its sentence names several days, any of those.

    In "clear on Monday and fair on Tuesday, with highs of 21 and 22" each figure is one of the two.
    """
    begin, end = context.stances.sentence(figure.first)
    cues = context.scopes.named_between(begin, end - 1)
    if len(cues) < 2:
        return found
    for group in groups(context.text, context.figures):
        if figure in group and not context.scopes.named_between(group[0].first, group[-1].last):
            named = frozenset(atom for cue in cues for atom in cue.days or ())
            return found + [r for r in context.given if r.atoms & named and r not in found]
    return found
