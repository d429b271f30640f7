"""Totals below lists: with people beside the list, of several lists, and divided by the marks above them."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

LIST: list[list[Cell]] = [["Name", "Community"], *([name, "Syrian"] for name in PEOPLE)]
IN_VEJLE = Hints(city="vejle", activity="skill_transfer_workshop")


def below(*lines: list[Cell]) -> list[list[Cell]]:
    """A titled list of six people with lines below it."""
    return [*TITLE, *LIST, *lines]


def blocks(*lines: list[list[Cell]]) -> list[list[Cell]]:
    """Workshops on three days, one below the other, with one, two and three people and the lines below each."""
    rows: list[list[Cell]] = []
    for number, (day, under) in enumerate(zip(("24-08-21", "07-09-21", "21-09-21"), lines, strict=True)):
        first = (0, 1, 3)[number]
        people = [[name, "Vejle"] for name in PEOPLE[first : first + number + 1]]
        rows += [[f"Workshop {number + 1}: Cykel"], ["Dato", day, "Sted", "Vejle"], ["Navn", "By"], *people, *under, []]
    return rows


def gendered(*foot: Cell) -> list[list[Cell]]:
    """A list with a cross for each person under one of two genders, two and four, and a line of sums."""
    people = [[name, "x" if at < 2 else "", "" if at < 2 else "x", "syrisch"] for at, name in enumerate(PEOPLE)]
    return [*TITLE, ["Name", "w", "m", "Gemeinschaft"], *people, [], [*foot]]


TABLES: list[list[Cell]] = [["Bord", "Sprog", "Tolk", "Antal deltagere", "heraf kvinder"]]


def tables(*total: list[Cell]) -> list[list[Cell]]:
    """Numbers of people at five tables, of languages of which one is no community."""
    languages = (("Arabisk", 11), ("Somali", 7), ("Tyrkisk", 5), ("Bosnisk", 4), ("Dari", 6))
    numbers = [[at, language, "Omar Said", people, 2] for at, (language, people) in enumerate(languages, 1)]
    return [*TITLE, *TABLES, *numbers, *total]


CASES = (
    Case("numbered tables with their sum", "head33 ask0", sheet(tables(["I alt", "", "", 33, 10]))),
    Case("numbered tables", "head33 ask0", sheet(tables())),
    Case("hours and a word, with their sum", "head48 ask0", sheet([
        *TITLE, ["Hour", "Visitors"], ["10-11", 11], ["11-12", 12], ["12-13", 10], ["late", 15], ["Total", 48]])),
    Case("hours and a word", "q:row", sheet([
        *TITLE, ["Hour", "Visitors"], ["10-11", 11], ["11-12", 12], ["12-13", 10], ["late", 15]])),
    Case("a total with the walk-ins above it", "att6 head3 ask0", sheet(below(["+ 3 walk-ins"], ["Total people: 9"]))),
    Case("the same in cells", "att6 head3 ask0", sheet(below(["Walk-ins", 3], ["Total", 9]))),
    Case("the same in German", "att6 head3 ask0", sheet(below(["zusätzlich 3 ohne Anmeldung"], ["Summe: 9"]))),
    Case("the same in Italian", "att6 head3 ask0", sheet(below(["+ 3 non iscritti"], ["Totale partecipanti: 9"]))),
    Case("the same in Danish", "att6 head3 ask0", sheet(below(["+ 3 uanmeldte"], ["Deltagere i alt: 9"]))),
    Case("a total above the walk-ins", "att6 head3 ask0", sheet(below(["Total people: 6"], ["+ 3 walk-ins"]))),
    Case("a total that includes some of them", "q:total!", sheet(below(["+ 3 walk-ins"], ["Total people: 8"]))),
    Case("blocks with walk-ins and totals", "att6 head5 ev3 ask0", sheet(blocks(
        [["+ 3 uanmeldte (ikke på listen)"], ["Deltagere i alt: 4"]], [["Deltagere i alt: 2"]],
        [["+ 2 uanmeldte (ikke på listen)"], ["Deltagere i alt: 5"]])), hints=IN_VEJLE),
    Case("blocks with the children in their totals", "att6 head9 ev3 ask0", sheet(blocks(
        [["Samlet: 1 voksen + 3 børn"]], [["Samlet: 2 voksne"]], [["Samlet: 3 voksne + 2 børn"]])), hints=IN_VEJLE),
    Case("totals that go on from block to block", "att6 ev3 ask0", sheet(blocks(
        [["I alt: 1"]], [["I alt: 3"]], [["I alt: 6"]])), hints=IN_VEJLE),
    Case("a total of the last two days", "att6 ev3 ask0", sheet(blocks(
        [["I alt: 1"]], [], [["Deltagere i alt: 5"]])), hints=IN_VEJLE),
    Case("a total of all blocks with walk-ins", "att6 head2 ev3 ask0", sheet(blocks(
        [["+ 2 uanmeldte"]], [], [["Deltagere i alt: 8"]])), hints=IN_VEJLE),
    Case("a total by gender and in all", "att6 ask0", sheet(gendered("gesamt:", 2, 4, 6))),
    Case("a total by gender", "att6 ask0", sheet(gendered("Summe", 2, 4))),
    Case("a total by gender that does not tie", "q:total!", sheet(gendered("Summe", 3, 4))),
    Case("a total in all that does not tie", "q:total!", sheet(gendered("gesamt:", 3, 4, 7))),
    Case("how many want letters", "att6 ask0", sheet([
        *TITLE, ["Name", "Community", "Newsletter", "First time"],
        *([name, "Syrian", "yes" if at < 2 else "", "yes" if at < 5 else ""] for at, name in enumerate(PEOPLE)),
        ["Total", "", 2, 5]])),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_total_of_a_list(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("headers", "there", "total"),
    [
        (["No", "Name", "Community", "Came?", "Fee €"], "yes", "Total"),
        (["lfd.", "Name", "Community", "war da?", "Unkostenbeitrag €"], "ja", "Summe"),
        (["N.", "Nome e cognome", "Comunità", "Presente?", "Quota €"], "sì", "Totale"),
        (["Nr", "Navn", "Fællesskab", "Mødt?", "Gebyr kr."], "ja", "I alt"),
        (["Α/Α", "Ονοματεπώνυμο", "Κοινότητα", "Παρών;", "Συνδρομή €"], "ναι", "Σύνολο"),
    ],
)
def test_a_sum_of_money_is_of_no_people(headers: list[Cell], there: str, total: str, project: Project) -> None:
    names = [f"{given} {family}" for given in ("Aldo", "Bea", "Carla", "Dino") for family in ("Neri", "Riva", "Lodi")]
    people: list[list[Cell]] = [[at + 1, name, "bosnian", there, 5] for at, name in enumerate(names)]
    rows: list[list[Cell]] = [*TITLE, headers, *people, [], ["", total, "", "", 55]]
    check(Case("one paid nothing", "att12 ask0 rej0", sheet(rows)), project)
