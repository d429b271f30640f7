"""What is imported and how: the file, the options of the person who uploads it, and the settings of the run."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from liaison_metrics.services.access.actors import Actor
from liaison_metrics.sheets.model import Hints, Workbook
from liaison_metrics.sheets.words.answers import Answer

NO_HINTS = Hints()

Progress = Callable[[float, str], None]
"""Called with the share of the work that is done (0 to 1) and what is done next."""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file with its name and content; ``workbook`` is set if it has been opened already."""

    name: str
    data: bytes
    workbook: Workbook | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What the person who uploads a file says about it. ``hints`` are details that the sheet does not give, ``answers``
    say what its words and columns mean. ``replaces`` is the upload that it replaces. With ``whole`` the file is
    imported only if every row is valid."""

    hints: Hints = NO_HINTS
    answers: tuple[Answer, ...] = ()
    replaces: int | None = None
    whole: bool = False

    def as_json(self) -> str:
        """Returns the hints and answers, which are needed to read the file again."""
        hints = asdict(self.hints) | {"date": self.hints.date.isoformat() if self.hints.date else None}
        return json.dumps({"hints": hints, "answers": [asdict(answer) for answer in self.answers]})

    @classmethod
    def from_json(cls, text: str) -> Options:
        """Returns the options from ``as_json``. Uploads from before options were stored have none ("")."""
        if not text:
            return cls()
        stored: dict[str, Any] = json.loads(text)
        day = stored["hints"].pop("date")
        hints = Hints(**stored["hints"], date=date.fromisoformat(day) if day else None)
        return cls(hints, tuple(Answer(**answer) for answer in stored["answers"]))


NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class ImportRun:
    """The settings of one import. A ``dry_run`` stores nothing. With ``demonstration`` the file holds made-up data.
    ``redo_of`` is the number of an undone upload whose facts are stored again, ``redone_by`` who asked for that, and
    ``checksum`` that of the file as it was uploaded: its rows may be blacked out since."""

    dry_run: bool = False
    demonstration: bool = False
    redo_of: int | None = None
    redone_by: Actor | None = None
    checksum: str = ""
    progress: Progress = lambda share, step: None


NORMAL_RUN = ImportRun()
