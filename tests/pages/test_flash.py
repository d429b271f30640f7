"""The message that says what the last click did."""

from __future__ import annotations

import tomllib

import pytest
from streamlit.runtime.scriptrunner import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest

from liaison_metrics.ui.frame import flash
from tests.conftest import ROOT
from tests.pages.conftest import html


def _page() -> None:
    import streamlit as st

    from liaison_metrics.ui.frame.flash import flash, show_flash

    if "saved" not in st.session_state:
        st.session_state["saved"] = True
        flash("Saved.")
    show_flash()


@pytest.mark.parametrize("times", [1, 2, 5])
def test_runs_that_cut_in_do_not_lose_the_message(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    requests = [RerunData()] * times

    def subject() -> tuple[str, ...]:
        if requests:
            raise RerunException(requests.pop())
        return ("page",)

    monkeypatch.setattr(flash, "_subject", subject)
    page = AppTest.from_function(_page).run()
    assert not requests
    assert "Saved." in html(page)


def test_the_next_run_asks_the_current_one_to_begin_anew_and_does_not_stop_it() -> None:
    """A stopped run cannot use its session any more: what it stored would be there, and its message lost."""
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["fastReruns"] is False
