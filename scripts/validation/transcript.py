"""A record's messages read as turns, each call beside its answer; says where the order is broken.

Reads on past every fault, so that one never hides another: what cannot be read is None, and an answer with
the wrong id is taken for that of the oldest open call.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from scripts.finding import Finding
from scripts.grounding.dialogue import Dialogue, ToolCall
from scripts.grounding.dialogue import Turn as SpokenTurn
from scripts.validation.form import is_calling, is_text, is_too_long, quote
from scripts.validation.strict_json import NotStrictJSON, loads

JSONObject = dict[str, Any]

FOLLOWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "start": ("system",),
    "system": ("user",),
    "user": ("calling", "speaking"),
    "calling": ("tool",),
    "tool": ("tool", "calling", "speaking"),
    "speaking": ("user",),
}
"""Which kind of message may follow which."""

WORDS: Final[Mapping[str, str]] = {
    "start": "the beginning",
    "system": "a system message",
    "user": "a user message",
    "calling": "a call",
    "tool": "a tool message",
    "speaking": "a spoken reply",
}


class Exchange(NamedTuple):
    """One call and its answer; None stands for what is missing or cannot be read.

    `path` is the call's, `result_path` that of the tool message's content ("" where none came).
    """

    identifier: object
    name: str | None
    arguments: JSONObject | None
    path: str
    result: JSONObject | None = None
    result_path: str = ""

    @property
    def failed(self) -> bool:
        """Whether the service answered with an error."""
        return self.result is not None and bool(self.result.get("error"))

    @property
    def succeeded(self) -> bool:
        """Whether the service answered, and with no error."""
        return self.result is not None and not self.result.get("error")

    @property
    def readable(self) -> bool:
        """Whether nothing of the exchange is missing."""
        return self.name is not None and self.arguments is not None and self.result is not None


class Turn(NamedTuple):
    """What a user said, the calls that followed and the reply (None where none came or it is no text).

    `sound` is False where a part could not be read, so that nothing can be said of the reply's truth.
    """

    user: str
    exchanges: tuple[Exchange, ...]
    reply: str | None
    reply_path: str
    sound: bool


class Transcript(NamedTuple):
    """A conversation as far as it can be read."""

    system: str
    turns: tuple[Turn, ...]
    findings: tuple[Finding, ...]

    @property
    def exchanges(self) -> Iterator[Exchange]:
        """Every call in order."""
        return (exchange for turn in self.turns for exchange in turn.exchanges)


def read_transcript(messages: Sequence[Any]) -> Transcript:
    """Read a record's messages, whatever they are; the findings are of `role_order` and `invalid_json`."""
    reader = _Reader()
    for index, message in enumerate(messages):
        reader.take(message, f"messages[{index}]")
    reader.end(len(messages))
    return Transcript(reader.system, tuple(reader.turns), tuple(reader.findings))


def as_dialogue(transcript: Transcript, unsound: frozenset[str]) -> Dialogue:
    """Return the turns whose truth can be judged: those before the first that could not be read.

    `unsound` are paths of results whose form is broken. What such a result says is unknown, hence also what
    may be said after it.
    """
    spoken = []
    for turn in transcript.turns:
        if not turn.sound or turn.reply is None or any(e.result_path in unsound for e in turn.exchanges):
            break
        calls = tuple(
            ToolCall(e.name or "", e.arguments or {}, e.result, e.result_path) for e in turn.exchanges
        )
        spoken.append(SpokenTurn(turn.user, calls, turn.reply, turn.reply_path))
    return Dialogue(transcript.system, tuple(spoken))


