"""How close a real run comes to the ideal: the whole command, with the real SDK, against the local API.

    python tests/benchmarks/throughput.py [--count 1000] [--concurrency 100] [--latency 1.5]

Ideal is what the latency alone would take: the first request alone, since its answer tells the limits, then
full rounds. One draft a record: what the mock writes amiss is not written again, since that would measure the
mock. Prints time, CPU and memory of the command's process, each with its ratio or share. With
``--profile FILE`` the command runs under cProfile.
"""

import argparse
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


@dataclass(frozen=True)
class Measured:
    """One run of the command. Times in seconds, memory in MB."""

    wall_s: float
    cpu_s: float
    memory_mb: float
    log: list[JSONObject]
    status: int

    @property
    def sending_s(self) -> float:
        """First request to last reply, by the server's log."""
        return float(max(entry["done"] for entry in self.log) - self.log[0]["at"])


def measure(api: LocalAPI, arguments: argparse.Namespace, folder: Path) -> Measured:
    """Run the command once."""
    profiling = ["-m", "cProfile", "-o", arguments.profile] if arguments.profile else []
    command = [
        *[sys.executable, *profiling, str(ROOT / "scripts/generate_synthetic_tool_data.py")],
        *["--count", str(arguments.count), "--concurrency", str(arguments.concurrency)],
        *["--rate-limit-delay", "0", "--repetition", "report", "--max-retries", "0", "--yes"],
        *["--output", str(folder / "set.jsonl")],
    ]
    environment = {**os.environ, "ANTHROPIC_BASE_URL": api.url, "ANTHROPIC_API_KEY": "sk-ant-benchmark"}
    began = time.monotonic()
    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    return Measured(
        time.monotonic() - began,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2),
        api.log(),
        os.waitstatus_to_exitcode(status),
    )


def main() -> None:
    """Measure, and print the figures beside the ideal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--concurrency", type=int, default=100)
    parser.add_argument("--latency", type=float, default=1.5, help="seconds the server takes (%(default)s)")
    parser.add_argument("--profile", metavar="FILE", help="write cProfile's figures there")
    arguments = parser.parse_args()
    latency_s = arguments.latency
    with LocalAPI(latency_s=(latency_s, latency_s)) as api, tempfile.TemporaryDirectory() as folder:
        measured = measure(api, arguments, Path(folder))
    requests = len(measured.log)
    if not requests:
        sys.exit(f"the command ended with status {measured.status} before it sent anything")
    ideal_s = latency_s * (1 + math.ceil((requests - 1) / arguments.concurrency))
    cpu_ms = 1e3 * measured.cpu_s / arguments.count
    print(f"exit status {measured.status}, {arguments.count} records, {requests} requests")
    print(f"ideal for these requests     {ideal_s:7.2f} s")
    for what, spent_s in (
        ("first request to last reply", measured.sending_s),
        ("whole process", measured.wall_s),
    ):
        print(f"{what:28} {spent_s:7.2f} s, {spent_s / ideal_s:.3f} of the ideal")
    print(f"CPU of the process           {measured.cpu_s:7.2f} s, {cpu_ms:.2f} ms a record")
    print(f"peak memory                  {measured.memory_mb:7.0f} MB")


if __name__ == "__main__":
    main()
