"""Remarks about a relative of the person in a row, who was ill or away ("her husband is ill", "sein Bruder wollte
kommen"): they say nothing of the person."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from liaison_metrics.sheets.words.lists import evidence, language_words, languages, normal, spellings

_NAMED = re.compile(r"[^\W\d_][\w'’-]+(?:(?:\s[^\W\d_][\w'’-]+)?:\s*|(?<=s)\s+)")
"""Whose relative it is ("Anna: husband is ill", "Astrids mand er syg")."""

_MOST_BEFORE = 2
"""So many words at most stand before the relative ("la sua amica")."""

_LISTS = ("whose_relative", "grown_relatives", "one_accompanying", "who_is_told_of", "messages")


@lru_cache(maxsize=20_000)
def tells_of_relative(remark: str) -> bool:
    """Returns whether a remark begins with a relative of the person and goes on about nobody else. Who has an ill child
    stays at home, so a child must have wanted to come."""
    named = _NAMED.match(remark) if remark[:1].isupper() else None
    words = normal(remark[named.end() :] if named else remark).split()
    return any(_begins_with_relative(words, lists, named=named is not None) for lists in _lists_of_languages())


def _begins_with_relative(words: list[str], lists: dict[str, frozenset[str]], *, named: bool) -> bool:
    """Whether words begin with a relative, behind words that say whose, unless the person is *named* before them."""
    known = lists["grown_relatives"] | lists["one_accompanying"]
    at = next((at for at, word in enumerate(words[: _MOST_BEFORE + 1]) if word in known), -1)
    if at < 0 or not (at or named) or not all(word in lists["whose_relative"] for word in words[:at]):
        return False
    rest = words[at + 1 :]
    if not rest or not (lists["who_is_told_of"] | lists["messages"]).isdisjoint(rest):
        return False
    return words[at] in lists["grown_relatives"] or any(word.startswith(tuple(evidence("coming"))) for word in rest)


@cache
def _lists_of_languages() -> tuple[dict[str, frozenset[str]], ...]:
    told = (language_words(name, "tools") for name in languages() if language_words(name, "prose"))
    return tuple(
        {kind: frozenset(form for word in tools[kind] for form in spellings(word)) for kind in _LISTS} for tools in told
    )
