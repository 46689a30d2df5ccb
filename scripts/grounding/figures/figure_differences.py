"""Whether a figure says how far two things are apart: "six degrees warmer", "a gap of nine"."""

from typing import Final

from scripts.grounding.text import Text, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.amiss import HEDGING, is_amiss
from scripts.grounding.words.cardinals import is_numeral, small_value
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.takings import is_stepped
from scripts.grounding.words.units_said import UNKNOWN_SCALE, is_rate

_NOUNS: Final = (w.DIFFERENCE_NOUNS - word_set("warmer cooler colder hotter higher lower apart")) | word_set(
    "markup markups mark-up premium surcharge bonus toll rebate jump leap lift bump boost hike lurch "
    "slump decline "
    "descent ascent improvement variation variance differential distance disparity contrast edge lead "
    "advantage "
    "handicap deficit shortfall surplus excess lag saving savings buffer headroom chasm interval "
    "recovery cooling "
    "warming step-up plunge slip skid reduction addition deduction subtraction concession raise "
    "dividend profit "
    "theft robbery discrepancy divergence majority remainder differences"
)
_NAMING: Final = _NOUNS | {"by"}
_COMES_TO: Final = word_set(
    "of is was being comes come amounts amount to equals totals totalling makes stands runs widens narrows "
    "grows lie lies stand stretch "
    "shrinks opens stretches closes swells widening narrowing growing shrinking"
)
_BEATING: Final = w.DIFFERENCE_BEFORE | word_set(
    "bests best tops topped outdoes outdo outstrips outranks outruns exceeds exceed exceeding surpass "
    "surpasses "
    "surpassing lead lag lags trail win lose loses lost overshoots overshoot undershoots undershoot "
    "clear clears "
    "cleared better betters undercut undercuts undersells outbid outbids outbids edges edge shades "
    "whips licks "
    "improves improve worsens drop rise climb plunges tumbles tumble slide slides slip slips jump "
    "jumps leap leaps "
    "gain shed increases increase decreases decrease milder chillier windier calmer wetter drier "
    "stronger lighter "
    "outshines outblows outweighs overtops passes pass passed wanting separated divided differ "
    "differing varies vary "
    "over above under below"
)
_BOTH: Final = word_set("them these those two both cities towns days pair")
_WANTING: Final = word_set("wants want wanting lacks lack lacking needs need misses miss")
_CLAIMING: Final = _NOUNS | w.DIFFERENCE_VERBS | _WANTING
_OVER_OR_UNDER: Final = w.UNDER | w.OVER
_ANSWERED: Final = ((":",), (".",), (";",), ("—",))
"""What follows a difference that is the whole answer: "By twelve: 29 against 17"."""

_RECKONING: Final = word_set("divided multiplied divide multiply times halved doubled")

_PARTED: Final = frozenset(
    (",", ";", ":", ".", "or", "and", "nor", "but", "(", "is", "was", "are", "stands", "runs")
)
_ENDS: Final = word_set(
    "best worst hottest coldest warmest coolest highest lowest first last top bottom fairest foulest"
)
"""What a difference may be between: "not three degrees between the best and the worst"."""

_REACH: Final = 9
_FASTEST: Final = 20
"""Degrees a day that it may grow warmer or colder; "90 °F each day" is no rate."""
_PAYING: Final = word_set(
    "costs cost gives give gains gain loses lose saves save adds takes robs buys purchase purchases "
    "purchased earn earns win wins pay pays grant grants charge charges allow allows"
)
_TO_PEOPLE: Final = word_set("you me us him her them thee ye thy your one")
_RECKONED_BY: Final = word_set(
    "going judging judged reckoned measured told known weighed gauged followed succeeded preceded replaced "
    "accompanied joined"
)
"""What a figure is given as ground for, or comes after: "twice as damp, going by 77 percent"."""
_TRAILING: Final = word_set("behind ahead adrift astern")
_PLACED_BEHIND: Final = word_set("the a an it its him her us you your this these those")
_LED_REACH: Final = 5
_GIVING: Final = frozenset(("gives", "give", "giving", "gave", "given"))
_BEING: Final = frozenset(("are", "is", "were", "was", "have", "has", "having", "get", "gets", "being"))
UNDONE: Final = word_set(
    "thrown lost gone shed dropped knocked shaved surrendered taken stripped cut trimmed subtracted shorn"
)
"""What is done with degrees that one day has less than another: "ten degrees are lost by Friday"."""

_CLOSING: Final = ((), (".",), (",",), (";",), ("and",), ("!",), ("—",))


