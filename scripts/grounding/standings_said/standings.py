"""Where a day or place is said to stand among others: "takes the crown for heat", "trails Oslo in wind"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from scripts.grounding.names.named_places import PlaceCue
from scripts.grounding.standings_said.standing_degrees import COMPARING
from scripts.grounding.standings_said.standing_phrases import OUTDOING, Kind, Phrase
from scripts.grounding.standings_said.standing_words import COMPARATIVE_SIGNS, SUPERLATIVE_SIGNS
from scripts.grounding.text import Text, Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.dimensions import QUALITIES, QUANTITIES, Dimension, spoken_of
from scripts.grounding.words.measures import COLD, COMPARATIVES, NIGHT, WARM

Cue = DayCue | PlaceCue

_GROUPS: Final = (*OUTDOING, *COMPARING)
_TRIGGERS: Final = Triggers(word for group in _GROUPS for word in group.triggers)
_OPENING: Final = word_set("for in on as when by")
_OTHER_ER: Final = {
    "soggier": Dimension(1, QUALITIES["wet"].measures),
    "nippier": QUALITIES["cold"],
    "rawer": QUALITIES["cold"],
    "stiller": QUALITIES["calm"],
    "drearier": QUALITIES["gloomy"],
}
_NIGHTS: Final = word_set("night nights overnight low lows")
_TOPIC: Final = word_set("for in on of to as the sheer mere being be sake")
_TOPIC_REACH: Final = 7


class Standing(NamedTuple):
    """One such claim from token `first` to `last`; of what is not named where `dimension` is None.

    `held` are the tokens that name the quantity, which so is not said to be there.
    """

    first: int
    last: int
    kind: Kind
    mine: Cue
    others: Cue | None
    dimension: Dimension | None
    sign: int
    held: frozenset[int]


class _Line(NamedTuple):
    """A sentence with its names as "@0"; where its parts start, and which tokens of the text they are."""

    written: str
    starts: Sequence[int]
    tokens: Sequence[int]
    cues: Sequence[Cue]

    def span_of(self, match: re.Match[str]) -> tuple[int, int]:
        """Return the first and the last token of a match, a name with all its words."""
        first, last = (bisect_right(self.starts, at) - 1 for at in (match.start(), match.end() - 1))
        end = self.tokens[last + 1] - 1 if last + 1 < len(self.tokens) else self.tokens[last]
        return self.tokens[first], max(end, self.tokens[last])


def find_standings(text: Text, days: Sequence[DayCue], places: Sequence[PlaceCue]) -> list[Standing]:
    """Return such claims of a text, the first that each name is the subject of in a sentence."""
    if not text.where(_TRIGGERS):
        return []
    cues: list[Cue] = [cue for cue in days if cue.days and not cue.is_weak]
    cues += [cue for cue in places if cue.spots and not cue.is_weak]
    if not cues:
        return []
    cues.sort(key=lambda cue: cue.first)
    stand = text.places
    lines: dict[int, _Line] = {}
    found: dict[tuple[int, int], Standing] = {}
    for group in _GROUPS:
        numbers = dict.fromkeys(text.sentence_of[k] for k in stand.get(group.triggers, ()))
        for number in numbers:
            line = lines.get(number) or _line(text, number, cues)
            lines[number] = line
            for standing in _standings(text, line, group.phrases) if line.cues else ():
                found.setdefault((standing.mine.first, standing.first), standing)
    return list(found.values())


def _line(text: Text, number: int, cues: Sequence[Cue]) -> _Line:
    begin, end = text.sentences[number]
    named = [cue for cue in cues if begin <= cue.first < end]
    at = {cue.first: k for k, cue in enumerate(named)}
    parts: list[str] = []
    tokens: list[int] = []
    k = begin
    while k < end:
        number_of = at.get(k)
        parts.append(text.words[k] if number_of is None else f"@{number_of}")
        tokens.append(k)
        k = k + 1 if number_of is None else max(named[number_of].last, k) + 1
        if number_of is not None and text.words[k - 1].endswith("'s"):
            parts.append("'s")
            tokens.append(k - 1)
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part) + 1)
    return _Line(" ".join(parts), starts, tokens, named)


def _standings(text: Text, line: _Line, phrases: Sequence[Phrase]) -> Iterator[Standing]:
    for phrase in phrases:
        match = phrase.found_in(line.written) if len(line.cues) >= phrase.names else None
        if match is None:
            continue
        first, last = line.span_of(match)
        span = _with_topic(text, first, last)
        dimension = _dimension(text, match, span)
        if dimension is None and (phrase.needs_topic or spoken_of_many(text.words[span[0] : span[1]])):
            continue
        groups = match.groupdict()
        other = groups.get("y") or groups.get("z")
        yield Standing(
            first,
            last,
            phrase.kind,
            line.cues[int(match["x"])],
            line.cues[int(other)] if other is not None else None,
            dimension,
            phrase.sign,
            _held(text.words, line, (first, last), span),
        )


def _held(words: Sequence[str], line: _Line, match: tuple[int, int], span: tuple[int, int]) -> frozenset[int]:
    """Return the tokens that only name what is compared: not the "sunny" of "sunny Friday beats Monday"."""
    names = {cue.first for cue in line.cues}
    first, last = match
    return frozenset(
        k
        for k in range(*span)
        if (words[k] in QUANTITIES or words[k] in QUALITIES)
        and k + 1 not in names
        and (first <= k <= last or words[k - 1] in _TOPIC)
    )


def _with_topic(text: Text, first: int, last: int) -> tuple[int, int]:
    """Return a stretch with the words around it that may name the quantity: "for wind, Friday leads"."""
    begin, end = text.sentence(first)
    words = text.words
    stops = (",", ";", ":", "—", "–", "but", "while", "and", "though", "(", "with", "at")
    stop = next((k for k in range(last + 1, end) if words[k] in stops), end)
    start = next((k + 1 for k in range(first - 1, begin - 1, -1) if words[k] in stops), begin)
    if (
        start - begin <= _TOPIC_REACH
        and words[start - 1 : start] == (",",)
        and words[begin] in _OPENING | {"and"}
    ):
        start = begin
    return start, stop


def spoken_of_many(words: Sequence[str]) -> bool:
    """Whether words name a quantity at all."""
    return any(word in QUANTITIES or word in QUALITIES for word in words)


def _dimension(text: Text, match: re.Match[str], span: tuple[int, int]) -> Dimension | None:
    groups = match.groupdict()
    er, quality = groups.get("er"), groups.get("as")
    words = text.words[span[0] : span[1]]
    if quality is not None or er is not None:
        found = (
            QUALITIES.get(quality.rpartition(" ")[2].replace("rain", "wet"))
            if quality is not None
            else _of_comparative(er or "")
        )
        is_nightly = found is not None and found.measures[-1] is WARM[-1] and not _NIGHTS.isdisjoint(words)
        return found._replace(measures=NIGHT) if found and is_nightly else found
    topic = spoken_of(words) or (QUANTITIES["warmth"] if "a degree" in match[0] else None)
    way = COMPARATIVE_SIGNS.get(groups.get("deg") or "", 1) * SUPERLATIVE_SIGNS.get(
        groups.get("most") or groups.get("least") or "", 1
    )
    if topic is None or way > 0:
        return topic
    return Dimension(-topic.sign, COLD if topic.measures is WARM else topic.measures)


def _of_comparative(said: str) -> Dimension | None:
    if said in _OTHER_ER:
        return _OTHER_ER[said]
    if said in COMPARATIVES:
        return Dimension(*COMPARATIVES[said])
    much, _, quality = said.partition(" ")
    quality = quality.rpartition(" ")[2] or quality
    if quality == "rain":
        quality = "wet"
    found = QUALITIES.get(quality)
    return (
        Dimension(-found.sign if much in ("less", "least") else found.sign, found.measures) if found else None
    )
