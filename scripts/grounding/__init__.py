"""Whether a reply says only what the tool results say.

Of use outside: `check_grounding(dialogue)`; `scripts.validation.transcript` makes a dialogue of a record.
"""

from scripts.grounding.check import check_grounding
from scripts.grounding.dialogue import Dialogue

__all__ = ["Dialogue", "check_grounding"]
