"""Numbers that name no quantity: which they can be of, from what is spoken of around them."""

from collections.abc import Collection, Sequence
from typing import Final

from scripts.grounding.facts import Field
from scripts.grounding.figures.below_zero import NEAR, as_signed, below_together
from scripts.grounding.figures.figure_differences import is_comparative
from scripts.grounding.figures.unlabelled import names_count
from scripts.grounding.text import DIGITS, Text, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.figure import THRESHOLDS, Figure
from scripts.grounding.words.figure_words import ANYTHING, DECADES, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.words.sky_words import TERMS

_OF_CHANCE: Final = frozenset(
    word for word, name in w.LABELS.items() if name in ("chance", "humidity", "moist")
)
_OF_PERCENT: Final = (_OF_CHANCE - w.FALLING) | word_set(
    "% percent pct cent percentage likely unlikely certain hundred"
)
"""What a bare percentage is announced with in a reply: more than a word for rain, which any day may have."""

_WIND_NAMES: Final = frozenset(word for word, name in w.LABELS.items() if name == "wind")
_OF_WIND: Final = (
    _WIND_NAMES
    | {f"{name}'s" for name in _WIND_NAMES}
    | word_set(
        "mph kmh kph knots knot kn northerly southerly easterly westerly northeaster nor'easter southwester "
        "northeasterly northwesterly southeasterly southwesterly northwester southeaster norther souther "
        "km kilometers kilometres calm calmer calmest breezier breeziest windier windiest squall squalls "
        "blew sail sails stiff knock knocks"
    )
)

_HIGHS: Final = word_set("high highs maximum maxima daytime afternoon afternoons peak peaks hottest warmest")
_HOTTEST: Final = word_set("warmest hottest mildest")
_WARMER: Final = word_set("warmer colder cooler hotter milder chillier balmier")
_FEELING: Final = word_set("feel feels feeling felt skin bones brow cheek shirt collar")
_WINDIER: Final = word_set("windier breezier calmer gustier blowier")
_PART_OF_DAY: Final = frozenset(("day", "night"))
_BY_NIGHT: Final = (("by", "night"), ("at", "night"), ("by", "day"))
_LED: Final = word_set("to only about nearly almost just around under over")
_NAMING: Final = (("on",), ("in",), ("for",), ("at",), ("by",))
_RANKED: Final = frozenset(("lowest", "highest"))
_MOST: Final = word_set("warmest hottest coolest coldest mildest chilliest")
_SKY: Final = frozenset(word for word, term in TERMS.items() if not term.falls)
_CLOCK: Final = word_set("start starts begin begins leave by until till from meet open opens clears clear")
_HAD: Final = frozenset(("has", "at", "is", "gets", "shows", "keeps", "holds"))
_GETTING: Final = word_set(
    "get gets goes go rises rise climbs climb falls fall drops drop pass passes bothered stay stays "
    "keep keeps top "
    "tops reach reaches exceed exceeds sink sinks descend descends"
)
_CLOCK_MOST: Final = 12
_GAPS: Final = word_set("gap swing spread range difference between versus vs")
_DAYS: Final = frozenset(("day", "days"))
_LOWS_ASKED: Final = word_set("low lows minimum minima nights coldest")
_LOWS: Final = word_set("low lows minimum minima night nights overnight coldest nighttime nightly dawn")
_FAR: Final = 9
_ONLY: Final = word_set("but only at with in has had gets shows keeps holds offers")


def narrowed(
    text: Text, figures: Sequence[Figure], asked: Collection[str], question: Collection[str]
) -> list[Figure]:
    """Leave out of a bare figure the quantities that neither its sentence, the one before nor the user names.

    `asked` are all the user's words, `question` those of the last message. "Friday at 10" is no chance of
    rain where nobody has spoken of one.
    """
    found: list[Figure] = []
    for figure in below_together(text, figures):
        if figure.label is None and figure.unit is None and figure.kind == "level":
            figure = _as_going_on(text, figure, found)
        if len(figure.fields) > len(TEMPERATURES) and figure.label is None:
            figure = figure._replace(fields=figure.fields & _spoken_of(text, figure, asked))
        if figure.label is None and figure.unit is None and figure.fields & WIND < figure.fields:
            figure = figure if not _OF_WIND.isdisjoint(question) else _but_of_wind(text, figure, figures)
        if figure.label is None and figure.kind == "level" and figure.fields <= TEMPERATURES:
            figure = _as_asked(text, figure, question)
        if figure.label is not None and text.words[figure.label] in _RANKED:
            figure = _as_ranked(text, figure, question)
        figure = _by_night(text, figure, found)
        is_bare = figure.unit is None and figure.label is None
        if is_bare and not figure.must and _must_be_weather(text, figure, question):
            figure = figure._replace(must=True)
        if is_bare and not figure.must:
            figure = as_signed(text, figure, found)
        if figure.label is None and {"high", "low"} <= figure.fields:
            figure = _of_most(text, figure)
        if figure.kind == "difference" and is_bare and figure.fields & TEMPERATURES:
            figure = _of_comparison(text, figure, found, question)
        if is_bare and not figure.must and figure.least > _CLOCK_MOST and found:
            is_listed = text.sentence_of[found[-1].first] == text.sentence_of[figure.first]
            figure = figure._replace(must=is_listed and _are_named_alike(text, found[-1], figure))
        if is_bare and not figure.must and text.words[figure.first - 1] == "the":
            figure = _as_told(text, figure, found)
        found.append(figure)
    return found


