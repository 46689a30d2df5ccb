"""What a reply may not lean on: sayings everybody knows, openings everybody uses, slips out of the part."""

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

QUOTATION_SHARE: Final = 1 / 500
"""In this share of the records, at most, may any of the sayings stand, all of them together."""

SAYINGS: Final = """
climate is what we|you expect
weather is what we|you get
everybody|everyone talks|complains about the weather
but nobody|no-one does|ever-does anything about it
coldest winter i ever spent|saw
if you do-not|don't like the weather
wait a few|five|ten minutes
different kinds of weather inside
hundred and thirty-six kinds|different
reports|report|rumors|rumours of my death
greatly exaggerated
read the weather forecast before we|you pray
lies damned lies and
lightning that does the work
heaven for the climate
lends you his umbrella when
umbrella when the sun is shining
the lightning-bug|lightning and the lightning
safe harbor|harbour catch the trade
throw off the bowlines
golf is a good walk
a good walk spoiled
disappointed by the things you did
secret of getting ahead
clothes make the man
history does-not|doesn't repeat itself
side of the majority
get your facts first
stranger than fiction
tomorrow what you-can|may-be|can-be|you-could do|done
the day after tomorrow just as well
rain falls|fall on the just
the just and the unjust
weather-wise some are otherwise
some are weatherwise|weather-wise
early to bed
early to rise
healthy wealthy and wise
a penny saved
ounce of prevention
pound of cure
time is money
death and taxes
little strokes fell
haste makes waste
help themselves heaven|god
god|heaven helps those|them
well done is better
failing to prepare
fail to prepare
preparing to fail
prepare to fail
which|what you can do today
worth of water
when the well is|runs dry
stitch in time
for|the want of a nail
small leak will sink
fish and visitors|guests
mother of good luck
no gains without pains
pains no gains
knowledge pays the best
tell me and i forget
sleeping fox catches
plough|plow deep while
used key is always
hope is a good breakfast
proof that god loves
make|makes hay while
early bird catches|gets
hope for the best
prepare|plan for the worst
better safe than
better to be safe than
forewarned is forearmed
red sky at|in night|morning|the
sailors|sailor's|shepherds|shepherd's delight
sailors|sailor|shepherds take warning
no such thing as bad weather
no bad weather only
april showers bring
silver lining
never rains but it pours
when it rains it pours
some rain must fall
in like a lion
out like a lamb
raining cats and dogs
three may|can keep a secret
lost time is never found
put off till|until tomorrow
leave that till|until tomorrow
dark and stormy night
mad dogs and englishmen
can spring be far behind
rain in spain
blowing|blowin in the wind
need a weatherman to know
rain rain go away
no rain no rainbow|rainbows|flowers
neither snow nor rain
gloom of night
fortune favors|favours the
courage is resistance to fear
travel is fatal to prejudice
most important days in your life
naked people have little
time to write a short
eat a live frog
never argue with stupid
whiskey is for drinking
tell the truth you do-not|don't have
beware of little expenses
guests like fish
there never was a good war
half the|a truth is often
honesty is the best policy
content makes poor men
necessity never made
can have patience can have
write something worth reading
three removes|moves are as bad
one swallow does not|never make
mackerel sky
rain before seven
clear moon frost soon
sunshine is delicious
the fog comes on little
waiting for the storm to pass
dance|dancing in the rain
let it snow let it
winter is coming
here comes the sun
other people just get wet
the best laid plans
all that glitters is
patience is a virtue
knowledge is power
"""
"""A saying a line, or the words that give it away: famous and worn sentences, those wrongly laid at Twain's
or Franklin's door among them. ``|`` stands between words of which one will do, a hyphen inside a choice."""

OUT_OF_PART: Final = (
    r"(?i:\bas an? (?:AI|artificial intelligence|(?:large )?language model|virtual assistant)\b"
    r"|\bI(?:'m| am) (?:just |only |merely )?an? (?:AI|language model|virtual assistant|bot|chatbot)\b)"
)
AUTHOR: Final = (
    r"\bTwain\b|\bSamuel (?:L(?:anghorne|\.) )?Clemens\b|\bMr\.? Clemens\b"
    r"|\bHuck(?:leberry)? Finn\b|\bTom Sawyer\b"
    r"|\b(?:Ben|Benjamin|Dr|Doctor|Mr|Old|old)\.? Franklin\b|\bPoor Richard\b"
    r"|\bFranklin(?:'s|’s)? (?:said|once|would|used|wrote|himself|might|put|knew|kite)\b"
)
GIVEN_AWAY_BY: Final = (
    *("an ai", "a ai", "artificial", "language model", "assistant", "a bot", "an bot", "chatbot"),
    *("twain", "clemens", "finn", "sawyer", "franklin", "richard"),
)
"""One of these, in any case, stands in whatever the two expressions find, and seldom elsewhere."""

STOCK_OPENING: Final = re.compile(
    r"(?:ah|aha|well,? now|now,? now|well,? well|greetings|howdy|salutations|certainly|absolutely|of course"
    r"|sure|sure thing|happy to help)(?=\s*[,.!:;–—])"
    r"|ah (?=[A-Z])|(?:what an? |that is an? |that's an? )?(?:good|great|fine|excellent) question\b"
    r"|i(?:'d| would| am|'m)(?: be)? (?:happy|glad|delighted) to\b"
    r"|thanks? (?:you )?for (?:asking|reaching)\b",
    re.IGNORECASE,
)

_WORD: Final = re.compile(r"\w+")


def banned(reply: str) -> tuple[str, ...]:
    """Return the words no record's reply may carry: out of the part, an author's name, a stock opening."""
    found = []
    if any(map(reply.lower().__contains__, GIVEN_AWAY_BY)):
        found += [slip.group() for said in (OUT_OF_PART, AUTHOR) for slip in re.finditer(said, reply)]
    if opening := STOCK_OPENING.match(reply):
        found.append(opening.group())
    return tuple(found)


def quotations(text: str) -> tuple[str, ...]:
    """Return the known sayings in a text, in the plain words of `SAYINGS`, each once."""
    words = list(itertools.chain.from_iterable(map(_plain_words, text.split())))
    return tuple(dict.fromkeys(_found(words)))


@functools.lru_cache(maxsize=4096)
def _plain_words(chunk: str) -> tuple[str, ...]:
    """Return the words between two blanks; most of what stands there comes again."""
    return tuple(_WORD.findall(chunk.casefold().replace("’", "'").replace("'", "").replace("-", " ")))


def _found(words: list[str]) -> Iterator[str]:
    sayings = _by_first_words()
    if sayings.keys().isdisjoint(itertools.pairwise(words)):
        return
    for start, pair in enumerate(itertools.pairwise(words)):
        for saying in sayings.get(pair, ()):
            if tuple(words[start : start + len(saying)]) == saying:
                yield " ".join(saying)


@functools.cache
def _by_first_words() -> Mapping[tuple[str, str], list[tuple[str, ...]]]:
    sayings = defaultdict(list)
    for line in SAYINGS.strip().splitlines():
        for choice in itertools.product(*(word.split("|") for word in line.replace("'", "").split())):
            words = tuple(" ".join(choice).replace("-", " ").split())
            sayings[words[0], words[1]].append(words)
    return dict(sayings)
