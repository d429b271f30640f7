"""How many examples the property tests try: in every run a third of what ``make test-whole`` tries. Most draw other
examples each time."""

from __future__ import annotations

import os

_ALL = os.environ.get("LIAISON_TEST_EXAMPLES") == "all"


def share_of(examples: int) -> int:
    """Returns how many of a number of examples this run tries."""
    return examples if _ALL else max(1, examples // 3)
