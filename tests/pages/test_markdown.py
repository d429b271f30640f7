"""Text from files is shown as it is, wherever Streamlit would read it as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from markdown_it import MarkdownIt
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.frame.words import WORD_JOINER, plain
from tests.pages.conftest import Page
from tests.pages.upload_queue import queue_with

HOSTILE = "![x](http://beacon.example/a.png)"
NEVER_MARKDOWN = {"options", "value", "default", "placeholder", "id", "form_id", "raw_values", "file_urls", "user_key"}
"""Fields that Streamlit shows as they are, or not at all."""


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE, "[link](javascript:alert(1))", "<b>x</b>", "**bold** _it_ ~~no~~ `code`", "$x^2$", "# Title", "1. one",
        "- item", "+1", "2) two", "&lt;", "a\\*b", "| a | b |", "---", "===", ":red[x]", "Fair 2021-05-04, 12 people",
    ],
)  # fmt: skip
def test_markdown_shows_the_text_itself(text: str) -> None:
    shown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(plain(text))
    assert [token.type for token in shown] == ["paragraph_open", "inline", "paragraph_close"]
    pieces = shown[1].children or []
    assert {piece.type for piece in pieces} <= {"text", "text_special"}
    assert "".join(piece.content for piece in pieces).replace(WORD_JOINER, "") == text


@pytest.mark.parametrize(
    "text", ["http://x.example", "www.x.example", "ada@x.example", ":smile:", ":material/key:", "a->b"]
)
def test_what_is_made_after_markdown_is_broken_up(text: str) -> None:
    assert text not in plain(text) and plain(text).replace(WORD_JOINER, "").replace("\\", "") == text


def test_lines_are_one_line() -> None:
    assert plain("a\n\n    b\t# c") == "a b \\# c"


def shown_as_markdown(app: AppTest) -> Iterator[str]:
    """All texts of a page that Streamlit reads as Markdown."""

    def blocks(block: Block) -> Iterator[Message]:
        for child in block.children.values():
            if child.proto is not None and child.type != "bidi_component":
                yield child.proto
            if isinstance(child, Block):
                yield from blocks(child)

    def texts(message: Message) -> Iterator[str]:
        for field, value in message.ListFields():
            values = list(value) if field.is_repeated else [value]
            for one in values:
                if isinstance(one, Message):
                    yield from texts(one)
                elif isinstance(one, str) and field.name not in NEVER_MARKDOWN:
                    yield one

    for tree in (app.main, app.sidebar):
        for proto in blocks(tree):
            if proto.DESCRIPTOR.name.lower() != "text":  # st.text
                yield from texts(proto)


def sheet(head: str, community: str) -> bytes:
    lines = [f"Name,E-mail,Community,{head},Date,City,Activity,Title"]
    lines += [f"Ada Berg{n},ada{n}@example.org,{community},x,2021-05-04,Graz,LIAISON fair,{HOSTILE}" for n in range(3)]
    return "\n".join(lines).encode()


def test_no_widget_shows_a_file_s_markdown(workspace: Workspace, page: Page) -> None:
    import_file(workspace, f"{HOSTILE.replace('/', ':')}.csv", sheet("Note", "Syrian"), actor=COORDINATOR)
    seen = ""
    for name in ("", "explore", "events", "people", "report", "upload", "history", "answers", "counting"):
        app = page(name)
        app.session_state["actor"] = COORDINATOR
        if name == "upload":
            app.session_state["upload_queue"] = queue_with(workspace, [(f"{HOSTILE}.csv", sheet(HOSTILE, HOSTILE))])
            app.run()
            app.toggle[0].set_value(True)
        app.run()
        assert not app.exception
        for text in shown_as_markdown(app):
            assert "![x]" not in text and "http://" not in text, text
            seen += text
    assert "\\!\\[x\\]" in seen, "the sheet's words are on the pages"
