"""Day names, dates and other ways of naming a day, found in a text."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.dates import (
    MONTHS,
    OF_DATE,
    begins_date,
    month_first,
    number_first,
    shifted,
    weekday_with_date,
)
from scripts.grounding.day_cues import HENCE, THENCE, DayCue, joined
from scripts.grounding.facts import Atom
from scripts.grounding.text import DIGITS, NUMERALS, Text, Triggers, word_list, word_set

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY: Final = {form: i for i, name in enumerate(_WEEKDAYS) for form in (name, f"{name}s")}
_SHORT: Final = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_DAY_NAMES: Final = frozenset((*_WEEKDAY, *_SHORT))
_SHORT_NAMES: Final = Triggers(_SHORT)
_STOPS: Final = frozenset((",", ".", ";", "&", "+"))
_RELATIVE: Final = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "currently": 0,
    "presently": 0,
    "tomorrow": 1,
    "morrow": 1,
    "yesterday": -1,
}
_FEASTS: Final = {
    "christmas": {"eve": 1224, "day": 1225},
    "boxing": {"day": 1226},
    "year": {"eve": 1231, "day": 101},
    "valentine": {"day": 214},
}
_HAVING: Final = word_set("with having bringing under")
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
_TO: Final = (("to",), ("–",), ("-",), ("through",), ("—",))
_OPENING: Final = word_set("opens starts begins")
_ENDING: Final = word_set("ends closes finishes")
_ENDED_OF: Final = word_set("week and fortnight weekend forecast stretch it spell")
_OPENED_BY: Final = word_set(
    "with at off out hot warm cool cold mild clear sunny dry wet partly mostly mainly foggy cloudy gray "
    "grey overcast bright windy fine rainy snowy stormy in under"
)
_HAS: Final = word_set("has is with gets brings offers")
_WEEK_PARTS: Final = {"weekend": (5, 6), "midweek": (1, 2, 3), "weekdays": (0, 1, 2, 3, 4)}
_MEASURING: Final = frozenset(
    ("than", "below", "above", "under", "over", "from", "against", "until", "before")
)
_ANY_WEEKEND: Final = frozenset(("a", "long", "any", "another"))
_WEEKEND: Final = frozenset({("weekday", 5), ("weekday", 6)})
_SATURDAY: Final = frozenset({("weekday", 5)})
_OPENED: Final = [(_SATURDAY, word) for word in _OPENING]
_SOME: Final = word_set("a an any some every one your his her my the no")
_ANY_SUCH: Final = word_set("a any every most no another call calls called")
_TODAY: Final[frozenset[Atom]] = frozenset({("offset", 0)})
_DAYS_MEANT: Final = tuple(
    (word,)
    for word in word_list(
        "days nights , . : ; are look stay dry wet clear fair fine sunny cloudy overcast have bring bringing "
        "being will run all rainy snowy foggy dull grey gray get with"
    )
)
_COUNTED: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_AFTER_THAT: Final = word_set(
    ", . ; : ! ? — – ) it it's the there there's you we nothing all every each comes come is no i expect a "
    "things they skies only"
)
_LAST: Final = frozenset(("last", "final", "closing"))
_NUMBERED: Final = {
    "one": 0, "two": 1, "three": 2, "four": 3, "five": 4, "six": 5, "seven": 6,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
}  # fmt: skip
_WHOLE: Final = word_set(
    "others rest remaining remainder elsewhere otherwise week weekly daily overall days nights span "
    "stretch "
    "fortnight"
)
_QUANTIFIERS: Final = word_set("throughout all whole both each every neither none either respectively")
_PARTS_OF_DAY: Final = frozenset(("morning", "afternoon", "evening", "night"))
_BEFORE_ALL: Final = word_set("at after above in for")
_ALL_ELSE: Final = frozenset(("everything", "all", "nothing", "every", "anything", "everywhere"))
_DAYS_OR_NIGHTS: Final = frozenset(("days", "nights"))
_BOTH: Final = frozenset(("both", "all", "each"))
_BESIDE: Final = (("before",), ("after",), ("prior",))
_THOSE: Final = frozenset(("those", "these"))
_THOSE_MEANT: Final = word_set("days two three four five nights mornings afternoons evenings")
_ALONG_A_DAY: Final = _PARTS_OF_DAY | word_set("day along but over round around through other the")
_NAMES: Final = (
    _WHOLE
    | _QUANTIFIERS
    | _OPENING
    | _ENDING
    | _THOSE
    | HENCE
    | _PARTS_OF_DAY
    | word_set(
        "twenty thirty that then day first last this moment present between former latter one other else"
    )
).union(_WEEKDAY, _SHORT, MONTHS, _RELATIVE, _FEASTS, _WEEK_PARTS, _DATES)
_TRIGGERS: Final = Triggers(_NAMES | {f"{name}'s" for name in _NAMES})


def find_days(text: Text) -> list[DayCue]:
    """Return the day cues of a text in order; lists and ranges of days come as one."""
    cues: list[DayCue] = []
    words = text.words
    end = -1
    begun = [i for i in text.where(NUMERALS) if not OF_DATE.isdisjoint(words[i + 1 : i + 2])]
    for i in sorted([*text.where(_TRIGGERS), *begun]):
        if i <= end:
            continue
        cue = _cue_at(text, i, words[i].removesuffix("'s"), _last_named(words, cues, i))
        if cue is not None:
            end = cue.last
            cues.append(cue)
    return list(joined(text, cues)) if cues else cues


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


def _cue_at(text: Text, i: int, word: str, before: DayCue | None) -> DayCue | None:
    words = text.words
    if word[0] in DIGITS:
        return number_first(text, i)
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in _WEEKDAY or (word in _SHORT and text.is_capital(i) and _is_short_day(text, i)):
        return _weekday(words, i, word, following)
    if word in _RELATIVE:
        return _of_day(words, i, i, frozenset({("offset", _RELATIVE[word])}))
    if word in _FEASTS and following in _FEASTS[word]:
        return DayCue(i, i + 1, frozenset({("monthday", _FEASTS[word][following])}))
    if word in MONTHS:
        return month_first(text, i)
    if word in _WEEK_PARTS and not (word == "weekend" and words[max(0, i - 1)] in _ANY_WEEKEND):
        return DayCue(i, i, frozenset(("weekday", n) for n in _WEEK_PARTS[word]))
    if word in _DAYS_OR_NIGHTS and _takes_up(text, i, before):
        return DayCue(i, i, None, is_weak=True)
    if word in HENCE or word in ("that", "then"):
        return _thence(text, i, word, following) if before is not None and before.days else None
    if word == "day" or (word in _PARTS_OF_DAY and following in ("before", "after", "prior")):
        return _numbered_day(text, i, before)
    if before is not None and following in _OPENED_BY:
        if word in _OPENING and before.days == _WEEKEND:
            return DayCue(i, i, _SATURDAY)
        if word in _ENDING and (before.days == _WEEKEND or (before.days, words[before.first]) in _OPENED):
            return DayCue(i, i, _WEEKEND - _SATURDAY)
    if word in _ENDING and following in _OPENED_BY and words[max(0, i - 1)] in _ENDED_OF:
        return DayCue(i, i, frozenset({("nth", -1)}))
    if word in _OPENING and following in _OPENED_BY:
        is_first_named = before is None or not before.days or before.last < text.sentence(i)[0]
        return DayCue(i, i, frozenset({("nth", 0)})) if is_first_named else None
    if word in _DATES and words[max(0, i - 1)] == "the" and _follows_nth(before) and following in _AFTER_DATE:
        return DayCue(i - 1, i, frozenset({("nth", _DATES[word] - 1)}))
    if word in _ORDINALS and words[max(0, i - 1)] == "the" and following in _HAVING:
        return DayCue(i - 1, i, frozenset({("nth", _ORDINALS[word])})) if before and before.days else None
    return _present(words, i, word, following) or _several(text, i, word, following)


def _weekday(words: tuple[str, ...], i: int, word: str, following: str) -> DayCue | None:
    """Read a weekday, short or in full, with the date behind it; None where no certain one is meant."""
    if word in _WEEKDAY and _is_any_such_day(words, i):
        return None
    number = _WEEKDAY[word] if word in _WEEKDAY else _SHORT[word]
    last = i + (word not in _WEEKDAY and following == ".")
    dated = weekday_with_date(words, i, _DAY_NAMES)
    return dated or _of_day(words, i, last, frozenset({("weekday", number)}))


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


def _follows_nth(before: DayCue | None) -> bool:
    """Whether the day named before is counted too: "the first day …, the second"."""
    return before is not None and any(kind == "nth" for kind, _ in before.days or ())


def _is_any_such_day(words: tuple[str, ...], i: int) -> bool:
    """Whether a day's name is of no day of the results: "like a Sunday in Hannibal", "any Friday"."""
    near = words[max(0, i - 4) : i]
    if "like" in near:
        compared = near[near.index("like") + 1 :]
        if not compared or compared[0] in _SOME:
            return True
    return words[max(0, i - 1)] in _ANY_SUCH


