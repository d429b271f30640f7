"""A ZIP archive of sheets gives its sheets; a workbook, which is an archive too, gives itself."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from liaison_metrics.errors import RefusedFile
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file, opened, unpacked, unpacking, visible
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import row, sheet

SHEET = sheet(row("Amina Haddad"))


def archive(parts: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return file.getvalue()


def workbook() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet().write(0, 0, "Name")
    return file.getvalue()


def test_a_sheet_gives_itself_whatever_it_is_called() -> None:
    for name, data in (("a.csv", SHEET), ("a.zip", SHEET), ("a.zip", workbook()), ("PK.csv", b"PK,Name\n1,B\n")):
        assert unpacked(name, data) == [(name, data)]


def test_an_archive_gives_its_sheets_with_their_folders_and_without_junk() -> None:
    book = workbook()  # another one, written in another second, has other bytes
    data = archive({
        "Graz/": b"", "Graz/May/list.csv": SHEET, "Graz/list.xlsx": book, "plan.pdf": b"%PDF-1.7",
        "__MACOSX/Graz/._list.csv": b"x", "Graz/.DS_Store": b"x", "Thumbs.db": b"x", "Graz/~$list.xlsx": b"x",
    })  # fmt: skip
    found = unpacked("sheets.zip", data)
    assert [name for name, _data in found] == ["Graz – May – list.csv", "Graz – list.xlsx", "plan.pdf"]
    assert found[0][1] == SHEET and found[1][1] == book


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.csv", "etc – passwd.csv"),
        ("/root/a.csv", "root – a.csv"),
        ("C:\\Sheets\\a.csv", "C – Sheets – a.csv"),
        ("a\u202egpj.csv", "agpj.csv"),
        ("tab\there\n.csv", "tabhere.csv"),
        ("=1+1.csv", "=1+1.csv"),
        ("Λίστα/Αθήνα.csv", "Λίστα – Αθήνα.csv"),
        ("x" * 400 + ".csv", "x" * 156 + ".csv"),
    ],
)
def test_no_name_is_a_path_or_looks_like_another(name: str, shown: str) -> None:
    assert [found for found, _data in unpacked("a.zip", archive({name: SHEET}))] == [shown]


def test_names_in_utf_8_that_does_not_say_so() -> None:
    data = archive({"Mødeliste.csv": SHEET})
    unsaid = data.replace(b"PK\x03\x04\x14\x00\x00\x08", b"PK\x03\x04\x14\x00\x00\x00")
    unsaid = unsaid.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x08", b"PK\x01\x02\x14\x03\x14\x00\x00\x00")
    assert unsaid != data and unpacked("a.zip", unsaid)[0][0] == "Mødeliste.csv"


def _locked(data: bytes) -> bytes:
    at, central = data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8
    flagged = bytearray(data)
    for place in (at, central):
        struct.pack_into("<H", flagged, place, struct.unpack_from("<H", data, place)[0] | 1)
    return bytes(flagged)


ONE = archive({"list.csv": SHEET})
DAMAGED = "a.zip is damaged, or compressed in a way that cannot be read."
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {  # made by the test: the bomb takes a second
    "cut off": (lambda: ONE[: len(ONE) // 2], DAMAGED),
    "other bytes": (lambda: ONE.replace(b"list.csv", b"list.csv", 1)[:60] + b"\xff\xff\xff" + ONE[63:], DAMAGED),
    "packed otherwise": (lambda: archive({"list.csv": SHEET * 9}, zipfile.ZIP_LZMA), DAMAGED),
    "locked": (lambda: _locked(ONE), "a.zip is protected by a password."),
    "empty": (lambda: archive({}), "a.zip contains no files."),
    "only junk": (lambda: archive({"__MACOSX/a": b"x"}), "a.zip contains no files."),
    "too many": (
        lambda: archive({f"{n}.csv": b"x" for n in range(501)}),
        "a.zip contains 501 files. The limit is 500.",
    ),
    "a bomb": (lambda: archive({"a.csv": bytes(301_000_000)}), "a.zip contains 301 MB of files. The limit is 300 MB."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_unpacked_is_refused_in_a_sentence(name: str) -> None:
    made, sentence = REFUSED[name]
    data = made()
    with pytest.raises(RefusedFile) as refusal:
        unpacked("a.zip", data)
    assert refusal.value.message == sentence and refusal.value.hint


def test_an_archive_that_lies_about_its_size_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("liaison_metrics.sheets.opening.guards.LARGEST_UNPACKED", 100_000)
    data = archive({"a.csv": bytes(5_000_000)})
    claimed, real = struct.pack("<I", 10), struct.pack("<I", 5_000_000)
    with pytest.raises(RefusedFile):
        unpacked("a.zip", data.replace(real, claimed))


def test_a_damaged_workbook_is_left_to_whoever_reads_it(workspace: Workspace) -> None:
    half = workbook()[:2000]
    assert unpacked("a.xlsx", half) == [("a.xlsx", half)]
    assert import_file(workspace, "a.xlsx", half, actor=COORDINATOR).status is FileStatus.REFUSED


def test_the_folder_helps_to_tell_the_city(workspace: Workspace) -> None:
    register = b"Date,Activity,Full name\n2021-05-04,Skill-transfer workshop,Amina Haddad\n"
    ((name, data),) = unpacked("all.zip", archive({"Vejle/list.csv": register}))
    assert [event.city for event in import_file(workspace, name, data, actor=COORDINATOR).events] == ["vejle"]


def test_the_most_is_some_hundreds(tmp_path: Path) -> None:
    assert len(unpacked("a.zip", archive({f"{n}.csv": b"x" for n in range(unpacking.MOST_SHEETS)}))) == 500


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Fair \u202e21", "Fair 21"), ("\u2066a\u2069", "a"), ("\ufeffName", "Name"), ("so\u00adft", "soft"),
        ("\u200fشيرين", "شيرين"), ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\nb\u00a0c", "a\nb\u00a0c"), ("Žižka", "Žižka"),
    ],
)  # fmt: skip
def test_signs_that_nobody_sees_are_left_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_cells_and_sheets_have_no_such_signs() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        made.add_worksheet("M\u202eay").write_row(0, 0, ["Na\u200eme", 12])
    (grid,) = opened("list.xlsx", file.getvalue(), 100_000).grids
    assert (grid.name, list(grid.rows[0])) == ("May", ["Name", 12])


def test_a_title_cannot_turn_what_follows_it(workspace: Workspace) -> None:
    listed = sheet(row("Ada Berg", title="Fair \u202eretfa"), row("Ida Holm"))
    report = import_file(workspace, "list\u202evsc.csv", listed, actor=COORDINATOR)
    assert report.file == "listvsc.csv"
    assert "\u202e" not in repr([event.title for event in report.events])
