"""What days and places are compared by: how warm, wet, windy or humid a reading is."""

from collections.abc import Callable
from typing import Final

from scripts.grounding.facts import Field, Reading
from scripts.grounding.text import word_list
from scripts.grounding.tolerances import HOT_C, MILDEST_C
from scripts.grounding.words.sky_words import WET
from scripts.grounding.words.units_said import convert

_FALL: Final = {
    **dict.fromkeys((53, 57, 63, 66, 73, 81, 85, 95), 2),
    **dict.fromkeys((55, 65, 67, 75, 82, 86, 96, 99), 3),
}
"""How hard it falls under a weather code: 2 moderate, 3 heavy; under the other wet ones it is light."""

Measure = Callable[[Reading], float | None]


def of(field: Field) -> Measure:
    """Return the measure that a field is, in °C, km/h or percent; None where a reading lacks it."""

    def measure(reading: Reading) -> float | None:
        value = reading.values.get(field)
        if value is None:
            return None
        if field == "wind":
            return convert(value, reading.wind_unit, "km/h")
        return value if field in ("chance", "humidity") else convert(value, reading.temperature_unit, "C")

    return measure


def wetness(reading: Reading) -> float | None:
    """Return the chance of precipitation, or whether the condition is of any."""
    if "chance" in reading.values:
        return reading.values["chance"]
    return None if reading.codes is None else float(bool(reading.codes & WET))


def fall(reading: Reading) -> float | None:
    """Return how hard it falls by its condition: 0 not at all, 1 light, 2 moderate, 3 heavy."""
    if not reading.codes:
        return None
    return float(max(_FALL.get(code, 1) if code in WET else 0 for code in reading.codes))


def gloom(reading: Reading) -> float | None:
    """Return how far from a clear sky a condition is: 0 clear to 3 overcast, fog or anything falling."""
    return float(min(3, *reading.codes)) if reading.codes else None


def _near_mild(measure: Measure) -> Measure:
    """Return how near a reading is to `MILDEST_C`: of two hot days the cooler is the milder."""
    return lambda reading: None if (value := measure(reading)) is None else -abs(value - MILDEST_C)


def _unless_hot(measure: Measure) -> Measure:
    """Return how warm a reading is, None of one too hot to be called mild for its warmth."""
    return lambda reading: value if (value := measure(reading)) is not None and value < HOT_C else None


def _where_wet(measure: Measure) -> Measure:
    """Return a measure of the days alone on which something falls."""
    return lambda reading: measure(reading) if reading.codes and not WET.isdisjoint(reading.codes) else None


FALLS: Final = (_where_wet(fall), _where_wet(wetness))
WARM: Final = (of("high"), of("temperature"), of("feels_like"))
COLD: Final = (of("high"), of("low"), of("temperature"), of("feels_like"))
FELT: Final = (of("feels_like"),)
NIGHT: Final = (of("low"),)
MILD: Final = tuple(mildness(measure) for mildness in (_near_mild, _unless_hot) for measure in WARM)
WIND: Final = (of("wind"),)
HUMID: Final = (of("humidity"),)
WETNESS: Final = (wetness, fall, of("humidity"))
GLOOM: Final = (gloom,)

COMPARATIVES: Final[dict[str, tuple[int, tuple[Measure, ...]]]] = {
    **dict.fromkeys(word_list("warmer hotter"), (1, WARM)),
    "milder": (1, MILD),
    **dict.fromkeys(word_list("colder cooler chillier"), (-1, COLD)),
    "drier": (-1, WETNESS),
    **dict.fromkeys(word_list("wetter rainier"), (1, WETNESS)),
    **dict.fromkeys(word_list("windier breezier blowier gustier"), (1, WIND)),
    "calmer": (-1, WIND),
    **dict.fromkeys(word_list("muggier stickier damper"), (1, HUMID)),
    **dict.fromkeys(word_list("sunnier clearer brighter"), (-1, GLOOM)),
    **dict.fromkeys(word_list("cloudier greyer grayer"), (1, GLOOM)),
    **dict.fromkeys(word_list("harder stronger rougher"), (1, ())),
}
"""Which way a comparative points, and what it compares: nothing where that depends on its subject."""
