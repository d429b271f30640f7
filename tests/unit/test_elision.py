"""Articles before numbers in Italian."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics import format as fmt
from liaison_metrics.texts import _, speaking
from liaison_metrics.texts.elision import fitting


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("Fino al {day}.", "8 feb 2022", "Fino all’8 feb 2022."),
        ("il {day}", "11 mar 2022", "l’11 mar 2022"),
        ("Il {day}", "8 mar 2022", "L’8 mar 2022"),
        ("dal {day}", "9 mar 2022", "dal 9 mar 2022"),
        ("del {day}", "18 mar 2022", "del 18 mar 2022"),
        ("del {day}", "11.000", "del 11.000"),
    ],
)
def test_articles_fit_the_day(text: str, day: str, expected: str) -> None:
    assert fitting(text).format(day=day) == expected


def test_every_text_of_the_catalogue_does() -> None:
    with speaking("it"):
        assert _("Events up to {day}.").format(day=fmt.day(date(2022, 2, 8))) == "Eventi fino all’8 feb 2022."
        assert fmt.day(date(2020, 10, 1)) == "1º ott 2020" and fmt.month("2020-10") == "ott 2020"
