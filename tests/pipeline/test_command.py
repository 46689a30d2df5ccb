"""The command from outside: what it makes, what it says, what it refuses, what it respects."""

import hashlib
from pathlib import Path

import orjson
import pytest

from scripts.validator import main as validate
from tests.local_api import LocalAPI
from tests.pipeline.conftest import Generate, attempts, numbers_in_turn, records, variety

MOCK = ("--mock", "--count")


def test_a_dry_run_makes_a_dataset_with_all_its_files(generate: Generate, output: Path) -> None:
    done = generate(*MOCK, 30)
    assert done.status == 0, done.err
    folder = output.parent
    assert sorted(path.name for path in folder.iterdir()) == [
        "custom.checkpoints",
        "custom.generation_metadata.json",
        "custom.jsonl",
        "custom.validation_report.json",
    ]
    made = records(output)
    assert [record["conversation_id"] for record in made] == [f"conv_20261122_{n:03d}" for n in range(1, 31)]
    assert {record["tags"]["source"] for record in made} == {"mock"}
    assert validate([str(output)]) == 0
    report = orjson.loads((folder / "custom.validation_report.json").read_bytes())
    assert (report["total_examples"], report["validation_passed"], report["failed_examples"]) == (30, 30, [])
    assert report["attempts"]["drafts"] >= 30
    assert report["attempts"]["passed_first_try"] <= 30
    assert report["diversity"]["records"] == 30
    metadata = orjson.loads((folder / "custom.generation_metadata.json").read_bytes())
    assert metadata["output"]["sha256"] == hashlib.sha256(output.read_bytes()).hexdigest()
    assert (metadata["complete"], metadata["records"], metadata["settings"]["seed"]) == (True, 30, 42)
    assert metadata["personas"]["neutral"]["count"] == sum(r["tags"]["persona"] == "neutral" for r in made)


def test_stdout_carries_the_summary_alone(generate: Generate) -> None:
    done = generate(*MOCK, 10)
    assert done.out.startswith("10 of 10 mock records")
    assert "Generating: 10/10 (100.0%) - Validated: 10, Failed: 0" in done.err
    assert "Generating" not in done.out


def test_a_finished_run_says_so_and_touches_nothing(generate: Generate, output: Path) -> None:
    generate(*MOCK, 10)
    before = {path: path.stat().st_mtime_ns for path in output.parent.iterdir() if path.is_file()}
    made = attempts(output)
    done = generate(*MOCK, 10)
    assert (done.status, done.out) == (0, "")
    assert "Finished already" in done.err
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert attempts(output) == made


def test_a_lost_file_is_written_again_without_a_request(generate: Generate, output: Path) -> None:
    generate(*MOCK, 10)
    whole, made = output.read_bytes(), attempts(output)
    output.unlink()
    assert generate(*MOCK, 10).status == 0
    assert (output.read_bytes(), attempts(output)) == (whole, made)


def test_an_output_that_somebody_edited_is_kept_aside(generate: Generate, output: Path) -> None:
    generate(*MOCK, 10)
    whole = output.read_bytes()
    output.write_bytes(whole + b"my own line\n")
    assert generate(*MOCK, 10).status == 0
    assert output.read_bytes() == whole
    (kept,) = (output.parent / "custom.previous").glob("*/custom.jsonl")
    assert kept.read_bytes() == whole + b"my own line\n"


def test_an_extension_is_the_run_it_would_have_been_from_the_start(
    generate: Generate, output: Path, tmp_path: Path
) -> None:
    generate(*MOCK, 20)
    first, made = output.read_bytes(), attempts(output)
    assert generate(*MOCK, 50).status == 0
    extended = output.read_bytes()
    assert extended.startswith(first)
    assert attempts(output) >= made + 30
    assert generate(*MOCK, 50, "--output", tmp_path / "afresh.jsonl").status == 0
    assert (tmp_path / "afresh.jsonl").read_bytes() == extended
    assert variety(tmp_path / "afresh.jsonl") == variety(output)