_MISSING: Final = (("short", "of"), ("shy", "of"))
_APART: Final = (
    ("clear", "of"), ("free", "of"), ("to", "spare"), ("off", "the"), ("of", "that"), ("of", "those"),
)  # fmt: skip
_TO_THE_GOOD: Final = (
    ("to", "the", "good"), ("to", "the", "bad"), ("in", "hand", "."), ("in", "your", "favor"),
    ("in", "your", "favour"), ("in", "thy", "favor"), ("of", "grace", "."), ("to", "play", "with"),
    ("in", "its", "favor"), ("out", "of", "pocket"),
)  # fmt: skip
_RELIEF: Final = word_set(
    "relief respite grace improvement cooling mercy slack leeway daylight ease reprieve"
)
_TO_THE: Final = word_set("tune measure extent amount")
_AND_MORE: Final = (("and", "better"), ("and", "more"), ("or", "more"), ("or", "so"), ("or", "thereabouts"))
_JOINING: Final = frozenset(first for first, _ in _AND_MORE)
_RELATIONS: Final = w.RELATIONS - {"short", "shy"}
_OVERHEAD: Final = word_set(
    "sky skies cloud clouds sun moon stars ceiling roof lid blanket canopy quilt veil overcast gray grey "
    "blue drizzle rain snow fog haze shade tree trees awning"
)
"""What a figure may be told under without being less than anything: "nineteen degrees under a low sky"."""
_SHOWING: Final = word_set(
    "puts put serves throws turns offers shows rings racks sets conjures summons musters holds keeps dishes "
    "lay lays set write writes wrote note notes mark marks jot jots , . ;"
)
_PAST_MARK: Final = word_set("over under past beyond")
_AT_MARK: Final = word_set(". , ; : ! ) at already now —")


def is_difference(text: Text, figure: Figure) -> bool:
    """Whether the figure says how much more or less one thing is than another."""
    words = text.words
    is_of_degrees = figure.unit in (UNKNOWN_SCALE, "C", "F")
    if is_of_degrees and abs(figure.least) <= _FASTEST and is_rate(text, figure.last):
        return True
    after = words[figure.last + 1 : min(text.sentence(figure.last)[1], figure.last + 6)]
    opening = after[0] if after else ""
    if opening == "'" and not _RELIEF.isdisjoint(after[1:2]):
        return True
    if opening in _JOINING and after[:2] in _AND_MORE:
        after = after[2:]
        opening = after[0] if after else ""
    before = words[figure.first - 1] if figure.first else ""
    if _is_reckoned_by(words, figure.first) or (before == "at" and figure.fields <= w.WIND):
        return False
    if opening == "more" and after[1:2] == ("so",):
        return False
    if opening in ("under", "beneath", "below") and not _OVERHEAD.isdisjoint(after[1:4]):
        return False
    if opening == "between" and before in ("to", "from"):
        return False
    if opening == "between" and after[1:2] == ("the",) and not _ENDS.isdisjoint(after[2:4]):
        return True
    if opening == "over" and figure.unit is None and 0 < small_value((*after, "")[1]) < figure.least:
        return False  # the high and the low of a day: "33 over 19"
    is_relation = opening in _RELATIONS or (opening == "past" and figure.unit is not None)
    if is_relation and before != "by" and not _is_between_both(after):
        return _is_related(text, figure, after)
    return _is_told_so(text, figure, before, after)


def _is_told_so(text: Text, figure: Figure, before: str, after: tuple[str, ...]) -> bool:
    """Whether the words before or behind a figure say that so much is gained or lost, or lies between."""
    words = text.words
    opening = after[0] if after else ""
    if _is_followed_so(text, figure, after) or is_amiss(text, figure):
        return True
    if figure.fields & w.TEMPERATURES and figure.unit is None and is_stepped(text, figure.first, figure.last):
        return True
    if before in ("down", "up") and _is_step(words, figure, after):
        return True
    if _is_undergone(after) or (before == "up" and words[figure.first - 2] in _GIVING):
        return figure.unit in (UNKNOWN_SCALE, "C", "F")
    is_to_the_tune = (
        before == "of"
        and figure.unit != "%"
        and words[figure.first - 2] in _TO_THE
        and words[figure.first - 4] == "to"
    )
    if is_to_the_tune or (before in ("by", "another") and opening == "off"):
        return True
    is_counted = (figure.unit is not None or figure.is_fraction) and opening not in w.LABELS
    is_led = is_counted and _is_led_by(words, figure.first)
    return is_led or names_difference(text, figure) or _is_claimed(text, figure, after)


