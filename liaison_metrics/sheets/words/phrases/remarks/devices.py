"""Names of devices as people have them in online meetings ("iPad di Elsa Monti", "Ben Ott's iPhone")."""

from __future__ import annotations

import re

_DEVICE = (
    r"(?:i[ -]?phone|i[ -]?pad|ipod|mac ?book(?: air| pro)?|galaxy(?: (?:tab|note|[a-z]?\d{1,3}\w*))?|android|samsung"
    r"|huawei|xiaomi|redmi|tablet|laptop|smartphone|handy|mobil|telefon|telefono|cellulare|phone|computer|pc|κινητό|τάμπλετ)"
)
_OF = r"(?:di|del|della|dello|de|von|af|fra|of|του|της|τού)"

_BEFORE = re.compile(rf"^{_DEVICE} (?:{_OF} |d['’])(?=\w)", re.I)
_BEHIND = re.compile(rf"(?:['’`´]s|(?<=s)['’`´]) (?:\w+ )?{_DEVICE}$|\s*\[{_DEVICE}\]$", re.I)
_ANY = re.compile(_DEVICE, re.I)


def without_device(text: str) -> str:
    """Returns the name of a person without that of the device that they used, if it says whose that is."""
    if not _ANY.search(text):
        return text
    return _BEHIND.sub("", _BEFORE.sub("", text)).strip() or text
