"""What was said last of the sky, said or denied of another in few words: "so is Vienna", "Friday isn't".

The words that follow say only whether it is so: "but Friday is", "none in Oslo", "nor on Monday", "but not
on Tuesday". What is denied by a verb alone is said of the other where that verb is denied: "the rain misses
Lyon, but not Turin".
"""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.sky.sky_claims import Claim
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words import sky_words as w

_NOT_SO: Final = word_set("isn't aren't doesn't don't won't hasn't haven't")
_SO: Final = w.AUXILIARIES
_LIKEWISE: Final = word_set("so neither nor")
_TRIGGERS: Final = Triggers(_NOT_SO | _SO | _LIKEWISE | {"not", "none"})
_AT: Final = word_set("on in for at")
_BEHIND: Final = word_set("not either too though so plenty some any none at all it one")
_NO: Final = frozenset(("not", "none"))
_HAD: Final = (("it",), ("one",), ("none",), ("any",), ("plenty",))
_OVERT: Final = word_set("no not never none nothing neither nor without nary") | _NOT_SO
_COMPARED: Final = word_set("than as more less most least only unlike instead")
_OF_ELSE: Final = word_set(
    "wind winds windy breeze breezy calm warm warmer hot hotter cold colder cool cooler mild humid freezing"
)
_REACH: Final = 14
"""Tokens from what is said of the sky within which it is taken up again."""

Repeated = Iterator[tuple[Claim, bool]]


def taken_over(context: Context, claims: Sequence[Claim]) -> Repeated:
    """Yield what is said of another day or place by no word of its own, and whether it is denied of it."""
    for k in context.text.where(_TRIGGERS):
        found = _said_likewise(context, claims, k) or _said_of_name(context, claims, k)
        if found is not None and context.stances.is_asserted(k):
            yield found


def _said_likewise(context: Context, claims: Sequence[Claim], k: int) -> tuple[Claim, bool] | None:
    """Return what "and so is Vienna", "nor does Friday" says."""
    words = context.text.words
    if (
        words[k] not in _LIKEWISE
        or k + 2 >= len(words)
        or words[k + 1] not in w.AUXILIARIES
        or k + 2 not in context.stances.names
    ):
        return None
    begin, _ = context.stances.sentence(k)
    said = [claim for claim in claims if begin <= claim.first < k]
    denied = context.stances.is_denied(said[-1].first, said[-1].last) if said else None
    return None if denied is None else (said[-1]._replace(first=k + 2, last=k + 2), denied)


def _said_of_name(context: Context, claims: Sequence[Claim], k: int) -> tuple[Claim, bool] | None:
    """Return what "but Friday isn't", "not on Friday", "none in Oslo" at token k says."""
    words, names = context.text.words, context.stances.names
    is_aux = k - 1 in names and words[k] in _NOT_SO | _SO | {"none"}
    at = k - 1 if is_aux else k + 1 + (words[k + 1 : k + 2] != () and words[k + 1] in _AT)
    if not is_aux and (words[k] not in ("not", "none", "nor") or at not in names):
        return None
    behind = k + 1 if is_aux else at + 1
    while behind < len(words) and (words[behind] in _BEHIND or (not is_aux and behind in names)):
        behind += 1
    is_had = is_aux and words[k] in _SO | _NOT_SO and words[k + 1 : k + 2] in _HAD
    is_had = is_had or words[k] == "none"
    claim = _last_of(context, claims, min(k, at), is_had)
    is_here = claim is not None and context.text.sentence_of[claim.first] == context.text.sentence_of[k]
    is_here = is_here or (claim is not None and context.text.words[claim.last + 1] == "?")
    if claim is None or not (is_aux or is_here) or (behind < len(words) and _goes_on(words[behind])):
        return None
    denied = False if is_had else context.stances.is_denied(claim.first, claim.last)
    if denied is None or context.stances.is_maxim(claim.first):
        return None
    begin, end = context.stances.segment(claim.first)
    is_no = words[k] not in _SO or not _NO.isdisjoint(words[k + 1 : behind])
    by_verb = denied and _OVERT.isdisjoint(words[begin : min(end, k)])
    return claim._replace(first=at, last=at), is_no != by_verb


def _goes_on(word: str) -> bool:
    """Whether a word, or a figure with its sign, says of a name how it is itself."""
    return word[-1].isalnum() or word[0] == "("


def _last_of(context: Context, claims: Sequence[Claim], before: int, is_had: bool) -> Claim | None:
    """Return what was said last before a token, where nothing else was said or compared since.

    Of what another one "has", it need only have been spoken of: "if you want rain, Friday has it".
    """
    said = [claim for claim in claims if claim.last < before]
    if not said or before - said[-1].last > _REACH:
        return None
    claim = said[-1]
    between = context.text.words[max(0, claim.first - 2) : before]
    between = between[2:] if between[:2] == ("as", "for") else between
    is_of_else = not _OF_ELSE.isdisjoint(between) or not _COMPARED.isdisjoint(between)
    is_figured = any(claim.last < figure.first < before for figure in context.figures)
    is_said = is_had or context.text.words[claim.last + 1] == "?" or context.stances.is_asserted(claim.first)
    return None if is_of_else or is_figured or not is_said else claim
