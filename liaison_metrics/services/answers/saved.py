"""Saved answers about partners' sheets: list, undo, use again; and new communities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from anyascii import anyascii
from sqlalchemy import Connection

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.errors import UnknownWord
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows, check, requires
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.store import answers as stored
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.records.uploads import waiting
from liaison_metrics.store.uploads import NO_FIGURE, Row, files_of_shape, move_revision
from liaison_metrics.texts import ENGLISH, LANGUAGES, _, language

LONGEST_NAME = 60
"""Characters of a community's name. Longer text is a sentence in the wrong cell."""

ABOUT_ONE_EVENT = frozenset({"activity", "city"})
"""Kinds of answers that are about one event where they are about no word: what a sheet does not say itself."""

ABOUT_ONE_ROW = frozenset(
    {
        "date",
        "birth",
        "total",
        "row",
        "day",
        "headcount",
        "same_event",
        "additional",
        "correction",
        "other_cities",
        "sheet_code",
        "coded_event",
        "cell",
    }
)
"""Kinds of answers that are about one row, or some events, of one file."""


@dataclass(frozen=True, slots=True)
class SheetShape:
    """What sheets have in common that share their answers: the partner (code) and the signature of their headers."""

    partner: str
    signature: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """An answer in use: what a word (or header) means in a partner's sheets with the same columns (``file`` is one of
    them), and who gave it and when."""

    number: int
    partner: str
    file: str
    kind: str
    value: str
    code: str
    made_by: str
    made_at: datetime

    @property
    def answer(self) -> Answer:
        """What it says, without who said it."""
        return Answer(self.kind, self.value, self.code)


@requires(Action.ANSWER_READ)
def saved_answers(workspace: Workspace, actor: Actor) -> list[SavedAnswer]:
    """Returns the answers in use that the actor may see, by partner, file, kind and word."""
    encryption = Encryption(workspace.secret)
    with workspace.store.reading() as connection:
        rows = [
            row
            for row in stored.read_answers(connection)
            if allows(actor, Action.ANSWER_READ, Resource.answer(row["partner"]))
        ]
        files = files_of_shape(connection, {row["signature"] for row in rows})
    answers = [_saved(row, encryption, files.get(row["signature"], "")) for row in rows]
    return sorted(answers, key=lambda answer: (answer.partner, answer.file, answer.kind, answer.value))


@requires(Action.ANSWER_UNDO)
def undo(workspace: Workspace, numbers: Sequence[int], actor: Actor) -> int:
    """Undoes saved answers, so that the next sheet asks again. Returns how many were in use. Past uploads stay.

    Raises NotAllowed where one is another partner's.
    """
    with workspace.store.writing() as connection:
        for row in stored.read_answers(connection):
            if row["id"] in numbers:
                check(actor, Action.ANSWER_UNDO, Resource.answer(row["partner"]))
                before = {name: row[name] for name in ("partner", "kind", "code")}
                undone = AuditEntry(AuditAction.ANSWER_UNDO, AuditKind.ANSWER, row["id"], before)
                record(connection, workspace, actor, undone)
        move_revision(connection, [NO_FIGURE])  # previews of sheets may depend on these answers
        return stored.undo(connection, numbers)


@requires(Action.COMMUNITY_ADD)
def add_community(workspace: Workspace, label: str, actor: Actor) -> str:
    """Adds a community to the project's vocabulary, if it is not there yet, with its name in the current language.
    Returns its code.

    Raises NotAllowed, and UnknownWord for a name without letters or longer than ``LONGEST_NAME``.
    """
    check(actor, Action.COMMUNITY_ADD)
    label, code = _community(label)
    project = workspace.project
    labels = {
        normal(project.label(VocabularyKind.COMMUNITY, known, spoken)): known
        for known in project.codes(VocabularyKind.COMMUNITY)
        for spoken in dict.fromkeys([language(), ENGLISH])
    }
    if known := labels.get(normal(label)) or (code if code in project.communities else None):
        return known
    with workspace.store.writing() as connection:
        stored.name_community(connection, code, (language(), label), actor.code)
        added = AuditEntry(AuditAction.COMMUNITY_ADD, AuditKind.COMMUNITY, code, after={"language": language()})
        record(connection, workspace, actor, added)
    workspace.index()  # loads the new word
    return code


