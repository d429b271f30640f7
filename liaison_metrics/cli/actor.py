"""Who acts on the command line."""

from __future__ import annotations

from liaison_metrics.services.access.actors import COORDINATOR, Actor


def command_line_actor() -> Actor:
    """Returns the actor of every command: the coordinator. Whoever can run commands on this machine can read the store
    and its key anyway."""
    return COORDINATOR
