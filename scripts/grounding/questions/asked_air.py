"""Questions about wind, heat, cold or damp that a yes or a no answers: "Is it windy?", "Is it cold out?"."""

from itertools import pairwise
from typing import Final, Literal, NamedTuple

from scripts.grounding import tolerances as t
from scripts.grounding.air.freezing import celsius, unfelt
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.units_said import convert

_MOST: Final = 999.0
_RISING: Final = 0.5
"""°C about freezing that may be called either side of it."""


class Air(NamedTuple):
    """What was asked of the air: the values that a "yes" may be said of, and those that no "no" may."""

    quantity: Literal["wind", "humidity", "heat", "cold", "frost"]
    may: tuple[float, float]
    sure: tuple[float, float]

    def may_hold(self, reading: Reading) -> bool:
        """Whether a "yes" may be meant of a reading."""
        return any(self.may[0] <= value <= self.may[1] for value in self._values(reading))

    def holds(self, reading: Reading) -> bool:
        """Whether a "no" is wrong of a reading; of heat only its highest counts."""
        values = self._values(reading)
        if self.quantity == "heat" and "high" in reading.values:
            values = values[:1]
        if self.quantity == "humidity" and any(value < t.CLOSE_SURELY_C for value in celsius(reading)):
            return False
        return bool(values) and all(self.sure[0] <= value <= self.sure[1] for value in values)

    def _values(self, reading: Reading) -> list[float]:
        if self.quantity == "wind":
            given = reading.values.get("wind")
            return [] if given is None else [convert(given, reading.wind_unit or "km/h", "km/h")]
        if self.quantity == "humidity":
            return [reading.values["humidity"]] if "humidity" in reading.values else []
        return list(unfelt(reading) if self.quantity == "frost" else celsius(reading))


_WINDY: Final = Air("wind", (t.BREEZY_LEAST_KMH, _MOST), (t.LIGHT_MOST_KMH, _MOST))
_STRONG: Final = Air("wind", (t.WINDY_LEAST_KMH, _MOST), (t.GALE_LEAST_KMH, _MOST))
_CALM: Final = Air("wind", (0.0, t.CALM_MOST_KMH), (0.0, t.STILL_MOST_KMH))
_AIRS: Final[dict[str, Air]] = {
    **dict.fromkeys(word_list("windy gusty blustery breezy blowy blowing"), _WINDY),
    "calm": _CALM,
    "windless": _CALM,
    **dict.fromkeys(
        word_list("cold bitter frigid"),
        Air("cold", (-99.0, t.COLD_MOST_C), (-99.0, t.SURELY_COLD_C)),
    ),
    **dict.fromkeys(
        word_list("chilly cool nippy"), Air("cold", (-99.0, t.COOL_MOST_C), (-99.0, t.SURELY_COLD_C))
    ),
    **dict.fromkeys(
        word_list("hot sweltering scorching boiling roasting"),
        Air("heat", (t.HOT_LEAST_C, 99.0), (t.SURELY_HOT_C, 99.0)),
    ),
    **dict.fromkeys(word_list("warm balmy"), Air("heat", (t.WARM_LEAST_C, 99.0), (t.SURELY_WARM_C, 99.0))),
    **dict.fromkeys(
        word_list("humid muggy sticky sultry"),
        Air("humidity", (t.HUMID_LEAST_PERCENT, 100.0), (t.SURELY_HUMID_PERCENT, 100.0)),
    ),
}
_FROST: Final = {
    **dict.fromkeys(("below", "under"), Air("frost", (-_MOST, _RISING), (-_MOST, -_RISING))),
    **dict.fromkeys(("above", "over"), Air("frost", (-_RISING, _MOST), (_RISING, _MOST))),
}
_FREEZING: Final = frozenset(("freezing", "zero"))
_GETTING: Final = word_set("get gets go goes rise climb drop dip fall sink stay stays remain keep")
_WINDS: Final = word_set("wind breeze winds")
_FORCES: Final = word_set("strong high stiff fierce bad rough")
_SOME: Final = word_set("much any there lot plenty")
_NO_QUESTION: Final = word_set("too from as so least most very how that to was were up off down")
_OWNERS: Final = word_set("the my your his her our their this its")
_SUBJECTS: Final = word_set("weather air wind day night evening morning afternoon week weekend city town")
_OF_PEOPLE: Final = word_set("i we you he she they anyone")
_REACH: Final = 9


def air_asked(question: tuple[str, ...]) -> Air | None:
    """Return what a question that opens with "is", "will" or "how cold" asks of the air; None of aught "
    "else."""
    near = question[1 : 1 + _REACH]
    if question[:1] == ("how",):
        return _AIRS.get(near[0]) if near else None
    if not near or not _NO_QUESTION.isdisjoint(question) or near[0] in _OF_PEOPLE:
        return None
    if near[0] in _OWNERS and near[1:2] != () and near[1] not in _SUBJECTS:
        return None
    found = {_AIRS[word] for word in near if word in _AIRS}
    if not found and not _WINDS.isdisjoint(near):
        if not _FORCES.isdisjoint(near):
            return _STRONG
        return _WINDY if not _SOME.isdisjoint(near) else None
    return found.pop() if len(found) == 1 else None


def frost_asked(question: tuple[str, ...]) -> Air | None:
    """Return the side of freezing that a question asks about: "Is it below freezing?"."""
    if not _GETTING.isdisjoint(question):
        return None
    for side, mark in pairwise(question):
        if side in _FROST and mark in _FREEZING:
            return _FROST[side]
    return None


def says_so(words: tuple[str, ...], air: Air) -> bool:
    """Whether words behind a "no" say as much after all: "No, cold is not the word: it is bitter"."""
    return any(word in _AIRS and _AIRS[word].quantity == air.quantity for word in words)
