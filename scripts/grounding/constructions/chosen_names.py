"""Which day or place a superlative is given to: "Friday is the warmest", "the driest of all is Oslo"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.nearness import WHICH
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue

MEASURED_FROM: Final = word_set(
    "below above under over than beneath from versus vs against unlike beats tops trails behind after before"
)
_APART: Final = 30
"""A wall that no name behind it is reached over: that of a semicolon."""


def day_given(context: Context, i: int) -> DayCue | None:
    """Return the day that what stands at token i is said of, None where no one day is."""
    found = name_given(context, i, _certain_days(context))
    return found if isinstance(found, DayCue) else None


def _certain_days(context: Context) -> list[DayCue]:
    """Return the days named, and those that a stretch ends with where more is told of them alone."""
    words = context.text.words
    found = []
    for cue in context.scopes.days:
        if cue.bound is not None and words[cue.last + 1 : cue.last + 3] in WHICH:
            cue = cue._replace(days=cue.bound.days, bound=None)
        if cue.days:
            found.append(cue)
    return found


def name_given(
    context: Context, i: int, cues: Sequence[DayCue] | Sequence[PlaceCue]
) -> DayCue | PlaceCue | None:
    """Return the one name that a superlative is given to: the nearest, or the one of the sentence before."""
    begin, end = context.stances.sentence(i)
    text = context.text
    near = [cue for cue in cues if begin <= cue.first < end]
    near = [cue for cue in near if cue.last < i or text.wall(i, cue.first) < _APART]
    near = [cue for cue in near if text.words[cue.first - 1] not in MEASURED_FROM or cue.first == 0] or near
    if not near:
        told = [cue for cue in cues if cue.last < begin and context.stances.sentence(cue.first)[1] == begin]
        is_of_subject = "it" in text.words[begin:i] and begin > 0
        if is_of_subject and len(told) > 1 and told[0].first <= context.stances.sentence(begin - 1)[0] + 1:
            return told[0]
        scope = [cue for cue in cues if cue.last < begin]
        last = scope[-1:] if scope and context.stances.sentence(scope[-1].first)[1] == begin else []
        return (
            last[0]
            if last and len([c for c in cues if context.stances.sentence(c.first)[1] == begin]) == 1
            else None
        )

    def cost(cue: DayCue | PlaceCue) -> float:
        gap = i - cue.last if cue.last < i else cue.first - i + 0.5
        return gap + text.wall(min(i, cue.last), max(i, cue.first))

    return min(near, key=cost)
