"""The phrases that compare days and places by "than" and "as", by superlatives, or call them level."""

from typing import Final

from scripts.grounding.standing_phrases import Group, alike, chosen, least, less, more, most, phrase
from scripts.grounding.standing_words import (
    ADVERB,
    BE,
    BLOWS,
    COMES,
    COMPARATIVE_SIGNS,
    DEG,
    ER,
    FREE,
    HAVING,
    LEVEL,
    LIKELY,
    MUCH,
    NOBODY,
    NOT,
    NOUN,
    ON,
    OTHER_ER,
    PLAIN_ER,
    PLAIN_MOST,
    QUALITY,
    REST,
    SUPERLATIVE_SIGNS,
    XY,
    W,
    X,
    Y,
)
from scripts.grounding.text import Triggers, word_set

COMPARING: Final = (
    Group(
        Triggers(("than",)),
        (
            most(rf"{NOBODY} (?:{BE}) {MUCH}{ER} than {X}"),
            most(rf"{NOBODY} (?:{NOUN}|blows|runs|is|gets) {MUCH}{DEG} than {X}"),
            most(rf"it (?:gets|is|grows) no {ER} than {X}"),
            most(
                rf"it (?:doesn't|won't|never|does not|will not)(?: get| be| gets)? (?:any |much )?{ER} "
                rf"than (?:on |in )?{X}"
            ),
            most(rf"{X}{FREE} {MUCH}(?:{ER}|{DEG}) than (?:on |in )?(?:{REST})"),
            least(rf"(?:{REST})(?: \w+){{0,2}}? (?:{BE}) {MUCH}{ER} than {X}"),
            more(rf"{ER} (?:{W} )?{ON} {X} than {Y}"),
            more(rf"{X}{FREE} {MUCH}(?P<er>{OTHER_ER}) than {Y}"),
            more(
                rf"{X}{FREE} {MUCH}{DEG}(?: {W}){{0,2}}? (?:{NOUN})(?: {W}){{0,2}}? than {Y}",
                needs_topic=True,
            ),
            more(
                rf"(?:{NOUN})(?: {W}){{0,3}}? {MUCH}{DEG}(?: likely)?(?: {W})? {ON} {X} than {Y}",
                needs_topic=True,
            ),
            more(
                rf"{DEG}(?: {W}){{0,2}}? " rf"(?:{NOUN})(?: " rf"{W}){{0,2}}? " rf"{ON} {X} than {Y}",
                needs_topic=True,
            ),
            phrase(
                "no more",
                1,
                rf"{X}(?: (?:is|are|will be|proves|blows|was))? no (?:{ER}|{DEG}) than {Y}",
            ),
        ),
    ),
    Group(
        Triggers(word_set("compared comparison next beside against alongside between betwixt")),
        (
            more(
                r"(?:(?:compared|by comparison) (?:with|to)|next to|beside|set (?:beside|against)|against|"
                rf"alongside) {Y} , {X}{FREE} {MUCH}{ER}"
            ),
            more(rf"(?:between|betwixt) @(?P<y>\d+)(?: and @\d+)? , {X}{FREE} {MUCH}{ER}"),
        ),
    ),
    Group(
        Triggers(("as",)),
        (
            less(
                rf"{X}(?: {W}){{0,2}}? {NOT}(?: (?:be|half|nearly|quite|anything|near|like)){{0,2}} (?:as|"
                rf"so) (?P<as>{QUALITY}|{LIKELY}) as {Y}"
            ),
            alike(
                rf"{X} (?:is|are|was|will be|runs|feels) (?:just |quite |fully |every bit |exactly )?as "
                rf"(?P<as>{QUALITY}|{LIKELY}) as {Y}"
            ),
            alike(
                rf"(?:{NOUN}) (?:is|are|blows) " rf"(?:just |quite )?as " rf"\w+ {ON} {X} as {Y}",
                needs_topic=True,
            ),
            alike(rf"{X} (?:{BLOWS}) (?:just |quite )?as \w+ as {Y}", needs_topic=True),
            alike(
                rf"{X}{FREE} (?:has|shares|holds at|reaches|carries|keeps) the same (?:{NOUN})(?: of "
                rf"rain)? as {Y}"
            ),
        ),
    ),
    Group(
        Triggers(
            word_set(
                "equally alike level even identical same tied neck tie twins par square share equal "
                "between separates apart"
            )
        ),
        (
            alike(
                rf"{XY}{FREE} (?:are|is|come out|run|stand|finish|look|feel|rank|remain|prove|blow) (?:\w+ "
                rf")?{LEVEL}(?= [.,;:!—–)]| (?:for|in|on|as|by|to|though|when|with)\b|$)"
            ),
            alike(rf"{XY}{FREE} (?:tie|tied|draw) (?:for|on|in)", needs_topic=True),
            alike(
                rf"{XY}{FREE} (?:share|have|reach|see|carry|get|show|post|record) (?:the same|an equal|an "
                rf"identical|identical|equal) (?:{NOUN})"
            ),
            alike(
                rf"(?:nothing|no difference|not a degree|hardly a degree)(?: {W}){{0,3}}? (?:between|"
                rf"separates|separating|apart) {XY}"
            ),
            alike(
                rf"(?:is|are) (?:\w+ )?(?:the same|" rf"identical|even) (?:on|in|for|" rf"between) {XY}",
                needs_topic=True,
            ),
        ),
    ),
    Group(
        Triggers(SUPERLATIVE_SIGNS),
        (
            most(
                rf"{X}{FREE} (?:{HAVING}) (?:the )?(?:{PLAIN_MOST}(?: of the| of)?|(?:best|worst|brunt|"
                rf"height) of the) (?:{NOUN})",
                needs_topic=True,
            ),
            most(
                rf"(?:{PLAIN_MOST}|worst of the|best of the|brunt of the|height of the)(?: of the)? (?:{W} "
                rf")?(?:{NOUN})(?: of (?:the )?{W})? (?:(?:{COMES}) )+(?:(?:on|in|to|for|with) )*(?:the "
                rf")?{X}",
                needs_topic=True,
            ),
            most(rf"(?P<most>most|least) (?:{NOUN}) (?:on|in) {X}", needs_topic=True),
            most(
                rf"(?:{NOUN})(?: of {W})?(?: {W}){{0,2}}? (?:at (?:its|their|the) (?:very )?)?(?:{ADVERB}|"
                rf"(?<=is |re |ws |ow )(?P<least>most|least)(?: likely)?) (?:on|in|for) {X}",
                needs_topic=True,
            ),
            most(
                rf"its (?:very )?(?P<most>worst|hardest|strongest|fiercest|least|lightest)(?: {W}){{0,2}}? "
                rf"(?:on|in|for) {X}",
                needs_topic=True,
            ),
            most(rf"{X}{FREE} (?:{BLOWS}) (?:the )?(?:very )?{PLAIN_MOST}", needs_topic=True),
            most(rf"@(?P<x>\d+) 's (?:{NOUN})(?: of {W})? (?:is|are|runs|will be) (?:the )?{PLAIN_MOST}"),
            most(rf"{X}{FREE} the (?P<er>(?:least|most) (?:{QUALITY}))"),
            least(
                rf"{X}{FREE} (?:the )?(?:least " rf"to fear|safest) " rf"from (?:{NOUN})", needs_topic=True
            ),
        ),
    ),
    Group(
        Triggers((*PLAIN_ER, *COMPARATIVE_SIGNS)),
        (
            chosen(
                rf"{X}{FREE} (?:is|will be|comes out|proves|has|gets|brings|sees|carries|makes|offers) "
                rf"(?:\w+ )?the (?:much |far )?(?:{ER}|(?!better|worse){DEG} (?:{W} )?(?:{NOUN}))(?! than)"
            ),
            chosen(rf"{X} (?:is|will be|runs) {MUCH}(?P<er>{OTHER_ER})(?! than)"),
            chosen(
                rf"{X}{FREE} (?:has|gets|sees|" rf"offers) {MUCH}(?P<deg>more|less) " rf"(?:{NOUN})(?! than)"
            ),
            chosen(rf"{ER} in {X}(?! than)"),
            chosen(rf"(?:{NOUN})(?: {W}){{1,2}}? {DEG} in {X}(?! than)", needs_topic=True),
            chosen(
                rf"{X} (?:{NOUN})(?: of rain)? (?:{BE}) {MUCH}(?!better|worse){DEG}(?: {W})?(?! than)",
                needs_topic=True,
            ),
            chosen(
                rf"{DEG} (?:{NOUN}) " rf"(?:is|are|comes|" rf"belongs)(?: in| to)* " rf"{X}(?! than)",
                needs_topic=True,
            ),
        ),
    ),
)
