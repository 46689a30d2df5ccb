"""Small bare numbers that are weather since a day owns them: "Friday blows at 18 km/h, Saturday at six"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.day_cue import DayCue
from scripts.grounding.facts import Field
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import PERCENTS, TEMPERATURES, VERBS, WIND
from scripts.grounding.text import Text, word_set

_OWNING: Final = word_set("at has have gets only but just will be is the a to with mere have shall")
_LISTING: Final = word_set(", and then but")
_CLOSED: Final = word_set(". , ; : ! ) — – and but while")
_NEAR: Final = 3


def with_days_own(text: Text, figures: list[Figure], days: Sequence[DayCue]) -> list[Figure]:
    """Return the figures; a bare one that a day owns is of what was told before it in its sentence."""
    if not days or all(figure.must for figure in figures):
        return figures
    found: list[Figure] = []
    for figure in figures:
        is_bare = not figure.must and figure.unit is None and figure.kind == "level"
        told = _told_before(text, figure, found) if is_bare else frozenset[Field]()
        if told and _is_days_own(text, figure, days):
            figure = figure._replace(must=True, fields=figure.fields & told or figure.fields)
        found.append(figure)
    return found


def _told_before(text: Text, figure: Figure, before: Sequence[Figure]) -> frozenset[Field]:
    """Return the kinds of quantity that the sentence has told levels of before a figure."""
    begin, _ = text.sentence(figure.first)
    told = [f for f in before if f.first >= begin and f.must and f.kind == "level"]
    kinds = (kind for f in told for kind in (TEMPERATURES, WIND, PERCENTS) if f.fields <= kind)
    return frozenset[Field]().union(*kinds)


def _is_days_own(text: Text, figure: Figure, days: Sequence[DayCue]) -> bool:
    """Whether "Saturday at six" or "and six on Saturday" stands, and nothing is counted."""
    words = text.words
    following = (*words[figure.last + 1 : figure.last + 2], ".")[0]
    for cue in days:
        if not cue.days:
            continue
        behind = words[cue.last + 1 : figure.first]
        if cue.last < figure.first and len(behind) <= _NEAR and _OWNING.issuperset(behind):
            return following in _CLOSED
        if cue.first == figure.last + 2 and following == "on":
            return words[figure.first - 1] in _LISTING or words[figure.first - 1] in VERBS
        if words[figure.last + 1 : cue.first] == (",", "on") and words[figure.first - 1].endswith("est"):
            return True
    return False
