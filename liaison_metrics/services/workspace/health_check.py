"""The result of one health check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """The result of one check. If it is not ``ok``, ``remedy`` says what to do; if it is, what would be better."""

    ok: bool
    message: str
    remedy: str = ""
