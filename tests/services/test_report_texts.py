"""Texts for the report: by indicator and period, with placeholders that exist."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.events.periods import Quarter
from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.figures.narrative.report_texts import (
    PLACEHOLDERS,
    filled,
    keep_report_text,
    report_texts,
    texts_to_report,
)
from liaison_metrics.services.workspace.audit.reading import entries
from tests.actors import partner
from tests.services.conftest import Fresh

SPRING = Quarter(2021, 2)


def test_a_text_is_kept_for_its_indicator_and_period(fresh: Fresh) -> None:
    workspace = fresh()
    keep_report_text(workspace, "IND1", SPRING, "Draft", COORDINATOR)
    keep_report_text(workspace, "IND1", SPRING, " {reached} of {target}.\n\nMore. ", COORDINATOR)
    keep_report_text(workspace, "IND2", SPRING.following, "Later", COORDINATOR)
    found = report_texts(workspace, SPRING, COORDINATOR)
    assert {code: one.text for code, one in found.items()} == {"IND1": "{reached} of {target}.\n\nMore."}
    assert texts_to_report(workspace, SPRING, COORDINATOR) == found
    last = entries(workspace, actor=COORDINATOR)[1][1]
    assert (last.about, last.before, last.after) == ("IND1 2021-Q2", '{"characters": 5}', '{"characters": 29}')
    keep_report_text(workspace, "IND1", SPRING, "  ", COORDINATOR)
    assert report_texts(workspace, SPRING, COORDINATOR) == {}


def test_an_unknown_placeholder_is_refused_with_those_that_exist(fresh: Fresh) -> None:
    workspace = fresh()
    for text in ("We reached {reachd}.", "{}", "{reached!r}"):
        with pytest.raises(WrongEntry, match="There is no placeholder") as refused:
            keep_report_text(workspace, "IND1", SPRING, text, COORDINATOR)
        assert all(f"{{{name}}}" in refused.value.hint for name in PLACEHOLDERS)
    assert report_texts(workspace, SPRING, COORDINATOR) == {}


def test_lone_braces_are_text() -> None:
    assert filled("{ {reached} }", {"reached": "12"}) == "{ 12 }"


def test_coordinators_alone_write_texts(fresh: Fresh) -> None:
    workspace = fresh()
    for actor in (partner("compass"), FUNDER):
        with pytest.raises(NotAllowed):
            keep_report_text(workspace, "IND1", SPRING, "x", actor)
        with pytest.raises(NotAllowed):
            report_texts(workspace, SPRING, actor)
        with pytest.raises(NotAllowed):
            texts_to_report(workspace, SPRING, actor)
