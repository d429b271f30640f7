"""Where long words may be divided: with soft hyphens, which browsers show only where a line ends.

No browser knows the rules of all our languages, and none divides a word whose rules it lacks. The patterns are those of
Pyphen; words that they divide wrongly stand here.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from liaison_metrics.texts import ENGLISH, language

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

LONG = 12
"""Letters of a word that may be divided: shorter ones fit into the narrowest column."""

LEAST = 3
"""Letters that stay together at either end of a word."""

WORDS_KEPT = 8192
"""How many words are kept with their hyphens: the long words of all pages in one language."""

PATTERNS = {"it": "it_IT", "de": "de_DE", "da": "da_DK", "el": "el_GR"}

COMPOUNDED = {
    "da": ("work-shop", "kam-pagne", "kon-fe", "orga-ni-sa", "labo-ra-to", "komi", "fo-rum", "møde"),
    "de": ("ver-an-stal", "kam-pa", "kon-fe", "work-shop", "bangla-de"),
}
"""How words in compounds begin, with their hyphens, where the patterns do not see that a word of its own begins."""

GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")


def divided(word: str) -> str:
    """Returns a word of the current language with soft hyphens where it may be divided; in English as it is."""
    code = "el" if GREEK.search(word) else language()
    return word if code == ENGLISH or len(word) < LONG else _divided(word, code)


@lru_cache(maxsize=WORDS_KEPT)
def _divided(word: str, code: str) -> str:
    patterns = _patterns(code)
    if patterns is None:
        return word
    places = set(patterns.positions(word))
    for compounded in COMPOUNDED.get(code, ()):
        part = compounded.replace("-", "")
        for found in re.finditer(part, word, re.IGNORECASE):
            syllables = compounded.split("-")
            within = {found.start() + sum(map(len, syllables[:n])) for n in range(len(syllables))}
            near = range(found.start() - LEAST + 1, found.end())
            places = {place for place in places if place not in near} | within
    ends = [len(word)]
    for place in sorted(places, reverse=True):
        # One letter alone between two hyphens is no syllable that anybody sees.
        if LEAST <= place <= len(word) - LEAST and place < ends[-1] - 1:
            ends.append(place)
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise([0, *reversed(ends)]))


@cache
def _patterns(code: str) -> Pyphen | None:
    # Imported on first use: those of German take a second to read, and English needs none.
    try:
        from pyphen import Pyphen
    except ModuleNotFoundError:  # an installation whose packages were not brought up to date: words stay whole
        return None
    return Pyphen(lang=PATTERNS[code], left=LEAST, right=LEAST)
