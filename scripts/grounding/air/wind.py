"""Claims about the wind: where it comes from, how strong it is, that there is any."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding import tolerances
from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.facts import DIRECTIONS, Reading
from scripts.grounding.figures.agreement import fits
from scripts.grounding.text import Text, Triggers, word_list, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure_words import WIND
from scripts.grounding.words.sky_words import TERMS
from scripts.grounding.words.units_said import convert, unit_at

_LETTERS: Final = {
    "north": "N", "south": "S", "east": "E", "west": "W",
    "northerly": "N", "southerly": "S", "easterly": "E", "westerly": "W",
    "northern": "N", "southern": "S", "eastern": "E", "western": "W",
    "northeastern": "NE", "northwestern": "NW", "southeastern": "SE", "southwestern": "SW",
    "southwester": "SW", "wester": "W", "souwester": "SW", "norther": "N", "easter": "E",
    "northeast": "NE", "northwest": "NW", "southeast": "SE", "southwest": "SW",
    "northeasterly": "NE", "northwesterly": "NW", "southeasterly": "SE", "southwesterly": "SW",
    "northeaster": "NE", "northwester": "NW", "southeaster": "SE", "nor'east": "NE", "nor'west": "NW",
    "sou'west": "SW", "sou'east": "SE", "nor'easter": "NE", "nor'wester": "NW", "sou'wester": "SW", "nor": "",
}  # fmt: skip
_POINT_WORDS: Final = frozenset(word for word, letters in _LETTERS.items() if letters)
_ABBREVIATED: Final = frozenset(point.lower() for point in DIRECTIONS)
WIND_WORDS: Final = word_set(
    "wind winds wind's breeze breezes gust gusts gusting blow blows blowing blew breezy windy zephyr "
    "gale air airs "
    "draft draught breath blustery puff"
)
_NAMING: Final = word_set(
    "wind winds wind's breeze breezes windy breezy gusty blustery gusts gust gale gales zephyr"
)
_NOT_DIRECTIONS: Final = word_set(
    "coast side end wall window windows facing bound of door porch bank shore pole edge slope face "
    "corner gate sea london"
)
_TOWARDS: Final = word_set("toward towards heading eastward westward northward southward")
_SAYINGS: Final = (
    ("which", "way", "the"), ("second",), ("in", "the", "wind"), ("to", "the"), ("whichever", "way", "the"),
    ("against", "the"), ("ill",), ("fair",), ("get", "wind"), ("like", "the"), ("like", "a"),
    ("shoot", "the"),
    ("any",), ("trade",), ("it", "a"), ("sail", "the"),
)  # fmt: skip
_SAYINGS_BY_END: Final = {
    end: tuple(saying for saying in _SAYINGS if saying[-1] == end) for end in {each[-1] for each in _SAYINGS}
}
_WIND_AFTER_FREE: Final = word_set(
    "up down chill breaker breakers farm instrument instruments proof through around"
)
_IT: Final = word_set("it it's this that and which both they")
_ANSWERING: Final = word_set(
    "the from due out of toward towards it it's is comes coming straight due a mostly"
)
_ASKED: Final = word_set("wind winds blow blows blowing breeze direction quarter")
_PRESENT: Final = (("is",), ("blows",), ("comes",), ("has",), ("makes",), ("at",), ("of",))
_FROM_THE: Final = (("from", "the"), ("of", "the"))
_COMING: Final = word_set("from out off")
_SAILS: Final = word_set("sails sail sails'")
_GOING: Final = word_set(
    "skate walk ride sail steer run drive head go turn march row fly cycle pedal tack travel look face move "
    "journey hike paddle facing looks lies lying"
)
_WOUND: Final = word_set("a an the my your his her its thy their this that it them thine our along")
_LEAST_KMH: Final = {
    **dict.fromkeys(word_list("windy gusty blustery"), tolerances.WINDY_LEAST_KMH),
    **dict.fromkeys(word_list("breezy"), tolerances.BREEZY_LEAST_KMH),
    **dict.fromkeys(word_list("gale gales"), tolerances.GALE_LEAST_KMH),
}
_LIGHT: Final = word_set("light gentle soft slight faint little mild lazy idle feeble")
_STRONG: Final = word_set(
    "wild savage mighty boisterous tearing furious violent shrieking strong stiff fierce howling hard "
    "heavy high vigorous ferocious roaring punishing raging powerful tremendous formidable lusty brutal "
    "cruel "
    "rough merciless almighty"
)
_BRISK: Final = word_set("brisk fresh lively freshening bracing spirited")
_LETTERS_OF_POINT: Final = 3
"""Letters of the finest directions; two points side by side have as many as none of them, or are an axis."""

_DENYING_REACH: Final = 4
"""How many words before a direction may deny it; what follows it ("at not quite ten") never does."""
_CALM: Final = word_set("calm windless becalmed still")
_TRIGGERS: Final = Triggers(_POINT_WORDS | _ABBREVIATED | _NAMING | _CALM)
_CALM_AFTER: Final = word_set(
    "wind winds air day days morning evening conditions weather , . ; and night afternoon ! skies "
    "seas out outside in at there here right now today tonight but with across as all conditions winds — on"
)
_CALM_BEFORE: Final = word_set(
    "is are it's was perfectly nearly dead fairly quite almost air wind winds and , a the clear dry "
    "mild be stays . : ; — ! very utterly absolutely entirely completely so too not hardly scarcely from but "
    "near call exactly utter total complete of no means"
) | {"\n"}


@told_by(_TRIGGERS)
def judge_wind(context: Context) -> Iterator[Judgement]:
    """Yield a judgement for each claim about the wind that is asserted, and for each direction named."""
    text = context.text
    end = -1
    for i in text.where(_TRIGGERS):
        word = text.words[i]
        if i <= end or i in context.stances.names:
            continue
        if word in _POINT_WORDS or (word in _ABBREVIATED and _is_written_point(text, i)):
            end, point = _point(text, i)
            is_point = point in DIRECTIONS or len(point) == _LETTERS_OF_POINT
            if is_point and _is_of_wind(context, i, end) and _is_told(context, i, end):
                yield _judge_direction(context, i, end, point)
        elif word not in _ABBREVIATED and context.stances.is_asserted(i) and not _is_ranked(text.words, i):
            judgement = _judge_strength(context, i, word)
            if judgement is not None:
                yield judgement


def _is_told(context: Context, first: int, last: int) -> bool:
    """Whether a direction is said of the wind there is: asserted, beside its speed, or "the east wind is"."""
    words = context.text.words
    if context.stances.is_asserted(first):
        return True
    is_wind = words[last + 1 : last + 2] != () and words[last + 1] in _NAMING
    if is_wind and words[first - 1 : first] == ("the",) and words[last + 2 : last + 3] in _PRESENT:
        return True
    return (is_wind or _is_whence(words, first)) and _is_beside_speed(context, first)


def _is_whence(words: tuple[str, ...], first: int) -> bool:
    """Whether "from" or "out of the" stands before token `first`."""
    return words[max(0, first - 2) : first] in _FROM_THE or words[max(0, first - 1) : first] == ("from",)


def _is_beside_speed(context: Context, first: int) -> bool:
    """Whether a speed that the results have stands in the same sentence as a direction."""
    begin, end = context.text.sentence(first)
    return any(
        begin <= figure.first < end
        and figure.fields <= WIND
        and any(fits(figure, reading, "wind") for reading in context.given)
        for figure in context.figures
    )


def _is_ranked(words: tuple[str, ...], i: int) -> bool:
    """Whether a day is only the most or the least so of several: "the least windy of the seven"."""
    return words[max(0, i - 2) : i] in (("the", "least"), ("the", "most"))


def _is_written_point(text: Text, i: int) -> bool:
    before = text.words[i - 1] if i else ""
    return text.written[i].isupper() and before != "°" and not before[-1:].isdecimal()


def _point(text: Text, i: int) -> tuple[int, str]:
    """Read one direction over its words: "north-northeast", "south south-west", "WNW"."""
    words = text.words
    letters, last = "", i
    while last < len(words) and last < i + 3:
        word = words[last]
        if word == "easter" and not letters:
            break
        if word in _POINT_WORDS:
            letters += _LETTERS[word]
        elif word in _ABBREVIATED and _is_written_point(text, last) and not letters:
            letters = word.upper()
        else:
            break
        last += 1
    return last - 1, letters


def _is_of_wind(context: Context, first: int, last: int) -> bool:
    """Whether a direction is that of the wind: a word for wind or a speed stands by it."""
    text = context.text
    words = text.words
    after = words[last + 1] if last + 1 < len(words) else "."
    if words[last].endswith("ern") and after not in WIND_WORDS:
        return False
    if after == "of" and words[last].endswith(("erly", "wester", "easter")):
        return True
    if (after in _NOT_DIRECTIONS and not (after == "corner" and _is_whence(words, first))) or (
        text.is_capital(first)
        and last + 1 < len(words)
        and text.is_capital(last + 1)
        and after.isalpha()
        and len(words[first]) > 3
    ):
        return False
    if first and words[first - 1] in _GOING:
        return False
    if words[last].endswith(("erly", "er")) or after in WIND_WORDS:
        return True
    if _comes_at_speed(words, first, last) or (_is_whence(words, first) and _is_beside_speed(context, first)):
        return True
    begin, end = context.stances.sentence(first)
    if _goes_on_of_wind(context, begin, first):
        return True
    for k in range(max(begin, first - 12), min(end, last + 9)):
        if (words[k] in WIND_WORDS or (words[k][-1].isdecimal() and _is_speed(text, k))) and text.wall(
            min(k, first), max(k, last)
        ) < 30:
            return True
    return any(
        figure.unit in ("mph", "km/h", "kn", "m/s")
        and (
            (0 <= first - figure.last <= 6 and text.wall(figure.last, first) < 20)
            or (0 < figure.first - last <= 6 and text.wall(last, figure.first) < 20)
        )
        for figure in context.figures
    )


def _goes_on_of_wind(context: Context, begin: int, first: int) -> bool:
    """Whether "it's coming from the east" goes on from a sentence about the wind."""
    words = context.text.words
    said = words[begin:first]
    if not begin and _ANSWERING.issuperset(said) and not _ASKED.isdisjoint(context.user.texts[-1].words):
        return True
    if not begin or said[:1] == () or said[0] not in _IT or _COMING.isdisjoint(said):
        return False
    earlier, _ = context.stances.sentence(begin - 1)
    return not WIND_WORDS.isdisjoint(words[earlier:begin]) or "wind" in context.user.texts[-1].words


def _comes_at_speed(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a direction is where something comes from at a speed: "from the west at forty-five"."""
    is_from = "from" in words[max(0, first - 2) : first] or words[max(0, first - 3) : first - 1] == (
        "out",
        "of",
    )
    is_at = words[last + 1 : last + 2] == ("at",) and last + 2 < len(words)
    return is_from and is_at and is_numeral(words[last + 2])


