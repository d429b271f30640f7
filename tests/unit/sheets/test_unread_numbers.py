"""Lines around a list that tell how many people came: they count, or lead to a question, and are never ignored."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

LIST: list[list[Cell]] = [["Full name", "E-mail"], *([name, f"p{at}@example.org"] for at, name in enumerate(PEOPLE))]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("in più 3 ragazzini del vicolo, senza nome sul foglio", 3),
        ("Si aggiungono 6 alunni della 4D, non in elenco", 6),
        ("+ 4 persone arrivate dopo e non registrate", 4),
        ("4 more people walked in off the street", 4),
        ("6 Leute stehen nicht auf der Liste, waren aber da", 6),
        ("Nicht auf der Liste, aber dabei: 3", 3),
        ("Der var også to der ikke ville skrive deres navn", 2),
        ("7 stod ikke på listen, men var med", 7),
        ("Δύο γυναίκες δεν ήθελαν να γράψουν το όνομά τους αλλά ήταν εκεί", 2),
        ("Επιπλέον 6 μαθητές του Γ2, εκτός λίστας", 6),
    ],
)
def test_people_beside_a_list(line: str, people: int, project: Project) -> None:
    check(Case(line, f"att6 head{people} ask0", sheet([*TITLE, *LIST, [], [line]])), project)


@pytest.mark.parametrize(
    "line",
    [
        "Head count in the room at 11:00 (duty manager): 14",
        "14 took part, 6 of them named above",
        "In total we were 14 people, some did not sign",
        "14 people in the room, only these signed",
        "Contate 14 teste in sala alle 17",
        "Im Saal gezählt: 14",
        "Kopfzählung: 14",
        "Talt i salen kl. 15: 14",
        "Vi var 14 deltagere i lokalet, ikke alle nåede at skrive sig på",
        "Μετρήθηκαν στην αίθουσα στις 15:00: 14",
        "Συνολικά συμμετείχαν 14 παιδιά (τα υπόλοιπα χωρίς έντυπο, δεν γράφουμε ονόματα).",
    ],
)
def test_totals_beside_a_list(line: str, project: Project) -> None:
    check(Case(line, "att6 head14 ask0", sheet([*TITLE, *LIST, [], [line]])), project)


@pytest.mark.parametrize(
    "label", ["Talt i salen kl. 15:", "Head count in the room at 11:00", "Persone contate in sala"]
)
def test_counts_in_a_cell_of_their_own(label: str, project: Project) -> None:
    check(Case(label, "att6 head14 ask0", sheet([*TITLE, [label, 14], [], *LIST])), project)


@pytest.mark.parametrize(
    "line",
    [
        "Sala prenotata per 30 persone",
        "We had invited 25 women",
        "Είχαμε καλέσει 25 γυναίκες",
        "20 Sessel und 3 Tische vorhanden",
        "Mad til 12 bestilt",
        "heraf 2 kvinder og 4 mænd",
        "Votes counted in the room: 34",
    ],
)
def test_numbers_of_something_else(line: str, project: Project) -> None:
    check(Case(line, "att6 head0 ask0", sheet([*TITLE, *LIST, [], [line]])), project)


def test_people_who_only_came_by_in_other_words(project: Project) -> None:
    line = "Ikke på Facebook, kom bare forbi: 3"
    check(Case(line, "att6 head3 ask0", sheet([*TITLE, *LIST, [], [line]])), project)


def test_people_told_of_between_the_parts_of_minutes(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Present:"], *([name] for name in PEOPLE)]
    rows += [["Also present but not on my list: 3 others from the club."], [], ["Apologies: Ugo Berg"]]
    check(Case("minutes", "att6 head3 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize("line", ["6 signatures, 14 heads", "signed 6, counted in the room 14", "firme: 6 - teste: 14"])
def test_more_people_than_signatures_are_asked_about(line: str, project: Project) -> None:
    check(Case(line, "q:total!", sheet([*TITLE, *LIST, [], [line]])), project)


@pytest.mark.parametrize("line", ["6 signatures, 14 invited", "6 signed of 14 registered", "Seite 6 von 14"])
def test_other_numbers_beside_signatures(line: str, project: Project) -> None:
    check(Case(line, "att6 head0 ask0", sheet([*TITLE, *LIST, [], [line]])), project)
