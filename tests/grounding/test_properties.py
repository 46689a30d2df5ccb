"""What holds for any value: a figure said as given passes, one said otherwise fails, no text raises."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.grounding import check_grounding
from scripts.grounding.text import word_list
from tests.grounding.tables import dialogue_of
from tests.grounding.test_limits import current, is_grounded

TEXTS = st.text(
    st.sampled_from(list("0123456789 .,;:°%-–—'\"()\n")) | st.characters(codec="utf-8"), max_size=80
)
WORDS = st.sampled_from(
    word_list(
        "no not rain snow sun clear Monday tomorrow one sixty two in five below °F % mph if the and a to -5 "
        "60s how many days on by warmer than which wettest both until , . ? Friday mean yes"
    )
)
SAID = TEXTS | st.lists(WORDS, max_size=40).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.integers(-60, 120), st.integers(3, 40))
def test_the_temperature_given_passes_and_another_fails(value, off):
    assert is_grounded(f"It's {value} °F now.", current(value))
    assert not is_grounded(f"It's {value + off} °F now.", current(value))


@settings(max_examples=150, deadline=None)
@given(SAID, SAID, st.sampled_from([current(), "PORTLAND_5"]))
@example("Two on Monday", "", "PORTLAND_5")
@example("Monday is the windiest day of the nine", "", "PORTLAND_5")
@example("It drops 19, both nine more than", "", "PORTLAND_5")
@example("Warm, with lows between 15 and 22 °C.", "Highs this weekend, Friday included?", "PORTLAND_5")
def test_no_text_raises(reply, user, calls):
    check_grounding(dialogue_of({"user": user, "calls": calls, "reply": reply}))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(max_size=8), st.none() | st.integers() | st.text(max_size=5), max_size=6))
def test_no_result_raises(result):
    calls = [{"name": "get_current_weather", "arguments": {}, "result": result}]
    check_grounding(dialogue_of({"user": "?", "calls": calls, "reply": "It's 62 °F and clear."}))
