"""Days on which something is said to be at its most or its least: "highs peaking on Thursday"."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.context import Context, Judgement, told_by
from scripts.grounding.names.scope import Scope
from scripts.grounding.names.within import within
from scripts.grounding.standings.comparisons import leads, universes
from scripts.grounding.text import Triggers, word_list, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.dimensions import QUANTITIES, Dimension
from scripts.grounding.words.measures import NIGHT, WARM, of

_UP: Final = word_set("peaking crests cresting culminates culminating maxes")
_VERBS: Final = word_set("peaks peak tops top topping")
_DOWN: Final = word_set("bottoming bottoms troughs bottom")
_TRIGGERS: Final = Triggers(_UP | _VERBS | _DOWN)
_LEADING: Final = word_set("out on comes falls come by at the in only and finally then this next late")
_NOUNS: Final = {
    **dict.fromkeys(word_list("afternoons daytime it"), Dimension(1, WARM)),
    **dict.fromkeys(word_list("minima"), Dimension(1, NIGHT)),
}
_NAMED: Final = _NOUNS.keys() | QUANTITIES.keys()
_LOWEST: Final = (of("high"), of("temperature"), of("low"))
_AHEAD: Final = 4
_OF_FIGURE: Final = 4
_BACK: Final = 24


@told_by(_TRIGGERS)
def judge_peaks(context: Context) -> Iterator[Judgement]:
    """Yield a fault for each day named as the peak of what is highest on another."""
    for k in context.text.where(_TRIGGERS):
        cue = _day_behind(context, k)
        if cue is None or not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        sign, measures = _measured(context, k)
        pools = list(universes(context, True))
        scope = Scope(cue.days, context.scopes.at(k, k).spots)
        held = [(within(pool, scope), pool) for pool in pools]
        if not any(mine for mine, _ in held):
            continue
        if not any(mine and leads(mine, pool, sign, measures) for mine, pool in held):
            said = context.text.around(k, cue.last)
            yield Judgement(k, cue.last, fault=f"you wrote '{said}'; by the results it is another day")


def _day_behind(context: Context, k: int) -> DayCue | None:
    """Return the one day that a peak is said to be on: "peaking on Thursday", "the peak comes Friday".

    "Tops out at 17 °C on Monday" is of Monday alone.
    """
    words = context.text.words
    if words[k] in ("tops", "top", "topping") and words[k + 1 : k + 2] != ("out",):
        return None
    if words[k] == "bottom" and words[k + 1 : k + 2] != ("out",):
        return None
    if words[k + 1 : k + 3] == ("out", "at"):
        return None
    cue = next((cue for cue in context.scopes.days if cue.first > k), None)
    if cue is None or not cue.days or cue.is_list or cue.first - k > _AHEAD + _OF_FIGURE:
        return None
    told = {n for f in context.figures for n in range(f.first, f.last + 1)}
    between = [words[n] for n in range(k + 1, cue.first) if n not in told]
    is_told = len(between) < cue.first - k - 1
    return cue if _LEADING.issuperset(between) and not (is_told and "and" in between) else None


def _measured(context: Context, k: int) -> Dimension:
    """Return what is at its most or least: what was named last before, or else how warm it is."""
    begin, _ = context.stances.sentence(k)
    before = context.text.words[max(begin, k - _BACK) : k]
    found = next(
        (_NOUNS.get(word) or QUANTITIES.get(word) for word in reversed(before) if word in _NAMED), None
    )
    if context.text.words[k] not in _DOWN:
        return found or Dimension(1, WARM)
    return Dimension(-found.sign, found.measures) if found else Dimension(-1, _LOWEST)
