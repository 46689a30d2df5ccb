"""Figures whose unit is of another quantity than they are given for: "94% wind", "humidity at 9 mph"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field
from scripts.grounding.text import DIGITS, Triggers, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import FIELDS, TEMPERATURES, WIND

_QUANTITIES: Final = {
    **dict.fromkeys(word_set("wind winds breeze breezes gusts"), WIND),
    "humidity": FIELDS["humidity"],
    **dict.fromkeys(word_set("temperature temperatures"), TEMPERATURES),
}
_TRIGGERS: Final = Triggers(_QUANTITIES)
_BEHIND: Final = frozenset(_QUANTITIES) - word_set("temperature temperatures")
_COPULAS: Final = word_set("is are was of stands stood runs sits comes remains hovers measures reads")
_AT: Final = frozenset(("at",))
_FILLERS: Final = word_set(
    "a an the about around roughly nearly only just but some now still to up down in at"
)
_LINKS: Final = _COPULAS | _FILLERS
_REACH: Final = 4
_BESIDE: Final = word_set("chance likely likelihood probability odds stronger lighter more less higher lower")
_OTHER_NOUNS: Final = word_set("chill chance advisory warning cooling index")


@told_by(_TRIGGERS)
def judge_misnamed(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each figure with a unit that is given for a quantity without such a unit."""
    for figure in context.figures:
        if figure.unit is None or not context.stances.is_asserted(figure.first):
            continue
        name = _named_behind(context.text.words, figure) or _named_before(context.text.words, figure)
        if name and not _QUANTITIES[name] & figure.fields:
            said = context.text.around(figure.first, figure.last)
            fault = f"you wrote '{said}'; that is no unit of {name}"
            yield Judgement(figure.first, figure.last, fault=fault)


def _named_behind(words: tuple[str, ...], figure: Figure) -> str:
    """Return the quantity right behind a figure, "94% wind", "9 mph of humidity"; "" where none stands."""
    k = figure.last + 1 + (words[figure.last + 1 : figure.last + 2] == ("of",))
    if k >= len(words) or words[k] not in _BEHIND:
        return ""
    after = words[k + 1 : k + 2]
    is_heading = after != () and (after[0] in _OTHER_NOUNS or after[0] in ":(" or after[0][0] in DIGITS)
    return "" if is_heading else words[k]


def _named_before(words: tuple[str, ...], figure: Figure) -> str:
    """Return the quantity that a figure is said to be of, "wind at 94%"; "" where none is."""
    k = figure.first - 1
    seen = set[str]()
    while k > max(0, figure.first - _REACH) and words[k] in _LINKS:
        seen.add(words[k])
        k -= 1
    if k < 0 or words[k] not in _QUANTITIES or _names_another(words, figure):
        return ""
    is_degrees = bool(figure.fields & TEMPERATURES)
    return words[k] if seen & _COPULAS or (seen & _AT and not is_degrees) else ""


def _names_another(words: tuple[str, ...], figure: Figure) -> bool:
    """Whether what a figure is of stands behind it: "the wind is at 94% humidity", "is 60% likely"."""
    after: tuple[str, ...] = words[figure.last + 1 : figure.last + 4]
    known: frozenset[Field] = frozenset().union(*(_QUANTITIES.get(word, frozenset()) for word in after[:2]))
    return bool(known & figure.fields) or not _BESIDE.isdisjoint(after)
