"""What a run will cost and how long it will take, said before anything is spent."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from scripts.models import RECOMMENDED, Model
from scripts.money import cost_usd

CHARACTERS_PER_TOKEN: Final = 4.0
"""English prose and JSON with Haiku 4.5's tokenizer; `Model.token_factor` is the others' difference."""

OUTPUT_TOKENS_PER_UTTERANCE: Final = 50
"""Of a reply in JSON. A trial of 24 scenarios took 145 tokens for three utterances on average."""

SECONDS_PER_REPLY: Final = 3.0
"""How long a model takes for a reply of this size; matters only where the pace is set by it."""


class Estimate(NamedTuple):
    """What `requests` requests to `model` take. `usd` is None where no price is known.

    Without rewritings: a record that falls short costs once more.
    """

    model: str
    requests: int
    characters: int
    utterances: float
    input_tokens: int
    output_tokens: int
    usd: float | None
    other_model: str
    other_usd: float | None
    seconds: float
    delay_s: float
    concurrency: int

    def lines(self) -> list[str]:
        """Return the estimate with its basis, for people."""
        return [
            f"Estimate for {self.requests:,} requests to {self.model}: {_dollars(self.usd)}, "
            f"{_duration(self.seconds)}",
            f"  input: {self.characters:,} characters in the requests of this run, "
            f"about {self.input_tokens:,} tokens",
            f"  output: {self.utterances:.1f} utterances a record at about "
            f"{OUTPUT_TOKENS_PER_UTTERANCE} tokens, {self.output_tokens:,} tokens; rewritings come on top",
            f"  time: starts {self.delay_s:g} s apart, {self.concurrency} at a time, "
            f"about {SECONDS_PER_REPLY:g} s a reply; the account's limits may make it longer",
            f"  the same with --model {self.other_model}: {_dollars(self.other_usd)}",
        ]


def estimate(
    bodies: Sequence[Mapping[str, Any]],
    requests: int,
    model: Model,
    models: Mapping[str, Model],
    delay_s: float,
    concurrency: int,
) -> Estimate:
    """Estimate `requests` requests, of which `bodies` are a sample (at least one, all of them at best)."""
    characters = sum(_characters(body) for body in bodies) / len(bodies)
    utterances = sum(_utterances(body) for body in bodies) / len(bodies)
    other = models[next(name for name in RECOMMENDED if not model.id.startswith(name))]
    usd, input_tokens, output_tokens = _price(model, requests, characters, utterances)
    return Estimate(
        model=model.id,
        requests=requests,
        characters=round(characters * requests),
        utterances=utterances,
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        usd=usd,
        other_model=other.id,
        other_usd=_price(other, requests, characters, utterances)[0],
        seconds=SECONDS_PER_REPLY + requests * max(delay_s, SECONDS_PER_REPLY / concurrency),
        delay_s=delay_s,
        concurrency=concurrency,
    )


def _price(
    model: Model, requests: int, characters: float, utterances: float
) -> tuple[float | None, int, int]:
    """Return dollars, input and output tokens."""
    usage = {
        "input_tokens": round(requests * characters / CHARACTERS_PER_TOKEN * model.token_factor),
        "output_tokens": round(requests * utterances * OUTPUT_TOKENS_PER_UTTERANCE * model.token_factor),
    }
    each = {name: round(count / max(1, requests)) for name, count in usage.items()}
    usd = None if model.price is None else requests * cost_usd(each, model)
    return usd, usage["input_tokens"], usage["output_tokens"]


def _characters(body: Mapping[str, Any]) -> int:
    """Count what the model reads: system, messages and the schema."""
    schema = body.get("output_config", {})
    said = sum(len(message["content"]) for message in body["messages"])
    return len(body.get("system", "")) + said + len(str(schema))


def _utterances(body: Mapping[str, Any]) -> int:
    schema = body.get("output_config", {}).get("format", {}).get("schema", {})
    return max(1, len(schema.get("required", ())))


def _dollars(usd: float | None) -> str:
    return "price unknown" if usd is None else f"${usd:.2f}"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"about {seconds:.0f} s"
    return f"about {seconds / 60:.0f} min" if seconds < 5400 else f"about {seconds / 3600:.1f} h"
