"""Words for heat, cold and humid air, held generously against the temperatures and humidity given."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.air.freezing import SIDES_OF_FREEZING, celsius
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import Reading
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.bare_words import DEGREES_C, HUMIDITY, stands_alone
from scripts.grounding.words.figure_words import FUNCTION
from scripts.grounding.words.warmth_phrases import AIR_PHRASES, PHRASES

_RANGES_C: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(
        word_list(
            "hot boiling baking roasting fiery tropical heatwave heat swelters bakes broils roasts sizzles"
        ),
        (t.HOT_LEAST_C, 99.0),
    ),
    **dict.fromkeys(
        word_list("scorching sweltering broiling blistering torrid searing sizzling scorcher sizzler"),
        (t.FIERCE_LEAST_C, 99.0),
    ),
    **dict.fromkeys(word_list("frigid"), (-99.0, t.BITTER_MOST_C)),
    **dict.fromkeys(word_list("warm balmy toasty warmish summery"), (t.WARM_LEAST_C, 99.0)),
    "mild": t.MILD_RANGE_C,
    "temperate": t.MILD_RANGE_C,
    **dict.fromkeys(word_list("cool chilly nippy brisk coolish crisp"), (-99.0, t.COOL_MOST_C)),
    **dict.fromkeys(word_list("cold bitter raw wintry shivers"), (-99.0, t.COLD_MOST_C)),
    **dict.fromkeys(word_list("icy frosty arctic freezing glacial polar"), (-99.0, t.FREEZING_MOST_C)),
}
_MORE_SO_C: Final = {
    **{(very, "hot"): (t.FIERCE_LEAST_C, 99.0) for very in ("blazing", "fiercely", "brutally", "scorching")},
    **{(very, "cold"): (-99.0, t.BITTER_MOST_C) for very in ("bitterly", "bitter", "brutally", "freezing")},
}
_FARING: Final = word_set("swelters bakes broils roasts sizzles shivers")
"""What a place does in heat or cold; of anything else it is no weather."""

_OF_WIND: Final = word_set("wind winds breeze breezes air's wind's blows blowing")
_HUMID: Final = word_set("humid muggy sticky clammy steamy sultry")
_CLOSE: Final = word_set("muggy sticky steamy sultry")
_AIR_SAID: Final = {
    "dry": (0.0, t.DRY_AIR_MOST_PERCENT),
    "parched": (0.0, t.DRY_AIR_MOST_PERCENT),
    "damp": (t.HUMID_LEAST_PERCENT, 100.0),
    "moist": (t.HUMID_LEAST_PERCENT, 100.0),
    "moisture": (t.HUMID_LEAST_PERCENT, 100.0),
    "steamy": (t.HUMID_LEAST_PERCENT, 100.0),
    "soggy": (t.HUMID_LEAST_PERCENT, 100.0),
}
_AIR: Final = Triggers(_AIR_SAID)
_FULL_OF: Final = word_set("dripping heavy full laden thick loaded swimming")
_TRIGGERS: Final = Triggers(_HUMID.union(_RANGES_C))
_BARE: Final = Triggers(DEGREES_C.keys() | HUMIDITY.keys())
_PHRASED: Final = PHRASES.triggers()
_AIR_PHRASED: Final = AIR_PHRASES.triggers()
_UNDENIABLE_C: Final[dict[tuple[float, float], tuple[float, float]]] = {
    (t.HOT_LEAST_C, 99.0): (34.0, 99.0),
    (t.FIERCE_LEAST_C, 99.0): (34.0, 99.0),
    (t.WARM_LEAST_C, 99.0): (26.0, 99.0),
    (-99.0, t.BITTER_MOST_C): (-99.0, 1.0),
    (-99.0, t.COOL_MOST_C): (-99.0, 6.0),
    (-99.0, t.COLD_MOST_C): (-99.0, 1.0),
    (-99.0, t.FREEZING_MOST_C): (-99.0, -4.0),
}
"""What is so hot or cold, in °C, that the word for it cannot be denied."""
_NOT_SO: Final = word_set("not isn't half twice nowhere never hardly nearly quite almost thrice be")
_APART: Final = word_set("short shy clear side free edge brink away degrees degree close near")
_HUMIDITY: Final = Triggers(("humidity",))
_BEFORE: Final = word_set(
    "is are it's be was not feels feel stays remains turns turning gets getting bitterly very quite "
    "rather fairly pretty so too "
    "and , a an the still that's really downright decidedly mighty plenty properly truly unusually "
    "bone as it looks looking "
    "bit shade touch trifle boiling blazing icy red piping scalding perishing most call exactly but "
    "rain into remain grow grows in : ; — – with of this clear dry wet bright expect fine lovely nice good"
)
_WEATHER_NOUNS: Final = word_set(
    "day days morning mornings night nights afternoon afternoons evening evenings weather air spell "
    "weekend start one week wave "
    "breeze wind and but ,"
)
_NIGHTS: Final = word_set(
    "night nights overnight morning mornings evening evenings dawn dawns low lows early late start starts "
    "dusk sunrise sunset dark"
)
_AFTER: Final = word_set(
    "wave every all each throughout through enough again until till "
    "up day days morning mornings night nights afternoon afternoons evening evenings weather air spell "
    "weekend start out outside "
    "and but , . ; : — ! ) today tonight tomorrow now here there on this with at in by monday "
    "tuesday wednesday thursday "
    "friday saturday sunday conditions temperatures one week breeze wind dry wet clear sunny"
)


_FAR_FROM: Final = (("far", "from"), ("at", "all"), ("the", "least"), ("nothing", "like"))
_PASSING_FOR: Final = (("for", "a"), ("for", "the"), ("it", "a"), ("as", "a"))
_NO_ADVERBS: Final = word_set("family only early july fly supply reply")
_MERITS: Final = word_set(
    "virtue virtues merit merits advantage advantages reason reasons fault faults vice vices charm charms"
)
"""What has something to be said of it, listed behind a colon: "has three virtues: it is cool"."""

_COPULAS: Final = word_set("is are was be")
_DEGREES: Final = word_set("very quite rather fairly so too still bitterly really truly often always indeed")
_WARM_SUBJECTS: Final = word_set(
    "it it's that this which everything day days morning mornings night nights afternoon afternoons evening "
    "evenings weekend week air weather wind winds breeze breezes sky skies conditions temperature "
    "temperatures city town place places village coast hills mountains streets country outdoors outside "
    "there here rest both all each start end outlook forecast spell hour hours dawn noon dusk sunrise "
    "sunset lows highs today tonight tomorrow thermometer mercury glass water sun shade rain snow world one "
    "ones others climate season month capital island harbor harbour valley north south east west weather's "
    "now sunshine fog"
)
"""What the weather is called warm or cold by; anything else may be so of its own."""

_HUMIDITY_SAID: Final = {"low": (0.0, t.DRY_AIR_MOST_PERCENT), "high": (t.HUMID_LEAST_PERCENT, 100.0)}


@told_by(_HUMIDITY)
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


_MULTIPLES: Final = word_set("twice half thrice times third quarter")
"""What air may be more or less humid by than elsewhere: "half as humid" claims no dampness."""


@told_by(_AIR_PHRASED, _AIR)
def judge_air(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "dry air", "the air is damp", "dripping with moisture"."""
    words = context.text.words
    for i in context.text.where(_AIR_PHRASED):
        phrase = AIR_PHRASES.at(words, i)
        if phrase is None or not context.stances.is_asserted(phrase[1]) or not context.given:
            continue
        if context.stances.is_denied(*phrase[1:]) is False and not context.stances.is_maxim(phrase[1]):
            yield from _judge_moisture(context, i, phrase[0])
    for i in context.text.where(_AIR):
        near = words[max(0, i - 4) : i + 2]
        is_of_air = "air" in near or (words[i] == "moisture" and not _FULL_OF.isdisjoint(near))
        if (
            not is_of_air
            or not context.stances.is_asserted(i)
            or context.stances.is_denied(i, i) is not False
        ):
            continue
        yield from _judge_moisture(context, i, _AIR_SAID[words[i]])


