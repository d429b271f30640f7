"""Any history of uploads, longer versions, undo, redo, decisions about people, erasure, rows without consent, new keys
and restored backups: after each step what must always hold (counting.md), holds."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import URL, create_engine, text

from liaison_metrics.domain.forgotten import new_token
from liaison_metrics.domain.index.attendances import pseudonym
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.domain.reach.scope import EVERYTHING
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.installation.rotating import rotate_key
from liaison_metrics.services.intake import FileStatus, Options, import_file
from liaison_metrics.services.people import deciding
from liaison_metrics.services.people.comparing import PersonRows
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.facts import read_sources
from tests.conftest import PROJECT_FILE
from tests.services.figures import all_figures
from tests.services.histories import (
    PEOPLE,
    SHEETS,
    Evidence,
    Line,
    evidence,
    file_of,
    forgotten,
    recognised_by,
    stated,
    typed,
)
from tests.unit.domain.people.made_up import Stated
from tests.unit.domain.reach.plain import Plain

pytestmark = pytest.mark.slow

Place = tuple[int, int]
"""An upload and a row of its file."""

NewStore = Callable[[], str]
"""Returns the URL of an empty database."""

some = st.integers(0, 99)
DIMENSIONS = ("community", "age_band", "city")


def main_figures(workspace: Workspace) -> list[object]:
    """What is compared after each step: all figures are too many to work out so often."""
    codes = [indicator.code for indicator in workspace.project.indicators]
    listed = figures.attendances(workspace, actor=COORDINATOR)
    return [
        figures.indicators(workspace, actor=COORDINATOR),
        [figures.breakdown(workspace, code, one, actor=COORDINATOR) for code in codes for one in DIMENSIONS],
        Counter((line.event, line.community, line.group, line.gender, line.age_band) for line in listed),
    ]


class Histories(RuleBasedStateMachine):
    """A store, and beside it in plain words: what each upload states, what was decided, and who was forgotten."""

    def __init__(self, new_store: NewStore, folder: Path) -> None:
        super().__init__()
        self.new_store, self.folder = new_store, folder
        self.names = count(len([*folder.iterdir()]))
        self.workspace = open_workspace(self._settings(self._place("key")))
        self.files: dict[int, tuple[Line, ...]] = {}
        self.standing: list[int] = []
        self.decisions: dict[int, tuple[PersonDecisionKind, set[Evidence], set[Evidence]]] = {}
        self.tokens: dict[Evidence, str] = {}

    def _place(self, suffix: str) -> Path:
        return self.folder / f"{next(self.names)}.{suffix}"

    def _settings(self, key: Path) -> Settings:
        return Settings(database_url=self.new_store(), project_file=PROJECT_FILE, secret_key_file=key)

    # ---- what somebody can do ----

    @rule(sheet=st.sampled_from(SHEETS), rows=st.integers(1, 7))
    def upload(self, sheet: tuple[Line, ...], rows: int) -> None:
        self._import(sheet, rows, Options())

    @precondition(lambda self: self.standing)
    @rule(sheet=st.sampled_from(SHEETS), rows=st.integers(1, 7), which=some)
    def upload_instead(self, sheet: tuple[Line, ...], rows: int, which: int) -> None:
        self._import(sheet, rows, Options(replaces=self.standing[which % len(self.standing)]))

    def _import(self, sheet: tuple[Line, ...], rows: int, options: Options) -> None:
        lines = sheet[:rows]
        report = import_file(
            self.workspace, f"list {SHEETS.index(sheet)}.csv", file_of(lines), options, actor=COORDINATOR
        )
        known = any(self.files[number] == lines for number in self.standing)
        assert report.status is (FileStatus.ALREADY_IMPORTED if known else FileStatus.IMPORTED)
        assert report.attendances == len(lines) and report.upload
        assert self.files.setdefault(report.upload, lines) == lines
        self._look_what_stands()

    @precondition(lambda self: self.standing)
    @rule(which=some)
    def undo(self, which: int) -> None:
        uploads.undo(self.workspace, self.standing[which % len(self.standing)], COORDINATOR)
        self._look_what_stands()

    @precondition(lambda self: len(self.standing) < len(self.files))
    @rule(which=some)
    def redo(self, which: int) -> None:
        undone = sorted({*self.files} - {*self.standing})
        uploads.redo(self.workspace, undone[which % len(undone)], COORDINATOR)
        self._look_what_stands()

    @precondition(lambda self: len(self._people()) > 1)
    @rule(one=some, other=some, same=st.booleans())
    def decide(self, one: int, other: int, same: bool) -> None:
        people = sorted(self._people().items(), key=lambda person: sorted(person[1]))
        a, b = people.pop(one % len(people)), people[other % (len(people) - 1)]
        kind = PersonDecisionKind.SAME if same else PersonDecisionKind.DIFFERENT
        deciding.decide(self.workspace, [(a[0], b[0])], kind, COORDINATOR)
        number = max(one.number for one in deciding.decisions(self.workspace, actor=COORDINATOR))
        rows = self._rows()
        sides = [{evidence(rows[place]) for place in places} for _name, places in (a, b)]
        self.decisions[number] = kind, sides[0], sides[1]

    @precondition(lambda self: self.decisions)
    @rule(which=some)
    def take_back(self, which: int) -> None:
        number = sorted(self.decisions)[which % len(self.decisions)]
        deciding.undo(self.workspace, [number], COORDINATOR)
        del self.decisions[number]

    @precondition(lambda self: self.files)
    @rule(who=st.sampled_from([one for one in PEOPLE if one.email or one.phone or one.birth]))
    def forget(self, who: Stated) -> None:
        rows, key = self._rows(), recognised_by(who)
        kept = any(line[1] == who and line[2] for lines in self.files.values() for line in lines)
        if not kept or key in self.tokens:
            with pytest.raises(UnknownPerson):
                forget(self.workspace, typed(who), COORDINATOR)
            return
        places = {place for place, row in rows.items() if recognised_by(row) == key}
        places = next((found for found in self._people().values() if found & places), places)
        before = main_figures(self.workspace)
        forget(self.workspace, typed(who), COORDINATOR)
        assert main_figures(self.workspace) == before, "forgetting changes no figure"
        gone = {evidence(rows[place]) for place in places}
        self.decisions = {n: one for n, one in self.decisions.items() if gone.isdisjoint(one[1] | one[2])}
        self._remember_forgotten({recognised_by(rows[place]) for place in places} | {key})

    def _remember_forgotten(self, keys: set[Evidence]) -> None:
        """Whoever was forgotten before and is the same person by a decision, stays that person."""
        token = new_token()
        instead = {old: token for old in self.tokens.values() if recognised_by(forgotten(PEOPLE[0], old)) in keys}
        self.tokens = {key: instead.get(old, old) for key, old in self.tokens.items()}
        self.tokens |= dict.fromkeys(keys, token)

    @rule()
    def change_the_key(self) -> None:
        before = main_figures(self.workspace)
        place = rotate_key(self.workspace, COORDINATOR, self._place("key")).path
        self.workspace.settings = self.workspace.settings.model_copy(update={"secret_key_file": place})
        assert main_figures(self.workspace) == before, "another key changes no figure"

    @rule()
    def back_up_and_restore(self) -> None:
        before = main_figures(self.workspace)
        backup = make_backup(self.workspace, self._place("backup"), COORDINATOR)
        elsewhere = self._settings(self.workspace.key_file)
        assert not restore_backup(elsewhere, backup.path, COORDINATOR).figures_differ
        self.workspace.close()
        self.workspace = open_workspace(elsewhere)
        assert main_figures(self.workspace) == before, "a restored store has the same figures"

    # ---- what must always hold ----

    @invariant()
    def index_and_rebuilt_index_agree(self) -> None:
        assert main_figures(self.workspace) == main_figures(self._again())

    @invariant()
    def figures_are_the_plain_ones(self) -> None:
        rows = self._rows()
        plain = Plain([*rows.values()], (), self.workspace.codebooks, self._decided(rows))
        if self._contradicts_itself(plain, rows):
            return
        for indicator in self.workspace.project.indicators:
            counting = plain.counting(self.workspace.project, indicator, EVERYTHING)
            found = figures.indicator(self.workspace, indicator.code, actor=COORDINATOR).reach
            assert (found.identified, found.unidentified) == counting.figures()
            assert (found.attendances, found.largest_event) == (counting.attendances(), counting.largest_event())
            for dimension in DIMENSIONS:
                told = figures.breakdown(self.workspace, indicator.code, dimension, actor=COORDINATOR)
                lines = {line.code: (line.identified, line.unidentified) for line in told.lines}
                known = {code: counting.with_code(dimension, code).figures() for code in counting.codes(dimension)}
                assert lines == {code: number for code, number in known.items() if sum(number)}

    def teardown(self) -> None:
        """Undone, everything is zero; restored in another order, everything is as it was, decisions included."""
        before = all_figures(self.workspace)
        numbers = list(self.standing)
        for number in numbers:
            uploads.undo(self.workspace, number, COORDINATOR)
        assert all(one.reach.attendances == 0 for one in figures.indicators(self.workspace, actor=COORDINATOR))
        random.Random(len(self.files)).shuffle(numbers)
        for number in numbers:
            uploads.redo(self.workspace, number, COORDINATOR)
        assert all_figures(self.workspace) == before == all_figures(self._again())
        self.workspace.close()

    # ---- the plain words ----

    def _rows(self) -> dict[Place, Stated]:
        """What the standing uploads state, by upload and row."""
        found = {}
        for upload in self.standing:
            for at, line in enumerate(self.files[upload]):
                row = stated(line, upload, self.workspace.codebooks)
                token = self.tokens.get(recognised_by(row))
                found[upload, at + 2] = forgotten(row, token) if token else row
        return found

    def _decided(self, rows: dict[Place, Stated]) -> list[frozenset[int]]:
        """The sets of rows (positions) that a decision makes one person."""
        return [
            frozenset(at for at, row in enumerate(rows.values()) if evidence(row) in one | other)
            for kind, one, other in self.decisions.values()
            if kind is PersonDecisionKind.SAME
        ]

    def _contradicts_itself(self, plain: Plain, rows: dict[Place, Stated]) -> bool:
        """Whether decisions say of two rows that they are one person and that they are not."""
        said = [evidence(row) for row in rows.values()]
        people = [{said[at] for at in person} for person in plain.persons]
        return any(
            not (person.isdisjoint(one) or person.isdisjoint(other))
            for kind, one, other in self.decisions.values()
            for person in people
            if kind is PersonDecisionKind.DIFFERENT
        )

    # ---- the store ----

    def _look_what_stands(self) -> None:
        stand = uploads.latest(self.workspace, undone=False, actor=COORDINATOR)
        self.standing = sorted(one.id for one in stand)

    def _again(self) -> Workspace:
        return Workspace(self.workspace.settings, self.workspace.project, self.workspace.store)

    def _people(self) -> dict[str, set[Place]]:
        """The rows of each person, by the pseudonym."""
        found: dict[str, set[Place]] = {}
        with self.workspace.snapshot() as (index, connection):
            people = PersonRows.of(index)
            sources = read_sources(connection, people.rows.id.tolist())
            for person, row in zip(people.person.tolist(), people.rows.id.tolist(), strict=True):
                name = pseudonym(int(index.first_ids[person]))
                found.setdefault(name, set()).add((sources[row].upload, sources[row].row))
        return found


@pytest.fixture
def sqlite_stores(empty_store: Path, tmp_path: Path) -> NewStore:
    numbers = count()
    return lambda: f"sqlite:///{shutil.copyfile(empty_store, tmp_path / f'{next(numbers)}.db')}"


@pytest.fixture
def postgres_stores(postgres_server: URL) -> Iterator[NewStore]:
    names: list[str] = []
    admin = create_engine(postgres_server, isolation_level="AUTOCOMMIT")

    def make() -> str:
        names.append(f"history_{os.getpid()}_{len(names)}")
        with admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {names[-1]}"))
        return postgres_server.set(database=names[-1]).render_as_string(hide_password=False)

    yield make
    with admin.connect() as connection:
        for name in names:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


few = settings(
    max_examples=3, stateful_step_count=10, deadline=None, derandomize=True, database=None,
    suppress_health_check=[*HealthCheck],
)  # fmt: skip
many = settings(few, max_examples=12, stateful_step_count=25)


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """A folder for keys and backups."""
    folder = tmp_path / "beside"
    folder.mkdir()
    return folder


def test_what_must_always_hold_does_after_each_step(sqlite_stores: NewStore, beside: Path) -> None:
    run_state_machine_as_test(lambda: Histories(sqlite_stores, beside), settings=few)


@pytest.mark.whole
def test_it_holds_in_long_histories(sqlite_stores: NewStore, beside: Path) -> None:
    run_state_machine_as_test(lambda: Histories(sqlite_stores, beside), settings=many)


@pytest.mark.postgres
def test_it_holds_on_postgresql(postgres_stores: NewStore, beside: Path) -> None:
    run_state_machine_as_test(lambda: Histories(postgres_stores, beside), settings=few)
