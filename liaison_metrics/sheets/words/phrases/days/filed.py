"""Days on which an office filed or wrote a sheet ("prot. n. 118402 del 02/03/2022", "drawn up on 2 November 2021")."""

from __future__ import annotations

import re
from functools import lru_cache

from liaison_metrics.sheets.words.lists import alternatives

_DAY = (
    r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{1,2}[.°]?\s+[^\W\d]{3,}\.?\s+\d{4}|\d{4}-\d{1,2}-\d{1,2})(?!\d)"
)
_PART_OF_DAY = r"(?:\d{1,2}[./]\d{1,2}\.?|\d{1,2}\.?\s+[^\W\d]{3,})(?![\w/])"
_NUMBER = r"(?:[^\W\d]{0,4}[.°ο]?\s?[:.]?\s?)?(?:[^\W\d_]{1,4}[-/. ]?)?\d[\w./-]*?"
_LINK = r"(?:\s*[,/–—(-]\s*|\s+(?:[^\W\d]{1,4}\.?\s+)?)"
_FILED = re.compile(rf"(?<!\w){alternatives('filed_under')}\s*[.:]*\s*{_NUMBER}{_LINK}{_DAY}\)?", re.I)
"""The number under which a paper was filed, and the day."""

_WRITTEN = re.compile(
    rf"(?<!\w){alternatives('drawn_up')}\w*:?\s+(?:[^\W\d]{{1,4}}\.?\s+){{0,2}}(?:{_DAY}|{_PART_OF_DAY})", re.I
)
"""A word for writing a paper, and the day right behind it."""

_WORD = re.compile(r"[^\W\d_]{2}")
"""What nearly no cell with a day has: two letters in a row."""


@lru_cache(maxsize=20_000)
def without_days_of_paper(text: str) -> str:
    """Returns a text without the days on which the sheet was filed or written."""
    return text if _WORD.search(text) is None else _WRITTEN.sub(" ", _FILED.sub(" ", text))
