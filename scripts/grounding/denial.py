"""Whether words for the weather are denied where they stand: "no rain", "the fog has lifted"."""

from collections.abc import Sequence
from typing import Final, Literal

from scripts.grounding.cardinals import is_numeral
from scripts.grounding.text import word_set

_ESCAPING: Final = word_set(
    "escape escapes escaped escaping dodge dodges dodged dodging avoid avoids avoided avoiding evade evades "
    "evaded miss misses missed missing skip skips skipped elude eludes eluded"
)
_AIMING: Final = word_set(
    "to can could you we i you'll we'll i'll may might should must would and or never not don't won't"
)
"""What stands before one who would get out of the weather there is: "leave early to avoid the rain"."""

_MISSING: Final = word_set(
    "miss misses missed fail fails failed skip skips skipped rest rests relent relents stop stops stopped "
    "quit quits leave leaves left cease ceases lift lifts lifted let lets budge budges clear clears cleared"
)
"""What something that is there does not do: "the fog has not lifted", "the rain refuses to quit"."""

NEGATIONS: Final = _ESCAPING | word_set(
    "no not never without hardly scarcely barely nor neither none nothing nary cannot isn't aren't "
    "wasn't won't doesn't don't didn't can't couldn't wouldn't shouldn't hasn't haven't ain't needn't little "
    "lack lacks lacking free absent devoid instead rather less unlikely spared spare spares nobody nowhere "
    "neither few sans short zero refuses refuse refused declines forgot minus than withholds withhold"
)
_MERELY_SO: Final = word_set("no , . ; is it's are but with be")
"""What stands before "no more than a dusting", which is one."""

_BREAKS: Final = word_set("and but with while whilst then yet because so before though")
_NOT_NEGATING: Final = word_set(
    "doubt question wonder mistake surprise secret less only just merely matter small mean denying"
)
_NEGATED_THROUGH: Final = word_set(
    "sign signs chance chances hint trace more real threat prospect risk of actual serious significant "
    "meaningful further such great much measurable rain snow or nor clear blue light heavy moderate "
    "single drop drops word talk need for to fear any longer a scrap bit question danger expectation "
    "the likelihood promise mention fresh extra new other big cloud in sky speck glimpse shred morsel "
    "whisper rumor rumour patch inch flake thought worry freezing partly mostly proper bright warm "
    "steady strong thunder sun is it be will prediction forecast wisp rag stitch ray gleam breath break "
    "breaks gap gaps hole holes rift chink opening let-up"
)
_HARMLESS_ORDERS: Final = word_set("let forget mind worry blame trust be fret mistake")
_LACKING: Final = word_set("without lack lacks lacking free absent devoid short spare spares sans wanting")
_SHY: Final = word_set("short shy removed wide")
_BEING: Final = word_set("a an being any the real")
"""What is come short of is not there, and not denied in so many words: "shy of a real snowstorm"."""

_FAR_FROM: Final = (("anything", "but"), ("far", "from"), ("nothing", "like"), ("nowhere", "near"))
_LEAST_LIKELY: Final = (("least", "likely"), ("least", "apt"), ("less", "likely"), ("least", "in"))
_QUITTING: Final = word_set("quits quit stops stop stopped ceases ceased cease finishes finished")
_PLENTY: Final = word_set(
    "lack shortage end want dearth scarcity escaping mistaking avoiding denying dodging"
)
_NOT: Final = word_set("no not never nor hardly scarcely isn't aren't won't doesn't don't")
_NOT_DOING: Final = _NOT | word_set("hasn't haven't refuses refuse declines fails")
_NONE_AT_ALL: Final = word_set("not no never none nary")
_NONE_REACH: Final = 7
"""What denies that anything goes "without" something: "not an hour without rain"."""

_BESIDE_FIGURES: Final = word_set("at of to below above near around about past from under over by")
_ARTICLES: Final = word_set("the any its all a")
_GREY: Final = word_set("grey gray cloudy overcast dull gloomy cloud clouds")
_CHOOSING: Final = word_set("decide choose settle agree between")
_OF_PEOPLE: Final = word_set("don't not never won't can't cannot nobody wouldn't shouldn't needn't couldn't")
_EXTREMES: Final = word_set(
    "sweltering scorching freezing boiling roasting baking broiling sizzling blistering"
)
"""What is so of the air, and not going on: "hardly freezing" is not, "hardly raining" is a little."""