def _present(words: tuple[str, ...], i: int, word: str, following: str) -> DayCue | None:
    """Read "at the moment", "at present", "this hour", "this afternoon"."""
    earlier = words[i - 1] if i else ""
    if word == "moment" and earlier in ("the", "this"):
        return DayCue(i - 1, i, _TODAY)
    if (earlier, word) == ("at", "present") or (word == "this" and following in ("minute", "hour")):
        return DayCue(i, i, _TODAY)
    is_part = following.removesuffix("'s") in _PARTS_OF_DAY
    return DayCue(i, i + 1, _TODAY) if word == "this" and is_part else None


def _several(text: Text, i: int, word: str, following: str) -> DayCue | None:
    """Read "the first three days", and words for no certain day: "the rest", "both", "the other"."""
    words = text.words
    earlier = words[i - 1] if i else ""
    if word in ("first", "last") and following in _COUNTED and words[i + 2 : i + 3] in _DAYS_MEANT:
        count = _COUNTED[following]
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
        is_along = is_along or (word == "all" and following in _PRONOUNS)
        is_along = is_along or (word == "all" and words[max(0, i - 1)] in _BEFORE_ALL)
        return None if is_along else DayCue(i, i, None, is_weak=True)
    is_date = (
        words[max(0, i - 1)] == "the" and (i < 2 or words[i - 2] in _BEFORE_DATE) and following in _AFTER_DATE
    )
    if word in _TENS and following in _DATES and _DATES[following] < 10 and earlier == "the":
        return DayCue(i - 1, i + 1, frozenset({("day", _TENS[word] + _DATES[following])}))
    if word in _DATES and is_date:
        return _ordinal_date(words, i, _DATES[word], text.is_capital(i))
    if word == "week" and (earlier in ("following",) or following == "after"):
        return DayCue(i, i, frozenset(("offset", n) for n in range(7, 21)))
    is_the_one = word == "one" and words[i - 1 : i] == ("the",) and following in _HAS
    is_between = word == "between" and following in (".", ",", ";", "")
    is_other = word == "other" and (following in ("days", "day") or following in _COUNTED)
    if is_other and words[i + 2 : i + 3] in (("days",), ("nights",)):
        return DayCue(i, i + 2, None)
    is_other = is_other or (word == "other" and earlier in ("no", "none") and following[-1:] == "s")
    is_other = is_other or (word == "else" and earlier in _ALL_ELSE and _goes_on(earlier, following))
    is_vague = word in _WHOLE or word in ("former", "latter") or is_the_one or is_between or is_other
    return DayCue(i, i, None) if is_vague else None


