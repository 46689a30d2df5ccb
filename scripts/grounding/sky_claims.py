"""Words for the sky and what falls from it, read with those beside them; of something else they are none."""

from typing import Final, NamedTuple

from scripts.grounding import sky_words as w
from scripts.grounding.sky_words import Term
from scripts.grounding.text import Text, word_set

_PEOPLE: Final = word_set(
    "you you'd we'd you've you'll we we'll your yourself yourselves them they i feet everyone keep keeps"
)
_BEFORE_FAIR: Final = word_set("but is and be it's a sky turns stays")
_COVERING: Final = word_set("covered shrouded blanketed veiled obscured")
_VERBS: Final = word_set("is will falls has was may can arrives comes moves continues stays")
_BATHING: Final = (("take", "a"), ("have", "a"), ("need", "a"), ("like", "a"), ("want", "a"), ("after", "a"))
_LIKENING: Final = word_set("like as than")
_LOOKING: Final = word_set("look looks looking feel feels smells sounds looked")


class Claim(NamedTuple):
    """A word for the sky with what goes before it: "light rain", "partly cloudy", "a few clouds"."""

    first: int
    last: int
    term: Term
    agrees: frozenset[int]
    refutes: frozenset[int]


def claim_at(text: Text, i: int) -> Claim | None:
    """Return the claim that the word at token i makes of the sky, None where it is of something else."""
    words = text.words
    term = w.TERMS.get(words[i])
    if term is None or _is_no_weather(text, i, term):
        return None
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    term, first = _modified(words, i, term, before, after)
    agrees, refutes = term.agrees, term.refutes
    if term.falls or term is w.SHOWERS:
        first, strengths = _intensity(words, first, i)
        if strengths:
            agrees = (agrees & strengths) | (strengths & w.THUNDERY & agrees)
            refutes = agrees
    return Claim(first, i, term, agrees, refutes)


def _modified(words: tuple[str, ...], i: int, term: Term, before: str, after: str) -> tuple[Term, int]:
    """Return the term that a word and its neighbours make together, and its first token."""
    is_partly = before in w.PARTLY_WORDS and words[max(0, i - 2) : i] != ("most", "part")
    if (term in (w.CLOUDY, w.SUNNY, w.CLOUD, w.CLEAR) or words[i] in _COVERING) and is_partly:
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


def _intensity(words: tuple[str, ...], first: int, last: int) -> tuple[int, frozenset[int]]:
    """Return the codes of the strengths named beside a word for what falls, and the first token of them."""
    codes: frozenset[int] = frozenset()
    k = first - 1
    while k >= 0 and k >= first - 4:
        if words[k] in w.INTENSITY:
            codes |= w.INTENSITY[words[k]]
            first = k
        elif words[k] not in ("to", "or", "and", ",", "rain", "snow", "freezing", "steady") or k < first - 2:
            break
        k -= 1
    after = words[last + 1] if last + 1 < len(words) else ""
    if after in ("hard", "heavily", "lightly", "softly", "gently", "moderately"):
        codes |= w.INTENSITY[after]
    return first, codes


def _is_no_weather(text: Text, i: int, term: Term) -> bool:
    """Whether the word is used of something else: a rain jacket, a clear head, to keep dry."""
    words = text.words
    word = words[i]
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    if after in w.NOUNS_AFTER or _is_likened(words, i, before) or _is_phrase(words, i):
        return True
    if term is w.FAIR:
        is_of_sky = after in ("sky", "skies", "weather")
        return not is_of_sky and (after not in w.CLEAR_NEEDS or before not in _BEFORE_FAIR)
    if term is w.CLEAR:
        return word == "clear" and _is_other_clear(words, i, before, after)
    if words[i] in ("drop", "drops"):
        return before != "a" or words[max(0, i - 2)] not in (
            "not",
            "isn't",
            "without",
            "never",
            "wasn't",
            "nary",
        )
    if term is w.DRY:
        is_of_thing = (
            before in ("a", "the", "thy", "your", "that") and after not in w.CLEAR_NEEDS and after != "one"
        )
        return (
            _is_of_people(words, i)
            or (is_of_thing and after.isalpha())
            or after in ("off", "out", "up", "under")
        )
    if term is w.WETNESS:
        return _is_of_people(words, i) or before in ("get", "getting", "gets", "got")
    if term.falls and before in ("that", "such", "your", "last", "yesterday's") and after not in _VERBS:
        return True
    if term is w.BLUE or word in _COVERING:
        return not any(near in w.SKY_NEAR for near in words[max(0, i - 4) : i + 4])
    if word in ("grey", "gray"):
        return after not in w.CLEAR_NEEDS or (before in ("a", "the") and after == "and")
    return word in ("pours", "hailing", "showers") and after in ("a", "you", "from", "out", "in")


def _is_likened(words: tuple[str, ...], i: int, before: str) -> bool:
    """Whether something else is likened to it: "like rain on a roof", but not "looks like rain"."""
    earlier = words[i - 2] if i > 1 else ""
    is_bound = earlier in ("worse", "heavier", "stronger", "just", "equally")
    return before in _LIKENING and not is_bound and not (before == "like" and earlier in _LOOKING)


def _is_phrase(words: tuple[str, ...], i: int) -> bool:
    """Whether it stands in a phrase of its own: "rain or shine", "under the sun", "take a shower"."""
    before = words[max(0, i - 2) : i]
    if words[i] == "shower" and before and (before[-1] in ("take", "hot", "cold") or before in _BATHING):
        return True
    if words[i : i + 3] in (("rain", "or", "shine"), ("sun", "or", "no")):
        return True
    return words[max(0, i - 2) : i + 1] == ("under", "the", "sun")


def _is_of_people(words: tuple[str, ...], i: int) -> bool:
    """Whether it is somebody, and not the weather, that stays dry or gets wet."""
    if words[max(0, i - 1)] in ("keep", "stay") and (
        i < 2 or words[i - 2] in (".", ",", "to", "and", "\n", ";")
    ):
        return True
    for word in reversed(words[max(0, i - 4) : i]):
        if word in ("it", "it's", "it'll", "day", "days", "skies", "weather"):
            return False
        if word in _PEOPLE:
            return True
    return False


def _is_other_clear(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    if before in w.CLEAR_AVOIDS or (
        before in ("it", "that", "are", "be", "quite") and after in ("that", "on", "about", "what")
    ):
        return True
    if after and after not in w.CLEAR_NEEDS:
        return True
    return (
        before in ("the", "in")
        and (after in (".", ",", "") or "in" in words[max(0, i - 2) : i])
        and after not in ("sky", "skies")
    )
