"""The attack: from what is seen of a store, and the names of some people, to the names of the others.

The attacker was at some events and has their lists, so knows who is meant by what stands for those names, wherever it
stands again. For each other name it takes the best of: the words of the name, where its form is readable (known words,
and letters learned from them); a family, where an address is shared or the sorted list leaves no other; and how
common names are, against how often what stands for them is seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from liaison_metrics.domain.facts import NameForm
from tests.attack.views import SeenRow, View
from tests.attack.world import World

Name = frozenset[str]


@dataclass(frozen=True, slots=True)
class Result:
    """How many other people the attacker had a row of, of how many it read the name, or one word of it, and how many
    names somebody reads who says the most common one of each row's gender and community."""

    others: int
    read: int
    in_part: int
    by_chance: int

    @property
    def share(self) -> float:
        """The share of the other names that was read."""
        return self.read / self.others

    @property
    def chance(self) -> float:
        """The share that is read without looking at what is encrypted."""
        return self.by_chance / self.others


def attack(view: View, world: World, known: set[int], truth: Mapping[int, int]) -> Result:
    """Returns what an attacker reads who knows some of the world's people, by number. *truth* says whose each row is,
    by its ``order``: the attack is measured with it and does not use it."""
    titles = {f"Workshop {number}": list(people) for number, people in enumerate(world.lists)}
    lists: dict[str, list[SeenRow]] = defaultdict(list)
    for row in sorted(view.rows, key=lambda one: one.order):
        lists[row.event].append(row)
    named = _known_names(lists, titles, world, known)
    read = _by_forms(view.forms, named, world) if view.forms else {}
    read |= _by_order(lists, named, world)
    read = {**_by_address(view.rows, named, world), **read}
    read = {**_by_frequency(view.rows, named, world), **read}
    return _result(view.rows, truth, world, known, named | read)


def _known_names(
    lists: Mapping[str, Sequence[SeenRow]], titles: Mapping[str, Sequence[int]], world: World, known: set[int]
) -> dict[object, Name]:
    """Returns the names of those whom the attacker knows by what stands for them, if rows lie as in the list: where the
    readable columns agree with that."""
    votes: dict[object, Counter[Name]] = defaultdict(Counter)
    for title, rows in lists.items():
        people = titles[title]
        agree = len(rows) == len(people) and all(
            row.gender == world.people[one].gender.lower() for row, one in zip(rows, people, strict=True)
        )
        for row, one in zip(rows, people, strict=False):
            if agree and one in known:
                votes[row.name][world.people[one].name] += 1
    return {seen: names.most_common(1)[0][0] for seen, names in votes.items()}


def _by_forms(forms: Mapping[object, NameForm], named: Mapping[object, Name], world: World) -> dict[object, Name]:
    """Returns names by the words in their forms: of known names, or guessed by the letter pairs that these taught."""
    masks: dict[int, int] = {}
    for form in forms.values():
        for token in form.tokens:
            masks[token] = masks.get(token, -1) & int.from_bytes(form.encoding, "little")
    words = _known_words(forms, named)
    pairs: dict[str, int] = {}
    for token, word in words.items():
        for pair in _pairs(word):
            pairs[pair] = pairs.get(pair, -1) & masks[token]
    vocabulary = sorted({word for some in (*world.given.values(), *world.families.values()) for word in some})
    bits = [_bits(word, pairs) for word in vocabulary]
    guessed = dict(words)
    for token, mask in masks.items():
        if token not in guessed:
            guessed[token] = vocabulary[max(range(len(bits)), key=lambda word: _likeness(bits[word], mask))]
    return {seen: frozenset(guessed[token] for token in form.tokens) for seen, form in forms.items()}


def _known_words(forms: Mapping[object, NameForm], named: Mapping[object, Name]) -> dict[int, str]:
    places: dict[str, set[int]] = {}
    for seen, name in named.items():
        for word in name:
            places[word] = places.get(word, set(forms[seen].tokens)) & forms[seen].tokens
    found: dict[int, str] = {}
    for _turn in range(3):  # a word that is settled leaves the other word of its name
        for word, tokens in places.items():
            left = tokens - {token for token, other in found.items() if other != word}
            if len(left) == 1:
                found[next(iter(left))] = word
    return found


