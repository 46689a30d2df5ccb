"""Whether a claim about the sky is of what goes, is over, hides, or makes room for another.

"The fog lifts by noon", "after the storm", "it rained all week", "the sun is hidden", "trades rain for fog".
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.names.scope import Scope
from scripts.grounding.sky.sky_claims import Claim
from scripts.grounding.text import word_set
from scripts.grounding.words import passing_words as p
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.cardinals import is_numeral

_DEGREES: Final = word_set("light heavy moderate little thin scattered violent morning afternoon evening and")
_LATER: Final = word_set("will should shall ought may might")
_OWNED_REACH: Final = 4
_STAYING: Final = word_set(
    "and but while whilst then not never won't doesn't isn't hasn't don't haven't refuses declines fails"
)
"""What behind its name tells that the going is not its own, or is denied."""


def goes_over(context: Context, claim: Claim) -> bool:
    """Whether a claim goes over into another of the same thing: "light rain, then heavy"."""
    behind = context.text.words[claim.last + 1 : claim.last + 3]
    return behind[:1] == ("then",) or behind in ((",", "then"), ("and", "then"), ("turning", "to"))


def is_timed(context: Context, claim: Claim) -> bool:
    """Whether the end of something only tells a time: "when the snow has passed", "past by then"."""
    begin, end = context.stances.segment(claim.first)
    words = context.text.words
    if words[claim.first - 1] in ("the", "that", "this") and words[claim.first - 2] in p.PASSED:
        return True
    if words[begin] in p.TIMING and claim.first - begin < 4 and not is_told_of_day(context, claim):
        return True
    after = words[claim.last : end]
    return ("by", "then") in pairwise(after[-3:]) and not p.OVER.isdisjoint(after)


def is_told_of_day(context: Context, claim: Claim) -> bool:
    """Whether a claim's clause tells of the days named right before it: "on Monday or Friday, when it …"."""
    begin, _ = context.stances.segment(claim.first)
    return context.text.words[begin] == "when" and any(
        cue.days and begin - 2 <= cue.last < begin for cue in context.scopes.days
    )


def is_days_own(context: Context, claim: Claim) -> bool:
    """Whether it is called a certain day's own, which says that it comes: "Thursday's heavy rain"."""
    words = context.text.words
    k = claim.first - 1
    while k > max(0, claim.first - _OWNED_REACH) and (words[k] in _DEGREES or words[k] in w.TERMS):
        k -= 1
    return (
        k >= 0 and words[k].endswith("'s") and any(cue.last == k and cue.days for cue in context.scopes.days)
    )


def is_days_own_over(context: Context, claim: Claim) -> bool:
    """Whether a day's own is told to be over later, and so to come then: "Today's hail will have passed"."""
    _, end = context.stances.segment(claim.last)
    begin, _ = context.stances.segment(claim.first)
    after = context.text.words[claim.last : end]
    is_over = not p.OVER.isdisjoint(after) and (
        not _LATER.isdisjoint(after) or context.text.words[begin] == "once"
    )
    return is_over and is_days_own(context, claim) and not context.scopes.named_between(claim.last, end - 1)


def is_whenever(context: Context, claim: Claim) -> bool:
    """Whether a sentence opens with what holds whenever it comes: "when the storm breaks is no time to …"."""
    begin, _ = context.stances.segment(claim.first)
    if context.text.words[begin] not in ("when", "whenever") or begin != context.stances.sentence(begin)[0]:
        return False
    return context.stances.is_timeless_within(claim.first)


def is_past(context: Context, claim: Claim) -> bool:
    """Whether what fell is said to have fallen before: "it rained all week", "after a week of rain"."""
    words = context.text.words
    sentence = context.text.words[context.stances.sentence(claim.first)[0] : claim.last]
    if "be" in sentence and any(one == "be" and two in p.PAST_FALLS for one, two in pairwise(sentence)):
        return False
    if words[claim.last] in p.PAST_FALLS and words[claim.last - 1] not in p.HAPPENING:
        is_suffered = words[claim.last + 1 : claim.last + 2] in (("on",), ("upon",))
        return not (is_suffered and (words[claim.last - 1].endswith("ly") or words[claim.last + 1] == "upon"))
    first, last = context.stances.segment(claim.first)
    clause = words[first:last]
    return not (p.PAST_TIMES.isdisjoint(clause) or p.HAVING_BEEN.isdisjoint(pairwise(clause)))


