"""The effect of several sheets together, before and after their import. People who stand in two of them count once, so
it is not the sum of their effects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.facts import NameForm
from liaison_metrics.domain.index import IndexChange
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.figures.preview import Effect, preview
from liaison_metrics.services.intake import FileStatus, Options, UploadedFile
from liaison_metrics.services.intake.importing import PreparedImport, prepare_import
from liaison_metrics.services.intake.options import NORMAL_RUN
from liaison_metrics.services.intake.storing import store_file
from liaison_metrics.services.uploads.listing import resource_of
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.events import AsIf, read_event_decisions
from liaison_metrics.store.facts import read_facts


@dataclass(frozen=True, slots=True)
class SheetToImport:
    """A sheet that is ready, and the options to import it with."""

    file: UploadedFile
    options: Options


@requires(Action.UPLOAD_IMPORT)
def preview_together(workspace: Workspace, sheets: Sequence[SheetToImport], actor: Actor) -> tuple[Effect, ...]:
    """Returns the effect of importing some sheets one after the other on each indicator. Stores nothing.

    Raises what ``import_file`` raises.
    """
    found = [prepare_import(workspace, sheet.file, sheet.options, actor=actor) for sheet in sheets]
    prepared = [one.file for one in found if isinstance(one, PreparedImport)]
    names: dict[int, NameForm] = {}
    for file in prepared:
        names.update(file.encoded.names)
    with workspace.store.writing(keep=False) as connection:
        made_up = stored.active_uploads(connection) if stored.holds_demonstration(connection) else []
        results = [store_file(connection, workspace, file, actor, NORMAL_RUN) for file in prepared]
        new = [one.upload for one in results if one.status in (FileStatus.IMPORTED, FileStatus.PARTLY) and one.upload]
        facts, decisions = read_facts(connection, workspace.codebooks, new), read_event_decisions(connection)
    replaced = [file.options.replaces for file in prepared if file.options.replaces is not None]
    effects = preview(workspace, IndexChange(facts, made_up or replaced, events=decisions), names, actor=actor).effects
    return tuple(replace(one, before=0) for one in effects) if made_up else effects


@requires(Action.UPLOAD_READ)
def effect_of(workspace: Workspace, uploads: Sequence[int], actor: Actor) -> tuple[Effect, ...]:
    """Returns what some active uploads change about each indicator: without them, and as it is now.

    Raises UnknownUpload, and NotAllowed for somebody else's.
    """
    with workspace.store.reading() as connection:
        for upload in uploads:
            check(actor, Action.UPLOAD_READ, resource_of(connection, upload))
        decisions = read_event_decisions(connection, as_if=AsIf(undone=list(uploads)))
    without = preview(workspace, IndexChange(removed=list(uploads), events=decisions), actor=actor).effects
    return tuple(replace(one, before=one.after, after=one.before) for one in without)
