"""What strict JSON takes and what it refuses."""

import json

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts.validation.strict_json import NotStrictJSON, loads

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)

ACCEPTED = [
    ("{}", {}),
    (' {"a" : 1 } ', {"a": 1}),
    ('{"a":{"a":1}}', {"a": {"a": 1}}),
    ('[{"a":1},{"a":2}]', [{"a": 1}, {"a": 2}]),
    ('{"a":"\\"a\\":1,\\"a\\":2"}', {"a": '"a":1,"a":2'}),
    ('"\\ud83c\\udf27"', "🌧"),
    ("1e5", 1e5),
    ("-0", 0),
    ('{"a\\\\":1,"a":2}', {"a\\": 1, "a": 2}),
    ("[" * 200 + "]" * 200, None),
    (b'"\xc3\xa9"', "é"),
]
REFUSED = {
    "nothing": "",
    "white space": "  ",
    "NaN": "[NaN]",
    "Infinity": '{"a": Infinity}',
    "minus Infinity": "-Infinity",
    "a number too large": "1e400",
    "a number of 5,000 digits": "9" * 5000,
    "a leading zero": "01",
    "a plus": "+1",
    "a bare point": ".5",
    "a comma at the end": "[1,]",
    "single quotes": "{'a': 1}",
    "a comment": "{} // x",
    "two values": "{} {}",
    "a cut text": '{"a": "b',
    "a raw tab": '"\t"',
    "a bad escape": '"\\x41"',
    "a lone surrogate": '"\\ud83c"',
    "a lone low surrogate": '"\\udf27"',
    "surrogates reversed": '"\\udf27\\ud83c"',
    "an unescaped lone surrogate": '"\ud83c"',
    "invalid UTF-8": b'"\xff"',
    "UTF-8 cut short": b'"\xc3"',
    "a surrogate in UTF-8": b'"\xed\xa0\xbc"',
    "overlong UTF-8": b'"\xc0\xaf"',
    "a BOM": b"\xef\xbb\xbf{}",
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "nesting without end": "[" * 100_000,
    "nesting in objects": '{"a":' * 100_000,
    "nesting that ends": "[" * 5000 + "]" * 5000,
    "a key twice": '{"a":1,"a":1}',
    "a key twice, written differently": '{"a":1,"\\u0061":1}',
    "a key twice, deep": '{"x":[{"y":{"a":1,"b":2,"a":3}}]}',
    "a key twice, with white space": '{ "a" : 1, "a" :1}',
    "an empty key twice": '{"":1,"":2}',
    "a key twice, made up for by escaped quotation marks": '{"a":1,"a":"\\u0022\\u0022"}',
    "a quoted key twice": '{"a\\\\":1,"b":2,"a\\\\":3}',
}


@pytest.mark.parametrize(("text", "value"), ACCEPTED)
def test_strict_json_is_read(text, value):
    assert value is None or loads(text) == value


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_with_a_reason(text):
    with pytest.raises(NotStrictJSON, match=r"\w"):
        loads(text)


def test_the_reason_quotes_the_place():
    with pytest.raises(NotStrictJSON, match="character 7: 'NaN}'"):
        loads('{"a": NaN}')


@given(JSON)
@settings(max_examples=200, deadline=None)
def test_what_was_written_is_read_back_however_it_was_written(value):
    for text in (orjson.dumps(value), json.dumps(value), json.dumps(value, indent=1, ensure_ascii=False)):
        assert loads(text) == value


@given(st.dictionaries(st.text(), JSON, min_size=1, max_size=5), st.data())
@settings(max_examples=200, deadline=None)
def test_no_duplicate_key_slips_through(value, data):
    twice = data.draw(st.sampled_from(sorted(value)))
    pairs = [*value.items(), (twice, data.draw(JSON))]
    pairs = data.draw(st.permutations(pairs))
    text = "{" + ",".join(f"{json.dumps(k)}:{json.dumps(v)}" for k, v in pairs) + "}"
    with pytest.raises(NotStrictJSON, match="stands twice"):
        loads(data.draw(st.sampled_from([text, f"[{text}]", f'{{"o": {text}}}'])))


def _whole(digits: str) -> int | float:
    """A whole number as ours is read: beyond 64 bits it is a float."""
    number = int(digits)
    return number if -(2**63) <= number < 2**64 else float(digits)


@given(st.binary(max_size=60) | st.text(max_size=60))
@example("20000000000000000001")
@settings(max_examples=300, deadline=None)
def test_whatever_is_read_also_the_standard_library_reads(text):
    try:
        value = loads(text)
    except NotStrictJSON:
        return
    assert json.loads(text, parse_int=_whole) == value
