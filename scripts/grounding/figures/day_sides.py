"""Whether a figure is told of the top of a day, its bottom or how it feels, where other words tell so."""

from typing import Final

from scripts.grounding.text import DIGITS, Text, Triggers, word_set
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure import Figure

_HIGH: Final = """
    *peak; *peaks; *crests; *maxes out; caps *out; tops *out; topping *out; *ceiling; *ceilings; *summit;
    *zenith; *apex; *acme; day's *crown; *top of the day; high water *mark; *height of the day; *heat of the
    day; *middle of the day; as *warm as; as *hot as; as *high as; as *far up as; no *higher than; no
    *warmer than; no *hotter than; any *warmer than; any *higher than; never *warmer than; its *best; at
    *best; *best it; *best you; day's *best; @'s *best; *best @ can; *warmest @ gets; *hottest @ gets; *most
    @ can; *warmest @ will; *hottest @ will; its *warmest; their *warmest; its *hottest; their *hottest;
    *warmest it; *hottest it; *warmest you; *hottest you; by *day; the *daytime; *daytime; by *daylight;
    *afternoon; *afternoons; *midday; *noon; *noontime; *noontide; upper *figure; upper *end; upper *limit;
    upper *number; top *end; top *figure; high *end; higher *figure; *most you'll; *most it; *beyond;
    *zenith; after *lunch; at the *top; full of the *day; by *noon; the *sun; at *most; at the *most; day's
    *peak; *daylight
    """
_LOW: Final = """
    at the *bottom; *bottom of the night; *bottom of it; *bottoms; *floor; *floors; *nadir; *trough; as
    *cold as; as *cool as; as *low as; as *chilly as; no *lower than; no *colder than; no *cooler than; any
    *lower than; any *colder than; its *coldest; their *coldest; its *coolest; their *coolest; its *lowest;
    *coldest it; *coolest it; *lowest it; *coldest @ gets; *coolest @ gets; *lowest @ goes; *lowest @ gets;
    *least @ will; *coldest @ will; *coldest you; lower *figure; lower *end; lower *limit; lower *number;
    low *end; low water *mark; by *night; at *night; *night; *nights; *nightfall; *nighttime; night *time;
    *overnight; *dawn; *daybreak; before *sunrise; at *sunrise; *sunup; small *hours; wee *hours; dead of
    *night; after *dark; after *sundown; after *sunset; darkest *hours; *sleeps; to *bed; sun goes *down;
    sun is *gone; sun is *down; *midnight; *predawn; never *below; never falls *below; never drops *below;
    never dips *below; never goes *below; never gets *below; never sinks *below; not fall *below; not drop
    *below; not go *below; not get *below; won't go *below; won't go *under; won't fall *below; won't drop
    *below; not get *under; not go *under
    """
_FELT: Final = """
    to the *skin; on the *skin; on your *skin; on thy *skin; on bare *skin; against the *skin; on the
    *cheek; upon the *cheek; against the *cheek; on your *cheek; to the *touch; to the *bones; to the *bone;
    by the *feel; by *feel
    """
_FELT_AS: Final = """
    *feels like; *feels as if; *feels as though; *feels more like; *feels closer; *passes for; *pass for;
    *passing for; *wears like; *wears as; *wears more; *wear like; *wearing like; the *skin; your *skin;
    *skin says; *skin reckons; your *bones; your *face; your *cheeks; has the *bite of; the *feel of; *bites
    like; *strikes you; *strikes the; *strikes one; *comes across as; *comes off as; *presents itself as;
    *seems more like; *seems closer; *take it for; skin *reckons it
    """
"""What tells the high, the low and what is felt, around a head word; the last only of a figure behind it."""


def _compiled(listing: str, left_out: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str]]:
    found = []
    for phrase in listing.split(";"):
        before, _, behind = phrase.partition("*")
        head, *after = behind.split()
        found.append((head, tuple(before.split()), tuple(after), left_out))
    return found


_CUES: Final[dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]]] = {}
for _head, _before, _after, _left_out in (
    *_compiled(_HIGH, "low"), *_compiled(_LOW, "high"),
    *_compiled(_FELT, "felt"), *_compiled(_FELT_AS, "felt as"),
):  # fmt: skip
    _CUES.setdefault(_head, []).append((_before, _after, _left_out))
_HEADS: Final = Triggers(_CUES)
_REACH: Final = 12
_FELT_REACH: Final = 8
_CLOSED: Final = 9
"""Weight of what stands between a figure and a cue that is of another clause."""
_SPANNING: Final = word_set(": between betwixt above below under over beneath than")
_BOUNDS: Final = frozenset(("below", "under"))
"""Heads that tell the low only where nothing else tells which it is: "never below 88 of an afternoon"."""
_OTHERS: Final = {"low": word_set("low lows nights"), "high": word_set("high highs afternoons days")}
_HEADSTART: Final = 2
"""Tokens that what follows a figure is nearer to it than what goes before."""


def sided(text: Text, figure: Figure) -> Figure:
    """Leave out the low of a figure told of the top of the day, and the like."""
    if not {"high", "low"} <= figure.fields or figure.kind != "level" or not text.where(_HEADS):
        return figure
    begin, end = text.sentence(figure.first)
    best, left_out = _REACH + 1, ""
    for k in text.where(_HEADS):
        if not max(begin, figure.first - _REACH) <= k < min(end, figure.last + _REACH):
            continue
        cost = figure.first - k - 1 + _HEADSTART if k < figure.first else k - figure.last - 1
        cost += _HEADSTART * (text.words[k] in _BOUNDS)
        if figure.first <= k <= figure.last or cost >= best or _is_apart(text, k, figure):
            continue
        side = _side_at(text.words, k)
        if side[:4] == "felt":
            if cost <= _FELT_REACH and (side == "felt" or k < figure.first):
                best, left_out = cost, side
        elif side and _OTHERS[side].isdisjoint(text.words[begin : figure.first]):
            best, left_out = cost, side
    if left_out[:4] == "felt":
        return figure._replace(fields=figure.fields & {"feels_like"})
    return figure._replace(fields=figure.fields - {left_out}) if left_out else figure


def _side_at(words: tuple[str, ...], k: int) -> str:
    """Return what a cue at token k leaves out, "" where the words around it are not those of one."""
    for before, after, left_out in _CUES[words[k]]:
        first = k - len(before)
        if first >= 0 and _are(words[first:k], before) and _are(words[k + 1 : k + 1 + len(after)], after):
            return left_out
    return ""


def _are(words: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    """Whether words are those of a pattern, where "@" stands for a name, with its ending if it has one."""
    if words == pattern:
        return True
    if len(words) != len(pattern) or not any(word[0] == "@" for word in pattern):
        return False
    return all(
        word.endswith(meant[1:]) if meant[0] == "@" else word == meant
        for word, meant in zip(words, pattern, strict=True)
    )


def _is_apart(text: Text, k: int, figure: Figure) -> bool:
    """Whether another number, or the end of a clause, stands between a figure and the cue at token k."""
    first, last = (k + 1, figure.first) if k < figure.first else (figure.last + 1, k)
    begin, _ = text.sentence(figure.first)
    if k < figure.first and text.words[last - 1] == "to" and "from" in text.words[begin:k]:
        return True
    if not _SPANNING.isdisjoint(text.words[first : last - 1]):
        return True
    if text.wall(min(k, figure.last), max(k, figure.first)) >= _CLOSED:
        return True
    return any(word[-1] in DIGITS or is_numeral(word) for word in text.words[first:last])
