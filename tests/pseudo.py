"""A language that nobody speaks: English with accents, 40 % longer and in brackets, to find what is not translated and
what is cut off."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from babel.messages.catalog import Catalog

from tests.messages import HOLE, MARKED, extracted

LONGER = 0.4
"""German and Greek are 30 % longer than English; short words are more than that."""

OPEN, CLOSE = "⟦", "⟧"
_KEPT = re.compile(rf"{HOLE.pattern}|{MARKED.pattern}|\n")
_ACCENTS = str.maketrans("aeiouyAEIOUYncs", "åéîöüýÅÉÎÖÜÝñçš")


def pseudo(text: str) -> str:
    """Returns a text in the pseudo-language. What a translation keeps (placeholders, links, code) is the same."""
    kept = [found.span() for found in _KEPT.finditer(text)]
    ends = [0, *(place for span in kept for place in span), len(text)]
    spans = enumerate(pairwise(ends))
    pieces = [text[a:b] if n % 2 else text[a:b].translate(_ACCENTS) for n, (a, b) in spans]
    body = "".join(pieces)
    lead, trail = body[: len(body) - len(body.lstrip())], body[len(body.rstrip()) :]
    return f"{lead}{OPEN}{body.strip()}{' ö' * round(len(body) * LONGER / 2)}{CLOSE}{trail}"


@cache
def pseudo_catalogue(locale: str) -> Catalog:
    """Returns all texts of the program in the pseudo-language, as the catalogue of a language."""
    found = Catalog(locale=locale)
    for message in extracted():
        if isinstance(message.id, tuple):
            found.add(message.id, tuple(pseudo(one) for one in message.id), context=message.context)
        elif message.id:
            found.add(message.id, pseudo(message.id), context=message.context)
    return found
