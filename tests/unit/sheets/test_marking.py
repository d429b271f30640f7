"""Assemblies to which some people sent a proxy: it is nobody's presence, and the votes are no people."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("header", "person", "proxy", "votes", "office"),
    [
        (
            ["Top", "Mieter/in", "Teilnahme"],
            "persönlich",
            "Vollmacht",
            "Stimmen inkl. Vollmachten",
            "Die Hausverwaltung",
        ),
        (["Int.", "Assegnatario", "Intervenuto"], "di persona", "delega", "Unità rappresentate", "L'amministratore"),
        (["Lejl.", "Beboer", "Mødt"], "personligt", "fuldmagt", "Stemmer med fuldmagter", "Formanden"),
        (["Διαμ.", "Ένοικος", "Πώς συμμετείχε"], "δια ζώσης", "εξουσιοδότηση", "Ψήφοι", "Η πρόεδρος"),
        (["Flat", "Tenant", "How they took part"], "in person", "proxy", "Votes", "The chairwoman"),
    ],
)
def test_who_sent_a_proxy_was_not_there(
    header: list[Cell], person: str, proxy: str, votes: str, office: str, project: Project
) -> None:
    how = (person, person, proxy, person, "no", person)
    rows: list[list[Cell]] = [[f"{at}A", name, one] for at, (name, one) in enumerate(zip(PEOPLE, how, strict=True), 1)]
    foot: list[list[Cell]] = [[], [None, votes, 17, "incl. all"]]
    check(Case(proxy, "att4 nc2 ask0", sheet([*TITLE, header, *rows, *foot])), project)
    if office != "Formanden":
        foot = [[], [None, votes, 17], [None, office, "I. Holm"]]
        shares: list[list[Cell]] = [[at, *row, 40 + at] for at, row in enumerate(rows, 1)]
        listed: list[list[Cell]] = [["Nr.", *header, "m²"], *shares, *([None, *row] if row else [] for row in foot)]
        check(Case(office, "att4 nc2", sheet([*TITLE, *listed])), project)


def test_a_word_for_a_proxy_alone_is_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [
        [name, one] for name, one in zip(PEOPLE, ("x", "x", "proxy", "x", "no", "x"), strict=True)
    ]
    check(Case("holder or giver", "q:present", sheet([*TITLE, ["Name", "Present"], *rows])), project)
