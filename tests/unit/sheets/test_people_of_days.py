"""Logs with a day and a name in each row: people return on other days, under headers that nobody knows."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Hints
from tests.unit.sheets.grids import Rows, events, read

SESSIONS = Hints(activity="info_session", city="graz")
CAME = {
    "2021-11-09": ("Alva Berg", "Bruno Conti", "Chiara Dahl", "Dino Esposito"),
    "2021-11-16": ("Bruno Conti", "Chiara Dahl", "Eva Frank"),
    "2021-11-23": ("Alva Berg", "Bruno Conti", "Eva Frank", "Gino Huber"),
}
NAMES = [(day, name) for day, names in CAME.items() for name in names]


@pytest.mark.parametrize(
    "rows",
    [
        [["Zunk", "Froob", "Mip"], *([day, name, ""] for day, name in NAMES)],
        [["Wann", "Gegenüber", "Mip"], *([day, name, "ja"] for day, name in NAMES)],
        [["Quando", "Chi", "Mip"], *([day, name, "giugno" if name < "C" else ""] for day, name in NAMES)],
        [[""], *([day, name] for day, name in NAMES)],
        [["Zunk", "Froob", "Mip"], *([n, day, name] for n, (day, name) in enumerate(NAMES, 1))],
        [["Hvornår", "Hvem"], *([day if name == CAME[day][0] else "", name] for day, name in NAMES)],
    ],
)
def test_people_who_return_on_other_days_count_on_each(project: Project, rows: Rows) -> None:
    reading = read(project, rows, hints=SESSIONS)
    assert events(reading) == [("info_session", "graz", day, len(names)) for day, names in CAME.items()]
    assert not reading.questions


@pytest.mark.parametrize("beside", [("Kassa", "Bar", "Tor", "Lager"), ("9:00", "9:30", "10:00", "10:30")])
def test_something_of_their_own_each_day_is_of_another_list(project: Project, beside: tuple[str, ...]) -> None:
    rows = [["Zunk", "Froob", "Mip"], *([day, name, beside[CAME[day].index(name)]] for day, name in NAMES)]
    with pytest.raises(RefusedFile):
        read(project, rows, hints=SESSIONS)


def test_one_or_two_people_a_day_are_on_duty(project: Project) -> None:
    rows = [["Zunk", "Froob"], *([day, name] for day, name in NAMES if name in CAME[day][:2])]
    with pytest.raises(RefusedFile):
        read(project, rows, hints=SESSIONS)


def test_shifts_that_return_are_no_days(project: Project) -> None:
    people = [name for _day, name in NAMES]
    rows = [["Zunk", "Froob"], *([("08-11", "11-12")[n % 2], name] for n, name in enumerate(people))]
    with pytest.raises(RefusedFile):
        read(project, rows, hints=SESSIONS)
