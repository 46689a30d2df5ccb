"""Whether a temperature that names neither is a day's highest or its lowest."""

from collections.abc import Sequence

from scripts.grounding.constructions.unreached import SINKING
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.names.scope import Scope
from scripts.grounding.text import word_list
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import TEMPERATURES

_OF_NIGHT = frozenset(
    word_list(
        "low lows night nights overnight minimum minima nighttime coldest dawn morning mornings tonight "
        "evening lowest down dips bottoms frost between range ranges dark sunrise early daybreak feels "
        "falls sinks plunges sags drops"
    )
)


def is_of_night(context: Context, figure: Figure) -> bool:
    """Whether a figure that may be high or low is told of the night of a day: "Friday night goes to 7"."""
    if figure.label is not None or not {"high", "low"} <= figure.fields:
        return False
    is_told = any(cue.nights for cue in context.scopes.days)
    return is_told and bool(context.scopes.at(figure.first, figure.last).nights)


def is_low_for_high(context: Context, figure: Figure, supports: Sequence[Reading], scope: Scope) -> bool:
    """Whether a day's low is told bare, beside the highs of other days or places: "68 today, 41 tomorrow"."""
    if figure.label is not None or not {"high", "low"} <= figure.fields or len(scope.days or ()) != 1:
        return False
    begin, end = context.text.sentence(figure.first)
    words = context.text.words[begin:end]
    if not (_OF_NIGHT.isdisjoint(words) and _OF_NIGHT.isdisjoint(context.user.texts[-1].words)):
        return False
    if figure.hedge != "exact" or figure.kind != "level":
        return False
    if any(_fits_more(figure, reading) for reading in supports):
        return False
    beside = [f for f in context.figures if begin <= f.first < end and f.fields & TEMPERATURES]
    others = [f for f in beside if f is not figure]
    return bool(others) and all(_is_high_elsewhere(context, other, scope) for other in others)


def _is_high_elsewhere(context: Context, figure: Figure, scope: Scope) -> bool:
    """Whether a figure is the high of another day or place than a scope's."""
    theirs = context.scopes.at(figure.first, figure.last)
    is_of_place = theirs.spots is not None and theirs.spots != scope.spots
    if figure.kind != "level" or (len(theirs.days or ()) != 1 and not is_of_place):
        return False
    if (theirs.days, theirs.spots) == (scope.days, scope.spots):
        return False
    return any(fits(figure, reading, "high") for reading in context.about(theirs))


def _fits_more(figure: Figure, reading: Reading) -> bool:
    """Whether a reading bears a figure out otherwise than by its low."""
    fields = (field for field in figure.fields if field != "low")
    return reading.is_current or any(fits(figure, reading, field) for field in fields)


def is_under_by_day(context: Context, figure: Figure) -> bool:
    """Whether a day is said to be under a mark, and not to sink there at night: "it stops short of 20"."""
    if figure.hedge != "under" or figure.label is not None or figure.unit == "%":
        return False
    words = context.text.words[slice(*context.stances.sentence(figure.first))]
    return _OF_NIGHT.isdisjoint(words) and SINKING.isdisjoint(words)
