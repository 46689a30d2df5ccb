"""The two sides of a difference where the text itself tells them: figures, days and places beside it."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from scripts.grounding.constructions.between_days import STEPS
from scripts.grounding.context import Context
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.figures.agreement import fits, unit_of
from scripts.grounding.figures.bare_figures import family_of
from scripts.grounding.figures.figure_differences import is_comparative
from scripts.grounding.names.comparands import takes_all
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import BOUNDARY_WEIGHT, Text, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import FIELDS, PERCENTS
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert_difference

Gap = tuple[float, tuple[Reading, ...]]

_REFERS_BACK: Final = word_set(
    "that that's which makes make difference gap gulf spread swing between two pair margin drop fall "
    "rise climb "
    "distance edge lead leaves leaving so this apart separates separate divides divide"
)
_SPREADS: Final = word_set(
    "difference gap gulf spread swing between span range stretch drop fall rise climb apart distance "
    "separates "
    "divides makes that's"
)
_ELSEWHERE: Final = word_set(
    "freezing frost normal average usual yesterday mark limit threshold your target line rule ordinary"
)
_FEEL: Final = ("feel", "felt", "skin", "chill", "bones", "cheek", "collar", "flesh", "brow", "neck", "body")
_WIDEST: Final = word_set(
    "rest others other any next week stretch all average than-any forecast days nights remaining either"
)
_CHANGES: Final = word_set(
    "cools cool cooled warms warm warmed drops drop falls fall rises rise climbs climb slips slip slides "
    "slide sinks sink gains gain loses lose dips dip recovers improves retreats advances relents moderates "
    "softens"
)
"""What a day does by so many degrees, against the day before it."""

_ADDS: Final = word_set("adds add sheds shed loses lose gains gain recovers regains knocks subtracts")

_FROST: Final = word_set("freezing freeze frost freezes")
_OF_GLASS: Final = word_set("glass thermometer mercury instrument instruments")
_BY_GLASS: Final = 6
_PAIRED: Final = word_set("two them pair separate separates divide divides part parts")
_OPPOSED: Final = word_set("against versus vs instead than after where from rather not")
"""What stands between two figures of which the later is told first."""

_PAIR: Final = 2
_CLOSING: Final = 20
_BACK: Final = 2
"""Sentences before a difference in which the figures it is between may stand."""


def told_gaps(context: Context, figure: Figure, figures: Sequence[Figure]) -> list[Gap] | None:
    """Return the gaps of the figures told beside a difference; None where it may be to something else."""
    text = context.text
    number = text.sentence_number(figure.first)
    begin, end = text.sentences[number]
    words = (*text.words[begin : figure.first], *text.words[figure.last + 1 : end])
    levels = _levels(figure, figures, begin, end)
    is_by = "by" in text.words[max(begin, figure.first - 2) : figure.first]
    if is_by and not _FROST.isdisjoint(context.user.texts[-1].words):
        return None
    if not _OF_GLASS.isdisjoint(text.words[figure.last + 1 : min(end, figure.last + _BY_GLASS)]):
        return None
    if _names_another(context, levels, begin, end) or not _ELSEWHERE.isdisjoint(words):
        return None
    if (
        len(levels) < 2
        and not _REFERS_BACK.isdisjoint(words)
        and not _names_days(context, levels, begin, end)
    ):
        for earlier in range(number - 1, max(-1, number - 1 - _BACK), -1):
            told = _levels(figure, figures, *text.sentences[earlier])
            meant = [each for each in told if each.fields != FIELDS["feels"] or _is_of_feel(words)]
            levels = [*meant, *levels]
            if len(levels) >= 2 and _PAIRED.isdisjoint(words):
                break
    levels = _of_one_unit(context, levels)
    if len(levels) == 2 and text.words[levels[0].last + 1 : levels[1].first] == ("or",):
        return None
    if len(levels) < 2 or (_is_of_feel(words) and not any(len(level.fields) == 1 for level in levels)):
        return None
    if any(own.fields & figure.fields for own in context.user.figures_now):
        return None
    if _is_of_feel(words) and _takes_each(context, figure):
        return None
    if len(levels) == 2 and _SPREADS.isdisjoint(words) and _are_one_side(context, levels):
        return None
    if _goes_against(text, figure, levels):
        return []
    return [gap for one, other in combinations(levels, 2) for gap in _gaps(context, figure, one, other)]


def _goes_against(text: Text, figure: Figure, levels: Sequence[Figure]) -> bool:
    """Whether "a rise of two degrees" is told of two figures of which the second is the lower."""
    noun = text.words[figure.first - 2] if text.words[figure.first - 1] == "of" else ""
    begin, _ = text.sentence(figure.first)
    before = [level for level in levels if begin <= level.first < figure.first]
    if len(before) < _PAIR or not _OPPOSED.isdisjoint(text.words[before[-2].last + 1 : before[-1].first]):
        return False
    return STEPS.get(noun, 0) * (before[-1].least - before[-2].least) < 0


def _takes_each(context: Context, figure: Figure) -> bool:
    """Whether a difference is told of each place by itself: "each of them loses three or four to the "
    "wind"."""
    first, last = context.stances.segment(figure.first)
    return takes_all(context.text.words[first:last])


def _levels(figure: Figure, figures: Sequence[Figure], begin: int, end: int) -> list[Figure]:
    """Return the plain figures of the same quantity told from token `begin` to `end`."""
    return [
        other
        for other in figures
        if begin <= other.first < end
        and other is not figure
        and other.kind in ("level", "mean")
        and other.is_exact
        and other.hedge == "exact"
        and family_of(other, figures) == family_of(figure, figures)
        and (other.must or other.least > 12)
    ]


def _names_another(context: Context, levels: Sequence[Figure], begin: int, end: int) -> bool:
    """Whether the sentence names a day or place that none of the figures told is of."""
    cues = [cue for cue in context.scopes.days if begin <= cue.first < end and cue.days]
    spots = [cue for cue in context.scopes.places if begin <= cue.first < end and cue.spots]
    if not cues and not spots:
        return False
    named = [cue for level in levels for cue in context.scopes.at(level.first, level.last).named]
    others: list[DayCue | PlaceCue] = [*cues, *spots]
    return any(cue not in named and not _is_beside(context.text, cue, levels) for cue in others)


def _is_beside(text: Text, cue: DayCue | PlaceCue, levels: Sequence[Figure]) -> bool:
    """Whether a figure stands right beside a name: "the 18 it is now"."""
    return any(
        (0 < cue.first - level.last <= 3 and text.wall(level.last, cue.first) < _CLOSING)
        or (0 < level.first - cue.last <= 3 and text.wall(cue.last, level.first) < _CLOSING)
        for level in levels
    )


def _names_days(context: Context, levels: Sequence[Figure], begin: int, end: int) -> bool:
    """Whether the sentence names a day or place without a figure beside it."""
    return not levels and (
        any(begin <= cue.first < end and cue.days for cue in context.scopes.days)
        or any(begin <= cue.first < end and cue.spots for cue in context.scopes.places)
    )


def _of_one_unit(context: Context, levels: Sequence[Figure]) -> list[Figure]:
    """Leave out what repeats a figure in another unit: "31 °C (88 °F)"."""
    own = {unit for reading in context.given for unit in (reading.temperature_unit, reading.wind_unit)}
    others = {level.unit for level in levels} - own - {None, UNKNOWN_SCALE, "%"}
    kept = [level for level in levels if level.unit not in others]
    return kept or list(levels)


def _is_of_feel(words: Sequence[str]) -> bool:
    return any(word.startswith(_FEEL) for word in words)


def _are_one_side(context: Context, levels: Sequence[Figure]) -> bool:
    """Whether two figures are listed ("15 and 17"), or the high and the low of one day."""
    if context.text.words[levels[0].last + 1 : levels[1].first] in (("and",), (",",)):
        return True
    meant = [
        {field for field in level.fields for reading in context.given if fits(level, reading, field)}
        for level in levels
    ]
    return bool(meant[0] and meant[1]) and meant[0].isdisjoint(meant[1]) and {"low"} in meant


def _gaps(context: Context, figure: Figure, one: Figure, other: Figure) -> Iterator[Gap]:
    """Yield how far two figures are apart: as told, and as the results they stand for."""
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    told = abs(one.least - other.least)
    if unit is not None and one.unit not in (None, UNKNOWN_SCALE, "%"):
        told = abs(convert_difference(told, one.unit, unit))
    sides = [
        [(reading, field) for reading in context.given for field in each.fields if fits(each, reading, field)]
        for each in (one._replace(hedge="exact"), other._replace(hedge="exact"))
    ]
    yield round(told, 6), tuple(reading for side in sides for reading, _ in side) or context.given
    for a, field in sides[0]:
        for b, second in sides[1]:
            source = unit_of(a, field)
            if source == unit_of(b, second) and (field in PERCENTS) == (second in PERCENTS):
                exact = a.values[field] - b.values[second]
                yield abs(round(convert_difference(exact, source, unit), 6)), (a, b)


def compared(context: Context, figure: Figure) -> tuple[list[Reading], list[Reading]]:
    """Return the readings that a difference may be between, and those of which one side must be, if any."""
    text = context.text
    begin, end = text.sentence(figure.first)
    readings = list(context.given)
    spots = [cue.spots for cue in context.scopes.places if begin <= cue.first < end and cue.spots]
    if len(spots) >= 2:
        union = frozenset[int]().union(*spots)
        readings = [reading for reading in readings if reading.place in union] or readings
    of_two = _against(context, figure)
    if of_two:
        return [reading for reading in readings if reading.atoms & of_two] or readings, []
    days = context.scopes.named_between(*_clause(text, figure))
    days = days or context.scopes.named_between(begin, end - 1)
    is_of_two = len(days) == 1 and len(days[0].days or ()) == 2
    if len(days) >= 2 or (is_of_two and text.words[days[0].first - 1] in ("between", "from")):
        named = frozenset(atom for cue in days for atom in cue.days or ())
        found = [reading for reading in readings if reading.atoms & named] or readings
        mine = _changing(context, figure)
        return found + [r for r in readings if r not in found and _is_day_before(r, mine)], mine
    if len(spots) >= 2 and not days:
        return readings, []
    if len(days) == 1:
        of_day = [reading for reading in readings if reading.atoms & (days[0].days or frozenset())]
        if len({reading.place for reading in of_day}) > 1:
            return of_day, []
    scope = context.scopes.at(figure.first, figure.last)
    if scope.days is None and scope.spots is None:
        return _of_two_asked(context, readings) or readings, []
    mine = [reading for reading in context.about(scope) if reading in readings]
    if not mine or len(mine) == len(readings):
        return readings, []
    if not _WIDEST.isdisjoint(text.words[begin:end]) or any(w.endswith("est") for w in text.words[begin:end]):
        return readings, mine
    return [each for each in readings if each in mine or _may_be_meant(context, each, mine, end)], mine


def _changing(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of the day or place that is said to have changed, or to be kinder, by a figure."""
    if not says_change(context.text, figure):
        return []
    scope = context.scopes.at(figure.first, figure.last)
    return context.about(scope) if scope.days is not None and not scope.is_list else []


