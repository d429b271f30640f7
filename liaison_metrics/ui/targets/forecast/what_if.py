"""What if: leave planned events out or add some, and see what the forecast becomes."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.planned import PlannedEvent
from liaison_metrics.services.figures.forecasts import WhatIf
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.texts import _

MOST_ADDED = 200
MOST_EXPECTED = 2000


def ask_what_if(project: Project, planned: Sequence[PlannedEvent]) -> WhatIf:
    """Draws the fields; returns what they say."""
    by_number = {one.number: one for one in planned}
    dropped = []
    if planned:
        dropped = st.multiselect(
            _("Leave out planned events"), list(by_number),
            format_func=lambda number: _event(project, by_number[number]),
            placeholder=_("None left out"), key="dropped",
        )  # fmt: skip
    activity, count, people = st.columns([2, 1, 1])
    kinds = list(project.activities)
    chosen = activity.selectbox(
        _("Add events of the activity"), kinds, index=kinds.index(project.activities_of(project.indicators[0])[0]),
        format_func=lambda code: label(project, "activity", code), key="added",
    )  # fmt: skip
    number = count.number_input(_("How many"), 0, MOST_ADDED, 0, key="added_count")
    expected = people.number_input(
        _("People at each"), 0, MOST_EXPECTED, 0, key="added_people", help=_("0: as many as at past events")
    )
    added = ((chosen, int(number), int(expected)),) if number else ()
    return WhatIf(frozenset(dropped), added)


def _event(project: Project, one: PlannedEvent) -> str:
    return " · ".join((fmt.day(one.date), label(project, "city", one.city), event_name(project, one.fact)))
