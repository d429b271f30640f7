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

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.people import names
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.people.resolution import resolve
from tests.examples import share_of
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
@settings(max_examples=share_of(300))
def test_the_fast_resolution_is_the_plain_one(rows: list[Stated]) -> None:
    assert persons(rows) == oracle.persons(rows)


@given(worlds(), st.randoms())
@settings(max_examples=share_of(60))
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


def test_a_name_that_fits_two_people_of_an_address_belongs_to_the_one_with_more_attendances() -> None:
    maria = [Stated("Maria Verdi", ONE, event=event) for event in (1, 2)]
    for others in (["Verdi"], [""], ["Verdi", ""]):
        rows = [*maria, Stated("Luca Verdi", ONE), *(Stated(name, ONE) for name in others)]
        assert persons(rows) == {frozenset([0, 1, *range(3, len(rows))]), frozenset([2])}


def test_a_name_that_fits_two_people_of_an_address_belongs_to_the_one_with_more_in_common() -> None:
    maria = [Stated("Maria Verdi", ONE, event=event) for event in (1, 2)]
    luca = Stated("Luca Verdi", ONE, phone="091 1234567")
    assert persons([*maria, luca, Stated("Verdi", ONE, phone="091 1234567")]) == {frozenset([0, 1]), frozenset([2, 3])}


def test_a_chain_of_names_makes_no_one_person_of_two() -> None:
    rows = [Stated("Maria Rossi", ONE), Stated("Maria", ONE), Stated("Maria Verdi", ONE)]
    assert len(persons(rows)) == 2
    assert not any({0, 2} <= person for person in persons(rows))


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Оксана Бондар", "Oksana Bondar", True),
        ("Оксана", "Oksana Bondar", True),
        ("Hans Müller", "Hans Mueller", True),
        ("Oksana Bondar", "Hans Mueller", False),
    ],
)
def test_names_on_one_address_are_compared_in_latin_letters(name: str, other: str, expected: bool) -> None:
    assert together(Stated(name, ONE), Stated(other, ONE)) is expected
    assert together(Stated(name, phone="091 1234567"), Stated(other, phone="091 1234567")) is expected


def test_names_that_an_earlier_version_stored_are_compared_as_written() -> None:
    def older(names: Sequence[int]) -> dict[int, NameForm]:
        return {name: replace(form, latin=None) for name, form in forms(names).items()}

    def mixed(names: Sequence[int]) -> dict[int, NameForm]:
        return {**forms(names), **older(names[:1])}

    for source in (older, mixed):
        for written, expected in ((("Maria", "Maria Verdi"), 1), (("Оксана", "Oksana Bondar"), 2)):
            rows = columns([Stated(name, ONE) for name in written])
            assert len(set(resolve(rows, CITY_OF_EVENT, source).tolist())) == expected


@pytest.mark.parametrize("names", [("Anna Rossi", "Hanna Rossi"), ("Anna Rossi", "Anna Rossi"), ("", "Anna Rossi")])
@pytest.mark.parametrize(
    "births", [((NEW_YEAR, 1980), (SUMMER, 1980)), ((NEW_YEAR, 1980), (None, 1981)), ((None, 1980), (None, 1981))]
)
def test_siblings_on_the_phone_of_a_parent_are_two(names: tuple[str, str], births) -> None:
    rows = [
        Stated(name, phone="091 1234567", birth=birth, year=year, event=event)
        for name, (birth, year), event in zip(names, births, (1, 4), strict=True)
    ]
    assert len(persons(rows)) == 2
    assert len(persons([*rows, Stated("", phone="091 1234567")])) == 2


@given(worlds())
@settings(max_examples=share_of(200))
def test_no_person_holds_two_rows_that_contradict_each_other(rows: list[Stated]) -> None:
    for person in persons(rows):
        assert not any(oracle.contradict(rows[a], rows[b]) for a in person for b in person)


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

    def forms_of(names: Sequence[int]) -> dict[int, NameForm]:
        return {name: ENCODER.name_form(written[name]) for name in names}

    made = columns([Stated("Maria Rossi", ONE)] * (len(written) + 1))
    made = replace(made, name=np.array([0, *written], dtype=np.int64))
    start = process_time()
    found = resolve(made, CITY_OF_EVENT, forms_of)
    assert len(set(found.tolist())) == len(made)
    few = replace(made, email=np.where(np.arange(len(made)) < 450, made.email, 0))
    resolve(few, CITY_OF_EVENT, forms_of)
    assert process_time() - start < 5


def test_who_knows_only_the_year_belongs_to_one_of_two_dates_of_it() -> None:
    first, second = (
        [Stated("Maria Rossi", birth=day, year=1980, event=event) for event in events]
        for day, events in ((NEW_YEAR, (1, 2)), (SUMMER, (4,)))
    )
    assert persons([*first, *second, Stated("Maria Rossi", year=1980, event=6)]) == {
        frozenset([0, 1, 3]), frozenset([2])
    }  # fmt: skip
    met = Stated("Maria Rossi", ONE, birth=SUMMER, year=1980, event=4)
    assert persons([*first, met, Stated("Maria Rossi", ONE, year=1980, event=6)]) == {
        frozenset([0, 1]), frozenset([2, 3])
    }  # fmt: skip


def test_no_chain_over_cities_makes_one_person_of_two_births() -> None:
    rows = [
        Stated("Maria Rossi", birth=NEW_YEAR, year=1980, event=1),
        Stated("Maria Rossi", ONE, event=1),
        Stated("Maria Rossi", ONE, event=4),
        Stated("Maria Rossi", birth=SUMMER, year=1980, event=4),
    ]
    assert len(persons(rows)) == 2
    assert not any({0, 3} <= person for person in persons(rows))


