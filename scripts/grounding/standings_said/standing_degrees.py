"""The phrases that compare days and places by "than" and "as", by superlatives, or call them level."""

from typing import Final

from scripts.grounding.standings_said.standing_phrases import (
    Group,
    alike,
    chosen,
    least,
    less,
    more,
    most,
    phrase,
)
from scripts.grounding.standings_said.standing_words import (
    ADVERB,
    BE,
    BLOWS,
    COMES,
    COMPARATIVE_SIGNS,
    DEG,
    ER,
    FREE,
    HAVING,
    IN_NOBODY,
    IN_OTHER_ER,
    IN_REST,
    LEVEL,
    LIKELY,
    MOSTS,
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
from scripts.grounding.words.dimensions import QUANTITIES

_MOST: Final = word_set("most least")
_MOST_OF: Final = frozenset((*MOSTS, "of"))

COMPARING: Final = (
    Group(
        Triggers(("than",)),
        (
            most(rf"{NOBODY} (?:{BE}) {MUCH}{ER} than {X}", IN_NOBODY),
            most(rf"{NOBODY} (?:{NOUN}|blows|runs|is|gets) {MUCH}{DEG} than {X}", IN_NOBODY),
            most(rf"it (?:gets|is|grows) no {ER} than {X}", word_set("no")),
            most(
                rf"it (?:doesn't|won't|never|does not|will not)(?: get| be| gets)? (?:any |much )?{ER} "
                rf"than (?:on |in )?{X}",
                word_set("doesn't won't never not"),
            ),
            most(rf"{X}{FREE} {MUCH}(?:{ER}|{DEG}) than (?:on |in )?(?:{REST})", IN_REST),
            least(rf"(?:{REST})(?: \w+){{0,2}}? (?:{BE}) {MUCH}{ER} than {X}", IN_REST),
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
                rf")?{LEVEL}(?= [.,;:!—–)]| (?:for|in|on|as|by|to|though|when|with)\b|$)",
                word_set("equally alike level even identical same tied neck dead tie twins par square"),
            ),
            alike(
                rf"{XY}{FREE} (?:tie|tied|draw) (?:for|on|in)", word_set("tie tied draw"), needs_topic=True
            ),
            alike(
                rf"{XY}{FREE} (?:share|have|reach|see|carry|get|show|post|record) (?:the same|an equal|an "
                rf"identical|identical|equal) (?:{NOUN})",
                word_set("same equal identical"),
            ),
            alike(
                rf"(?:nothing|no difference|not a degree|hardly a degree)(?: {W}){{0,3}}? (?:between|"
                rf"separates|separating|apart) {XY}",
                word_set("nothing no not hardly"),
            ),
            alike(
                rf"(?:is|are) (?:\w+ )?(?:the same|identical|even) (?:on|in|for|between) {XY}",
                word_set("same identical even"),
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
                _MOST_OF,
                needs_topic=True,
            ),
            most(
                rf"(?:{PLAIN_MOST}|worst of the|best of the|brunt of the|height of the)(?: of the)? (?:{W} "
                rf")?(?:{NOUN})(?: of (?:the )?{W})? (?:(?:{COMES}) )+(?:(?:on|in|to|for|with) )*(?:the "
                rf")?{X}",
                _MOST_OF,
                needs_topic=True,
            ),
            most(rf"(?P<most>most|least) (?:{NOUN}) (?:on|in) {X}", _MOST, needs_topic=True),
            most(
                rf"(?:{NOUN})(?: of {W})?(?: {W}){{0,2}}? (?:at (?:its|their|the) (?:very )?)?(?:{ADVERB}|"
                rf"(?<=is |re |ws |ow )(?P<least>most|least)(?: likely)?) (?:on|in|for) {X}",
                frozenset(SUPERLATIVE_SIGNS) - {"best"},
                needs_topic=True,
            ),
            most(
                rf"its (?:very )?(?P<most>worst|hardest|strongest|fiercest|least|lightest)(?: {W}){{0,2}}? "
                rf"(?:on|in|for) {X}",
                word_set("its"),
                needs_topic=True,
            ),
            most(
                rf"{X}{FREE} (?:{BLOWS}) (?:the )?(?:very )?{PLAIN_MOST}", frozenset(MOSTS), needs_topic=True
            ),
            most(
                rf"@(?P<x>\d+) 's (?:{NOUN})(?: of {W})? (?:is|are|runs|will be) (?:the )?{PLAIN_MOST}",
                frozenset(MOSTS),
            ),
            most(rf"{X}{FREE} the (?P<er>(?:least|most) (?:{QUALITY}))", _MOST),
            least(
                rf"{X}{FREE} (?:the )?(?:least to fear|safest) from (?:{NOUN})",
                word_set("least safest"),
                needs_topic=True,
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
            chosen(
                rf"{X} (?:is|will be|runs) {MUCH}(?P<er>{OTHER_ER})(?! than)",
                IN_OTHER_ER,
                word_set("is will runs"),
            ),
            chosen(
                rf"{X}{FREE} (?:has|gets|sees|offers) {MUCH}(?P<deg>more|less) (?:{NOUN})(?! than)",
                word_set("has gets sees offers"),
            ),
            chosen(rf"{ER} in {X}(?! than)", IN_OTHER_ER.union(PLAIN_ER), word_set("in")),
            chosen(
                rf"(?:{NOUN})(?: {W}){{1,2}}? {DEG} in {X}(?! than)",
                frozenset(QUANTITIES),
                frozenset(COMPARATIVE_SIGNS),
                word_set("in"),
                needs_topic=True,
            ),
            chosen(
                rf"{X} (?:{NOUN})(?: of rain)? (?:{BE}) {MUCH}(?!better|worse){DEG}(?: {W})?(?! than)",
                frozenset(QUANTITIES),
                frozenset(COMPARATIVE_SIGNS),
                needs_topic=True,
            ),
            chosen(
                rf"{DEG} (?:{NOUN}) (?:is|are|comes|belongs)(?: in| to)* {X}(?! than)",
                frozenset(QUANTITIES),
                frozenset(COMPARATIVE_SIGNS),
                word_set("is are comes belongs"),
                needs_topic=True,
            ),
        ),
    ),
)