def _pairs(word: str) -> Iterable[str]:
    edged = f" {word.lower()} "
    return (edged[at : at + 2] for at in range(len(edged) - 1))


def _bits(word: str, pairs: Mapping[str, int]) -> int:
    bits = 0
    for pair in _pairs(word):
        bits |= pairs.get(pair, 0)
    return bits


def _likeness(bits: int, mask: int) -> float:
    """Returns how well the bits of a word explain a mask, and how few of them are missing there."""
    shared, total = (bits & mask).bit_count(), bits.bit_count() + mask.bit_count()
    return 2 * shared / max(total, 1)


def _by_order(lists: Mapping[str, Sequence[SeenRow]], named: Mapping[object, Name], world: World) -> dict[object, Name]:
    """Returns the names between two known ones of one family, in a list that is sorted as far as is known."""
    families = {word for some in world.families.values() for word in some}
    found: dict[object, Name] = {}
    for rows in lists.values():
        known = [(at, next(iter(named[row.name] & families), "")) for at, row in enumerate(rows) if row.name in named]
        if [family for _at, family in known] != sorted(family for _at, family in known):
            continue
        for (start, first), (end, last) in pairwise(known):
            if first == last:
                for row in rows[start + 1 : end]:
                    found[row.name] = frozenset((first, _common_given(row, world)))
    return found


def _by_address(rows: Sequence[SeenRow], named: Mapping[object, Name], world: World) -> dict[object, Name]:
    """Returns names of people who share an address with a known one: the family, and a common given name."""
    families = {word for some in world.families.values() for word in some}
    of_address = {row.email: next(iter(named[row.name] & families), "") for row in rows if row.name in named}
    return {
        row.name: frozenset((of_address[row.email], _common_given(row, world)))
        for row in rows
        if row.name not in named and of_address.get(row.email)
    }


def _by_frequency(rows: Sequence[SeenRow], named: Mapping[object, Name], world: World) -> dict[object, Name]:
    """Returns for what is seen most often the most common name of that community and gender that is not taken."""
    taken = set(named.values())
    found: dict[object, Name] = {}
    by_kind: dict[tuple[str, str], list[object]] = defaultdict(list)
    seen = Counter(row.name for row in rows if row.name not in named)
    kinds = {row.name: _kind(row, world) for row in rows}
    for name, _times in seen.most_common():
        by_kind[kinds[name]].append(name)
    for (community, gender), names in by_kind.items():
        free = iter([name for name in _commonest(world, community, gender, 3 * len(names)) if name not in taken])
        found |= dict(zip(names, free, strict=False))
    return found


def _commonest(world: World, community: str, gender: str, count: int) -> list[Name]:
    return [frozenset((world.families[community][f], world.given[gender][g])) for f, g in _ranks()[:count]]


@cache
def _ranks() -> list[tuple[int, int]]:
    """Returns the ranks of family and given name of the most common whole names, in order."""
    found = sorted(((family + 6) * (given + 6), family, given) for family in range(80) for given in range(80))
    return [(family, given) for _rank, family, given in found]


def _common_given(row: SeenRow, world: World) -> str:
    return world.given[_kind(row, world)[1]][0]


def _kind(row: SeenRow, world: World) -> tuple[str, str]:
    community = next((one for one in world.families if one.lower() == row.community), next(iter(world.families)))
    return community, "Female" if row.gender == "female" else "Male"


def _result(
    rows: Sequence[SeenRow], truth: Mapping[int, int], world: World, known: set[int], read: Mapping[object, Name]
) -> Result:
    """Compares what was read with who is meant: a name is read where more than half of its rows bear it."""
    right: Counter[int] = Counter()
    in_part: Counter[int] = Counter()
    seen: Counter[int] = Counter()
    for row in rows:
        person = truth[row.order]
        if person not in known:
            seen[person] += 1
            right[person] += read.get(row.name) == world.people[person].name
            in_part[person] += bool(read.get(row.name, frozenset()) & world.people[person].name)
    people = {person: world.people[person] for person in seen}
    chance = sum(_commonest(world, who.community, who.gender, 1)[0] == who.name for who in people.values())
    whole, some = (sum(2 * count[person] > seen[person] for person in seen) for count in (right, in_part))
    return Result(len(seen), whole, some, chance)
