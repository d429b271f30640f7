"""Signs and short forms for countries: flags, words that are cut short."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from liaison_metrics.sheets.words.lists import language_words, languages, peoples, spellings

_FIRST_FLAG_LETTER = 0x1F1E6
"""A flag is two signs that stand for the letters of a country's code."""

_SHORTEST_ABBREVIATION = 3
_LONGEST_ABBREVIATION = 4
"""Letters of a word in capitals that is cut short without a point."""


def is_abbreviation(text: str) -> bool:
    """Returns whether a text is a word cut short: with a point behind it, or in capitals."""
    word = text.removesuffix(".")
    shortened = word != text or (text.isupper() and len(text) <= _LONGEST_ABBREVIATION)
    return shortened and word.isalpha() and len(word) >= _SHORTEST_ABBREVIATION


def country_abbreviated(form: str) -> str:
    """Returns the code of the country whose people's words alone a form begins, "" if it begins others' too."""
    countries = {country for word, country in peoples().items() if word.startswith(form)}
    return countries.pop() if len(countries) == 1 else ""


def country_of_flag(text: str) -> str:
    """Returns the code of the country whose flag a text is, "" if it is none."""
    if len(text) != 2:
        return ""  # nearly all texts
    letters = [ord(sign) - _FIRST_FLAG_LETTER for sign in text]
    is_flag = all(0 <= letter < 26 for letter in letters)
    return "".join(chr(ord("A") + letter) for letter in letters) if is_flag else ""


@cache
def places() -> Mapping[str, str]:
    """Returns country codes by words for cities and regions, and for the people of regions, in normal form."""
    told = (language_words(language, "countries").get("places", {}).items() for language in languages())
    return {form: country for lists in told for country, words in lists for word in words for form in spellings(word)}
