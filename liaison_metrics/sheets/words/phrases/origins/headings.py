"""Headings over people that say of which community they are, perhaps among other words."""

from __future__ import annotations

import re
from functools import lru_cache

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_HOW_MANY = re.compile(
    r"\s*(?:\(\s*(?:n\s*=\s*)?\d{1,3}\b[^()]*\)|[:–—-]\s*\d{1,3}\b(?:\s+[^\W\d]+)?|\s\d{1,3})\s*:?\s*$"
)
"""How many people stand below a heading ("Syrian (7)", "Syrian: 7 people")."""

_PART = re.compile(r"[,;|()]|\s[-–—/]\s")
_LABEL = re.compile(r"\s*([^:：=]+?)\s*[:：=]\s*(\S.*)")


@lru_cache(maxsize=20_000)
def community_in_heading(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """Returns the community or else the country that a heading names: alone, with the number of its people ("Syrian
    (7)"), or behind a label for communities among other words ("Meeting on 2 March, Community: Syrian"). None and "" if
    it names none, or several."""
    for whole in (text, _HOW_MANY.sub("", text)):
        if any(found := _named(whole, vocabulary)):
            return found
    labelled = (_LABEL.fullmatch(part) for part in _PART.split(text))
    named = {
        found for pair in labelled if pair and meaning_of(pair[1]) == VocabularyKind.COMMUNITY
        if any(found := _named(pair[2], vocabulary))
    }  # fmt: skip
    return named.pop() if len(named) == 1 else (None, "")


def _named(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    community = vocabulary.exact(VocabularyKind.COMMUNITY, text.rstrip(" :"))
    return community, "" if community else vocabulary.country(text.rstrip(" :"))
