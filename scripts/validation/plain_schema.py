"""Parameter schemas of the plain kind that nearly all tools have, read into something quick.

A plain schema is flat: every property a number, a whole number or a text, with bounds, a shortest length or a
list of choices. Of arguments it can only say that they are right. What it does not accept may be right still
and is for JSON Schema proper, which also has the words for what is wrong.
"""

from collections.abc import Mapping
from math import inf
from typing import Any, Final, NamedTuple

TYPES: Final[Mapping[str, tuple[type, ...]]] = {"number": (int, float), "integer": (int,), "string": (str,)}
"""Python's types of the JSON types; 3.0, an integer too, is left to JSON Schema."""

OF_SCHEMAS: Final = frozenset(
    ("type", "properties", "required", "additionalProperties", "title", "description")
)
OF_PROPERTIES: Final = frozenset(("type", "minimum", "maximum", "minLength", "enum", "title", "description"))
"""Keywords of a plain schema and of its properties."""

JSONMap = Mapping[str, Any]


class Property(NamedTuple):
    """What one argument may be: of some types, a number within bounds, a text of a length or of a choice."""

    types: tuple[type, ...]
    low: float
    high: float
    shortest: int
    choices: frozenset[str] | None

    def accepts(self, value: Any) -> bool:
        """Whether a value is surely right."""
        if type(value) not in self.types:
            return False
        if isinstance(value, str):
            return len(value) >= self.shortest and (self.choices is None or value in self.choices)
        return self.choices is None and bool(self.low <= value <= self.high)


class PlainSchema(NamedTuple):
    """A tool's parameters; `closed` where there may be no others."""

    properties: Mapping[str, Property]
    required: frozenset[str]
    closed: bool

    def doubtful(self, arguments: JSONMap) -> set[str]:
        """Return the names of the arguments that are missing, or not surely right; none where all are."""
        doubtful = {name for name in self.required if name not in arguments}
        for name, value in arguments.items():
            wanted = self.properties.get(name)
            if self.closed if wanted is None else not wanted.accepts(value):
                doubtful.add(name)
        return doubtful


def plain_schema(schema: JSONMap) -> PlainSchema | None:
    """Return a parsed JSON Schema as a plain one, None where it is of another kind or no right one."""
    properties = schema.get("properties", {})
    required = schema.get("required", [])
    closed = schema.get("additionalProperties", True)
    if not _has_only(OF_SCHEMAS, schema) or schema.get("type", "object") != "object":
        return None
    if not isinstance(properties, dict) or not isinstance(closed, bool) or not _is_texts(required):
        return None
    read = {name: _property(wanted) for name, wanted in properties.items()}
    known = {name: wanted for name, wanted in read.items() if wanted is not None}
    return PlainSchema(known, frozenset(required), not closed) if len(known) == len(read) else None


def _property(schema: object) -> Property | None:
    if not isinstance(schema, dict) or not _has_only(OF_PROPERTIES, schema):
        return None
    types = TYPES.get(schema["type"]) if isinstance(schema.get("type"), str) else None
    low, high = schema.get("minimum", -inf), schema.get("maximum", inf)
    shortest, choices = schema.get("minLength", 0), schema.get("enum", [])
    bounded = type(low) in TYPES["number"] and type(high) in TYPES["number"]
    measured = type(shortest) is int and shortest >= 0
    if types is None or not bounded or not measured or not _is_texts(choices):
        return None
    return Property(types, low, high, shortest, frozenset(choices) if "enum" in schema else None)


def _has_only(keywords: frozenset[str], schema: JSONMap) -> bool:
    """Whether a schema has no other keywords, and texts where it is described."""
    described = all(isinstance(schema.get(key, ""), str) for key in ("title", "description"))
    return described and schema.keys() <= keywords


def _is_texts(value: object) -> bool:
    """Whether a JSON value is a list of texts, none of them twice."""
    return (
        isinstance(value, list)
        and all(isinstance(each, str) for each in value)
        and len(set(value)) == len(value)
    )
