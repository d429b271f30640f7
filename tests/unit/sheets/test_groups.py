"""Groups that stand in the place of a person with their number."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import headcount_of
from liaison_metrics.sheets.words.phrases.prose.groups import sized_group

from .cases import PEOPLE, TITLE, Case, check, sheet
from .grids import Rows, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Klasse 7.b (18 elever)", 18),
        ("Familien Madsen, 4 personer", 4),
        ("The Bennett family: 4 people", 4),
        ("Famiglia Neri (in 4)", 4),
        ("Scout AGESCI - 5 persone inclusa la presidente", 5),
        ("Klasse 5c - 20 Schülerinnen und Schüler", 20),
        ("Ουκρανικός Σύλλογος - 8 άτομα μαζί με την πρόεδρο", 8),
        ("Delegation of the Scouts: 5", 5),
        ("5C: 15 alunni", 15),
    ],
)
def test_a_group_has_so_many_people(text: str, people: int) -> None:
    group = sized_group(text)
    assert group is not None and group[1] == people


@pytest.mark.parametrize(
    "text",
    [
        "Maria Rossi (4 persone)", "Anna Rossi, 34", "Bea Conti - 5 figli", "Group 2", "Anna Beck, Klasse 5",
        "Walk-ins: 5 people", "Επιπλέον, χωρίς να γραφτούν: 4 άτομα", "Total: 5 people", "Klasse 5, 20 Euro",
    ],
)  # fmt: skip
def test_a_text_names_no_group(text: str) -> None:
    assert sized_group(text) is None


@pytest.mark.parametrize("group", ["Class 5b (8 pupils)", "Familien Madsen, 8 personer", "Gruppo Scout: 8"])
def test_a_group_in_a_row_of_a_list(group: str, project: Project) -> None:
    rows = [[1, PEOPLE[0], "x"], [2, group, "x"], [3, PEOPLE[1], "x"], [4, PEOPLE[2], "x"]]
    check(Case(group, "att4 head7 rej0 ask0", sheet([*TITLE, ["No.", "Name", "Signature"], *rows])), project)


def test_a_column_of_numbers_counts_all_people_of_groups(project: Project) -> None:
    rows = [
        ["Class 6d", 12, "0664 4626905"],
        ["9b", 22, "0664 1602061"],
        ["Delegation of the Scouts", 7, "0664 8589951"],
    ]
    check(Case("groups", "att3 head38 rej0", sheet([*TITLE, ["Name of group", "Persons", "Phone"], *rows])), project)


@pytest.mark.parametrize(
    ("header", "group"),
    [
        ("Visitor or group", "Class 4a of the Lend school"), ("Gast / Gruppe", "Klasse 3b der Volksschule"),
        ("Ospite o gruppo", "Classe 2A Istituto Verdi"), ("Gæst eller gruppe", "4. klasse fra skolen"),
        ("Επισκέπτης ή ομάδα", "Τάξη Β2 του Γυμνασίου"), ("Guest", "Class 4a, with teacher"),
    ],
)  # fmt: skip
def test_a_book_of_visitors_counts_the_people_of_each_line(project: Project, header: str, group: str) -> None:
    told: Rows = [["Anna Wine", 1], [group, 22], ["Uwe Stone", 2], ["Bosnian choir", 13], ["Scouts", 8], ["Bea Cup", 1]]
    reading = read(project, [*TITLE, [header, "Persons"], *told])
    assert len(reading.attendances) + headcount_of(reading.headcounts) == 47
