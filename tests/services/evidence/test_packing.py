"""Audit packs: the same bytes for the same draw, every file with its digest, nothing that the actor may not open."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from datetime import date

import pytest

from liaison_metrics.domain.project import EvidenceKind
from liaison_metrics.errors import NotAllowed, UnknownEvent, WrongEntry
from liaison_metrics.reports.audit_pack.making import make_audit_pack
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.events import listing
from liaison_metrics.services.events.evidence import packing
from liaison_metrics.services.events.evidence.keeping import NewEvidence, add, remove
from liaison_metrics.services.events.evidence.packing import Draw, drawn_events
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

DAYS = [f"2021-0{month}-{day:02}" for month in range(1, 7) for day in (3, 17)]
MINUTES = NewEvidence(EvidenceKind.MINUTES, b"%PDF-1.7 minutes", "minutes.pdf")


def bring(workspace: Workspace, days: list[str]) -> None:
    for day in days:
        city = "Vejle" if day.endswith("17") else "Graz"
        content = sheet(row("Ana Korba", date=day, city=city, title=f"Evening {day}"))
        import_file(workspace, f"{day}.csv", content, actor=partner("vifin" if city == "Vejle" else "compass"))


@pytest.fixture
def held(fresh: Fresh) -> Workspace:
    workspace = fresh()
    bring(workspace, DAYS)
    return workspace


def packed(workspace: Workspace, draw: Draw, actor: Actor = COORDINATOR) -> bytes:
    return b"".join(make_audit_pack(workspace, draw, actor).pieces)


def drawn(workspace: Workspace, draw: Draw, actor: Actor = COORDINATOR) -> list[date]:
    return [fact.date for fact in drawn_events(workspace, draw, actor, date(2022, 1, 1)).facts]


def test_a_sample_is_the_same_whatever_came_first(held: Workspace, fresh: Fresh) -> None:
    other = fresh()
    bring(other, DAYS[::-1])
    draws = {seed: drawn(held, Draw(size=4, seed=seed)) for seed in range(20)}
    assert all(drawn(other, Draw(size=4, seed=seed)) == found for seed, found in draws.items())
    assert len({tuple(found) for found in draws.values()}) > 10
    assert {day for found in draws.values() for day in found} == {date.fromisoformat(day) for day in DAYS}
    assert drawn(held, Draw(size=99)) == [date.fromisoformat(day) for day in sorted(DAYS)]
    assert all(day.day == 3 for day in drawn(held, Draw(size=99, city="graz")))
    found = drawn_events(held, Draw(size=2, activity="skill_transfer_workshop"), COORDINATOR, date(2021, 3, 1))
    assert found.population == 4 and len(found.facts) == 2


def test_the_archive_holds_every_file_with_its_digest(held: Workspace) -> None:
    number = listing.all_events(held, COORDINATOR)[0].number
    add(held, number, MINUTES, COORDINATOR)
    add(held, number, NewEvidence(EvidenceKind.PROGRAMME, b"https://example.org/p"), COORDINATOR)
    draw = Draw(size=12, seed=5)
    found = packed(held, draw)
    assert packed(held, draw) == found
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    sums = dict(line.split("  ")[::-1] for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    index = {one["path"]: one for one in csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig")))}
    assert set(index) == files.keys() - {"index.csv", "index.html"}
    folder = "events/01-2021-01-03-graz-skill_transfer_workshop"
    assert files[f"{folder}/evidence/1-minutes.pdf"] == MINUTES.content
    assert files[f"{folder}/evidence/2-link.txt"] == b"https://example.org/p"
    assert b"Ana Korba" in files["sheets/1-2021-01-03.csv"]
    events = list(csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig"))))
    assert {(one["seed"], one["population"]) for one in events} == {("5", "12")} and len(events) == 12
    (line,) = csv.DictReader(io.StringIO(files[f"{folder}/rows.csv"].decode("utf-8-sig")))
    assert (line["file"], line["row"], line["fate"], line["people"]) == ("2021-01-03.csv", "2", "person", "1")
    assert line["person"].startswith("P-")
    _total, lines = entries(held, COORDINATOR)
    assert lines[0].action == "audit_pack.make" and '"population": 12' in lines[0].after
    assert [one[0] for one in uploads.fetches(held, 1, COORDINATOR)] == ["coordinator", "coordinator"]


def test_every_page_says_who_pays_and_none_names_a_person(held: Workspace) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(held, Draw(size=3, seed=1)))) as archive:
        made = [name for name in archive.namelist() if not name.startswith("sheets/")]
        assert not any(b"Korba" in archive.read(name) for name in made)
        pages = [archive.read(name).decode() for name in made if name.endswith(".html")]
        assert len(pages) == 4 and all("Equality and Citizenship Programme" in text for text in pages)
        assert any(b"Korba" in archive.read(name) for name in archive.namelist())


def test_a_partner_gets_its_own_cities(held: Workspace) -> None:
    number = listing.all_events(held, COORDINATOR)[0].number
    import_file(held, "theirs.csv", sheet(row("Eva Lang", date=DAYS[0], title=f"Evening {DAYS[0]}")), actor=COORDINATOR)
    own = partner("compass")
    assert {day.day for day in drawn(held, Draw(size=99), own)} == {3}
    with zipfile.ZipFile(io.BytesIO(packed(held, Draw((number,)), own))) as archive:
        assert [name for name in archive.namelist() if name.startswith("sheets/")] == ["sheets/1-2021-01-03.csv"]
    for actor, draw in ((partner("vifin"), Draw((number,))), (partner("vifin"), Draw(size=1, city="graz")),
                        (FUNDER, Draw(size=1)), (FUNDER, Draw((number,)))):  # fmt: skip
        with pytest.raises(NotAllowed):
            make_audit_pack(held, draw, actor)


def test_what_is_gone_meanwhile_is_said(held: Workspace) -> None:
    number = listing.all_events(held, COORDINATOR)[0].number
    file = add(held, number, MINUTES, COORDINATOR)
    pack = make_audit_pack(held, Draw((number,)), COORDINATOR)
    remove(held, file, COORDINATOR)
    with zipfile.ZipFile(io.BytesIO(b"".join(pack.pieces))) as archive:
        assert not any("minutes" in name for name in archive.namelist())
        assert 'minutes.pdf,1,Minutes,0,,"not kept, or removed meanwhile"' in archive.read("index.csv").decode()


def test_a_draw_of_nothing_or_too_much_is_refused(held: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongEntry):
        drawn(held, Draw())
    with pytest.raises(UnknownEvent):
        drawn(held, Draw((999,)))
    monkeypatch.setattr(packing, "MOST_PACKED", 2)
    with pytest.raises(WrongEntry, match="at most 2"):
        drawn(held, Draw(size=3))
