"""Changing the secret key of a store: everything is encrypted anew, and the old key opens nothing of it any more.

The new key is on the disk before the store changes to it, and the store changes in one transaction. Whoever is stopped
on the way leaves either the old state, and starts again, or the new one: then the next start puts the key file in
place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from liaison_metrics.errors import WrongKey
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.accounts.factors.authenticator import purpose_of_secret
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.key_file import make_key_file, next_key_file, put_in_place, read_key_file
from liaison_metrics.services.workspace.secret_key import SecretKey
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.installation.rotating import KeyChange, encrypt_anew, uploads_without_file
from liaison_metrics.store.uploads import NO_FIGURE, move_revision
from liaison_metrics.texts import _


@dataclass(frozen=True, slots=True)
class Rotated:
    """A changed key: where the new one is, and where the one before is kept, which opens older backups."""

    path: Path
    before: str


@requires(Action.KEY_ROTATE)
def lost_files(workspace: Workspace, actor: Actor) -> Sequence[int]:
    """Returns the uploads whose original file is missing or cannot be opened. A change of the key does not change that,
    nor what was read from them. Raises NotAllowed."""
    check(actor, Action.KEY_ROTATE)
    with workspace.store.reading() as connection:
        return uploads_without_file(connection, workspace.secret)


@requires(Action.KEY_ROTATE)
def rotate_key(
    workspace: Workspace,
    actor: Actor,
    to: Path | None = None,
    progress: Callable[[float], None] = lambda _share: None,
) -> Rotated:
    """Changes the secret key of the store to a new one. It takes the place of the key file, or is in the file *to*.

    Raises NotAllowed; WrongKey if the new key cannot be written, or if the key is in the environment and *to* is None.
    """
    check(actor, Action.KEY_ROTATE)
    following = next_key_file(workspace.key_file) if to is None else to
    make_key_file(following)  # one that is there already was left by a change that was stopped
    secret = read_key_file(following)
    if secret == workspace.secret:
        raise WrongKey(
            _("The file {path} contains the key that the store has already.").format(path=following),
            hint=_("Choose another file."),
        )
    change = KeyChange(workspace.secret, secret, purpose_of_secret, progress)
    with workspace.store.writing() as connection:
        # Recorded first: the record is chained with the new key like everything else.
        record(connection, workspace, actor, AuditEntry(AuditAction.KEY_ROTATE, AuditKind.PROJECT))
        move_revision(connection, [NO_FIGURE])
        value = encrypt_anew(connection, change)
    old, workspace.store.key_check = workspace.key, value
    if to is None:
        place = workspace.key_file
        before = str(put_in_place(following, place))
    else:
        place, before = to, old.place
    workspace.use_key(SecretKey(place, secret))
    workspace.store.forget_journal()
    return Rotated(place, before)
