"""Who asks: tens of voices, moods, ways of typing and kinds of English, and which of them go together.

A voice names the groups it belongs to; an occasion (`occasions.py`) names the groups that have it. The
English fits the place where the asker lives there, the typing fits the age.
"""

import random
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from scripts.weather.places import Place

SECOND_LANGUAGE: Final = (
    "English as a second language, fluent and a little formal",
    "English as a second language, simple sentences, now and then an article missing",
    "English learned at school, correct and careful",
)

HOME_ENGLISH: Final[Mapping[str, tuple[str, ...]]] = {
    "US": (
        "American English",
        "American English",
        "Southern American English",
        "Midwestern American English",
    ),
    "CA": ("Canadian English",),
    "GB": ("British English", "British English", "northern English", "Londoner's English"),
    "IE": ("Irish English",),
    "AU": ("Australian English",),
    "NZ": ("New Zealand English",),
    "IN": ("Indian English",),
    "PK": ("Pakistani English",),
    "BD": ("Bangladeshi English",),
    "LK": ("Sri Lankan English",),
    "NG": ("Nigerian English",),
    "GH": ("Ghanaian English",),
    "KE": ("Kenyan English",),
    "UG": ("East African English",),
    "TZ": ("East African English",),
    "ZM": ("Southern African English",),
    "ZW": ("Zimbabwean English",),
    "BW": ("Southern African English",),
    "NA": ("Southern African English",),
    "ZA": ("South African English",),
    "LR": ("Liberian English",),
    "SG": ("Singaporean English",),
    "MY": ("Malaysian English",),
    "PH": ("Filipino English",),
    "HK": ("Hong Kong English",),
    "JM": ("Jamaican English, lightly",),
    "TT": ("Trinidadian English, lightly",),
    "BS": ("Caribbean English",),
    "BB": ("Caribbean English",),
    "BZ": ("Caribbean English",),
    "FJ": ("Fijian English",),
    "PG": ("Papua New Guinean English",),
}
"""English of those who live in a country; elsewhere it is a second language."""

HOME_REGION_ENGLISH: Final[Mapping[str, tuple[str, ...]]] = {
    "Scotland": ("Scottish English",),
    "Wales": ("Welsh English",),
    "Northern Ireland": ("Northern Irish English",),
}

IMPERIAL_ENGLISH: Final = HOME_ENGLISH["US"]
"""Of askers who think in Fahrenheit."""

METRIC_ENGLISH: Final = (
    "British English",
    "Scottish English",
    "Irish English",
    "Canadian English",
    "Australian English",
    "New Zealand English",
    "Indian English",
    "Nigerian English",
    "Kenyan English",
    "South African English",
    "Singaporean English",
    *SECOND_LANGUAGE,
)
"""Of askers who think in Celsius."""

TRAVELLER_ENGLISH: Final = (*METRIC_ENGLISH, *IMPERIAL_ENGLISH)

MOODS: Final = (
    "cheerful",
    "in a hurry",
    "a worrier",
    "dry-humoured",
    "tired",
    "impatient",
    "chatty",
    "matter-of-fact",
    "polite to a fault",
    "half awake",
    "excited",
    "sceptical",
    "absent-minded",
    "well organised",
    "grumpy but fair",
    "shy",
    "sure of everything",
    "curious about everything",
    "distracted by children",
    "between two meetings",
    "hopeful",
    "resigned",
    "warm-hearted",
    "brisk",
    "fussy about detail",
    "easily amused",
    "on edge",
    "unhurried",
)

TYPING_ANY: Final = (
    "full sentences, careful punctuation",
    "all lower case, no full stop at the end",
    "short and telegraphic",
    "one long sentence strung together with commas",
    "a greeting first, a thank-you last",
    "the question first, the reason after",
    "the reason first, the question last",
    "dictated by voice, so few commas",
    "plain and quick, a contraction wherever one fits",
    "two short sentences",
    "as if picking up a conversation",
    "a fragment rather than a sentence",
    "with an aside in brackets",
    "with dashes instead of full stops",
    "correct but hurried, no greeting",
)
TYPING_YOUNG: Final = (
    "thumb-typed: lower case, 'u' and 'gonna', no punctuation",
    "thumb-typed, one small slip in an ordinary word",
    "texting style, 'pls' and 'thx'",
    "lower case with an 'ok so' at the start",
    "rapid, an exclamation mark too many",
)
TYPING_OLD: Final = (
    "like a short letter, courteous",
    "carefully capitalised, complete sentences",
    "a little roundabout before the question comes",
    "old-fashioned turns of phrase, no abbreviations",
)
YOUNG_UNTIL: Final = 30
OLD_FROM: Final = 62


