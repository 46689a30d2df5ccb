"""Words for heat, cold and humid air, held generously against the temperatures and humidity given."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Field, Reading
from scripts.grounding.text import word_list, word_set
from scripts.grounding.units_said import convert

_RANGES_C: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(
        word_list(
            "hot scorching sweltering broiling blistering boiling baking roasting torrid searing "
            "sizzling fiery tropical"
        ),
        (t.HOT_LEAST_C, 99.0),
    ),
    **dict.fromkeys(word_list("warm balmy toasty warmish summery"), (t.WARM_LEAST_C, 99.0)),
    "mild": t.MILD_RANGE_C,
    "temperate": t.MILD_RANGE_C,
    **dict.fromkeys(word_list("cool chilly nippy brisk coolish crisp"), (-99.0, t.COOL_MOST_C)),
    **dict.fromkeys(word_list("cold frigid bitter raw wintry"), (-99.0, t.COLD_MOST_C)),
    **dict.fromkeys(word_list("icy frosty arctic freezing glacial polar"), (-99.0, t.FREEZING_MOST_C)),
}
_UNFELT: Final[tuple[Field, ...]] = ("temperature", "high", "low")
_FELT: Final[tuple[Field, ...]] = ("feels_like",)
_HUMID: Final = word_set("humid muggy sticky clammy steamy sultry")
_AIR_SAID: Final = {
    "dry": (0.0, t.DRY_AIR_MOST_PERCENT),
    "parched": (0.0, t.DRY_AIR_MOST_PERCENT),
    "damp": (t.HUMID_LEAST_PERCENT, 100.0),
    "moist": (t.HUMID_LEAST_PERCENT, 100.0),
    "moisture": (t.HUMID_LEAST_PERCENT, 100.0),
    "steamy": (t.HUMID_LEAST_PERCENT, 100.0),
    "soggy": (t.HUMID_LEAST_PERCENT, 100.0),
}
_AIR: Final = frozenset(_AIR_SAID)
_FULL_OF: Final = word_set("dripping heavy full laden thick loaded swimming")
_TRIGGERS: Final = _HUMID.union(_RANGES_C)
_UNDENIABLE_C: Final[dict[tuple[float, float], tuple[float, float]]] = {
    (t.HOT_LEAST_C, 99.0): (34.0, 99.0),
    (t.WARM_LEAST_C, 99.0): (26.0, 99.0),
    (-99.0, t.COOL_MOST_C): (-99.0, 6.0),
    (-99.0, t.COLD_MOST_C): (-99.0, 1.0),
    (-99.0, t.FREEZING_MOST_C): (-99.0, -4.0),
}
"""What is so hot or cold, in °C, that the word for it cannot be denied."""
_HUMIDITY: Final = frozenset(("humidity",))
_FREEZING: Final = frozenset(("freezing",))
_BEFORE: Final = word_set(
    "is are it's be was feels feel stays remains turns turning gets getting bitterly very quite "
    "rather fairly pretty so too "
    "and , a an the still that's really downright decidedly mighty plenty properly truly unusually "
    "bone as it looks looking "
    "with of this clear dry wet bright expect fine lovely nice good"
)
_SIDES_OF_FREEZING: Final = {
    "below": (-99.0, 0.0),
    "under": (-99.0, 0.0),
    "beneath": (-99.0, 0.0),
    "above": (0.0, 99.0),
    "over": (0.0, 99.0),
    "near": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
    "around": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
    "about": (-t.ABOUT_DEGREES, t.ABOUT_DEGREES),
}
_STAYING: Final = word_set("stay stays staying remain remains never keeps all")
_WEATHER_NOUNS: Final = word_set(
    "day days morning mornings night nights afternoon afternoons evening evenings weather air spell "
    "weekend start one week "
    "breeze wind and but ,"
)
_AFTER: Final = word_set(
    "up day days morning mornings night nights afternoon afternoons evening evenings weather air spell "
    "weekend start out outside "
    "and but , . ; : — ! ) today tonight tomorrow now here there on this with at in by monday "
    "tuesday wednesday thursday "
    "friday saturday sunday conditions temperatures one week breeze wind dry wet clear sunny"
)


_HUMIDITY_SAID: Final = {"low": (0.0, t.DRY_AIR_MOST_PERCENT), "high": (t.HUMID_LEAST_PERCENT, 100.0)}


def judge_humidity(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "humidity is low" or "high"."""
    words = context.text.words
    for i in context.text.where(_HUMIDITY):
        if words[i + 1 : i + 2] not in (("is",), ("stays",), ("remains",)):
            continue
        said = next((near for near in words[i + 2 : i + 4] if near in _HUMIDITY_SAID), "")
        if not said or not context.stances.is_asserted(i):
            continue
        least, most = _HUMIDITY_SAID[said]
        readings = context.about(context.scopes.at(i, i))
        given = [r.values["humidity"] for r in readings if "humidity" in r.values]
        if any(least <= value <= most for value in given):
            yield Judgement(i, i + 2, tuple(readings))
        else:
            told = f"a humidity of {given[0]:g} %" if given else "no humidity"
            yield Judgement(
                i, i + 2, fault=f"you wrote '{context.text.around(i, i + 2)}'; the results give {told}"
            )


