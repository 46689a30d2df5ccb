"""Whether what stands behind words for the weather denies them: "rain is unlikely", "the fog has lifted"."""

from collections.abc import Sequence
from typing import Final, Literal

from scripts.grounding.text import word_set
from scripts.grounding.words.cardinals import is_numeral

_MISSING: Final = word_set(
    "miss misses missed fail fails failed skip skips skipped rest rests relent relents stop stops stopped "
    "quit quits leave leaves left cease ceases lift lifts lifted let lets budge budges clear clears cleared"
)
"""What something that is there does not do: "the fog has not lifted", "the rain refuses to quit"."""
NOT: Final = word_set("no not never nor hardly scarcely isn't aren't won't doesn't don't")
_NOT_DOING: Final = NOT | word_set("hasn't haven't refuses refuse declines fails")
DEFINITE: Final = word_set("the this that such its your their thy")
_POST_NEGATIONS: Final = word_set(
    "neither unlikely absent nowhere away missing gone elsewhere hidden hiding not isn't aren't won't "
    "doesn't never wasn't off refuses declines declined resigned scarce remote improbable doubtful past "
    "over ended finished behind out don't didn't hasn't haven't can't cannot couldn't spared misses "
    "avoids spares skips"
)
_NOUGHT: Final = word_set("nothing nought naught nil zero none")
_IS: Final = word_set("is are be was stands stand :")
_BOUNDING: Final = word_set(
    "above over past beyond exceeds exceed tops top passes pass reaches reach hits below under"
)
_ODDS: Final = word_set("chance chances odds probability probabilities likelihood risk prospect prospects")
_CEASING: Final = word_set("stop quit let end relent ease leave cease pass hold lift budge give keep go")
_VERB_NEGATIONS: Final = word_set(
    "needn't shouldn't mustn't not isn't aren't won't doesn't wasn't don't didn't hasn't haven't can't "
    "cannot couldn't"
)
_DENIED_VERBS: Final = word_set(
    "expected likely in falling coming forecast due present a an on reach arrive come fall show "
    "appear here there to possible be going happen happening yet predicted visible seen stay stick start "
    "begin make threatening expecting turn out anywhere any at given among part for today tomorrow this "
    "materialise materialize develop worth shown appeared arrived broken risen"
)
_COMING: Final = word_set(
    "comes arrives falls shows appears materializes materialises gets starts begins develops happens enters "
    "troubles touches threatens visits reaches came arrived fell showed came ceases stops leaves lifts quits "
    "quite really actually amounts makes takes goes"
)
"""What weather never does that is not there: "the rain never comes", but not "will never reproach"."""
_DEGREES: Final = word_set(
    "quite much far more less under over above below only just merely exactly too very so especially "
    "overly terribly particularly heavy heavily hard light thick dense strong"
)
_TROUBLES: Final = word_set(
    "worry worries threat threats concern concerns danger dangers risk problem problems trouble troubles "
    "bother "
    "nuisance matter hazard obstacle hindrance peril prospect possibility likelihood issue issues"
)
"""What nothing is that does not come: "rain is no worry before Sunday"."""
_LIKELY: Final = word_set("likely probable expected probability")
_ENDED: Final = word_set(
    "stopped ended ceased passed cleared quit lifted dispersed dissipated vanished departed fled "
    "withdrawn deserted packed retired retreated evaporated scattered resigned bolted decamped absconded"
)
_TAKEN: Final = word_set("lifted cleared dispersed dissipated vanished scattered blown")
_AFTER_TAKEN: Final = word_set("away clean now already off out and at") | {""}
_ABOLISHED: Final = word_set(
    "abolished repealed outlawed banished cancelled canceled adjourned dismissed expelled suspended revoked "
    "forbidden prohibited"
)
_THINGS: Final = word_set("it that them him this")
_SO_MUCH_AS: Final = ("so", "much", "as")
"""Behind a verb that is denied: "isn't falling so much as moving in" denies how, and not that it is."""
_GIVEN: Final = word_set("given let blown burned burnt died moved worn gone")
_HAVING: Final = word_set(
    "has have had hath hast having it's since already finally just now quite altogether wholly entirely "
    "fully completely mercifully lately long"
)
_GONE: Final = word_set(
    "gone over ended finished past behind off done passed lifted cleared spent stopped vanished "
    "dispersed quit ceased departed fled"
)
_AFTER_GONE: Final = word_set("us you them and now already long at for by before altogether entirely at")
_AFTER_OVER: Final = _AFTER_GONE | word_set(
    "at last as again today tonight tomorrow in on until till so here"
)
"""What follows what is over, and not over something: "the storm is over at last", not "over the town"."""
_BLOWN: Final = word_set("burned burnt blown moved cleared worn chased swept driven melted")
_AWAY: Final = word_set("off away out over on up down")
_CLOSING: Final = word_set(
    "and with then while whilst where or nor for on by until before that which who whose so because though "
    "although "
    "whereas lest"
)
_HAS: Final = word_set("has have hath hast 've")
_LEAVE: Final = word_set("holiday vacation strike leave furlough their its his her")
_PERSONS: Final = word_set("you i we one nobody they he she people everybody everyone anyone anybody")
_ELSEWHERE: Final = frozenset(("around", "round", "into"))
"""Where a wind has gone that blows from another quarter now: "has gone around to the west"."""
_WEAKLY: Final = word_set("off past over out behind away gone ended finished hidden hiding")
_FULLY: Final = word_set("now well all nearly safely long already clean right just")
_LONG: Final = word_set("long already well safely now finally")
_KEEPING: Final = word_set(
    "stayed remained kept hold holds holding stay stays staying keep keeps keeping is are be remains remain "
    "held been stands moves moved blown passed"
)
Verdict = bool | None | Literal["untold"]
"""Whether something is denied, None where that is in doubt; or that a word does not tell."""
REACH_BEHIND: Final = 6
"""How many words before and after it are looked at for a denial."""
_PARTING: Final = _CLOSING | _PERSONS
_TELLING: Final = (
    _ENDED
    | _ABOLISHED
    | _GIVEN
    | _NOUGHT
    | NOT
    | _VERB_NEGATIONS
    | _POST_NEGATIONS
    | {"not", "off", "done", "out", "less"}
)
"""Words behind what is named that may tell whether it is denied."""


