"""Tells apart, in sentences, how many people were expected and how many came, and numbers of things from those of
people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from liaison_metrics.sheets.words.lists import evidence, tools
from liaison_metrics.sheets.words.phrases.prose.languages import Language

_LINK = r"[^\W\d]{1,4}"
"""Small words before a number ("out of") have at most so many letters in all languages."""


@cache
def _of_registered(language: Language) -> re.Pattern[str]:
    """Returns a pattern of "out of 30 registered people" in a text in normal form."""
    expected, people = (language.patterns[kind].pattern for kind in ("registered", "units"))
    return re.compile(rf"(?:(?<!\w){_LINK}\s+){{1,3}}\d+\s+(?:{people}\s+)?{expected}")


def without_expected(form: str, language: Language) -> str:
    """Returns a text in normal form without out of how many people who had registered the others came ("26 out of 30
    registered people came")."""
    return " ".join(_of_registered(language).sub(" ", form).split())


def says_who_came(clause: str, sentence: str, language: Language) -> bool:
    """Returns whether a clause, behind a "but", says that people came: what its *sentence* says before is about others
    ("38 registered, but only 29 came")."""
    if not language.has("came", clause):
        return False
    behind = (sentence[found.end() :].strip() for found in language.patterns["but"].finditer(sentence))
    return language.begins("but", clause) or any(rest.startswith(clause) for rest in behind)


def labels_things(words: Sequence[str], language: Language) -> bool:
    """Returns whether words before a number are a label of things, hours or money ("Hours in total: 30")."""
    things = tools("foreign") | evidence("no_things") | evidence("lesson_hours")
    spoken = any(language.has(kind, " ".join(words)) for kind in ("came", "we_were", "units"))
    return not spoken and not things.isdisjoint(words)
