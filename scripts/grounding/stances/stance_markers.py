"""Where a tale or a maxim opens, and where a text says that something is not known."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.text import NUMERALS, Text, Triggers, word_set

_YARN_SINGLE: Final = word_set(
    "once ago yore formerly proverb proverbs saying maxim almanac almanack richard richard's "
    "grandfather grandmother uncle "
    "aunt boyhood youth legend rumor rumour tale fellow chap fable"
)
_BEFORE_ONCE: Final = word_set(
    "at ask inquire all measure twice than only but just for not never nor even more"
)
_AFTER_ONCE: Final = word_set("more again the it you they this and or")
_BEFORE_NO_MAXIM: Final = word_set("like as than is are there's has have hath")
_MEASURING: Final = frozenset(("as", "which"))
"""What says how somebody else would have told a figure: "seventy as Fahrenheit would have counted them"."""

_TELLING: Final = ("will", "tell", "you")
_WITNESSES: Final = word_set("bones skin cheek cheeks nose ears fingers knees thermometer glass mercury")
"""What tells how warm it is here, where somebody else that "will tell you" tells what holds at all times."""

_BOOKS: Final = frozenset(("almanac", "almanack"))
_GIVING: Final = word_set("has gives puts shows sets promises grants allots marks lists carries gave")
"""What a book of weather does that tells the weather here, and no saying."""

_NOT_OF_OLD: Final = word_set("your thy thine hour hours")
_SELF: Final = word_set("i i've i'd we we've he she they they've who")
_TOLD: Final = word_set(
    "knew saw seen known remember recall met heard watched spent lived had was been rode ran piloted "
    "worked tried "
    "learned never once used swore were took lost stood wrote held kept came went carried sold "
    "paid sat slept crossed walked thought fought"
)

_OF_WEATHER: Final = tuple(
    (word,)
    for word in ("humidity", "wind", "temperature", "thermometer", "mercury", "glass", "sky", "chance")
)
_THERE_IS: Final = (("there", "is"), ("there", "are"), ("we", "have"), ("you", "have"))
_TALE_ENDS: Final = frozenset((";", "—", "–", ":"))


def _phrases(listing: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a listing, parted by bars, as their words."""
    return tuple(tuple(phrase.split()) for phrase in listing.split("|"))


_GENERIC: Final = _phrases(
    "he that|he who|the man who|the man that|she who|those who|a man|a fool|one who|they say|will tell you|"
    "the wise|make hay while|make hay when|"
    "the prudent|wise men|used to say|used to tell|i used to|he used to|who used to|we used to|would have|"
    "folks say|people say|many a|in my day|in my youth|"
    "in my time|in my boyhood|men who|a wise|a prudent|no man|every cloud|back in my|back when|"
    "when i was|one man's|another man's|one woman's|one farmer's|one sailor's"
)
_DISCLAIMED: Final = _phrases(
    "don't have|do not have|doesn't say|doesn't mention|doesn't give|doesn't include|"
    "doesn't cover|doesn't report|does not say|does not mention|does not give|does not include|"
    "does not cover|does not report|does not tell|does not state|does not show|does not list|does not name|"
    "does not specify|does not carry|does not reach|does not extend|does not speak|does not know|"
    "does not record|does not go|did not say|did not mention|did not give|did not include|did not cover|"
    "did not report|did not tell|did not state|did not come|did not answer|did not return|did not send|"
    "did not arrive|did not record|did not specify|did not list|didn't come|not given|not reported|"
    "no word|no data|"
    "no figure|no report|no reading|no information|didn't give|isn't given|aren't given|"
    "says nothing|tells me nothing|won't guess|not guess|wasn't given|don't know|"
    "i haven't|i've no|i have no|i've nothing|i have nothing|i've none|i have none|i've got no|"
    "nothing to report|nothing to tell|nothing to give|nothing to offer|no weather to|no weather for|"
    "isn't in the|not included|not in the|tell you whether|left out|didn't report|didn't say|"
    "didn't include|not tell|won't pretend|won't invent|not pretend|not invent|"
    "told nothing|am not told|told nought|shown nothing|given nothing|hear nothing|heard nothing|nothing is "
    "said|none is told|no mention of|"
    "not assume|trusted me|taught me|allowed me|permitted me|equipped me|ever shown me|ever given me"
)

