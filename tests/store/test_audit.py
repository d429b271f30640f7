"""The chain of the audit record: whatever is changed or removed in the database shows, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, delete, insert, select, update

from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.store.engine import Store, open_store
from liaison_metrics.store.records.audit import END, ENTRY, AuditChain, Break, BrokenChain, count

CHAIN = AuditChain(b"k" * 32)
LINE = {
    "account": 7, "role": "partner", "partner": "compass", "action": "upload.undo", "kind": "upload", "about": "3",
    "before": '{"attendances": 4}', "after": "",
}  # fmt: skip

Tampering = Callable[[Connection], object]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = open_store(Settings(database_url=database_url).url)
    yield opened
    opened.close()


@pytest.fixture
def of_five(store: Store) -> Store:
    for number in range(1, 6):
        with store.writing() as connection:
            assert CHAIN.append(connection, LINE | {"account": None if number == 2 else number}) == number
    return store


def broken(store: Store, chain: AuditChain = CHAIN) -> BrokenChain | None:
    with store.reading() as connection:
        return chain.first_break(connection)


def at(number: int, **values: object) -> Tampering:
    return lambda connection: connection.execute(update(ENTRY).where(ENTRY.c.id == number).values(**values))


def without(*numbers: int) -> Tampering:
    return lambda connection: connection.execute(delete(ENTRY).where(ENTRY.c.id.in_(numbers)))


def swapped(connection: Connection) -> None:
    for number, other in ((3, 30), (4, 3), (30, 4)):
        connection.execute(update(ENTRY).where(ENTRY.c.id == number).values(id=other))


def added(connection: Connection) -> None:
    last = connection.execute(select(ENTRY).where(ENTRY.c.id == 5)).one()
    connection.execute(insert(ENTRY).values(dict(last._mapping) | {"id": 6}))


def shortened(connection: Connection) -> None:
    without(5)(connection)
    connection.execute(update(END).values(last=4))


def emptied(connection: Connection) -> None:
    connection.execute(delete(ENTRY))


def test_an_untouched_record_holds(of_five: Store) -> None:
    assert broken(of_five) is None


def test_an_empty_record_holds(store: Store) -> None:
    assert broken(store) is None


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        *((at(3, **{name: "x"}), BrokenChain(3, Break.CHANGED))
          for name in ("role", "partner", "action", "kind", "about", "before", "after", "digest")),
        (at(3, account=None), BrokenChain(3, Break.CHANGED)),
        (at(2, account=0), BrokenChain(2, Break.CHANGED)),
        (at(3, made_at=datetime(2020, 1, 1, tzinfo=UTC)), BrokenChain(3, Break.CHANGED)),
        (swapped, BrokenChain(3, Break.CHANGED)),
        (without(1), BrokenChain(1, Break.REMOVED)),
        (without(3), BrokenChain(3, Break.REMOVED)),
        (without(5), BrokenChain(5, Break.END_REMOVED)),
        (shortened, BrokenChain(5, Break.END_REMOVED)),
        (without(3, 4, 5), BrokenChain(3, Break.END_REMOVED)),
        (emptied, BrokenChain(1, Break.END_REMOVED)),
        (lambda connection: connection.execute(delete(END)), BrokenChain(6, Break.END_REMOVED)),
        (added, BrokenChain(6, Break.CHANGED)),
    ],
)  # fmt: skip
def test_tampering_shows(of_five: Store, tamper: Tampering, expected: BrokenChain) -> None:
    with of_five.writing() as connection:
        tamper(connection)
    assert broken(of_five) == expected


def test_the_loss_of_the_last_lines_shows_for_ever(of_five: Store) -> None:
    with of_five.writing() as connection:
        without(4, 5)(connection)
    with of_five.writing() as connection:
        assert CHAIN.append(connection, LINE) == 6
    assert broken(of_five) == BrokenChain(4, Break.REMOVED)


def test_another_key_cannot_go_on_with_the_chain(of_five: Store) -> None:
    other = AuditChain(b"o" * 32)
    assert broken(of_five, other) == BrokenChain(1, Break.CHANGED)
    with of_five.writing() as connection:
        other.append(connection, LINE)
    assert broken(of_five) == BrokenChain(6, Break.CHANGED)


def test_several_writers_make_one_chain(database_url: str) -> None:
    stores = [open_store(Settings(database_url=database_url).url) for _ in range(3)]

    def write(store: Store) -> None:
        for _ in range(5):
            with store.writing() as connection:
                CHAIN.append(connection, LINE)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, stores))
    with stores[0].reading() as connection:
        assert count(connection) == 15 and CHAIN.first_break(connection) is None
    for store in stores:
        store.close()


def test_what_is_not_committed_leaves_no_line(of_five: Store) -> None:
    with of_five.writing(keep=False) as connection:
        CHAIN.append(connection, LINE)
    assert broken(of_five) is None
    with of_five.reading() as connection:
        assert count(connection) == 5
