"""Which of two days or places is ahead by a figure: "Sunday outstrips Monday by three degrees"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import unit_of
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.measures import GLOOM, HUMID, WARM, WIND, Measure, fall, wetness
from scripts.grounding.words.units_said import convert, convert_difference

_AHEAD: Final = word_set(
    "beats beat tops outdoes outdo outstrips outstrip exceeds exceed exceedeth surpasses surpass betters "
    "bests outruns outrun overtops overtakes outranks outpaces leads heads outshines outbids outreaches "
    "overtop outclimbs eclipses edges shades pips noses outdoes"
)
_BEHIND: Final = word_set("trails trail lags undercuts follows")
_ALONE: Final = word_set("leads wins ahead edge better lead advantage")
_ALONE_BEHIND: Final = word_set("trails trail lags behind")
"""What is said of one of two without the other: "Oslo is ahead by six", "has the better of it by four"."""
_PHRASES: Final[dict[tuple[str, ...], int]] = {
    **dict.fromkeys((("improves", "on"), ("improves", "upon"), ("goes", "past"), ("goes", "beyond")), 1),
    **dict.fromkeys((("falls", "short"), ("comes", "short"), ("stops", "short"), ("stays", "under")), -1),
    **dict.fromkeys((("stays", "below"), ("comes", "in")), -1),
}
"""The same in two words: "Tuesday improves on it", "comes in under it"."""

_LED: Final = frozenset(said[0] for said in _PHRASES)
_IT: Final = word_set("it that")
_TRIGGERS: Final = Triggers(_AHEAD | _BEHIND | _ALONE | _ALONE_BEHIND | _LED)
_COLD: Final = word_set(
    "cold colder coldest cool cooler coolest chilly chillier chilliest cools frost freeze freezes freezing"
)
_BETWEEN: Final = word_set("the by on in and handily easily only but a full some its just own last for")
_NIGHTS: Final = word_set("night nights night's overnight lows dawn")
_NEAR: Final = 3
_TWO: Final = 2
_NEW_CLAUSE: Final = 19
_NOUNS: Final[dict[str, tuple[int, tuple[Measure, ...]]]] = {
    **dict.fromkeys(word_list("rain wetness wet damp drizzle showers"), (1, (wetness, fall))),
    **dict.fromkeys(word_list("wind windiness gusts"), (1, WIND)),
    **dict.fromkeys(word_list("warmth heat"), (1, WARM)),
    **dict.fromkeys(word_list("sunshine sun brightness clearness sunniness"), (-1, GLOOM)),
    **dict.fromkeys(word_list("cloud gloom grayness greyness"), (1, GLOOM)),
    **dict.fromkeys(word_list("humidity mugginess"), (1, HUMID)),
}
"""What a day or place may outdo another in."""


@told_by(_TRIGGERS)
def judge_outdoing(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each day or place that is said to be ahead of one that it is behind."""
    words = context.text.words
    for k in context.text.where(_TRIGGERS):
        begin, end = context.stances.sentence(k)
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if not (_COLD.isdisjoint(words[begin:end]) and _COLD.isdisjoint(context.user.texts[-1].words)):
            continue
        gap = next((f for f in context.figures if k < f.first < end and f.kind == "difference"), None)
        if words[k] in _LED and words[k : k + 2] not in _PHRASES:
            continue
        if gap is None and words[k] in _ALONE | _ALONE_BEHIND - _BEHIND:
            continue
        if gap is None:
            yield from _over_it(context, k, begin) or _by_noun(context, k, begin, end)
            continue
        sides = _sides(context, k, begin, gap.first)
        is_alone = sides is None and words[gap.first - 1] == "by" and words[k] in _ALONE | _ALONE_BEHIND
        sides = _of_two_places(context, k, gap) if is_alone else sides
        if sides is None or words[gap.first - 1] not in _BETWEEN or (not is_alone and words[k] in _ALONE):
            continue
        sides = _on_one_day(context, sides, begin, end)
        sign = _sign(words, k)
        is_nightly = not _NIGHTS.isdisjoint(words[begin:end])
        fields = gap.fields & {"low"} or gap.fields if is_nightly else gap.fields - {"low"}
        if not _is_ahead(sides[0], sides[1], gap, sign, fields):
            said = context.text.around(k, gap.last)
            yield Judgement(
                k, gap.last, fault=f"you wrote '{said}'; by the results it is the other way about"
            )


def _sign(words: tuple[str, ...], k: int) -> int:
    return _PHRASES.get(words[k : k + 2], 0) or (1 if words[k] in _AHEAD | _ALONE else -1)


def _over_it(context: Context, k: int, begin: int) -> list[Judgement]:
    """Return a fault where "and Tuesday improves on it" is told of the colder of the two days told last."""
    words = context.text.words
    named = [cue for cue in context.scopes.days if cue.last < k and cue.days and not cue.is_list]
    if _IT.isdisjoint(words[k + 1 : k + 5]) or len(named) < _TWO or named[-1].first < begin:
        return []
    levels = [f for f in context.figures if named[-2].first < f.first < k and f.kind == "level"]
    if not levels or not levels[-1].fields & {"high"} or named[-1].days == named[-2].days:
        return []
    mine, theirs = (within(context.given, _scope(cue)) for cue in (named[-1], named[-2]))
    told = [a.values["high"] - b.values["high"] for a in mine for b in theirs if _have_highs(a, b)]
    if not told or any(_sign(words, k) * step > 0 for step in told):
        return []
    said = context.text.around(k, k)
    return [Judgement(k, k, fault=f"you wrote '{said}'; by the results it is the other way about")]


