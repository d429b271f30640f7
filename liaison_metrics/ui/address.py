"""The current address of a session: the page and the query that the visitor last asked for.

A page takes time to rerun. Meanwhile the old blocks can still be clicked, and Streamlit's widgets still send the old
address. So the session keeps the address itself. The browser sends each click on a link with the address that the link
was rendered for; the server applies the difference between the two to the current address. It trusts the browser's own
address only at the start of a session and after Back or Forward.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st
from pydantic import TypeAdapter
from streamlit.runtime.scriptrunner import get_script_run_ctx

from liaison_metrics.domain.reach import DIMENSIONS

LANGUAGE = "lang"
"""The parameter that says in which language the pages are."""

CARRIED = frozenset({"indicator", "as_of", LANGUAGE, *DIMENSIONS})
"""Parameters that are kept when the visitor goes to another page."""

DETAILS = frozenset({"event", "lines"})
"""Parameters that are dropped when a filter changes."""

CLICKS = "address"
"""Key of the component that sends the clicks."""

_CURRENT = "current_address"


@dataclass(frozen=True, slots=True)
class Address:
    """A page's path ("" for the first page) and its query."""

    page: str
    query: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.page}?{urlencode(self.query)}"


@dataclass(frozen=True, slots=True)
class Click:
    """A click on a link, or a choice in a field.

    ``rendered`` is the address that the link was rendered for, ``link`` its target. ``sets`` names parameters that the
    link sets even if both addresses have the same value. ``number`` rises with each click of a session. A click
    rendered for no address ("") leads to ``link``, whatever the current address is.
    """

    number: int
    rendered: str
    link: str
    sets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Current:
    address: Address
    applied: int  # number of the last click applied


_clicks = TypeAdapter(tuple[Click, ...])


def follow(now: Address, click: Click) -> Address:
    """Returns the address after a click on a link, which may have been rendered for an older address than *now*."""
    if not click.rendered:
        return _read(click.link, "")
    rendered = _read(click.rendered, "")
    link = _read(click.link, rendered.page)
    changed = {
        name
        for name in {*rendered.query, *link.query, *click.sets}
        if name in click.sets or rendered.query.get(name) != link.query.get(name)
    }
    if LANGUAGE not in link.query:  # links to a detail name it nowhere; a page stays in its language
        changed.discard(LANGUAGE)
    page, kept = now.page, dict(now.query)
    if link.page != rendered.page:
        page, kept = link.page, _only(kept, CARRIED)
        changed |= link.query.keys() - CARRIED
    elif page != rendered.page and not changed <= CARRIED:
        page, kept = rendered.page, _only(kept, CARRIED)
    if changed - DETAILS - {"indicator"}:
        kept = _only(kept, kept.keys() - DETAILS | link.query.keys())
    return Address(page, _only(kept, kept.keys() - changed) | _only(link.query, changed))


def update(page: str, pages: Collection[str]) -> Address:
    """Applies new clicks and returns the current address.

    *page* is the path of the page that the browser asked for, *pages* are all known paths.
    """
    known: _Current | None = st.session_state.get(_CURRENT)
    clicks = _sent()
    if known is None or is_history_navigation():
        newest = max((click.number for click in clicks), default=0)
        known = _Current(Address(page, st.query_params.to_dict()), newest)
    for click in clicks:
        if click.number > known.applied:
            known = _Current(follow(known.address, click), click.number)
    if known.address.page not in pages:
        known = replace(known, address=replace(known.address, page=""))
    st.session_state[_CURRENT] = known
    return known.address


def is_history_navigation() -> bool:
    """Returns whether Back or Forward in the browser led to this run."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def current() -> tuple[Address, int]:
    """Returns the current address and the number of the last click applied to it."""
    known: _Current = st.session_state.get(_CURRENT, _Current(Address("", {}), 0))
    return known.address, known.applied


def drop(name: str) -> None:
    """Removes a parameter from the current address."""
    st.query_params.pop(name, None)
    known: _Current | None = st.session_state.get(_CURRENT)
    if known is not None:
        query = _only(known.address.query, known.address.query.keys() - {name})
        st.session_state[_CURRENT] = replace(known, address=replace(known.address, query=query))


def _sent() -> tuple[Click, ...]:
    component = st.session_state.get(CLICKS)
    return _clicks.validate_python((component and component.get("clicks")) or ())


def _read(text: str, page: str) -> Address:
    """Returns the address in *text*; an address without a path is on *page*."""
    path, _mark, query = text.partition("?")
    return Address(path.strip("./") if path else page, dict(parse_qsl(query, keep_blank_values=True)))


def _only(query: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    wanted = set(names)
    return {name: value for name, value in query.items() if name in wanted}


def server_address(public_url: str) -> str:
    """Returns the address of the program as others open it: the one of the settings, or else that of this page."""
    here = urlsplit(st.context.url or "")
    return public_url or f"{here.scheme}://{here.netloc}"
