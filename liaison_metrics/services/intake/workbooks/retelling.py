"""Why rows were rejected, told in another language than that of whoever uploaded them.

The store keeps these sentences in English, and in the language of the page in stores of earlier versions. They are
recognised by what they say, so that nothing is kept twice.
"""

from __future__ import annotations

import re
from functools import cache

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.checks.doubts import unclear_row
from liaison_metrics.sheets.remarks import (
    ambiguous_date,
    called_off,
    invalid_date,
    invalid_number,
    misplaced_cell,
    outside_period,
    several_people,
    unknown_among,
    unlikely_number,
)
from liaison_metrics.texts import LANGUAGES, language, speaking

_HOLE = re.compile(r"\{(\w+)\}")


def retold(sentence: str) -> str:
    """Returns a reason or an advice on how to mend a row in the current language; other text as it is."""
    for number, pattern in _patterns():
        if found := pattern.fullmatch(sentence):
            return _HOLE.sub(lambda hole: found[hole[1]], _sentences(language())[number])
    return sentence


def advice_without_date() -> list[str]:
    """Returns the advice for rows without a date that can be read, in every language in which it may be kept."""
    told = []
    for code in LANGUAGES:
        with speaking(code):
            told.append(invalid_date("")[1])
    return told


@cache
def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    found = []
    for code in LANGUAGES:
        for number, sentence in enumerate(_sentences(code)):
            parts = _HOLE.split(sentence)  # text, name of a placeholder, text, …
            pattern = "".join(f"(?P<{part}>.*)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
            found.append((number, re.compile(pattern, re.DOTALL)))
    return found


@cache
def _sentences(code: str) -> tuple[str, ...]:
    """Returns all reasons and advice in a language, with placeholders, in one order for all languages."""
    city, activity = VocabularyKind.CITY, VocabularyKind.ACTIVITY
    with speaking(code):
        pairs = (
            invalid_date("{value}"), invalid_date(""), ambiguous_date("{value}"),
            outside_period("{day}", "{start}", "{end}"), unknown_among(city, "{value}", "{allowed}"),
            unknown_among(activity, "{value}", "{allowed}"), unknown_among(city, "", "{allowed}"),
            unknown_among(activity, "", "{allowed}"), several_people(), misplaced_cell("{header}"),
            unlikely_number("{value}"), invalid_number("{value}"), called_off("{remark}"), unclear_row(),
        )  # fmt: skip
    return tuple(sentence for pair in pairs for sentence in pair)
