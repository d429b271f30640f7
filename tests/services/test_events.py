"""Events: what is true of them beside what files state, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.errors import NotAllowed, UnknownEvent, WrongEntry
from liaison_metrics.exports import files, frames
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import corrections, details, listing, planned
from liaison_metrics.services.events.listing import EventSummary
from liaison_metrics.services.intake import FileStatus, import_file, preview_import
from liaison_metrics.services.intake.manual_entry import HandEntry, HandLine, import_entry
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import row, sheet
from tests.services.figures import all_exports, all_figures

GRAZ, VEJLE = partner("compass"), partner("vifin")

BREAD = sheet(
    row("Maria Rossi", email="maria@example.org"),
    row("Luca Verdi", email="luca@example.org"),
    row("Omar Said"),
)
"""Three people at "Bread and words" in Graz."""

BAKING = sheet(
    row("Maria Rossi", email="maria@example.org", title="Baking"),
    row("Ida Holm", email="ida@example.org", title="Baking"),
)
"""Two people, one of them met before, at what another sheet calls "Baking"."""

VEJLE_SHEET = sheet(row("Omar Said", city="Vejle", title="Songs", date="2021-06-01"))
"""One name, in another city: somebody else, until it turns out that it was in Graz."""


def bring(workspace: Workspace, file: str, data: bytes) -> int:
    return import_file(workspace, file, data, actor=COORDINATOR).upload or 0


def titled(workspace: Workspace, title: str) -> EventSummary:
    (found,) = (one for one in listing.all_events(workspace, actor=COORDINATOR) if one.fact.title == title)
    return found


def again(workspace: Workspace) -> Workspace:
    """The same store as a program sees it that starts now."""
    return Workspace(workspace.settings, workspace.project, workspace.store)


def everything(workspace: Workspace) -> tuple[dict[str, Any], dict[str, bytes]]:
    return all_figures(workspace), all_exports(workspace)


def reached(workspace: Workspace) -> dict[str, int]:
    return {one.code: one.reach.reached for one in figures.indicators(workspace, actor=COORDINATOR)}


def test_events_with_their_figures_and_files(workspace: Workspace) -> None:
    first, second = bring(workspace, "bread.csv", BREAD), bring(workspace, "more.csv", BREAD + row("Eva Lang").encode())
    import_entry(
        workspace,
        HandEntry("skill_transfer_workshop", "graz", date(2021, 5, 4), "Bread and words", (HandLine(5, "syrian"),)),
        GRAZ,
    )
    bread = titled(workspace, "Bread and words")
    assert (bread.identified, bread.unidentified, bread.people, bread.corrected) == (4, 1, 5, False)
    detail = details.find(workspace, bread.number, actor=COORDINATOR)
    assert detail is not None
    assert [(s.upload, s.listed, s.states, s.made_by) for s in detail.statements] == [
        (first, 3, 0, "coordinator"), (second, 4, 0, "coordinator"), (second + 1, 0, 5, "compass"),
    ]  # fmt: skip
    assert detail.corrections == ()
    assert details.find(workspace, 999, actor=COORDINATOR) is None


def test_another_type_moves_the_indicators(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    before = everything(workspace)
    assert reached(workspace) == {"IND1": 3, "IND2": 0, "IND3": 3}
    effects = corrections.correct(
        workspace, titled(workspace, "Bread and words").number, COORDINATOR, activity="final_conference"
    )
    assert reached(workspace) == {"IND1": 0, "IND2": 3, "IND3": 3}
    assert {one.indicator: one.change for one in effects} == {"IND1": -3, "IND2": 3, "IND3": 0}

    detail = details.find(workspace, titled(workspace, "Bread and words").number, actor=COORDINATOR)
    assert detail is not None
    assert detail.event.corrected
    assert [fact.activity for fact in detail.event.stated] == ["skill_transfer_workshop"], "the file's own statement"
    (correction,) = detail.corrections
    assert (correction.made_by, correction.holds, correction.stated) == ("coordinator", True, 1)
    assert correction.truth.activity == "final_conference"
    assert correction.made_at.tzinfo is not None

    corrections.undo(workspace, correction.number, COORDINATOR)
    assert everything(workspace) == before
    assert everything(again(workspace)) == before
    assert not titled(workspace, "Bread and words").corrected


def test_another_city_moves_people_between_cities_and_joins_those_of_one_name(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "vejle.csv", VEJLE_SHEET)
    before = everything(workspace)
    assert workspace.index().people == 4
    corrections.correct(workspace, titled(workspace, "Songs").number, COORDINATOR, city="graz")
    assert {
        line.code: line.reached for line in figures.breakdown(workspace, "IND1", "city", actor=COORDINATOR).lines
    } == {"graz": 3}
    assert workspace.index().people == 3, "one name in one city, and nothing speaks against it"
    corrections.undo(workspace, the_correction(workspace, "Songs"), COORDINATOR)
    assert everything(workspace) == before


def the_correction(workspace: Workspace, title: str) -> int:
    """The number of the latest correction that stands of the event with a title."""
    detail = details.find(workspace, titled(workspace, title).number, actor=COORDINATOR)
    assert detail is not None
    return next(one.number for one in detail.corrections if one.revoked_at is None)


def test_another_day_and_title(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    corrections.correct(
        workspace, titled(workspace, "Bread and words").number, COORDINATOR, day=date(2021, 9, 9), title=" Bread,  it "
    )
    assert [(one.fact.date, one.fact.title) for one in listing.all_events(workspace, actor=COORDINATOR)] == [
        (date(2021, 9, 9), "Bread, it")
    ]
    assert [point.day for point in figures.curve(workspace, "IND1", actor=COORDINATOR)] == [date(2021, 9, 9)]


def test_a_correction_survives_undo_and_coming_again(workspace: Workspace) -> None:
    number = bring(workspace, "bread.csv", BREAD)
    bring(workspace, "vejle.csv", VEJLE_SHEET)
    corrections.correct(
        workspace, titled(workspace, "Bread and words").number, COORDINATOR, activity="project_fair", title="Fair"
    )
    corrected = everything(workspace)
    uploads.undo(workspace, number, COORDINATOR)
    assert [one.fact.title for one in listing.all_events(workspace, actor=COORDINATOR)] == ["Songs"]
    bring(workspace, "bread.csv", BREAD)
    assert all_figures(workspace) == corrected[0]
    uploads.undo(workspace, titled_upload(workspace, "Fair"), COORDINATOR)
    uploads.redo(workspace, number, COORDINATOR)
    assert all_figures(workspace) == all_figures(again(workspace)) == corrected[0]


def titled_upload(workspace: Workspace, title: str) -> int:
    detail = details.find(workspace, titled(workspace, title).number, actor=COORDINATOR)
    assert detail is not None
    return detail.statements[0].upload


def test_two_that_are_one_count_a_person_once(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "baking.csv", BAKING)
    before = everything(workspace)
    one = figures.indicator(workspace, "IND1", actor=COORDINATOR).reach
    assert (one.reached, one.attendances, one.largest_event) == (4, 5, 3)
    bread, baking = titled(workspace, "Bread and words"), titled(workspace, "Baking")
    corrections.merge(workspace, [baking.number], bread.number, COORDINATOR)

    joined = titled(workspace, "Bread and words")
    one = figures.indicator(workspace, "IND1", actor=COORDINATOR).reach
    assert (one.reached, one.attendances, one.largest_event, joined.people) == (4, 4, 4, 4)
    assert [fact.title for fact in joined.stated] == ["Bread and words", "Baking"]
    assert details.find(workspace, baking.number, actor=COORDINATOR) == details.find(
        workspace, bread.number, actor=COORDINATOR
    ), "both numbers lead to it"
    corrections.undo(workspace, the_correction(workspace, "Bread and words"), COORDINATOR)
    assert everything(workspace) == before


def test_the_floor_follows_headcounts_of_joined_events(workspace: Workspace) -> None:
    for title, people in (("Bread and words", 10), ("Baking", 8)):
        entry = HandEntry("project_fair", "graz", date(2021, 5, 4), title, (HandLine(people, "syrian"),))
        import_entry(workspace, entry, actor=COORDINATOR)
    # They may be one event: until somebody says so or not, the larger number covers both.
    one = figures.indicator(workspace, "IND1", actor=COORDINATOR).reach
    assert (one.reached, one.floor) == (10, 10)
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    one = figures.indicator(workspace, "IND1", actor=COORDINATOR).reach
    assert (one.reached, one.floor) == (10, 10)


@pytest.mark.parametrize("first", ["bread.csv", "baking.csv"])
def test_a_sheet_that_comes_later_goes_to_the_joined_event(workspace: Workspace, first: str) -> None:
    files = {"bread.csv": BREAD, "baking.csv": BAKING}
    for file in sorted(files, key=lambda file: file != first):
        bring(workspace, file, files[file])
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    more = sheet(row("Maria Rossi", email="maria@example.org", title="Baking"), row("Jana Novak", title="BAKING!"))
    report = import_file(workspace, "later.csv", more, actor=COORDINATOR)
    assert (report.attendances, report.already_known) == (2, 1)
    assert [one.people for one in listing.all_events(workspace, actor=COORDINATOR)] == [5]
    for one in uploads.latest(workspace, undone=False, actor=COORDINATOR)[1:]:
        uploads.undo(workspace, one.id, COORDINATOR)
    (left,) = listing.all_events(workspace, actor=COORDINATOR)
    assert (left.fact.title, left.people) == ("Bread and words", 2), "also where the others are gone"
    assert all_figures(workspace) == all_figures(again(workspace))


def test_what_is_said_of_joined_events_later_holds_for_what_comes_back(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    number = bring(workspace, "baking.csv", BAKING)
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    uploads.undo(workspace, number, COORDINATOR)
    corrections.correct(workspace, titled(workspace, "Bread and words").number, COORDINATOR, city="vejle")
    uploads.redo(workspace, number, COORDINATOR)
    (one,) = listing.all_events(workspace, actor=COORDINATOR)
    assert (one.fact.city, one.people) == ("vejle", 4)


def test_taking_back_what_was_said_before_a_join_leaves_one_event(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "baking.csv", BAKING)
    corrections.correct(workspace, titled(workspace, "Bread and words").number, COORDINATOR, activity="project_fair")
    first = the_correction(workspace, "Bread and words")
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    joined = everything(workspace)
    corrections.undo(workspace, first, COORDINATOR)
    assert everything(workspace) == joined
    corrections.undo(workspace, the_correction(workspace, "Bread and words"), COORDINATOR)
    assert {one.fact.activity for one in listing.all_events(workspace, actor=COORDINATOR)} == {
        "skill_transfer_workshop"
    }
    assert len(listing.all_events(workspace, actor=COORDINATOR)) == 2


def test_the_same_data_make_one_event_and_its_title_is_the_corrected_one(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "baking.csv", BAKING)
    corrections.correct(workspace, titled(workspace, "Baking").number, COORDINATOR, title="BREAD and words!")
    corrections.correct(workspace, titled(workspace, "BREAD and words!").number, COORDINATOR, title="Bread, and words")
    (one,) = listing.all_events(workspace, actor=COORDINATOR)
    assert (one.people, one.fact.title) == (4, "Bread, and words")


def test_an_index_that_was_open_follows_corrections(workspace: Workspace) -> None:
    other = again(workspace)
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "baking.csv", BAKING)
    assert all_figures(other) == all_figures(workspace)
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    assert everything(other) == everything(workspace)
    corrections.undo(other, the_correction(other, "Bread and words"), COORDINATOR)
    assert everything(other) == everything(workspace)


def test_corrections_do_not_change_what_is_known(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "baking.csv", BAKING)
    corrections.merge(
        workspace, [titled(workspace, "Baking").number], titled(workspace, "Bread and words").number, COORDINATOR
    )
    corrections.correct(
        workspace, titled(workspace, "Bread and words").number, COORDINATOR, city="vejle", day=date(2021, 8, 8)
    )
    before, revision = everything(workspace), workspace.revision()
    for data in (BREAD, BAKING):
        report = import_file(workspace, "under another name.csv", data, actor=COORDINATOR)
        assert report.status is FileStatus.ALREADY_IMPORTED
        assert report.already_known == report.attendances
    longer = preview_import(
        workspace, "longer.csv", BAKING + row("Eva Lang", title="Baking").encode(), actor=COORDINATOR
    )
    assert (longer.attendances, longer.already_known) == (3, 2)
    assert longer.preview is not None
    assert [effect.change for effect in longer.preview.effects] == [1, 0, 1]
    assert (everything(workspace), workspace.revision()) == (before, revision)


def test_what_was_only_tried_says_nothing_of_known_events(workspace: Workspace) -> None:
    number = bring(workspace, "baking.csv", BAKING)
    corrections.correct(workspace, titled(workspace, "Baking").number, COORDINATOR, title="BREAD and words!")
    bring(workspace, "bread.csv", BREAD)
    assert titled(workspace, "BREAD and words!").people == 4
    uploads.undo(workspace, number, COORDINATOR)
    before = everything(workspace)
    assert titled(workspace, "Bread and words").people == 3
    preview_import(workspace, "baking.csv", BAKING, actor=COORDINATOR)
    assert everything(workspace) == before == everything(again(workspace))


def test_an_entry_by_hand_meets_what_is_said_of_a_corrected_event(workspace: Workspace) -> None:
    entry = HandEntry("project_fair", "graz", date(2021, 5, 4), "Fair", (HandLine(10, "syrian"),))
    number = import_entry(workspace, entry, actor=COORDINATOR).upload
    corrections.correct(workspace, titled(workspace, "Fair").number, COORDINATOR, day=date(2021, 5, 5))
    more = HandEntry("project_fair", "graz", date(2021, 5, 4), "Fair", (HandLine(12, "syrian"),))
    report = import_entry(workspace, more, dry_run=True, actor=COORDINATOR)
    assert f"Upload {number}" in report.message


# ---- who may, and what may not be -------------------------------------------------------------------


def test_a_partner_corrects_events_of_its_own_city_alone(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "vejle.csv", VEJLE_SHEET)
    bread, songs = titled(workspace, "Bread and words").number, titled(workspace, "Songs").number
    before = everything(workspace)
    for forbidden in (
        lambda: corrections.correct(workspace, songs, GRAZ, title="Other"),
        lambda: corrections.correct(workspace, bread, GRAZ, city="vejle"),
        lambda: corrections.merge(workspace, [bread], songs, GRAZ),
        lambda: corrections.merge(workspace, [songs], bread, GRAZ),
        lambda: planned.plan(workspace, EventFact(0, "project_fair", "vejle", date(2021, 9, 1), ""), 20, GRAZ),
    ):
        with pytest.raises(NotAllowed):
            forbidden()
    assert everything(workspace) == before
    corrections.correct(workspace, bread, GRAZ, title="Own")
    correction = the_correction(workspace, "Own")
    with pytest.raises(NotAllowed):
        corrections.undo(workspace, correction, VEJLE)
    corrections.undo(workspace, correction, GRAZ)
    assert everything(workspace) == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"activity": "party"}, "Activity"),
        ({"city": "atlantis"}, "City"),
        ({"day": date(2019, 1, 1)}, "Date"),
        ({"day": date(2022, 4, 3)}, "Date"),
        ({"title": "x" * 201}, "Title"),
    ],
)
def test_what_cannot_be_true_is_refused(workspace: Workspace, wrong: dict[str, Any], field: str) -> None:
    bring(workspace, "bread.csv", BREAD)
    revision = workspace.revision()
    with pytest.raises(WrongEntry) as refused:
        corrections.correct(workspace, titled(workspace, "Bread and words").number, COORDINATOR, **wrong)
    assert refused.value.place.column == field
    assert workspace.revision() == revision


def test_what_is_not_there_is_said(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    number = titled(workspace, "Bread and words").number
    for impossible in (
        lambda: corrections.correct(workspace, 99, COORDINATOR, title="x"),
        lambda: corrections.merge(workspace, [number], 99, COORDINATOR),
        lambda: corrections.undo(workspace, 99, COORDINATOR),
        lambda: planned.remove(workspace, 99, COORDINATOR),
    ):
        with pytest.raises(UnknownEvent):
            impossible()
    revision = workspace.revision()
    for idle in (
        lambda: corrections.correct(workspace, number, COORDINATOR, title="Bread and words"),
        lambda: corrections.merge(workspace, [number], number, COORDINATOR),
    ):
        with pytest.raises(WrongEntry, match="No change"):
            idle()
    assert workspace.revision() == revision


# ---- planned events ---------------------------------------------------------------------------------


def counted(workspace: Workspace) -> tuple[object, object]:
    """Everybody who was reached, in figures and exports."""
    found = all_figures(workspace)
    return {**found, "indicators": [one.reach for one in found["indicators"]]}, all_exports(workspace)


def test_planned_events_change_no_figure_and_no_export(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    before, revision, index = everything(workspace), workspace.revision(), workspace.index()
    reached = counted(workspace)
    number = planned.plan(
        workspace, EventFact(0, "project_fair", "graz", date(2021, 9, 1), "  Autumn  fair "), 40, GRAZ
    )
    assert workspace.revision() > revision, "other pages show it"
    assert workspace.index().calendar is index.calendar, "and nothing is counted again for it"
    (one,) = planned.planned(workspace, actor=COORDINATOR)
    assert (one.number, one.title, one.expected, one.made_by, one.held) == (number, "Autumn fair", 40, "compass", None)
    assert everything(workspace) == everything(again(workspace))
    assert counted(workspace) == reached, "it changes what is expected alone"
    planned.remove(workspace, number, GRAZ)
    assert everything(workspace) == before
    assert planned.planned(workspace, actor=COORDINATOR) == []
    with pytest.raises(WrongEntry):
        planned.plan(workspace, EventFact(0, "project_fair", "graz", date(2021, 9, 1), ""), -1, COORDINATOR)


def test_a_sheet_fills_what_was_planned(workspace: Workspace) -> None:
    day, other = date(2021, 5, 4), date(2021, 6, 1)
    for city, when, title in (
        ("graz", day, "Bread and words"), ("graz", day, ""), ("graz", day, "Baking"), ("vejle", other, ""),
    ):  # fmt: skip
        planned.plan(workspace, EventFact(0, "skill_transfer_workshop", city, when, title), 20, COORDINATOR)
    assert [one.held for one in planned.planned(workspace, actor=COORDINATOR)] == [None] * 4
    number = bring(workspace, "bread.csv", BREAD)
    held = [one.held and one.held.fact.title for one in planned.planned(workspace, actor=COORDINATOR)]
    assert held == ["Bread and words", "Bread and words", None, None]
    first = planned.planned(workspace, actor=COORDINATOR)[0].held
    assert first is not None
    assert first.people == 3
    # What counts is what is true.
    corrections.correct(workspace, first.number, COORDINATOR, city="vejle", day=other)
    assert [one.held is not None for one in planned.planned(workspace, actor=COORDINATOR)] == [
        False,
        False,
        False,
        True,
    ]
    uploads.undo(workspace, number, COORDINATOR)
    assert [one.held for one in planned.planned(workspace, actor=COORDINATOR)] == [None] * 4


def test_likely_ones_come_first(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "vejle.csv", VEJLE_SHEET)
    bring(workspace, "typo.csv", sheet(row("Jana Novak", title="Bred and words", date="2021-05-05")))
    bring(workspace, "same.csv", BAKING)
    found = listing.all_events(workspace, actor=COORDINATOR)
    likely = [one.fact.title for one in listing.likely_matches(titled(workspace, "Bread and words"), found)]
    assert likely == ["Bred and words", "Baking", "Songs"] or likely == ["Baking", "Bred and words", "Songs"]


def test_one_event_is_found_as_it_stands_in_the_list(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    bring(workspace, "vejle.csv", VEJLE_SHEET)
    number = bring(workspace, "typo.csv", sheet(row("Jana Novak", title="Bred and words", date="2021-05-05")))
    gone = titled(workspace, "Bred and words").number
    found = listing.all_events(workspace, actor=COORDINATOR)
    assert [listing.find_event(workspace, one.number, actor=COORDINATOR) for one in found] == found
    uploads.undo(workspace, number, COORDINATOR)
    assert listing.find_event(workspace, gone, actor=COORDINATOR) is None
    assert listing.find_event(workspace, 99, actor=COORDINATOR) is None


def test_the_store_keeps_who_took_part_in_no_correction(workspace: Workspace) -> None:
    bring(workspace, "bread.csv", BREAD)
    corrections.correct(workspace, titled(workspace, "Bread and words").number, COORDINATOR, title="Other")
    assert "Maria" not in repr(details.find(workspace, titled(workspace, "Other").number, actor=COORDINATOR))
    assert b"Other" in files.write("events", frames.events(workspace, actor=COORDINATOR), "csv")
