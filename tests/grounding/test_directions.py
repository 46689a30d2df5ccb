"""What compares days passes in the direction that the results have it, and fails with one word turned.

Each reply has one choice in it, as in "Monday is [colder|warmer] than Friday": the first is true.
"""

import re
from typing import Any, Final

import pytest

from scripts.grounding import check_grounding
from tests.grounding.tables import dialogue_of

HIGHS: Final = (12, 15, 18, 21, 24)
LOWS: Final = (3, 5, 8, 10, 13)
CHANCES: Final = (90, 70, 40, 20, 5)
WINDS: Final = (30, 24, 12, 18, 6)
SKIES: Final = ("heavy rain", "moderate rain", "overcast", "partly cloudy", "clear sky")
"""A forecast for Lyon from Monday, 13 April to Friday, in °C and km/h."""

CHOICE: Final = re.compile(r"\[([^|\]]*)\|([^\]]*)\]")

COURSES: Final = (
    "Rain becomes [less|more] likely each day, beginning at 90 %.",
    "The chance of rain gets [smaller|bigger] every day, from 90 % to 5 %.",
    "Each day has a [smaller|better] chance of rain than the one before it, 90 % to begin with.",
    "Every day [gains on|loses to] the one before, from 12 °C to 24 °C.",
    "The nights grow [milder|colder] as they go: 3, 5, 8, 10 and 13 °C.",
    "After Tuesday it [warms|cools]: 18, 21 and 24 °C.",
    "Monday reaches 12 °C; then it [warms|cools] to 15 on Tuesday.",
    "It [warms|cools] from Monday to Friday.",
    "The low [rises|falls] seven degrees between Monday night and Thursday night.",
    "Highs go from 12 °C up the ladder, ending at [24 on Friday|21 on Thursday].",
    "It turns dry from [Wednesday|Friday].",
)

RANKS: Final = (
    "[Thursday|Tuesday] is the second warmest day, at [21|15] °C.",
    "The second coldest night is [Tuesday|Thursday]'s.",
    "Monday is the windiest, [Tuesday|Wednesday] the next.",
    "Friday has the smallest chance of rain and [Thursday|Tuesday] the second smallest.",
    "[Wednesday|Monday] is third for warmth.",
    "Only Friday is warmer than [Thursday|Tuesday].",
    "Rain is least likely on [Friday|Tuesday].",
    "The wind peaks on Monday and is lightest on [Friday|Tuesday].",
    "Monday has the most wind of any, and [Friday|Wednesday] the least.",
)

DIFFERENCES: Final = (
    "Monday offers 12 °C and Tuesday 15 °C, which is a [rise|fall] of three degrees.",
    "Monday gets as far as 12 °C. Thursday goes [higher|lower], at 21.",
    "Monday makes 12 °C, and Tuesday [improves on|falls short of] it.",
    "Monday offers 12 °C. Tuesday [betters|undercuts] that by three degrees.",
    "Monday night falls to 3 °C; Thursday's night is [gentler|harsher] by seven degrees.",
    "Thursday's night is [milder|sharper] than Monday's by seven degrees.",
    "Of Monday and Thursday, [Thursday|Monday] is the warmer.",
    "Thursday is the [warmer|cooler] of Monday and Thursday, by nine degrees.",
    "Between Monday and Thursday take Thursday, which has the [smaller|larger] chance of rain.",
    "It is nine degrees [warmer|cooler] by Thursday, 21 against Monday's 12.",
    "Rain is [likelier|less likely] on Monday than on Thursday.",
)

INTERVALS: Final = (
    "Monday has heavy rain. Wait [three|four] days for Thursday and 21 °C.",
    "Hold on until Friday, [two|three] days after Wednesday: 24 °C.",
    "Monday is followed [two|three] days later by Wednesday's 18 °C.",
    "Monday is wet; wait two days and [Wednesday|Thursday] is overcast.",
)


def calls() -> list[dict[str, Any]]:
    daily = [
        {
            "date": f"2026-04-{13 + k}",
            "condition": SKIES[k],
            "temperature_max": HIGHS[k],
            "temperature_min": LOWS[k],
            "precipitation_probability": CHANCES[k],
            "wind_speed": WINDS[k],
        }
        for k in range(len(HIGHS))
    ]
    result = {"daily": daily, "units": {"temperature": "°C", "wind_speed": "km/h"}}
    arguments = {"latitude": 45.76, "longitude": 4.84, "days": len(HIGHS)}
    return [{"name": "get_forecast", "arguments": arguments, "result": result}]


def faults(reply: str) -> list[str]:
    entry = {"user": "How do the next five days look in Lyon?", "calls": calls(), "reply": reply}
    return [finding.message for finding in check_grounding(dialogue_of(entry))]


@pytest.mark.parametrize("reply", [*COURSES, *RANKS, *DIFFERENCES, *INTERVALS])
def test_a_comparison_passes_as_it_is_and_fails_the_other_way_about(reply: str) -> None:
    assert faults(CHOICE.sub(r"\1", reply)) == []
    turned = faults(CHOICE.sub(r"\2", reply))
    assert turned
    assert "uses no figure" not in turned[0]