def test_variety_is_the_same_measured_as_records_come_and_from_the_journal(
    generate: Generate, output: Path, api: LocalAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "test-key")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", api.url)
    api.behave(script=["", "500"])
    one_by_one = ("--concurrency", 1, "--rate-limit-delay", 0, "--max-retries", 0, "--repetition", "report")
    assert generate("--count", 12, *one_by_one).status == 0
    assert numbers_in_turn(output)[-2:] == [12, 2], "what was set aside comes last"
    whole, measured = output.read_bytes(), variety(output)
    output.unlink()
    assert generate("--count", 12, *one_by_one).status == 0
    assert (output.read_bytes(), variety(output)) == (whole, measured)


def test_shrinking_keeps_the_rest_in_the_journal(generate: Generate, output: Path) -> None:
    generate(*MOCK, 30)
    whole, made = output.read_bytes(), attempts(output)
    done = generate(*MOCK, 12)
    assert done.status == 0
    assert "18 records beyond --count 12 stay in the journal only" in done.err
    assert "--count 30 brings them back without a request" in done.err
    assert len(records(output)) == 12
    assert generate(*MOCK, 30).status == 0
    assert (output.read_bytes(), attempts(output)) == (whole, made)


def test_the_run_date_is_kept_with_the_run(generate: Generate, output: Path) -> None:
    generate(*MOCK, 5, "--run-date", "2026-01-31")
    assert generate(*MOCK, 8, "--run-date", "2026-01-31").status == 0
    later = generate(*MOCK, 8)  # another date, which would give every record another id
    assert later.status == 2
    assert "2026-01-31 becomes 2026-11-22" in later.err
    assert {str(record["conversation_id"])[:13] for record in records(output)} == {"conv_20260131"}
    made = attempts(output)
    assert generate(*MOCK, 8, "--yes").status == 0
    assert {str(record["conversation_id"])[:13] for record in records(output)} == {"conv_20261122"}
    assert attempts(output) == made, "another id costs nothing"


def test_changed_settings_are_named_and_nothing_is_changed_unasked(generate: Generate, output: Path) -> None:
    generate(*MOCK, 10)
    whole, made = output.read_bytes(), attempts(output)
    refused = generate(*MOCK, 10, "--seed", 7)
    assert refused.status == 2
    assert "seed 42 -> 7" in refused.err
    assert "10 of the records" in refused.err
    assert (output.read_bytes(), attempts(output)) == (whole, made)
    assert generate(*MOCK, 10, "--seed", 7, "--yes").status == 0
    assert output.read_bytes() != whole
    now = attempts(output)
    assert now >= made + 10
    assert generate(*MOCK, 10, "--yes").status == 0, "the old settings again"
    assert (output.read_bytes(), attempts(output)) == (whole, now), "what was superseded costs nothing"


@pytest.mark.parametrize("concurrency", [1, 64])
def test_neither_concurrency_nor_faults_make_another_set(
    generate: Generate, tmp_path: Path, concurrency: int
) -> None:
    faults = "bad_json=0.03,cut=0.03,refusal=0.02,wrong_figure=0.05,repeat=0.1,429=0.1,529=0.05"
    options = (*MOCK, 60, "--mock-faults", faults, "--repetition", "reject")
    generate(*options, "--concurrency", 3)
    generate(*options, "--concurrency", concurrency, "--output", tmp_path / "other" / "custom.jsonl")
    for name in ("custom.jsonl", "custom.checkpoints/rejected_examples.jsonl"):
        assert (tmp_path / "other" / name).read_bytes() == (tmp_path / "data" / name).read_bytes()


