"""Averages: of the days named, asked about or counted, of highs, of lows, of chances."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.constructions.than import topic
from scripts.grounding.context import Context
from scripts.grounding.facts import Field, Reading
from scripts.grounding.figures.agreement import agrees, unit_of
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import MEAN
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_DRAWN: Final = 2
_DRAWN_FROM: Final = frozenset(("from", "of", ":", "being"))
"""What stands before the figures that an average is drawn from: "about 14, from highs of 3, 8 and 17"."""
_NIGHTLY: Final = word_set("low lows night nights overnight minimum minima nighttime")
_ARTICLES: Final = frozenset(("the", "a", "their", "its", "what's"))
_OPENING: Final = 6
"""Tokens from the start of a reply within which the figure asked for stands."""

_DAILY: Final = word_set("high highs daytime afternoon afternoons maximum maxima")


def by_mean(context: Context, figure: Figure, readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """Return the readings where the figure is their mean: of the maxima, of the minima, of all, of wind…"""
    for pool in _pools(context, readings, scope):
        for fields in _choices(context, figure):
            values = [_converted(figure, r, field) for r in pool for field in fields if field in r.values]
            if len(values) > 1 and agrees(figure, round(sum(values) / len(values), 6), fields[0]):
                return list(pool)
    return []


def asks_for_mean(asked: tuple[str, ...]) -> bool:
    """Whether an average is asked for: "the mean", but not "the one I mean" or "I mean to sail"."""
    return not MEAN.isdisjoint(asked) and any(
        word in MEAN and (word != "mean" or asked[k - 1] in _ARTICLES) for k, word in enumerate(asked)
    )


def answers_mean(context: Context, figure: Figure) -> bool:
    """Whether a reply opens with one figure, the average asked for, and says no more of averages."""
    words, asked = context.text.words, context.user.texts[-1].words
    if not asks_for_mean(asked) or not MEAN.isdisjoint(words) or figure.kind != "level":
        return False
    begin, end = context.text.sentences[0]
    told = [f for f in context.figures if begin <= f.first < end and f.fields & figure.fields]
    behind = words[figure.last + 1 : told[1].first] if len(told) > _DRAWN else ()
    is_alone = len(told) == 1 or not _DRAWN_FROM.isdisjoint(behind)
    is_alone = is_alone and told[0] is figure and figure.first - begin <= _OPENING
    first, last = context.stances.segment(figure.first)
    days = len({reading.offset for reading in context.given if not reading.is_current})
    return is_alone and days > 1 and not context.scopes.named_between(first, last - 1)


def _pools(context: Context, readings: Sequence[Reading], scope: Scope) -> Iterator[Sequence[Reading]]:
    """Yield what an average may be of: what it is said of; where that is one day, those asked about."""
    is_told = scope.days is not None or scope.bound is not None
    asked = [] if is_told else list(_asked(context, scope))
    if asked:
        yield from asked
        return
    of_places = _forecasts(context, scope._replace(spots=scope.spots or topic(context) or None))
    if (
        scope.spots is None
        and not is_told
        and len({days[0].place for days in _forecasts(context, scope)}) > 1
    ):
        yield from of_places
        return
    yield readings
    if len({reading.offset for reading in readings}) > 1:
        return
    yield from _forecasts(context, scope)
    yield from _asked(context, scope)


def _forecasts(context: Context, scope: Scope) -> list[list[Reading]]:
    """Return the days of each forecast of the places that are meant, the latest first."""
    given = [r for r in context.given if not r.is_current and (scope.spots is None or r.place in scope.spots)]
    calls = sorted({reading.call for reading in given}, reverse=True)
    return [[reading for reading in given if reading.call == call] for call in calls]


def _asked(context: Context, scope: Scope) -> Iterator[Sequence[Reading]]:
    """Yield the days that the user named, where they are several, and the stretch that these close."""
    asked = [cue.days for cue in context.user.days if cue.days]
    for days in _forecasts(context, scope):
        named = [reading for reading in days if any(reading.atoms & each for each in asked)]
        if len(named) > 1:
            yield named
            first, last = named[0].offset, named[-1].offset
            yield [reading for reading in days if first <= reading.offset <= last]


def _choices(context: Context, figure: Figure) -> list[tuple[Field, ...]]:
    """Return the fields, alone or together, that an average may be of."""
    if not {"high", "low"} <= figure.fields:
        return [(field,) for field in figure.fields]
    clause = context.text.words[slice(*context.stances.segment(figure.first))]
    spoken = {*context.text.words[slice(*context.stances.sentence(figure.first))]}
    spoken.update(context.user.texts[-1].words)
    if spoken & _NIGHTLY and spoken & _DAILY and not (_NIGHTLY | _DAILY).isdisjoint(clause):
        spoken = set(clause)
    others: list[tuple[Field, ...]] = [(field,) for field in figure.fields - {"high", "low"}]
    if spoken & _NIGHTLY:
        return [*others, ("low",)]
    return [*others, ("high",)] if spoken & _DAILY else [*others, ("high",), ("high", "low")]


def _converted(figure: Figure, reading: Reading, field: Field) -> float:
    unit = figure.unit if figure.unit not in (None, UNKNOWN_SCALE, "%") else None
    return convert(reading.values[field], unit_of(reading, field), unit)
