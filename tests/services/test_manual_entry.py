"""An event and its people entered by hand go the way of any file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services import figures, uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.intake.manual_entry import (
    HandEntry,
    HandLine,
    import_entry,
    problems,
    sheet_of,
    statements,
)
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.texts import use_language
from tests.actors import partner
from tests.services.conftest import row, sheet

DAY = date(2021, 6, 1)
LINES = (
    HandLine(12, "syrian", "female"),
    HandLine(7, "syrian", NOT_STATED),
    HandLine(30),
    HandLine(4, NOT_STATED, "male"),
)
FAIR = HandEntry("project_fair", "vejle", DAY, "Summer fair", LINES)


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    use_language("en")


def test_an_entry_is_an_upload_like_any_other(workspace: Workspace) -> None:
    vifin = partner("vifin")
    dry = import_entry(workspace, FAIR, vifin, dry_run=True)
    assert (dry.headcount, workspace.revision()) == (53, 0)
    assert dry.preview is not None and [e.change for e in dry.preview.effects] == [53, 0, 53]
    report = import_entry(workspace, FAIR, vifin)
    assert (report.status, report.headcount, report.headcount_rows, report.message) == (FileStatus.IMPORTED, 53, 4, "")
    assert [(e.activity, e.city, e.date, e.title) for e in report.events] == [
        ("project_fair", "vejle", DAY, "Summer fair")
    ]
    assert reached(workspace) == 53
    lines = figures.breakdown(workspace, "IND1", "community", actor=COORDINATOR).lines
    assert {line.code: line.reached for line in lines} == {"syrian": 19, NOT_STATED: 34}
    (kept,) = uploads.latest(workspace, actor=COORDINATOR)
    assert (kept.file, kept.made_by) == ("Entered by hand 2021-06-01 Vejle.csv", "vifin")
    name, data = uploads.original(workspace, kept.id, COORDINATOR)
    assert name == kept.file and b"Summer fair" in data
    uploads.undo(workspace, kept.id, vifin)
    assert reached(workspace) == 0
    assert uploads.redo(workspace, kept.id, vifin).headcount == 53


def test_the_same_event_again_with_other_numbers(workspace: Workspace) -> None:
    import_entry(workspace, FAIR, actor=COORDINATOR)
    assert import_entry(workspace, FAIR, actor=COORDINATOR).status is FileStatus.ALREADY_IMPORTED
    more = HandEntry("project_fair", "vejle", DAY, "summer FAIR", (HandLine(20, "syrian", "female"),))
    assert [(s.upload, s.people, s.replaceable) for s in statements(workspace, more, actor=COORDINATOR)] == [
        (1, 53, True)
    ]
    report = import_entry(workspace, more, dry_run=True, actor=COORDINATOR)
    assert report.message == (
        "Upload 1 (Entered by hand 2021-06-01 Vejle.csv) already has 53 people at this event. "
        "The larger total counts: the entries are not added up."
    )
    assert report.hint == "If this entry corrects it, replace upload 1."
    assert report.preview is not None and report.preview.effects[0].after == 53
    import_entry(workspace, more, actor=COORDINATOR)
    assert reached(workspace) == 53, "the same people, of whom the second entry states fewer"
    replaced = import_entry(
        workspace, HandEntry(**{**_fields(more), "lines": (HandLine(3),)}), replaces=1, actor=COORDINATOR
    )
    assert replaced.status is FileStatus.IMPORTED and reached(workspace) == 20


def test_a_number_above_every_target_counts_as_entered(workspace: Workspace) -> None:
    crowd = HandEntry("project_fair", "vejle", DAY, "Summer fair", (HandLine(2500),))
    assert import_entry(workspace, crowd, actor=COORDINATOR).status is FileStatus.IMPORTED
    assert reached(workspace) == 2500


def _fields(entry: HandEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in HandEntry.__slots__}


def test_only_what_says_nothing_else_can_be_replaced_by_who_brought_it(workspace: Workspace) -> None:
    counted = b"Date,City,Activity,Event,Community,Participants\n"
    both = (
        counted
        + b"2021-06-01,Vejle,LIAISON fair,Summer fair,Syrian,5\n2021-06-02,Vejle,LIAISON fair,Closing,Syrian,5\n"
    )
    import_file(workspace, "two events.csv", both, actor=COORDINATOR)
    import_entry(workspace, FAIR, partner("vifin"))
    import_file(workspace, "people.csv", sheet(row("Amina Haddad", date="2021-06-01", city="Vejle")), actor=COORDINATOR)
    kassel = replace(partner("kassel_district"), cities=frozenset({"vejle", "kassel"}))
    found = statements(workspace, FAIR, kassel)
    assert [(s.upload, s.people, s.replaceable) for s in found] == [(1, 5, False), (2, 53, False)]
    assert [s.replaceable for s in statements(workspace, FAIR, actor=COORDINATOR)] == [False, True]
    for other in (kassel, partner("cesie")):
        with pytest.raises(NotAllowed):
            import_entry(workspace, FAIR, other, replaces=2)


WRONG = {
    "no people": ({"lines": ()}, "People", "The entry has no people."),
    "nobody": ({"lines": (HandLine(0),)}, "People", "The entry has no people."),
    "fewer than none": ({"lines": (HandLine(-3), HandLine(5))}, "People", "-3 is not a valid number of people."),
    "a slip": ({"lines": (HandLine(1_000_000),)}, "People", "1000000 is not a valid number of people."),
    "too early": (
        {"date": date(2019, 6, 1)}, "Date", "2019-06-01 is outside the project period (2020-02-03 to 2022-04-02).",
    ),
    "no city": ({"city": ""}, "City", "City is missing."),
    "no activity": ({"activity": "juggling"}, "Activity", "Activity is missing."),
    "a long title": ({"title": "x" * 201}, "Title", "The title is too long."),
    "no community": ({"lines": (HandLine(1, "martian"),)}, "People", "The project has no “martian”."),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_is_said_of_its_field(name: str, workspace: Workspace) -> None:
    changed, field, message = WRONG[name]
    entry = HandEntry(**{**_fields(FAIR), **changed})
    with pytest.raises(WrongEntry) as wrong:
        import_entry(workspace, entry, actor=COORDINATOR)
    assert (wrong.value.place.column, wrong.value.message) == (field, message) and wrong.value.hint
    assert len(problems(workspace.project, entry)) == 1 and workspace.revision() == 0


TITLES = st.one_of(
    st.sampled_from(("Women", "Graz meets Palermo, 3 June 2021", "=1+1", "-5", "City", "A; \"b\", c", "Total", "A: x")),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(data=st.data(), spoken=st.sampled_from(("en", "it", "de", "da", "el")), title=TITLES)
def test_whatever_is_entered_reads_back(project: Project, data: st.DataObject, spoken: str, title: str) -> None:
    use_language(spoken)
    codes = {
        kind: data.draw(st.sampled_from(project.codes(kind))) for kind in (VocabularyKind.ACTIVITY, VocabularyKind.CITY)
    }
    line = st.builds(
        HandLine, st.integers(1, 300), st.sampled_from(project.codes(VocabularyKind.COMMUNITY)),
        st.sampled_from(project.codes(VocabularyKind.GENDER)),
    )  # fmt: skip
    lines = tuple(data.draw(st.lists(line, min_size=1, max_size=6)))
    day = data.draw(st.dates(project.start, project.end))
    file, content = sheet_of(
        project, HandEntry(codes[VocabularyKind.ACTIVITY], codes[VocabularyKind.CITY], day, title, lines)
    )
    reading = read_sheet(file, content, project)
    (event,) = reading.events
    assert (event.activity, event.city, event.date) == (codes[VocabularyKind.ACTIVITY], codes[VocabularyKind.CITY], day)
    assert not reading.questions and not reading.rejected
    wanted: Counter[tuple[str, str]] = Counter()
    for one in lines:
        wanted[one.community, one.gender] += one.people
    found = {(h.community or NOT_STATED, h.gender or NOT_STATED): h.people for h in reading.headcounts}
    assert found == dict(wanted)
    if any(c.isalnum() for c in title):
        assert event.title == " ".join(title.split()).lstrip("=+-@ \t")