_OBJECTS: Final = word_set("it them him her anything much far thing street road hand")
_DEFINITE: Final = word_set("the this that such its your their thy")
_FINDING: Final = word_set("see find expect have get show meet bring look sight glimpse hear feel be reach")
_POST_NEGATIONS: Final = word_set(
    "neither unlikely absent nowhere away missing gone elsewhere hidden hiding not isn't aren't won't "
    "doesn't never wasn't off refuses declines declined resigned scarce remote improbable doubtful past "
    "over ended finished behind out don't didn't hasn't haven't can't cannot couldn't spared misses "
    "avoids spares skips"
)
_NOUGHT: Final = word_set("nothing nought naught nil zero none")
_WHATEVER: Final = word_set("what whatever who whoever whom anyone")
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
    "begin make threatening expecting out anywhere any at given among part for today tomorrow this "
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
_MELTING: Final = word_set(
    "melt melts melting thaw thaws thawing stop stops stopping cease ceases ceasing quit quits quitting "
    "lift lifts lifting relent relents relenting leave leaves leaving linger lingers lingering stick sticks "
    "settle settles abate abates budge budges yield yields depart departs"
)
"""What "no flake will do" that falls all the same."""

Verdict = bool | None | Literal["untold"]
"""Whether something is denied, None where that is in doubt; or that a word does not tell."""

_NEITHER_REACH: Final = 5
"""Tokens in front of a "nor" among which its "neither" stands: "neither Monday nor Tuesday has rain"."""

_REACH_BEFORE: Final = 8
_REACH_AFTER: Final = 6
"""How many words before and after it are looked at for a denial."""


_TELLING_BEFORE: Final = NEGATIONS.union(
    _BREAKS, (second for _, second in _FAR_FROM + _LEAST_LIKELY), ("unlikeliest", "of", "against")
)
"""Words before what is named that may tell whether it is denied."""


def denial_before(words: Sequence[str], begin: int, first: int) -> bool | None:
    """Whether words from token `begin` on deny what stands at `first`; None where doubly or doubtfully so."""
    if first > begin and words[first - 1] in _QUITTING and words[first].endswith("ing"):
        return True if first < 2 or words[first - 2] not in _NOT else None
    for k in range(first - 1, max(begin - 1, first - _REACH_BEFORE), -1):
        word = words[k]
        if word not in _TELLING_BEFORE:
            continue
        if words[k - 1 : k + 1] in _FAR_FROM:
            return True
        if word == "unlikeliest" or words[k - 1 : k + 1] in _LEAST_LIKELY:
            return None
        if word in _BREAKS and words[k + 1] != "much":
            return False
        if word == "of" and words[k - 1] in _SHY and words[k + 1] in _BEING:
            return None
        if word == "against" and k > 1 and words[k - 2] == "to":
            return None
        if word not in NEGATIONS or _is_idle(words, k, first):
            continue
        return _negates(words, k, first)
    return False


def _is_idle(words: Sequence[str], k: int, first: int) -> bool:
    """Whether the negation at token k denies nothing that follows: "not only", "a little", "at zero"."""
    word, following = words[k], words[k + 1]
    before = words[k - 1] if k else ""
    if following in _NOT_NEGATING or (word in ("little", "few") and before == "a"):
        return True
    if word in ("rather", "instead"):
        return following not in ("than", "of")
    if word == "minus":
        return following not in _ARTICLES and k + 1 != first
    if word in _ESCAPING:
        is_order = word[-1] != "s" and word[-2:] not in ("ed", "ng") and not before.isalpha()
        return is_order or before in _AIMING or before in ("a", "the", "is", "are", "goes")
    if word == "zero":
        return before in _BESIDE_FIGURES
    return word in ("less", "short") or (word == "free" and following != "of")


