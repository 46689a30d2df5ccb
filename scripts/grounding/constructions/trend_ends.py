"""Rises and falls told with the figures they are between: "highs slip from 8 to 11", "rising to 8"."""

from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.words.figure_words import WIND
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_REACH: Final = 6
"""Tokens between a verb and the figures that are its own."""

_PARTING: Final = frozenset((":", ";", "run", "runs", "range"))


def wrong_goal(context: Context, k: int, sign: int) -> Judgement | None:
    """Return a fault for "15 to 17 mph on Tuesday, rising to 8 on Friday"."""
    words = context.text.words
    begin, end = context.stances.sentence(k)
    if not words[k].endswith("ing"):
        return None
    goal = next((f for f in context.figures if k < f.first <= k + 3 and words[f.first - 1] == "to"), None)
    before = [f for f in context.figures if begin <= f.first < k and goal and f.fields & goal.fields]
    if goal is None or goal.first >= end or not before or {goal.kind, before[-1].kind} != {"level"}:
        return None
    if (
        goal.unit not in (None, before[-1].unit)
        or before[-1].hedge != "exact"
        or k - before[-1].last > 2 * _REACH
    ):
        return None
    told = [f.least for f in before[-2:] if f.unit == before[-1].unit and f.fields == before[-1].fields]
    if sign * goal.least > min(sign * value for value in told):
        return None
    said = context.text.said(k, goal.last)
    return Judgement(
        k, goal.last, fault=f"you wrote '{said}'; it is on the other side of what was told before"
    )


def wrong_ends(context: Context, k: int, sign: int) -> Judgement | None:
    """Return a fault for "highs slip from 8 to 11": the two figures go the other way."""
    words = context.text.words
    if k in context.stances.names:
        return None
    _, end = context.stances.sentence(k)
    for one, other in pairwise(context.figures):
        if not k < one.first < end or one.first - k > _REACH or words[one.first - 1] != "from":
            continue
        is_parted = not _PARTING.isdisjoint(words[k : one.first]) or "while" in words[max(0, k - _REACH) : k]
        if is_parted or "as" in words[max(0, k - _REACH) : one.first]:
            return None
        is_plain = one.kind == other.kind == "level" and bool(one.fields & other.fields)
        units = {one.unit, other.unit} - {None, UNKNOWN_SCALE}
        between = [words[n] for n in range(one.last + 1, other.first) if n not in context.taken]
        if not is_plain or len(units) > 1 or "to" not in between or len(between) > _REACH:
            return None
        if sign * (other.least - one.least) < 0 and not (one.fields <= WIND) ^ (other.fields <= WIND):
            said = context.text.said(k, other.last)
            return Judgement(k, other.last, fault=f"you wrote '{said}'; the two figures go the other way")
        return None
    return None
