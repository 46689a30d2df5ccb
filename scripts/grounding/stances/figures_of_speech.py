"""Clauses that name weather and say nothing of it: "they call that a calm", "let it be the only rain".

Each is told from the words between the clause's beginning and the weather named.
"""

from typing import Final

from scripts.grounding.text import word_set
from scripts.grounding.words.cardinals import is_numeral

_CALLS: Final = word_set("call calls called term terms style styles name pronounce pronounces reckon count")
_PASSES: Final = word_set("passes pass passed passing counts qualifies reckoned")
_THAT: Final = word_set("that this it such these those so")
_CALLERS: Final = word_set(
    "they locals natives people folk folks citizens inhabitants some others we men sailors farmers you "
    "neighbors neighbours everybody everyone that's"
)
_WOULD: Final = word_set("would you'd we'd they'd it'd i'd")
CALLING: Final = _CALLS | _PASSES | _WOULD | {"let"}
"""Words without one of which nothing is named so, wished or only supposed."""

_ASIDES: Final = frozenset(("where", "who", "whom", "whose", "which", "when"))
_WANTING: Final = word_set(
    "trade give swap exchange pay sell barter part prefer rather welcome take want need like love settle kill"
)
"""What one would do for weather that isn't there: "I'd trade a week of it for one good fog"."""

OUT_OF_REACH: Final = word_set("outside beyond past not can't unknown")
_NOT_KNOWN: Final = word_set(
    "in given something known part within covered included reported available mine my told"
)
_LESS: Final = word_set(
    "colder warmer cooler hotter lower higher more less fewer another milder drier wetter heavier lighter"
)
_FINITE: Final = word_set("is are was has have it's there's will comes falls brings blows stands")
_REACH: Final = 7
"""Tokens behind "they call that" within which the name stands."""


def is_no_claim(words: tuple[str, ...], segment: tuple[int, int], i: int) -> bool:
    """Whether a clause only names what stands at token i, wishes it to be all, or tells of what would be."""
    before = words[segment[0] : i]
    if is_called_so(before, words[i]) or is_only_one(before) or is_counterfactual(words, segment, i):
        return True
    return is_wanted(before) and not is_numeral(words[i])


def is_called_so(before: tuple[str, ...], told: str) -> bool:
    """Whether it is only what people name something: "in Wellington they call that", "passes for".

    A number is more than a name: "it would pass for 99".
    """
    if is_numeral(told):
        return False
    for k in range(max(0, len(before) - _REACH), len(before)):
        if before[k] in _PASSES and before[k + 1 : k + 2] in (("for",), ("as",)):
            return True
        if before[k] in _CALLS and before[k + 1 : k + 2] != () and before[k + 1] in _THAT:
            return not _CALLERS.isdisjoint(before[max(0, k - 3) : k])
        if before[k] in _CALLS and k and before[k - 1] in _CALLERS:
            return True
    return False


def is_told_aside(words: tuple[str, ...], aside: tuple[int, int], i: int) -> bool:
    """Whether a tale is told aside before token i: "London, where I spent many a winter, has 14 °C"."""
    first, last = aside
    return last <= i and words[first] in _ASIDES and words[first - 1] == ","


def is_out_of_reach(behind: tuple[str, ...]) -> bool:
    """Whether words behind a colon say that it is out of reach: "the tide: that is outside …"."""
    return any(
        word in OUT_OF_REACH and (word != "not" or behind[k + 1 : k + 2] == () or behind[k + 1] in _NOT_KNOWN)
        for k, word in enumerate(behind[:3])
    )


def is_wanted(before: tuple[str, ...]) -> bool:
    """Whether it is only what somebody would trade something for, or would rather have."""
    return any(
        word in _WOULD and before[k + 1 : k + 2] != () and before[k + 1] in _WANTING
        for k, word in enumerate(before)
    )


def is_only_one(before: tuple[str, ...]) -> bool:
    """Whether it is only wished to be the sole one there is: "let the fireworks be the only thunder"."""
    return (
        "let" in before[:3]
        and "be" in before
        and not {"only", "sole", "last"}.isdisjoint(before[before.index("be") :])
    )


def follows_condition(words: tuple[str, ...], begin: int, first: int) -> bool:
    """Whether the clause that opens at token `first` comes behind an "if" clause of its sentence."""
    k = first - 2
    while k > begin and words[k - 1] not in (":", ";", ",", "—"):
        k -= 1
    return k >= begin and first > begin and words[first - 1] == "," and words[k] in ("if", "should", "when")


def is_counterfactual(words: tuple[str, ...], segment: tuple[int, int], i: int) -> bool:
    """Whether a clause only tells what would be otherwise: "two degrees colder and it would be snow"."""
    first, last = segment
    for k in range(first, last - 1):
        if words[k] == "and" and not _WOULD.isdisjoint(words[k + 1 : k + 3]):
            before = words[first:k]
            return not _LESS.isdisjoint(before) and _FINITE.isdisjoint(before)
    return False
