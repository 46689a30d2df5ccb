"""Words for heat, cold and humid air, held generously against the temperatures and humidity given."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.text import word_set
from scripts.grounding.units_said import convert

_RANGES_C: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(
        "hot scorching sweltering broiling blistering boiling baking roasting".split(), (t.HOT_LEAST_C, 99.0)
    ),
    **dict.fromkeys("warm balmy toasty".split(), (t.WARM_LEAST_C, 99.0)),
    "mild": t.MILD_RANGE_C,
    **dict.fromkeys("cool chilly nippy brisk".split(), (-99.0, t.COOL_MOST_C)),
    **dict.fromkeys("cold frigid bitter".split(), (-99.0, t.COLD_MOST_C)),
    **dict.fromkeys("icy frosty frost arctic freezing".split(), (-99.0, t.FREEZING_MOST_C)),
}
_HUMID: Final = word_set("humid muggy sticky clammy")
_BEFORE: Final = word_set(
    "is are it's be was feels feel stays remains turns turning gets getting bitterly very quite rather fairly pretty so too "
    "and , a an the still that's really downright decidedly mighty plenty properly truly unusually bone as it looks looking "
    "with of this clear dry wet bright expect"
)
_WEATHER_NOUNS: Final = word_set(
    "day days morning mornings night nights afternoon afternoons evening evenings weather air spell weekend start one week "
    "breeze wind and but ,"
)
_AFTER: Final = word_set(
    "day days morning mornings night nights afternoon afternoons evening evenings weather air spell weekend start out outside "
    "and but , . ; : — ! ) today tonight tomorrow now here there on this with at in by monday tuesday wednesday thursday "
    "friday saturday sunday conditions temperatures one week breeze wind dry wet clear sunny"
)


def judge_warmth(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each word for heat, cold or humid air that is said of the weather."""
    words = context.text.words
    for i, word in enumerate(words):
        bounds = _RANGES_C.get(word)
        if bounds is None and word not in _HUMID:
            continue
        before = words[i - 1] if i else "."
        after = words[i + 1] if i + 1 < len(words) else "."
        if word == "cold" and before in ("a", "the", "your") and after not in _WEATHER_NOUNS:
            continue
        if (i and before not in _BEFORE and before not in (".", "\n")) or after not in _AFTER:
            continue
        if (before == "and" and i > 1 and words[i - 2].isdigit()) or not context.stances.is_asserted(i):
            continue
        if context.stances.is_denied(i, i) is not False:
            continue
        judgement = _judge(context, i, bounds)
        if judgement is not None:
            yield judgement


def _judge(context: Context, i: int, bounds: tuple[float, float] | None) -> Judgement | None:
    scope = context.scopes.at(i, i)
    readings = context.about(scope)
    if not readings:
        return None
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


def _celsius(reading: Reading) -> Iterator[float]:
    for field in ("temperature", "feels_like", "high", "low"):
        if field in reading.values:
            yield convert(reading.values[field], reading.temperature_unit or "C", "C")
