"""An open workspace: its settings, project, store, and the index that follows the store."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import Connection

from liaison_metrics.domain.facts import Codebook, Codebooks, NameForm
from liaison_metrics.domain.forgotten import contested_names
from liaison_metrics.domain.index import IndexChange, IndexState, LiveIndex
from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.domain.reach.content import Content
from liaison_metrics.errors import NotAllowed, WrongKey
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.workspace.decided_people import DecidedPeople
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.services.workspace.secret_key import SecretKey, open_key
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store import uploads as stored
from liaison_metrics.store.answers import added_communities
from liaison_metrics.store.encryption import Encryption, NameEncryption
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.events import AsIf, read_event_decisions
from liaison_metrics.store.facts import read_facts
from liaison_metrics.store.installation.people_key import people_secret
from liaison_metrics.store.installation.readable_facts import encrypt_stored_facts
from liaison_metrics.store.installation.stored_names import encrypt_stored_names
from liaison_metrics.store.records.forgotten import read_traces
from liaison_metrics.store.records.name_forms import read_name_forms
from liaison_metrics.store.tables.fact_encryption import FactEncryption
from liaison_metrics.texts import _

PREVIEW = 0
"""The upload number of facts that are previewed and not stored."""

_Result = TypeVar("_Result")
_GARBAGE_COLLECTION_THRESHOLDS = (20_000, 20, 20)
"""A long sheet makes hundreds of thousands of objects and no reference cycles. Collecting less often than by default
makes its import a sixth faster."""

_collecting, _busy = threading.Lock(), set[object]()
"""Imports that run now, during which Python does not look for reference cycles."""


class Workspace:
    """What services work on. One per process; safe to use from many threads."""

    def __init__(self, settings: Settings, project: Project, store: Store) -> None:
        self.settings, self.store, self._project_file = settings, store, project
        self.on_refusal: Callable[[Actor | None, NotAllowed], None] | None = None
        """What is called with each refusal of a service, and who was refused. None: nothing."""
        self.use_key(open_key(settings, store))
        encrypt_stored_names(store, NameEncryption(self.secret))
        encrypt_stored_facts(store, self.secret)
        with store.reading() as connection:
            self.people_secret = people_secret(connection, self.secret)
            self.project = _with_added_communities(project, connection)
        self.codebooks = _codebooks(project)
        _add_codes(self.codebooks, self.project)
        self._refreshing = threading.Lock()
        self._held = threading.local()
        self._live: LiveIndex | None = None
        self._known_revision = -1
        self.decided_people = DecidedPeople()
        self._has_contested_names = False

    def use_key(self, key: SecretKey) -> None:
        """Encrypts and decrypts with a key from now on. It must be the one that the store has."""
        self.key, self.secret = key, key.secret
        self.store.encrypt_names_with(NameEncryption(key.secret))
        self.store.encrypt_facts_with(FactEncryption(key.secret))

    @property
    def key_file(self) -> Path:
        """The file of the secret key. Raises WrongKey if the key is in the environment."""
        if self.key.path is None:
            raise WrongKey(_("The secret key of this store is in no file."), hint=_("Put it into a file first."))
        return self.key.path

    def revision(self) -> int:
        """Returns the store's revision, which grows with every committed change."""
        with self.store.reading() as connection:
            return stored.revision(connection)

    def is_empty(self) -> bool:
        """Returns whether the store has no active upload."""
        with self.store.reading() as connection:
            return not stored.active_uploads(connection)

    def demonstration(self) -> bool:
        """Returns whether the store holds demonstration data."""
        with self.store.reading() as connection:
            return stored.holds_demonstration(connection)

    def index(self) -> IndexState:
        """Returns the index of the store's newest state. Only what changed since the last call is read."""
        with self.snapshot() as (state, _connection):
            return state

    def held_index(self, revision: int) -> IndexState | None:
        """Returns the index of the store's state at a revision if it is there already, else None. Reads nothing and
        waits for nobody, so it can be called within a transaction that writes."""
        if not self._refreshing.acquire(blocking=False):
            return None
        try:
            return self._live.state if self._live and self._known_revision == revision else None
        finally:
            self._refreshing.release()

    @contextmanager
    def snapshot(self) -> Iterator[tuple[IndexState, Connection]]:
        """Gives a snapshot: the index of the store's newest state, and a connection that reads the same state.

        Within it, nested calls in the same thread get the same snapshot, so that figures shown together add up even
        while others write.
        """
        held: tuple[IndexState, Connection] | None = getattr(self._held, "snapshot", None)
        if held is not None:
            yield held
            return
        with self.store.reading() as connection:
            snapshot = self._held.snapshot = self._current(connection), connection
            try:
                yield snapshot
            finally:
                self._held.snapshot = None

    @contextmanager
    def snapshot_of(self, part: Callable[[Content], Content]) -> Iterator[None]:
        """Has all figures within it be those of a part of the snapshot's content."""
        with self.snapshot() as (state, connection):
            outer = self._held.snapshot
            self._held.snapshot = replace(state, content=part(state.content)), connection
            try:
                yield
            finally:
                self._held.snapshot = outer

    @contextmanager
    def detached_snapshot(self) -> Iterator[tuple[IndexState, Connection]]:
        """Gives a snapshot that is not tied to the thread: for streams whose parts other threads may read."""
        with self.store.reading_apart() as connection:
            yield self._current(connection), connection

    def preview(
        self,
        measure: Callable[[IndexState], _Result],
        change: IndexChange,
        names: Mapping[int, NameForm] = MappingProxyType({}),
    ) -> tuple[_Result, _Result]:
        """Returns what *measure* returns for the newest state, and for that state after a change.

        Added facts belong to the upload ``PREVIEW`` and have ids that no stored fact has; *names* are the forms of
        their names. The previewed state is a copy that is dropped afterwards: others neither see it nor wait for it.
        """
        with self.store.reading() as connection:
            with self._refreshing:
                live = self._refreshed(connection)
                current = live.state

            def forms(keys: Sequence[int]) -> Mapping[int, NameForm]:
                return {**names, **read_name_forms(connection, keys)}  # a stored form never changes

            change = self.decided_people.in_change(current, change) if change.people is None else change
            return measure(current), measure(live.preview(current, change, forms))

    def walk_back(self, measure: Callable[[IndexState], _Result], steps: Sequence[Collection[int]]) -> list[_Result]:
        """Returns what *measure* returns for the newest state, and for the state after each step: each takes away the
        uploads that it names, as if they were undone. Nobody else sees these states."""
        with self.snapshot() as (state, connection):
            live, names = self._live, partial(read_name_forms, connection)
            assert live is not None
            found, gone = [measure(state)], list[int]()
            for step in steps:
                gone += step
                decisions = read_event_decisions(connection, as_if=AsIf(undone=gone))
                change = self.decided_people.in_change(state, IndexChange(removed=step, events=decisions))
                state = live.preview(state, change, names)
                found.append(measure(state))
            return found

    def new_index(self, connection: Connection) -> LiveIndex:
        """Returns an index of all that *connection* reads, made from scratch."""
        self.decided_people.read(connection, self.secret)
        facts = read_facts(connection, self.codebooks)
        forgotten = read_traces(connection, Encryption(self.secret))
        self._has_contested_names = any(one.contested for one in forgotten)
        return LiveIndex(
            facts,
            self.codebooks,
            partial(read_name_forms, connection),
            self.decided_people.among(facts),
            events=read_event_decisions(connection),
            contested=contested_names(forgotten, Encoder(self.people_secret), facts.attendances),
        )

    def close(self) -> None:
        """Closes the connections to the store."""
        self.store.close()

    def _current(self, connection: Connection) -> IndexState:
        with self._refreshing:
            return self._refreshed(connection).state

    def _refreshed(self, connection: Connection) -> LiveIndex:
        """Returns the index as of the state that *connection* reads. To be called by one thread at a time."""
        revision = stored.revision(connection)
        if self._live is None or revision < self._known_revision:
            # An older state than the last: another database answers, or a backup was restored.
            self._live = self._whole(connection)
        elif revision != self._known_revision:
            self._live = self._updated(self._live, connection)
        self._known_revision = revision
        return self._live

    def _whole(self, connection: Connection) -> LiveIndex:
        self.project = _with_added_communities(self._project_file, connection)
        _add_codes(self.codebooks, self.project)
        return self.new_index(connection)

    def _updated(self, live: LiveIndex, connection: Connection) -> LiveIndex:
        added: set[int] = set()
        removed: set[int] = set()
        decided = people_decided = False
        for upload, facts_added in stored.changes_since(connection, self._known_revision):
            if upload == stored.EVERYTHING:
                return self._whole(connection)
            if upload == stored.EVENT_DECISIONS:
                decided = True
            elif upload == stored.PERSON_DECISIONS:
                people_decided = True
            elif facts_added:
                added.add(upload)
            elif upload in added:
                added.remove(upload)
            else:
                removed.add(upload)
        if self._has_contested_names:
            return self.new_index(connection)  # which of them hold depends on all rows of the forgotten people
        if people_decided:
            self.decided_people.read(connection, self.secret)
        if added or removed or decided or people_decided:
            # Name forms are read from the same state as the facts: a newer one may have lost some.
            names = partial(read_name_forms, connection)
            facts = read_facts(connection, self.codebooks, sorted(added))
            events = read_event_decisions(connection) if decided else None
            change = self.decided_people.in_change(live.state, IndexChange(facts, removed, events=events))
            live.refresh(change, names=names)
        return live