def _have_highs(a: Reading, b: Reading) -> bool:
    return a.place == b.place and "high" in a.values and "high" in b.values


def _by_noun(context: Context, k: int, begin: int, end: int) -> Iterator[Judgement]:
    """Yield a fault where "in the matter of rain it outdoes Tuesday" is the other way about."""
    words = context.text.words
    first, last = context.stances.segment(k)
    noun = next((word for word in words[first:last] if word in _NOUNS), None)
    noun = noun or next((word for word in words[begin:end] if word in _NOUNS), None)
    sides = _sides(context, k, begin, end) or _sides_of_it(context, k)
    if noun is None or sides is None or any(k < f.first < end for f in context.figures):
        return
    sign, measures = _NOUNS[noun]
    sign = sign * _sign(words, k)
    told = [
        (a, b)
        for measure in measures
        for one in sides[0]
        for other in sides[1]
        if (a := measure(one)) is not None and (b := measure(other)) is not None
    ]
    if told and not any(sign * (a - b) > 0 for a, b in told):
        yield Judgement(k, k, fault=f"you wrote '{context.text.around(k, k)}'; by the results it is not so")


def _sides_of_it(context: Context, k: int) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of the one day that "it" is, and of what stands right behind the verb."""
    behind = [cue for cue in context.scopes.days if k < cue.first <= k + _NEAR and cue.days]
    if context.text.words[k - 1] not in ("it", "that", "which") or not behind:
        return None
    scope = context.scopes.at(k - 1, k - 1)
    if scope.days is None or scope.days == behind[0].days:
        carried = [cue for cue in context.scopes.days if cue.last < k and cue.days]
        scope = Scope(carried[-1].days) if carried else Scope()
    mine, theirs = (within(context.given, each) for each in (scope, Scope(behind[0].days)))
    return (mine, theirs) if scope.days is not None and mine and theirs else None


def _sides(context: Context, k: int, begin: int, end: int) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of what stands before the verb at token k and behind it, one name on each side."""
    for cues in (context.scopes.days, context.scopes.places):
        named: list[DayCue | PlaceCue] = [cue for cue in cues if begin <= cue.first < end]
        named = [cue for cue in named if not isinstance(cue, DayCue) or cue.days]
        before = [cue for cue in named if cue.last < k]
        behind = [cue for cue in named if cue.first > k]
        if len(before) == 1 and len(behind) == 1 and behind[0].first - k <= _NEAR:
            mine, theirs = (within(context.given, _scope(cue)) for cue in (before[0], behind[0]))
            return (mine, theirs) if mine and theirs else None
    return None


def _on_one_day(
    context: Context, sides: tuple[list[Reading], list[Reading]], begin: int, end: int
) -> tuple[list[Reading], list[Reading]]:
    """Return two places' readings, of the one day that a sentence names, where it names one."""
    named = context.scopes.named_between(begin, end - 1)
    days = named[0].days if len(named) == 1 and not named[0].is_list else None
    mine, theirs = ([r for r in side if days and r.atoms & days] for side in sides)
    is_of_places = {r.place for r in sides[0]}.isdisjoint(r.place for r in sides[1])
    return (mine, theirs) if mine and theirs and is_of_places else sides


def _of_two_places(context: Context, k: int, gap: Figure) -> tuple[list[Reading], list[Reading]] | None:
    """Return the readings of the one place named before token k, and of the only other one there is."""
    begin, _ = context.text.sentence(k)
    named = [cue for cue in context.scopes.places if begin <= cue.first < gap.first]
    near = [cue for cue in named if len(named) == 1 or context.text.wall(cue.last, k) < _NEW_CLAUSE]
    places = {reading.place for reading in context.latest}
    if len(near) != 1 or near[0].last > k or not near[0].spots < places or len(places) != _TWO:
        return None
    behind = context.scopes.named_between(gap.last + 1, gap.last + _NEAR)
    here = [r for r in context.latest if not behind or r.atoms & (behind[0].days or frozenset())]
    mine = [r for r in here if r.place in near[0].spots]
    return mine, [r for r in here if r not in mine]


def _scope(cue: DayCue | PlaceCue) -> Scope:
    return Scope(cue.days) if isinstance(cue, DayCue) else Scope(None, cue.spots)


def _is_ahead(
    mine: Sequence[Reading], theirs: Sequence[Reading], gap: Figure, sign: int, fields: frozenset[Field]
) -> bool:
    """Whether any value of the quantity is ahead of its like."""
    for one in mine:
        for other in theirs:
            if one.place != other.place and one.offset != other.offset:
                continue
            for field in fields & one.values.keys() & other.values.keys():
                value = convert(other.values[field], unit_of(other, field), unit_of(one, field))
                if sign * (one.values[field] - value) > 0 and _is_gap(
                    gap, one.values[field] - value, unit_of(one, field)
                ):
                    return True
    return False


def _is_gap(gap: Figure, exact: float, scale: str | None) -> bool:
    """Whether a difference may be the one told, in whichever scale; hedged, any may."""
    if gap.hedge != "exact":
        return True
    told = convert_difference(exact, scale, gap.unit) if gap.unit in ("C", "F") and scale else exact
    return abs(abs(told) - gap.least) < 1
