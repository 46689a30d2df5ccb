"""Weather to come, said where only a current result was given."""

from collections.abc import Iterator, Sequence
from typing import Final

from scripts.grounding.context import Context, Judgement
from scripts.grounding.names.scope import Scope
from scripts.grounding.silence.later import judge_later
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.sky_words import TERMS

_HOURS_OF: Final = {
    "morning": (0, 12),
    "afternoon": (11, 18),
    "evening": (16, 24),
    "tonight": (17, 30),
    "night": (18, 30),
    "overnight": (20, 30),
}
"""Local hours at which a part of the day may be called the present one."""

_NEXT: Final = word_set("next coming following all")
_ALWAYS_LATER: Final = word_set("later soon shortly eventually overnight")
_COMING: Final = word_set(
    "will going gonna shall expect expected expecting forecast coming moves moving arrives arriving "
    "clears turns set due "
    "remain remains stay stays continue continues persist persists hold holds keep keeps until "
    "through throughout by "
    "should it'll they'll becoming building rolling heading toward towards promises threatens"
)
_REST: Final = (
    ("rest", "of", "the"),
    ("all", "day"),
    ("all", "week"),
    ("next", "few"),
    ("coming", "hours"),
    ("coming", "days"),
    ("coming", "week"),
    ("next", "week"),
    ("the", "week"),
    ("this", "week"),
    ("the", "weekend"),
)
_OPENING_REST: Final = frozenset(rest[0] for rest in _REST)
_CHANGING: Final = word_set(
    "cease stop end ease clear lift rain snow warm cool brighten thicken strengthen improve worsen "
    "weaken slacken abate subside taper thin turn drop fall rise climb dry pass fade dissipate disperse "
    "drizzle pour storm hail freeze thaw deepen change blow die pick veer swing cloud fog darken "
    "relent moderate break burn quit give wear blow let finish"
)
_LASTING: Final = word_set("go continue stay last hold persist linger keep remain let")
_MODALS: Final = word_set("will shall shalt wilt 'twill should won't it'll they'll there'll gonna going")
_DONE: Final = word_set("stopped passed cleared ended gone eased lifted quit melted moved blown")
_ON_THE_MORROW: Final = word_set("morrow tomorrow tonight overnight")
_FRONTS: Final = word_set("front fronts system change cold warmth heat chill frost wind gale")
_INVERTED: Final = word_set("it the that they there you")
"""What follows a "should" that only supposes: "should it turn wet, you have a roof"."""

