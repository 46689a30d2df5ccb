"""Where a word for the sky is used of something else: a rain jacket, a clear head, to keep dry.

Such a word claims nothing of the weather. It is told by its neighbours: what it is likened to, the phrase
it stands in, and the people or things that are clear, dry or wet.
"""

from collections.abc import Sequence
from typing import Final

from scripts.grounding.text import Text, word_set
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.cardinals import is_numeral
from scripts.grounding.words.figure_words import FUNCTION
from scripts.grounding.words.sky_words import Term

_PEOPLE: Final = word_set(
    "you're we're they're i'm i you'd you've he she you you'd we'd you've you'll we we'll your yourself "
    "yourselves them they i feet everyone keep keeps"
)
CHANCE: Final = word_set("chance chances risk prospect possibility likelihood probability danger")
_CHANCES_OF: Final = tuple((word, "of", "a") for word in CHANCE)
_BEFORE_FAIR: Final = word_set("but is and be it's a sky turns stays")
COVERING: Final = word_set("covered shrouded blanketed veiled obscured")
_VERBS: Final = word_set("is will falls has was may can arrives comes moves continues stays")
_BATHING: Final = (("take", "a"), ("have", "a"), ("need", "a"), ("like", "a"), ("want", "a"), ("after", "a"))
_LIKENING: Final = word_set("like as than")
_ENTERED: Final = word_set(
    "put down set marked entered listed given written booked described reckoned rated logged posted reported "
    "stands counts goes comes recorded has lists gives describes reads"
)
"""What is put down as something is that: "Tuesday is set down as showery"."""

_LOOKING: Final = word_set("look looks looking feel feels smells sounds looked")
_QUALITIES: Final = (
    w.FAIR,
    w.CLEAR,
    w.SUNNY,
    w.CLOUDY,
    w.OVERCAST,
    w.FOG,
    w.MIST,
    w.WETNESS,
    w.DRY,
    w.BRIGHT,
    w.BLUE,
)
_NOT: Final = word_set("not isn't aren't wasn't won't nowhere never hardly half nearly be twice half")
_PHRASES: Final = (
    ("rain", "or", "shine"), ("sun", "or", "no"), ("under", "the", "sun"), ("fair", "or", "foul"),
    ("place", "in", "the", "sun"), ("in", "the", "clouds"), ("silver", "lining"), ("a", "rainy", "day"),
    ("calm", "with", "the", "storm"), ("calm", "before", "the", "storm"), ("by", "storm"),
    ("a", "perfect", "storm"), ("weather", "the", "storm"), ("under", "a", "cloud"),
    ("in", "a", "fog"), ("the", "foggiest"), ("right", "as", "rain"), ("wet", "blanket"),
    ("fog", "of", "war"), ("never", "rains", "but"), ("but", "it", "pours"),
    ("ball", "is", "cloudy"), ("storm", "in", "a", "teacup"), ("storm", "in", "every", "teacup"),
    ("tempest", "in", "a"),
    ("hail", "fellow"), ("hail", "a"), ("chase", "clouds"), ("dry", "run"),
    ("bone", "dry", "humor"),
    ("steal", "the", "thunder"), ("bolt", "from", "the", "blue"), ("out", "of", "the", "blue"),
)  # fmt: skip
_PHRASES_OF: Final = {
    word: tuple((phrase, phrase.index(word)) for phrase in _PHRASES if word in phrase)
    for word in frozenset().union(*_PHRASES)
}
"""The phrases that a word is in, each with its place there."""

_MODALS: Final = word_set(
    "will to can could may might must would shall it'll they'll you'll should not won't"
)
_ADVERBS: Final = word_set(
    "will should shall may might must can then also still again now all mostly mainly both largely not never "
    "always quite almost nearly otherwise probably certainly surely perfectly is has"
)
_SO_CALLED: Final = word_set("thing things man men soul souls end side")
_DRY_OF_ALL: Final = word_set("cold heat wine wit joke jokes")
_OWN: Final = word_set("a an the your my his her their our its thy anything everything")
_BEGINNING: Final = frozenset((".", ";", "\n", "!"))
_OBJECTS: Final = word_set("it them these those")
_TOO_DRY: Final = (("too", "dry", "for"), ("too", "dry", "to"))
_STRETCHES: Final = word_set("one stretch stretches spell spells window patch patches streak run period half")
_BY_HOUR: Final = ("hour", "by", "hour")
"""What makes rain a thing to be looked up: "hour-by-hour rain is more than I have"."""

