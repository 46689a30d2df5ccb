"""The parts of the phrases in which days and places are compared, as regular expressions.

The sentence that they are looked for in has its names written "@0", "@1": `x` is what is spoken of, `y`
what it is held against, `er` a comparative, `deg` and `most` words for more and most of a quantity named
beside them, `as` a quality shared.
"""

from typing import Final

from scripts.grounding.text import word_list, word_set
from scripts.grounding.words.dimensions import QUALITIES, QUANTITIES
from scripts.grounding.words.measures import COMPARATIVES


def _any(listing: str) -> str:
    return "|".join(word.replace("_", " ") for word in word_list(listing))


COMPARATIVE_SIGNS: Final[dict[str, int]] = {
    **dict.fromkeys(
        word_list(
            "higher greater bigger larger better worse stronger stiffer harder shorter surer likelier more "
            "rougher livelier fresher fiercer"
        ),
        1,
    ),
    **dict.fromkeys(
        word_list("lower smaller lesser less slimmer slighter weaker lighter softer gentler quieter fewer"),
        -1,
    ),
}
"""Comparatives of whatever quantity stands by them: "the odds of rain are higher on Friday"."""

X: Final = r"@(?P<x>\d+)(?: 's)?"
Y: Final = r"(?:(?:on|in|at|over|to|for|with|that|of|the|it|is|does|what) ){0,3}@(?P<y>\d+)(?: 's)?"
XY: Final = r"@(?P<x>\d+)(?: (?:and|from|or|nor) (?:in |on )?@(?P<y>\d+))?"
W: Final = r"[\w'-]+"
FREE: Final = (
    r"(?: (?!(?:not|never|no|nor|hardly|scarcely|barely|neither|than|if|isn't|won't|doesn't|aren't|cannot|"
    r"can't|but|and|or|as|so|nowhere|which|where|while)\b)[a-z']+){0,3}?"
)
QUALITY: Final = "|".join(QUALITIES)
NOUN: Final = "|".join(QUANTITIES)
OF_ODDS: Final = (
    r"(?:likelier|more likely|less likely|more apt|less apt) to (?:be |see |get |bring |have |turn "
    r")*(?:wet|rain|dry)"
)
OTHER_ER: Final = rf"(?:more|less) (?:{QUALITY})|{OF_ODDS}|soggier|nippier|rawer|stiller|drearier"
IN_OTHER_ER: Final = word_set("more less likelier soggier nippier rawer stiller drearier")
PLAIN_ER: Final = tuple(word for word, (_, measures) in COMPARATIVES.items() if measures)
ER: Final = rf"(?P<er>{'|'.join(PLAIN_ER)}|{OTHER_ER})"
DEG: Final = rf"(?P<deg>{'|'.join(COMPARATIVE_SIGNS)})"
MUCH: Final = (
    r"(?:(?:much|far|a|good|great|deal|bit|lot|rather|still|all|each|both|even|considerably|the|any) ){0,4}"
)
BE: Final = _any(
    "is are was be being will_be comes_out come_out proves runs run looks stays stands feels turns_out blows"
)
BEATING: Final = (
    "beats beat outdoes outdo tops top bests best leads lead exceeds exceed surpasses surpass outshines "
    "outshine eclipses outstrips outranks outclasses outpaces overtops trumps betters outblows outruns "
    "excels exceedeth"
)
BEAT: Final = _any(BEATING)
TAKE: Final = _any(
    "takes take carries carry claims claim wins win earns earn gets get bags bag deserves collects "
    "snatches grabs scoops bears holds wears has keeps captures receives pockets"
)
PRIZES: Final = (
    "prize crown palm laurels laurel honours honors honour honor title trophy medal cake bays ribbon award "
    "wreath garland cup biscuit premium distinction belt"
)
PRIZE: Final = _any(PRIZES)
REST: Final = (
    r"(?<!of )(?:(?:all|both|each) (?:of )?)?(?:the|its) (?:(?:whole|entire) )?(?:rest|others|other (?:two|"
    r"three|four|five|six|days|nights|places|cities|towns)(?: days| nights| of them)?|remainder|field|pack|"
    r"list|lot|table|week|bill|charts?|bunch|league|five|class|fellows|company|procession|parade|way|line|"
    r"roster)|(?:every|any|each) (?:one of the )?others?(?: \w+)?|everything else|any of the others|all "
    r"others|all comers|them all|all five|either of the others|any day of the week"
)
IN_REST: Final = word_set(
    "rest others other remainder field pack list lot table week bill chart charts bunch league five class "
    "fellows company procession parade way line roster everything comers them"
)
"""Words of which one stands in whatever `REST` finds."""

