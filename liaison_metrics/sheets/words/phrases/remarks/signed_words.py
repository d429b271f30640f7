"""Words in place of signatures: that there is one ("έχει", "signed"), or none ("δεν έχει", "blank")."""

from __future__ import annotations

from collections import Counter

from liaison_metrics.sheets.words.lists import normal, tools, values
from liaison_metrics.sheets.words.presence import LONGEST_INITIALS, says_present

_WORDED = 0.5
"""Share of a column for signatures that is one word ("yes", "signed"): then the others are words too, no initials."""


def are_words_for_signing(texts: Counter[str]) -> bool:
    """Returns whether a column for signatures has the same word for most people, and so no signatures."""
    text, most = next(iter(texts.most_common(1)), ("", 0))
    long = len(text) > LONGEST_INITIALS
    word = says_present(text) or (long and text.islower()) or _denied(text, texts) != ""
    return word and most > 1 and most >= _WORDED * texts.total()


def words_for_no_signature(texts: Counter[str]) -> frozenset[str]:
    """Returns the words of such a column that say that somebody did not sign: that deny what it says of most, or are
    for an empty cell or what is missing. A signature that nobody can read is one."""
    most = texts.most_common(1)[0][0] if texts else ""
    empty = tools("blank_cell") | tools("signature_missing") | tools("not") | tools("denials")
    found = {text for text in texts if normal(text) in empty}
    denied = _denied(most, texts)
    if normal(denied) not in values("no_name"):
        found.add(denied)
    return frozenset(found - {"", most})


def _denied(word: str, texts: Counter[str]) -> str:
    """Returns the text that only denies a word, "" if none does ("not there", "findes ikke")."""
    said = set(normal(word).split())
    for text in texts:
        words = set(normal(text).split())
        if words - said and said <= words and words - said <= tools("not") | tools("denials") | said:
            return text
    return ""
