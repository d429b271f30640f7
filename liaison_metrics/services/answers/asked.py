"""Questions about words that partners ask the coordinator. What the coordinator answers is saved for the partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from liaison_metrics.errors import UnknownWord
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.answers import saved
from liaison_metrics.services.answers.saved import SheetShape
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.model import Question
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.uploads import waiting as stored
from liaison_metrics.store.uploads import NO_FIGURE, Row, move_revision
from liaison_metrics.texts import _

ABOUT_WORDS = frozenset({"activity", "city", "community", "group", "gender", "role", "present"})
"""Kinds of questions that the coordinator can settle: about a word, which means the same in the next sheet."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question to the coordinator: whose sheets and which file it is about, the word, how many rows have it, who
    asked and when; and, once it is settled, who answered what and when."""

    number: int
    partner: str
    file: str
    kind: str
    value: str
    text: str
    rows: int
    suggestions: tuple[str, ...]
    asked_by: str
    asked_at: datetime
    code: str = ""
    settled_by: str = ""
    settled_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.settled_at is None


@requires(Action.QUESTION_ASK)
def ask(workspace: Workspace, shape: SheetShape, file: str, questions: Sequence[Question], actor: Actor) -> int:
    """Asks the coordinator about words of a partner's sheet. Returns how many questions are new: what is open already
    is not asked twice. Raises NotAllowed where the sheets are another partner's."""
    check(actor, Action.QUESTION_ASK, Resource.answer(shape.partner))
    encryption = Encryption(workspace.secret)
    with workspace.store.writing() as connection:
        open_ones = {
            (row["kind"], encryption.decrypt(row["value"]))
            for row in stored.read_questions(connection, open_only=True)
            if (row["partner"], row["signature"]) == (shape.partner, shape.signature)
        }
        new = [one for one in questions if one.kind in ABOUT_WORDS and (one.kind, one.value) not in open_ones]
        for one in new:
            row: Row = {
                "partner": shape.partner, "signature": shape.signature, "file": encryption.encrypt(file),
                "kind": one.kind, "value": encryption.encrypt(one.value), "text": encryption.encrypt(one.text),
                "rows": len(set(one.rows)), "suggestions": list(one.suggestions), "asked_by": actor.code,
            }  # fmt: skip
            number = stored.add_question(connection, row)
            after = {"partner": shape.partner, "kind": one.kind, "rows": row["rows"]}
            record(
                connection, workspace, actor,
                AuditEntry(AuditAction.QUESTION_ASK, AuditKind.QUESTION, number, after=after),
            )  # fmt: skip
        if new:
            move_revision(connection, [NO_FIGURE])
    return len(new)


@requires(Action.ANSWER_READ)
def asked_questions(workspace: Workspace, actor: Actor) -> list[AskedQuestion]:
    """Returns the questions to the coordinator that the actor may see: the open ones, the earliest first, then those
    that are settled, the latest first."""
    encryption = Encryption(workspace.secret)
    with workspace.store.reading() as connection:
        rows = stored.read_questions(connection)
    found = [
        _asked(row, encryption) for row in rows if allows(actor, Action.ANSWER_READ, Resource.answer(row["partner"]))
    ]
    settled = [one for one in found if not one.is_open]
    return [one for one in found if one.is_open] + settled[::-1]


@requires(Action.QUESTION_SETTLE)
def settle(workspace: Workspace, number: int, code: str, actor: Actor) -> None:
    """Answers a question for the partner that asked: the answer is saved for its sheets with the same columns.

    Raises NotAllowed, and UnknownWord where there is no such open question.
    """
    check(actor, Action.QUESTION_SETTLE)
    encryption = Encryption(workspace.secret)
    with workspace.store.writing() as connection:
        row = next((one for one in stored.read_questions(connection, open_only=True) if one["id"] == number), None)
        if row is None:
            raise UnknownWord(
                _("This question has been answered already."), hint=_("Reload the page to see the answer.")
            )
        answer = Answer(row["kind"], encryption.decrypt(row["value"]), code)
        saved.save(connection, workspace, SheetShape(row["partner"], row["signature"]), [answer], actor)
        stored.settle_questions(connection, [number], code, actor.code)
        after = {"partner": row["partner"], "kind": row["kind"], "code": code}
        record(
            connection, workspace, actor,
            AuditEntry(AuditAction.QUESTION_SETTLE, AuditKind.QUESTION, number, after=after),
        )  # fmt: skip
        move_revision(connection, [NO_FIGURE])  # previews of sheets depend on the answer


def _asked(row: Row, encryption: Encryption) -> AskedQuestion:
    return AskedQuestion(
        row["id"], row["partner"], encryption.decrypt(row["file"]), row["kind"], encryption.decrypt(row["value"]),
        encryption.decrypt(row["text"]), row["rows"], tuple(row["suggestions"]), row["asked_by"], row["asked_at"],
        row["code"], row["settled_by"], row["settled_at"],
    )  # fmt: skip