def test_what_came_to_nothing_is_reported_and_tried_again_by_the_next_run(
    generate: Generate, output: Path
) -> None:
    done = generate(*MOCK, 30, "--mock-faults", "refusal=0.7", "--max-retries", 0)
    assert done.status == 1
    made = records(output)
    missing = 30 - len(made)
    assert missing > 0
    assert f"{len(made)} of 30; the same command tries the other {missing} again." in done.err
    report = orjson.loads((output.parent / "custom.validation_report.json").read_bytes())
    assert (report["total_examples"], report["validation_failed"]) == (30, missing)
    assert report["error_breakdown"] == {"request_failed": missing}
    rejected = records(output.parent / "custom.checkpoints" / "rejected_examples.jsonl")
    assert [line["conversation_id"] for line in rejected] == [
        failed["conversation_id"] for failed in report["failed_examples"]
    ]
    assert [failed["line"] for failed in report["failed_examples"]] == list(range(1, missing + 1))
    assert all(line["tries"] for line in rejected)
    again = generate(*MOCK, 30, "--max-retries", 0)
    assert again.status == 0, again.err
    kept = {record["conversation_id"]: record for record in records(output)}
    assert all(kept[record["conversation_id"]] == record for record in made)
    assert list(kept) == sorted(kept)


@pytest.mark.parametrize("concurrency", [1, 2, 30])
def test_a_run_in_which_everything_comes_to_nothing_ends_too(generate: Generate, concurrency: int) -> None:
    for count in (1, 2, 3, 61):
        options = (
            "--mock-faults",
            "refusal=1",
            "--concurrency",
            concurrency,
            "--overwrite",
            "--max-retries",
            1,
        )
        done = generate(*MOCK, count, *options)
        assert done.status == 1
        assert f"0 of {count}; the same command tries the other {count} again." in done.err


def test_checkpoints_hold_the_records_in_order_of_acceptance(generate: Generate, output: Path) -> None:
    generate(*MOCK, 260)
    folder = output.parent / "custom.checkpoints"
    assert [path.name for path in folder.glob("*.jsonl") if "rejected" not in path.name] == [
        "checkpoint_250.jsonl"
    ]
    block = folder / "checkpoint_250.jsonl"
    whole, written_at = block.read_bytes(), block.stat().st_mtime_ns
    assert whole == b"".join(output.read_bytes().splitlines(keepends=True)[:250])
    generate(*MOCK, 265)
    assert block.stat().st_mtime_ns == written_at, "a file is written again only where it has to be"
    block.unlink()
    generate(*MOCK, 266)
    assert block.read_bytes() == whole


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--count", 0), "'0' is not a whole number from 1 to"),
        (("--count", -3), "'-3' is not a whole number"),
        (("--count", 10**9), "is not a whole number from 1 to 1000000"),
        (("--count", "ten"), "'ten' is not a whole number"),
        (("--concurrency", 0), "'0' is not a whole number from 1"),
        (("--max-retries", -1), "'-1' is not a whole number from 0"),
        (("--rate-limit-delay", "nan"), "'nan' is not a number from 0"),
        (("--rate-limit-delay", -0.1), "'-0.1' is not a number from 0"),
        (("--max-cost", 0), "'0' is not a number from"),
        (("--run-date", "2026-13-01"), "not a date of the form YYYY-MM-DD"),
        (("--run-date", "20261122"), "not a date of the form YYYY-MM-DD"),
        (("--model", "claude-3-5-haiku-20241022"), "was retired on 2026-02-19; use --model"),
        (("--personas", "neutral=0.7,twain=0.2"), "1"),
        (("--personas", "neutral=0.7,nobody=0.3"), "nobody"),
        (("--scenarios", "success"), "name=share"),
        (("--scenarios", "success=1,success=0"), "each name once"),
        (("--prices", "/nowhere/prices.json"), "/nowhere/prices.json"),
        (("--style-examples", "/nowhere/style.jsonl"), "/nowhere/style.jsonl"),
        (("--output", "/proc/nowhere/x.jsonl"), "/proc/nowhere/x.jsonl"),
        (("--output", "/dev/null"), "is not a file"),
        (("--mock-faults", "fire=0.1"), "'fire' is no fault"),
        (("--no-such-option",), "unrecognized arguments"),
    ],
)
def test_what_cannot_be_is_refused_at_once_in_one_sentence(
    generate: Generate, output: Path, options: tuple[object, ...], said: str
) -> None:
    done = generate("--mock", *options)
    assert done.status == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert done.out == ""
    assert not output.parent.exists()


