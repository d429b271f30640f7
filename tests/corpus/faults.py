"""Sheets that the reader once got wrong: what each holds, and how the reader does on it now.

``python -m tests.corpus.faults`` prints the outcome of every file. A file is right if all its figures are; where
``truth.json`` says ``refuse``, a question or a refusal is right.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import AttendanceRow, Hints, Reading
from liaison_metrics.sheets.reading import read_sheet

FOLDER = Path(__file__).parent.parent / "data" / "faults"
FOLDERS = ("real", "blind", "attack")


class Outcome(StrEnum):
    RIGHT = "right"
    ASKED = "asked"
    REFUSED = "refused"
    SILENT = "silently wrong"


@dataclass(frozen=True, slots=True)
class Fault:
    """One file with its truth."""

    folder: str
    file: str
    truth: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.folder}/{self.file}"

    @property
    def hints(self) -> Hints:
        args = self.truth["args"]
        options = dict(zip((key.removeprefix("--") for key in args[::2]), args[1::2], strict=True))
        day = options.pop("date", None)
        return Hints(date=date.fromisoformat(day) if day else None, **options)


def all_faults() -> list[Fault]:
    """Returns the files of all folders, in the order of their truth."""
    truths = {folder: json.loads((FOLDER / folder / "truth.json").read_text("utf-8"))["files"] for folder in FOLDERS}
    return [Fault(folder, file, truth) for folder, files in truths.items() for file, truth in files.items()]


def outcome_of(fault: Fault, project: Project) -> tuple[Outcome, str]:
    """Returns how the reader does on a file, and what it says."""
    may_refuse = fault.truth.get("refuse", False)
    try:
        reading = read_sheet(fault.file, (FOLDER / fault.folder / fault.file).read_bytes(), project, fault.hints)
    except RefusedFile as refusal:
        return Outcome.RIGHT if may_refuse else Outcome.REFUSED, str(refusal)
    wrong = [] if may_refuse else differences(fault.truth, reading)
    asked = [question.text for question in reading.questions]
    told = [f"{row.column}: {row.reason}" for row in reading.rejected]
    if may_refuse and not asked and not told:
        wrong = [f"{_counted(reading)} counted, nothing asked"]
    if not wrong:
        return Outcome.RIGHT, "; ".join(asked)
    said = "; ".join([*wrong, *asked, *told])
    if not _counted(reading) and not reading.not_counted and not asked:
        return Outcome.REFUSED, said
    return Outcome.ASKED if asked or len(told) > fault.truth.get("rejected", 0) else Outcome.SILENT, said


def _counted(reading: Reading) -> int:
    return len(reading.attendances) + sum(row.people for row in reading.headcounts)


def differences(truth: dict[str, Any], reading: Reading) -> list[str]:
    """Returns the figures in which a reading differs from the truth, each with both values."""
    people = _different_people(reading)
    got: dict[str, object] = {
        "attendances": len(people),
        "headcount": sum(row.people for row in reading.headcounts),
        "not_counted": len(reading.not_counted),
        "rejected": len(reading.rejected),
        "identified": sum(bool(row.name or row.email or row.phone) for row in people),
        "events": _events(reading, people),
    }
    if truth.get("by_community") is not None:
        got["by_community"] = dict(Counter(row.community for row in people if row.community))
    stated = dict(truth)
    stated["events"] = {
        (event["activity"], event["city"], event["date"], event["attendances"], event["headcount"])
        for event in truth["events"]
    }
    return [f"{key}: {got[key]} for {stated[key]}" for key in got if key in stated and got[key] != stated[key]]


def _different_people(reading: Reading) -> list[AttendanceRow]:
    """Returns the attendances without those that repeat a person's at the same event, as an import counts them."""
    seen: dict[object, AttendanceRow] = {}
    for row in reading.attendances:
        identity = row.email or row.phone or row.name
        seen.setdefault((row.event, identity.casefold()) if identity else id(row), row)
    return list(seen.values())


def _events(reading: Reading, people: list[AttendanceRow]) -> set[tuple[str, str, str, int, int]]:
    listed = Counter(row.event for row in people)
    heads: Counter[int] = Counter()
    for row in reading.headcounts:
        heads[row.event] += row.people
    return {
        (event.activity, event.city, event.date.isoformat(), listed[number], heads[number])
        for number, event in enumerate(reading.events)
        if listed[number] or heads[number]
    }


def main() -> None:
    """Prints the outcome of every file, and how many have which."""
    from liaison_metrics.services.workspace.project_file import load_project
    from tests.conftest import PROJECT_FILE

    project = load_project(PROJECT_FILE)
    totals: dict[str, Counter[str]] = {folder: Counter() for folder in FOLDERS}
    for fault in all_faults():
        outcome, said = outcome_of(fault, project)
        totals[fault.folder][outcome] += 1
        print(f"{outcome:15} {fault.name}  {said}")
    for folder, outcomes in totals.items():
        print(folder, dict(outcomes))


if __name__ == "__main__":
    main()
