"""Figures listed behind as many places, each of its own: "Dallas, then Houston, then Austin: 95, 85 "
"and 80"."""

from scripts.grounding.agreement import fits
from scripts.grounding.context import Context
from scripts.grounding.facts import Reading
from scripts.grounding.figure import Figure
from scripts.grounding.figure_words import TEMPERATURES


def as_listing(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings that bear out figures listed in the order in which their places are named."""
    begin, end = context.stances.sentence(figure.first)
    group = next((g for g in context.groups if figure in g), ())
    if len(group) < 2:
        return []
    cues = [cue for cue in context.scopes.places if begin <= cue.first < end and len(cue.spots) == 1]
    days = [cue.days for cue in context.scopes.named_between(begin, end - 1)]
    found: list[Reading] = []
    for each, cue in zip(group, cues, strict=False):
        mine = [r for r in context.given if r.place in cue.spots]
        mine = [r for r in mine if len(days) != 1 or r.atoms & (days[0] or frozenset())]
        found += [r for r in mine if any(fits(each, r, field) for field in each.fields)][:1]
    return found if len(found) == len(group) else []


def as_alike(context: Context, figure: Figure) -> list[Reading]:
    """Return the readings of a bare number told of another place, of what was told last: "77 percent, "
    "Cairo 38"."""
    if figure.unit is not None or figure.label is not None or figure.kind != "level":
        return []
    begin, _ = context.stances.sentence(figure.first)
    before = [f for f in context.figures if begin <= f.first < figure.first]
    if not before or any(f.fields & TEMPERATURES for f in before) or before[-1].kind != "level":
        return []
    scope = context.scopes.at(figure.first, figure.last)
    theirs = context.scopes.at(before[-1].first, before[-1].last)
    if scope.spots is None or scope.spots == theirs.spots:
        return []
    alike = figure._replace(fields=before[-1].fields)
    return [r for r in context.about(scope) if any(fits(alike, r, field) for field in alike.fields)]
