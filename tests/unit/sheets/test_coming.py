"""Numbers of those who came, beside numbers of others and of things."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.words.phrases.titles.coming import Told, told_by

from .grids import events, read


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("Tatsächlich da", Told.CAME), ("Tickets scanned", Told.CAME), ("Prosit, alle prove", Told.CAME),
        ("Hovedtælling i salen", Told.CAME), ("Μπήκαν στην αίθουσα", Told.CAME), ("davon anwesend", Told.CAME),
        ("Expected visitors", Told.OTHERS), ("Nicht eingelöst", Told.OTHERS), ("Convocati", Told.OTHERS),
        ("Ledige pladser", Told.OTHERS), ("Λίστα αναμονής", Told.OTHERS), ("Prima volta", Told.OTHERS),
        ("Besucher", Told.PEOPLE), ("Zorb", Told.UNKNOWN),
    ],
)  # fmt: skip
def test_a_header_tells_of_whom_numbers_are(header: str, told: Told) -> None:
    assert told_by(header) is told


@pytest.mark.parametrize(
    ("headers", "place"),
    [
        (["Stühle", "Gäste", "Helfer"], 1), (["Kapazität", "Reservierungen", "eingelöst"], 2),
        (["Tickets issued", "Tickets scanned", "Refunds"], 1), (["Convocati", "Presenti all'assemblea", "Deleghe"], 1),
        (["Mødt frem", "Meldt fra", "Glemte at melde fra"], 0), (["Θέσεις", "Κρατήσεις", "Πραγματική προσέλευση"], 2),
    ],
)  # fmt: skip
def test_those_who_came_are_no_part_of_other_numbers(headers: list[str], place: int, project: Project) -> None:
    """The others are so many that they look like the sum."""
    others, came = ((20, 5), (16, 4)), (15, 12)
    rows = [
        ["Date", "Activity", "City", *headers],
        *([day, "Info session", "Graz", *more[:place], n, *more[place:]]
          for day, more, n in zip(("4.5.2021", "11.5.2021"), others, came, strict=True)),
    ]  # fmt: skip
    reading = read(project, rows)
    assert [people for *_event, people in events(reading)] == [15, 12]
    assert not reading.questions
