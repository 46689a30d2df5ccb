"""Which of two days named together is the more so: "of Monday and Tuesday, Tuesday is the warmer"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.superlatives import NOUNS
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings_said.standing_words import COMPARATIVE_SIGNS
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.measures import COLD, COMPARATIVES, MILD, NIGHT, WARM, Measure

_TRIGGERS: Final = Triggers((*COMPARATIVES, *COMPARATIVE_SIGNS))
_OF: Final = word_set("of between betwixt")
_NIGHTS: Final = word_set("night nights low lows")
_PAIR: Final = 2


@told_by(_TRIGGERS)
def judge_of_pairs(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each day that is said to be the more so of two named beside it."""
    pairs = [cue for cue in context.scopes.days if cue.is_list and len(cue.days or ()) == _PAIR]
    for i in context.text.where(_TRIGGERS) if pairs else ():
        said = _compares(context.text.words, i)
        found = _of_two(context, pairs, i) if said is not None else None
        if said is None or found is None or not context.stances.is_asserted(i):
            continue
        if context.stances.is_denied(i, i) is False:
            yield from _judge(context, i, found, said)


def _judge(
    context: Context, i: int, found: tuple[DayCue, DayCue], said: tuple[int, Sequence[Measure]]
) -> Iterator[Judgement]:
    pair, one = found
    (sign, measures), spots = said, context.scopes.at(i, i).spots
    both = [r for r in within(context.given, Scope(pair.days, spots)) if not r.is_current]
    mine = [r for r in both if r.atoms & (one.days or frozenset())]
    others = [r for r in both if r not in mine]
    begin, end = context.stances.sentence(i)
    if measures in (WARM, COLD, MILD) and not _NIGHTS.isdisjoint(context.text.words[begin:end]):
        measures = NIGHT
    if len({r.offset for r in both}) != _PAIR or not mine:
        return
    told = [
        (measure(a), measure(b)) for measure in measures for a in mine for b in others if a.place == b.place
    ]
    if any(sign * (a - b) > 0 for a, b in told if a is not None and b is not None):
        yield Judgement(i, i, tuple(both))
    elif told:
        around = context.text.around(i, i)
        yield Judgement(i, i, fault=f"you wrote '{around}'; by the results that is the other of the two")


def _compares(words: tuple[str, ...], i: int) -> tuple[int, Sequence[Measure]] | None:
    """Return which way the word at token i compares, and what; None where "than" has it compare others."""
    if "than" in words[i + 1 : i + 4]:
        return None
    noun = words[i + 1] if i + 1 < len(words) else ""
    if words[i] in COMPARATIVE_SIGNS and noun in NOUNS:
        return COMPARATIVE_SIGNS[words[i]], NOUNS[noun]
    found = COMPARATIVES.get(words[i])
    return found if found is not None and found[1] else None


def _of_two(context: Context, pairs: Sequence[DayCue], i: int) -> tuple[DayCue, DayCue] | None:
    """Return the two days named together in the sentence, and the one of them that is said to be more so."""
    begin, end = context.stances.sentence(i)
    words = context.text.words
    pair = next((c for c in pairs if begin < c.first < end and words[c.first - 1] in _OF), None)
    if pair is None or (pair.first > i and words[i + 1 : i + 2] != ("of",)):
        return None
    named = [c for c in context.scopes.named_between(begin, end - 1) if c is not pair]
    named = [c for c in named if c.days and pair.days and c.days < pair.days]
    before = [c for c in named if c.last < i] or [c for c in named if c.first <= i + _PAIR]
    return (pair, before[-1]) if before else None
