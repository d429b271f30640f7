"""Organisations that stand where a sheet asks for communities: clubs, associations, offices."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.words.headers import meaning_of
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.vocabulary import Vocabulary

_HALF = 0.5
"""If so many words of a column name organisations, the others do as well."""

_INITIALS = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿα-ωά-ώ]{3,6}(?!\w)")
"""The initials of an organisation ("TSV Waldau")."""

_LEGAL_FORM = re.compile(r"\b[eE]\. ?V\.|\bA/S\b|\bi\. ?G\.")

_BETWEEN = re.compile(r"[/,(&]|\s[-–]\s")
"""Between the words of a header for two things ("Verein / Gemeinschaft")."""


def names_organisation(text: str, vocabulary: Vocabulary) -> bool:
    """Returns whether a text has a word, the initials or the legal form of an organisation."""
    words, stems = normal(text).split(), _stems()
    return (
        any(word.startswith(stems) or word.endswith(stems) for word in words)
        or bool(_LEGAL_FORM.search(text))
        or (len(words) > 1 and not text.isupper() and bool(_INITIALS.search(text)))
        or bool(vocabulary.inside(VocabularyKind.GROUP, text))
    )


@cache
def _stems() -> tuple[str, ...]:
    return tuple(tools("organisation_stems"))


def asks_for_organisation(header: str) -> bool:
    """Returns whether a header for communities names organisations too."""
    return any(meaning_of(part.strip()) == "organisation" for part in _BETWEEN.split(header.replace(")", "")))


def organisations_among(
    unknown: Collection[str], header: str, vocabulary: Vocabulary, *, alone: bool
) -> frozenset[str]:
    """Returns which *unknown* words of a column of communities are organisations: those that say so; all, if the header
    names organisations too, or half of them say so and they stand *alone* in the column."""
    named = frozenset(text for text in unknown if names_organisation(text, vocabulary))
    every = asks_for_organisation(header) or (alone and len(unknown) > 1 and len(named) >= _HALF * len(unknown))
    return frozenset(unknown) if every else named
