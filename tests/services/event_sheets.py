"""Small sheets about events of one day in Graz: lists of people, and logs that only state numbers."""

from __future__ import annotations

from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.workspace.workspace import Workspace


def people_list(title: str, people: int, first: int = 0) -> bytes:
    """A list of so many people, from the given one on, at one event."""
    rows = [f"Person {chr(65 + one)}le Be{chr(97 + one)}rg,p{one}@example.org" for one in range(first, first + people)]
    head = (
        "Activity: Skill-transfer workshop", "City: Graz", "Date: 2021-05-04", f"Title: {title}", "", "Name,Email"
    )  # fmt: skip
    return "\n".join([*head, *rows, ""]).encode()


def log(*events: tuple[str, int], date: str = "2021-05-04") -> bytes:
    """A log of events, each with its title and its number of participants."""
    rows = [f"Skill-transfer workshop,Graz,{date},{title},{people}" for title, people in events]
    return "\n".join(["Activity,City,Date,Title,Participants", *rows, ""]).encode()


def workshops(workspace: Workspace) -> int:
    """Returns the people reached through workshops and fairs."""
    return figures.indicators(workspace, actor=COORDINATOR)[0].reach.reached
