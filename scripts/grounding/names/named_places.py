"""Place names in a text: those of the conversation, and others that nobody asked the service about."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import compress, count
from operator import ne
from typing import Final, NamedTuple

from scripts.grounding.facts import SAME_PLACE_DEGREES, Facts, Spot
from scripts.grounding.text import Text, word_set
from scripts.weather.places import geocode, places

_PARTING: Final = str.maketrans("-.,", "   ")

_SHORTENED: Final = frozenset(("st", "ste", "mt", "ft", "pt"))
"""What a name may begin with, with a full stop that ends no sentence: "St. Louis"."""

FAR_DEGREES: Final = 1.0
"""A known name whose every bearer is at least this far, in latitude or longitude, from all places called is
another place; a nearer one may be a suburb or a landmark of the place called."""

Names = Mapping[str, tuple[tuple[tuple[str, ...], frozenset[int]], ...]]
"""By first word: the rest of the name, and the numbers of the spots it may mean."""

_LEADS: Final = word_set("in at for over across around near to up down out from on of")
_COMPARES: Final = word_set("like as than unlike beyond versus vs against remember recall")
_FOLLOWS: Final = word_set(
    "is has sits stands gets will shows reports stays looks sees runs reads : ( remains enjoys "
    "hovers was wears "
    "keeps lies holds expects faces isn't won't has takes also "
    "fares fareth lieth hath doth does did bears suffers endures shivers bakes basks swelters wakes sleeps "
    "freezes "
    "drips steams sulks boasts claims goes comes brings sends offers receives receiveth enjoyeth sitteth "
    "stews "
    "soaks drowns broils roasts simmers sweats thaws chills wallows languishes glistens gleams glows shines "
    "registers records posts hits reaches tops dips drops climbs averages trails leads beats wins loses "
    "meanwhile "
    "can could should would may might must had carries offers manages counts draws catches feels stood sat "
    "was "
    "looked wears donned lay awoke rises settles braces prepares ranks suits likewise too alone itself today "
    "tonight tomorrow now"
)
_NAMING: Final = word_set("in at for or and versus vs near to how's of")
_NO_PLACES: Final = word_set(
    "monday tuesday wednesday thursday friday saturday sunday celsius fahrenheit i i'm january february "
    "march april may june july august september october november december christmas easter thanks please"
)
_ALSO_PEOPLE: Final = word_set("houston austin florence charlotte sydney")
"""Names that are people's too: a place's only after "in"."""

_COMMON_WORDS: Final = word_set(
    "nice bath mobile reading sandwich split march may june august orange rugby hope hell cork wells "
    "deal rye ware "
    "sale march barrow derby lima bean troy young grand bend dates gap best most man boston-tea mark "
    "franklin lincoln "
    "jackson madison washington richard sun clear sky may bar many of the lot male van wash ruby home post "
    "mercury phoenix independence liberty poor cold bay snow lake summit surprise paradise eden orient "
    "chance winter summer spring autumn fall nelson victoria diego santiago"
)


_NAME: Final = "name"
"""What is read in place of each word of a name that has several."""


class PlaceCue(NamedTuple):
    """Words that name a place; `spots` is empty where the service was never asked about it."""

    first: int
    last: int
    spots: frozenset[int]
    name: str
    is_weak: bool = False


def names_of(facts: Facts) -> Names:
    """Return the names of the conversation's places, and of the regions these are in."""
    spots = facts.spots
    table: dict[str, set[int]] = {}
    for number, spot in enumerate(spots):
        for name in (*spot.names, *spot.regions):
            table.setdefault(name.translate(_PARTING), set()).add(number)
    return _by_first_word((name, frozenset(numbers)) for name, numbers in table.items() if name)


def adopt_names(facts: Facts, asked: Iterable[Text]) -> None:
    """Give the names in the user's messages to places called by coordinates alone, where they are as many."""
    nameless = [spot for spot in facts.spots if spot.called and not any(spot.names)]
    if not nameless:
        return
    known = {name for spot in facts.spots for name in (*spot.names, *spot.regions)}
    found = dict.fromkeys(name for text in asked for name in _unknown_names(text) if name not in known)
    if len(found) == len(nameless):
        for spot, name in zip(nameless, found, strict=True):
            spot.names.add(name)


