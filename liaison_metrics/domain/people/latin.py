"""Names in Latin letters, so that one name in two scripts, or in two usual spellings, can be compared.

A word goes through two tables. The first belongs to its script and gives Latin letters: ``бондар`` becomes ``bondar``.
The second gives one spelling for the ways in which people write the same sound in Latin letters: ``mueller`` and
``muller`` become ``muler``, ``yuliia`` and ``julia`` become ``iulia``. The result is compared, never shown.

Scripts that leave out vowels (Arabic, Hebrew) give consonants only: such a name seldom meets its Latin spelling.
"""

from __future__ import annotations

import re

from anyascii import anyascii

# Words come without marks: й is и, ї is і, ё is е.
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "dj", "е": "e", "є": "ie", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ј": "i", "к": "k", "л": "l", "љ": "li", "м": "m", "н": "n", "њ": "ni",
        "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "ch", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "џ": "dzh", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    }
)  # fmt: skip

# ISO 843, as in passports. Case folding has made every final sigma a plain one.
_GREEK = {
    "αι": "ai", "ει": "ei", "οι": "oi", "ου": "ou", "υι": "yi", "γγ": "ng", "γξ": "nx", "γχ": "nch", "ντ": "nt",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_GREEK_LETTERS = re.compile("|".join(_GREEK))
_GREEK_B = re.compile(r"\bμπ|μπ\b")
_GREEK_V = re.compile(r"([αεη])υ(?=[αεηιουωβγδζλμνρ])")  # before a vowel or a voiced consonant
_GREEK_F = re.compile(r"([αεη])υ")

# Read from left to right, so that a pair of letters goes before its first letter alone.
_SPELLINGS = {
    "aa": "a", "ae": "a", "oe": "o", "ue": "u",  # å ä ö ø ü written without their signs
    "ee": "i", "oo": "u", "ou": "u", "y": "i", "j": "i",
    "ch": "ch", "sh": "sh", "th": "th", "zh": "zh",
    "gh": "g", "kh": "g", "h": "g",  # Ukrainian г and х: Ihor and Igor, Khomenko and Homenko
    "ck": "k", "c": "k", "q": "k", "x": "ks", "ph": "f", "w": "v",
}  # fmt: skip
_SPELLED = re.compile("|".join(_SPELLINGS))
_REPEATED = re.compile(r"(.)\1+")


def latin_word(word: str) -> str:
    """Returns a word of a name's normal form as it is compared; the word itself where it has no Latin form."""
    letters = word if word.isascii() else _in_latin_letters(word)
    plain = "".join(letter for letter in letters.lower() if letter.isascii() and letter.isalnum())
    spelled = _SPELLED.sub(lambda found: _SPELLINGS[found[0]], plain)
    return _REPEATED.sub(r"\1", spelled) or word


def _in_latin_letters(word: str) -> str:
    greek = _GREEK_F.sub(r"\1φ", _GREEK_V.sub(r"\1β", _GREEK_B.sub("b", word)))
    latin = _GREEK_LETTERS.sub(lambda found: _GREEK[found[0]], greek).translate(_CYRILLIC)
    return str(anyascii(latin))
