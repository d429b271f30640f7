"""The study's mapping: which communities live in each city, how many people they have, and by which source."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind, today
from liaison_metrics.errors import Place, WrongEntry
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import allows, check, requires
from liaison_metrics.services.events.work_plan.lists.changes import (
    ListChanges,
    ListKind,
    apply_changes,
    choice_problem,
    one_line,
    text_problem,
)
from liaison_metrics.services.events.work_plan.lists.importing import (
    ListReader,
    ReadRow,
    changes_of,
    code_in,
    read_entries,
)
from liaison_metrics.services.events.work_plan.lists.sheets import ListColumns, ListRow, read_rows
from liaison_metrics.services.workspace.audit.recording import AuditAction
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.work_plan import city_lists as stored
from liaison_metrics.store.uploads import Row
from liaison_metrics.texts import _

LARGEST_COMMUNITY = 10_000_000
"""People: no city of Europe has more."""

FIRST_YEAR = 1990
"""An older count says nothing about who lives in a city today."""

SMALLEST_SHOWN = 5
"""People: the size of a smaller community is for partners alone. Reports for publication hide as small numbers."""

COMMUNITY_COLUMNS = ListColumns(("community",), ("community", "city", "size", "year", "source", "associations"))


@dataclass(frozen=True, slots=True)
class MappedCommunity:
    """A community (code) of a city: its size in people and the year of that (None: not stated), the source, and its
    associations. ``number`` is 0 before it is stored. ``size_hidden`` says that the reader may not see the size, as it
    is small."""

    city: str
    community: str
    size: int | None = None
    year: int | None = None
    source: str = ""
    associations: str = ""
    number: int = 0
    size_hidden: bool = False


@requires(Action.MAPPING_READ)
def communities(workspace: Workspace, actor: Actor) -> list[MappedCommunity]:
    """Returns the communities of all cities: by city, the largest first. Whoever is no partner sees them
    ``without_texts``. Raises NotAllowed."""
    check(actor, Action.MAPPING_READ)
    with workspace.snapshot() as (_index, connection):
        found = [_community_of(row) for row in stored.read_list(connection, stored.COMMUNITY)]
    cities = workspace.project.codes(VocabularyKind.CITY)
    known = [one for one in found if one.city in cities]
    if not allows(actor, Action.SKILL_READ):
        known = [without_texts(one, SMALLEST_SHOWN) for one in known]
    return largest_first(known, cities)


def largest_first(listed: Iterable[MappedCommunity], cities: Sequence[str]) -> list[MappedCommunity]:
    """Returns communities by city, in the order of *cities* (codes), those of the largest size shown first."""
    return sorted(listed, key=lambda one: (cities.index(one.city), -(one.size or 0), one.number))


def without_texts(one: MappedCommunity, least: int) -> MappedCommunity:
    """Returns a community as everybody may see it: without source and associations, which can name people, and without
    its size where it is below *least*."""
    small = one.size is not None and one.size < least
    return replace(
        one, source="", associations="", size=None if small else one.size, size_hidden=small or one.size_hidden
    )


@requires(Action.MAPPING_CHANGE)
def change_communities(workspace: Workspace, changes: ListChanges[MappedCommunity], actor: Actor) -> None:
    """Adds, changes and removes communities, all or none.

    Raises WrongEntry for one that cannot be, UnknownLine for one that is gone, and NotAllowed where one is in another
    partner's city.
    """
    with workspace.store.writing() as connection:
        apply_changes(connection, workspace, COMMUNITIES, changes, actor)


@requires(Action.MAPPING_CHANGE)
def read_communities(
    workspace: Workspace, file: str, data: bytes, city: str, actor: Actor
) -> list[ReadRow[MappedCommunity]]:
    """Returns what becomes of each row of a sheet of communities; nothing is stored. *city* (code) is that of rows
    which state none. Raises RefusedFile."""
    rows = read_rows(file, data, COMMUNITY_COLUMNS)
    reader = ListReader(COMMUNITIES, lambda row: _read(workspace.project, row, city), _key)
    with workspace.snapshot() as (_index, connection):
        standing = [_community_of(row) for row in stored.read_list(connection, stored.COMMUNITY)]
    return read_entries(workspace.project, rows, reader, standing, actor)


@requires(Action.MAPPING_CHANGE)
def add_communities(workspace: Workspace, rows: Sequence[ReadRow[MappedCommunity]], actor: Actor) -> int:
    """Adds the new communities of a sheet, all or none; returns how many. Raises WrongEntry if a row is wrong, and
    NotAllowed."""
    changes = changes_of(rows)
    change_communities(workspace, changes, actor)
    return len(changes.added)


def _read(project: Project, row: ListRow, city: str) -> MappedCommunity:
    return MappedCommunity(
        code_in(project, row, "city", city), code_in(project, row, "community"), row.number("size"),
        row.number("year"), row.text("source"), row.text("associations"),
    )  # fmt: skip


def _key(one: MappedCommunity) -> Hashable:
    return one.city, one.community, one.year


def _community_of(row: Row) -> MappedCommunity:
    return MappedCommunity(
        row["city"], row["community"], row["size"], row["year"], row["source"], row["associations"], row["id"]
    )


def _row_of(one: MappedCommunity) -> Row:
    return {
        "city": one.city, "community": one.community, "size": one.size, "year": one.year,
        "source": one_line(one.source), "associations": one_line(one.associations),
    }  # fmt: skip


def _problems(project: Project, one: MappedCommunity) -> Iterator[WrongEntry]:
    known = [code for code in project.codes(VocabularyKind.COMMUNITY) if code != NOT_STATED]
    found = (
        choice_problem(one.city, project.codes(VocabularyKind.CITY), _("City")),
        choice_problem(one.community, known, _("Community")),
        text_problem(one_line(one.source), _("Source")),
        text_problem(one_line(one.associations), _("Associations")),
        _number_problem(one.size, 1, LARGEST_COMMUNITY, _("Size")),
        _number_problem(one.year, FIRST_YEAR, today().year, _("Year")),
    )
    yield from (problem for problem in found if problem)


def _number_problem(value: int | None, least: int, most: int, column: str) -> WrongEntry | None:
    if value is None or least <= value <= most:
        return None
    return WrongEntry(
        _("{value} can’t be right in “{column}”.").format(value=value, column=column),
        hint=_("Enter a number from {least} to {most}, or nothing.").format(least=least, most=most),
        place=Place(column=column),
    )


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    return {row["community"]: row["size"] or 0 for row in rows}


COMMUNITIES = ListKind(
    stored.COMMUNITY, Action.MAPPING_CHANGE, AuditAction.MAPPING_CHANGE, _row_of, _problems, _counted
)
