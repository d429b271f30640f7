"""liaison-metrics: attendance sheets in, a project's promised figures out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from liaison_metrics.exports import frames as frames

__version__ = "0.1.0"


def __getattr__(name: str) -> ModuleType:
    """Loads ``liaison_metrics.frames`` on first use, so that programs that need no tables do not load pandas."""
    if name == "frames":
        return import_module("liaison_metrics.exports.frames")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
