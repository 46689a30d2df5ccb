"""Which places scenarios happen in, and how people name them so that a geocoding call can find them."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from scripts.scenario import Mention
from scripts.weather.places import Continent, Place, geocode, place_names, places

CONTINENT_SHARES: Final[Mapping[Continent, float]] = {
    "Europe": 0.25,
    "Asia": 0.24,
    "North America": 0.20,
    "Africa": 0.13,
    "South America": 0.10,
    "Oceania": 0.08,
}
"""Of the cities drawn. Every inhabited continent stays well above a twentieth, North America below 30 %."""
CONTINENTS: Final = tuple(CONTINENT_SHARES)
CONTINENTS_ADDED_UP: Final = tuple(accumulate(CONTINENT_SHARES.values()))

COUNTRY_SHARE: Final = 0.22
"""How often people add the country where the name alone would do."""
NICKNAME_SHARE: Final = 0.06
MISSPELLING_SHARE: Final = 0.03
RESULTS_SHOWN: Final = 3
"""Most places a geocoding answer lists: enough for an ambiguity, few enough for a short record."""
DOMINANCE: Final = 12
"""A name is plain where its best match has this many times the people of the next; else one asks which."""

COUNTRY_FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "US": ("the US", "USA", "United States", "America"),
    "GB": ("the UK", "UK", "United Kingdom", "Britain"),
    "AE": ("the UAE", "UAE", "United Arab Emirates", "the Emirates"),
    "NL": ("the Netherlands", "Netherlands", "Holland"),
    "PH": ("the Philippines", "Philippines"),
    "CZ": ("Czechia", "Czech Republic"),
    "KR": ("South Korea", "Korea"),
    "CD": ("DR Congo", "DRC", "Democratic Republic of the Congo", "Congo"),
    "CI": ("Ivory Coast", "Côte d'Ivoire"),
    "BS": ("the Bahamas", "Bahamas"),
    "DO": ("the Dominican Republic", "Dominican Republic"),
    "TR": ("Turkey", "Türkiye"),
    "MM": ("Myanmar", "Burma"),
    "BA": ("Bosnia", "Bosnia and Herzegovina"),
    "TT": ("Trinidad", "Trinidad and Tobago"),
    "CN": ("China",),
    "RU": ("Russia",),
    "VN": ("Vietnam",),
    "LA": ("Laos",),
    "SY": ("Syria",),
    "IR": ("Iran",),
    "BO": ("Bolivia",),
    "VE": ("Venezuela",),
    "TZ": ("Tanzania",),
    "MD": ("Moldova",),
}
"""What people call countries, where that isn't only the name of the table."""

HOME_NATIONS: Final = ("England", "Scotland", "Wales", "Northern Ireland")
"""Regions that people name as the country."""


class Naming(NamedTuple):
    """How the user names a place, and the geocoding call that follows from it.

    `words` is the place as the wish writes it ("Leeds, England"), `note` how it is typed where that is
    special. `city` and `country` are the arguments of the call: what the user typed, but the proper name for
    a slip of the fingers and for a byname ("NYC", "The Big Apple"). `results` is what the call finds.
    """

    place: Place
    words: str
    note: str
    mentions: tuple[Mention, ...]
    city: str
    country: str | None
    results: tuple[Place, ...]


def cities(continent: Continent) -> Sequence[Place]:
    """Return the cities of a continent that can be named without doubt."""
    return _cities_by_continent()[continent]


@cache
def _cities_by_continent() -> Mapping[Continent, Sequence[Place]]:
    by_continent: dict[Continent, list[Place]] = {continent: [] for continent in CONTINENTS}
    for place in places():
        if place.kind == "city" and place.continent in by_continent and _nameable(place):
            by_continent[place.continent].append(place)
    return by_continent


@cache
def features_of(place: Place) -> frozenset[str]:
    """Return what a place has that some plans need: "coast", "heights"."""
    features = {"coast"} if place.name in COASTAL else set()
    if (place.elevation_m or 0) >= HEIGHTS_M:
        features.add("heights")
    return frozenset(features)


HEIGHTS_M: Final = 500
"""Altitude from which a place may have slopes to ski on."""

