"""Sheets of hand counters, clickers and tallies whose headers are of any words: the sums show who was counted."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import Case, check, sheet

FAIR: list[list[Cell]] = [["LIAISON project fair, Palermo, 10 July 2021"]]


def counted(title: str, header: list[Cell], label: str = "Total", *, last: bool = True) -> list[list[Cell]]:
    """A table of three hours or days at two places, with the sum of both and the sums below."""
    numbers = ((11, 6), (19, 14), (8, 9))
    rows: list[list[Cell]] = [
        [f"{17 + at}:00-{18 + at}:00", *((a, b, a + b) if last else (a + b, a, b))] for at, (a, b) in enumerate(numbers)
    ]
    sums = (38, 29, 67) if last else (67, 38, 29)
    return [*FAIR, [title], [], header, *rows, *([[label, *sums]] if label else [])]


def balanced(header: list[Cell], below: list[Cell], title: str = "Gate log, door clicker") -> list[list[Cell]]:
    """Who came, who left and who was inside at the end of each hour."""
    rows: list[list[Cell]] = [["10:00", 41, 0, 41], ["11:00", 63, 12, 92], ["12:00", 58, 37, 113]]
    return [*FAIR, [title], [], header, *rows, ["Total", 162, 49], below]


CASES = [
    Case("in, out, inside", "head162 ask0", sheet(balanced(["Hour", "In", "Out", "Inside"], ["Peak inside", 113]))),
    Case(
        "in, out, inside in Italian",
        "head162 ask0",
        sheet(balanced(["Ora", "Entrati", "Usciti", "Dentro"], ["Massimo contemporaneo", "", "", 113])),
    ),
    Case(
        "inside under a word for those present",
        "head162 ask0",
        sheet(balanced(["Ώρα", "Μέσα", "Έξω", "Παρόντες τώρα"], ["Μέγιστο", 113], "Μέτρηση στην πύλη")),
    ),
    Case(
        "stalls by hour, the sum under a known header",
        "head67 ask0",
        sheet(counted("Hver bod sætter én streg pr. person", ["Bod", "kl. 11-13", "kl. 13-15", "I alt"], "I alt")),
    ),
    Case("stalls in English", "head67 ask0", sheet(counted("Visitors", ["Stall", "11-1", "1-3", "Total"]))),
    Case("stalls in German", "head67 ask0", sheet(counted("Besucher", ["Stand", "vorm.", "nachm.", "Summe"], "Summe"))),
    Case(
        "stalls in Italian, the sum first",
        "head67 ask0",
        sheet(counted("Conteggio visitatori", ["Banchetto", "Totale", "mattina", "sera"], "Totale", last=False)),
    ),
    Case(
        "stalls in Greek",
        "head67 ask0",
        sheet(counted("Επισκέπτες", ["Περίπτερο", "11-13", "13-15", "Σύνολο"], "Σύνολο")),
    ),
    Case(
        "a line above the sum",
        "head38 ask0",
        sheet(
            [
                *FAIR,
                ["One stroke per person coming in."],
                [],
                ["10-11", "||||| ||||| ||", "12"],
                ["11-12", "||||| ||||| ||||| ||", "17"],
                ["12-13", "||||| ||||", "9"],
                ["", "", "----"],
                ["Total", "", "38"],
                [],
                ["Dogs: 6 (not counted!)"],
            ]
        ),
    ),
    Case("gates", "head67 ask0", sheet(counted("Visitor count", ["Hour", "Gate north", "Gate south", "Both gates"]))),
    Case(
        "the sum first",
        "head67 ask0",
        sheet(counted("Besucher (Klicker)", ["Uhrzeit", "Beide", "Tor A", "Tor B"], "zusammen", last=False)),
    ),
    Case(
        "without a total",
        "head67 ask0",
        sheet(counted("Conteggio visitatori", ["Ora", "Ingresso mare", "Ingresso corso", "Entrambi"], "")),
    ),
    Case("Danish", "head67 ask0", sheet(counted("Besøgende talt", ["Tid", "Dør 1", "Dør 2", "Begge døre"], "I alt"))),
    Case(
        "Greek",
        "head67 ask0",
        sheet(counted("Καταμέτρηση επισκεπτών", ["Ώρα", "Πύλη Α", "Πύλη Β", "Και οι δύο"], "Σύνολο")),
    ),
    Case(
        "strokes without a header",
        "head38 ask0",
        sheet(
            [
                *FAIR,
                ["Strichliste am Eingang (Ernst, Ida)"],
                [],
                ["11-12 Uhr", "||||/ ||||/ ||", "12"],
                ["12-13 Uhr", "||||/ ||||/ ||||/ ||", "17"],
                ["13-14 Uhr", "||||/ ||||", "9"],
                [],
                ["zusammen", "", "38"],
                ["Regen ab 14 Uhr"],
            ]
        ),
    ),
    Case(
        "numbers alone below a clicker's title",
        "head38 ask0",
        sheet([*FAIR, ["clicker at the door"], ["morning", 12], ["noon", 17], ["evening", 9], ["Total", 38]]),
    ),
    Case(
        "prices paid by visitors",
        "refused",
        sheet(counted("Visitors: prices in euro", ["Hour", "Price A", "Price B", "Price"])),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sums_show_the_column_of_everybody(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize("total", [True, False])
def test_of_those_who_came_in_went_out_and_were_inside_those_who_came_in_count(total: bool, project: Project) -> None:
    rows: list[list[Cell]] = [["10-11", 23, 13, 10], ["11-12", 21, 2, 29], ["12-13", 9, 8, 30], ["13-14", 17, 2, 45]]
    rows += [["14-15", 28, 16, 57], ["15-16", 17, 15, 59], ["16-17", 24, 83, 0]]
    sums: list[list[Cell]] = [["I alt", 139, 139, ""]] if total else []
    line = "Optælling ved porten, lørdag 12.06.2021 (frivillig: Verner)"
    grid = sheet([["LIAISON-messe, Vejle"], [line], [], ["Klokken", "Ind", "Ud", "Inde lige nu"], *rows, *sums])
    check(Case("gate", "head139 ask0 date:2021-06-12", grid), project)


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("LIAISON-messe, Vejle (dørtælling)", "Ind ad døren"),
        ("LIAISON-Messe, Graz (Türzählung)", "Rein"),
        ("LIAISON fair, Graz", "In through the door"),
        ("Fiera LIAISON, Palermo", "Passati dalla porta"),
    ],
)
def test_subtotals_of_days_below_hours_at_a_door(title: str, header: str, project: Project) -> None:
    days = [
        [[f"0{day}.09.2021", f"{hour}-{hour + 1}", day * hour] for hour in (11, 12, 13)] + [["Total", "", day * 36]]
        for day in (3, 4)
    ]
    rows: list[list[Cell]] = [[title], [], ["Day", "Clock", header], *days[0], *days[1]]
    check(Case(title, "head252 ev2 ask0", sheet(rows)), project)


@pytest.mark.parametrize(("title", "doors", "whole"), [
    ("Strichliste Einlass – LIAISON-Messe Graz", ("Tür Süd", "Tür Hof"), "zusammen"),
    ("Conteggio agli ingressi – fiera LIAISON Palermo", ("Porta A", "Porta B"), "insieme"),
    ("Tally at the door – LIAISON fair Kassel", ("Gate A", "Gate B"), "total"),
])  # fmt: skip
def test_an_empty_row_below_the_doors(title: str, doors: tuple[str, str], whole: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Local", 41, 22, 63],
        ["Syrian", 28, 9, 37],
        ["Turkish", 17, 11, 28],
        ["Sum", 86, 42, 128],
    ]
    grid = sheet([[title], ["02.10.2021"], [], ["", *doors, whole], [], *rows])
    check(Case(title, "head128 ev1 ask0", grid), project)


@pytest.mark.parametrize(
    ("title", "header", "label"),
    [
        ("Dørtælling", ["Time", "Ind", "Ud", "Inde lige nu"], "I alt gæster (kun ind)"),
        ("Door count", ["Time", "In", "Out", "Inside now"], "Visitors who came in"),
        ("Türzählung", ["Uhrzeit", "Rein", "Raus", "Gerade drin"], "Alle, die kamen"),
        ("Conteggio all'ingresso", ["Ora", "Entrati", "Usciti", "Dentro"], "Passati dalla porta"),
        ("Καταμέτρηση εισόδου", ["Ώρα", "Μέσα", "Έξω", "Εκείνη την ώρα"], "Όσοι ήρθαν"),
    ],
)
def test_a_sum_of_those_who_came_in_ends_the_count_at_a_door(
    title: str, header: list[Cell], label: str, project: Project
) -> None:
    rows: list[list[Cell]] = [["kl. 10", 41, 0, 41], ["kl. 11", 63, 12, 92], ["kl. 12", 58, 37, 113], [label, 162]]
    check(Case(label, "head162 ask0", sheet([*FAIR, [title], [], header, *rows])), project)


@pytest.mark.parametrize(
    ("title", "header", "end"),
    [
        ("Clicker Haupteingang", ["Ablesung", "Zählerstand", "Plus seit letzter Ablesung"], ["Endstand", 161]),
        ("Contapersone ingresso", ["Ora", "Lettura", "Nuovi"], ["Fine", 161]),
        ("Dørtæller", ["Tid", "Stand", "Nye"], []),
        ("Door clicker", ["Time", "Reading", "Since last time"], ["Closing", 161]),
        ("Μετρητής εισόδου", ["Ώρα", "Ένδειξη", "Νέοι"], []),
    ],
)
def test_a_counter_that_goes_on_stands_beside_those_who_came_since_then(
    title: str, header: list[Cell], end: list[Cell], project: Project
) -> None:
    rows: list[list[Cell]] = [
        ["10:00", 0, 0],
        ["11:00", 45, 45],
        ["12:00", 83, 38],
        ["13:00", 114, 31],
        ["14:00", 161, 47],
    ]
    check(Case(title, "head161 ask0", sheet([*FAIR, [title], [], header, *rows, end])), project)
