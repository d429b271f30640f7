"""What is said about a file when it is brought, besides the file itself."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from liaison_metrics.sheets.model import Hints
from liaison_metrics.sheets.words.answers import Answer

NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Options:
    """``hints`` is what the sheet itself does not say, ``answers`` what was said of its words and columns. The file
    takes the place of the upload ``replaces``. With ``whole`` it comes with every row or not at all."""

    hints: Hints = NO_HINTS
    answers: tuple[Answer, ...] = ()
    replaces: int | None = None
    whole: bool = False

    def as_json(self) -> str:
        """Returns how the file was read, for reading it again: hints and answers."""
        hints = asdict(self.hints) | {"date": self.hints.date.isoformat() if self.hints.date else None}
        return json.dumps({"hints": hints, "answers": [asdict(answer) for answer in self.answers]})

    @classmethod
    def from_json(cls, text: str) -> Options:
        """Returns what ``as_json`` kept; no options for an upload of before they were kept."""
        if not text:
            return cls()
        kept: dict[str, Any] = json.loads(text)
        day = kept["hints"].pop("date")
        hints = Hints(**kept["hints"], date=date.fromisoformat(day) if day else None)
        return cls(hints, tuple(Answer(**answer) for answer in kept["answers"]))


NO_OPTIONS = Options()
