"""Bare numbers that a day or place owns, of what was told of the one before: "Friday at 18 km/h, Saturday at
six", "Lyon has 14 °C and 60 %. Turin has nine and 45".
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.facts import Field
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.text import DIGITS, Text, Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import FIELDS, LABELS, PERCENTS, TEMPERATURES, VERBS, WIND

_OWNING: Final = word_set(
    "at has have gets only but just will be is the a to with mere have shall of : "
    "having from between run runs go goes are"
)
_LISTING: Final = word_set(", and then but at with a to")
_CLOSED: Final = word_set(". , ; : ! ) — – and but while \n")
_AGAINST: Final = Triggers(("against", "versus"))
_LEADING: Final = word_set("for to of with only but bare mere like")
_ENDING: Final = word_set(". , ; : ! ) — –")
_LED: Final = word_set("at to from in with")
_FACING: Final = (("to",), ("against",))
_BEFORE_PAIR: Final = (",", ":", "—", "(")
_COMPARED: Final = {
    **{word: name for word, name in LABELS.items() if name in ("wind", "humidity")},
    **dict.fromkeys(("calm", "stillness", "windier", "breezier", "calmer", "gustier"), "wind"),
}
"""What two places or days are compared by, where bare numbers behind it are of that."""

_PAIR_REACH: Final = 10
_NEAR: Final = 3
_FEW: Final = 12
_PAIR: Final = 2

Names = Sequence[DayCue | PlaceCue]


def with_own(text: Text, figures: list[Figure], days: Sequence[DayCue], places: Names) -> list[Figure]:
    """Return the figures; a bare one that a day or place owns is of what was told before it."""
    names = sorted((*[cue for cue in days if cue.days], *places), key=lambda cue: cue.first)
    if not names or len(figures) < _PAIR:
        return figures
    against = [DayCue(k, k, None) for k in text.where(_AGAINST)]
    parted = sorted((*names, *against), key=lambda cue: cue.first) if against else names
    figures = _of_compared(text, _in_parallel(text, figures, parted))
    if all(figure.must for figure in figures):
        return figures
    found: list[Figure] = []
    for figure in figures:
        is_bare = not figure.must and figure.unit is None and figure.kind == "level"
        told = _told_before(text, figure, found, figures) if is_bare else frozenset[Field]()
        is_own = told and (_is_own(text, figure, names) or _ends_clause(text, figure, found))
        if is_bare and _is_asked_for(text, figure, names):
            figure = figure._replace(must=True, fields=figure.fields & TEMPERATURES or figure.fields)
        elif is_own or (told and _is_led_alike(text, figure, found, names)):
            figure = figure._replace(must=True, fields=figure.fields & told or figure.fields)
        found.append(figure)
    return found


def _of_compared(text: Text, figures: list[Figure]) -> list[Figure]:
    """Read two bare numbers as of what their clause compares: "has more wind than Oslo, 43 to 12"."""
    found = list(figures)
    for k, (one, other) in enumerate(pairwise(figures)):
        words = text.words
        if words[one.last + 1 : other.first] not in _FACING or words[one.first - 1] not in _BEFORE_PAIR:
            continue
        if not all(f.unit is None and f.label is None and f.kind == "level" for f in (one, other)):
            continue
        near = words[max(text.sentence(one.first)[0], one.first - _PAIR_REACH) : one.first - 1]
        start = max((n for n, word in enumerate(near) if word in _CLOSED or word[-1] in DIGITS), default=-1)
        named = {_COMPARED[word] for word in near[start + 1 :] if word in _COMPARED}
        if len(named) == 1:
            fields = FIELDS[named.pop()]
            found[k], found[k + 1] = (f._replace(fields=fields, must=True) for f in (one, other))
    return found


def _in_parallel(text: Text, figures: list[Figure], names: Names) -> list[Figure]:
    """Read the bare numbers behind a name in the order of as many kinds told behind the name before it."""
    ends = [cue.first for cue in names[1:]] + [len(text.words)]
    behind = [
        [n for n, f in enumerate(figures) if cue.last < f.first < min(end, text.sentence(cue.first)[1])]
        for cue, end in zip(names, ends, strict=True)
    ]
    told = [(cue, own) for cue, own in zip(names, behind, strict=True) if own]
    found = list(figures)
    for (_, before), (cue, own) in pairwise(told):
        alike = [(found[k], found[n]) for k, n in zip(before, own, strict=False)]
        if len(before) == len(own) and _is_list_of(text, cue, alike):
            for n, (kind, figure) in zip(own, alike, strict=True):
                if _is_bare(text, figure):
                    found[n] = _as_kind(figure, kind, len(own))
    return found


def _as_kind(figure: Figure, kind: Figure, count: int) -> Figure:
    """Return a bare figure as one of the kind of another, a lone one as no low beside a high."""
    if count >= _PAIR:
        return figure._replace(fields=kind.fields, unit=None, must=True, label=kind.label)
    is_high = "high" in kind.fields and "low" not in kind.fields
    return figure._replace(fields=figure.fields - {"low"}) if is_high else figure


def _is_list_of(text: Text, cue: DayCue | PlaceCue, alike: Sequence[tuple[Figure, Figure]]) -> bool:
    """Whether the second of each pair are a list that a name opens, in the order of the first."""
    own = [figure for _, figure in alike]
    near = text.sentence_of[own[0].first] - text.sentence_of[alike[0][0].first] <= 1
    if not near or text.sentence_of[own[-1].first] != text.sentence_of[cue.first]:
        return False
    opening = text.words[cue.last + 1 : own[0].first]
    parted = [text.words[one.last + 1 : other.first] for one, other in pairwise(own)]
    if len(opening) > _NEAR or not (_OWNING | {","}).issuperset(opening):
        return False
    if not all(len(between) <= _NEAR and _LISTING.issuperset(between) for between in parted):
        return False
    is_alike = all(kind.must and kind.kind == figure.kind == "level" for kind, figure in alike)
    is_alike = is_alike and all(_is_bare(text, one) or one.fields & kind.fields for kind, one in alike)
    is_owned = text.words[cue.last].endswith("'s")
    return is_alike and (len(alike) < _PAIR or is_owned or len({kind.fields for kind, _ in alike}) > 1)


def _is_bare(text: Text, figure: Figure) -> bool:
    """Whether a figure has no label and no unit of its own."""
    last = text.words[figure.last]
    return figure.label is None and not figure.is_fraction and (last[-1] in DIGITS or is_numeral(last))


def _told_before(
    text: Text, figure: Figure, before: Sequence[Figure], figures: Sequence[Figure]
) -> frozenset[Field]:
    """Return the kinds that the sentence, or the one before, has told levels of before a figure."""
    number = text.sentence_of[figure.first]
    begin, end = text.sentences[number]
    behind = [f for f in figures if figure.first < f.first < end and f.must and f.kind == "level"]
    behind = [f for f in behind if f.unit is None and f.label is None]
    if behind and not any(begin <= f.first and f.must for f in before):
        kinds = [kind for f in behind for kind in (TEMPERATURES, WIND, PERCENTS) if f.fields <= kind]
        return frozenset[Field]().union(*kinds)
    for begin in (text.sentences[number][0], text.sentences[max(0, number - 1)][0]):
        told = [f for f in before if f.first >= begin and f.must and f.kind == "level"]
        if told and told[-1].is_fraction:
            break
        kinds = [kind for f in told for kind in (TEMPERATURES, WIND, PERCENTS) if f.fields <= kind]
        if kinds or told:
            return frozenset[Field]().union(*kinds)
    return frozenset[Field]()


def _is_asked_for(text: Text, figure: Figure, names: Names) -> bool:
    """Whether a day "holds out for 25"."""
    words = text.words
    following = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    if words[figure.first - 1] != "for" or following not in _CLOSED or figure.least <= _FEW:
        return False
    return any(1 < figure.first - cue.last - 1 <= _NEAR + 1 and cue.last < figure.first for cue in names)


def _ends_clause(text: Text, figure: Figure, before: Sequence[Figure]) -> bool:
    """Whether a number that counts nothing ends a clause: "trades 17 mph of wind for seven"."""
    words = text.words
    following = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    told = before[-1] if before else None
    if told is None or not told.must or text.sentence_of[told.first] != text.sentence_of[figure.first]:
        return False
    if not any(told.fields <= kind for kind in (TEMPERATURES, WIND, PERCENTS)):
        return False
    return following in _ENDING and words[figure.first - 1] in _LEADING


def _is_own(text: Text, figure: Figure, names: Names) -> bool:
    """Whether "Saturday at six" or "and six on Saturday" stands, and nothing is counted."""
    words = text.words
    following = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    for cue in names:
        behind = words[cue.last + 1 : figure.first]
        if cue.last < figure.first and len(behind) <= _NEAR and _OWNING.issuperset(behind):
            return following in _CLOSED
        if cue.first == figure.last + 2 and following == "on":
            return words[figure.first - 1] in _LISTING or words[figure.first - 1] in VERBS
        if words[figure.last + 1 : cue.first] == (",", "on") and words[figure.first - 1].endswith("est"):
            return True
    return False


def _is_led_alike(text: Text, figure: Figure, before: Sequence[Figure], names: Names) -> bool:
    """Whether a number closes a clause as the one before it did: "at 12 mph, Oslo's out of the west at 9"."""
    told = next((each for each in reversed(before) if each.must and each.kind == "level"), figure)
    words = text.words
    following = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    is_led = words[figure.first - 1] in _LED and words[told.first - 1] == words[figure.first - 1]
    return is_led and following in _CLOSED and any(told.last < cue.first < figure.first for cue in names)
