"""The conditions of the service: the WMO codes that Open-Meteo uses, and the words people have for them.

Source of codes and names: the `weather_code` table of Open-Meteo's documentation, a selection of WMO code
table 4677.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

Precipitation = Literal["drizzle", "freezing drizzle", "rain", "freezing rain", "snow", "hail"]


class Condition(NamedTuple):
    """One weather code.

    `cloud` is the cover from 0 (none) over 1 (few), 2 (broken) to 3 (the whole sky; also under fog).
    `intensity` is that of the precipitation or hail, 1 light to 3 heavy, 0 where nothing falls.
    `showers` is precipitation that comes and goes, so that the sun may show between.
    """

    code: int
    name: str
    cloud: int
    precipitation: Precipitation | None = None
    intensity: int = 0
    showers: bool = False
    thunder: bool = False
    fog: bool = False


CONDITIONS: Final[Mapping[int, Condition]] = MappingProxyType(
    {
        condition.code: condition
        for condition in (
            Condition(0, "clear sky", 0),
            Condition(1, "mainly clear", 1),
            Condition(2, "partly cloudy", 2),
            Condition(3, "overcast", 3),
            Condition(45, "fog", 3, fog=True),
            Condition(48, "depositing rime fog", 3, fog=True),
            Condition(51, "light drizzle", 3, "drizzle", 1),
            Condition(53, "moderate drizzle", 3, "drizzle", 2),
            Condition(55, "dense drizzle", 3, "drizzle", 3),
            Condition(56, "light freezing drizzle", 3, "freezing drizzle", 1),
            Condition(57, "dense freezing drizzle", 3, "freezing drizzle", 3),
            Condition(61, "light rain", 3, "rain", 1),
            Condition(63, "moderate rain", 3, "rain", 2),
            Condition(65, "heavy rain", 3, "rain", 3),
            Condition(66, "light freezing rain", 3, "freezing rain", 1),
            Condition(67, "heavy freezing rain", 3, "freezing rain", 3),
            Condition(71, "light snow", 3, "snow", 1),
            Condition(73, "moderate snow", 3, "snow", 2),
            Condition(75, "heavy snow", 3, "snow", 3),
            Condition(77, "snow grains", 3, "snow", 1),
            Condition(80, "light rain showers", 2, "rain", 1, showers=True),
            Condition(81, "moderate rain showers", 2, "rain", 2, showers=True),
            Condition(82, "violent rain showers", 3, "rain", 3, showers=True),
            Condition(85, "light snow showers", 2, "snow", 1, showers=True),
            Condition(86, "heavy snow showers", 3, "snow", 3, showers=True),
            Condition(95, "thunderstorm", 3, "rain", 2, showers=True, thunder=True),
            Condition(96, "thunderstorm with light hail", 3, "hail", 1, showers=True, thunder=True),
            Condition(99, "thunderstorm with heavy hail", 3, "hail", 3, showers=True, thunder=True),
        )
    }
)


def _codes(*codes: int) -> frozenset[int]:
    return frozenset(codes)


_BY_NAME: Final[Mapping[str, frozenset[int]]] = {c.name: _codes(c.code) for c in CONDITIONS.values()}

_PHRASES: Final[Mapping[str, frozenset[int]]] = {
    "mostly clear": _codes(0, 1),
    "mostly sunny": _codes(0, 1),
    "mainly sunny": _codes(0, 1),
    "mostly fine": _codes(0, 1),
    "partly sunny": _codes(1, 2),
    "partly clear": _codes(1, 2),
    "partially cloudy": _codes(2),
    "part cloudy": _codes(2),
    "partly cloudy skies": _codes(2),
    "cloudless": _codes(0),
    "mostly cloudy": _codes(2, 3),
    "mainly cloudy": _codes(2, 3),
    "variable clouds": _codes(1, 2, 3),
    "variable cloudiness": _codes(1, 2, 3),
    "variably cloudy": _codes(1, 2, 3),
    "few clouds": _codes(1),
    "a few clouds": _codes(1),
    "some clouds": _codes(1, 2),
    "scattered clouds": _codes(1, 2),
    "broken clouds": _codes(2, 3),
    "overcast clouds": _codes(3),
    "sunny spells": _codes(1, 2),
    "sunny intervals": _codes(1, 2),
    "bright spells": _codes(1, 2),
    "sunshine and clouds": _codes(1, 2),
    "sun and clouds": _codes(1, 2),
    "sun and cloud": _codes(1, 2),
    "bright": _codes(0, 1, 2),
    "freezing fog": _codes(45, 48),
    "rime fog": _codes(48),
    "blizzard": _codes(75, 86),
    "snowstorm": _codes(75, 86),
    "blowing snow": _codes(71, 73, 75, 77, 85, 86),
    "downpour": _codes(65, 82),
    "cloudburst": _codes(82, 65),
    "ice storm": _codes(66, 67),
    "wintry mix": _codes(56, 57, 66, 67, 71, 73, 77, 85),
    "wintry showers": _codes(66, 71, 77, 80, 85, 86),
    "hailstorm": _codes(96, 99),
    "graupel": _codes(77, 85, 86),
    "snow pellets": _codes(77, 85, 86),
    "ice pellets": _codes(66, 67, 77),
    "sprinkles": _codes(51, 61, 80),
    "stormy": _codes(82, 95, 96, 99),
    "storm": _codes(82, 95, 96, 99),
    "storms": _codes(82, 95, 96, 99),
    "squally showers": _codes(80, 81, 82, 95),
}
"""Plain synonyms that are more than the sum of their words."""

_SKY: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(("clear", "sunny", "sunshine", "fine"), _codes(0, 1)),
    **dict.fromkeys(("sun", "fair"), _codes(0, 1, 2)),
    **dict.fromkeys(("cloudy", "clouds", "cloud"), _codes(2, 3)),
    **dict.fromkeys(("overcast", "dull", "gray", "grey"), _codes(3)),
    **dict.fromkeys(("fog", "foggy", "mist", "misty", "haze", "hazy"), _codes(45, 48)),
}
_FALLING: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(("drizzle", "drizzly", "drizzling"), _codes(51, 53, 55)),
    **dict.fromkeys(("rain", "rainy", "raining", "rainfall", "wet"), _codes(61, 63, 65, 80, 81, 82)),
    **dict.fromkeys(("snow", "snowy", "snowing", "snowfall"), _codes(71, 73, 75, 85, 86)),
    **dict.fromkeys(("flurries", "flurry"), _codes(71, 77, 85)),
    **dict.fromkeys(("sleet", "sleety"), _codes(56, 57, 66, 67, 71, 73, 77, 80, 85)),
}
_THUNDER: Final = frozenset(
    (
        "thunderstorm",
        "thunderstorms",
        "thunder",
        "thundery",
        "lightning",
        "tstorm",
        "tstorms",
        "thundershower",
    )
) | frozenset(("thundershowers", "thunderstormy"))
_SHOWERS: Final = frozenset(("shower", "showers", "showery"))
_FREEZING: Final = frozenset(("freezing",))
_HAIL: Final = frozenset(("hail",))
_INTENSITY: Final[Mapping[str, frozenset[int]]] = {
    **dict.fromkeys(("light", "slight", "weak", "gentle", "fine", "soft"), _codes(1)),
    "moderate": _codes(2),
    **dict.fromkeys(("heavy", "dense", "violent", "strong", "intense", "torrential", "severe"), _codes(3)),
}
_FILLERS: Final = frozenset(
    re.findall(
        r"\w+",
        """a an and the with or of in at on by some few skies sky weather day night conditions mostly partly
        mainly patchy scattered isolated occasional intermittent passing brief possible chance likely nearby
        area outbreaks spells intervals periods early morning afternoon evening later steady persistent
        continuous thick shallow blue""",
    )
)
_WORD: Final = re.compile(r"[a-z]+")


@lru_cache(maxsize=512)
def condition_of(text: str) -> frozenset[int]:
    """Return the codes that a condition's text can mean; none where it is no condition of the table.

    The contract's own names mean exactly their code; plain synonyms ("sunny", "patchy light rain",
    "cloudy with thunderstorms") mean every code they leave open.
    """
    words = _WORD.findall(text.casefold()[:200])
    plain = " ".join(words)
    exact = _BY_NAME.get(plain) or _PHRASES.get(plain)
    if exact:
        return exact
    known = (_SKY, _FALLING, _INTENSITY, _THUNDER, _SHOWERS, _FREEZING, _HAIL, _FILLERS)
    if not all(any(word in table for table in known) for word in words):
        return frozenset()
    return _of_words(frozenset(words))


def _of_words(words: frozenset[str]) -> frozenset[int]:
    falling = _union(_FALLING[word] for word in words if word in _FALLING)
    if words & _THUNDER and not words & _HAIL:
        return _codes(95, 96, 99)
    if words & _HAIL:
        codes = _codes(96, 99)
    elif words & _SHOWERS:
        codes = _codes(85, 86) if falling and not falling & _codes(80) else _codes(80, 81, 82)
    elif words & _FREEZING and falling & _codes(51, 61):
        codes = (_codes(56, 57) if 51 in falling else _codes()) | (
            _codes(66, 67) if 61 in falling else _codes()
        )
    elif falling:
        codes = falling
    else:
        return _union(_SKY[word] for word in words if word in _SKY)
    intensities = _union(_INTENSITY[word] for word in words if word in _INTENSITY)
    fitting = frozenset(code for code in codes if CONDITIONS[code].intensity in intensities)
    return fitting or codes


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)
