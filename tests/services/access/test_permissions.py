"""Who may do what: the table of rules, and that every service that acts has one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import reduce

import pytest

import liaison_metrics
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import PERSON_DIMENSIONS, Scope
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER, Actor, Role
from liaison_metrics.services.access.figure_queries import check_figures
from liaison_metrics.services.access.permissions import (
    PROJECT,
    Resource,
    allows,
    allows_somewhere,
    check,
    is_open_to_anybody,
    required_action,
    requires,
)
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.access.rules import RULES, Granted, ResourceKind
from tests.actors import partner
from tests.conftest import ROOT
from tests.services.access.store_services import PACKAGES, reading_services, writing_services

OWNER, OTHER = partner("compass"), partner("vifin")

COORDINATOR_ONLY = {
    Action.REMINDER_SEND, Action.DIGEST_READ, Action.DELIVERABLE_PLAN, Action.REPORT_TEXT_READ,
    Action.REPORT_TEXT_CHANGE, Action.STATEMENT_DECIDE,
    Action.REPORT_COMPARE, Action.COMMUNITY_ADD, Action.REPORT_ISSUE, Action.REPORT_EXACT, Action.DEMONSTRATION_ADD,
    Action.ACCOUNT_READ, Action.ACCOUNT_INVITE, Action.ACCOUNT_CHANGE, Action.BACKUP_MAKE, Action.BACKUP_RESTORE,
    Action.KEY_ROTATE, Action.PEOPLE_RENEW, Action.PERSON_FORGET, Action.PERSON_DISCLOSE, Action.PERSONAL_DATA_PURGE,
    Action.AUDIT_READ, Action.LINK_SHARE, Action.TOKEN_READ_ALL, Action.QUESTION_SETTLE,
}  # fmt: skip


EVERYBODY = {
    Action.FIGURES_READ, Action.REPORT_ISSUED_READ, Action.DATA_PROTECTION_READ, Action.WORK_PLAN_READ,
    Action.EVIDENCE_KINDS_READ, Action.NOTE_READ,
    Action.COMMITTEE_READ, Action.MAPPING_READ,
}  # fmt: skip
PARTNERS = {Action.EXPLORE_READ, Action.MEMBER_READ, Action.SKILL_READ}


def resource_of(action: Action, project: Project) -> Resource:
    """Something that the action is about and that ``OWNER`` owns."""
    return {
        ResourceKind.PROJECT: PROJECT,
        ResourceKind.FIGURES: Resource.figures(project, "graz"),
        ResourceKind.SHEETS: Resource.sheets("compass"),
        ResourceKind.UPLOAD: Resource.upload("compass"),
        ResourceKind.EVENT: Resource.event(project, "graz"),
        ResourceKind.PEOPLE: Resource.people(["graz"]),
        ResourceKind.CORRECTION: Resource.correction("compass"),
        ResourceKind.ANSWER: Resource.answer("compass"),
        ResourceKind.OWED: Resource.owed("compass"),
        ResourceKind.NOTE: Resource.note("compass"),
        ResourceKind.WORK: Resource.work("graz"),
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
    assert allows(FUNDER, action, resource) is (action in EVERYBODY)
    assert allows(OWNER, action, resource) is (action not in COORDINATOR_ONLY)
    assert allows(OTHER, action, resource) is (action in EVERYBODY | PARTNERS)
    assert not allows(None, action, resource)
    check(COORDINATOR, action, resource)
    refused_to = next(actor for actor in (OTHER, FUNDER, None) if not allows(actor, action, resource))
    with pytest.raises(NotAllowed) as refused:
        check(refused_to, action, resource)
    assert (refused.value.message, refused.value.hint) == refusal(action)
    assert refused.value.message and refused.value.hint


def test_what_no_rule_grants_is_denied(project: Project) -> None:
    assert not allows(COORDINATOR, "upload.burn", Resource.upload("compass"))  # type: ignore[arg-type]
    assert not allows(COORDINATOR, Action.UPLOAD_UNDO, Resource.event(project, "graz")), "a rule is about one kind"
    assert not allows(COORDINATOR, Action.UPLOAD_UNDO)
    assert set(RULES) == set(Action)


def test_somewhere_means_on_some_resource(project: Project) -> None:
    for action in Action:
        resource = resource_of(action, project)
        for actor in (COORDINATOR, OWNER, FUNDER, None):
            found = allows_somewhere(actor, action)
            assert found is (RULES[action].granted is Granted.OWNER and actor is not None) or allows(
                actor, action, resource
            )


def test_figures_of_several_cities_need_all_of_them(project: Project) -> None:
    two = Actor(Role.PARTNER, "compass", frozenset({"graz", "kassel"}))
    for city in ("graz", "kassel"):
        assert allows(two, Action.PROPERTIES_READ, Resource.figures(project, city))
    assert not allows(two, Action.PROPERTIES_READ, Resource.figures(project, None))
    nowhere = Actor(Role.PARTNER, "", frozenset())
    assert not allows(nowhere, Action.PROPERTIES_READ, Resource(ResourceKind.FIGURES)), "no city is nobody's"
    everywhere = Actor(Role.PARTNER, "", frozenset(city.code for city in project.cities))
    assert allows(everywhere, Action.PROPERTIES_READ, Resource.figures(project, None))


def test_a_query_needs_what_its_dimensions_and_its_scope_need(project: Project) -> None:
    def needs(scope: Scope | None, *by: str) -> tuple[bool, bool, bool]:
        return tuple(_may(actor, project, scope, by) for actor in (FUNDER, OTHER, OWNER))  # type: ignore[return-value]

    assert needs(None) == needs(Scope(city="graz")) == needs(None, "city") == (True, True, True)
    assert needs(None, "month") == needs(Scope(activity="project_fair")) == needs(Scope(month="2021-03")) == (
        False, True, True,
    )  # fmt: skip
    for dimension in PERSON_DIMENSIONS:
        assert needs(None, dimension) == needs(None, "city", dimension) == (False, False, False)
        assert needs(Scope(**{dimension: "x"})) == (False, False, False)  # type: ignore[arg-type]
        assert needs(Scope(city="graz"), dimension) == (False, False, True)
        assert needs(Scope(**{"city": "graz", dimension: "x"}), "city") == (False, False, True)  # type: ignore[arg-type]


def _may(actor: Actor, project: Project, scope: Scope | None, by: Iterable[str]) -> bool:
    try:
        check_figures(project, scope, actor, by)
    except NotAllowed:
        return False
    return True


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


def test_every_service_that_reads_declares_its_action() -> None:
    reading = reading_services()
    assert ("liaison_metrics.services.figures", "curve") in reading
    assert ("liaison_metrics.exports.frames.indicators", "curve") in reading, "found through another module"
    undeclared = []
    for module, name in sorted(reading):
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
