"""What a wind is said to make of the warmth, and a day to take from it: "makes four of it", "adds two"."""

from typing import Final

from scripts.grounding.text import Text, word_set

TAKERS: Final = word_set(
    "filch filches filched filching pilfer pilfers pilfered pilfering purloin purloins purloined steal "
    "steals stole stealing rob robs robbed robbing pocket pockets pocketed pocketing embezzle embezzles "
    "embezzled embezzling swipe swipes swiped snatch snatches snatched snatching thieve thieves thieved "
    "deduct deducts deducted deducting dock docks docked docking nick nicks nicked levy levies levied "
    "levying extort extorts extorted exact exacts exacted exacting subtract subtracts subtracted "
    "subtracting gnaw gnaws gnawed whittle whittles whittled whittling trim trims trimmed trimming clip "
    "clips clipped clipping peel peels peeled peeling confiscate confiscates confiscated seize seizes "
    "seized plunder plunders plundered loot loots looted skim skims skimmed skimming shear shears shorn "
    "devour devours devoured swallow swallows swallowed drain drains drained sap saps sapped leach leaches "
    "wring wrings wrung wrest wrests wrested forfeit forfeits mulct mulcts bilk bilks chisel chisels "
    "chiseled chiselled poach poaches poached cheat cheats cheated swindle swindles swindled fleece fleeces "
    "fleeced relieve relieves relieved deprive deprives deprived knock knocks knocked knocking shave shaves "
    "shaved shaving pinch pinches pinched sneak sneaks lop lops lopped chop chops chopped carve carves "
    "carved scrape scrapes scraped spirit spirits burgle burgles burgled impound impounds impounded "
    "sequester sequesters distrain distrains tithe tithes appropriate appropriates appropriated abstract "
    "abstracts abstracted bite bites nibble nibbles"
)
"""What takes degrees away wherever it is said of a number of them."""

_STEPPING: Final = word_set(
    "adds takes loses gains sheds knocks shaves trims subtracts surrenders concedes yields recovers "
    "regains drops"
)
_BACK: Final = word_set("again back still yet")
_DAYS: Final = word_set("monday tuesday wednesday thursday friday saturday sunday today tomorrow")
"""What adds degrees, or takes them, of days: "Monday adds two and Tuesday takes five away"."""

_MAKING: Final = word_set("makes make made making")
TURNING: Final = word_set(
    "turns turn turned makes make renders reduces reduce reduced beats whittles cuts brings drags translates "
    "converts marks talks argues pulls trims shaves knocks takes pushes lifts raises swells works bargains"
)
_IT: Final = word_set("it them that this these those")
_INTO: Final = word_set("into to as down in up but only a mere about nearly just no more than")
_LIKE: Final = word_set("more like closer nearer to about only nearly just")
_ELEMENTS: Final = word_set(
    "wind winds wind's breeze breezes gust gusts gale draft draught cold chill damp dampness humidity "
    "moisture frost blast zephyr northerly southerly easterly westerly norther nor'wester nor'easter "
    "mugginess that which"
)
_BEHIND: Final = word_set("of more from off out away leaving and but . , ; : ! ) — for to in on before")
_HANDING: Final = word_set("hands gives pays returns counts deals hand give gave")
_TO_WHOM: Final = word_set("you thee me us him one")
_BEHIND_MADE: Final = _BEHIND | word_set("below above under degrees with while though when at — – by")
_PEOPLE: Final = word_set("i you we he she they who")
_SUBJECT: Final = 8


def is_stepped(text: Text, first: int, last: int) -> bool:
    """Whether the bare number from token `first` to `last` is what a day adds to the one before, or takes."""
    words = text.words
    is_led = words[first - 1] in _STEPPING and words[first - 2] in _DAYS
    return is_led and words[last + 1 : last + 2] != () and words[last + 1] in _BEHIND | _BACK


def _is_in_wind(words: tuple[str, ...], first: int) -> bool:
    """Whether "with the wind it's", "in the wind it is more like" stands."""
    k = first - 1
    while k > 2 and words[k] in _LIKE:
        k -= 1
    k -= words[k] == "is"
    k -= words[k - 1 : k] == (",",)
    if words[k] not in ("it's", "it", "that's") or k < 2:
        return False
    is_said = words[k - 3 : k] == ("has", "its", "say")
    return words[k - 2 : k] == ("the", "wind") or words[k - 2 : k] == ("wind", "chill") or is_said


def is_made_of(text: Text, first: int, last: int) -> bool:
    """Whether a number is what the wind makes of the warmth: "makes four of it", "turns it into four"."""
    words = text.words
    begin, _ = text.sentence(first)
    if words[first - 1] == "back" and words[first - 2] in _TO_WHOM and words[first - 3] in _HANDING:
        return True
    if _ELEMENTS.isdisjoint(words[max(begin, first - _SUBJECT) : first]):
        return False
    if _is_in_wind(words, first):
        return True
    if words[first - 1] in _MAKING:
        behind = words[last + 1 : last + 3]
        return len(behind) == len(("of", "it")) and behind[0] == "of" and behind[1] in _IT
    k = first - 1
    while k > begin and words[k] in _INTO:
        k -= 1
    is_turned = k > begin + 1 and words[k] in _IT and words[k - 1] in TURNING and words[k - 2] not in _PEOPLE
    following = (*words[last + 1 : last + 2], ".")[0]
    return is_turned and (k < first - 1 or words[k] == "it") and following in _BEHIND_MADE
