"""What is said to be more so than another, though it is not named itself: "Wetter than Oslo: …"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.text import word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.measures import HUMID, WIND, Measure

_REACH: Final = 4
"""Tokens after a "than" within which what it is measured from is named."""

_NEW_CLAUSE: Final = 20
_CALMER: Final = word_set("gentler lighter softer weaker slacker feebler milder quieter fainter kinder tamer")
_FRESHER: Final = word_set("harder stronger fiercer rougher stiffer fresher livelier brisker heavier keener")
_OF_WIND: Final = word_set("wind winds breeze breezes gusts blow blows blowing wind's")
_OF_AIR: Final = {
    "drier": -1,
    "dryer": -1,
    "damper": 1,
    "moister": 1,
    "wetter": 1,
    "heavier": 1,
    "muggier": 1,
}
WIND_WORDS: Final = _CALMER | _FRESHER
_BEFORE: Final = 14


def of_neighbours(words: tuple[str, ...], i: int) -> tuple[int, tuple[Measure, ...]] | None:
    """Return what a comparative compares by the noun beside it: "a gentler wind", "the drier air"."""
    if words[i] in _OF_AIR and words[i + 1 : i + 2] == ("air",):
        return _OF_AIR[words[i]], HUMID
    is_of_wind = words[i + 1 : i + 2] != () and words[i + 1] in _OF_WIND
    is_of_wind = is_of_wind or (
        words[i] != "milder" and not _OF_WIND.isdisjoint(words[max(0, i - _BEFORE) : i])
    )
    if words[i] in WIND_WORDS and is_of_wind:
        return (-1 if words[i] in _CALMER else 1), WIND
    return None


def topic(context: Context) -> frozenset[int]:
    """Return the one place that the reply is about, by this turn's results or the question; none of "
    "several."""
    places = frozenset(reading.place for reading in context.latest)
    asked = context.places_asked
    if len(places) != 1 and len(asked) == 1:
        return asked[0].spots
    return places if len(places) == 1 else frozenset()


def sides_of_than(context: Context, i: int, than: int) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """Yield the readings on the two sides of a "than": two days, two places, or the topic and a place."""
    begin, _ = context.stances.sentence(i)
    for cues in (context.scopes.days, context.scopes.places):
        named: list[DayCue | PlaceCue] = [c for c in cues if not isinstance(c, DayCue) or c.days]
        ahead = [cue for cue in named if than < cue.first <= than + _REACH]
        ahead = [cue for cue in ahead if context.text.wall(than, cue.first) < _NEW_CLAUSE]
        if not ahead:
            continue
        behind = [c for c in named if begin <= c.first < than] or [c for c in named if c.last < begin][-1:]
        others = _named(context, ahead[0])
        mine = _named(context, behind[-1]) if behind else []
        if isinstance(ahead[0], PlaceCue) and (not mine or any(reading in others for reading in mine)):
            mine = within(context.given, Scope(None, topic(context) - ahead[0].spots))
        elif not mine and context.scopes.asked:
            mine = _named(context, context.scopes.asked[0])
        yield mine, others


def _named(context: Context, cue: DayCue | PlaceCue) -> list[Reading]:
    scope = Scope(cue.days) if isinstance(cue, DayCue) else Scope(None, cue.spots)
    return within(context.given, scope)
