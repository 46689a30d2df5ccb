"""What matters to a purpose: which figures, what one asks for, and what given figures mean for it.

A kite wants the wind, the washing wants dry air. What has to be worked out is worked out here, from the
figures as they stand in the results, so that the writer cannot go wrong. The thresholds are rules of thumb;
they decide the wording of a plan, never a verdict on a record.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from scripts.scenario import JSONObject
from scripts.weather.conditions import CONDITIONS
from scripts.weather.units import to_celsius, to_kmh

Field = Literal[
    "temperature",
    "feels_like",
    "condition",
    "humidity",
    "wind_speed",
    "wind_direction",
    "temperature_max",
    "temperature_min",
    "precipitation_probability",
]


@dataclass(frozen=True, slots=True)
class Facts:
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


@dataclass(frozen=True, slots=True)
class Concern:
    """What matters to a purpose.

    `asks` and `will_ask` are what a plain question asks of now and of days to come; `now` and `day` the
    fields that matter, the most important first; `best` the field, direction and word that rank days.
    """

    asks: str
    will_ask: str
    now: tuple[Field, ...]
    day: tuple[Field, ...]
    best: tuple[Field, Literal["lowest", "highest"], str]
    judge: Callable[[Facts], str]


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


def _dry(facts: Facts) -> str:
    if facts.chance is None:
        return "wet at this moment" if facts.wet else "nothing is falling at this moment"
    return _scale(
        facts.chance,
        (20, "it should stay dry"),
        (45, "a fair bet, not a safe one"),
        (65, "it could go either way; have another plan"),
        above="more likely wet than not",
    )


def _rain(facts: Facts) -> str:
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


def _calm(facts: Facts) -> str:
    if _thunder(facts):
        return NOT_UNDER_THUNDER
    return _scale(
        facts.wind_kmh,
        (14, "the wind is light enough"),
        (26, "the wind is on the border: with care"),
        above="too much wind",
    )


def _dry_calm(facts: Facts) -> str:
    return NOT_UNDER_THUNDER if _thunder(facts) else f"{_dry(facts)}; {_calm(facts)}"


def _wind(facts: Facts) -> str:
    if _thunder(facts):
        return NOT_UNDER_THUNDER
    return _scale(
        facts.wind_kmh,
        (7, "hardly enough wind"),
        (13, "just about enough wind"),
        (36, "a usable wind"),
        above="more wind than is safe",
    )


def _wind_effect(facts: Facts) -> str:
    return _scale(
        facts.wind_kmh, (12, "the wind hardly matters"), (28, "the wind will be felt"), above="a hard wind"
    )


def _warm(facts: Facts) -> str:
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


def _outdoors(facts: Facts) -> str:
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


def _dress(facts: Facts) -> str:
    return _scale(
        min(facts.high_c, facts.low_c + 6),
        (-8, "the thickest coat, hat and gloves"),
        (3, "a winter coat and gloves"),
        (10, "a proper coat"),
        (16, "a jacket"),
        (21, "a light layer for the cooler hours"),
        above="no coat",
    )


def _heat(facts: Facts) -> str:
    return _scale(
        facts.high_c,
        (22, "no heat to worry about"),
        (27, "warm, no trouble"),
        (32, "hot: needs shade"),
        (38, "very hot: nothing for the middle of the day"),
        above="dangerous heat: shade and water",
    )


def _cold(facts: Facts) -> str:
    return _scale(
        facts.low_c,
        (-25, "dangerously cold: no bare skin, not for long"),
        (-10, "bitterly cold: hat, gloves, layers"),
        (0, "freezing: dress warmly"),
        (7, "cold: a warm layer"),
        above="not cold enough to worry",
    )


def _frost(facts: Facts) -> str:
    return _scale(
        facts.low_c, (0, "frost: take precautions"), (3, "close to frost: be careful"), above="no frost"
    )


def _snow(facts: Facts) -> str:
    snowing = CONDITIONS[facts.code].precipitation == "snow"
    return "snow it is" if snowing and facts.chance != 0 else "no snow"


def _sky(facts: Facts) -> str:
    condition = CONDITIONS[facts.code]
    if condition.fog:
        return "fog hides everything"
    return ("the sky is open", "few clouds", "broken cloud, gaps between", "the sky is covered")[
        condition.cloud
    ]


def _humid(facts: Facts) -> str:
    return _scale(
        facts.humidity,
        (35, "very dry air"),
        (55, "comfortable air"),
        (70, "rather humid air"),
        above="damp air",
    )


def _ride(facts: Facts) -> str:
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


def _run(facts: Facts) -> str:
    return _scale(
        facts.high_c,
        (-5, "layers, hat and gloves"),
        (6, "long sleeves and gloves"),
        (13, "long sleeves"),
        (20, "good running weather: short sleeves"),
        (26, "warm for running: start easy"),
        above="too hot to run hard: drink and slow down",
    )


def _road(facts: Facts) -> str:
    condition = CONDITIONS[facts.code]
    if facts.chance != 0 and (condition.precipitation or "").startswith(("snow", "freezing")):
        return f"a bad road: {condition.name}"
    if condition.fog:
        return "slow going in fog"
    if facts.low_c <= 0:
        return "ice is possible"
    return _scale(facts.wind_kmh, (40, "nothing against driving"), above="gusty: hold the wheel")


def _general(facts: Facts) -> str:
    return "no verdict needed, a picture of how it is there"


CONCERNS: Final[Mapping[str, Concern]] = {
    "general": Concern(
        "what the weather is like",
        "what the weather will be",
        ("temperature", "condition"),
        ("temperature_max", "condition"),
        ("temperature_max", "highest", "warmest"),
        _general,
    ),
    "dry": Concern(
        "whether anything is falling",
        "how likely it is to be wet",
        ("condition", "humidity"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        _dry,
    ),
    "drying": Concern(
        "how damp the air is and whether it is wet out",
        "how likely it is to be wet",
        ("condition", "humidity", "wind_speed"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        _dry,
    ),
    "rain": Concern(
        "whether it is raining",
        "what the chance of rain is",
        ("condition", "temperature"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        _rain,
    ),
    "dry_calm": Concern(
        "how windy and how wet it is",
        "how windy and how wet it will be",
        ("wind_speed", "condition"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        _dry_calm,
    ),
    "calm": Concern(
        "how strong the wind is",
        "how strong the wind will be",
        ("wind_speed", "wind_direction"),
        ("wind_speed", "condition"),
        ("wind_speed", "lowest", "calmest"),
        _calm,
    ),
    "wind": Concern(
        "how much wind there is and from where",
        "how much wind there will be",
        ("wind_speed", "wind_direction"),
        ("wind_speed", "precipitation_probability"),
        ("wind_speed", "highest", "windiest"),
        _wind,
    ),
    "wind_effect": Concern(
        "how strong the wind is",
        "how strong the wind will be",
        ("wind_speed", "wind_direction", "temperature"),
        ("wind_speed", "temperature_max"),
        ("wind_speed", "lowest", "calmest"),
        _wind_effect,
    ),
    "warm": Concern(
        "how warm it is and what the sky is doing",
        "how warm it will get",
        ("temperature", "condition"),
        ("temperature_max", "condition"),
        ("temperature_max", "highest", "warmest"),
        _warm,
    ),
    "outdoors": Concern(
        "what it is like outside",
        "what it will be like outside",
        ("condition", "temperature"),
        ("temperature_max", "precipitation_probability"),
        ("precipitation_probability", "lowest", "driest"),
        _outdoors,
    ),
    "dress": Concern(
        "what the temperature is and how it feels",
        "how warm it will get and how cool at night",
        ("temperature", "feels_like"),
        ("temperature_max", "temperature_min"),
        ("temperature_min", "lowest", "coldest"),
        _dress,
    ),
    "heat": Concern(
        "how hot it is and how hot it feels",
        "how hot it will get",
        ("temperature", "feels_like", "humidity"),
        ("temperature_max", "condition"),
        ("temperature_max", "lowest", "coolest"),
        _heat,
    ),
    "cold": Concern(
        "how cold it is and how cold it feels",
        "how cold it will get",
        ("temperature", "feels_like"),
        ("temperature_min", "temperature_max"),
        ("temperature_min", "lowest", "coldest"),
        _cold,
    ),
    "frost": Concern(
        "how near to freezing it is",
        "whether it will freeze",
        ("temperature", "condition"),
        ("temperature_min", "condition"),
        ("temperature_min", "lowest", "coldest"),
        _frost,
    ),
    "snow": Concern(
        "whether it is snowing",
        "whether it will snow",
        ("condition", "temperature"),
        ("condition", "precipitation_probability", "temperature_min"),
        ("precipitation_probability", "highest", "likeliest"),
        _snow,
    ),
    "sky": Concern(
        "how much of the sky is covered",
        "how much of the sky will be covered",
        ("condition", "humidity"),
        ("condition", "precipitation_probability"),
        ("condition", "lowest", "clearest"),
        _sky,
    ),
    "humid": Concern(
        "how humid the air is",
        "how likely it is to be wet",
        ("humidity", "temperature"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        _humid,
    ),
    "ride": Concern(
        "how windy and how wet it is",
        "how windy and how wet it will be",
        ("wind_speed", "condition", "temperature"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        _ride,
    ),
    "run": Concern(
        "how warm it is and how windy",
        "how warm it will be",
        ("temperature", "feels_like", "wind_speed"),
        ("temperature_min", "temperature_max"),
        ("temperature_max", "lowest", "coolest"),
        _run,
    ),
    "road": Concern(
        "what there is to drive through",
        "what there will be to drive through",
        ("condition", "wind_speed", "temperature"),
        ("condition", "temperature_min", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        _road,
    ),
}
"""Every concern an occasion can name."""


def extremes(daily: Sequence[Mapping[str, Any]], field: str, lowest: bool) -> list[Mapping[str, Any]]:
    """Return the days with the lowest (else highest) value of a field: more than one where they tie."""
    values = [day[field] for day in daily]
    limit = min(values) if lowest else max(values)
    return [day for day, value in zip(daily, values, strict=True) if value == limit]
