"""What headers of numbers say of people: that they came, or that they stayed away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from liaison_metrics.sheets.words.lists import alternatives, evidence, normal, people_words, tools
from liaison_metrics.sheets.words.presence import without_other_ending, words_beside_absence

_WHO = re.compile(alternatives("who"), re.I)
_BRACKETS = re.compile(r"\([^)]*\)")


@lru_cache(maxsize=20_000)
def counts_absent(header: str) -> bool:
    """Returns whether the numbers under a header are of people who stayed away ("Absent pupils"), and of nobody who
    came."""
    form = normal(_BRACKETS.sub(" ", without_other_ending(header)))
    others = words_beside_absence(form)
    return others != form.split() and not _speak_of_coming(others)


@lru_cache(maxsize=20_000)
def tells_coming(header: str) -> bool:
    """Returns whether a header of numbers says that people came, perhaps only some of them, and not what they had said
    before."""
    words = normal(header).split()
    return _speak_of_coming(words) and not tools("registered") & set(words) and not counts_absent(header)


def without_coming(header: str) -> str:
    """Returns a header of numbers without the words for coming beside those for the people ("Women who came")."""
    if not tells_coming(header):
        return header
    words = (word for word in header.split() if not _WHO.fullmatch(word) and not _speak_of_coming([normal(word)]))
    return " ".join(word for word in words if normal(word) not in tools("around_came"))


def _speak_of_coming(words: Sequence[str]) -> bool:
    known, said = people_words("present") | tools("came"), f" {' '.join(words)} "
    return any(word.startswith(tuple(evidence("coming"))) for word in words) or any(f" {one} " in said for one in known)