def _is_speed(text: Text, k: int) -> bool:
    unit = unit_at(text, k + 1)
    return unit is not None and unit[0] in ("mph", "km/h", "kn", "m/s")


def _judge_direction(context: Context, first: int, last: int, point: str) -> Judgement:
    scope = context.scopes.at(first, last)
    readings = context.about(scope)
    if point not in DIRECTIONS:
        fault = f"you wrote '{context.text.around(first, last)}'; there is no such direction"
        return Judgement(first, last, fault=fault)
    said = DIRECTIONS[point]
    before = context.text.words[max(0, first - 4) : first]
    if not _TOWARDS.isdisjoint(before[-3:]) or _is_goal(before):
        said = (said + 180) % 360
    agreeing = [r for r in readings if r.direction is not None and _is_same(said, point, r.direction)]
    denied = context.stances.is_denied_before(first, _DENYING_REACH)
    if agreeing or denied or denied is None:
        return Judgement(first, last, tuple(agreeing))
    given = ", ".join(dict.fromkeys(_named(r.direction) for r in readings if r.direction is not None))
    looked = context.where_looked(scope)
    detail = f"{looked} give the wind from {given}" if given else f"{looked} give no wind direction"
    return Judgement(first, last, fault=f"you wrote '{context.text.around(first, last)}'; {detail}")