def _judge_moisture(context: Context, i: int, bounds: tuple[float, float]) -> Iterator[Judgement]:
    """Yield a fault for air said to be as moist or dry at token i as no humidity given is."""
    readings = context.about(context.scopes.at(i, i))
    given = [r.values["humidity"] for r in readings if "humidity" in r.values]
    if readings and not given and all(reading.is_current for reading in readings):
        said = context.text.around(i, i)
        yield Judgement(i, i, fault=f"you wrote '{said}'; the results give no humidity")
    if given and not any(bounds[0] <= value <= bounds[1] for value in given):
        said = context.text.around(i, i)
        yield Judgement(i, i, fault=f"you wrote '{said}'; the results give a humidity of {given[0]:g} %")


@told_by(_TRIGGERS)
def judge_warmth(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each word for heat, cold or humid air that is said of the weather."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        word = words[i]
        is_mark = word == "freezing" and i and (words[i - 1] in SIDES_OF_FREEZING or _is_measured(words, i))
        if is_mark or i in context.stances.names:
            continue
        before = words[i - 1] if i else "."
        after = words[i + 1] if i + 1 < len(words) else "."
        if word == "cold" and before in ("a", "the", "your") and after not in _WEATHER_NOUNS:
            continue
        if before == "as" and after != "as" and words[max(0, i - 3)] in ("and", "but", ","):
            continue  # as warm as what was named before: "clear as a bell and about as warm"
        if word == "brisk" and not _OF_WIND.isdisjoint((before, *words[max(0, i - 3) : i], after)):
            continue
        if word == "heat" and (after != "wave" or words[max(0, i - 2) : i] in _PASSING_FOR):
            continue
        is_said = not i or before in _BEFORE or before in (".", "\n")
        is_said = is_said or (before.endswith("ly") and before not in _NO_ADVERBS)
        is_said = is_said or words[max(0, i - 2) : i] in _FAR_FROM
        if not context.given:
            is_said = is_said or bool({"is", "it's"} & set(words[max(0, i - 6) : i]))
        if word in _FARING:
            is_said = i - 1 in context.stances.names or before in _WARM_SUBJECTS
        elif not (is_said and (after in _AFTER or after == "as")) and not _is_likened(words, i):
            continue
        if word in _FARING and not is_said:
            continue
        if "or" in words[slice(*context.stances.segment(i))]:
            continue
        if (before == "and" and i > 1 and words[i - 2].isdecimal()) or not context.stances.is_asserted(i):
            continue
        denied = context.stances.is_denied(i, i)
        if denied is None or context.stances.is_maxim(i) or _is_of_thing(context, i):
            continue
        bounds = _MORE_SO_C.get((before, word)) or _RANGES_C.get(word)
        judgement = _judge_denial(context, i, word) if denied else _judge(context, i, bounds)
        if judgement is not None:
            yield judgement


@told_by(_BARE)
def judge_bare_air(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each word of heat, cold or damp that says so alone: "Perishing.", "Arid."."""
    for i in context.text.where(_BARE):
        if not context.given or not stands_alone(context.text, i) or not context.stances.is_asserted(i):
            continue
        if context.stances.is_denied(i, i) is not False:
            continue
        word = context.text.words[i]
        if word in HUMIDITY:
            yield from _judge_moisture(context, i, HUMIDITY[word])
        else:
            judgement = _judge(context, i, DEGREES_C[word])
            yield from () if judgement is None else (judgement,)


@told_by(_PHRASED)
def judge_warm_phrases(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each turn of phrase for heat or cold: "shirt-sleeve weather"."""
    for i in context.text.where(_PHRASED):
        phrase = PHRASES.at(context.text.words, i)
        if phrase is None or not context.is_claimed(phrase[1], phrase[2]):
            continue
        bounds, first, last = phrase
        if context.stances.is_denied(first, last) is not False or context.stances.is_maxim(first):
            continue
        if not context.given or context.stances.is_open(first):
            continue
        judgement = _judge(context, i, bounds)
        if judgement is not None:
            yield judgement


def _is_likened(words: tuple[str, ...], i: int) -> bool:
    """Whether the weather is as much so as some thing: "as humid as a laundry"."""
    is_likened = words[i - 1] == "as" and words[i + 1 : i + 3] in (("as", "a"), ("as", "an"))
    return is_likened and words[i - 2] not in _NOT_SO


def _is_of_thing(context: Context, i: int) -> bool:
    """Whether a thing or a virtue is warm or bitter, and no day, place or air: "patience is bitter"."""
    words = context.text.words
    k = i - 1
    while k > 0 and words[k] in _DEGREES:
        k -= 1
    if k < 1 or words[k] not in _COPULAS or not words[k - 1].isalpha():
        return False
    begin, _ = context.text.sentence(i)
    if words[k - 1] == "it" and ":" in words[begin:i] and not _MERITS.isdisjoint(words[begin:i]):
        return True
    subject = words[k - 1]
    is_named = k - 1 in context.stances.names | context.stances.foreign or (
        context.text.is_capital(k - 1) and k - 1 > context.text.sentence(i)[0]
    )
    return not is_named and subject not in _WARM_SUBJECTS and subject not in FUNCTION


def _is_measured(words: tuple[str, ...], i: int) -> bool:
    """Whether something is measured from the freezing mark: "seven degrees short of freezing"."""
    return words[i - 1] in ("of", "from", "to") and words[i - 2] in _APART


def _judge_denial(context: Context, i: int, word: str) -> Judgement | None:
    """Return a fault for "it isn't cold" at ten below."""
    bounds = _UNDENIABLE_C.get(_RANGES_C.get(word, (0.0, 0.0)))
    readings = context.about(context.scopes.at(i, i))
    if word in _HUMID:
        return _judge_humid_denial(context, i, readings)
    degrees = [
        value
        for reading in readings
        for k, value in enumerate(celsius(reading))
        if not (k and bounds and bounds[1] > 0.0 and "high" in reading.values)
    ]
    if bounds is None or not degrees or not all(bounds[0] <= value <= bounds[1] for value in degrees):
        return None
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; the results give {min(degrees):.0f} °C")


def _judge_humid_denial(context: Context, i: int, readings: Sequence[Reading]) -> Judgement | None:
    """Return a fault for "not muggy" in warm and wet air."""
    given = [reading.values.get("humidity", 0.0) for reading in readings]
    degrees = [value for reading in readings for value in celsius(reading)]
    if not given or min(given) < t.SURELY_HUMID_PERCENT or min(degrees, default=0.0) < t.CLOSE_SURELY_C:
        return None
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; the results give a humidity of {given[0]:g} %")


def _degrees(
    context: Context, i: int, readings: Sequence[Reading], bounds: tuple[float, float]
) -> Iterator[float]:
    """Yield the temperatures, in °C, that a word may be of: a day is hardly cool for its night."""
    begin, end = context.text.sentence(i)
    is_of_night = bounds[1] == t.FREEZING_MOST_C or not _NIGHTS.isdisjoint(context.text.words[begin:end])
    for reading in readings:
        values = list(celsius(reading))
        is_of_day = "high" in reading.values and values[0] > bounds[1] + t.NIGHT_COUNTS_DEGREES
        yield from values if is_of_night or not is_of_day else values[:1]


def _judge(context: Context, i: int, bounds: tuple[float, float] | None) -> Judgement | None:
    scope = context.scopes.at(i, i)
    readings = context.about(scope)
    if not readings:
        is_silent = context.is_silent_on(scope)
        is_free = context.given and not is_silent
        if is_free or not context.stances.is_stated(i) or context.stances.is_open(i):
            return None
        return Judgement(i, i, fault=f"you wrote '{context.text.around(i, i)}'; no result gives any weather")
    if bounds is None:
        if context.text.words[i - 1] == "as" and not _MULTIPLES.isdisjoint(context.text.words[i - 2 : i]):
            return None
        given = [r.values["humidity"] for r in readings if "humidity" in r.values]
        is_close = context.text.words[i] in _CLOSE
        is_too_cold = is_close and all(v < t.CLOSE_LEAST_C for r in readings for v in celsius(r))
        if any(value >= t.HUMID_LEAST_PERCENT for value in given) and not is_too_cold:
            return Judgement(i, i, tuple(readings))
        told = f"a humidity of {given[0]:g} %" if given else "no humidity"
    else:
        degrees = list(_degrees(context, i, readings, bounds))
        if not degrees or any(bounds[0] <= value <= bounds[1] for value in degrees):
            return Judgement(i, i)
        told = f"{min(degrees):.0f} to {max(degrees):.0f} °C"
    said = context.text.around(i, i)
    return Judgement(i, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give {told}")
