"""Weather told though nothing came back: whatever falls or is so, unless it is only talked about.

What has one sense only ("drizzle", "sunny", "colder") is taken for told where it is asserted: a reply without
weather to tell has no use for such words but to ask, to offer, to refuse, to advise or to jest.
"""

from typing import Final

from scripts.grounding.text import word_set

FALLEN: Final = word_set(
    "rain rains raining rainfall drizzle drizzles drizzling snow snows snowing snowfall sleet sleeting "
    "hail hailing sunshine sunlight thunderstorm thunderstorms flurries frost frosts blizzard downpour "
    "downpours gusts gales heatwave showers"
)
SO: Final = word_set(
    "mild warm hot cold cool chilly sunny rainy snowy stormy frosty windy breezy overcast cloudy foggy "
    "misty hazy scorching sweltering freezing icy wet dry humid muggy gray grey blustery gusty showery "
    "drizzly thundery wintry damp soggy nippy snowbound cloudless sultry"
)
CHANGING: Final = word_set(
    "zero warmer colder cooler hotter milder wetter drier windier sunnier warming cooling warmest "
    "coldest hottest coolest mildest chilliest driest wettest rainiest windiest sunniest cloudiest "
    "cloudier chillier"
)
_AIR: Final = word_set("temperature temperatures mercury thermometer highs lows it it's")
_MARKS: Final = frozenset(("zero", "freezing"))
_BESIDE_MARK: Final = word_set("below under above over near around about at")
_FRONTS: Final = (("cold", "front"), ("warm", "front"), ("warming", "trend"), ("cooling", "trend"),
    ("cold", "snap"), ("cold", "spell"), ("heat", "wave"))  # fmt: skip

_COMING: Final = word_set("heat cold fog mist clouds storms winds sun")
_COMES: Final = word_set(
    "builds build comes come moves move returns return arrives arrive sets settles gathers gather by on over"
)

_TURNS: Final = word_set(
    "but though although yet however because since as so while still that believe hear know think fear "
    "fancy suppose reckon imagine gather understand expect trust guess suspect"
)
"""Behind these a clause says its own: "the wire is dead but the snow keeps on", "I hear it has frozen"."""

_MIGHT: Final = word_set("could might would may won't not never to don't can't cannot")

_TALKED_OF: Final = word_set(
    "about of for against like than from regarding concerning whether into off with to"
)
_A_SHARE: Final = word_set(
    "chance chances risk day days night lot bit touch deal spell week plenty promise threat hint spot "
    "hour hours morning afternoon evening sort kind odds half burst dash dusting blanket inch inches "
    "layer band bout"
)
"""What weather is told with by "of": "a day of rain", but not "no word of rain"."""

_DETERMINERS: Final = word_set(
    "the a an some any more his her its their this that these those light heavy steady hard cold warm "
    "soft much tomorrow's today's tonight's thursday's friday's saturday's sunday's monday's tuesday's "
    "wednesday's good bad fresh winter summer and or sun"
)
_SENDING: Final = word_set(
    "send give sell promise invent offer lend fetch report find conjure make order supply forecast "
    "foretell predict name call threaten deliver hand bring read tell"
)
_COPULAS: Final = word_set(
    "is are it's 'tis be being stays stay remains remain feels feel looks look gets get turns turn "
    "keeps keep runs run there's that's it'll 'twill was grows grow becomes become goes go continues"
)
_LINKING: Final = word_set(
    "will should must ought to likely probably surely certainly bound no doubt presumably usually "
    "typically generally expected apt sure very rather quite fairly pretty so too mostly partly largely "
    "thoroughly bitterly still now always mighty uncommonly a little bit well plain downright both "
    "either all again even also just only the dreadfully terribly awfully and , shall really truly "
    "decidedly"
)
_SUBJECTS: Final = word_set(
    "it it's it'll 'tis 'twill there there's that's weather day afternoon morning evening night air "
    "conditions temperature temperatures today tonight tomorrow sky skies wind winds week weekend days "
    "nights mornings evenings outdoors outside everything ground roads streets month coast"
)
_SPOKEN: Final = frozenset(("own", "even"))
_OF_TALK: Final = (("question",), ("report",), ("forecast",), ("figures",), ("news",), ("totals",),
    ("gauges",), ("gauge",), ("business",), ("can",), ("could",), ("might",), ("may",))  # fmt: skip
"""What makes of weather a thing spoken of: "the snow question will have to wait"."""


_CLOSING: Final = word_set(
    "in at on with by toward towards through until till during before after from over under all most "
    "much enough right again still too either though anyway regardless yet there here today tonight "
    "tomorrow now and but or as for than day days night nights morning afternoon evening week weekend "
    "out outside this that these one up down along across throughout near around indeed already so if "
    "when where which the weather conditions skies air wind rain snow"
)


def clause_of(words: tuple[str, ...], first: int, k: int) -> int:
    """Return where the clause of token `k` begins, at `first` or behind a word that turns to it."""
    turned = (at for at in range(k - 1, first - 1, -1) if words[at] in _TURNS and words[at - 1] not in _MIGHT)
    return next(turned, first - 1) + 1


def is_fallen(words: tuple[str, ...], k: int, first: int) -> bool:
    """Whether what falls or shines is told of, and not only asked for, spoken about or promised."""
    is_bare = k == first and words[k] in _COMING and words[k + 1 : k + 2] != () and words[k + 1] in _COMES
    if is_bare or words[k : k + 2] in _FRONTS:
        return True
    if words[k] not in FALLEN or words[k - 1] in _SPOKEN or words[k + 1 : k + 2] in _OF_TALK:
        return False
    back = k - 1
    while back >= first and (words[back] in _DETERMINERS or words[back] in SO):
        back -= 1
    if back < first or words[back] in _COPULAS:
        return True
    if words[back] == "of":
        return back > first and words[back - 1] in _A_SHARE
    if words[back] == "for" and words[back - 1] == "in":
        return True
    return words[back] not in _TALKED_OF and _SENDING.isdisjoint(words[max(first, back - 2) : back + 1])


def is_so(words: tuple[str, ...], k: int, first: int, subjects: frozenset[int]) -> bool:
    """Whether a quality is said of the weather, of a day, of a place at `subjects`, or of nothing besides."""
    word = words[k]
    if word in _MARKS and words[k - 1] in _BESIDE_MARK:
        return not _AIR.isdisjoint(words[first:k])
    if word == "zero" or (word not in SO and word not in CHANGING):
        return False
    back = k - 1
    while back >= first and (words[back] in _LINKING or words[back] in SO):
        back -= 1
    if back < first:
        return _is_closed(words, k)
    if words[back] not in _COPULAS:
        return False
    subject = back - (words[back] not in _SUBJECTS)
    while subject >= first and words[subject] in _LINKING:
        subject -= 1
    is_known = subject < first or words[subject] in _SUBJECTS or subject in subjects
    return is_known and _is_closed(words, k)


def _is_closed(words: tuple[str, ...], k: int) -> bool:
    """Whether no noun of another kind stands behind a quality: "cold and gray", not "cold comfort"."""
    behind = words[k + 1] if k + 1 < len(words) else "."
    return not behind[0].isalpha() or behind in _CLOSING or behind in SO
