"""Numbers that neither unit nor label tells the quantity of: read from what stands around them."""

from scripts.grounding.facts import Field
from scripts.grounding.figures.figure_differences import is_comparative
from scripts.grounding.figures.numbers import EVEN
from scripts.grounding.text import Text, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number, below_hundred, is_numeral
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.figure_words import ANYTHING, FIELDS, PERCENTS, TEMPERATURES, WIND
from scripts.grounding.words.sky_words import TERMS

_NEW_CLAUSE = 10
_SMALL = 24
_FEW = 14


_REACHING = word_set(
    "reach reaches reached hit hits touch touches break breaks crack cracks make makes top tops pass passes "
    "see sees clear clears exceed exceeds past over under above below at"
)
_CLOSED = word_set(". , ; ! : ) — on by in this until before but right at now today tomorrow")
"""What stands around "a hundred" where it is a temperature: "neither day will reach a hundred"."""

_PASSING_FOR = (("pass", "for"), ("passes", "for"), ("passing", "for"))
_DRY_SKY = frozenset(word for word, term in TERMS.items() if not term.falls)


_ODDS = frozenset(("chance", "chances", "odds", "probability", "likelihood", "risk"))


_OF_CHANCES = frozenset(("chance", "chances", "to", "against"))
"""What a share has in it that is odds: "three chances in four", "nine to one against"."""

_BODY = word_set("skin bones cheek cheeks nose ears fingers knees marrow face flesh collar neck body")
_OWNING = word_set("your thy the my his her our one's man's walker's")
_TELLING = word_set(
    "will would shall may say says tell tells you thee us me vote votes for call calls it swear swears to "
    "that is report reports reckon reckons count counts make makes put puts at think thinks believe believes "
    "insist insists claim claims testify testifies argue argues feel feels get gets register registers read "
    "reads as it's only but just about nearly another hears hear enters enter down"
)
_CLOSING = word_set(". , ; : ! ) — – and but though while whatever \n or")
_ALIKE = 20
"""The weight of boundaries over which "feels like 9 … and the other like 4" goes on."""

_SKIN_REACH = 7
"""Words at most between the skin and the number that it tells."""

_QUARTERS = ("north", "south", "east", "west", "nor'", "sou'")
_SOON = 8
"""Tokens after a percentage within which a bare "at thirty" is a percentage as well."""


def read_unlabelled(
    text: Text, number: Number, end: int, before: Figure | None
) -> tuple[frozenset[Field] | None, str | None, bool]:
    """Return quantity, unit and must of a number with neither unit nor label, by what stands around it."""
    if _is_to_skin(text.words, end) or text.words[max(0, number.first - 2) : number.first] in _PASSING_FOR:
        return FIELDS["feels"], None, True
    if _is_told_by_skin(text.words, number.first, end):
        return FIELDS["feels"], None, True
    if before is not None and before.fields == FIELDS["feels"] and text.words[number.first - 1] == "like":
        return FIELDS["feels"], before.unit, text.wall(before.last, number.first) < _ALIKE
    if _comes_from(text.words, number.first):
        return WIND, None, True
    inherited = inherited_from(text, number, before)
    if inherited is not None:
        is_plain = "temperature" in inherited.fields and inherited.fields != ANYTHING
        must = inherited.must and not names_count(text, end)
        is_other = text.words[number.first - 1] == "the" or text.words[inherited.last + 1] == ")"
        unit = None if is_other else inherited.unit  # in "43 (109 °F) and 45" the scale is the brackets' own
        return TEMPERATURES if is_plain else inherited.fields, unit, must
    if number.form == "fraction":
        return _bare_fraction(text, number, before), None, True
    fields, must = _bare(text, number, end)
    if fields is not None and before is not None and _is_beside(text, number, before):
        if _goes_on(number, before):
            is_apart = text.wall(before.last, number.first) >= _NEW_CLAUSE
            is_of_sky = not _DRY_SKY.isdisjoint(text.words[number.first - 4 : number.first])
            apart = TEMPERATURES if is_of_sky else before.fields | TEMPERATURES
            fields = apart if is_apart else before.fields
        return fields, None, True
    return fields, None, must


