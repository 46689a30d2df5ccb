"""Weather told where nothing came back: after an error, an empty search, or a search of several places."""

from collections.abc import Iterator
from typing import Final

from scripts.grounding.constructions.superlatives import SUPERLATIVES
from scripts.grounding.context import Context, Judgement
from scripts.grounding.questions.answers import opening_names
from scripts.grounding.silence.out_of_nothing import CHANGING, clause_of, is_fallen, is_so
from scripts.grounding.text import Triggers, word_set
from scripts.grounding.words.day_cue import DayCue
from scripts.grounding.words.measures import COMPARATIVES

_QUALITIES: Final = word_set(
    "mild warm hot cold cool chilly sunny rainy snowy stormy frosty windy breezy overcast cloudy foggy "
    "misty hazy balmy scorching sweltering freezing icy wet dry humid muggy fair bright gray grey raw "
    "bitter bleak brisk crisp blustery gusty showery drizzly thundery wintry summery parched damp soggy "
    "fine temperate tropical torrid arctic frigid nippy snowbound fogbound cloudless sunlit clear calm "
    "drenched soaked frozen gloomy dreary mizzling tempestuous squally sultry clammy"
)
_KINDS: Final = word_set(
    "sun sunshine sunlight rain rains rainfall drizzle snow snows snowfall storm storms thunderstorm "
    "thunderstorms thunder lightning hail sleet showers shower flurries fog fogs mist mists haze cloud "
    "clouds heat cold chill warmth frost frosts ice breeze breezes wind winds gale gales gusts blizzard "
    "deluge downpour downpours soaking drenching drought freeze thaw squalls squall tempest weather "
    "skies sky heaven heavens heatwave sunbeams damp"
)
_FALLING: Final = word_set(
    "rains snows pours drizzles blows freezes storms hails sleets thaws thunders raining snowing "
    "pouring drizzling blowing freezing storming hailing sleeting thawing thundering"
)
_UNNAMED: Final = word_set("weather sky skies heaven heavens")
"""What says nothing by itself of a place that has or keeps it."""

_CURT: Final = _KINDS - _UNNAMED - word_set("wind winds showers shower ice cloud haze hail storm")
_VAGUE: Final = word_set(
    "pleasant lovely nice beautiful delightful glorious gorgeous miserable dismal nasty foul grim "
    "dreadful awful fine fair perfect splendid agreeable"
)
_OUTSIDE: Final = word_set("out outside outdoors there")
_SEASONS: Final = word_set(
    "spring summer autumn fall winter january february march april may june july august september "
    "october november december"
)
WEATHER: Final = _QUALITIES | _KINDS | _FALLING | COMPARATIVES.keys() | SUPERLATIVES.keys() | CHANGING
_SUFFERED: Final = word_set(
    "swelters sweltering bakes baking broils broiling roasts roasting shivers shivering sweats sweating "
    "basks basking scorches scorching sizzles sizzling drips dripping swims swimming freezes freezing stews "
    "stewing swelter bake broil roast shiver sweat bask scorch sizzle drip soaked drenched wet drowning "
    "frozen"
)
_SUFFERERS: Final = word_set(
    "it it's they they're people folk folks citizens inhabitants townsfolk residents natives locals "
    "everybody everyone town place streets village city children cattle"
)
_FORCES: Final = word_set("light strong gentle stiff slight fierce")
_TELLING: Final = Triggers(WEATHER | _VAGUE | _SUFFERED | _FORCES)
_TIMES: Final = word_set(
    "day days morning mornings afternoon afternoons evening evenings night nights week weekend spell "
    "stretch season skies sky weather heavens heaven conditions air hour one street streets walk"
)
_LYING: Final = word_set(
    "is are lies sits has have gets sees enjoys stays remains looks stands basks swelters shivers bakes "
    "wears suffers hath keeps runs feels expects faces endures boasts huddles dozes sleeps swims steams "
    "glows drips blows takes finds freezes soaks sweats wakes labors labours groans broils roasts "
    "drowns wallows lounges rests wraps trembles knows receives catches drinks offers promises will "
    "shows"
)
_NOT_SO: Final = word_set(
    "no not nothing never unknown silent mum out off down shut beyond for about as what neither nor "
    "whether nobody without could would may might cannot can't why how or"
)
_NOT_THERE: Final = _NOT_SO - {"out", "off", "up", "down", "about"}
_RELYING: Final = (
    ("look", "for"), ("count", "on"), ("bank", "on"), ("reckon", "on"), ("rely", "on"), ("depend", "on"),
    ("depend", "upon"), ("count", "upon"), ("prepare", "for"), ("dress", "for"), ("pack", "for"),
    ("plan", "on"), ("plan", "for"), ("figure", "on"), ("guess", "at"), ("be", "ready"), ("vouch", "for"),
)  # fmt: skip
_FORETELLING: Final = word_set(
    "expect guess suppose wager bet suspect fancy assume presume anticipate foresee"
)
_SAYING: Final = word_set(
    "says said shows gives promises calls foretells predicts reports sees report say tell"
)
_TELLERS: Final = word_set(
    "it forecast oracle service office almanac bureau instrument outlook locals papers newspapers sailors"
)
_OF_WEATHER: Final = word_set(
    "it it's it'll 'tis 'twill weather day afternoon morning evening air conditions temperature "
    "temperatures today tonight tomorrow sky skies that'll night wind winds breeze"
)
_PREDICATING: Final = word_set(
    "is are it's it'll 'tis 'twill will should must ought be stays remains looks feels feel stay remain "
    "shall likely bound to like a an one probably surely certainly no doubt presumably doubtless "
    "undoubtedly most usually typically generally still expected apt sure"
)
_VERBS: Final = word_set(
    "is are it's it'll 'tis 'twill will should must ought looks feels stays remains shall"
)
_AMBIGUOUS: Final = word_set("fine fair clear bright raw brisk dry crisp bitter calm soaked perfect frozen")
"""What may be said of the asking or the silence as well: "it is fine", "it is clear"."""

