"""Reasons of rejected rows in another language."""

from __future__ import annotations

import pytest

from liaison_metrics.services.intake.workbooks.retelling import advice_without_date, retold
from liaison_metrics.sheets.remarks import invalid_date, outside_period
from liaison_metrics.texts import LANGUAGES, speaking


@pytest.mark.parametrize("kept", LANGUAGES)
def test_a_reason_is_told_in_the_language_of_the_page(kept: str) -> None:
    with speaking(kept):
        reason, advice = invalid_date("31/02/2021")
    with speaking("da"):
        told = invalid_date("31/02/2021")
        assert (retold(reason), retold(advice)) == told
    assert retold(reason) == "“31/02/2021” isn't a valid date."
    assert advice in advice_without_date()


def test_every_value_stays() -> None:
    with speaking("el"):
        reason, _advice = outside_period("2030-01-01", "2020-02-03", "2022-04-02")
    assert retold(reason) == "2030-01-01 is outside the project period (2020-02-03 to 2022-04-02)."
    assert retold("something else") == "something else"
