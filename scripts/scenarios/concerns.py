"""What matters to a purpose: which figures, what one asks for, and how days are ranked by it.

A kite wants the wind, the washing wants dry air. What the figures of a result come to for a concern is worked
out by its function of scripts/scenarios/verdicts.py, so that the writer cannot go wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from scripts.scenarios import verdicts
from scripts.scenarios.verdicts import Facts

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


class Concern(NamedTuple):
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


CONCERNS: Final[Mapping[str, Concern]] = {
    "general": Concern(
        "what the weather is like",
        "what the weather will be",
        ("temperature", "condition"),
        ("temperature_max", "condition"),
        ("temperature_max", "highest", "warmest"),
        verdicts.general,
    ),
    "dry": Concern(
        "whether anything is falling",
        "how likely it is to be wet",
        ("condition", "humidity"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.dry,
    ),
    "drying": Concern(
        "how damp the air is and whether it is wet out",
        "how likely it is to be wet",
        ("condition", "humidity", "wind_speed"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.dry,
    ),
    "rain": Concern(
        "whether it is raining",
        "what the chance of rain is",
        ("condition", "temperature"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.rain,
    ),
    "dry_calm": Concern(
        "how windy and how wet it is",
        "how windy and how wet it will be",
        ("wind_speed", "condition"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.dry_calm,
    ),
    "calm": Concern(
        "how strong the wind is",
        "how strong the wind will be",
        ("wind_speed", "wind_direction"),
        ("wind_speed", "condition"),
        ("wind_speed", "lowest", "calmest"),
        verdicts.calm,
    ),
    "wind": Concern(
        "how much wind there is and from where",
        "how much wind there will be",
        ("wind_speed", "wind_direction"),
        ("wind_speed", "precipitation_probability"),
        ("wind_speed", "highest", "windiest"),
        verdicts.wind,
    ),
    "wind_effect": Concern(
        "how strong the wind is",
        "how strong the wind will be",
        ("wind_speed", "wind_direction", "temperature"),
        ("wind_speed", "temperature_max"),
        ("wind_speed", "lowest", "calmest"),
        verdicts.wind_effect,
    ),
    "warm": Concern(
        "how warm it is and what the sky is doing",
        "how warm it will get",
        ("temperature", "condition"),
        ("temperature_max", "condition"),
        ("temperature_max", "highest", "warmest"),
        verdicts.warm,
    ),
    "outdoors": Concern(
        "what it is like outside",
        "what it will be like outside",
        ("condition", "temperature"),
        ("temperature_max", "precipitation_probability"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.outdoors,
    ),
    "dress": Concern(
        "what the temperature is and how it feels",
        "how warm it will get and how cool at night",
        ("temperature", "feels_like"),
        ("temperature_max", "temperature_min"),
        ("temperature_min", "lowest", "coldest"),
        verdicts.dress,
    ),
    "heat": Concern(
        "how hot it is and how hot it feels",
        "how hot it will get",
        ("temperature", "feels_like", "humidity"),
        ("temperature_max", "condition"),
        ("temperature_max", "lowest", "coolest"),
        verdicts.heat,
    ),
    "cold": Concern(
        "how cold it is and how cold it feels",
        "how cold it will get",
        ("temperature", "feels_like"),
        ("temperature_min", "temperature_max"),
        ("temperature_min", "lowest", "coldest"),
        verdicts.cold,
    ),
    "frost": Concern(
        "how near to freezing it is",
        "whether it will freeze",
        ("temperature", "condition"),
        ("temperature_min", "condition"),
        ("temperature_min", "lowest", "coldest"),
        verdicts.frost,
    ),
    "snow": Concern(
        "whether it is snowing",
        "whether it will snow",
        ("condition", "temperature"),
        ("condition", "precipitation_probability", "temperature_min"),
        ("precipitation_probability", "highest", "likeliest"),
        verdicts.snow,
    ),
    "sky": Concern(
        "how much of the sky is covered",
        "how much of the sky will be covered",
        ("condition", "humidity"),
        ("condition", "precipitation_probability"),
        ("condition", "lowest", "clearest"),
        verdicts.sky,
    ),
    "humid": Concern(
        "how humid the air is",
        "how likely it is to be wet",
        ("humidity", "temperature"),
        ("precipitation_probability", "condition"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.humid,
    ),
    "ride": Concern(
        "how windy and how wet it is",
        "how windy and how wet it will be",
        ("wind_speed", "condition", "temperature"),
        ("precipitation_probability", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.ride,
    ),
    "run": Concern(
        "how warm it is and how windy",
        "how warm it will be",
        ("temperature", "feels_like", "wind_speed"),
        ("temperature_min", "temperature_max"),
        ("temperature_max", "lowest", "coolest"),
        verdicts.run,
    ),
    "road": Concern(
        "what there is to drive through",
        "what there will be to drive through",
        ("condition", "wind_speed", "temperature"),
        ("condition", "temperature_min", "wind_speed"),
        ("precipitation_probability", "lowest", "driest"),
        verdicts.road,
    ),
}
"""Every concern an occasion can name."""


def extremes(daily: Sequence[Mapping[str, Any]], field: str, lowest: bool) -> list[Mapping[str, Any]]:
    """Return the days with the lowest (else highest) value of a field: more than one where they tie."""
    values = [day[field] for day in daily]
    limit = min(values) if lowest else max(values)
    return [day for day, value in zip(daily, values, strict=True) if value == limit]
