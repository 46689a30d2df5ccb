"""Figures told one after the other: read by the one before, and the runs that they are listed in."""

from collections.abc import Iterator, Sequence

from scripts.grounding.figures.unlabelled import names_count
from scripts.grounding.text import Text
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number, is_numeral, small_value
from scripts.grounding.words.figure import THRESHOLDS, Figure
from scripts.grounding.words.figure_words import PERCENTS, WEEKDAYS, WIND

NEW_CLAUSE = 10
_LOSING = frozenset(
    form
    for verb in (
        "lose",
        "gain",
        "shed",
        "add",
        "drop",
        "shave",
        "trim",
        "cost",
        "climb",
        "fall",
        "sink",
        "slip",
        "rise",
        "recover",
        "regain",
        "plunge",
        "tumble",
        "jump",
    )
    for form in (verb, f"{verb}s")
)
_PUTTING = frozenset(
    ("puts", "gives", "takes", "pays", "hands", "wins", "claws", "earns", "goes", "it", "gets")
)
_MEASURED_BY = frozenset(("on", "under", "over", "above", "below", "than", "behind", "from", "beneath"))
_FACING = (("to",), ("against",), ("versus",), ("vs",))
_NEAR_SHARE = 6
_PARTING = ((",", "and"), ("—",))
_BEFORE_NAME = ("on", "in")
_STOPS = (",", ".", ";", "—", ":", ")")
_NAME_REACH = 8
_SHARING = frozenset(("and", ",", "but", "then", "only"))


def of_same_whole(text: Text, number: Number, unit: str | None, before: Figure | None) -> Figure | None:
    """Read "one chance in ten on Saturday and four on Sunday", where the four are of the same ten."""
    if before is None or not before.is_fraction or unit is not None or number.form != "plain":
        return None
    upper, words = small_value(text.words[before.first]), text.words
    is_near = 0 < number.first - before.last <= _NEAR_SHARE and words[number.first - 1] in _SHARING
    is_named = words[number.last + 1 : number.last + 2] in (("on",), ("for",), ("in",))
    if not (upper and is_near and is_named) or not text.is_capital(number.last + 2):
        return None
    share = number.value * before.least / upper
    return (
        before._replace(first=number.first, last=number.last, least=share, most=share)
        if share <= 100
        else None
    )


def as_lost(text: Text, figure: Figure, told: Sequence[Figure]) -> Figure:
    """Read "Berlin loses nine" as a difference after another one: "Hamburg loses four degrees to the "
    "wind"."""
    is_bare = figure.kind == "level" and figure.unit is None and figure.label is None
    is_lost = is_bare and (_is_lost(text.words, figure) or _is_spared(text.words, figure, told))
    if not is_lost or names_count(text, figure.last):
        return figure
    before = next((each for each in reversed(told) if each.kind == "difference"), None)
    if before is None or text.sentence_number(figure.first) - text.sentence_number(before.first) > 1:
        return figure
    return figure._replace(kind="difference", fields=before.fields, must=True)


def _is_lost(words: Sequence[str], figure: Figure) -> bool:
    """Whether a number is what is lost or gained: "sheds another six", "puts nine back"."""
    k = figure.first - 1
    while k > 0 and words[k] in ("another", "back", "off", "a", "further", "some", "about"):
        k -= 1
    if words[k] in _LOSING:
        return True
    is_back = words[k + 1] == "back" or words[figure.last + 1 : figure.last + 2] in (("back",), ("better",))
    return is_back and words[k] in _PUTTING


def _is_spared(words: Sequence[str], figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a day's number goes on from one before: "Monday has four in hand and Friday seven"."""
    k = figure.first - 1 - (words[figure.first - 1] == "with")
    if words[k] not in WEEKDAYS or words[k - 1] != "and" or not told:
        return False
    return tuple(words[told[-1].last + 1 : told[-1].last + 3]) in (("in", "hand"), ("to", "spare"))


def as_gapped(text: Text, figure: Figure, told: Sequence[Figure]) -> Figure:
    """Read "five degrees up on Seattle and thirteen on Chicago" as two differences."""
    below = figure
    before = told[-1] if told and told[-1].kind == "difference" else None
    if before is not None and figure.most < 0 and text.words[figure.last] in _MEASURED_BY:
        figure = figure._replace(least=-figure.most, most=-figure.least, last=figure.last - 1)
        gap = as_gapped(text, figure, told)
        return gap if gap.kind == "difference" else below
    k = figure.last + 1
    if before is None or figure.kind != "level" or figure.unit is not None or k + 1 >= len(text.words):
        return figure
    is_alike = (
        text.words[k] in _MEASURED_BY and text.words[k] in text.words[before.last + 1 : before.last + 3]
    )
    is_near = text.wall(before.last, figure.first) < NEW_CLAUSE and text.is_capital(k + 1)
    if not (is_alike and is_near) or before.fields <= PERCENTS | WIND:
        return figure
    return figure._replace(kind="difference", fields=before.fields, must=True)


def as_either(text: Text, figure: Figure, following: Figure) -> Figure:
    """Read the first number of "two or three degrees colder" as a difference too."""
    is_pair = text.words[figure.last + 1 : following.first] in (("or",), ("to",), ("–",), ("-",))
    is_like = figure.kind == "level" and figure.unit in (None, following.unit)
    return figure._replace(kind="difference", fields=following.fields) if is_pair and is_like else figure


def is_compared_with(text: Text, figure: Figure, before: Figure) -> bool:
    """Whether a figure is what a difference is measured from: "six degrees under the 18"."""
    between = text.words[before.last + 1 : figure.first]
    return before.kind == "difference" and 0 < len(between) <= 4 and w.HEDGE_FILLERS.issuperset(between)


def as_listed(text: Text, figure: Figure, beside: Figure) -> Figure:
    """Read "by two degrees Saturday and three on Sunday" as two differences."""
    if beside.kind != "difference" or figure.kind != "level" or text.words[beside.last + 1] == ",":
        return figure
    if text.words[figure.last + 1 : figure.last + 2] in _FACING:
        return figure
    if beside.unit is not None and "to" in text.words[figure.first - 2 : figure.first]:
        return figure
    return figure._replace(kind="difference", fields=beside.fields)


def is_parted(text: Text, last: int, first: int, end: int) -> bool:
    """Whether the figure from token `first` to `end` opens a clause that names whose it is, and the one up to
    `last` ends one: "in Cairo at 17 °C, and 10 °C in Oslo"."""
    words = text.words
    if text.wall(last, first) < NEW_CLAUSE or words[last + 1] in _BEFORE_NAME:
        return False
    for k in range(end + 1, min(len(words) - 1, end + 1 + _NAME_REACH)):
        if words[k] in _STOPS or words[k][0].isdecimal() or is_numeral(words[k]):
            return False
        if words[k] in _BEFORE_NAME and text.is_capital(k + 1):
            return True
    return False


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
    if (one.kind == "difference") != (other.kind == "difference"):
        return False
    if (one.hedge in THRESHOLDS) != (other.hedge in THRESHOLDS) and "," in between:
        return False
    if between in _PARTING and is_parted(text, one.last, other.first, other.last):
        return False
    return (
        len(between) <= 2
        and bool(between)
        and (
            between == ("and", "then")
            or all(word in (",", "and", "to", "–", "-", "—", "or") for word in between)
        )
    )
