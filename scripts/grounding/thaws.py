"""A thaw granted or denied to somebody who asked for one: "Briefly, on Wednesday"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.facts import Reading
from scripts.grounding.freezing import unfelt
from scripts.grounding.text import word_set

_ASKED: Final = word_set("thaw thaws thawing melt melts melting")
_ABOVE: Final = frozenset((("above", "freezing"), ("past", "freezing"), ("over", "freezing")))
_NIGHTLY: Final = word_set("night tonight overnight nights evening morning dawn")
_YES: Final = word_set(
    "yes aye yep yea indeed briefly barely slightly somewhat marginally surely certainly plainly assuredly"
)
_GRANTING: Final = (
    ("a", "little"), ("a", "bit"), ("a", "touch"), ("a", "small"), ("for", "a"), ("only", "briefly"),
    ("only", "on"), ("only", "just"), ("it", "will"), ("it", "does"), ("just", "barely"), ("one", "day"),
)  # fmt: skip
_CLOSING: Final = ((",",), (".",), (":",), (";",), ("—",), ("–",), ("!",), ("on",))
_OPENING: Final = word_set("is will does any shall do are can")
_OTHERWISE: Final = word_set("not isn't won't stay stays remain or below under when which how")
_NOT: Final = word_set("not no never none isn't doesn't won't nor hardly scarcely")
_WARMEST: Final = 0.51
"""°C that a day's highest may lie below freezing and yet be said to thaw."""


def judge_thaws(context: Context) -> Iterator[Judgement]:
    """Yield a fault for a thaw granted on days that all stay below freezing."""
    asked = context.user.texts[-1].words
    words = context.text.words
    is_asked = not _ASKED.isdisjoint(asked) or (
        "freezing" in asked and not _ABOVE.isdisjoint(pairwise(asked))
    )
    if not is_asked or not context.given or not _NIGHTLY.isdisjoint(asked) or not words:
        return
    is_plain = _OPENING.intersection(asked) and _OTHERWISE.isdisjoint(asked)
    is_granted = bool(is_plain) and (words[:2] in _GRANTING or (words[0] in _YES and words[1:2] in _CLOSING))
    _, end = context.text.sentences[0]
    if not is_granted or not _NOT.isdisjoint(words[:end]):
        return
    pool = _meant(context, end)
    highest = [max(values) for reading in pool if (values := list(unfelt(reading)))]
    if highest and max(highest) < -_WARMEST:
        said = context.text.said(0, end - 1)
        yield Judgement(0, end - 1, fault=f"you answered '{said}'; by the results it stays below freezing")


def _meant(context: Context, end: int) -> list[Reading]:
    """Return the readings that a thaw is granted of: those of the days named, or asked about, or all."""
    named = [cue.days for cue in context.scopes.named_between(0, end) if cue.days]
    named = named or [cue.days for cue in context.user.days if cue.days]
    if not named:
        return list(context.latest)
    return [reading for reading in context.latest if any(reading.atoms & days for days in named)]
