"""The figures of a text: what quantity a number is of, in what unit, how it is hedged.

A number that is no weather (a time, a date, a price, a count of coats) yields no figure.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scripts.grounding import figure_words as w
from scripts.grounding.facts import Field
from scripts.grounding.figure import Figure
from scripts.grounding.figure_kinds import as_decade, hedged, upward, with_kind
from scripts.grounding.figure_units import is_free, units_of
from scripts.grounding.figure_words import ANYTHING, FIELDS, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.numbers import EVEN, Number, is_numeral
from scripts.grounding.sky_words import TERMS
from scripts.grounding.text import Text, Triggers


class Label(NamedTuple):
    """A word that names a quantity, at a token."""

    at: int
    name: str


_NEW_CLAUSE = 10
_SMALL = 24
_DRY_SKY = frozenset(word for word, term in TERMS.items() if not term.falls)
_CHANCE_OF = tuple(
    (noun, "of") for noun in ("chance", "chances", "odds", "probability", "likelihood", "risk")
)
_ODDS = frozenset(("chance", "chances", "odds", "probability", "likelihood", "risk"))
_AT_ITS = {
    "top": "high",
    "bottom": "low",
    "warmest": "high",
    "hottest": "high",
    "peak": "high",
    "coldest": "low",
    "coolest": "low",
}
_LABELLING = Triggers((*w.LABELS, *_AT_ITS))
_AT = (("at", "its"), ("at", "their"), ("at", "the"))
_SOON = 8
"""Tokens after a percentage within which a bare "at thirty" is a percentage as well."""


def find_figures(
    text: Text, numbers: Sequence[Number], taken: frozenset[int], is_of_wind: bool = False
) -> list[Figure]:
    """Return the figures among the numbers; `taken` are tokens that dates have.

    `is_of_wind` says that wind was asked for, so that "twenty kilometres" is a wind without saying so.
    """
    if not numbers:
        return []
    labels = list(_labels(text))
    units = units_of(text, numbers, taken, is_of_wind)
    figures: list[Figure] = []
    for number, (unit, end) in zip(numbers, units, strict=True):
        if number.first in taken or is_free(text, number, unit, end):
            continue
        before = figures[-1] if figures else None
        figure = _figure(text, number, unit, end, labels, before)
        if figure is not None:
            figures.append(figure)
    return figures


def _labels(text: Text) -> Iterator[Label]:
    words = text.words
    for i in text.where(_LABELLING):
        word = words[i]
        if word in _AT_ITS:
            if words[i - 2 : i] in _AT and words[i + 1 : i + 2] != ("of",):
                yield Label(i, _AT_ITS[word])
            continue
        name = w.LABELS[word]
        following = words[i + 1] if i + 1 < len(words) else "."
        if word in w.WARM_ADJECTIVES and words[i - 1 : i] in (("a",), ("an",)):
            continue
        if name in ("high", "low") and (following in w.NOT_OF_TEMPERATURE or _is_decade(words, i + 1)):
            continue
        yield Label(i, name)


def _is_decade(words: tuple[str, ...], i: int) -> bool:
    """Whether a decade stands at token i, or does after "to mid" and the like."""
    near = words[i : i + 4]
    for word in near:
        if word in w.DECADES or (word[0].isdecimal() and word[-1] == "s"):
            return True
        if word not in w.DECADE_WORDS and word not in ("to", "and", "or", "–", "-"):
            return False
    return False


def _figure(
    text: Text, number: Number, unit: str | None, end: int, labels: Sequence[Label], before: Figure | None
) -> Figure | None:
    label: Label | None = None
    must = True
    beside = _inherited(text, number, before) if unit is None else None
    ranged = _range_start(text, number, before)
    if ranged is not None and (unit is None or _is_of_family(unit, ranged.fields)):
        is_nightly = ranged.fields == FIELDS["night"]
        fields: frozenset[Field] | None = TEMPERATURES if is_nightly else ranged.fields
        must = ranged.must and (unit is not None or not names_count(text, end))
        unit = unit or ranged.unit
    else:
        label = _label(text, number, end, labels, unit)
        fields = _fields(text, label, unit, number, end)
    if label is None and ranged is None and fields in (PERCENTS, TEMPERATURES):
        listed = _inherited(text, number, before)
        if listed is not None and listed.fields < fields and "temperature" not in listed.fields:
            fields = listed.fields
    if fields is None:
        fields, unit, must = _unlabelled(text, number, end, before)
    elif unit is None and number.form != "fraction" and label is not None:
        must = _is_surely_labelled(text, number, end, label)
    if fields is None:
        return None
    figure = Figure(
        number.first, end, number.value, number.value, fields, unit, must=must,
        is_fraction=number.form == "fraction", label=label.at if label else None,
    )  # fmt: skip
    figure = hedged(text, with_kind(text, as_decade(text, upward(text, figure), number)))
    if figure.hedge != "exact" and before is not None and _is_compared_with(text, figure, before):
        figure = figure._replace(hedge="exact")
    return _as_listed(text, figure, beside) if beside is not None else figure


def _is_compared_with(text: Text, figure: Figure, before: Figure) -> bool:
    """Whether a figure is what a difference is measured from: "six degrees under the 18"."""
    between = text.words[before.last + 1 : figure.first]
    return before.kind == "difference" and 0 < len(between) <= 4 and w.HEDGE_FILLERS.issuperset(between)


def _unlabelled(
    text: Text, number: Number, end: int, before: Figure | None
) -> tuple[frozenset[Field] | None, str | None, bool]:
    """Return quantity, unit and must of a number with neither unit nor label, by what stands around it."""
    if _is_to_skin(text.words, end):
        return FIELDS["feels"], None, True
    inherited = _inherited(text, number, before)
    if inherited is not None:
        is_plain = "temperature" in inherited.fields and inherited.fields != ANYTHING
        must = inherited.must and not names_count(text, end)
        unit = None if text.words[number.first - 1] == "the" else inherited.unit
        return TEMPERATURES if is_plain else inherited.fields, unit, must
    if number.form == "fraction":
        return _bare_fraction(text, number, before), None, True
    fields, must = _bare(text, number, end)
    if fields is not None and before is not None and _is_beside(text, number, before):
        if _goes_on(number, before):
            is_apart = text.wall(before.last, number.first) >= _NEW_CLAUSE
            is_of_sky = not _DRY_SKY.isdisjoint(text.words[number.first - 4 : number.first])
            apart = TEMPERATURES if is_of_sky else before.fields | TEMPERATURES
            fields = apart if is_apart else before.fields
        return fields, None, True
    return fields, None, must


def _as_listed(text: Text, figure: Figure, beside: Figure) -> Figure:
    """Read "by two degrees Saturday and three on Sunday" as two differences."""
    if beside.kind != "difference" or figure.kind != "level" or text.words[beside.last + 1] == ",":
        return figure
    return figure._replace(kind="difference", fields=beside.fields)


def _goes_on(number: Number, before: Figure) -> bool:
    """Whether a bare number so soon after a percentage is one too."""
    return before.fields <= PERCENTS and number.first - before.last <= _SOON


def _is_part_of_chance(text: Text, number: Number) -> bool:
    """Whether "one part in twenty" stands where odds are spoken of."""
    words = text.words[number.first : number.last + 1]
    if not {"part", "parts"} & set(words) or words[-1] in ("hundred", "100"):
        return False
    sentence = text.sentence_number(number.first)
    begin, end = text.sentences[max(0, sentence - 1)][0], text.sentences[sentence][1]
    return any(w.LABELS.get(word) == "chance" and word not in w.FALLING for word in text.words[begin:end])


def _bare_fraction(text: Text, number: Number, before: Figure | None) -> frozenset[Field] | None:
    """Return the quantity of "three chances in four" and of "drops to one in two", None of another share."""
    words = text.words
    if any(word in ("chance", "chances") for word in words[number.first : number.last + 1]):
        return FIELDS["chance"]
    if {"water", "moisture", "damp"} & set(words[number.last + 1 : number.last + 4]):
        return FIELDS["humidity"]
    if number.value == EVEN and words[number.last] in w.WAGERS:
        return FIELDS["chance"]
    if _is_part_of_chance(text, number) or not _ODDS.isdisjoint(
        words[max(0, number.first - 6) : number.first]
    ):
        return FIELDS["chance"]
    is_beside = (
        before is not None
        and (before.is_fraction or (number.first == number.last and before.unit == "%"))
        and text.sentence_of[before.first] == text.sentence_of[number.first]
    )
    if is_beside:
        return FIELDS["chance"]
    if "hundred" in words[number.last - 1 : number.last + 1] or "100" in words[number.last : number.last + 1]:
        return PERCENTS
    pointer, pointed = _pointer(words, number.first)
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    is_free = (
        "times" in words[number.first : number.last + 1] or following not in w.FUNCTION or following == "of"
    )
    return FIELDS["chance"] if pointed in ("to", "at") and pointer in w.VERBS and not is_free else None


def _is_of_family(unit: str, fields: frozenset[Field]) -> bool:
    if unit == "%":
        return bool(fields & PERCENTS)
    return bool(fields & (TEMPERATURES if w.FAMILY_OF_UNIT.get(unit) == "T" else WIND))


def _range_start(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that this number ends a range with: "11 to 13", "between 4 and 7"."""
    if before is None or before.kind != "level":
        return None
    between = text.words[before.last + 1 : number.first]
    if between in (("to",), ("–",), ("-",), ("—",), ("up", "to"), ("down", "to"), ("through",)):
        return before
    opener = text.words[before.first - 1] if before.first else ""
    return before if between == ("and",) and opener in ("between", "both") else None