class Voice(NamedTuple):
    """A trade or walk of life, the ages it comes in, and the groups that decide which occasions fit it."""

    label: str
    youngest: int
    oldest: int
    groups: frozenset[str]


def _voice(label: str, youngest: int, oldest: int, groups: str) -> Voice:
    return Voice(label, youngest, oldest, frozenset(groups.split()))


VOICES: Final = (
    _voice("primary-school teacher", 24, 63, "teacher home travel"),
    _voice("geography teacher", 26, 64, "teacher curious travel"),
    _voice("scout leader", 21, 66, "teacher outdoor"),
    _voice("nursery worker", 20, 60, "teacher home"),
    _voice("football coach of an under-tens side", 28, 60, "sport parent"),
    _voice("stay-at-home father", 28, 48, "parent home"),
    _voice("mother of two small children", 25, 44, "parent home travel"),
    _voice("new grandmother", 50, 72, "elder home travel parent"),
    _voice("retired postman", 62, 88, "elder home curious"),
    _voice("retired headmistress", 63, 90, "elder home travel curious"),
    _voice("retired ship's engineer", 62, 86, "elder sea curious"),
    _voice("widower who has taken up cooking", 64, 86, "elder home"),
    _voice("allotment gardener", 35, 82, "garden home elder"),
    _voice("landscape gardener", 22, 60, "garden builder"),
    _voice("rose grower", 40, 80, "garden home"),
    _voice("dairy farmer", 24, 68, "farm"),
    _voice("fruit farmer", 26, 68, "farm"),
    _voice("grain farmer", 26, 70, "farm"),
    _voice("winegrower", 27, 68, "farm"),
    _voice("beekeeper", 30, 76, "farm garden"),
    _voice("sheep farmer", 24, 72, "farm"),
    _voice("vegetable smallholder", 26, 66, "farm garden home"),
    _voice("roofer", 20, 58, "builder"),
    _voice("house painter", 20, 62, "builder"),
    _voice("bricklayer", 19, 60, "builder"),
    _voice("site foreman", 30, 62, "builder office"),
    _voice("window cleaner", 20, 58, "builder"),
    _voice("solar-panel fitter", 21, 52, "builder"),
    _voice("crane operator", 25, 60, "builder"),
    _voice("tree surgeon", 21, 54, "builder garden"),
    _voice("chimney sweep", 22, 64, "builder"),
    _voice("lorry driver", 24, 64, "driver"),
    _voice("motorcycle courier", 19, 44, "driver"),
    _voice("taxi driver", 24, 66, "driver curious"),
    _voice("bus driver", 24, 63, "driver home"),
    _voice("removal man", 20, 56, "driver builder"),
    _voice("cycle courier", 18, 38, "cycle driver"),
    _voice("weekend cyclist", 22, 66, "cycle sport outdoor"),
    _voice("marathon runner", 22, 58, "run sport travel"),
    _voice("parkrun beginner", 19, 60, "run sport home"),
    _voice("hill walker", 20, 74, "outdoor travel"),
    _voice("climber", 19, 50, "outdoor sport"),
    _voice("birdwatcher", 16, 80, "outdoor curious garden"),
    _voice("angler", 16, 78, "outdoor water"),
    _voice("dinghy sailor", 17, 68, "water sport"),
    _voice("yacht skipper", 28, 70, "water sea travel"),
    _voice("wild swimmer", 22, 70, "water outdoor"),
    _voice("fisherman with a small boat", 24, 70, "sea water"),
    _voice("merchant navy officer", 24, 60, "sea travel"),
    _voice("glider pilot", 18, 66, "pilot sport"),
    _voice("flight instructor", 26, 62, "pilot"),
    _voice("airline steward", 22, 55, "travel pilot"),
    _voice("drone photographer", 19, 50, "photo drone"),
    _voice("wedding photographer", 23, 58, "photo event"),
    _voice("landscape photographer", 22, 72, "photo outdoor travel"),
    _voice("amateur astronomer", 15, 78, "stars curious"),
    _voice("wedding planner", 25, 58, "event office"),
    _voice("festival organiser", 24, 56, "event"),
    _voice("caterer", 24, 62, "event home"),
    _voice("café owner", 25, 64, "event shop home"),
    _voice("ice-cream seller", 18, 66, "shop"),
    _voice("market trader", 20, 70, "shop"),
    _voice("florist", 20, 64, "shop event"),
    _voice("hotel receptionist", 19, 58, "shop travel"),
    _voice("tour guide", 22, 66, "event travel"),
    _voice("violinist", 16, 68, "music home travel"),
    _voice("guitar maker", 26, 72, "music home"),
    _voice("street musician", 18, 60, "music shop"),
    _voice("night-shift nurse", 23, 60, "nurse home"),
    _voice("district nurse", 24, 62, "nurse driver"),
    _voice("paramedic", 22, 56, "nurse driver"),
    _voice("carer for an elderly neighbour", 20, 66, "nurse home"),
    _voice("dog walker", 17, 70, "dog home"),
    _voice("owner of an old greyhound", 24, 78, "dog home"),
    _voice("horse rider", 15, 60, "dog farm outdoor"),
    _voice("software developer", 22, 56, "office home travel cycle"),
    _voice("accountant", 24, 64, "office home travel"),
    _voice("estate agent", 22, 60, "office driver"),
    _voice("trade-fair representative", 25, 62, "office travel"),
    _voice("management consultant", 24, 55, "office travel"),
    _voice("translator", 24, 70, "office home travel curious"),
    _voice("civil engineer", 24, 64, "builder office travel"),
    _voice("surveyor", 23, 62, "survey builder outdoor"),
    _voice("field biologist", 23, 64, "survey outdoor curious"),
    _voice("geologist", 24, 68, "survey outdoor"),
    _voice("forest ranger", 22, 62, "survey outdoor"),
    _voice("first-year student", 18, 21, "student home travel"),
    _voice("doctoral student", 24, 34, "student travel curious"),
    _voice("exchange student", 19, 25, "student travel"),
    _voice("sixth-former", 16, 18, "student home sport"),
    _voice("backpacker", 18, 32, "travel outdoor student"),
    _voice("newly-wed", 23, 45, "travel home"),
    _voice("bridegroom", 24, 44, "event home"),
    _voice("pensioner on a first long flight", 64, 82, "elder travel"),
    _voice("quiz-night regular", 21, 70, "curious home"),
    _voice("crossword setter", 34, 82, "curious home"),
    _voice("novelist", 27, 74, "curious home travel"),
    _voice("barman", 20, 58, "curious shop"),
    _voice("amateur meteorologist", 15, 76, "curious"),
    _voice("kite maker", 22, 72, "kite home"),
    _voice("ski instructor", 20, 52, "snow sport"),
    _voice("weekend skier", 19, 62, "snow travel"),
    _voice("snow-plough driver", 23, 62, "snow driver"),
)
"""Everybody who asks. Add a line and the groups that fit."""


