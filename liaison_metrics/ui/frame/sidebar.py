"""The sidebar: the pages that a role may open, in groups, and who is signed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.texts import LANGUAGES, _, language, ngettext, offered
from liaison_metrics.ui.address import LANGUAGE, Address
from liaison_metrics.ui.frame.parts import NOTHING, joined

PAGE_ACTIONS = {
    "": Action.FIGURES_READ,
    "forecast": Action.FIGURES_READ,
    "explore": Action.EXPLORE_READ,
    "events": Action.EVENT_READ,
    "people": Action.PEOPLE_READ,
    "report": Action.REPORT_ISSUED_READ,
    "upload": Action.UPLOAD_IMPORT,
    "history": Action.UPLOAD_READ,
    "answers": Action.ANSWER_READ,
    "work_plan": Action.WORK_PLAN_READ,
    "objectives": Action.WORK_PLAN_READ,
    "committees": Action.COMMITTEE_READ,
    "skills": Action.MAPPING_READ,
    "owed": Action.OWED_READ,
    "statements": Action.STATEMENT_READ,
    "data_quality": Action.OWED_READ,
    "counting": Action.FIGURES_READ,
    "data_protection": Action.DATA_PROTECTION_READ,
    "accounts": Action.ACCOUNT_READ,
    "audit": Action.AUDIT_READ,
}
"""Who may open which page: whoever may do this somewhere. Each service checks again what it is asked for."""

GROUPS = {
    "figures": ("", "forecast", "explore", "events", "people", "report"),
    "sheets": ("upload", "answers", "owed", "statements", "data_quality", "history"),
    "work_plan": ("work_plan", "objectives", "committees", "skills"),
    "administration": ("accounts", "audit"),
    "help": ("counting", "data_protection"),
}
"""The pages of each group. Partners see their sheets first, because that is what they come for."""

BELOW = frozenset({"answers"})
"""Pages that belong to the one before them."""

FEW_PAGES = 4
"""Up to this many pages need no headings."""


class SidebarState(NamedTuple):
    """What the sidebar shows of this run: the page's title, the query to carry over, the pairs of events to check, who
    is signed in ("" where nobody needs to be), and who pays for the project."""

    title: str
    query: str
    to_check: int
    account: str
    funding: str


Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Groups by their codes, each with its pages: path and title."""


def page_groups(actor: Actor, titles: Mapping[str, str]) -> Groups:
    """Returns the groups with the pages (of *titles*, by path) that the actor may open, in the order for its role."""
    order = sorted(GROUPS, key=lambda group: actor.role is Role.PARTNER and group != "sheets")
    found = (
        (group, tuple((path, titles[path]) for path in GROUPS[group] if path in titles and may_open(actor, path)))
        for group in order
    )
    return tuple((group, pages) for group, pages in found if pages)


def may_open(actor: Actor, path: str) -> bool:
    """Returns whether there is anything for the actor on a page."""
    return allows_somewhere(actor, PAGE_ACTIONS[path])


@lru_cache(maxsize=256)
def sidebar(acronym: str, groups: Groups, current: SidebarState, _language: str) -> Markup:
    """Returns the sidebar's HTML."""
    headed = sum(len(pages) for _group, pages in groups) > FEW_PAGES
    return Markup(
        '<p class="brand"><strong>{}</strong><br><span class="muted small">{}</span></p>'
        '<nav class="pages" aria-label="{}">{}</nav>{}<p class="funding muted small">{}</p>'
    ).format(
        acronym, _("Attendance and targets"), _("Pages"),
        joined(_group(group, pages, current, headed=headed) for group, pages in groups), _account(current.account),
        current.funding,
    )  # fmt: skip


def _group(group: str, pages: tuple[tuple[str, str], ...], current: SidebarState, *, headed: bool) -> Markup:
    links = joined(_link(path, title, current) for path, title in pages)
    if not headed:
        return Markup("<div><ul>{}</ul></div>").format(links)
    return Markup('<div><p class="group" id="group-{}">{}</p><ul aria-labelledby="group-{}">{}</ul></div>').format(
        group, _group_name(group), group, links
    )


def _group_name(group: str) -> str:
    return {
        "figures": _("Figures"), "sheets": _("Sheets"), "work_plan": _("Work plan"),
        "administration": _("Administration"), "help": _("Help"),
    }[group]  # fmt: skip


def _link(path: str, title: str, current: SidebarState) -> Markup:
    return Markup('<li{}><a data-go href="{}?{}" data-at="page-{}"{}>{}{}</a></li>').format(
        Markup(' class="sub"') if path in BELOW else NOTHING, path or "./", current.query, path,
        Markup(' aria-current="page"') if title == current.title else NOTHING, title,
        _badge(current.to_check) if path == "events" and current.to_check else NOTHING,
    )  # fmt: skip


def _badge(count: int) -> Markup:
    words = ngettext("{n} pair to check", "{n} pairs to check", count).format(n=fmt.number(count))
    return Markup(' <span class="badge" title="{}">{}<span class="unseen"> {}</span></span>').format(
        words, fmt.number(count), _("to check")
    )


def language_switch(current: tuple[Address, int]) -> Markup:
    """Returns the links to the same page in each language, each by its own name; nothing where there is one alone.
    *current* is the address of the page and the number of the click that led there."""
    if len(offered()) == 1:
        return NOTHING
    links = joined(
        Markup('<a data-go="lang" href="{}" lang="{}" hreflang="{}"{}>{}</a>').format(
            replace(current[0], query={**current[0].query, LANGUAGE: code}), code, code,
            Markup(' aria-current="true"') if code == language() else NOTHING, LANGUAGES[code],
        )
        for code in offered()
    )  # fmt: skip
    return Markup('<nav class="languages small" aria-label="{}">{}</nav>').format(_("Language"), links)


def _account(name: str) -> Markup:
    """Returns who is signed in, with the way to the account and out."""
    if not name:
        return NOTHING
    return Markup(
        '<div class="account small"><p><strong>{}</strong></p><p><a href="account">{}</a></p>'
        '<form method="post" action="sign-out"><button>{}</button></form></div>'
    ).format(name, _("Your account"), _("Sign out"))


def menu_button() -> Markup:
    """Returns the button that opens the sidebar on a phone."""
    return Markup('<button type="button" class="menu"><span aria-hidden="true">☰</span> {}</button>').format(_("Menu"))