_BY_THE_SEA: Final = """
Lisbon, Porto, Barcelona, Valencia, Málaga, Marseille, Nice, Genoa, Naples, Palermo, Split, Dubrovnik,
Istanbul, Odesa, Copenhagen, Gothenburg, Oslo, Bergen, Stavanger, Helsinki, Tallinn, Riga, Rostock,
Brighton, Plymouth, Aberdeen, Dublin, Galway, Reykjavík, Casablanca, Agadir, Dakar, Accra, Lagos, Luanda,
Durban, Mombasa, Muscat, Alexandria, Mumbai, Chennai, Colombo, Phuket, Singapore, Jakarta, Denpasar,
Manila, Busan, Fukuoka, Nagasaki, Sydney, Brisbane, Cairns, Darwin, Perth, Adelaide, Hobart, Auckland,
Wellington, Suva, Papeete, Honolulu, Vancouver, Seattle, Halifax, Boston, Miami, Tampa, Havana, Nassau,
Kingston, Cancún, Veracruz, Acapulco, Cartagena, Recife, Salvador, Fortaleza, Montevideo, Valparaíso,
Antofagasta, Lima, Guayaquil, Ushuaia, Cape Town, Rio de Janeiro, Dar es Salaam, Port Louis, Hong Kong,
Da Nang, Las Palmas de Gran Canaria, San Juan, San Francisco, San Diego, Los Angeles, New York, Mar del
Plata, Gold Coast, Townsville, Mackay
"""
COASTAL: Final = frozenset(name.strip() for name in _BY_THE_SEA.split(","))
"""Towns by the sea; a hand-picked list, as the table of places doesn't tell."""


@cache
def all_cities() -> tuple[Place, ...]:
    """Return the cities of every continent, one continent after the other."""
    return tuple(city for continent in CONTINENT_SHARES for city in cities(continent))


@cache
def cities_of(countries: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the cities of some countries (two-letter codes)."""
    return tuple(city for city in all_cities() if city.country_code in countries)


def compatriots(place: Place) -> Sequence[Place]:
    """Return the cities of a place's country."""
    return _cities_by_country().get(place.country_code, ())


@cache
def _cities_by_country() -> Mapping[str, Sequence[Place]]:
    by_country: defaultdict[str, list[Place]] = defaultdict(list)
    for city in all_cities():
        by_country[city.country_code].append(city)
    return dict(by_country)


def random_city(rng: random.Random) -> Place:
    """Return a city of a continent drawn by CONTINENT_SHARES."""
    return rng.choice(cities(rng.choices(CONTINENTS, cum_weights=CONTINENTS_ADDED_UP)[0]))


def unique_city(rng: random.Random) -> Place:
    """Return a city whose name no other place has."""
    while True:
        place = random_city(rng)
        if len(geocode(place.name)) == 1:
            return place


def at(place: Place, words: str | None = None) -> str:
    """Return the place with its preposition: "in Leeds", "at the South Pole", "on Mount Fuji"."""
    name = words or place.name
    if place.name in _PREPOSITIONS:
        return f"{_PREPOSITIONS[place.name]} {name}"
    if place.kind == "landmark" and place.name.startswith(_SUMMITS):
        return f"on {name}"
    if place.kind == "station" and place.name not in ("Kerguelen", "Alert", "Ny-Ålesund"):
        return f"at {name}"
    return f"in {name}"


_SUMMITS: Final = (
    "Mount ",
    "Mauna ",
    "Ben ",
    "Mont ",
    "Pikes ",
    "Table ",
    "Denali",
    "Aconcagua",
    "Snowdon",
    "Zug",
)
_PREPOSITIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("South Pole", "North Pole", "Grand Canyon", "Dead Sea", "North Cape"), "at the"),
    **dict.fromkeys(("Bermuda Triangle", "Bay of Bengal", "Bay of Biscay", "Bering Strait"), "in the"),
    **dict.fromkeys(("Drake Passage", "English Channel", "Gulf of Mexico", "Sargasso Sea"), "in the"),
    **dict.fromkeys(("Atacama Desert", "Black Rock Desert", "Gobi Desert", "Everglades"), "in the"),
    **dict.fromkeys(("Danakil Depression", "Okavango Delta", "Serengeti", "North Sea"), "in the"),
    **dict.fromkeys(("Great Barrier Reef", "International Date Line", "Matterhorn"), "on the"),
    **dict.fromkeys(("Salar de Uyuni", "Stelvio Pass", "Mariana Trench"), "at the"),
    **dict.fromkeys(("Easter Island", "Macquarie Island", "Null Island", "Cape Cod"), "on"),
    **dict.fromkeys(("K2", "Tristan da Cunha"), "on"),
    **dict.fromkeys(("Cape Horn", "Crater Lake", "Everest Base Camp", "Iguazu Falls", "Jungfraujoch"), "at"),
    **dict.fromkeys(("Khardung La", "Lake Louise", "Lake Tahoe", "Lake Titicaca", "Land's End"), "at"),
    **dict.fromkeys(("Loch Ness", "Machu Picchu", "Milford Sound", "Point Nemo", "Stonehenge"), "at"),
    **dict.fromkeys(("Angkor Wat", "Area 51", "Petra", "Uluru"), "at"),
}
"""Places that are not simply "in" themselves."""


