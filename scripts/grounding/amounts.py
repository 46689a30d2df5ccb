"""Amounts of rain or snow ("15 mm", "six inches"): no result has one, so none may be stated."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.numbers import is_numeral
from scripts.grounding.text import Triggers, word_set

_MEASURES: Final = Triggers(
    word_set(
        "mm millimeter millimeters millimetre millimetres cm centimeter centimeters centimetre centimetres "
        "inch inches"
    )
)
_FALLING: Final = word_set(
    "rain rainfall rains snow snowfall snows precipitation precip sleet hail drizzle showers shower "
    "accumulation "
    "accumulations downpour wet slush powder fresh"
)
_BESIDE: Final = word_set(
    "of an a half to or and more than about deep least some quarter another few several couple"
)
_NEAR: Final = 8


def judge_amounts(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each amount of rain or snow that is stated."""
    words = context.text.words
    for k in context.text.where(_MEASURES):
        if not k or not context.given or not context.stances.is_asserted(k):
            continue
        begin, end = context.stances.sentence(k)
        near = words[max(begin, k - _NEAR) : min(end, k + _NEAR)]
        is_asked = {"much", "many"} & set(context.user.texts[-1].words)
        is_told = is_numeral(words[k - 1]) or words[k - 1] in _BESIDE
        if not is_told or (_FALLING.isdisjoint(near) and not is_asked):
            continue
        said = context.text.around(max(begin, k - 1), k)
        yield Judgement(k, k, fault=f"you wrote '{said}'; the results give no amount of rain or snow")
