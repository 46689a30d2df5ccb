"""Replies that open with a number, to somebody who asked how many days: "Two, and both are mild"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.counted import COUNTS, count_at, places_now, told_of, word_at
from scripts.grounding.constructions.enumerated import Count, judge_enumerated
from scripts.grounding.context import Context, Judgement
from scripts.grounding.counting.asked_kinds import ASKING, asked_kind
from scripts.grounding.counting.counts import judged, kind_of
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_set

_LED: Final = word_set(
    "upon on expect reckon look for only just but exactly precisely why well sir friend a full fully no "
    "fewer than i count yes aye about all there are be will is that's the make it comes to that makes "
    "by my you may"
)
_AFTER_ANSWER: Final = word_set(
    ". , : ; — – - ! of out in only day night days nights do it does have see get are is will fall "
    "falls reach reaches drop drops pass passes top tops hit hits make makes go goes dip dips exceed "
    "exceeds stay stays bring brings sink sinks look looks seem seems appear appears should remain "
    "promise with without by"
) | {""}
_DAYS: Final = word_set("days nights mornings afternoons evenings day night days' nights'")
_PAIRS: Final = {"both": 2, "neither": 0}
_OF_PAIR: Final = word_set(". , ; ! are is will do does have has of get see")
_SO: Final = word_set("will do does are is have")
"""What stands behind a number that answers whether days are so: "Two will", "All three do"."""

_OF_PLACES: Final = word_set("both either neither all any which many")
_TIMES: Final = frozenset(("once", "twice", "thrice"))
_NO_TIMES: Final = frozenset(("when", "which"))
_SHORT: Final = 5
"""Tokens of a question that only names what falls, at most: "Any thunder this week?"."""

_OF_DAYS: Final = (("of", "the"), ("of", "them"), ("out", "of"))
_EVERY: Final = (
    ("every", "one"), ("every", "day"), ("every", "night"), ("every", "single"), ("every", "last"),
    ("all", "of"),
    ("each", "of"), ("each", "and"), ("the", "lot"), ("the", "whole"), ("all", "week"), ("the", "entire"),
    ("they", "all"), ("all", "but"), ("all", "except"), ("all", "save"), ("all", "bar"), ("all", "the"),
)  # fmt: skip
_BUT: Final = frozenset(("but", "except", "save", "bar"))
_NOT_A: Final = (("not", "a"), ("nary", "a"), ("never", "a"), ("not", "any"), ("no", "day"), ("no", "days"),
    ("aren't", "any"), ("isn't", "one"), ("isn't", "any"), ("not", "one"), ("no", "night"))  # fmt: skip
_A_ONE: Final = word_set("one single day night of them . , ; ! — at does gets manages makes reaches stays")
_LONE: Final = frozenset(("single", "lone", "solitary"))
_NONE_BEHIND: Final = word_set("at whatever whatsoever that gets manages makes i by so")
_PLURAL: Final = word_set("days nights mornings afternoons evenings")


def judge_asked_counts(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for the number that such a reply opens with, and the days that it goes on to name."""
    asked = context.user.texts[-1].words
    words = context.text.words
    is_of_times = not _TIMES.isdisjoint(words[:4]) and _NO_TIMES.isdisjoint(asked)
    is_counted = not ASKING.isdisjoint(asked) or _asks_which(asked) or _is_of_pair(context)
    is_counted = is_counted or not _PAIRS.keys().isdisjoint(words[:4])
    if not context.text.sentences or not (
        is_of_times or "on" in words[:3] or is_counted or len(asked) <= _SHORT
    ):
        return
    forecasts = _told_of(context)
    count = _opening(context, max(map(len, forecasts), default=0))
    if count is None or not forecasts or not context.stances.is_asserted(count.first):
        return
    if not count.number and not is_counted:
        return
    is_asked = "many" in asked or _asks_which(asked) or words[count.first] in _PAIRS
    is_asked = is_asked or forecasts[0][0].is_current
    is_asked = is_asked or (word_at(words, count.last + 1) in _SO and not _PLURAL.isdisjoint(asked))
    if not is_asked and not is_of_times and not _counts_days(words, count.last):
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


def _is_of_pair(context: Context) -> bool:
    """Whether it is asked of several places how it is there now: "are both below freezing?"."""
    return bool(places_now(context)) and not _OF_PLACES.isdisjoint(context.user.texts[-1].words)


def _told_of(context: Context) -> list[list[Reading]]:
    """Return what may be counted: of somebody who asks about two days, these."""
    forecasts = told_of(context)
    named = frozenset(atom for cue in context.user.days for atom in cue.days or ())
    two = [reading for reading in forecasts[0] if reading.atoms & named] if len(forecasts) == 1 else []
    is_pair = len(two) == max(_PAIRS.values()) and not _PAIRS.keys().isdisjoint(context.text.words[:4])
    return [two] if is_pair else forecasts


def _opening(context: Context, longest: int) -> Count | None:
    """Return the number that a reply opens with: "Just two", "Not one", "All five", "Every one of them"."""
    words = context.text.words
    begin, end = context.text.sentences[0]
    begin += words[begin] in ("on", "upon", "in")
    if words[begin : begin + 2] in _EVERY:
        return _all_but(context, begin, end, longest)
    at = next((k for k in range(begin, min(end, begin + 6)) if _tells(words, k)), end)
    if words[at : at + 2] in _NOT_A and word_at(words, at + 2) in _A_ONE:
        return Count(at, at + 1, 0, True) if _BUT.isdisjoint(words[at:end]) else None
    word = word_at(words, at)
    if word in _PAIRS:
        is_so = longest == max(_PAIRS.values()) and word_at(words, at + 1) in _OF_PAIR | {"", "one"}
        return Count(at, at, _PAIRS[word], True) if is_so else None
    number = 1 if word == "once" or word in _LONE else 0 if word in ("zero", "nil") else COUNTS.get(word)
    behind = word_at(words, at + 1)
    is_closed = behind in _AFTER_ANSWER or (number == 0 and behind in _NONE_BEHIND) or word in _LONE
    return Count(at, at, number, True) if number is not None and is_closed else None


def _tells(words: tuple[str, ...], k: int) -> bool:
    """Whether a token is no word that only leads to an answer."""
    return (words[k] not in _LED and words[k] != ",") or words[k : k + 2] in _NOT_A


def _all_but(context: Context, begin: int, end: int, longest: int) -> Count | None:
    """Return "every one of them" as all the days there are, "all but two" as so many less; days excepted by
    name are read elsewhere."""
    words = context.text.words
    at = next((k for k in range(begin + 1, min(end, begin + 5)) if words[k] in _BUT), None)
    if at is None:
        return Count(begin, begin + 1, longest, True)
    number = COUNTS.get(word_at(words, at + 1))
    return Count(begin, at + 1, longest - number, True) if number is not None else None


def _asks_which(asked: tuple[str, ...]) -> bool:
    """Whether days are asked for by "which" and not by "how many"."""
    return not (_NO_TIMES.isdisjoint(asked) or _PLURAL.isdisjoint(asked))


def _counts_days(words: tuple[str, ...], last: int) -> bool:
    """Whether the number that a reply opens with plainly counts days: "Two days of the five"."""
    behind = words[last + 1 : last + 4]
    return not _DAYS.isdisjoint(behind) or behind[:2] in _OF_DAYS
