"""Many people at the same time: all that they bring lands once, and whoever looks meanwhile sees whole uploads."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event, Semaphore

import pytest

from liaison_metrics.errors import UnknownUpload
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, ImportRun, UploadedFile, import_file, run_import
from liaison_metrics.services.workspace import workspace as workspaces
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, not_collecting, open_workspace
from liaison_metrics.store import engine
from tests.conftest import PROJECT_FILE
from tests.services.conftest import row, sheet
from tests.services.figures import all_exports, all_figures, lines

pytestmark = pytest.mark.slow

IN_EACH = 5
"""New people in each sheet: a figure that is no multiple of it has seen a part of an upload."""

CITIES = ("Graz", "Vejle", "Palermo")
Task = Callable[[], object]


def numbered(number: int) -> tuple[str, bytes]:
    """A sheet of people of its own, at events that it shares with others; all sheets have Amina in common."""
    city, day = CITIES[number % 3], f"2021-05-{1 + number % 4:02}"
    people = [f"P{number} Q{place}" for place in range(IN_EACH)]
    rows = [row(name, city=city, date=day, email=f"{name.replace(' ', '.')}@example.org") for name in people]
    return f"{number}.csv", sheet(*rows, row("Amina Haddad", city=city, date=day, email="amina@example.org"))


TWENTY = [numbered(number) for number in range(20)]


@pytest.fixture
def two(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Workspace, Workspace]]:
    """Two programs on one store, of which one waits for as long as the other takes, however slow the machine."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 600_000)
    settings = Settings(database_url=database_url, project_file=PROJECT_FILE, secret_key_file=tmp_path / "secret.key")
    with ThreadPoolExecutor(2) as pool:
        first, second = (one.result() for one in [pool.submit(open_workspace, settings) for _ in range(2)])
    yield first, second
    first.close()
    second.close()


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Workspace]:
    """A store of its own, with the same secret, on which everything happens one after the other."""
    url, key = f"sqlite:///{tmp_path / 'alone.db'}", tmp_path / "secret.key"
    opened = open_workspace(Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=key))
    yield opened
    opened.close()


def at_once(tasks: Sequence[Task]) -> list[object]:
    """Starts all tasks at the same moment, each in a thread; returns what they return, or the error that they raise."""
    ready = Barrier(len(tasks))

    def run(task: Task) -> object:
        ready.wait()
        try:
            return task()
        except UnknownUpload as error:
            return error

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


def importing(workspace: Workspace, file: str, data: bytes) -> Task:
    return lambda: import_file(workspace, file, data, actor=COORDINATOR)


def looking(workspace: Workspace, over: Event) -> Task:
    """Looks until it is over, and once more; returns the numbers of people that were seen."""

    def look() -> set[int]:
        seen = set()
        last = False
        while not last:
            last = over.is_set()
            with workspace.snapshot():
                figure = figures.indicator(workspace, "IND1", actor=COORDINATOR)
                by_community = figures.breakdown(workspace, "IND1", "community", actor=COORDINATOR)
            assert by_community.total == figure.reach
            rows = lines(workspace, "indicators", "IND1")
            total = sum(int(line["reached"] or 0) for line in rows if line["breakdown"] == "total")
            assert total == sum(int(line["reached"] or 0) for line in rows if line["breakdown"] == "community")
            people = {line["person"] for line in lines(workspace, "attendances", "IND1")}
            seen |= {figure.reach.reached, total, len(people)}
        return seen

    return look


def while_looking(two: tuple[Workspace, Workspace], tasks: Sequence[Task]) -> list[object]:
    """Runs tasks at once while two readers look at either program; what they see are whole uploads."""
    over = Event()
    with ThreadPoolExecutor(len(two)) as readers:
        seen = [readers.submit(looking(workspace, over)) for workspace in two]
        try:
            done = at_once(tasks)
        finally:
            over.set()
        for one in seen:
            assert {people % IN_EACH for people in one.result() - {0}} <= {1}, "Amina and whole sheets"
    return done


def test_twenty_at_once_land_all_and_once(two: tuple[Workspace, Workspace], alone: Workspace) -> None:
    reports = while_looking(two, [importing(two[n % 2], *TWENTY[n]) for n in range(20)])
    for file, data in TWENTY:
        import_file(alone, file, data, actor=COORDINATOR)
    assert {report.status for report in reports} == {FileStatus.IMPORTED}
    assert sorted(report.upload for report in reports) == list(range(1, 21))
    assert sorted(one.file for one in uploads.latest(two[0], undone=False, actor=COORDINATOR)) == sorted(
        file for file, _data in TWENTY
    )
    assert all_figures(two[0]) == all_figures(alone)
    assert all_exports(two[0]) == all_exports(two[1])
    assert figures.indicator(two[0], "IND1", actor=COORDINATOR).reach.reached == 20 * IN_EACH + 1
    assert two[0].revision() == 20


