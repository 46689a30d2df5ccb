"""Records for the tests of the guard: varied ones without end, and replies a careful person wrote."""

import json
import random
from typing import Any

PLACES = ("Oslo", "Lima", "Leeds", "Quito", "Cairo", "Perth", "Hanoi", "Turin", "Accra", "Osaka", "Malmö")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "tomorrow", "tonight")
SKIES = ("light rain", "overcast", "clear sky", "partly cloudy", "heavy snow", "fog", "a thunderstorm")

WORDS = """
anchor apple argue barn basket bench bicycle blanket borrow bottle brave bread bridge broom bucket build
candle carry castle ceiling chair chalk cheese chew choose circus clerk climb clock cook copper cottage
count cousin cradle crawl crumb curtain dance debate deliver desk dig dinner doctor donkey doubt drawer
dream drum dust elbow engine envy excuse factory farmer fasten feather fence ferry fiddle finger fish flag
flour fold forget fork fountain garden gate ghost glue goat grandmother grocer guess guitar hammer handle
harbour harvest hedge hinge honey hope hurry imagine invent jacket jelly journey judge juggle jump kettle
kitchen kite kneel knife knock ladder lamp laugh lawn lazy leather lemon letter library lift linger listen
lock lucky magnet mailbox map marble market meadow melon mirror mitten mule mumble museum nail napkin
neighbour nephew noisy notebook oar onion orchard oven paddle paint parade parcel parrot patient pebble
pencil pepper picnic pillow plank plough pocket polish porch postman potato pretend proud pudding pull
puzzle quarrel quilt rabbit rake rattle recipe refuse repair ribbon riddle ripe roof rope rug sack saddle
sail salad saw scissors shed sheep shelf shovel shrug sing sip sketch sleeve slow smile soap sock soup spade
spoon stable stairs stamp steep stitch stone stove string stubborn sugar supper swallow swap sweep table
tailor tease tent ticket tidy timber tired towel train trap trumpet trust turnip uncle untie vase velvet
village violin visit wagon waiter wallet wander wardrobe whisper whistle widow window wink wooden wool worry
yawn
""".split()  # noqa: SIM905
SMALL = ("the", "a", "and", "with", "of", "for", "to", "in", "is", "it", "your", "that", "but", "at")


def record(reply: str, user: str = "", persona: str = "neutral", place: str = "Oslo") -> dict[str, Any]:
    """Return a record of one turn whose weather was looked up."""
    found = {"results": [{"name": place, "admin1": "Somewhere", "country": "Norway", "latitude": 1.0}]}
    return {
        "messages": [
            {"role": "system", "content": "You are Weatherman. Answer as you like."},
            {"role": "user", "content": user or f"is there any point in taking a kite to {place} later on?"},
            call("geocode_location", {"city": place}),
            {"role": "tool", "tool_call_id": "AAAAAAAAA", "content": json.dumps(found)},
            call("get_current_weather", {"latitude": 1.0, "longitude": 2.0}),
            {"role": "tool", "tool_call_id": "AAAAAAAAA", "content": '{"temperature": 12, "wind_speed": 3}'},
            {"role": "assistant", "content": reply},
        ],
        "tags": {"persona": persona, "scenario": "success"},
    }


def asking(reply: str, user: str = "is it going to be nice out?") -> dict[str, Any]:
    """Return a record in which Weatherman looks nothing up."""
    return {
        "messages": [
            {"role": "system", "content": "You are Weatherman."},
            {"role": "user", "content": user},
            {"role": "assistant", "content": reply},
        ],
        "tags": {"persona": "neutral"},
    }


def call(name: str, arguments: dict[str, Any]) -> dict[str, Any]:
    function = {"name": name, "arguments": json.dumps(arguments)}
    return {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "AAAAAAAAA", "type": "function", "function": function}],
    }


def sentence(rng: random.Random, words: int) -> str:
    """Return so many words with no more sense than their order has, but never the same twice."""
    said = [rng.choice(SMALL) if rng.random() < 0.45 else rng.choice(WORDS) for _ in range(words)]
    return " ".join(said).capitalize() + "."


def facts(rng: random.Random, place: str) -> str:
    """Return the kind of sentence that figures dictate and that is no template."""
    return rng.choice(
        (
            "It is {t} °C with {s} in {p}, and a {w} km/h wind.",
            "In {p} it's {t} °C and {s}, wind {w} km/h.",
            "{p} has {t} degrees, {s} and a wind of {w} km/h.",
            "{d} brings {s} to {p}, {t} °C at most.",
        )
    ).format(t=rng.randint(-20, 40), w=rng.randint(1, 70), s=rng.choice(SKIES), d=rng.choice(DAYS), p=place)


def varied(number: int, seed: int = 0) -> dict[str, Any]:
    """Return the `number`-th record of a set in which everybody finds words of their own."""
    rng = random.Random(f"{seed}:{number}")
    place = rng.choice(PLACES)
    reply = f"{sentence(rng, rng.randint(6, 12))} {facts(rng, place)} {sentence(rng, rng.randint(7, 20))}"
    user = f"{sentence(rng, rng.randint(8, 16))[:-1]} in {place}?"
    persona = rng.choices(("neutral", "twain", "franklin"), (0.6, 0.25, 0.15))[0]
    return record(reply, user, persona, place)
