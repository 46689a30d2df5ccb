"""How strong the wind is said to be in other words than an adjective before it: by what it does or leaves."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.bare_words import WINDS as BARE_WINDS
from scripts.grounding.words.bare_words import stands_alone
from scripts.grounding.words.units_said import convert
from scripts.grounding.words.wind_phrases import (
    BRISK,
    CALM,
    FAINT,
    LIVELY,
    MIGHTY,
    PHRASES,
    SLIGHT,
    STRONG,
    WILD,
    Strength,
)

_WINDS: Final = word_set(
    "wind winds wind's breeze breezes gust gusts zephyr westerly easterly northerly southerly southwester "
    "northwester northeaster southeaster nor'wester nor'easter sou'wester sou'easter northwesterly "
    "southwesterly northeasterly southeasterly norther souther gale draft draught"
)
_SOME: Final = word_set("a an some")
_ANY: Final = Strength(0.5, 999.0)
_AIRS: Final = word_set("air airs")
_FAR_FROM: Final = word_set("not no hardly scarcely never far from anything")
_STORMS: Final = word_set("hurricane hurricanes tempest cyclone typhoon whirlwind")
_SIGNS: Final = word_set("leaf breath smoke flags flag banners pennants weathercock weathervane vane")
_ALL_WINDS: Final = _WINDS | _AIRS | _STORMS | _SIGNS
_TRIGGERS: Final = Triggers(
    _WINDS | _AIRS | _STORMS | _SIGNS | {"blows", "blowing", "enough"} | PHRASES.keys | BARE_WINDS.keys()
)
_IS: Final = word_set(
    "is are was blows runs stays has feels keeps stands remains looks seems 's hath gets grows"
)
_ADVERBS: Final = word_set(
    "very quite so rather fairly really pretty truly up and also still too now mighty uncommonly all but "
    "fast sound clean as nearly almost just being a an the kept"
)
_MERE: Final = word_set("mere merest bare faint faintest thin small a the")
_VERY: Final = word_set(
    "so as dead very quite perfectly utterly absolutely too entirely wholly nearly almost that"
)
_AFTER_STILL: Final = word_set(
    "at that as and in on this today tonight enough here now over with by upon but you a the from for to"
)
_STRONG_WORDS: Final = word_set(
    "strong fierce howling ferocious roaring raging furious savage brutal violent wild boisterous punishing "
    "shrieking screaming tearing powerful mighty formidable relentless vicious whistling screeching whipping "
    "bullying stiff high hard tremendous loud cruel merciless rough"
)
_STRONG_VERBS: Final = word_set(
    "howls roars shrieks rages screams tears bellows thunders batters lashes pummels buffets hammers "
    "rampages screeches punishes rips whips"
)
_BRISK_WORDS: Final = word_set("brisk fresh lively frisky spirited vigorous bracing blustery breezy gusty")
_SLIGHT_WORDS: Final = word_set(
    "light gentle soft slight faint feeble weak mild negligible modest lazy trifling slack"
)
_CALM_WORDS: Final = word_set(
    "asleep dead dozing sleeping idle resting napping motionless still stagnant slumbering calm dormant "
    "unmoving nil absent lifeless limp nothing"
)
_CALM_VERBS: Final = word_set("sleeps dozes slumbers naps rests snoozes")
_BREATHS: Final = word_set(
    "breath whisper sigh hint ghost puff trace suggestion murmur rumor rumour touch stir"
)
_HARDLY: Final = word_set("hardly barely scarcely scarce")
_HARDLY_A: Final = (("not", "a"), ("hardly", "a"), ("scarcely", "a"), ("barely", "a"), ("scarce", "a"))
_STIRRING: Final = word_set(
    "stir stirs move moves stirring moving trembles tremble flutters rustles budges budge"
)
_NOT: Final = word_set(
    "not no never wouldn't couldn't can't cannot isn't won't hardly scarcely barely too without doesn't nor "
    "neither insufficient"
)
_ABLE: Final = word_set(
    "fit to that which would could can will enough able apt strong wouldn't couldn't won't not hardly "
    "scarcely barely and is might has been known just sufficient too weak faint feeble light stiff of a "
    "sort the kind doesn't can't cannot likely"
)
_DOING: Final = word_set(
    "take blow lift carry tear rattle knock uproot bend steal snatch bowl topple flatten shake push rip "
    "strip move stir ruffle flutter trouble disturb sway bother turn wake scatter fell relieve remove rob "
    "part unseat"
)
_HEAVY: Final = word_set(
    "roof roofs barn barns tree trees man men chimney chimneys slates tiles fence fences house boughs oak "
    "oaks cow cows steeple shingles horse"
)
_LOOSE: Final = word_set(
    "hat hats umbrella umbrellas shutters door doors window windows wig wigs bonnet bonnets you signs "
    "parasol branches washing kites skirts kite"
)
_SMALL: Final = word_set(
    "feather feathers ribbon leaf candle cobweb cobwebs page newspaper thread dandelion dollhouse curtain "
    "curtains petal petals flame mosquito gnat hair hairs moth whisker powder"
)
_CLOSING: Final = word_set(
    ". ! and at today now here from out in on this by with as enough but tonight tomorrow all over of"
)
_THAT_WOULD: Final = (("that", "would"), ("which", "would"), ("to", "would"))
_LIKENING: Final = word_set("like as than")


@told_by(_TRIGGERS)
def judge_wind_strength(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each wind said to be strong or weak by what it is, does or leaves undone."""
    if not context.given:
        return
    words = context.text.words
    at = context.text.where(_TRIGGERS)
    phrases = [phrase for i in at if (phrase := PHRASES.at(words, i)) is not None]
    for strength, first, last in phrases:
        if context.is_claimed(first, last) and not context.stances.is_maxim(first):
            yield from _weighed(context, first, strength, context.stances.is_denied(first, last))
    for i in at:
        if i in context.stances.names or any(first <= i <= last for _, first, last in phrases):
            continue
        found = _strength_at(context, i) if _is_asserted(context, i) else None
        if found is None and _is_there(context, i):
            found = _ANY, False
        if found is None or (words[i - 1] != "the" and context.stances.is_maxim(i)):
            continue
        yield from _weighed(context, i, *found)