def _label(text: Text, number: Number, end: int, labels: Iterable[Label], unit: str | None) -> Label | None:
    """Return the nearest word that names the quantity, of those the unit allows."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return None
    family = w.FAMILY_OF_UNIT.get(unit or "")
    best: tuple[int, Label] | None = None
    for label in labels:
        if (family and w.FAMILY[label.name] != family) or _is_of_another(text, label, end):
            continue
        if label.at < number.first:
            cost = number.first - label.at - 1 + text.wall(label.at, number.first)
            cost += 8 * _has_number_between(text, label.at, number.first)
        elif label.at > end:
            if text.wall(end, label.at) >= _NEW_CLAUSE and _heads_another(text, label.at):
                continue
            cost = label.at - end + text.wall(end, label.at) + 2 * (label.name in ("temp", "feels"))
            cost += 8 * _has_number_between(text, end, label.at)
        else:
            continue
        if family is None and number.form != "fraction" and not _points_plainly(text, number, end, label):
            continue
        if cost <= w.LABEL_REACH and (best is None or cost < best[0]):
            best = cost, label
    return best[1] if best else None


def _is_to_skin(words: tuple[str, ...], end: int) -> bool:
    """Whether a number is what the skin feels: "eleven to the skin", "nine on the cheek"."""
    after = words[end + 1 : end + 4]
    is_felt = len(after) == 3 and after[0] in ("to", "on", "upon") and after[1] in ("the", "your", "thy", "a")
    return is_felt and w.LABELS.get(after[2]) == "skin"


def _heads_another(text: Text, at: int) -> bool:
    """Whether a label is followed by its own number: the "lows of 11" in "16, 17 and 20 °C, lows of 11"."""
    return any(word[0].isdecimal() or is_numeral(word) for word in text.words[at + 1 : at + 4])


def _is_of_another(text: Text, label: Label, end: int) -> bool:
    """Whether "night" goes with another number: "4 at night to 13 by day"."""
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
        return len(between) <= 4
    limit = 3 if label.name in ("chance", "moist") else 7
    return len(between) <= limit and all(word in w.PLAIN_LINKS for word in between)


def _has_number_between(text: Text, i: int, j: int) -> bool:
    return any(
        word[-1].isdecimal() or word in ("°", "%", "degrees", "percent") for word in text.words[i + 1 : j]
    )


def _fields(
    text: Text, label: Label | None, unit: str | None, number: Number, end: int
) -> frozenset[Field] | None:
    """Return the quantities a number may be of, None where neither unit nor label tells."""
    if unit in ("mph", "km/h", "kn", "m/s"):
        return WIND
    if label is None:
        if unit == "%":
            return PERCENTS
        return TEMPERATURES if unit else None
    if label.name in ("skin", "moist") and unit is None:
        return None
    if unit is None and number.form == "fraction":
        return FIELDS[label.name] if label.name in ("chance", "humidity") else None
    if label.name == "feels" and label.at > end:
        return TEMPERATURES
    is_chance_of = text.words[label.at - 2 : label.at] in _CHANCE_OF
    if unit is None and label.name == "chance" and text.words[label.at] in w.FALLING and not is_chance_of:
        return FIELDS["chance"] | TEMPERATURES
    if label.name in ("high", "low") and _names_both(text, label):
        return frozenset(("high", "low"))
    return FIELDS[label.name]


def _names_both(text: Text, label: Label) -> bool:
    near = text.words[max(0, label.at - 2) : label.at + 3]
    return {"high", "low"} <= {w.LABELS.get(word) for word in near}


def _inherited(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that a number is listed with: "60 and 51", "60 on Monday, 58 on Tuesday"."""
    if before is None or number.first - before.last > 8 or number.form == "fraction":
        return None
    between = text.words[before.last + 1 : number.first]
    rest = [word for word in between if word not in w.LINKS and word not in w.LISTED]
    return before if not rest and not w.JOINING.isdisjoint(between) else None


