"""Decides whether a record is right; as a command, whether every record of a file is.

    python scripts/validator.py FILE.jsonl [--report OUT.json]

Exit status 0: every record passes; 1: one or more fail; 2: the file cannot be read.
"""

from scripts.finding import Finding


def validate_record(record: object) -> list[Finding]:
    """Return everything that is wrong with one record (a parsed line); none means that it passes.

    Pure: the verdict depends on the record alone. That a conversation_id stands twice in a file only the
    file's reader can see. Never raises, whatever JSON value it is given.
    """
    if not isinstance(record, dict):
        return [Finding("invalid_json", f"the line is a JSON {type(record).__name__}, not an object")]
    return []
