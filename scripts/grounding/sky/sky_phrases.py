"""Turns of phrase that claim a sky: "not a blemish on it", "weather for ducks", "the umbrella may rest"."""

from typing import Final

from scripts.grounding.phrases import Phrases
from scripts.grounding.words import sky_words as w
from scripts.grounding.words.sky_words import Term

_ALL: Final = frozenset(range(100))
_OFTEN: Final = w.MODERATE | w.HEAVY
_UNDER_ANY_CLOUD: Final = Term("passing clouds", w.FEW_CLOUDS.agrees | {3, 80, 81, 85}, frozenset())
_THICK: Final = Term("thick air", w.FOGGY | w.HEAVY | {73}, w.FOGGY)
_WHITE: Final = Term("white", w.FROZEN | {48}, w.FROZEN, "snow")
_SOUSING: Final = Term("a sousing", _OFTEN & w.LIQUID, frozenset(), "rain")
_SCANT: Final = Term("a few drops", w.DRIZZLE.agrees | {53, 56, 66}, frozenset(), "rain")
_FLAKES: Final = Term("a few flakes", w.FROZEN - {75, 86}, frozenset(), "snow")
_DEEP: Final = Term("deep snow", w.FROZEN - w.LIGHT, frozenset(), "snow")
_MILD_RAIN: Final = Term("mild rain", w.LIQUID - w.HEAVY, frozenset(), "rain")
_ICING: Final = Term("icing", w.ICY, w.ICY, "ice")
_NO_SHOVEL: Final = Term("no shovel", _ALL - w.FROZEN, frozenset())
_NO_THUNDER: Final = Term("no thunder", _ALL - w.THUNDERY, frozenset())
_NO_SUN: Final = Term("no sun", w.GREY, frozenset())