def says_change(text: Text, figure: Figure) -> bool:
    """Whether a day or place is said to differ by a figure: "cools by ten degrees", "five kinder"."""
    words = text.words
    if words[figure.first - 1] == "by" and words[figure.first - 2] in _CHANGES:
        return True
    if words[figure.first - 1] in _ADDS:
        return True
    return is_comparative((*words[figure.last + 1 : figure.last + 2], ".")[0])


def _is_day_before(reading: Reading, mine: Sequence[Reading]) -> bool:
    return any(reading.place == own.place and reading.offset == own.offset - 1 for own in mine)


def _against(context: Context, figure: Figure) -> frozenset[Atom]:
    """Return the two days of "by Wednesday it's 9 degrees cooler than Monday's high"."""
    words = context.text.words
    begin, _ = context.text.sentence(figure.first)
    than = next(
        (k for k in range(figure.last + 1, min(len(words), figure.last + 4)) if words[k] == "than"), 0
    )
    theirs = [cue for cue in context.scopes.named_between(than, than + 3) if cue.first > than] if than else []
    mine = [cue for cue in context.scopes.named_between(begin, figure.first) if not cue.is_list]
    if not theirs or not mine or theirs[0].days == mine[-1].days:
        return frozenset()
    return (theirs[0].days or frozenset()) | (mine[-1].days or frozenset())


