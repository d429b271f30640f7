"""Normal forms: two spellings of a name, an e-mail address or a phone number are the same if their forms are equal.

The rules are those of counting.md, "One person". Every function gives an empty form for what states nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import phonenumbers

# In names these all mean an apostrophe. Unicode does not class all of them as punctuation.
_APOSTROPHES = "'’‘‛`´ʹʻʼʽˈ′＇"
# These separate two parts of a name, even without a space ("ROSSI,Maria").
_SEPARATORS = ",;/|\\&+_،、，；"
_ASCII_DROPPED = "".join(c for c in map(chr, range(128)) if not c.isalnum() and not c.isspace())
_PUNCTUATION = str.maketrans(dict.fromkeys(_ASCII_DROPPED + _APOSTROPHES) | dict.fromkeys(_SEPARATORS, " "))
_DROPPED_CATEGORIES = "MPSC"  # marks, punctuation, symbols, control and format characters


def name_tokens(text: str) -> tuple[str, ...]:
    """Returns the words of a name's normal form, sorted. Empty if the text has no letter and no digit."""
    text = text.translate(_PUNCTUATION)
    # Case folding can bring new marks (İ), so the text is decomposed on both sides of it.
    plain = text.lower() if text.isascii() else _without_marks(_without_marks(text).casefold())
    return tuple(sorted(plain.split()))


def name_form(text: str) -> str:
    """Returns a name's normal form: ``maria rossi`` for ``ROSSI, Maria`` as for ``Maria Rossi``."""
    return " ".join(name_tokens(text))


def _without_marks(text: str) -> str:
    return "".join(map(_kept, unicodedata.normalize("NFKD", text)))


@lru_cache(maxsize=4096)
def _kept(character: str) -> str:
    if character.isspace():
        return " "
    dropped = character in _APOSTROPHES or unicodedata.category(character)[0] in _DROPPED_CATEGORIES
    return "" if dropped else character


def email_form(text: str) -> str:
    """Returns an e-mail address trimmed and in lower case; or "" if the text is not an address (``-``, ``none``)."""
    form = text.strip().lower()
    local, _at, domain = form.rpartition("@")
    return form if local and domain else ""


_PHONE_NOISE = re.compile(r"[\s\-./\u2010-\u2015]+")
_SHORTEST = len("+12345")


class _DialPlan(NamedTuple):
    """A country where a national number becomes international by replacing *trunk* ("" or "0") with *prefix*."""

    prefix: str
    trunk: str

    def international(self, digits: str) -> str:
        """Returns the E.164 form of a number if it certainly follows this plan, else ""."""
        if digits.startswith(self.prefix):
            rest = digits[len(self.prefix) :]
            sure = not (self.trunk and rest.startswith(self.trunk))
        else:
            rest = digits[len(self.trunk) :]
            # A number that starts with the country code may have lost its "+": the library decides that.
            sure = digits.startswith(self.trunk) and not rest.startswith((self.prefix[1:], "0" if self.trunk else "00"))
        return self.prefix + rest if sure and rest.isdecimal() and rest.isascii() and 6 <= len(rest) <= 11 else ""


@lru_cache(maxsize=300)
def _dial_plan(region: str) -> _DialPlan | None:
    data = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if data is None or data.international_prefix != "00" or data.national_prefix_for_parsing not in (None, "0"):
        return None
    return _DialPlan(f"+{data.country_code}", data.national_prefix or "")


def phone_form(text: str, country: str) -> str:
    """Returns a phone number as E.164 (``+390911234567``), or "" if the text is not a number.

    A national number is one of *country* (``IT``).
    """
    region = country.upper()
    compact = _PHONE_NOISE.sub("", text)
    plan = _dial_plan(region)
    if plan:  # most numbers need no more than this, and it is thirty times faster than the library
        if compact.startswith("00") and not compact.startswith("000"):
            compact = "+" + compact[2:]
        if form := plan.international(compact):
            return form
    try:
        number = phonenumbers.parse(compact, region)
    except phonenumbers.NumberParseException:
        return ""
    form = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return form if len(form) >= _SHORTEST else ""
