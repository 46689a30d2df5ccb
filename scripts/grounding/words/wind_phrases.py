"""How strong a wind is meant by turns of phrase: "it blows great guns", "not a breath stirs"."""

from typing import Final, NamedTuple

from scripts.grounding import tolerances as t
from scripts.grounding.phrases import Phrases


class Strength(NamedTuple):
    """What wind in km/h is meant at least and at most, and at most and at least where it is denied."""

    least: float
    most: float
    denied_least: float = 0.0
    denied_most: float = 999.0


CALM: Final = Strength(0.0, t.CALM_MOST_KMH, t.BREEZY_LEAST_KMH)
FAINT: Final = Strength(0.0, t.STRONG_LEAST_KMH)
SLIGHT: Final = Strength(0.0, t.LIGHT_MOST_KMH, t.BREEZY_LEAST_KMH)
BRISK: Final = Strength(t.BREEZY_LEAST_KMH, 999.0)
STRONG: Final = Strength(t.STRONG_LEAST_KMH, 999.0, 0.0, t.GALE_LEAST_KMH + 20)
LIVELY: Final = Strength(t.WINDY_LEAST_KMH, 999.0)
MIGHTY: Final = Strength(t.LIGHT_MOST_KMH, 999.0)
WILD: Final = Strength(t.GALE_LEAST_KMH, 999.0)
_NO_GALE: Final = Strength(0.0, t.GALE_LEAST_KMH + 10)

