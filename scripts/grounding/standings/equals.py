"""Days or places said to be alike or to outdo each other: "Saturday matches them", "outblows Friday"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.measures import COLD, GLOOM, HUMID, WARM, WIND, Measure, fall, wetness

_OUTDOING: Final[dict[str, tuple[int, tuple[Measure, ...]]]] = {
    **dict.fromkeys(word_list("outblows outblow outblew outgusts outroars outhowls"), (1, WIND)),
    **dict.fromkeys(word_list("outrains outpours outdrenches outsoaks outwets"), (1, (wetness, fall))),
    **dict.fromkeys(word_list("outwarms outbakes outburns outheats outswelters outroasts"), (1, WARM)),
    **dict.fromkeys(word_list("outfreezes outchills outcolds outshivers"), (-1, COLD)),
    **dict.fromkeys(word_list("outsweats outstews"), (1, (*HUMID, *WARM))),
    **dict.fromkeys(word_list("outglooms outclouds outgreys"), (1, GLOOM)),
}
_ALIKE: Final = word_set(
    "matches match matched equals equal equalled equaled ties tie tied repeats repeat repeated echoes echo "
    "echoed "
    "copies copy copied mirrors mirror mirrored duplicates parallels"
)
_TRIGGERS: Final = Triggers((*_OUTDOING, *_ALIKE))
_THEM: Final = word_set("it them that this those these both with figure the")
_NEAR: Final = 5


@told_by(_TRIGGERS)
def judge_equals(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each verb that says one day or place is as another is, or outdoes it."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        if not context.stances.is_asserted(i) or context.stances.is_denied_before(i, _NEAR) is not False:
            continue
        subject, thing = _subject(context, i), _object(context, i)
        if subject is None:
            continue
        mine = _readings(context, subject)
        others = _readings(context, thing) if thing is not None else []
        if words[i] in _OUTDOING and mine and others:
            sign, measures = _OUTDOING[words[i]]
            yield _verdict(context, i, mine, _outdoes(mine, others, sign, measures))
        elif words[i] in _ALIKE and mine and others:
            yield _verdict(context, i, mine, _are_alike(mine, others))
        elif words[i] in _ALIKE and mine and _THEM.intersection(words[i + 1 : i + 2]):
            told = _told_last(context, subject)
            if told is not None:
                figures = (told, *(own for own in context.user.figures_now if own.is_exact))
                is_so = any(
                    fits(f, reading, field) for f in figures for reading in mine for field in f.fields
                )
                yield _verdict(context, i, mine, is_so)


def _subject(context: Context, i: int) -> DayCue | PlaceCue | None:
    """Return the name that does it: right before the verb, or at the head of its clause."""
    begin, _ = context.stances.sentence(i)
    cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
    near = [cue for cue in cues if begin <= cue.first and cue.last < i and not _is_weak(cue)]
    return max(near, key=lambda cue: cue.last) if near else None


def _is_weak(cue: DayCue | PlaceCue) -> bool:
    return not cue.days if isinstance(cue, DayCue) else not cue.spots


def _object(context: Context, i: int) -> DayCue | PlaceCue | None:
    """Return the name that it is done to, close behind the verb."""
    cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
    near = [cue for cue in cues if i < cue.first <= i + 2 and not _is_weak(cue)]
    return near[0] if near else None


def _readings(context: Context, cue: DayCue | PlaceCue) -> list[Reading]:
    if isinstance(cue, DayCue):
        scope = context.scopes.at(cue.first, cue.last)
        return within(context.given, Scope(cue.days, scope.spots))
    return within(context.given, Scope(None, cue.spots))


def _told_last(context: Context, subject: DayCue | PlaceCue) -> Figure | None:
    """Return the plain figure told last before a name, in its sentence or the one before."""
    number = context.text.sentence_number(subject.first)
    begin = context.text.sentences[max(0, number - 1)][0]
    told = [f for f in context.figures if begin <= f.first < subject.first and f.kind == "level" and f.must]
    return told[-1] if told and told[-1].hedge == "exact" else None


def _outdoes(
    mine: Sequence[Reading], others: Sequence[Reading], sign: int, measures: Sequence[Measure]
) -> bool:
    pairs = ((measure(one), measure(other)) for measure in measures for one in mine for other in others)
    return any(a is not None and b is not None and sign * (a - b) > 0 for a, b in pairs)


def _are_alike(mine: Sequence[Reading], others: Sequence[Reading]) -> bool:
    """Whether two days or places have any quantity or condition in common."""
    return any(
        one.codes == other.codes
        or any(round(value) == round(other.values.get(field, 1e9)) for field, value in one.values.items())
        for one in mine
        for other in others
    )


def _verdict(context: Context, i: int, mine: Sequence[Reading], is_so: bool) -> Judgement:
    if is_so:
        return Judgement(i, i, tuple(mine))
    said = context.text.around(i, min(i + 1, len(context.text.words) - 1))
    return Judgement(i, i, fault=f"you wrote '{said}'; by the results it is not so")
