"""Messages, notes and minutes in five languages (``tests/data/messages``): lists with people whom only a sentence tells
of, texts that tell nothing but numbers, and sentences about other occasions.

Each begins with a line "=== what it is | the people expected | what the person said beside it".
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.headcounts.beside_lists.told_people import above_agenda, told_beside_list
from liaison_metrics.sheets.model import Grid, Hints, Reading, headcount_of
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.words.phrases.prose.told import ToldNumber

MESSAGES = Path(__file__).parents[2] / "data" / "messages"


def _messages() -> Iterator[tuple[str, str, str, str]]:
    for file in sorted(MESSAGES.glob("*.txt")):
        for part in file.read_text(encoding="utf-8").split("=== ")[1:]:
            head, _line, text = part.partition("\n")
            name, expected, said = head.split(" | ")
            yield f"{file.stem} {name}", expected, said, text


def _people(reading: Reading) -> dict[str, int]:
    """The people of each day: the largest stated number, or those listed and the others beside them."""
    found: dict[str, int] = {}
    for at, event in enumerate(reading.events):
        listed = sum(row.event == at for row in reading.attendances)
        heads = [row for row in reading.headcounts if row.event == at]
        people = max(headcount_of(heads), listed + sum(row.people for row in heads if row.additional))
        if people:
            found[event.date.isoformat()] = people
    return found


@pytest.mark.parametrize(("name", "expected", "said", "text"), list(_messages()))
def test_a_message_counts_whom_it_tells_of(name: str, expected: str, said: str, text: str, project: Project) -> None:
    told = dict(part.split("=") for part in said.split())
    day = date.fromisoformat(told["date"]) if "date" in told else None
    hints = Hints(told.get("activity"), told.get("city"), day)
    try:
        reading = read_sheet("message.txt", text.encode(), project, hints)
    except RefusedFile:
        assert expected == "nothing"
        return
    if expected in ("nothing", "asks"):
        assert reading.open_questions
        return
    wanted = {key: int(number) for key, number in (part.split("=") for part in expected.split())}
    assert not reading.open_questions
    found = _people(reading)
    assert (list(found.values()) if "people" in wanted else found) == (
        [wanted["people"]] if "people" in wanted else wanted
    )


@pytest.mark.parametrize(
    ("told", "listed", "expected"),
    [
        ([ToldNumber(3, "more"), ToldNumber(11, "total")], {8}, (3,)),
        ([ToldNumber(3, "more", firm=False), ToldNumber(11, "total")], {8}, (3,)),
        ([ToldNumber(3, "more")], {8}, (3,)),
        ([ToldNumber(11, "total")], {8}, (11,)),
        ([ToldNumber(8, "total")], {8}, ()),
        ([ToldNumber(8, "total"), ToldNumber(2, "more", firm=False)], {8}, ()),
        ([ToldNumber(3, "total", firm=False)], {8}, ()),
        ([ToldNumber(3, "more", firm=False)], {8}, None),
        ([ToldNumber(7, "total")], {8}, None),
        ([ToldNumber(12, "total"), ToldNumber(3, "more")], {8}, None),
        ([ToldNumber(11, "total"), ToldNumber(12, "total")], {8}, None),
        ([ToldNumber(250, "total")], {8}, None),
    ],
)
def test_the_sums_say_what_numbers_mean(
    told: list[ToldNumber], listed: set[int], expected: tuple[int, ...] | None
) -> None:
    counted = told_beside_list(told, listed)
    assert counted is None if expected is None else tuple(one.people for one in counted or ()) == expected


@pytest.mark.parametrize("point", ["TOP 2 Bericht", "2. Opfølgning på messen", "Punto 2: varie", "Θέμα 1: το παζάρι"])
def test_points_of_an_agenda_tell_of_other_people(point: str) -> None:
    grid = Grid("x", [["Ida Holm"], ["Plus two more who did not sign."], [], [point], ["41 people came."]])
    assert above_agenda(grid, range(1, 5), 0) == [1, 2]
