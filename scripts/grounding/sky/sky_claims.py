"""Words for the sky with their neighbours: what each of them claims."""

from typing import Final, NamedTuple

from scripts.grounding.air.frost import ends_frost
from scripts.grounding.sky.sky_idioms import IDIOMS, idiom_at
from scripts.grounding.sky.sky_phrases import PHRASES
from scripts.grounding.stances.other_senses import CHANCE, COVERING, is_no_weather, subject_of
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.bare_words import SKIES as BARE_SKIES
from scripts.grounding.words.bare_words import stands_alone
from scripts.grounding.words.intensity import intensity
from scripts.grounding.words.sky_words import Term

SAYING: Final = Triggers(BARE_SKIES.keys() | w.WORDS | w.LOOSE_TERMS.keys() | IDIOMS.keys() | PHRASES.keys)
"""All words by which something can be claimed of the sky."""

_NO_CHANCE: Final = word_set("no zero nil without")
_OF_CHANCE: Final = word_set("of a any the either single")
_OF_REACH: Final = 6
"""Words from "chances" to what there are so many of: "five chances in a hundred of wet"."""

_OBJECTS: Final = word_set(
    "no the your thy his her my our their its one's a an any out off up these those it them"
)
_SKY_NEAR: Final = word_set(
    "has have had been being hath quite all is are was were looks hangs stays remains turns wears of "
    "the color colour as and a"
)
_AFTER_OVER: Final = word_set("on by in and again with from later but before")
_NO_WORSE: Final = (("no", "worse", "than"), ("nothing", "worse", "than"), ("never", "worse", "than"),
    ("not", "worse", "than"), ("none", "worse", "than"))  # fmt: skip
"""What says that it is so at the worst: "no worse than grey" may be clear as well."""
_THAWING: Final = word_set("it it's is a the any this no will to ground snow ice")
_STARS_OUT: Final = word_set("overhead out above sky skies shining shine")
_HARDLY: Final = word_set("hardly scarcely barely")
_IN_PART: Final = ("in", "part")
_TILL_IT: Final = (("till", "it"), ("until", "it"))
"""What leaves open when it will: "share a cabin till it clears"."""

_AFTER_BRIGHT: Final = word_set("and with at on in but")
_DEGREES: Final = word_set("° c f degrees")
_SO_FAR: Final = tuple(
    (word,) for word in ("partly", "mostly", "mainly", "nearly", "near", "almost", "largely")
)


class Claim(NamedTuple):
    """A word for the sky with what goes before it: "light rain", "partly cloudy", "a few clouds"."""

    first: int
    last: int
    term: Term
    agrees: frozenset[int]
    refutes: frozenset[int]
    is_apart: bool = False
    """Whether a text that speaks of drizzle says "rain", which it may then deny."""
    is_of_chance: bool = False
    """Whether it is what there is a chance of: "the odds of wet"."""
    is_no_chance: bool = False
    """Whether it is said in so many words that there is no chance of it."""
    is_phrase: bool = False
    """Whether a turn of phrase makes the claim, which the words in it then do not make for themselves."""


def claim_at(text: Text, i: int) -> Claim | None:
    """Return what the word at token i claims of the sky; None where it is used of something else."""
    words = text.words
    word = words[i]
    before = words[i - 1] if i else "."
    after = words[i + 1] if i + 1 < len(words) else "."
    found = PHRASES.at(words, i)
    if found is not None:
        return Claim(found[1], found[2], found[0], found[0].agrees, found[0].refutes, is_phrase=True)
    if word in BARE_SKIES and stands_alone(text, i):
        bare = BARE_SKIES[word]
        return Claim(i, i, bare, bare.agrees, bare.refutes)
    if word in IDIOMS:
        found = idiom_at(words, i)
        return (
            None if found is None else Claim(found[1], found[2], found[0], found[0].agrees, found[0].refutes)
        )
    loose = w.LOOSE_TERMS.get(word)
    if loose is not None:
        last = _loose_end(words, i, loose, before, after)
        return None if last < i else Claim(i, last, loose, loose.agrees, loose.refutes)
    term = w.TERMS.get(word)
    if term is None or is_no_weather(text, i, term):
        return None
    term, first = _modified(words, i, term, before, after)
    if term.falls or term is w.SHOWERS:
        first, agrees, refutes = _of_strength(words, i, term, first)
    else:
        agrees, refutes = _of_extent(words, i, term, first)
    if words[max(0, first - 3) : first] in _NO_WORSE:
        agrees = agrees | frozenset(range(max(agrees - w.WET, default=3) + 1))
    is_apart = term is w.RAIN and not w.DRIZZLES.isdisjoint(words)
    is_of_chance = before == "of" and not w.CHANCE_WORDS.isdisjoint(words[max(0, i - _OF_REACH) : i])
    is_no_chance = words[i - 1] in _OF_CHANCE and _is_no_chance(words, i)
    return Claim(first, i, term, agrees, refutes, is_apart, is_of_chance, is_no_chance)


