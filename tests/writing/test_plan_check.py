"""User messages held against their plan: what is right in many guises, and what is wrong in one thing."""

from datetime import date

import pytest

from scripts.draft import Draft
from scripts.finding import Finding
from scripts.named_days import named_days
from scripts.place_spotting import spot_places
from scripts.plain_words import find_form, plain_words
from scripts.plan_check import check_plan
from scripts.scenario import Scenario
from tests.writing import plans

LEEDS = plans.leeds_forecast()
OSLO = plans.oslo_then_units()
SAMPA = plans.three_days()
NICE = plans.nice_tomorrow()
PORTLAND = plans.portland_corrected()
SEA = plans.at_sea()
BET = plans.bet()
CELSIUS = plans.celsius_wanted()
NO_PLACE = plans.no_place()


def off_plan(scenario: Scenario, *messages: str) -> list[Finding]:
    draft = Draft(tuple((message, "A reply.") for message in messages))
    return check_plan(scenario, draft)


@pytest.mark.parametrize(
    ("scenario", "messages"),
    [
        (LEEDS, ["Is Saturday or Sunday the drier day in Leeds? I've a porch roof to re-slate."]),
        (LEEDS, ["leeds sat or sun, slates to get on"]),
        (LEEDS, ["LEEDS THIS WEEKEND, WET OR NOT"]),
        (LEEDS, ["What's Leeds's weekend like for a roof?"]),
        (LEEDS, ["Two lads, one ladder, a porch in Leeds: which of Saturday and Sunday?"]),
        (LEEDS, ["Nice and simple: Leeds, Saturday or Sunday? Reading clouds isn't my trade."]),
        (LEEDS, ["My lad Austin says Sunday, I say Saturday. Leeds."]),
        (LEEDS, ["It rained last Friday. Leeds this weekend?"]),
        (LEEDS, ["Starting at 8 am with 400 slates and 2 men in Leeds, Saturday or Sunday?"]),
        (LEEDS, ["Anything for today? No: Leeds, Saturday or Sunday."]),
        (LEEDS, ["Three weeks on this roof, 100% sure it'll pour. Leeds: Saturday or Sunday?"]),
        (OSLO, ["Coat for Oslo?", "And in Fahrenheit?"]),
        (OSLO, ["do i need a coat in oslo this afternoon", "in °F pls"]),
        (OSLO, ["Coat in Oslo today or not?", "F?"]),
        (SAMPA, ["How wet will the next three days be in São Paulo?"]),
        (SAMPA, ["sao paulo, 3 days, umbrella or no"]),
        (SAMPA, ["Rain in SAO PAULO over three days?"]),
        (SAMPA, ["A 3-day outlook for Sampa, please."]),
        (SAMPA, ["São Paulo for the next three days, Thursday to Saturday: how wet?"]),
        (NICE, ["Lunch outside in Nice tomorrow?"]),
        (NICE, ["nice tomorrow, terrace or not?"]),
        (NICE, ["Would a nice table outdoors do in Nice on Friday?"]),
        (NICE, ["Is tmrw warm enough to eat out in Nice"]),
        (PORTLAND, ["Is it raining in Portland?", "The one in Maine."]),
        (PORTLAND, ["Portland: umbrella?", "Maine, sorry!"]),
        (PORTLAND, ["Rain in Portland right now?", "portland, maine"]),
        (SEA, ["How's the wind at 33.05 S, 71.62 W?"]),
        (SEA, ["Wind at -33.05, -71.62 please"]),
        (SEA, ["we are at 33.05°S 71.62°W, wind?"]),
        (SEA, ["Position lat -33.05 lon -71.62. Wind?"]),
        (BET, ["Is Oslo above 8 °C? A pint hangs on it."]),
        (BET, ["oslo over eight degrees right now, yes or no"]),
        (BET, ["I said Oslo beats 8 degrees. Do I win 20 kroner?"]),
        (CELSIUS, ["How warm is it in the Big Apple, in Celsius?"]),
        (CELSIUS, ["nyc temp in celsius?"]),
        (NO_PLACE, ["Do I need a coat?"]),
        (NO_PLACE, ["coat or no coat, says Charlotte, who is 12"]),
        (NO_PLACE, ["Could I split the walk in two and do without a coat?"]),
    ],
)
def test_what_is_on_plan_passes(scenario, messages):
    messages += ["And then?"] * (len(scenario.turns) - len(messages))
    assert off_plan(scenario, *messages) == []


