"""Small sheets that contradict a plain reading, each with its true figures, in ``tests/data/contradictions``.

A block begins with ``=== name | family | options | truth``. The family is a letter of a check, "-" for a sheet that
nothing contradicts. Options are activity, city and date. The truth is "activity city date people" for each event, with
"+people" for a headcount, or "ask": nothing may count before a person has answered.

``python -m tests.corpus.contradictions`` prints the outcome of every sheet.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Hints, Question, Reading
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.words.answers import Answer
from tests.corpus.faults import Outcome

FOLDER = Path(__file__).parent.parent / "data" / "contradictions"
Figures = Counter[tuple[str, str, str, bool]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One sheet: its language, name and family, the options it is imported with, and its figures (None: ask)."""

    language: str
    name: str
    family: str
    hints: Hints
    truth: Figures | None
    text: str


def all_contradictions() -> list[Contradiction]:
    """Returns the sheets of all languages."""
    return [
        _contradiction(path.stem, block)
        for path in sorted(FOLDER.glob("*.txt"))
        for block in path.read_text("utf-8").split("=== ")[1:]
    ]


def _contradiction(language: str, block: str) -> Contradiction:
    head, _line, text = block.partition("\n")
    name, family, options, truth = (part.strip() for part in head.split("|"))
    hints = Hints()
    if options:
        activity, city, day = options.split(",")
        hints = Hints(activity, city, date.fromisoformat(day))
    return Contradiction(language, name, family, hints, _figures(truth), text)


def _figures(truth: str) -> Figures | None:
    if truth == "ask":
        return None
    figures: Figures = Counter()
    for event in truth.split(","):
        activity, city, day, people = event.split()
        figures[activity, city, day, people.startswith("+")] = int(people)
    return figures


def read(sheet: Contradiction, project: Project, answers: tuple[Answer, ...] = ()) -> Reading:
    """Returns the reading of a sheet with these answers."""
    return read_sheet("list.csv", sheet.text.encode(), project, sheet.hints, lambda _signature: answers)


def outcome_of(sheet: Contradiction, project: Project) -> tuple[Outcome, list[Question]]:
    """Returns how the reader does on a sheet, and what it asks."""
    try:
        reading = read(sheet, project)
    except RefusedFile:
        return (Outcome.REFUSED if sheet.truth else Outcome.RIGHT), []
    if sheet.truth is None:
        asked = any(question.blocking for question in reading.questions)
        return (Outcome.RIGHT if asked or not _counted(reading) else Outcome.SILENT), reading.questions
    if _counted(reading) == sheet.truth:
        return Outcome.RIGHT, reading.questions
    return (Outcome.ASKED if reading.questions or reading.rejected else Outcome.SILENT), reading.questions


def _counted(reading: Reading) -> Figures:
    figures: Figures = Counter()
    events = [(event.activity, event.city, event.date.isoformat()) for event in reading.events]
    figures.update((*events[row.event], False) for row in reading.attendances)
    for row in reading.headcounts:
        figures[(*events[row.event], True)] += row.people
    return figures


def is_healed(sheet: Contradiction, project: Project, turns: int = 3) -> bool:
    """Returns whether some answers that are offered lead to the true figures."""
    given: list[tuple[Answer, ...]] = [()]
    for _turn in range(turns):
        further = []
        for answers in given:
            reading = read(sheet, project, answers)
            if _counted(reading) == sheet.truth and not reading.questions:
                return True
            offered = [[Answer.to(q, code) for code in q.suggestions] for q in reading.questions[:3] if q.suggestions]
            further += [(*answers, *chosen) for chosen in product(*offered)] if offered else []
        given = further[:64]
    return False


def main() -> None:
    """Prints the outcome of every sheet, and how many have which."""
    from liaison_metrics.services.workspace.project_file import load_project
    from tests.conftest import PROJECT_FILE

    project = load_project(PROJECT_FILE)
    totals: Counter[tuple[str, str]] = Counter()
    for sheet in all_contradictions():
        outcome, asked = outcome_of(sheet, project)
        healed = ("healed" if is_healed(sheet, project) else "NOT HEALED") if sheet.truth and asked else ""
        totals[sheet.family, outcome.value + (" with a question" if asked and outcome is Outcome.RIGHT else "")] += 1
        said = " / ".join(f"{q.text}{' ●' if q.blocking else ''} {list(q.rows) or ''}" for q in asked)
        print(f"{outcome.value:15} {sheet.language} {sheet.family} {healed:10} {sheet.name}  {said}")
    for about, number in sorted(totals.items()):
        print(*about, number)


if __name__ == "__main__":
    main()
