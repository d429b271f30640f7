"""Detects a text's encoding: byte order marks first, then UTF-8, then the encoding that yields plausible words in the
languages of the project's partners and participants."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip

_CANDIDATES = {
    "cp1252": 0.0, "cp1253": 0.0, "cp1250": 0.0, "cp1254": 0.0, "iso8859-7": 0.0, "iso8859-15": 0.0, "iso8859-2": 0.5,
    "mac-roman": 1.0, "cp850": 1.0, "cp437": 1.0, "cp737": 1.0, "cp852": 1.5, "cp857": 1.5, "mac-greek": 1.5,
}  # fmt: skip
"""Initial penalty of each encoding. Ties go to the first one listed."""

_LETTERS = {
    "it": "àáèéìíòóùú", "de": "äöüß", "da": "æøåé", "fr": "àâçéèêëîïôœùûü", "es": "áéíñóúü", "pt": "ãáàâçéêíóôõú",
    "tr": "çğıöşüâ", "hr": "čćđšž", "sq": "ëç", "pl": "ąćęłńóśźż", "ro": "ăâîșțşţ", "sv": "åäö",
    "cs": "áčďéěíňóřšťúůýž",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}  # fmt: skip
_TYPOGRAPHY = frozenset("’‘“”„–—…€°«»´`·№ªº§\xa0")
_KNOWN = re.compile(
    "[„“”€"
    + "".join(sign for letters in _LETTERS.values() for sign in letters + letters.upper() if not sign.isascii())
    + "]"
)
_WITHIN_WORDS = frozenset("’‘´`·")
_RARE = {"es", "pt", "pl", "ro", "sv", "cs"}
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_STRAY = re.compile("[\udc80-\udcff]")
_MOST_LETTERS = 500_000
_LONGEST_WORD = 40
_MOST_WORDS = 3000


def decode(data: bytes) -> str:
    """Returns *data* as text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if encoding := _wide(data):
        return data.decode(encoding, errors="replace")
    if (text := _utf8(data)) is not None:
        return text
    found = (match.group()[:_LONGEST_WORD] for match in _WORD.finditer(data[:4_000_000]))
    words = list(dict.fromkeys(word for word in found if not word.isascii()))[:_MOST_WORDS]
    best = min(_CANDIDATES, key=lambda encoding: _CANDIDATES[encoding] + _cost(words, encoding))
    return data.decode(best, errors="replace")


def _utf8(data: bytes) -> str | None:
    """Returns the text if it is mostly UTF-8. Stray bytes, as in rows pasted from another program, are read as
    Windows-1252."""
    text = data.decode("utf-8", errors="surrogateescape")
    first = _STRAY.search(text)
    if not first:
        return text
    if first.start() >= len(text) - 3:  # truncated within the last character
        return text[: first.start()]
    around = text[max(first.start() - _MOST_LETTERS, 0) : first.start() + _MOST_LETTERS]
    strays, letters = (sum(1 for _found in sign.finditer(around)) for sign in (_STRAY, _KNOWN))
    return _STRAY.sub(_meant, text) if strays <= letters else None


def _meant(stray: re.Match[str]) -> str:
    return bytes([ord(stray.group()) - 0xDC00]).decode("cp1252", errors="replace")


def _wide(data: bytes) -> str:
    """Returns the two-byte encoding of a text without a byte order mark: every second byte is one of few values, zero
    included."""
    sample = data[:4000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if 0 in high and 0 not in low and len(set(high)) <= max(3, len(set(low)) // 3):
            return encoding
    return ""


def _cost(words: list[bytes], encoding: str) -> float:
    """Returns how implausible an encoding is: strange letters, symbols in words, mixed alphabets, many languages."""
    cost = 0.0
    letters: dict[str, int] = {}
    for raw in words:
        try:
            word = raw.decode(encoding)
        except UnicodeDecodeError:
            cost += 4.0
            continue
        cost += _cost_of_word(word)
        for letter in word.lower():
            if not letter.isascii() and letter.isalpha():
                letters[letter] = letters.get(letter, 0) + 1
    return cost + _cost_of_languages(letters)


def _cost_of_word(word: str) -> float:
    cost = 0.0
    strange = sum(not letter.isascii() and letter.isalpha() for letter in word)
    greek = sum("Ͱ" <= letter <= "Ͽ" for letter in word)
    if greek:
        cost += 3.0 * (len(word) - greek > 0)
    elif strange > max(1, len(word) // 2):
        cost += strange
    for before, letter, after in zip(" " + word, word, word[1:] + " ", strict=False):
        if not letter.isalpha():
            cost += 0.2 if letter in _TYPOGRAPHY else 8.0 if unicodedata.category(letter) == "Cc" else 2.0
            cost += 3.0 * (before.isalpha() and after.isalpha() and letter not in _WITHIN_WORDS)
        elif letter.isupper() and (before.islower() or (before.isupper() and after.islower())):
            cost += 2.0
    return cost


def _cost_of_languages(letters: dict[str, int]) -> float:
    """Returns the cost of the fewest languages that cover all letters, plus the letters no language has."""
    cost, left = 0.0, dict(letters)
    while left:
        gain, language = max(
            (sum(n for letter, n in left.items() if letter in alphabet) * (0.5 if language in _RARE else 1.0), language)
            for language, alphabet in _LETTERS.items()
        )
        if not gain:
            return cost + 2.0 * sum(left.values())
        cost += 2.5 if language in _RARE else 0.8
        left = {letter: n for letter, n in left.items() if letter not in _LETTERS[language]}
    return cost