_FINDING: Final = word_set(
    "see sees get gets catch catches feel feels have has so much as even be to off with"
)
"""What a day never does of a drop: "Friday never sees a drop", "not so much as a drop"."""

_SHARES: Final = word_set(
    "half third quarter fifth sixth seventh eighth tenth fraction twice thrice double treble times"
)
"""What is measured by the rain, or the risk of it: "a sixth of the rain"."""

_MENTIONED: Final = (w.RAIN, w.DRIZZLE, w.SNOW, w.SHOWERS, w.STORM, w.FOG, w.MIST, w.SUN, w.CLOUD)
_HAVING: Final = word_set(
    "has have had having hath gets get getting got sees see seeing brings bring bringing keeps keep keeping "
    "holds hold holding takes take taking carries carry carrying owns own owning offers offer offering "
    "receives receive catches catch catching catcheth faces face facing suffers suffer expect expects "
    "expecting finds find finding meets meet wears wear shares share sharing draws draw draw hosts host "
    "shows show packs pack delivers deliver sends send is are be was been adds add claims claim enjoys enjoy "
    "escapes escape avoids avoid misses miss dodges dodge skips skip lacks lack wants trades trade swaps "
    "spared back behind beneath amid"
)
"""What a day or place does with weather that is told of it so: "Friday carries the thunderstorm"."""

_UNABLE: Final = word_set("can't cannot couldn't can not could hardly scarcely")
_UNABLE_REACH: Final = 9
"""Tokens before the fog in which somebody cannot do a thing for it: "can't see the town for the fog"."""

_BESIDES: Final = word_set("also then still again now all both largely never always quite almost soon itself")
_WEATHERLY: Final = word_set(
    "falls fall falling comes come coming came arrives arrive arriving moves move moving rolls roll rolling "
    "sets set setting starts start starting begins begin beginning stops stop stopping ends end ending lasts "
    "last lasting lingers linger lingering continues continue continuing holds hold holding stays stay "
    "staying keeps keep keeping remains remain remaining returns return returning clears clear clearing "
    "lifts lift lifting breaks break breaking shines shine shining sits sit sitting lies lie lying hangs "
    "hang hanging blows blow blowing pours pour pouring passes pass passing eases ease easing builds build "
    "building thickens thicken gathers gather gathering spreads spread spreading burns burn burned burnt "
    "burning melts melt thins thin thinning hides hide hiding closes close drifts drift drifting quits quit "
    "gives give giving goes go going gone turns turn turning waits wait waiting visits visit settles settle "
    "settling looms loom threatens threaten departs depart leaves owns rules reigns prevails wins takes has "
    "peeks peeps appears appear reappears emerges emerge beats beat bakes blazes warms dominates covers "
    "cover covering blankets wraps dies die fades fade falters persists persist intensifies strengthens "
    "weakens slackens slacken relents lets rains drums drenches soaks never does "
    "relents lets doubles redoubles deepens grows makes becomes sends plays play forgot forgets kept got "
    "tapers hidden due back behind abates subsides slides slips refuses misses spares skips avoids spared"
)
"""What weather does that is there: "the fog rolls in"."""

_PASSING: Final = frozenset(("clears", "cleared", "clear"))
_SEVERAL: Final = word_set("all both days highs they four three two five will to each them can")
"""Whose verb "clear" is before a number: "both clear twenty"; not "a clear 18"."""

_MULTIPLES: Final = word_set("twice half thrice double")
"""What rain may be more or less likely by than elsewhere, however small its chance."""

