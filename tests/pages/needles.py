"""Looking for many words in many bytes at once, in every usual way of writing them down."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator

import numpy as np

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
_BEGIN = 3
_SLOTS = 1 << 8 * _BEGIN
_OFFSETS = re.compile(rb"\d{10} \d{5} [fn]\s")
"""Where the parts of a PDF begin: in a long one, the digits are those of somebody's telephone number."""


class Needles:
    """Words, each as the bytes that it has in each encoding, in small letters, capitals and as it is written."""

    def __init__(self, words: Iterable[str]) -> None:
        self._of: dict[bytes, dict[bytes, str]] = {}
        begins = np.zeros(_SLOTS, dtype=bool)
        for word in words:
            for form in {word, word.lower(), word.upper()}:
                for encoding in ENCODINGS:
                    try:
                        written = form.encode(encoding).lower()
                    except UnicodeEncodeError:
                        continue
                    self._of.setdefault(written[:_BEGIN], {})[written] = word
        for begin in self._of:
            begins[int.from_bytes(begin, "big")] = True
        self._begins = begins

    def found_in(self, content: bytes) -> set[str]:
        """The words that some bytes hold. Capitals of the Latin alphabet are small letters here."""
        lower = content.lower()
        read = np.frombuffer(lower, dtype=np.uint8).astype(np.int32)
        if len(read) < _BEGIN:
            return set()
        numbers = (read[:-2] << 16) | (read[1:-1] << 8) | read[2:]
        return {
            word
            for at in np.flatnonzero(self._begins[numbers]).tolist()
            for written, word in self._of[lower[at : at + _BEGIN]].items()
            if lower.startswith(written, at)
        }


def contents(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and what is compressed in it: the parts of a ZIP archive, the streams of a PDF or picture."""
    yield _OFFSETS.sub(b"", content) if content.startswith(b"%PDF") else content
    if content.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from contents(archive.read(name))
    elif content.startswith(b"%PDF"):
        for stream in re.finditer(rb"stream\r?\n", content):
            try:
                yield zlib.decompressobj().decompress(content[stream.end() :])
            except zlib.error:
                continue
