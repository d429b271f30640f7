"""Access tokens: whose view they have, when they end, and who may revoke them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from liaison_metrics.errors import InvalidLink, NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, Actor, Role
from liaison_metrics.services.accounts import managing
from liaison_metrics.services.accounts.managing import AccountEntry
from liaison_metrics.services.accounts.own import access_tokens
from liaison_metrics.services.accounts.own.access_tokens import (
    NewAccessToken,
    actor_of_token,
    all_tokens,
    make_token,
    own_tokens,
    revoke_token,
)
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.access.sharing import ACCESS_TOKEN


def invited(workspace: Workspace, email: str, role: Role, *cities: str) -> Actor:
    managing.invite(workspace, AccountEntry(email, role, cities), COORDINATOR)
    accounts = managing.all_accounts(workspace, COORDINATOR)
    return next(one for one in accounts if one.email == email).actor


@pytest.fixture
def boss(workspace: Workspace) -> Actor:
    invited(workspace, "other@example.org", Role.COORDINATOR)
    return invited(workspace, "boss@example.org", Role.COORDINATOR)


@pytest.fixture
def graz(workspace: Workspace) -> Actor:
    return invited(workspace, "graz@example.org", Role.PARTNER, "graz")


def made(workspace: Workspace, actor: Actor, role: Role | None = None) -> str:
    assert actor.account is not None
    return make_token(workspace, actor.account, NewAccessToken("Sheet", 30, role or actor.role), actor)


def opens_as(workspace: Workspace, token: str) -> Actor | None:
    return actor_of_token(workspace, token, "/export/indicators.csv")


def uses(workspace: Workspace) -> int:
    return sum(line.action == "token.use" for line in entries(workspace, COORDINATOR)[1])


def test_a_token_acts_as_its_account_and_its_use_is_recorded_once_an_hour(workspace: Workspace, graz: Actor) -> None:
    token = made(workspace, graz)
    assert opens_as(workspace, token) == opens_as(workspace, token) == graz
    assert uses(workspace) == 1
    earlier = datetime.now(UTC) - timedelta(minutes=61)
    with workspace.store.writing() as connection:
        connection.execute(update(ACCESS_TOKEN).values(used_at=earlier))
    assert opens_as(workspace, token) == graz and uses(workspace) == 2
    with workspace.store.reading() as connection:
        stored = str(connection.execute(ACCESS_TOKEN.select()).all()) + str(entries(workspace, COORDINATOR))
    assert token not in stored and token.removeprefix(access_tokens.PREFIX) not in stored


def test_a_token_shows_less_but_never_more(workspace: Workspace, boss: Actor, graz: Actor) -> None:
    funder_view, own_view = made(workspace, boss, Role.FUNDER), made(workspace, boss)
    assert opens_as(workspace, funder_view) == Actor(Role.FUNDER, account=boss.account)
    for role in (Role.COORDINATOR, Role.FUNDER):
        with pytest.raises(WrongEntry):
            made(workspace, graz, role)
    assert boss.account is not None and graz.account is not None
    of_graz = made(workspace, graz)
    managing.change(workspace, graz.account, AccountEntry("", Role.PARTNER, ("kassel",)), COORDINATOR)
    moved = opens_as(workspace, of_graz)
    assert moved is not None and moved.cities == {"kassel"}, "the account as it is now"
    managing.change(workspace, graz.account, AccountEntry("", Role.COORDINATOR), COORDINATOR)
    assert opens_as(workspace, of_graz) is None, "a token never gains another view"
    assert opens_as(workspace, own_view) == boss


def test_what_is_over_or_forged_opens_nothing(workspace: Workspace, graz: Actor) -> None:
    token = made(workspace, graz)
    for forged in ("", "liaison_", token[:-1], token.removeprefix("liaison_"), token.upper(), f"{token}="):
        assert opens_as(workspace, forged) is None
    assert graz.account is not None
    managing.disable(workspace, graz.account, COORDINATOR)
    assert opens_as(workspace, token) is None
    managing.enable(workspace, graz.account, COORDINATOR)
    assert opens_as(workspace, token) == graz
    with workspace.store.writing() as connection:
        connection.execute(update(ACCESS_TOKEN).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    assert opens_as(workspace, token) is None and own_tokens(workspace, graz.account, graz) == []


def test_only_the_owner_and_coordinators_revoke(workspace: Workspace, boss: Actor, graz: Actor) -> None:
    token, second = made(workspace, graz), made(workspace, graz)
    thief = replace(graz, account=boss.account)
    numbers = [one.number for one in all_tokens(workspace, boss)]
    for attempt in (numbers[0], 10**9):
        with pytest.raises(NotAllowed):
            revoke_token(workspace, attempt, thief)
    with pytest.raises(NotAllowed):
        make_token(workspace, graz.account or 0, NewAccessToken("x", 30, Role.PARTNER), thief)
    revoke_token(workspace, numbers[0], graz)
    revoke_token(workspace, numbers[1], boss)
    assert opens_as(workspace, token) is opens_as(workspace, second) is None
    with pytest.raises(InvalidLink):
        revoke_token(workspace, numbers[1], boss)
    revoked = [line for line in entries(workspace, COORDINATOR)[1] if line.action == "token.revoke"]
    assert [line.account for line in revoked] == [boss.account, graz.account]


def test_a_token_needs_a_name_and_an_end(workspace: Workspace, graz: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert graz.account is not None
    for name, days in ((" ", 30), ("x", 0), ("x", 10_000), ("x" * 81, 30)):
        with pytest.raises(WrongEntry):
            make_token(workspace, graz.account, NewAccessToken(name, days, graz.role), graz)
    monkeypatch.setattr(access_tokens, "MOST_TOKENS", 1)
    made(workspace, graz)
    with pytest.raises(WrongEntry):
        made(workspace, graz)
