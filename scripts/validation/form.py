"""The form of a record and its messages: which keys there are, and of which type.

What stands inside a tool message, the order of messages and the tools have modules of their own. Accepts,
beside what the generator writes, what other people's files have: no tools, tags or conversation_id, tags of
another kind, several calls in one message, a `name` on tool messages, "" or nothing as the content of a call.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeGuard

from scripts.finding import Finding

ROLES: Final = ("system", "user", "assistant", "tool")

MISREAD_KEYS: Final = ("id", "source", "model", "system_prompt")
"""Top-level keys beside which the `datasets` library reads `messages` as something else."""

OWN_SOURCES: Final = ("synthetic", "mock")
"""`tags.source` of the generator's own records; their system message has a fixed beginning."""

SYSTEM_START: Final = "You are Weatherman"

MAX_SPOKEN: Final = 5_000
"""Characters of a user message or reply that are read closely; some ten times what the generator writes."""

CALL_ID: Final = re.compile(r"[A-Za-z0-9]{9}", re.ASCII)
"""What Mistral's tokenizer takes as the id of a call. Another form is worth a warning, no failure."""

_BRACKETED: Final = re.compile(
    r"\[/?(?:INST|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|SYSTEM_PROMPT|MODEL_SETTINGS"
    r"|THINK|ARGS|CALL_ID|PREFIX|MIDDLE|SUFFIX|IMG|IMG_BREAK|IMG_END|AUDIO|BEGIN_AUDIO|gMASK)\]"
)
_ANGLED: Final = re.compile(
    r"</?(?:s|unk|pad|bos|eos|sep|cls|mask|think|tools|tool_calls?|tool_response|tool_result|function_calls?"
    r"|start_of_turn|end_of_turn|start_of_image)>"
    r"|<</?SYS>>|<function=|<\|[^|<>\n]{1,40}\|>|<｜[^｜<>\n]{1,40}｜>"
)
"""Control tokens of the chat templates in use: Mistral, Llama, ChatML, Gemma, DeepSeek, Hermes. Looked for by
their first sign, which takes an eighth of the time that both together take."""

JSONMap = Mapping[str, Any]


def check_record(record: JSONMap) -> Iterator[Finding]:
    """Yield what is wrong with the record's own keys; not what is inside its messages and tools."""
    for key in record:
        if key in MISREAD_KEYS:
            yield invalid(f'a record has no key "{key}"; beside it some loaders misread the messages', key)
        elif record[key] is None:
            yield invalid(f'"{key}" is null; leave the key out', key)
    if not isinstance(record.get("messages"), list | None) or "messages" not in record:
        yield invalid(f"messages is {kind(record.get('messages'))}, not a list", "messages")
    if not isinstance(record.get("tags"), dict | None):
        yield invalid(f"tags is {kind(record['tags'])}, not an object of strings", "tags")
    yield from _check_tags(record)
    identifier = record.get("conversation_id")
    if identifier is not None and not is_text(identifier):
        yield invalid(f"conversation_id is {kind(identifier)}, not a text", "conversation_id")


def _check_tags(record: JSONMap) -> Iterator[Finding]:
    tags = record.get("tags")
    if not isinstance(tags, dict):
        return
    for key, value in tags.items():
        if not isinstance(value, str):
            yield invalid(f"the tag is {kind(value)}, not a text", f"tags.{key}")
    if tags.get("source") in OWN_SOURCES:
        yield from _check_own_system(record.get("messages"))


def _check_own_system(messages: object) -> Iterator[Finding]:
    first = messages[0] if isinstance(messages, list) and messages else None
    if not isinstance(first, dict) or first.get("role") != "system" or not is_text(first.get("content")):
        return
    if not first["content"].startswith(SYSTEM_START):
        start = quote(first["content"], 40)
        yield invalid(f'the system message starts {start}, not "{SYSTEM_START}"', "messages[0].content")


