"""ZIP archives, as which workbooks are stored: unpacks parts within a budget, and builds a new archive of checked
parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from liaison_metrics.sheets.opening.guards import Budget, too_large
from liaison_metrics.sheets.opening.limits import MOST_PARTS

_READ_AT_ONCE = 1 << 20
_FEED_AT_ONCE = 1 << 16
_ENCRYPTED = 1
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_DAY = 0x21  # the first date the format can express


class Archive:
    """A ZIP archive in memory. Of parts with the same name, the last one counts.

    Every method raises ValueError if the archive is damaged and RefusedFile if the budget is exceeded.
    """

    def __init__(self, file: str, data: bytes, budget: Budget) -> None:
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise too_large(file)
        self._data, self._budget = data, budget
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {part.filename: part for part in archive.infolist() if not part.filename.endswith("/")}
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, struct.error) as problem:
            raise ValueError(str(problem)) from None

    @property
    def names(self) -> list[str]:
        """The names of the parts, in archive order."""
        return list(self._parts)

    @property
    def locked(self) -> bool:
        """Whether any part is password-protected."""
        return any(part.flag_bits & _ENCRYPTED for part in self._parts.values())

    def claimed(self, names: Iterable[str]) -> int:
        """Returns the total size of these parts in bytes, according to the archive's directory."""
        return sum(self._parts[name].file_size for name in names)

    def start(self, name: str) -> bytes:
        """Returns the first bytes of a part, at most one piece; empty if there is no such part."""
        return next(self.pieces(name), b"") if name in self._parts else b""

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yields a part's content in pieces. Counts the bytes that come out, whatever the directory claims."""
        part, checksum = self._parts[name], 0
        packed = memoryview(self._packed(part))
        for piece in _inflated(packed) if part.compress_type == zipfile.ZIP_DEFLATED else _sliced(packed):
            self._budget.unpack(len(piece))
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if checksum != part.CRC:
            raise ValueError("checksum")

    def _packed(self, part: zipfile.ZipInfo) -> bytes:
        if part.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
            raise ValueError("compression")
        start = part.header_offset
        if start < 0 or self._data[start : start + 4] != b"PK\x03\x04":
            raise ValueError("part")
        name, extra = struct.unpack_from("<HH", self._data, start + 26)
        start += _LOCAL.size + name + extra
        packed = self._data[start : start + part.compress_size]
        if len(packed) != part.compress_size:
            raise ValueError("part")
        return packed

    def only(self, names: Iterable[str], *made: tuple[str, bytes]) -> bytes:
        """Returns an archive with only these parts, still packed as they were, preceded by the *made* parts.

        Another reader finds nothing in it that this one hasn't checked.
        """
        parts = [(name, zipfile.ZIP_STORED, zlib.crc32(content), len(content), content) for name, content in made]
        for name in names:
            part = self._parts[name]
            parts.append((name, part.compress_type, part.CRC, part.file_size, self._packed(part)))
        body, directory = io.BytesIO(), io.BytesIO()
        for name, method, checksum, size, packed in parts:
            label, utf8 = name.encode(), 0x800
            common = (20, utf8, method, 0, _DAY, checksum, len(packed), size, len(label), 0)
            directory.write(_CENTRAL.pack(b"PK\x01\x02", 20, *common, 0, 0, 0, 0, body.tell()) + label)
            body.write(_LOCAL.pack(b"PK\x03\x04", *common) + label)
            body.write(packed)
        ends = directory.tell(), body.tell()
        body.write(directory.getvalue())
        body.write(_END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), *ends, 0))
        return body.getvalue()


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _FEED_AT_ONCE):
            waiting: bytes | memoryview = packed[start : start + _FEED_AT_ONCE]
            while waiting and not inflater.eof:
                yield inflater.decompress(waiting, _READ_AT_ONCE)
                waiting = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as problem:
        raise ValueError(str(problem)) from None


def _sliced(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _READ_AT_ONCE):
        yield bytes(packed[start : start + _READ_AT_ONCE])
