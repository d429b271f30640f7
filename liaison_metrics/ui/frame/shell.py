"""The frame of every page: navigation, banner, live updates, and error messages."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import Page

from liaison_metrics.errors import LiaisonError, NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.events import checks
from liaison_metrics.services.labels import account_name, funding_words
from liaison_metrics.services.uploads.personal_data.retention import retention, retention_words
from liaison_metrics.services.workspace.audit.refused_actions import page_refused
from liaison_metrics.services.workspace.server import the_workspace
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.texts import _, language
from liaison_metrics.ui.address import current as current_address
from liaison_metrics.ui.address import is_history_navigation, update
from liaison_metrics.ui.frame.actor import ask_looks_as, current_actor, needs_accounts, reader, shows_sample_data
from liaison_metrics.ui.frame.cache import PageRequest, cached_by_store
from liaison_metrics.ui.frame.filters import read_filters
from liaison_metrics.ui.frame.html import ICON, address_block, html_block, live_html_block
from liaison_metrics.ui.frame.language import chosen, keep_choice, speak
from liaison_metrics.ui.frame.parts import NOTHING, error_note
from liaison_metrics.ui.frame.sidebar import (
    PAGE_ACTIONS,
    SidebarState,
    language_switch,
    may_open,
    menu_button,
    page_groups,
    sidebar,
)

SIDEBAR_WIDTH = 220

_PAGES = "pages"

_log = logging.getLogger(__name__)
_current: ContextVar[PageRequest] = ContextVar("current_request")


def current_request() -> PageRequest:
    """Returns the current run of the page: workspace, store revision and filters."""
    request = _current.get(None) or _read_request()
    if request is None:
        raise NotAllowed(_("You are signed out"), hint=_("Sign in"))
    return request


def set_title(words: str) -> None:
    """Sets the title of the browser's tab to what the page is about."""
    st.set_page_config(page_title=f"{words} · {current_request().workspace.project.acronym}")


def run_page() -> None:
    """Runs the page in the address, inside the frame."""
    speak()
    pages = _pages()
    page = st.navigation(list(pages.values()), position="hidden")
    _go_to_address(page, pages)
    if keep_choice():
        st.rerun()  # titles and answers to clicks above were made in the language before
    try:
        request = _read_request()
    except Exception as error:
        st.set_page_config(page_title=_("Targets"), layout="wide")
        html_block("start_error", _note_on(error))
        return
    if request is None:
        # A session ended while the page was open: nothing of the program is shown any more.
        st.set_page_config(page_title=_("Signed out"), layout="wide")
        html_block("signed_out", _signed_out())
        return
    acronym = request.workspace.project.acronym
    st.set_page_config(
        page_title=f"{page.title} · {acronym}",
        page_icon=ICON,
        layout="wide",
        initial_sidebar_state=SIDEBAR_WIDTH,
    )
    address_block(chosen())
    to_check, made_up = 0, False
    with _errors_shown("frame_error"):
        to_check = _events_to_check(request)
        made_up = shows_sample_data()
    if not st.context.is_embedded:
        hidden = set() if needs_accounts() else {"accounts", "audit"}
        groups = page_groups(request.actor, {name: one.title for name, one in pages.items() if name not in hidden})
        funding = " ".join(funding_words(request.workspace.project, language()))
        current = SidebarState(page.title, request.filters.carried, to_check, _account_name(request), funding)
        # One block for both: each block costs time at every run.
        banner = _demonstration() if made_up and page.title != _("Report") else NOTHING
        html_block("menu", menu_button() + banner + _retention_banner(request))
        with st.sidebar:
            links = sidebar(acronym, groups, current, language()) + language_switch(current_address())
            live_html_block("sidebar", links, request.revision)
            if made_up and not needs_accounts():
                ask_looks_as(request.workspace.project)
    elif made_up and page.title != _("Report"):
        html_block("demonstration", _demonstration())
    _current.set(request)
    with _errors_shown("page_error"):
        if not may_open(request.actor, page.url_path):
            raise page_refused(request.workspace, PAGE_ACTIONS[page.url_path], request.actor)
        page.run()


