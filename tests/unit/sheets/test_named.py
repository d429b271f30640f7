"""Lists of flats or families with the number of people who came from each."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import PEOPLE, TITLE, Case, check, sheet


@pytest.mark.parametrize(
    ("flat", "name", "came", "proxies"),
    [
        ("Lejl.", "Navn på lejemålet", "Fremmødte personer", "Stemmer ved fuldmagt"),
        ("Flat", "Name", "Present (no.)", "Proxy votes"),
        ("Top", "Name", "Anwesend Pers.", "Vollmacht"),
        ("Int.", "Nome", "Presenti (n.)", "Deleghe"),
        ("Διαμ.", "Όνομα", "Παρόντες (αρ.)", "Εξουσιοδοτήσεις"),
    ],
)
def test_who_came_from_each_flat_is_counted(flat: str, name: str, came: str, proxies: str, project: Project) -> None:
    numbers = zip(PEOPLE, (2, 1, 0, 3, 1, 0), (None, None, 1, None, None, 2), strict=True)
    rows: list[list[Cell]] = [[at, *cells] for at, cells in enumerate(numbers, 1)]
    check(Case(came, "att4 head3 ask0", sheet([*TITLE, [flat, name, came, proxies], *rows])), project)


def test_numbers_under_a_word_for_presence_alone_are_asked_about(project: Project) -> None:
    rows: list[list[Cell]] = [[name, number] for name, number in zip(PEOPLE, (2, 1, 0, 3, 1, 2), strict=True)]
    check(Case("codes or numbers", "q:present", sheet([*TITLE, ["Name", "Attended"], *rows])), project)
