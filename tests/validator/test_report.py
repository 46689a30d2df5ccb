"""The report's keys and counts, and its summary for people."""

import json

import pytest

from scripts.finding import Finding
from scripts.report import Report, summary

BAD_ORDER = Finding("role_order", "a user message after a user message", "messages[2]")
UNGROUNDED = Finding("grounding_failure", '"a breezy 71": the results have no 71', "messages[4].content")


def a_report() -> Report:
    report = Report()
    report.add(1, "conv_20261122_001", [])
    report.add(3, None, [BAD_ORDER, UNGROUNDED, UNGROUNDED])
    report.add(4, "conv_20261122_004", [UNGROUNDED])
    return report


def test_the_report_has_the_contracts_keys_and_no_others():
    assert a_report().as_json() == {
        "total_examples": 3,
        "validation_passed": 1,
        "validation_failed": 2,
        "pass_rate": 33.3,
        "error_breakdown": {"role_order": 1, "grounding_failure": 2},
        "failed_examples": [
            {
                "line": 3,
                "conversation_id": None,
                "errors": [
                    {"code": f.code, "message": f.message, "path": f.path}
                    for f in (BAD_ORDER, UNGROUNDED, UNGROUNDED)
                ],
            },
            {
                "line": 4,
                "conversation_id": "conv_20261122_004",
                "errors": [{"code": f.code, "message": f.message, "path": f.path} for f in (UNGROUNDED,)],
            },
        ],
    }
    assert json.loads(json.dumps(a_report().as_json())) == a_report().as_json()


@pytest.mark.parametrize(
    ("passed", "failed", "rate"), [(0, 0, 0.0), (1, 0, 100.0), (0, 1, 0.0), (2, 1, 66.7), (995, 5, 99.5)]
)
def test_the_pass_rate_is_percent_to_one_decimal(passed, failed, rate):
    report = Report()
    for line in range(passed + failed):
        report.add(line + 1, None, [] if line < passed else [BAD_ORDER])
    assert report.as_json()["pass_rate"] == rate


def test_a_measure_of_diversity_stands_in_it_where_there_is_one():
    report = a_report()
    report.diversity = {
        "distinct_1": 0.5,
        "phrases": [{"words": "a fine day for", "records": 2, "share": 0.04}],
    }
    assert report.as_json()["diversity"] == report.diversity
    assert "distinct_1: 0.5" in summary(report)
    assert '"a fine day for" 4.0%' in summary(report)


def test_the_summary_counts_and_quotes():
    text = summary(a_report())
    assert text.splitlines()[0] == "3 records: 1 passed, 2 failed (33.3 %)"
    for part in (
        "1  role_order",
        "2  grounding_failure",
        "line 4 (conv_20261122_004)",
        '"a breezy 71"',
        "[4].content",
    ):
        assert part in text


def test_the_summary_shows_a_few_failures_and_counts_the_rest():
    report = Report()
    for line in range(1, 1001):
        report.add(line, None, [BAD_ORDER] * 50)
    text = summary(report)
    assert len(text.splitlines()) < 60
    assert "and 995 more failed records" in text


def test_the_summary_shows_nothing_a_terminal_would_obey():
    report = Report()
    report.add(1, "x\x1b[2J", [Finding("invalid_record", "red \x1b[31m\r\n\x07", "tags.\x1b[0m")])
    assert "\x1b" not in summary(report)
