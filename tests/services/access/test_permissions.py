"""Who may do what: the table of rules, and that every service that acts has one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import reduce

import pytest

import liaison_metrics
from liaison_metrics.domain.project import Project
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor
from liaison_metrics.services.access.permissions import (
    PROJECT,
    RULES,
    Granted,
    Resource,
    ResourceKind,
    allows,
    check,
    is_open_to_anybody,
    required_action,
    requires,
)
from liaison_metrics.services.access.refusals import refusal
from tests.actors import partner
from tests.conftest import ROOT
from tests.services.access.writing_services import PACKAGES, writing_services

OWNER, OTHER = partner("compass"), partner("vifin")

COORDINATOR_ONLY = {
    Action.ORIGINAL_DOWNLOAD, Action.COMMUNITY_ADD, Action.REPORT_ISSUE, Action.REPORT_EXACT, Action.DEMONSTRATION_ADD,
    Action.ACCOUNT_READ, Action.ACCOUNT_INVITE, Action.ACCOUNT_CHANGE, Action.BACKUP_MAKE, Action.BACKUP_RESTORE,
    Action.AUDIT_READ, Action.LINK_SHARE, Action.TOKEN_READ_ALL,
}  # fmt: skip


def resource_of(action: Action, project: Project) -> Resource:
    """Something that the action is about and that ``OWNER`` owns."""
    return {
        ResourceKind.PROJECT: PROJECT,
        ResourceKind.SHEETS: Resource.sheets("compass"),
        ResourceKind.UPLOAD: Resource.upload("compass"),
        ResourceKind.EVENT: Resource.event(project, "graz"),
        ResourceKind.CORRECTION: Resource.correction("compass"),
        ResourceKind.ANSWER: Resource.answer("compass"),
        ResourceKind.ACCOUNT: Resource.account(1),
    }[RULES[action].resource]


@pytest.mark.parametrize("action", list(Action))
def test_each_action_for_each_kind_of_actor(action: Action, project: Project) -> None:
    resource = resource_of(action, project)
    if RULES[action].granted is Granted.OWNER:
        for owner in (COORDINATOR, OWNER, FUNDER):
            assert allows(replace(owner, account=1), action, resource)
            assert not allows(replace(owner, account=2), action, resource) and not allows(owner, action, resource)
        return
    assert allows(COORDINATOR, action, resource)
    assert not allows(FUNDER, action, resource)
    assert allows(OWNER, action, resource) is (action not in COORDINATOR_ONLY)
    assert not allows(OTHER, action, resource)
    assert not allows(None, action, resource)
    check(COORDINATOR, action, resource)
    with pytest.raises(NotAllowed) as refused:
        check(OTHER, action, resource)
    assert (refused.value.message, refused.value.hint) == refusal(action)
    assert refused.value.message and refused.value.hint


def test_what_no_rule_grants_is_denied(project: Project) -> None:
    assert not allows(COORDINATOR, "upload.burn", Resource.upload("compass"))  # type: ignore[arg-type]
    assert not allows(COORDINATOR, Action.UPLOAD_UNDO, Resource.event(project, "graz")), "a rule is about one kind"
    assert not allows(COORDINATOR, Action.UPLOAD_UNDO)
    assert set(RULES) == set(Action)


def test_what_the_coordinator_made_belongs_to_no_partner() -> None:
    for code in ("", COORDINATOR.code):
        assert Resource.upload(code).owners == frozenset()
        assert not allows(OWNER, Action.UPLOAD_UNDO, Resource.upload(code))


# ---- every service that acts ------------------------------------------------------------------------


def services() -> Iterator[tuple[str, str, Callable[..., object]]]:
    """Every function and method of the packages in which services stand, with its module and name."""
    for package in PACKAGES:
        for info in pkgutil.walk_packages([str(ROOT / "liaison_metrics" / package)], f"liaison_metrics.{package}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                if getattr(value, "__module__", None) != info.name:
                    continue
                if inspect.isfunction(value):
                    yield info.name, name, value
                elif inspect.isclass(value):
                    for method, function in inspect.getmembers(value, inspect.isfunction):
                        yield info.name, f"{name}.{method}", function


def test_every_service_that_writes_declares_its_action() -> None:
    writing = writing_services()
    assert ("liaison_metrics.services.intake.manual_entry", "import_entry") in writing, "found through another module"
    assert ("liaison_metrics.services.events.corrections", "correct") in writing, "found through a private function"
    undeclared = []
    for module, name in sorted(writing):
        function = reduce(getattr, name.split("."), importlib.import_module(module))
        if required_action(function) is None and not is_open_to_anybody(function):
            undeclared.append(f"{module}.{name}")
    assert undeclared == []


def test_every_rule_is_used() -> None:
    declared = {required_action(function) for _module, _name, function in services()}
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("liaison_metrics", "pages")
        for path in (ROOT / folder).rglob("*.py")
        if path.parent.name != "access"
    )
    asked = {Action[name] for name in re.findall(r"(?:check|allows)\([^()]*Action\.([A-Z_]+)", source)}
    assert set(Action) - declared - asked == set()


def test_every_declared_action_is_checked_where_it_is_declared() -> None:
    """The rule of ``import_entry`` is checked by ``import_file``, which does the work."""
    for module, name, function in services():
        if (action := required_action(function)) and name != "import_entry":
            source = inspect.getsource(importlib.import_module(module))
            assert len(re.findall(rf"\bAction\.{action.name}\b", source)) > 1, f"{module}.{name} never checks {action}"


def test_no_function_has_a_default_actor() -> None:
    walked = list(pkgutil.walk_packages(liaison_metrics.__path__, "liaison_metrics."))
    for info in walked:
        if ".migrations." in info.name or info.name.endswith("__main__"):
            continue
        for name, function in inspect.getmembers(importlib.import_module(info.name), inspect.isfunction):
            actor = inspect.signature(function).parameters.get("actor")
            assert actor is None or actor.default is inspect.Parameter.empty, f"{info.name}.{name}"


def test_a_service_without_an_actor_cannot_declare_an_action() -> None:
    def nobody(workspace: object) -> None: ...

    def anybody(workspace: object, actor: Actor = COORDINATOR) -> None: ...

    for service in (nobody, anybody):
        with pytest.raises(TypeError):
            requires(Action.UPLOAD_UNDO)(service)
