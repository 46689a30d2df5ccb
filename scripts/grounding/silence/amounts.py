"""Amounts of rain or snow ("15 mm", "six inches"): no result has one, so none may be stated."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral

_MEASURES: Final = Triggers(
    word_set(
        "mm millimeter millimeters millimetre millimetres cm centimeter centimeters centimetre centimetres "
        "inch inches foot feet"
    )
)
_FALLING: Final = word_set(
    "rain rainfall rains snow snowfall snows precipitation precip sleet hail drizzle showers shower "
    "accumulation "
    "accumulations downpour wet slush powder fresh"
)
_UNGIVEN: Final = Triggers(
    word_set(
        "visibility barometer pressure hpa millibars mb uv pollen ozone aqi dewpoint tide tides swell "
        "waves surf"
    )
)
_LENGTHS: Final = word_set(
    "m metre metres meter meters km kilometre kilometres kilometer kilometers mile miles yard yards foot "
    "feet ft furlong furlongs hpa hectopascals millibars millibar mb inches mbar"
)
_IS_SO: Final = word_set(
    "is at of about around to falls drops reaches stands near nearly down under over : index"
)
_BESIDE: Final = word_set(
    "of an a half to or and more than about deep least some quarter another few several couple"
)
_OF_SNOW: Final = word_set("snow rain snowfall rainfall powder water")
"""What a foot is of that lies or fell, and no foot to walk on."""

_NEAR: Final = 8


@told_by(_UNGIVEN, _MEASURES)
def judge_amounts(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each amount of rain or snow, and each measure no result has, that is stated."""
    words = context.text.words
    for k in context.text.where(_UNGIVEN):
        if context.given and _is_measured(context, k):
            said = context.text.around(k, k)
            yield Judgement(k, k, fault=f"you wrote '{said}'; the results give nothing of the kind")
    for k in context.text.where(_MEASURES):
        if not k or not context.given or not context.stances.is_asserted(k):
            continue
        begin, end = context.stances.sentence(k)
        near = words[max(begin, k - _NEAR) : min(end, k + _NEAR)]
        is_asked = {"much", "many", "deep"} & set(context.user.texts[-1].words)
        if words[k] in ("foot", "feet") and not is_asked and not _OF_SNOW.intersection(words[k + 1 : k + 3]):
            continue
        is_told = is_numeral(words[k - 1]) or words[k - 1] in _BESIDE
        if not is_told or (_FALLING.isdisjoint(near) and not is_asked):
            continue
        said = context.text.around(max(begin, k - 1), k)
        yield Judgement(k, k, fault=f"you wrote '{said}'; the results give no amount of rain or snow")


def _is_measured(context: Context, k: int) -> bool:
    """Whether a quantity that no result has is given in figures: "visibility is about 200 metres"."""
    words = context.text.words
    _, end = context.stances.segment(k)
    for j in range(k + 1, min(end - 1, k + _NEAR)):
        if is_numeral(words[j]) or words[j].isdecimal():
            is_plain = not _IS_SO.isdisjoint(words[k + 1 : j]) or j == k + 1
            is_amount = words[j + 1] in _LENGTHS
            return (
                is_plain and is_amount and context.stances.is_asserted(j) and not _is_users(context, words[j])
            )
    return False


def _is_users(context: Context, word: str) -> bool:
    """Whether the user has named the number themselves."""
    return word in context.user.words
