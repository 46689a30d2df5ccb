"""How likely rain or dry weather is said to be in words, against the chance given: "all but certain"."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.names.scope import Scope
from scripts.grounding.standings.comparisons import judge_most
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.likelihood_words import BY_HEAD, EXTENTS, HEADS, NOUNS, VERY, Likely
from scripts.grounding.words.measures import GLOOM, Measure, wetness
from scripts.grounding.words.sky_words import (
    CLEAR,
    DRIZZLE,
    DRY,
    FROZEN,
    NOUNS_AFTER,
    RAIN,
    SHOWERS,
    SNOW,
    SUN,
    SUNNY,
    TERMS,
    WETNESS,
)

_TOPICS: Final[dict[str, int]] = {
    **{word: 1 for word, term in TERMS.items() if term in (RAIN, SHOWERS, DRIZZLE, WETNESS)},
    **{word: -1 for word, term in TERMS.items() if term is DRY},
    **{word: 2 for word, term in TERMS.items() if term is SNOW},
    **dict.fromkeys(word_list("rain precipitation wet wetting soaking shower showers"), 1),
}
"""What is likely: 1 what falls, 2 what only snow is, -1 that it stays dry."""

_FLIPPING: Final = word_set(
    "won't not never no without escaping avoiding dodging missing escape avoid dodge miss evading doesn't "
    "isn't wouldn't don't can't shouldn't"
)
_ENDING: Final = word_set("stop end ease quit clear cease pass lift stopping ending easing clearing quitting")
_STRONG: Final = word_set("heavy hard serious moderate steady more much torrential any further all")
_PARTS: Final = word_set(
    "before until till after by during morning afternoon evening night midnight noon dawn"
)
_BREAKING: Final = word_set("and but while whilst though although because than or if . , ; : — – ! ?")
_COPULAS: Final = word_set("is are looks look seems seem stands stand remains remain be as")
_ADVERBS: Final = VERY | word_set("only but just still fairly all the a so about both on")
_NOTHING: Final = (("next", "to", "nothing"), ("close", "to", "nothing"), ("near", "to", "nothing"))
_GEAR: Final = frozenset((word,) for word in NOUNS_AFTER)
_AHEAD: Final = 8
_NEAR: Final = 3
_TRIGGERS: Final = Triggers(
    word_set("likeliest surest safest fairest best likely apt aptest worst unlikeliest")
)
_HOPES: Final = word_set("chance bet hope odds shot prospect prospects promise wager candidate choice")
_LEADING: Final = word_set(
    "to be of being a the staying stay for remaining remain dry in bring see get day chance bet hope keep "
    "keeping "
    "have any some weather odds shot prospect prospects promise wager your choice candidate on"
)
_REACH: Final = 7
_RANKING: Final = word_set("is are looks seems the most least")
_ODDS_BACK: Final = 4


class _Said(NamedTuple):
    """A likelihood told: its tokens, what it is of, whether that is only so or so likely, and its percent."""

    first: int
    last: int
    topic: int
    least: float
    most: float
    is_weak: bool


@told_by(HEADS)
def judge_likelihood(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "all but certain", "as likely as not", "a slim chance" of rain or snow."""
    for said in _told(context):
        if not context.stances.is_asserted(said.first) or context.stances.is_maxim(said.first):
            continue
        about = context.about(_scope(context, said))
        readings = [reading for reading in about if "chance" in reading.values]
        fits = [r for r in readings if said.least <= r.values["chance"] <= said.most]
        if fits and (len(fits) == len(readings) or not context.means_all(said.first)):
            yield Judgement(said.first, said.last, tuple(fits))
        elif readings:
            worst = next(reading for reading in readings if reading not in fits)
            told = worst.values["chance"]
            words = context.text.around(said.first, said.last)
            fault = f"you wrote '{words}'; the results give a chance of {told:g} %"
            yield Judgement(said.first, said.last, fault=fault)


def weighed_topics(context: Context) -> frozenset[int]:
    """Return the tokens of rain, or of dry weather, that is said to be no likelier than even odds."""
    return frozenset(
        said.topic
        for said in _told(context)
        if said.is_weak and any("chance" in r.values for r in context.about(_scope(context, said)))
    )