def name_place(rng: random.Random, place: Place) -> Naming:
    """Return a way of naming the place that leaves no doubt which is meant."""
    plain = _plain(place.name)
    if not plain or plain[0] != place:
        return _with_country(place) if _country_decides(place) else _with_region(place)
    draw = rng.random()
    if draw < NICKNAME_SHARE and (nickname := _nickname(rng, place)):
        city = place.name if _is_byname(nickname) else nickname
        found = geocode(city)[:RESULTS_SHOWN]
        return Naming(place, nickname, "", (_place_mention(nickname, place.name),), city, None, found)
    if draw > 1 - MISSPELLING_SHARE and (slip := misspelt(rng, place.name)):
        note = f' (typed "{slip}")'
        return Naming(place, place.name, note, (_place_mention(slip, place.name),), place.name, None, plain)
    if rng.random() < COUNTRY_SHARE and place.country and place.country != place.name:
        return _with_country(place)
    return Naming(
        place, place.name, "", (_place_mention(place.name, *_short(place)),), place.name, None, plain
    )


def is_evident(place: Place) -> bool:
    """Whether the bare name of a place finds it, and no other that might as well be meant."""
    return _plain(place.name)[:1] == (place,)


def country_forms(place: Place) -> tuple[str, ...]:
    """Return what people call the country of a place, the likeliest first."""
    forms = COUNTRY_FORMS.get(place.country_code, (place.country,))
    return (place.admin1, *forms) if place.admin1 in HOME_NATIONS else forms


def misspelt(rng: random.Random, name: str) -> str | None:
    """Return a long single-word name with one slip of the fingers, None for a name that is no such word."""
    if len(name) < 7 or not name.isascii() or not name.isalpha():
        return None
    spot = rng.randint(2, len(name) - 3)
    swapped = name[:spot] + name[spot + 1] + name[spot] + name[spot + 2 :]
    dropped = name[:spot] + name[spot + 1 :]
    slips = [slip for slip in (swapped, dropped) if slip != name and slip.casefold() not in place_names()]
    return rng.choice(slips) if slips else None


@cache
def _plain(name: str) -> tuple[Place, ...]:
    """Return what a bare name finds where its best match is the evident one, else nothing."""
    found = geocode(name)
    if len(found) > 1 and found[0].population < DOMINANCE * found[1].population:
        return ()
    return found[:RESULTS_SHOWN]


def _nameable(place: Place) -> bool:
    plain = _plain(place.name)
    if plain and plain[0] == place:
        return True
    return _country_decides(place) or (place.admin1 not in ("", place.name) and _region_decides(place))


@cache
def _found_in_country(place: Place) -> tuple[Place, ...]:
    return geocode(place.name, place.country)[:RESULTS_SHOWN]


@cache
def _country_decides(place: Place) -> bool:
    found = _found_in_country(place) if place.country else ()
    rivals = found[1:2]
    return found[:1] == (place,) and all(place.population >= DOMINANCE * p.population for p in rivals)


def _region_decides(place: Place) -> bool:
    found = geocode(place.name)[:RESULTS_SHOWN]
    return place in found and sum(other.admin1 == place.admin1 for other in found) == 1


def _with_region(place: Place) -> Naming:
    """Name a place of an ambiguous name with its region: the call finds several, the region says which."""
    found = geocode(place.name)[:RESULTS_SHOWN]
    mentions = (_place_mention(place.name), _place_mention(place.admin1))
    country = Mention("country", country_forms(place)[:2], required=False)
    return Naming(place, f"{place.name}, {place.admin1}", "", (*mentions, country), place.name, None, found)


def _with_country(place: Place) -> Naming:
    found = _found_in_country(place)
    forms = country_forms(place)
    mentions = (_place_mention(place.name), Mention("country", forms[:4]))
    return Naming(
        place,
        f"{place.name}, {forms[0].removeprefix('the ')}",
        "",
        mentions,
        place.name,
        place.country,
        found,
    )


def _nickname(rng: random.Random, place: Place) -> str | None:
    usable = [alias for alias in _good_aliases(place) if len(alias) > 2]
    return rng.choice(usable) if usable else None


@cache
def _good_aliases(place: Place) -> tuple[str, ...]:
    """Return the aliases that anybody can type and that find the place first."""
    return tuple(alias for alias in place.aliases if alias.isascii() and geocode(alias)[:1] == (place,))


def _is_byname(nickname: str) -> bool:
    return nickname.startswith(("The ", "City of ")) or nickname.isupper() or nickname.endswith(" City")


def _short(place: Place) -> Sequence[str]:
    """Return an alias that is as good as the name, for the forms a user may choose."""
    return _good_aliases(place)[:1]


def _place_mention(*forms: str) -> Mention:
    return Mention("place", tuple(dict.fromkeys(forms)))