def test_without_a_key_and_a_terminal_nothing_is_written(generate: Generate, output: Path) -> None:
    done = generate("--count", 5)
    assert done.status == 2
    assert "ANTHROPIC_API_KEY" in done.err
    assert not output.parent.exists()


def test_an_estimate_needs_no_key_and_writes_nothing(generate: Generate, output: Path) -> None:
    done = generate("--count", 100, "--estimate")
    assert done.status == 0
    assert "100 requests to claude-haiku-4-5: $" in done.out
    assert "claude-haiku-5-5" in done.out
    assert not output.parent.exists()


def test_an_output_nobody_knows_is_not_replaced(generate: Generate, output: Path) -> None:
    output.parent.mkdir()
    output.write_text('{"somebody": "else"}\n')
    done = generate(*MOCK, 5)
    assert done.status == 2
    assert "--overwrite moves it" in done.err
    assert [path.name for path in output.parent.iterdir()] == ["custom.jsonl"]
    assert generate(*MOCK, 5, "--overwrite").status == 0
    (kept,) = (output.parent / "custom.previous").glob("*/custom.jsonl")
    assert kept.read_text() == '{"somebody": "else"}\n'


def test_overwriting_moves_the_whole_set_and_begins_anew(generate: Generate, output: Path) -> None:
    generate(*MOCK, 5)
    (output.parent / "notes.txt").write_text("mine")
    first = output.read_bytes()
    assert generate(*MOCK, 6, "--overwrite", "--seed", 9).status == 0
    (old,) = (output.parent / "custom.previous").iterdir()
    assert sorted(path.name for path in old.iterdir()) == [
        "custom.checkpoints",
        "custom.generation_metadata.json",
        "custom.jsonl",
        "custom.validation_report.json",
    ]
    assert (old / "custom.jsonl").read_bytes() == first
    assert attempts(output) >= 6
    assert (output.parent / "notes.txt").read_text() == "mine"


def test_a_real_run_replaces_a_dry_run_unasked_but_never_the_other_way_round(
    generate: Generate, output: Path, api: LocalAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    generate(*MOCK, 5)
    api.behave()
    monkeypatch.setenv("ANTHROPIC_BASE_URL", api.url)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "test-key")
    real = generate("--count", 5, "--rate-limit-delay", 0)
    assert real.status == 0, real.err
    assert {record["tags"]["source"] for record in records(output)} == {"synthetic"}
    whole = output.read_bytes()
    dry = generate(*MOCK, 5)
    assert dry.status == 2
    assert "a dry run does not replace it" in dry.err
    assert output.read_bytes() == whole
    metadata = orjson.loads(output.with_name("custom.generation_metadata.json").read_bytes())
    assert metadata["tokens"]["output"] == sum(entry["usage"]["output_tokens"] for entry in api.log())
    assert metadata["cost"]["usd"] == pytest.approx(
        sum(e["usage"]["input_tokens"] * 1e-6 + e["usage"]["output_tokens"] * 5e-6 for e in api.log())
    )
    assert not any(b"test-key" in path.read_bytes() for path in output.parent.rglob("*") if path.is_file())


def test_two_outputs_in_one_folder_do_not_meet(generate: Generate, output: Path) -> None:
    other = output.with_name("other.jsonl")
    generate(*MOCK, 5)
    generate(*MOCK, 7, "--output", other)
    assert (len(records(output)), len(records(other))) == (5, 7)
    clash = generate(*MOCK, 5, "--output", output.with_suffix(".json"))
    assert clash.status == 2
    assert "belongs to custom.jsonl" in clash.err


def test_shown_requests_can_be_read(generate: Generate) -> None:
    done = generate(*MOCK, 2, "--show-requests")
    assert done.err.count("--- system") == done.err.count("--- reply (end_turn") >= 2
    assert done.err.count("--- user") >= 2
    assert done.err.count('{"user_1":') >= 2