def _unknown_names(text: Text) -> Iterable[str]:
    """Yield the words of a message that its capital letters show to be names of places, perhaps."""
    words = text.words
    for i, word in enumerate(words):
        is_led = i > 0 and words[i - 1] in _NAMING
        if is_led and word.isalpha() and len(word) > 2 and text.is_capital(i) and word not in _NO_PLACES:
            yield word


def _by_first_word(names: Iterable[tuple[str, frozenset[int]]]) -> Names:
    found: dict[str, list[tuple[tuple[str, ...], frozenset[int]]]] = {}
    for name, numbers in names:
        first, *rest = [name] if name.isalpha() else name.translate(_PARTING).split() or [""]
        found.setdefault(first, []).append((tuple(rest), numbers))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])) if len(entries) > 1 else entries)
        for first, entries in found.items()
    }


@cache
def _world_names() -> Names:
    known = {
        name.casefold() for place in places() for name in (place.name, *place.aliases) if name[:1].isupper()
    }
    return _by_first_word(
        (name, frozenset()) for name in known if len(name) > 3 and name not in _COMMON_WORDS
    )


def find_places(text: Text, names: Names, facts: Facts) -> list[PlaceCue]:
    """Return the place cues of a text in order."""
    cues: list[PlaceCue] = []
    world = _world_names()
    end = -1
    for i in compress(count(), map(ne, text.written, text.words)):  # those with a capital letter
        if i <= end or not text.is_capital(i):
            continue
        word = text.words[i]
        bare = word if word in names else word.removesuffix("'s")
        cue = _match(text, i, bare, names) if bare in names else None
        if cue is None and bare in world:
            cue = _match(text, i, bare, world)
            if cue is not None and not _is_another_place(text, cue, facts):
                cue = None
        if cue is not None:
            end = cue.last
            cues.append(cue)
    return cues


def without_names(text: Text, cues: Iterable[PlaceCue]) -> Text:
    """Return a text in which no part of a name is a word: "Sioux Falls", "Thunder Bay", "St. Ives"."""
    several = [cue for cue in cues if cue.first < cue.last]
    if not several:
        return text
    words = list(text.words)
    for cue in several:
        is_owner = words[cue.last].endswith("'s") and not cue.name.endswith(words[cue.last])
        words[cue.first : cue.last + 1] = [_NAME] * (cue.last + 1 - cue.first)
        words[cue.last] = f"{_NAME}'s" if is_owner else _NAME
    return Text(text.raw, text.written, tuple(words))


def _match(text: Text, i: int, first: str, names: Names) -> PlaceCue | None:
    words = text.words
    begin = i
    i += first in _SHORTENED and words[i + 1 : i + 2] == (".",)
    for rest, numbers in names[first]:
        last = i + len(rest)
        if not rest:
            return PlaceCue(begin, begin, numbers, first)
        if (
            last < len(words)
            and rest[-1] in (words[last], words[last].removesuffix("'s"))
            and words[i + 1 : last] == rest[:-1]
        ):
            return PlaceCue(begin, last, numbers, " ".join((first, *rest)))
    return None


def _is_another_place(text: Text, cue: PlaceCue, facts: Facts) -> bool:
    """Whether the cue names, as the place that something is said of, one far from all that were called."""
    words = text.words
    before = words[cue.first - 1] if cue.first else "."
    after = words[cue.last + 1] if cue.last + 1 < len(words) else "."
    possessive = words[cue.last].endswith("'s")
    is_paired = after == "and" and any(
        name in spot.names for spot in facts.spots for name in words[cue.last + 2 : cue.last + 3]
    )
    if before in ("the", "past") or not (before in _LEADS or after in _FOLLOWS or possessive or is_paired):
        return False
    if cue.name in _ALSO_PEOPLE and before != "in":
        return False
    if any(word in _COMPARES for word in words[max(0, cue.first - 4) : cue.first]):
        return False
    if cue.last + 1 < len(words) and text.is_capital(cue.last + 1) and after.isalpha():
        return False
    return is_far_from_all(cue.name, facts.spots)


def is_far_from_all(name: str, spots: Iterable[Spot]) -> bool:
    """Whether every place of that name is far from every place the service was asked about."""
    called = [spot.coordinates for spot in spots if spot.coordinates]
    return all(
        max(abs(place.latitude - latitude), abs(place.longitude - longitude))
        > FAR_DEGREES + SAME_PLACE_DEGREES
        for place in geocode(name)
        for latitude, longitude in called
    )
