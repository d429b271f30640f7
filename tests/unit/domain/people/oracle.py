"""The rules of counting.md, "One person", in the plainest words: pairs of rows, again and again, until nothing moves.

Slow, and without anything that makes the real resolution fast, so that the two can only agree by being right.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from itertools import combinations, product

from liaison_metrics.domain.people.encoding import similarity
from liaison_metrics.domain.people.normal_forms import email_form, name_tokens, phone_form
from tests.unit.domain.people.made_up import CITY_OF_EVENT, ENCODER, Stated

Tokens = tuple[str, ...]


def persons(rows: Sequence[Stated]) -> set[frozenset[int]]:
    """Returns the persons as sets of positions of rows."""
    first = _joined(range(len(rows)), lambda a, b: _same_by_the_first_rule(rows, a, b))
    identified = [c for c in first if all(name(rows[at]) or email(rows[at]) or phone(rows[at]) for at in c)]
    groups = _same_name_in_one_city(rows, identified)
    free = [group for group in groups if not any(_contradict(rows, a, b) for a, b in combinations(group, 2))]
    second = _joined(identified, lambda a, b: any(a in group and b in group for group in free))
    return {frozenset().union(*person) for person in second}


def name(row: Stated) -> Tokens:
    return name_tokens(row.name)


def email(row: Stated) -> str:
    return email_form(row.email)


def phone(row: Stated) -> str:
    return phone_form(row.phone, "IT")


def _joined(things: Iterable[Hashable], same: Callable) -> list[frozenset]:
    sets = [frozenset([thing]) for thing in things]
    while True:
        for left, right in combinations(sets, 2):
            if any(same(a, b) for a, b in product(left, right)):
                sets = [s for s in sets if s not in (left, right)] + [left | right]
                break
        else:
            return sets


def _same_by_the_first_rule(rows: Sequence[Stated], a: int, b: int) -> bool:
    told_again = _says(rows[a]) == _says(rows[b]) and bool(name(rows[a]))
    return told_again or _same_by_address(rows, a, b) or _same_by_birth(rows[a], rows[b])


def _says(row: Stated) -> tuple:
    return row.event, name(row), email(row), phone(row), row.birth, row.year


def _same_by_address(rows: Sequence[Stated], a: int, b: int) -> bool:
    for address in (email, phone):
        if address(rows[a]) and address(rows[a]) == address(rows[b]):
            names = {name(row) for row in rows if address(row) == address(rows[a])}
            if any({name(rows[a]), name(rows[b])} <= one for one in names_of_one_person(names)):
                return True
    return False


def names_of_one_person(names: Iterable[Tokens]) -> list[frozenset[Tokens]]:
    """Returns the names of one address by the persons who can have them; () is no name at all."""
    names = list(names)
    found = _joined(names, lambda a, b: set(a) == set(b) or _similar(a, b))
    while True:
        steps = []
        for short in found:
            fits = {long for long in found if any(set(a) < set(b) for a, b in product(short, long)) and long != short}
            if len(fits) == 1:
                steps.append(short | fits.pop())
        if not steps:
            return found
        found = [frozenset().union(*c) for c in _joined(found, partial(_in_one_of, steps))]


def _in_one_of(sets: list[frozenset], a: frozenset, b: frozenset) -> bool:
    return any(a <= s and b <= s for s in sets)


def _similar(a: Tokens, b: Tokens) -> bool:
    return similarity(*(ENCODER.name_form(" ".join(tokens)).encoding for tokens in (a, b))) >= 0.8


def _same_by_birth(a: Stated, b: Stated) -> bool:
    if not name(a) or name(a) != name(b) or not a.year or not b.year:
        return False
    return a.birth == b.birth if a.birth and b.birth else a.year == b.year


def _same_name_in_one_city(rows: Sequence[Stated], found: list[frozenset[int]]) -> list[set[frozenset[int]]]:
    keys = {(name(row), CITY_OF_EVENT[row.event]) for row in rows if name(row)}
    return [{c for c in found if any((name(rows[at]), CITY_OF_EVENT[rows[at].event]) == k for at in c)} for k in keys]


def _contradict(rows: Sequence[Stated], a: frozenset[int], b: frozenset[int]) -> bool:
    for states, agree in (
        (email, str.__eq__),
        (phone, str.__eq__),
        (lambda row: row.year and (row.birth, row.year), lambda x, y: x[0] == y[0] if x[0] and y[0] else x[1] == y[1]),
    ):
        left, right = ([value for at in c if (value := states(rows[at]))] for c in (a, b))
        if left and right and not any(agree(x, y) for x, y in product(left, right)):
            return True
    return False
