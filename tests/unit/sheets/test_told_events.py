"""Messages whose lines each tell of an event: its day, what it was and how many came, perhaps with their sum below."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints
from tests.unit.sheets.cases import Case, check, sheet

MESSAGES = {
    "Danish": (
        "12. maj 2021 - Færdighedsworkshop, strikning - 14 deltagere",
        "26. maj 2021 - Færdighedsworkshop, IT-hjælp - 9 deltagere",
        "18. august 2021 - Informationsmøde, for frivillige - 31 deltagere",
        "I alt 54 deltagere.",
    ),
    "English": (
        "12 May 2021: skill-transfer workshop, knitting: 14 participants",
        "26 May 2021: skill-transfer workshop, computers: 9 participants",
        "18 August 2021: info session: 31 participants",
        "54 people in total",
    ),
    "German": (
        "12. Mai 2021 – Kompetenzworkshop Stricken – 14 Personen",
        "26. Mai 2021 – Kompetenzworkshop Computer – 9 Personen",
        "18. August 2021 – Informationsveranstaltung – 31 Personen",
        "Insgesamt 54 Personen",
    ),
    "Italian": (
        "12 maggio 2021 - laboratorio di scambio competenze, maglia: 14 partecipanti",
        "26 maggio 2021 - laboratorio di scambio competenze, computer: 9 partecipanti",
        "18 agosto 2021 - incontro informativo: 31 partecipanti",
        "Totale: 54 partecipanti",
    ),
    "Greek": (
        "12 Μαΐου 2021 - εργαστήριο μεταφοράς δεξιοτήτων, πλέξιμο - 14 συμμετέχοντες",
        "26 Μαΐου 2021 - εργαστήριο μεταφοράς δεξιοτήτων, υπολογιστές - 9 συμμετέχοντες",
        "18 Αυγούστου 2021 - ενημερωτική συνάντηση - 31 συμμετέχοντες",
        "Συνολικά 54 συμμετέχοντες",
    ),
}
IN_PALERMO = Hints(city="palermo")


def message(lines: Sequence[str]) -> Case:
    rows = [[text] for text in lines]
    return Case("message", "head54 ev3 rej0 ask0 date:2021-05-12 date:2021-08-18", sheet(rows), hints=IN_PALERMO)


@pytest.mark.parametrize("lines", MESSAGES.values(), ids=list(MESSAGES))
def test_lines_tell_of_an_event_each_and_the_last_of_their_sum(lines: Sequence[str], project: Project) -> None:
    check(message(lines), project)


@pytest.mark.parametrize("lines", MESSAGES.values(), ids=list(MESSAGES))
def test_lines_tell_of_an_event_each_without_a_sum(lines: Sequence[str], project: Project) -> None:
    check(message(lines[:-1]), project)


@pytest.mark.parametrize("last", ["60 people in total", "I alt 41 deltagere."])
def test_a_sum_that_differs_is_not_passed_over(last: str, project: Project) -> None:
    check(Case("message", "refused", sheet([[text] for text in (*MESSAGES["Danish"][:-1], last)])), project)


def test_days_beside_numbers_alone_are_read(project: Project) -> None:
    lines = [["Kompetenzworkshop"], ["12. Mai 2021 - 14 Personen"], ["26. Mai 2021 - 9 Personen"]]
    check(Case("days", "head23 ev2 rej0 ask0", sheet(lines), hints=IN_PALERMO), project)
