"""Lists of deliverables from a sheet: in five languages, with row and column of each mistake, all or none."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.events.work_plan.importing import read_list
from tests.actors import partner
from tests.services.conftest import Fresh

LISTS = {
    "en": "Code,Responsible partner,Due date,Status,Link\nD2,Compass GmbH,2021-12-31,in progress,",
    "de": "LIAISON\n\nNr,Ergebnis,Verantwortlich,Fällig,Stand\nD2,Skill maps,compass,31.12.2021,in Arbeit",
    "it": "Codice,Prodotto,Responsabile,Scadenza,Stato\nD2,,Compass GmbH,31/12/2021,in corso",
    "da": "Leverance;Ansvarlig;Frist;Status\nSkill maps;Compass GmbH;31.12.2021;i gang",
    "el": "Κωδικός,Υπεύθυνος,Προθεσμία,Κατάσταση\nD2,Compass GmbH,31/12/2021,σε εξέλιξη",
}


@pytest.mark.parametrize("language", LISTS)
def test_a_list_is_read_in_its_language(fresh: Fresh, language: str) -> None:
    (line,) = read_list(fresh(), "list.csv", LISTS[language].encode(), COORDINATOR)
    assert line.entry == DeliverableEntry("D2", "compass", date(2021, 12, 31), WorkState.IN_WORK, ""), line.why
    assert line.changed


def test_what_a_list_does_not_say_stays(fresh: Fresh) -> None:
    workspace = fresh()
    entry = DeliverableEntry("D1", "compass", date(2021, 12, 31), WorkState.IN_WORK, "https://example.org")
    change_deliverables(workspace, [entry], COORDINATOR)
    known, changed = read_list(workspace, "x.csv", b"Code,Status\nD1,in work\nD2,done\n", partner("compass"))
    assert known.entry == entry and not known.changed
    assert changed.entry is None and "Another partner" in changed.why[0]


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("D9,compass,2021-12-31,done,", "Code", "no deliverable “D9”"),
        ("D2,Nobody,2021-12-31,done,", "Owner", "no partner “Nobody”"),
        ("D2,compass,31.13.2021,done,", "Due", "no date"),
        ("D2,compass,2021-12-31,perhaps,", "State", "no state"),
        ("D2,compass,2021-12-31,done,here", "Link", "no link"),
        ("D1,compass,2021-12-31,done,", "Code", "stands twice"),
    ],
)
def test_a_mistake_has_its_row_and_column(fresh: Fresh, line: str, column: str, said: str) -> None:
    data = f"Code,Owner,Due,State,Link\nD1,,,,\n{line}\n".encode()
    good, bad = read_list(fresh(), "x.csv", data, COORDINATOR)
    assert good.entry and not good.changed
    assert (bad.row, bad.column, bad.entry) == (3, column, None) and said in bad.why[0] and bad.why[1]
