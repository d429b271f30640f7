"""The register after any sequence of uploads, undoes and decisions is the resolution from scratch."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.people import register as register_module
from liaison_metrics.people.decisions import Decisions
from liaison_metrics.people.register import Register, register
from liaison_metrics.people.resolution import resolve
from liaison_metrics.people.rows import Rows
from tests.unit.people.made_up import CITY_OF_EVENT, Stated, classes, columns, forms, worlds

CITY_NUMBERS = {"palermo": 1, "graz": 2}

pairs = st.frozensets(st.tuples(st.integers(1, 16), st.integers(1, 16)).filter(lambda p: p[0] != p[1]), max_size=3)
decisions = st.builds(Decisions, together=pairs, apart=pairs)


def rows_of(found: list[Stated], ids: list[int]) -> Rows:
    made = columns(found, ids)
    return Rows.of(made, np.array([CITY_NUMBERS[CITY_OF_EVENT[e]] for e in made.event.tolist()], dtype=np.int16))


def persons(now: Register) -> set[frozenset[int]]:
    return classes(now.persons.part.tolist(), now.log.rows.id.tolist())


@given(worlds(least=4, most=24), st.data())
@settings(max_examples=250)
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


@pytest.fixture(autouse=True)
def few_recent_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register_module, "RECENT_ROWS", 5)
