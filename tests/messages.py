"""Keeps the catalogues of messages in step with the texts in the code: ``make messages``.

Messages are extracted from the program, each catalogue gets those that are new and loses those that are gone, and what
a translator has still to do is listed. Then each catalogue is compiled into the file that the program reads.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from liaison_metrics.sheets.columns.scoring.choosing import ALL_RULES
from liaison_metrics.sheets.columns.scoring.counts import COUNT_RULES
from liaison_metrics.texts import DOMAIN, ENGLISH, LANGUAGES, LOCALE_FOLDER
from tests.conftest import ROOT

FOLDERS = ("liaison_metrics", "pages")
TRANSLATED = tuple(code for code in LANGUAGES if code != ENGLISH)
PARTS = {"_": 1, "ngettext": 2, "pgettext": 2}
"""How many texts the functions take that translate; the first of ``pgettext`` is a context."""

NO_TIME = datetime(2026, 1, 1, tzinfo=UTC)
HOLE = re.compile(r"\{[^{}]*\}")
MARKED = re.compile(r"\]\([^)]*\)|https?://\S+|<[^>]+>|`[^`]*`")
"""What a translation keeps as it is: targets of links, addresses, tags and code."""


@cache
def extracted() -> Catalog:
    """Returns all messages of the program, in the order of their files."""
    found = Catalog(project="liaison-metrics", version="", copyright_holder="The authors of liaison-metrics")
    for path in sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*")):
        name = str(path.relative_to(ROOT))
        for message in _in_module(path) if path.suffix == ".py" else _in_template(path):
            context, text = message if isinstance(message, _InContext) else (None, message)
            found.add(text, None, [(name, None)], context=context)
    for rule in (*ALL_RULES, *COUNT_RULES):  # tables of rules: their reasons are translated where they are shown
        found.add(rule.because, None, [("liaison_metrics/sheets/columns/scoring", None)])
    return found


class _InContext(NamedTuple):
    """A text that other languages say in several ways, and which of them this is."""

    context: str
    text: str


def _in_module(path: Path) -> Iterator[str | tuple[str, ...]]:
    """Returns the messages of a module. The tree of the code shows also those within f-strings, which the extraction of
    Babel passes over."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if isinstance(node, ast.Call) and name in PARTS:
            texts = [one.value for one in node.args[: PARTS[name]] if isinstance(one, ast.Constant)]
            if len(texts) == PARTS[name] and all(texts):
                yield texts[0] if len(texts) == 1 else _InContext(*texts) if name == "pgettext" else tuple(texts)


def _in_template(path: Path) -> Iterator[str | tuple[str, ...]]:
    if path.suffix == ".html" and path.parent.name == "templates":
        with path.open("rb") as file:
            for _line, _function, message, _comments in babel_extract(file, tuple(PARTS), [], {}):
                yield message[:2] if isinstance(message, tuple) else message


def path_of(language: str) -> Path:
    """Returns the file of a catalogue; its compiled form stands beside it, with the suffix .mo."""
    return LOCALE_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue(language: str) -> Catalog:
    """Returns the catalogue of a language, an empty one where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def faults(language: str) -> list[str]:
    """Returns what is wrong with a catalogue, a line each: missing, fuzzy, or without a placeholder, link or tag."""
    theirs = catalogue(language)
    return [
        f"{language}: {fault}: {message.id!r} ({', '.join(file for file, _line in message.locations)})"
        for message in extracted()
        if message.id and (fault := _fault(message, theirs.get(message.id, message.context)))
    ]


def _fault(message: Message, theirs: Message | None) -> str:
    ours = message.id if isinstance(message.id, tuple) else (message.id,)
    given = () if theirs is None else theirs.string if isinstance(theirs.string, tuple) else (theirs.string,)
    if theirs is None or not all(given) or len(given) != len(ours):
        return "missing"
    if theirs.fuzzy:
        return "fuzzy"
    for english, text in zip(ours, given, strict=True):
        # One person or thing may be named without its number; no language gets a number that English lacks.
        needed, known = set(HOLE.findall(english)), set(HOLE.findall(" ".join(ours)))
        if not needed <= set(HOLE.findall(text)) <= known:
            return "other placeholders"
        if sorted(MARKED.findall(english)) != sorted(MARKED.findall(text)):
            return "other links, tags or code"
    return ""


def written(catalog: Catalog) -> bytes:
    """Returns a catalogue as the text of its file, the same for the same messages."""
    out = io.BytesIO()
    write_po(out, catalog, omit_header=False, include_lineno=False, ignore_obsolete=True, width=110)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(
        line for line in lines if not line.startswith(('"POT-Creation', '"PO-Revision', '"Generated'))
    ).encode()


def compiled(language: str) -> bytes:
    """Returns the compiled form of a catalogue."""
    out, whole = io.BytesIO(), catalogue(language)
    whole.creation_date = whole.revision_date = NO_TIME  # the same bytes for the same messages
    write_mo(out, whole)
    return out.getvalue()


def update(languages: tuple[str, ...] = TRANSLATED) -> None:
    """Brings the catalogues of languages in step with the program, and compiles them."""
    for language in languages:
        theirs, path = catalogue(language), path_of(language)
        theirs.update(extracted(), no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(theirs))
        path.with_suffix(".mo").write_bytes(compiled(language))


def _report() -> Iterator[str]:
    for language in TRANSLATED:
        wrong = faults(language)
        yield from wrong
        yield f"{language}: {len(list(extracted())) - 1} messages, {len(wrong)} to translate or to mend"


if __name__ == "__main__":
    update()
    report = list(_report())
    print("\n".join(report))
    sys.exit(len(report) > len(TRANSLATED))
