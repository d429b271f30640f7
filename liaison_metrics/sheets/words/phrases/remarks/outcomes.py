"""What became of a meeting that was planned with somebody: held ("done, 50 min"), or not ("cancelled by him")."""

from __future__ import annotations

import re
from functools import lru_cache

from liaison_metrics.sheets.words.lists import normal, people_words, tools, values
from liaison_metrics.sheets.words.phrases.absence import tells_absence

_LONGEST_START = 4
"""Words that say what became of a meeting ("did not take place")."""

_SHORTEST = 4
"""Shorter words, and marks, say it in other ways."""

_OTHER_ENDING = re.compile(r"(?<=[^\W\d_]{3})[/(]-?[^\W\d_]{1,3}\)?(?![^\W\d_])")
"""The ending for another gender ("venuta/o")."""


@lru_cache(maxsize=20_000)
def tells_outcome(text: str) -> bool | None:
    """Returns whether a text begins by saying that a meeting was held, or that it was not or that nobody came; None if
    by neither."""
    if len(text) < _SHORTEST:
        return None
    plain = _OTHER_ENDING.sub("", text)
    words = normal(plain).split()
    starts = {" ".join(words[:end]) for end in range(1, _LONGEST_START + 1)}
    off = people_words("called_off") | values("absent") | tools("cancelled")
    if any(len(start) >= _SHORTEST and start in off for start in starts):
        return False
    denied = bool(words) and words[0] in tools("not")
    if starts & tools("took_place") or (denied and words[1:2] and words[1] in tools("took_place")):
        return not denied
    return False if tells_absence(plain) else None
