"""Data quality: what each partner can mend or check, and how late its sheets came."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.events import planned
from liaison_metrics.services.events.owed.finding import owed
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.people.quality.finding import (
    DataQuality,
    PartnerQuality,
    QualityKind,
    data_quality,
    with_pairs,
)
from liaison_metrics.services.people.quality.lateness import LATE_AFTER, Lateness
from liaison_metrics.services.people.review import pairs
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.store.uploads import UPLOAD
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN = partner("compass"), partner("vifin")
OF_COMPASS = Options(Hints(partner="compass"))


def quality(workspace: Workspace, actor: Actor = COORDINATOR) -> DataQuality:
    found = data_quality(workspace, actor, owed(workspace, actor))
    return with_pairs(workspace.project, found, pairs(workspace, actor))


def of(found: DataQuality, code: str) -> PartnerQuality:
    return next(one for one in found.partners if one.partner == code)


def people(number: int, first: int = 0) -> list[str]:
    """Names of different people, far enough from each other."""
    letters = "abcdefghijklmnoprstuvz"
    return [
        f"{letters[n % 22].upper()}{letters[n // 22 % 22]}{letters[n * 7 % 22]}ra {letters[n * 3 % 22].upper()}olk{n}"
        for n in range(first, first + number)
    ]


@pytest.fixture
def workspace(fresh: Fresh) -> Workspace:
    """Nine workshops, of which one is far larger, and a sheet with rows that do not count."""
    opened = fresh()
    first = date(2021, 3, 1)
    for event in range(9):
        names = people(40 if event == 8 else 5, 5 * event)
        day = (first + timedelta(days=7 * event)).isoformat()
        rows = [
            row(name, date=day, title=f"Workshop {event}", community="" if event == 3 else "Syrian") for name in names
        ]
        import_file(opened, f"{event}.csv", sheet(*rows), OF_COMPASS, actor=COMPASS)
    bad = [
        row("Amina Haddad", date="2021-06-08"),
        row("Omar Said", date="2021-06-08"),
        row("Ida Holm", date="2021-02-30"),
    ]
    import_file(opened, "bad.csv", sheet(*bad, row("Bo Juhl", date="2021-06-08", community="Bangla")), actor=COMPASS)
    planned.plan(opened, EventFact(0, "info_session", "graz", date(2021, 9, 1), ""), 20, COMPASS)
    return opened


def test_each_kind_is_counted_and_says_where_it_is(workspace: Workspace) -> None:
    found = quality(workspace)
    assert [one.partner for one in found.partners] == [one.code for one in workspace.project.partners]
    compass = of(found, "compass")
    assert compass.counts == {
        QualityKind.NO_SHEET: 1, QualityKind.UNDATED: 1, QualityKind.NO_COMMUNITY: 6, QualityKind.PEOPLE: 0,
        QualityKind.EVENTS: 0, QualityKind.QUESTIONS: 1, QualityKind.REJECTED: 1, QualityKind.LATE: 10,
        QualityKind.UNUSUAL: 2,
    }  # fmt: skip
    assert compass.people == 83 and of(found, "vifin").lateness is None
    (unusual,) = (one for one in found.of(QualityKind.UNUSUAL) if one.activity)
    assert (unusual.title, unusual.count, unusual.usual) == ("Workshop 8", 40, (3, 5)), "and its day is not told again"
    (undated,) = found.of(QualityKind.UNDATED)
    assert (undated.title, undated.count) == ("bad.csv", 1)
    without = found.of(QualityKind.NO_COMMUNITY)
    assert [(one.title, one.count) for one in without] == [("Workshop 3", 5), ("Bread and words", 1)]


def test_a_partner_sees_its_own_and_the_funder_nothing(workspace: Workspace) -> None:
    own = quality(workspace, COMPASS)
    assert [one.partner for one in own.partners] == ["compass"]
    assert own.findings == quality(workspace).findings
    other = quality(workspace, VIFIN)
    assert [one.partner for one in other.partners] == ["vifin"] and other.is_empty
    assert quality(workspace, FUNDER) == DataQuality(own.indicator, (), {}, compared=True)


def test_a_sheet_is_as_late_as_its_first_version(fresh: Fresh) -> None:
    workspace = fresh()
    for day in ("2021-05-04", "2021-05-14"):
        import_file(workspace, f"{day}.csv", sheet(row(f"Ana {day}", date=day)), actor=COMPASS)
    import_file(workspace, "new.csv", sheet(row("Ana Korba"), row("Cem Halost")), Options(replaces=1), actor=COMPASS)
    with workspace.store.writing() as connection:
        for upload, moment in ((1, datetime(2021, 5, 4, 12)), (2, datetime(2021, 7, 14, 12))):
            late = UPLOAD.update().where(UPLOAD.c.id == upload).values(imported_at=moment.replace(tzinfo=UTC))
            connection.execute(late)
    found = quality(workspace)
    assert of(found, "compass").lateness == Lateness(2, 30, 61, 1)
    (late,) = found.of(QualityKind.LATE)
    assert late.date == date(2021, 5, 14) and late.count == 61 > LATE_AFTER


def test_a_day_that_brought_far_more_people_is_told(fresh: Fresh) -> None:
    workspace = fresh()
    rows = []
    for number in range(9):
        day = f"2021-03-{number + 1:02}"
        rows += [row(name, date=day, title=f"W{number}") for name in people(6, 6 * number)]
    for title, first in (("North", 60), ("South", 70), ("East", 80), ("West", 90)):
        rows += [row(name, date="2021-04-10", title=title) for name in people(9, first)]
    import_file(workspace, "all.csv", sheet(*rows), OF_COMPASS, actor=COMPASS)
    told = [(one.indicator, one.count, one.usual) for one in quality(workspace).of(QualityKind.UNUSUAL)]
    assert told == [("IND1", 36, (6, 6)), ("IND3", 36, (6, 6))]


def test_an_empty_store_has_nothing(fresh: Fresh) -> None:
    assert quality(fresh()).is_empty


def test_an_upload_that_moved_a_figure_far_more_than_others_is_listed_once(workspace: Workspace) -> None:
    lines = [one for one in quality(workspace).of(QualityKind.UNUSUAL) if one.indicator and one.number]
    assert [(one.count, one.title, one.partner, one.usual) for one in lines] == [(40, "8.csv", "compass", (3, 5))]
    assert [one for one in quality(workspace, VIFIN).of(QualityKind.UNUSUAL) if one.number] == []


def test_people_whom_an_upload_gives_as_a_number_count_as_its_own(fresh: Fresh) -> None:
    opened = fresh()
    for event in range(9):
        day = f"2021-03-{event + 1:02}"
        total = (
            f"Date,City,Activity,Event,Participants\n{day},Graz,LIAISON fair,Fair {event},{90 if event == 4 else 6}\n"
        )
        import_file(opened, f"{event}.csv", total.encode(), OF_COMPASS, actor=COMPASS)
    jumps = [one for one in quality(opened).of(QualityKind.UNUSUAL) if one.indicator and one.number]
    assert [(one.count, one.title) for one in jumps] == [(90, "4.csv")]
