"""A time to come, given where only the present is known: "When will it stop?" "By teatime."."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.phrases import Phrases
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral

_ASKING: Final = word_set("will when long last shall going stop stops quit clear lift until end")
_LEADING: Final = word_set(
    "yes no aye nay oh well , . — only just not sir friend perhaps probably likely and"
)
_UP_TO: Final = word_set("by before until till around about toward towards at within in past after near")
_TIMES: Final = word_set(
    "noon midday lunch lunchtime dusk dark nightfall sunset sundown dawn daybreak midnight evening night "
    "tonight teatime supper suppertime dinner dinnertime breakfast bedtime tea sunrise tomorrow morning "
    "afternoon weekend daylight hour hours minutes days spring"
)
_ALL: Final = (("all", "day"), ("all", "night"), ("all", "week"), ("all", "evening"), ("all", "afternoon"))
_BETWEEN: Final = word_set(
    "the an a few or two three four five six next couple of another half this early late"
)
_HEDGED: Final = word_set(
    "can't cannot say tell ask report forecast if whether know don't doesn't only no not present you"
)
_SHORT: Final = 8
"""Tokens of a sentence that answers with a time and no more, at most."""

_FORETOLD: Final = Phrases(
    {
        True: """
        is/are about to turn/change/clear/rain/snow/break/lift/ease/improve/worsen|wind is getting up
        |wind is picking up|wind is easing/dropping/rising/freshening/falling/abating/slackening/strengthening
        |glass/barometer/mercury/thermometer is rising/falling/dropping/climbing/sinking
        |no change in sight/store/prospect|better/worse/finer/fairer/fouler weather is coming/due/ahead
        |better/worse/finer/fairer/fouler weather lies|worse is to come|better is to come|the best is to come
        |warmer/cooler/colder/better/brighter/finer/drier/wetter days/weather are/is/lie/lies ahead
        |fine/wet/dry/cold/warm/mild/grey/rainy/sunny week/weekend/afternoon/evening/night lies ahead
        |fine/wet/dry/cold/warm/mild/grey/rainy/sunny week/weekend/afternoon/evening/night is coming
        |it looks set/likely/bound to|it looks like staying/clearing/raining/turning/lasting/holding
        |looks set to stay|looks like staying dry/wet/fine/grey/cold/warm|set to continue
        |more of the same tomorrow/tonight/later|more of the same this/to|the same again tomorrow/tonight
        |expect it to|expect the rain/sun/wind/cloud/clouds/fog/snow/temperature to
        |it/it'll warms/warm/cools/cool/clears/clear/dries/brightens up/down/off/out later/tonight/tomorrow
        |it/it'll warms/cools/clears/brightens later/tonight/tomorrow|warms up later
        |colder/warmer/cooler/milder/brighter/wetter/drier/windier/calmer tonight/tomorrow/later/overnight
        |colder/warmer/cooler/milder/brighter/wetter/drier/windier/calmer this afternoon/evening/weekend
        |colder/warmer/cooler/milder/brighter/wetter/drier night/evening/afternoon follows/awaits
        |this afternoon/evening looks/promises|tonight looks/promises|tomorrow looks/promises
        |won't/not rain/snow/clear/change/thunder today/tonight/tomorrow/this
        |it/weather/day will/should stay/remain dry/wet/fine/clear/grey/gray/cloudy/overcast/cold/warm/mild
        |it/weather/day will/should/shall probably/likely/surely/certainly stay/remain
        |it'll stay/remain dry/wet/fine/clear/grey/gray/cloudy/overcast/cold/warm/mild
        |wait till/until noon/evening/dusk/afternoon and it|set fair for
        """
    }
)
"""Turns of phrase that tell of what is to come, which a current result does not."""

_COMING: Final = _FORETOLD.triggers()
_GIVING: Final = Triggers(("give", "means", "intends", "plans", "aims", "bids", "threatens"))
_SUBJECTS: Final = word_set(
    "it rain snow fog drizzle storm wind sky sun cloud clouds sleet hail shower mist which"
)
_STAYING: Final = word_set("stay last continue go keep linger hold stop quit clear end lift turn spend leave")


def judge_later(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each such answer, and for "I give it till dark", after current results alone."""
    if not context.given or not all(reading.is_current for reading in context.given):
        return
    text = context.text
    ends = [_answered(context)]
    phrases = [_FORETOLD.at(text.words, k) for k in text.where(_COMING)]
    ends += [
        (each[1], each[2])
        for each in phrases
        if each and context.stances.is_asserted(each[1]) and not context.stances.is_open(each[1])
    ]
    ends += [_given(text.words, k) for k in text.where(_GIVING) if context.stances.is_asserted(k)]
    for first, last in filter(None, ends):
        said = text.around(first, last)
        yield Judgement(first, last, fault=f"you wrote '{said}'; only a current result is given")


def _answered(context: Context) -> tuple[int, int] | None:
    """Return the tokens of a time that a reply opens with, and says no more of: "Until midnight."."""
    if not context.text.sentences or _ASKING.isdisjoint(context.user.texts[-1].words):
        return None
    words = context.text.words
    begin, end = context.text.sentences[0]
    if end - begin <= 2 and len(context.text.sentences) > 1 and words[begin] in _LEADING:
        begin, end = context.text.sentences[1]
    while begin < end and words[begin] in _LEADING:
        begin += 1
    if end - begin > _SHORT or begin == end or not _HEDGED.isdisjoint(words[begin:end]):
        return None
    if words[begin : begin + 2] in _ALL:
        return begin, begin + 1
    return _time_at(words, begin, end)


def _time_at(words: Sequence[str], k: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of a time that begins at token k: "by teatime", "in an hour or two"."""
    if words[k] not in _UP_TO:
        return None
    j = k + 1
    while j < end and (words[j] in _BETWEEN or is_numeral(words[j])):
        if words[j + 1 : j + 2] in (("o'clock",), ("a.m",), ("p.m",), ("p.m.",), ("a.m.",)):
            return k, j + 1
        j += 1
    return (k, j) if j < end and words[j] in _TIMES else None


def _given(words: Sequence[str], k: int) -> tuple[int, int] | None:
    """Return the tokens that foretell behind token k: "I give it till dark", "it means to stay the night"."""
    if words[k] == "give":
        is_it = words[k - 1] == "i" and words[k + 1 : k + 2] == ("it",)
        found = _time_at(words, k + 2, len(words)) if is_it and k + 2 < len(words) else None
        is_while = is_it and words[k + 2 : k + 3] in (("another",), ("an",))
        return (k, k + 3) if found or is_while else None
    if words[k - 1] not in _SUBJECTS or words[k + 1 : k + 2] != ("to",) or k + 2 >= len(words):
        return None
    behind = words[k + 3 : k + 8]
    is_timed = any(word in _TIMES for word in behind) or any(behind[j : j + 2] in _ALL for j in range(3))
    return (k, k + 2) if words[k + 2] in _STAYING and is_timed else None
