"""What the guard costs a record, how it grows, and how long a resumed run takes to restore it.

python tests/benchmarks/guard.py [RECORDS]       (default 100000)
"""

import resource
import sys
import time
from pathlib import Path

if not __package__:
    sys.path[0] = str(Path(__file__).resolve().parent.parent.parent)

from scripts.diversity import measure
from scripts.guard import WINDOW, Guard, features
from tests.guard.corpus import varied

STEP = 10_000


def main() -> None:
    """Print the cost in milliseconds of one core for each ten thousand records, and the memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    guard, last = Guard(), []
    print("records   features+judge+accept   memory")
    for first in range(1, count + 1, STEP):
        records = [varied(number) for number in range(first, min(first + STEP, count + 1))]
        began = time.process_time()
        for record in records:
            compared = features(record)
            guard.judge(compared)
            guard.accept(compared)
        cost_ms = 1000 * (time.process_time() - began) / len(records)
        memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{first + len(records) - 1:7}   {cost_ms:.3f} ms a record       {memory_mb:.0f} MB")
        last = records[-WINDOW:]
    began = time.process_time()
    restored = Guard()
    for record in last:
        restored.accept(features(record))
    print(f"restoring {len(last)} records: {time.process_time() - began:.2f} s")
    began = time.process_time()
    measure((varied(number) for number in range(count)), seed=42)
    made = time.process_time()
    for number in range(count):
        varied(number)
    cost_ms = 1000 * (2 * made - began - time.process_time()) / count
    print(f"diversity of {count} records: {cost_ms:.3f} ms a record")


if __name__ == "__main__":
    main()
