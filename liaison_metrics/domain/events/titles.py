"""When two titles may name the same event (counting.md, "One event")."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

NEAR_TITLE = 0.8
"""Titles at least this similar are near. From counting.md; one slip in a title of ten letters stays above it."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"(?=.)x{0,3}(ix|iv|v?i{0,3})")


def title_key(title: str) -> str:
    """Returns a title's normal form: its letters and digits, without case and accents."""
    letters = unicodedata.normalize("NFKD", title).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c)).split())


def near(a: str, b: str) -> bool:
    """Returns whether two titles are near: one's words contain the other's, or they are at least ``NEAR_TITLE``
    similar, and their numbers do not differ. Titles are compared in Latin letters; no title is near to none."""
    if not a or not b or numbers_differ(a, b):
        return False
    words, others = set(_words(a)), set(_words(b))
    if words <= others or others <= words:
        return True
    return fuzz.token_sort_ratio(" ".join(_words(a)), " ".join(_words(b))) >= 100 * NEAR_TITLE


def numbers_differ(a: str, b: str) -> bool:
    """Returns whether both titles state numbers and neither states all of the other's: Workshop 1, Workshop 2."""
    numbers, others = _numbers(a), _numbers(b)
    return not (numbers <= others or others <= numbers)


@lru_cache(maxsize=16_384)
def _words(title: str) -> tuple[str, ...]:
    return tuple(title_key(anyascii(title)).split())


@lru_cache(maxsize=16_384)
def _numbers(title: str) -> frozenset[str]:
    """Returns the numbers in a title. A Roman numeral or a single letter counts as one at the end: Part II, Group B."""
    words = _words(title)
    found = {number.lstrip("0") or "0" for word in words for number in _DIGITS.findall(word)}
    if words and (_ROMAN.fullmatch(words[-1]) or (len(words[-1]) == 1 and words[-1].isalpha())):
        found.add(words[-1])
    return frozenset(found)
