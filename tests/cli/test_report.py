"""``liaison-metrics report``: any form by its suffix, exact or for publication, and issued for ever."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Run, runner
from tests.cli.test_contract import GOOD
from tests.services.conftest import row, sheet

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    (home / "good.csv").write_bytes(GOOD)
    called = runner(home, "liaison.db")
    assert called("import", str(home / "good.csv")).returncode == 0
    return called


@pytest.mark.parametrize("suffix", ["pdf", "png", "xlsx", "html", "xml", "csv", "zip"])
def test_every_form_is_written_by_its_suffix(run: Run, home: Path, suffix: str) -> None:
    path = home / f"report.{suffix}"
    done = run("report", "--as-of", "2021-06-30", "-o", str(path))
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "events up to 30 Jun 2021" in done.stderr and "don’t publish them" in done.stderr
    assert path.stat().st_size > 0


def test_one_city_for_publication(run: Run, home: Path) -> None:
    path = home / "graz.xml"
    done = run("report", "--city", "graz", "--publish", "-o", str(path))
    assert done.returncode == 0 and "Graz" in done.stderr and "don’t publish them" not in done.stderr
    assert {one.get("name") for one in etree.parse(path).iter("dimension")}.isdisjoint({"community", "gender"})
    assert run("report", "--threshold", "2", "-o", str(path)).returncode == 2


def test_a_wrong_call_is_a_sentence(run: Run, home: Path) -> None:
    for arguments, said in (
        (["-o", "report.docx"], "There is no report form for “report.docx”"),
        (["-o", str(home / "nowhere" / "a.xlsx")], "There is no folder"),
        (["--city", "paris", "-o", "a.xlsx"], "doesn’t have “paris”"),
        ([], "Name the file to write"),
    ):
        done = run("report", *arguments)
        assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


def test_an_issued_report_is_fetched_unchanged(run: Run, home: Path) -> None:
    assert run("report", "issue", "--name", "Interim report", "--publish").returncode == 0
    first, again = home / "first.zip", home / "again.zip"
    assert run("report", "get", "1", "-o", str(first)).returncode == 0
    (home / "more.csv").write_bytes(sheet(row("Nadia Karim", email="n@example.org")))
    assert run("import", str(home / "more.csv")).returncode == 0
    assert run("report", "get", "1", "-o", str(again)).returncode == 0
    assert again.read_bytes() == first.read_bytes()
    members = zipfile.ZipFile(io.BytesIO(first.read_bytes())).infolist()
    assert all(one.filename.startswith("LIAISON-report-1-") for one in members)
    assert {one.compress_type for one in members} == {zipfile.ZIP_STORED}, "other libraries compress to other bytes"
    assert "Interim report" in run("report", "list").stdout
    assert run("report", "get", "7").returncode == 2
    for arguments in (("get", "1", "-o", str(home / "nowhere" / "a.zip")), ("issue", "--name", " \n")):
        done = run("report", *arguments)
        assert done.returncode == 2 and "Traceback" not in done.stderr
