"""What figures mean for a purpose: whether the wind is light enough, whether a coat is needed.

The thresholds are rules of thumb; they decide the wording of a plan, never a verdict on a record.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from scripts.scenario import JSONObject
from scripts.weather.conditions import CONDITIONS
from scripts.weather.units import to_celsius, to_kmh


class Facts(NamedTuple):
    """The figures of an observation or of one day of a forecast, in °C, km/h and percent for judging them.

    Of an observation `high_c` is what it feels like, `low_c` the temperature, and `chance` None.
    """

    code: int
    high_c: float
    low_c: float
    chance: int | None
    wind_kmh: float
    humidity: int = 50

    @property
    def wet(self) -> bool:
        """Whether something is falling, or is more likely to than not."""
        return bool(CONDITIONS[self.code].precipitation) and (self.chance is None or self.chance > 55)


def facts_now(result: JSONObject) -> Facts:
    """Return the facts of a `get_current_weather` result."""
    imperial = result["units"]["temperature"] == "°F"
    code = result["weather_code"]
    return Facts(
        code,
        _celsius(result["feels_like"], imperial),
        _celsius(result["temperature"], imperial),
        None,
        to_kmh(result["wind_speed"]) if imperial else result["wind_speed"],
        result["humidity"],
    )


def facts_of_day(day: JSONObject, units: Mapping[str, str]) -> Facts:
    """Return the facts of one entry of a forecast's `daily`; `units` is that of the result."""
    imperial = units["temperature"] == "°F"
    return Facts(
        day["weather_code"],
        _celsius(day["temperature_max"], imperial),
        _celsius(day["temperature_min"], imperial),
        day["precipitation_probability"],
        to_kmh(day["wind_speed"]) if imperial else day["wind_speed"],
    )


def _celsius(value: float, imperial: bool) -> float:
    return to_celsius(value) if imperial else value


def _scale(value: float, *steps: tuple[float, str], above: str) -> str:
    """Return the words of the first step whose limit the value does not pass."""
    return next((words for limit, words in steps if value <= limit), above)


NOT_UNDER_THUNDER: Final = "not under thunder"


def dry(facts: Facts) -> str:
    """Return whether it is or stays dry."""
    if facts.chance is None:
        return "wet at this moment" if facts.wet else "nothing is falling at this moment"
    return _scale(
        facts.chance,
        (20, "it should stay dry"),
        (45, "a fair bet, not a safe one"),
        (65, "it could go either way; have another plan"),
        above="more likely wet than not",
    )


def rain(facts: Facts) -> str:
    """Return whether rain gear is needed."""
    if facts.chance is None:
        return "rain gear is needed now" if facts.wet else "no rain gear needed at this moment"
    return _scale(
        facts.chance,
        (20, "rain gear hardly needed"),
        (45, "rain gear to be safe"),
        above="rain gear is needed",
    )


def _thunder(facts: Facts) -> bool:
    return CONDITIONS[facts.code].thunder and facts.wet


def calm(facts: Facts) -> str:
    """Return whether the wind is light enough."""
    if _thunder(facts):
        return NOT_UNDER_THUNDER
    return _scale(
        facts.wind_kmh,
        (14, "the wind is light enough"),
        (26, "the wind is on the border: with care"),
        above="too much wind",
    )


def dry_calm(facts: Facts) -> str:
    """Return whether it is dry and calm enough."""
    return NOT_UNDER_THUNDER if _thunder(facts) else f"{dry(facts)}; {calm(facts)}"


def wind(facts: Facts) -> str:
    """Return whether there is wind enough, and not too much."""
    if _thunder(facts):
        return NOT_UNDER_THUNDER
    return _scale(
        facts.wind_kmh,
        (7, "hardly enough wind"),
        (13, "just about enough wind"),
        (36, "a usable wind"),
        above="more wind than is safe",
    )


def wind_effect(facts: Facts) -> str:
    """Return how much the wind will be felt."""
    return _scale(
        facts.wind_kmh, (12, "the wind hardly matters"), (28, "the wind will be felt"), above="a hard wind"
    )


