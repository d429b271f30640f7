"""The index of known words finds the same words as comparing a text with each of them."""

from __future__ import annotations

import random

import pytest
from rapidfuzz.distance import OSA

from liaison_metrics.sheets.words.lists import headers
from liaison_metrics.sheets.words.phrases.similar import SHORTEST_PART, AlikeWords, SimilarWords

_WORDS = [word for word in headers() if len(word) > 4][::10]


def _misspelt(word: str, chance: random.Random) -> str:
    for _slip in range(chance.randint(0, 3)):
        at, letter = chance.randrange(len(word)), chance.choice("aeioutnsαε ")
        word = chance.choice((
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :] or letter,
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        ))  # fmt: skip
    return word


@pytest.mark.parametrize("slips", [1, 2])
def test_finds_what_comparing_all_words_finds(slips: int) -> None:
    chance = random.Random(5)
    similar = SimilarWords(_WORDS)
    found = 0
    for text in (_misspelt(chance.choice(_WORDS), chance) for _time in range(200)):
        compared = {word: distance for word in _WORDS if (distance := OSA.distance(text, word)) <= slips}
        assert similar.within(text, slips) == compared
        found += len(compared)
    assert found > 100


def test_finds_what_begins_alike_or_shares_a_part() -> None:
    chance = random.Random(6)
    phrases = list(dict.fromkeys((*_WORDS, *(word for word in headers() if " " in word), "ort", "or")))
    alike = AlikeWords(phrases)
    found = 0
    for text in (_misspelt(chance.choice(phrases), chance)[: chance.randint(1, 20)] for _time in range(300)):
        parts = {part for part in text.split() if len(part) >= SHORTEST_PART}
        compared = [
            word
            for word in phrases
            if (min(len(word), len(text)) >= SHORTEST_PART and (word.startswith(text) or text.startswith(word)))
            or not parts.isdisjoint(word.split())
        ]
        assert alike.to(text, parts) == compared
        found += len(compared)
    assert found > 100


def test_no_words() -> None:
    assert SimilarWords(()).within("graz", 2) == {}
    assert AlikeWords(()).to("graz", ["graz"]) == []