def judge_air(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "dry air", "the air is damp", "dripping with moisture"."""
    words = context.text.words
    for i in context.text.where(_AIR):
        near = words[max(0, i - 4) : i + 2]
        is_of_air = "air" in near or (words[i] == "moisture" and not _FULL_OF.isdisjoint(near))
        if (
            not is_of_air
            or not context.stances.is_asserted(i)
            or context.stances.is_denied(i, i) is not False
        ):
            continue
        least, most = _AIR_SAID[words[i]]
        readings = context.about(context.scopes.at(i, i))
        given = [r.values["humidity"] for r in readings if "humidity" in r.values]
        if given and not any(least <= value <= most for value in given):
            said = context.text.around(i, i)
            yield Judgement(i, i, fault=f"you wrote '{said}'; the results give a humidity of {given[0]:g} %")


def judge_freezing(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "below freezing", "just above freezing" and the like."""
    words = context.text.words
    for i in context.text.where(_FREEZING):
        if not i or words[i - 1] not in _SIDES_OF_FREEZING:
            continue
        earlier = words[i - 2] if i > 1 else ""
        if (
            earlier in ("degrees", "degree", "°", "c", "f")
            or earlier.isdecimal()
            or not context.stances.is_asserted(i)
        ):
            continue
        least, most = _SIDES_OF_FREEZING[words[i - 1]]
        if words[i - 1] in ("above", "over") and earlier in (
            "just",
            "barely",
            "slightly",
            "little",
            "hair",
            "touch",
        ):
            most = t.JUST_ABOVE_FREEZING_C[1]
        yield from _judge_freezing(context, i, least, most)


def _judge_freezing(context: Context, i: int, least: float, most: float) -> Iterator[Judgement]:
    scope = context.scopes.at(i - 1, i)
    is_of_all = context.means_all(i)
    readings = context.meant_by_all(scope, i) if is_of_all else context.about(scope)
    denied = context.stances.is_denied(i - 1, i)
    stays = any(word in _STAYING for word in context.text.words[max(0, i - 5) : i])
    check = all if stays else any
    begin, end = context.stances.segment(i)
    words = context.text.words
    is_felt = any(word.startswith("feel") for word in words[begin:end])
    degrees = (
        _celsius
        if is_felt
        else _of_daytime
        if {"days", "highs", "afternoons"} & set(words[begin:end])
        else _of_nights
        if {"night", "nights", "lows", "overnight", "mornings"} & set(words[begin:end])
        else _unfelt
    )
    fits = [r for r in readings if check(least <= value <= most for value in degrees(r))]
    is_wrong = (denied is True and len(fits) == len(readings)) or (
        denied is False and (not fits or (is_of_all and len(fits) < len(readings)))
    )
    if readings and is_wrong:
        said = context.text.around(i - 1, i)
        told = ", ".join(f"{value:.0f} °C" for r in readings[:4] for value in _celsius(r))
        yield Judgement(i - 1, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give {told}")
    elif denied is False:
        yield Judgement(i - 1, i, tuple(fits))


def judge_warmth(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each word for heat, cold or humid air that is said of the weather."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        word = words[i]
        if (word == "freezing" and i and words[i - 1] in _SIDES_OF_FREEZING) or i in context.stances.names:
            continue
        before = words[i - 1] if i else "."
        after = words[i + 1] if i + 1 < len(words) else "."
        if word == "cold" and before in ("a", "the", "your") and after not in _WEATHER_NOUNS:
            continue
        is_said = not i or before in _BEFORE or before in (".", "\n")
        if not context.given:
            is_said = is_said or bool({"is", "it's"} & set(words[max(0, i - 6) : i]))
        if not is_said or after not in _AFTER:
            continue
        if "or" in words[slice(*context.stances.segment(i))]:
            continue
        if (before == "and" and i > 1 and words[i - 2].isdecimal()) or not context.stances.is_asserted(i):
            continue
        denied = context.stances.is_denied(i, i)
        if denied is None or context.stances.is_maxim(i):
            continue
        judgement = _judge_denial(context, i, word) if denied else _judge(context, i, _RANGES_C.get(word))
        if judgement is not None:
            yield judgement


def _judge_denial(context: Context, i: int, word: str) -> Judgement | None:
    """Return a fault for "it isn't cold" at ten below."""
    bounds = _UNDENIABLE_C.get(_RANGES_C.get(word, (0.0, 0.0)))
    readings = context.about(context.scopes.at(i, i))
    degrees = [value for reading in readings for value in _celsius(reading)]
    if bounds is None or not degrees or not all(bounds[0] <= value <= bounds[1] for value in degrees):
        return None
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; the results give {min(degrees):.0f} °C")


def _judge(context: Context, i: int, bounds: tuple[float, float] | None) -> Judgement | None:
    scope = context.scopes.at(i, i)
    readings = context.about(scope)
    if not readings:
        if context.given or not context.stances.is_stated(i):
            return None
        return Judgement(i, i, fault=f"you wrote '{context.text.around(i, i)}'; no result gives any weather")
    if bounds is None:
        given = [r.values["humidity"] for r in readings if "humidity" in r.values]
        if any(value >= t.HUMID_LEAST_PERCENT for value in given):
            return Judgement(i, i, tuple(readings))
        told = f"a humidity of {given[0]:g} %" if given else "no humidity"
    else:
        degrees = [value for reading in readings for value in _celsius(reading)]
        if not degrees or any(bounds[0] <= value <= bounds[1] for value in degrees):
            return Judgement(i, i)
        told = f"{min(degrees):.0f} to {max(degrees):.0f} °C"
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give {told}")


def _of_daytime(reading: Reading) -> Iterator[float]:
    """Yield the highest temperature of a reading, in °C."""
    values = list(_unfelt(reading))
    if values:
        yield max(values)


def _of_nights(reading: Reading) -> Iterator[float]:
    """Yield the lowest temperature of a reading, in °C."""
    values = list(_unfelt(reading))
    if values:
        yield min(values)


def _unfelt(reading: Reading) -> Iterator[float]:
    """Yield the temperatures of a reading but for the felt one, in °C."""
    for field in _UNFELT:
        if field in reading.values:
            yield convert(reading.values[field], reading.temperature_unit or "C", "C")


def _celsius(reading: Reading) -> Iterator[float]:
    yield from _unfelt(reading)
    for field in _FELT:
        if field in reading.values:
            yield convert(reading.values[field], reading.temperature_unit or "C", "C")