_OF_IT: Final = frozenset(("it'll", "they'll", "there'll"))
_TURNING_TO: Final = word_set(
    "coming clearing easing ending stopping turning lifting fading tapering drying brightening warming "
    "cooling improving worsening thickening building becoming dying letting moving arriving weakening "
    "strengthening thinning breaking changing continuing lasting persisting lingering spreading"
)
_OPENING_TIMES: Final = word_set("tonight later overnight soon afternoon evening tomorrow shortly")
_CHANGES: Final = word_set(
    "stops ends clears eases lifts turns drops falls rises climbs warms cools brightens thickens "
    "improves worsens dries passes fades becomes gets brings promises looks sees comes goes grows"
)
_CEASING: Final = word_set(
    "gives stops ends clears eases lifts quits lets breaks turns starts begins arrives fades passes "
    "dies slackens ceases ceaseth relents subsides abates peters departs retires withdraws melts finishes "
    "burns scatters dissolves disperses thins"
)
_CLOCK: Final = word_set("around at by before about until till near toward towards past after")
_MOVING: Final = word_set("falling rising climbing dropping sinking mounting")
_NO_CLOCK: Final = (("degree",), ("degrees",), ("°",), ("%",), ("percent",), ("miles",), ("points",))
_HOURS: Final = word_set("one two three four five six seven eight nine ten eleven twelve noon midnight")
_BECOMING: Final = (
    frozenset(TERMS)
    | _CHANGES
    | word_set(
        "different same similar alike "
        "warmer cooler colder hotter milder chillier drier dryer wetter brighter clearer cloudier "
        "windier calmer better worse nicer fairer foggier sunnier stormier rougher quieter heavier "
        "lighter stronger weaker hot warm mild cool chilly cold frosty freezing icy over gone done past "
        "finished fine nice pleasant lovely"
    )
)
_ADVERBS: Final = word_set("also then still probably likely certainly surely soon soon all both itself now")
_SUBJECTS: Final = (
    frozenset(TERMS)
    | word_set(
        "it sky skies temperature temperatures mercury thermometer glass wind winds breeze weather day "
        "days afternoon evening night tonight tomorrow today morning weekend week conditions "
        "heavens air humidity"
    )
) - word_set("dry clear wet")
_OBJECTS: Final = word_set(
    "the your you a an my thy his her any me us them it him this that those these our everyone anybody"
)
_SPANS: Final = word_set("day days afternoon evening night morning weekend week spell one start finish")
_TIMES: Final = word_set(
    "noon midday lunchtime lunch dusk dark nightfall sunset sundown dawn daybreak midnight evening "
    "afternoon morning night teatime supper suppertime dinner dinnertime breakfast bedtime hour hours tea "
    "weekend daylight sunup sunrise moonrise cockcrow candlelight lamplight curfew"
)
_UP_TO: Final = word_set("by before until till toward towards within next into through")
_APPROACHING: Final = word_set("approaching brewing ahead")
_FORETELLING: Final = word_set("will looks should promises be expect must would")
_STAYING: Final = word_set("stays remains holds keeps continues")
_THAT_WAY: Final = (("that", "way"), ("like", "that"), ("this", "way"), ("like", "this"), ("so", "until"))
_COMING_SIGNS: Final = Triggers(
    _STAYING
    | _CEASING
    | _MODALS
    | _TURNING_TO
    | _OPENING_TIMES
    | _APPROACHING
    | word_set("way offing horizon")
)
_INDIRECT: Final = word_set("what whether how when whatever whichever")
_ALIKE_REACH: Final = 6
"""Words from a place to "much the same", which is said of it."""

_ALIKE: Final = Triggers(word_set("same similar alike"))
_UNTIL: Final = word_set(
    "until till through throughout all tomorrow tonight overnight midnight within by before soon later"
)
_BEING_THERE: Final = word_set("you'll you we'll we i'll i bring take wear pack carry")


