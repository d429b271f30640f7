"""The command line and its JSON, word by word, as other programs rely on them."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import zipfile
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run, process, runner
from tests.conftest import ROOT
from tests.examples import cases
from tests.services.conftest import row, sheet

pytestmark = pytest.mark.slow

GOOD = sheet(row("Amina Haddad", email="a@example.org"), row("Lena Moser", community="Local", title="=HYPERLINK(1)"))
BAD = sheet(row("Amina Haddad"), row("Omar Said", date="2021-02-30"), row("Ida Holm", community="Bangla"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    for name, data in (("good.csv", GOOD), ("bad.csv", BAD), ("empty.csv", b"")):
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def filled(home: Path) -> Run:
    """A store with one good sheet and one with faults; its calls only read."""
    run = runner(home, "filled.db")
    first = run("import", str(home / "good.csv"), "--json")
    assert first.returncode == 0, first.stderr
    second = run("import", str(home / "bad.csv"), "--json")
    assert second.returncode == 1, second.stderr
    (home / "bad.json").write_text(second.stdout)
    return run


def test_import_as_json(filled: Run, home: Path) -> None:
    (file,) = json.loads((home / "bad.json").read_text())["files"]
    assert (file["file"], file["status"], file["upload"]) == ("bad.csv", "partly", 2)
    assert (file["attendances"], file["headcount"], file["not_counted"], file["repeated"]) == (2, 0, 0, 0)
    assert file["already_known"] == 1, "Amina stood in the first sheet"
    (event,) = file["events"]
    shares = {"listed", "stated", "unlisted", "additional"}
    assert set(event) == {"activity", "city", "date", "title", "attendances", "headcount"} | shares
    (rejected,) = file["rejected"]
    assert (rejected["row"], rejected["column"], rejected["value"]) == (3, "Date", "2021-02-30")
    assert rejected["sheet"] and rejected["reason"] and rejected["fix"]
    (question,) = file["questions"]
    assert (question["kind"], question["value"], question["suggestions"][0]) == ("community", "Bangla", "bangladeshi")
    assert question["answer"] == "community:Bangla="


@pytest.mark.parametrize("call", cases(("indicators --as-of someday",), ("indicators", "uploads --json")))
def test_a_process_of_its_own_says_the_same(filled: Run, home: Path, call: str) -> None:
    apart, here = process(home, "filled.db")(*call.split()), filled(*call.split())
    assert (apart.returncode, apart.stdout, apart.stderr) == (here.returncode, here.stdout, here.stderr)
    assert apart.stdout or apart.stderr


def test_import_says_what_became_of_every_row(home: Path) -> None:
    run = runner(home, "rows.db")
    again = sheet(row("Amina Haddad"), row("Amina Haddad"), row("Omar Said", date="2021-02-30"), "Total,,,,2")
    (home / "again.csv").write_bytes(again)
    (home / "prose.txt").write_text("Dear all,\n\nplease find the report.\n")
    run("import", str(home / "good.csv"))
    files = json.loads(run("import", *(str(home / n) for n in ("again.csv", "prose.txt")), "--json", "--rows").stdout)
    told, refused = (file["fates"] for file in files["files"])
    assert [(one["sheet"], one["row"], one["fate"]) for one in told] == [
        ("again", 1, "header"), ("again", 2, "known"), ("again", 3, "repeated"), ("again", 4, "rejected"),
        ("again", 5, "total"),
    ]  # fmt: skip
    assert told[3]["why"] == "“2021-02-30” isn't a valid date." and all(one["why"] for one in told)
    assert [(one["row"], one["fate"]) for one in refused] == [(1, "note"), (3, "title")]
    plain = json.loads(run("import", str(home / "again.csv"), "--json").stdout)["files"][0]
    assert "fates" not in plain
    assert run("import", str(home / "again.csv"), "--rows").returncode == 2


def test_an_archive_gives_the_reports_of_its_sheets(home: Path) -> None:
    with zipfile.ZipFile(home / "both.zip", "w") as archive:
        archive.writestr("May/good.csv", GOOD)
        archive.writestr("bad.csv", BAD)
    (home / "cut.zip").write_bytes((home / "both.zip").read_bytes()[:200])
    run = runner(home, "archive.db")("import", str(home / "both.zip"), str(home / "cut.zip"), "--json")
    files = json.loads(run.stdout)["files"]
    assert [(f["file"], f["status"]) for f in files] == [
        ("May – good.csv", "imported"), ("bad.csv", "partly"), ("cut.zip", "refused"),
    ]  # fmt: skip
    assert run.returncode == 1 and files[2]["message"] and files[2]["hint"]


def test_a_template_to_fill_in(home: Path) -> None:
    run = runner(home, "template.db")
    path = home / "template.xlsx"
    assert run("template", "-o", str(path), "--language", "de").returncode == 0
    assert openpyxl.load_workbook(path).sheetnames == ["Teilnahme", "Kopfzahlen", "Anleitung", "Listen"]
    wrong = run("template", "-o", str(path), "--language", "xx")
    assert wrong.returncode == 2 and "en, it, de, da, el" in wrong.stderr


def test_indicators_in_every_form(filled: Run) -> None:
    figures = json.loads(filled("indicators", "--format", "json").stdout)
    assert figures["as_of"] == "2022-04-02"
    assert [i["code"] for i in figures["indicators"]] == ["IND1", "IND2", "IND3"]
    first = figures["indicators"][0]
    assert (first["target"], first["reached"], first["identified"], first["unidentified"]) == (500, 3, 3, 0)
    assert (first["floor"], first["attendances"], first["overlap"]) == (3, 3, 0), "told twice is one attendance"
    assert first["by_city"] == {"graz": 3} and first["by_community"] == {"syrian": 1, "local": 1, "not_stated": 1}
    assert first["status"] == "behind_plan"
    earlier = json.loads(filled("indicators", "--format", "json", "--as-of", "2020-12-31").stdout)
    assert earlier["as_of"] == "2020-12-31" and earlier["indicators"][0]["reached"] == 0
    lines = list(csv.DictReader(io.StringIO(filled("indicators", "--format", "csv").stdout.lstrip("\ufeff"))))
    assert int(lines[0]["reached"]) == 3 and lines[0]["breakdown"] == "total"


def run_json(run: Run, *arguments: str) -> dict[str, list[dict[str, object]]]:
    """What a command writes that finds something for a person to do."""
    done = run(*arguments, "--json")
    assert done.returncode == 1, done.stderr
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def test_what_is_owed_is_listed_by_kind(filled: Run) -> None:
    listed = run_json(filled, "owed")
    keys = {"partner", "kind", "activity", "city", "date", "title", "days", "count"}
    assert [(one["partner"], one["kind"], one["title"], set(one) == keys) for one in listed["owed"]] == [
        ("compass", "question", "bad.csv", True), ("compass", "rejected", "bad.csv", True),
    ]  # fmt: skip
    assert "1 rejected row" in filled("owed", "--partner", "compass").stdout
    alone = filled("owed", "--partner", "vifin", "--json")
    assert alone.returncode == 0 and json.loads(alone.stdout) == {"owed": []}
    assert filled("owed", "--as-of", "2021-01-01").stderr.strip() == "Nothing is owed."
    assert filled("owed", "--partner", "nobody").returncode == 2


def test_what_is_no_day_is_said(filled: Run) -> None:
    refused = filled("indicators", "--as-of", "31.12.2021")
    assert refused.returncode == 2
    assert "“31.12.2021” isn’t a date. Write it as 2021-12-31." in " ".join(refused.stderr.split())


def test_exports_have_their_columns_and_no_formula(filled: Run, home: Path) -> None:
    text = filled("export", "events").stdout
    assert text.startswith("\ufeffactivity,city,date,title,partner,attendances,identified,unidentified")
    assert "additional,signed,signed_of" in text.splitlines()[0]
    assert "'=HYPERLINK(1)" in text
    people = json.loads(filled("export", "attendances", "--format", "json").stdout)
    keys = [
        "person",
        "activity",
        "city",
        "date",
        "title",
        "community",
        "group",
        "gender",
        "age_band",
        "upload",
        "file",
        "sheet",
        "row",
    ]
    assert list(people[0]) == keys and len(people) == 3
    assert people[0]["person"].startswith("P-") and (people[0]["file"], people[0]["row"]) == ("good.csv", 2)
    path = home / "indicators.xlsx"
    assert filled("export", "indicators", "-o", str(path)).returncode == 0
    cells = list(openpyxl.load_workbook(path).active.values)
    assert cells[0] == ("indicator", "breakdown", "code", "label", "reached", "identified", "unidentified", "target",
                        "as_of")  # fmt: skip
    assert cells[1][4] == 3


def test_uploads_are_listed_and_undone(home: Path) -> None:
    run = runner(home, "undo.db")
    run("import", str(home / "good.csv"))
    (upload,) = json.loads(run("uploads", "list", "--json").stdout)["uploads"]
    assert (upload["id"], upload["file"], upload["attendances"], upload["undone_at"]) == (1, "good.csv", 2, None)
    assert run("uploads", "undo", "1").returncode == 0
    assert run("uploads", "undo", "1").returncode == 2
    assert json.loads(run("indicators", "--format", "json").stdout)["indicators"][0]["reached"] == 0


def test_a_sheet_takes_the_place_of_another_and_what_was_undone_comes_back(home: Path) -> None:
    run = runner(home, "replaced.db")
    run("import", str(home / "bad.csv"))
    assert run("import", str(home / "bad.csv"), "--all-or-nothing", "--replaces", "7").returncode == 2
    tried = json.loads(run("import", str(home / "good.csv"), "--replaces", "1", "--dry-run", "--json").stdout)
    (file,) = tried["files"]
    assert file["outlook"]["people"] and {"code", "before", "after"} == set(file["outlook"]["indicators"][0])
    assert run("import", str(home / "good.csv"), "--replaces", "1").returncode == 0
    listed = json.loads(run("uploads", "list", "--json").stdout)["uploads"]
    assert [(one["id"], one["replaces"], bool(one["undone_at"])) for one in listed] == [(2, 1, False), (1, None, True)]
    again = run("uploads", "redo", "1", "--json")
    assert json.loads(again.stdout)["files"][0]["upload"] == 1
    assert run("uploads", "redo", "1").returncode == 2


def test_a_dry_run_stores_nothing_and_a_folder_is_all_its_sheets(home: Path) -> None:
    run = runner(home, "dry.db")
    dry = json.loads(run("import", str(home / "good.csv"), "--dry-run", "--json").stdout)["files"][0]
    assert (dry["status"], dry["attendances"]) == ("imported", 2)
    assert json.loads(run("uploads", "list", "--json").stdout) == {"uploads": []}
    folder = home / "sheets"
    folder.mkdir()
    (folder / "one.csv").write_bytes(GOOD)
    (folder / "two.csv").write_bytes(b"")
    both = run("import", str(folder), "--json")
    assert [f["status"] for f in json.loads(both.stdout)["files"]] == ["imported", "refused"]
    assert both.returncode == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "nowhere.csv"), "nowhere.csv"),
        (("import", "good.csv", "--city", "rome"), "palermo"),
        (("indicators", "--as-of", "yesterday"), "yesterday"),
        (("export", "people"), "people"),
        (("fly",), "fly"),
    ],
)
def test_a_wrong_call_is_a_sentence_and_status_2(
    filled: Run, home: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = filled(*(str(home / a) if a == "good.csv" else a for a in arguments))
    assert done.returncode == 2 and said in done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""


def test_a_broken_project_file_stops_the_start_with_one_sentence(filled: Run, tmp_path: Path) -> None:
    broken = tmp_path / "project.toml"
    broken.write_text(
        (ROOT / "data" / "project.toml").read_text("utf-8").replace("target = 150", "target = -1"), "utf-8"
    )
    (tmp_path / "vocabulary.csv").write_bytes((ROOT / "data" / "vocabulary.csv").read_bytes())
    done = filled("indicators", LIAISON_PROJECT_FILE=str(broken))
    assert done.returncode == 2 and "indicators.1.target" in done.stderr and "Traceback" not in done.stderr


def test_demonstration_and_real_data_never_meet(home: Path) -> None:
    run = runner(home, "demo.db")
    assert run("demo").returncode == 0
    made_up = json.loads(run("indicators", "--format", "json").stdout)["indicators"][2]["reached"]
    assert made_up > 500
    assert "replaced the sample data" in run("import", str(home / "good.csv")).stderr
    uploads = json.loads(run("uploads", "list", "--json").stdout)["uploads"]
    assert [upload["file"] for upload in uploads] == ["good.csv"]
    again = run("demo")
    assert again.returncode == 2 and "has uploads already" in again.stderr


def test_init_doctor_and_the_key(home: Path) -> None:
    key = home / "new.key"
    run = partial(runner(home, "new/liaison.db"), LIAISON_SECRET_KEY_FILE=str(key))
    assert run("key", "check").returncode == 1 and not key.exists()
    assert run("init").returncode == 0
    if os.name == "posix":
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (key, home / "new", home / "new" / "liaison.db")}
        assert modes == {key: 0o600, home / "new": 0o700, home / "new" / "liaison.db": 0o600}
    assert run("key", "check").returncode == 0
    well = run("doctor")
    assert well.returncode == 0 and well.stdout.count("✓") == 6
    assert key.read_text().strip() not in well.stdout + well.stderr
    key.write_text("ab" * 32)
    for call in ("doctor", "key check", "indicators", "serve --port 0", f"import {home / 'good.csv'}"):
        other = run(*call.split())
        assert other.returncode == 1 and "is not the key of this store" in other.stdout + other.stderr, call
    key.unlink()
    none = run("indicators")
    assert none.returncode == 1 and "no key file" in none.stderr and not key.exists()


def test_an_answer_is_taken_and_remembered(home: Path) -> None:
    run = runner(home, "answered.db")
    path = home / "answered.csv"
    path.write_bytes(sheet(row("Ida Holm", community="Bangla")))
    asked = run("import", str(path), "--dry-run")
    assert asked.returncode == 1 and "--answer 'community:Bangla=CODE'  (bangladeshi" in asked.stdout
    answered = run("import", str(path), "--answer", "community:Bangla=bangladeshi", "--json")
    (file,) = json.loads(answered.stdout)["files"]
    assert (answered.returncode, file["status"], file["questions"]) == (0, "imported", [])
    path.write_bytes(sheet(row("Omar Said", community="Bangla")))
    (later,) = json.loads(run("import", str(path), "--json").stdout)["files"]
    assert later["remembered"] == [{"kind": "community", "value": "Bangla", "code": "bangladeshi"}]
    assert later["questions"] == []


@pytest.mark.parametrize("answer", ["bangladeshi", "community:Bangla", "community:Bangla=", "community:Bangla=martian"])
def test_an_answer_that_is_none_is_a_wrong_call(filled: Run, home: Path, answer: str) -> None:
    called = filled("import", str(home / "good.csv"), "--answer", answer)
    assert called.returncode == 2 and "--answer" in called.stderr
