"""Mutations that damage files: bytes, archive parts, XML elements, records, lines and columns."""

from __future__ import annotations

import random
import re
import struct
import zipfile
from collections.abc import Callable

from liaison_metrics.sheets.opening.xls.compound import stream_of, with_stream
from tests.fuzz.seeds import packed, parts_of, seeds

Mutation = Callable[[random.Random, bytes], bytes]
_NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFE)
_WRITTEN = (b"0", b"-1", b"1e999", b"65536", b"1048577", b"4294967296", b"99999999999999999999", b"", b"NaN", b"\xff")
_TOKENS = (
    b"\x00", b"\x00\x00\x00", b'"', b"'", b"\r", b"\n", b"\r\n", b",", b";", b"\t", b"|", b"\xef\xbb\xbf", b"\xff\xfe",
    b"\xe4", b"\x81", b"=1+1", b"<", b"&", b"&#0;", b"]]>", b"<!--", b"PK\x03\x04", b"sep=;\n",
    b"\xf0\x9f\x98\x80", b"\xe2\x80\x8b", b"2021-02-30", b"31/12/9999", b"1e400", b"-",
)  # fmt: skip


_LARGEST = 300_000
"""Bytes. Keeps a mutant from taking as long as a real large file."""


def mutant(number: int) -> tuple[str, bytes]:
    """Returns the name and content of a damaged file; the same number gives the same file."""
    chance = random.Random(number)
    name, data = chance.choice(seeds())
    ways = {"xlsx": _IN_ARCHIVES, "ods": _IN_ARCHIVES, "xls": _IN_COMPOUNDS}.get(name.rpartition(".")[2], _IN_TEXTS)
    for _turn in range(chance.choice((1, 1, 1, 2, 3, 6))):
        way = chance.choice(ways if chance.random() < 0.7 else _IN_BYTES)
        try:
            data = way(chance, data)[: 4 * _LARGEST]
        except Exception:
            data = _flip(chance, data)  # its target is already damaged
    return name, data[:_LARGEST]


def _spot(chance: random.Random, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def _flip(chance: random.Random, data: bytes) -> bytes:
    harmed = bytearray(data or b"x")
    for _turn in range(chance.choice((1, 1, 4, 30))):
        harmed[chance.randrange(len(harmed))] ^= 1 << chance.randrange(8)
    return bytes(harmed)


def _cut_off(chance: random.Random, data: bytes) -> bytes:
    return data[: _spot(chance, data)]


def _cut_out(chance: random.Random, data: bytes) -> bytes:
    start = _spot(chance, data)
    return data[:start] + data[start + chance.choice((1, 2, 7, 64, 512)) :]


def _insert(chance: random.Random, data: bytes) -> bytes:
    at = _spot(chance, data)
    return data[:at] + chance.choice(_TOKENS) * chance.choice((1, 1, 2, 50, 5000)) + data[at:]


def _noise(chance: random.Random, data: bytes) -> bytes:
    at, size = _spot(chance, data), chance.choice((1, 8, 200))
    return data[:at] + chance.randbytes(size) + data[at + size * chance.randrange(2) :]


def _again(chance: random.Random, data: bytes) -> bytes:
    start, at = _spot(chance, data), _spot(chance, data)
    return data[:at] + data[start : start + chance.choice((4, 64, 600))] * chance.choice((1, 3, 100)) + data[at:]


def _number(chance: random.Random, data: bytes) -> bytes:
    harmed, size = bytearray(data), chance.choice((2, 4))
    at = chance.randrange(0, len(harmed) - size, 2)
    harmed[at : at + size] = (chance.choice(_NUMBERS) & (256**size - 1)).to_bytes(size, "little")
    return bytes(harmed)


def _splice(chance: random.Random, data: bytes) -> bytes:
    _name, other = chance.choice(seeds())
    return data[: _spot(chance, data)] + other[_spot(chance, other) :]


_IN_BYTES: tuple[Mutation, ...] = (_flip, _cut_off, _cut_out, _insert, _noise, _again, _number, _splice)


def _in_part(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    at = chance.randrange(len(parts))
    name, content = parts[at]
    parts[at] = (name, chance.choice((*_IN_MARKUP, *_IN_BYTES))(chance, content))
    return packed(parts)


def _swap_parts(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    one, two = chance.randrange(len(parts)), chance.randrange(len(parts))
    parts[one], parts[two] = (parts[one][0], parts[two][1]), (parts[two][0], parts[one][1])
    return packed(parts)


def _drop_part(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    parts.pop(chance.randrange(len(parts)))
    return packed(parts)


def _rename_part(chance: random.Random, data: bytes) -> bytes:
    parts = parts_of(data)
    at = chance.randrange(len(parts))
    name, content = parts[at]
    names = (name.upper(), "/" + name, name.replace("/", "\\"), "../" + name, parts[0][0], name + "\u00e9")
    parts[at] = (chance.choice(names), content)
    return packed(parts, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)))


def _foreign_part(chance: random.Random, data: bytes) -> bytes:
    others = [one for name, one in seeds() if name.endswith(("xlsx", "ods"))]
    return packed([*parts_of(data), *parts_of(chance.choice(others))])


_IN_ARCHIVES: tuple[Mutation, ...] = (
    *[_in_part] * 6, _swap_parts, _drop_part, _rename_part, _foreign_part,
)  # fmt: skip


def _written_number(chance: random.Random, xml: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb"\d+", xml)))
    return xml[: found.start()] + chance.choice(_WRITTEN) + xml[found.end() :]


