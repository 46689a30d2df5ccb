"""How close a real run comes to the ideal: the whole command, with the real SDK, against the local API.

    python tests/benchmarks/throughput.py [--count 1000] [--concurrency 100] [--latency 1.5] [--bare]

Ideal is what the latency alone would take: the first request alone, since its answer tells the limits, then
full rounds. One draft a record: what the mock writes amiss is not written again, since that would measure the
mock. ``--bare`` also sends the same requests by a bare loop around the SDK, which checks and keeps nothing:
what this machine can do just now. ``--profile FILE`` runs the command under cProfile.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.local_api import JSONObject, LocalAPI  # noqa: E402

BARE_LOOP = """
import asyncio, json, sys
import anthropic

async def main(path, concurrency):
    client = anthropic.AsyncAnthropic(max_retries=0)
    free = asyncio.Semaphore(concurrency)
    async def ask(body):
        async with free:
            return (await client.messages.create(**body)).content[0].text
    await asyncio.gather(*map(ask, json.load(open(path))))

asyncio.run(main(sys.argv[1], int(sys.argv[2])))
"""


@dataclass(frozen=True)
class Measured:
    """One process. Times in seconds, memory in MB; `log` is the server's."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    log: list[JSONObject]

    def lines(self, ideal_s: float, count: int) -> list[str]:
        """Return the figures for people."""
        sending_s = max(entry["done"] for entry in self.log) - self.log[0]["at"]
        return [
            f"  first request to last reply  {sending_s:7.2f} s, {sending_s / ideal_s:.3f} of the ideal",
            f"  whole process                {self.wall_s:7.2f} s, {self.wall_s / ideal_s:.3f} of the ideal",
            f"  CPU of the process           {self.cpu_s:7.2f} s, {1e3 * self.cpu_s / count:.2f} ms a record",
            f"  peak memory                  {self.memory_mb:7.0f} MB",
        ]


def measure(command: list[str], api: LocalAPI) -> Measured:
    """Run a command against the server. Exits where it sends nothing."""
    environment = {**os.environ, "ANTHROPIC_BASE_URL": api.url, "ANTHROPIC_API_KEY": "sk-ant-benchmark"}
    api.behave(latency_s=api.behaviour.latency_s)
    began = time.monotonic()
    running = subprocess.Popen([sys.executable, *command], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    wall_s, log = time.monotonic() - began, api.log()
    if not log:
        sys.exit(f"the command ended with status {os.waitstatus_to_exitcode(status)} and sent nothing")
    megabytes = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    return Measured(wall_s, used.ru_utime + used.ru_stime, megabytes, log)


def command_line(arguments: argparse.Namespace, folder: Path) -> list[str]:
    """Return what runs the generator."""
    return [
        *(["-m", "cProfile", "-o", arguments.profile] if arguments.profile else []),
        *[str(ROOT / "scripts/generate_synthetic_tool_data.py"), "--output", str(folder / "set.jsonl")],
        *["--count", str(arguments.count), "--concurrency", str(arguments.concurrency), "--yes"],
        *["--rate-limit-delay", "0", "--repetition", "report", "--max-retries", "0"],
    ]


def main() -> None:
    """Measure, and print the figures beside the ideal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--concurrency", type=int, default=100)
    parser.add_argument("--latency", type=float, default=1.5, help="seconds the server takes (%(default)s)")
    parser.add_argument("--bare", action="store_true", help="send the same requests by a bare loop too")
    parser.add_argument("--profile", metavar="FILE", help="write cProfile's figures there")
    arguments = parser.parse_args()
    count, latency_s = arguments.count, arguments.latency
    with LocalAPI(latency_s=(latency_s, latency_s)) as api, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measured = measure(command_line(arguments, folder), api)
        ideal_s = latency_s * (1 + math.ceil((len(measured.log) - 1) / arguments.concurrency))
        print(f"{count} records, {len(measured.log)} requests, ideally {ideal_s:.2f} s")
        print("this command", *measured.lines(ideal_s, count), sep="\n")
        if arguments.bare:
            bodies = folder / "bodies.json"
            bodies.write_text(json.dumps([entry["body"] for entry in measured.log]), encoding="utf-8")
            bare = measure(["-c", BARE_LOOP, str(bodies), str(arguments.concurrency)], api)
            print("a bare loop around the SDK", *bare.lines(ideal_s, count), sep="\n")


if __name__ == "__main__":
    main()
