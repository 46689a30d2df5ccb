"""Whether what stands before words for the weather denies them: "no rain", "without a drop of it"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.stances.denial_behind import DEFINITE, NOT, REACH_BEHIND
from scripts.grounding.text import word_set

_ESCAPING: Final = word_set(
    "escape escapes escaped escaping dodge dodges dodged dodging avoid avoids avoided avoiding evade evades "
    "evaded miss misses missed missing skip skips skipped elude eludes eluded"
)
_AIMING: Final = word_set(
    "to can could you we i you'll we'll i'll may might should must would and or never not don't"
)
"""What stands before one who would get out of the weather there is: "leave early to avoid the rain"."""


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
    "the likelihood time room use place day promise mention fresh extra new other big cloud in sky speck "
    "glimpse shred morsel "
    "whisper rumor rumour patch inch flake thought worry freezing partly mostly proper bright warm "
    "steady strong thunder sun is it be will prediction forecast wisp rag stitch ray gleam breath break "
    "breaks gap gaps hole holes rift chink opening let-up"
)
_HARMLESS_ORDERS: Final = word_set("let forget mind worry blame trust be fret mistake")
_LACKING: Final = word_set(
    "without lack lacks lacking free absent devoid short spare spares spared sans wanting"
)
_SHY: Final = word_set("short shy removed wide")
_BEING: Final = word_set("a an being any the real")
"""What is come short of is not there, and not denied in so many words: "shy of a real snowstorm"."""

_FAR_FROM: Final = (("anything", "but"), ("far", "from"), ("nothing", "like"), ("nowhere", "near"))
_LEAST_LIKELY: Final = (("least", "likely"), ("least", "apt"), ("less", "likely"), ("least", "in"))
_QUITTING: Final = word_set("quits quit stops stop stopped ceases ceased cease finishes finished")
_PLENTY: Final = word_set(
    "lack shortage end want dearth scarcity escaping mistaking avoiding denying dodging"
)
_NONE_AT_ALL: Final = word_set("not no never none nary won't doesn't don't isn't aren't hasn't can't cannot")
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
_FINDING: Final = word_set("see find expect have get show meet bring look sight glimpse hear feel be reach")
_WHATEVER: Final = word_set("what whatever who whoever whom anyone")


_MELTING: Final = word_set(
    "melt melts melting thaw thaws thawing stop stops stopping cease ceases ceasing quit quits quitting "
    "lift lifts lifting relent relents relenting leave leaves leaving linger lingers lingering stick sticks "
    "settle settles abate abates budge budges yield yields depart departs"
)
"""What "no flake will do" that falls all the same."""


_NEITHER_REACH: Final = 5
"""Tokens in front of a "nor" among which its "neither" stands: "neither Monday nor Tuesday has rain"."""

_REACH_BEFORE: Final = 8


_TELLING_BEFORE: Final = NEGATIONS.union(
    _BREAKS, (second for _, second in _FAR_FROM + _LEAST_LIKELY), ("unlikeliest", "of", "against")
)
"""Words before what is named that may tell whether it is denied."""


def denial_before(words: Sequence[str], begin: int, first: int) -> bool | None:
    """Whether words from token `begin` on deny what stands at `first`; None where doubly or doubtfully so."""
    if first > begin and words[first - 1] in _QUITTING and words[first].endswith("ing"):
        return True if first < 2 or words[first - 2] not in NOT else None
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
        is_order = word[-1] != "s" and word[-2:] not in ("ed", "ng") and not before[-1:].isalpha()
        return is_order or before in _AIMING or before in ("a", "the", "is", "are", "goes")
    if word == "zero":
        return before in _BESIDE_FIGURES or following in ("percent", "%")
    return word in ("less", "short") or (word == "free" and following != "of")


def _negates(words: Sequence[str], k: int, first: int) -> bool | None:
    """Return what the negation at token k makes of the words at `first`."""
    word, following = words[k], words[k + 1]
    before = words[k - 1] if k else ""
    is_of_neither = "neither" in words[max(0, k - _NEITHER_REACH) : k]
    is_lexical = word in _LACKING | _ESCAPING
    is_lacking_denied = (is_lexical and before in NOT) or (word in NOT and following in _LACKING)
    is_lacking_denied = is_lacking_denied or (
        is_lexical and not _NONE_AT_ALL.isdisjoint(_in_clause(words, k))
    )
    if is_lacking_denied or (is_of_neither and is_lexical) or (word == "no" and following in _PLENTY):
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
    return _denies(words, k, first)


def _denies(words: Sequence[str], k: int, first: int) -> bool | None:
    """Return the same of a negation that reaches the words: "nobody will see rain", "hardly raining"."""
    word, between = words[k], words[k + 1 : first]
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
    behind = words[first + 1 : first + 1 + REACH_BEHIND]
    return behind[: next((k for k, word in enumerate(behind) if not word[0].isalpha()), len(behind))]


def _is_definite(words: Sequence[str], k: int, first: int) -> bool:
    """Whether what stands at `first` is a certain one: "the rain", "the 24 km/h wind"."""
    return words[first - 1] in DEFINITE or any(
        words[j] in DEFINITE and words[j + 1][0].isdecimal() for j in range(k + 1, first - 1)
    )
