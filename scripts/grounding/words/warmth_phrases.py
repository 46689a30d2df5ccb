"""Heat and cold in turns of phrase: "an oven", "shirt-sleeve weather", "a nip in the air"."""

from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.phrases import Phrases

_HOT: Final = (t.HOT_LEAST_C, 99.0)
_WARM: Final = (t.WARM_LEAST_C, 99.0)
_COOL: Final = (-99.0, t.COOL_MOST_C)
_COLD: Final = (-99.0, t.COLD_MOST_C)
_FREEZING: Final = (-99.0, t.FREEZING_MOST_C)
_NOT_FREEZING: Final = (t.JUST_ABOVE_FREEZING_C[0] + 1.0, 99.0)
_NOT_HOT: Final = (-99.0, t.HOT_C + 2.0)
_NOT_COLD: Final = (t.SURELY_COLD_C + 3.0, 99.0)
_NOT_WARM: Final = (-99.0, t.SURELY_WARM_C)
_HUMID: Final = (t.HUMID_LEAST_PERCENT, 100.0)
_ARID: Final = (0.0, t.DRY_AIR_MOST_PERCENT)

PHRASES: Final = Phrases(
    {
        _HOT: """
        heat fit to|heat enough to|it is an oven|it's an oven|it is a furnace|it's a furnace
        |is like an oven|is like a furnace|scorching heat|sweltering heat|blistering heat|searing heat
        |punishing heat|oppressive heat|fierce heat|baking heat|furnace heat|dog day heat|brutal heat
        |merciless heat|stifling heat|intense heat|tropical heat|roasting heat|savage heat
        |withering heat|hot as an oven|hot as a stove|hot as hades|hot as a furnace|hot as blazes
        |hot as a griddle|hot as a skillet|hot as tophet|blazing hot|blisteringly hot|scorching hot
        |roasting hot|baking hot|swelteringly hot|fry an egg on|fry eggs on|bake bread on
        |in/with this heat|given the/this heat|boiling hot|blazing hot|oven like|oven weather|like an oven
        |like a furnace
        |a furnace ./,/out|an oven ./,/out|great/real/tremendous/considerable/blazing/sultry/terrible heat
        |heat in earnest|heat , and plenty|plenty of heat|heat and plenty of it|no shortage of heat
        |no want of heat|no lack of heat|heat is something fierce|heat is considerable/tremendous/terrific
        |pavement is hot enough|hot enough to fry/cook/melt/bake/boil/soften|burns/burn through your soles
        |soles of your shoes will melt|soles will melt|tar is melting/soft|tar melts|candles are melting
        |candles melt/wilt/droop|hard boiled eggs|butter is running/melting|butter has given up/melted
        |dogs lie panting|dogs are panting|panting in the shade
        |heat would melt|heat is fierce|heat is merciless|heat is brutal|heat is oppressive
        |heat presses down|place is an oven|town is an oven|city is an oven|town is baking
        |city is baking|sun bakes the|a scorcher|a sizzler|a roaster
        """,
        _WARM: """
        shirt sleeve weather|shirtsleeve weather|shirt sleeves weather|t shirt weather|shorts weather
        |beach weather|bathing weather|swimming weather|ice cream weather|summer weather|summer's day
        |summery warmth|warm weather|balmy air|balmy weather|warm as a new loaf
        |warm enough for shirtsleeves|warm enough for shirt sleeves|shirt sleeve warm|straw hat weather
        |lemonade weather|hammock weather
        """,
        _COOL: """
        a chill in the air|chill in the air|nip in the air|bite in the air|edge to the air
        |nip to the air|bite to the air|coolness in the air|chilly air|cool air|crisp air
        |sweater weather|jacket weather|coat weather|overcoat weather|scarf weather|jumper weather
        |cardigan weather|touch/hint of chill|rather fresh ./,|nippy out/outside
        |parky|coolish weather|cool enough for a coat|on the chilly side
        |on the cool side|a touch chilly|a bit nippy
        """,
        _COLD: """
        it is an icebox|it's an icebox|is like an icebox|it is a refrigerator|freezing cold
        |siberian|bitter cold|biting cold|bone chilling|numbing cold|savage cold|brutal cold|wintry cold
        |piercing cold|arctic cold|arctic air|arctic chill|polar air|raw cold|cold that bites|cold bites
        |cold is bitter|cold is merciless|cold cuts|cold gets into|cold enough for mittens
        |cold enough for a coat|cold enough for furs|cold as charity|cold as a banker's|cold as a tax
        |cold as a tomb|cold as iron|cold as the grave|cold as a landlord's|cold as a key|perishing cold
        |perishingly cold|it is perishing|it's perishing|mitten weather|mittens weather|glove weather
        |brass monkey weather|brass monkeys|freeze a brass monkey|savagely cold|piercingly cold
        |your teeth will chatter|winter has its teeth|breath shows|see your breath|breath smokes/steams
        |breath hangs|noses are red/blue|noses turn/turning/go red/blue|noses are turning/going red/blue
        |teeth are chattering|teeth chatter|in/with this cold|given the/this cold
        |toes/fingers/ears go numb|toes/fingers/ears are numb
        |ears sting|colder than a banker's/landlord's/tax/tomb/key/stone|cold to the bone/marrow
        |chilled to the bone/marrow|cold is fierce/brutal/savage/cruel/in|winter has its boots
        |fur coat weather|icebox weather|an icebox ./,/out|winter is in earnest|cold in earnest
        |plenty of cold|cold , and plenty|no shortage of cold|no lack of cold
        """,
        _FREEZING: """
        subzero|sub zero|hard freeze|deep freeze|deep frozen|ice on the puddles|frozen puddles
        |puddles are frozen|puddles freeze|ponds freeze|ponds are frozen|pump is frozen|pump is froze
        |ice forms on|ice in the barrel|ice in the pail|ice in the bucket|ink would freeze
        |enough to freeze ink|water freezes in|frozen solid|jack frost is about|jack frost has been
        |jack frost is at|frost has a grip|frost has its grip|frost bites|breath will freeze
        |nose will freeze|temperatures below freezing|freezing temperatures|skin of ice|pond is frozen
        |frozen over|pond bears|ponds bear|ice bears|ink is frozen|ink freezes|milk freezes|milk is frozen
        |hard as iron|ground is frozen|ground is like iron|everything is frozen|hung with ice|icicles hang
        |hung with icicles|black ice|roads/streets/pavements/sidewalks are icy|icy roads/streets/pavements
        |ice on the road/roads/pavement/pavements/streets|water freezes|pipes are freezing|pipes are frozen
        """,
        _NOT_FREEZING: """
        nowhere near freezing|nothing like freezing|far from freezing|hardly freezing|not freezing
        |a long way from freezing|no danger of frostbite|no danger of freezing|no frostbite
        |far from frozen
        """,
        _NOT_COLD: """
        hardly/scarcely/not/no mitten weather|no shivering|nobody/no/none is shivering|no one is shivering
        |cold stays/keeps away|no cold to speak|no cold about|no chill in the air|no chill to speak
        |not a hint of chill|no hint of chill|not a trace of chill|no chill about|no nip in the air
        |nothing like cold|nowhere near cold
        """,
        _NOT_HOT: """
        no heat to speak|no heat about|no great heat|heat stays/keeps away|no danger of sunstroke
        |no danger of melting|nobody is sweating|no one is sweating|nobody sweats|heat is in short supply
        |short on heat|no scorcher|nothing like hot|nowhere near hot|anything but tropical
        |not exactly tropical
        |hardly/not/scarcely tropical
        """,
        _NOT_WARM: """
        no warmth to speak|warmth is in short supply|short on warmth|hardly/not/scarcely/no beach weather
        |hardly/not/scarcely/no shirtsleeve weather|hardly/not/scarcely shirt sleeve weather|no warmth about
        |nothing like warm|nowhere near warm|no warmth in it
        """,
    }
)
AIR_PHRASES: Final = Phrases(
    {
        _HUMID: """
        air is thick ./,/and/enough/today|air is heavy ./,/and/enough/today|heavy air ./,|air is wet/soupy
        |soup for air|air like soup|air you could/can wring|air could be wrung|air can be wrung
        |shirts/shirt/clothes cling/clings/sticks|shirt will stick/cling|collars wilt|dripping with humidity
        |jungle air|air of a jungle|steam bath|turkish bath|like a laundry|high humidity|humidity runs high
        |plenty of humidity|plenty of moisture|salt will not pour|salt won't pour
        |air is far from dry|air is anything but dry|air is hardly dry|not dry air|far from dry air
        |anything but dry air
        """,
        _ARID: """
        desert air|desert dry|dry as a desert|dry as the desert|low humidity|humidity runs low
        |humidity is scant/slight/negligible|hardly/barely/scarcely/little any humidity|little humidity
        |no mugginess|no stickiness|little moisture in the air|no moisture in the air|air is thirsty
        |air is anything but damp|air is far from damp|air is hardly damp|lips crack
        |nothing sticky about|not the least muggy|not the least humid|not the least sticky
        """,
    }
)
"""Turns of phrase for moist and dry air, by the percent of humidity that they can mean."""

"""Turns of phrase for heat and cold, by the °C that they can mean."""