def _of_two_asked(context: Context, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings of the two days that the user would have compared, none where they named no two."""
    if not context.user.asks_two_days or context.scopes.days:
        return []
    named = frozenset(atom for cue in context.user.days for atom in cue.days or ())
    found = [reading for reading in readings if reading.atoms & named and not reading.is_current]
    return found if len({reading.offset for reading in found}) == 2 and len(found) == 2 else []


def _clause(text: Text, figure: Figure) -> tuple[int, int]:
    """Return the first and last token of the clause around a figure, which "but", a dash or ";" closes."""
    begin, end = text.sentence(figure.first)
    first, last = figure.first, figure.last
    while first > begin and BOUNDARY_WEIGHT.get(text.words[first - 1], 0) < _CLOSING:
        first -= 1
    while last + 1 < end and BOUNDARY_WEIGHT.get(text.words[last + 1], 0) < _CLOSING:
        last += 1
    return first, last


def _may_be_meant(context: Context, reading: Reading, mine: Sequence[Reading], end: int) -> bool:
    """Whether a day or place goes without saying beside another: the day before, one named or asked about."""
    if reading.is_current or any(own.is_current for own in mine):
        return True
    if any(own.place == reading.place and abs(own.offset - reading.offset) == 1 for own in mine):
        return True
    if any(own.place != reading.place and own.offset == reading.offset for own in mine):
        return True
    named = [cue for cue in context.scopes.days if cue.first < end and cue.days]
    return any(reading.atoms & (cue.days or frozenset()) for cue in (*named, *context.user.days))
