"""Which readings a claim about the sky is held against, and for how much of the time it is made.

"Dry from Monday on" is of all days from then, "no rain until Friday" of those before, and "only Thursday is
dry" of the others as well.
"""

from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.sky.sky_claims import Claim
from scripts.grounding.sky.sky_held import reading_holds
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.day_cue import DayCue

_THE_ONE = (("the", "one", "day"), ("the", "one", "night"))
_ALL_CLEAR, _MAINLY_CLEAR = frozenset((0,)), frozenset((1,))
_REACH = 12
"""Tokens from a day to a claim within which it is said to be "the only one of the five days with" it."""
_FOR_THE_REST = (("for", "the", "rest", "of"), ("all", "the", "rest", "of"))


def turned_at(context: Context, scope: Scope, readings: list[Reading]) -> list[Reading]:
    """Return the readings of the day that "until" it promises something for; "before" it promises nothing."""
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    if cue is None or scope.bound is None or context.text.words[cue.first - 1] == "before":
        return []
    return [reading for reading in readings if reading.atoms & scope.bound.days]


def is_again(context: Context, scope: Scope, claim: Claim) -> bool:
    """Whether it is said not to come "again until" a day: the days right before that one are meant."""
    cue = next((cue for cue in scope.named if isinstance(cue, DayCue)), None)
    return cue is not None and "again" in context.text.words[claim.last : cue.first]


def is_of_stretch(context: Context, claim: Claim, scope: Scope) -> bool:
    """Whether dry is said of a whole stretch: "dry from Monday on", "a dry week"."""
    begin, end = context.stances.sentence(claim.first)
    words = context.text.words
    if not w.EXCEPTING.isdisjoint(words[begin:end]):
        return False
    is_week = claim.last + 1 < end and words[claim.last + 1] in ("week", "weekend", "fortnight", "stretch")
    is_week = is_week or words[claim.last + 1 : claim.last + 5] in _FOR_THE_REST
    return is_week or (scope.bound is not None and scope.bound.side == "from")


def is_kept_up(context: Context, claim: Claim, scope: Scope) -> bool:
    """Whether it is said to stay as it is, and of no day: "Seattle stays dry"."""
    if context.text.words[claim.first - 1 : claim.first] not in w.STAYING or scope.days or scope.bound:
        return False
    begin, end = context.stances.sentence(claim.first)
    is_till_now = context.text.words[claim.last + 1 : claim.last + 3] in (
        ("so", "far"),
        ("for", "now"),
        ("just", "now"),
    )
    return not is_till_now and w.EXCEPTING.isdisjoint(context.text.words[begin:end])


def pool_of(
    context: Context, scope: Scope, readings: list[Reading], denied: bool, first: int
) -> list[Reading]:
    """Return the readings a claim is held against: of one about all days, those the user asked about."""
    pool = readings
    if denied or context.means_all(first):
        pool = context.meant_by_all(scope, first) or readings
    if scope.bound is not None and scope.bound.side == "until":
        return [reading for reading in pool if not reading.atoms & scope.bound.days] or pool
    return pool


def another_day(context: Context, claim: Claim, scope: Scope, holds: list[Reading]) -> Reading | None:
    """Return another day of the forecast that a claim holds of, where one day "only" is said to have it."""
    words = context.text.words
    days = [cue for cue in scope.named if isinstance(cue, DayCue) and cue.days]
    days = days or context.scopes.named_between(context.stances.segment(claim.first)[0], claim.first)
    only = next((cue.days for cue in days if cue.days and _is_only(words, cue, claim.first)), None)
    if only is None:
        return None
    calls = {reading.call for reading in holds}
    days_held = {reading.offset for reading in holds if reading.atoms & only}
    others = [r for r in context.given if r.call in calls and r.offset not in days_held]
    if "both" in words[claim.last + 1 : claim.last + 4]:
        others = [
            r
            for r in others
            if all(reading_holds(o, claim, False, False) for o in others if o.offset == r.offset)
        ]
    is_mainly = not w.MOSTLY_WORDS.isdisjoint(words[claim.first - 1 : claim.last])
    if claim.term is w.CLEAR or (is_mainly and 0 in claim.agrees):
        others = [other for other in others if other.codes == (_MAINLY_CLEAR if is_mainly else _ALL_CLEAR)]
    return next((other for other in others if reading_holds(other, claim, False, False)), None)


def _is_only(words: tuple[str, ...], cue: DayCue, first: int) -> bool:
    """Whether a claim is said of one day only: "only Thursday is dry", "Thursday alone has rain"."""
    if cue.last >= first:
        is_near = cue.first - first <= 4
        return is_near and (words[cue.last + 1 : cue.last + 2] in (("only",), ("alone",)))
    behind = words[cue.last + 1 : first]
    if first - cue.last <= _REACH and any(
        behind[n : n + 2] in w.ONLY_ONE or behind[n : n + 3] in _THE_ONE for n in range(len(behind) - 1)
    ):
        return True
    if first - cue.last > 4:
        return False
    before = words[max(0, cue.first - 2) : cue.first]
    return before[-1:] == ("only",) or before == ("only", "on") or words[cue.last + 1] == "alone"
