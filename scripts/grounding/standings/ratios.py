"""How many times as strong or likely one day is as another: "the wind triples", "twice Friday's chance"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.tolerances import RATIO_SLACK
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure_words import LABELS
from scripts.grounding.words.measures import Measure, of
from scripts.grounding.words.sky_words import TERMS

_CHANGING: Final[dict[str, float]] = {
    **dict.fromkeys(word_list("doubles double doubled doubling"), 2.0),
    **dict.fromkeys(word_list("triples triple tripled tripling trebles treble trebled trebling"), 3.0),
    **dict.fromkeys(word_list("quadruples quadruple quadrupled quadrupling"), 4.0),
    **dict.fromkeys(word_list("halves halve halved halving"), 0.5),
}
_TIMES: Final = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "treble": 3.0, "triple": 3.0, "half": 0.5}
_PARTS: Final = {"third": 1 / 3, "quarter": 1 / 4}
_COUNTS: Final = {"two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "ten": 10.0}
_TRIGGERS: Final = Triggers((*_CHANGING, *_TIMES, *_PARTS, "times"))
_MEASURES: Final[dict[str, Measure]] = {
    "wind": of("wind"), "humidity": of("humidity"), "chance": of("chance"), "moist": of("humidity"),
}  # fmt: skip
_AFTER_CHANGE: Final = word_set(
    "from by in over between to on and . , ; : again overnight through across within while before with as "
    "after at"
)
_BEFORE_CHANGE: Final = word_set("not never the a an its his to")
_COMPARING: Final = word_set("than against versus vs unlike as")
_AFTER_PART: Final = word_set("the of as that")
_OTHERS: Final = word_set("than usual normal yesterday average here")
_QUANTITIES: Final = word_set(
    "wind winds windy breeze breezy hard strong stiff gusty humid humidity damp dampness moisture muggy "
    "chance chances odds risk likely likelihood"
)
_ENDS: Final = ((".",), (",",), (";",), ("!",), ())
_FAR: Final = 9
_NEAR: Final = 4
_BEYOND: Final = (("more", "than"), ("better", "than"))
_SHORT_OF: Final = (("less", "than"), ("fewer", "than"))
_MORE: Final = word_set("more over than better above")


@told_by(_TRIGGERS)
def judge_ratios(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each quantity that is said to be so many times another, or to become so."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        measure = _measure(context, k)
        if measure is None or not context.stances.is_asserted(k):
            continue
        sides, times = _compared(context, k), _times(words, k)
        if sides is not None and words[k] in _CHANGING:
            times = times or _CHANGING[words[k]]
        elif sides is None and times:
            sides = _against_other(context, k)
        if sides is None and words[k] in _CHANGING and words[k - 1] not in _BEFORE_CHANGE:
            behind = (*words[k + 1 : k + 2], ".")[0]
            sides, times = (
                (_course(context, k), _CHANGING[words[k]]) if behind in _AFTER_CHANGE else (None, 0.0)
            )
        if sides is not None and times:
            yield _judged(context, k, measure, sides, times)


def _measure(context: Context, k: int) -> Measure | None:
    """Return what is spoken of before token k in its sentence, or was asked: wind, chance or humidity."""
    begin, _ = context.stances.sentence(k)
    near = context.text.words[max(begin, k - _FAR) : k]
    behind = context.text.words[k + 1 : k + 3]
    for word in (*reversed(behind), *reversed(near), *context.user.texts[-1].words):
        name = LABELS.get(word.removesuffix("'s"), "")
        if name in _MEASURES:
            return _MEASURES[name]
    return None


def _times(words: tuple[str, ...], k: int) -> float:
    """Return how many times is said at token k: "twice", "three times"; 0 where nothing is."""
    if words[k] in _PARTS:
        is_part = words[k - 1] in ("a", "one") and (*words[k + 1 : k + 2], ".")[0] in _AFTER_PART
        return _PARTS[words[k]] if is_part else 0.0
    if words[k] == "half" and (*words[k + 1 : k + 2], ".")[0] in TERMS:
        return 0.0
    return _COUNTS.get(words[k - 1], 0.0) if words[k] == "times" else _TIMES.get(words[k], 0.0)


def _compared(context: Context, k: int) -> list[tuple[Reading, Reading]] | None:
    """Return the pairs of "Monday's wind is twice Tuesday's", each with what it is measured by first."""
    begin, _ = context.stances.sentence(k)
    for cues in (context.scopes.days, context.scopes.places):
        named: list[DayCue | PlaceCue] = [c for c in cues if not isinstance(c, DayCue) or c.days]
        behind = [cue for cue in named if 0 < cue.first - k <= _FAR]
        behind = [cue for cue in behind if cue.first - k <= _NEAR or _is_as_likely(context, k, cue.first)]
        if len(behind) > 1 and "as" in context.text.words[behind[0].last : behind[1].first]:
            return _pairs(context, behind[0], behind[1])
        before = [c for c in named if begin <= c.first < k and behind and _scope(c) != _scope(behind[0])]
        if not before and behind and cues is context.scopes.places:
            before = [c for c in named if c.last < begin and _scope(c) != _scope(behind[0])]
        is_owned = bool(behind) and context.text.words[behind[0].last].endswith("'s")
        if before and behind and (is_owned or _is_as_likely(context, k, behind[0].first)):
            return _pairs(context, before[-1], behind[0])
        told = [cue for cue in named if begin <= cue.first < k]
        if len(told) > 1 and _is_as_much(context, k):
            return _pairs(context, told[-1], told[-2])
        if context.text.words[k + 1 : k + 2] == ("that",) and context.text.words[k + 2 : k + 3] in _ENDS:
            told = [cue for cue in named if cue.first < k]
            if len(told) > 1 and _scope(told[-1]) != _scope(told[-2]):
                return _pairs(context, told[-1], told[-2])
    return None


def _against_other(context: Context, k: int) -> list[tuple[Reading, Reading]] | None:
    """Return the pairs of the one place or day named and the only other one: "Bergen has twice the wind"."""
    first, last = context.stances.segment(k)
    behind = context.text.words[k + 1 : last]
    if behind.count("as") > 1 or not _OTHERS.isdisjoint(behind) or _QUANTITIES.isdisjoint(behind[:_NEAR]):
        return None
    spots = [cue for cue in context.scopes.places if first <= cue.first < last and cue.spots]
    days = [cue for cue in context.scopes.days if first <= cue.first < last and cue.days]
    named: list[DayCue | PlaceCue] = [*spots, *days]
    if len(named) != 1 or context.text.words[named[0].first - 1] in _COMPARING:
        return None
    mine = within(context.given, _scope(named[0]))
    others = [reading for reading in context.given if reading not in mine]
    if days and context.user.asks_two_days:
        asked = frozenset(atom for cue in context.user.days for atom in cue.days or ())
        others = [reading for reading in others if reading.atoms & asked]
    told = {reading.place if spots else reading.offset for reading in others}
    kept = [each for each in mine if each.place == mine[0].place] if spots else mine
    if len(told) != 1 or len({each.place for each in kept}) != 1:
        return None
    return [(a, b) for a in others for b in kept if (a.is_current == b.is_current and spots) or days]


def _pairs(
    context: Context, own: DayCue | PlaceCue, base: DayCue | PlaceCue
) -> list[tuple[Reading, Reading]]:
    """Return the readings of what is measured by and of what is measured, of two places day by day."""
    return [
        (theirs, mine)
        for mine in within(context.given, _scope(own))
        for theirs in within(context.given, _scope(base))
        if isinstance(own, DayCue) or theirs.offset == mine.offset
    ]


def _is_as_likely(context: Context, k: int, until: int) -> bool:
    """Whether "half as likely … as on", "twice the humidity of" leads from token k to what is measured by."""
    words = context.text.words[k + 1 : until]
    return (words[:1] == ("as",) and "as" in words[2:]) or (words[:1] == ("the",) and words[2:3] == ("of",))


def _is_as_much(context: Context, k: int) -> bool:
    """Whether what is named last is said to have so many times as much as what was named before."""
    return context.text.words[k + 1 : k + 3] in (
        ("as", "much"),
        ("as", "many"),
        ("as", "strong"),
        ("as", "hard"),
    )


def _scope(cue: DayCue | PlaceCue) -> Scope:
    return Scope(cue.days) if isinstance(cue, DayCue) else Scope(None, cue.spots)


def _course(context: Context, k: int) -> list[tuple[Reading, Reading]]:
    """Return the pairs of days in order that a quantity may change between: of those named, of all else."""
    cues = context.scopes.named_between(*context.stances.segment(k))
    cues = cues or context.scopes.named_between(*context.stances.sentence(k))
    named = [day for cue in cues for day in within(context.given, Scope(cue.days))]
    days = [day for day in context.given if not day.is_current]
    if len(cues) == 1 and "from" in context.text.words[k + 1 : cues[0].first]:
        return [(a, b) for a in named for b in days if a.place == b.place and a.offset < b.offset]
    last = named if named else days
    first = named if len({day.offset for day in named}) > 1 else days
    return [(a, b) for a in first for b in last if a.place == b.place and a.offset < b.offset]


def _judged(
    context: Context, k: int, measure: Measure, pairs: Sequence[tuple[Reading, Reading]], times: float
) -> Judgement:
    words = context.text.words
    near = words[max(0, k - 3) : k]
    most = times * (1 + RATIO_SLACK * (2 if not _MORE.isdisjoint(near) else 1))
    least = times * (1 - (RATIO_SLACK if near[-2:] not in _BEYOND and near[-1:] != ("over",) else 0.0))
    if near[-2:] in _SHORT_OF or near[-1:] == ("under",):
        least, most = times * (1 - 2 * RATIO_SLACK), times
    for base, own in pairs:
        a, b = measure(base), measure(own)
        if a is None or b is None:
            continue
        if (a == 0 and b > 0 and times > 1) or (a > 0 and least <= b / a <= most):
            return Judgement(k, k, (base, own))
    if not any(measure(each) is not None for pair in pairs for each in pair):
        return Judgement(k, k)
    return Judgement(k, k, fault=f"you wrote '{context.text.around(k, k)}'; by the results it is not so")
