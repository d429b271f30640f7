"""Finding the encoding of a text: marks first, then UTF-8, then the reading that makes words of the languages that the
project's partners write and its participants' names come from."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip

_CANDIDATES = ("cp1252", "cp1253", "cp1250", "cp1254", "iso8859-7", "iso8859-15", "mac-roman", "cp850", "cp437")
"""In this order where two readings are equally good."""

_LETTERS = {
    "it": "àèéìíòóù", "de": "äöüß", "da": "æøåé", "fr": "àâçéèêëîïôœùûü", "es": "áéíñóúü", "pt": "ãáàâçéêíóôõú",
    "tr": "çğıöşüâ", "hr": "čćđšž", "sq": "ëç", "pl": "ąćęłńóśźż", "ro": "ăâîșțşţ", "sv": "åäö",
    "cs": "áčďéěíňóřšťúůýž",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}  # fmt: skip
_TYPOGRAPHY = frozenset("’‘“”„–—…€°«»´`·№ªº§\xa0")
_RARE = {"es", "pt", "pl", "ro", "sv", "cs"}
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_LONGEST_WORD = 40
_MOST_WORDS = 3000


def decode(data: bytes) -> str:
    """Returns the text of *data*. Raises ValueError where no reading of the bytes makes a text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if encoding := _wide(data):
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        if problem.start > len(data) - 4:  # cut off inside the last letter
            return data.decode("utf-8", errors="ignore")
    found = (match.group()[:_LONGEST_WORD] for match in _WORD.finditer(data[:4_000_000]))
    words = list(dict.fromkeys(word for word in found if not word.isascii()))[:_MOST_WORDS]
    costs = [(_cost(words, encoding), position) for position, encoding in enumerate(_CANDIDATES)]
    return data.decode(_CANDIDATES[min(costs)[1]], errors="replace")


def _wide(data: bytes) -> str:
    """Returns the name of a two-byte encoding without mark: every second byte is one of very few, zero among them."""
    sample = data[:4000]
    if len(sample) < 4:
        return ""
    even, odd = sample[::2], sample[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if 0 in high and 0 not in low and len(set(high)) <= max(3, len(set(low)) // 3):
            return encoding
    return ""


def _cost(words: list[bytes], encoding: str) -> float:
    """Returns how unlikely a reading is: strange letters, signs within words, mixed alphabets, many languages."""
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
    for before, letter in zip(" " + word, word, strict=False):
        if not letter.isalpha():
            cost += 0.2 if letter in _TYPOGRAPHY else 8.0 if unicodedata.category(letter) == "Cc" else 2.0
        elif letter.isupper() and before.islower():
            cost += 2.0
    return cost


def _cost_of_languages(letters: dict[str, int]) -> float:
    """Returns the cost of the fewest languages that have all these letters, and of the letters that none has."""
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
