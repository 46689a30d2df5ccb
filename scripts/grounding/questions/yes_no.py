"""A reply's "yes" or "no" to what was asked of the sky: "No, not at the moment" to "Is it raining?".

The answer may be no such word: "None whatever", "Not a drop", "It is not" and "As a bone" say as much.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.questions.asked_air import says_so
from scripts.grounding.questions.short_answers import Asking, short_answer
from scripts.grounding.questions.sky_asked import BE, GONE, SUNNY_TERMS, Asked, holds, may_hold, sky_asked
from scripts.grounding.text import word_set
from scripts.grounding.words.measures import COMPARATIVES
from scripts.grounding.words.sky_words import (
    CHANCE_WORDS,
    LIGHT,
    TERMS,
)

_YES: Final = word_set("yes aye yep yeah indeed certainly assuredly absolutely definitely decidedly")
_NO: Final = word_set("no nay nope")
_AFTER: Final = word_set(", . ; : — – ! sir friend ma'am madam not and")
_LEADING: Final = word_set("oh ah well alas why sir madam friend happily sadly fortunately , —")
_IT: Final = word_set("it there that")
_BE_NOT: Final = word_set("isn't doesn't won't hasn't aren't")
_STOPS: Final = word_set(", . ; : — – ! though but at with and for so")
_NONE_SO: Final = word_set("whatever whatsoever at , . ; — ! that to in")
_NOT_SO: Final = word_set("at one any today now just in presently currently even remotely tonight , . ; !")
_NOT_A: Final = word_set(
    "drop flake speck bit jot whit drip trace scrap sign sprinkle whisper cloud one single shower crumb "
    "wisp spot splash"
)
_DROPS: Final = word_set("drop drip flake sprinkle rain shower")
_CLOUDS: Final = word_set("cloud clouds wisp")
_NO_WAY: Final = (
    ("nothing", "of", "the"),
    ("far", "from", "it"),
    ("not", "so", "much"),
    ("anything", "but", ","),
    ("anything", "but", "."),
)
_EXCEPTING: Final = word_set("except until apart save only just rather merely after before unless")
_OPPOSING: Final = word_set("but though although however yet while")
_LATER: Final = word_set(
    "may might could chance chances likely near close threatens soon later tomorrow tonight looks tries "
    "about coming way damp"
)
"""What makes of "no, but …" that it may come yet, where only the present is known."""
_NIGHTLY: Final = word_set("night dark dusk down set rises sunrise dawn")
_AGAINST_SUN: Final = word_set("sun shade parasol heat glare wind case caution prudence prudent prudently")
_SOME: Final = word_set("plenty some lots much very quite rather")
_SOME_OF: Final = (("a", "little"), ("a", "bit"), ("a", "touch"), ("a", "great"), ("a", "good"))
_FAINTLY: Final = word_set("hardly barely lightly scarcely gently little softly")
_NOT_SO_MUCH: Final = word_set("very much really especially particularly exactly terribly overly quite")
_FAINT: Final = _FAINTLY | _NOT_SO_MUCH | word_set("enough next almost practically virtually worth")
"""What, in a "no", leaves room for a little of it."""

_LIKENED_TO: Final = word_set("a an the dust charity iron ice blazes hades tophet tinder toast soup ever")
_ONE: Final = (("one",), ("some",), ("it",), ("that",))
_OFFERING: Final = word_set("gives offers brings has sees gets makes allows lends affords promises")
_PAST_COMMA: Final = word_set("on at in , . ; ! at though with indeed of and")
_AT_PRESENT: Final = word_set("present now moment today tonight yet week weekend month")
_ALL_THE_SAME: Final = (("though",), ("although",), ("even",))
"""What goes on behind an answer that is given without a result: "Yes, though I couldn't get the figures"."""

_GUESSED: Final = word_set("probably likely surely certainly presumably")
_COMPARING: Final = (("is",), ("are",), ("so",), ("will",), ("was",), ("and",), ("then",))
_ABOUT_THE_CALL: Final = word_set("i i've i'll i'm we can can't cannot that which please if")


def judge_yes_no(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for an opening that denies or grants what was asked of the sky."""
    if context.unanswered:
        yield from _judge_unknown(context)
    if not context.latest:
        return
    asked = sky_asked(context.user.texts[-1].words)
    if asked is None:
        return
    says = _says_gone(context.text.words, asked) or _answer(context.text.words)
    says = says or _of_day(context) or _otherwise(context.text.words, asked.asking)
    pool = _pool(context) if says else []
    if says is None or not pool:
        return
    first, last, is_yes = says
    if _denies_otherwise(context.text.words[first : last + 2], asked):
        return
    opening = context.text.words[slice(*context.text.sentence(last))]
    asked = asked._replace(is_of_chance=not CHANCE_WORDS.isdisjoint(opening))
    is_whole = is_yes or asked.is_hard or asked.air is not None
    is_faint = not (is_whole or _FAINT.isdisjoint(context.text.words[first : last + 2]))
    if is_faint and any((reading.codes or LIGHT) & LIGHT for reading in pool):
        return
    is_yes = is_yes is not (asked.is_opposite or asked.is_gone)
    if is_yes:
        is_wrong = not any(may_hold(reading, asked) for reading in pool)
        is_wrong = is_wrong and not (asked.is_cover and not _AGAINST_SUN.isdisjoint(_opening(context)))
    else:
        is_wrong = any(holds(reading, asked) for reading in pool)
        is_wrong = is_wrong and not _is_qualified(context, asked, last)
    if is_wrong:
        told = next((r for r in pool if holds(r, asked)), pool[0]).condition
        said = context.text.said(first, last)
        yield Judgement(first, last, fault=f"you answered '{said}'; the results give '{told}'")
    else:
        yield Judgement(first, last, tuple(pool))