def test_a_row_that_identifies_nobody_is_no_person_even_with_a_birth_date() -> None:
    found = resolve(columns([Stated(birth=NEW_YEAR, year=1980), Stated()]), CITY_OF_EVENT, forms)
    assert found.tolist() == [-1, -1]


def test_nothing_at_all() -> None:
    assert len(resolve(columns([]), CITY_OF_EVENT, forms)) == 0


# ---- decisions -----------------------------------------------------------------------------------

pairs = st.frozensets(st.tuples(st.integers(1, 14), st.integers(1, 14)).filter(lambda p: p[0] != p[1]), max_size=4)
decided = st.builds(Decisions, must_link=pairs, cannot_link=pairs)


def same(found: np.ndarray, pair: tuple[int, int]) -> bool | None:
    """Whether two ids are one person's; None where one of them is nobody's."""
    if max(pair) > len(found) or min(a := found[pair[0] - 1], b := found[pair[1] - 1]) < 0:
        return None
    return bool(a == b)


@given(worlds(least=8), decided)
@settings(max_examples=share_of(250))
def test_decisions_stand_above_the_rules(rows: list[Stated], decisions: Decisions) -> None:
    found = resolve(columns(rows), CITY_OF_EVENT, forms, decisions)
    assert not any(same(found, pair) for pair in decisions.cannot_link)
    if not decisions.cannot_link:
        assert all(same(found, pair) is not False for pair in decisions.must_link)


@given(worlds(least=8), decided, st.randoms())
@settings(max_examples=share_of(100))
def test_decisions_do_not_depend_on_an_order(rows: list[Stated], decisions: Decisions, random) -> None:
    order = random.sample(range(len(rows)), len(rows))
    new_id = {old + 1: at + 1 for at, old in enumerate(order)}

    def renamed(pairs: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        return frozenset((new_id[b], new_id[a]) for a, b in pairs if {a, b} <= new_id.keys())

    shuffled = persons(
        [rows[at] for at in order], Decisions(renamed(decisions.must_link), renamed(decisions.cannot_link))
    )
    assert {frozenset(order[at] for at in person) for person in shuffled} == persons(rows, decisions)


@given(worlds(least=6), pairs)
@settings(max_examples=share_of(100))
def test_a_decision_leaves_others_as_they_were(rows: list[Stated], apart: frozenset[tuple[int, int]]) -> None:
    before, after = persons(rows), persons(rows, Decisions(cannot_link=apart))
    reached = {attendance - 1 for pair in apart for attendance in pair if attendance <= len(rows)}
    while more := {at for at in range(len(rows)) if any(_share(rows[at], rows[by]) for by in reached)} - reached:
        reached |= more
    assert {person for person in before if not person & reached} <= after


def _share(a: Stated, b: Stated) -> bool:
    return any(of(a) and of(a) == of(b) for of in (oracle.name, oracle.email, oracle.phone))


def test_what_is_kept_apart_from_one_of_two_belongs_to_the_other() -> None:
    rows = [Stated("Maria Rossi", ONE), Stated("Maria", ONE), Stated("Maria Verdi", ONE)]
    for one, other in ((1, 3), (3, 1)):
        decisions = Decisions(cannot_link=frozenset([(one, 2)]))
        assert persons(rows, decisions) == {frozenset([other - 1, 1]), frozenset([one - 1])}


def test_what_fits_two_different_people_equally_joins_neither() -> None:
    rows = [Stated("Maria Rossi", ONE, event=event) for event in (1, 2, 3, 4, 5)]
    different = frozenset([(1, 2)])
    assert persons(rows, Decisions(cannot_link=different)) == {frozenset([0]), frozenset([1]), frozenset([2, 3, 4])}
    linked = Decisions(must_link=frozenset([(1, 3)]), cannot_link=different)
    assert persons(rows, linked) == {frozenset([0, 2, 3, 4]), frozenset([1])}


def test_what_a_decision_links_does_not_contradict_itself() -> None:
    rows = [
        Stated("Maria Rossi", ONE, birth=NEW_YEAR, year=1980),
        Stated("Maria Verdi", ONE, birth=SUMMER, year=1980),
        Stated("Maria Verdi", ONE, birth=SUMMER, year=1980, event=4),
        Stated("Maria Rossi", birth=NEW_YEAR, year=1980, event=4),
    ]
    assert len(persons(rows)) == 2
    assert len(persons(rows, Decisions(must_link=frozenset([(1, 2)])))) == 1


def test_a_division_leaves_whole_what_a_decision_links() -> None:
    rows = [Stated("Maria Rossi", ONE), Stated("Maria Rossi", ONE), Stated("Maria Rossi", ONE)]
    decisions = Decisions(must_link=frozenset([(1, 3)]), cannot_link=frozenset([(1, 2)]))
    assert persons(rows, decisions) == {frozenset([0, 2]), frozenset([1])}


def test_different_people_stay_apart_where_decisions_contradict_each_other() -> None:
    rows = [Stated("Maria Rossi"), Stated("Luca Verdi"), Stated("Anna Maria Rossi")]
    decisions = Decisions(must_link=frozenset([(1, 2), (2, 3)]), cannot_link=frozenset([(1, 3)]))
    assert len(persons(rows, decisions)) == 2
    assert not any({0, 2} <= person for person in persons(rows, decisions))
