"""Days said to be so many days apart: "wait three days for Friday", "two days after Monday, Wednesday"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue

_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        word_list("one two three four five six seven eight nine ten eleven twelve thirteen"), 1
    )
}
_TRIGGERS: Final = Triggers(("day", "days"))
_SIDES: Final = {"after": 1, "past": 1, "beyond": 1, "before": -1, "ahead": -1}
_WAITING: Final = word_set("wait waits waiting hold holds tarry stay")
_ASKED: Final = word_set("? if would could might")
"""What makes a sentence tell of no days that are to come; an order to wait does."""

_ENDING: Final = word_set("to until till for and brings gets by from more then ,")
_REACH: Final = 5
_BACK: Final = 8


@told_by(_TRIGGERS)
def judge_days_apart(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each two days that are said to be so many days apart and are not."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        number = _NUMBERS.get(words[k - 1]) or (int(words[k - 1]) if words[k - 1].isdecimal() else 0)
        if not 0 < number <= len(_NUMBERS) or not _ASKED.isdisjoint(
            words[slice(*context.stances.sentence(k))]
        ):
            continue
        found = _after_named(context, k) or _after_told(context, k)
        if found is None:
            continue
        base, goal, sign = found
        steps = {b - a for a in _offsets(context, base) for b in _offsets(context, goal)}
        if steps and sign * number not in steps:
            said = context.text.around(k - 1, k)
            yield Judgement(k - 1, k, fault=f"you wrote '{said}'; by the dates it is not so many days")


def _offsets(context: Context, days: frozenset[Atom] | None) -> set[int]:
    if days is None:
        return {0}
    return {r.offset for r in context.given if not r.is_current and r.atoms & days}


def _days_of(cue: DayCue) -> frozenset[Atom]:
    return cue.days or (cue.bound.days if cue.bound is not None else frozenset())


def _after_named(context: Context, k: int) -> tuple[frozenset[Atom], frozenset[Atom], int] | None:
    """Return the two days of "two days after Monday, Wednesday …" and which comes first."""
    words = context.text.words
    sign = _SIDES.get(words[k + 1] if k + 1 < len(words) else "")
    cues = [cue for cue in context.scopes.days if len(_days_of(cue)) == 1]
    base = next((cue for cue in cues if sign and k + 2 <= cue.first <= k + 3), None)
    if sign is None or base is None or words[base.last].endswith("'s"):
        return None
    begin, end = context.stances.sentence(k)
    behind = next((c for c in cues if base.last < c.first <= min(end - 1, base.last + _REACH)), None)
    before = [c for c in cues if max(begin, k - _REACH) <= c.first and c.last < k - 1]
    goal = before[-1] if before and words[k - 2] in (",", "is", "comes") else behind
    if goal is None or _days_of(goal) == _days_of(base) or (goal.bound and goal.bound.side != "until"):
        return None
    return _days_of(base), _days_of(goal), sign


def _after_told(context: Context, k: int) -> tuple[frozenset[Atom] | None, frozenset[Atom], int] | None:
    """Return the two days of "wait two days for Friday", "two days later Friday", "two days to Friday"."""
    words = context.text.words
    begin, end = context.stances.sentence(k)
    is_later = words[k + 1 : k + 2] == ("later",)
    is_waited = not _WAITING.isdisjoint(words[max(begin, k - 4) : k - 1])
    is_until = words[k + 1 : k + 2] in (("to",), ("until",), ("till",)) and "from" in words[begin:k]
    cues = [cue for cue in context.scopes.days if not cue.first <= k <= cue.last and len(_days_of(cue)) < 2]
    goal = next((c for c in cues if k < c.first <= min(end - 1, k + 1 + is_later + 2)), None)
    if goal is None or not (is_later or is_waited or is_until) or not _days_of(goal):
        return None
    if not _ENDING.issuperset(words[k + 1 + is_later : goal.first]):
        return None
    before = [c for c in cues if c.last < k and _days_of(c)]
    before = [c for c in before if c.first >= begin] or [c for c in before if k - c.last <= 4 * _BACK]
    if before and _days_of(before[-1]) == _days_of(goal):
        return None
    if not before and is_later:
        return None
    return (_days_of(before[-1]) if before else None), _days_of(goal), 1
