"""Degrees that the wind takes or the damp adds, whatever the verb: "the breeze filches thirteen degrees"."""

from typing import Final

from scripts.grounding.agreement import is_rounded
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES
from scripts.grounding.text import word_set
from scripts.grounding.units_said import UNKNOWN_SCALE, convert_difference

_TAKERS: Final = word_set(
    "wind winds breeze breezes gale gust gusts chill windchill damp dampness humidity moisture air sun draft "
    "draught northerly southerly easterly westerly weather"
)
_LOST: Final = word_set("go goes went gone lost given fall falls yielded paid surrendered forfeit owed")
_LEVEL: Final = word_set(
    "feel feels feeling felt like at is are as reads stands shows it's reaches registers down up temperature"
)
_PARTING: Final = frozenset((",", ";", "and"))
_NEAR: Final = 3
"""Tokens before a figure in which a word may say that it is a temperature after all."""


def as_taken(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings whose felt and true temperature are so far apart, where wind or damp acts."""
    if figure.kind != "level" or not figure.fields & TEMPERATURES or figure.unit is None:
        return []
    begin, _ = context.text.sentence(figure.first)
    before = context.text.words[begin : figure.first]
    after = context.text.words[figure.last + 1 : figure.last + 6]
    is_lost = after[:1] != () and not _LOST.isdisjoint(after[:2]) and "to" in after
    if is_lost and not _TAKERS.isdisjoint(after):
        return [r for r in context.about(context.scopes.at(figure.first, figure.last)) if _is_gap(figure, r)]
    if _TAKERS.isdisjoint(before) or not _LEVEL.isdisjoint(before[-_NEAR:]):
        return []
    if all(_is_told_of(context, k) for k in range(begin, figure.first) if context.text.words[k] in _TAKERS):
        return []
    return [r for r in context.about(context.scopes.at(figure.first, figure.last)) if _is_gap(figure, r)]


def _is_told_of(context: Context, k: int) -> bool:
    """Whether the word at token k only names another figure: "57% humidity and four degrees"."""
    is_named = any(figure.label == k for figure in context.figures)
    return is_named and context.text.words[k + 1] in _PARTING


def _is_gap(figure: Figure, reading: Reading) -> bool:
    felt, true = reading.values.get("feels_like"), reading.values.get("temperature")
    if felt is None or true is None:
        return False
    unit = None if figure.unit == UNKNOWN_SCALE else figure.unit
    gap = round(convert_difference(abs(felt - true), reading.temperature_unit, unit), 6)
    return is_rounded(abs(figure.least), gap)
