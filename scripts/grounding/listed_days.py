"""Figures given to several days named right behind them: "0 % on Saturday and Sunday"."""

from typing import Final

from scripts.grounding.context import Context
from scripts.grounding.day_cue import DayCue
from scripts.grounding.figure import Figure

_RANGES: Final = frozenset(("to", "–", "-", "through"))


def is_of_each_listed(context: Context, figure: Figure) -> bool:
    """Whether one plain figure is given to several days named right behind: "0 % on Saturday and Sunday"."""
    named = {cue.last + 1 for cue in context.scopes.days}
    shared = [group for group in context.groups if figure in group]
    is_single = not shared or any(each.first in named for each in shared[0] if each is not figure)
    return is_single and listed_behind(context, figure) is not None


def listed_behind(context: Context, figure: Figure) -> DayCue | None:
    """Return the days named one by one right behind a plain figure."""
    at = figure.last + 2
    if figure.hedge != "exact" or figure.kind != "level" or not figure.must:
        return None
    if context.text.words[at - 1 : at] not in (("on",), ("for",), ("both",)):
        return None
    cue = next((cue for cue in context.scopes.days if cue.first == at and cue.is_list), None)
    if cue is None or not _RANGES.isdisjoint(context.text.words[cue.first : cue.last + 1]):
        return None
    return cue if len(cue.days or ()) > 1 else None
