"""Units of measurement as people write them after a number, and conversion between them."""

from collections.abc import Callable, Mapping
from typing import Final

from scripts.grounding.text import Text, Triggers, word_set

KMH_PER_KNOT: Final = 1.852
KMH_PER_MPS: Final = 3.6
KMH_PER_MPH: Final = 1.609344

_TO_KMH: Final = {"km/h": 1.0, "mph": KMH_PER_MPH, "kn": KMH_PER_KNOT, "m/s": KMH_PER_MPS}
_SINGLE: Final = {
    "%": "%", "percent": "%", "pct": "%", "percentage": "%",
    "mph": "mph", "kmh": "km/h", "kph": "km/h", "kmph": "km/h", "mps": "m/s",
    "knot": "kn", "knots": "kn", "kt": "kn", "kts": "kn", "kn": "kn",
    "celsius": "C", "centigrade": "C", "fahrenheit": "F",
}  # fmt: skip
LENGTHS: Final = {
    "mile": "mph", "miles": "mph", "mi": "mph",
    "km": "km/h", "kilometer": "km/h", "kilometers": "km/h", "kilometre": "km/h", "kilometres": "km/h",
    "klicks": "km/h", "kms": "km/h", "k": "km/h",
    "m": "m/s", "meter": "m/s", "meters": "m/s", "metre": "m/s", "metres": "m/s",
    "nautical": "kn",
}  # fmt: skip
SCALES: Final = {"c": "C", "f": "F", "celsius": "C", "centigrade": "C", "fahrenheit": "F", "swede": "C"}
_DEGREES: Final = word_set("degree degrees deg degs °")
_PER: Final = word_set("an per a the to / each every")
_HOURS: Final = word_set("hour hr h hourly")
_SECONDS: Final = word_set("second sec s")
UNKNOWN_SCALE: Final = "degrees"
"""The unit of a number of degrees that does not say of which scale."""
_DAILY_PER: Final = Triggers(("day", "daily", "night"))
_DAILY_EACH: Final = frozenset(("a", "per", "each", "every", "the"))


def unit_at(text: Text, i: int) -> tuple[str, int] | None:
    """Return the unit written at token i and its last token: C, F, degrees, %, mph, km/h, kn, m/s."""
    words = text.words
    if i >= len(words):
        return None
    word = words[i]
    if word in _SINGLE:
        return _SINGLE[word], i
    if word in _DEGREES:
        return _degrees(text, i)
    if word == "per" and words[i + 1 : i + 2] == ("cent",):
        return "%", i + 1
    if word in LENGTHS:
        return _speed(words, i)
    if word in ("c", "f") and i and text.is_capital(i) and words[i - 1][-1].isdigit():
        is_attached = text.spans[i][0] - text.spans[i - 1][1] <= 1
        return (SCALES[word], i) if is_attached else None
    return None


def _degrees(text: Text, i: int) -> tuple[str, int]:
    words = text.words
    following = words[i + 1 : i + 2]
    if following == (".",) and words[i] in ("deg", "degs"):
        i += 1
        following = words[i + 1 : i + 2]
    if following and following[0] in SCALES and (len(following[0]) > 1 or text.is_capital(i + 1)):
        return SCALES[following[0]], i + 1
    return UNKNOWN_SCALE, i


def _speed(words: tuple[str, ...], i: int) -> tuple[str, int] | None:
    """Read "miles an hour", "km / h", "metres per second"; a length alone is no speed."""
    if words[i] == "nautical" and words[i + 1 : i + 2] in (("miles",), ("mile",)):
        return ("kn", i + 3) if words[i + 2 : i + 3] and words[i + 2] in _PER else None
    if words[i + 1 : i + 3] in (("of", "it"), ("of", "wind"), ("of", "breeze"), ("of", "air")):
        behind = words[i + 3 : i + 5]
        is_hourly = len(behind) > 1 and behind[0] in _PER and behind[1] in _HOURS
        return (LENGTHS[words[i]], i + 4) if is_hourly and LENGTHS[words[i]] != "m/s" else None
    is_long = words[i + 1 : i + 3] in (("in", "the"), ("to", "the"))
    rest = ("an", *words[i + 3 : i + 4]) if is_long else words[i + 1 : i + 3]
    if len(rest) < 2 or rest[0] not in _PER:
        return None
    if rest[1] in _HOURS and LENGTHS[words[i]] != "m/s":
        return LENGTHS[words[i]], i + 2 + is_long
    if rest[1] in _SECONDS and LENGTHS[words[i]] == "m/s":
        return "m/s", i + 2
    return None


def convert(value: float, given: str | None, wanted: str | None) -> float:
    """Convert between C and F or between units of wind; the value itself where either is not known."""
    if given is None or wanted is None or given == wanted:
        return value
    if given in _TO_KMH and wanted in _TO_KMH:
        return value * _TO_KMH[given] / _TO_KMH[wanted]
    conversion = _CONVERSIONS.get((given, wanted))
    return conversion(value) if conversion else value


def convert_difference(value: float, given: str | None, wanted: str | None) -> float:
    """Convert a difference, which has no zero point of its own."""
    return convert(value, given, wanted) - convert(0, given, wanted)


_CONVERSIONS: Final[Mapping[tuple[str, str], Callable[[float], float]]] = {
    ("F", "C"): lambda f: (f - 32) / 1.8,
    ("C", "F"): lambda c: c * 1.8 + 32,
}


_BESIDE_IT: Final = (("after",), ("before",), ("following",))


def is_rate(text: Text, last: int) -> bool:
    """Whether a number that ends at token `last` is told of each day: "a day", "per day", "daily"."""
    if not text.where(_DAILY_PER):
        return False
    behind = text.words[last + 1 : last + 4]
    if behind[:1] == ("daily",) or len(behind) < 2:
        return behind[:1] == ("daily",)
    is_each = behind[0] in _DAILY_EACH and behind[1] in _DAILY_PER
    return is_each and behind[2:] not in _BESIDE_IT  # "19 the day after"
