"""What the store keeps of people, as descriptions that can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.near_matches.descriptions import MOST_WORDS, NO_WORD, Descriptions
from liaison_metrics.domain.near_matches.words import Words


class Description(NamedTuple):
    """A name (digest) and a birth that a person states; ``birth`` and ``cities`` as in ``Descriptions``."""

    person: int
    name: int
    birth: int
    cities: int = 0


def described(stated: Sequence[Description], forms: Mapping[int, NameForm]) -> Descriptions:
    """Returns descriptions, given the forms of their names. Those without a name are left out: there is nothing to
    compare. A name whose form is lost is equal to itself alone."""
    named = [one for one in stated if one.name]
    numbers: dict[int, int] = {}
    words: list[frozenset[int]] = []
    names: dict[int, list[int]] = {}
    for name in dict.fromkeys(one.name for one in named):
        names[name] = []
        for digest, pairs in _words_of(name, forms.get(name)):
            number = numbers.setdefault(digest, len(words))
            if number == len(words):
                words.append(pairs)
            words[number] = words[number] or pairs  # an earlier version stored no pairs, another name may have them
            names[name].append(number)
    columns = np.full((len(named), MOST_WORDS), NO_WORD, dtype=np.int64)
    for at, one in enumerate(named):
        columns[at, : len(names[one.name])] = names[one.name]
    person, birth, cities = (
        np.array([one[column] for one in named], dtype=np.int64) for column in (0, 2, 3)
    )  # fmt: skip
    return Descriptions(person, columns, birth, cities, Words.of(words))


def _words_of(name: int, form: NameForm | None) -> list[tuple[int, frozenset[int]]]:
    """Returns the words of a name, each as a digest and its letter pairs; the longest where it has many."""
    if form is None:
        return [(name, frozenset())]
    digests = sorted(form.tokens if form.latin is None else form.latin)
    pairs = form.letter_pairs + (frozenset[int](),) * (len(digests) - len(form.letter_pairs))
    words = sorted(zip(digests, pairs, strict=True), key=lambda word: -len(word[1]))
    return words[:MOST_WORDS]
