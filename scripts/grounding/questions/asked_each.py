"""Two days or places asked about at once: "Are both below freezing?" "Both of them", "Only Oslo is"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.questions.sky_asked import Asked, holds, may_hold, sky_asked
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue

_LEADING: Final = word_set("oh ah well alas why sir madam friend it it's they they're in on , the not")
_YES: Final = word_set("yes aye indeed certainly absolutely definitely")
_NO: Final = word_set("no nay nope")
_BOTH: Final = word_set("both all each pair")
_NEITHER: Final = word_set("neither none")
_ONLY: Final = word_set("only just")
_BE: Final = word_set("is are does do will has have was")
_BE_NOT: Final = word_set("isn't aren't doesn't don't won't hasn't haven't")
_STOPS: Final = word_set(", . ; : ! — – with at and though but or indeed")
_TOGETHER: Final = word_set("and both all each")
_APART: Final = word_set("or either any")
_GOING_ON: Final = (("at",), ("with",))
_OF_THEM: Final = (("of", "them"), ("of", "the"))
_REACH: Final = 6
"""Tokens from the start of a reply within which it answers."""

Side = Sequence[Reading]
Told = list[bool | None]


def judge_asked_each(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for "both", "neither", "only Oslo" where several were asked about."""
    asked = context.user.texts[-1].words
    if not context.latest or (_TOGETHER | _APART).isdisjoint(asked):
        return
    what = sky_asked(tuple("and" if word == "or" else word for word in asked))
    sides = _sides(context) if what is not None else []
    if what is None or len(sides) < 2:
        return
    is_true = _is_true(context, what, sides)
    if is_true is None:
        return
    _, end = context.text.sentences[0]
    last = min(end - 1, _REACH // 2)
    said = context.text.said(0, last)
    supports = tuple(reading for side in sides for reading in side)
    if is_true:
        yield Judgement(0, last, supports)
    else:
        yield Judgement(0, last, fault=f"you answered '{said}'; by the results it is otherwise")


def _sides(context: Context) -> list[Side]:
    """Return the readings of each of the places, or the days, that the last question names."""
    places = list(dict.fromkeys(cue.spots for cue in context.places_asked if cue.spots))
    days = [cue.days for cue in context.user.days if cue.days]
    if len(places) > 1:
        named = days[0] if len(days) == 1 else None
        return [side for spots in places if (side := within(context.latest, Scope(named, spots)))]
    atoms = frozenset(atom for each in days for atom in each)
    named_days = [r for r in context.latest if r.atoms & atoms and not r.is_current]
    return [[reading] for reading in named_days] if len({r.place for r in named_days}) == 1 else []


def _is_true(context: Context, what: Asked, sides: Sequence[Side]) -> bool | None:
    """Return whether a reply's opening answers rightly; None where it answers nothing."""
    may = [any(may_hold(reading, what) for reading in side) for side in sides]
    sure = [all(holds(reading, what) for reading in side) for side in sides]
    if what.is_opposite or what.is_gone:
        may, sure = [not each for each in sure], [not each for each in may]
    told = _each_told(context, sides)
    if told is not None:
        return not any(
            (said is True and not m) or (said is False and s)
            for said, m, s in zip(told, may, sure, strict=True)
        )
    quantified = _told_of_all(context)
    if quantified is None:
        return None
    is_so, is_of_all = quantified
    if is_so:
        return all(may) if is_of_all else any(may)
    return not (all(sure) if is_of_all else any(sure))


def _told_of_all(context: Context) -> tuple[bool, bool] | None:
    """Return whether it is said to be so, and of all or of any: "both", "neither", "yes", "they aren't"."""
    words = context.text.words[: context.text.sentences[0][1]]
    asks_all = not _TOGETHER.isdisjoint(context.user.texts[-1].words)
    k = 0
    while k < len(words) - 1 and words[k] in _LEADING | _YES | _NO and words[k + 1] not in _BE | _BE_NOT:
        k += 1
    word = words[k]
    if word in _BOTH | _NEITHER and _closes(words, k + 1):
        is_denied = "not" in words[:k]
        return (word in _BOTH and not is_denied), word in _BOTH
    if word == "they" and words[k + 1] in _BE | _BE_NOT and _closes(words, k + 2):
        return words[k + 1] in _BE, asks_all
    is_plain = words[0] in _YES | _NO and words[1:2] != () and words[1] in _STOPS
    return (words[0] in _YES, asks_all) if is_plain else None


def _closes(words: Sequence[str], k: int) -> bool:
    """Whether an answer is over at token k: "both, …", "both of them", "both are."; not "both have rain"."""
    if tuple(words[k : k + 2]) in _OF_THEM:
        return True
    k += k < len(words) and words[k] in _BE | _BE_NOT
    return k >= len(words) or words[k] in _STOPS


def _each_told(context: Context, sides: Sequence[Side]) -> Told | None:
    """Return what is said of each side by name: "only Oslo", "Oslo is, Bergen isn't"; None of no side."""
    words = context.text.words
    end = context.text.sentences[0][1]
    told: Told = [None] * len(sides)
    cues: list[DayCue | PlaceCue] = [*context.scopes.days, *context.scopes.places]
    for cue in cues:
        if cue.first >= end:
            continue
        verb = (*words[cue.last + 1 : cue.last + 2], ".")[0]
        is_only = not _ONLY.isdisjoint(words[max(0, cue.first - 2) : cue.first]) and cue.first <= _REACH // 2
        is_answer = is_only or (verb in _BE | _BE_NOT and (cue.first < 2 or words[cue.first - 1] in _STOPS))
        is_going_on = not is_only and words[cue.last + 2 : cue.last + 3] in _GOING_ON
        if not is_answer or is_going_on or not _closes(words, cue.last + 1):
            continue
        is_so = verb not in _BE_NOT and words[cue.last + 2 : cue.last + 3] != ("not",)
        for n, side in enumerate(sides):
            if any(_is_named(cue, reading) for reading in side):
                told[n] = is_so
            elif is_only:
                told[n] = not is_so
    return told if any(said is not None for said in told) else None


def _is_named(cue: DayCue | PlaceCue, reading: Reading) -> bool:
    if isinstance(cue, PlaceCue):
        return reading.place in cue.spots
    return bool(reading.atoms & (cue.days or frozenset()))
