"""Day names, dates and other ways of naming a day, found in a text."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.facts import PRESENT, Atom
from scripts.grounding.names.dates import (
    MONTHS,
    OF_DATE,
    month_first,
    number_first,
    shifted,
)
from scripts.grounding.names.day_cues import HENCE, SINGULAR, THENCE, joined
from scripts.grounding.names.days_around import days_around
from scripts.grounding.names.vague_days import COUNTED, WHOLE, end_of_rest, is_vague
from scripts.grounding.names.weekdays import (
    AT_PRESENT,
    PARTS_OF_DAY,
    RELATIVE,
    SHORT,
    WEEKDAY,
    is_short_day,
    of_day,
    weekday_at,
)
from scripts.grounding.text import DIGITS, NUMERALS, Text, Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue

_FEASTS: Final = {
    "christmas": {"eve": 1224, "day": 1225},
    "boxing": {"day": 1226},
    "year": {"eve": 1231, "day": 101},
    "valentine": {"day": 214},
}
_PRONOUNS: Final = word_set("it he she it's he's she's")
_ORDINALS: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "seventh": 6}
_DATES: Final = {
    name: number
    for number, name in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}
_TENS: Final = {"twenty": 20, "thirty": 30}
_BEFORE_DATE: Final = word_set("on by upon until till from . ; \n")
_AFTER_DATE: Final = word_set(
    "a an the , . ; : and it it's there's we thou you with brings shall will is comes has there of rain snow "
    "light moderate heavy"
)
_OPENING: Final = word_set("opens starts begins")
_ENDING: Final = word_set("ends closes finishes")
_ENDED_OF: Final = word_set("week and fortnight weekend forecast stretch it spell")
_BEGUN: Final = word_set(
    "days nights outlook run trip period series weather day saturday sunday then that which and what who"
)
_OPENED_BY: Final = word_set(
    "with at off out hot warm cool cold mild clear sunny dry wet partly mostly mainly foggy cloudy gray "
    "grey overcast bright windy fine rainy snowy stormy in under"
)
_WEEK_PARTS: Final = {"weekend": (5, 6), "midweek": (1, 2, 3), "weekdays": (0, 1, 2, 3, 4)}
_MEASURING: Final = frozenset(
    ("than", "below", "above", "under", "over", "from", "against", "until", "before")
)
_ANY_WEEKEND: Final = frozenset(("a", "long", "any", "another"))
_WEEKEND: Final = frozenset({("weekday", 5), ("weekday", 6)})
_SATURDAY: Final = frozenset({("weekday", 5)})
_OPENED: Final = [(_SATURDAY, word) for word in _OPENING]
_TODAY: Final[frozenset[Atom]] = frozenset({("offset", 0)})
_DAYS_MEANT: Final = tuple(
    (word,)
    for word in word_list(
        "days nights , . : ; are look stay dry wet clear fair fine sunny cloudy overcast have bring bringing "
        "being will run all rainy snowy foggy dull grey gray get with"
    )
)
_AFTER_THAT: Final = word_set(
    ", . ; : ! ? — – ) it it's the there there's you we nothing all every each comes come is no i expect a "
    "things they skies only"
)
_AT_HAND: Final = (("at", "present"), ("i", "write"))
_IN_TURN: Final = (("on",), ("by",), ("to",))
_AND_MORE: Final = (("and", "more"), ("and", "others"))
_LAST: Final = frozenset(("last", "final", "closing"))
_NUMBERED: Final = {
    "one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5, "seven": 6,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
}  # fmt: skip
_QUANTIFIERS: Final = word_set("throughout all whole both each every neither none either respectively")
_BEFORE_ALL: Final = word_set("at after above in for")
_NEIGHBOURS: Final = word_set("neighbors neighbours")
_ITS: Final = frozenset(("its", "either", "both", "two"))
_DAYS_OR_NIGHTS: Final = frozenset(("days", "nights"))
_BOTH: Final = frozenset(("both", "all", "each"))
_BESIDE: Final = (("before",), ("after",), ("prior",))
_THOSE: Final = frozenset(("those", "these"))
_THOSE_MEANT: Final = word_set("days two three four five nights mornings afternoons evenings")
_ALONG_A_DAY: Final = PARTS_OF_DAY | word_set("day along but over round around through other the told")
_NAMES: Final = (
    WHOLE
    | _QUANTIFIERS
    | _OPENING
    | _ENDING
    | _THOSE
    | HENCE
    | PARTS_OF_DAY
    | _NEIGHBOURS
    | word_set(
        "twenty thirty that then day write first last this moment present between former latter one "
        "other else"
    )
).union(WEEKDAY, SHORT, MONTHS, RELATIVE, AT_PRESENT, _FEASTS, _WEEK_PARTS, _DATES)
_TRIGGERS: Final = Triggers(_NAMES | {f"{name}'s" for name in _NAMES})


def find_days(text: Text) -> list[DayCue]:
    """Return the day cues of a text in order; lists and ranges of days come as one."""
    cues: list[DayCue] = []
    words = text.words
    end = -1
    begun = [i for i in text.where(NUMERALS) if not OF_DATE.isdisjoint(words[i + 1 : i + 2])]
    for i in sorted([*text.where(_TRIGGERS), *begun]) if begun else text.where(_TRIGGERS):
        if i <= end:
            continue
        around = days_around(text, i, cues) if words[i] in _DAYS_OR_NIGHTS else None
        cue = around or _cue_at(text, i, words[i].removesuffix("'s"), cues)
        if cue is not None:
            cue = _with_more(words, cue)
            end = cue.last
            cues.append(cue)
    return list(joined(text, cues)) if cues else cues


def _with_more(words: tuple[str, ...], cue: DayCue) -> DayCue:
    """Return a day with what counts others like it: "Thursday and 3 more, with a high of 21"."""
    after = words[cue.last + 1 : cue.last + 5]
    if after[:3:2] not in _AND_MORE or after[3:] in _IN_TURN:
        return cue
    return cue._replace(last=cue.last + 3) if after[1] in COUNTED or after[1][0] in DIGITS else cue


def _takes_up(text: Text, i: int, before: DayCue | None) -> bool:
    """Whether "both days" takes up days named before in the sentence."""
    if before is None or not before.days or text.sentence_of[before.first] != text.sentence_of[i]:
        return False
    return not _BOTH.isdisjoint(text.words[max(0, i - 2) : i])


def _last_named(words: tuple[str, ...], cues: Sequence[DayCue], i: int) -> DayCue | None:
    """Return the day named last; "the night before … and the night after" are of the same one."""
    is_beside = words[i + 1 : i + 2] in _BESIDE and words[i + 2 : i + 3] != ("that",)
    if is_beside and len(cues) > 1 and words[cues[-1].last : cues[-1].last + 1] in _BESIDE:
        return cues[-2]
    return next((cue for cue in reversed(cues) if not cue.is_weak), None)


def _cue_at(text: Text, i: int, word: str, cues: Sequence[DayCue]) -> DayCue | None:
    """Return the cue that begins at token i, or ends there; `cues` are those before it."""
    words = text.words
    if word[0] in DIGITS:
        return number_first(text, i)
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in WEEKDAY or (word in SHORT and text.is_capital(i) and is_short_day(text, i)):
        return weekday_at(words, i, word, following)
    if word == "yesterday" and _is_users_own(words, i):
        return None
    if word in RELATIVE:
        return of_day(words, i, i, frozenset({("offset", RELATIVE[word])}))
    if word in AT_PRESENT:
        return of_day(words, i, i, PRESENT)
    if word in _FEASTS and following in _FEASTS[word]:
        return DayCue(i, i + 1, frozenset({("monthday", _FEASTS[word][following])}))
    if word in MONTHS:
        return month_first(text, i)
    if word in _WEEK_PARTS and not (word == "weekend" and words[max(0, i - 1)] in _ANY_WEEKEND):
        return DayCue(i, i, frozenset(("weekday", n) for n in _WEEK_PARTS[word]))
    before = _last_named(words, cues, i)
    if word in _NEIGHBOURS:
        return _neighbours(words, i, before)
    if word in _DAYS_OR_NIGHTS and _takes_up(text, i, before):
        return DayCue(i, i, None, is_weak=True)
    if word == "that" and following in PARTS_OF_DAY and (before is None or before.days):
        return _of_that_day(text, i, before)
    if word in HENCE or word in ("that", "then"):
        return _thence(text, i, word, following) if before is not None and before.days else None
    if word == "day" or (word in PARTS_OF_DAY and following in ("before", "after", "prior")):
        return _numbered_day(text, i, before)
    if following in _OPENED_BY and (word in _ENDING or word in _OPENING):
        return _end_of_stretch(text, i, word, before)
    return _present(words, i, word, following) or _several(text, i, word, following)


def _end_of_stretch(text: Text, i: int, word: str, before: DayCue | None) -> DayCue | None:
    """Return the first day or the last of what is spoken of: "the first is dry", "it ends with rain"."""
    words = text.words
    if before is not None:
        if word in _OPENING and before.days == _WEEKEND:
            return DayCue(i, i, _SATURDAY)
        if word in _ENDING and (before.days == _WEEKEND or (before.days, words[before.first]) in _OPENED):
            return DayCue(i, i, _WEEKEND - _SATURDAY)
    if word in _ENDING and words[max(0, i - 1)] in _ENDED_OF:
        return DayCue(i, i, frozenset({("nth", -1)}))
    if word in _OPENING and _is_of_days(text, i):
        is_first_named = before is None or not before.days or before.last < text.sentence(i)[0]
        return DayCue(i, i, frozenset({("nth", 0)})) if is_first_named else None
    following = words[i + 1]
    return _present(words, i, word, following) or _several(text, i, word, following)


def _is_of_days(text: Text, i: int) -> bool:
    """Whether what begins at token i may be the days: not "thrift begins with such trifles"."""
    word = text.words[i - 1] if i else ""
    return word in _ENDED_OF or word in _BEGUN or not word.isalpha() or text.is_capital(i - 1)


def _is_users_own(words: tuple[str, ...], i: int) -> bool:
    """Whether a day is that of a figure the user gave: "six above the 25 you had yesterday"."""
    at = next((k for k in range(i - 1, max(0, i - 4), -1) if words[k] == "you"), 0)
    at -= words[at - 1] in ("that", "which")
    before = words[at - 1] if at > 0 else "."
    return before[-1] in DIGITS or before in ("degrees", "c", "f")


def _thence(text: Text, i: int, word: str, following: str) -> DayCue | None:
    """Read "after that", "until then", "thereafter": the days on one side of those named before."""
    words = text.words
    if word in HENCE:
        return DayCue(i, i, None)
    if words[max(0, i - 2)] in ("day", "days", "night", "week"):
        return None
    is_name = i + 1 < len(words) and text.is_capital(i + 1)
    is_of_noun = word == "that" and following not in _AFTER_THAT and not is_name
    side = THENCE.get(words[i - 1])
    if side is None or is_of_noun or (words[i - 1] == "from" and (word, following) != ("then", "on")):
        return None
    return DayCue(i - 1, i, None)


def _present(words: tuple[str, ...], i: int, word: str, following: str) -> DayCue | None:
    """Read "at the moment", "at present", "as I write", "this hour", "this afternoon"."""
    earlier = words[i - 1] if i else ""
    if word == "moment" and earlier in ("the", "this"):
        return DayCue(i - 1, i, PRESENT)
    if (earlier, word) in _AT_HAND or (word == "this" and following in ("minute", "hour")):
        return DayCue(i, i, PRESENT)
    is_part = following.removesuffix("'s") in PARTS_OF_DAY
    return DayCue(i, i + 1, _TODAY) if word == "this" and is_part else None


def _neighbours(words: tuple[str, ...], i: int, before: DayCue | None) -> DayCue | None:
    """Read "its neighbours", "either of its neighbours": those before and after the day named last."""
    if not _ITS.intersection(words[max(0, i - 3) : i]):
        return None
    around = [shifted(before, by) for by in (-1, 1)]
    days = frozenset[Atom]().union(*(each for each in around if each))
    return DayCue(i - 1, i, days, is_list=True) if days else None


def _several(text: Text, i: int, word: str, following: str) -> DayCue | None:
    """Read "the first three days", and words for no certain day: "the rest", "both", "the other"."""
    words = text.words
    earlier = words[i - 1] if i else ""
    if word in ("first", "last") and following in COUNTED and words[i + 2 : i + 3] in _DAYS_MEANT:
        count = COUNTED[following]
        span = range(count) if word == "first" else range(-count, 0)
        last = i + 1 + (words[i + 2] == "days")
        return DayCue(i, last, frozenset(("nth", n) for n in span), is_list=True)
    if word == "last" and earlier == "the" and following in ("of", "being"):
        is_of_days = following == "being" or words[i + 2 : i + 3] in (("all",), ("them",))
        return DayCue(i - 1, i, frozenset({("nth", -1)})) if is_of_days else None
    if word == "week" and earlier == "second":
        return DayCue(i - 1, i, frozenset(("offset", n) for n in range(7, 14)))
    if word in _THOSE:
        last = i + 1 + (words[i + 2 : i + 3] == ("days",))
        return DayCue(i, last, None) if following in _THOSE_MEANT else None
    if word in _QUANTIFIERS:
        is_along = word in ("all", "whole", "throughout") and following in _ALONG_A_DAY
        is_along = is_along or (word == "all" and following in _PRONOUNS) or following == "degrees"
        is_along = is_along or (word == "all" and words[max(0, i - 1)] in _BEFORE_ALL)
        return None if is_along else DayCue(i, i, None, is_weak=True)
    if word == "week" and (earlier == "following" or following == "after"):
        return DayCue(i, i, frozenset(("offset", n) for n in range(7, 21)))
    dated = _the_date(text, i, word, following)
    if dated is not None or not is_vague(words, i, word, following):
        return dated
    is_weak = word in ("week", "fortnight", "stretch") and words[max(0, i - 2) : i] == ("of", "the")
    return DayCue(i, end_of_rest(words, i), None, is_weak=is_weak)


def _the_date(text: Text, i: int, word: str, following: str) -> DayCue | None:
    """Read "the twenty-first" and "on the fourth"; None where no such date stands at token i."""
    words = text.words
    earlier = words[i - 1] if i else ""
    if word in _TENS and following in _DATES and _DATES[following] < 10 and earlier == "the":
        return DayCue(i - 1, i + 1, frozenset({("day", _TENS[word] + _DATES[following])}))
    is_date = (
        words[max(0, i - 1)] == "the" and (i < 2 or words[i - 2] in _BEFORE_DATE) and following in _AFTER_DATE
    )
    return _ordinal_date(words, i, _DATES[word], text.is_capital(i)) if word in _DATES and is_date else None


def _of_that_day(text: Text, i: int, before: DayCue | None) -> DayCue | None:
    """Read "that night" of the day named shortly before: "cover them by Saturday, for that night …"."""
    if before is None or not before.days or len(before.days) != 1:
        return None
    if text.sentence_of[i] - text.sentence_of[before.first] > 1:
        return None
    return of_day(text.words, i, i, before.days)


def _numbered_day(text: Text, i: int, before: DayCue | None) -> DayCue | None:
    words = text.words
    previous = words[i - 1] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if following == "after" and words[i + 2 : i + 3] == ("tomorrow",):
        return DayCue(i, i + 2, frozenset({("offset", 2)}))
    if previous == "the" and following in ("after", "before", "prior"):
        at = i + 2 + (words[i + 2 : i + 3] in (("that",), ("this",)))
        named = WEEKDAY.get(words[at].removesuffix("'s")) if at < len(words) else None
        is_named = named is not None and text.is_capital(at)
        base = DayCue(at, at, frozenset({("weekday", named)})) if named is not None and is_named else before
        nights = (base.days if base and (words[i], following) == ("night", "after") else None) or frozenset()
        by = 1 if following == "after" else -1
        return DayCue(i, at if is_named else i + 1, shifted(base, by), nights)
    if words[i] in PARTS_OF_DAY:
        return None
    if previous in ("next", "following") or (previous, following) == ("the", "following"):
        return DayCue(i - 1, i, shifted(before, 1))
    if previous in ("previous", "preceding"):
        return DayCue(i - 1, i, shifted(before, -1))
    if previous in _ORDINALS and words[i - 2 : i - 1] != ("a",):
        return DayCue(i - 1, i, frozenset({("nth", _ORDINALS[previous])}))
    if previous in _LAST:
        return DayCue(i - 1, i, frozenset({("nth", -1)}))
    if previous == "that" and before is not None and before.days:
        is_near = text.sentence_of[before.first] == text.sentence_of[i]
        is_beside = is_near and words[before.first - 1] in _MEASURING
        is_beside = is_beside or words[before.last].endswith("'s")
        return None if is_beside else DayCue(i - 1, i, before.days)
    if previous == "the" and following in SINGULAR and before is not None and text.is_capital(i - 1):
        is_near = text.sentence_of[i] - text.sentence_of[before.first] == 1
        return DayCue(i - 1, i, before.days) if is_near and len(before.days or ()) == 1 else None
    if previous in ("other", "every", "each", "single"):
        return DayCue(i - 1, i, None)
    if following in _NUMBERED and previous in (".", ",", "\n", "", "on", "by", "and"):
        return DayCue(i, i + 1, frozenset({("nth", _NUMBERED[following])}))
    return None


def _ordinal_date(words: tuple[str, ...], i: int, number: int, is_feast: bool = False) -> DayCue:
    """Return the cue of "on the fourth": the 4th of the month, or the fourth day of the forecast."""
    if words[i + 1 : i + 2] == ("of",) and words[i + 2 : i + 3] != () and words[i + 2] in MONTHS:
        return DayCue(i - 1, i + 2, frozenset({("monthday", 100 * MONTHS[words[i + 2]] + number)}))
    if is_feast:
        return DayCue(i - 1, i, frozenset({("day", number)}))
    return DayCue(i - 1, i, frozenset({("day", number), ("nth", number - 1)}))
