"""What took place in another event's place ("Info session (instead of the fair)")."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.lists import alternatives

_REPLACED = re.compile(rf"\b{alternatives('instead_of')}\s", re.I)


def without_replaced(text: str) -> str:
    """Returns the title of an event without that of the event in whose place it stands."""
    found = _REPLACED.search(text)
    return text[: found.start()] if found else text