_SURE: Final = word_set("will should must ought it'll 'twill shall looks feels bound likely probably")
_ENDING: Final = word_set(". , ; : — – ! enough one there")
_HIDDEN: Final = word_set("secret mystery unknown guess guess's riddle remain unreported")
_TYPICAL: Final = word_set("typical usual normal ordinary regular")
_NOT_SAID: Final = word_set("no not nothing never unknown neither nor about as what how why")
_HEDGES: Final = (
    ("no", "doubt"), ("i", "fear"), ("as", "like"), ("most", "likely"), ("i", "suppose"), ("i", "expect"),
    ("i", "imagine"), ("i'd", "guess"), ("i'd", "wager"), ("i", "should"), ("as", "usual"), ("as", "ever"),
    ("very", "likely"), ("i", "daresay"), ("i", "reckon"), ("i", "guess"), ("i'd", "say"),
)  # fmt: skip
_HEDGE_WORDS: Final = word_set("probably likely surely presumably doubtless naturally undoubtedly perhaps")
_FARING: Final = (("you'll", "be"), ("you'll", "stay"), ("you'll", "get"))
_YOU_FARE: Final = (("you", "will", "be"), ("you", "will", "stay"), ("you", "will", "get"))
_FARED: Final = word_set("dry wet warm cold soaked drenched cool hot comfortable chilly")
_SHELTERED: Final = word_set(
    "umbrella coat roof indoors inside with under in if by fire stove unless without"
)
_PRESENT: Final = word_set(
    "await awaits greets greet prevail prevails hold holds reign reigns hang hangs hug hugs blow blows "
    "fall falls lie lies roll rolls cover covers wrap wraps sweep sweeps visit visits visiting continue "
    "continues persist persists drift drifts linger lingers settle settles grip grips rule rules fill "
    "fills reach reaches pass passes press presses rage rages shine shines stand stands sit sits"
)
_COMING: Final = word_set(
    "likely forecast coming falling rolling expected due blowing moving building everywhere about "
    "shining hanging lying prevailing probable reported certain"
)
_HAVING: Final = word_set(
    "having enjoying seeing getting under in with for it's it is has sees gets keeps enjoys bathed "
    "basking wrapped beneath through 'tis a an the what"
)
_KEEPERS: Final = _SUFFERERS | {"you", "we"}
_KEEPING: Final = word_set("have enjoy keep see get")
"""What a subject has to stand before, where a day is had: "they have a fine day of it"."""

_DEGREE: Final = word_set(
    "a an the and very rather quite fairly pretty so too mostly partly mainly largely thoroughly "
    "bitterly some soft light heavy hard thick gentle stiff strong good deal of lovely nice fine bit "
    "little touch real proper properly downright warm cold raw still , now always usually generally "
    "mighty uncommonly likely probably surely plenty more such is are out up high deep low again "
    "typical normal usual ordinary regular"
)
_BETWEEN: Final = _QUALITIES | _SEASONS | {"and", ","}
_AFTER: Final = _TIMES | WEATHER | word_set("and but in at on with today now there this as for")
_THERE: Final = word_set("there thereabouts yonder")
_OVER: Final = word_set("in over across at around on upon throughout above through near")
_OPEN: Final = word_set("may might or if whether could")
_NO_WEATHER: Final = word_set(
    "service machine line oracle instrument telegraph bureau office lookup tool forecast wire call "
    "answer reply server system search i my register shoulder trail comfort news welcome silence feet "
    "friend"
)
_ADMITTED: Final = (("only", "report"), ("only", "offer"), ("only", "promise"))
"""What gives weather right behind it, though it speaks of who reports: "I can only report drizzle"."""

