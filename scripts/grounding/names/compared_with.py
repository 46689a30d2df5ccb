"""Days and places that are named only to be compared with: "31 °C against 24 °C in Nairobi, and humid"."""

from typing import Final

from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral

WITH_ITS: Final = ("with", "its")
"""What goes on of a name that is only compared with: "unlike Friday, with its fog, Saturday is clear"."""

_PLAIN: Final = word_set("against versus vs than unlike")
_DOUBLE: Final = {
    "compared": word_set("with to"),
    "instead": word_set("of"),
    "rather": word_set("than"),
    "opposed": word_set("to"),
    "ahead": word_set("of"),
    "short": word_set("of"),
    "shy": word_set("of"),
    **dict.fromkeys(
        ("twice", "double", "triple", "treble", "thrice", "half", "quadruple"),
        word_set("what that the as of whatever its"),
    ),
}
_MEASURED: Final = word_set("from on off")
_OF_FIGURES: Final = word_set("degrees ° c f % percent mph h")
_AMOUNTS: Final = word_set("degrees degree points point notches °")
_CHANGING: Final = word_set(
    "by down up falls fall falling drops drop dropping loses lose losing sheds shed rises rise rising "
    "climbs climb "
    "gains gain gaining cools warms slips slides dips jumps cooler warmer colder hotter off knocks takes "
    "shaves"
)
_GAINING: Final = word_set(
    "by down up gains gain gaining loses lose losing cooler warmer colder hotter better worse steals improves"
)
"""What goes before "six degrees on Tuesday" where Tuesday is what it is measured from."""

_OPENERS: Final = Triggers(_PLAIN | _DOUBLE.keys() | _AMOUNTS | {"to"})
_CLOSED: Final = frozenset((",", ";", "—", ")", ":", ".", "!", "?"))
_STOPS: Final = _CLOSED | word_set("and but while whereas though where which so then")
_TURNING: Final = _STOPS | _PLAIN | _DOUBLE.keys()
"""What ends the search for a comparison, or is one."""

_REACH: Final = 10
"""Tokens from what opens an aside to the name in it."""


def is_compared_with(text: Text, name: tuple[int, int], claim: int) -> bool:
    """Whether a name of the tokens `name` is only what something is compared with, apart from a `claim`."""
    if not text.where(_OPENERS):
        return False
    opener = _opener(text.words, *name)
    if opener is None:
        return False
    if claim < name[0]:
        return claim < opener
    words = text.words
    end = next((k for k in range(name[1] + 1, claim) if words[k] in _CLOSED), claim)
    if end == claim:
        return False
    is_of_it = words[end + 1] in ("where", "which", "when", "whose") or words[end + 1 : end + 3] == WITH_ITS
    return not is_of_it


def _opener(words: tuple[str, ...], first: int, last: int) -> int | None:
    """Return the token at which the comparison opens that a name at token `first` closes, if any."""
    is_owned = words[last].endswith("'s")
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = words[k]
        if word in _TURNING:
            if word in _STOPS:
                return None
            if word in _PLAIN or words[k + 1] in _DOUBLE[word]:
                return k
        if k < first - 1:
            continue
        if word == "to" and is_owned and (words[k - 1] in _OF_FIGURES or is_numeral(words[k - 1])):
            return k
        if word in _MEASURED and words[k - 1] in _AMOUNTS:
            verbs = _GAINING if word == "on" else _CHANGING
            is_change = word == "off" or not verbs.isdisjoint(words[max(0, k - 6) : k])
            return k if is_change else None
    return None
