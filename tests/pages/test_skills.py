"""The page Communities and skills: numbers for everybody, names and texts for partners."""

from __future__ import annotations

import pytest

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity, change_communities
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide
from liaison_metrics.services.events.work_plan.skills.skills import change_skills
from liaison_metrics.services.workspace.watch import watch
from liaison_metrics.services.workspace.workspace import Workspace
from tests.pages.conftest import Page, html
from tests.pages.roles import framed_page, pages_as


def test_an_empty_store_says_so(workspace: Workspace, page: Page) -> None:
    drawn = page("skills")
    text = html(drawn)
    assert not drawn.exception and "No community is mapped yet." in text and "No skill is recorded yet." in text


def test_texts_are_for_partners(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = MappedCommunity("graz", "syrian", 2400, 2019, "City <b>statistics</b>", "Zubrowka Circle")
    change_communities(workspace, ListChanges([listed]), COORDINATOR)
    offered = Skill("graz", SkillSide.OFFERED, "Bread baking", "syrian")
    sought = Skill("vejle", SkillSide.SOUGHT, "bread baking", organisation="Town Library")
    change_skills(workspace, ListChanges([offered, sought]), COORDINATOR)
    watch.wrote()
    for role in ("coordinator", "partner"):
        pages_as(monkeypatch, role)
        drawn = framed_page("skills")
        text = html(drawn)
        assert "City &lt;b&gt;statistics&lt;/b&gt;" in text and "Town Library, Vejle" in text
        assert "another city" in text and "written “Bread baking”" in text
        assert len(drawn.expander) == 4 and "Something went wrong" not in text
    pages_as(monkeypatch, "funder")
    text = html(framed_page("skills"))
    assert "Syrian" in text and "2,400" in text and "skills: 1 offered, 1 sought" in text
    assert not any(word in text for word in ("statistics", "Zubrowka", "Town Library", "Bread"))