def _goes_on(number: Number, before: Figure) -> bool:
    """Whether a bare number so soon after a percentage is one too."""
    return before.fields <= PERCENTS and number.first - before.last <= _SOON


def _is_part_of_chance(text: Text, number: Number) -> bool:
    """Whether "one part in twenty" stands where odds are spoken of."""
    words = text.words[number.first : number.last + 1]
    if not {"part", "parts"} & set(words) or words[-1] in ("hundred", "100"):
        return False
    sentence = text.sentence_number(number.first)
    begin, end = text.sentences[max(0, sentence - 1)][0], text.sentences[sentence][1]
    return any(w.LABELS.get(word) == "chance" and word not in w.FALLING for word in text.words[begin:end])


def _bare_fraction(text: Text, number: Number, before: Figure | None) -> frozenset[Field] | None:
    """Return the quantity of "three chances in four" and of "drops to one in two", None of another share."""
    words = text.words
    if not _OF_CHANCES.isdisjoint(words[number.first : number.last + 1]):
        return FIELDS["chance"]
    behind = words[number.last + 1 : number.last + 7]
    if {"water", "moisture", "damp"} & set(behind[:3]) or {"moisture", "saturation"} & set(behind):
        return FIELDS["humidity"]
    if number.value == EVEN and words[number.last] in w.WAGERS:
        return FIELDS["chance"]
    if _is_part_of_chance(text, number) or not _ODDS.isdisjoint(
        words[max(0, number.first - 6) : number.first]
    ):
        return FIELDS["chance"]
    begin, _ = text.sentence(number.first)
    if text.is_capital(number.first - 1) and not _ODDS.isdisjoint(words[begin : number.first]):
        return FIELDS["chance"]
    is_beside = (
        before is not None
        and (before.is_fraction or (number.first == number.last and before.unit == "%"))
        and (
            text.sentence_of[before.first] == text.sentence_of[number.first]
            or _goes_on_in_next(text, number, before)
        )
    )
    if is_beside:
        return FIELDS["chance"]
    if "hundred" in words[number.last - 1 : number.last + 1] or "100" in words[number.last : number.last + 1]:
        return PERCENTS
    pointer, pointed = pointer_of(words, number.first)
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    is_free = (
        "times" in words[number.first : number.last + 1] or following not in w.FUNCTION or following == "of"
    )
    return FIELDS["chance"] if pointed in ("to", "at") and pointer in w.VERBS and not is_free else None


def _goes_on_in_next(text: Text, number: Number, before: Figure) -> bool:
    """Whether a share stands in the sentence after one of chances, and counts nothing: "Oslo runs 1 in 5"."""
    is_next = text.sentence_of[number.first] - text.sentence_of[before.first] == 1
    return (
        is_next
        and before.is_fraction
        and before.fields == FIELDS["chance"]
        and not names_count(text, number.last)
    )


def _is_to_skin(words: tuple[str, ...], end: int) -> bool:
    """Whether a number is what the skin feels: "eleven to the skin", "nine on the cheek"."""
    after = words[end + 1 : end + 4]
    is_felt = len(after) == 3 and after[0] in ("to", "on", "upon") and after[1] in ("the", "your", "thy", "a")
    return is_felt and w.LABELS.get(after[2]) == "skin" and after != ("on", "the", "nose")


def _is_told_by_skin(words: tuple[str, ...], first: int, end: int) -> bool:
    """Whether the body says a bare number: "your bones will tell you seven", "thy cheek votes for nine"."""
    if words[end + 1 : end + 2] != () and words[end + 1] not in _CLOSING:
        return False
    k = first - 1
    while k > max(0, first - _SKIN_REACH) and words[k] in _TELLING:
        k -= 1
    return k < first - 1 and k > 0 and words[k] in _BODY and words[k - 1] in _OWNING


def _comes_from(words: tuple[str, ...], first: int) -> bool:
    """Whether a bare number is the speed of what comes from a quarter: "from the west at forty-five"."""
    at = first - 1
    while at > 1 and words[at] in w.HEDGE_FILLERS and words[at] != "at":
        at -= 1
    if at < 3 or words[at] != "at" or not words[at - 1].startswith(_QUARTERS):
        return False
    first = at - 1
    while words[first].startswith(_QUARTERS) and first:
        first -= 1
    return (
        words[first] == "from" or words[first - 1] == "from" or words[first - 1 : first + 1] == ("out", "of")
    )


