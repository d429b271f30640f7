"""What is owed: found by kind, as each actor may see it, and closed by what settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import today
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events import checks, planned
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.events.owed.finding import OwedKind, owed, owed_words
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet
from tests.services.event_sheets import log, people_list

COMPASS, VIFIN = partner("compass"), partner("vifin")
LESSON = EventFact(0, "skill_transfer_workshop", "graz", date(2021, 5, 4), "Bread and words")
BAD = sheet(row("Omar Said", date="2021-02-30"), row("Ida Holm", community="Bangla"), row("Ana Korba"))


def kinds(workspace: Workspace) -> list[OwedKind]:
    return [one.kind for one in owed(workspace, COORDINATOR)]


def test_an_upload_that_fills_an_event_closes_what_was_owed(fresh: Fresh) -> None:
    workspace = fresh()
    planned.plan(workspace, LESSON, 20, COMPASS)
    (missing,) = owed(workspace, COORDINATOR)
    assert (missing.partner, missing.kind, missing.city, missing.date) == ("compass", "sheet", "graz", LESSON.date)
    assert missing.days == (today() - LESSON.date).days and missing.title == "Bread and words"
    import_file(workspace, "graz.csv", sheet(row("Ana Korba")), actor=COMPASS)
    assert owed(workspace, COORDINATOR) == []


def test_a_deliverable_past_its_date_is_owed_by_its_owner_until_it_is_published(fresh: Fresh) -> None:
    workspace, due = fresh(), date(2021, 12, 31)
    entries = [
        DeliverableEntry(code, owner, due, state, "")
        for code, owner, state in (
            ("D1", "compass", WorkState.IN_REVIEW), ("D2", "", WorkState.NOT_STARTED),
            ("D3", "compass", WorkState.PUBLISHED),
        )
    ]  # fmt: skip
    change_deliverables(workspace, entries, COORDINATOR)
    assert owed(workspace, COORDINATOR, as_of=due) == []
    first, second = owed(workspace, COORDINATOR, as_of=due + timedelta(days=2))
    assert (first.partner, first.code, first.title) == ("cesie", "D2", "Skill maps"), (
        "without an owner: who coordinates"
    )
    assert (second.partner, second.kind, second.code, second.days) == ("compass", OwedKind.DELIVERABLE, "D1", 2)
    assert (second.activity, second.city, second.title) == ("", "", "Community-based participatory study")
    assert [one.code for one in owed(workspace, COMPASS)] == ["D1"] and owed(workspace, VIFIN) == []
    change_deliverables(workspace, [replace(entries[0], state=WorkState.PUBLISHED)], COMPASS)
    assert owed(workspace, COMPASS) == []


def test_an_event_is_owed_from_the_day_after_it(fresh: Fresh) -> None:
    workspace = fresh()
    planned.plan(workspace, LESSON, 20, COMPASS)
    assert owed(workspace, COORDINATOR, as_of=LESSON.date) == []
    (next_day,) = owed(workspace, COORDINATOR, as_of=LESSON.date + timedelta(days=1))
    assert next_day.days == 1


def test_rows_that_wait_or_were_rejected_are_owed_by_upload(fresh: Fresh) -> None:
    workspace = fresh()
    report = import_file(workspace, "bad.csv", BAD, actor=COMPASS)
    found = owed(workspace, COMPASS)
    assert {(one.kind, one.count, one.title, one.number) for one in found} == {
        (OwedKind.QUESTION, 1, "bad.csv", report.upload), (OwedKind.REJECTED, 1, "bad.csv", report.upload),
    }  # fmt: skip
    assert owed(workspace, COORDINATOR, as_of=today() - timedelta(days=1)) == [], "it came today"


def test_whoever_the_sheet_belongs_to_owes_its_rows_and_else_the_coordinating_partner(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "for.csv", BAD, Options(Hints(partner="vifin")), actor=COORDINATOR)
    mixed = sheet(row("A B", city="Vejle"), row("C D", city="Graz"), row("E F", date="2021-02-31"))
    import_file(workspace, "mixed.csv", mixed, actor=COORDINATOR)
    found = [(one.partner, one.kind.value) for one in owed(workspace, COORDINATOR)]
    assert found == [("cesie", "rejected"), ("vifin", "question"), ("vifin", "rejected")]


def test_events_to_check_are_owed_until_somebody_decides(fresh: Fresh) -> None:
    workspace = fresh()
    import_file(workspace, "list.csv", people_list("Cooking together", 2), actor=COMPASS)
    import_file(workspace, "log.csv", log(("Bread and words", 5)), actor=COMPASS)
    (group,) = checks.groups(workspace, COORDINATOR)
    (to_check,) = owed(workspace, COORDINATOR)
    assert (to_check.kind, to_check.count, to_check.partner) == (OwedKind.EVENT_TO_CHECK, 2, "compass")
    assert owed_words(to_check.kind, to_check.count) == "2 events that may be the same"
    checks.decide(workspace, group.numbers, EventAnswer.DIFFERENT, COMPASS)
    assert owed(workspace, COORDINATOR) == []


def test_each_partner_sees_its_own_and_asks_for_no_other(fresh: Fresh) -> None:
    workspace = fresh()
    planned.plan(workspace, LESSON, 20, COMPASS)
    planned.plan(workspace, EventFact(0, "info_session", "vejle", date(2021, 6, 1), ""), 20, VIFIN)
    assert [one.partner for one in owed(workspace, COORDINATOR)] == ["compass", "vifin"]
    assert [one.partner for one in owed(workspace, VIFIN)] == ["vifin"]
    assert [one.partner for one in owed(workspace, COORDINATOR, "compass")] == ["compass"]
    assert owed(workspace, FUNDER) == []
    for actor in (VIFIN, FUNDER):
        with pytest.raises(NotAllowed):
            owed(workspace, actor, "compass")
