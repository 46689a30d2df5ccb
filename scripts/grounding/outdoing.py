"""Which of two days or places is ahead by a figure: "Sunday outstrips Monday by three degrees"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.agreement import unit_of
from scripts.grounding.context import Context, Judgement
from scripts.grounding.day_cues import DayCue
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.named_places import PlaceCue
from scripts.grounding.scope import Scope, within
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.units_said import convert

_AHEAD: Final = word_set(
    "beats beat tops outdoes outdo outstrips outstrip exceeds exceed exceedeth surpasses surpass betters "
    "bests outruns outrun overtops overtakes outranks outpaces leads heads outshines outbids outreaches "
    "overtop outclimbs eclipses"
)
_BEHIND: Final = word_set("trails trail lags undercuts follows")
_TRIGGERS: Final = Triggers(_AHEAD | _BEHIND)
_COLD: Final = word_set(
    "cold colder coldest cool cooler coolest chilly chillier chilliest cools frost freeze freezes freezing"
)
_BETWEEN: Final = word_set("the by on in and handily easily only but a full some its just own last for")
_NEAR: Final = 3


def judge_outdoing(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each day or place that is said to be ahead of one that it is behind."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        begin, end = context.stances.sentence(k)
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if not (_COLD.isdisjoint(words[begin:end]) and _COLD.isdisjoint(context.user.texts[-1].words)):
            continue
        gap = next((f for f in context.figures if k < f.first < end and f.kind == "difference"), None)
        sides = _sides(context, k, begin, gap.first) if gap is not None else None
        if gap is None or sides is None or words[gap.first - 1] not in _BETWEEN:
            continue
        sign = 1 if words[k] in _AHEAD else -1
        if not _is_ahead(sides[0], sides[1], gap, sign):
            said = context.text.around(k, gap.last)
            yield Judgement(
                k, gap.last, fault=f"you wrote '{said}'; by the results it is the other way about"
            )


def _sides(context: Context, k: int, begin: int, end: int) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of what stands before the verb at token k and behind it, one name on each side."""
    for cues in (context.scopes.days, context.scopes.places):
        named: list[DayCue | PlaceCue] = [cue for cue in cues if begin <= cue.first < end]
        named = [cue for cue in named if not isinstance(cue, DayCue) or cue.days]
        before = [cue for cue in named if cue.last < k]
        behind = [cue for cue in named if cue.first > k]
        if len(before) == 1 and len(behind) == 1 and behind[0].first - k <= _NEAR:
            mine, theirs = (within(context.given, _scope(cue)) for cue in (before[0], behind[0]))
            return (mine, theirs) if mine and theirs else None
    return None


def _scope(cue: DayCue | PlaceCue) -> Scope:
    return Scope(cue.days) if isinstance(cue, DayCue) else Scope(None, cue.spots)


def _is_ahead(mine: Sequence[Reading], theirs: Sequence[Reading], gap: Figure, sign: int) -> bool:
    """Whether any value of the quantity is ahead of its like."""
    for one in mine:
        for other in theirs:
            if one.place != other.place and one.offset != other.offset:
                continue
            for field in gap.fields & one.values.keys() & other.values.keys():
                value = convert(other.values[field], unit_of(other, field), unit_of(one, field))
                if sign * (one.values[field] - value) > 0 and _is_gap(gap, one.values[field] - value):
                    return True
    return False


def _is_gap(gap: Figure, exact: float) -> bool:
    """Whether a difference may be the one told; of another scale, or hedged, any may."""
    return gap.hedge != "exact" or gap.unit in ("C", "F") or abs(abs(exact) - gap.least) < 1
