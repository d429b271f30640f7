"""One open installation: its settings, project, store and the index that follows the store."""

from __future__ import annotations

import threading

from liaison_metrics.facts import Codebooks
from liaison_metrics.index import IndexState, LiveIndex
from liaison_metrics.people.encoding import Encoder
from liaison_metrics.project import Kind, Project, load_project
from liaison_metrics.settings import Settings
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.facts import read_facts, read_name_forms


class Workspace:
    """What services work on. One a process; safe to use from many threads."""

    def __init__(self, settings: Settings, project: Project, store: Store, encoder: Encoder) -> None:
        self.settings, self.project, self.store, self.encoder = settings, project, store, encoder
        self._codebooks = Codebooks()
        for book, kind in (
            (self._codebooks.community, Kind.COMMUNITY),
            (self._codebooks.group, Kind.GROUP),
            (self._codebooks.gender, Kind.GENDER),
        ):
            for code in project.codes(kind):
                book.number(code)
        self._lock = threading.Lock()
        self._live: LiveIndex | None = None
        self._known_revision = -1

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
        return self.index_at_revision()[1]
