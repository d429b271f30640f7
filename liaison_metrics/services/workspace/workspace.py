"""One open installation: its settings, project, store and the index that follows the store."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection

from liaison_metrics.domain.facts import Codebooks, Facts, NameForm
from liaison_metrics.domain.index import IndexState, LiveIndex
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.answers import new_words
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.facts import read_facts, read_name_forms

PREVIEW = 0
"""The upload of facts that nobody stored."""

_Seen = TypeVar("_Seen")
_OBJECTS_BETWEEN_COLLECTIONS = (20_000, 20, 20)
"""A long sheet makes objects by the hundred thousand and none in cycles: looking for cycles less often than by default
makes its import a sixth faster."""


class Workspace:
    """What services work on. One a process; safe to use from many threads."""

    def __init__(self, settings: Settings, project: Project, store: Store) -> None:
        self.settings, self.store, self._project_file = settings, store, project
        with store.reading() as connection:
            self.project = _with_new_words(project, connection)
        self.secret = settings.secret()
        self.codebooks = _codebooks(self.project)
        self._refreshing = threading.Lock()
        self._held = threading.local()
        self._unstored: dict[int, NameForm] = {}
        self._live: LiveIndex | None = None
        self._known = -1

    def revision(self) -> int:
        """Returns the number of the store's state; it moves with every committed change."""
        with self.store.reading() as connection:
            return stored.revision(connection)

    def demonstration(self) -> bool:
        """Returns whether the store holds made-up data."""
        with self.store.reading() as connection:
            return stored.holds_demonstration(connection)

    def index(self) -> IndexState:
        """Returns the index of the store's newest state. What changed since the last call is read, not everything."""
        with self.snapshot() as (state, _connection):
            return state

    @contextmanager
    def snapshot(self) -> Iterator[tuple[IndexState, Connection]]:
        """Gives the store's newest state: its index, and a connection that sees the same.

        Until the end all that this thread asks is of that state, whatever comes and goes meanwhile: figures that stand
        side by side add up.
        """
        held: tuple[IndexState, Connection] | None = getattr(self._held, "moment", None)
        if held is not None:
            yield held
            return
        with self.detached_snapshot() as moment:
            self._held.moment = moment
            try:
                yield moment
            finally:
                self._held.moment = None

    @contextmanager
    def detached_snapshot(self) -> Iterator[tuple[IndexState, Connection]]:
        """Gives the same and holds no thread to it: for what is handed over in parts, to whoever asks for the next."""
        with self.store.reading() as connection:
            with self._refreshing:
                moment = self._newest(connection), connection
            yield moment

    def compared(
        self,
        look: Callable[[IndexState], _Seen],
        added: Facts,
        removed: Collection[int] = (),
        names: Mapping[int, NameForm] = MappingProxyType({}),
    ) -> tuple[_Seen, _Seen]:
        """Returns what *look* sees in the newest state, and what it would see if facts came and uploads went.

        The facts that come are of the upload ``PREVIEW`` and have ids of their own, with *names* as the forms of their
        names; nothing of this stays.
        """
        with self.store.reading() as connection, self._refreshing:
            seen = look(self._newest(connection))
            assert self._live is not None
            live, self._live = self._live, None  # whatever happens below, nobody meets the state that is none
            back = read_facts(connection, self.codebooks, sorted(removed)) if removed else Facts.none()
            # Facts that nobody stored may say something else of an event that is known, or take its number.
            coming = {fact.id for fact in added.events}
            overwritten = [fact for fact in live.state.calendar.events.facts if fact.id in coming]
            back = replace(back, events=[*overwritten, *back.events])
            self._unstored = dict(names)
            would_see = look(live.refresh(added, removed))
            live.refresh(back, {PREVIEW})
            self._unstored = {}
            self._live = live
            return seen, would_see

    def close(self) -> None:
        """Gives the store's connections back."""
        self.store.close()

    def _newest(self, connection: Connection) -> IndexState:
        revision = stored.revision(connection)
        # Names are looked up in the state that is read: in a newer one they may be gone.
        self._reading = connection
        if self._live is None:
            self._live = self._built(connection)
        elif revision != self._known:
            self._follow(connection, self._live)
        self._known = revision
        return self._live.state

    def _built(self, connection: Connection) -> LiveIndex:
        return LiveIndex(read_facts(connection, self.codebooks), self.codebooks, self._name_forms)

    def _follow(self, connection: Connection, live: LiveIndex) -> None:
        came: set[int] = set()
        gone: set[int] = set()
        for upload, facts_came in stored.changes_since(connection, self._known):
            if upload == stored.EVERYTHING:
                self.project = _with_new_words(self._project_file, connection)
                self._live = self._built(connection)
                return
            if facts_came:
                came.add(upload)
            elif upload in came:
                came.remove(upload)
            else:
                gone.add(upload)
        if came or gone:
            live.refresh(read_facts(connection, self.codebooks, sorted(came)), gone)

    def _name_forms(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        return self._unstored | read_name_forms(self._reading, [name for name in names if name not in self._unstored])


def open_workspace(settings: Settings | None = None) -> Workspace:
    """Returns the installation that the settings (None: those of the environment) describe, made on first use.

    Raises SettingsError, ProjectFileError or StoreError where that cannot be.
    """
    gc.set_threshold(*_OBJECTS_BETWEEN_COLLECTIONS)
    settings = settings or Settings()
    project = load_project(settings.project_file)
    return Workspace(settings, project, open_store(settings.url))


def _with_new_words(project: Project, connection: Connection) -> Project:
    return project.with_communities({code: label for _kind, code, label in new_words(connection)})


def _codebooks(project: Project) -> Codebooks:
    books = Codebooks()
    for book, kind in (
        (books.community, VocabularyKind.COMMUNITY),
        (books.group, VocabularyKind.GROUP),
        (books.gender, VocabularyKind.GENDER),
    ):
        for code in project.codes(kind):
            book.number(code)
    return books
