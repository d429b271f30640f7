"""Going through the XML of a workbook's parts piece by piece, without ever holding a whole part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

_LONGEST_GAP = 8_000_000
"""Bytes between the beginnings of two tags; the longest text that a cell can hold takes far less."""

OnStart = Callable[[str, dict[str, str]], None]


def parse(pieces: Iterable[bytes], on_start: Callable[[expat.XMLParserType], OnStart]) -> None:
    """Calls what *on_start* makes of the parser with the name and attributes of every element, in order.

    Raises ValueError for what is no sound XML, and for XML that declares entities: no spreadsheet does, and a few of
    them make an endless text.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = on_start(parser)
    parser.EntityDeclHandler = _no_entities
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError) as problem:  # the latter where it names an encoding that there is not
        raise ValueError(str(problem)) from None


def _no_entities(*_declaration: object) -> None:
    raise ValueError("entity")


def whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the pieces cut anew, before a tag begins, so that none falls into two. Raises ValueError where the next
    tag is too far away."""
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
