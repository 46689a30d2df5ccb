"""Words put into a sentence that part nothing in it: "the humidity, mark you, is under half"."""

import re
from typing import Final

_ASIDES: Final = (
    r"(?:mark|mind|note) (?:you|ye|well|it|that|this)",
    r"(?:(?:my|our|good|kind|dear|old|gentle|honest|worthy|young) )*"
    r"(?:sir|madam|ma'am|friends?|neighbou?rs?|fellow|reader|captain|travell?er|stranger|boy|lad)",
    r"(?:I|you) (?:grant|own|confess|fear|say|trust|regret|rejoice|warrant|assure|promise|see|know"
    r"|understand)(?: you| it| to say| to report| me)?",
    r"(?:I am|I'm|we are) (?:told|informed|glad|happy|sorry|pleased|bound|obliged)"
    r"(?: to (?:say|report|tell you|add))?",
    r"(?:they|people|folks?) (?:say|tell me|assure me)",
    r"(?:you|thou) (?:will|'ll|shalt|may|must) (?:note|observe|notice|see|find|know|own|grant)",
    r"be it (?:said|noted|known|added|remembered)",
    r"it (?:must|should|may) be (?:said|owned|noted|added|granted)",
    r"to be (?:sure|plain|fair)|if you please|by the (?:by|way|bye)|as it (?:happens|were)|so to speak",
    r"in (?:fact|truth|fairness|turn)|for (?:its|his|her|their) part|truth to tell|to speak plainly",
    r"alas|happily|mercifully|thankfully|luckily|as usual|for once|by contrast|as ever|I think|of course",
    r"(?:as|so) (?:\w+ ){1,4}(?:says?|said|tells? \w+|told \w+|ha(?:ve|s) it|puts? it|reports?)",
)
_GOING_ON: Final = (
    r"is|are|was|were|has|have|hath|had|will|shall|may|can|does|doth|stands?|sits?|runs?|reads?|holds?|keeps?"
    r"|stays?|remains?|comes?|blows?|goes|falls?|drops?|climbs?|reaches|at|to|than|of|from|isn't|won't|hasn't"
    r"|when|where"
)
_CLAUSES: Final = (" when ", " where ")
"""What goes on with a clause of its own, behind a comma."""

_SHORT: Final = rf"(?= [\w' ]{{3,40}}, (?:{_GOING_ON})\b)"
"""What can be an aside at all: no more than this, and then the sentence goes on with a verb."""

_ASIDE: Final = re.compile(rf",{_SHORT} (?:{'|'.join(_ASIDES)}),", re.IGNORECASE)


def without_asides(message: str) -> str:
    """Return the message with blanks for what is put in between a subject and what is said of it."""
    return _ASIDE.sub(_blanks, message) if "," in message else message


def _blanks(aside: re.Match[str]) -> str:
    is_parted = aside.string.startswith(_CLAUSES, aside.end())
    return ("," if is_parted else " ").ljust(len(aside.group()))
