"""Where a line may end: within a long word or the name of a file, and not between a day and its month.

What is copied has no soft hyphens (``assets/access/copying.js``); attributes, drawings and fields get none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.texts import language
from liaison_metrics.texts.hyphenation import LONG, divided

BLOCKS_KEPT = 128
"""How many blocks are kept: those of the pages that people look at, most of which a rerun leaves as they were."""

NO_BREAK = "\N{NO-BREAK SPACE}"


def breakable(html: Markup) -> str:
    """Returns HTML whose long words have soft hyphens, whose names of files may be divided after each "_", and whose
    days stay beside their months."""
    return _breakable(html, language())


@lru_cache(maxsize=BLOCKS_KEPT)
def _breakable(html: str, code: str) -> str:
    return _pieces(code).sub(_with_breaks, html)


@cache
def _pieces(_code: str) -> re.Pattern[str]:
    """Returns a pattern of tags and what stays as it is, long words, lines in names of files, and days."""
    months = "|".join(sorted({re.escape(fmt.month_name(n).rstrip(".")[:3]) for n in range(1, 13)}))
    return re.compile(
        rf"<(?P<kept>svg|style|script|select|textarea|code|pre)\b.*?</(?P=kept)>|<[^>]*>|(?P<word>[^\W\d_]{{{LONG},}})"
        rf"|(?<=\w)(?P<line>_)(?=\w)|\b(?P<day>\d\d?\.?) (?={months})",
        re.DOTALL | re.IGNORECASE,
    )


def _with_breaks(found: re.Match[str]) -> str:
    if found["word"]:
        return divided(found["word"])
    if found["day"]:
        return f"{found['day']}{NO_BREAK}"
    return "_<wbr>" if found["line"] else found[0]
