"""What a clause leaves open: one of alternatives, what is asked only later, "for all I know"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.text import word_set

_LISTING: Final = word_set("or and nor a an the some any in of under with")
_ALTERNATIVELY: Final = word_set("or alike both either nor")
_OR_SO: Final = (("or", "two"), ("or", "three"), ("or", "so"), ("or", "more"))
_REACH: Final = 3
_FOR_ALL_I_KNOW: Final = tuple(
    ("for", much, who, "know") for much in ("all", "aught", "ought", "what") for who in ("i", "we", "you")
)
_PARTING: Final = frozenset((";", "—", "–", ":"))
_JOINING: Final = word_set("and but so or then yet")
INTERROGATIVE: Final = word_set(
    "which what where who how why is are do does did shall will would should could can may have has want care"
)
_ASKING: Final = word_set(
    "is are do does did shall will would should could can may have has isn't don't won't which what where "
    "who how name tell say give"
)
_ASKED: Final = word_set(
    "it you i we that this they there the your one he she these those any is are do does shall would town "
    "place me us one"
)


def is_open(words: Sequence[str], sentence: tuple[int, int], segment: tuple[int, int], i: int) -> bool:
    """Whether token i is one of alternatives, or is left open: "rain or sun", "for all I know"."""
    begin, end = sentence
    first, last = segment
    near = words[max(first, i - _REACH) : min(last, i + 1 + _REACH)]
    if near[-2:] in _OR_SO or near[-3:-1] in _OR_SO:
        near = near[:-2]
    if not _ALTERNATIVELY.isdisjoint(near) and words[first : first + 2] != ("either", "way"):
        return True
    is_listed = first > begin and words[first - 1] == "," and _LISTING.issuperset(words[first:i])
    if is_listed and "or" in words[first : min(end, i + 4)]:
        return True
    if words[last : last + 1] == (",",) and words[last + 2 : last + 4] == (",", "or"):
        return True
    return any(words[k : k + 4] in _FOR_ALL_I_KNOW for k in range(begin, end - 3) if words[k] == "for")


def goes_on_list(words: Sequence[str], begin: int, segment: tuple[int, int], i: int) -> bool:
    """Whether a clause only goes on with alternatives: "whether it rains, snows or hails".

    `begin` is where the sentence does.
    """
    first, last = segment
    if words[first - 1] != "," or first - 2 <= begin or not _LISTING.issuperset(words[first:i]):
        return False
    return "or" in words[first : min(last, i + 3)] or words[last + 1 : last + 2] == ("or",)


def asks_later(words: Sequence[str], named: frozenset[int], sentence: tuple[int, int], i: int) -> bool:
    """Whether the question of a sentence comes only behind token i: "it rains there, so shall I …?"."""
    begin, end = sentence
    if words[begin + (words[begin] in _JOINING)] in INTERROGATIVE:
        return False
    for k in range(i + 1, end):
        if words[k] in _PARTING and not INTERROGATIVE.isdisjoint(words[k + 1 : k + 3]):
            return True
        at = k + 1 + (words[k + 1] in _JOINING) if words[k] == "," and k + 1 < end else end
        if at + 1 < end and words[at] in _ASKING and (words[at + 1] in _ASKED or at + 1 in named):
            return True
    return False
