"""Reasons of rejected rows in another language."""

from __future__ import annotations

import inspect
import re

import pytest

from liaison_metrics.services.intake.workbooks import retelling
from liaison_metrics.services.intake.workbooks.retelling import advice_without_date, retold
from liaison_metrics.sheets.checks.doubts import unclear_row
from liaison_metrics.sheets.remarks import invalid_date, outside_period
from liaison_metrics.texts import LANGUAGES, speaking
from tests.conftest import ROOT


@pytest.mark.parametrize("kept", LANGUAGES)
def test_a_reason_is_told_in_the_language_of_the_page(kept: str) -> None:
    with speaking(kept):
        reason, advice = invalid_date("31/02/2021")
    with speaking("da"):
        told = invalid_date("31/02/2021")
        assert (retold(reason), retold(advice)) == told
    assert retold(reason) == "“31/02/2021” isn't a valid date."
    assert advice in advice_without_date()


def test_every_reason_is_known() -> None:
    """Whoever adds a reason to the reader adds it to those that are told again."""
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "liaison_metrics" / "sheets").rglob("*.py"))
    reasons = set(
        re.findall(r"^def (\w+)\([^)]*\) -> tuple\[str, str\]:\n    \"\"\"Returns (?:reason|the same)", code, re.M)
    )
    known = inspect.getsource(retelling)
    assert {"invalid_date", "unclear_row"} < reasons
    assert [one for one in reasons - {"outside_project", "unknown_word"} if f"{one}(" not in known] == []


def test_a_row_that_waits_is_told_of_in_each_language() -> None:
    with speaking("de"):
        kept = unclear_row()
    assert tuple(map(retold, kept)) == unclear_row()


def test_every_value_stays() -> None:
    with speaking("el"):
        reason, _advice = outside_period("2030-01-01", "2020-02-03", "2022-04-02")
    assert retold(reason) == "2030-01-01 is outside the project period (2020-02-03 to 2022-04-02)."
    assert retold("something else") == "something else"
