"""Frost, freezing and thaw, said of a day or a night: where words claim them, and whether they fit."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.air.freezing import SIDES_OF_FREEZING, unfelt
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_set

_TIMES: Final = word_set(
    "night nights morning mornings start starts dawn day days evening evenings one ones weather air spell "
    "ground grass lawn lawns week weekend and but end beginning"
)
_FREEZES_WHAT: Final = word_set(
    "you your my me the his her our us them it its a an thy any anything everything water pipes"
)
_FREEZING_SUBJECTS: Final = word_set(
    "it ground night nights again and air lake pond grass soil lawn does won't doesn't will not can't "
    "cannot never didn't to may might hardly monday tuesday wednesday thursday friday saturday sunday "
    "monday's tuesday's wednesday's thursday's friday's saturday's sunday's tonight tomorrow today "
    "puddles weather mercury"
)
_BEFORE_NOUN: Final = word_set(
    "a hard the no any light slight sharp killing deep ground first last overnight another brief of early "
    "late"
)
_COPULAS: Final = word_set("is are be it's turns stays remains looks feels was and , very quite")
_MEASURING: Final = word_set(
    "from to above below near against toward towards under over short than like nigh"
)
_ARTICLES: Final = word_set("the a an any that this all ground hard")
_AMOUNTS: Final = word_set(
    "night nights morning mornings coat coating layer film crust week days spell return plenty touch bit "
    "lot free devoid sign hint trace threat chance risk likelihood odds fear danger prospect clear rid "
    "empty bare dusting kind sort touches signs traces scrap whiff rime patches blanket skin rid void out "
    "innocent"
)
_FIGURED: Final = word_set("degrees degree of")


_NOT_YET: Final = word_set(
    "fear fears feared fearing watch watching beware eye case against enough flirt flirts flirting "
    "whisker distance wait waits nearly almost near nigh grace threshold bite feel feels hint touch brink "
    "edge verge short done mark line point tender proof can could may might shy another "
    "whisper talk close closer approach approaches hover hovers teeters toys threatens threaten border "
    "borders weary worry risk warning warnings alert suspicion smell taste further reach sight not if "
    "would needs need needed done past"
)


_AWAY: Final = word_set("off from above over short of to away clear more better warmer higher on")


def is_mere_talk(clause: Sequence[str]) -> bool:
    """Whether a clause speaks of frost as what is near or feared, not as what comes: "flirts with frost"."""
    return not _NOT_YET.isdisjoint(clause) or any(
        one in ("degree", "degrees") and other in _AWAY for one, other in pairwise(clause)
    )


def ends_frost(words: tuple[str, ...], i: int) -> int:
    """Return the last token of the claim of frost at token i, -1 where it is none: "a frosty reception"."""
    word = words[i]
    before = words[i - 1] if i else "."
    after = words[i + 1] if i + 1 < len(words) else "."
    if word == "frosty":
        is_said = before in _COPULAS and (not after.isalpha() or after in _TIMES)
        return i if after in _TIMES or is_said else -1
    if word in ("freeze", "freezes"):
        if before in SIDES_OF_FREEZING or after in _FREEZES_WHAT:
            return -1
        return i if before in _FREEZING_SUBJECTS or (word == "freeze" and before in _BEFORE_NOUN) else -1
    is_counted = before == "of" and i > 1 and words[i - 2] in _FIGURED
    at = i - 1
    while at > 0 and words[at] in _ARTICLES:
        at -= 1
    if i and words[at] in _MEASURING:
        return -1
    if before == "of" and i > 1 and words[i - 2] not in _AMOUNTS:
        return -1
    is_named = before == "jack" or after in ("giant", "giants", "king", "bite")
    return -1 if is_counted or is_named else i


def thaws(reading: Reading, denied: bool) -> bool:
    """Whether a reading bears out a thaw, or that there is none; 0 °C itself does both."""
    degrees = list(unfelt(reading))
    return not degrees or (max(degrees) <= 0.0 if denied else max(degrees) >= 0.0)


def frosts(reading: Reading, denied: bool, is_chance: bool) -> bool:
    """Whether a reading bears out frost, or that there is none; 0 °C itself does both."""
    degrees = list(unfelt(reading))
    if not degrees:
        return True
    if denied:
        return min(degrees) >= 0.0
    return min(degrees) <= (t.MAY_FREEZE_MOST_C if is_chance else 0.0)