def _is_no_chance(words: tuple[str, ...], i: int) -> bool:
    """Whether "no chance of" stands before token i, and what there is no chance of is not "worth" much."""
    is_none = any(words[k] in _NO_CHANCE and words[k + 1] in CHANCE for k in range(max(0, i - 5), i - 1))
    return is_none and words[i + 1 : i + 2] != ("worth",)


def _of_strength(
    words: tuple[str, ...], i: int, term: Term, first: int
) -> tuple[int, frozenset[int], frozenset[int]]:
    """Return the first token of what falls with its strength, and the codes that agree and that refute it."""
    first, strengths = intensity(words, first, i)
    if not strengths:
        return first, term.agrees, term.refutes
    agrees = (term.agrees & strengths) | (strengths & w.THUNDERY & term.agrees)
    return first, agrees, term.refutes if words[i - 1] == "of" else agrees


def _of_extent(
    words: tuple[str, ...], i: int, term: Term, first: int
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the codes that agree with a sky and that refute it, by how much of the sky is said to be so."""
    before = words[i - 1] if i else "."
    after = words[i + 1] if i + 1 < len(words) else "."
    agrees, refutes = term.agrees, term.refutes
    if term is w.CLEAR and (words[i] != "clear" or before in w.UTTERLY or after == "of"):
        refutes = w.CLOUDLESS
    if before in w.MERELY and term in (w.OVERCAST, w.CLOUDY, w.CLOUD):
        agrees = agrees & w.UNDER_DRY_SKY
    elif _is_total(words, i, term):
        agrees = agrees & w.GREY if term in (w.CLOUD, w.CLOUDY) else agrees & w.UNCLOUDED
    if term in (w.CLOUD, w.CLOUDY) and not _HARDLY.isdisjoint(words[max(0, first - 3) : first]):
        refutes = refutes - {1, 2}
    if after == "or" and words[i + 2 : i + 3] in _SO_FAR and term in (w.CLEAR, w.SUNNY):
        agrees = agrees | {1, 2}
    return agrees, refutes


def _loose_end(words: tuple[str, ...], i: int, term: Term, before: str, after: str) -> int:
    """Return the last token of a claim by a word that needs others beside it, -1 where it makes none."""
    if term is w.FROST:
        return ends_frost(words, i)
    if term is w.THAW:
        is_aside = (
            words[i] == "thawing" and before in (",", "and") and (not after.isalpha() or after[-2:] == "ly")
        )
        return i if is_aside or before in _THAWING else -1
    if words[i] == "see":
        is_of_air = not {"air", *w.SKY_NOUNS}.isdisjoint(words[max(0, i - 6) : i])
        return i + 1 if after == "through" and is_of_air else -1
    if words[i] == "miles":
        return i if words[max(0, i - 2) : i] in w.SEEN_FOR else -1
    if term is w.SEEN:
        is_well = words[i] != "visibility" or not w.SEEN_WELL.isdisjoint(words[max(0, i - 2) : i + 4])
        is_of_air = words[i] == "visibility" or not {"air", *w.SKY_NOUNS}.isdisjoint(
            words[max(0, i - 6) : i + 2]
        )
        return i if is_well and is_of_air else -1
    if term is w.BRIGHT and (before in w.TURNING_OUT or (words[i] == "bright" and _is_bright(words, i))):
        return i
    if term in (w.BARE, w.BRIGHT) and "overhead" in words[i + 1 : i + 7]:
        return i
    if words[i] == "without":
        is_of_sky = words[i + 1 : i + 3] in w.UNCLAD and not w.SKY_NOUNS.isdisjoint(words[max(0, i - 4) : i])
        return i + 2 if is_of_sky else -1
    if words[i] == "nothing":
        found = next((p for p in w.NOTHING_FALLS if words[i + 1 : i + 1 + len(p)] == p), None)
        return -1 if found is None else i + len(found)
    if term is w.CLEARING:
        return i if _is_clearing(words, i, before, after) else -1
    if term is w.STARS:
        return i if not _STARS_OUT.isdisjoint(words[max(0, i - 3) : i + 3]) else -1
    if term is w.FINE:
        return i if _is_fine(words, i, before, after) else -1
    is_dome = "of" in words[max(0, i - 4) : i] and not w.DOMES.isdisjoint(words[max(0, i - 5) : i])
    is_dome = is_dome or (after in ("a", "an") and words[i + 2 : i + 3] != () and words[i + 2] in w.SKY_NOUNS)
    return i if is_dome or after in w.SKY_NOUNS or _is_said_of_sky(words, i, term, after) else -1


def _is_said_of_sky(words: tuple[str, ...], i: int, term: Term, after: str) -> bool:
    """Whether the sky stands right before the word: "the sky is quite bare", "heaven hangs sullen"."""
    for k in range(i - 1, max(-1, i - 6), -1):
        if words[k] in w.SKY_NOUNS:
            return after not in ("of", "as") or term is w.SHUT
        if words[k] not in _SKY_NEAR:
            return False
    return False


def _is_clearing(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    """Whether it is the sky that clears, and no table or throat."""
    if words[max(0, i - 2) : i] in _TILL_IT and not after.isalpha():
        return False
    if words[i] == "clearing" and after in w.SKY_NOUNS:
        return True
    if words[i] == "clearing" and after in _OBJECTS - {"off", "up", "out"}:
        return False
    is_had = words[i] == "cleared" and before in ("has", "have", "hath") and after in ("up", "nicely", "off")
    if is_had and w.WORDS.isdisjoint(words[max(0, i - 5) : i]):
        return True
    is_said = not w.CLEARED.isdisjoint(words[max(0, i - 3) : i]) and after not in _OBJECTS - {"off", "up"}
    return is_said and (words[i] != "clears" or before in w.CLEARED)


def _is_fine(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    """Whether it is a day or the weather that is fine."""
    if after in w.SPANS and before not in ("a", "one", "some") and after not in ("it", "that", "this"):
        return True
    is_day_next = words[i + 1 : i + 2] in w.ON_DAYS and words[i + 2 : i + 3] != () and words[i + 2] in w.SPANS
    if is_day_next and subject_of(words, i) in ("it's", "it", "it'll"):
        return True
    is_said = subject_of(words, i) in w.FINE_SPANS and after not in ("with", "to", "by", "for", "drizzle")
    return is_said and (after in w.CLEAR_NEEDS or not after.isalpha())


def _is_bright(words: tuple[str, ...], i: int) -> bool:
    """Whether a day is bright, or it is "14 and bright"."""
    after = words[i + 1] if i + 1 < len(words) else "."
    is_closed = not after.isalpha() or after in _AFTER_BRIGHT
    is_beside = words[i - 1] == "and" and (words[i - 2][-1].isdecimal() or words[i - 2] in _DEGREES)
    return is_closed and (is_beside or words[i - 1] in w.WEEKDAYS or subject_of(words, i) in w.SPANS)


def _is_total(words: tuple[str, ...], i: int, term: Term) -> bool:
    """Whether the whole sky is meant: "a lid of cloud", "nothing but blue", "sunshine all day"."""
    if term not in (w.CLOUD, w.CLOUDY, w.SUN, w.BLUE):
        return False
    near = words[max(0, i - 3) : i]
    if words[i].startswith("cloud") and words[i + 1 : i + 2] == ("over",):
        return words[i + 2 : i + 3] == () or not words[i + 2].isalpha() or words[i + 2] in _AFTER_OVER
    if not w.TOTALLY.isdisjoint(near) and ("of" in near or near[-1:] != ("of",)):
        return True
    if near[-1:] == ("but",) and "nothing" in words[max(0, i - 4) : i]:
        return True
    return any(words[k : k + 2] in w.ALL_ALONG for k in range(i + 1, min(len(words), i + 6)))


def _modified(words: tuple[str, ...], i: int, term: Term, before: str, after: str) -> tuple[Term, int]:
    """Return the term that a word and its neighbours make together, and its first token."""
    if term in (w.CLOUD, w.CLOUDY) and _IN_PART in (words[i + 1 : i + 3], words[i + 2 : i + 4]):
        return w.PARTLY, i
    is_partly = before in w.PARTLY_WORDS and words[max(0, i - 2) : i] != ("most", "part")
    if (term in (w.CLOUDY, w.SUNNY, w.CLOUD, w.CLEAR) or words[i] in COVERING) and is_partly:
        return w.PARTLY, i - 1
    if term in (w.CLEAR, w.SUNNY) and (
        before in w.MOSTLY_WORDS or words[max(0, i - 2) : i] == ("most", "part")
    ):
        return w.MOSTLY_CLEAR, i - 1
    if term is w.CLOUD and any(word in w.FEW_WORDS for word in words[max(0, i - 3) : i]):
        return w.FEW_CLOUDS, i - 1
    if term is w.CLOUD and i > 2 and any(word in w.GAPS for word in words[i - 3 : i]):
        return w.GAP, i - 1
    if term in (w.SUNNY, w.CLEAR, w.SUN) and after in w.SPELL_WORDS:
        return w.MIXED, i
    if term is w.SUN and before == "of" and i > 1 and words[i - 2] in w.SPELL_WORDS:
        return w.MIXED, i - 2
    if term in (w.RAIN, w.DRIZZLE) and before == "freezing":
        return w.FREEZING_RAIN, i - 1
    if term is w.SNOW and after in ("shower", "showers"):
        return w.SNOW_SHOWERS, i
    if term is w.SHOWERS and before in ("snow", "wintry"):
        return w.SNOW_SHOWERS, i - 1
    return term, i