@pytest.mark.parametrize(
    ("scenario", "messages", "fault"),
    [
        (LEEDS, ["Is Saturday or Sunday drier? Porch to slate."], "Leeds"),
        (LEEDS, ["Is Saturday or Sunday drier in Leed?"], "Leeds"),
        (LEEDS, ["Is Saturday or Sunday drier in Leedsville?"], "Leeds"),
        (LEEDS, ["Leeds or Sheffield on Saturday?"], "sheffield"),
        (LEEDS, ["Leeds on Saturday or Sunday? And is York wet too?"], "york"),
        (LEEDS, ["leeds at the weekend, coming over from manchester"], "manchester"),
        (LEEDS, ["Leeds, Saturday, Sunday or Monday?"], "monday"),
        (LEEDS, ["Leeds tomorrow or Sunday?"], "tomorrow"),
        (LEEDS, ["Leeds on 20 November?"], "20 november"),
        (LEEDS, ["Leeds on the 12th?"], "the 12th"),
        (LEEDS, ["Which day is drier in Leeds over the next ten days?"], "10 days"),
        (LEEDS, ["Leeds this weekend, is it over 5 degrees?"], "5 degrees"),
        (LEEDS, ["Leeds at the weekend: under 30% chance of rain?"], "30%"),
        (LEEDS, ["Leeds, Saturday or Sunday, wind under 40 km/h?"], "40 km/h"),
        (LEEDS, ["Leeds this weekend in Fahrenheit please"], "fahrenheit"),
        (LEEDS, ["Porch at 53.80, -1.55 in Leeds, Saturday or Sunday?"], "53.80"),
        (OSLO, ["Coat needed up there?", "Fahrenheit?"], "Oslo"),
        (OSLO, ["Coat for Oslo?", "And in the other unit?"], "Fahrenheit"),
        (OSLO, ["Coat in Oslo? I think in Fahrenheit.", "So what is that in my degrees?"], "fahrenheit"),
        (OSLO, ["Coat for Oslo or Bergen?", "In Fahrenheit?"], "bergen"),
        (OSLO, ["Coat for Oslo?", "In Fahrenheit? And in Tromsø?"], "tromso"),
        (OSLO, ["Coat for Oslo on Sunday?", "In Fahrenheit?"], "sunday"),
        (SAMPA, ["How wet will it be in São Paulo?"], "3 days"),
        (SAMPA, ["How wet will five days be in São Paulo?"], "3 days"),
        (SAMPA, ["São Paulo for three days, and then two weeks more?"], "2 weeks"),
        (SAMPA, ["How wet are the next three days in Rio de Janeiro?"], "São Paulo"),
        (SAMPA, ["Next three days in São Paulo, Tuesday too?"], "tuesday"),
        (NICE, ["Lunch outside in Cannes tomorrow? Would be nice."], "cannes"),
        (NICE, ["Lunch outside in Nice?"], "tomorrow"),
        (NICE, ["Terrace in Nice, 7 November: yes or no?"], "tomorrow"),
        (NICE, ["Lunch outside in Nice tomorrow or the day after tomorrow?"], "tomorrow"),
        (NICE, ["Lunch in Nice tomorrow, or is Saturday better?"], "saturday"),
        (PORTLAND, ["Is it raining in Portland, Maine?", "Maine."], "maine"),
        (PORTLAND, ["Is it raining in Portland?", "The other one."], "Maine"),
        (PORTLAND, ["Is it raining in Portland?", "Maine. Or Boston, while you are at it."], "boston"),
        (SEA, ["How's the wind at 33.05 N, 71.62 W?"], "33.05 S"),
        (SEA, ["How's the wind at 33.05, 71.62?"], "33.05 S"),
        (SEA, ["How's the wind at 33 S, 71 W?"], "33.05 S"),
        (SEA, ["How's the wind off Valparaíso?"], "33.05 S"),
        (BET, ["Is Oslo warm today? I bet it is."], "8 °C"),
        (BET, ["Is Oslo above 9 °C?"], "8 °C"),
        (BET, ["Is Oslo above 8 °C, or even 10 °C?"], "10 °C"),
        (CELSIUS, ["How warm is it in the Big Apple?"], "Celsius"),
        (CELSIUS, ["How warm is it in the Big Apple, in Fahrenheit?"], "Celsius"),
        (CELSIUS, ["How warm is it in Celsius in New Orleans, NYC's rival?"], "new orleans"),
        (NO_PLACE, ["Do I need a coat in Leeds?"], "leeds"),
        (NO_PLACE, ["do i need a coat in berlin"], "berlin"),
        (NO_PLACE, ["Coat tomorrow?"], "tomorrow"),
        (NO_PLACE, ["Coat needed below 12 °C?"], "12 °C"),
    ],
)
def test_what_is_off_plan_is_found_and_named(scenario, messages, fault):
    messages += ["And then?"] * (len(scenario.turns) - len(messages))
    findings = off_plan(scenario, *messages)
    assert {finding.code for finding in findings} == {"off_plan"}
    assert any(fault in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Twenty-five days", "25 days"),
        ("São Paulo's", "sao paulos"),
        ("Tromsø, 3-day", "tromso 3 day"),
        ("seventy or eighty one", "70 or 81"),
        ("St. John's 12.5", "st johns 12.5"),
    ],
)
def test_plain_words(text, words):
    assert " ".join(plain_words(text)) == words


