"""The register after any sequence of uploads, undoes and decisions is the resolution from scratch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.people import names as names_module
from liaison_metrics.domain.people import resolved as register_module
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.people.resolution import resolve
from liaison_metrics.domain.people.resolved import ResolvedPeople, register
from liaison_metrics.domain.people.rows import Rows
from tests.examples import share_of
from tests.unit.domain.people.made_up import CITY_OF_EVENT, Stated, classes, columns, forms, worlds

CITY_NUMBERS = {"palermo": 1, "graz": 2, "athens": 3}

pairs = st.frozensets(st.tuples(st.integers(1, 16), st.integers(1, 16)).filter(lambda p: p[0] != p[1]), max_size=3)
decisions = st.builds(Decisions, must_link=pairs, cannot_link=pairs)


def rows_of(found: list[Stated], ids: list[int]) -> Rows:
    made = columns(found, ids)
    return Rows.of(made, np.array([CITY_NUMBERS[CITY_OF_EVENT[e]] for e in made.event.tolist()], dtype=np.int16))


def persons(now: ResolvedPeople) -> set[frozenset[int]]:
    return classes(now.persons.part.tolist(), now.log.rows.id.tolist())


@given(worlds(least=4, most=24), st.data())
@settings(max_examples=share_of(250))
def test_step_by_step_is_from_scratch(world: list[Stated], data: st.DataObject) -> None:
    decided = data.draw(st.one_of(st.just(Decisions()), decisions))
    size = data.draw(st.integers(0, len(world)))
    held = dict(enumerate(world[:size], start=1))
    now = register(rows_of(world[:size], list(held)), forms, decided)
    while size < len(world):
        came = world[size : size + data.draw(st.integers(1, 8))]
        gone = data.draw(st.sets(st.integers(1, 4), max_size=1))
        newly_decided = data.draw(st.one_of(st.none(), st.none(), decisions))
        held = {number: row for number, row in held.items() if row.upload not in gone}
        new = dict(enumerate(came, start=size + 1))
        size += len(came)
        before = now.persons.part
        now, moved = now.after(rows_of(came, list(new)), gone, newly_decided)
        decided = decided if newly_decided is None else newly_decided
        held |= new

        fresh = resolve(columns(list(held.values()), list(held)), CITY_OF_EVENT, forms, decided)
        assert persons(now) == classes(fresh.tolist(), list(held))
        stayed = np.setdiff1d(np.arange(len(before)), moved)
        assert (now.persons.part[stayed] == before[stayed]).all()


def test_who_was_divided_is_looked_at_as_a_whole_when_the_reason_goes() -> None:
    """A chain over three cities, told apart at its ends, hangs together again when one end is gone."""
    birth = date(1980, 1, 1)
    rows = [
        Stated("Luca Verdi", event=1, upload=1),
        Stated("Luca Verdi", birth=birth, year=1980, event=1, upload=2),
        Stated("Luca Verdi", birth=birth, year=1980, event=4, upload=2),
        Stated("Luca Verdi", "one@example.org", event=4, upload=2),
        Stated("Luca Verdi", "one@example.org", event=6, upload=2),
        Stated("Luca Verdi", phone="091 1234567", event=6, upload=2),
    ]
    now = register(rows_of(rows, [1, 2, 3, 4, 5, 6]), forms, Decisions(cannot_link=frozenset([(1, 6)])))
    assert len(persons(now)) == 2
    assert persons(now.after(rows_of([], []), [1])[0]) == {frozenset([2, 3, 4, 5, 6])}


def test_a_class_that_was_divided_is_looked_at_as_a_whole_when_the_reason_goes() -> None:
    """The same within rule 1: a chain of births and addresses."""
    first = date(1980, 1, 1)
    rows = [
        Stated("Luca Verdi", birth=first, year=1980, event=1, upload=1),
        Stated("Luca Verdi", "one@example.org", birth=first, year=1980, event=4, upload=2),
        Stated("Luca Verdi", "one@example.org", "091 1234567", event=1, upload=2),
        Stated("Luca Verdi", phone="091 1234567", event=4, upload=2),
    ]
    now = register(rows_of(rows, [1, 2, 3, 4]), forms, Decisions(cannot_link=frozenset([(1, 4)])))
    assert len(persons(now)) == 2
    assert persons(now.after(rows_of([], []), [1])[0]) == {frozenset([2, 3, 4])}


def test_a_contradiction_in_a_group_that_is_not_touched_still_holds() -> None:
    """Two of three of one name, whom a third contradicts, are both resolved again for reasons in other cities."""
    birth = date(1980, 1, 1)
    rows = [
        Stated("Luca Verdi", birth=birth, year=1980, event=1),
        Stated("Luca Verdi", birth=birth, year=1980, event=4),
        Stated("Luca Verdi", "one@example.org", event=1),
        Stated("Luca Verdi", "one@example.org", event=6),
        Stated("Luca Verdi", "two@example.org", event=1),
    ]
    now = register(rows_of(rows, [1, 2, 3, 4, 5]), forms)
    assert persons(now) == {frozenset([1, 2]), frozenset([3, 4]), frozenset([5])}
    came = [
        Stated("Luca Verdi", phone="091 1234567", event=4, upload=2),
        Stated("Luca Verdi", phone="091 7654321", event=6, upload=2),
    ]
    assert persons(now.after(rows_of(came, [6, 7]), [])[0]) == {
        frozenset([1, 2, 6]), frozenset([3, 4, 7]), frozenset([5])
    }  # fmt: skip


def test_all_names_of_an_address_are_seen_also_those_that_nothing_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_module, "MOST_NAMES", 2)
    birth = date(1980, 1, 1)
    rows = [
        Stated("Verdi", "office@example.org", birth=birth, year=1980, event=1),
        Stated("Maria Verdi", "office@example.org", birth=birth, year=1980, event=1),
        Stated("Nasrin Talukder", "office@example.org", event=1),
    ]
    now = register(rows_of(rows, [1, 2, 3]), forms)
    came = [replace(row, email="", event=4, upload=2) for row in rows[:2]]
    assert persons(now.after(rows_of(came, [4, 5]), [])[0]) == {
        frozenset([1, 4]), frozenset([2, 5]), frozenset([3])
    }  # fmt: skip


def test_what_fits_several_people_and_what_a_city_contests_goes_to_review() -> None:
    rows = [
        Stated("Maria Rossi", "office@example.org", event=1),
        Stated("Maria", "office@example.org", event=1),
        Stated("Maria Verdi", "office@example.org", event=1),
        Stated("Luca Verdi", phone="091 1234567", event=1),
        Stated("Luca Verdi", phone="091 7654321", event=1),
        Stated("Nasrin Talukder", event=1),
    ]
    review = set(register(rows_of(rows, [11, 12, 13, 14, 15, 16]), forms).for_review())
    assert review in (
        {(12, 13, "fits_several"), (14, 15, "contested_name")},
        {(11, 12, "fits_several"), (14, 15, "contested_name")},
    )
    decided = Decisions(cannot_link=frozenset([(15, 14), (11, 12), (12, 13)]))
    assert not [*register(rows_of(rows, [11, 12, 13, 14, 15, 16]), forms, decided).for_review()]


@given(worlds(least=4), st.data())
@settings(max_examples=share_of(100))
def test_what_goes_to_review_does_not_depend_on_how_it_came(world: list[Stated], data: st.DataObject) -> None:
    size = data.draw(st.integers(0, len(world)))
    ids = range(1, len(world) + 1)
    now = register(rows_of(world[:size], [*ids[:size]]), forms)
    now, _moved = now.after(rows_of(world[size:], [*ids[size:]]), [])
    people = {number: person for person in persons(now) for number in person}
    review = [*now.for_review()]
    assert set(review) == set(register(rows_of(world, [*ids]), forms).for_review())
    assert all(people[pair.attendance] != people[pair.other] for pair in review)


@pytest.fixture(autouse=True)
def few_recent_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_module, "RECENT_ROWS", 5)