_WANTING: Final = word_set(
    "need want wish like glad ready prepared case if hope pray wait look ask asking be-glad better do "
    "well interested after talking speaking thinking free welcome send bring pack"
)
_WHICH: Final = frozenset(("which", "when", "when's"))
_HOPING: Final = word_set("hope hoping pray wish let's")
_FAR: Final = 7
_NEAR: Final = 5


def judge_invented(context: Context) -> Iterator[Judgement]:
    """Yield one fault for weather told of a place that nothing came back for."""
    if context.given or not context.facts.spots:
        if not context.unanswered:
            return
        tells = _is_told_of_it
    else:
        yield from _chosen(context)
        tells = _is_told
    for k in context.text.where(_TELLING):
        if not context.stances.is_asserted(k) or context.stances.is_denied(k, k) is not False:
            continue
        if tells(context, k) and not context.stances.is_maxim(k) and not context.stances.is_open(k):
            yield _fault(context, k, k)
            return


def _fault(context: Context, first: int, last: int) -> Judgement:
    said = context.text.around(first, last)
    return Judgement(first, last, fault=f"you wrote '{said}' of a place that no result is about")


def _chosen(context: Context) -> Iterator[Judgement]:
    """Yield a fault for a day that somebody who asks which is answered with: "Thursday, I should say."."""
    asked = context.user.texts[-1].words
    opening = opening_names(context) if context.text.sentences and not _WHICH.isdisjoint(asked) else ()
    for cue in opening[:1]:
        if isinstance(cue, DayCue) and not any(each.days == cue.days for each in context.user.days):
            said = context.text.around(cue.first, cue.last)
            yield Judgement(
                cue.first, cue.last, fault=f"you wrote '{said}' of a place that no result is about"
            )


def _is_told(context: Context, k: int) -> bool:
    """Whether a word for weather is said to be so, where no result gives any weather at all."""
    words = context.text.words
    first, end = context.stances.segment(k)
    begin, _ = context.text.sentence(k)
    if words[k - 2 : k] in _ADMITTED:
        return True
    first = clause_of(words, first, k)
    if not _NO_WEATHER.isdisjoint(words[first : min(end, k + 3)]):
        return False
    if _is_told_of_it(context, k) or _is_foretold(words[begin:k]) or _is_there(context, k, end):
        return True
    if words[k] in _FALLING and words[k - 1] in ("it", "it's"):
        return True
    if words[k - 2 : k] == ("it", "was") and (words[k] in _FALLING or words[k] in _QUALITIES):
        return True
    if (
        words[k] in _VAGUE
        and words[k - 1] in ("it's", "is")
        and words[k + 1 : k + 2] != ()
        and words[k + 1] in _OUTSIDE
    ):
        return True
    if _is_said_of_weather(words, k, first) or _is_hedged(words, k, first, end) or _is_fared(words, k, first):
        return True
    if _is_such_a_time(words, k, first):
        return True
    if not _HOPING.isdisjoint(words[begin:k]) or context.stances.follows_condition(k):
        return False
    return is_fallen(words, k, first) or is_so(words, k, first, context.stances.names)


def _is_said_of_weather(words: tuple[str, ...], k: int, first: int) -> bool:
    """Whether the weather, the day or "it" is said to be so: "it will probably be mild", "the air is "
    "damp"."""
    after = words[k + 1] if k + 1 < len(words) else "."
    is_force = words[k] in _FORCES and not {"wind", "breeze", "winds"}.isdisjoint(words[first:k])
    is_quality = is_force or words[k] in _QUALITIES or words[k] in _VAGUE
    if not is_quality or not (after in _AFTER or after in _ENDING):
        return False
    back = k - 1
    while back >= first and (words[back] in _PREDICATING or words[back] in _DEGREE - _OF_WEATHER):
        back -= 1
    between = words[back + 1 : k]
    is_it = back >= first and words[back] in _OF_WEATHER
    subject = (words[back],) if is_it else words[back + 1 : back + 2]
    if not subject or subject[0] not in _OF_WEATHER or _VERBS.isdisjoint((*subject, *between)):
        return False
    is_plain = words[k] not in _AMBIGUOUS | _VAGUE or not _SURE.isdisjoint((*subject, *between))
    return is_plain and _NOT_SAID.isdisjoint(between)