def _pages() -> dict[str, Page]:
    """Returns all pages by their paths. A session keeps them: making them anew looks each file up."""
    kept: tuple[str, dict[str, Page]] | None = st.session_state.get(_PAGES)
    if kept is None or kept[0] != language():
        # No icons: the browser would fetch them from an outside server.
        pages = {
            "": st.Page("pages/targets.py", title=_("Targets"), default=True),
            "forecast": st.Page("pages/forecast.py", title=_("Forecast")),
            "explore": st.Page("pages/explore.py", title=_("Explore")),
            "events": st.Page("pages/events.py", title=_("Events")),
            "people": st.Page("pages/people.py", title=_("People")),
            "report": st.Page("pages/report.py", title=_("Report")),
            "upload": st.Page("pages/upload.py", title=_("Upload")),
            "history": st.Page("pages/history.py", title=_("History")),
            "answers": st.Page("pages/answers.py", title=_("Remembered answers")),
            "work_plan": st.Page("pages/work_plan.py", title=_("Work plan")),
            "objectives": st.Page("pages/objectives.py", title=_("Objectives")),
            "committees": st.Page("pages/committees.py", title=_("Committees")),
            "skills": st.Page("pages/skills.py", title=_("Communities and skills")),
            "owed": st.Page("pages/owed.py", title=_("Owed")),
            "statements": st.Page("pages/statements.py", title=_("Statements")),
            "data_quality": st.Page("pages/data_quality.py", title=_("Data quality")),
            "counting": st.Page("pages/counting.py", title=_("Counting rules")),
            "data_protection": st.Page("pages/data_protection.py", title=_("Data protection")),
            "accounts": st.Page("pages/accounts.py", title=_("Accounts")),
            "audit": st.Page("pages/audit.py", title=_("Audit")),
        }
        kept = st.session_state[_PAGES] = language(), pages
    return kept[1]


def _go_to_address(page: Page, pages: Mapping[str, Page]) -> None:
    """Switches to the page and query of the current address, if the browser asked for another."""
    address = update(page.url_path, pages)
    if address.page != page.url_path:
        st.switch_page(pages[address.page], query_params=dict(address.query))
    # After Back, the answer to an earlier click may have changed the browser's address again: state it once more.
    if st.query_params.to_dict() != address.query or is_history_navigation():
        st.query_params.from_dict(dict(address.query))


def _read_request() -> PageRequest | None:
    """Returns this run of the page, None where nobody is signed in."""
    workspace, actor = the_workspace(), reader()
    if actor is None:
        return None
    # Read the revision first: a change during this run then triggers another one.
    revision = watch.revision()
    filters = read_filters(workspace.project, st.query_params.to_dict())
    return PageRequest(workspace, revision, filters.for_reader(workspace.project, actor), actor)


@contextmanager
def _errors_shown(key: str) -> Iterator[None]:
    """Shows an error as a note under its own key; what follows goes on."""
    try:
        yield
    except Exception as error:
        html_block(key, _note_on(error))


def _note_on(error: Exception) -> Markup:
    return error_note(error if isinstance(error, LiaisonError) else _unexpected(error))


def _events_to_check(request: PageRequest) -> int:
    """Returns how many pairs of events the actor of this session can decide about."""
    actor = current_actor()
    if actor is None:
        return 0
    pairs = cached_by_store("pairs_to_check", request, lambda: checks.pairs(request.workspace, request.actor))
    cities = (Resource.event(request.workspace.project, pair.a.city) for pair in pairs)
    return sum(allows(actor, Action.EVENT_DECIDE, city) for city in cities)


def _account_name(request: PageRequest) -> str:
    return "" if request.actor.account is None else account_name(request.workspace.project, request.actor)


def _signed_out() -> Markup:
    return Markup(
        '<section class="card text"><h2>{}</h2><p>{}</p><p><a class="call" href="sign-in">{}</a></p></section>'
    ).format(_("You are signed out"), _("Your session ended."), _("Sign in"))


def _retention_banner(request: PageRequest) -> Markup:
    """Returns a coordinator's notice that personal data are to be deleted, soon or now."""
    if not request.actor.is_coordinator or request.workspace.project.data_protection.purge_day is None:
        return NOTHING
    found = retention(request.workspace, request.actor)
    if not found.is_near:
        return NOTHING
    return Markup(
        '<div class="banner" role="note"><strong>{}</strong> {} <a data-go href="data_protection?{}">{}</a></div>'
    ).format(
        _("Data protection:"), retention_words(found), request.filters.carried, _("Data protection"),
    )  # fmt: skip


def _demonstration() -> Markup:
    return Markup('<div class="banner" role="note"><strong>{}</strong> {}</div>').format(
        _("Sample data:"), _("these people and figures are made up.")
    )


def _unexpected(error: Exception) -> LiaisonError:
    # An unexpected error may quote a cell of a sheet: log where it happened, not its message.
    _log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    return LiaisonError(
        _("Something went wrong."), hint=_("Reload the page. If it happens again, contact your administrator.")
    )