def _is_undergone(after: tuple[str, ...]) -> bool:
    """Whether the degrees "are thrown overboard", "have been lost" or go "overboard" themselves."""
    k = 1 + (after[1:2] == ("been",)) if after[:1] != () and after[0] in _BEING else 0
    return after[k : k + 1] != () and (after[k] in UNDONE if k else after[k] == "overboard")


def _is_related(text: Text, figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether a figure before "over", "under" and the like is measured from what follows that."""
    is_past_mark = figure.unit is not None and after[0] in _PAST_MARK and after[1:2] != ()
    if is_past_mark and after[1] in _AT_MARK:
        return True
    return _is_measured_from(text, figure, after) or names_difference(text, figure)


def _is_reckoned_by(words: tuple[str, ...], first: int) -> bool:
    """Whether a figure is what something is judged or followed by: "going by 77", "followed by a 5"."""
    at = first - 1 - (first > 0 and words[first - 1] in ("a", "an", "the"))
    return at > 0 and words[at] == "by" and words[at - 1] in _RECKONED_BY


def _is_step(words: tuple[str, ...], figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether something goes up or down by the figure: "up two on Monday", "comes back down six degrees"."""
    is_degrees = figure.unit in (UNKNOWN_SCALE, "C", "F") and words[figure.first - 2] not in _SHOWING
    return is_degrees or after[:1] in (("from",), ("on",))


def _is_claimed(text: Text, figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether something is said to lose, want or cost the figure: "wants four of twenty"."""
    words = text.words
    before = words[figure.first - 1] if figure.first else ""
    near = words[max(0, figure.first - 5) : figure.first]
    if _CLAIMING.isdisjoint(near):
        return False
    rest = [word for word in near if word not in w.HEDGE_FILLERS]
    if (
        rest
        and rest[-1] in _WANTING
        and figure.unit is not None
        and after[:1] in (("of",), ("to",), (".",), (",",))
    ):
        return True
    if before == "of" and rest and rest[-1] in _NOUNS and near[-2:] not in _MISSING:
        return True
    is_name = bool(rest) and rest[-1] == before and text.is_capital(figure.first - 1)
    if rest and (rest[-1] in _TO_PEOPLE or (is_name and rest[-2:-1] and rest[-2] in _PAYING)):
        rest = rest[:-1]
    verb = next((k for k in range(figure.first - 1, 0, -1) if words[k] in _CLAIMING), figure.first - 3)
    if "to" in words[max(0, verb, figure.first - 3) : figure.first] or before in _OVER_OR_UNDER | {
        "the",
        "those",
    }:
        return False
    return bool(rest) and rest[-1] in w.DIFFERENCE_VERBS and figure.unit in (UNKNOWN_SCALE, "C", "F")


def _is_led_by(words: tuple[str, ...], first: int) -> bool:
    """Whether "by", with or without a hedge behind it, stands before token `first`: "by at least three"."""
    k = first - 1
    while k > max(0, first - _LED_REACH) and (words[k] in HEDGING or words[k - 1 : k + 1] == ("the", "same")):
        k -= 1 + (words[k] == "same")
    return k >= 0 and words[k] == "by"


def _is_measured_from(text: Text, figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether what follows "six degrees under" is something to measure from."""
    if len(after) > 1 and after[1].removesuffix("'s").isalpha() and text.is_capital(figure.last + 2):
        return True
    if after[0] in ("up", "down") and after[1:2] == ("on",):
        return True
    if after[1:2] in (("anything",), ("everything",), ("where",)):
        return True
    if (figure.unit is not None or after[1:2] in (("the",), ("your",))) and _measures_from_number(after):
        return True
    return any(word in w.DIFFERENCE_OBJECTS or word in w.POSSESSIVES for word in after[1:4])


def _measures_from_number(after: tuple[str, ...]) -> bool:
    """Whether "under the 18", "above 65" follows, and no count of days ("over the three days")."""
    k = 2 if after[1:2] in (("the",), ("your",), ("that",)) else 1
    is_relation = after[0] in ("over", "under", "above", "below", "beneath", "beyond", "past")
    is_plain = len(after) > k + 1 and (
        after[k + 1] in w.AFTER_BELOW | w.FUNCTION | w.SCORES or is_numeral(after[k + 1])
    )
    return is_relation and is_plain and is_numeral(after[k])


def _is_between_both(after: tuple[str, ...]) -> bool:
    """Whether "between them", "in it between the two" follows."""
    return "between" in after[:2] and not _BOTH.isdisjoint(after[1:4])


def _trails(figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether "two degrees behind" is said of a race, and no "behind the curtain"."""
    is_degrees = figure.unit in (UNKNOWN_SCALE, "C", "F")
    if after[:2] == ("behind", "it") and after[2:3] in _CLOSING:
        return is_degrees and abs(figure.least) <= _FASTEST
    return is_degrees and after[0] in _TRAILING and after[1:2] != () and after[1] not in _PLACED_BEHIND


def _is_followed_so(text: Text, figure: Figure, after: tuple[str, ...]) -> bool:
    """Whether "warmer", "apart", "of difference", "to spare" or the like follows."""
    if not after or (after[0] in _PARTED and after[1:2] != ("between",)):
        return False
    if after[0] == "added" and not _RECKONING.isdisjoint(text.words):
        return False
    if (
        after[0] == "in"
        and len(after) > 2
        and is_numeral(after[1])
        and after[2] in ("days", "nights", "hours")
    ):
        return True
    if after[0] == "the" and after[1:2] and (after[1] in w.DIFFERENCE_AFTER or after[2:3] == ("side",)):
        return True
    if after[:1] in (("more",), ("less",)) and after[1:2] in (("by",), ("to",), ("on",)):
        return True
    is_between = _is_between_both(after) and text.words[figure.first - 1] != "at"
    if is_between or _trails(figure, after):
        return True
    if after[0] in ("less", "minus") and after[1:2] != () and (after[1] == "a" or is_numeral(after[1])):
        return False
    if after[0] in ("short", "shy") or after[0] in w.DIFFERENCE_AFTER:
        return True
    if is_comparative(after[1] if after[0] == "the" and len(after) > 1 else after[0]):
        return True
    if not w.DIFFERENCE_NOUNS.isdisjoint(after[: 1 if after[0] in _PARTED else 2]) and after[:2] not in (
        ("and", "change"),
        ("in", "change"),
    ):
        return True
    if (
        after[:2] in _APART
        or after[:2] == ("in", "hand")
        or (after[0] == "of" and not _RELIEF.isdisjoint(after[1:2]))
        or after[:3] in _TO_THE_GOOD
    ):
        return True
    return after[0] == "of" and "to" not in after and not w.DIFFERENCE_LATER.isdisjoint(after)


def names_difference(text: Text, figure: Figure) -> bool:
    """Whether words before a number make it a difference: "a gap of nine", "exceeds Monday's by two"."""
    words = text.words
    begin, _ = text.sentence(figure.first)
    before = words[max(begin, figure.first - 6) : figure.first]
    if _NAMING.isdisjoint(before):
        return before[-1:] != () and before[-1] in _COMES_TO and _is_between(words[begin : figure.first])
    rest = [word for word in before if word == "of" or word not in w.HEDGE_FILLERS]
    if not rest or before[-2:] in _MISSING:
        return False
    if not _RECKONING.isdisjoint(words[begin : figure.first]):
        return False
    if rest[-1] == "by":
        near = words[max(begin, figure.first - _REACH) : figure.first]
        is_listed = "degree" in words[begin : figure.first] or "degrees" in words[begin : figure.first]
        is_answer = figure.first - 1 == begin and words[figure.last + 1 : figure.last + 2] in _ANSWERED
        return is_answer or is_listed or not _BEATING.isdisjoint(near) or any(map(is_comparative, near))
    named = [word for word in rest if word not in _COMES_TO]
    return bool(named) and named[-1] in _NOUNS and rest[-1] in _COMES_TO and "down" not in rest


_WINDS: Final = ("easter", "wester", "norther", "souther")


def _is_between(before: tuple[str, ...]) -> bool:
    """Whether "the difference between … and …" stands before what it is."""
    if "between" not in before:
        return False
    k = next((k for k, word in enumerate(before) if word in w.DIFFERENCE_NOUNS), len(before))
    is_led = before[0] == "between" and before[-1] in ("lie", "lies", "stand", "stands", "stretch")
    return is_led or (
        before[k + 1 : k + 2] == ("between",) and before[-1] in ("is", "comes", "was", "of", "to")
    )


def is_comparative(word: str) -> bool:
    """Whether a word says more of something: "warmer", "kinder"; not "over", "summer", "northeaster"."""
    is_wind = word.endswith(_WINDS) and word not in ("easter", "faster")
    return word.endswith("er") and len(word) > 4 and word not in w.NOT_COMPARATIVE and not is_wind
