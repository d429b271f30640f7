"""Who may do what: every permission of the program, in one table.

A permission is an action on a kind of resource. What the table does not grant is denied. A service that acts names its
action with ``@requires`` and calls ``check`` once it knows the resource; a page calls ``allows`` to decide whether to
show a button. To add an action: add it to ``Action``, to ``RULES`` and to ``refusals.py``.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Any, TypeVar, cast

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.refusals import refusal

_Service = TypeVar("_Service", bound=Callable[..., Any])

_running = threading.local()
"""Whether a service runs in this thread: services call each other, and a refusal is told once."""


class ResourceKind(StrEnum):
    """The kinds of things that actions are about."""

    PROJECT = "project"
    """The project as a whole: its words, its figures, its reports."""

    SHEETS = "sheets"
    """Attendance sheets that are not stored yet. They belong to a partner, or to none."""

    FIGURES = "figures"
    """Figures about the people of some cities. They belong to a partner where all of these cities are its own."""

    UPLOAD = "upload"
    """A stored upload. It belongs to the partner that uploaded it."""

    EVENT = "event"
    """An event, held or planned. It belongs to the partners of its city."""

    PEOPLE = "people"
    """Persons who may be one. They belong to a partner where all cities in which they were seen are its own."""

    CORRECTION = "correction"
    """A correction of an event. It belongs to the partner that made it."""

    ANSWER = "answer"
    """A saved answer. It belongs to the partner whose sheets it is about."""

    OWED = "owed"
    """What a partner owes. It belongs to that partner."""

    ACCOUNT = "account"
    """What only the owner of an account may see and do."""


@dataclass(frozen=True, slots=True)
class Resource:
    """What an action is about: its kind, and who owns it: partners by their codes, partners to whom all of its cities
    belong, or an account by its number."""

    kind: ResourceKind
    owners: frozenset[str] = frozenset()
    cities: frozenset[str] = frozenset()
    owner: int | None = None

    @property
    def named(self) -> dict[str, object]:
        """Returns the kind and the owners in codes and numbers."""
        owners = {"partners": sorted(self.owners), "cities": sorted(self.cities), "account": self.owner}
        return {"kind": self.kind.value, **{name: value for name, value in owners.items() if value}}

    @classmethod
    def figures(cls, project: Project, city: str | None) -> Resource:
        """Returns the figures of a city (code; None: of all). Raises KeyError for a city that the project does not
        have."""
        cities = project.cities if city is None else [project.city(city)]
        return cls(ResourceKind.FIGURES, cities=frozenset(one.code for one in cities))

    @classmethod
    def sheets(cls, partner: str) -> Resource:
        """Returns the sheets of a partner (code; empty: of no partner)."""
        return cls(ResourceKind.SHEETS, _owners([partner]))

    @classmethod
    def upload(cls, made_by: str) -> Resource:
        """Returns an upload by the code of its actor."""
        return cls(ResourceKind.UPLOAD, _owners([made_by]))

    @classmethod
    def event(cls, project: Project, city: str) -> Resource:
        """Returns an event in a city (code). Raises KeyError for a city that the project does not have."""
        return cls(ResourceKind.EVENT, cities=frozenset([project.city(city).code]))

    @classmethod
    def people(cls, cities: Iterable[str]) -> Resource:
        """Returns persons by all cities (codes) in which they were seen."""
        return cls(ResourceKind.PEOPLE, cities=frozenset(cities))

    @classmethod
    def correction(cls, made_by: str) -> Resource:
        """Returns a correction by the code of its actor."""
        return cls(ResourceKind.CORRECTION, _owners([made_by]))

    @classmethod
    def answer(cls, partner: str) -> Resource:
        """Returns an answer about the sheets of a partner (code; empty: of no partner)."""
        return cls(ResourceKind.ANSWER, _owners([partner]))

    @classmethod
    def owed(cls, partner: str) -> Resource:
        """Returns what a partner (code) owes."""
        return cls(ResourceKind.OWED, _owners([partner]))

    @classmethod
    def account(cls, number: int) -> Resource:
        """Returns what belongs to an account, by its number."""
        return cls(ResourceKind.ACCOUNT, owner=number)


PROJECT = Resource(ResourceKind.PROJECT)


class Granted(StrEnum):
    """Whom a rule allows to act."""

    COORDINATOR = "coordinator"
    """The coordinator alone."""

    EVERYBODY = "everybody"
    """Each role."""

    PARTNERS = "partners"
    """The coordinator, and each partner."""

    OWNERS = "owners"
    """The coordinator, and each partner that owns the resource or all cities that it is about."""

    OWNER = "owner"
    """The owner of the account alone, whatever its role."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Whom an action on a kind of resource is granted to."""

    resource: ResourceKind
    granted: Granted


