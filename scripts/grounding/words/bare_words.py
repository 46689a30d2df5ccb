"""Words that claim weather only where they stand alone: "Still.", "Perishing out there."."""

from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.text import Text, word_list, word_set
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.sky_words import Term
from scripts.grounding.words.wind_phrases import CALM, LIVELY, STRONG, Strength

SKIES: Final[dict[str, Term]] = {
    "blue": w.BLUE,
    "bright": w.BRIGHT,
    **dict.fromkeys(word_list("dull drab dismal dingy"), w.SHUT),
    "white": Term("white", w.FROZEN | {48}, w.FROZEN, "snow"),
    **dict.fromkeys(word_list("wet soaking sopping dripping sodden drenching"), w.WETNESS),
    "dry": w.DRY,
}
WINDS: Final[dict[str, Strength]] = {
    **dict.fromkeys(word_list("still stillness"), CALM),
    **dict.fromkeys(word_list("tempestuous squally"), LIVELY),
    "howling": STRONG,
}
DEGREES_C: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(word_list("punishing scalding stifling"), (t.HOT_LEAST_C, 99.0)),
    **dict.fromkeys(word_list("perishing biting numbing sharp arctic"), (-99.0, t.COLD_MOST_C)),
    "warmth": (t.WARM_LEAST_C, 99.0),
}
HUMIDITY: Final[dict[str, tuple[float, float]]] = {
    **dict.fromkeys(word_list("soupy swampy airless"), (t.HUMID_LEAST_PERCENT, 100.0)),
    **dict.fromkeys(word_list("parched arid"), (0.0, t.DRY_AIR_MOST_PERCENT)),
}
_BESIDE: Final = w.WEEKDAYS | word_set(
    "very quite rather fairly pretty truly really perfectly utterly absolutely decidedly mostly chiefly "
    "mainly "
    "largely all wholly entirely simply plain downright properly thoroughly mighty uncommonly still it "
    "is it's "
    "'tis will be and on out outside outdoors there here everywhere today tonight now overhead underfoot not "
    "hardly far from by no means what i'd you'd call exactly scarcely anything but nowhere near grey gray "
    "wet dry calm bright blue dull sharp white warm clear windy skies sky looks a bit little distinctly "
    "proper real regular"
)
_STOPS: Final = word_set('. ! ; : — – ( ) " ,') | {"\n"}
_DEGREES: Final = word_set("degrees degree c f ° % celsius fahrenheit percent")


def stands_alone(text: Text, i: int) -> bool:
    """Whether a sentence, or its end behind a figure, says no more than the word at token i."""
    words = text.words
    begin, end = text.sentence(i)
    first, last = i, i + 1
    while first > begin and words[first - 1] in _BESIDE:
        first -= 1
    while last < end and words[last] in _BESIDE:
        last += 1
    if last < end and words[last] not in _STOPS:
        return False
    if first > begin and words[first - 1] == ",":
        return words[first - 2] in _DEGREES
    is_however = words[i] == "still" and last == i + 1 and words[last : last + 1] == (",",)
    is_led = first == begin or words[first - 1] in (":", ";", "—", "–", "\n")
    return is_led and not is_however