PHRASES: Final = Phrases(
    {
        CALM: """
        windless|breezeless|becalmed|dead calm|flat calm|calm as a millpond|calm as a mill pond
        |calm as a pond|still as a pond|still as a church|still as a tomb|still as the grave
        |still as a painting|still as glass|air as still as|wind asleep|not a zephyr|no zephyr
        |hardly a zephyr|hardly a stir of air|scarcely a stir of air|not a stir of air
        |barely a stir of air|no stir of air|barely a breath of air|hardly a breath of air
        |scarcely a breath of air|not a breath of air|no breath of air|without a breath of
        |not a breath stirring|no breath stirring|not a breath stirs|no breath stirs
        |barely a breath stirs|hardly/scarcely/barely a breath stirring/about/moving
        |hardly/scarcely a breath stirs|wind too weak|wind too faint|wind too feeble|wind would not stir
        |wind wouldn't stir|wind could not stir|wind couldn't stir|wind would not lift a feather
        |wind wouldn't put out|wind would not put out|wind couldn't put out|wind could not put out
        |wind would not trouble|wind wouldn't trouble|wind would not flutter|wind would not disturb
        |wind wouldn't disturb|wind has given out|wind has quit|wind scarcely stirs|wind hardly stirs
        |wind barely stirs|wind barely moves|wind hardly moves|wind scarcely moves|wind barely breathes
        |wind hardly breathes|wind barely bothers|wind keeps still|wind holds its breath
        |wind is holding its breath|wind does not blow|wind doesn't blow|wind does not stir
        |wind doesn't stir|wind is nothing to speak|wind is hardly worth|wind is scarcely worth
        |wind is not worth|wind is barely there|wind is hardly there|wind is absent|wind is on holiday
        |wind has gone to bed|wind has gone to sleep|wind has taken the day off|wind takes the day off
        |no wind worth|a candle would burn outdoors|a candle would burn out of doors
        |candle would stay lit|a candle would burn in|light a match outdoors|light a match out of doors
        |a feather would fall straight|a feather would drop straight|leaves hang still|leaves hang limp
        |leaves hang motionless|leaves do not stir|leaves don't stir|leaves are still|flags droop
        |flags are drooping|flag droops|flags hang limp|flags hang slack|sails hang idle|sails hang limp
        |sails hang slack|sails are idle|weathercock is asleep|weathervane is asleep|weathercock sleeps
        |weathercock is idle|weathercock has nothing|no kite weather|too little wind for
        |not enough wind for|not enough wind to|too little wind to|smoke rises straight
        |smoke goes straight up|smoke climbs straight|smoke stands straight
        |not/hardly/scarcely/barely a breath ./,/;/—/!/in/of/and|not/hardly/scarcely/barely a puff
        |not/hardly/scarcely/barely a stir|not/hardly/scarcely/barely a whisper of wind
        |not/hardly/scarcely/barely a sigh of wind|no breath of air/wind|nothing stirring ./,/;
        |nothing stirs ./,/;|no breeze/wind whatever/whatsoever|no more wind/breeze than|air standing still
        |air stands still|air is standing still|air is not moving/stirring|air isn't moving/stirring
        |air does not/scarcely/hardly/barely move/moves|wind has lain/laid/sat down|wind has laid off
        |wind is taking a/its nap/rest/holiday|wind takes a/its nap/rest/holiday
        |wind has dropped/fallen/dwindled/sunk to nothing|wind has dropped/fallen/died/quit ./,/;
        |wind has dropped/fallen/died away/entirely/altogether|utter/perfect/complete/absolute stillness
        |calm fit to fry|wind nil|wind : nil/none/calm/zero|winds : calm|winds calm|wind calm
        """,
        SLIGHT: """
        wind blows lightly|wind blows gently|wind blows softly|wind is no trouble|wind barely ruffles
        |wind hardly ruffles|wind scarcely ruffles|wind barely troubles|wind hardly troubles
        |wind scarcely troubles|wind would not muss|wind wouldn't muss|wind would not ruffle
        |wind wouldn't ruffle|wind hardly worth the name|breeze hardly worth|breeze scarcely worth
        |breeze would not ruffle|breeze that would not ruffle|breeze that wouldn't ruffle|light air
        |light airs|only/just/merely a breeze|a mere breeze|no/nothing more than a breeze
        |lightest/gentlest/faintest/softest/mildest of breezes/winds/airs|modest breeze/wind
        |trifle/touch/hint/whiff/suspicion of wind/breeze|hardly/barely/scarcely blowing
        |breeze that would not wake/stir/lift/trouble|breeze that wouldn't wake/stir/lift/trouble
        |wind/breeze that hardly/barely/scarcely|wind/winds/breeze :/, light/slight/gentle/faint/soft
        |a/the/mere zephyr|wind is barely/hardly/scarcely noticeable/perceptible/worth
        |wind troubles nobody|wind bothers nobody|wind is of no account|wind is no matter
        |wind does not/hardly/scarcely/barely amount to much|wind doesn't amount to much
        """,
        _NO_GALE: """
        wind does not blow hard/strongly/much/fiercely/so
        |wind doesn't blow hard/strongly/much/fiercely/so|wind is far from strong
        |wind is anything but strong|wind is no gale|wind is not much|wind isn't much
        |wind is nothing to write home|wind is nothing much|wind poses no threat|hats are safe
        |your hat is safe|hats will be safe|your hat will be safe|will not turn inside out
        |won't turn inside out|nothing like a gale|it is no gale|it's no gale|does not blow hard
        |doesn't blow hard|wind is no threat|wind threatens nothing
        """,
        BRISK: """
        wind is at work|wind is busy|wind has got up|wind is out and about|it is blowy|blowy
        |wind is awake|wind keeps busy|plenty of wind|fair amount of wind|lots of wind|good deal of wind
        |no lack of wind|no shortage of wind|no want of wind|no dearth of wind|wind enough for kites
        |wind enough to fly|enough wind to fly|enough wind to dry|enough wind for kites|kite weather
        |good day for kites|day for kites|kite flying weather|sailing weather|kites will fly|drying wind
        |drying breeze|wind for drying|wind with some push|wind for the washing|wind has some push
        |wind has push|freshening breeze|flags are flapping|flags stand out|flags snap
        |flags are snapping|flags crack|leaves are flying|whitecaps|white caps|white horses on
        |wind is no zephyr|wind is far from asleep|wind is not idle|wind isn't idle|wind is not shy
        |wind isn't shy|wind does not sleep|wind doesn't sleep|wind is not asleep|wind isn't asleep
        |wind is nothing gentle|no gentle breeze|not calm|far from calm|anything but calm
        |air is not still|air isn't still|weathercock is busy|weathercock awake|weathervane awake
        |weathercock spinning|weathercock spins|wind aplenty|wind to spare|wind and to spare|no end of wind
        |great deal of wind|wind by the cartload/barrel/bucketful/ton/wagonload/acre|wind and plenty of it
        |wind in plenty|more wind than|wind is up ./,/;/today/and|trees are swaying|trees sway
        |in/with this wind|given the/this wind|wind enough ./,|there is wind enough
        |no mere breeze|no gentle wind|wind is no weakling|wind is nothing to sneeze
        |flags are standing straight|flags stand straight|flags are cracking
        """,
        LIVELY: """
        wind tugs at|wind tugs|wind snatches|wind plucks at|wind rattles|wind will have your hat
        |wind will have your|wind that will have your|wind to take your hat|hat snatching|wind blown
        |wind shakes|wind bends|wind bangs|wind slams|wind flings|wind tosses|wind pushes
        |wind is pushing/shoving/knocking/tossing|wind is having/has its way/say
        |umbrellas/umbrella turned/turning/turns/turn/blown/blowing/blow/are/go/going inside out
        |umbrellas are turning/turned/blowing/blown/going inside out|turns/turning umbrellas inside out
        |turn an/your/any/the umbrella inside out|turns an/your/any/the umbrella inside out
        |wind would/will turn/blow it/them inside out
        |hats are flying/rolling/airborne|hats fly|hats roll|hats blow|hats take wing/flight
        |hats go flying/rolling|hat will not stay on|hat won't stay on|hats will not stay on|hats won't stay
        |doors/shutters are banging/rattling/slamming|doors/shutters bang/rattle/slam|windows rattle
        |branches/boughs are down/snapping/breaking|branches/boughs snap/break
        |trees are bending/thrashing/bowing/leaning/tossing|trees bend/thrash/bow/toss
        |washing is flying/horizontal/airborne|washing flies/cracks|sails are reefed|sails reefed
        |breeze and then some|wind and then some|howling out|howling outside|wild out|wild outside
        |wild and windy|rough out ./,/;/there|blowing like|blows like|blow your hat off|take your hat off your
        """,
        STRONG: """
        blow the whiskers|blowing hard|it blows hard|wind blows hard|wind blows strongly
        |blows great guns|blowing great guns|wind lashed|windswept|wind swept|wind whipped
        |wind is in a temper|wind in a temper|wind is in a rage|wind is up in arms|wind is no joke
        |wind is no jest|wind could strip|wind would strip|wind would take the hat
        |wind would take your hat|wind would have your hat|wind would knock|wind could knock
        |wind that would knock|wind that could knock|wind that would strip|wind would blow you
        |wind could blow you|wind that would blow|wind would blow the|wind to blow the
        |wind to take your breath|wind that takes your breath|wind is tearing|wind tears at|wind rips
        |wind rages|wind batters|wind pummels|wind hammers|wind screams|wind shrieks|trees are bent
        |trees bent double|trees bend double|lean on the wind|lean into the wind|lean against the wind
        |hatter's nightmare|ripsnorter|rip snorter|stiff blow|a heavy blow of wind
        |wind that means business|tearing slates|lifting slates|slates off roofs|slates off the roofs
        |galloping wind|a/an/quite big/huge/mighty/almighty wind|wind you can/could/may/might lean on/against
        |wind to lean on/against|wind with teeth|wind has teeth|wind is in full cry|wind that would shave
        |hard/proper/real/regular/heavy/big/right/quite/honest blow ./,/;/out/today/from/at/that/in
        |quite a blow ./,/;/out/today/from/at/that/in|near gale winds|gale of a wind
        """,
        WILD: """
        blowing a gale|blows a gale|blowing a hurricane|blowing half a gale
        |hats to sweden
        """,
    }
)
"""Turns of phrase for the wind, by how strong it is then."""