def _goes_on(earlier: str, following: str) -> bool:
    """Whether "nothing else" is the subject, and other days: not in "you shall see nothing else, for"."""
    return earlier in ("everything", "all", "every", "everywhere") or (
        following.isalpha() and following not in ("but", "for", "than", "to", "and", "save")
    )


def _is_short_day(text: Text, i: int) -> bool:
    """Whether a capital "Sun", "Sat" or "Wed" is a day: it heads a figure or stands beside another."""
    words = text.words
    word = words[i]
    if word not in ("sun", "sat", "wed", "mon"):
        return True
    following = words[i + 1 : i + 3]
    before = words[max(0, i - 2) : i]
    if _is_listed_short(text, i):
        return True
    behind = words[i + 2 : i + 4]
    if following[:1] in ((",",), (".",)) and begins_date(behind[behind[:1] == ("the",) :]):
        return True
    return any(
        w in _SHORT or w in MONTHS or w[0].isdecimal() or w in (":", "(", "|", "–", "—")
        for w in following[:1]
    ) or any(w in _SHORT and w != word for w in (*following, *before))


def _is_listed_short(text: Text, i: int) -> bool:
    """Whether other short names of days stand in the text, so that this one is a day: no "Sun and clouds"."""
    words = text.words
    others = [k for k in text.where(_SHORT_NAMES) if words[k] != words[i] and text.is_capital(k)]
    if not others:
        return False
    if words[i] != "sun":
        return True
    after = words[i + 1 : i + 2]
    is_sign = after != () and not after[0][0].isalpha() and after[0] not in _STOPS
    return is_sign or words[max(0, i - 2) : max(0, i - 1)] in tuple((words[k],) for k in others)