def _negates(words: Sequence[str], k: int, first: int) -> bool | None:
    """Return what the negation at token k makes of the words at `first`."""
    word, following = words[k], words[k + 1]
    before = words[k - 1] if k else ""
    is_of_neither = "neither" in words[max(0, k - _NEITHER_REACH) : k]
    is_lacking_denied = (word in _LACKING and before in _NOT) or (word in _NOT and following in _LACKING)
    is_lacking_denied = is_lacking_denied or (is_of_neither and word in _LACKING | _ESCAPING)
    if is_lacking_denied or (word == "no" and following in _PLENTY):
        return False
    if word == "without" and not _NONE_AT_ALL.isdisjoint(_in_clause(words, k)):
        return False
    if word in ("don't", "never", "not") and following in _HARMLESS_ORDERS:
        return None if following != "be" else True
    if word == "than" and before == "worse" and words[first] in _GREY:
        return None
    is_bare = word == "than" and following in ("a", "an") and words[max(0, k - 3)] in _MERELY_SO
    if is_bare and (words[k - 2], before) == ("no", "more"):
        return False
    if word == "than":
        return False if before in ("worse", "heavier", "stronger") else None
    if word in ("instead", "rather"):
        return None
    if word == "no" and following == "means":
        return True
    between = words[k + 1 : first]
    if not _CHOOSING.isdisjoint(between):
        return False
    if "to" in between and not {"amounts", "amount", "turns", "turning"}.isdisjoint(between):
        return None
    if word in ("no", "nor") and not is_of_neither and not _NEGATED_THROUGH.issuperset(between):
        return None
    if word == "no" and not _MELTING.isdisjoint(_predicate(words, first)):
        return None
    if word in _OF_PEOPLE and words[first - 1] == "for" and words[first - 2] in _OBJECTS:
        return False
    if word in ("hardly", "scarcely", "barely") and words[first].endswith("ing"):
        return words[first] in _EXTREMES
    if word in _OF_PEOPLE and not _WHATEVER.isdisjoint(between):
        return True if between[-1] == "call" else None
    if word in _OF_PEOPLE and _is_definite(words, k, first) and _FINDING.isdisjoint(between):
        return None
    return True


def _in_clause(words: Sequence[str], k: int) -> Sequence[str]:
    """Return the few words right before token k, back to the beginning of its clause."""
    near = words[max(0, k - _NONE_REACH) : k]
    return near[max((j + 1 for j, word in enumerate(near) if not word[0].isalpha()), default=0) :]


def _predicate(words: Sequence[str], first: int) -> Sequence[str]:
    """Return the words right behind token `first`, up to the end of its clause."""
    behind = words[first + 1 : first + 1 + _REACH_AFTER]
    return behind[: next((k for k, word in enumerate(behind) if not word[0].isalpha()), len(behind))]


def _is_definite(words: Sequence[str], k: int, first: int) -> bool:
    """Whether what stands at `first` is a certain one: "the rain", "the 24 km/h wind"."""
    return words[first - 1] in _DEFINITE or any(
        words[j] in _DEFINITE and words[j + 1][0].isdecimal() for j in range(k + 1, first - 1)
    )


_PARTING: Final = _CLOSING | _PERSONS
_TELLING: Final = (
    _ENDED
    | _ABOLISHED
    | _GIVEN
    | _NOUGHT
    | _NOT
    | _VERB_NEGATIONS
    | _POST_NEGATIONS
    | {"not", "off", "done", "out", "less"}
)
"""Words behind what is named that may tell whether it is denied."""


def denial_after(words: Sequence[str], begin: int, last: int, end: int) -> bool | None:
    """Whether words up to token `end` deny what stands at `last`, in a clause that begins at `begin`."""
    if _is_over(words, last, end):
        return True
    for k in range(last + 1, min(end, last + 1 + _REACH_AFTER)):
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
    if word in _NOT_DOING and (words[k + 2] if following == "to" else following) in _MISSING:
        return False
    if word == "no" and following in _TROUBLES:
        return None if words[last - 1] in _DEFINITE else True
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