def _is_goal(before: tuple[str, ...]) -> bool:
    """Whether a direction is where the wind goes, having come from another: "east to west"."""
    for k, word in enumerate(before[:-1]):
        if word in _POINT_WORDS or word in _ABBREVIATED:
            return before[k + 1 :] in (("to",), ("to", "the"), ("into",), ("into", "the"), ("over", "to"))
    return False


def _is_same(said: float, point: str, given: float) -> bool:
    off = abs((said - given + 180) % 360 - 180)
    is_main = len(point) < 3
    given_is_main = given % 45 == 0
    if given % 22.5:
        return off <= (tolerances.DIRECTION_DEGREES if is_main else tolerances.DIRECTION_DEGREES / 2)
    return off < 1 or (is_main and not given_is_main and off <= tolerances.DIRECTION_DEGREES)


def _named(degrees: float) -> str:
    return min(DIRECTIONS, key=lambda point: abs((DIRECTIONS[point] - degrees + 180) % 360 - 180))


_COMPARED: Final = word_set("less least more most as")
"""What only compares how windy it is."""

_ADJECTIVES: Final = 3
"""Words before one for the wind that may say how strong it is."""


def _judge_strength(context: Context, i: int, word: str) -> Judgement | None:
    words = context.text.words
    if _is_saying(words, i) or context.stances.is_maxim(i):
        return None
    scope = context.scopes.at(i, i)
    readings = context.about(scope)
    speeds = [(r, _kmh(r)) for r in readings if "wind" in r.values]
    denied = context.stances.is_denied(i, i)
    if denied is None or words[i - 1] in _COMPARED:
        return None
    begin, _ = context.text.sentence(i)
    least, most = _bounds(_adjectives(words[max(begin, i - _ADJECTIVES) : i]), word, denied)
    agreeing = [r for r, speed in speeds if least <= speed <= most]
    if agreeing:
        return Judgement(i, i, tuple(agreeing) if (least, most) != (0.0, 999.0) else ())
    said = context.text.around(i, i)
    if not speeds:
        if context.stances.is_open(i) and not readings:
            return None
        if not context.given and context.stances.is_stated(i) and not denied:
            return Judgement(i, i, fault=f"you wrote '{said}'; no result gives any weather")
        is_silent = context.is_silent_on(scope) and not readings
        if (readings or is_silent) and not denied and (word not in _CALM or is_silent):
            return Judgement(i, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give no wind")
        return None
    given = ", ".join(f"{r.values['wind']:g} {r.wind_unit or ''}".strip() for r, _ in speeds[:5])
    return Judgement(i, i, fault=f"you wrote '{said}'; {context.where_looked(scope)} give a wind of {given}")


def _is_saying(words: tuple[str, ...], i: int) -> bool:
    after = words[i + 1] if i + 1 < len(words) else "."
    before = words[i - 1] if i else "."
    if words[i] in _CALM:
        return (
            after not in _CALM_AFTER
            or before not in _CALM_BEFORE
            or (words[i] == "still" and after not in ("air", "day", "morning"))
        )
    if words[i] == "wind" and not _SAILS.isdisjoint(words[i + 1 : i + 8]):
        return True
    if words[i] in ("wind", "winds") and (after in _WIND_AFTER_FREE or _is_winding(before, after)):
        return True
    if words[i] == "breeze" and (
        before == "a" and words[max(0, i - 2)] in ("it's", "be", "is", "it") and after in (".", "!", ",")
    ):
        return True
    return any(words[max(0, i - len(s)) : i] == s for s in _SAYINGS_BY_END.get(before, ()))


def _is_winding(before: str, after: str) -> bool:
    """Whether "wind" is what one does to a watch or a road does over a hill."""
    is_ordered = not before.isalnum() or before in ("to", "i", "you", "we", "i'll", "we'll", "will", "and")
    return is_ordered and after in _WOUND


def _adjectives(before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that may be said of the wind and of nothing before it: none of "heavy rain and"."""
    return before[max((k + 1 for k, word in enumerate(before) if word in TERMS), default=0) :]


def _bounds(adjectives: tuple[str, ...], word: str, denied: bool) -> tuple[float, float]:
    """Return the least and most wind in km/h that the word, with the words before it, can mean."""
    if word in _CALM:
        return (0.0, tolerances.CALM_MOST_KMH) if not denied else (tolerances.BREEZY_LEAST_KMH, 999.0)
    if denied:
        if not _LIGHT.isdisjoint(adjectives) and "little" not in adjectives:
            return tolerances.BREEZY_LEAST_KMH, 999.0
        if not _STRONG.isdisjoint(adjectives):
            return 0.0, tolerances.GALE_LEAST_KMH
        if word in ("wind", "winds", "breeze"):
            return 0.0, tolerances.CALM_MOST_KMH
        return 0.0, tolerances.STRONG_LEAST_KMH + 10 if word in ("breezy", "windy") else 999.0
    if any(adjective in _STRONG for adjective in adjectives):
        return tolerances.STRONG_LEAST_KMH, 999.0
    if any(adjective in _LIGHT for adjective in adjectives):
        return 0.0, tolerances.LIGHT_MOST_KMH
    least = _LEAST_KMH.get(word, 0.0)
    return least if _BRISK.isdisjoint(adjectives) else max(least, tolerances.BREEZY_LEAST_KMH), 999.0


def _kmh(reading: Reading) -> float:
    return convert(reading.values["wind"], reading.wind_unit or "km/h", "km/h")
