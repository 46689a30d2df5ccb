"""The words that name a quantity, and which of them a number is of: "a low in the mid seventies"."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from scripts.grounding.figures.figure_lists import NEW_CLAUSE
from scripts.grounding.figures.layouts import LETTERS
from scripts.grounding.names.dates import MONTHS
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number, is_numeral

_OF_DAY = dict.fromkeys(("height", "top", "peak", "heat"), "day")
_OF_NIGHT = dict.fromkeys(("bottom", "depth", "depths", "dead", "pit", "middle"), "night")
_HEADS = {**_OF_DAY, **_OF_NIGHT}
"""What a day or night is told at: "six at the height of the day and three at the bottom of the night"."""
_AT_ITS = {
    "top": "high",
    "bottom": "low",
    "warmest": "high",
    "hottest": "high",
    "peak": "high",
    "coldest": "low",
    "coolest": "low",
}
_LABELLING = Triggers((*w.LABELS, *_AT_ITS, *_HEADS, *LETTERS))
_FELT = frozenset(("feels", "felt", "apparent", "perceived", "chill"))
_AT = (("at", "its"), ("at", "their"), ("at", "the"))
_OF_EXTREMES = frozenset(("in", "being", "thus", "mends", "recorded", "expected", "forecast", "for"))
_RIGHT_BEFORE = ((), ("relative",), ("of",))
"""What may part "88 percent" from the humidity that it is, whatever stands before it."""
_INSTRUMENTS = frozenset(("thermometer", "mercury", "glass"))
_CLOSING = frozenset((".", ",", ";", ":", "!", "—", "–", "and", "but", "though", "while"))
_INSTRUMENT_REACH = 5
"""Words at most, whichever they are, between an instrument and the bare number that it shows."""
_MONEY = word_set(
    "cent cents dollar dollars penny pence pennies shilling shillings pound pounds dime dimes euros $ £ €"
)
_OWNING = {
    "for": frozenset(("high", "low", "temp", "feels", "wind", "humidity", "moist")),
    "by": frozenset(("temp", "feels")),
    "on": frozenset(("temp",)),
    "upon": frozenset(("temp",)),
}
"""What a bare number may be said to be of right behind it: "ninety for the damp", "sixty by the glass"."""


class Label(NamedTuple):
    """A word that names a quantity, at a token."""

    at: int
    name: str


def labels_of(text: Text) -> Iterator[Label]:
    """Yield the words that name a quantity, in order."""
    words = text.words
    for i in text.where(_LABELLING):
        word = words[i]
        if word in LETTERS:
            if _heads_at_once(text, i):
                yield Label(i, LETTERS[word])
            continue
        if word in _HEADS and words[i + 1 : i + 4] == ("of", "the", _HEADS[word]):
            yield Label(i, "high" if word in _OF_DAY else "low")
            continue
        if word in _AT_ITS:
            if words[i - 2 : i] in _AT and words[i + 1 : i + 2] != ("of",):
                yield Label(i, _AT_ITS[word])
            continue
        name = w.LABELS.get(word)
        if name is None:
            continue
        following = words[i + 1] if i + 1 < len(words) else "."
        if word in w.WARM_ADJECTIVES and words[i - 1 : i] in (("a",), ("an",)):
            continue
        if name in ("high", "low") and (following in w.NOT_OF_TEMPERATURE or _is_decade(words, i + 1)):
            continue
        if word in ("drier", "damper") and "air" in (*words[max(0, i - 3) : i], following):
            name = "humidity"
        is_felt = name == "temp" and not _FELT.isdisjoint(words[max(0, i - 2) : i])
        yield Label(i, "feels" if is_felt else name)


def _heads_at_once(text: Text, i: int) -> bool:
    """Whether a letter stands right before a number that it names: "H: 72", "L 55", but not "Hi there"."""
    words = text.words
    at = i + 1 + (words[i + 1 : i + 2] in ((":",), (".",), ("=",)))
    is_unit = i > 0 and words[i - 1] in ("/", "km")
    is_written = not words[i].isalpha() or text.is_capital(i) or len(words[i]) > 1
    return is_written and not is_unit and at < len(words) and words[at].lstrip("-–")[:1].isdecimal()


def _is_decade(words: tuple[str, ...], i: int) -> bool:
    """Whether a decade stands at token i, or does after "to mid" and the like."""
    near = words[i : i + 4]
    for word in near:
        if word in w.DECADES or (word[0].isdecimal() and word[-1] == "s"):
            return True
        if word not in w.DECADE_WORDS and word not in ("to", "and", "or", "–", "-"):
            return False
    return False


def label_of(text: Text, number: Number, end: int, labels: Iterable[Label], unit: str | None) -> Label | None:
    """Return the nearest word that names the quantity, of those the unit allows."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return None
    family = "P" if number.form == "fraction" else w.FAMILY_OF_UNIT.get(unit or "")
    best: Label | None = None
    reach = w.LABEL_REACH
    for label in labels:
        if (family and w.FAMILY[label.name] != family) or _is_of_another(text, label, end):
            continue
        if label.at < number.first:
            begin, until = label.at, number.first
            cost = until - begin - 1 + text.wall(begin, until)
        elif label.at > end:
            begin, until = end, label.at
            if family == "P" and label.name == "humidity" and text.words[end + 1 : until] in _RIGHT_BEFORE:
                return label
            wall = text.wall(begin, until)
            is_apart = wall >= NEW_CLAUSE or "(" in text.words[begin + 1 : until]
            if (is_apart and _heads_another(text, label.at)) or _is_of_next(text, label.at):
                continue
            if text.words[label.at] in w.FALLING and "with" in text.words[begin + 1 : until]:
                continue
            cost = until - begin + wall + 2 * (label.name in ("temp", "feels"))
        else:
            continue
        if cost <= reach:
            cost += 8 * _has_number_between(text, begin, until)
        if cost > reach:
            continue
        if family is None and number.form != "fraction" and not _points_plainly(text, number, end, label):
            continue
        best, reach = label, cost - 1
    return best


