"""Lines of a list that only say that another page begins ("page 2 of the notebook", "(back)", "Fortsetzung"), or that
nobody stands in a place ("free seat", "---")."""

from __future__ import annotations

import re

from liaison_metrics.sheets.words.dates import find_dates
from liaison_metrics.sheets.words.headers import NAMES
from liaison_metrics.sheets.words.lists import alternatives, headers, normal, number_words, tools, values

_LONGEST = 8
"""Words of the longest such line: "continued on page 2 of the green notebook" has seven."""

_PAGE_BY_LETTER = re.compile(r"\w{3,} [a-z]")
"""A page with a letter for its number ("Blatt B")."""

_ORDINAL = re.compile(rf"(\d){alternatives('ordinals')}(?![^\W\d_])", re.I)
"""The ending of a number ("2nd", "2ª")."""


def begins_page(text: str) -> bool:
    """Returns whether a line says that another page begins, and nothing else: all of its words are of pages, of what
    has pages, or say which one."""
    words = normal(_ORDINAL.sub(r"\1", text)).split()
    if not 0 < len(words) <= _LONGEST:
        return False
    which = [word for word in words if word.isdecimal() or word in number_words() or word in tools("which_page")]
    pages, turns = ([word for word in words if word in tools(kind)] for kind in ("page", "page_turns"))
    if len(words) == len(pages) + 1 and _PAGE_BY_LETTER.fullmatch(" ".join(words)):
        return words[0] in pages  # "Trainer(s)" is none
    said = bool(turns) or (bool(pages) and bool(which))
    known = {*which, *pages, *turns} | tools("has_pages") | tools("around_page") | tools("of_pages") | tools("articles")
    return said and known.issuperset(words)


def before_continuation(text: str) -> str | None:
    """Returns the words before the end of a line that says that a list goes on ("Sign-in list (continued)"), None if it
    doesn't end so, or is not about a list that went before ("Sewing, continued on 4 May")."""
    words = text.split()
    starts = (at for at in range(len(words)) if begins_page(" ".join(words[at:])))
    start = None if find_dates(text) else next(starts, None)
    return None if start is None else " ".join(words[:start])


def stands_for_nobody(text: str) -> bool:
    """Returns whether a text in the place of a name says that nobody stands there ("free seat", "(left blank)", "---",
    "see overleaf"), or heads names or signatures once more. A word that is also a name says so only in small letters
    ("libero")."""
    form = normal(text)
    if not form:
        return bool(text.strip())
    if text.endswith(":") or (form in values("also_name") and text.strip(" (")[:1].isupper()):
        return False  # "Cancelled:" heads people
    if " " in form and headers().get(form) in (*NAMES, "signature"):
        return True
    turned = begins_page(text) and not _PAGE_BY_LETTER.fullmatch(form)  # which may be a name with an initial
    return turned or " ".join(word for word in form.split() if not word.isdecimal()) in tools("nobody")