def names_count(text: Text, end: int) -> bool:
    """Whether what follows a bare number is a noun that it counts."""
    following = text.words[end + 1] if end + 1 < len(text.words) else "."
    if following in w.COUNTED_NOUNS:
        return True
    is_word = following[0].isalpha() and following not in w.FUNCTION and not following.endswith("ing")
    return is_word and following not in w.LABELS and following not in w.DIFFERENCE_AFTER


def _is_surely_labelled(text: Text, number: Number, end: int, label: Label) -> bool:
    """Whether a number without a unit is surely of its label's quantity, and no time or count."""
    is_close = 0 <= number.first - label.at - 1 <= 2
    if names_count(text, end) and not (is_close and label.name in ("feels", "high", "low")):
        return False
    before = text.words[number.first - 1] if number.first else ""
    if before == "to" and _pointer(text.words, number.first)[0] in w.VERBS:
        return True
    if number.form == "plain" and 0 < number.value <= 12 and before in w.TIME_BEFORE:
        near = number.first - label.at <= 3 and before in ("at", "near", "about", "around", "to", "between")
        return label.at < number.first and near
    return True


def _bare(text: Text, number: Number, end: int) -> tuple[frozenset[Field] | None, bool]:
    """Read a number with neither unit nor label: weather where its neighbours say so, else free."""
    words = text.words
    before = words[number.first - 1] if number.first else "."
    earlier = words[number.first - 2] if number.first > 1 else "."
    if number.form == "decade":
        possessive = before in ("my", "his", "her", "their", "your", "our") or earlier in ("back", "since")
        return (None, False) if possessive else (TEMPERATURES, before in w.DECADE_WORDS or before == "the")
    if before in w.WARM_ADJECTIVES and earlier in ("a", "an", "the", "and", ",", "but", "fairly", "rather"):
        fields = ANYTHING if before in w.SIZES else TEMPERATURES
        return fields, not names_count(text, end)
    if names_count(text, end) or _is_indefinite(words, number):
        return None, False
    if before.endswith("'s") and text.is_capital(number.first - 1):
        return ANYTHING, True
    if earlier in ("there", "here") and before in ("are", "is", "were") and 0 < number.value <= 12:
        return None, False
    if before == "another" and words[end + 1 : end + 2] == ("off",):
        return TEMPERATURES, True
    pointer, pointed = _pointer(words, number.first)
    if pointer in w.VERBS or pointer in w.COPULAS or pointer in ("mark",):
        return ANYTHING, pointed in (
            "",
            "at",
            "to",
            "around",
            "about",
            "near",
            "nearly",
            "close",
            "from",
            "between",
        ) or number.value > 24
    is_small = 0 < number.value <= 12
    return ANYTHING, not is_small and before not in ("of", "for") and before not in w.TIME_BEFORE_BARE


