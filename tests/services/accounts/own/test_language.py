"""The language that an account keeps."""

from __future__ import annotations

import json

import pytest

from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.accounts.own.language import choose_language, own_language
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.accounts.conftest import with_password

pytestmark = pytest.mark.usefixtures("translated")


def test_an_account_keeps_what_its_owner_chose(workspace: Workspace) -> None:
    account = with_password(workspace)
    assert own_language(workspace, account.number, account.actor) == ""
    choose_language(workspace, account.number, "de", account.actor)
    choose_language(workspace, account.number, "it", account.actor)
    assert own_language(workspace, account.number, account.actor) == "it"
    last = entries(workspace, COORDINATOR)[1][0]
    assert (last.action, last.about) == ("language.choose", str(account.number))
    assert (json.loads(last.before), json.loads(last.after)) == ({"language": "de"}, {"language": "it"})


def test_nobody_chooses_for_somebody_else_or_what_there_is_not(workspace: Workspace) -> None:
    account = with_password(workspace)
    with pytest.raises(NotAllowed):
        choose_language(workspace, account.number, "de", COORDINATOR)
    with pytest.raises(NotAllowed):
        own_language(workspace, account.number, COORDINATOR)
    with pytest.raises(WrongEntry):
        choose_language(workspace, account.number, "el", account.actor)
