"""Replies that open with days asked for: "None but Friday", "All but Monday", "Yes, Tuesday and Friday"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.counted import forecasts_of
from scripts.grounding.constructions.day_kinds import Kind
from scripts.grounding.context import Context, Judgement
from scripts.grounding.counting.asked_kinds import asked_kind
from scripts.grounding.facts import Reading
from scripts.grounding.questions.answers import asked_for
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue

_LED: Final = word_set(
    "on upon only just well sir friend , all any every it the i say yes no ah oh why but except save bar "
    "everything of them one excepting"
)
_ALONE: Final = (("only",), ("just",))
_ENDS: Final = ((".",), ("!",), (";",))
_YES: Final = word_set("yes aye yep yea indeed certainly surely")
_NONE: Final = word_set("none no nothing not never")
_PLURAL: Final = word_set("days nights mornings evenings afternoons dates")
_MORE: Final = word_set("also too again another others other rest besides and then plus further more")


def judge_asked_days(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for such an answer to somebody who asked which days, when, or how many."""
    if not context.scopes.days or not context.text.sentences:
        return
    _, end = context.text.sentences[0]
    cue = next((each for each in context.scopes.days if not each.is_weak and each.first < end), None)
    words = context.text.words
    is_granted = words[:1] != () and words[0] in _YES
    if cue is None or not _LED.issuperset(words[is_granted : cue.first]):
        return
    if is_granted:
        yield from _judge_granted(context, cue)
    elif cue.bound is not None and cue.bound.side == "except":
        yield from _judge_excepted(context, cue)
    elif cue.days and words[cue.last + 1 : cue.last + 2] in _closing(words[: cue.first]):
        yield from _judge_complete(context, cue)


def _judge_granted(context: Context, cue: DayCue) -> Iterator[Judgement]:
    """Judge "Yes, Tuesday and Friday", to somebody who asked whether any day is of a kind."""
    if context.text.words[cue.last + 1 : cue.last + 2] not in _ENDS or cue.bound is not None:
        return
    kind, forecasts = asked_kind(context), forecasts_of(context)
    if kind is None or not cue.days or len(forecasts) != 1:
        return
    wrong = [day for day in forecasts[0] if day.atoms & cue.days and kind([day]) == {0}]
    if wrong:
        yield _fault(context, cue, wrong)


def _closing(before: tuple[str, ...]) -> tuple[tuple[str], ...]:
    """Return what ends a list of days that is whole: behind "only" and "just" a comma does as well."""
    return (*_ENDS, (",",)) if before[-1:] in _ALONE else _ENDS


def _kind_and_days(context: Context) -> tuple[Kind, list[Reading]] | None:
    """Return what was asked for, and the days of the one forecast that it may be of."""
    if any(cue.days for cue in context.user.days):
        return None
    asked = asked_for(context)
    forecasts = forecasts_of(context)
    if asked is None or asked.kind is None or len(forecasts) != 1:
        return None
    return asked.kind, forecasts[0]


def _judge_excepted(context: Context, cue: DayCue) -> Iterator[Judgement]:
    """Judge "none but Friday", which alone is of the kind, and "every day but Friday", which alone is not."""
    found = _kind_and_days(context)
    if found is None or cue.bound is None:
        return
    kind, days = found
    apart = [day for day in days if day.atoms & cue.bound.days]
    others = [day for day in days if day not in apart]
    is_none = not _NONE.isdisjoint(context.text.words[cue.first : cue.last])
    having, lacking = (apart, others) if is_none else (others, apart)
    wrong = [day for day in having if kind([day]) == {0}] + [day for day in lacking if kind([day]) == {1}]
    if wrong:
        yield _fault(context, cue, wrong)
    else:
        yield Judgement(cue.first, cue.last, tuple(days))


def _judge_complete(context: Context, cue: DayCue) -> Iterator[Judgement]:
    """Yield a fault where a bare list of the days asked for leaves one out that the reply never speaks of."""
    words = context.text.words
    if _PLURAL.isdisjoint(context.user.texts[-1].words) or not _MORE.isdisjoint(words[cue.last + 1 :]):
        return
    found = _kind_and_days(context)
    cues = context.scopes.days
    if found is None or any(each.days is None and not each.is_weak for each in cues):
        return
    kind, days = found
    told = frozenset(atom for each in cues for atom in each.days or ())
    left = [day for day in days if not day.atoms & told and kind([day]) == {1}]
    if left:
        yield _fault(context, cue, left)


def _fault(context: Context, cue: DayCue, wrong: Sequence[Reading]) -> Judgement:
    said = context.text.said(cue.first, cue.last)
    day = wrong[0].day or "a day"
    return Judgement(
        cue.first, cue.last, fault=f"you answered '{said}'; by the results {day} has it the other way"
    )