_ODDS_RANKED: Final = word_set("likely likelier likeliest unlikelier unlikeliest")
_LEADING_TO_ODDS: Final = word_set(
    "is are gets grows becomes get grow become getting growing more less most least the seems looks steadily "
    "ever a little and"
)
_OF_ALL_OTHERS: Final = word_set("not any other every all rest")
"""What behind "likelier than" has rain there on that day after all."""

_ODDS_REACH: Final = 6
_KNOWN: Final = word_set("reputation famous known name notorious renowned noted celebrated gift weakness")
"""What a place has "for" its weather at all times: "a reputation for rain"."""

_OTHER: Final = word_set("another other")
_OTHERS: Final = word_set("else's somebody's someone's stranger's neighbor's neighbour's")
"""Whose weather is not this place's: "another man's sunshine"."""


def subject_of(words: tuple[str, ...], i: int) -> str:
    """Return the word before the verb that token i is said with: "Friday" of "Friday will be fine"."""
    for k in range(i - 1, max(-1, i - 5), -1):
        word = words[k]
        if word in ("it's", "it'll", "that's", "there's"):
            return word
        if word in w.COPULAS:
            if words[k + 1] == "for":
                return ""
            while k and words[k - 1] in _ADVERBS | w.COPULAS:
                k -= 1
            return words[k - 1] if k else ""
        if not word.isalpha():
            return ""
    return ""


def _is_only_mentioned(words: tuple[str, ...], i: int) -> bool:
    """Whether "the rain" is taken as known by a verb that tells no weather: "what the sun lends"."""
    lead = words[i - 2] if i > 1 else "."
    behind = words[i + 1 : i + 4]
    after = next((word for word in behind if word not in _BESIDES and word[-2:] != "ly"), ".")
    if lead == "than" and after in ("does", "do", "did", "ever"):
        return True
    if lead == "for" and not _UNABLE.isdisjoint(words[max(0, i - _UNABLE_REACH) : i]):
        return True
    if after in _WEATHERLY or after in w.COPULAS or after in _MODALS or lead in _HAVING:
        return False
    is_told = after in FUNCTION or after[-2:] in ("ed", "ng")
    return not is_told if after.isalpha() else lead.isalpha() and lead not in FUNCTION


def is_no_weather(text: Text, i: int, term: Term) -> bool:
    """Whether the word is used of something else: a rain jacket, a clear head, to keep dry."""
    words = text.words
    before = words[i - 1] if i else "."
    after = words[i + 1] if i + 1 < len(words) else "."
    if term.falls and (before == "hourly" or words[max(0, i - 3) : i] == _BY_HOUR):
        return True
    is_noun = before == "the" and term in _MENTIONED and words[i][-1] != "y"
    if is_noun and _is_only_mentioned(words, i):
        return True
    if term.falls and before == "the" and not _SHARES.isdisjoint(words[max(0, i - 3) : i]):
        return True
    near = words[max(0, i - 6) : i + 6] if term.falls else ()
    if "likely" in near and not _MULTIPLES.isdisjoint(near):
        return True
    if term.falls and is_ranked_by_odds(words, i):
        return True
    if before == "for" and i > 1 and words[i - 2] in _KNOWN:
        return True
    is_ground = term in (w.DRY, w.WETNESS) and after in w.GROUND
    is_ground = is_ground or (term is w.CLOUD and after == "cover")
    is_noun = after in w.NOUNS_AFTER and not is_ground and not _is_sky_enough(words, i, after, term)
    if is_noun or _is_likened(words, i, term, before) or _is_phrase(words, i):
        return True
    if after == "of" and words[i + 2 : i + 3] != () and words[i + 2] in w.FIGURATIVE:
        return True
    if before.endswith("'s") and (before in _OTHERS or words[max(0, i - 2)] in _OTHER):
        return True
    return _is_other_sense(text, i, term, before, after)


