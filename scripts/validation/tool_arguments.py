"""A record's tools, and whether its calls are of them: right names, right arguments.

Arguments are checked with the JSON Schema of the record's own tools. Such a schema may come from anywhere, so
nothing in it can make this module fetch an address or search for ever.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import orjson

from scripts.finding import Finding
from scripts.validation.form import (
    control_token,
    invalid,
    is_number,
    is_text,
    kind,
    missing_or_kind,
    missing_or_quote,
    quote,
)
from scripts.validation.transcript import Exchange
from scripts.weather.tools import TOOLS

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError, Validator

MAX_FINDINGS: Final = 20
"""Findings about the arguments of one call, at most."""

MAX_WORK: Final = 100_000_000
"""Bytes of schema times bytes of arguments that are still checked."""

MAX_REFERENCES: Final = 16
"""`$ref`s in a schema that is used; more could be nested so that a check never ends."""

MAX_BACKTRACKS: Final = 100
"""Steps back that a `pattern` is given to match; what takes more passes."""

SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "latitude": ("lat", "coordinate", "coordinates", "location", "position"),
    "longitude": ("lon", "lng", "long", "coordinate", "coordinates", "location", "position"),
    "days": ("day",),
    "units": ("unit", "metric", "imperial"),
    "city": ("cities", "name", "place", "location", "query", "search"),
    "country": ("countries",),
}
"""Words by which a service's error names an argument."""

OF_ARGUMENTS: Final = re.compile(r"\b(?:argument|parameter|input|value|field|bad request|invalid request)")
"""Words of an error that blames the call without naming an argument."""

WORD: Final = re.compile(r"[a-z]+")

JSONMap = Mapping[str, Any]


class UnusableSchema(ValueError):
    """A tool's parameters are no JSON Schema, or none that can be checked with; the message says why."""


class Toolset(NamedTuple):
    """The functions a record may call: each name with its parameter schema (JSON; None where it has none that
    can be read) and where that stands. `whole` is False where some could not be read, so that a name that is
    not here may yet be one."""

    schemas: Mapping[str, tuple[bytes | None, str]]
    findings: tuple[Finding, ...] = ()
    whole: bool = True


def read_tools(record: JSONMap) -> Toolset:
    """Read a record's `tools`; those of this project where it has none."""
    tools = record.get("tools", TOOLS)
    if tools is TOOLS:
        return _own_tools()
    try:
        return _read_encoded(orjson.dumps(tools))
    except orjson.JSONEncodeError:
        return _read(tools)


@cache
def _own_tools() -> Toolset:
    return _read_encoded(orjson.dumps(TOOLS))


@lru_cache(maxsize=64)
def _read_encoded(tools: bytes) -> Toolset:
    return _read(orjson.loads(tools))


def _read(tools: object) -> Toolset:
    if tools is None:
        return Toolset({}, whole=False)
    if not isinstance(tools, list):
        return Toolset({}, (invalid(f"tools is {kind(tools)}, not a list", "tools"),), whole=False)
    schemas: dict[str, tuple[bytes | None, str]] = {}
    findings = [*_check_strings(tools)]
    for index, tool in enumerate(tools):
        path = f"tools[{index}]"
        findings += _check_tool(tool, path)
        function = tool.get("function") if isinstance(tool, dict) else None
        if isinstance(function, dict) and is_text(function.get("name")):
            schemas[function["name"]] = (
                _encode(function.get("parameters", {})),
                f"{path}.function.parameters",
            )
    return Toolset(schemas, tuple(findings), whole=len(schemas) == len(tools))


def _encode(value: object) -> bytes | None:
    """Return an object as JSON; None where it is none, or nested or numbered beyond what orjson writes."""
    try:
        return orjson.dumps(value) if isinstance(value, dict) else None
    except orjson.JSONEncodeError:
        return None


def _check_tool(tool: object, path: str) -> Iterator[Finding]:
    if not isinstance(tool, dict):
        yield invalid(f"a tool is {kind(tool)}, not an object", path)
        return
    if tool.get("type") != "function":
        yield invalid(f'the type is {missing_or_quote(tool, "type")}, not "function"', f"{path}.type")
    function = tool.get("function")
    if not isinstance(function, dict):
        what = missing_or_kind(tool, "function")
        yield invalid(f"the function is {what}, not an object", f"{path}.function")
        return
    if not is_text(function.get("name")):
        what = missing_or_kind(function, "name")
        yield invalid(f"the name is {what}, not a text", f"{path}.function.name")
    if not isinstance(function.get("description", ""), str | None):
        yield invalid(f"the description is {kind(function['description'])}", f"{path}.function.description")
    if not isinstance(function.get("parameters", {}), dict | None):
        what = kind(function["parameters"])
        yield invalid(f"the parameters are {what}, not a JSON Schema", f"{path}.function.parameters")


