"""The forms in which names are compared, encrypted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from liaison_metrics.domain.facts import Int64s, NameForm
from liaison_metrics.store import tables
from liaison_metrics.store.records.attendances import execute_many, names_in
from liaison_metrics.store.tables.fact_encryption import facts_of

NAME_FORM = tables.NameFormTable.__table__  # type: ignore[attr-defined]

IN_ONE_QUERY = 500
"""How many values one query may contain: within the limits of every supported database."""


def save_name_forms(connection: Connection, forms: Mapping[int, NameForm]) -> None:
    """Stores the forms of names by the names' digests."""
    if not forms:
        return
    add = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    encryption = facts_of(connection.dialect)
    # Sorted by place: faster than in any order, and it tells nothing about the order in the file.
    rows = sorted(zip(map(encryption.place_of_form, forms), encryption.encrypt_forms(forms), strict=True))
    stored = add(NAME_FORM)
    # A form that an earlier version stored gives way to one that tells more.
    stored = stored.on_conflict_do_update(index_elements=["place"], set_={"form": stored.excluded.form})
    execute_many(connection, stored, dict(zip(("place", "form"), zip(*rows, strict=True), strict=True)))


def read_name_forms(connection: Connection, names: Sequence[int]) -> dict[int, NameForm]:
    """Returns the forms in which names are compared, by the names' digests."""
    encryption = facts_of(connection.dialect)
    forms: dict[int, NameForm] = {}
    for some in batches(sorted(set(names))):
        query = select(NAME_FORM.c.form).where(NAME_FORM.c.place.in_(map(encryption.place_of_form, some)))
        asked = set(some)
        for encrypted in connection.scalars(query):
            found = encryption.decrypt_form(bytes(encrypted))
            if found is not None and found[0] in asked:
                forms[found[0]] = found[1]
    return forms


def remove_unused_forms(connection: Connection, names: Int64s, used: Int64s | None = None) -> None:
    """Removes the forms of those names, given by their digests, that no attendance has any more. *used* are the names
    that attendances have; None: they are looked for in the store."""
    if not len(names):
        return
    place_of = facts_of(connection.dialect).place_of_form
    for some in batches(np.setdiff1d(names, names_in(connection) if used is None else used).tolist()):
        connection.execute(delete(NAME_FORM).where(NAME_FORM.c.place.in_(map(place_of, some))))


def batches(values: Sequence[int]) -> Iterator[list[int]]:
    """Yields values in parts that fit one query."""
    rest = iter(values)
    while batch := list(islice(rest, IN_ONE_QUERY)):
        yield batch
