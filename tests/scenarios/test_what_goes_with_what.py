"""The tables of askers, occasions and places fit together, and leave no climate without somebody to ask."""

import random
import re
from datetime import date, datetime, timedelta

import pytest

from scripts.scenarios.askers import VOICES, article, person, voices_of
from scripts.scenarios.concerns import CONCERNS
from scripts.scenarios.curiosity import ODD_ZONES, odd_clocks
from scripts.scenarios.errors import ambiguous_names
from scripts.scenarios.extremes import EXTREMES, climate_pool, edge_pool
from scripts.scenarios.invented import invented_place
from scripts.scenarios.occasions import fitting, occasions
from scripts.scenarios.pairs import COMPARED, all_occasions, draw_pair, neighbours
from scripts.scenarios.places import (
    COASTAL,
    CONTINENT_SHARES,
    all_cities,
    at,
    cities,
    features_of,
    misspelt,
    name_place,
)
from scripts.scenarios.requests import declined_requests, fitting_place
from scripts.weather.climate import climate_of
from scripts.weather.places import geocode
from scripts.weather.simulation import zone


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("roofer", "a"),
        ("estate agent", "an"),
        ("hour", "an"),
        ("hotel receptionist", "a"),
        ("used car", "a"),
        ("umpire", "an"),
        ("8-year-old", "an"),
        ("11-year-old", "an"),
        ("18-year-old", "an"),
        ("80-year-old", "an"),
        ("81 km/h", "an"),
        ("1-year-old", "a"),
        ("17-year-old", "a"),
        ("110-year-old", "a"),
    ],
)
def test_articles(words, expected):
    assert article(words) == expected


def test_there_are_tens_of_voices_and_occasions():
    assert len(VOICES) >= 80
    assert len(occasions()) >= 150
    assert len(all_occasions()) >= 35


@pytest.mark.parametrize("occasion", occasions(), ids=lambda occasion: occasion.text[:30])
def test_every_occasion_has_people_and_a_concern(occasion):
    assert voices_of(occasion.groups, occasion.ages)
    assert occasion.concern in CONCERNS
    assert occasion.coldest < occasion.warmest
    assert occasion.scopes
    assert not re.search(r"\d|  ", occasion.text + occasion.hint)


@pytest.mark.parametrize("occasion", all_occasions(), ids=lambda occasion: occasion.text[:30])
def test_every_reason_to_compare_has_people_and_something_to_compare(occasion):
    assert voices_of(occasion.groups, occasion.ages)
    assert occasion.concern in COMPARED
    assert occasion.ahead or occasion.concern != "dry"


@pytest.mark.parametrize("scope", ["now", "day", "span"])
@pytest.mark.parametrize("relation", [None, "home", "visit", "wild", "kin", "remote"])
@pytest.mark.parametrize("mean_c", [-69, -40, -12, 0, 15, 30, 41, 49])
def test_every_climate_has_somebody_who_asks(scope, relation, mean_c):
    assert fitting(scope, mean_c, relation)


def test_nothing_is_asked_out_of_season():
    assert all("snowman" not in occasion.text for occasion in fitting("now", 25))
    assert all("paddling pool" not in occasion.hint for occasion in fitting("now", 2))
    assert any("snowman" in occasion.text for occasion in fitting("now", -3))


@pytest.mark.parametrize(
    ("name", "words", "possible"),
    [
        ("Lisbon", "yacht", True),
        ("Madrid", "yacht", False),
        ("Denver", "skiing", True),
        ("Lisbon", "skiing", False),
    ],
)
def test_what_needs_the_sea_or_a_slope_stays_there(name, words, possible):
    features = features_of(geocode(name)[0])
    asked = [o for mean_c in (-5, 12) for o in fitting("now", mean_c, "visit", features=features)]
    assert any(words in occasion.text for occasion in asked) is possible


def test_nearly_all_coastal_towns_are_in_the_table():
    assert sum(bool(geocode(name)) for name in COASTAL) >= 0.9 * len(COASTAL)


def test_narrowing_never_leaves_nothing():
    assert fitting("now", 30, None, frozenset(("snow",)), frozenset(("kite",)))


