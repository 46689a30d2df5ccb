"""When Python looks for circles of objects that nothing needs: seldom, as counting references frees the rest.

What a run makes is freed by that count; looking for circles as often as usual takes 4 % of its time, and a
fifth of the import of Anthropic's SDK.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

ALLOCATIONS_PER_COLLECTION: Final = 200_000


def collect_seldom() -> None:
    """Have a collection come only after so many objects more."""
    gc.set_threshold(ALLOCATIONS_PER_COLLECTION)


@contextmanager
def lasting() -> Iterator[None]:
    """Make what lives as long as the program, such as modules: no collection looks for it, now or later."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
