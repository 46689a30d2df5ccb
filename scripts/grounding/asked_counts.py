"""Replies that open with a number, to somebody who asked how many days: "Two, and both are mild"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.asked_kinds import ASKING, asked_kind
from scripts.grounding.context import Context, Judgement
from scripts.grounding.counts import COUNTS, count_at, forecasts_of, judged, kind_of, word_at
from scripts.grounding.enumerated import Count, judge_enumerated
from scripts.grounding.text import word_set

_LED: Final = word_set(
    "upon on expect reckon look for only just but exactly precisely why well sir friend a full fully "
    "no fewer than i count yes aye about all there are be will is that's"
)
_AFTER_ANSWER: Final = word_set(
    ". , : ; — – - ! of out in only day night days nights do it does have see get are is will fall falls "
    "reach reaches drop drops pass passes top tops hit hits make makes go goes dip dips exceed exceeds stay "
    "stays bring brings sink sinks"
) | {""}
_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights'")
_TIMES: Final = frozenset(("once", "twice", "thrice"))
_NO_TIMES: Final = frozenset(("when", "which"))
_SHORT: Final = 5
"""Tokens of a question that only names what falls, at most: "Any thunder this week?"."""

_OF_DAYS: Final = (("of", "the"), ("of", "them"), ("out", "of"))
_EVERY: Final = (("every", "one"), ("every", "day"), ("every", "night"), ("all", "of"), ("each", "of"))


def judge_asked_counts(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for the number that such a reply opens with, and the days that it goes on to name."""
    asked = context.user.texts[-1].words
    words = context.text.words
    is_of_times = not _TIMES.isdisjoint(words[:4]) and _NO_TIMES.isdisjoint(asked)
    if not context.text.sentences or not (
        is_of_times or "on" in words[:3] or not ASKING.isdisjoint(asked) or len(asked) <= _SHORT
    ):
        return
    forecasts = forecasts_of(context)
    count = _opening(context, max(map(len, forecasts), default=0))
    if count is None or not forecasts or not context.stances.is_asserted(count.first):
        return
    if not count.number and ASKING.isdisjoint(asked):
        return
    if "many" not in asked and not is_of_times and not _counts_days(words, count.last):
        return
    longest = max(map(len, forecasts))
    said = kind_of(context, count)
    if said is not None and count_at(words, count.first, longest) is not None:
        return
    kind = said or asked_kind(context)
    if kind is None:
        return
    judgement = judged(context, count, kind, forecasts)
    yield judgement
    if not judgement.fault and len(forecasts) == 1:
        yield from judge_enumerated(context, count, forecasts[0], kind)


def _opening(context: Context, longest: int) -> Count | None:
    """Return the number that a reply opens with: "Just two", "Not one", "All five", "Every one of them"."""
    words = context.text.words
    begin, end = context.text.sentences[0]
    begin += words[begin] in ("on", "upon")
    if words[begin : begin + 2] in _EVERY:
        return Count(begin, begin + 1, longest, True)
    at = next((k for k in range(begin, min(end, begin + 6)) if words[k] not in _LED and words[k] != ","), end)
    is_none = words[at : at + 2] == ("not", "one")
    number = 0 if is_none else 1 if word_at(words, at) == "once" else COUNTS.get(word_at(words, at))
    last = at + is_none
    if number is None or word_at(words, last + 1) not in _AFTER_ANSWER:
        return None
    return Count(at, last, number, True)


def _counts_days(words: tuple[str, ...], last: int) -> bool:
    """Whether the number that a reply opens with plainly counts days: "Two days of the five"."""
    behind = words[last + 1 : last + 4]
    return not _DAYS.isdisjoint(behind) or behind[:2] in _OF_DAYS
