"""Days named as those of a kind: "the two wet ones are Tuesday and Wednesday", "Friday is the dry one"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.day_kinds import Kind, of_frost, of_sky
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.sky_words import CLEAR, DRY, FOG, SUNNY, TERMS, WETNESS

_KINDS: Final[dict[str, Kind]] = {
    **{
        word: of_sky(term, False)
        for word, term in TERMS.items()
        if term in (DRY, WETNESS, FOG, CLEAR, SUNNY) or term.falls
    },
    **dict.fromkeys(word_list("frosty freezing"), of_frost(True)),
}
_NO_KIND: Final = word_set("drop drops")
_TRIGGERS: Final = Triggers(_KINDS.keys() - _NO_KIND)
_ONES: Final = word_set("ones one days day nights night pair trio two three four afternoons mornings spells")
_ARE: Final = word_set("are is : will be being were fall falls come comes on only — –")
_MORE: Final = word_set("other others remaining rest along besides next this week's weekend")
_ARE_THE: Final = (("are", "the"), ("is", "the"), ("being", "the"), ("as", "the"))
_LED: Final = word_set("the only two three four five one first last other your its pair few both")


@told_by(_TRIGGERS)
def judge_named_kinds(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each day named as of a kind that it is not by any fair reading."""
    days = [reading for reading in context.given if not reading.is_current]
    if not days:
        return
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        if words[k - 1] not in _LED or words[k + 1 : k + 2] == () or words[k + 1] not in _ONES:
            continue
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        cue = _named(context, k)
        if cue is not None and cue.days:
            yield from _judged(context, k, cue, _KINDS[words[k]])


def _named(context: Context, k: int) -> DayCue | None:
    """Return the days that are said to be those of the kind at token k: "Friday is the dry one"."""
    words = context.text.words
    before = next((cue for cue in context.scopes.days if cue.last == k - 3), None)
    if before is not None and words[k - 2 : k] in _ARE_THE:
        return before
    _, end = context.stances.sentence(k)
    at = k + 2
    while at < end and (words[at] in _ARE or words[at] in _ONES):
        at += 1
    return next((cue for cue in context.scopes.days if cue.first == at and at > k + 2), None)


def _judged(context: Context, k: int, cue: DayCue, kind: Kind) -> Iterator[Judgement]:
    """Hold each day named against the kind: each has to be so by some reading of it."""
    named = within(context.given, Scope(cue.days, context.scopes.at(k, k).spots))
    named = [reading for reading in named if not reading.is_current]
    offsets = {reading.offset for reading in named}
    fitting = {reading.offset for reading in named if 1 in kind([reading])}
    if offsets - fitting:
        wrong = next(reading for reading in named if reading.offset not in fitting)
        first, last = min(k, cue.first), max(k + 1, cue.last)
        said = context.text.said(first, last)
        yield Judgement(
            first, last, fault=f"you wrote '{said}'; by the results {wrong.day or 'one'} is not of that kind"
        )
    elif left := _left_out(context, k, cue, kind):
        said = context.text.said(min(k, cue.first), max(k + 1, cue.last))
        yield Judgement(k, k + 1, fault=f"you wrote '{said}'; by the results {left.day or 'another'} is too")
    elif named:
        yield Judgement(k, cue.last, tuple(named))


def _left_out(context: Context, k: int, cue: DayCue, kind: Kind) -> Reading | None:
    """Return a day plainly of the kind, where "the dry days" of one forecast are told to be others."""
    words = context.text.words
    begin, end = context.stances.sentence(k)
    is_whole = words[k - 1 : k + 2 : 2] in (("the", "days"), ("the", "nights")) and cue.is_list
    days = [reading for reading in context.given if not reading.is_current]
    if not is_whole or len({reading.call for reading in days}) != 1:
        return None
    if not _MORE.isdisjoint(words[begin:end]) or len(context.scopes.named_between(begin, end - 1)) > 1:
        return None
    told = cue.days or frozenset()
    return next((day for day in days if not day.atoms & told and kind([day]) == {1}), None)
