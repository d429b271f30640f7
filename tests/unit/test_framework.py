"""Words of Streamlit that the browser replaces: a new version may write other ones."""

from __future__ import annotations

import json
from pathlib import Path

import streamlit

from liaison_metrics.texts import LANGUAGES, speaking
from liaison_metrics.ui.frame.html import framework
from liaison_metrics.ui.frame.html.framework import framework_words, words

COMPOSED = ("Press ", "{} option", "{}, selected")
"""How the lines below text fields and what is read out of choices begin, which the frameworks put together: the
browser's journey looks at one."""


def test_streamlit_still_writes_each_word() -> None:
    scripts = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    written = "".join(path.read_text(encoding="utf-8", errors="replace") for path in scripts)
    parts = {part for english in words() if not english.startswith(COMPOSED) for part in english.split("{}")}
    assert [part for part in parts if part.strip() not in written] == []


def test_every_language_has_words_of_its_own() -> None:
    framework._as_json.cache_clear()  # other tests may have asked for the words while catalogues were replaced
    assert json.loads(framework_words()) == {}
    for code in LANGUAGES:
        with speaking(code):
            said = json.loads(framework_words())
        assert code == "en" or (said["No results"] != "No results" and "{}" in said["{} per file"])
