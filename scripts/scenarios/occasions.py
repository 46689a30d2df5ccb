"""What the weather is wanted for, and what goes with what.

The table `data/occasions.csv` is written by hand; a line added there is used at once. An occasion fits some
askers, some questions, a relation to the place, a climate and ages, and names the concern that decides which
figures matter (scripts/scenarios/concerns.py).
"""

import csv
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, NamedTuple, get_args

from scripts.weather.places import DATA

Scope = Literal["now", "day", "span"]
"""What a question is about: this moment, one coming day, several days."""

Relation = Literal["home", "visit", "wild", "kin", "remote"]
"""The asker lives there, goes there, is out in the wild, has somebody there, or nobody ever is there."""

WAKING: Final = (6, 21)
"""Hours of the local day at which people ask, where the occasion says nothing else."""

ANY_AGE: Final = (0, 99)


class Occasion(NamedTuple):
    """A reason to ask about the weather at one place.

    `text` follows "for" ("hanging a big wash out on the line"), `hint` is the question that never names the
    weather ("whether the washing can go out"). `coldest` and `warmest` bound the month's mean temperature in
    °C, `hours` the local hours at which one asks of now, `ages` who asks; `where` is the feature the
    place must have ("coast", "heights"), "" for none.
    """

    relation: Relation
    text: str
    hint: str
    concern: str
    scopes: frozenset[Scope]
    groups: frozenset[str]
    coldest: float
    warmest: float
    hours: tuple[int, int]
    ages: tuple[int, int]
    where: str


@cache
def occasions() -> tuple[Occasion, ...]:
    """Return every occasion of the table."""
    with (DATA / "occasions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_occasion(row) for row in csv.DictReader(file))


@cache
def fitting(
    scope: Scope,
    mean_c: int,
    relation: Relation | None = None,
    concerns: frozenset[str] | None = None,
    among: frozenset[str] | None = None,
    features: frozenset[str] = frozenset(),
) -> tuple[Occasion, ...]:
    """Return the occasions for a question of that scope in a month of that mean temperature in °C.

    `features` are those of the place; an occasion that needs another is left out.

    `concerns`, then `among` (groups of askers) narrow them as long as anything is left. Raises LookupError
    where nothing fits.
    """
    found = [
        occasion
        for occasion in _in_any_season(scope, relation, features)
        if occasion.coldest <= mean_c <= occasion.warmest
    ]
    if not found:
        raise LookupError(f"nobody asks of {scope} at {mean_c} °C, relation {relation}")
    if concerns:
        found = [occasion for occasion in found if occasion.concern in concerns] or found
    if among:
        found = [occasion for occasion in found if occasion.groups & among] or found
    return tuple(found)


@cache
def _in_any_season(scope: Scope, relation: Relation | None, features: frozenset[str]) -> tuple[Occasion, ...]:
    return tuple(
        occasion
        for occasion in occasions()
        if scope in occasion.scopes
        and (not occasion.where or occasion.where in features)
        and occasion.relation in _ALLOWED[relation]
    )


_ALLOWED: Final[Mapping[Relation | None, tuple[Relation, ...]]] = {
    None: ("home", "visit", "kin"),
    "home": ("home",),
    "visit": ("visit",),
    "wild": ("wild", "visit"),
    "kin": ("kin",),
    "remote": ("remote",),
}


def bounds(text: str, default: tuple[int, int]) -> tuple[int, int]:
    """Return the bounds of a cell such as "50-99", the default for an empty one."""
    if not text:
        return default
    low, high = text.split("-")
    return int(low), int(high)


def _occasion(row: dict[str, str]) -> Occasion:
    relations = {relation: relation for relation in get_args(Relation)}
    return Occasion(
        relation=relations[row["relation"]],
        text=row["text"],
        hint=row["hint"],
        concern=row["concern"],
        scopes=frozenset(scope for scope in get_args(Scope) if scope in row["scopes"].split()),
        groups=frozenset(row["groups"].split()),
        coldest=float(row["coldest_c"]),
        warmest=float(row["warmest_c"]),
        hours=bounds(row["hours"], WAKING),
        ages=bounds(row["ages"], ANY_AGE),
        where=row["where"],
    )
