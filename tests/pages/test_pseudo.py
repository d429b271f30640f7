"""Every page in a language that nobody speaks: what is not in brackets, no translation passed through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.mofile import write_mo
from lxml import html as lxml_html
from streamlit.testing.v1 import AppTest

from liaison_metrics import texts
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts.hyphenation import SOFT_HYPHEN
from liaison_metrics.ui.frame.sidebar import PAGE_ACTIONS
from tests.conftest import PROJECT_FILE
from tests.made_up import WORLD
from tests.pages.roles import framed_page
from tests.pseudo import CLOSE, OPEN, pseudo_catalogue

SPOKEN = "de"
"""The language whose place the pseudo-language takes: its dates are written in numbers."""

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "data-tell", "data-moved", "data-copy")
FIELDS = ("label", "body", "help", "placeholder", "options", "value")
"""Fields of Streamlit's elements that people read."""

WORD = re.compile(r"[^\W\d_]{2,}")
INNERMOST = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")

UNTRANSLATED = {"csv", "png", "pdf", "xlsx", "json", *(word.casefold() for word in texts.LANGUAGES.values())}
"""Names of formats, and of languages."""


@pytest.fixture
def pseudo_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pseudo-language in place of German."""
    folder = tmp_path / "locale" / SPOKEN / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{texts.DOMAIN}.mo").open("wb") as file:
        write_mo(file, pseudo_catalogue(SPOKEN))
    monkeypatch.setattr(texts, "LOCALE_FOLDER", tmp_path / "locale")
    texts._catalogue.cache_clear()
    yield
    texts._catalogue.cache_clear()


def known_words() -> set[str]:
    """Words that are not texts of the program: of the project’s files and sheets, names of months and countries."""
    files = [PROJECT_FILE.read_text("utf-8"), PROJECT_FILE.with_name("vocabulary.csv").read_text("utf-8")]
    sheets = [f"{name} {data.decode()}" for name, data in WORLD.items()]
    months = [
        str(name) for form in ("format", "stand-alone") for name in Locale(SPOKEN).months[form]["abbreviated"].values()
    ]
    places = Locale(SPOKEN).territories.values()
    return UNTRANSLATED | {
        word.casefold() for text in (*files, *sheets, *months, *places) for word in WORD.findall(text)
    }


def shown(app: AppTest) -> Iterator[str]:
    """Everything that somebody reads or hears on a page."""
    for block in app.get("bidi_component"):
        _address, _line, drawn = (
            block.proto.bytes.decode().replace(SOFT_HYPHEN, "").replace("<wbr>", "").partition("\n")
        )
        if "<" in drawn:
            for element in lxml_html.fromstring(f"<div>{drawn}</div>").iter():
                # Names in the timeline are words of the vocabulary, divided at the ends of lines.
                if isinstance(element.tag, str) and element.tag != "style" and element.get("class") != "name":
                    yield from filter(None, [element.text, *map(element.get, ATTRIBUTES)])
                yield element.tail or ""
    for element in (*app.main, *app.sidebar):
        proto = getattr(element, "proto", None)
        for field, value in proto.ListFields() if proto is not None else ():
            if field.name in FIELDS:
                yield from [value] if isinstance(value, str) else (one for one in value if isinstance(one, str))


def left(text: str) -> str:
    """Returns a text without what is in brackets, and without a word that a drawing cuts off."""
    text = re.sub(r"[^\W\d_]+…", "", text)
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    return text


@pytest.mark.usefixtures("pseudo_language")
def test_every_text_of_every_page_is_translated(filled: Workspace) -> None:
    known, found = known_words(), {}
    for name in PAGE_ACTIONS.keys() - {"accounts", "audit"}:  # those need somebody who signed in
        app = framed_page(name, lang=SPOKEN)
        assert not app.exception, name
        strange = {text for text in map(left, shown(app)) if {word.casefold() for word in WORD.findall(text)} - known}
        if strange:
            found[name] = sorted(strange)
    assert found == {}
