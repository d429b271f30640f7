"""Lines below a list that add people who were there without being on it, and lines that don't."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.headcounts.beside_lists.others_who_came import others_who_came
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

CAME = [
    ("+ 3 vicine di casa che si sono fermate con noi ma non hanno lasciato il nome", 3),
    ("+ 2 signore del palazzo rimaste fino alla fine", 2),
    ("+ 3 neighbours who stayed for tea", 3),
    ("plus two flatmates of Aldo who joined us", 2),
    ("and 4 lodgers who sat with us", 4),
    ("2 people off the street listened for an hour, did not want to write their names", 2),
    ("+ 3 Nachbarinnen, die bis zum Schluss geblieben sind", 3),
    ("plus 2 Hausbewohner, wollten ihren Namen nicht nennen", 2),
    ("+ 2 naboer som kom forbi og spiste med", 2),
    ("+ 3 genboer der ikke ville oplyse navn", 3),
    ("+ 3 γειτόνισσες που έμειναν μαζί μας", 3),
    ("sowie 3 Gäste aus dem Nachbarhaus", 3),
    ("samt 5 gæster fra nabohuset", 5),
    ("inoltre 4 ospiti del centro accanto", 4),
    ("another five arrived later, not on the list", 5),
    ("5 weitere kamen später dazu (nicht eingetragen)", 5),
    ("in più due partecipanti senza nome", 2),
]

NOT = [
    "plus 2 members of the team",
    "as well as 3 chairs from the hall",
    "another 3 people from the list did not come",
    "+ 3 from upstairs",
    "+ 3 neighbours who could not come",
    "+ 3 neighbours who did not come",
    "+ 2 Freunde kamen nicht mit",
    "+ 3 who want to join next time",
    "+ 2 trainers who stayed to the end",
    "2 people stayed for tea",
    "+ 2 vicine che non sono venute",
    "Anna Neri stayed with us",
    "+ 3 naboer kom ikke",
]


@pytest.mark.parametrize(("line", "people"), CAME)
def test_they_were_there(line: str, people: int) -> None:
    found = others_who_came([line])
    assert found is not None
    assert (found.people, found.is_additional) == (people, True)


@pytest.mark.parametrize("line", NOT)
def test_nothing_says_that_they_were_there(line: str) -> None:
    assert others_who_came([line]) is None


@pytest.mark.parametrize("line", [CAME[0][0], CAME[2][0], CAME[5][0], CAME[6][0]])
@pytest.mark.parametrize("gap", [[], [[]]], ids=["below", "apart"])
def test_they_count_beside_a_list(project: Project, line: str, gap: list[list[str]]) -> None:
    people = [[name, "Syrian"] for name in PEOPLE]
    number = others_who_came([line])
    rows = [*TITLE, ["Name", "Community"], *people, *gap, [line]]
    check(Case("others", f"att6 head{number.people if number else 0} ask0", sheet(rows)), project)


def test_others_are_asked_about(project: Project) -> None:
    people = [[name, "Syrian"] for name in PEOPLE]
    check(Case("others", "q:total!", sheet([*TITLE, ["Name", "Community"], *people, [], [NOT[0]]])), project)