@cache
def voices_of(groups: frozenset[str], ages: tuple[int, int] = (0, 99)) -> tuple[Voice, ...]:
    """Return the voices that belong to any of the groups ("anyone" means all) and can be of such an age."""
    found = tuple(voice for voice in VOICES if "anyone" in groups or voice.groups & groups)
    aged = tuple(voice for voice in found if voice.youngest <= ages[1] and ages[0] <= voice.oldest)
    if not aged:
        raise LookupError(f"no voice of {ages[0]} to {ages[1]} years belongs to any of {sorted(groups)}")
    return aged


def english_at_home(rng: random.Random, place: Place) -> str:
    """Return a kind of English for somebody who lives at the place."""
    by_region = HOME_REGION_ENGLISH.get(place.admin1)
    return rng.choice(by_region or HOME_ENGLISH.get(place.country_code, SECOND_LANGUAGE))


def person(
    rng: random.Random, groups: frozenset[str], english: str, ages: tuple[int, int] = (0, 99)
) -> tuple[str, str]:
    """Return who asks, as "a 34-year-old roofer, in a hurry; Irish English", and how they type."""
    voice = rng.choice(voices_of(groups, ages))
    age = rng.randint(max(voice.youngest, ages[0]), min(voice.oldest, ages[1]))
    who = f"{article(str(age))} {age}-year-old {voice.label}, {rng.choice(MOODS)}; {english}"
    habits: tuple[str, ...] = TYPING_ANY
    if age <= YOUNG_UNTIL:
        habits += TYPING_YOUNG
    elif age >= OLD_FROM:
        habits += TYPING_OLD * 2
    return who, rng.choice(habits)


def article(words: str) -> str:
    """Return "a" or "an" as the words after it want: "an 18-year-old", "an estate agent", "a used car"."""
    first = words.split()[0].casefold()
    if first[0].isdigit():
        return "an" if first.startswith(("8", "11", "18")) and not first.startswith(("110", "180")) else "a"
    if first.startswith(("hour", "honest", "heir")):
        return "an"
    return (
        "an"
        if first[0] in "aeiouàáâäåæèéêëíîïòóôöøúûü" and not first.startswith(("uni", "us", "eu"))
        else "a"
    )
