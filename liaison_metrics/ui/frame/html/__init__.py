"""HTML blocks: parts of a page that are our own HTML, with links that change the address.

Every link is a real one: it can be copied, opened in a new tab and reached by keyboard. A plain click on a link marked
``data-go`` changes the address and reruns the page in place, so scroll position and focus stay. ``data-go`` names the
parameters that the link sets even if it does not change them, for example "indicator" in the choice of indicators.

Each block is sent with the address that it was rendered for, because it can be clicked while the page reruns.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup
from streamlit.components import v2
from streamlit.components.v2.types import ComponentRenderer

from liaison_metrics.texts import language
from liaison_metrics.ui import address
from liaison_metrics.ui.frame.html.breaks import breakable
from liaison_metrics.ui.frame.html.framework import framework_words

ASSETS = Path(__file__).parent / "assets"

ICON = "data:image/svg+xml," + quote((ASSETS / "icon.svg").read_text(encoding="utf-8"))
"""The icon of all pages, within their own address, so that no request is needed for it."""


def html_block(key: str, html: Markup) -> None:
    """Shows *html* under its own key. Text from outside must be escaped already."""
    # Bytes are passed through; Streamlit would scan a str for tables and serialise it as JSON at every run.
    _html_block(key=key, data=f"{address.current()[0]}\n{breakable(html)}".encode())


def live_html_block(key: str, html: Markup, revision: int) -> None:
    """Draws *html* and from then on has the page drawn anew as soon as the store has moved past *revision*."""
    _live_html_block(
        key=key,
        data=f"{address.current()[0]}\n{revision}\n{breakable(html)}".encode(),
        on_moved_change=_redraw,
        on_minute_change=_redraw,
    )


def address_block(chosen: str) -> None:
    """Tells the browser the current address and language, and receives the clicks of all blocks. It shows nothing.

    *chosen* is the language (code) that somebody chose here, which the browser keeps; "" for none.
    """
    current, applied = address.current()
    data = f"{current}\n{applied}\n{language()}\n{chosen}\n{framework_words()}".encode()
    _address_block(key=address.CLICKS, data=data, on_clicks_change=_redraw)


@dataclass(frozen=True, slots=True)
class TypedCells:
    """What somebody typed into a cell of a table, and the names of the cells that it is for."""

    cells: tuple[str, ...]
    text: str


def cells_block(key: str, html: Markup) -> TypedCells | None:
    """Shows *html* with fields in its cells (``cell_field``). Returns what was typed into one since the last run."""
    data = f"{address.current()[0]}\n{breakable(html)}".encode()
    typed = _cells_block(key=key, data=data, on_typed_change=_redraw).typed
    return TypedCells(tuple(typed["cells"]), str(typed["text"])) if typed else None


def cell_field(cells: Sequence[str], text: str, label: str, *, wrong: bool) -> Markup:
    """Returns a field for the text of one or several cells, given by their names. Enter goes to the next field."""
    return Markup(
        '<input type="text" class="cell" data-cells="{}" data-at="cell-{}" value="{}" aria-label="{}"'
        ' aria-invalid="{}" autocomplete="off" maxlength="200">'
    ).format(json.dumps(list(cells)), cells[0], text, label, "true" if wrong else "false")


STYLES = ("html_block.css", "navigation.css", "access/access.css", "tables.css", "access/cells.css")
SCRIPTS = ("shared.js", "access/announce.js", "access/focus.js", "menu.js", "render.js")


def _component(name: str, *scripts: str) -> ComponentRenderer:
    return v2.component(
        name, html='<div class="lm"></div>', css=_read(*STYLES), js=_read(*SCRIPTS, *scripts), isolate_styles=False
    )


def _read(*names: str) -> str:
    return "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in names)


_html_block = _component("liaison_html_block", "html_block.js")
_live_html_block = _component("liaison_live_html_block", "live.js")
_cells_block = _component("liaison_cells_block", "access/cells.js")
_address_block = _component("liaison_address_block", "access/framework.js", "access/copying.js", "address.js")


def _redraw() -> None:
    """Nothing to do: the run that follows draws the newest state."""
