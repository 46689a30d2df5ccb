"""The day that a course is said to end or begin on: "highs slip all week, ending at 11 on Saturday"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Atom
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue

_ENDING: Final = word_set("ends ending finishes finishing closes closing")
_BEGINNING: Final = word_set("begins beginning opens opening starts starting")
_TRIGGERS: Final = Triggers(_ENDING | _BEGINNING)
_COURSES: Final = word_set(
    "highs lows temperatures week forecast run course stretch it fortnight spell going and ,"
)
_SIDES: Final = {"above": 1, "over": 1, "ahead": 1, "below": -1, "under": -1, "behind": -1}
_PAIR: Final = 2
_REACH: Final = 4


@told_by(_TRIGGERS)
def judge_course_ends(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each course said to end on a day before its last, or to begin after its first."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        yield from _beside_other(context, k)
        cue = _day_told(context, k)
        if cue is None:
            continue
        is_end = words[k] in _ENDING
        spots = context.scopes.at(k, k).spots
        days = [r for r in context.about(Scope(None, spots)) if not r.is_current]
        offsets = [r.offset for r in days if r.atoms & (cue.days or frozenset())]
        if not offsets or _is_of_stretch(context, cue):
            continue
        if (
            max(offsets) < max(r.offset for r in days)
            if is_end
            else min(offsets) > min(r.offset for r in days)
        ):
            said = context.text.around(k, cue.last)
            yield Judgement(k, cue.last, fault=f"you wrote '{said}'; the results go on beyond that day")


def _beside_other(context: Context, k: int) -> Iterator[Judgement]:
    """Yield a judgement where one of two places "starts above Turin and ends below it"."""
    words = context.text.words
    side = _SIDES.get(words[k + 1]) if k + 1 < len(words) else None
    begin, end = context.stances.sentence(k)
    named = [cue.spots for cue in context.scopes.places if begin <= cue.first < end and len(cue.spots) == 1]
    behind = [cue for cue in context.scopes.places if k < cue.first <= k + _REACH]
    places = {r.place for r in context.given}
    if side is None or len(places) != _PAIR or not named or not (behind or "it" in words[k : k + _REACH]):
        return
    days = [r for r in context.given if not r.is_current and "high" in r.values]
    at = (max if words[k] in _ENDING else min)((r.offset for r in days), default=0)
    mine = [r for r in days if r.offset == at and r.place in named[0]]
    others = [r for r in days if r.offset == at and r.place not in named[0]]
    steps = [side * (a.values["high"] - b.values["high"]) for a in mine for b in others]
    if steps and max(steps) < 0:
        said = context.text.around(k, k + 1)
        yield Judgement(k, k + 1, fault=f"you wrote '{said}'; by the results it is the other way about")
    elif steps:
        yield Judgement(k, k + 1, (*mine, *others))


def _day_told(context: Context, k: int) -> DayCue | None:
    """Return the day of "ending at 11 on Saturday", where it is no day's own end."""
    words = context.text.words
    figure = next((f for f in context.figures if k < f.first), None)
    if figure is None or figure.first - k > 2 or figure.kind != "level" or words[k - 1] not in _COURSES:
        return None
    cue = next(
        (c for c in context.scopes.days if c.first > figure.last and words[c.first] not in _TRIGGERS), None
    )
    is_behind = (
        cue is not None and cue.first - figure.last <= _REACH and "," not in words[figure.last : cue.first]
    )
    return cue if is_behind and cue is not None and len(cue.days or ()) == 1 and not cue.is_list else None


def _is_of_stretch(context: Context, cue: DayCue) -> bool:
    """Whether the day is an end of days named, or asked about, together: "from Monday to Wednesday"."""
    mine = cue.days or frozenset[Atom]()
    named = [each for each in (*context.scopes.days, *context.user.days) if each is not cue]
    spans = [each for each in named if each.is_list or each.bound is not None or len(each.days or ()) > 1]
    return any(
        mine & ((each.days or frozenset()) | (each.bound.days if each.bound else frozenset()))
        for each in spans
    )
