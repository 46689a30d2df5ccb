"""How many scenarios a second, and in what memory: ``python tests/benchmarks/scenarios.py [COUNT]``.

Prints the rate per second of processor time on one core, and the memory that making further scenarios leaves
behind: tables looked up once fill it at first, then it stays.
"""

import sys
import time
import tracemalloc
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

from scripts.scenario import ScenarioName  # noqa: E402
from scripts.scenario_generator import ScenarioGenerator  # noqa: E402

PERSONAS = {"neutral": 0.6, "twain": 0.25, "franklin": 0.15}
SCENARIOS: dict[ScenarioName, float] = {"success": 0.65, "error": 0.175, "multi_turn": 0.175}
TRACED = 3000
"""Scenarios made while memory is traced, which is slow."""


def main() -> None:
    """Run the benchmark and print its figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    generator = ScenarioGenerator(42, PERSONAS, SCENARIOS)
    began = time.process_time()
    for number in range(1, count + 1):
        generator.scenario(number)
    seconds = time.process_time() - began
    print(f"{count} scenarios in {seconds:.1f} s of processor time: {count / seconds:,.0f} a second")
    tracemalloc.start()
    for part in range(6):
        for number in range(count + part * TRACED, count + (part + 1) * TRACED):
            generator.scenario(number)
        held, _ = tracemalloc.get_traced_memory()
        print(f"held after {(part + 1) * TRACED} more: {held / 1024:,.0f} KiB")


if __name__ == "__main__":
    main()