def _denies_otherwise(said: Sequence[str], asked: Asked) -> bool:
    """Whether it is said that nothing falls, or no cloud is there, of dry or sunny weather: "Not a drop"."""
    things = _DROPS if asked.is_opposite else _CLOUDS if asked.term in SUNNY_TERMS else frozenset()
    return not things.isdisjoint(said)


def _judge_unknown(context: Context) -> Iterator[Judgement]:
    """Yield a fault for a plain yes or no where nothing came back for the place asked about."""
    says = _answer(context.text.words)
    asked = context.user.texts[-1].words
    is_compared = asked[:1] in _COMPARING and not COMPARATIVES.keys().isdisjoint(asked)
    is_asked = is_compared or sky_asked(asked) is not None
    if says is None or not is_asked or _is_of_known(context, is_compared):
        return
    first, last, is_yes = says
    near = context.text.words[last + 1 : last + 6]
    is_told = (
        is_yes or not _AT_PRESENT.isdisjoint(near) or not _GUESSED.isdisjoint(context.text.words[:first])
    )
    if is_told and (_ABOUT_THE_CALL.isdisjoint(near) or near[1:2] in _ALL_THE_SAME):
        said = context.text.around(first, last)
        yield Judgement(first, last, fault=f"you answered '{said}'; no result gives any weather for that")


def _is_of_known(context: Context, is_compared: bool) -> bool:
    """Whether it may be of a place with weather: no other is asked about, or it alone is answered of."""
    if not context.given:
        return False
    asked = [cue for cue in context.places_asked if cue.spots]
    if asked and not any(cue.spots & context.unanswered for cue in asked):
        return True
    if not asked or is_compared:
        return not asked and not (is_compared and not context.latest)
    begin, end = context.text.sentences[0]
    told = [cue for cue in context.scopes.places if begin <= cue.first < end]
    return any(cue.spots and not cue.spots & context.unanswered for cue in told)


def _answer(words: Sequence[str]) -> tuple[int, int, bool] | None:
    """Return the tokens of a yes or no that a reply opens with, and whether it is a yes; None without one."""
    k = 0
    while k < len(words) and words[k] in _LEADING:
        k += 1
    word, after, third = (*words[k : k + 3], "", "", "")[:3]
    if (word in _YES or word in _NO) and after in _AFTER:
        return k, k + (after == "not"), word in _YES and after != "not"
    if word == "none" and after in _NONE_SO:
        return k, k, False
    if (word, after, third) in _NO_WAY:
        return k, k + 2, False
    fourth = words[k + 3] if k + 3 < len(words) else "."
    is_not_a = after == "a" and (third in _NOT_A or fourth in _STOPS)
    if word in ("not", "never", "nary") and (after in _NOT_SO or is_not_a):
        return k, k + 1, False
    if (word in _FAINTLY or (word == "not" and after in _NOT_SO_MUCH)) and {after, third} & _STOPS:
        return k, k, False
    if (word in _SOME and after in _PAST_COMMA) or ((word, after) in _SOME_OF and third in _PAST_COMMA):
        return k, k + (word == "a"), True
    if word == "as" and after in _LIKENED_TO and _is_short(words, k):
        return k, k + 2, True
    if word in _IT and after in _BE_NOT and third in _STOPS:
        return k, k + 1, False
    if word in _IT and after in BE and third in ("not", "none"):
        return (k, k + 2, False) if words[k + 3 : k + 4] != () and words[k + 3] in _STOPS else None
    if word in _IT and after in BE and third in (",", ".", ";", "indeed", "!"):
        return k, k + 1, True
    return None


