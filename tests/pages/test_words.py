"""Answers in the words of people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.ui.frame.words import about_words, code_words


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("date", "2021-05-04", "4 May 2021"), ("birth", "1980-01-31", "31 Jan 1980"), ("city", "graz", "Graz"),
        ("birth", "not_stated", "not stated"), ("date_order", "day first", "day first"), ("header_row", "3", "3"),
    ],
)  # fmt: skip
def test_an_answer_is_readable(project: Project, kind: str, code: str, words: str) -> None:
    assert code_words(project, kind, code) == words


def test_an_answer_about_events_names_day_and_city(project: Project) -> None:
    value = "Sewing circle / Summer (2) (2021-06-01, graz)"
    assert about_words(project, "same_event", value) == "Sewing circle / Summer (2) (1 Jun 2021, Graz)"
    assert about_words(project, "additional", "– (2021-06-01, vejle)") == "– (1 Jun 2021, Vejle)"
    assert about_words(project, "community", "Bangla (2021-13-01, x)") == "Bangla (2021-13-01, x)"
