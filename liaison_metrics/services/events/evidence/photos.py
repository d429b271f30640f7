"""Removes from photos what they tell beside the picture: place, time, device, author, and smaller pictures inside.

The picture itself stays as it is, bit by bit; only how it is turned and its colours are kept with it.
"""

from __future__ import annotations

import struct
import zlib

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: they stand between the data of a picture."""

_APPLICATION = range(0xE0, 0xF0)
_COMMENT = 0xFE
_KEPT = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
"""Application segments that say how to draw the picture: its density, its colours, how they are encoded."""

_EXIF, _EXIF_NAME = 0xE1, b"Exif\x00\x00"
_ORIENTATION = 0x0112

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"pHYs", b"cICP",
})  # fmt: skip


def without_metadata(form: str, data: bytes) -> bytes:
    """Returns a photo ("jpeg" or "png") without metadata. Raises ValueError where it is damaged."""
    try:
        return _jpeg(data) if form == "jpeg" else _png(data)
    except (struct.error, IndexError):
        raise ValueError("incomplete") from None


def _jpeg(data: bytes) -> bytes:
    """Copies the segments that draw the picture, up to its end; what follows it is left out."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("start")
    kept, at, turned = [b"\xff\xd8"], 2, 0
    while True:
        if data[at] != 0xFF:
            raise ValueError("marker")
        marker = data[at + 1]
        if marker == 0xFF:  # padding
            at += 1
        elif marker == _END:
            return b"".join([*kept[:1], *_orientation(turned), *kept[1:], b"\xff\xd9"])
        elif marker in _ALONE:
            at += 2
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            end = at + 2 + length
            segment = data[at:end]
            if marker == _EXIF and segment[4:10] == _EXIF_NAME:
                turned = turned or _turned(segment[10:])
            if marker == _SCAN:
                end = _end_of_scan(data, end)
                segment = data[at:end]
            if len(segment) != end - at or length < 2:
                raise ValueError("length")
            if _draws(marker, segment):
                kept.append(segment)
            at = end


def _draws(marker: int, segment: bytes) -> bool:
    if marker in _APPLICATION:
        return marker in _KEPT and segment[4:].startswith(_KEPT[marker])
    return marker != _COMMENT


def _end_of_scan(data: bytes, at: int) -> int:
    """Returns where the data of a scan end: at the next marker that is neither escaped nor a restart."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0x00 and data[at + 1] not in _ALONE:
            return at
        at += 2


def _turned(exif: bytes) -> int:
    """Returns how the picture is turned (2 to 8), 0 where it is not or the Exif data do not say it."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 0
    try:
        (first,) = struct.unpack_from(f"{order}I", exif, 4)
        (entries,) = struct.unpack_from(f"{order}H", exif, first)
        for number in range(entries):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", exif, first + 2 + 12 * number)
            if tag == _ORIENTATION:
                return value if 2 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def _orientation(turned: int) -> list[bytes]:
    """Returns a segment with nothing but how the picture is turned, none where it is not."""
    if not turned:
        return []
    tiff = b"MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return [b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF_NAME) + len(tiff)) + _EXIF_NAME + tiff]


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_START):
        raise ValueError("start")
    kept, at = [_PNG_START], len(_PNG_START)
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        (checksum,) = struct.unpack_from(">I", data, end - 4)
        if checksum != zlib.crc32(data[at + 4 : end - 4]):
            raise ValueError("checksum")
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end
