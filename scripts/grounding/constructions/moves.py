"""Which way something is said to move: "rises from 10 to 12", "falls by two degrees tomorrow"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations
from typing import Final

from scripts.grounding.constructions.than import topic
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom, Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.names.dates import shifted
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES
from scripts.grounding.words.units_said import convert

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

_PAIR: Final = 2
_ENDS: Final = word_set("from between betwixt")
_FALLEN: Final = word_set("rain snow showers drizzle sleet hail flakes it'll")
"""What falls without there being the less of it."""

_MOVED: Final[Sequence[tuple[frozenset[str], frozenset[Field]]]] = (
    (word_set("wind winds breeze gusts"), frozenset(("wind",))),
    (word_set("chance chances odds probability risk"), frozenset(("chance",))),
    (word_set("low lows night nights minimum minima night's"), frozenset(("low",))),
)
_BY: Final = word_set("by only just some about a full another no more than roughly nearly almost exactly the")


@told_by(_TRIGGERS)
def judge_moves(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each move that the figures told of it, or the two days it is between, go against."""
    for i in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        sign = 1 if context.text.words[i] in RISING else -1
        readings, steps = _moved_between(context, i)
        is_against = bool(steps) and all(sign * step < 0 for step in steps)
        if _goes_back(context, i, sign) or is_against or _was_past(context, i, sign):
            said = context.text.around(i, i)
            yield Judgement(i, i, fault=f"you wrote '{said}'; by the figures it goes the other way")
        elif any(sign * step > 0 for step in steps):
            yield Judgement(i, i, tuple(readings))


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


def _moved_between(context: Context, i: int) -> tuple[list[Reading], list[float]]:
    """Return the two days, asked about or named, of "it falls by two degrees", and by how much it does."""
    words = context.text.words
    begin, end = context.text.sentence(i)
    gap = next((f for f in context.figures if 0 < f.first - i <= _REACH and f.kind == "difference"), None)
    gap = gap if gap is not None and _BY.issuperset(words[i + 1 : gap.first]) else None
    days = _two_days(context, i, gap is not None)
    spots = _subject(context, i)
    is_told = any(f.kind == "level" and begin <= f.first < end for f in context.figures)
    if days is None or not spots or (gap is None and (is_told or words[i - 1] in _FALLEN)):
        return [], []
    both = [r for r in within(context.given, Scope(days, spots)) if not r.is_current]
    return both, list(_steps(both, _fields(words[begin:end], gap)))


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


def _fields(words: tuple[str, ...], gap: Figure | None) -> frozenset[Field]:
    """Return what moves: the wind, the chance, the nights where they are named, or else the highs."""
    named = next(
        (fields for names, fields in _MOVED if not names.isdisjoint(words)), frozenset[Field](("high",))
    )
    if gap is None:
        return named
    return gap.fields & named or gap.fields - {"low"}


def _steps(readings: Sequence[Reading], fields: frozenset[Field]) -> Iterator[float]:
    """Yield by how much each quantity that a move may be of changes from one day to the other."""
    for a, b in permutations(readings, 2):
        if a.place == b.place and a.offset < b.offset:
            for field in fields & a.values.keys() & b.values.keys():
                yield convert(b.values[field], unit_of(b, field), unit_of(a, field)) - a.values[field]


def _two_days(context: Context, i: int, is_measured: bool) -> frozenset[Atom] | None:
    """Return the two days that the sentence has it move between, or the user where it names none."""
    begin, end = context.stances.sentence(i)
    words = context.text.words
    cues = context.scopes.named_between(begin, end - 1)
    if cues and words[cues[0].first - 1] not in _ENDS:
        return (
            _overnight(cues[0]) if words[cues[0].first - 2 : cues[0].first] == ("overnight", "into") else None
        )
    cues = cues or [cue for cue in context.user.days if cue.days and is_measured]
    atoms = frozenset[Atom]().union(*(cue.days or frozenset() for cue in cues))
    return atoms if len(atoms) == _PAIR and len({kind for kind, _ in atoms}) == 1 else None


def _overnight(cue: DayCue) -> frozenset[Atom] | None:
    """Return a day and the one before it: "it warms overnight into Friday"."""
    before = shifted(cue, -1)
    return before | cue.days if before and cue.days else None


def _subject(context: Context, i: int) -> frozenset[int]:
    """Return the place whose move it is: the one named before it, or the one asked about."""
    begin, _ = context.stances.sentence(i)
    named = [cue.spots for cue in context.scopes.places if begin <= cue.first < i]
    if named:
        return named[-1]
    asked = context.places_asked
    return asked[0].spots if len(asked) == 1 else topic(context)
