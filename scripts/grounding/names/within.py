"""The readings that a claim is about: of the days and places that it names."""

from collections.abc import Sequence
from datetime import timedelta

from scripts.grounding.facts import PRESENT, Reading
from scripts.grounding.names.scope import Scope
from scripts.grounding.words.day_cue import Bound


def within(readings: Sequence[Reading], scope: Scope) -> list[Reading]:
    """Return the readings a scope names. Where no result has a date, a weekday excludes nothing."""
    spots = scope.spots
    found = list(readings) if spots is None else [each for each in readings if each.place in spots]
    if scope.bound is not None:
        return _bounded(found, scope.bound)
    if scope.days is None:
        return found
    named = [reading for reading in found if not reading.atoms.isdisjoint(scope.days)]
    if scope.days == PRESENT:
        return _at_present(named)
    if len(named) == len(found) or any(reading.day for reading in found):
        return named
    return named if any(kind == "offset" for kind, _ in scope.days) else found


def _at_present(readings: list[Reading]) -> list[Reading]:
    """Return the current readings, and what is forecast for today of places that have none."""
    places = {reading.place for reading in readings if reading.is_current}
    return [reading for reading in readings if reading.is_current or reading.place not in places]


def _bounded(readings: list[Reading], bound: Bound) -> list[Reading]:
    """Return the forecast days on one side of a day, all readings where none is that day."""
    limits = [reading.offset for reading in readings if reading.atoms & bound.days]
    if not limits:
        return [] if _goes_beyond(readings, bound) else readings
    if bound.side == "except":
        others = [reading for reading in readings if not reading.atoms & bound.days]
        others = others or [r for r in readings if bound.since and not r.atoms & bound.since]
        return others if any(not reading.is_current for reading in readings) else others or readings
    if bound.side in ("up to", "until"):
        begin = min((reading.offset for reading in readings if reading.atoms & bound.since), default=0)
        return [reading for reading in readings if begin <= reading.offset <= max(limits)]
    if bound.side == "before":
        return [reading for reading in readings if reading.offset < min(limits)] or readings
    least = max(limits) + 1 if bound.side == "after" else min(limits)
    return [reading for reading in readings if reading.offset >= least] or readings


def _goes_beyond(readings: list[Reading], bound: Bound) -> bool:
    """Whether a stretch goes on to or from a day that no reading is of; up to it the last may be enough."""
    days = [reading.day for reading in readings if not reading.is_current and reading.day]
    if not days or bound.side in ("except", "after"):
        return all(reading.is_current for reading in readings)
    following = max(days) + timedelta(days=1)
    is_next = ("weekday", following.weekday()) in bound.days
    return not (is_next and bound.side in ("until", "before"))
