"""A text as the guard compares it: words, with what the facts dictate masked out.

Figures, places and days change from record to record without making a sentence a new one; so do units and
weather terms where phrases are counted. Knows English words and the world's places, and nothing of records.
"""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Final, NamedTuple

from scripts.weather.places import place_names

FIGURE: Final = "#"
PLACE: Final = "@"
DAY: Final = "~day"
UNIT: Final = "~unit"
WEATHER: Final = "~weather"
MASKS: Final = frozenset((FIGURE, PLACE, DAY, UNIT, WEATHER))

READABLE: Final = {
    FIGURE: "[figure]",
    PLACE: "[place]",
    DAY: "[day]",
    UNIT: "[unit]",
    WEATHER: "[weather]",
}
"""What masks are called in reports."""

STOP: Final = "."
QUESTION: Final = "?"
COMMA: Final = ","
"""Signs, of which there are only these three: a sentence's end, a question's, a clause's."""

TOKEN: Final = re.compile(r"[a-zA-ZÀ-ɏ]+(?:['/][a-zA-ZÀ-ɏ]+)*|\d+(?:[.,:/-]\d+)*|[.!?]+|[,;:—–()°℃℉%]")
"""A word, a figure, a unit's sign, the end of a sentence or of a clause."""

_NAME: Final = re.compile(r"[^\W\d_a-z](?:(?<=[^\W\d_] .)|(?<=, .))[a-zß-ÿ]+")
_ASCII_NAME: Final = re.compile(r"[A-Z](?:(?<=[A-Za-z] .)|(?<=, .))[a-z]+")
"""The same in ASCII, at half the time."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


FIGURE_WORDS: Final = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "thousand dozen score half twenties thirties forties fifties sixties seventies eighties nineties "
    "teens noon midnight pm o'clock"
)
DAY_WORDS: Final = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april june "
    "july august september october november december jan feb apr jun jul aug sept oct nov dec today "
    "tonight tomorrow yesterday weekend weekday today's tonight's tomorrow's monday's tuesday's "
    "wednesday's thursday's friday's saturday's sunday's tmrw 2moro morning afternoon evening night "
    "spring summer autumn winter"
)
UNIT_WORDS: Final = _words(
    "° % ℃ ℉ degree degrees celsius fahrenheit centigrade percent cent c f km/h kmh kph km mph m/s knot "
    "knots kilometre kilometres kilometer kilometers mile miles metre metres meter meters hour hours "
    "latitude latitudes longitude longitudes lat lon long zone"
)
WEATHER_WORDS: Final = _words(
    "temperature temperatures thermometer mercury feels feel felt feeling humidity humid wind winds "
    "windy windless breeze breezes breezy gust gusts gusty gale gales sky skies cloud clouds cloudy "
    "cloudless overcast clear sun sunny sunshine sunlight rain rains rainy raining rainfall drizzle "
    "drizzles drizzly shower showers showery snow snows snowy snowing snowfall sleet ice icy frost "
    "frosty freeze freezing frozen fog foggy mist misty haze hazy storm storms stormy thunder "
    "thunderstorm thunderstorms lightning hail hailstones precipitation dry dries drier driest damp wet "
    "wetter wettest warm warmer warmest warmth hot hotter hottest heat cold colder coldest cool cooler "
    "coolest chill chilly chillier mild milder mildest crisp bitter brisk fair high highs low lows "
    "maximum minimum peak peaks top tops chance chances odds probability likelihood risk light moderate "
    "heavy dense partly mainly mostly slight gentle strong violent north south east west northeast "
    "northwest southeast southwest northerly southerly easterly westerly northern southern eastern "
    "western n s e w ne nw se sw nne ene ese sse ssw wsw wnw nnw grains rime air range reading readings"
)

CLASSES: Final = {
    **dict.fromkeys(FIGURE_WORDS, FIGURE),
    **dict.fromkeys(DAY_WORDS, DAY),
    **dict.fromkeys(UNIT_WORDS, UNIT),
    **dict.fromkeys(WEATHER_WORDS, WEATHER),
}
"""What stands for what; a word in none of these stands for itself."""

FUNCTION_WORDS: Final = _words(
    "a an the this that these those there here it its it's he she they them their his her we us our ours "
    "you your yours you're you'll you'd you've i me my mine i'm i'd i'll i've they're they'll we're we'll "
    "we've that's there's here's what's who's let's is are was were be been being am isn't aren't wasn't "
    "weren't do does did done don't doesn't didn't has have had having hasn't haven't hadn't will would "
    "won't wouldn't shall should shan't shouldn't can could can't couldn't cannot may might must mustn't "
    "ought and or but nor so yet if then than as at by for from in into of off on onto out over to toward "
    "towards under up upon with without within about above after again against along among around before "
    "behind below beneath beside between beyond down during near since through till until while where when "
    "which who whom whose what why how not no yes any all both each either neither every few many more most "
    "much other others another some such same own only just also too very quite rather still even ever "
    "never now right once soon later ago get gets got go goes going like per via out's it'll it'd that'll "
    "there'll plus because though although however else"
)
"""Words that carry grammar rather than meaning."""

MEANINGLESS: Final = MASKS | FUNCTION_WORDS
"""Tokens that carry no meaning of their own."""


class Masked(NamedTuple):
    """A text as tokens.

    `tokens` has every mask; in `plain` units and weather terms are words again. Neighbours of one mask are
    one. `source` gives for each of `tokens` the number of the match of TOKEN it begins with; `ends` and
    `clauses` are the lengths of `tokens` at which a sentence and a clause end, `asks` those of questions.
    """

    tokens: list[str]
    plain: list[str]
    source: list[int]
    ends: list[int]
    clauses: list[int]
    asks: list[int]


def names_in(text: str) -> Iterator[str]:
    """Return, in lower case, the words of a text that its capitals show to be names."""
    return map(str.lower, (_ASCII_NAME if text.isascii() else _NAME).findall(text))


def name_words(names: Iterable[str]) -> Iterator[str]:
    """Return the words, in lower case, by which one recognises these names."""
    return chain.from_iterable(map(_name_words, names))


@lru_cache(maxsize=4096)
def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of one name, or of several with a line each."""
    return tuple(
        word
        for word in TOKEN.findall(name.lower())
        if len(word) > 2 and word not in FUNCTION_WORDS and word not in CLASSES
    )


