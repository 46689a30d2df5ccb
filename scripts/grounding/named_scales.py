"""Figures whose scale is named elsewhere in their sentence: "in Celsius it is seventeen degrees"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES
from scripts.grounding.text import Text, Triggers
from scripts.grounding.units_said import SCALES, UNKNOWN_SCALE

_NAMES: Final = Triggers(("celsius", "centigrade", "fahrenheit"))
_LEADING: Final = frozenset(("in", "by", "on", "upon", "under", "of"))


def in_named_scales(text: Text, figures: Sequence[Figure]) -> list[Figure]:
    """Give the one figure of a sentence that names one scale that scale: "by the Celsius scale it is 40"."""
    found = list(figures)
    for k in text.where(_NAMES):
        lead = text.words[k - 1] if text.words[k - 1] != "the" else text.words[k - 2]
        begin, end = text.sentence(k)
        scales = {text.words[n] for n in text.where(_NAMES) if begin <= n < end}
        here = [n for n, f in enumerate(found) if begin <= f.first < end and f.fields & TEMPERATURES]
        if lead not in _LEADING or len(scales) > 1 or len(here) != 1:
            continue
        figure = found[here[0]]
        if figure.unit in (None, UNKNOWN_SCALE) and figure.must and figure.kind == "level":
            found[here[0]] = figure._replace(unit=SCALES[text.words[k]], fields=figure.fields & TEMPERATURES)
    return found
