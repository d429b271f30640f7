"""Uploads: their history, undo, redo, the original file, and who may do what."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.errors import LostOriginal, NotAllowed
from liaison_metrics.reports.making import make
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.figures import indicators
from liaison_metrics.services.intake import Options, import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.records import name_forms
from liaison_metrics.store.records.attendances import ATTENDANCE, fetched, records_of, selected
from liaison_metrics.store.records.name_forms import read_name_forms
from tests.actors import partner
from tests.services.conftest import row, sheet
from tests.services.figures import all_figures

GRAZ, VEJLE = partner("compass"), partner("vifin")


def listed(*people: tuple[str, str]) -> bytes:
    head = b"Date,City,Activity,Full name,Email,Community\n"
    lines = (
        f"2021-03-04,Graz,Skill-transfer workshop,{name},{name.split()[0].lower()}@example.org,{community}\n"
        for name, community in people
    )
    return head + "".join(lines).encode()


THREE = listed(("Ana Korba", "Local"), ("Bilal Denzor", "Zubrowkan"), ("Cem Halost", "Turkish"))


def reached(workspace: Workspace) -> list[int]:
    return [figure.reach.reached for figure in indicators(workspace, actor=COORDINATOR)]


@pytest.fixture
def brought(workspace: Workspace) -> Workspace:
    for number in range(1, 7):
        name = ("Fair_100%.csv", "fair-1000.csv", "Ünal.csv")[number % 3]
        actor = VEJLE if number == 5 else COORDINATOR
        rows = [row(f"A{number} B", city="Vejle"), *([row("C D", date="2021-02-30")] if number == 2 else [])]
        import_file(workspace, f"{number} {name}", sheet(*rows), actor=actor)
    uploads.undo(workspace, 4, COORDINATOR)
    return workspace


def numbers(workspace: Workspace, most: int = 10, **asked: str) -> list[int]:
    found = uploads.history(workspace, most, uploads.UploadChoice(**asked), actor=COORDINATOR)  # type: ignore[arg-type]
    assert found.total >= len(found.latest)
    return [one.id for one in found.latest]


def test_the_latest_are_read_and_all_are_counted(brought: Workspace) -> None:
    found = uploads.history(brought, 2, actor=COORDINATOR)
    assert (found.total, [one.id for one in found.latest], dict(found.followers)) == (6, [6, 5], {})
    assert found.latest == uploads.latest(brought, 2, actor=COORDINATOR)
    assert uploads.uploaders(brought, actor=COORDINATOR) == [COORDINATOR.code, "vifin"]


def test_by_party_and_state(brought: Workspace) -> None:
    assert numbers(brought, made_by="vifin") == [5]
    assert numbers(brought, state="active") == [6, 5, 3, 2, 1]
    assert numbers(brought, state="undone") == [4]
    assert numbers(brought, state="rejected") == [2]
    assert numbers(brought, state="questions") == []
    assert numbers(brought, made_by="vifin", state="undone") == []


def test_by_words_of_the_name_or_the_number(brought: Workspace) -> None:
    assert numbers(brought, words="FAIR") == [6, 4, 3, 1]
    assert numbers(brought, words="100%") == [6, 3], "what a database takes for a pattern is a letter here"
    assert numbers(brought, words=" Ünal ") == [5, 2]
    assert numbers(brought, words="2") == [2]
    assert numbers(brought, words="fair", state="undone") == [4]
    for nothing in ("no such file", "9" * 40, "²", "'; --"):
        assert numbers(brought, words=nothing) == []


def test_undo_says_what_it_takes_away(workspace: Workspace) -> None:
    one = import_file(workspace, "one.csv", THREE, actor=COORDINATOR).upload or 0
    two = (
        import_file(
            workspace, "two.csv", listed(("Ana Korba", "Local"), ("Eva Lim", "Local")), actor=COORDINATOR
        ).upload
        or 0
    )
    assert [e.change for e in uploads.preview_undo(workspace, two, actor=COORDINATOR).effects] == [-1, 0, -1]
    assert [e.change for e in uploads.preview_undo(workspace, one, actor=COORDINATOR).effects] == [-2, 0, -2]
    assert reached(workspace) == [4, 0, 4]


def test_redo_brings_back_exactly_what_was_undone(workspace: Workspace) -> None:
    told = Options(answers=(Answer("community", "Zubrowkan", "bosnian"),))
    one = import_file(workspace, "one.csv", THREE, told, actor=GRAZ).upload or 0
    import_file(workspace, "two.csv", listed(("Ana Korba", "Local"), ("Eva Lim", "Local")), actor=COORDINATOR)
    before = all_figures(workspace)
    uploads.undo(workspace, one, GRAZ)
    assert all_figures(workspace) != before
    with pytest.raises(NotAllowed):
        uploads.redo(workspace, one, VEJLE)
    assert uploads.redo(workspace, one, GRAZ).upload == one
    assert all_figures(workspace) == before


def test_originals_are_for_who_uploaded_them_and_that_is_noted(workspace: Workspace) -> None:
    one = import_file(workspace, "one.csv", THREE, actor=GRAZ).upload or 0
    with pytest.raises(NotAllowed):
        uploads.original(workspace, one, VEJLE)
    assert uploads.fetches(workspace, one, actor=COORDINATOR) == []
    assert uploads.original(workspace, one, COORDINATOR) == ("one.csv", THREE)
    assert uploads.original(workspace, one, GRAZ) == ("one.csv", THREE)
    assert [who for who, _when in uploads.fetches(workspace, one, GRAZ)] == ["compass", "coordinator"]
    workspace.secret = b"another secret of thirty-two byte"
    with pytest.raises(LostOriginal):
        uploads.original(workspace, one, COORDINATOR)


def test_a_partner_undoes_only_what_it_brought(workspace: Workspace) -> None:
    one = import_file(workspace, "one.csv", THREE, actor=GRAZ).upload or 0
    with pytest.raises(NotAllowed):
        uploads.undo(workspace, one, VEJLE)
    assert reached(workspace)[0] == 3
    uploads.undo(workspace, one, COORDINATOR)
    assert reached(workspace)[0] == 0


def test_the_sums_of_a_city_are_not_those_of_the_project(workspace: Workspace) -> None:
    bad = row("Bo Lund", date="2021-02-30")
    import_file(workspace, "graz.csv", sheet(row("Ana Korba"), row("Ana Korba"), bad), actor=COORDINATOR)
    import_file(workspace, "vejle.csv", sheet(row("Ida Holm", city="Vejle"), bad), actor=COORDINATOR)
    two = sheet(row("Eva Lang"), *(row(name, city="Vejle") for name in ("Per Dahl", "Eva Lang")), bad)
    import_file(workspace, "two.csv", two, actor=COORDINATOR)
    log = b"Date,City,Activity,Event,Participants\n2021-06-01,Graz,Project fair,Fair,17\n"
    import_file(workspace, "log.csv", log, actor=COORDINATOR)
    graz, vejle = (uploads.sums(workspace, city, actor=COORDINATOR) for city in ("graz", "vejle"))
    assert (graz.uploads, graz.attendances, graz.repeated, graz.rejected) == (3, 2, 1, 1)
    assert (graz.headcount, graz.headcount_rows, graz.rows_read) == (17, 1, 5)
    assert (vejle.uploads, vejle.attendances, vejle.rejected, vejle.rows_read) == (2, 3, 1, 4)
    assert uploads.sums(workspace, "athens", actor=COORDINATOR).rows_read == 0
    assert uploads.sums(workspace, actor=COORDINATOR).rejected == 3
    own = partner("compass")
    assert make(workspace, Scope(city="graz"), 5, actor=own).quality.sums == graz


def test_undo_decrypts_the_undone_upload_alone_once_the_index_is_there(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [("Ana Korba", "Local"), ("Bilal Denzor", "Local")]
    import_file(workspace, "first.csv", listed(*both), actor=COORDINATOR)
    import_file(workspace, "second.csv", listed(*both, ("Cem Halost", "Turkish")), actor=COORDINATOR)
    with workspace.store.reading() as connection:
        ana, bilal, cem = _names_by_row(workspace, connection)
        assert len(read_name_forms(connection, [ana, bilal, cem])) == 3

    def refused(_connection: Connection) -> None:
        raise AssertionError("the whole store is decrypted")

    workspace.index()
    with monkeypatch.context() as patch:
        patch.setattr(name_forms, "names_in", refused)
        uploads.undo(workspace, 2, COORDINATOR)
    with workspace.store.reading() as connection:
        assert set(read_name_forms(connection, [ana, bilal, cem])) == {ana, bilal}
    uploads.redo(workspace, 2, COORDINATOR)
    uploads.undo(workspace, 1, COORDINATOR)  # the index does not know of the redo yet
    with workspace.store.reading() as connection:
        assert set(read_name_forms(connection, [ana, bilal, cem])) == {ana, bilal, cem}


def _names_by_row(workspace: Workspace, connection: Connection) -> list[int]:
    """The digests of the names of upload 2, in the order of its rows."""
    [rows] = fetched(connection, selected().where(ATTENDANCE.c.upload_id == 2))
    records = records_of(connection, rows)
    return records["name"][records["row"].argsort()].tolist()
