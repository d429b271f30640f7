"""What stands around every page: the way to the others, the banner, the live signal, and errors as sentences."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup
from streamlit.components import v2

from liaison_metrics.errors import LiaisonError
from liaison_metrics.opened import the_workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.board import ASSETS, GOING, board
from liaison_metrics.ui.filters import Filters, read_filters
from liaison_metrics.ui.parts import error_note
from liaison_metrics.workspace import Workspace

ICON = str(ASSETS / "icon.svg")
SIDEBAR_WIDTH = 220
PAGE_ICONS = {
    "": ":material/target:",
    "explore": ":material/table_chart:",
    "upload": ":material/upload_file:",
    "counting": ":material/calculate:",
}
_live = v2.component(
    "liaison_live", js=(ASSETS / "live.js").read_text(encoding="utf-8"), html="<span></span>", isolate_styles=False
)


def question() -> tuple[Workspace, Filters]:
    """Returns the workspace and what the address asks of it."""
    workspace = the_workspace()
    return workspace, read_filters(workspace.project, st.query_params.to_dict())


def run_page() -> None:
    """Draws the page that the address names, and all that stands around it."""
    try:
        workspace = the_workspace()
    except LiaisonError as error:
        st.set_page_config(page_title=_("Targets"), layout="wide")
        board("start_error", error_note(error))
        return
    acronym = workspace.project.acronym
    st.set_page_config(
        page_title=f"{acronym} · {_('Reach against targets')}",
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
    )
    pages = {
        "": st.Page("pages/targets.py", title=_("Targets"), default=True),
        "explore": st.Page("pages/explore.py", title=_("Explore")),
        "upload": st.Page("pages/upload.py", title=_("Upload")),
        "counting": st.Page("pages/counting.py", title=_("Counting rules")),
    }
    page = st.navigation(list(pages.values()), position="hidden")
    if GOING in st.session_state:
        target, asked = st.session_state.pop(GOING)
        st.switch_page(pages.get(target, pages[""]), query_params=asked)
    _sidebar(acronym, pages)
    _live(key="live", data=workspace.revision(), on_moved_change=_redraw, on_minute_change=_redraw)
    if workspace.demonstration():
        board("demonstration", _demonstration())
    try:
        page.run()
    except LiaisonError as error:
        board("page_error", error_note(error))


def _sidebar(acronym: str, pages: dict[str, st.Page]) -> None:
    asked = st.query_params.to_dict()
    kept = {key: value for key, value in asked.items() if key not in ("rows", "columns", "event")}
    with st.sidebar:
        board(
            "brand",
            Markup('<p class="brand"><strong>{}</strong><br><span class="muted small">{}</span></p>').format(
                acronym, _("Reach against targets")
            ),
        )
        for name, page in pages.items():
            # The icon stands here and not at the page, whose icon the browser would fetch from outside.
            st.page_link(page, icon=PAGE_ICONS[name], query_params=kept, width="stretch")


def _redraw() -> None:
    """Nothing to do: the run that follows draws the newest state."""


def _demonstration() -> Markup:
    return Markup('<div class="banner" role="note"><strong>{}</strong> {}</div>').format(
        _("Made-up data."), _("These people and figures are a demonstration; they are nobody’s.")
    )