def _must_be_weather(text: Text, figure: Figure, question: Collection[str]) -> bool:
    """Whether a number without unit or label is surely of the weather by where it stands."""
    if _stands_alone(text, figure) or ("many" not in question and _opens(text, figure)):
        return True
    return _closes_sky(text, figure) or _is_bound(text, figure)


def _by_night(text: Text, figure: Figure, found: Sequence[Figure]) -> Figure:
    """Read "five degrees colder by day and seven by night", "by six on Friday and two on Sunday" as two."""
    part = text.words[figure.last + 1 : figure.last + 3]
    before = found[-1] if found else None
    if before is None or before.kind != "difference" or figure.kind != "level":
        return figure
    between = text.words[before.last + 1 : figure.first]
    is_apart = figure.unit is None and text.words[before.first - 1] == "by" and between[-1:] == ("and",)
    if is_apart and figure.label is None and _are_named_alike(text, before, figure):
        return figure._replace(kind="difference", must=True, fields=before.fields)
    if part not in _BY_NIGHT:
        return figure
    if figure.unit is not None or not _PART_OF_DAY.intersection(between[-3:]) or "and" not in between[-1:]:
        return figure
    fields: frozenset[Field] = frozenset(("low",) if part[1] == "night" else ("high",))
    return figure._replace(kind="difference", must=True, fields=fields, label=None)


def _as_told(text: Text, figure: Figure, found: Sequence[Figure]) -> Figure:
    """Return a figure that a day is given again as what it was told as: "Monday carries the ten"."""
    k = figure.first - 2
    is_given = k >= 0 and (text.is_capital(k) or (k and text.words[k] in w.HAVING and text.is_capital(k - 1)))
    told = next((f for f in found if is_given and f.least == figure.least and f.fields <= TEMPERATURES), None)
    return figure if told is None else figure._replace(fields=told.fields, must=True)


def _of_comparison(text: Text, figure: Figure, found: Sequence[Figure], question: Collection[str]) -> Figure:
    """Return a bare difference of what its comparative names, or of what was told last: "cooler by five"."""
    near = text.words[max(0, figure.first - 3) : figure.last + 3]
    fields = TEMPERATURES if not _WARMER.isdisjoint(near) else WIND if not _WINDIER.isdisjoint(near) else None
    before = found[-1] if found else None
    if not _FEELING.isdisjoint(text.words[figure.last + 1 : figure.last + NEAR]):
        figure, fields = figure._replace(must=figure.must or before is not None), TEMPERATURES
    is_listed = before is not None and before.kind == "difference" and before.must
    is_listed = is_listed and text.sentence_of[figure.first] == text.sentence_of[found[-1].first]
    following = (*text.words[figure.last + 1 : figure.last + 2], ".")[0]
    is_more = is_comparative(following) or following in ("worse", "more", "less")
    if fields is None and not found and any(word[-1] in DIGITS for word in question):
        is_of_wind = not _OF_WIND.isdisjoint(question)
        fields = WIND if is_of_wind else PERCENTS if not _OF_PERCENT.isdisjoint(question) else None
    fields = fields or family_of(figure._replace(fields=ANYTHING), found)
    return figure._replace(fields=fields, must=figure.must or (is_listed and is_more))


def _but_of_wind(text: Text, figure: Figure, figures: Sequence[Figure]) -> Figure:
    """Leave the wind out of a bare figure where its sentence goes on to tell the wind by another figure."""
    if not figure.fields & WIND:
        return figure
    begin, end = text.sentence(figure.first)
    behind = [other for other in figures if figure.last < other.first < end and other.fields <= WIND]
    is_told = not _OF_WIND.isdisjoint(text.words[begin : figure.first])
    is_other = any(other.unit or other.label is not None for other in behind)
    return figure._replace(fields=figure.fields - WIND) if is_other and not is_told else figure