def _check_strings(tools: list[Any]) -> Iterator[Finding]:
    """Yield one finding for a null anywhere in the tools, and one for a control token."""
    rest: list[Any] = [tools]
    has_null, token = False, ""
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            rest += value.values()
        elif isinstance(value, list):
            rest += value
        elif isinstance(value, str):
            token = control_token(value) or token
        has_null = has_null or value is None
    if has_null:
        yield invalid("there is a null in the tools; leave the key out", "tools")
    if token:
        yield invalid(f"the tools contain {quote(token, 40)}, a control token of chat templates", "tools")


def check_call(exchange: Exchange, toolset: Toolset) -> Iterator[Finding]:
    """Yield that a call is of no tool there is, or what is wrong with its arguments.

    A call answered with an error about an argument may have that argument wrong.
    """
    if exchange.name is None:
        return
    if exchange.name not in toolset.schemas:
        if toolset.whole:
            known = ", ".join(islice(toolset.schemas, 10)) or "none"
            wrong = f"there is no tool {quote(exchange.name, 60)}; the tools are: {known}"
            yield Finding("unknown_tool", wrong, f"{exchange.path}.function.name")
        return
    schema, schema_path = toolset.schemas[exchange.name]
    if exchange.arguments is None or schema is None:
        return
    try:
        yield from _check_arguments(exchange, exchange.arguments, schema)
    except UnusableSchema as error:
        yield invalid(f"the parameters are no usable JSON Schema: {error}", schema_path)


def _check_arguments(exchange: Exchange, arguments: JSONMap, schema: bytes) -> Iterator[Finding]:
    path = f"{exchange.path}.function.arguments"
    encoded = _encode(arguments)
    if encoded is None or len(schema) * len(encoded) > MAX_WORK:
        wrong = "the arguments are longer, nested deeper or hold larger numbers than any tool's"
        yield Finding("invalid_arguments", wrong, path)
        return
    validator = compiled(schema)
    if validator.is_valid(arguments):
        return
    reason = exchange.result.get("reason") if exchange.failed and exchange.result else None
    for error in islice(_errors(validator, arguments), MAX_FINDINGS):
        names = _names_of(error)
        if isinstance(reason, str) and _is_about(reason, error, names, orjson.loads(schema)):
            continue
        where = f"{path}.{names[0]}" if names else path
        yield Finding("invalid_arguments", quote(error.message, 200)[1:-1], where)


@lru_cache(maxsize=256)
def compiled(schema: bytes) -> "Validator":
    """Return a validator of a JSON Schema. Raises UnusableSchema where it is none."""
    # Takes 40 ms to import: here that falls into the wait for the first reply.
    from jsonschema_rs import FancyRegexOptions, ReferencingError, validator_for

    if schema.count(b'"$ref"') + schema.count(b'"$dynamicRef"') > MAX_REFERENCES:
        raise UnusableSchema(f"more than {MAX_REFERENCES} references")
    patterns = FancyRegexOptions(backtrack_limit=MAX_BACKTRACKS)
    try:
        return validator_for(orjson.loads(schema), offline=True, pattern_options=patterns)
    except (ValueError, ReferencingError) as error:
        raise UnusableSchema(quote(str(getattr(error, "message", error)), 160)[1:-1]) from None


def _errors(validator: "Validator", arguments: JSONMap) -> Iterator["ValidationError"]:
    from jsonschema_rs import ValidationErrorKind

    for error in validator.iter_errors(arguments):
        if not isinstance(error.kind, ValidationErrorKind.BacktrackLimitExceeded):
            yield error


def _names_of(error: "ValidationError") -> list[str]:
    """Return the arguments an error is about; none where it is about all of them."""
    if error.instance_path:
        return [str(error.instance_path[0])]
    if error.kind.name == "required":
        return [error.kind.value]
    return list(error.kind.value) if error.kind.name == "additionalProperties" else []


def _is_about(reason: str, error: "ValidationError", names: Iterable[str], schema: JSONMap) -> bool:
    """Whether a service's words about a failure are about these arguments."""
    named = _named(reason, {*schema.get("properties", {}), *names})
    if named.intersection(names) or _quotes(reason, error.instance) or _quotes(reason, error.kind.value):
        return True
    return not named and bool(OF_ARGUMENTS.search(reason.casefold()))


def _named(reason: str, names: Iterable[str]) -> set[str]:
    """Return those of some arguments' names by which a service's words call one."""
    words = set(WORD.findall(reason.casefold()))
    return {name for name in names if words & _words_for(name)}


def _words_for(name: str) -> set[str]:
    parts = WORD.findall(name.casefold())
    return {*parts, *(f"{part}s" for part in parts), *SYNONYMS.get(name, ())}


def _quotes(reason: str, value: object) -> bool:
    """Whether a figure stands in the reason, as a number of its own."""
    if not is_number(value):
        return False
    return bool(re.search(rf"(?<![\d.]){re.escape(f'{value:g}')}(?![\d])", reason))
