"""Codes of sign-in sheets, such as LM-7F3K-92QX: by them the sheet of a planned event is recognised when it comes back.

A code is a keyed digest of the event, so nobody can guess one or learn anything from it. Its last character is a check
character: one mistyped character, or two neighbours that changed places, make it invalid.
"""

from __future__ import annotations

import re
from hashlib import blake2b

_LETTERS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Characters that are hard to mistake for each other. There are 31: with a prime number of them the check character
finds every single mistake and every swap."""

_DIGITS = 7
"""Characters before the check character: 27 thousand million codes."""

_DASH = r"\s?[-‐‑‒–—−_]\s?"
_CODE = re.compile(rf"(?<![^\W_])LM{_DASH}([0-9A-Z]{{4}}){_DASH}([0-9A-Z]{{4}})(?![^\W_])", re.I)
_BEGINS_CODE = re.compile(f"LM{_DASH}")
_LIKE_ONE = str.maketrans("IL", "11")


def sheet_code(secret: bytes, event: str) -> str:
    """Returns the code of an event, which *event* names."""
    digest = blake2b(event.encode(), digest_size=16, key=secret[:64], person=b"sheet codes").digest()
    number, digits = int.from_bytes(digest, "big"), ""
    for _place in range(_DIGITS):
        number, rest = divmod(number, len(_LETTERS))
        digits += _LETTERS[rest]
    whole = digits + _check_character(digits)
    return f"LM-{whole[:4]}-{whole[4:]}"


def may_have_code(text: str) -> bool:
    """Returns whether a text has what codes begin with: a quick look."""
    return _BEGINS_CODE.search(text.upper()) is not None


def codes_in(text: str) -> list[str]:
    """Returns what looks like a code in a text, as codes are written; ``is_valid`` says whether it is one."""
    found = (f"{first}{second}".upper().translate(_LIKE_ONE) for first, second in _CODE.findall(text))
    return [f"LM-{whole[:4]}-{whole[4:]}" for whole in found]


def is_valid(code: str) -> bool:
    """Returns whether the check character of a code is right."""
    digits = code[3:].replace("-", "")
    return set(digits) <= set(_LETTERS) and digits[-1] == _check_character(digits[:-1])


def without_codes(text: str) -> str:
    """Returns a text without what looks like a code in it."""
    return _CODE.sub("", text)


def _check_character(digits: str) -> str:
    """Returns the check character: each place has a weight of its own, from 1."""
    return _LETTERS[sum(at * _LETTERS.index(one) for at, one in enumerate(digits, start=1)) % len(_LETTERS)]