def is_ranked_by_odds(words: tuple[str, ...], i: int) -> bool:
    """Whether what falls is only said to be more or less likely than on other days, however unlikely."""
    for k in range(i + 1, min(i + _ODDS_REACH, len(words))):
        if words[k] in _ODDS_RANKED:
            is_ranked = words[k] != "likely" or words[k - 1] in ("more", "less", "most", "least")
            return is_ranked and _OF_ALL_OTHERS.isdisjoint(words[k + 1 : k + _ODDS_REACH])
        if words[k] not in _LEADING_TO_ODDS:
            return False
    return False


def _is_other_sense(text: Text, i: int, term: Term, before: str, after: str) -> bool:
    """Whether the word has a sense of its own beside the weather's, and is used in that here."""
    words = text.words
    word = words[i]
    if term is w.FAIR:
        is_of_sky = after in ("sky", "skies", "weather")
        is_likened = after == "as" and (before in _BEGINNING or before in _BEFORE_FAIR or before == "as")
        return not (is_of_sky or is_likened) and (after not in w.CLEAR_NEEDS or before not in _BEFORE_FAIR)
    if term is w.CLEAR:
        if word in _PASSING and (after[-1].isdecimal() or is_numeral(after)):
            return word != "clear" or before in _SEVERAL
        return word == "clear" and _is_other_clear(words, i, before, after)
    if word in ("drop", "drops"):
        return before != "a" or not _is_no_drop(words, i)
    if term in (w.DRY, w.WETNESS):
        return (after == "air" and words[max(0, i - 2) : i] == ("anything", "but")) or (
            _is_of_things(words, i, before, after)
            or "keep" in words[text.sentence(i)[0] : i]
            or (term is w.WETNESS and before in ("get", "getting", "gets", "got"))
        )
    is_demonstrative = before == "that" and word[-1] != "s"
    is_other = is_demonstrative or before in ("such", "your", "last", "yesterday's")
    if term.falls and is_other and after not in _VERBS:
        return True
    if term is w.BLUE or word in COVERING:
        if word == "blue" and after in ("day", "morning", "afternoon", "weather", "noon", "days"):
            return False
        is_of_place = before == "is" and i > 1 and text.is_capital(i - 2) and after == "from"
        return not is_of_place and w.SKY_NEAR.isdisjoint(words[max(0, i - 7) : i + 4])
    if word in ("grey", "gray"):
        return not _is_grey_sky(words, i, before, after)
    if word == "showers":
        return after in ("you", "us", "him", "her", "them", "everyone", "me")
    return word in ("pours", "hailing", "hails") and after in ("a", "you", "from", "out", "in")


def _is_no_drop(words: Sequence[str], i: int) -> bool:
    """Whether "a drop" at token i is of rain that there is none of, or a chance of: "not a drop"."""
    at = next((k for k in range(i - 2, max(-1, i - 7), -1) if words[k] not in _FINDING), 0)
    return words[at] in w.NOT_A or words[max(0, i - 3) : i] in _CHANCES_OF


def _is_grey_sky(words: Sequence[str], i: int, before: str, after: str) -> bool:
    """Whether "grey" at token i is the sky's: "a grey sky", "a grey 14"; not "the grey and the blue"."""
    is_of_sky = after in w.CLEAR_NEEDS or after in w.COVERS
    is_of_sky = is_of_sky or (before in ("a", "an") and is_numeral(after))
    is_of_sky = is_of_sky or (before == "so" and not w.FINE_SPANS.isdisjoint(words[max(0, i - 5) : i]))
    return is_of_sky and not (before in ("a", "the") and after == "and")


def _is_sky_enough(words: tuple[str, ...], i: int, after: str, term: Term) -> bool:
    """Whether it is "clear enough" or "dry enough" that the sky or the day is, or there is "rain enough"."""
    if (
        after == "enough"
        and (term.falls or term in (w.CLOUD, w.CLOUDY, w.FOG, w.SUN))
        and term is not w.WETNESS
    ):
        return words[i - 1] not in ("the", "that")
    return after == "enough" and not w.FINE_SPANS.isdisjoint(words[max(0, i - 6) : i])


