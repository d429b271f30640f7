"""Each service, tried by those who may not: it refuses, and nothing changes; each reading one by those who may."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from liaison_metrics.errors import NotAllowed
from liaison_metrics.reports import making
from liaison_metrics.reports.published_tables import latest_tables
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.access.permissions import required_action
from liaison_metrics.services.access.rules import RULES, Granted
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.access.attempts.changing import ATTEMPTS
from tests.services.access.attempts.filled_store import (
    ACTIVE,
    GRAZ,
    NOBODY,
    OTHER,
    OWNER,
    event_of,
    filled_store,
    report_of,
)
from tests.services.access.attempts.reading import LISTS, OF_REPORTS, READERS
from tests.services.access.test_permissions import services


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store in which everything belongs to ``OWNER``, for all tests, since what is refused changes nothing. It is on
    SQLite alone: what is refused does not depend on the database."""
    with filled_store(tmp_path_factory.mktemp("filled")) as workspace:
        yield workspace


def test_every_declared_service_is_tried() -> None:
    declared = {function for _module, _name, function in services() if required_action(function)}
    assert declared == {*ATTEMPTS, *READERS, *LISTS, *OF_REPORTS}


def name_of(service: Callable[..., object]) -> str:
    return f"{service.__module__.split('.')[-1]}.{service.__name__}"


@pytest.mark.parametrize("service", ATTEMPTS, ids=name_of)
def test_another_partner_is_refused_and_nothing_changes(filled: Workspace, service: Callable[..., object]) -> None:
    revision = filled.revision()
    for actor in (OTHER, FUNDER, NOBODY):
        with pytest.raises(NotAllowed):
            ATTEMPTS[service](filled, actor)
    assert filled.revision() == revision
    assert uploads.fetches(filled, ACTIVE, COORDINATOR) == [] and archive.all_reports(filled, COORDINATOR) == []


@pytest.fixture(scope="module")
def to_read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A store to read, in which everything belongs to ``OWNER``, with an issued report."""
    files = lambda _number: {"x-indicators.csv": b"\xef\xbb\xbfindicator,breakdown,code,reached,mark\r\n"}  # noqa: E731
    with filled_store(tmp_path_factory.mktemp("to_read")) as workspace:
        archive.add(workspace, replace(report_of(workspace), threshold=5), files, COORDINATOR)
        archive.add(workspace, report_of(workspace), files, COORDINATOR)
        yield workspace


@pytest.mark.parametrize("service", READERS, ids=name_of)
def test_a_service_that_reads_refuses_by_its_rule(to_read: Workspace, service: Callable[..., object]) -> None:
    granted = RULES[required_action(service)].granted  # type: ignore[index]
    may = {
        Granted.EVERYBODY: (COORDINATOR, OWNER, OTHER, FUNDER),
        Granted.PARTNERS: (COORDINATOR, OWNER, OTHER),
        Granted.OWNERS: (COORDINATOR, OWNER),
        Granted.COORDINATOR: (COORDINATOR,),
    }[granted]
    for actor in (COORDINATOR, OWNER, OTHER, FUNDER, NOBODY):
        if actor in may:
            READERS[service](to_read, actor)
        else:
            with pytest.raises(NotAllowed):
                READERS[service](to_read, actor)


@pytest.mark.parametrize("service", LISTS, ids=name_of)
def test_a_service_that_lists_leaves_out_what_others_have(to_read: Workspace, service: Callable[..., object]) -> None:
    assert LISTS[service](to_read, OWNER) == LISTS[service](to_read, COORDINATOR)
    for actor in (OTHER, FUNDER, NOBODY):
        assert LISTS[service](to_read, actor) == []


def test_exact_reports_are_the_coordinator_s(to_read: Workspace) -> None:
    assert [one.number for one in archive.all_reports(to_read, COORDINATOR)] == [2, 1]
    for actor in (OWNER, OTHER, FUNDER):
        assert [one.number for one in archive.all_reports(to_read, actor)] == [1]
        assert latest_tables(to_read, "IND1", actor).number == 1  # type: ignore[union-attr]
        with pytest.raises(NotAllowed):
            archive.files_of(to_read, 2, actor)
        with pytest.raises(NotAllowed):
            making.make(to_read, GRAZ, actor=actor)
        with pytest.raises(NotAllowed):
            making.make(to_read, None, 5, actor=actor)
    assert archive.all_reports(to_read, NOBODY) == [] and latest_tables(to_read, "IND1", NOBODY) is None


def test_rows_of_another_city_are_refused_and_left_out(to_read: Workspace) -> None:
    number = event_of(to_read)
    for query in ({"scope": GRAZ}, {"event": number}):
        with pytest.raises(NotAllowed):
            figures.attendances(to_read, actor=OTHER, **query)  # type: ignore[arg-type]
    assert figures.attendances(to_read, actor=OTHER) == []
    assert figures.attendances(to_read, actor=OWNER) == figures.attendances(to_read, actor=COORDINATOR) != []
