"""The table of places, and finding them by the names people type."""

from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.weather.places import geocode, place_names, places, plain
from tests.weather.lookup import best


def test_the_table_spans_the_earth() -> None:
    cities = [place for place in places() if place.kind == "city"]
    share = Counter(place.continent for place in cities)
    assert len(cities) >= 1000
    assert set(share) >= {"Africa", "Asia", "Europe", "North America", "Oceania", "South America"}
    assert min(share[name] for name in share if name != "Antarctica") >= 0.05 * len(cities)
    assert share["North America"] <= 0.3 * len(cities)
    assert len({place.country for place in cities}) >= 190


def test_every_place_is_whole() -> None:
    for place in places():
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
        assert place.name == place.name.strip() != ""
        assert place.elevation_m is not None
        assert -450 <= place.elevation_m <= 8849
        ZoneInfo(place.timezone)
        assert (place.country == "") == (place.country_code == "") == (place.kind == "sea")
        assert (place.continent == "") == (place.kind == "sea")


def test_no_two_places_are_one() -> None:
    assert len({(place.latitude, place.longitude) for place in places()}) == len(places())
    assert len({(place.name, place.admin1, place.country) for place in places()}) == len(places())


@pytest.mark.parametrize(
    ("typed", "name", "admin1", "country"),
    [
        ("NYC", "New York", "New York", "United States"),
        ("new york city", "New York", "New York", "United States"),
        ("LA", "Los Angeles", "California", "United States"),
        ("washington dc", "Washington", "Washington, D.C.", "United States"),
        ("Sao Paulo", "São Paulo", "São Paulo", "Brazil"),
        ("ZURICH", "Zürich", "Zurich", "Switzerland"),
        ("Peking", "Beijing", "Beijing", "China"),
        ("Bombay", "Mumbai", "Maharashtra", "India"),
        ("Calcutta", "Kolkata", "West Bengal", "India"),
        ("Saigon", "Ho Chi Minh City", "Ho Chi Minh City", "Vietnam"),
        ("Rangoon", "Yangon", "Yangon", "Myanmar"),
        ("Kiev", "Kyiv", "Kyiv", "Ukraine"),
        ("Cologne", "Cologne", "North Rhine-Westphalia", "Germany"),
        ("Köln", "Cologne", "North Rhine-Westphalia", "Germany"),
        ("Florence", "Florence", "Tuscany", "Italy"),
        ("Firenze", "Florence", "Tuscany", "Italy"),
        ("Sevilla", "Seville", "Andalusia", "Spain"),
        ("St Petersburg", "Saint Petersburg", "Saint Petersburg", "Russia"),
        ("Heraklion", "Heraklion", "Crete", "Greece"),
        ("Barrow", "Utqiagvik", "Alaska", "United States"),
        ("Cherrapunji", "Cherrapunji", "Meghalaya", "India"),
        ("Makkah", "Mecca", "Mecca", "Saudi Arabia"),
        ("Doha", "Doha", "Doha", "Qatar"),
        ("Death Valley", "Death Valley", "California", "United States"),
        ("Everest", "Mount Everest", "Koshi", "Nepal"),
        ("Vostok", "Vostok Station", "", "Antarctica"),
        ("South Pole", "South Pole", "", "Antarctica"),
        ("North Pole", "North Pole", "", ""),
        ("null island", "Null Island", "", ""),
        ("International Date Line", "International Date Line", "", ""),
        ("Uluru", "Uluru", "Northern Territory", "Australia"),
        ("Machu Picchu", "Machu Picchu", "Cusco", "Peru"),
        ("Easter Island", "Easter Island", "Valparaíso", "Chile"),
    ],
)
def test_names_find_what_people_mean(typed: str, name: str, admin1: str, country: str) -> None:
    found = best(typed)
    assert (found.name, found.country) == (name, country)
    assert found.admin1 == admin1


@pytest.mark.parametrize(
    ("name", "least", "best"),
    [
        ("Springfield", 3, "Missouri"),
        ("Portland", 3, "Oregon"),
        ("San Jose", 3, "California"),
        ("Georgetown", 3, ""),
        ("Cambridge", 2, "England"),
        ("Birmingham", 2, "England"),
        ("Richmond", 2, ""),
        ("Kingston", 2, ""),
        ("Valencia", 2, ""),
        ("Cordoba", 2, ""),
        ("Hyderabad", 2, "Telangana"),
        ("Tripoli", 2, ""),
        ("La Paz", 2, ""),
        ("Victoria", 2, ""),
        ("Santiago", 2, ""),
    ],
)
def test_ambiguous_names_find_several_best_first(name: str, least: int, best: str) -> None:
    found = geocode(name)
    assert len(found) >= least
    assert len({(place.admin1, place.country) for place in found}) == len(found)
    assert [place.population for place in found] == sorted((p.population for p in found), reverse=True)
    if best:
        assert found[0].admin1 == best


@pytest.mark.parametrize(
    ("city", "country", "admin1"),
    [
        ("Portland, Maine", None, "Maine"),
        ("Springfield, Illinois", None, "Illinois"),
        ("Georgetown, Guyana", None, "Demerara-Mahaica"),
        ("Georgetown", "Guyana", "Demerara-Mahaica"),
        ("Cambridge", "US", "Massachusetts"),
        ("London", "canada", "Ontario"),
        ("San José", "Costa Rica", "San José"),
    ],
)
def test_a_region_or_country_narrows_the_search(city: str, country: str | None, admin1: str) -> None:
    assert geocode(city, country)[0].admin1 == admin1


@pytest.mark.parametrize("name", ["", "   ", ",", "Qwertyville", "Lond", "Portland, Atlantis", "北京"])
def test_what_nobody_knows_is_not_found(name: str) -> None:
    assert geocode(name) == ()


@given(st.sampled_from(places()))
def test_every_place_is_found_by_its_name_and_aliases(place) -> None:
    for name in (place.name, place.name.upper(), plain(place.name), *place.aliases):
        assert place in geocode(name)
    assert place in geocode(place.name, place.country or None)
    assert place.name.casefold() in place_names()