def mask(text: str, names: Set[str]) -> Masked:
    """Return a text masked.

    Words in `names` (lower case) are places, and so are capitalised ones of the names in the world's table.
    """
    tokens, plain, source, ends, clauses, asks = Masked([], [], [], [], [], [])
    signs = {STOP: (ends,), QUESTION: (ends, asks), COMMA: (clauses,)}
    last = last_plain = ""
    read = chain.from_iterable(map(_read, text.replace("’", "'").split()))
    for number, (word, whole, part) in enumerate(read):
        if word in names:
            whole = part = PLACE
        elif whole in signs:
            for lengths in signs[whole]:
                lengths.append(len(tokens))
            continue
        if part != last_plain or part not in MASKS:
            plain.append(part)
            last_plain = part
        if (whole == last and whole in MASKS) or (whole == UNIT and last == FIGURE):
            continue
        tokens.append(whole)
        source.append(number)
        last = whole
    ends.append(len(tokens))
    return Masked(tokens, plain, source, ends, clauses, asks)


@lru_cache(maxsize=4096)
def _read(chunk: str) -> tuple[tuple[str, str, str], ...]:
    """Return what stands between two blanks as `_classed` has each match of TOKEN: most of it comes again."""
    return tuple(map(_classed, TOKEN.findall(chunk)))


def _classed(found: str) -> tuple[str, str, str]:
    """Return a match of TOKEN in lower case, what stands for it, and the same with weather left as it is."""
    word = found.lower()
    if word[0] in ".!?":
        sign = QUESTION if "?" in word else STOP
        return word, sign, sign
    if word[0] in ",;:—–()":
        return word, COMMA, COMMA
    if found[0].isupper() and word in _world():
        return word, PLACE, PLACE
    whole = FIGURE if word[0].isdigit() else CLASSES.get(word, word)
    return word, whole, word if whole in (UNIT, WEATHER) else whole


def words_in(text: str) -> Iterator[str]:
    """Return the words and figures of a text in lower case."""
    return chain.from_iterable(map(_words_of, text.lower().split()))


@lru_cache(maxsize=4096)
def _words_of(chunk: str) -> tuple[str, ...]:
    return tuple(word for word in TOKEN.findall(chunk) if word[0].isalnum())


@cache
def _world() -> frozenset[str]:
    return frozenset(_name_words("\n".join(place_names())))


def readable(words: str) -> str:
    """Return masked words for people: "a [weather] of [figure]"."""
    return " ".join(READABLE.get(word, word) for word in words.split())


def words_at(text: str, masked: Masked, start: int, stop: int) -> str:
    """Return what stands in a text for `masked.tokens[start:stop]`."""
    found = TOKEN.finditer(text.replace("’", "'"))
    spans = [word.span() for word in islice(found, masked.source[start], masked.source[stop - 1] + 1)]
    return text[spans[0][0] : spans[-1][1]]