def _as_asked(text: Text, figure: Figure, question: Collection[str]) -> Figure:
    """Hold a figure without a name to the highs or the lows, where the user asked for one of them alone."""
    lows = _LOWS_ASKED if _DAYS.isdisjoint(question) else _LOWS_ASKED - {"coldest"}
    is_of_highs, is_of_lows = not _HIGHS.isdisjoint(question), not lows.isdisjoint(question)
    is_clear = is_of_highs != is_of_lows and (_GAPS | DECADES).isdisjoint(question)
    is_clear = is_clear and not _is_how_far(question)
    if not is_clear or not {"high", "low"} <= figure.fields:
        return figure
    begin, end = text.sentence(figure.first)
    others, left_out = (_LOWS, "low") if is_of_highs else (_HIGHS, "high")
    near = text.words[begin:end]
    told_apart = _LOWS if is_of_lows else _HIGHS
    if not (told_apart.isdisjoint(text.words[:begin]) and told_apart.isdisjoint(text.words[end:])):
        return figure
    is_other = not (others.isdisjoint(near) and _DAYS.isdisjoint(near)) or _is_ranged(text, figure)
    fields = frozenset(field for field in figure.fields if field != left_out)
    return figure if is_other or not fields else figure._replace(fields=fields)


def _is_how_far(question: Collection[str]) -> bool:
    """Whether a question is of a difference: "how much does it cool from its high to its low?"."""
    return "how" in question and ("far" in question or "much" in question)


def _is_ranged(text: Text, figure: Figure) -> bool:
    """Whether a figure is an end of a range: "18/24", "from 2 to 9", "between -15 and -7"."""
    before = text.words[max(0, figure.first - NEAR) : figure.first]
    is_between = before[-1:] in (("between",), ("and",)) and "between" in before
    return is_between or before[-1:] in (("/",), ("-",), ("–",), ("to",))


def _as_ranked(text: Text, figure: Figure, question: Collection[str]) -> Figure:
    """Read "the lowest" of a reply about highs as the lowest high, and "the highest" of one about lows so."""
    begin, _ = text.sentence(figure.first)
    spoken = {*question, *text.words[begin : figure.first]} - _RANKED
    is_of_highs, is_of_lows = not _HIGHS.isdisjoint(spoken), not _LOWS.isdisjoint(spoken)
    if is_of_highs == is_of_lows:
        return figure
    fields: frozenset[Field] = frozenset(("high",) if is_of_highs else ("low",))
    return figure._replace(fields=fields)


def _stands_alone(text: Text, figure: Figure) -> bool:
    """Whether a hedged number is all there is between two commas: "overcast, just shy of sixteen, and …"."""
    if figure.hedge not in ("nearly", "just_over", "about") or not figure.fields & TEMPERATURES:
        return False
    k = figure.first - 1
    while k > 0 and text.words[k] in w.HEDGE_FILLERS | w.NEARLY | w.OVER | w.JUST | {"of", "shy", "short"}:
        k -= 1
    return text.words[k] == "," and text.words[figure.last + 1 : figure.last + 2] == (",",)


def _opens(text: Text, figure: Figure) -> bool:
    """Whether a reply or sentence opens with the bare number: "Five in Oslo with light snow coming down"."""
    begin, _ = text.sentence(figure.first)
    after = text.words[figure.last + 1 : figure.last + 2]
    is_followed = figure.last + 2 < len(text.words)
    is_placed = is_followed and after in (("in",), ("at",), ("on",)) and text.is_capital(figure.last + 2)
    is_led = figure.first == begin + 1 and text.words[begin] in _LED and figure.least > _CLOCK_MOST / 2
    return (is_led and is_placed) or (
        figure.first == begin and (is_placed or after in (("under",), ("with",)))
    )