def test_people_are_of_an_age_for_their_occasion():
    rng = random.Random(1)
    for _ in range(200):
        who, _ = person(rng, frozenset(("elder", "parent")), "Irish English", (50, 99))
        assert 50 <= int(re.findall(r"(\d+)-year-old", who)[0]) <= 99


def test_unknown_groups_have_nobody():
    with pytest.raises(LookupError, match="astronaut"):
        voices_of(frozenset(("astronaut",)))


def test_a_name_finds_the_place_it_names():
    rng = random.Random(2)
    for continent in CONTINENT_SHARES:
        for place in rng.sample(cities(continent), 40):
            naming = name_place(rng, place)
            assert place in naming.results
            assert naming.results == geocode(naming.city, naming.country)[: len(naming.results)]
            same_region = [p for p in naming.results if p.admin1 == place.admin1]
            assert naming.results[0] == place or same_region == [place]


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Leeds", "in Leeds"),
        ("South Pole", "at the South Pole"),
        ("Mount Fuji", "on Mount Fuji"),
        ("Easter Island", "on Easter Island"),
        ("Gobi Desert", "in the Gobi Desert"),
        ("Death Valley", "in Death Valley"),
        ("Null Island", "on Null Island"),
    ],
)
def test_places_with_their_preposition(name, phrase):
    assert at(geocode(name)[0]) == phrase


@pytest.mark.parametrize(("name", "possible"), [("Edinburgh", True), ("Leeds", False), ("New York", False)])
def test_only_long_single_words_are_misspelt(name, possible):
    slip = misspelt(random.Random(3), name)
    assert (slip is not None) is possible
    assert slip is None or (slip != name and slip[:2] == name[:2])


def test_invented_places_are_not_found():
    rng = random.Random(4)
    names = {invented_place(rng)[0] for _ in range(500)}
    assert len(names) > 150
    assert not any(geocode(name) for name in names)


def test_ambiguous_names_are_many_and_told_apart():
    names = dict(ambiguous_names())
    assert len(names) > 100
    assert {"Springfield", "Portland"} <= names.keys()
    for found in names.values():
        assert len({(place.admin1, place.country) for place in found}) == len(found) > 1


@pytest.mark.parametrize("kind", EXTREMES)
def test_extreme_weather_has_many_places(kind):
    assert len(climate_pool(kind)) >= 25


@pytest.mark.parametrize(
    ("kind", "least"), [("null_island", 1), ("polar_station", 10), ("open_sea", 8), ("date_line", 10)]
)
def test_edges_have_places(kind, least):
    assert len(edge_pool(kind)) >= least


def differs_oddly(name: str) -> bool:
    """Whether a zone's January clock differs from Greenwich by no whole hours, or by twelve and more."""
    offset = datetime(2024, 1, 15, tzinfo=zone(name)).utcoffset() or timedelta()
    return bool(offset % timedelta(hours=1)) or abs(offset) >= timedelta(hours=12)


def test_the_odd_time_zones_are_those_of_all_cities_that_differ_oddly():
    assert {name for name in {city.timezone for city in all_cities()} if differs_oddly(name)} == ODD_ZONES
    assert {city.timezone for city in odd_clocks()} <= ODD_ZONES


def test_neighbours_are_near_and_on_one_clock():
    leeds = geocode("Leeds")[0]
    assert neighbours(leeds)
    assert all(other.timezone == leeds.timezone and other != leeds for other in neighbours(leeds))


def test_compared_places_suit_the_occasion():
    rng = random.Random(6)
    for number in range(200):
        day = date(2024, 1 + number % 12, 10)
        pair = draw_pair(rng, day, ahead=number % 2 == 0)
        for place in (pair.first, pair.second):
            mean_c = round(climate_of(place).mean_c[day.month - 1])
            assert pair.occasion.coldest <= mean_c <= pair.occasion.warmest
        assert pair.first != pair.second


@pytest.mark.parametrize("near_weather", [True, False])
def test_declined_requests_have_people_and_places(near_weather):
    rng = random.Random(7)
    table = declined_requests(near_weather)
    assert len(table) >= 35
    for request in table:
        assert voices_of(request.groups, request.ages)
        assert fitting_place(rng, request).name
        assert ("{place}" in request.wish) is near_weather or "Mars" in request.wish
