"""Marks the parts of HTML that are in another language than the rest, so that screen readers speak them rightly.

Marked are texts of the project file that it does not give in the language of the page. Titles, notes and names that
people wrote are not: nobody says in which language they are (WCAG 2.2, 3.1.2, leaves out names and such words).
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

Others = tuple[tuple[str, str], ...]
"""Texts, each with the code of its language."""

SENTENCE = 20
"""Characters of a text that is marked wherever it stands. A shorter one, such as a community, could be part of another
text; it is marked only where nothing stands beside it."""

PATTERNS_KEPT = 32


def marked(html: Markup | str, others: Others) -> Markup:
    """Returns HTML in which *others* are marked with their languages. Attributes and drawings stay as they are."""
    if not any(escape(text) in html for text, _code in others):
        return Markup(html)
    codes = {str(escape(text)): code for text, code in others}

    def marking(found: re.Match[str]) -> str:
        text = found["text"]
        return f'<span lang="{codes[text]}">{text}</span>' if text else found[0]

    return Markup(_pattern(tuple(codes)).sub(marking, html))


@lru_cache(maxsize=PATTERNS_KEPT)
def _pattern(texts: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(texts, key=len, reverse=True)
    within = (
        rf"(?<!\w){re.escape(text)}(?!\w)" if len(text) >= SENTENCE else rf"(?<=>){re.escape(text)}(?=<)"
        for text in longest_first
    )
    return re.compile(
        rf"<(?P<kept>svg|style|script|select|textarea|title)\b.*?</(?P=kept)>|<[^>]*>|(?P<text>{'|'.join(within)})",
        re.DOTALL,
    )