def check_messages(messages: list[Any]) -> Iterator[Finding]:
    """Yield what is wrong with the keys and values of each message."""
    asked: dict[str, int] = {}
    for index, message in enumerate(messages):
        path = f"messages[{index}]"
        if not isinstance(message, dict):
            yield invalid(f"a message is {kind(message)}, not an object", path)
            continue
        role, content = message.get("role"), message.get("content")
        yield from _check_message(message, role, content, path)
        if role == "user" and is_text(content):
            first = asked.setdefault(content, index)
            if first != index:
                yield invalid(f"the user message is the same as messages[{first}]", f"{path}.content")


def _check_message(message: JSONMap, role: object, content: object, path: str) -> Iterator[Finding]:
    calling = role == "assistant" and is_calling(message)
    if None in message.values():
        yield from _check_nulls(message, path, ("content",) if calling else ())
    if role not in ROLES:
        yield invalid(f"the role is {quote(role, 40)}, not one of {', '.join(ROLES)}", f"{path}.role")
    if calling:
        yield from _check_calling(message, path)
    else:
        yield from _check_text(content, "content" in message, f"{path}.content")
        if isinstance(content, str) and len(content) > MAX_SPOKEN and role in ("user", "assistant"):
            size = f"{len(content):,} characters"
            yield invalid(
                f"the text has {size}; one of more than {MAX_SPOKEN:,} is not read", f"{path}.content"
            )
        if "tool_calls" in message and message["tool_calls"] is not None:
            yield invalid("only an assistant message that calls has tool_calls", f"{path}.tool_calls")
    if role == "tool":
        yield from _check_tool_message(message, path)
    if message.get("weight") is not None:
        yield from _check_weight(message, path)


def is_calling(message: JSONMap) -> bool:
    """Whether an assistant message calls tools, however badly, rather than speaks."""
    if "tool_calls" not in message:
        return False
    return bool(message["tool_calls"]) or not is_text(message.get("content"))


def _check_nulls(owner: JSONMap, path: str, but: tuple[str, ...]) -> Iterable[Finding]:
    nulls = (key for key, value in owner.items() if value is None and key not in but)
    return (invalid(f'"{key}" is null; leave the key out', f"{path}.{key}") for key in nulls)


def _check_text(content: object, present: bool, path: str) -> list[Finding]:
    if not isinstance(content, str):
        if content is None and present:
            return []
        return [invalid(f"the content is {kind(content) if present else 'missing'}, not a text", path)]
    if not content:
        return [invalid("the content is empty", path)]
    findings = _check_control_tokens(content, path)
    if content[0].isspace() or content[-1].isspace():
        findings.insert(0, invalid("the text begins or ends with white space", path))
    return findings


def control_token(text: str) -> str:
    """Return the first control token in a text, "" where there is none."""
    found = (_BRACKETED.search(text) if "[" in text else None, _ANGLED.search(text) if "<" in text else None)
    tokens = [(token.start(), token[0]) for token in found if token]
    return min(tokens)[1] if tokens else ""


def _check_control_tokens(text: str, path: str) -> list[Finding]:
    token = control_token(text)
    if not token:
        return []
    return [invalid(f"the text contains {quote(token, 40)}, a control token of chat templates", path)]


def _check_calling(message: JSONMap, path: str) -> Iterator[Finding]:
    if message.get("content") not in (None, ""):
        said = quote(message["content"], 40)
        yield invalid(f"a message that calls says {said}; its content should be null", f"{path}.content")
    calls = message["tool_calls"]
    if isinstance(calls, list) and calls:
        for position, call in enumerate(calls):
            yield from _check_call(call, f"{path}.tool_calls[{position}]")
    elif calls is not None:
        what = "empty" if calls == [] else f"{kind(calls)}, not a list"
        yield invalid(f"tool_calls is {what}", f"{path}.tool_calls")


