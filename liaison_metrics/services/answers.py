"""What partners said of their sheets, to be seen and taken back; and words that only a coordinator can add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from anyascii import anyascii
from sqlalchemy import Connection

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import NotAllowed, UnknownWord
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.store import answers as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.uploads import NO_FIGURE, files_of_shape, move_revision
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One answer that holds: for a partner's sheets of one shape (``file`` is one of them), a word (or header) and what
    it means; who said so and when."""

    number: int
    partner: str
    file: str
    kind: str
    value: str
    code: str
    made_by: str
    made_at: datetime


def remembered(workspace: Workspace, actor: Actor) -> list[SavedAnswer]:
    """Returns the answers that hold, those of one partner together: all for the coordinator, a partner's own for it."""
    encryption = Encryption(workspace.secret)
    with workspace.store.reading() as connection:
        rows = stored.standing(connection, actor.partner or None)
        files = files_of_shape(connection, {row["signature"] for row in rows})
    found = [
        SavedAnswer(
            row["id"], row["partner"], files.get(row["signature"], ""), row["kind"], encryption.decrypt(row["value"]),
            row["code"], row["made_by"], row["made_at"],
        )
        for row in rows
    ]  # fmt: skip
    return sorted(found, key=lambda one: (one.partner, one.file, one.kind, one.value))


def take_back(workspace: Workspace, numbers: Sequence[int], actor: Actor) -> int:
    """Takes answers back, so that the next sheet asks again; returns how many held. What was imported with them stays.

    Raises NotAllowed where one is another partner's.
    """
    with workspace.store.writing() as connection:
        own = {row["id"] for row in stored.standing(connection, actor.partner or None)}
        if set(numbers) - own:
            raise NotAllowed(
                _("This answer is another partner's."), hint=_("Ask the coordinator to take it back, or load the page.")
            )
        move_revision(connection, [NO_FIGURE])  # what sheets on their way would do may hang on these answers
        return stored.revoke(connection, numbers)


def add_community(workspace: Workspace, label: str, actor: Actor) -> str:
    """Adds a community to those of the project; returns its code. One that is there already gives its code.

    Raises NotAllowed for a partner, UnknownWord for a word without letters.
    """
    if not actor.is_coordinator:
        raise NotAllowed(
            _("Only the coordinator adds communities."), hint=_("Choose one of the project's, or “not stated”.")
        )
    label = " ".join(label.split())
    code = normal(anyascii(label)).replace(" ", "_").lstrip("0123456789_")[:60]
    if not code or len(label) > 60:
        raise UnknownWord(_("“{word}” is no name of a community.").format(word=label), hint=_("Write it in letters."))
    project = workspace.project
    labels = {
        normal(project.label(VocabularyKind.COMMUNITY, known)): known
        for known in project.codes(VocabularyKind.COMMUNITY)
    }
    if known := labels.get(normal(label)) or (code if code in project.communities else None):
        return known
    with workspace.store.writing() as connection:
        stored.add_community(connection, code, label, actor.code)
    workspace.index()  # takes the new word over
    return code


OF_ONE_EVENT = frozenset({"date", "activity", "city", "birth", "total"})
"""Kinds whose answers to what a sheet does not say, or says of one row, hold for that file alone."""


def recalled(connection: Connection, encryption: Encryption, partner: str, signature: str) -> list[Answer]:
    """Returns what the partner said of sheets of that shape before, the earliest first."""
    if not signature:
        return []
    rows = stored.standing(connection, partner, signature)
    return [Answer(row["kind"], encryption.decrypt(row["value"]), row["code"]) for row in rows]


def remember(
    connection: Connection, encryption: Encryption, actor: Actor, partner: str, signature: str, given: Sequence[Answer]
) -> None:
    """Keeps answers for the partner's next sheet of that shape; one about the same word takes the place of the
    earlier, and one without a code only takes it back."""
    if not signature:
        return
    held = {
        (row["kind"], encryption.decrypt(row["value"])): row for row in stored.standing(connection, partner, signature)
    }
    new = {(one.kind, one.value): one.code for one in given if _holds_again(one)}
    changed = {about: code for about, code in new.items() if about not in held or held[about]["code"] != code}
    stored.revoke(connection, [held[about]["id"] for about in changed if about in held])
    stored.remember(
        connection,
        [
            {"partner": partner, "signature": signature, "kind": kind, "value": encryption.encrypt(value), "code": code}
            for (kind, value), code in changed.items()
            if code
        ],
        actor.code,
    )


def _holds_again(answer: Answer) -> bool:
    about_one_event = answer.kind in OF_ONE_EVENT and (not answer.value or answer.kind in ("date", "birth", "total"))
    return not about_one_event
