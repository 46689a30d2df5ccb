"""The user's own figures said back, and such as they never gave."""

from scripts.grounding.context import Context
from scripts.grounding.figures.agreement import is_rounded
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE, convert

_TINY = 1e-6
_HOURS = 24
_REACHING = frozenset(("touches", "reaches", "hits", "makes", "attains", "sees", "tops", "climbs", "gets"))
_CLOCK = frozenset(("time", "clock", "hour", "o'clock"))
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night", "noon", "midnight"))


_AGREEING = frozenset(
    ("yes", "yea", "aye", "indeed", "correct", "right", "quite", "exactly", "precisely", "certainly")
)
_GRANTING = frozenset(
    ("agrees", "agree", "agreed", "matches", "match", "concurs", "concur", "tallies", "confirms", "confirm")
)
_GRANT_REACH = 6
"""Tokens before a figure of the user's within which it is granted: "your phone agrees with me: 45"."""

_I_DID = (
    ("i", "did"),
    ("just", "so"),
    ("even", "so"),
    ("that", "is"),
    ("so", "i"),
    ("the", "same"),
    ("so", "it"),
)
_EXACTLY = frozenset(("just", "exactly", "indeed", "precisely", "still", "now", "fully", "quite", "only"))
_THEIRS = frozenset(
    ("you", "your", "thy", "thou", "yours", "if", "not", "isn't", "never", "nor", "when", "than")
)
_THRESHOLDS = ("over", "under", "at_least", "at_most")


_SCALES = frozenset(("C", "F", "km/h", "mph", "kn", "m/s"))


_SPEAKS_OF_MARK = frozenset(
    (
        "asked",
        "wanted",
        "hoped",
        "hoping",
        "said",
        "limit",
        "threshold",
        "rule",
        "cutoff",
        "mark",
        "want",
        "line",
        "minimum",
        "maximum",
        "target",
        "budget",
    )
)


_SAYING = frozenset(
    ("were", "asked", "named", "gave", "mentioned", "said", "quoted", "heard", "cited", "set", "feared")
)


def is_misquoted(context: Context, figure: Figure) -> bool:
    """Whether a figure is given to the user who never said it: "the 65 you were told" of 56."""
    words = context.text.words
    after = words[figure.last + 1 : figure.last + 3]
    is_theirs = len(after) == 2 and after[0] == "you" and after[1] in _SAYING
    is_theirs = is_theirs or (figure.hedge != "exact" and words[figure.first - 1] in ("your", "thy"))
    if not is_theirs or not context.user.numbers:
        return False
    is_said = any(is_rounded(figure.least, own) for own in context.user.numbers)
    return not is_said and not any(_is_users(figure, own) for own in context.user.figures)


def is_said_back(context: Context, figure: Figure) -> bool:
    """Whether the figure is the user's own, or one of an error or of the coordinates called."""
    if _claims_mark(context, figure):
        return False
    if _is_hour(context, figure):
        return True
    if _agrees_falsely(context, figure):
        return False
    is_bare = figure.unit is None and figure.label is None
    if is_bare and figure.is_exact and any(is_rounded(figure.least, own) for own in context.user.numbers):
        return True
    if any(
        _is_users(figure, own) and not _is_coordinate(context, figure, own) for own in context.user.figures
    ):
        return True
    is_plain = figure.unit in (None, UNKNOWN_SCALE)
    return is_plain and any(abs(figure.least - number) < _TINY for number in context.facts.incidental)


def _is_coordinate(context: Context, figure: Figure, own: Figure) -> bool:
    """Whether the user's number is a coordinate that was called, and no degree Celsius or mile."""
    return own.unit is None and figure.unit in _SCALES and own.least in context.facts.incidental


def _is_hour(context: Context, figure: Figure) -> bool:
    """Whether a bare number is the time that was asked for: "it is eight on Wednesday morning"."""
    if figure.unit is not None or figure.label is not None or not 0 < figure.least <= _HOURS:
        return False
    behind = context.text.words[figure.last + 1 : figure.last + 6]
    return not (_CLOCK.isdisjoint(context.user.texts[-1].words) or _PARTS_OF_DAY.isdisjoint(behind))


def _agrees_falsely(context: Context, figure: Figure) -> bool:
    """Whether the user's figure is said to be what it is, and not to be theirs: "just so, it is 25 °C"."""
    words = context.text.words
    begin, end = context.text.sentence(figure.first)
    first = figure.first - (words[figure.first - 1] in _EXACTLY)
    is_stated = words[first - 1] in ("it's", "'tis") or words[max(0, first - 2) : first] == ("it", "is")
    opening = words[begin : begin + 2]
    is_stated = is_stated or (opening[:1] != () and opening[0] in _AGREEING) or opening in _I_DID
    if _is_granted(context, figure, begin):
        return bool(context.given) and figure.hedge == "exact"
    if not is_stated or not context.given or figure.hedge != "exact":
        return False
    return (
        _THEIRS.isdisjoint(words[begin:end]) and context.stances.is_denied(figure.first, figure.last) is False
    )


def _is_granted(context: Context, figure: Figure, begin: int) -> bool:
    """Whether the user's figure is said to be right: "I see that same 70 %", "your app agrees: 45"."""
    words = context.text.words
    if "same" in words[max(begin, figure.first - 2) : figure.first]:
        return "you" not in words[begin : figure.last + 4]
    near = range(max(begin, figure.first - _GRANT_REACH), figure.first)
    at = next((k for k in near if words[k] in _GRANTING), None)
    return at is not None and context.stances.is_denied(at, at) is False


def _claims_mark(context: Context, figure: Figure) -> bool:
    """Whether the user's own figure is said of the weather: "it has passed 75", "35 on both days"."""
    words = context.text.words
    if words[figure.last + 1 : figure.last + 3] in (("on", "both"), ("on", "all"), ("on", "each")):
        return True
    is_of_day = words[figure.first - 1] == "at" and figure.hedge == "exact"
    if is_of_day and context.scopes.named_between(figure.first - 3, figure.first):
        return True
    is_reached = words[figure.first - 1] in _REACHING and figure.hedge == "exact"
    if is_reached and context.scopes.named_between(figure.last, figure.last + 3):
        return context.stances.is_denied(figure.first, figure.last) is False
    if figure.hedge not in _THRESHOLDS or context.stances.is_denied(figure.first, figure.last) is not False:
        return False
    if words[figure.first - 1] == "your" and words[figure.first - 2] not in (
        "past",
        "passed",
        "beyond",
        "topped",
    ):
        return False
    begin, end = context.stances.sentence(figure.first)
    return bool(context.given) and not _SPEAKS_OF_MARK.intersection(words[begin:end])


def _is_users(figure: Figure, own: Figure) -> bool:
    """Whether a figure is one of the user's of the same quantity, as they gave it or converted."""
    if own.is_exact and not figure.is_exact:
        return False
    is_bare = any(each.unit is None and each.label is None for each in (figure, own))
    if not (is_bare or figure.fields & own.fields):
        return False
    given = convert(own.least, own.unit, figure.unit) if {own.unit, figure.unit} <= _SCALES else own.least
    return is_rounded(figure.least, round(given, 6)) or own.least <= figure.least <= own.most