def is_away(context: Context, claim: Claim) -> bool | None:
    """Whether it is the sun that is said to be hidden or gone; None where it comes and goes or only rises."""
    if claim.term not in (w.SUN, w.SUNNY):
        return False
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    _, end = context.stances.sentence(claim.first)
    if words[claim.last] != "sun":
        return False if p.SUNSHINE_AWAY.isdisjoint(words[first:last]) else None
    after = words[claim.last + 1 : min(last, claim.last + 6)]
    if after[:1] and (after[0] in p.SHINING or after[0] == "out" or after[:2] in p.SUN_OUT):
        return False
    if not p.SUN_HIDDEN.isdisjoint(after) or (after[:3] in p.GONE_IN or after[:2] in p.GONE_IN):
        return True
    window = words[first : min(end, last + 6)]
    return False if p.SUN_AWAY.isdisjoint(window) else None


def is_elsewhen(context: Context, claim: Claim) -> bool:
    """Whether it is named as what goes, or what something follows: "the fog gives way", "since the storm"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    before = words[max(first, claim.first - 6) : claim.first]
    is_beside = words[claim.last + 1 : claim.last + 4] in p.ON_EITHER_SIDE
    if (
        is_beside
        or not p.ELSEWHEN.isdisjoint(before)
        or ("place" in before and ("place", "of") in pairwise(before))
    ):
        return True
    if _is_broken(before):
        return True
    if before[-1:] in (("the",), ("that",), ("this",)):
        after = words[claim.last + 1 : claim.last + 2]
        is_of_event = len(before) > 1 and before[-2] in p.BEFORE_EVENT
        if is_of_event or not p.PAST_VERBS.isdisjoint(after):
            return True
    if 0 in claim.agrees and claim.term is not w.FROST:
        return False
    for word in words[claim.last + 1 : min(last, claim.last + 6)]:
        if word in _STAYING:
            return False
        if word in p.LEAVING:
            if word[:4] == "turn" and context.scopes.named_between(claim.last + 1, claim.last + 2):
                return False
            return not _comes_in(words, claim) and (word[:2] != "go" or not _goes_on(words, claim))
    return False


def _is_broken(before: Sequence[str]) -> bool:
    """Whether what is named is ended by another: "breaks the run of rain", "ends the wet spell"."""
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in p.BREAKING), -1)
    return at >= 0 and before[at + 1 : at + 2] in p.BROKEN and p.RUN_OF.issuperset(before[at + 2 :])


def is_exchanged(context: Context, claim: Claim) -> bool:
    """Whether one sky is had for another: "trades the rain for fog", "fog in place of drizzle"."""
    first, last = context.stances.segment(claim.first)
    words = context.text.words
    before = words[max(first, claim.first - 4) : claim.first]
    if not p.SWAPPED.isdisjoint(pairwise(before)):
        return True
    is_swap = not p.SWAPPING.isdisjoint(words[max(first, claim.first - 7) : claim.first])
    return is_swap and "for" in (words[claim.first - 1], *words[claim.last + 1 : min(last, claim.last + 2)])


def _comes_in(words: Sequence[str], claim: Claim) -> bool:
    """Whether it comes, and does not go: "the rain moves in", "blows in from the west"."""
    behind = words[claim.last + 1 : claim.last + 3]
    if tuple(behind) == ("goes", "to"):
        return True
    return tuple(behind) in p.TURNING_UP or (behind[1:] == ("in",) and behind[0] in p.MOVING)


def _goes_on(words: Sequence[str], claim: Claim) -> bool:
    """Whether it goes on, and not away: "the rain goes on all day", but not "the clouds go on Sunday"."""
    at = next((k for k in range(claim.last + 1, min(len(words) - 1, claim.last + 5)) if words[k] == "on"), 0)
    return bool(at) and words[at + 1] not in w.SPANS


def gone_by(context: Context, claim: Claim, scope: Scope, over: frozenset[str] = p.OVER) -> Scope:
    """Return the day that something is over by: Friday of "Thursday's thunder will be gone by Friday"."""
    _, end = context.stances.segment(claim.last)
    words = context.text.words
    if over.isdisjoint(words[claim.last : end]):
        return scope
    for cue in context.scopes.days:
        if claim.last < cue.first < end and words[cue.first - 1] in ("by", "before", "come"):
            return scope._replace(days=cue.days or (cue.bound.days if cue.bound else None), bound=None)
    return scope


def is_counted(context: Context, claim: Claim) -> bool:
    """Whether it is what so many days are without, which their number is held to: "two days with no rain"."""
    words = context.text.words
    near = range(claim.first - 1, max(1, claim.first - 4), -1)
    at = next((k for k in near if words[k] == "without" or words[k : k + 2] == ("with", "no")), 0)
    return at > 1 and words[at - 1] in ("days", "nights") and is_numeral(words[at - 2])
