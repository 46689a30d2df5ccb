"""What a request and its judging cost, in time and in tokens.

    python tests/benchmarks/writing.py [SCENARIOS]       (default 1000)

Tokens are Mistral's (v3), as a stand-in for Claude's, of the request's system prompt and user prompt, and of
the replies that the blind trial's writer gave.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

import orjson
from mistral_common.tokens.tokenizers.mistral import MistralTokenizer

from scripts.conversation_orchestrator import PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION
from scripts.draft_reader import read_draft
from scripts.mock_claude import respond
from scripts.plan_check import check_plan
from scripts.prompts import write_request
from scripts.scenario_generator import ScenarioGenerator
from tests.writing.blind import ENTRIES


def main() -> None:
    """Print mean milliseconds of one core, and mean and greatest tokens."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    generator = ScenarioGenerator(42, PERSONA_DISTRIBUTION, SCENARIO_DISTRIBUTION)
    scenarios = [generator.scenario(number) for number in range(1, count + 1)]
    answers = [respond(write_request(each).body("claude-haiku-4-5")) for each in scenarios]
    texts = [answer["content"][0]["text"] for answer in answers]
    drafts = [read_draft(text, "end_turn", each) for text, each in zip(texts, scenarios, strict=True)]
    pairs = list(zip(scenarios, drafts, strict=True))
    print(f"write_request  {timed(lambda: [write_request(each) for each in scenarios], count):.3f} ms")
    print(f"check_plan     {timed(lambda: [check_plan(*pair) for pair in pairs], count):.3f} ms")
    requests = [write_request(each) for each in scenarios]
    show("request", (f"{each.system}\n{each.messages[0][1]}" for each in requests))
    show("mock reply", texts)
    show("blind writer's reply", (orjson.dumps(entry["draft"]).decode() for entry in ENTRIES))
    print(f"max_tokens     mean {statistics.mean(each.max_tokens for each in requests):.0f}")


def timed(work: Callable[[], object], count: int) -> float:
    """Return milliseconds of processor time a piece, the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return 1000 * best / count


def show(name: str, texts: Iterable[str]) -> None:
    """Print the tokens of some texts."""
    encode = MistralTokenizer.v3().instruct_tokenizer.tokenizer.encode
    tokens = [len(encode(text, bos=False, eos=False)) for text in texts]
    print(f"{name:<21} tokens: mean {statistics.mean(tokens):.0f}, most {max(tokens)} ({len(tokens)} texts)")


if __name__ == "__main__":
    main()
