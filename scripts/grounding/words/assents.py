"""What a reply opens with in answer to a question of comparison: yes, no, or neither, in whatever words."""

import re
from typing import Final, Literal

from scripts.grounding.text import Text

Assent = Literal["yes", "no", "neither"]

_MUCH: Final = (
    r"(?:(?:a|an|very|so|quite|rather|by|no|some|fair|good|long|great|wide|small|clear|comfortable|narrow|"
    r"far) )*"
)
_YES: Final = (
    r"(?:yes|aye|yep|yeah|yea|indeed|certainly|assuredly|undoubtedly|absolutely|definitely|decidedly|"
    r"surely|of course|naturally|correct|true|exactly|precisely|just so|quite so|right you are|(?:that is|"
    r"that's|you are|you're) (?:right|so|correct)|you have it(?: right)?|rather|considerably|"
    r"substantially|markedly|distinctly|noticeably|comfortably|handily|easily|slightly|somewhat|"
    r"marginally|no doubt(?: about it)?|without (?:a )?doubt|so (?:it is|it does|it will)|(?:indeed )?it "
    rf"(?:is|does|will|will be|does indeed|is indeed)|{_MUCH}(?:much so|so|bit|deal|margin|way|distance|"
    r"mile|miles|lot|touch|shade|little|trifle))(?: so)?"
)
_NO: Final = (
    r"(?:no|nay|nope|it (?:isn't|is not|won't|will not|doesn't|does not)(?: be)?|not (?:at all|so|by (?:a|"
    r"any) (?:\w+ )?\w+|a bit of it|remotely|in the least|quite|really|even close)|(?:quite |just |it is |"
    r"it's |rather |exactly |on )?the (?:reverse|opposite|contrary|other way (?:about|around|round))|far "
    r"from it|nothing of the (?:kind|sort)|(?:you have|you've got) (?:it|that) (?:backwards|the wrong way "
    r"(?:about|round|around))|hardly|scarcely|by no means|i'm afraid not|i fear not|anything but)"
)
_NEITHER: Final = (
    r"(?:neither(?: one| city| place| town| day| of them| of the two)?(?: (?:has|is|holds|can claim) .*)?|"
    r"(?:it is |it's |call it |a )*(?:a )?(?:tie|draw|dead heat|toss up|wash|stalemate)|(?:they|the two|"
    r"both|the two cities|the two days|the pair)(?: \w+)?(?: \w+)? (?:level|even|equal|tie|tied|the same|"
    r"alike|identical|neck and neck|dead level|square)(?: .*)?)"
)
_AFTER: Final = r"(?= [,.;:!—–]| indeed| and by| by| with| at| friend| sir| in fact|$)"


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:oh|ah|well|why|alas|friend|sir|,) )*{pattern}{_AFTER}")


_ANSWERS: Final[tuple[tuple[Assent, re.Pattern[str]], ...]] = (
    ("no", _opening(_NO)),
    ("yes", _opening(_YES)),
    ("neither", _opening(_NEITHER)),
)
_SHORT: Final = 14
_QUALIFIED: Final = re.compile(
    r" (?:only|barely|just|but|though|except|same|equal|alike|level|tied|although|until|save|yet) "
)


def assent_of(text: Text) -> Assent | None:
    """Return what the first sentence says to a plain question, None where it says something else."""
    if not text.sentences:
        return None
    begin, end = text.sentences[0]
    opening = " ".join(text.words[begin : min(end, begin + _SHORT)])
    for assent, pattern in _ANSWERS:
        match = pattern.match(opening)
        if match is not None:
            is_open = assent != "neither" and _QUALIFIED.search(f"{opening[match.end() :]} ")
            return None if is_open else assent
    return None
