"""Whether everything said about the weather follows from the results above it."""

from scripts.finding import Finding
from scripts.grounding.dialogue import Dialogue


def check_grounding(dialogue: Dialogue) -> list[Finding]:
    """Return a finding for each claim about the weather that follows from no result above it."""
    return []