def _of_day(words: tuple[str, ...], first: int, last: int, days: frozenset[Atom]) -> DayCue:
    """Return the cue of a day, with the part of the day that is said of it."""
    following = words[last + 1] if last + 1 < len(words) else ""
    nights: frozenset[Atom] = frozenset()
    if following in ("night", "overnight") or words[first] == "tonight":
        nights = frozenset((kind, (n + 1) % 7 if kind == "weekday" else n + 1) for kind, n in days)
    last += following in _PARTS_OF_DAY
    return DayCue(first, last, days, nights)


def _numbered_day(text: Text, i: int, before: DayCue | None) -> DayCue | None:
    words = text.words
    previous = words[i - 1] if i else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    if following == "after" and words[i + 2 : i + 3] == ("tomorrow",):
        return DayCue(i, i + 2, frozenset({("offset", 2)}))
    if previous == "the" and following in ("after", "before", "prior"):
        at = i + 2 + (words[i + 2 : i + 3] in (("that",), ("this",)))
        named = _WEEKDAY.get(words[at].removesuffix("'s")) if at < len(words) else None
        is_named = named is not None and text.is_capital(at)
        base = DayCue(at, at, frozenset({("weekday", named)})) if named is not None and is_named else before
        return DayCue(i, at if is_named else i + 1, shifted(base, 1 if following == "after" else -1))
    if words[i] in _PARTS_OF_DAY:
        return None
    if previous in ("next", "following"):
        return DayCue(i - 1, i, shifted(before, 1))
    if previous in ("previous", "preceding"):
        return DayCue(i - 1, i, shifted(before, -1))
    if previous in _ORDINALS and words[i - 2 : i - 1] != ("a",):
        return DayCue(i - 1, i, frozenset({("nth", _ORDINALS[previous])}))
    if previous in _LAST:
        return DayCue(i - 1, i, frozenset({("nth", -1)}))
    if previous == "that" and before is not None and before.days:
        is_beside = words[before.last].endswith("'s") or words[before.first - 1] in _MEASURING
        return None if is_beside else DayCue(i - 1, i, before.days)
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
