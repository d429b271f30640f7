"""Every line of the project's public page is found on a page that a coordinator can open.

``LINES`` is the public page, line by line: what it says in short, the page of the program, and the words there. Where
the program says it in other words than the public page, these are the project file's.
"""

from __future__ import annotations

from functools import cache

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.ui.frame.sidebar import GROUPS, may_open
from tests.pages.conftest import Page, html

LINES = (
    ("objective: intercultural understanding", "objectives", ("Promote intercultural understanding",)),
    ("objective: organisations share skills", "objectives", ("Build the capacity of civil society organisations",)),
    ("objective: cooperation with authorities", "objectives", ("Strengthen cooperation between organisations",)),
    ("objective: joint initiatives", "objectives", ("Involve these groups in joint initiatives",)),
    ("activity: participatory study", "work_plan", ("Participatory study",)),
    ("activity: desk research", "work_plan", ("Desk research",)),
    ("activity: mapping of cultural communities", "work_plan", ("Mapping of cultural communities",)),
    ("the communities that the mapping found", "skills", ("Communities in each city",)),
    ("activity: focus groups and interviews", "work_plan", ("Focus group", "Interview")),
    ("activity: Organisational Empowerment Programme", "work_plan", ("Organisational Empowerment Programme",)),
    ("activity: skill-transfer workshops", "work_plan", ("Skill-transfer workshop",)),
    ("the skills to transfer, and who could teach whom", "skills", ("Skills in each city", "Who could teach whom")),
    ("activity: committees in five cities", "committees", ("Palermo", "Graz", "Vejle", "Athens", "Kassel")),
    (
        "members: organisations, associations, leaders, authorities", "committees",
        ("Civil society organisation", "Migrant association", "Community leader", "Local authority"),
    ),
    ("activity: Intercultural City Cooperation Model", "work_plan", ("Intercultural City Cooperation Model",)),
    ("activity: info-sessions", "work_plan", ("Info-session",)),
    ("activity: local stakeholder forums", "work_plan", ("Local stakeholder forum",)),
    ("activity: campaigns", "work_plan", ("Awareness-raising campaign",)),
    ("campaigns: school labs, fairs, conference", "work_plan", ("School lab", "LIAISON fair", "Final conference")),
    ("deliverable: study", "work_plan", ("Community-based participatory study",)),
    ("deliverable: skill maps", "work_plan", ("Skill maps",)),
    ("deliverable: report on the empowerment programme", "work_plan", ("OEP implementation public report",)),
    ("deliverable: cooperation model", "objectives", ("D4 · Intercultural City",)),
    ("deliverable: memorandum", "work_plan", ("Memorandum of understanding",)),
    ("result: 500 community members", "objectives", ("workshops and LIAISON fairs", "of 500 people")),
    ("result: 150 representatives", "objectives", ("Representatives at the final conference", "of 150 people")),
    ("result: 2,000 people", "objectives", ("People reached through all activities", "of 2,000 people")),
    ("the project's title", "report", ("Mutual Learning for Intercultural Appreciation and Strengthened",)),
    ("the project's number", "report", ("Project number",)),
    ("field: intercultural dialogue", "report", ("Intercultural Dialogue",)),
    ("dates", "report", ("3 Feb 2020 – 2 Apr 2022",)),
    ("programme", "report", ("DG JUST – REC-RACI", "Action Grant to prevent and combat racism")),
)  # fmt: skip


@pytest.fixture
def shown(filled: Workspace, page: Page):  # type: ignore[no-untyped-def]
    """Gives the text of a page as the coordinator sees it; each page runs once."""
    return cache(lambda name: html(page(name)))


def test_every_line_of_the_project_s_page_is_reachable(shown, filled: Workspace) -> None:  # type: ignore[no-untyped-def]
    missing = [(line, word) for line, name, words in LINES for word in words if word not in shown(name)]
    assert missing == []
    for name in {name for _line, name, _words in LINES}:
        assert may_open(COORDINATOR, name) and any(name in pages for pages in GROUPS.values()), name
