"""Whether a reply says only what the tool results say.

Of use outside: `dialogue.read(record)` and `check_grounding(dialogue)`.
"""

from scripts.grounding.check import check_grounding
from scripts.grounding.dialogue import Dialogue, read

__all__ = ["Dialogue", "check_grounding", "read"]
