"""The question about a table that looks like something else than attendance."""

from __future__ import annotations

from liaison_metrics.sheets.checks.topics.topic_words import MONEY
from liaison_metrics.texts import _


def topic_question(topic: str) -> str:
    """Returns the question about a table of a topic."""
    kinds = {
        "invoices": _("a list of invoices or fees"),
        "suppliers": _("a list of suppliers"),
        "grades": _("a list of marks at school"),
        "stock": _("a list of things"),
        "evaluation": _("an evaluation"),
        "plans": _("a plan"),
        "catering": _("an order of meals"),
        "applications": _("a list of applications"),
        "subscribers": _("a list of subscribers or clicks"),
        "contacts": _("a list of contacts"),
        "members": _("a list of members"),
        "residents": _("figures about residents"),
        "travel": _("a list of journeys"),
        "roster": _("a plan of shifts"),
        "keys": _("a list of things handed out"),
        "waiting": _("a waiting list"),
        "tasks": _("a list of tasks"),
        "invitations": _("a list of people who were invited"),
        "seating": _("a plan of seats or rooms"),
        "consent": _("a list of consent forms"),
        "chat": _("a chat"),
        "polls": _("a poll about days"),
        "registrations": _("a list of people who registered"),
        "codes": _("answers in codes"),
        MONEY: _("a table about money, goods or work"),
    }
    return _("This looks like {kind}. Are these people who were at the event?").format(kind=kinds[topic])
