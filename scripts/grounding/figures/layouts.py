"""Figures that their place tells the quantity of: the cells of a table, "27 / 17" for a high and a low."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from scripts.grounding.facts import Field
from scripts.grounding.names.columns import BARS
from scripts.grounding.text import DIGITS, Text, Triggers, word_set
from scripts.grounding.words import figure_words as w
from scripts.grounding.words.cardinals import Number
from scripts.grounding.words.figure_words import FIELDS
from scripts.grounding.words.units_said import unit_at

LETTERS: Final = {
    "h": "high", "hi": "high", "↑": "high", "▲": "high", "l": "low", "lo": "low", "↓": "low", "▼": "low",
    "rh": "humidity", "pop": "chance", "tmax": "high", "tmin": "low",
}  # fmt: skip
"""Letters and signs that stand for a quantity where a number follows: "H: 72", "↓55", "RH 71 %"."""

_SLASHES: Final = Triggers(("/",))
_SCALES: Final = frozenset(("C", "F", "degrees"))
_IN_PAIR: Final = word_set("/ ° c f degrees")
_OF_ONE: Final = frozenset(("high", "low", "wind", "humidity", "feels", "night"))
_HIGHER: Final[frozenset[Field]] = frozenset(("high", "temperature", "feels_like"))
_LOWER: Final[frozenset[Field]] = frozenset(("low", "temperature", "feels_like"))
_BEFORE_PAIR: Final = frozenset((",", "|", ":", ";", "–", "—", "-", "="))
_MONTHS: Final = 12
_LONGEST_MONTH: Final = 31
_NEAR: Final = 6


class Place(NamedTuple):
    """What a number is of by where it stands; `label` is the token of the heading, if there is one."""

    fields: frozenset[Field]
    unit: str | None
    label: int | None = None
    must: bool = True


def places_told(text: Text, numbers: Sequence[Number]) -> Mapping[int, Place]:
    """Return by their first token what the numbers in tables and in pairs parted by a slash are of."""
    told: dict[int, Place] = {}
    if text.where(BARS):
        told.update(_in_tables(text, numbers))
    if text.where(_SLASHES):
        told.update(_in_pairs(text, numbers, told))
    return told


def _in_tables(text: Text, numbers: Sequence[Number]) -> Iterator[tuple[int, Place]]:
    """Yield what the cells of tables are of: of the quantity and in the unit that head their column."""
    bars = text.where(BARS)
    heads: dict[int, list[Place]] = {}
    for begin, end in text.sentences:
        here = [k for k in bars if begin <= k < end]
        if len(here) < 2:
            heads = {} if end - begin > 1 else heads
            continue
        edges = [begin - 1, *here, end]
        cells = [(a + 1, b) for a, b in pairwise(edges)]
        inside = [number for number in numbers if begin <= number.first < end]
        found = {k: _heading(text, *cell) for k, cell in enumerate(cells)}
        if not inside and any(found.values()):
            heads = found
            continue
        own = next((found[k] for k in (0, 1) if found.get(k)), [])
        if any(number.first < cells[1][1] for number in inside):
            own = []
        for column, (first, last) in enumerate(cells):
            row = [number for number in inside if first <= number.first < last]
            yield from _cells(text, row, heads.get(column) or own)


def _heading(text: Text, first: int, last: int) -> list[Place]:
    """Return the quantities that the heading of a column names, in the unit it names: "Max (°C)"."""
    unit = next((found[0] for k in range(first, last) if (found := unit_at(text, k)) is not None), None)
    names = [(k, _named(text.words[k])) for k in range(first, last)]
    places = [Place(FIELDS[name], None if unit in _SCALES and len(unit or "") > 1 else unit, k)
              for k, name in names if name in FIELDS]  # fmt: skip
    is_rain = bool(places) and all(place.fields == FIELDS["chance"] for place in places)
    return places[:1] if is_rain else places


def _named(word: str) -> str:
    return LETTERS.get(word) or w.LABELS.get(word, "")


def _cells(text: Text, row: Sequence[Number], heads: Sequence[Place]) -> Iterator[tuple[int, Place]]:
    for k, number in enumerate(row):
        if not heads or number.form != "plain":
            return
        head = heads[min(k, len(heads) - 1)]
        own = unit_at(text, number.last + 1)
        if head.fields == FIELDS["wind"] and own is None and head.unit is None and "°" in text.words:
            yield number.first, head
        else:
            yield number.first, head._replace(unit=own[0] if own else head.unit)


def _in_pairs(
    text: Text, numbers: Sequence[Number], known: Mapping[int, Place]
) -> Iterator[tuple[int, Place]]:
    """Yield what the two numbers of each "72 / 55" are of: of its heading, or the higher one of the high."""
    pairs = [
        (one, other)
        for one, other in pairwise(numbers)
        if one.first not in known and _is_pair(text, one, other)
    ]
    is_told = len(pairs) > 1 or any(max(n.value for n in pair) > _LONGEST_MONTH for pair in pairs)
    is_told = is_told or any(_unit(text, n) for pair in pairs for n in pair)
    for one, other in pairs:
        heading = _heading_of_pair(text, one.first)
        unit = _unit(text, other) or _unit(text, one)
        if heading is not None:
            fields: tuple[frozenset[Field], ...] = tuple(FIELDS[name] for name in heading)
        elif _is_of_one_kind(text, one.first):
            continue
        else:
            fields = (_HIGHER, _LOWER) if one.value >= other.value else (_LOWER, _HIGHER)
        must = is_told or heading is not None or unit is not None or one.value < 0 or other.value < 0
        yield one.first, Place(fields[0], unit, must=must)
        yield other.first, Place(fields[1], unit, must=must)


def _unit(text: Text, number: Number) -> str | None:
    unit = unit_at(text, number.last + 1)
    return unit[0] if unit and unit[0] in _SCALES else None


def _is_pair(text: Text, one: Number, other: Number) -> bool:
    """Whether two numbers are parted by a slash, and neither a date, a share nor of another quantity."""
    words = text.words
    between = words[one.last + 1 : other.first]
    if "/" not in between or not _IN_PAIR.issuperset(between):
        return False
    unit = unit_at(text, other.last + 1)
    if (unit is not None and unit[0] not in _SCALES) or words[other.last + 1 : other.last + 2] in (
        ("%",),
        ("/",),
    ):
        return False
    if words[max(0, one.first - 1)] == "/" or one.form != "plain" or other.form != "plain":
        return False
    may_be_date = unit is None and between == ("/",) and _is_date(one.value, other.value)
    own = _unit(text, one)
    if own is not None and unit is not None and own != unit[0]:
        return False
    is_led = one.first == 0 or words[one.first - 1] not in _BEFORE_PAIR
    return not (may_be_date and (is_led or words[other.last + 1 : other.last + 2] == (":",)))


def _is_date(one: float, other: float) -> bool:
    low, high = sorted((one, other))
    return 1 <= low <= _MONTHS and high <= _LONGEST_MONTH


def _heading_of_pair(text: Text, before: int) -> tuple[str, str] | None:
    """Return the quantities that "High / Low" names last before a pair."""
    words = text.words
    for k in reversed([k for k in text.where(_SLASHES) if 0 < k < before]):
        if k + 1 < len(words):
            names = _named(words[k - 1]), _named(words[k + 1])
            if all(name in ("high", "low", "temp", "feels") for name in names):
                return names
    return None


def _is_of_one_kind(text: Text, first: int) -> bool:
    """Whether the words right before say that both numbers are of one quantity: "highs of 27/30"."""
    begin, _ = text.sentence(first)
    near = text.words[max(begin, first - _NEAR) : first]
    stop = next((k for k in range(len(near) - 1, -1, -1) if near[k][-1] in DIGITS or near[k] == "|"), -1)
    return any(w.LABELS.get(word) in _OF_ONE for word in near[stop + 1 :])
