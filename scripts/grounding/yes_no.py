"""A reply's "yes" or "no" to what was asked of the sky: "No, not at the moment" to "Is it raining?"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.sky_words import DRIZZLY, FOG, TERMS, WET, Term
from scripts.grounding.text import word_set
from scripts.grounding.tolerances import SMALL_CHANCE

_YES: Final = word_set("yes aye yep yeah indeed")
_NO: Final = word_set("no nay nope")
_AFTER: Final = word_set(", . ; : — – ! sir friend ma'am madam not")
_OPENING: Final = word_set("is will does has are")
_SUBJECTS: Final = word_set("it there the we it'll")
_OTHERWISE: Final = word_set(
    "or stop stopped over end ended yet clear let isn't won't not no without never less more worse "
    "heavier hard heavily all every enough only always"
)
_EXCEPTING: Final = word_set(
    "except but until apart save only though yet just rather merely after before unless"
)
_NOT_ONE: Final = (("not", "one"), ("not", "a"), ("not", "any"), ("never", "a"))
_REACH: Final = 6
"""Words after "is it", "will there be" within which the sky is asked about."""


def judge_yes_no(context: Context) -> Iterator[Judgement]:
    """Yield a fault where the first word of a reply wrongly denies or grants what was asked of the sky."""
    words = context.text.words
    yield from _judge_none(context)
    if len(words) < 2 or words[1] not in _AFTER or words[0] not in _YES | _NO or not context.latest:
        return
    term = _asked(context.user.texts[-1].words)
    pool = _pool(context)
    if term is None or not pool:
        return
    holding = [reading for reading in pool if _holds(reading, term)]
    is_wrong = not any(_may_hold(r, term) for r in pool) if words[0] in _YES else bool(holding)
    if is_wrong and (words[0] in _YES or not _is_qualified(context)):
        told = (holding or pool)[0].condition
        yield Judgement(0, 0, fault=f"you answered '{words[0]}' of {term.name}; the results give '{told}'")


def _judge_none(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "Not one" or "None" in answer to "Any clouds on Wednesday?" where there are."""
    words, asked = context.text.words, context.user.texts[-1].words
    at = asked.index("any") if "any" in asked else -1
    is_none = words[:2] in _NOT_ONE or (words[:1] == ("none",) and words[1:2] in ((",",), (".",), ("at",)))
    if at < 0 or not is_none or not _OTHERWISE.isdisjoint(asked) or not context.given:
        return
    term = next((TERMS[word] for word in asked[at + 1 : at + 3] if word in TERMS), None)
    pool = _pool(context)
    if term is None or not pool or _is_qualified(context):
        return
    if all((reading.codes or frozenset()) & term.refutes for reading in pool):
        yield Judgement(0, 0, fault=f"you answered that there is no {term.name}; by the results there is")


def _asked(words: tuple[str, ...]) -> Term | None:
    """Return what a question asks for, of the things that fall and fog: "Is it still raining in Lisbon?"."""
    for k in range(len(words) - 2):
        is_opening = k == 0 or not words[k - 1].isalnum()
        if not is_opening or words[k] not in _OPENING or words[k + 1] not in _SUBJECTS:
            continue
        question = words[k : words.index("?", k) if "?" in words[k:] else len(words)]
        if not _OTHERWISE.isdisjoint(question):
            return None
        terms = [TERMS[word] for word in question[2 : 2 + _REACH] if word in TERMS]
        return terms[0] if len(terms) == 1 and (terms[0].falls or terms[0] is FOG) else None
    return None


def _pool(context: Context) -> list[Reading]:
    """Return the readings a question may be about; none where it is of several days or places."""
    asked = context.user.days
    pool = [reading for reading in context.latest if reading.codes]
    if len({reading.place for reading in pool}) != 1 or len(asked) > 1:
        return []
    if asked and asked[0].days:
        return [reading for reading in pool if reading.atoms & asked[0].days]
    if asked:
        return []
    current = [reading for reading in pool if reading.is_current]
    return current or pool


def _holds(reading: Reading, term: Term) -> bool:
    """Whether a condition given is what was asked for, and not only drizzle, nor unlikely."""
    codes = reading.codes or frozenset()
    return (
        bool(codes & term.refutes)
        and not codes <= DRIZZLY
        and reading.values.get("chance", 100.0) > SMALL_CHANCE
    )


def _may_hold(reading: Reading, term: Term) -> bool:
    codes = reading.codes or frozenset()
    is_likely = term.falls in ("rain", "any") and reading.values.get("chance", 0.0) > 0
    return bool(codes & term.agrees) or (term.falls != "" and bool(codes & WET)) or is_likely


def _is_qualified(context: Context) -> bool:
    """Whether a "no" is followed by what falls after all: "No, it's pouring", "No, only showers"."""
    end = context.text.sentences[min(1, len(context.text.sentences) - 1)][1]
    words = context.text.words[1:end]
    falls = any(word in TERMS and TERMS[word].falls for word in words)
    return falls or not _EXCEPTING.isdisjoint(words)
