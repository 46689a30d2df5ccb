"""How hard what falls is said to fall: "light rain", "snow coming down heavily"."""

from typing import Final

from scripts.grounding.text import word_set
from scripts.grounding.words import sky_words as w

_ADVERBS: Final = {
    **{word: w.INTENSITY[word] for word in ("hard", "heavily", "lightly", "softly", "gently", "moderately")},
    **dict.fromkeys(("violently", "intensely", "furiously", "ferociously", "torrentially"), w.HEAVY),
    **dict.fromkeys(("thick", "thickly", "fast", "earnest", "briskly"), w.HEAVY | w.MODERATE),
    **dict.fromkeys(("faintly", "thinly", "daintily", "timidly", "sparsely"), w.LIGHT),
}
_FALLING: Final = word_set(
    "is are was will be comes coming come falls falling fall pours pouring drops dropping drifting drifts "
    "down has "
    "been keeps stays still now very pretty quite rather so out of the sky from tumbling tumbles pelting "
    "settling "
    "descending descends landing floating in on here there today outside and fat thick flakes sifting sifts"
)
"""What may stand between what falls and how it falls."""

_IS: Final = word_set("is will stays falls comes looks")
_PLACED: Final = word_set("in at over there here this today on now outside tonight")
"""What may stand between what falls and how it is said to be: "the rain in London is light"."""

_FAR: Final = 8

"""Tokens behind what falls within which a word says how."""


def intensity(words: tuple[str, ...], first: int, last: int) -> tuple[int, frozenset[int]]:
    """Return the codes of the strengths named beside a word for what falls, and the first token of them."""
    first, codes = _before(words, first)
    near = words[max(0, last - 3) : last]
    is_few = near[-1:] == ("few",) or words[last + 1 : last + 3] == ("or", "two")
    if not codes and (is_few or near[-2:] in w.A_LITTLE or not w.SCARCELY.isdisjoint(near[-1:])):
        codes |= w.SLIGHT
    return first, codes | (_how(words, last) or ((not codes and _is_so(words, last)) or frozenset()))


def _before(words: tuple[str, ...], first: int) -> tuple[int, frozenset[int]]:
    """Return the strengths told by the adjectives before token `first`, and the first of these."""
    codes: frozenset[int] = frozenset()
    k = first - 1 - (words[first - 1] == "with")
    while k >= 0 and k >= first - 4:
        if words[k] in w.INTENSITY:
            codes |= w.INTENSITY[words[k]]
            first = k
        elif words[k] not in ("to", "or", "and", ",", "rain", "snow", "freezing", "steady") or k < first - 2:
            break
        k -= 1
    return first, codes


def _how(words: tuple[str, ...], last: int) -> frozenset[int]:
    """Return the strength that an adverb tells: "coming down heavily", "falling thick and fast"."""
    for k in range(last + 1, min(len(words), last + 1 + _FAR)):
        if words[k] in _ADVERBS and (k > last + 1 or words[k] not in ("thick", "fast", "earnest")):
            return (
                frozenset() if words[k] == "thick" and words[k + 1 : k + 2] == ("of",) else _ADVERBS[words[k]]
            )
        if words[k] not in _FALLING:
            break
    return frozenset()


def _is_so(words: tuple[str, ...], last: int) -> frozenset[int]:
    """Return the strength that what falls is said to be of: "the rain is light"."""
    behind = words[last + 1 : last + 5]
    if behind and behind[0] in _PLACED:
        verb = next((k for k in range(last + 2, min(len(words), last + 6)) if words[k] in _IS), last)
        behind = words[verb : verb + 4] if verb > last else ()
    if not behind or behind[0] not in _IS or "not" in behind or not w.NOT_A.isdisjoint(behind):
        return frozenset()
    return next((w.INTENSITY[word] for word in behind[1:] if word in w.INTENSITY), frozenset())
