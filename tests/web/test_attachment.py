"""The headers of files to keep."""

from __future__ import annotations

import pytest

from liaison_metrics.web.files.attachment import attachment


@pytest.mark.parametrize("name", ["LIAISON-events.csv", "ΣΥΝΔΕΣΗ – θέσεις.csv", 'a"b\r\nX: y.csv'])
def test_any_name_makes_one_header_that_http_can_carry(name: str) -> None:
    header = attachment(name)["Content-Disposition"]
    assert header.isascii() and header.startswith("attachment; ")
    assert not any(sign in header for sign in '"\r\n')
