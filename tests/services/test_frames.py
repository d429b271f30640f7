"""The tables as DataFrames: their docstrings state their columns, and the example for notebooks runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pandas as pd
import pytest

import liaison_metrics
from liaison_metrics.exports import frames
from liaison_metrics.exports.frames import report as of_reports
from liaison_metrics.exports.frames.events import CountedEventRow, EventRow
from liaison_metrics.reports.forms import tidy
from liaison_metrics.reports.making import make
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.planned import EventChoice
from liaison_metrics.services.installation import demo
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from tests.conftest import PROJECT_FILE, ROOT

PAGE = ROOT / "docs" / "analysis.md"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    settings = Settings(
        database_url=f"sqlite:///{tmp_path_factory.mktemp('frames') / 'demo.db'}", project_file=PROJECT_FILE
    )
    workspace = open_workspace(settings)
    demo.fill_with_demonstration(workspace, COORDINATOR)
    return workspace


def documented(function: Callable[..., object]) -> dict[str, str]:
    """The columns and dtypes in the table of a docstring."""
    return dict(re.findall(r"^ *(\w+) +(str|[Ii]nt64|datetime64\[s\])(?= )", function.__doc__ or "", re.MULTILINE))


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


def test_docstrings_state_the_columns_and_dtypes(filled: Workspace) -> None:
    for name in frames.__all__:
        function = getattr(frames, name)
        asked = {"curve": ["IND1"], "cross": ["IND1", ("city", "gender")], "breakdown": ["IND1", "city"]}
        arguments = asked.get(name, [])
        frame = function(filled, *arguments, actor=COORDINATOR)
        if name == "attendances_in_chunks":
            assert dtypes(next(frame)) == documented(frames.attendances)
        else:
            assert len(frame) and list(dtypes(frame).items()) == list(documented(function).items()), name


def test_tables_of_reports_state_their_columns_too(filled: Workspace) -> None:
    of_counted = {field.name for field in fields(CountedEventRow)} - {field.name for field in fields(EventRow)}
    own_events = {name: dtype for name, dtype in documented(frames.events).items() if name not in of_counted}
    made = {
        "indicators": (tidy.indicators(make(filled, actor=COORDINATOR)), documented(frames.indicators)),
        "events": (tidy.events(make(filled, actor=COORDINATOR)), own_events),
        "strands": (tidy.strands(make(filled, actor=COORDINATOR)), {}),
        "committees": (tidy.committees(make(filled, actor=COORDINATOR)), {}),
        "objectives": (tidy.objectives(make(filled, actor=COORDINATOR)), {}),
    }
    for name, (frame, others) in made.items():
        own = documented(getattr(of_reports, f"report_{name}"))
        assert len(frame) and dtypes(frame) == others | own, name
    assert list(made["indicators"][0])[:-1] == list(documented(frames.indicators))
    assert list(made["events"][0]) == ["number", *own_events]


def test_tables_without_rows_have_their_columns(filled: Workspace) -> None:
    nowhere = frames.event_list(filled, EventChoice("nowhere"), actor=COORDINATOR)
    assert len(nowhere) == 0 and dtypes(nowhere) == documented(frames.event_list)


def test_the_package_offers_the_frames() -> None:
    assert liaison_metrics.frames is frames
    with pytest.raises(AttributeError, match="no attribute 'tables'"):
        _ = liaison_metrics.tables  # type: ignore[attr-defined]


def test_the_example_for_notebooks_runs(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LIAISON_DATABASE_URL", filled.settings.database_url)
    monkeypatch.setenv("LIAISON_PROJECT_FILE", str(PROJECT_FILE))
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)
    shown = capsys.readouterr().out
    assert "IND1" in shown and "Graz" in shown and "2021-12-31" in shown


def test_the_page_names_every_table() -> None:
    page = PAGE.read_text("utf-8")
    assert all(f"`frames.{name}(" in page for name in frames.__all__)