def _says_gone(words: tuple[str, ...], asked: Asked) -> tuple[int, int, bool] | None:
    """Return the tokens of "It has lifted at last", "Gone entirely", and whether that is a yes."""
    k = 1 + (words[1:2] != () and words[1] in BE) if words[:1] != () and words[0] in _IT else 0
    is_gone = words[:1] == ("gone",) or (k and (words[k : k + 1] or (".",))[0] in GONE)
    if not is_gone or asked.air is not None or asked.asking is not None:
        return None
    return 0, k, asked.is_gone


def _of_day(context: Context) -> tuple[int, int, bool] | None:
    """Return a yes or no that is given of a day: "Wednesday will be.", "Only Friday isn't."."""
    words = context.text.words
    cue = next(iter(context.scopes.days), None)
    if cue is None or not cue.days or cue.first > 1 or (cue.first and words[0] not in ("only", "on")):
        return None
    behind = words[cue.last + 1 : cue.last + 5]
    given = next((n for n in (1, 2) if behind[n : n + 1] in _ONE), 0)
    if given and behind[0] in _OFFERING and _STOPS.intersection(behind[given + 1 : given + 2]):
        return cue.first, cue.last + given + 1, True
    k = 1 + (behind[1:2] in (("be",), ("not",), ("so",)))
    if not behind or behind[0] not in BE | _BE_NOT or not _STOPS.intersection(behind[k : k + 1]):
        return None
    return cue.first, cue.last + k, behind[0] in BE and behind[1] != "not"


def _otherwise(words: tuple[str, ...], asking: Asking | None) -> tuple[int, int, bool] | None:
    """Return the tokens of an answer in other words, and whether it is a yes: "By no means"."""
    k = 0
    while k < len(words) and words[k] in _LEADING:
        k += 1
    for begin in (0, k):
        found = short_answer(words, begin, asking)
        if found is not None:
            return begin, found[0], found[1]
    return None


def _is_short(words: Sequence[str], k: int) -> bool:
    """Whether only a likeness answers: "As a bone, at thirteen degrees"."""
    return any(word in (",", ".", ";", "!", "—") for word in words[k + 1 : k + 5])


def _pool(context: Context) -> list[Reading]:
    """Return the readings a question may be about; none where it is of several days or places."""
    asked = context.user.days
    pool = [reading for reading in context.latest if reading.codes]
    if len({reading.place for reading in pool}) != 1 or len(asked) > 1:
        return []
    if asked and asked[0].days:
        return [reading for reading in pool if reading.atoms & asked[0].days]
    if asked and asked[0].bound is not None:
        return []
    _, end = context.text.sentences[0]
    named = [cue.days for cue in context.scopes.days if cue.first < end]
    if len(named) == 1 and named[0]:
        return [reading for reading in pool if reading.atoms & named[0]]
    current = [reading for reading in pool if reading.is_current]
    return current or pool


def _opening(context: Context) -> tuple[str, ...]:
    """Return the words of the first two sentences, without the answer itself."""
    end = context.text.sentences[min(1, len(context.text.sentences) - 1)][1]
    return context.text.words[1:end]


def _is_qualified(context: Context, asked: Asked, last: int) -> bool:
    """Whether a "no" is followed by what falls after all: "No, it's pouring", "No, only showers"."""
    words = _opening(context)[last:]
    if asked.air is not None and says_so(words, asked.air):
        return True
    if asked.term in SUNNY_TERMS and not _NIGHTLY.isdisjoint(words):
        return True
    falls = asked.air is None and any(
        word in TERMS and TERMS[word].falls for word in words if word not in _NOT_A
    )
    is_opposed = not _OPPOSING.isdisjoint(words)
    if is_opposed and all(reading.is_current for reading in context.latest):
        is_opposed = not _LATER.isdisjoint(words)
    return falls or is_opposed or not _EXCEPTING.isdisjoint(words)
