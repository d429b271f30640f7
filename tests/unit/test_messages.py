"""Every text of the program can be translated, and the catalogues of all languages are whole."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from liaison_metrics.texts import LANGUAGES
from tests.conftest import ROOT
from tests.messages import HOLE, TRANSLATED, catalogue, compiled, faults, path_of

MISSING = ": missing: "

SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z]{2,}|[a-z]{2,} [a-z]{2,} [a-z]{2,}")
"""Several words, the first of them with a capital or not: codes, names of classes and formats have fewer."""

IN_BETWEEN = re.compile(r"<[^>]*>?|\{[^}]*\}|[\w-]+=\"[^\"]*\"?|[a-z-]+:[^;\s]+;")
"""Tags, attributes, placeholders and styles."""

SHOWN_BY = ("cli", "exports", "reports", "services", "ui", "web")
"""The folders of what people read. Reasons of the reader go through ``_()`` as well; its words of sheets do not."""

NOT_SHOWN = {
    "cli/screen.py": "styles of the terminal",
    "exports/files.py": "sheets of a workbook for programs",
    "reports/forms/typst/typesetting.py": "what Typst says of letters",
    "reports/pages/curve.py": "classes of drawn texts",
    "services/accounts/factors/authenticator.py": "contexts of encryption",
    "services/accounts/steps.py": "kinds of steps in an encrypted cookie",
    "services/events/corrections.py": "codes in the record of actions",
    "ui/frame/html/framework.py": "words of Streamlit, each beside our own",
    "services/installation/demo.py": "heads of made-up sheets, in the languages of partners",
    "services/installation/demo_work_plan.py": "a made-up work plan",
    "services/intake/workbooks/rejected_rows.py": "an error of the program's own",
    "ui/upload/queue/draft.py": "an error of the program's own",
    "ui/upload/queue/budget.py": "the name of a thread",
}
"""Modules with sentences that nobody reads, or that are in English for whoever edits files and code."""

TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<code>.*?</code>|<[^>]*>|&\w+;", re.DOTALL)
"""What a template fills in, and what is no text."""

UNSHOWN_CALLS = frozenset({
    "_", "ngettext", "pgettext", "open_to_anybody", "compile", "sub", "match", "fullmatch", "search", "finditer",
    "findall", "warning", "error", "info", "exception", "text", "TypeError", "RuntimeError",
})  # fmt: skip
"""Functions whose texts are translated, or not shown."""


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_loses_anything(language: str) -> None:
    assert [one for one in faults(language) if MISSING not in one] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_missing(language: str) -> None:
    assert [one for one in faults(language) if MISSING in one] == [], "make messages; then translate them"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_reads_is_the_catalogue(language: str) -> None:
    assert path_of(language).with_suffix(".mo").read_bytes() == compiled(language), "make messages"


def sentences(path: Path) -> Iterator[str]:
    """Texts of a module that read like sentences and that no translation passes through."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unshown: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):  # docstrings
            unshown.add(id(node.value))
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in UNSHOWN_CALLS:
                unshown |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unshown:
            for found in SENTENCE.findall(IN_BETWEEN.sub("", node.value)):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {found}"


def test_every_sentence_can_be_translated() -> None:
    shown = [path for folder in SHOWN_BY for path in (ROOT / "liaison_metrics" / folder).rglob("*.py")]
    wanted = [one for one in shown if str(one.relative_to(ROOT / "liaison_metrics")) not in NOT_SHOWN]
    assert [found for path in [*wanted, *(ROOT / "pages").glob("*.py")] for found in sentences(path)] == []


def test_templates_and_scripts_hold_no_words_of_their_own() -> None:
    found = []
    for path in (ROOT / "liaison_metrics").rglob("templates/*.html"):
        text = re.sub(TEMPLATE, "", path.read_text(encoding="utf-8"))
        found += [f"{path.name}: {word}" for word in re.findall(r"[^\W\d_]{2,}", text)]
    for path in (ROOT / "liaison_metrics").rglob("*.js"):
        code = re.sub(r"//.*", "", path.read_text(encoding="utf-8"))
        found += [f"{path.name}: {word}" for word in re.findall(r"[\"'`][A-Z][a-z]+ [a-z ]+[\"'`.]", code)]
    assert found == []


def test_no_message_is_put_together_while_it_is_translated() -> None:
    """Reasons of the rules about columns stand in tables; ``tests/messages.py`` takes them from there."""
    found = []
    for path in [*(ROOT / "liaison_metrics").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                texts = node.args[: 1 if getattr(node.func, "id", "") == "_" else 2]
                if not all(isinstance(one, ast.Constant) for one in texts):
                    found.append(f"{path.relative_to(ROOT)}: {ast.unparse(node)}")
    assert found == ["liaison_metrics/ui/upload/account.py: _(column.because[0])"]


# ---- the glossary ----

FEWEST = 5
"""Messages with a term from which its translation can be judged."""

MOSTLY = 0.85
"""The share of messages with a term whose translation has the word of the glossary. The others say it with a verb or a
pronoun, as good texts do."""

VERBS = frozenset({"held", "listed", "owed", "planned", "reached", "stated", "upload", "duplicate"})
"""Terms that sentences put in many forms."""


@cache
def glossary() -> dict[str, dict[str, str]]:
    """The words of each language by their English terms."""
    rows = [line.strip("| \n").split(" | ") for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
            if line.startswith("| ")]  # fmt: skip
    assert rows[0] == [LANGUAGES[code] for code in ("en", *TRANSLATED)]
    return {code: {row[0]: row[place] for row in rows[2:]} for place, code in enumerate(TRANSLATED, 1)}


def plain(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))


def stems(entry: str) -> list[list[str]]:
    """The beginnings of the words of each translation that an entry names: endings differ with case and number."""
    words = [re.findall(r"[^\W\d_]+", plain(one)) for one in re.split(r"[/(),:]", entry)]
    return [[word[: max(3, round(len(word) * 0.6))] for word in found] for found in words if found]


def texts_of(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else " ".join(message)


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_use_the_words_of_the_glossary(language: str) -> None:
    # Placeholders and names of commands are no words.
    pairs = [
        (re.sub(rf"{HOLE.pattern}|“[a-z -]+”|`[^`]*`", "", texts_of(one.id)), plain(texts_of(one.string)))
        for one in catalogue(language) if one.id and one.string
    ]  # fmt: skip
    other = {}
    for term, entry in glossary()[language].items():
        word = re.compile(rf"\b{re.escape(term)}(?:s|es)?\b", re.IGNORECASE)
        said = [theirs for english, theirs in pairs if word.search(english)]
        fits = [any(all(stem in theirs for stem in one) for one in stems(entry)) for theirs in said]
        if term not in VERBS and len(said) >= FEWEST and sum(fits) < MOSTLY * len(said):
            other[term] = f"{entry}: {sum(fits)} of {len(said)}"
    assert other == {}