def _is_likened(words: tuple[str, ...], i: int, term: Term, before: str) -> bool:
    """Whether something else is likened to it: "like rain on a roof", but not "looks like rain"."""
    if before not in _LIKENING:
        return False
    earlier = words[i - 2] if i > 1 else ""
    if before == "as" and not _ENTERED.isdisjoint(words[max(0, i - 4) : i - 1]):
        return False
    if before == "as" and term in _QUALITIES and words[i + 1 : i + 2] == ("as",):
        return earlier in _NOT
    is_bound = earlier in ("worse", "heavier", "stronger", "just", "equally")
    return not is_bound and not (before == "like" and earlier in _LOOKING)


def _is_phrase(words: tuple[str, ...], i: int) -> bool:
    """Whether it stands in a phrase of its own: "rain or shine", "under the sun", "take a shower"."""
    before = words[max(0, i - 2) : i]
    if words[i] == "shower" and before and (before[-1] in ("take", "hot", "cold") or before in _BATHING):
        return True
    if not w.GAPS.isdisjoint(words[max(0, i - 3) : i]):
        return False
    return any(
        words[max(0, i - at) : i - at + len(phrase)] == phrase for phrase, at in _PHRASES_OF.get(words[i], ())
    )


def _is_of_things(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    """Whether "dry" or "wet" is said of people or things and not of the weather: "thy powder is dry"."""
    if after in w.SKY_NOUNS:
        return False
    if after in _SO_CALLED or (words[i] == "dry" and after in _DRY_OF_ALL):
        return True
    if (
        ((before == "to" or words[i] == "dry") and after in _OWN)
        or (before in _BEGINNING and after in _OBJECTS)
        or (words[i - 1 : i + 2] in _TOO_DRY)
    ):
        return True
    if not w.MORE_LIKELY.isdisjoint(words[max(0, i - 4) : i]):
        return True
    if _is_of_people(words, i) or after in ("off", "out", "up", "under"):
        return True
    if before in _MODALS and words[i] == "dry":
        return True
    subject = subject_of(words, i)
    subject = subject if subject.isalnum() or "'" in subject else ""
    is_noun = (
        not subject
        and after.isalpha()
        and not (
            after in FUNCTION
            or after in w.CLEAR_NEEDS
            or after in w.SPANS
            or after in w.GROUND
            or after in _STRETCHES
        )
    )
    if is_noun and not after.endswith("ly"):
        return True
    if not subject.isalpha() or subject in w.SPANS or subject in w.GROUND:
        return subject in ("air",)
    return subject in w.THINGS


def _is_of_people(words: tuple[str, ...], i: int) -> bool:
    """Whether it is somebody, and not the weather, that stays dry or gets wet."""
    if words[max(0, i - 1)] in ("keep", "stay") and (
        i < 2 or words[i - 2] in (".", ",", "to", "and", "\n", ";")
    ):
        return True
    if words[i - 1] in ("keeps", "keep") and words[max(0, i - 2)] in w.SPANS:
        return False
    for word in reversed(words[max(0, i - 4) : i]):
        if word in ("it", "it's", "it'll", "day", "days", "skies", "weather"):
            return False
        if word in _PEOPLE:
            return True
    return False


def _is_other_clear(words: tuple[str, ...], i: int, before: str, after: str) -> bool:
    if before in w.CLEAR_OF_AVOIDS and after in ("of", "from"):
        return True
    if before in w.CLEAR_AVOIDS or (
        before in ("it", "that", "are", "be", "quite")
        and after in ("that", "on", "about", "what")
        and words[max(0, i - 2)] not in w.SKY_NOUNS
    ):
        return True
    if words[i + 1 : i + 4] == ("as", "a", "bell"):
        return False
    if after.isalpha() and after not in w.CLEAR_NEEDS and after != "enough":
        return True
    return (
        before in ("the", "in")
        and (after in (".", ",", "") or "in" in words[max(0, i - 2) : i])
        and after not in ("sky", "skies")
    )