def _weighed(context: Context, i: int, strength: Strength, denied: bool | None) -> Iterator[Judgement]:
    """Yield a judgement for a wind said, or denied, to be of a strength; none where that is in doubt."""
    if denied is None:
        return
    least, most = strength[2:] if denied else strength[:2]
    judgement = _held(context, i, least, most)
    if judgement is not None:
        yield judgement


def _is_asserted(context: Context, i: int) -> bool:
    """Whether a wind is said to blow, be it one "that would" do something."""
    is_such = context.text.words[i + 1 : i + 3] in _THAT_WOULD and i
    return context.stances.is_asserted(i - 1 if is_such else i)


def _is_there(context: Context, i: int) -> bool:
    """Whether there is said to be a wind at all: "a clear sky and a wind to match"."""
    is_some = context.text.words[i] in _WINDS and not _SOME.isdisjoint(context.text.words[max(0, i - 3) : i])
    return is_some and _is_asserted(context, i) and context.stances.is_denied(i, i) is False


def _strength_at(context: Context, i: int) -> tuple[Strength, bool | None] | None:
    """Return how strong the wind at token i is said to be, and whether that is denied."""
    words = context.text.words
    word = words[i]
    first, end = context.stances.segment(i)
    before, after = words[first:i], words[i + 1 : end]
    if word in ("blows", "blowing"):
        is_of_air = before[-1:] in (("it",), ("it's",)) or before[-2:] in (("it", "is"),)
        return (STRONG, False) if is_of_air and after[:1] == ("hard",) else None
    if word == "enough":
        return _of_enough(context, before, after)
    if word in BARE_WINDS:
        is_bare = stands_alone(context.text, i)
        return (BARE_WINDS[word], context.stances.is_denied(i, i)) if is_bare else None
    if word not in _ALL_WINDS:
        return None
    if word in _SIGNS:
        return _of_sign(word, before, after)
    if word in _STORMS:
        is_likened = not _LIKENING.isdisjoint(before[-3:])
        return None if is_likened or "blown" in after else (WILD, context.stances.is_denied(i, i))
    if word in _AIRS:
        return _of_air(before, after)
    led = _of_leading(before) or _of_quarter(word, before)
    return led or _of_doing(words, i, end) or _of_being(context, i, after)