def _scope(context: Context, said: _Said) -> Scope:
    at = max(said.last, said.topic)
    return context.scopes.at(at, at)


def _told(context: Context) -> Iterator[_Said]:
    """Yield each likelihood that is told of rain, snow or dry weather."""
    words = context.text.words
    end = -1
    for k in context.text.where(HEADS):
        if k <= end:
            continue
        found = _phrase(words, k) or (_extent(context, k) if words[k] in NOUNS else None)
        if found is None:
            continue
        first, last, least, most = found
        topic, sign = _topic(context, first, last)
        if sign == 0:
            continue
        end = last
        is_weak = most <= 70
        yield _Said(first, last, topic, *((least, most) if sign > 0 else (100 - most, 100 - least)), is_weak)


def _around(words: Sequence[str], k: int) -> list[Likely]:
    """Return the phrases that stand around head word k."""
    known = BY_HEAD.get((words[k], ""), ())
    if k:
        known = (*BY_HEAD.get((words[k], words[k - 1]), ()), *known)
    return [each for each in known if _stands(words, k, each)]


def _stands(words: Sequence[str], k: int, each: Likely) -> bool:
    first = k - len(each.before)
    is_there = words[k + 1 : k + 1 + len(each.after)] == each.after
    return is_there and first >= 0 and words[first:k] == each.before


def _phrase(words: Sequence[str], k: int) -> tuple[int, int, float, float] | None:
    """Return the tokens and percent of the longest phrase around head word k."""
    around = _around(words, k)
    if around:
        longest = max(around, key=lambda each: len(each.before) + len(each.after))
        first, last = k - len(longest.before), k + len(longest.after)
        is_denied = longest.least > 0 and not _FLIPPING.isdisjoint(words[max(0, first - 2) : first])
        return None if is_denied else (first, last, longest.least, longest.most)
    if words[k] in ("likely", "apt") and words[k - 1] == "as":
        is_even = ("as", "not") in zip(words[k + 1 : k + 7], words[k + 2 : k + 8], strict=False)
        return (k - 1, k, 40, 60) if is_even else None
    return None


def _extent(context: Context, k: int) -> tuple[int, int, float, float] | None:
    """Return the tokens and percent of "a slim chance" and "the odds of rain are long", by the noun."""
    words = context.text.words
    at = k - 1
    if words[at] not in EXTENTS:
        at = _behind(context, k)
    if (
        at < 0
        or not _FLIPPING.isdisjoint(words[max(0, at - _NEAR) : at])
        or words[at + 1 : at + 2] == ("or",)
    ):
        return None
    least, most = EXTENTS.get(words[at], (0.0, 20.0))
    if words[at - 1] == "than" or (words[at] == "little" and words[at - 1] in ("a", "no")):
        return None
    if words[at - 1] in VERY - {"quite", "rather", "pretty"}:
        least, most = (60.0, 100.0) if most == 100 else (0.0, 30.0)
    if at < k and words[at - 1] == "a" and least == 0:
        least = 1.0  # "a slight chance" is one, where the chance that "is slight" may be none
    return min(at, k), max(at, k), least, most


def _behind(context: Context, k: int) -> int:
    """Return the token that tells how great a chance is: the "slim" of "the chances are slim"."""
    words = context.text.words
    _, end = context.stances.segment(k)
    is_at = next((j for j in range(k + 1, min(end, k + _AHEAD)) if words[j] in _COPULAS), 0)
    if not is_at or not _BREAKING.isdisjoint(words[k + 1 : is_at]):
        return -1
    at = is_at + 1
    while at < end and words[at] in _ADVERBS and words[at] not in EXTENTS:
        at += 1
    if words[at : at + 3] in _NOTHING:
        return at + 2
    return at if at < end and words[at] in EXTENTS else -1


