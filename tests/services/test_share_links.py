"""Share links: expired, revoked, forged and guessed ones open nothing; what happens is recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from liaison_metrics.errors import InvalidLink, SignInRefused, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts.throttling import Visit
from liaison_metrics.services.issued_reports.share_links import (
    NewShareLink,
    SharedPage,
    all_links,
    find_link,
    make_link,
    needs_password,
    open_shared,
    revoke_link,
)
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access.sharing import SHARE_LINK

HERE = Visit("192.0.2.1")
PASSWORD = "seven lemons on a tram"
OPEN = NewShareLink("For the funder", SharedPage.TARGETS, 30)
LOCKED = NewShareLink("For the funder", SharedPage.REPORT, 30, PASSWORD)


def acts(workspace: Workspace) -> list[str]:
    return [line.action.removeprefix("share_link.") for line in reversed(entries(workspace, COORDINATOR)[1])]


def test_a_link_opens_until_it_is_revoked(workspace: Workspace) -> None:
    token = make_link(workspace, OPEN, COORDINATOR)
    ticket = open_shared(workspace, token, HERE)
    assert open_shared(workspace, token, HERE, ticket=ticket) == ticket, "a visit is recorded once"
    [link] = all_links(workspace, COORDINATOR)
    assert find_link(workspace, token) == link and not link.is_over
    revoke_link(workspace, link.number, COORDINATOR)
    for attempt in (lambda: open_shared(workspace, token, HERE, ticket=ticket), lambda: find_link(workspace, token),
                    lambda: revoke_link(workspace, link.number, COORDINATOR)):  # fmt: skip
        with pytest.raises(InvalidLink):
            attempt()
    assert acts(workspace) == ["make", "open", "revoke"]


def test_a_link_expires_and_no_other_token_opens_it(workspace: Workspace) -> None:
    token = make_link(workspace, OPEN, COORDINATOR)
    for forged in ("", "x", token[:-1], token.swapcase(), f"{token} "):
        with pytest.raises(InvalidLink):
            find_link(workspace, forged)
    with workspace.store.writing() as connection:
        connection.execute(update(SHARE_LINK).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    with pytest.raises(InvalidLink):
        open_shared(workspace, token, HERE)


@pytest.mark.usefixtures("cheap_hashes")
def test_a_password_is_asked_for_and_guessing_has_to_wait(workspace: Workspace) -> None:
    token, other = make_link(workspace, LOCKED, COORDINATOR), make_link(workspace, LOCKED, COORDINATOR)
    assert needs_password(workspace, token, "")
    ticket = open_shared(workspace, token, HERE, PASSWORD)
    assert not needs_password(workspace, token, ticket)
    until, signature = ticket.split(".")
    for forged in (f"{int(until) + 1}.{signature}", f"{until}.", f".{signature}", f"1.{signature}", "x"):
        assert needs_password(workspace, token, forged)
    assert needs_password(workspace, other, ticket), "a ticket opens one link"
    refusals = []
    for _attempt in range(7):
        with pytest.raises(SignInRefused) as refused:
            open_shared(workspace, token, HERE, "guess")
        refusals.append(refused.value.wait_seconds > 0)
    assert refusals[:5] == [False] * 5 and refusals[-1]
    assert acts(workspace) == ["make", "make", "open", *["refuse"] * 5]


def test_the_store_keeps_neither_token_nor_password(workspace: Workspace, cheap_hashes: None) -> None:
    token = make_link(workspace, LOCKED, COORDINATOR)
    with workspace.store.reading() as connection:
        stored = str(connection.execute(SHARE_LINK.select()).all()) + str(entries(workspace, COORDINATOR))
    assert token not in stored and PASSWORD not in stored


@pytest.mark.parametrize(
    "wrong",
    [
        NewShareLink(" ", SharedPage.TARGETS, 30), NewShareLink("x", SharedPage.TARGETS, 0),
        NewShareLink("x", SharedPage.TARGETS, 100_000), NewShareLink("x", SharedPage.TARGETS, 30, "short"),
        *(NewShareLink("x", SharedPage.TARGETS, 30, site=site)
          for site in ("example.org", "https://a.example; script-src *", "https://a.example/path", "http://a.example",
                       "https://a.example\r\nX: y", "javascript:alert(1)")),
    ],
)  # fmt: skip
def test_a_wrong_entry_makes_no_link(workspace: Workspace, wrong: NewShareLink) -> None:
    with pytest.raises(WrongEntry):
        make_link(workspace, wrong, COORDINATOR)
    assert all_links(workspace, COORDINATOR) == []
