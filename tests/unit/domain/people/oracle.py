"""The rules of counting.md, "One person", in the plainest words: pairs of rows, again and again, until nothing moves.

Slow, and without anything that makes the real resolution fast, so that the two can only agree by being right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from functools import cache
from itertools import combinations, product

from liaison_metrics.domain.people.encoding import Identity, as_bits, similarity
from liaison_metrics.domain.people.latin import latin_word
from liaison_metrics.domain.people.normal_forms import email_form, name_tokens, phone_form
from tests.unit.domain.people.made_up import CITY_OF_EVENT, ENCODER, Stated

Tokens = tuple[str, ...]
Rows = frozenset[int]


def persons(rows: Sequence[Stated], decided: Collection[Rows] = ()) -> set[Rows]:
    """Returns the persons as sets of positions of rows. *decided* are sets of rows that are one person's."""
    same = _joined(
        range(len(rows)),
        lambda a, b: _say_the_same(rows[a], rows[b]) or any({a, b} <= together for together in decided),
    )
    classes = _divided(rows, same, lambda a, b: _fit_by_the_first_rule(rows[a], rows[b]))
    identified = [c for c in classes if all(name(rows[at]) or email(rows[at]) or phone(rows[at]) for at in c)]
    groups = _same_name_in_one_city(rows, identified)
    free = [group for group in groups if not any(_states_contradict(rows, a, b) for a, b in combinations(group, 2))]
    of_row = {at: c for c in identified for at in c}
    return {*_divided(rows, identified, lambda a, b: any({of_row[a], of_row[b]} <= group for group in free))}


def name(row: Stated) -> Tokens:
    return name_tokens(row.name)


def email(row: Stated) -> str:
    return email_form(row.email)


def phone(row: Stated) -> str:
    return phone_form(row.phone, "IT")


def contradict(a: Stated, b: Stated) -> bool:
    """Whether two rows can never be one person's by rules 1 and 2."""
    return _births_contradict(a, b) or (_share_an_address(a, b) and not compatible(name(a), name(b)))


def compatible(a: Tokens, b: Tokens) -> bool:
    left, right = ({latin_word(token) for token in tokens} for tokens in (a, b))
    return left <= right or right <= left or _similar(a, b)


def _joined(things: Iterable[Hashable], same: Callable) -> list[frozenset]:
    sets = [frozenset([thing]) for thing in things]
    while True:
        for left, right in combinations(sets, 2):
            if any(same(a, b) for a, b in product(left, right)):
                sets = [s for s in sets if s not in (left, right)] + [left | right]
                break
        else:
            return sets


def _divided(rows: Sequence[Stated], sets: Iterable[Rows], fit: Callable[[int, int], bool]) -> list[Rows]:
    """Joins the two that fit best, again and again, and never two that contradict each other."""
    sets = list(sets)
    while pairs := [
        (left, right)
        for left, right in combinations(sets, 2)
        if any(fit(a, b) for a, b in product(left, right))
        and not any(contradict(rows[a], rows[b]) for a, b in product(left, right))
    ]:
        best = min(pairs, key=lambda pair: _rank(rows, *pair))
        sets = [s for s in sets if s not in best] + [best[0] | best[1]]
    return sets


def _rank(rows: Sequence[Stated], a: Rows, b: Rows) -> tuple:
    said, also = ({_identity(rows[at]) for at in side} for side in (a, b))
    in_common = sum(
        len({identity[kind] for identity in said} & {identity[kind] for identity in also} - {0})
        for kind in range(len(Identity._fields))
    )
    attendances = len({rows[at].event for at in a | b})
    return -in_common, -attendances, sorted([sorted(said), sorted(also)])


@cache
def _identity(row: Stated) -> Identity:
    return ENCODER.identity(row.name, row.email, row.phone, row.birth, row.year, "IT")


def _say_the_same(a: Stated, b: Stated) -> bool:
    if _identity(a) != _identity(b):
        return False
    if email(a) or phone(a):
        return True
    return bool(name(a)) and (a.year > 0 or a.event == b.event)


def _fit_by_the_first_rule(a: Stated, b: Stated) -> bool:
    if _births_contradict(a, b):
        return False
    by_birth = name(a) and name(a) == name(b) and a.year and b.year
    return bool(by_birth) or (_share_an_address(a, b) and compatible(name(a), name(b)))


def _share_an_address(a: Stated, b: Stated) -> bool:
    return any(address(a) and address(a) == address(b) for address in (email, phone))


def _births_contradict(a: Stated, b: Stated) -> bool:
    if a.birth and b.birth:
        return a.birth != b.birth
    return bool(a.year and b.year) and a.year != b.year


def _similar(a: Tokens, b: Tokens) -> bool:
    left, right = (as_bits([ENCODER.name_form(" ".join(tokens)).encoding]) for tokens in (a, b))
    return similarity(left, right)[0] >= 0.8


def _same_name_in_one_city(rows: Sequence[Stated], found: list[Rows]) -> list[set[Rows]]:
    keys = {(name(row), CITY_OF_EVENT[row.event]) for row in rows if name(row)}
    return [{c for c in found if any((name(rows[at]), CITY_OF_EVENT[rows[at].event]) == k for at in c)} for k in keys]


def _states_contradict(rows: Sequence[Stated], a: Rows, b: Rows) -> bool:
    for states in (email, phone, lambda row: row.birth, lambda row: row.year):
        left, right = ({value for at in c if (value := states(rows[at]))} for c in (a, b))
        if left and right and not left & right:
            return True
    return False