_DAY_NAMES = w.WEEKDAYS | {"today", "tomorrow", "tonight"}
_OF_THEM = (("of", "them"), ("of", "these"), ("of", "those"))
_OF_ZERO = (("below",), ("above",))


def inherited_from(text: Text, number: Number, before: Figure | None) -> Figure | None:
    """Return the figure that a number is listed with: "60 and 51", "60 on Monday, 58 on Tuesday"."""
    if before is None or number.first - before.last > 8 or number.form == "fraction":
        return None
    between = text.words[before.last + 1 : number.first]
    behind = text.words[number.last + 1 : number.last + 3]
    if before.fields <= PERCENTS and (behind in _OF_THEM or behind[:1] in _OF_ZERO):
        return None
    rest = [word for word in between if word not in w.LINKS and word not in w.LISTED]
    return before if not rest and not w.JOINING.isdisjoint(between) else None


def is_told_alike(text: Text, number: Number, unit: str | None, before: Figure | None) -> bool:
    """Whether degrees are a low or a high as those before are: "a low of 4° on Friday, 9° on Sunday"."""
    if before is None or before.kind != "level" or w.FAMILY_OF_UNIT.get(unit or "") != "T":
        return False
    is_one = before.fields in (FIELDS["high"], FIELDS["low"])
    is_named = is_one and not _DAY_NAMES.isdisjoint(text.words[before.last + 1 : number.first])
    return is_named and inherited_from(text, number, before) is not None


def names_count(text: Text, end: int) -> bool:
    """Whether what follows a bare number is a noun that it counts, or "of the seven days"."""
    following = text.words[end + 1] if end + 1 < len(text.words) else "."
    is_share = following == "of" and text.words[end + 2 : end + 3] in _THE
    if following in w.COUNTED_NOUNS or (is_share and text.words[end + 4 : end + 5] in _DAYS):
        return True
    if following in _MARKS or (following.endswith("'s") and text.is_capital(end + 1)):
        return False
    is_word = following[0].isalpha() and following not in w.FUNCTION and not following.endswith("ing")
    is_word = is_word and following not in w.LABELS and following not in w.DIFFERENCE_AFTER
    return is_word and not is_comparative(following)


_THE = (("the",), ("these",), ("those",), ("our",), ("your",))
_DAYS = (("days",), ("nights",), ("mornings",), ("evenings",), ("afternoons",))
_MARKS = word_set("mark line threshold barrier ish odd plus stays goes remains")
"""What follows the number of a mark, and counts nothing: "past the ninety mark", "ninety-ish"."""

_BLOWING = frozenset(("wind", "winds", "gusts", "breeze", "breezes", "gales", "blowing", "blows"))


_POINTED = frozenset(("", "at", "to", "around", "about", "near", "nearly", "close", "from", "between"))


def _bare_decade(
    words: tuple[str, ...], number: Number, before: str, earlier: str
) -> tuple[frozenset[Field] | None, bool]:
    """Read "the sixties", "low fifties"; "in his forties" is an age, "back in the sixties" a time."""
    possessive = before in ("my", "his", "her", "their", "your", "our") or earlier in ("back", "since")
    is_of_wind = not _BLOWING.isdisjoint(words[max(0, number.first - 4) : number.first])
    fields = WIND if is_of_wind else TEMPERATURES
    return (None, False) if possessive else (fields, before in w.DECADE_WORDS or before == "the")