def denial_after(words: Sequence[str], begin: int, last: int, end: int) -> bool | None:
    """Whether words up to token `end` deny what stands at `last`, in a clause that begins at `begin`."""
    if _is_over(words, last, end):
        return True
    for k in range(last + 1, min(end, last + 1 + REACH_BEHIND)):
        word = words[k]
        if word in _PARTING:
            return False
        if word not in _TELLING:
            continue
        following = words[k + 1] if k + 1 < end else ""
        verdict = _told_at(words, (begin, last), k, following)
        if verdict == "untold":
            verdict = _negated_at(words, last, k, following)
        if verdict != "untold":
            return verdict
    return False


def _told_at(words: Sequence[str], claim: tuple[int, int], k: int, following: str) -> Verdict:
    """Return what "has gone", "is nil", "off and on" or "no threat" at token k make of what stands before."""
    word, before = words[k], words[k - 1]
    begin, last = claim
    if before in _IS and word in _TAKEN and (following in _AFTER_TAKEN or not following.isalpha()):
        return True
    if before in _HAVING and (word in _ENDED or (word in _GIVEN and following in _AWAY)):
        return True
    if word == "not" and before == "than":
        return False
    if word in _NOUGHT and (before in _IS or not _ODDS.isdisjoint(words[begin:k])):
        return True if following not in ("to", "but", "more", "like", "much") else None
    if word == "off" and words[k + 1 : k + 3] == ("and", "on"):
        return False
    if word == "less":
        return None if following == "likely" else "untold"
    if word in _NOT_DOING and not _MISSING.isdisjoint(
        words[k + 2 : k + 3] if following == "to" else (following,)
    ):
        return False
    if word == "no" and following in _TROUBLES:
        return None if words[last - 1] in DEFINITE else True
    if word == "done" and before in ("is", "are"):
        return True
    if word in _ABOLISHED and before in ("been", "is"):
        return True
    return False if word == "out" and words[last] in ("sun", "sunshine", "stars") else "untold"


def _negated_at(words: Sequence[str], last: int, k: int, following: str) -> Verdict:
    """Return what the negation of a verb at token k, or one behind the verb, makes of what stands before."""
    word = words[k]
    if (word == "never" or word in _VERB_NEGATIONS) and _is_bounded(words[k + 1 : k + 5]):
        return None
    if word in ("never", "hardly", "scarcely") and following in _DEGREES:
        return "untold"
    if word in _VERB_NEGATIONS and words[k + 2 : k + 5] == _SO_MUCH_AS:
        return False
    if word in _VERB_NEGATIONS and following in _DEGREES:
        return "untold" if _LIKELY.isdisjoint(words[k + 1 : k + 4]) else True
    if word in _VERB_NEGATIONS and following and following not in _DENIED_VERBS:
        return None
    if word == "never" and following and following not in _DENIED_VERBS and following not in _COMING:
        return None
    if word not in _POST_NEGATIONS or (following and is_numeral(following)):
        return "untold"
    if not _CEASING.isdisjoint(words[k + 1 : k + 3]):
        return None
    if word == "over" and following.isalpha() and following not in _AFTER_OVER:
        return "untold"
    if word == "behind" and following in _THINGS:
        return "untold"
    return True if word not in _WEAKLY or (_is_kept(words, k) and following != "of") else "untold"


def _is_bounded(after: Sequence[str]) -> bool:
    """Whether a figure is said not to be passed, as in "the chance of rain never goes above 40 %"."""
    return any(
        word in _BOUNDING and is_numeral(after[n + 1].lstrip("-–") or "-")
        for n, word in enumerate(after[:-1])
    )


def _is_kept(words: Sequence[str], k: int) -> bool:
    """Whether something "stays" or "is" off, over, away."""
    if words[k] in ("gone", "passed", "ended", "finished") and not _HAS.isdisjoint(words[k - 2 : k]):
        if not _ELSEWHERE.isdisjoint(words[k + 1 : k + 2]):
            return False
        return words[k + 1 : k + 2] != ("on",) or (words[k + 2 : k + 3] != () and words[k + 2] in _LEAVE)
    return words[k - 1] in _KEEPING or (words[k - 2] in _KEEPING and words[k - 1] in _FULLY)


def _is_over(words: Sequence[str], last: int, end: int) -> bool:
    """Whether what is named is said right after to be over: "the fog gone", "with the storm behind us"."""
    after = words[last + 1] if last + 1 < end else ""
    following = words[last + 2] if last + 2 < end else ""
    if words[last].startswith("cloud") and after == "over":
        return False
    if after in _LONG and following in _GONE:
        after, following = following, words[last + 3] if last + 3 < end else ""
    if after in _BLOWN and following in _AWAY:
        return True
    if after == "off" and following == "and":
        return False
    return after in _GONE and (not following.isalnum() or following in _AFTER_GONE)