def _of_enough(
    context: Context, before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[Strength, bool] | None:
    """Read "scarcely enough of it to turn a page", of wind that is named or was asked about."""
    is_of_wind = after[:1] == ("wind",) or (
        after[:2] == ("of", "it") and "wind" in context.user.texts[-1].words
    )
    is_small = is_of_wind and not _SMALL.isdisjoint(after) and not _DOING.isdisjoint(after)
    return (CALM, False) if is_small and before[-1:] and before[-1] in _HARDLY | {"not"} else None


def _of_sign(word: str, before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Strength, bool] | None:
    """Read "not a leaf stirs", "the smoke goes straight up", "the flags hang limp"."""
    if word in ("leaf", "breath"):
        is_none = before[-2:] in _HARDLY_A or before[-1:] == ("no",)
        return (CALM, False) if is_none and not _STIRRING.isdisjoint(after[:3]) else None
    if word == "smoke":
        return (CALM, False) if "straight" in after[:3] and "up" in after[:4] else None
    return (CALM, False) if not _CALM_WORDS.isdisjoint(after[:4]) and _NOT.isdisjoint(after[:4]) else None


def _of_air(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Strength, bool] | None:
    """Read "the air scarcely stirs", "the air is motionless"."""
    if before[-1:] != ("the",):
        return None
    if after[:1] and (after[0] in _HARDLY or after[:2] in (("does", "not"), ("will", "not"))):
        return (CALM, False) if not _STIRRING.isdisjoint(after[1:3]) else None
    if after[:1] == ("doesn't",):
        return (CALM, False) if not _STIRRING.isdisjoint(after[1:2]) else None
    if after[:1] not in (("is",), ("hangs",), ("stands",), ("lies",)):
        return None
    said = next((word for word in after[1:4] if word not in _VERY), "")
    return (CALM, False) if said in _CALM_WORDS - {"nothing"} and not _goes_on(after) else None


def _goes_on(after: tuple[str, ...]) -> bool:
    """Whether it is "still" something else: "is still moving"."""
    at = after.index("still") + 1 if "still" in after[:4] else 0
    following = after[at : at + 1]
    return bool(at) and following != () and following[0].isalpha() and following[0] not in _AFTER_STILL


def _of_leading(before: tuple[str, ...]) -> tuple[Strength, bool] | None:
    """Read "barely any wind", "a whisper of wind", "hardly a zephyr", "next to no wind"."""
    if before[-2:-1] and before[-2] in _HARDLY and before[-1] in ("any", "a", "an"):
        return CALM, False
    if before[-3:] == ("next", "to", "no"):
        return CALM, False
    while before[-1:] in (("a",), ("an",), ("the",)):
        before = before[:-1]
    if before[-1:] != ("of",) or not before[-2:-1] or before[-2] not in _BREATHS:
        return None
    is_none = not _NOT.isdisjoint(before[-5:-2])
    return (CALM, False) if is_none else (FAINT, False)


def _of_quarter(word: str, before: tuple[str, ...]) -> tuple[Strength, bool] | None:
    """Read "a stiff westerly": of a wind called by its quarter, the adjective before it."""
    if word.endswith(("ly", "er")) and before[-1:] and before[-1] in _STRONG_WORDS:
        return STRONG, False
    return None


def _of_doing(words: tuple[str, ...], i: int, end: int) -> tuple[Strength, bool] | None:
    """Read what the wind could do: "fit to take the roof off", "wouldn't lift a feather"."""
    verb = next((k for k in range(i + 1, min(end, i + 9)) if words[k] not in _ABLE), end)
    if verb >= end or words[verb] not in _DOING or verb == i + 1 or words[i - 1] == "enough":
        return None
    denied = not _NOT.isdisjoint(words[i + 1 : verb])
    things = words[verb + 1 : min(end, verb + 8)]
    if not _SMALL.isdisjoint(things):
        return (CALM, False) if denied else (SLIGHT, False)
    if not _HEAVY.isdisjoint(things):
        return (SLIGHT, False) if denied else (MIGHTY, False)
    if not _LOOSE.isdisjoint(things):
        return (SLIGHT, False) if denied else (LIVELY, False)
    return None


def _of_being(context: Context, i: int, after: tuple[str, ...]) -> tuple[Strength, bool | None] | None:
    """Read what the wind is: "is howling", "roars", "is asleep", "means business", "has died away"."""
    if after[:2] == ("means", "business") or after[:3] == ("is", "in", "earnest"):
        return BRISK, False
    if after[:1] and after[0] in _STRONG_VERBS:
        return STRONG, False
    if (after[:1] and after[0] in _CALM_VERBS) or after[:3] in (
        ("has", "died", "away"),
        ("has", "died", "out"),
    ):
        return CALM, False
    if _is_mere(after):
        return FAINT, False
    if not after[:1] or after[0] not in _IS:
        return None
    at = 1
    while at < len(after) and (after[at] in _ADVERBS or after[at] in _FAR_FROM):
        at += 1
    if at >= len(after) or not _ends(after[at + 1 : at + 2]):
        return None
    is_denied = not _FAR_FROM.isdisjoint(after[:at])
    denied = None if "but" in after[:at] and "anything" not in after[:at] else is_denied
    tables = (
        (_STRONG_WORDS, STRONG), (_BRISK_WORDS, BRISK), (_SLIGHT_WORDS, SLIGHT), (_CALM_WORDS, CALM)
    )  # fmt: skip
    return next(((strength, denied) for table, strength in tables if after[at] in table), None)


def _is_mere(after: tuple[str, ...]) -> bool:
    """Whether a wind is called a breath: "the wind a mere whisper", "is but a rumor"."""
    said = [word for word in after[:5] if word not in ("is", "but", "only", "just", "now", ",")]
    return (
        said[:1] in (["a"], ["the"], ["mere"])
        and next((w for w in said[1:] if w not in _MERE), "") in _BREATHS
    )


def _ends(following: tuple[str, ...]) -> bool:
    """Whether an adjective closes what is said of the wind: "is light today", but not "is light blue"."""
    return following == () or following[0] in _CLOSING


def _held(context: Context, i: int, least: float, most: float) -> Judgement | None:
    """Hold a wind said against those given; None where none is."""
    scope = context.scopes.at(i, i)
    readings = [reading for reading in context.about(scope) if "wind" in reading.values]
    if not readings:
        return None
    fits = [r for r in readings if least <= convert(r.values["wind"], r.wind_unit or "km/h", "km/h") <= most]
    if fits:
        return Judgement(i, i, tuple(fits))
    given = ", ".join(f"{r.values['wind']:g} {r.wind_unit or ''}".strip() for r in readings[:5])
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give a wind of {given}")
