"""Names of places in a message, told from the words and people that share them."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from scripts.plain_words import find_form, plain_words
from scripts.weather.places import place_names, places

WORDS_AND_NAMES: Final = """
abha aden alert alexandra alta altai are aspen austin bali barrie bath bend bern bethel bismarck bourke
bowen broome buffalo cairns cali cambridge canton carlisle casey castro chad charlotte china churchill
cleveland cologne columbia columbus como constantine corfu cork dali dallas darwin david davis dc denver
douglas dover edo elgin emerald esperance essen etna eugene eureka fargo faro fez fira florence formosa
frisco galle ganja george georgia guinea hamburg hamilton helena homs hue ibb ica israel jackson jaffa
jasper jersey jordan jos juba kara kars katherine kimberley la leon lima limerick lincoln linden livingstone
lyons madeira madison male mali mary medina milan mobile monaco montgomery muscat napier nassau natal nelson
newman nice niger nola nome norfolk norseman orlando oxford palma palmas panama paris petra phoenix picton
preston providence reading regina reno rhodes richmond rio rochester rosario salem salvador santiago
savannah sofia split springbok stanley stockton sucre surat sydney tamale tana tena tete toledo tours troy
turkey valencia van verona victoria washington wau wellington whistler winton worcester
"""
SHARED: Final = frozenset(WORDS_AND_NAMES.split())
"""Place names that are words or people's names too: a place only after a word such as "in"."""

MARKS_OF_A_PLACE: Final = "in near around outside reach reaching visit visiting across via into towards"
BEFORE_SHARED: Final = frozenset(MARKS_OF_A_PLACE.split())
BEFORE_PLACES: Final = BEFORE_SHARED | {"at", "to", "from", "over", "for", "or", "and", "than", "versus"}
CAPITALISED: Final = re.compile(r"[^\W\d_a-z][^\W\d_]*")
ASCII_CAPITALISED: Final = re.compile(r"[A-Z][A-Za-z]*")
SHORTEST: Final = 4
"""Letters that a name in small letters has at least to be taken for a place."""


def spot_places(words: Sequence[str], message: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain words of each place name in a message, the longest that fits where several would.

    `words` are the message's plain words. A name stands in capitals or after a word such as "in".
    """
    names = _by_first_word()
    starts = [(position, word) for position, word in enumerate(words) if word in names]
    capitals = _capitals(message) if starts else frozenset()
    end = 0
    for position, word in starts:
        if position < end:
            continue
        before = words[position - 1] if position else ""
        for name in names[word]:
            if words[position : position + len(name)] == name and _is_place(name, before, word in capitals):
                yield name
                end = position + len(name)
                break


def stands_as_place(form: tuple[str, ...], words: Sequence[str], message: str) -> bool:
    """Return whether a form, in plain words, stands in a message as the name of a place."""
    position = find_form(words, form)
    if position is None:
        return False
    return _is_place(form, words[position - 1] if position else "", form[0] in _capitals(message))


def _is_place(name: tuple[str, ...], before: str, capital: bool) -> bool:
    if len(name) == 1 and name[0] in SHARED:
        return capital and before in BEFORE_SHARED
    return capital or (before in BEFORE_PLACES and len(name[0]) >= SHORTEST)


def _capitals(message: str) -> frozenset[str]:
    """Return the plain form of the words that begin with a capital; no place begins with a number's word."""
    if message.isascii():
        return frozenset(map(str.lower, ASCII_CAPITALISED.findall(message)))
    return frozenset(plain_words(" ".join(CAPITALISED.findall(message))))


@functools.cache
def _by_first_word() -> Mapping[str, Sequence[tuple[str, ...]]]:
    names = {plain_words(name) for name in (*place_names(), *{place.country for place in places()})}
    names.discard(())
    index: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        index[name[0]].append(name)
    return {word: sorted(found, key=lambda name: (-len(name), name)) for word, found in index.items()}
