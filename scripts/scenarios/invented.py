"""Names that sound like places and are none in the table: misremembered, from novels, or never there."""

import random
from typing import Final

from scripts.weather.places import geocode

FIRST: Final = (
    "Kettle", "Brindle", "Harrow", "Thistle", "Cobble", "Quarry", "Larch", "Osier", "Marrow", "Pender",
    "Tallow", "Wick", "Gorse", "Flint", "Candle", "Saddle", "Heron", "Barrow", "Hollin", "Starling",
)  # fmt: skip
SECOND: Final = (
    "moor", "thwaite", "combe", "haven", "wick", "mere", "stead", "brook", "garth", "hollow",
    "ness", "fold", "minster", "reach", "sands",
)  # fmt: skip
"""Joined two and two they make names of an English sound that the table has not."""

ELSEWHERE: Final = (
    ("Vallorine-les-Bois", "France"),
    ("Saint-Aubrac-sur-Lune", "France"),
    ("Oberklingenthalbach", "Germany"),
    ("Niederfrauenwerder", "Germany"),
    ("Castelmorrone al Vento", "Italy"),
    ("Montefiasco Superiore", "Italy"),
    ("Villanueva de los Arrieros", "Spain"),
    ("San Telmito del Páramo", "Mexico"),
    ("Puerto Esperancilla", "Chile"),
    ("Santa Rufina do Sertão", "Brazil"),
    ("Nyströmsholmen", "Sweden"),
    ("Håkonsvågsund", "Norway"),
    ("Kirkjubrekkuvík", "Iceland"),
    ("Wielkopólka Dolna", "Poland"),
    ("Stará Vodnička", "Czechia"),
    ("Kisherceghalmos", "Hungary"),
    ("Novokamyshlovka", "Russia"),
    ("Minamishirataki-cho", "Japan"),
    ("Takanosugihara", "Japan"),
    ("Bukit Serunaian", "Malaysia"),
    ("Tanjung Merindu", "Indonesia"),
    ("Chandipurkala", "India"),
    ("Rampurwadi Khurd", "India"),
    ("Umvelindaba", "South Africa"),
    ("Kibwendani", "Kenya"),
    ("Okpalagwu", "Nigeria"),
    ("Wallabadgerie", "Australia"),
    ("Te Awakino Flats", "New Zealand"),
    ("Moose Elbow Landing", "Canada"),
    ("Dry Spoon Gulch", "United States"),
)
FROM_NOVELS: Final = (
    "Atlantis", "Brigadoon", "Middlemarch", "Casterbridge", "Macondo", "Lilliput", "Shangri-La", "Camelot",
    "Barchester", "Ruritania City", "St Mary Mead", "Avonlea", "Xanadu", "Brobdingnag", "Cranford",
)  # fmt: skip


def invented_place(rng: random.Random) -> tuple[str, str | None]:
    """Return a name that no place of the table has, and the country the user adds, if any."""
    while True:
        draw = rng.random()
        name, country = rng.choice(ELSEWHERE) if draw < 0.4 else (_joined(rng), None)
        if draw > 0.85:
            name = rng.choice(FROM_NOVELS)
        if not geocode(name):
            return name, country if rng.random() < 0.5 else None


def _joined(rng: random.Random) -> str:
    return rng.choice(FIRST) + rng.choice(SECOND)
