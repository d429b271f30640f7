"""One open installation: its settings, project, store and the index that follows the store."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection

from liaison_metrics.facts import Codebooks, NameForm
from liaison_metrics.index import IndexState, LiveIndex
from liaison_metrics.project import Kind, Project, load_project
from liaison_metrics.settings import Settings
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.facts import read_facts, read_name_forms

_OBJECTS_BETWEEN_COLLECTIONS = (20_000, 20, 20)
"""A long sheet makes objects by the hundred thousand and none in cycles: looking for cycles less often than by default
makes its import a sixth faster."""


class Workspace:
    """What services work on. One a process; safe to use from many threads."""

    def __init__(self, settings: Settings, project: Project, store: Store) -> None:
        self.settings, self.project, self.store = settings, project, store
        self.secret = settings.secret()
        self._codebooks = _codebooks(project)
        self._refreshing = threading.Lock()
        self._held = threading.local()
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
        with self.one_moment() as (state, _connection):
            return state

    @contextmanager
    def one_moment(self) -> Iterator[tuple[IndexState, Connection]]:
        """Gives the store's newest state: its index, and a connection that sees the same.

        Until the end all that this thread asks is of that state, whatever comes and goes meanwhile: figures that stand
        side by side add up.
        """
        held: tuple[IndexState, Connection] | None = getattr(self._held, "moment", None)
        if held is not None:
            yield held
            return
        with self.store.reading() as connection:
            with self._refreshing:
                moment = self._newest(connection), connection
            self._held.moment = moment
            try:
                yield moment
            finally:
                self._held.moment = None

    def close(self) -> None:
        """Gives the store's connections back."""
        self.store.close()

    def _newest(self, connection: Connection) -> IndexState:
        revision = stored.revision(connection)
        # Names are looked up in the state that is read: in a newer one they may be gone.
        self._reading = connection
        if self._live is None:
            facts = read_facts(connection, self._codebooks)
            self._live = LiveIndex(facts, self._codebooks, self._name_forms)
        elif revision != self._known:
            self._follow(connection, self._live)
        self._known = revision
        return self._live.state

    def _follow(self, connection: Connection, live: LiveIndex) -> None:
        came: set[int] = set()
        gone: set[int] = set()
        for upload, facts_came in stored.changes_since(connection, self._known):
            if facts_came:
                came.add(upload)
            elif upload in came:
                came.remove(upload)
            else:
                gone.add(upload)
        live.refresh(read_facts(connection, self._codebooks, sorted(came)), gone)

    def _name_forms(self, names: Sequence[int]) -> Mapping[int, NameForm]:
        return read_name_forms(self._reading, names)


def open_workspace(settings: Settings | None = None) -> Workspace:
    """Returns the installation that the settings (None: those of the environment) describe, made on first use.

    Raises SettingsError, ProjectFileError or StoreError where that cannot be.
    """
    gc.set_threshold(*_OBJECTS_BETWEEN_COLLECTIONS)
    settings = settings or Settings()
    project = load_project(settings.project_file)
    return Workspace(settings, project, open_store(settings.url))


def _codebooks(project: Project) -> Codebooks:
    books = Codebooks()
    for book, kind in (
        (books.community, Kind.COMMUNITY),
        (books.group, Kind.GROUP),
        (books.gender, Kind.GENDER),
    ):
        for code in project.codes(kind):
            book.number(code)
    return books