def judge_future(context: Context, judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Yield a fault for each claim borne out by current results alone that speaks of a later time."""
    yield from _to_come(context)
    yield from _the_same(context)
    yield from judge_later(context)
    for judgement in judgements:
        supports = judgement.supports
        if judgement.fault or not supports or not all(reading.is_current for reading in supports):
            continue
        if any(not reading.is_current and reading.place == supports[0].place for reading in context.given):
            continue
        later = _later_words(context, judgement, supports[0].hour)
        if later:
            said = context.text.around(judgement.first, judgement.last)
            yield Judgement(
                judgement.first,
                judgement.last,
                fault=f"you wrote '{said}' of {later}; only a current result is given",
            )


def _to_come(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "it will clear by noon", "easing tonight", where nothing but the present is given."""
    if not context.given or any(not reading.is_current for reading in context.given):
        return
    hour = context.given[-1].hour
    words = context.text.words
    yield from _moving(context)
    for k in context.text.where(_COMING_SIGNS):
        first, end = context.stances.segment(k)
        if words[first] in _INDIRECT:
            continue
        if words[k] in _MODALS:
            is_later = _is_foretold(context, k, first, end)
        elif words[k] in _CEASING:
            is_later = _is_timed(words, k, first, end, hour) or _is_of_another_day(context, k, first, end)
        elif words[k] in _TURNING_TO and (words[k] != "coming" or _is_of_weather(words, first, k)):
            is_later = any(_is_later(words, j, hour) for j in range(k + 1, min(end, k + 7)))
        elif words[k] in _OPENING_TIMES:
            is_later = k - first < 2 and _is_later(words, k, hour) and not _BECOMING.isdisjoint(words[k:end])
        elif words[k] in _STAYING:
            is_later = words[k + 1 : k + 3] in _THAT_WAY and not _UNTIL.isdisjoint(words[k:end])
        else:
            is_later = _is_approaching(words, k, first)
        if is_later and context.stances.is_asserted(k):
            said = context.text.around(k, min(k + 2, end - 1))
            yield Judgement(k, k, fault=f"you wrote '{said}'; only a current result is given")


def _moving(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "44 and falling", which one result alone does not tell."""
    words = context.text.words
    for figure in context.figures:
        behind = words[figure.last + 1 : figure.last + 3]
        is_moving = behind[:1] == ("and",) and behind[1:] != () and behind[1] in _MOVING
        if is_moving and context.stances.is_asserted(figure.first):
            said = context.text.around(figure.first, figure.last + 2)
            yield Judgement(
                figure.first, figure.last + 2, fault=f"you wrote '{said}'; only a current result is given"
            )


def _is_foretold(context: Context, k: int, first: int, end: int) -> bool:
    """Whether the modal at token k says of the weather that it will change, or go on until a time."""
    words = context.text.words
    if words[k] == "should" and words[k + 1 : k + 2] != () and words[k + 1] in _INVERTED:
        return False
    spoken = [word for word in words[first:k] if word not in _ADVERBS]
    subject = spoken.pop() if spoken else ""
    if subject in ("that", "which") and spoken:
        subject = spoken[-1]
    is_weather = words[k] in _OF_IT or subject in _SUBJECTS or subject in ("and", "but")
    is_only_not = words[k] == "won't" and _UNTIL.isdisjoint(words[k:end])
    if not is_weather or is_only_not or "you" in words[max(0, k - 2) : k]:
        return False
    if subject == "sun" and words[k + 1 : k + 3] == ("be", "out"):
        return True
    if "so" in words[first:k] and not _ON_THE_MORROW.isdisjoint(words[k + 1 : end]):
        return True
    for j in range(k + 1, min(end, k + 5)):
        after = words[j + 1] if j + 1 < end else ""
        if words[j] in _CHANGING and after not in _OBJECTS:
            return True
        if words[j] == "have" and after in _DONE:
            return True
        if words[j] == "be" and (after in _UNTIL or not _BECOMING.isdisjoint(words[j + 1 : min(end, j + 5)])):
            return not _is_of_thing(words, j, end)
        if words[j] in _LASTING:
            is_through = after in ("the", "all") and not _SPANS.isdisjoint(words[j + 2 : j + 3])
            return is_through or not _UNTIL.isdisjoint(words[j:end])
    return False


def _is_of_thing(words: Sequence[str], j: int, end: int) -> bool:
    """Whether what "will be" is a thing or a doing: "it will be a wet walk", "a cold comfort"."""
    return words[j + 1] in ("a", "an", "your", "the") and _SPANS.isdisjoint(words[j + 1 : min(end, j + 6)])


def _is_of_weather(words: Sequence[str], first: int, k: int) -> bool:
    """Whether it is weather that is coming, and nobody home."""
    return any(word in TERMS or word in _FRONTS for word in words[max(first, k - 5) : k])


def _is_later(words: Sequence[str], k: int, hour: int | None) -> bool:
    """Whether token k names a time after the one observed: "tonight", "by noon", "in the next hour"."""
    word = words[k]
    if word in _ALWAYS_LATER or word == "tomorrow":
        return True
    if word in _HOURS_OF and word not in ("morning", "night"):
        begin, end = _HOURS_OF[word]
        return hour is not None and not (begin <= hour < end or begin <= hour + 24 < end)
    return word in _TIMES and not _UP_TO.isdisjoint(words[max(0, k - 3) : k])


def _is_timed(words: Sequence[str], k: int, first: int, end: int, hour: int | None) -> bool:
    """Whether weather is said to change at a time to come: "the drizzle gives out around nine"."""
    if _SUBJECTS.isdisjoint(words[max(first, k - 3) : k]):
        return False
    for j in range(k + 1, min(end, k + 7)):
        if _is_later(words, j, hour):
            return True
        is_hour = j + 1 < end and (words[j + 1][0].isdecimal() or words[j + 1] in _HOURS)
        if words[j] in _CLOCK and is_hour and words[j + 2 : j + 3] not in _NO_CLOCK:
            return True
    return False


def _is_of_another_day(context: Context, k: int, first: int, end: int) -> bool:
    """Whether weather is said to change on a day that no result is of: "the snow ceases by Saturday"."""
    words = context.text.words
    if _SUBJECTS.isdisjoint(words[max(first, k - 3) : k]):
        return False
    cues = [cue for cue in context.scopes.days if k < cue.first < min(end, k + 5)]
    days = [cue.days or (cue.bound.days if cue.bound else frozenset()) for cue in cues]
    return any(each and not any(r.atoms & each for r in context.given) for each in days)


def _is_approaching(words: Sequence[str], k: int, first: int) -> bool:
    """Whether weather is said to be on its way: "heavier rain on the way", "a storm in the offing"."""
    before = words[max(first, k - 6) : k]
    is_coming = words[k] in _APPROACHING or words[k - 2 : k] in (("on", "the"), ("on", "its"), ("in", "the"))
    return is_coming and any(word in TERMS and word not in ("clear", "dry") for word in before)


def _the_same(context: Context) -> Iterator[Judgement]:
    """Yield a fault for "tomorrow will be much the same" of a day that no result is about."""
    words = context.text.words
    for k in context.text.where(_ALIKE):
        if not context.stances.is_asserted(k):
            continue
        begin, _ = context.stances.segment(k)
        scope = context.scopes.at(k, k)
        is_named = bool(scope.days or scope.spots)
        is_foretold = not _FORETELLING.isdisjoint(words[begin:k]) and is_named
        before = [
            cue for cue in context.scopes.places if begin <= cue.first and k - _ALIKE_REACH <= cue.last < k
        ]
        if before and not before[-1].spots:
            scope, is_foretold = Scope(None, before[-1].spots, before[-1:]), True
        if is_foretold and not context.about(scope):
            said = context.text.around(k, k)
            yield Judgement(
                k,
                k,
                fault=f"you wrote '{said}'; no result gives any weather for {context.scopes.said(scope)}",
            )


def _later_words(context: Context, judgement: Judgement, hour: int | None) -> str:
    """Return the words of the claim's clause that put it at a later time, "" where none do."""
    first, last = context.stances.segment(judgement.first)
    words = context.text.words[first:last]
    if not _BEING_THERE.isdisjoint(words[: judgement.first - first]):
        return ""
    if _COMING.isdisjoint(words):
        return ""
    for k, word in enumerate(words):
        if word in _ALWAYS_LATER:
            return f"'{word}'"
        if word in ("days", "nights") and not _NEXT.isdisjoint(words[max(0, k - 3) : k]):
            return f"'{' '.join(words[max(0, k - 2) : k + 1])}'"
        if word in _OPENING_REST and any(words[k : k + len(rest)] == rest for rest in _REST):
            return f"'{' '.join(words[k : k + 3])}'"
        if word in _HOURS_OF and hour is not None and _names_part(words, k):
            begin, end = _HOURS_OF[word]
            if not (begin <= hour < end or begin <= hour + 24 < end):
                return f"'{word}'"
    return ""


def _names_part(words: Sequence[str], k: int) -> bool:
    return words[k] in ("tonight", "overnight") or (
        k > 0 and words[k - 1] in ("this", "the", "by", "into", "until", "tomorrow")
    )
