"""Lines below a list that settle its money are nobody's, whatever their words; a person under a sum is."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet


def paid(headers: str, amounts: list[Cell], *below: list[Cell]) -> list[list[Cell]]:
    """A list of people with a word, an amount and a signature each, and lines below it."""
    people: list[list[Cell]] = [
        [name, "yes", amount, name[:3].lower()] for name, amount in zip(PEOPLE, amounts, strict=True)
    ]
    return [*TITLE, headers.split("|"), *people, *below]


CASES = [
    Case(
        "what was paid, spent and left",
        "att6 nc0 ask0",
        sheet(
            paid(
                "navn|medlem?|kaffepenge|underskrift",
                [20, 0, 20, 10, 20, 10],
                ["Kaffepenge i alt", "", 80],
                ["udlæg kage (Bea)", "", -65],
                ["til kassen", "", 15],
            )
        ),
    ),
    Case(
        "a float and what was returned, with who signs for it",
        "att6 nc0 ask0",
        sheet(
            paid(
                "Name|Member|EUR|Signature",
                [12, 12, 0, 12, 12, 12],
                ["Paid out", "", 60],
                ["Float received", "", 200],
                ["Returned to cash box", "", 140, "J. Tully, treasurer"],
            )
        ),
    ),
    Case(
        "amounts as texts, the label beside the name",
        "att6 nc0 ask0",
        sheet(
            paid(
                "Name|Mitglied|Kostenbeitrag €|Unterschrift",
                ["5,00 €"] * 6,
                ["", "Eingenommen:", "30,00 €"],
                ["", "Ausgegeben für Kuchen:", "22,50 €"],
                ["", "Rest:", "7,50 €"],
            )
        ),
    ),
    Case(
        "how many signed and what they paid",
        "att5 nc1 ask0",
        sheet(
            [
                *TITLE,
                ["N°", "Nome", "Comunità", "Firma", "Quota (€)"],
                *(
                    [n, name, "Locale", "" if n == 3 else name[:3], "" if n == 3 else 3]
                    for n, name in enumerate(PEOPLE, start=1)
                ),
                [],
                ["", "", "firme raccolte", 5, 15],
            ]
        ),
    ),
    Case(
        "from the cash box, and the change",
        "att6 nc0 ask0",
        sheet(
            paid(
                "Ονοματεπώνυμο|Μέλος|Εισιτήριο €|Υπογραφή",
                ["1,20"] * 6,
                ["Σύνολο εισιτηρίων", "", "7,20"],
                ["Από το ταμείο", "", "10,00"],
                ["Ρέστα", "", "2,80"],
            )
        ),
    ),
    Case(
        "somebody who came late, below the sum",
        "att7 nc0 ask0",
        sheet(
            paid(
                "Name|Member|EUR|Signature",
                [5, 5, 0, 5, 10, 5],
                ["Total", "", 30],
                ["Gino Aldi", "no", 5, "gin"],
            )
        ),
    ),
    Case(
        "labels and amounts that do not go together",
        "att6 rej1 q:row",
        sheet(
            [
                *TITLE,
                ["Name", "Mitglied", "Kostenbeitrag €"],
                *([name, "yes", amount] for name, amount in zip(PEOPLE, [5, 5, 0, 5, 10, 5], strict=True)),
                ["Total", "", 30],
                ["Miete Saal", "", 20],
                ["Kaffee", "", 15],
            ]
        ),
    ),
    Case(
        "somebody whose amount is as much as those above",
        "att6 nc0 ask0",
        sheet(
            [
                *TITLE,
                ["Name", "Mitglied", "Kostenbeitrag €"],
                *([name, "ja", amount] for name, amount in zip(PEOPLE, [2, 2, 0, 0, 2, 6], strict=True)),
            ]
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_lines_that_settle_money_list_nobody(project: Project, case: Case) -> None:
    check(case, project)


@pytest.mark.parametrize(
    "line",
    [["Kassa gesamt", 87.5], ["Collection box", "44.50"], ["offerte raccolte", "", "44,50 €"], ["Ταμείο", "33,20"],
     ["indsamlet i alt", 312.5]],
)  # fmt: skip
def test_an_amount_behind_a_label_that_is_no_name_is_nobody(line: list[Cell], project: Project) -> None:
    people: list[list[Cell]] = [
        [name, more, paid] for name, more, paid in zip(PEOPLE, [0, 2, 1, 0, 3, 1], [5, 0, "", 10, 5, 2], strict=True)
    ]
    rows: list[list[Cell]] = [*TITLE, ["Name", "brought along", "€"], *people, [], line]
    check(Case("box", "att6 head7 ask0", sheet(rows)), project)


def test_somebody_who_paid_an_amount_with_cents_counts(project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Name", "€"], *([name, 5] for name in PEOPLE), ["Gino Bosco", 7.5]]
    check(Case("paid", "att7 ask0", sheet(rows)), project)