def _bare(text: Text, number: Number, end: int) -> tuple[frozenset[Field] | None, bool]:
    """Read a number with neither unit nor label: weather where its neighbours say so, else free."""
    words = text.words
    before = words[number.first - 1] if number.first else "."
    earlier = words[number.first - 2] if number.first > 1 else "."
    if number.form == "decade":
        return _bare_decade(words, number, before, earlier)
    if before in w.WARM_ADJECTIVES and earlier in ("a", "an", "the", "and", ",", "but", "fairly", "rather"):
        fields = ANYTHING if before in w.SIZES else TEMPERATURES
        return fields, not names_count(text, end)
    is_owned = before.endswith("'s") and words[end + 1 : end + 2] != () and words[end + 1] in w.VERBS
    if (names_count(text, end) and not is_owned) or _is_indefinite(words, number):
        return None, False
    if before.endswith("'s") and (text.is_capital(number.first - 1) or before in ("today's", "tomorrow's")):
        is_count = number.spelled and number.value <= 14 and earlier == "of"
        return (None, False) if is_count else (ANYTHING, True)
    if earlier in ("there", "here") and before in ("are", "is", "were") and 0 < number.value <= 12:
        return None, False
    if before == "another" and words[end + 1 : end + 2] == ("off",):
        return TEMPERATURES, True
    pointer, pointed = pointer_of(words, number.first)
    if pointer in w.VERBS or pointer in w.COPULAS or pointer in ("mark",):
        return ANYTHING, pointed in _POINTED or number.value > _SMALL
    if before == "for" and earlier in ("look", "reckon", "hope") and words[end + 1 : end + 2] == ("on",):
        return TEMPERATURES, True
    is_small = 0 < number.value <= 12 and not _is_span(words, number, before)
    if words[max(0, number.first - 4) : number.first] == ("to", "the", "tune", "of"):
        return ANYTHING, True
    return ANYTHING, not is_small and before not in ("of", "for") and before not in w.TIME_BEFORE_BARE


def _is_span(words: tuple[str, ...], number: Number, before: str) -> bool:
    """Whether "between 7 and 28" stands, whose other end is no hour and counts nothing."""
    behind = (*words[number.last + 1 : number.last + 4], ".", ".")
    is_far = behind[0] == "and" and before == "between" and _value_of(behind[1]) > _FEW
    return is_far and behind[2] in w.FUNCTION


def _value_of(word: str) -> float:
    return float(word) if word.isdecimal() else below_hundred((word,), 0)[0]


def _is_beside(text: Text, number: Number, before: Figure) -> bool:
    """Whether a bare "at twenty", "with twenty" follows a figure of the same sentence."""
    if number.value <= 12 or text.words[number.first - 1] not in ("at", "with"):
        return False
    return text.sentence_of[before.first] == text.sentence_of[number.first]


def _is_indefinite(words: tuple[str, ...], number: Number) -> bool:
    """Whether a spelled number is rather a word of its own: "the one to pick", "a hundred", "six of one"."""
    following = words[number.last + 1] if number.last + 1 < len(words) else "."
    if following in ("below", "above") or number.value < 0:
        return False
    if words[number.last] in ("one", "dozen", "score", "hundred", "thousand") and number.first == number.last:
        is_reached = words[number.last] == "hundred" and words[number.first - 1] == "a"
        return not (is_reached and words[number.first - 2] in _REACHING and following in _CLOSED)
    if words[number.first - 1] in ("between", "from") and words[number.last + 2 : number.last + 3] != ():
        return False
    if words[number.first - 1] in ("has", "shows", "keeps", "holds", "gets"):
        return False
    is_answer = (
        number.first <= 1 and number.value > _FEW and words[number.last + 2 : number.last + 3] == ("them",)
    )
    if _is_listed_reached(words, number):
        return False
    is_part = following == "of" and (number.spelled or number.value <= _SMALL) and not is_answer
    is_free = words[number.first - 1] != "the" and following in ("or", "and", "to")
    return is_part or (number.spelled and number.value <= 10 and is_free)


def _is_listed_reached(words: tuple[str, ...], number: Number) -> bool:
    """Whether a number is reached, and so is the next: "they reach nine and two"."""
    behind = words[number.last + 1 : number.last + 3]
    verb = number.first - 1 - (words[number.first - 1] == "to")
    is_pair = len(behind) > 1 and behind[0] == "and" and (is_numeral(behind[1]) or behind[1] == "minus")
    return is_pair and words[verb] in w.VERBS


def pointer_of(words: tuple[str, ...], i: int) -> tuple[str, str]:
    """Return the verb that a number hangs on, past a preposition and hedges, and that preposition."""
    pointed = ""
    for k in range(i - 1, max(-1, i - 8), -1):
        word = words[k]
        if word in ("at", "to", "around", "about", "near", "nearly", "close", "from", "between", "on", "in"):
            pointed = pointed or word
        elif word not in w.HEDGE_FILLERS:
            return word, pointed
    return "", pointed