_SKY: Final = "the/a/this sky"
PHRASES: Final = Phrases(
    {
        w.BARE: f"""
        sky hasn't a _|sky has not a _|sky has nary a|sky has not one|heavens have not a
        |sky scoured/rinsed/wiped/washed clean|sky is scoured/rinsed/wiped/washed clean
        |sky has been swept/scoured/rinsed/wiped/washed|sky is wide open|sky stands wide open
        |{_SKY} wide open|unbroken blue|uninterrupted blue|endless blue|solid blue
        |sky with nothing in it|skies with nothing in|nothing up there but blue|nothing above but blue
        |nothing overhead but blue|nothing but blue up there|bluebird sky/skies/day/weather
        |sky keeps nothing back|sky hides nothing|sky conceals nothing|sky as bare as|skies as bare as
        |sky as clean as|sky as empty as|skies as empty as|skies as clean as|sky as clear as
        |skies as clear as|sky as blank as|sky is blank|sky lies empty|sky stands empty
        |not so much as a wisp|not so much as a cloud|nor so much as a cloud|hunt in vain for a cloud
        |look in vain for a cloud|search in vain for a cloud|unmarked by cloud/clouds
        |untroubled by cloud/clouds|unsullied by cloud|unspoiled by cloud|unblemished by cloud
        |unstained by cloud|unbothered by cloud/clouds|sun has the sky to itself|sun has the whole sky
        |sun has it all its own way|sun has no rival|sun meets no opposition|sun has no competition
        |sun without a rival|unchallenged sun|not a smudge in the sky|not a speck in the sky
        |not a blemish on it|not a thread of cloud|not a feather of cloud|not a tuft of cloud
        |not a shred of cloud|not a rag of cloud|not a puff of cloud|nothing between you and the sun
        |sun all to yourself|blue as far as the eye
        """,
        w.SUN: """
        bathed in sun/sunshine/sunlight|drenched in sun/sunshine/sunlight
        |flooded with sun/sunshine/sunlight|soaked in sun/sunshine/sunlight
        |awash with/in sun/sunshine/sunlight|sun drenched|sun soaked|sun kissed|sun baked|sun washed
        |sun splashed|awash with sun|sunbathing weather|sunglasses weather|sunscreen weather
        |weather for sunglasses|weather for sunscreen|sun comes out|sun returns|sun is back
        |sun takes over|brings back the sun
        """,
        w.MIXED: """
        bright spells|bright intervals|sunny intervals|sunny spells|sun peeks in and out
        |hide and seek with the clouds|peekaboo with the clouds
        |half the sky is cloud/clouded/covered/blue|sky half dressed|half dressed in cloud|half blue
        |half clouded|blue shows between|blue between the clouds|blue peeps between|blue peeks between
        |blue peeks through|sun breaks through|sun peeks through|sun peeps through|sun pokes through
        |sun in and out|sun is in and out|sun comes and goes|mackerel sky|mixed sky/skies
        |dappled sky/skies|mottled sky/skies|piebald sky|patchwork sky|freckled sky|checkered sky
        |chequered sky|sunny in parts|sunny with some cloud/clouds|sunny with a few clouds|sun by turns
        |sunshine by turns|divide the sky between them|share the sky between them|share the sky
        |sharing the sky|take turns with the sun|fair weather cumulus|cotton wool clouds|cotton clouds
        |some sun and some cloud
        """,
        _UNDER_ANY_CLOUD: """
        clouds drift past the sun|clouds come and go|clouds drift by|clouds drift over
        |clouds wander across|clouds wander by|clouds sail by|clouds sail past|clouds pass over
        |variable cloud|variable clouds|variable cloudiness|clouds play|clouds straggle
        """,
        w.SHUT: """
        colour/color of old/wet/dull/dirty/tarnished/cold pewter/slate/lead/tin/iron/dishwater
        |sky the color/colour of pewter/slate/lead/ashes/ash/dishwater/porridge/iron/gunmetal/putty/flannel
        |sky is the color/colour of|sky shut like|sky is shut|sky shut up|sky has shut|sky shut tight
        |sky like dishwater|sky like wet/old slate/wool/flannel
        |sky like slate/lead/pewter/porridge/ashes|sky has its lid on|sky has put its lid on
        |sky wears a lid|sky keeps its lid on|sky has drawn its curtains|sky has drawn the curtains
        |sky draws its curtains|curtains drawn overhead|no blue to be seen|no blue to be found
        |no blue to be had|not a patch of blue|no patch of blue|not a scrap of blue|not a bit of blue
        |not a glimpse of blue|not a speck of blue|no blue anywhere|never a patch of blue
        |no blue in sight|no blue showing|cloud covers the sky|clouds cover the sky
        |clouds covering the sky|clouds fill the sky|cloud fills the sky|clouds drawn like
        |socked in with cloud|as gray/grey as ditchwater|gray/grey as dishwater|dull as ditchwater
        |dull as dishwater|sky has closed up|sky has closed over|clouds have won|clouds have the sky
        |clouds own the sky|clouds rule the sky|murky overcast|grey/gray lid
        |slate/lead/pewter/wool overhead|woolly overhead|sky shut ./,|dull/drab/cheerless/joyless sky/skies
        |no blue overhead
        """,
        _NO_SUN: """
        sun does not show its face|sun doesn't show its face|sun hasn't shown its face
        |sun has not shown its face|sun never shows its face|sun won't show its face
        |sun will not show its face|sun never gets a look|sun doesn't get a look|sun gets no look
        |sun never shows|sun stays in bed|sun keeps to its bed|sun stays in hiding|sun is in hiding
        |sun stays behind|sun remains hidden|sun stays hidden|sun keeps out of sight
        |sun has called in sick|sun is off duty|sun sleeps in|sun makes no appearance
        |sun has not been seen|sun hasn't been seen|sun has gone missing
        |sun puts in no appearance|sun is not to be seen|sun is no show
        """,
        w.FOG: """
        pea souper|pea soupers|pea soup fog|pea soup of a fog|socked in|fogged in|shrouded in fog
        |swallowed by fog|swallowed by the fog|fog has swallowed|fog lies on|fog blankets|fog covers
        |fog shrouds|fog wraps|fog cloaks|fog hides|fog swallows|fog hugs|missing in the fog
        |vanished into the fog|vanished in the fog|gone missing in the fog|fog you could cut
        """,
        _THICK: """
        pea soup ./,|thick as soup ./,|thick as pea soup ./,|sounding their horns|foghorns are going/sounding
        |foghorns sound/blow/moan|visibility next to nothing|visibility is next to nothing
        |visibility next to nil
        |very poor visibility|poor visibility|hardly any visibility|scarcely any visibility
        |barely any visibility|little visibility|low visibility|no visibility|visibility is poor
        |visibility is very poor|visibility is low|visibility is nil|visibility is bad
        |visibility is terrible|visibility near nothing|visibility poor|air like cotton wool
        |air like wool|air thick as wool|cannot see across|can't see across|can hardly see across
        |can barely see across|could not see across|can scarcely see across|can't see your hand
        |cannot see your hand|can hardly see your hand|can't see your own hand|cannot see your own hand
        |can barely see your hand|see the end of your nose|can't see the end of the street
        |cannot see the end of the street|see beyond your nose|see past your nose
        |see the far side of the street|lose your own feet
        """,
        w.SEEN: """
        see for miles|see to the horizon|see as far as you like|see clear across|see clear to the
        |see all the way to|visibility as far as|good visibility|excellent visibility|visibility is good
        |visibility is excellent|visibility is perfect|visibility for miles|visibility unlimited
        """,
        w.WETNESS: """
        fine/lovely/good/grand/splendid/nice weather for ducks|weather for ducks|weather for a duck
        |duck's weather|ducks' weather|duck weather
        |weather for frogs|weather for fish|weather for fishes|weather for otters|weather for newts
        |umbrella weather|umbrella day|umbrella earns its|umbrella has work
        |umbrella sort of day|galoshes weather|gumboot weather
        |wellington weather|raincoat weather|mackintosh weather|day for ducks|day for umbrellas
        |day for galoshes|ducks will be pleased|ducks are pleased|ducks will approve|ducks approve
        |ducks are delighted|ducks will be delighted|ducks have the best of it|ducks are having the best
        |ducks will rejoice|ducks are rejoicing|ducks are happy|ducks will be happy
        |ducks alone are pleased|frogs rejoice|water from above|water from the sky|water from heaven
        |more water than sun|more water than air|sky has sprung a leak|sky has sprung leaks
        |sky springs a leak|sprung a leak overhead|sky leaks|sky is leaking|clouds have opened
        |clouds open up|sky opens up|sky has opened|heavens weep|heavens are weeping|sky is weeping
        |clouds weep|roofs are dripping|eaves are dripping|eaves drip|roofs drip|gutters are running
        |gutters run|sky is falling in drops|falling in drops|everything is getting wet
        |everything gets wet|will get wet|you'll get wet|will be getting wet|are getting wet
        |get wet without|will get soaked|you'll get soaked|will get drenched|you'll get drenched
        |will be soaked|you'll be soaked|will be drenched|you'll be drenched|will be wet through
        |you'll be wet through|without one/it you'll be soaked/drenched/wet
        |without one/it you will be soaked/drenched/wet|a washout|a wash out|total washout|dripping hats
        |dripping umbrellas|wet out there|wet outside|wet outdoors|wet out of doors|soaking wet
        |sopping wet|wringing wet|wet through|wet as a fish|wet as a drowned rat|wet as a dishrag
        |wet out ./,/;/there/today|puddles everywhere|puddles in the road/street
        |gutters are full/overflowing|umbrellas are up|umbrellas everywhere|wet soles|soles will be soaked
        |boots will be full|boots fill|second rinse|everything drips|everything is dripping
        |hats are dripping|never a dry stitch|it is coming down ./,/hard/in|it's coming down ./,/hard/in
        |wet as a mop|wet as a herring|wet as an otter|wet as the sea
        """,
        _SOUSING: """
        rain by the bucket|rain by the bucketful|rain by the barrel|rain by the pailful
        |rain by the gallon|rain in buckets|gully washer|gullywasher|gully washers|frog strangler
        |frog choker|frog drowner|toad strangler|trash mover|fence lifter|goose drownder|stump mover
        |clod roller|duck drowner|rain enough to float|enough rain to float|rain to float an ark
        |rain for an ark|float an ark|float the ark|ark weather|weather for an ark|weather for noah
        |weather for arks|build an ark|building an ark|stair rods|stairrods|brings cats and dogs
        |with cats and dogs|flood from the sky|flood from above|flood from heaven|water by the barrel
        |water by the bucket|water by the bucketful|water by the gallon|water by the ton|second flood
        |noah's flood|it is lashing|it's lashing|emptying its buckets|emptying his buckets
        |emptying her buckets|empties its buckets|upends its buckets|upending its buckets
        |it's coming down hard|it is coming down hard|rain is coming down hard|rain is biblical
        |biblical rain|rain of biblical|rain means business|rain in earnest|raining in earnest
        |drown a duck|drown a fish|drown a frog|emptying the bathtub|emptied the bathtub
        |turned on the taps|turned the taps on|taps are on full|rain hammering down
        |rain coming down hard|rain like a waterfall|waterfall of rain|walls of rain|wall of rain
        |curtain of rain|curtains of rain|sheets of rain|rods of rain
        """,
        _MILD_RAIN: """
        modest rain|mild wetting|light wetting|rain so light|rain light enough|polite rain
        |raining a little|rains a little|raining a bit|rains a bit|raining slightly|rain barely wets
        |rain hardly wets|rain scarcely wets|rain that barely wets|rain that hardly wets
        |rain is not heavy|rain isn't heavy|rain is nothing much|not much of a rain|rain hardly worth
        |rain scarcely worth|timid rain|shy rain|apologetic rain|half hearted rain|tentative rain
        |feeble rain|weak rain
        """,
        _SCANT: """
        a few drops|a drop or two|a few spots|spot or two of rain|dribble of rain|odd drop|odd spot
        |dribs and drabs|spitting with rain|spits with rain|spit of rain|spitting a little
        |mean little drizzle|little drizzle|scotch mist|a few raindrops|handful of drops
        |handful of raindrops
        """,
        w.SNOW: """
        white stuff|sledding weather|sleigh weather|sleighing weather|sledging weather|sled weather
        |tobogganing weather|toboggan weather|snowman weather|snowball weather|weather for sleighs
        |weather for sleds|weather for snowmen|weather for a snowman|heaven's pillow|shedding feathers
        |sheds its feathers|sheds feathers|shaking out its feathers|shaking its pillows
        |feather pillow overhead|snow covers|snow blankets|snow buries|snow dusts|it is flurrying
        |it's flurrying
        """,
        _WHITE: """
        white out there|white outside|white everywhere|everything is turning white|everything turns white
        |shovel weather|shovels are out|out come the shovels
        |roofs/streets/fields/hills/gardens are turning white|roofs/streets/fields/hills are going white
        |roofs/streets/fields turn white|world is turning white|world turns white|world has turned white
        |town is turning white|town turns white|getting a white coat|white coat for the roofs
        |white coat on the roofs|coat of white paint overnight|a white day|coming down white
        |white over the roofs|streets are white|roofs are white|roads are white|snowbound|snowed in
        |snow bound
        """,
        _DEEP: """
        deep snow falling|dump of snow|dumping snow|dumps snow|dumping of snow|snow enough to bury
        |enough snow to bury|snow piles up|snow is piling up|snow piling up|fit to bury
        |snow by the shovelful|snow by the foot|snow by the ton|buried in snow|buried under snow
        |snow without mercy
        """,
        _FLAKES: """
        odd flake|stray flake|stray flakes|snowing a little|snowing a bit|snows a little
        |snowing slightly|a few flakes|flake or two|a handful of flakes|snows a bit|wandering flakes
        """,
        w.THUNDER: """
        noisy sky|throwing furniture|heaven/heavens/sky is/are moving furniture|fireworks from heaven
        |heaven's fireworks|heavenly fireworks|heavenly artillery
        |heaven's artillery|artillery of heaven|throwing its furniture|throws its furniture
        |moving its furniture|moving furniture overhead|moving the furniture upstairs
        |furniture moved overhead|jove is in a temper|jove in a temper|jove is angry|thor is at
        |thor is busy|thor swings|thor has his hammer|heavens are rumbling|heavens rumble|sky rumbles
        |sky is rumbling|sky growls|sky is growling|sky grumbles|sky is grumbling|sky mutters|sky roars
        |sky crackles|sky cracks|sky flashes|flashes and bangs|flash and bang|bolts from the sky
        |rumbling overhead|rumbles overhead|celestial artillery|celestial bowling|bowling overhead
        """,
        w.STORM: """
        storm rages|storm is raging|storm breaks over|storm has broken|storm is upon|storm has hold
        |storm in full cry|storms roll through|storm rolls through
        """,
        _NO_THUNDER: "not a rumble|not a clap|never a rumble|nary a rumble|not a flash|no rumble",
        _ICING: """
        ice falling as rain|turns to ice as it|turns to ice on|turning to ice on|freezes as it lands
        |freezes as it falls|freezes where it lands|freezes where it falls|freezes on contact
        |freezes on landing|freezes on the spot|rain that freezes|ice storm|rain freezes
        """,
        _NO_SHOVEL: """
        no white stuff|nothing white|shovel may stay|shovel can stay|shovel stays|shovel may rest
        |leave the shovel|leave your shovel|won't need the shovel|won't need a shovel
        |will not need the shovel|will not need a shovel|don't need the shovel|no need of a shovel
        |no need for a shovel|no need to shovel|nothing to shovel|no shoveling|no shovelling
        |sledge must wait|sled must wait|sleigh must wait|sleds must wait|snowman must wait|no sledding
        |snowmen must wait
        """,
        w.DRY: """
        no precipitation|without precipitation|precipitation free|free of precipitation
        |free from precipitation|dry roofs|dry gutters|dry pavements|dry streets|drier than a temperance
        |drier than a sermon|drier than a bone|drier than dust|drier than toast|dry as a bone
        |dry as dust|dry as a biscuit|dry as toast|dry as a sermon|dry as a chip|dry as a powder
        |dry as tinder|dry as last|dry as a cracker|dry as an old|dry as a desert|dry as chalk
        |dry as parchment|dry as a lime|dry as a stick|dry as a cork|dry as a husk|dry as sawdust
        |dry as a raisin|dry as a preacher's|gutters have nothing|gutters are idle|gutters stand idle
        |sky sheds nothing|clouds shed nothing|sky lets nothing fall|clouds let nothing fall
        |sky drops nothing|clouds drop nothing|sky gives up nothing|clouds give up nothing
        |sky yields nothing|clouds yield nothing|sky spills nothing|clouds spill nothing
        |clouds deliver nothing|clouds come to nothing|nothing comes out of them|nothing comes of them
        |nothing coming down|nothing wet|nothing damp|no wet of any|it dries out|it dries up
        |day dries out|weather dries out|is dry out|it's dry out|dusty underfoot|roads are dusty
        |good/fine/perfect drying weather
        |washing may/can hang|washing is safe|washing will dry|dry soles
        |dry feet to/for/at/all/today/tomorrow/,/;/.
        |soles/boots/feet/hat/hats will stay/keep dry
        """,
        w.NO_RAIN: """
        no umbrella weather|no drops to dodge|no drop falls|no drops fall|without a drop
        |does not drop a drop|doesn't drop a drop|not a drop in it|nothing to fill a thimble
        |not enough to fill a thimble|nothing to wet a hat|nothing to wet your|nothing for the ducks
        |no water from above|no water from the sky|free from rain|devoid of rain|innocent of rain
        |clear of rain|keeps its water to itself|keeps its buckets to itself|keeps its rain to itself
        |keep their water to themselves|keep their rain to themselves|keeps the rain to itself
        |keeps its water|keep their water|holds its water|tongue and its water|rain stays out of it
        |rain keeps out of it|rain stays at home|rain takes the day off|rain has the day off
        |rain has taken the day off|rain is off the|rain is a stranger|rain is out of the question
        |rain has been struck|rain has been crossed|rain is struck off|rain is crossed off
        |ducks will be disappointed|ducks are disappointed|ducks must do without|ducks do without
        |ducks must wait|ducks will have to wait|ducks are out of luck|ducks get nothing|nobody gets wet
        |nobody is getting wet|nobody will get wet|no one gets wet|no one will get wet
        |rain fails to appear|rain fails to show|rain failed to appear|rain didn't come
        |rain does not figure|rain doesn't figure|rain is nowhere|won't be any rain|will not be any rain
        |isn't any rain|no rain whatever|rain ? none|no soaking|no wetting
        |you will not get wet|you won't get wet|you'll not get wet
        |umbrella can/may sleep|umbrellas are furled/idle|umbrellas furled|ducks are idle
        """,
        w.SHELTERED: """
        leave the/your/that/an umbrella at/behind/in/on/where|leave umbrellas at/behind
        |umbrella can stay|umbrella may stay|umbrella stays|umbrella can rest|umbrella may rest
        |umbrella rests|umbrella can be left|umbrella may be left|umbrellas can stay|umbrellas may stay
        |umbrella can be put away|no umbrella needed|no umbrella is needed|no umbrella required
        |no umbrella is required|no umbrella necessary|need no umbrella|need not take an umbrella
        |needs no umbrella|won't need an/the/your/that umbrella|will not need an/the/your umbrella
        |won't want an/the/your umbrella|don't need an/the/your umbrella
        |do not need an/the/your umbrella|needn't bring an/the/your umbrella
        |needn't take an/the/your umbrella|needn't carry an/the/your umbrella
        |no need of/for an/the/your umbrella|no need of/for umbrellas|no call for an/the/your umbrella
        |no use for an/the/your umbrella|no occasion for an/the/your umbrella
        |no work for an/the/your umbrella|umbrella would be dead weight|umbrella would be idle
        |umbrella would be luggage|umbrella would be wasted|umbrella would be superfluous
        |umbrella would be ballast|umbrella would only be|umbrella is superfluous
        |umbrella is dead weight|umbrella is unnecessary|umbrella is idle|umbrella is wasted
        |umbrella is not needed|umbrella isn't needed|umbrella is surplus|umbrella has nothing to
        |umbrella has the day off|umbrella gets the day off|umbrella has a holiday|umbrella is off duty
        |umbrella can take the day|umbrella may take the day|skip the umbrella|spare the umbrella
        |forget the/your umbrella|umbrella has three days off
        """,
        w.CLEARING: """
        clouds part|clouds break up|clouds roll away|clouds clear off|clouds clear away|clouds thin out
        """,
    }
)