def _topic(context: Context, first: int, last: int) -> tuple[int, int]:
    """Return the token of what is so likely, -1 where it was only asked about, and its sign."""
    words = context.text.words
    begin, end = context.stances.segment(first)
    end = next((k for k in range(last + 1, end) if words[k] in _BREAKING), end)
    if not _PARTS.isdisjoint(words[last + 1 : end]) or not _ENDING.isdisjoint(words[last + 1 : last + 4]):
        return -1, 0
    ahead = range(last + 1, min(end, last + 1 + _AHEAD))
    back = range(first - 1, max(begin - 1, first - 1 - _AHEAD), -1)
    for near in (range(first + 1, last), ahead, back):
        for k in near:
            if words[k] in _BREAKING:
                break
            if words[k] in TERMS or words[k] in _TOPICS:
                return k, _sign(context, k, last + 1 if k > last else begin)
    spoken = {_TOPICS[word] for word in context.user.texts[-1].words if word in _TOPICS}
    is_it = not {"it", "odds", "chance", "chances"}.isdisjoint(words[begin : last + 3])
    return -1, 1 if spoken == {1} and is_it else 0


def _sign(context: Context, k: int, begin: int) -> int:
    """Return 1 where token k names what falls, -1 where that nothing does, 0 where another thing."""
    words = context.text.words
    kind = _TOPICS.get(words[k], 0)
    if kind == 0 or words[k - 1] in _STRONG or words[k + 1 : k + 2] in _GEAR:
        return 0
    if kind == 2 and not any((reading.codes or frozenset()) & FROZEN for reading in context.given):
        return 0
    is_flipped = not _FLIPPING.isdisjoint(words[max(begin, k - _NEAR) : k])
    return (-1 if is_flipped else 1) * (-1 if kind < 0 else 1)


@told_by(_TRIGGERS)
def judge_likeliest(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "likeliest to be dry", "most likely to rain", "best chance of sun"."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        sign = _sign_of_rank(words, i)
        end = context.stances.sentence(i)[1]
        at = next((k for k in range(i + 1, min(end, i + _REACH)) if words[k] in TERMS), None)
        if at is None or not _LEADING.issuperset(words[i + 1 : at]):
            at = next((k for k in range(max(0, i - _ODDS_BACK), i) if _is_of_odds(words, k, i)), None)
        if at is None and words[i] == "best":
            begin = context.stances.sentence(i)[0]
            at = next((k for k in range(begin, i) if TERMS.get(words[k]) is DRY), None)
        word = words[at] if at is not None else _falls_asked(context) if words[i] == "likely" else None
        if not sign or word is None:
            continue
        if not context.stances.is_asserted(i) or context.stances.is_denied(i, i) is not False:
            continue
        judgement = judge_most(context, i, sign * _way(word), _measures(word))
        if judgement is not None:
            yield judgement


def _falls_asked(context: Context) -> str | None:
    """Return the one word for what falls in the last question: "On which day is snow least likely?"."""
    asked = context.user.texts[-1].words
    named = {word for word in asked if word in TERMS and TERMS[word].falls}
    return named.pop() if len(named) == 1 and "likely" in asked else None


def _is_of_odds(words: tuple[str, ...], k: int, i: int) -> bool:
    """Whether what falls at token k is said to be the most or least likely at token i."""
    term = TERMS.get(words[k])
    return term is not None and bool(term.falls) and _RANKING.issuperset(words[k + 1 : i])


def _sign_of_rank(words: Sequence[str], i: int) -> int:
    """Return 1 where token i says "most likely", -1 where "least likely", 0 where neither."""
    before = words[i - 1] if i else ""
    if words[i] in ("likely", "apt"):
        return {"most": 1, "least": -1}.get(before, 0)
    if words[i] in ("best", "worst"):
        return 1 if words[i + 1 : i + 2] != () and words[i + 1] in _HOPES else 0
    return -1 if words[i] == "unlikeliest" else 1


def _way(word: str) -> int:
    """Return which way the measure of a word for the sky points."""
    return -1 if TERMS[word] in (DRY, CLEAR, SUN, SUNNY) else 1


def _measures(word: str) -> tuple[Measure, ...]:
    term = TERMS[word]
    return GLOOM if term in (CLEAR, SUN, SUNNY) else (wetness,)
