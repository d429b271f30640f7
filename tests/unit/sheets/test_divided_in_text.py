"""Numbers of people by community in lines of text, which add up to a total that the text states."""

from __future__ import annotations

from collections import Counter

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.reading import read_sheet
from tests.unit.sheets.cases import Case, check, sheet
from tests.unit.sheets.grids import read

TITLE = "Info session\nKassel, 3 November 2021\n\n"


def told(project: Project, text: str) -> Counter[str]:
    """Returns the people by community that a file of text states, all at one event."""
    reading = read_sheet("report.txt", text.encode(), project, Hints())
    assert len(reading.events) == 1 and not reading.questions and not reading.attendances
    assert reading.rows_read == len(reading.headcounts)
    return Counter({row.community or "": row.people for row in reading.headcounts})


@pytest.mark.parametrize(
    "text",
    [
        "Informationsmøde i Vejle den 3. november 2021\n\nSyrisk: 12\nSomalisk: 5\nLokal: 4\nI alt: 21\n",
        "Informationsmøde\nVejle, 3. november 2021\n\n21 deltagere\n12 syriske, 5 somaliske, 4 danske\n",
        "Informationsveranstaltung\nGraz, 3. November 2021\n\n21 Teilnehmende (12 aus Syrien, 5 Somalier, 4 lokal)\n",
        "Informationsveranstaltung, Kassel, 3. November 2021. Es kamen 21 Personen: 12 Syrer, 5 Somalier, 4 Deutsche.",
        "Sessione informativa\nPalermo, 3/11/2021\nPartecipanti: 21, di cui\n- 12 siriani\n- 5 somali\n- 4 locali",
        "Sessione informativa\nPalermo, 3 novembre 2021\n\nSiriana - 12\nSomala - 5\nLocale - 4\nTotale - 21\n",
        "Ενημερωτική συνάντηση\nΑθήνα, 3/11/2021\nΣυμμετέχοντες: 21\n  Συριακή: 12\n  Σομαλική: 5\n  Ντόπιοι: 4\n",
        f"{TITLE}21 people came: 12 Syrians, 5 Somalis and 4 locals. We had 30 chairs.\n",
    ],
)
def test_a_stated_total_is_divided_by_community(project: Project, text: str) -> None:
    assert told(project, text) == {"syrian": 12, "somali": 5, "local": 4}


def test_others_are_a_part_too(project: Project) -> None:
    people = told(project, f"{TITLE}Participants: 25 (12 Syrian, 9 local, others 4)\n")
    assert people == {"syrian": 12, "local": 9, "not_stated": 4}


@pytest.mark.parametrize("cells", [["of whom Syrian", 12, "of whom local", 9], ["12 Syrians, 9 locals", "", "", ""]])
def test_parts_in_cells(project: Project, cells: list[Cell]) -> None:
    rows: list[list[Cell]] = [["Info session"], ["Kassel", "3 November 2021"], [], ["Participants", 21], cells]
    reading = read(project, rows)
    assert {row.community: row.people for row in reading.headcounts} == {"syrian": 12, "local": 9}


def test_numbers_that_do_not_add_up_divide_nobody(project: Project) -> None:
    assert told(project, f"{TITLE}Participants: 14\nSyrian: 9\nLocal: 3\n") == {"": 14}


def test_those_who_came_count_and_not_those_who_registered(project: Project) -> None:
    lines = "Registered: 21 people (12 Syrians, 9 locals).\nIn the end 18 people came.\n"
    assert told(project, TITLE + lines) == {"": 18}


@pytest.mark.parametrize(
    "line",
    [
        "We expected 21 people: 12 Syrians and 9 locals.",
        "21 people did not come: 12 Syrians, 9 locals.",
        "Room for 21: Syrians 12, locals 9",
        "Morning: 10 people: 6 Syrians, 4 locals\nAfternoon: 11 people: 6 Syrians, 5 locals",
    ],
)
def test_no_division_says_that_people_came(project: Project, line: str) -> None:
    with pytest.raises(RefusedFile):
        told(project, TITLE + line)


def test_a_count_is_no_label_of_a_part(project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Info session"],
        ["Kassel, 3 November 2021"],
        ["18 people came: 10 Syrians", "8 locals."],
    ]
    check(Case("count", "head18 ev1 rej0", sheet(rows)), project)
