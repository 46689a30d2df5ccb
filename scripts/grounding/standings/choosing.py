"""Which of two places or days has more or less of something: "the stronger wind of the pair"."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.standings.comparisons import judge_most
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.measures import HUMID, NIGHT, WARM, WIND, Measure, of, wetness

_SIGNS: Final = {
    **dict.fromkeys(
        word_list(
            "stronger higher greater bigger larger brisker stiffer livelier fresher fiercer harder heavier "
            "more "
            "better faster rougher"
        ),
        1,
    ),
    **dict.fromkeys(
        word_list(
            "lighter lower smaller gentler weaker less lesser slighter softer slimmer calmer fainter slower"
        ),
        -1,
    ),
}
_NOUNS: Final[dict[str, Sequence[Measure]]] = {
    **dict.fromkeys(word_list("wind winds breeze gust gusts"), WIND),
    **dict.fromkeys(word_list("humidity moisture"), HUMID),
    **dict.fromkeys(word_list("chance odds probability risk likelihood"), (wetness,)),
    **dict.fromkeys(word_list("temperature temperatures"), WARM),
    **dict.fromkeys(word_list("high highs maximum"), (of("high"),)),
    **dict.fromkeys(word_list("low lows minimum"), NIGHT),
}
_TRIGGERS: Final = Triggers(_SIGNS)
_TWO: Final = (("of", "the", "two"), ("of", "the", "pair"), ("of", "both"), ("of", "the", "couple"))
_HAVING: Final = word_set(
    "has have hath gets keeps holds enjoys takes bears carries boasts with shows owns sees"
)
_PAIR: Final = 2
_REACH: Final = 5


@told_by(_TRIGGERS)
def judge_choosing(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each "the stronger wind" and "the higher chance" of two."""
    words = context.text.words
    for i in context.text.where(_TRIGGERS):
        measures = _NOUNS.get(words[i + 1]) if i + 1 < len(words) else None
        if measures is None or words[i - 1] != "the" or "than" in words[i + 2 : i + 2 + _REACH]:
            continue
        is_of_two = _is_of_two(context, i)
        if not is_of_two and not (
            _is_between_places(context) and not _HAVING.isdisjoint(words[i - 3 : i - 1])
        ):
            continue
        if context.stances.is_asserted(i) and context.stances.is_denied(i, i) is False:
            judgement = judge_most(context, i, _SIGNS[words[i]], measures)
            if judgement is not None:
                yield judgement


def _is_of_two(context: Context, i: int) -> bool:
    """Whether "of the two" stands behind the noun, or opens the sentence."""
    words = context.text.words
    begin, end = context.stances.sentence(i)
    spans = (*range(i + 2, min(end, i + _REACH)), begin)
    return any(words[k : k + len(two)] == two for k in spans for two in _TWO)


def _is_between_places(context: Context) -> bool:
    """Whether just two places are known."""
    return len({reading.place for reading in context.given}) == _PAIR
