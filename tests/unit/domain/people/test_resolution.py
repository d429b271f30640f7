"""Who is one person: the fast resolution against the plain words of the rules, each rule by example, and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.people import names
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.people.groups import Groups
from liaison_metrics.domain.people.resolution import resolve
from tests.unit.domain.people import oracle
from tests.unit.domain.people.made_up import CITY_OF_EVENT, ENCODER, Stated, classes, columns, forms, worlds

ONE, TWO = "one@example.org", "two@example.org"
NEW_YEAR, SUMMER = date(1980, 1, 1), date(1980, 6, 1)


def persons(rows: Sequence[Stated], decisions: Decisions | None = None) -> set[frozenset[int]]:
    found = resolve(columns(rows), CITY_OF_EVENT, forms, decisions or Decisions())
    return classes(found.tolist())


def together(*rows: Stated) -> bool:
    return len(persons(rows)) == 1


@given(worlds())
@settings(max_examples=300)
def test_the_fast_resolution_is_the_plain_one(rows: list[Stated]) -> None:
    assert persons(rows) == oracle.persons(rows)


@given(worlds(), st.randoms())
@settings(max_examples=60)
def test_the_order_of_rows_does_not_matter(rows: list[Stated], random) -> None:
    order = random.sample(range(len(rows)), len(rows))
    shuffled = persons([rows[at] for at in order])
    assert {frozenset(order[at] for at in person) for person in shuffled} == persons(rows)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([Stated("Maria Rossi", ONE), Stated("ROSSI, Maria", " ONE@example.org")], True, id="equal names"),
        pytest.param([Stated("Maria Rossi", ONE), Stated("Maria Rosi", ONE)], True, id="similar names"),
        pytest.param([Stated("Maria", ONE), Stated("Maria Verdi", ONE)], True, id="contained name"),
        pytest.param([Stated("", ONE), Stated("Maria Rossi", ONE)], True, id="no name on an address of one"),
        pytest.param([Stated("", ONE), Stated("", ONE)], True, id="no names on one address"),
        pytest.param([Stated("Luca Verdi", ONE), Stated("Maria Rossi", ONE)], False, id="an address lent to two"),
        pytest.param([Stated("Maria Rossi", ONE), Stated("Maria Rosi", TWO)], False, id="similar names alone"),
        pytest.param(
            [Stated("Luca Verdi", phone="+39 091 1234567"), Stated("Verdi", phone="091 1234567")], True, id="one phone"
        ),
        pytest.param(
            [
                Stated("Maria Rossi", birth=NEW_YEAR, year=1980),
                Stated("Maria Rossi", birth=NEW_YEAR, year=1980, event=4),
            ],
            True,
            id="name and birth date, in two cities",
        ),
        pytest.param(
            [Stated("Maria Rossi", birth=NEW_YEAR, year=1980), Stated("Maria Rossi", year=1980, event=4)],
            True,
            id="name and the year where one side knows no more",
        ),
        pytest.param(
            [Stated("Maria Rossi", birth=NEW_YEAR, year=1980), Stated("Maria Rossi", birth=SUMMER, year=1980, event=4)],
            False,
            id="two dates of one year",
        ),
        pytest.param(
            [Stated("", ONE, birth=NEW_YEAR, year=1980), Stated("", TWO, birth=NEW_YEAR, year=1980)],
            False,
            id="a birth date without a name",
        ),
        pytest.param([Stated("Maria Rossi"), Stated("Maria Rossi", ONE, event=2)], True, id="one name in one city"),
        pytest.param([Stated("Maria Rossi"), Stated("Maria Rossi", event=4)], False, id="one name in two cities"),
        pytest.param(
            [Stated("Maria Rossi", ONE), Stated("Maria Rossi", phone="091 1234567"), Stated("Maria Rossi", year=1980)],
            True,
            id="one name in one city, nothing contradicts",
        ),
    ],
)
def test_two_rows_are_one_person_or_not(rows: list[Stated], expected: bool) -> None:
    assert together(*rows) is expected


def test_a_contradiction_keeps_the_whole_name_apart() -> None:
    rows = [Stated("Maria Rossi", ONE), Stated("Maria Rossi", TWO), Stated("Maria Rossi")]
    assert persons(rows) == {frozenset([0]), frozenset([1]), frozenset([2])}


def test_what_is_told_again_of_one_event_is_one_attendance() -> None:
    rows = [
        Stated("Maria Rossi", ONE),
        Stated("Maria Rossi", TWO),
        Stated("Maria Rossi"),
        Stated("ROSSI Maria", upload=2),
    ]
    assert persons(rows) == {frozenset([0]), frozenset([1]), frozenset([2, 3])}


def test_a_name_that_fits_two_people_of_an_address_joins_neither() -> None:
    rows = [Stated("Maria Verdi", ONE), Stated("Luca Verdi", ONE), Stated("Verdi", ONE), Stated("", ONE)]
    assert len(persons(rows)) == 4


def test_a_name_that_fits_two_names_of_one_person_joins() -> None:
    assert together(Stated("Luca", ONE), Stated("Luca Verdi Bianchi", ONE), Stated("Luca Verdi", ONE), Stated("", ONE))


def test_on_an_address_of_very_many_names_only_equal_names_are_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [Stated(name, ONE) for name in ("Maria Rossi", "Maria Rosi", "Maria", "ROSSI, Maria")]
    assert together(*rows)
    monkeypatch.setattr(names, "MOST_NAMES", 2)
    assert persons(rows) == {frozenset([0, 3]), frozenset([1]), frozenset([2])}


def test_an_address_of_very_many_names_is_fast() -> None:
    syllables = ("ma", "ri", "ro", "sel", "ben", "nu", "lat", "to", "an", "chi", "de", "gor", "pa", "vel", "lu", "kas")
    written = {
        ENCODER.identity(text, None, None, None, None, "IT").name: text
        for text in map("".join, product(syllables, repeat=3))
    }
    digests = np.array(list(written), dtype=np.int64)
    groups, start = Groups.of(np.full(len(digests), 7)), process_time()
    names.tied_by_contact(groups, digests, lambda asked: {d: ENCODER.name_form(written[d]) for d in asked})
    assert process_time() - start < 5


def test_who_knows_only_the_year_joins_two_dates_of_it() -> None:
    both = [Stated("Maria Rossi", birth=day, year=1980, event=event) for day, event in ((NEW_YEAR, 1), (SUMMER, 4))]
    assert together(*both, Stated("Maria Rossi", year=1980, event=4))


def test_a_row_that_identifies_nobody_is_no_person_even_with_a_birth_date() -> None:
    found = resolve(columns([Stated(birth=NEW_YEAR, year=1980), Stated()]), CITY_OF_EVENT, forms)
    assert found.tolist() == [-1, -1]


def test_nothing_at_all() -> None:
    assert len(resolve(columns([]), CITY_OF_EVENT, forms)) == 0


# ---- decisions -----------------------------------------------------------------------------------

pairs = st.frozensets(st.tuples(st.integers(1, 14), st.integers(1, 14)).filter(lambda p: p[0] != p[1]), max_size=4)
decided = st.builds(Decisions, together=pairs, apart=pairs)


def same(found: np.ndarray, pair: tuple[int, int]) -> bool | None:
    """Whether two ids are one person's; None where one of them is nobody's."""
    if max(pair) > len(found) or min(a := found[pair[0] - 1], b := found[pair[1] - 1]) < 0:
        return None
    return bool(a == b)


@given(worlds(least=8), decided)
@settings(max_examples=250)
def test_decisions_stand_above_the_rules(rows: list[Stated], decisions: Decisions) -> None:
    found = resolve(columns(rows), CITY_OF_EVENT, forms, decisions)
    assert not any(same(found, pair) for pair in decisions.apart)
    if not decisions.apart:
        assert all(same(found, pair) is not False for pair in decisions.together)


@given(worlds(least=8), decided, st.randoms())
@settings(max_examples=100)
def test_decisions_do_not_depend_on_an_order(rows: list[Stated], decisions: Decisions, random) -> None:
    order = random.sample(range(len(rows)), len(rows))
    new_id = {old + 1: at + 1 for at, old in enumerate(order)}

    def renamed(pairs: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        return frozenset((new_id[b], new_id[a]) for a, b in pairs if {a, b} <= new_id.keys())

    shuffled = persons([rows[at] for at in order], Decisions(renamed(decisions.together), renamed(decisions.apart)))
    assert {frozenset(order[at] for at in person) for person in shuffled} == persons(rows, decisions)


@given(worlds(least=6), pairs)
@settings(max_examples=100)
def test_a_decision_leaves_others_as_they_were(rows: list[Stated], apart: frozenset[tuple[int, int]]) -> None:
    # Where all evidence is e-mail addresses. With births, a part that lost a date can join whom that date kept away.
    rows = [replace(row, phone="", birth=None, year=0) for row in rows]
    before, after = persons(rows), persons(rows, Decisions(apart=apart))
    named = {one - 1 for pair in apart for one in pair}
    assert all(any(part <= whole for whole in before) for part in after)
    assert {person for person in before if not person & named} <= after


def test_what_fits_two_people_told_apart_joins_neither() -> None:
    anna = [Stated("Maria Rossi", ONE, event=event) for event in (1, 2, 3)]
    other = [Stated("Maria Rossi", TWO, event=event) for event in (1, 2, 3)]
    link = Stated("Maria Rossi", ONE, birth=NEW_YEAR, year=1980)
    linked = Stated("Maria Rossi", TWO, birth=NEW_YEAR, year=1980)
    rows = [*anna, *other, link, linked]
    assert len(persons(rows)) == 1
    assert persons(rows, Decisions(apart=frozenset([(1, 4)]))) == {frozenset([0, 1, 2, 6]), frozenset([3, 4, 5, 7])}

    both = Stated("Maria Rossi", ONE, phone="091 1234567")
    rows = [*anna, Stated("Maria Rossi", phone="091 1234567"), both]
    assert persons(rows, Decisions(apart=frozenset([(1, 4)]))) == {
        frozenset([0, 1, 2]), frozenset([3]), frozenset([4])
    }  # fmt: skip


def test_together_survives_a_division() -> None:
    rows = [Stated("Maria Rossi", ONE), Stated("Maria Rossi", ONE), Stated("Maria Rossi", ONE)]
    decisions = Decisions(together=frozenset([(1, 3)]), apart=frozenset([(1, 2)]))
    assert persons(rows, decisions) == {frozenset([0, 2]), frozenset([1])}


def test_apart_wins_where_decisions_contradict_each_other() -> None:
    rows = [Stated("Maria Rossi"), Stated("Luca Verdi"), Stated("Anna Maria Rossi")]
    decisions = Decisions(together=frozenset([(1, 2), (2, 3)]), apart=frozenset([(1, 3)]))
    assert persons(rows, decisions) == {frozenset([0]), frozenset([1]), frozenset([2])}
