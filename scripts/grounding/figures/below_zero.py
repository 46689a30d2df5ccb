"""Bare numbers below zero by a sign or a word that another of them has: "-4 to 2", "three and five below"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.text import Text, word_set
from scripts.grounding.words.figure import THRESHOLDS, Figure
from scripts.grounding.words.figure_words import TEMPERATURES

_JOINING: Final = frozenset(("nor", "and", "or", "but"))
_STANDING: Final = word_set("it's is at stands reads stays currently now a shows says be reaches hits")
NEAR: Final = 6
_BENEATH: Final = frozenset(("below", "under", "beneath"))
_LISTING: Final = frozenset((",", "and", "then", "or", "to"))
_THEN: Final = ((",", "then"), ("then",), (",", "and", "then"), ("and", "then"))


def as_signed(text: Text, figure: Figure, found: Sequence[Figure]) -> Figure:
    """Hold a bare number with a sign, or that is the other bound of two, to the weather."""
    if found and _is_other_bound(text, figure, found[-1]):
        return figure._replace(must=True, fields=figure.fields & found[-1].fields or figure.fields)
    if figure.kind != "level":
        return figure
    if text.words[figure.first - 1] == "plus":
        return figure._replace(must=text.words[figure.first - 2] in _STANDING)
    if figure.most < 0:
        return figure._replace(must=True, fields=figure.fields & TEMPERATURES or figure.fields)
    return figure


def _is_other_bound(text: Text, figure: Figure, before: Figure) -> bool:
    """Whether a bare number is the other bound: "never under eight degrees nor above twelve"."""
    is_bound = figure.hedge in THRESHOLDS and before.hedge in THRESHOLDS and before.must
    between = text.words[before.last + 1 : figure.first]
    return is_bound and len(between) <= NEAR // 2 and not _JOINING.isdisjoint(between)


def below_together(text: Text, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Read "four, six, then eight below" and "four below, then six" as figures below zero."""
    if _BENEATH.isdisjoint(text.words):
        return figures
    found = list(figures)
    for k in range(len(found) - 1, 0, -1):
        one, other = found[k - 1], found[k]
        if _is_told_below(text, other) and _is_plain(one) and _LISTING.issuperset(_between(text, one, other)):
            found[k - 1] = _below(one, other)
    for k in range(1, len(found)):
        one, other = found[k - 1], found[k]
        if one.most < 0 and _is_plain(other) and _between(text, one, other) in _THEN:
            found[k] = _below(other, one)
    return found


def _between(text: Text, one: Figure, other: Figure) -> tuple[str, ...]:
    return text.words[one.last + 1 : other.first]


def _is_told_below(text: Text, figure: Figure) -> bool:
    return figure.most < 0 and not _BENEATH.isdisjoint(text.words[figure.first : figure.last + 3])


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is a bare number above zero that may be a temperature."""
    return (
        figure.first == figure.last
        and figure.hedge == "exact"
        and (figure.label is None or figure.fields <= TEMPERATURES)
        and figure.kind == "level"
        and figure.least > 0
    )


def _below(figure: Figure, like: Figure) -> Figure:
    """Return a figure as one below zero, of the quantities of another."""
    return figure._replace(
        least=-figure.most, most=-figure.least, fields=like.fields & TEMPERATURES, must=True
    )