def _closes_sky(text: Text, figure: Figure) -> bool:
    """Whether a bare "at 10" follows words for the sky in its clause: "a half-cloudy Friday at 10"."""
    k = figure.first - 1
    near = text.words[max(text.sentence(k)[0], k - _FAR // 2) : k]
    if k > 0 and text.words[k] == "and" and _is_last(text, figure):
        return not {",", ";"} & set(near) and near[-1:] != () and near[-1] in TERMS
    if k < 2 or text.words[k] != "at":
        return False
    return not {",", ";"} & set(near) and not _SKY.isdisjoint(near) and _CLOCK.isdisjoint(near)


def _is_last(text: Text, figure: Figure) -> bool:
    """Whether a number closes its clause."""
    return text.words[figure.last + 1 : figure.last + 2] in ((".",), (",",), (";",), ("!",), (")",), ())


def _is_bound(text: Text, figure: Figure) -> bool:
    """Whether a bare number is what something gets past or keeps under: "no other day gets past eighteen"."""
    is_hedged = figure.hedge in THRESHOLDS and figure.least > _CLOCK_MOST
    before = text.words[max(text.sentence(figure.first)[0], figure.first - 5) : figure.first]
    return is_hedged and not _GETTING.isdisjoint(before) and not names_count(text, figure.last)


def _of_most(text: Text, figure: Figure) -> Figure:
    """Hold a figure "at its hottest" or of the coolest day to the high, one "at its coldest" to the low."""
    first = max(text.sentence(figure.first)[0], figure.first - NEAR)
    before = text.words[first : figure.first]
    for k in range(len(before) - 1, 1, -1):
        if before[k] in _MOST and before[k - 2 : k] in (("at", "its"), ("at", "their")):
            left_out = "low" if before[k] in _HOTTEST else "high"
            return figure._replace(fields=figure.fields - {left_out})
        if before[k][0] in DIGITS:
            break
    return figure._replace(fields=figure.fields - {"low"}) if _is_of_most(text, figure) else figure


def _is_of_most(text: Text, figure: Figure) -> bool:
    """Whether a figure is told of the warmest or coolest day: of its high."""
    begin, _ = text.sentence(figure.first)
    before = text.words[begin : figure.first]
    return any(
        word in _MOST and before[k + 1 : k + 2] in (("day",), ("afternoon",)) and _LOWS.isdisjoint(before[k:])
        for k, word in enumerate(before)
    )


def family_of(figure: Figure, figures: Sequence[Figure]) -> frozenset[Field]:
    """Return the quantities a figure is of; of a bare one those told last, or temperature."""
    for other in (figure, *reversed([each for each in figures if each.first < figure.first])):
        for family in (TEMPERATURES, PERCENTS, WIND):
            if other.fields <= family:
                return family
    return TEMPERATURES


def _as_going_on(text: Text, figure: Figure, found: Sequence[Figure]) -> Figure:
    """Read "thirteen degrees in London and in Paris eleven" as two temperatures."""
    before = found[-1] if found else None
    if (
        before is None
        or not before.must
        or not before.fields <= TEMPERATURES
        or figure.fields <= PERCENTS | WIND
    ):
        return figure
    if text.sentence_of[before.first] != text.sentence_of[figure.first]:
        is_next = text.sentence_of[figure.first] - text.sentence_of[before.first] == 1
        is_had = text.words[figure.first - 1] in _HAD and text.is_capital(figure.first - 2)
        begin, _ = text.sentence(before.first)
        is_had = is_had and all(f.fields <= TEMPERATURES for f in found if f.first >= begin)
        return (
            figure._replace(fields=figure.fields & TEMPERATURES, must=True) if is_next and is_had else figure
        )
    between = text.words[before.last + 1 : figure.first]
    if not (_OF_PERCENT.isdisjoint(between) and _OF_WIND.isdisjoint(between)):
        return figure
    if text.words[figure.first - 1] in ("to", "from") and "or" not in between and len(between) <= _FAR:
        is_count = text.words[figure.last + 1 : figure.last + 2] != () and names_count(text, figure.last)
        return figure._replace(fields=figure.fields & TEMPERATURES, must=figure.must or not is_count)
    k = figure.first - 1
    while k > before.last and text.words[k] in w.HEDGE_FILLERS | _ONLY:
        k -= 1
    k -= before.kind == "level" and text.words[k] == "," and k - 1 > before.last
    is_named = (k > before.last and text.is_capital(k)) or _are_named_alike(text, before, figure)
    is_named = is_named or (text.words[figure.first - 1] == "then" and _has_sky_behind(text, figure))
    return figure._replace(fields=figure.fields & TEMPERATURES, must=figure.must or is_named)


def _has_sky_behind(text: Text, figure: Figure) -> bool:
    """Whether a sky goes with the number: "eighteen and gray, then nine and wet"."""
    behind = text.words[figure.last + 1 : figure.last + 3]
    return behind[:1] == ("and",) and behind[1:] != () and behind[1] in TERMS


def _are_named_alike(text: Text, before: Figure, figure: Figure) -> bool:
    """Whether a name follows both numbers in the same way: "eleven on Friday, thirteen on Saturday"."""
    links = [text.words[each.last + 1 : each.last + 2] for each in (before, figure)]
    is_followed = figure.last + 2 < len(text.words) and links[0] == links[1] and links[0] in _NAMING
    return is_followed and all(text.is_capital(each.last + 2) for each in (before, figure))


_PERCENT: Final = frozenset(("percent", "%"))


def _spoken_of(text: Text, figure: Figure, asked: Collection[str]) -> frozenset[Field]:
    number = text.sentence_number(figure.first)
    begin = text.sentences[max(0, number - 1)][0]
    near = text.words[begin : text.sentences[number][1]]
    spoken = TEMPERATURES
    if not (_OF_PERCENT.isdisjoint(near) and _OF_CHANCE.isdisjoint(asked) and _PERCENT.isdisjoint(asked)):
        spoken |= PERCENTS
    if not (_OF_WIND.isdisjoint(near) and _OF_WIND.isdisjoint(asked)):
        spoken |= WIND
    return spoken