HAVING_NO: Final = r"(?:has|have|knows|finds|fears|meets|brooks|hath) no"
LESSER: Final = (
    r"(?:trails(?: behind)?|trail|lags(?: behind)?|comes (?:in )?(?:second|behind)|falls (?:far |well |a "
    r"good way )?(?:short of|behind)|is (?:no match|nothing|a poor second|second|inferior|behind|no rival|"
    r"not a patch)(?: next| on)?|(?:cannot|can't|could not) (?:hold a candle|touch|match|compete|compare|"
    r"rival|come near|keep up)(?: with)?|(?:is|sits|stands|falls|runs) (?:(?:well|far|some way) )?(?:below|"
    r"under|beneath)|takes second place|plays second fiddle|pales beside|comes nowhere near)"
)
GREATER: Final = (
    r"(?:(?:has|have|holds|gets|enjoys|keeps) (?:the|a|an) (?:\w+ )?(?:edge|better|advantage|lead|best|"
    r"upper hand|drop|whip hand|jump|head start) (?:on|of|over)|is (?:(?:well|far|a good way) )?(?:ahead "
    r"of|superior to|in front of)|(?:sits|stands|is|runs) (?:(?:well|far|some way|a good way) )?above)"
)
NOBODY: Final = (
    r"(?:nobody|no one|none|nothing|no (?:\w+ )?(?:day|one|place|city|town|night|afternoon|morning|spot|"
    r"other))(?: (?:else|of|in|other|on|the|them|these|week|five|four|three|list|lot|rest|forecast|comes|"
    r"quite)){0,4}?"
)
IN_NOBODY: Final = word_set("nobody no none nothing")
"""Words of which one stands in whatever `NOBODY` finds."""

NOT: Final = (
    r"(?:not|isn't|won't be|wasn't|never|hardly|scarcely|aren't|nowhere near|not nearly|not half|not quite|"
    r"not anything like|nothing like)"
)
BLOWS: Final = _any("blows blow puffs howls huffs")
LIKELY: Final = r"likely to (?:be |see |get |bring |have |turn )*(?:wet|rain)"
LEVEL: Final = (
    rf"(?:equally (?P<as>{LIKELY}|\w+)|alike|level|even|identical|(?:exactly |just |much )?the same|tied|"
    r"neck and neck|a dead heat|a tie|twins|on a par|all square)"
)
ON: Final = r"(?:on|in|at|over|for)"
SUPERLATIVE_SIGNS: Final[dict[str, int]] = {
    **dict.fromkeys(
        word_list(
            "most greatest highest strongest heaviest stiffest hardest loudest fiercest liveliest biggest "
            "largest best worst likeliest surest brunt peak height longest"
        ),
        1,
    ),
    **dict.fromkeys(
        word_list(
            "least lowest lightest weakest gentlest softest slightest smallest slimmest faintest scarcest "
            "scantiest easiest unlikeliest farthest safest"
        ),
        -1,
    ),
}
"""Superlatives of whatever quantity stands by them: "the wind is fiercest on Friday"."""

ADVERB: Final = (
    rf"(?P<most>{'|'.join(word for word in SUPERLATIVE_SIGNS if word not in ('most', 'least', 'best'))})"
)
_NOT_PLAIN: Final = ("best", "worst", "peak", "height", "safest")
MOSTS: Final = tuple(word for word in SUPERLATIVE_SIGNS if word not in _NOT_PLAIN)
PLAIN_MOST: Final = rf"(?P<most>{'|'.join(MOSTS)})"
HAVING: Final = _any(
    "has have brings bring sees see offers gives gets claims boasts owns holds shows carries keeps takes "
    "runs enjoys suffers stands delivers packs"
)
COMES: Final = _any("comes come falls fall is are arrives lands belongs goes go settles waits")
