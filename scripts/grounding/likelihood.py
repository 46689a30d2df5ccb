"""Whether it is said to rain "more likely than not", against the chance given."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.sky_words import TERMS
from scripts.grounding.text import Triggers

_LIKELY: Final = Triggers(("likely", "likelier", "probable"))
_EVEN: Final = 50.0
"""Percent that a chance is even at."""


def judge_likelihood(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "more likely than not" and "less likely than not" of rain or snow."""
    words = context.text.words
    for k in context.text.where(_LIKELY):
        if words[k + 1 : k + 3] != ("than", "not") or not context.stances.is_asserted(k):
            continue
        sign = -1 if words[k - 1] == "less" else 1
        if not _is_of_rain(context, k) or context.stances.is_denied_before(k - 1, 2) is not False:
            continue
        readings = [r for r in context.about(context.scopes.at(k, k)) if "chance" in r.values]
        fits = [r for r in readings if sign * (r.values["chance"] - _EVEN) >= 0]
        if fits:
            yield Judgement(k, k, tuple(fits))
        elif readings:
            told = readings[0].values["chance"]
            said = context.text.around(k, k + 2)
            yield Judgement(k, k + 2, fault=f"you wrote '{said}'; the results give a chance of {told:g} %")


def _is_of_rain(context: Context, k: int) -> bool:
    """Whether it is rain or snow that is so likely: named in the sentence, or asked about."""
    begin, end = context.stances.sentence(k)
    words = (*context.text.words[begin:end], *context.user.texts[-1].words)
    return any(word in TERMS and TERMS[word].falls for word in words)
