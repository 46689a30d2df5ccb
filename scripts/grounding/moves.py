"""Which way something is said to move: "rises from 10 to 12", "falls by two degrees tomorrow"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from scripts.grounding.agreement import unit_of
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom, Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES
from scripts.grounding.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.than import topic
from scripts.grounding.units_said import convert
from scripts.grounding.within import within

RISING: Final = word_set(
    "rises rise rising rose climbs climb climbing climbed gains gain gaining gained increases increase "
    "increasing "
    "grows grow growing mounts mount ascends ascend jumps jump leaps leap swells swell swelling builds "
    "strengthens "
    "freshens stiffens heightens warms warming advances surges surge"
)
FALLING: Final = word_set(
    "falls fall falling fell drops drop dropping dropped sinks sink sinking dips dip dipping declines "
    "decline "
    "declining slides slide sliding slips slip slipping cools cooling eases ease easing slackens slacken "
    "tumbles "
    "tumble plunges plunge descends descend shrinks shrink weakens fades fade subsides subside retreats "
    "sheds loses "
    "lose decreases decrease decreasing abates"
)
_TRIGGERS: Final = Triggers(RISING | FALLING)
_REACH: Final = 9
_NEW_CLAUSE: Final = 9
_GOAL_REACH: Final = 4
_EXTREMES: Final = word_set("high highs low lows maximum minimum")
_NOUNED: Final = word_set("a an the its no")
"""What stands before a rise or fall that is a noun: "a fall of snow, to 3 °C"."""

_BY: Final = word_set("by only just some about a full another no more than roughly nearly almost exactly the")


@told_by(_TRIGGERS)
def judge_moves(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each move that the figures told of it, or the two days it is between, go against."""
    for i in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        sign = 1 if context.text.words[i] in RISING else -1
        if _goes_back(context, i, sign) or _is_otherwise(context, i, sign) or _was_past(context, i, sign):
            said = context.text.around(i, i)
            yield Judgement(i, i, fault=f"you wrote '{said}'; by the figures it goes the other way")


def _goes_back(context: Context, i: int, sign: int) -> bool:
    """Whether "rises from 12 to 10" is told, or "from 12 today to 10"."""
    words = context.text.words
    begin, end = context.stances.sentence(i)
    if not (FALLING if sign > 0 else RISING).isdisjoint(words[begin:end]):
        return False
    ahead = [f for f in context.figures if i < f.first < end and f.kind == "level" and f.is_exact]
    for one, other in pairwise(ahead):
        between = [words[k] for k in range(one.last + 1, other.first) if k not in context.taken]
        is_pair = "from" in words[i + 1 : one.first] and "to" in between and len(between) <= _REACH
        is_near = one.first - i <= _REACH and context.text.wall(i, one.first) < _NEW_CLAUSE
        is_pair = is_pair and context.text.wall(one.last, other.first) < _NEW_CLAUSE
        if is_pair and is_near and one.fields & other.fields:
            return sign * (other.least - one.least) < 0
    return False


def _is_otherwise(context: Context, i: int, sign: int) -> bool:
    """Whether "it falls by two degrees", of the two days asked about or named, is a rise on all accounts."""
    gap = next((f for f in context.figures if 0 < f.first - i <= _REACH and f.kind == "difference"), None)
    if gap is None or not _BY.issuperset(context.text.words[i + 1 : gap.first]):
        return False
    days = _two_days(context, i)
    spots = _subject(context, i)
    if days is None or not spots:
        return False
    first, second = (within(context.given, Scope(frozenset(days[k]), spots)) for k in (0, 1))
    steps = list(_steps(first, second, gap))
    return bool(steps) and all(sign * step < 0 for step in steps)


def _was_past(context: Context, i: int, sign: int) -> bool:
    """Whether "tomorrow the wind rises to 46" is told of a day after one with more, as the first had.

    A temperature rises to its high on any day, and is held to nothing but what is called a high or low.
    """
    goal = next((f for f in context.figures if 0 < f.first - i <= _GOAL_REACH), None)
    if goal is None or goal.kind != "level" or goal.hedge != "exact" or len(goal.fields) != 1:
        return False
    words = context.text.words
    between = words[i + 1 : goal.first]
    if "to" not in between or "from" in between or words[i - 1] in _NOUNED:
        return False
    (field,) = goal.fields
    if field in TEMPERATURES and _EXTREMES.isdisjoint(words[max(0, i - _GOAL_REACH) : i]):
        return False
    told = [reading for reading in context.given if not reading.is_current and field in reading.values]
    mine = [reading for reading in context.about(context.scopes.at(goal.first, goal.last)) if reading in told]
    if len(mine) != 1 or not mine[0].offset:
        return False
    before = [r for r in told if r.call == mine[0].call and r.offset in (0, mine[0].offset - 1)]
    return bool(before) and all(sign * (mine[0].values[field] - r.values[field]) < 0 for r in before)


def _steps(first: Sequence[Reading], second: Sequence[Reading], gap: Figure) -> Iterator[float]:
    """Yield by how much each quantity that a difference may be of changes from one day to the other."""
    for a in first:
        for b in second:
            if a.is_current or b.is_current or a.place != b.place or a.offset >= b.offset:
                continue
            for field in (gap.fields & a.values.keys() & b.values.keys()) - {"low"}:
                yield convert(b.values[field], unit_of(b, field), unit_of(a, field)) - a.values[field]


def _two_days(context: Context, i: int) -> tuple[frozenset[Atom], frozenset[Atom]] | None:
    """Return the two days, in order, that the sentence names, or the user where it names none."""
    begin, end = context.stances.sentence(i)
    cues = context.scopes.named_between(begin, end - 1)
    if cues and context.text.words[cues[0].first - 1] != "from":
        return None
    cues = cues or [cue for cue in context.user.days if cue.days]
    atoms = [atom for cue in cues for atom in sorted(cue.days or ())]
    kinds = {kind for kind, _ in atoms}
    if len(atoms) != 2 or len(kinds) != 1:
        return None
    return frozenset(atoms[:1]), frozenset(atoms[1:])


def _subject(context: Context, i: int) -> frozenset[int]:
    """Return the place whose move it is: the one named before it, or the one asked about."""
    begin, _ = context.stances.sentence(i)
    named = [cue.spots for cue in context.scopes.places if begin <= cue.first < i]
    if named:
        return named[-1]
    asked = context.places_asked
    return asked[0].spots if len(asked) == 1 else topic(context)