Phrases = dict[tuple[str, ...], list[tuple[str, ...]]]
"""Phrases of two words or more, by the first two."""


def _by_opening(phrases: tuple[tuple[str, ...], ...]) -> Phrases:
    found: Phrases = {}
    for phrase in phrases:
        found.setdefault(phrase[:2], []).append(phrase)
    return found


_GENERIC_BY_OPENING: Final = _by_opening(_GENERIC)
DISCLAIMED_BY_OPENING: Final = _by_opening(_DISCLAIMED)
_GENERALISING: Final = Triggers(phrase[0] for phrase in _GENERIC)
DISCLAIMING: Final = Triggers(phrase[0] for phrase in _DISCLAIMED)
_OPENERS_OF_TALES: Final = Triggers(_YARN_SINGLE | _SELF | {"'"})


def phrases_in(text: Text, openings: Triggers, phrases: Phrases) -> Iterator[int]:
    """Yield the tokens that phrases begin at."""
    words = text.words
    for k in text.where(openings):
        begun = phrases.get(words[k : k + 2])
        if begun and any(words[k : k + len(each)] == each for each in begun):
            yield k


def maxims(text: Text) -> Iterator[int]:
    """Yield the tokens that a maxim opens at: "he that", "in my day", but not "like a fool"."""
    for k in phrases_in(text, _GENERALISING, _GENERIC_BY_OPENING):
        is_felt = text.words[k : k + 2] == ("a", "man") and text.words[k + 2 : k + 3] in (
            ("feels",),
            ("feel",),
        )
        is_measured = text.words[k] == "would" and not _MEASURING.isdisjoint(text.words[max(0, k - 4) : k])
        is_measured = is_measured or (text.words[k : k + 3] == _TELLING and text.words[k - 1] in _WITNESSES)
        if not is_felt and not is_measured and (not k or text.words[k - 1] not in _BEFORE_NO_MAXIM):
            yield k


def _is_other_once(words: tuple[str, ...], k: int) -> bool:
    """Whether "once" is a number or an "as soon as": "ask once", "at once", "once more", "once it stops"."""
    after = words[k + 1] if k + 1 < len(words) else "."
    return words[k - 1] in _BEFORE_ONCE or after in _AFTER_ONCE or not after.isalnum()


def openings_of_tales(text: Text) -> Iterator[int]:
    """Yield the tokens that a tale of another time opens at: "I knew", "once", "in 1866"."""
    words = text.words
    for k in text.where(_OPENERS_OF_TALES):
        word, after = words[k], words[k + 1 : k + 4]
        told = _TOLD - {"never"} if word == "they" else _TOLD  # "they never fall below 80" is of nights
        is_told = word in _SELF and not told.isdisjoint(after) and "last" not in (words[k - 1], *after[:1])
        is_of_old = word in _YARN_SINGLE and not (word == "once" and _is_other_once(words, k))
        is_of_old = is_of_old and words[k - 1] not in _NOT_OF_OLD
        is_of_old = is_of_old and not (word in _BOOKS and after[:1] != () and after[0] in _GIVING)
        if is_of_old or is_told or (word == "'" and after and after[0].isdecimal()):
            yield k
    for k in text.where(NUMERALS):
        if words[k][0] == "1" and words[k][1:2] > "3" and len(words[k]) == 4 and words[k].isdecimal():
            yield k


def turns_back(words: tuple[str, ...], k: int) -> bool:
    """Whether a tale is left at token k for the weather: "…; the humidity is under half", ": there is"."""
    if words[k] not in _TALE_ENDS:
        return False
    behind = words[k + 1 : k + 3]
    return behind in _THERE_IS or (behind[:1] == ("the",) and behind[1:] in _OF_WEATHER)
