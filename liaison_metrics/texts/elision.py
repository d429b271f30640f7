"""Italian articles before a number that begins with a vowel: "l’8 febbraio", "dall’11 marzo", but "il 9 aprile"."""

from __future__ import annotations

import re

_BEFORE_A_NUMBER = re.compile(r"\b([Ii]l|[Aa]l|[Dd]al|[Dd]el|[Nn]el|[Ss]ul) (?=\{)")
_BEFORE_A_VOWEL = re.compile(r"\b([Ii]l|[Aa]l|[Dd]al|[Dd]el|[Nn]el|[Ss]ul) (?=(?:8|11)(?![\d.]))")
"""Otto and undici, not 80 nor 11.000."""


class _Elided(str):
    """A text whose articles fit the numbers that it is filled with."""

    __slots__ = ()

    def format(self, *args: object, **kwargs: object) -> str:
        return _BEFORE_A_VOWEL.sub(_elided, super().format(*args, **kwargs))


def fitting(text: str) -> str:
    """Returns an Italian text; where an article stands before a placeholder, it fits what is filled in."""
    return _Elided(text) if _BEFORE_A_NUMBER.search(text) else text


def _elided(found: re.Match[str]) -> str:
    article = found[1]
    return f"{'L' if article[0] == 'I' else 'l'}’" if article in ("il", "Il") else f"{article}l’"
