"""Whether days and places stand among others as they are said to."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.between_places import at_once, stands_above
from scripts.grounding.constructions.superlatives import SUPERLATIVES
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.comparisons import leads, universes
from scripts.grounding.standings_said.standings import Cue, Standing
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import ALIKE, ALIKE_ROUGHLY
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.dimensions import Dimension, spoken_of
from scripts.grounding.words.measures import COMPARATIVES, Measure

_ROUGHLY: Final = word_set(
    "about nearly almost roughly virtually practically much near close pretty effectively or broadly "
    "within all but"
)
_COMPARING: Final = word_set("which where when compare compared most least highest lowest strongest greatest")
_PAIR: Final = 2


def judge_standings(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each day or place that is said to outdo others, to trail or to equal them."""
    for standing in context.standings:
        if not context.stances.is_asserted(standing.mine.first):
            continue
        dimension = standing.dimension or asked_for(context.user.texts[-1].words)
        mine = _readings(context, standing, standing.mine)
        if dimension is None or not mine:
            continue
        by = dimension._replace(sign=dimension.sign * standing.sign)
        is_so = _is_so(context, standing, by, mine)
        if is_so:
            yield Judgement(standing.first, standing.last, tuple(mine))
        elif is_so is False:
            said = context.text.around(standing.first, standing.last)
            yield Judgement(
                standing.first,
                standing.last,
                fault=f"you wrote '{said}'; by the results it does not stand so",
            )


def asked_for(words: Sequence[str]) -> Dimension | None:
    """Return what a question would have days or places compared by: "which is windier?"."""
    for word in words:
        if word in SUPERLATIVES:
            return Dimension(*SUPERLATIVES[word])
        if word in COMPARATIVES and COMPARATIVES[word][1]:
            return Dimension(*COMPARATIVES[word])
    return None if _COMPARING.isdisjoint(words) else spoken_of(words)


def _readings(context: Context, standing: Standing, cue: Cue) -> list[Reading]:
    """Return the readings of a name: of a day at the place spoken of, of a place on the day spoken of."""
    if isinstance(cue, DayCue):
        spots = context.scopes.at(standing.first, standing.last).spots
        return [r for r in within(context.given, Scope(cue.days, spots)) if not r.is_current]
    begin, end = context.stances.sentence(standing.first)
    days = [each.days for each in context.scopes.named_between(begin, end - 1)]
    days = days or [each.days for each in context.user.day_asked]
    here = within(context.given, Scope(None, cue.spots))
    return [r for r in here if r.atoms & (days[0] or frozenset())] or here if len(days) == 1 else here


def _is_so(context: Context, standing: Standing, by: Dimension, mine: Sequence[Reading]) -> bool | None:
    """Whether it stands so; None where nothing is given to hold it against."""
    if standing.kind == "most":
        pools = list(_pools(context, standing, mine))
        return (
            any(leads([r for r in mine if r in pool], pool, by.sign, by.measures) for pool in pools)
            if pools
            else None
        )
    others = _others(context, standing, mine)
    if not others:
        return None
    if standing.kind == "alike":
        return _are_alike(context, standing, [*mine, *others], by.measures)
    if standing.kind == "no more":
        return not _exceeds(mine, others, by, least=ALIKE)
    return _exceeds(mine, others, by)


def _pools(context: Context, standing: Standing, mine: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Yield what something may be the most so of: the days of a forecast, the places on one day."""
    if isinstance(standing.mine, DayCue):
        spots = context.scopes.at(standing.first, standing.last).spots
        for pool in universes(context, True):
            here = [r for r in pool if spots is None or r.place in spots]
            if len(here) > 1 and any(r in here for r in mine):
                yield here
        return
    for one in mine:
        pool = [r for r in context.given if r.is_current is one.is_current and r.offset == one.offset]
        if len({r.place for r in pool}) > 1:
            yield pool


def _others(context: Context, standing: Standing, mine: Sequence[Reading]) -> list[Reading]:
    """Return what something is held against: what is named, or the other of the two that there are."""
    if standing.others is not None:
        found = _readings(context, standing, standing.others)
        return [reading for reading in found if reading not in mine]
    if standing.kind != "chosen":
        return list(mine) if len({(r.place, r.offset) for r in mine}) > 1 else []
    if isinstance(standing.mine, DayCue):
        asked = [
            r for r in context.given if any(r.atoms & (cue.days or frozenset()) for cue in context.user.days)
        ]
        asked = [r for r in asked if not r.is_current and r.call == mine[0].call]
        return [r for r in asked if r not in mine] if len(asked) == _PAIR and mine[0] in asked else []
    begin, end = context.stances.sentence(standing.first)
    is_of_change = (
        bool(context.scopes.named_between(begin, end - 1)) and "the" not in context.text.words[begin:end]
    )
    places = {reading.place for reading in context.given if not is_of_change}
    here = {reading.place for reading in mine}
    return [r for r in context.given if r.place not in here] if len(places) == _PAIR else []


def _exceeds(mine: Sequence[Reading], others: Sequence[Reading], by: Dimension, least: float = 0.0) -> bool:
    """Whether the ones are the more so: places day by day, days on the mean, by any of the measures."""
    if {r.place for r in mine}.isdisjoint(r.place for r in others):
        return stands_above(at_once(mine, others), by.sign, by.measures, is_each=False)
    told = [(_values(mine, measure), _values(others, measure)) for measure in by.measures]
    return any(by.sign * (sum(a) / len(a) - sum(b) / len(b)) > least for a, b in told if a and b)


def _are_alike(
    context: Context, standing: Standing, readings: Sequence[Reading], measures: Sequence[Measure]
) -> bool | None:
    """Whether the values of the first measure that is given are all but equal."""
    words = context.text.words[slice(*context.stances.segment(standing.last))]
    within_reach = ALIKE if _ROUGHLY.isdisjoint(words) else ALIKE_ROUGHLY
    told = next((values for measure in measures if len(values := _values(readings, measure)) > 1), None)
    return max(told) - min(told) <= within_reach if told else None


def _values(readings: Sequence[Reading], measure: Measure) -> list[float]:
    return [value for reading in readings if (value := measure(reading)) is not None]
