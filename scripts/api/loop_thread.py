"""An event loop in a thread of its own, for callers that have none."""

import asyncio
import atexit
import threading
from collections.abc import Callable, Coroutine
from typing import Any

from scripts.api.reply import Reply
from scripts.api.sender import Sender


class LoopThread:
    """Runs one sender's requests; any thread may ask. Ends with the program."""

    def __init__(self, make_sender: Callable[[], Sender]) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._sender = asyncio.run_coroutine_threadsafe(_called(make_sender), self._loop).result()
        atexit.register(self.close)

    def run(self, ask: Callable[[Sender], Coroutine[Any, Any, Reply]]) -> Reply:
        """Return the reply, or raise what was raised; an interrupt takes the request back."""
        waiting = asyncio.run_coroutine_threadsafe(ask(self._sender), self._loop)
        try:
            return waiting.result()
        except BaseException:
            waiting.cancel()
            raise

    def close(self) -> None:
        """Close the connections and end the thread."""
        asyncio.run_coroutine_threadsafe(self._sender.transport.aclose(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _called(make_sender: Callable[[], Sender]) -> Sender:
    return make_sender()