@contextmanager
def not_collecting() -> Iterator[None]:
    """Turns off the search for reference cycles while it runs: reading a long sheet makes none, and the search takes a
    tenth of the time. If several threads run at once, the last one turns it on again."""
    own = object()
    with _collecting:
        _busy.add(own)
        gc.disable()
    try:
        yield
    finally:
        with _collecting:
            _busy.discard(own)
            if not _busy:
                gc.enable()


def open_workspace(settings: Settings | None = None) -> Workspace:
    """Returns the workspace that the settings (None: those of the environment) describe. Creates the store and the
    secret key if there are none.

    Raises SettingsError, ProjectFileError, StoreError or WrongKey when the workspace cannot be opened.
    """
    gc.set_threshold(*_GARBAGE_COLLECTION_THRESHOLDS)
    settings = settings or Settings()
    project = load_project(settings.project_file)
    return Workspace(settings, project, open_store(settings.url, settings.replica))


def _with_added_communities(project: Project, connection: Connection) -> Project:
    # By code, so that the order of the project's words does not depend on which was added first.
    return project.with_communities(dict(sorted(added_communities(connection).items())))


def _codebooks(project: Project) -> Codebooks:
    """Returns the codebooks of a project, in the order of its vocabulary."""
    kinds = (VocabularyKind.COMMUNITY, VocabularyKind.GROUP, VocabularyKind.GENDER)
    community, group, gender = (Codebook(project.codes(kind)) for kind in kinds)
    books = Codebooks(community, group, gender)
    left_out = {group for indicator in project.indicators for group in indicator.groups_left_out}
    books.left_out_groups = frozenset(map(books.group.number, left_out))
    return books


def _add_codes(codebooks: Codebooks, project: Project) -> None:
    """Numbers the codes that were added to the project, so that facts that are only previewed add none."""
    for code in project.codes(VocabularyKind.COMMUNITY):
        codebooks.community.number(code)
