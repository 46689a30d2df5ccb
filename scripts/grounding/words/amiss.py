"""How far somebody's figure is said to be amiss: "your app is two degrees high", "you erred by three"."""

from typing import Final

from scripts.grounding.text import Text, word_set
from scripts.grounding.words.figure import Figure
from scripts.grounding.words.units_said import UNKNOWN_SCALE

_ERRING: Final = word_set(
    "err errs erred erring exceed exceeds exceeded exceeding clears cleared miss misses missed missing "
    "overshot overshoots overshooting undershot undershoots overstated overstates understated understates "
    "overestimated overestimates underestimated underestimates overguessed underguessed misjudged misjudges "
    "overreached flattered flatters exaggerated exaggerates"
)
_OUT_BY: Final = word_set("off out wrong high low wide over under amiss adrift astray mistaken short shy")
_BEHIND: Final = word_set(
    "off out wide amiss adrift astray wrong high low hot cold generous optimistic pessimistic hopeful "
    "ambitious "
    "sanguine cautious modest timid shy"
)
_IS: Final = word_set("is was are were be been runs ran reads read aimed guessed shot stands sits came comes")
_ENDS: Final = word_set(". , ; : ! — – ) and but for in on at this today there as so by")
HEDGING: Final = word_set(
    "at least most about around roughly nearly almost some no more less than fully only just over under well "
    "approximately a full good bare mere"
)
"""What may stand between "by" and the number that it leads."""

_DEGREES: Final = frozenset((UNKNOWN_SCALE, "C", "F", "%"))
_OF_SOMEBODY: Final = word_set(
    "he she they you paper almanac app phone forecast wife husband brother sister mother father friend madam "
    "sir cousin neighbor neighbour uncle aunt guess estimate figure source informant report card radio"
)
_TOO_MUCH: Final = word_set(
    "high hot over overshot overshoots overstated overstates overestimated flattered generous optimistic "
    "hopeful "
    "ambitious sanguine"
)
_TOO_LITTLE: Final = word_set(
    "low cold undershot undershoots understated understates underestimated pessimistic cautious modest timid"
)
_THEIRS: Final = word_set("your thy thine yours you app app's almanac almanac's guess friend friend's")
_THEM: Final = word_set("you your thy thine yours them him her")
"""What follows where it is the weather that overshoots somebody's figure."""

_REACH: Final = 8


def is_amiss(text: Text, figure: Figure) -> bool:
    """Whether the figure says how far another one is from the truth."""
    return _tells_error(text, figure) or (figure.unit in _DEGREES and _is_predicate(text, figure))


def _tells_error(text: Text, figure: Figure) -> bool:
    """Whether "erred by" or "off by" stands before the figure."""
    words = text.words
    begin, _ = text.sentence(figure.first)
    first = max(begin, figure.first - _REACH)
    at = figure.first - 1
    while at > first and words[at] in HEDGING:
        at -= 1
    if at < first or words[at] != "by":
        return False
    return not _ERRING.isdisjoint(words[first:at]) or (at > first and words[at - 1] in _OUT_BY)


def _is_predicate(text: Text, figure: Figure) -> bool:
    """Whether "two degrees high" or "four degrees too low" is what something is."""
    words = text.words
    after = (*words[figure.last + 1 : figure.last + 4], ".")
    behind = after[1:] if after[0] == "too" else after
    if behind[0] not in _BEHIND or (len(behind) > 1 and behind[1] not in _ENDS):
        return False
    near = words[max(0, figure.first - 4) : figure.first]
    if after[0] == "out" and (near[-1:] == ("it's",) or near[-2:] == ("it", "is")):
        return False  # "it's 13 degrees out" is told of the weather out there
    return after[0] == "too" or not _IS.isdisjoint(near)


def is_of_users(text: Text, figure: Figure) -> bool:
    """Whether it is the user's own figure, or that of what they quote, which is said to be amiss."""
    begin, end = text.sentence(figure.first)
    if not is_amiss(text, figure):
        return False
    return not (
        _THEIRS.isdisjoint(text.words[begin:end])
        and _OF_SOMEBODY.isdisjoint(text.words[begin : figure.first])
    )


def side_of_users(text: Text, figure: Figure) -> int | None:
    """Return on which side of the truth the user's figure is said to be: 1 above, -1 below, None untold."""
    begin, end = text.sentence(figure.first)
    near = text.words[max(begin, figure.first - _REACH) : min(end, figure.last + 3)]
    is_over, is_under = not _TOO_MUCH.isdisjoint(near), not _TOO_LITTLE.isdisjoint(near)
    if is_over == is_under:
        return None
    at = next(k for k, word in enumerate(near) if word in _TOO_MUCH or word in _TOO_LITTLE)
    is_object = near[at + 1 : at + 2] != () and near[at + 1] in _THEM
    return 1 if is_over != is_object else -1