@requires(Action.COMMUNITY_ADD)
def name_community(workspace: Workspace, code: str, spoken: str, label: str, actor: Actor) -> None:
    """Names an added community (code) in another language (code).

    Raises NotAllowed, and UnknownWord for a community of the project file or none, and for a name that is not valid.
    """
    check(actor, Action.COMMUNITY_ADD)
    label, _code = _community(label)
    with workspace.store.writing() as connection:
        if code not in stored.added_communities(connection) or spoken not in LANGUAGES:
            raise UnknownWord(_("There is no such community."), hint=_("Reload the page."))
        stored.name_community(connection, code, (spoken, label), actor.code)
        named = AuditEntry(AuditAction.COMMUNITY_ADD, AuditKind.COMMUNITY, code, after={"language": spoken})
        record(connection, workspace, actor, named)
    workspace.index()


@requires(Action.COMMUNITY_ADD)
def unnamed_communities(workspace: Workspace, actor: Actor) -> dict[str, list[str]]:
    """Returns the languages in which added communities have no name yet, by the codes of the communities. Raises
    NotAllowed."""
    check(actor, Action.COMMUNITY_ADD)
    with workspace.store.reading() as connection:
        added = stored.added_communities(connection)
    lacking = {code: [spoken for spoken in LANGUAGES if spoken not in names] for code, names in added.items()}
    return {code: languages for code, languages in lacking.items() if languages}


def _community(label: str) -> tuple[str, str]:
    """Returns the name and the code of a community. Raises UnknownWord for a name that is not valid."""
    label = " ".join(label.split())
    code = normal(anyascii(label)).replace(" ", "_").lstrip("0123456789_")[:LONGEST_NAME]
    if not code or len(label) > LONGEST_NAME:
        raise UnknownWord(
            _("“{word}” can’t be the name of a community.").format(word=label),
            hint=_("Enter a community name using letters."),
        )
    return label, code


def _saved(row: Row, encryption: Encryption, file: str = "") -> SavedAnswer:
    return SavedAnswer(
        row["id"], row["partner"], file, row["kind"], encryption.decrypt(row["value"]), row["code"], row["made_by"],
        row["made_at"],
    )  # fmt: skip


def answers_for(connection: Connection, encryption: Encryption, shape: SheetShape) -> list[SavedAnswer]:
    """Returns the saved answers for sheets of a shape, the earliest first."""
    if not shape.signature:
        return []
    rows = stored.read_answers(connection, shape.partner, shape.signature)
    return [_saved(row, encryption) for row in rows]


def save(
    connection: Connection, workspace: Workspace, shape: SheetShape, answers: Sequence[Answer], actor: Actor
) -> None:
    """Saves answers for the next sheet of a shape. A new answer replaces the earlier one about the same word; an answer
    without a code only removes it."""
    if not shape.signature:
        return
    encryption = Encryption(workspace.secret)
    saved = {
        (row["kind"], encryption.decrypt(row["value"])): row
        for row in stored.read_answers(connection, shape.partner, shape.signature)
    }
    new = {(answer.kind, answer.value): answer.code for answer in answers if _is_reusable(answer)}
    changed = {about: code for about, code in new.items() if about not in saved or saved[about]["code"] != code}
    stored.undo(connection, [saved[about]["id"] for about in changed if about in saved])
    rows: list[Row] = [
        {
            "partner": shape.partner, "signature": shape.signature, "kind": kind, "value": encryption.encrypt(value),
            "code": code,
        }
        for (kind, value), code in changed.items()
        if code
    ]  # fmt: skip
    stored.save(connection, rows, actor.code)
    _settle_asked(connection, encryption, shape, changed, actor)
    for (kind, value), code in changed.items():  # the word itself is not recorded: it can be a name
        old = saved.get((kind, value))
        before = {"code": old["code"]} if old else {}
        after = {"partner": shape.partner, "kind": kind, "code": code}
        about = old["id"] if old else ""
        record(
            connection, workspace, actor, AuditEntry(AuditAction.ANSWER_SAVE, AuditKind.ANSWER, about, before, after)
        )


def _settle_asked(
    connection: Connection, encryption: Encryption, shape: SheetShape, said: Mapping[tuple[str, str], str], actor: Actor
) -> None:
    """Settles the questions to the coordinator that an answer settles, whoever gave it."""
    for row in waiting.read_questions(connection, open_only=True):
        code = said.get((row["kind"], encryption.decrypt(row["value"])))
        if code and (row["partner"], row["signature"]) == (shape.partner, shape.signature):
            waiting.settle_questions(connection, [row["id"]], code, actor.code)


def _is_reusable(answer: Answer) -> bool:
    """Returns whether an answer can apply to another file: not where it is about one event or one row."""
    return answer.kind not in ABOUT_ONE_ROW and (answer.kind not in ABOUT_ONE_EVENT or bool(answer.value))
