"""Which planned events the codes on sign-in sheets stand for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from liaison_metrics.domain.events.sheet_codes import is_valid, sheet_code
from liaison_metrics.domain.events.titles import title_key
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.events.stated.sheet_codes import coded_event, codes_of
from liaison_metrics.sheets.model import SourceEvent, Workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.events import read_planned
from liaison_metrics.store.uploads import Row


def code_of_planned(workspace: Workspace, row: Row) -> str:
    """Returns the code of a planned event (a row with its activity, city, date, title and key).

    It stays the same if the secret key is changed, if the event is planned anew, and if the calendar that it came from
    moves it.
    """
    day: date = row["date"]
    details = (row["activity"], row["city"], day.isoformat(), title_key(row["title"]))
    return sheet_code(workspace.people_secret, row["key"] or "\n".join(details))


def valid_codes(workbook: Workbook) -> list[str]:
    """Returns the codes in the cells of a file whose check character is right."""
    return [code for code in codes_of(workbook) if is_valid(code)]


def coded_events(connection: Connection, workspace: Workspace, codes: Sequence[str]) -> tuple[Answer, ...]:
    """Returns, as answers for the reader, the planned events that codes stand for. A code that stands for none has no
    answer."""
    planned = {code_of_planned(workspace, row): row for row in read_planned(connection)}
    found = ((code, planned[code]) for code in codes if code in planned)
    return tuple(
        coded_event(code, SourceEvent(row["activity"], row["city"], row["date"], row["title"])) for code, row in found
    )