@dataclass(slots=True)
class _Reader:
    """Takes one message after the other.

    `exchanges` are those of the record, from `turn_start` those of the turn. `open` are places in `exchanges`
    of the calls not yet answered, oldest first; `places` says where the call of an id is. After a call that
    cannot be read, `blind` keeps its results from being called unasked.
    """

    findings: list[Finding] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    system: str = ""
    previous: str = "start"
    places: dict[str, int] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    exchanges: list[Exchange] = field(default_factory=list)
    turn_start: int = 0
    open: dict[int, None] = field(default_factory=dict)
    sound: bool = True
    blind: bool = False

    def take(self, message: object, path: str) -> None:
        """Read the next message."""
        kind = _kind(message)
        wanted = FOLLOWERS.get(self.previous)
        if wanted and kind not in wanted and kind in WORDS:
            self._misplaced(kind, path)
        self.previous = kind
        if not isinstance(message, dict) or kind == "unknown":
            self.sound = False
        elif kind == "calling":
            self._abandon(path)
            self._take_calls(message["tool_calls"], path)
        elif kind == "tool":
            self._take_result(message, path)
        elif kind == "speaking":
            self._abandon(path)
            self._take_reply(message.get("content"), path)
        else:
            self._take_text(kind, message.get("content"))

    def end(self, count: int) -> None:
        """Say what is missing at the end, and close the turn that has no reply."""
        if self.previous == "start":
            self._broken("there are no messages; a record begins with a system message", "messages")
        elif self.previous in ("system", "user", "calling", "tool"):
            last = f"messages[{count - 1}]"
            self._broken(f"the record ends on {WORDS[self.previous]}, not on a spoken reply", last)
        if self.turn_start < len(self.exchanges):
            self._close(None, "")

    def _broken(self, message: str, path: str) -> None:
        self.findings.append(Finding("role_order", message, path))

    def _misplaced(self, kind: str, path: str) -> None:
        wanted = " or ".join(WORDS[follower] for follower in FOLLOWERS[self.previous])
        self._broken(f"{WORDS[kind]} after {WORDS[self.previous]}, where {wanted} belongs", path)

    def _abandon(self, path: str) -> None:
        """Give up the calls that are still open when the assistant speaks or calls again."""
        for position in self.open:
            identifier = quote(self.exchanges[position].identifier, 40)
            self._broken(f"no tool message before this one answers the call {identifier}", path)
        self.open.clear()

    def _take_text(self, kind: str, content: object) -> None:
        if not isinstance(content, str) or (kind == "user" and is_too_long(content)):
            self.sound = False
        elif kind == "user":
            self.said.append(content)
        else:
            self.system = self.system or content

    def _take_calls(self, calls: object, path: str) -> None:
        if not isinstance(calls, list) or not calls:
            self.sound = False
            self.blind = True
            return
        for position, call in enumerate(calls):
            self._take_call(call, f"{path}.tool_calls[{position}]")

    def _take_call(self, call: object, path: str) -> None:
        identifier = call.get("id") if isinstance(call, dict) else None
        if is_text(identifier):
            if identifier in self.places:
                self._broken(f"the id {quote(identifier, 40)} stands on an earlier call", f"{path}.id")
            self.places[identifier] = len(self.exchanges)
        function = call.get("function") if isinstance(call, dict) else None
        function = function if isinstance(function, dict) else {}
        name = function.get("name")
        arguments = self._parse(function.get("arguments"), "the arguments", f"{path}.function.arguments")
        self.open[len(self.exchanges)] = None
        self.exchanges.append(Exchange(identifier, name if is_text(name) else None, arguments, path))

    def _take_result(self, message: JSONObject, path: str) -> None:
        result = self._parse(message.get("content"), "the tool's content", f"{path}.content")
        position = self._place(message.get("tool_call_id"), f"{path}.tool_call_id")
        if position is None:
            self.sound = False
            return
        del self.open[position]
        call = self.exchanges[position]
        self.exchanges[position] = Exchange(
            call.identifier, call.name, call.arguments, call.path, result, f"{path}.content"
        )

    def _place(self, answered: object, path: str) -> int | None:
        """Return the place of the open call that a result answers, or else of the oldest open call."""
        if is_text(answered):
            position = self.places.get(answered)
            if position in self.open:
                return position
            if not self.blind:
                wrong = "a second time" if answered in self.places else "which no open call has"
                self._broken(f"the result answers the id {quote(answered, 40)} {wrong}", path)
        return next(iter(self.open), None)

    def _take_reply(self, content: object, path: str) -> None:
        self._close(content if is_text(content) and not is_too_long(content) else None, f"{path}.content")

    def _close(self, reply: str | None, path: str) -> None:
        exchanges = tuple(self.exchanges[self.turn_start :])
        self.turn_start = len(self.exchanges)
        sound = self.sound and reply is not None and all(e.readable for e in exchanges)
        self.turns.append(Turn("\n".join(self.said), exchanges, reply, path, sound))
        self.said.clear()
        self.open.clear()

    def _parse(self, text: object, what: str, path: str) -> JSONObject | None:
        """Return the object of a JSON string; also an object that stands there unquoted, a fault of form."""
        if not isinstance(text, str):
            return text if isinstance(text, dict) else None
        try:
            value = loads(text)
        except NotStrictJSON as error:
            self.findings.append(Finding("invalid_json", f"{what} is no JSON: {error}", path))
            return None
        if not isinstance(value, dict):
            wrong = f"{what} is the JSON value {quote(value, 40)}, not an object"
            self.findings.append(Finding("invalid_json", wrong, path))
            return None
        return value


def _kind(message: object) -> str:
    """Return the kind of a message as the order knows it, "unknown" where it has none."""
    if not isinstance(message, dict):
        return "unknown"
    role = message.get("role")
    if role == "assistant":
        return "calling" if is_calling(message) else "speaking"
    return role if role in ("system", "user", "tool") else "unknown"