def _is_beside(text: Text, number: Number, before: Figure) -> bool:
    """Whether a bare "at twenty" follows a figure of the same sentence."""
    if number.value <= 12 or text.words[number.first - 1] != "at":
        return False
    return text.sentence_of[before.first] == text.sentence_of[number.first]


def _is_indefinite(words: tuple[str, ...], number: Number) -> bool:
    """Whether a spelled number is rather a word of its own: "the one to pick", "a hundred", "six of one"."""
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    if following in ("below", "above"):
        return False
    if words[number.last] in ("one", "dozen", "score", "hundred", "thousand") and number.first == number.last:
        return True
    if words[number.first - 1] in ("between", "from") and words[number.last + 2 : number.last + 3] != ():
        return False
    if words[number.first - 1] in ("has", "shows", "keeps", "holds", "gets"):
        return False
    is_part = following == "of" and (number.spelled or number.value <= _SMALL)
    return is_part or (number.spelled and number.value <= 10 and following in ("or", "and", "to"))


def _pointer(words: tuple[str, ...], i: int) -> tuple[str, str]:
    """Return the verb that a number hangs on, past a preposition and hedges, and that preposition."""
    pointed = ""
    for k in range(i - 1, max(-1, i - 5), -1):
        word = words[k]
        if word in ("at", "to", "around", "about", "near", "nearly", "close", "from", "between", "on", "in"):
            pointed = pointed or word
        elif word not in w.HEDGE_FILLERS:
            return word, pointed
    return "", pointed


def groups(text: Text, figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the runs of two or more figures of one quantity that are listed one after the other."""
    run: list[Figure] = []
    for figure in figures:
        if run and figure.fields & run[-1].fields and _follows(text, run[-1], figure):
            run.append(figure)
            continue
        if len(run) > 1:
            yield run
        run = [figure]
    if len(run) > 1:
        yield run


def _follows(text: Text, one: Figure, other: Figure) -> bool:
    between = text.words[one.last + 1 : other.first]
    return (
        len(between) <= 2
        and bool(between)
        and all(word in (",", "and", "to", "–", "-", "—", "or") for word in between)
    )