def _check_call(call: object, path: str) -> Iterator[Finding]:
    if not isinstance(call, dict):
        yield invalid(f"a call is {kind(call)}, not an object", path)
        return
    if None in call.values():
        yield from _check_nulls(call, path, ("id", "type", "function"))
    if not is_text(call.get("id")):
        yield invalid(f"the id is {missing_or_kind(call, 'id')}, not a text", f"{path}.id")
    if call.get("type") != "function":
        yield invalid(f'the type is {missing_or_quote(call, "type")}, not "function"', f"{path}.type")
    function = call.get("function")
    if not isinstance(function, dict):
        yield invalid(
            f"the function is {missing_or_kind(call, 'function')}, not an object", f"{path}.function"
        )
        return
    path = f"{path}.function"
    if None in function.values():
        yield from _check_nulls(function, path, ("name", "arguments"))
    for key in ("name", "arguments"):
        if not isinstance(function.get(key), str):
            what = missing_or_kind(function, key)
            yield invalid(f"the {key} of a call is {what}, not a text", f"{path}.{key}")
    if isinstance(function.get("arguments"), str):
        yield from _check_control_tokens(function["arguments"], f"{path}.arguments")


def _check_tool_message(message: JSONMap, path: str) -> Iterator[Finding]:
    if not is_text(message.get("tool_call_id")):
        what = missing_or_kind(message, "tool_call_id")
        yield invalid(f"tool_call_id is {what}, not a text", f"{path}.tool_call_id")
    if not isinstance(message.get("name", ""), str | None):
        yield invalid(f"the name is {kind(message['name'])}, not a text", f"{path}.name")


def _check_weight(message: JSONMap, path: str) -> Iterator[Finding]:
    weight = message["weight"]
    if message.get("role") != "assistant":
        yield invalid("only an assistant message carries a weight", f"{path}.weight")
    elif not is_number(weight) or weight != 0:
        yield invalid(f"the weight is {quote(weight, 20)}; only 0 is ever written", f"{path}.weight")


def foreign_call_ids(messages: object) -> Iterator[str]:
    """Yield the ids of calls that Mistral's tokenizer would refuse."""
    for message in messages if isinstance(messages, list) else ():
        calls = message.get("tool_calls") if isinstance(message, dict) else None
        for call in calls if isinstance(calls, list) else ():
            identifier = call.get("id") if isinstance(call, dict) else None
            if is_text(identifier) and not CALL_ID.fullmatch(identifier):
                yield identifier


def invalid(message: str, path: str) -> Finding:
    """Return a finding that a key or value is of the wrong type, or missing."""
    return Finding("invalid_record", message, path)


def is_text(value: object) -> TypeGuard[str]:
    """Whether a JSON value is a string with something in it."""
    return isinstance(value, str) and bool(value)


def is_too_long(content: object) -> bool:
    """Whether a user message or reply is longer than anything that is read closely."""
    return isinstance(content, str) and len(content) > MAX_SPOKEN


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a JSON value is a number; a boolean is none, nor is what no floating-point number can hold."""
    return (type(value) is int or type(value) is float) and -1e308 <= value <= 1e308


def kind(value: object) -> str:
    """Return what a JSON value is, in words."""
    if isinstance(value, bool):
        return "a boolean"
    for types, name in (((int, float), "a number"), (str, "a text"), (list, "a list"), (dict, "an object")):
        if isinstance(value, types):
            return name if value or name == "a number" else f"an empty {name.split()[-1]}"
    return "null"


def missing_or_kind(owner: JSONMap, key: str) -> str:
    """Return what the owner's key holds, in words, or that there is none."""
    return kind(owner[key]) if key in owner else "missing"


def missing_or_quote(owner: JSONMap, key: str) -> str:
    """Return the value of the owner's key, quoted, or that there is none."""
    return quote(owner[key], 40) if key in owner else "missing"


def quote(value: object, width: int) -> str:
    """Return a value for a message: a text quoted and cut to `width`, a list or object by its kind."""
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= width else f'"{value[:width]}…"'
    return str(value).lower()[:width] if isinstance(value, bool) or is_number(value) else kind(value)