def test_undo_while_importing(two: tuple[Workspace, Workspace], alone: Workspace) -> None:
    numbers = [import_file(two[0], *one, actor=COORDINATOR).upload or 0 for one in TWENTY[:8]]
    undoing = [lambda n=n, at=at: uploads.undo(two[at % 2], n, COORDINATOR) for at, n in enumerate(numbers)]
    while_looking(two, [*undoing, *(importing(two[n % 2], *TWENTY[n]) for n in range(8, 20))])
    for file, data in TWENTY[8:]:
        import_file(alone, file, data, actor=COORDINATOR)
    assert all_figures(two[0]) == all_figures(two[1]) == all_figures(alone)
    for one in uploads.latest(two[0], undone=False, actor=COORDINATOR):
        uploads.undo(two[1], one.id, COORDINATOR)
    assert figures.indicator(two[0], "IND3", actor=COORDINATOR).reach.attendances == 0


def test_the_same_file_at_once_lands_once(two: tuple[Workspace, Workspace], alone: Workspace) -> None:
    file, data = TWENTY[0]
    reports = while_looking(two, [importing(two[n % 2], f"{n} {file}", data) for n in range(8)])
    import_file(alone, file, data, actor=COORDINATOR)
    assert sorted(report.status for report in reports) == ["already_imported"] * 7 + ["imported"]
    assert {report.upload for report in reports} == {1} == {one.id for one in uploads.latest(two[0], actor=COORDINATOR)}
    assert all_figures(two[0]) == all_figures(two[1]) == all_figures(alone)


def test_the_same_undo_at_once_is_done_once(two: tuple[Workspace, Workspace]) -> None:
    import_file(two[0], *TWENTY[0], actor=COORDINATOR)
    import_file(two[0], *TWENTY[3], actor=COORDINATOR)
    outcomes = at_once([lambda n=n: uploads.undo(two[n % 2], 1, COORDINATOR) for n in range(6)])
    assert sum(isinstance(outcome, UnknownUpload) for outcome in outcomes) == 5
    assert figures.indicator(two[1], "IND1", actor=COORDINATOR).reach.reached == IN_EACH + 1
    assert two[0].revision() == 3


def test_the_same_redo_at_once_brings_back_once(two: tuple[Workspace, Workspace], alone: Workspace) -> None:
    for one in TWENTY[:2]:
        import_file(two[0], *one, actor=COORDINATOR)
        import_file(alone, *one, actor=COORDINATOR)
    uploads.undo(two[0], 1, COORDINATOR)
    outcomes = at_once([lambda n=n: uploads.redo(two[n % 2], 1, COORDINATOR) for n in range(6)])
    brought = [outcome for outcome in outcomes if getattr(outcome, "status", None) is FileStatus.IMPORTED]
    assert len(brought) == 1
    assert [one.id for one in uploads.latest(two[1], undone=False, actor=COORDINATOR)] == [2, 1]
    assert all_figures(two[0]) == all_figures(two[1]) == all_figures(alone)
    assert two[0].revision() == 4


def test_readers_and_writers_do_not_wait_for_those_who_wait(two: tuple[Workspace, Workspace]) -> None:
    """While one writes and forty others of the program wait for their turn, figures come; then all have it."""
    waits = Semaphore(0)

    def bring(number: int) -> FileStatus:
        def progress(share: float, _what: str) -> None:
            if 0.7 <= share < 1:
                waits.release()

        name = f"P{number} Q"
        data = sheet(row(name, email=f"{number}@example.org"))
        file, run = UploadedFile(f"{number}.csv", data), ImportRun(progress=progress)
        return run_import(two[0], file, actor=COORDINATOR, run=run).status

    with ThreadPoolExecutor(40) as pool:
        with two[0].store.writing():
            brought = [pool.submit(bring, number) for number in range(40)]
            for _ in brought:
                waits.acquire()
            assert figures.indicator(two[0], "IND1", actor=COORDINATOR).reach.reached == 0
            assert uploads.latest(two[0], actor=COORDINATOR) == []
        assert {one.result() for one in brought} == {FileStatus.IMPORTED}
    assert figures.indicator(two[0], "IND1", actor=COORDINATOR).reach.reached == 40


def test_names_are_those_of_the_state_that_is_read(
    two: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether two spellings on one address are one person is told by forms of names, which go with their upload: also
    where that goes between the reading of the facts and of the names."""
    reader, other = two
    rows = [row("Maria Rossi", email="m@example.org"), row("Maria Rosi", email="m@example.org")]
    number = import_file(other, "spellings.csv", sheet(*rows), actor=COORDINATOR).upload or 0
    read_facts = workspaces.read_facts

    def and_then_undo(*asked: object) -> object:
        facts = read_facts(*asked)
        uploads.undo(other, number, COORDINATOR)
        return facts

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(workspaces, "read_facts", and_then_undo)
        assert reader.index().people == 1
    assert reader.index().people == 0


def test_what_is_asked_in_one_moment_stays_as_it_was(two: tuple[Workspace, Workspace]) -> None:
    import_file(two[0], *TWENTY[0], actor=COORDINATOR)
    with two[0].snapshot():
        before = all_exports(two[0])
        import_file(two[1], *TWENTY[1], actor=COORDINATOR)
        uploads.undo(two[1], 1, COORDINATOR)
        assert all_exports(two[0]) == before != all_exports(two[1])
    assert all_exports(two[0]) == all_exports(two[1])


def test_python_looks_for_cycles_again_after_the_last_import() -> None:
    first, second = not_collecting(), not_collecting()
    with first:
        second.__enter__()
    assert not gc.isenabled()
    second.__exit__(None, None, None)
    assert gc.isenabled()
