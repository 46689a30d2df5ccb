"""Sentences that hold of all times and places and say nothing of the weather here: maxims and proverbs."""

from typing import Final

from scripts.grounding.stances.generics import is_generic
from scripts.grounding.text import Text, Triggers, word_set

_MORAL: Final = Triggers(
    word_set(
        "better best worse worst costs cost cheap cheaper cheapest dear dearer dearest price pays pay paid "
        "worth wise wiser wisdom wisely fool fools foolish folly prudent prudence thrift thrifty frugal "
        "virtue vice sloth idleness industry industrious diligence patience patient humility pride vanity "
        "hope fear fears debt debts debtor creditor lender borrower neighbor neighbour neighbors neighbours "
        "friend friends friendship enemy guest host man man's men men's mankind woman women purse penny "
        "pennies pence shilling shillings farthing conscience temper memory heart hearts soul souls life "
        "lives mind tongue fortune luck ignorance master servant apprentice physician doctor's lawyer "
        "preacher saint sinner sailor farmer baker miller every each whoever whatever must ought repentance "
        "remedy medicine profit loss gain bargain advice counsel trade proverb borrowed lent earned honest "
        "honesty credit lends lendeth dunneth unjust"
    )
)
_IDLE: Final = {
    "worth": ("mentioning", "speaking", "noting", "reporting", "the name", "the mention"),
    "whatever": (".", ",", ";", "!"),
    "mind": ("the ", "your ", "thy ", "how ", "that "),
}
"""Words of morals with what makes no moral of them: "no wind worth the name", "no rain whatever"."""

_OF_NO_MORAL: Final = {"must": ("it", "there", "weather"), "ought": ("it", "weather"), "fear": ("i",)}
"""Words of morals with those before them that make a guess of them: "it must be cold", "wet, I fear"."""

_HERE: Final = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred score "
    "today tonight tomorrow now currently presently here outside there there's it's it'll 'tis 'twill "
    "this these that's will shall won't you'll we'll degrees degree percent % ° thermometer mercury "
    "temperature humidity forecast service sky skies overhead town city streets meanwhile expect moment "
    "hour"
)
_OF_WORTH: Final = word_set("better good wise best easier cheaper worse said no well folly the an a ill hard")
_GOING_ON: Final = word_set(
    "falling coming blowing raining snowing pouring drizzling storming shining hailing"
)
_PARTING: Final = frozenset((";", "—", "–"))
_OPENING: Final = word_set('. ; : — – ! " for and but') | {"\n"}
_DAY_WORDS: Final = word_set(
    "day days night nights morning mornings afternoons evenings wet dry rainy fair fine sunny cloudy foggy "
    "clear "
    "snowy windy warm cold hot good bad dull grey gray of in a row running together rain sun snow fog wind"
)
_MODALS: Final = word_set("will shall do may can never always ever often seldom only must would should not")
_TEACHING: Final = word_set(
    "make makes teach teaches breed breeds beat beats cost costs buy buys mend mends mar mars spoil spoils "
    "earn earns "
    "prove proves excuse excuses forgive forgives repay repays pay pays ruin ruins drown drowns fill fills "
    "empty sell "
    "sells cure cures kill kills try tries win wins want wants deserve deserves outweigh undo undoes atone"
)
_FALLEN: Final = word_set("rain snow fog drizzle storm shower sleet hail mist")
"""What is there where "the" stands before it: "the rain is a light one, hardly worth the name"."""

_SOON: Final = word_set(
    "soon worth better enough nothing no but cheaper dearer forgotten plenty sufficient more less"
)
_HERE_AND_NOW: Final = word_set(
    "today tonight tomorrow week weekend forecast ahead coming here this these now percent % degrees"
)
_GIVING_REASON: Final = word_set("for because since as")


def is_maxim(text: Text, names: frozenset[int], i: int, segment: int) -> bool:
    """Whether token i, in a clause that begins at `segment`, is said of what is wise or dear at all times.

    `names` are the tokens of day and place names.
    """
    if is_generic(text, names, i):
        return True
    is_there = text.words[i - 1] == "the" and text.words[i] in _FALLEN
    if is_there and text.words[i + 1 : i + 3] in (("is", "a"), ("is", "an")):
        return False
    begin, end = _clause(text, i) if text.where(_MORAL) else (i, i)
    if text.words[begin : begin + 1] == ("better",) and "than" in text.words[i:end]:
        return names.isdisjoint(range(begin, i))
    return _is_moral((*text.words[begin:end], ".")) and is_timeless(text, names, i, segment)


def _is_moral(words: tuple[str, ...]) -> bool:
    """Whether a clause speaks of what is wise or dear, and not only of what is not worth mentioning."""
    return any(
        word in _MORAL
        and not (word in _IDLE and " ".join(words[k + 1 : k + 3]).startswith(_IDLE[word]))
        and not (word in _OF_NO_MORAL and k and words[k - 1] in _OF_NO_MORAL[word])
        for k, word in enumerate(words)
    )


def _clause(text: Text, i: int) -> tuple[int, int]:
    """Return the token range around token i up to semicolons, dashes or the sentence's ends."""
    begin, end = text.sentence(i)
    first, last = i, i + 1
    while first > begin and text.words[first - 1] not in _PARTING:
        first -= 1
    while last < end and text.words[last] not in _PARTING:
        last += 1
    return first, last


def is_lesson(text: Text, names: frozenset[int], first: int, last: int) -> bool:
    """Whether days counted from token `first` to `last` only teach: "three wet days make one good reader"."""
    begin, end = _clause(text, first)
    words = text.words
    if (first and words[first - 1] not in _OPENING) or not names.isdisjoint(range(begin, first)):
        return False
    k = last + 1
    while k < end and words[k] in _DAY_WORDS:
        k += 1
    while k < end and words[k] in _MODALS:
        k += 1
    behind = words[k : k + 3]
    if not _HERE_AND_NOW.isdisjoint(words[k:end]) or not names.isdisjoint(range(k, end)):
        return False
    return bool(behind) and (
        behind[0] in _TEACHING or (behind[0] in ("is", "are") and not _SOON.isdisjoint(behind[1:]))
    )


def is_timeless(text: Text, names: frozenset[int], i: int, segment: int) -> bool:
    """Whether a clause names no time, no place and no figure, and says of nothing that it is going on."""
    return _is_of_no_time(text, names, _clause(text, i), segment)


def is_timeless_within(text: Text, names: frozenset[int], segment: tuple[int, int]) -> bool:
    """Whether so much is true of the words between two commas: "mend your roof before the storm, and …"."""
    return _is_of_no_time(text, names, segment, segment[0])


def _is_of_no_time(text: Text, names: frozenset[int], clause: tuple[int, int], segment: int) -> bool:
    begin, end = clause
    words = text.words[begin:end]
    if not _HERE.isdisjoint(words) or words[segment - begin] in _GIVING_REASON:
        return False
    if any(word[0].isdecimal() for word in words) or not names.isdisjoint(range(begin, end)):
        return False
    for k, word in enumerate(words[:-1]):
        after = words[k + 1]
        if word == "it" and (after in _GOING_ON or after in ("rains", "snows", "pours", "was", "will")):
            return False
        if word == "it" and after == "is" and words[k + 2 : k + 3] != () and words[k + 2] not in _OF_WORTH:
            return False
        if word in ("is", "are") and after.endswith("ing") and after not in ("nothing", "something"):
            return False
    return True
