"""Figures with a margin on both sides, read as one: "65 ± 8 °F", "30, plus or minus two"."""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.text import Text, Triggers
from scripts.grounding.words.figure import Figure

MARGIN: Final = Triggers(("±", "plus", "+"))
_MARGINS: Final = (
    ("±",),
    ("plus", "or", "minus"),
    (",", "plus", "or", "minus"),
    ("plus", "/", "minus"),
    ("+", "/"),
)


def with_margins(text: Text, figures: Sequence[Figure]) -> list[Figure]:
    """Read a figure and its margin as one figure that means what lies between: 65 ± 8 is 57 to 73."""
    found: list[Figure] = []
    for figure in figures:
        before = found[-1] if found else None
        if before is None or text.words[before.last + 1 : figure.first] not in _MARGINS:
            found.append(figure)
            continue
        margin = abs(figure.least)
        found[-1] = before._replace(
            last=figure.last, least=before.least - margin, most=before.most + margin,
            unit=before.unit or figure.unit, kind="level", hedge="exact", must=True,
        )  # fmt: skip
    return found