def _no_tag(chance: random.Random, xml: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb"<[^<>]*>", xml)))
    return xml[: found.start()] + xml[found.end() :]


def _tag_again(chance: random.Random, xml: bytes) -> bytes:
    tags = list(re.finditer(rb"<[^<>]*>", xml))
    start, at = chance.choice(tags), chance.choice(tags).start()
    end = tags[min(tags.index(start) + chance.choice((0, 1, 5, 40)), len(tags) - 1)]
    return xml[:at] + xml[start.start() : end.end()] * chance.choice((1, 1, 20, 500)) + xml[at:]


def _no_attribute(chance: random.Random, xml: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb'\s[\w:-]+="[^"]*"', xml)))
    return xml[: found.start()] + xml[found.end() :]


def _other_place(chance: random.Random, xml: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb'(?<=r=")[A-Z]+\d+', xml)))
    places = (b"XFD1048576", b"A1048576", b"ZZZ1", b"A0", b"", b"a1", b"1", b"A99999999999")
    return xml[: found.start()] + chance.choice(places) + xml[found.end() :]


def _repeated(chance: random.Random, xml: bytes) -> bytes:
    found = chance.choice(list(re.finditer(rb"<table:table-(row|cell)", xml)))
    kind = b"rows" if found[1] == b"row" else b"columns"
    times = chance.choice((b"0", b"3", b"99", b"16384", b"1048576", b"4294967296", b"-1"))
    return xml[: found.end()] + b" table:number-" + kind + b'-repeated="' + times + b'"' + xml[found.end() :]


_IN_MARKUP: tuple[Mutation, ...] = (_written_number, _no_tag, _tag_again, _no_attribute, _other_place, _repeated)


def _in_records(chance: random.Random, data: bytes) -> bytes:
    stream, at = stream_of(data, "Workbook"), 0
    records = []
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        records.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    spot = chance.randrange(len(records))
    kind, content = records[spot]
    what = chance.randrange(5)
    if what == 0:
        records[spot : spot + 1] = [records[spot]] * chance.choice((0, 2, 300))
    elif what == 1:
        records[spot] = (chance.choice(records)[0], content)
    elif what == 2:
        records[spot] = (kind, chance.choice(_IN_BYTES)(chance, content)[:8000])
    else:
        records[spot] = (kind, _number(chance, content))
    made = b"".join(struct.pack("<HH", kind, len(content)) + content for kind, content in records)
    return with_stream("Workbook", made)


_IN_COMPOUNDS: tuple[Mutation, ...] = (_in_records, _in_records, _number)


def _lines(data: bytes) -> tuple[list[bytes], bytes]:
    end = next((end for end in (b"\r\n", b"\n", b"\r") if end in data), b"\n")
    return data.split(end), end


def _rows(chance: random.Random, data: bytes) -> bytes:
    lines, end = _lines(data)
    at = chance.randrange(len(lines))
    times = chance.choice((0, 0, 2, 70, 2000))
    return end.join([*lines[:at], *[lines[at]] * times, *lines[at + 1 :]])


def _shuffled(chance: random.Random, data: bytes) -> bytes:
    lines, end = _lines(data)
    chance.shuffle(lines)
    return end.join(lines)


def _columns(chance: random.Random, data: bytes) -> bytes:
    lines, end = _lines(data)
    delimiter = max((b",", b";", b"\t", b"|"), key=data.count)
    at, times = chance.randrange(6), chance.choice((0, 0, 2, 40, 3000))
    harmed = []
    for line in lines:
        cells = line.split(delimiter)
        harmed.append(delimiter.join([*cells[:at], *cells[at : at + 1] * times, *cells[at + 1 :]]))
    return end.join(harmed)


def _delimiter(chance: random.Random, data: bytes) -> bytes:
    signs = (b",", b";", b"\t", b"|", b":", b"  ")
    lines, end = _lines(data)
    since = chance.choice((0, 0, len(lines) // 2))
    return end.join(
        [*lines[:since], *(line.replace(chance.choice(signs), chance.choice(signs)) for line in lines[since:])]
    )


def _encoding(chance: random.Random, data: bytes) -> bytes:
    said = (
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "cp1253",
        "mac-roman",
        "iso8859-15",
        "utf-7",
    )
    return data.decode(chance.choice(said), "replace").encode(chance.choice(said), "replace")


def _marks(chance: random.Random, data: bytes) -> bytes:
    if chance.random() < 0.5 and b'"' in data:
        at = chance.choice([found.start() for found in re.finditer(b'"', data)])
        return data[:at] + data[at + 1 :]
    at = _spot(chance, data)
    return data[:at] + b'"' + data[at:]


def _long(chance: random.Random, data: bytes) -> bytes:
    at = _spot(chance, data)
    return data[:at] + chance.choice((b"a", b"1", b" ", b"a,", b"-", b"@", b"1/", b'""', b"(")) * 60_000 + data[at:]


def _ends(chance: random.Random, data: bytes) -> bytes:
    lines, _end = _lines(data)
    return b"".join(line + chance.choice((b"\n", b"\r", b"\r\n", b"\n\n", b"\x0b", b"\x85")) for line in lines)


_IN_TEXTS: tuple[Mutation, ...] = (_rows, _shuffled, _columns, _delimiter, _encoding, _marks, _marks, _long, _ends)