RULES: Mapping[Action, Rule] = MappingProxyType({
    Action.FIGURES_READ: Rule(ResourceKind.FIGURES, Granted.EVERYBODY),
    Action.EXPLORE_READ: Rule(ResourceKind.FIGURES, Granted.PARTNERS),
    Action.PROPERTIES_READ: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.ROWS_READ: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.EVENT_READ: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.UPLOAD_READ: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_ROWS_READ: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_IMPORT: Rule(ResourceKind.SHEETS, Granted.OWNERS),
    Action.UPLOAD_REPLACE: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_UNDO: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.UPLOAD_REDO: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.ORIGINAL_DOWNLOAD: Rule(ResourceKind.UPLOAD, Granted.OWNERS),
    Action.EVENT_UPLOAD: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_CORRECT: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_MERGE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_DECIDE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_PLAN: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.EVENT_REMOVE: Rule(ResourceKind.EVENT, Granted.OWNERS),
    Action.CORRECTION_UNDO: Rule(ResourceKind.CORRECTION, Granted.OWNERS),
    Action.OWED_READ: Rule(ResourceKind.OWED, Granted.OWNERS),
    Action.REMINDER_SEND: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DIGEST_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ANSWER_READ: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.ANSWER_UNDO: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.QUESTION_ASK: Rule(ResourceKind.ANSWER, Granted.OWNERS),
    Action.QUESTION_SETTLE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.COMMUNITY_ADD: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PEOPLE_READ: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.PEOPLE_DECIDE: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.PEOPLE_RENEW: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PEOPLE_TEXT_READ: Rule(ResourceKind.PEOPLE, Granted.OWNERS),
    Action.REPORT_ISSUE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.REPORT_EXACT: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.REPORT_PUBLISHED: Rule(ResourceKind.FIGURES, Granted.OWNERS),
    Action.REPORT_ISSUED_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.REPORT_COMPARE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DEMONSTRATION_ADD: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_INVITE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.ACCOUNT_CHANGE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.CREDENTIAL_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.CREDENTIAL_CHANGE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.LINK_SHARE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.TOKEN_MAKE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_REVOKE: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.TOKEN_READ_ALL: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.AUDIT_READ: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.SESSION_READ: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.SESSION_END: Rule(ResourceKind.ACCOUNT, Granted.OWNER),
    Action.PERSON_FORGET: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.PERSON_DISCLOSE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.DATA_PROTECTION_READ: Rule(ResourceKind.PROJECT, Granted.EVERYBODY),
    Action.PERSONAL_DATA_PURGE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.BACKUP_MAKE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.BACKUP_RESTORE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
    Action.KEY_ROTATE: Rule(ResourceKind.PROJECT, Granted.COORDINATOR),
})  # fmt: skip
"""Every permission. An action that is missing here is denied to everybody."""


def allows(actor: Actor | None, action: Action, resource: Resource = PROJECT) -> bool:
    """Returns whether an actor may do something. Nobody (None) may do nothing."""
    rule = RULES.get(action)
    if actor is None or rule is None or rule.resource is not resource.kind:
        return False
    if rule.granted is Granted.OWNER:
        return resource.owner is not None and actor.account == resource.owner
    if rule.granted is Granted.OWNERS and not actor.is_coordinator:
        return actor.role is Role.PARTNER and _owns(actor, resource)
    return allows_somewhere(actor, action)


def allows_somewhere(actor: Actor | None, action: Action) -> bool:
    """Returns whether there can be anything on which an actor may do something: whether a page is for its role."""
    rule = RULES.get(action)
    if actor is None or rule is None:
        return False
    if rule.granted in (Granted.OWNERS, Granted.PARTNERS):
        return actor.role in (Role.COORDINATOR, Role.PARTNER)
    return actor.is_coordinator or rule.granted is not Granted.COORDINATOR


def _owns(actor: Actor, resource: Resource) -> bool:
    return actor.partner in resource.owners or (bool(resource.cities) and resource.cities <= actor.cities)


def check(actor: Actor | None, action: Action, resource: Resource = PROJECT) -> None:
    """Raises NotAllowed where the actor may not do this. Nobody (None) may do nothing."""
    if not allows(actor, action, resource):
        message, hint = refusal(action)
        refused = NotAllowed(message, hint=hint)
        refused.action, refused.resource = action.value, resource.named
        raise refused


def requires(action: Action) -> Callable[[_Service], _Service]:
    """Returns a decorator that declares which action a service performs. The service itself calls ``check``, because
    only it knows the resource. The workspace that the service works on is told of each refusal, once the transactions
    of the service are over.

    Raises TypeError where the service has no parameter ``actor``, or has a default for it.
    """

    def declare(service: _Service) -> _Service:
        signature = inspect.signature(service)
        actor = signature.parameters.get("actor")
        if actor is None or actor.default is not inspect.Parameter.empty:
            raise TypeError(f"{service.__name__} needs a parameter “actor” without a default")

        @wraps(service)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            is_outermost, _running.service = not getattr(_running, "service", False), True
            try:
                return service(*args, **kwargs)
            except NotAllowed as error:
                if is_outermost and error.action:
                    given = signature.bind(*args, **kwargs).arguments
                    tell = getattr(given.get("workspace"), "on_refusal", None)
                    if tell is not None:
                        tell(given["actor"], error)
                raise
            finally:
                if is_outermost:
                    _running.service = False

        guarded.required_action = action  # type: ignore[attr-defined]
        return cast(_Service, guarded)

    return declare


def open_to_anybody(_reason: str) -> Callable[[_Service], _Service]:
    """Returns a decorator for a service that needs no permission, with the reason why: nobody is signed in yet, or a
    secret token is the permission."""

    def declare(service: _Service) -> _Service:
        service.open_to_anybody = True  # type: ignore[attr-defined]
        return service

    return declare


def is_open_to_anybody(service: object) -> bool:
    """Returns whether a service declares that it needs no permission."""
    return getattr(service, "open_to_anybody", False)


def required_action(service: object) -> Action | None:
    """Returns the action that a service declares with ``@requires``, None where it declares none."""
    return getattr(service, "required_action", None)


def _owners(codes: Iterable[str]) -> frozenset[str]:
    """Returns the partners among the codes of actors. The coordinator owns nothing."""
    return frozenset(code for code in codes if code and code not in set(Role))