@pytest.mark.parametrize(
    ("text", "form", "stands"),
    [
        ("the Leeds train", "Leeds", True),
        ("Leeds's trains", "Leeds", True),
        ("leedsish", "Leeds", False),
        ("New York City", "new york", True),
        ("York, the new one", "New York", False),
        ("over three days", "3 days", True),
        ("over thirty days", "3 days", False),
    ],
)
def test_a_form_stands_as_whole_words(text, form, stands):
    assert (find_form(plain_words(text), plain_words(form)) is not None) is stands


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Saturday", [8, 15]),
        ("tomorrow", [7]),
        ("the day after tomorrow", [8]),
        ("this weekend", [8, 9]),
        ("on 14 November", [14]),
        ("November 14th", [14]),
        ("the 14th of November", [14]),
        ("the 14th", [14, 14]),
        ("last Friday", []),
        ("every Friday", []),
        ("I sat in the sun", []),
        ("chapter 14", []),
        ("31 November", []),
    ],
)
def test_days_are_told_from_thursday_6_november(text, days):
    named = [dates for _, dates in named_days(plain_words(text), date(2025, 11, 6))]
    assert sorted(day.day for dates in named for day in dates) == days


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rain in Leeds?", ["leeds"]),
        ("rain in leeds?", ["leeds"]),
        ("Leeds: rain?", ["leeds"]),
        ("leeds: rain?", []),
        ("New York City or York", ["new york city", "york"]),
        ("a nice day in Nice", ["nice"]),
        ("Nice day for it", []),
        ("Reading in the bath in Bath", ["bath"]),
        ("A boiler with a temper. Are you any good at letters?", []),
        ("roast turkey for David and Mary", []),
        ("a week in Turkey", ["turkey"]),
        ("with my mobile in my hand", []),
        ("is it cold in norway", ["norway"]),
    ],
)
def test_places_are_told_from_words_and_people(text, places):
    assert [" ".join(name) for name in spot_places(plain_words(text), text)] == places
