"""More days said to be of a kind than not: "most days are dry", "wet days outnumber the dry"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.counted import forecasts_of
from scripts.grounding.constructions.day_kinds import PLAIN_KINDS, of_sky
from scripts.grounding.constructions.trend_spans import certain
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.sky_words import TERMS, Term

_TRIGGERS: Final = Triggers(
    ("most", "half", "majority", "outnumber", "outnumbers", "part", "minority", "than")
)
_OF_WEEK: Final = word_set("day days week them five six seven")
_MORE_DAYS: Final = (("more", "days", "are"), ("more", "days", "stay"), ("more", "days", "look"))
_MORE: Final = word_set("more better over")
_LESS: Final = word_set("less fewer under")
_LEAST_DAYS: Final = 3
_REACH: Final = 8


@told_by(_TRIGGERS)
def judge_majorities(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each such claim, held against the days of the one forecast given."""
    forecasts = forecasts_of(context)
    if len(forecasts) != 1 or len(forecasts[0]) < _LEAST_DAYS:
        return
    days = forecasts[0]
    for k in context.text.where(_TRIGGERS):
        first, last = context.stances.segment(k)
        found = _told(context.text.words, k, first, last)
        if found is None or not context.stances.is_asserted(k) or any(certain(context, first, last)):
            continue
        term, at, sign = found
        if (context.stances.is_denied_before(at, at - k - 1) if at > k else False) is not False:
            continue
        if any(sign * (2 * count - len(days)) > 0 for count in of_sky(term, False)(days)):
            yield Judgement(k, k, tuple(days))
        else:
            said = context.text.around(min(k, at), max(k, at))
            yield Judgement(k, k, fault=f"you wrote '{said}'; by the results it is not so of so many days")


def _told(words: tuple[str, ...], k: int, first: int, last: int) -> tuple[Term, int, int] | None:
    """Return of what kind more days (1) or fewer (-1) than half are said to be, and where that is told."""
    word, before, behind = words[k], words[first:k], words[k + 1 : last]
    if word == "than":
        return _more_than(words, k, behind)
    if word.startswith("outnumber"):
        return _named(words, k - 1, max(first - 1, k - 3), 1) if "days" in before[-3:] else None
    if word == "minority":
        return _named(words, k - 1, first - 1, -1) if "days" in before else None
    if word == "most":
        is_of_days = behind[:1] == ("days",) or (
            behind[:1] == ("of",) and not _OF_WEEK.isdisjoint(behind[1:3])
        )
        sign = 1 if is_of_days and before[-1:] not in (("the",), ("at",)) else 0
    elif word == "majority":
        sign = 1 if behind[:1] == ("of",) and not _OF_WEEK.isdisjoint(behind[1:3]) else 0
    elif word == "part":
        is_better = before[-2:] in (("the", "better"), ("the", "greater"), ("the", "best"))
        sign = 1 if is_better and behind[:1] == ("of",) and not _OF_WEEK.isdisjoint(behind[1:3]) else 0
    else:
        is_of_week = before[-1:] == ("than",) and not _OF_WEEK.isdisjoint(behind[:3])
        compared = before[-2:-1] if is_of_week else ()
        sign = 0 if not compared else 1 if compared[0] in _MORE else -1 if compared[0] in _LESS else 0
    if not sign:
        return None
    return _named(words, k + 1, min(last, k + _REACH), sign) or _named(
        words, k - 1, max(first - 1, k - 4), sign
    )


def _more_than(words: tuple[str, ...], k: int, behind: tuple[str, ...]) -> tuple[Term, int, int] | None:
    """Read "more dry days than wet", "more days are dry than wet"."""
    is_so = words[max(0, k - 4) : k - 1] in _MORE_DAYS
    if behind[:1] == () or not (is_so or (words[k - 3 : k - 2] == ("more",) and words[k - 1] == "days")):
        return None
    at = k - 2 + is_so
    return _named(words, at, at - 1, 1) if behind[0] == "not" or behind[0] in TERMS else None


def _named(words: tuple[str, ...], begin: int, end: int, sign: int) -> tuple[Term, int, int] | None:
    """Return the first word for a kind of day from one token up or down to another."""
    for at in range(begin, end, 1 if end > begin else -1):
        term = TERMS.get(words[at])
        if term is not None and (term.falls or term in PLAIN_KINDS):
            return term, at, sign
    return None
