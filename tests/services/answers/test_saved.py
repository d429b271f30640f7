"""Answers to questions about a sheet, dry runs, and sheets that replace earlier ones."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import NotAllowed, UnknownUpload, UnknownWord
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.answers.saved import add_community, name_community, unnamed_communities
from liaison_metrics.services.figures import indicators
from liaison_metrics.services.intake import FileStatus, Options, import_file, preview_import
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.texts import speaking
from tests.actors import partner

GRAZ, VEJLE = partner("compass"), partner("vifin")
HEAD = b"Date,City,Activity,Full name,Email,Community\n"
EVENT = b"2021-03-04,Graz,Skill-transfer workshop,"


def sheet(*people: tuple[str, str]) -> bytes:
    lines = (f"{name},{name.split()[0].lower()}@example.org,{community}\n" for name, community in people)
    return HEAD + b"".join(EVENT + line.encode() for line in lines)


THREE = sheet(("Ana Korba", "Local"), ("Bilal Denzor", "Zubrowkan"), ("Cem Halost", "Turkish"))


def reached(workspace: Workspace) -> list[int]:
    return [one.reach.reached for one in indicators(workspace, actor=COORDINATOR)]


def test_an_answer_is_used_and_remembered_for_the_partner(workspace: Workspace) -> None:
    first = import_file(workspace, "one.csv", THREE, actor=GRAZ)
    assert [q.value for q in first.questions] == ["Zubrowkan"] and not first.recalled
    uploads.undo(workspace, first.upload or 0, GRAZ)
    told = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),))
    assert not import_file(workspace, "one.csv", THREE, told, actor=GRAZ).questions
    more = sheet(("Dina Marsel", "zubrowkan"))
    next_one = preview_import(workspace, "two.csv", more, actor=GRAZ)
    assert [(a.value, a.code) for a in next_one.recalled] == [("Zubrowkan", "bosnian")] and not next_one.questions
    assert preview_import(workspace, "two.csv", more, actor=VEJLE).questions, "another partner's own words"
    other = b"Name;Community\nDina Marsel;Zubrowkan\n"
    hints = Options(Hints(activity="project_fair", city="graz", date=None))
    assert not preview_import(workspace, "three.csv", other, hints, actor=GRAZ).recalled, "another shape"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        pytest.param((Answer("community", "Zubrowkan", "not_stated"),), [3, 0, 3], id="not stated"),
        pytest.param((Answer("column", "Community", "unused"),), [3, 0, 3], id="a column left out"),
        pytest.param((Answer("sheet", "one", "left_out"),), [0, 0, 0], id="a sheet left out"),
        pytest.param((Answer("header_row", "", "1"),), [3, 0, 3], id="the header row"),
    ],
)
def test_what_can_be_said_of_a_sheet(workspace: Workspace, answers: tuple[Answer, ...], expected: list[int]) -> None:
    import_file(workspace, "one.csv", THREE, Options(answers=answers), actor=COORDINATOR)
    assert reached(workspace) == expected


def test_a_dry_run_says_what_would_change_and_changes_nothing(workspace: Workspace) -> None:
    import_file(workspace, "one.csv", THREE, actor=COORDINATOR)
    before, revision = reached(workspace), workspace.revision()
    tried = preview_import(workspace, "two.csv", sheet(("Ana Korba", "Local"), ("Eva Lim", "Local")), actor=COORDINATOR)
    assert tried.preview is not None
    assert (tried.preview.people, tried.preview.known) == (2, 1)
    assert [(e.before, e.after) for e in tried.preview.effects] == [(3, 4), (0, 0), (3, 4)]
    assert (reached(workspace), workspace.revision()) == (before, revision)
    import_file(workspace, "two.csv", sheet(("Ana Korba", "Local"), ("Eva Lim", "Local")), actor=COORDINATOR)
    assert reached(workspace) == [4, 0, 4]


def test_a_report_says_which_uploads_state_the_same_events_and_which_rows_say_something_again(
    workspace: Workspace,
) -> None:
    two = sheet(("Ana Korba", "Local"), ("Eva Lim", "Local"))
    first = import_file(workspace, "two.csv", two, actor=COORDINATOR).upload
    second = import_file(workspace, "three.csv", THREE, actor=COORDINATOR).upload
    again = preview_import(workspace, "again.csv", THREE + two.splitlines()[1] + b"\n", actor=COORDINATOR)
    assert again.beside == [second, first]
    assert [(row.row, row.reason) for row in again.repeats] == [(again.rows_read + 1, "repeated")]


def test_a_corrected_sheet_takes_the_place_of_the_one_before(workspace: Workspace) -> None:
    one = import_file(workspace, "one.csv", THREE, actor=GRAZ).upload or 0
    better = sheet(("Ana Korba", "Local"), ("Cem Halost", "Turkish"))
    tried = preview_import(workspace, "better.csv", better, Options(replaces=one), actor=GRAZ)
    assert tried.preview and [e.change for e in tried.preview.effects] == [-1, 0, -1] and reached(workspace)[0] == 3
    with pytest.raises(NotAllowed):
        told = Options(answers=(Answer("other_cities", "", "all"),), replaces=one)
        import_file(workspace, "better.csv", better, told, actor=VEJLE)
    assert reached(workspace)[0] == 3
    two = import_file(workspace, "better.csv", better, Options(replaces=one), actor=GRAZ).upload or 0
    assert reached(workspace)[0] == 2
    assert [(u.id, u.replaces, u.undone_at is None) for u in uploads.latest(workspace, actor=COORDINATOR)] == [
        (two, one, True), (one, None, False),
    ]  # fmt: skip
    with pytest.raises(UnknownUpload):
        import_file(workspace, "again.csv", THREE, Options(replaces=one), actor=GRAZ)


def test_whole_or_not_at_all(workspace: Workspace) -> None:
    report = import_file(workspace, "one.csv", THREE, Options(whole=True), actor=COORDINATOR)
    assert report.status is FileStatus.REFUSED and report.message and workspace.revision() == 0
    told = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),), whole=True)
    assert import_file(workspace, "one.csv", THREE, told, actor=COORDINATOR).status is FileStatus.IMPORTED


def test_a_new_community_is_named_in_one_language_and_then_in_the_others(workspace: Workspace) -> None:
    with speaking("de"):
        code = add_community(workspace, "Zubrowkisch", COORDINATOR)
        assert add_community(workspace, " zubrowkisch", COORDINATOR) == code
        assert add_community(workspace, "Bosnisch", COORDINATOR) == "bosnian"
    assert workspace.project.label("community", code, "el") == "Zubrowkisch"
    assert unnamed_communities(workspace, COORDINATOR) == {code: ["en", "it", "da", "el"]}
    for spoken, name in (("en", "Zubrowkan"), ("it", "zubrowkiana"), ("da", "zubrowkansk"), ("el", "Ζουμπρόφκα")):
        name_community(workspace, code, spoken, name, COORDINATOR)
    assert unnamed_communities(workspace, COORDINATOR) == {}
    assert workspace.project.label("community", code, "it") == "zubrowkiana"
    assert add_community(workspace, "Zubrowkan", COORDINATOR) == code
    with pytest.raises(UnknownWord):
        name_community(workspace, "bosnian", "de", "Anders", COORDINATOR)
