"""Compound files (OLE), as which XLS workbooks are stored: a small file system of chained sectors.

A damaged table can form an endless chain, so a chain is followed for at most as many sectors as the file has.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_SMALL_SECTOR = 64
_SMALL_STREAM = 4096
_END = 0xFFFF_FFFE
_FREE = 0xFFFF_FFFF
_TABLE = 0xFFFF_FFFD
_LAST_SECTOR = 0xFFFF_FFFA
_LARGE = 4096
_IN_HEADER = 109
_ROOT, _STREAM = 5, 2


def stream_of(data: bytes, *names: str) -> bytes:
    """Returns the first stream with one of these names. Raises ValueError if there is none or the file is damaged."""
    try:
        found = _Compound(data)
        return next(found.stream(name) for name in names if name in found.entries)
    except (struct.error, IndexError, StopIteration):
        raise ValueError("compound file") from None


class _Compound:
    def __init__(self, data: bytes) -> None:
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 30)
        if not data.startswith(SIGNATURE) or shift not in (9, 12):
            raise ValueError("compound file")
        self._size = 1 << shift
        self._table = _numbers(b"".join(map(self._sector, self._table_sectors())))
        first_entry, first_small, small_sectors = struct.unpack_from("<I8xII", data, 48)
        listing = self._chain(first_entry)
        self.entries: dict[str, tuple[int, int]] = {}
        for at in range(0, len(listing) - _ENTRY + 1, _ENTRY):
            name, length, kind, start, size = struct.unpack_from("<64sHB49xII", listing, at)
            if kind in (_ROOT, _STREAM):
                label = name[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
                self.entries.setdefault("" if kind == _ROOT else label, (start, size))
        self._small_table = _numbers(self._chain(first_small)) if small_sectors else array("I")
        self._small = self._chain(self.entries[""][0]) if small_sectors and "" in self.entries else b""

    def stream(self, name: str) -> bytes:
        start, size = self.entries[name]
        if size >= _SMALL_STREAM:
            return self._chain(start)[:size]
        pieces = []
        for number in _followed(start, self._small_table):
            pieces.append(self._small[number * _SMALL_SECTOR : (number + 1) * _SMALL_SECTOR])
        return b"".join(pieces)[:size]

    def _table_sectors(self) -> Iterator[int]:
        yield from (number for number in struct.unpack_from("<109I", self._data, 76) if number < _LAST_SECTOR)
        (more,) = struct.unpack_from("<I", self._data, 68)
        for _turn in range(len(self._data) // self._size):
            if more >= _LAST_SECTOR:
                return
            *numbers, more = _numbers(self._sector(more))
            yield from (number for number in numbers if number < _LAST_SECTOR)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise ValueError("sector")
        return self._data[start : start + self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _followed(start, self._table)))


def _followed(number: int, table: array[int]) -> Iterator[int]:
    for _turn in range(len(table)):
        if number >= _LAST_SECTOR:
            return
        yield number
        number = table[number]
    if number < _LAST_SECTOR:
        raise ValueError("chain")


def _numbers(content: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(content[: len(content) // 4 * 4])
    return numbers


def with_stream(name: str, content: bytes) -> bytes:
    """Returns a compound file with only this stream, padded with zeros to whole sectors."""
    content = content.ljust(_SMALL_STREAM, b"\0")
    sectors = -(-len(content) // _LARGE)
    tables = -(-(sectors + 2) // (_LARGE // 4 - 1))  # each also has an entry for itself
    first = tables + 1
    table = array("I", [_TABLE] * tables + [_END] + list(range(first + 1, first + sectors)) + [_END])
    table.extend([_FREE] * (tables * _LARGE // 4 - len(table)))
    listed = array("I", range(tables))
    listed.extend([_FREE] * (_IN_HEADER - tables))
    header = struct.pack("<8s16xHHHHH6xIIIIIIIII", SIGNATURE, 0x3E, 4, 0xFFFE, 12, 6, 1, tables, tables, 0,
                         _SMALL_STREAM, _END, 0, _END, 0) + listed.tobytes()  # fmt: skip
    listing = _entry("Root Entry", _ROOT, 1, 0, 0) + _entry(name, _STREAM, _FREE, first, len(content))
    parts = (header.ljust(_LARGE, b"\0"), table.tobytes(), listing.ljust(_LARGE, b"\0"), content)
    return b"".join((*parts, bytes(sectors * _LARGE - len(content))))


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    label = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", label, len(label) + 2, kind, 1, _FREE, _FREE, child, start, size)