def _is_hedged(words: tuple[str, ...], k: int, first: int, end: int) -> bool:
    """Whether a bare word for weather is thrown in with a guess: "Cold, no doubt.", "a typical grey day"."""
    if words[k] not in _QUALITIES | _CURT or not _DEGREE.issuperset(words[first:k]):
        return False
    behind = words[k + 1 : end]
    is_typical = behind[:1] != () and behind[0] in _TIMES and not _TYPICAL.isdisjoint(words[first:k])
    if is_typical:
        return True
    if behind or words[end : end + 1] != (",",):
        return False
    return words[end + 1 : end + 3] in _HEDGES or not _HEDGE_WORDS.isdisjoint(words[end + 1 : end + 2])


def _is_fared(words: tuple[str, ...], k: int, first: int) -> bool:
    """Whether it is foretold how the asker will fare: "you'll stay dry", but not "with an umbrella"."""
    back = k - 1
    while back > first and words[back] in _DEGREE - {"will"}:
        back -= 1
    if words[k] not in _FARED or not _SHELTERED.isdisjoint((*words[first:back], *words[k + 1 : k + 5])):
        return False
    return (
        words[max(first, back - 1) : back + 1] in _FARING
        or words[max(first, back - 2) : back + 1] in _YOU_FARE
    )


def _is_told_of_it(context: Context, k: int) -> bool:
    """Whether a place without weather is what a word is said of: "Lyon is warm", "Ulm lies under a sun"."""
    first, _ = context.stances.segment(k)
    cues = [cue for cue in context.scopes.places if first <= cue.first < k]
    if not cues or not cues[-1].spots or any(reading.place in cues[-1].spots for reading in context.given):
        return False
    if context.given and not cues[-1].spots <= context.unanswered:
        return False
    if context.text.words[k] in _UNNAMED | _VAGUE - _QUALITIES:
        return False
    words = context.text.words
    behind = words[cues[-1].last + 1 : k]
    after = words[k + 1] if k + 1 < len(words) else "."
    if {"a", "an"} & set(behind) and words[k] not in _KINDS and after.isalpha() and after not in _AFTER:
        return False
    if behind[:1] in (("one",), ("town",)):
        behind = behind[1:]
    is_owned = words[cues[-1].last].endswith("'s")
    is_led = behind[:1] != () and (behind[0] in _LYING or (is_owned and behind[0] in ("is", "are")))
    return len(behind) <= _FAR and is_led and _NOT_SO.isdisjoint(behind)


def _is_foretold(before: tuple[str, ...]) -> bool:
    """Whether a word for weather is foretold: "look for a week of heat", "it says fair till May"."""
    for k in range(max(0, len(before) - _FAR), len(before)):
        between = before[k + 1 :]
        if before[k : k + 2] in _RELYING or (before[k] in _FORETELLING and _DEGREE.issuperset(between)):
            return _OPEN.isdisjoint(between)
        if k and before[k] in _SAYING and before[k - 1] in _TELLERS and len(before) - k <= _NEAR - 1:
            return True
    return False


def _is_there(context: Context, k: int, end: int) -> bool:
    """Whether weather is placed: "clear skies in Ulm", "a breeze blows there", "rain over the town"."""
    words = context.text.words
    if words[k] in _THERE or (words[k] in _UNNAMED and not _HIDDEN.isdisjoint(words[k + 1 : end])):
        return False
    behind = words[k + 1 : min(end, k + 1 + _NEAR)]
    spots = {cue.first for cue in context.scopes.places if cue.spots}
    for n, word in enumerate(behind):
        if word in _THERE and n + k + 1 < end:
            return words[k - 1] != "for" and _NOT_THERE.isdisjoint(behind[:n])
        if word in _OVER and not spots.isdisjoint(range(k + n + 2, k + n + 5)):
            return _NOT_THERE.isdisjoint(behind[:n])
        if not (word in _TIMES or word in _PRESENT or word in _COMING or word in WEATHER or word in _DEGREE):
            return False
    return False


def _is_such_a_time(words: tuple[str, ...], k: int, first: int) -> bool:
    """Whether a day or the weather is said to be so: "it's a breezy day", "under a soft and misty sky"."""
    at = k + 1
    while words[at : at + 1] != () and words[at] in _BETWEEN:
        at += 1
    if words[k] not in _QUALITIES | _VAGUE or words[at : at + 1] == () or words[at] not in _TIMES:
        return False
    back = k - 1
    while back >= first and (words[back] in _DEGREE or words[back] in _QUALITIES):
        back -= 1
    if back > first and words[back] in _KEEPING:
        is_kept = not _KEEPERS.isdisjoint(words[first:back]) and _WANTING.isdisjoint(words[first:back])
        return is_kept and _NOT_SO.isdisjoint(words[first:back])
    return back >= first and words[back] in _HAVING and _NOT_SO.isdisjoint(words[back + 1 : k])