def warm(facts: Facts) -> str:
    """Return whether it is warm enough to enjoy."""
    if facts.wet:
        return "too wet for it"
    return _scale(
        facts.high_c,
        (13, "too cool for it"),
        (18, "on the cool side: bring a layer"),
        (23, "pleasant enough"),
        (33, "properly warm"),
        above="too hot for comfort: look for shade",
    )


def outdoors(facts: Facts) -> str:
    """Return whether one can be outdoors."""
    if facts.wet:
        return "better under a roof"
    if facts.wind_kmh > 38:
        return "better indoors: too windy"
    return _scale(
        facts.high_c,
        (7, "possible, dressed for the cold"),
        (13, "possible with warm clothes"),
        (
            32,
            "nothing against being outdoors"
            if (facts.chance or 0) <= 30
            else "outdoors is fine, with a roof in reach",
        ),
        above="only in the shade: it is hot",
    )


def dress(facts: Facts) -> str:
    """Return what coat is called for."""
    return _scale(
        min(facts.high_c, facts.low_c + 6),
        (-8, "the thickest coat, hat and gloves"),
        (3, "a winter coat and gloves"),
        (10, "a proper coat"),
        (16, "a jacket"),
        (21, "a light layer for the cooler hours"),
        above="no coat",
    )


def heat(facts: Facts) -> str:
    """Return how dangerous the heat is."""
    return _scale(
        facts.high_c,
        (22, "no heat to worry about"),
        (27, "warm, no trouble"),
        (32, "hot: needs shade"),
        (38, "very hot: nothing for the middle of the day"),
        above="dangerous heat: shade and water",
    )


def cold(facts: Facts) -> str:
    """Return how dangerous the cold is."""
    return _scale(
        facts.low_c,
        (-25, "dangerously cold: no bare skin, not for long"),
        (-10, "bitterly cold: hat, gloves, layers"),
        (0, "freezing: dress warmly"),
        (7, "cold: a warm layer"),
        above="not cold enough to worry",
    )


def frost(facts: Facts) -> str:
    """Return whether there is frost."""
    return _scale(
        facts.low_c, (0, "frost: take precautions"), (3, "close to frost: be careful"), above="no frost"
    )


def snow(facts: Facts) -> str:
    """Return whether there is snow."""
    snowing = CONDITIONS[facts.code].precipitation == "snow"
    return "snow it is" if snowing and facts.chance != 0 else "no snow"


def sky(facts: Facts) -> str:
    """Return how much of the sky is open."""
    condition = CONDITIONS[facts.code]
    if condition.fog:
        return "fog hides everything"
    return ("the sky is open", "few clouds", "broken cloud, gaps between", "the sky is covered")[
        condition.cloud
    ]


def humid(facts: Facts) -> str:
    """Return how damp the air is."""
    return _scale(
        facts.humidity,
        (35, "very dry air"),
        (55, "comfortable air"),
        (70, "rather humid air"),
        above="damp air",
    )


def ride(facts: Facts) -> str:
    """Return how it is for riding."""
    if facts.wet:
        return "a wet ride: rather not"
    if facts.low_c <= 1:
        return "mind ice on the road"
    return _scale(
        facts.wind_kmh,
        (18, "fine for riding"),
        (32, "rideable, with work against the wind"),
        above="too windy",
    )


def run(facts: Facts) -> str:
    """Return what to wear for running."""
    return _scale(
        facts.high_c,
        (-5, "layers, hat and gloves"),
        (6, "long sleeves and gloves"),
        (13, "long sleeves"),
        (20, "good running weather: short sleeves"),
        (26, "warm for running: start easy"),
        above="too hot to run hard: drink and slow down",
    )


def road(facts: Facts) -> str:
    """Return how it is for driving."""
    condition = CONDITIONS[facts.code]
    if facts.chance != 0 and (condition.precipitation or "").startswith(("snow", "freezing")):
        return f"a bad road: {condition.name}"
    if condition.fog:
        return "slow going in fog"
    if facts.low_c <= 0:
        return "ice is possible"
    return _scale(facts.wind_kmh, (40, "nothing against driving"), above="gusty: hold the wheel")


def general(facts: Facts) -> str:
    """Return that nothing has to be decided."""
    return "no verdict needed, a picture of how it is there"
