"""How much every run tries: of the examples of a property a third, and of the cases of a long test the most telling.
``make test-whole`` tries all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

_ALL = os.environ.get("LIAISON_TEST_EXAMPLES") == "all"


def share_of(examples: int) -> int:
    """Returns how many of a number of examples this run tries."""
    return examples if _ALL else max(1, examples // 3)


def cases(every_run: Iterable[object], others: Iterable[object]) -> list[Any]:
    """Returns the cases of a long test for ``parametrize``: those of every run, and others that only the whole run
    tries."""
    return [*every_run, *(pytest.param(other, marks=pytest.mark.whole) for other in others)]