def _heads_another(text: Text, at: int) -> bool:
    """Whether a label is followed by its own number: the "lows of 11" in "16, 17 and 20 °C, lows of 11"."""
    return any(word.lstrip("-–")[:1].isdecimal() or is_numeral(word) for word in text.words[at + 1 : at + 4])


_LINKS_TO_DECADE = w.PLAIN_LINKS | w.DECADE_WORDS.keys() | {"in"}
_NEXT = frozenset(("lows", "highs", "nights", "minima", "maxima"))


def _is_of_next(text: Text, at: int) -> bool:
    """Whether a label is bound to the number behind it: "-3 °C with a low of -8", not "is what a low of"."""
    is_bound = text.words[at + 1 : at + 2] in (("of",), ("at",), ("near",))
    if text.words[at - 1] == "the" and text.words[at - 2] in ("and", ","):
        is_bound = is_bound or text.words[at] in _NEXT  # "18 °C and the lows 15"
    is_same = "what" in text.words[max(0, at - 3) : at]
    return is_bound and not is_same and _heads_another(text, at)


def _is_of_another(text: Text, label: Label, end: int) -> bool:
    """Whether "night" goes with another number: "4 at night to 13 by day", "17 at the coolest to 30"."""
    if text.words[label.at] in _AT_ITS:
        told = text.words[label.at - 3] if label.at > 2 else ""
        return label.at - 3 != end and bool(told) and is_numeral(told)
    if label.name != "night":
        return False
    is_adverb = text.words[label.at - 1 : label.at] in (("at",), ("by",))
    return label.at - end > 2 if label.at > end else is_adverb


def _points_plainly(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a label is of a number without a unit: "humidity at 71", "a high of 60", "60 for the high"."""
    if label.at > end:
        is_behind = label.name in ("high", "low", "night") and label.at - end <= 4
        return is_behind and text.wall(end, label.at) == 0
    between = text.words[label.at + 1 : number.first]
    if label.name == "feels":
        return len(between) <= 4 and between[-2:-1] != (",",)
    if between == (",",):
        return text.words[end + 1 : end + 2] == (",",)
    limit = 3 if label.name in ("chance", "moist") else 7
    if _is_shown(text, label.at, between, end):
        return True
    between = tuple(word for word, after in pairwise((*between, "")) if (word, after) != ("in", "at"))
    if label.name in ("high", "low") and len(between) <= limit:
        return all(_leads_on(text, k, number) for k in range(label.at + 1, number.first))
    links = w.PLAIN_LINKS if number.form == "plain" else _LINKS_TO_DECADE
    return len(between) <= limit and links.issuperset(between)


def _is_shown(text: Text, at: int, between: tuple[str, ...], end: int) -> bool:
    """Whether an instrument does something, whatever that is, with a number: "the glass has settled on 9"."""
    words = text.words
    if words[at] not in _INSTRUMENTS or len(between) > _INSTRUMENT_REACH or {"and", "between"} & set(between):
        return False
    is_subject = words[at - 1] == "the" and words[at - 2] not in ("on", "upon", "by", "with", "to", "from")
    is_closed = end + 1 >= len(words) or words[end + 1] in _CLOSING
    return is_subject and is_closed and all(word.isalpha() and not is_numeral(word) for word in between)


def _leads_on(text: Text, k: int, number: Number) -> bool:
    """Whether a token may part a high or low from its number, as does "in the mid" from "seventies"."""
    word = text.words[k]
    if word in w.PLAIN_LINKS or word in _OF_EXTREMES or text.is_capital(k):
        return True
    return number.form == "decade" and (word in w.DECADE_WORDS or word in ("to", "and", "or"))


def _has_number_between(text: Text, i: int, j: int) -> bool:
    words = text.words
    return any(
        words[k] in ("°", "%", "degrees", "percent")
        or (words[k][-1].isdecimal() and words[k + 1] not in MONTHS and words[k - 1] not in MONTHS)
        for k in range(i + 1, j)
    )


def owner_of(text: Text, end: int, labels: Iterable[Label]) -> Label | None:
    """Return the word right behind a bare number that it is said to be for: "ninety for the damp"."""
    link = text.words[end + 1 : end + 2]
    if link == () or link[0] not in _OWNING or text.words[end - 1 : end] in (("of",), ("by",)):
        return None
    names = _OWNING[link[0]]
    if not _MONEY.isdisjoint(text.words[slice(*text.sentence(end))]):
        return None
    at = end + 2 + (text.words[end + 2 : end + 3] in (("the",), ("its",)))
    return next((label for label in labels if label.at == at and label.name in names), None)
