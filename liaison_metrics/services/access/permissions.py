"""Whether an actor may do something, by the table of ``rules.py``.

What the table does not grant is denied. A service that acts names its action with ``@requires`` and calls ``check``
once it knows the resource; a page calls ``allows`` to decide whether to show a button.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import NotAllowed
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.refusals import refusal
from liaison_metrics.services.access.rules import RULES, Granted, ResourceKind

_Service = TypeVar("_Service", bound=Callable[..., Any])

_running = threading.local()
"""Whether a service runs in this thread: services call each other, and a refusal is told once."""


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
    def work(cls, city: str) -> Resource:
        """Returns a piece of work in a city (code; empty: of the whole project)."""
        return cls(ResourceKind.WORK, cities=frozenset([city] if city else []))

    @classmethod
    def deliverable(cls, owner: str) -> Resource:
        """Returns a deliverable by the partner that owes it (code; empty: nobody)."""
        return cls(ResourceKind.WORK, _owners([owner]))

    @classmethod
    def note(cls, partner: str = "", city: str = "") -> Resource:
        """Returns a note by the partner that it is about, or by the city of its event (codes; empty: on a figure of the
        whole project)."""
        return cls(ResourceKind.NOTE, _owners([partner]), frozenset([city] if city else []))

    @classmethod
    def account(cls, number: int) -> Resource:
        """Returns what belongs to an account, by its number."""
        return cls(ResourceKind.ACCOUNT, owner=number)


PROJECT = Resource(ResourceKind.PROJECT)


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
