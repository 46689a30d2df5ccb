"""What somebody asked to have counted: "how many days of rain", "any below freezing?"."""

from typing import Final

from scripts.grounding.constructions.day_kinds import (
    PLAIN_KINDS,
    Kind,
    of_both,
    of_codes,
    of_frost,
    of_mark,
    of_sky,
    of_thaw,
)
from scripts.grounding.context import Context
from scripts.grounding.facts import Field
from scripts.grounding.sky.sky_claims import claim_at
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import PERCENTS, TEMPERATURES
from scripts.grounding.words.sky_words import DRY, TERMS

ASKING: Final = frozenset(("many", "any", "long"))
_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights' times often")
_NIGHTS: Final = word_set("night nights nights' lows overnight dawns dawn")
_REACH: Final = 9
"""Tokens behind "how many" within which what it is of must be said."""

_ALL_DAY: Final = word_set("all stay stays staying throughout round never whole entire entirely")
_BELOW: Final = frozenset(("below", "under", "beneath"))
_FROST: Final = word_set("freezing frost freeze freezes frosts frosty frozen")


def asked_kind(context: Context) -> Kind | None:
    """Return what "how many days …?" asks for: rain, above 30, below freezing; None where it is no such."""
    words = context.user.texts[-1].words
    many = next((k for k, word in enumerate(words) if word in ASKING), 0)
    is_how_many = words[many - 1 : many] == ("how",) and not _DAYS.isdisjoint(words[many : many + 8])
    if not any(reading.is_current is False for reading in context.latest):
        is_how_many, many = True, 0
    if words[many : many + 1] == ("many",) and not is_how_many:
        return None
    is_nightly = not _NIGHTS.isdisjoint(words)
    marks = [figure for figure in context.user.figures_now if figure.must]
    if len(marks) == 1:
        return _past(marks[0], words[many : many + _REACH], is_nightly)
    if marks:
        return None
    if "zero" in words and not _BELOW.isdisjoint(words):
        is_whole_day = not _ALL_DAY.isdisjoint(words[many:])
        fields: frozenset[Field] = frozenset(("high",)) if is_whole_day else TEMPERATURES
        return of_mark(Figure(0, 0, 0, 0, fields, None, hedge="under"), is_nightly)
    for k in range(many, len(words)):
        word = words[k]
        term = TERMS.get(word)
        if term is not None and (term.falls or term in PLAIN_KINDS):
            claim = claim_at(context.user.texts[-1], k)
            is_plain = claim is None or claim.agrees >= term.agrees
            return of_sky(term, False) if is_plain or claim is None else of_codes(claim.agrees)
        if word in _FROST:
            return of_thaw(is_nightly) if "above" in words else of_frost(is_nightly)
    return None


def _past(mark: Figure, words: tuple[str, ...], is_nightly: bool) -> Kind:
    """Return the days past a mark, and dry ones where that is asked for too: "dry days with 5 % or less"."""
    if mark.hedge == "exact" and mark.is_exact:
        mark = mark._replace(hedge="at_least")
    term = next((TERMS[word] for word in words if word in TERMS), None)
    kind = of_mark(mark, is_nightly)
    is_dry_too = term is DRY and mark.fields <= PERCENTS
    return of_both(kind, of_sky(DRY, False)) if is_dry_too else kind
