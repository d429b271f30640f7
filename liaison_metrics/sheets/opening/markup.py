"""Parses the XML parts of a workbook piece by piece, without holding a whole part in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

_LONGEST_GAP = 8_000_000
"""Bytes between two tags. The longest cell text takes far less."""

OnStart = Callable[[str, dict[str, str]], None]


def parse(pieces: Iterable[bytes], on_start: Callable[[expat.XMLParserType], OnStart]) -> None:
    """Calls the handler that *on_start* makes for the parser with the name and attributes of every element, in order.

    Raises ValueError for malformed XML, and for XML that declares entities: spreadsheets have none, and a few of them
    can expand endlessly.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = on_start(parser)
    parser.EntityDeclHandler = _no_entities
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as problem:  # LookupError: unknown encoding
        raise ValueError(str(problem)) from None


def _no_entities(*_declaration: object) -> None:
    raise ValueError("entity")


def whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the pieces cut so that no tag is split. Raises ValueError if the next tag is too far away."""
    rest = b""
    for piece in pieces:
        rest += piece
        cut = rest.rfind(b"<")
        if cut > 0:
            yield rest[:cut]
            rest = rest[cut:]
        elif len(rest) > _LONGEST_GAP:
            raise ValueError("gap")
    yield rest
