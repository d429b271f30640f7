"""What browsers and screen readers are told of words: where a line may end, and which are Greek.

A line may end within a long word or the name of a file, and not between a day and its month. What is copied has no soft
hyphens (``assets/access/copying.js``); attributes, drawings and fields get none.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from functools import cache, lru_cache

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.texts import language
from liaison_metrics.texts.hyphenation import LONG, divided
from liaison_metrics.texts.marking import Others, marked

BLOCKS_KEPT = 128
"""How many blocks are kept: those of the pages that people look at, most of which a rerun leaves as they were."""

GREEK = r"[\u0370-\u03ff\u1f00-\u1fff]"
_GREEK_WORD = re.compile(f"{GREEK}+")

_others: ContextVar[Others] = ContextVar("others", default=())

NO_BREAK = "\N{NO-BREAK SPACE}"


def breakable(html: Markup) -> str:
    """Returns HTML whose long words have soft hyphens, whose names of files may be divided after each "_", whose
    days and signs stay beside the next word, and whose texts in other languages are marked as such."""
    return _breakable(html, language(), _others.get())


def texts_in_other_languages(others: Others) -> None:
    """Has the blocks of this page mark *others*."""
    _others.set(others)


@lru_cache(maxsize=BLOCKS_KEPT)
def _breakable(html: str, code: str, others: Others) -> str:
    return _pieces(code).sub(_with_breaks, marked(html, others))


@cache
def _pieces(code: str) -> re.Pattern[str]:
    """Returns a pattern of tags and what stays as it is, long words, lines in names of files, and of what stands beside
    the next word: days, signs and the gap before an arrow. Texts in another language have other rules."""
    months = "|".join(sorted({re.escape(fmt.month_name(n).rstrip(".")[:3]) for n in range(1, 13)}))
    greek = "" if code == "el" else rf"|(?P<greek>{GREEK}+(?:[ ,.·-]+{GREEK}+)*)"
    return re.compile(
        rf"<(?P<kept>svg|style|script|select|textarea|code|pre)\b.*?</(?P=kept)>|<span lang=[^<]*</span>"
        rf"|<[^>]*>{greek}|(?P<word>[^\W\d_]{{{LONG},}})"
        rf"|(?<=\w)(?P<line>_)(?=\w)|\b(?P<day>\d\d?\.?) (?={months})|(?P<sign>[✓✔✕◐●○▲▼]) (?=\w)"
        r"|(?P<gap> )(?=→(?:<|$))",
        re.DOTALL | re.IGNORECASE,
    )


def _with_breaks(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if found["word"]:
        return divided(found["word"])
    if parts.get("greek"):
        return f'<bdi lang="el">{_GREEK_WORD.sub(lambda word: divided(word[0]), found[0])}</bdi>'
    if found["day"] or found["sign"] or found["gap"]:
        return f"{found[0].rstrip()}{NO_BREAK}"
    return "_<wbr>" if found["line"] else found[0]
