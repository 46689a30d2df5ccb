"""Denials that a whole phrase makes: "fog-free", "rain has no part in it", "anything but dry"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.phrases import Phrases
from scripts.grounding.text import word_set
from scripts.grounding.words.sky_words import TERMS

_FREE_OF: Final = word_set("of to from")
_SHARES: Final = word_set(
    "part place role share say hand seat business room invitation mention standing claim vote voice foothold "
    "welcome appearance appearances portion appointment stake lease admission entry ticket footing showing "
    "presence cameo license licence permit"
)
_INTENTS: Final = word_set("plans plan intention intentions ambition ambitions appetite leave wish mind")
"""What something may have none of and be there all the same: "the rain has no plans to leave"."""

_SHARING: Final = word_set(
    "has have had is are was were gets get got takes take took plays play played finds found receives "
    "received offered given wants claims makes make made been hath having being be enjoys shows does will "
    "pays paid asks holds allowed granted promised sees"
)
_NO: Final = word_set("no any never little")
_NOT: Final = word_set("not never isn't aren't wasn't won't hardly scarcely no doesn't without can't cannot")
_AWAY: Final = Phrases(
    {
        True: """
        keep its/their distance|a long way off|far/miles/months off|months away
        |out of the question/picture/running|off the table/cards/menu/bill/program/programme/agenda/card
        |off duty|out of town/office/work/season|out of sight/business
        |on holiday/leave/strike/vacation/furlough/sabbatical|otherwise/elsewhere engaged/employed
        |otherwise occupied|in bed/hiding|other engagements/plans/business|other appointments
        |better things to do|business/engagements elsewhere|send/sent its/their regrets/apologies
        |take/taken/took the day/week/morning/night off|keep/kept to its/their bed/beds
        |forget/forgotten/forgot to come|forgot to turn up|fail/failed to appear/show/come/arrive/fall
        |stay/stayed at home|stay/stayed/gone home|gone to bed|give/gave _ a miss|give the town a miss
        |a thing of the past|not invited|not on the bill/program/menu/cards|uninvited
        |struck/left from/off the bill/program|ruled out|crossed off|pass/passes _ by|leave _ alone/be
        |leave _ in peace|conspicuous by its/their absence|conspicuously absent|unheard of
        |in short supply
        """
    }
)
"""What something does, or is, that stays away; a verb in "-s" is read as one without."""

_NOT_IT: Final = (
    ("anything", "but"), ("everything", "but"), ("far", "from"), ("nothing", "like"), ("wants", "for"),
    ("absence", "of"), ("want", "of"), ("dearth", "of"),
)  # fmt: skip
_OF: Final = (("of",), ("from",))
_KEEPING: Final = word_set("keeps keep leaves leave rules rule shuts holds hold sends drives chases locks")
_OUT: Final = (("out",), ("away",), ("off",))
_PLAIN: Final = {
    "keeps": "keep", "sends": "send", "takes": "take", "forgets": "forget", "fails": "fail", "stays": "stay",
    "gives": "give", "passes": "pass", "leaves": "leave",
}  # fmt: skip
_RID: Final = word_set(
    "bare clear clean empty innocent rid void bereft destitute shorn stripped swept scrubbed cleansed "
    "guiltless barren cleared wiped washed relieved emptied quit purged ignorant free devoid"
)
_SEARCHING: Final = word_set(
    "search searched searching look looked looking hunt hunted hunting comb combed scan"
)
_IN_VAIN: Final = word_set("vain empty long nothing none no without fail fruitless wasted")
_NOUGHT: Final = word_set("none nil no nought zero nothing absent not never nary neither nowhere")
_ANY: Final = word_set("a an any the some single")
_LIST_WORDS: Final = word_set(
    "or nor a an any the some no light heavy even much of in under wind breeze to speak worth mention"
)
_AND_TOO: Final = word_set("without neither nor free devoid")
_LISTABLE: Final = _LIST_WORDS | TERMS.keys()
_REACH: Final = 7


def denied_in_phrase(
    words: Sequence[str], segment: tuple[int, int], first: int, last: int, end: int
) -> bool | None:
    """Whether a phrase around tokens `first` to `last` denies them; None where it is itself denied.

    `segment` is the clause between commas, `end` that of the sentence.
    """
    begin, stop = segment
    before = words[max(begin, first - _REACH) : first]
    after = words[last + 1 : min(stop, last + 2 + _REACH)]
    if after[:1] == ("free",) and (len(after) == 1 or after[1] not in _FREE_OF):
        return True if _NOT.isdisjoint(before[-2:]) else None
    if (
        words[last + 1 : last + 2] == (":",)
        and words[last + 2 : last + 3] != ()
        and words[last + 2] in _NOUGHT
    ):
        return True
    if _is_emptied(before):
        return _NOT.isdisjoint(before[-4:-2]) or (False if before[-2] in _RID else None)
    if after[:1] in _OUT and not _KEEPING.isdisjoint(before[-3:]):
        return _NOT.isdisjoint(before[-5:]) or None
    if before == ("as", "for"):
        return False if _NOUGHT.isdisjoint(words[last + 1 : min(end, last + 6)]) else None
    if before == ("of",) and first - 1 == begin:
        return not _NOUGHT.isdisjoint(words[last + 1 : min(end, last + 6)])
    if (
        not _SEARCHING.isdisjoint(before)
        and "for" in before
        and not _IN_VAIN.isdisjoint(words[last + 1 : end])
    ):
        return True
    return _is_away(after) if after else False


def _is_emptied(before: Sequence[str]) -> bool:
    """Whether words say that what follows is not there: "anything but", "far from", "bare of any"."""
    while before[-1:] and before[-1] in _ANY:
        before = before[:-1]
    if before[-2:] in _NOT_IT:
        return True
    return before[-1:] in _OF and before[-2:-1] != () and before[-2] in _RID


def _is_away(after: Sequence[str]) -> bool | None:
    """Whether what is named has no share in the day, or is said to be off: "has other engagements"."""
    bare = tuple([_PLAIN.get(word, word) for word in after])
    for k, word in enumerate(after):
        if word in _NO and after[k + 1 : k + 2] != () and k and _SHARING.issuperset(after[:k]):
            noun = after[k + 1] if word != "no" or after[k + 1] != "more" else ""
            return None if noun in _INTENTS else noun in _SHARES
        if _AWAY.at(bare, k) is not None:
            return True if _NOT.isdisjoint(after[:k]) else None
        if word in ("but", "with", "while") or (
            word == "and" and not _LISTABLE.issuperset(after[k + 1 : k + 2])
        ):
            return False
    return False


def goes_on_denied(words: Sequence[str], begin: int, segment: tuple[int, int], first: int) -> int:
    """Return the token before the commas where a clause only goes on with a list, -1 where it does not.

    So "snow" and "fog" of "no rain, snow or fog" stand as "rain" does. `begin` is where the sentence does.
    """
    opening, stop = segment
    if opening - 2 < begin or words[opening - 1] != "," or not _LISTABLE.issuperset(words[opening:first]):
        return -1
    joined = words[opening : min(stop + 3, len(words))]
    at = opening - 2
    while at - 1 > begin and words[at - 1] == "," and words[at] in _LISTABLE:
        at -= 2
    is_and = "and" in joined and not _AND_TOO.isdisjoint(words[max(begin, at - 6) : at])
    return at if "or" in joined or "nor" in joined or is_and else -1
