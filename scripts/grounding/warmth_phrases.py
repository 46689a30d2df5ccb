"""Heat and cold in turns of phrase: "an oven", "shirt-sleeve weather", "a nip in the air"."""

from typing import Final

from scripts.grounding import tolerances as t
from scripts.grounding.phrases import Phrases

_HOT: Final = (t.HOT_LEAST_C, 99.0)
_WARM: Final = (t.WARM_LEAST_C, 99.0)
_COOL: Final = (-99.0, t.COOL_MOST_C)
_COLD: Final = (-99.0, t.COLD_MOST_C)
_FREEZING: Final = (-99.0, t.FREEZING_MOST_C)

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
        |cardigan weather|parky|coolish weather|cool enough for a coat|on the chilly side
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
        |your teeth will chatter|winter has its teeth
        """,
        _FREEZING: """
        subzero|sub zero|hard freeze|deep freeze|deep frozen|ice on the puddles|frozen puddles
        |puddles are frozen|puddles freeze|ponds freeze|ponds are frozen|pump is frozen|pump is froze
        |ice forms on|ice in the barrel|ice in the pail|ice in the bucket|ink would freeze
        |enough to freeze ink|water freezes in|frozen solid|jack frost is about|jack frost has been
        |jack frost is at|frost has a grip|frost has its grip|frost bites|breath will freeze
        |nose will freeze|temperatures below freezing|freezing temperatures
        """,
    }
)
"""Turns of phrase for heat and cold, by the °C that they can mean."""
