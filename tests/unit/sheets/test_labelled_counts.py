"""The team in lines of a form or a small table that counts the people of an event."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("total", "team"),
    [
        ("Number of participants:", "of which our own staff:"),
        ("Anzahl TN", "- davon Trainer/innen"),
        ("Antal deltagere", "heraf medarbejdere"),
        ("Numero di partecipanti", "di cui nostri operatori"),
        ("Πόσοι συμμετέχοντες;", "εξ αυτών στελέχη του έργου"),
    ],
)
def test_the_team_among_the_participants_does_not_count(total: str, team: str, project: Project) -> None:
    lines: list[list[Cell]] = [*TITLE, [total, 17], [team, 3]]
    check(Case(total, "head14 ev1 ask0", sheet(lines)), project)
    typed: list[list[Cell]] = [*TITLE, [f"{total.rstrip(':')}: 17"], [f"{team.rstrip(':')}: 3"]]
    check(Case(total, "head14 ev1 ask0", sheet(typed)), project)


def test_a_line_of_the_participants_alone_holds(project: Project) -> None:
    lines: list[list[Cell]] = [*TITLE, ["All persons (with staff)", 20], ["of which staff", 2], ["Participants", 18]]
    check(Case("with and without", "head18 ev1 ask0", sheet(lines)), project)


@pytest.mark.parametrize("part", ["of which women", "of which pupils", "davon Ehrenamtliche des Vereins"])
def test_other_parts_of_the_participants_count(part: str, project: Project) -> None:
    check(Case(part, "head17 ev1", sheet([*TITLE, ["Participants", 17], [part, 3]])), project)


@pytest.mark.parametrize("total", [["Total with staff", 27], None])
@pytest.mark.parametrize(
    ("head", "people", "team"),
    [
        (["Role", "How many"], "Participants", ["Trainers", "Interpreters"]),
        (["Funktion", "Anz."], "Teilnehmende", ["Dolmetscher/innen", "Ehrenamtliche Helfer"]),
        (["Hvem", "Antal"], "Deltagere", ["Undervisere", "Frivillige hjælpere"]),
        (["Ruolo", "N."], "Partecipanti", ["Formatori", "Volontari di supporto"]),
        (["Ρόλος", "Άτομα"], "Συμμετέχοντες", ["Εκπαιδευτές", "Εθελοντές υποστήριξης"]),
    ],
)
def test_only_the_participants_of_several_roles_count(
    head: list[Cell], people: str, team: list[str], total: list[Cell] | None, project: Project
) -> None:
    rows: list[list[Cell]] = [*TITLE, head, [people, 24], [team[0], 2], [team[1], 1], *([total] if total else [])]
    check(Case(people, "head24 ev1 ask0", sheet(rows)), project)


def test_other_groups_beside_the_participants_count(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Group", "Number"], ["Parents", 4], ["Teachers", 2], ["Pupils", 20]]
    check(Case("groups", "head26 ev1", sheet(rows)), project)


@pytest.mark.parametrize(
    ("heads", "team", "total"),
    [
        (["Group", "People"], "Organising volunteers", "Total participants"),
        (["Gruppe", "Personen"], "Organisationsteam", "Teilnehmende gesamt"),
        (["Gruppe", "Antal"], "Frivillige fra arrangøren", "Deltagere i alt"),
        (["Gruppo", "Numero"], "Organizzatori", "Totale partecipanti"),
        (["Ομάδα", "Άτομα"], "Εθελοντές διοργάνωσης", "Σύνολο συμμετεχόντων"),
    ],
    ids=["English", "German", "Danish", "Italian", "Greek"],
)
def test_a_total_that_leaves_out_the_team(heads: list[Cell], team: str, total: str, project: Project) -> None:
    rows: list[list[Cell]] = [heads, ["A", 18], ["B", 15], ["C", 8], ["D", 4], [team, 6], [total, 45]]
    check(Case(team, "head45", sheet([*TITLE, *rows])), project)
