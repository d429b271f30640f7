"""Committees, objectives, communities and skills in the report: every form says the same, what is published names
nobody, and an issued report stays as it was."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date

import openpyxl
import pytest
from lxml import etree
from pypdf import PdfReader

from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.reports import issued, pack
from liaison_metrics.reports.making import make
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.work_plan.committees.members import (
    CommitteeMember,
    change_members,
    set_up_committee,
)
from liaison_metrics.services.events.work_plan.deliverables import DeliverableEntry, change_deliverables
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.skills.communities import MappedCommunity, change_communities
from liaison_metrics.services.events.work_plan.skills.matching import Skill
from liaison_metrics.services.events.work_plan.skills.skills import change_skills
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.issued_reports import archive
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

MEMBERS = [
    CommitteeMember("graz", "migrant_association", "Zubrowka Circle"),
    CommitteeMember("graz", "community_leader", "Ana Korba"),
]
GRAZ = ("Migrant association, Community leader", "Civil society organisation, Local authority", 1)
"""Groups with a member, groups still missing, and meetings held."""

FORMS = ("csv", "xlsx", "xml", "html", "pdf")


def fill(workspace: Workspace) -> None:
    change_members(workspace, ListChanges(MEMBERS), COORDINATOR)
    set_up_committee(workspace, "graz", date(2020, 9, 30), COORDINATOR)
    meeting = sheet(row("Cem Halost", activity="Committee meeting", title="First meeting"))
    import_file(workspace, "meeting.csv", meeting, actor=COORDINATOR)
    change_deliverables(workspace, [DeliverableEntry("D5", "", None, WorkState.IN_REVIEW, "")], COORDINATOR)


def texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """What people read in each form, on one line."""
    found = {}
    for name, data in files.items():
        if name.endswith(".pdf"):
            text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        elif name.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(data))
            text = " ".join(str(cell) for one in book for line in one.iter_rows(values_only=True) for cell in line)
        elif name.endswith(".html"):
            text = " ".join(etree.HTML(data).itertext())
        else:
            text = data.decode("utf-8-sig")
        found[name] = re.sub(r"\s+", " ", text)
    return found


def committee(form: str, files: Mapping[str, bytes], said: Mapping[str, str]) -> tuple[str, str, int]:
    """What a form says of the committee of Graz; *said* is what people read in all."""
    (name,) = (name for name in files if name.endswith("-committees.csv" if form == "csv" else f".{form}"))
    data, text = files[name], said[name]
    if form == "csv":
        line = next(line for line in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))) if line["city"] == "graz")
        assert line["set_up"].startswith("2020-09-30")
        codes = (line[key].replace(" ", ", ").replace("_", " ") for key in ("present", "missing"))
        present, missing = (re.sub(r"(^|, )(\w)", lambda at: at[0].upper(), one) for one in codes)
        return present, missing, int(line["meetings"])
    if form == "xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(data))["Committees"].iter_rows(values_only=True)
        _city, set_up, present, missing, meetings = next(line for line in rows if line[0] == "Graz")
        assert str(set_up).startswith("2020-09-30")
        return str(present), str(missing), int(str(meetings))
    if form == "xml":
        pattern = r"Graz: groups with a member: ([^;]+); groups still missing: ([^;]+); meetings held: (\d+)\."
    else:
        pattern = r"Graz 30 Sep 2020 (Migrant association,\s*Community leader) (.+?authority) (\d+)"
    found = re.search(pattern, text)
    assert found, form
    return found[1], found[2], int(found[3])


def test_every_form_says_the_same_of_committees_and_objectives(fresh: Fresh) -> None:
    workspace = fresh()
    fill(workspace)
    for threshold in (None, 5):
        report = make(workspace, None, threshold, actor=COORDINATOR)
        files = pack.render(report, FORMS)
        said = texts(files)
        assert {form: committee(form, files, said) for form in FORMS} == dict.fromkeys(FORMS, GRAZ)
        assert not [name for name, text in said.items() if "Zubrowka" in text or "Korba" in text]
        for name, text in said.items():
            if name.endswith((".xlsx", ".xml", ".html", ".pdf")):
                assert "D5 Memorandum of understanding: In review" in text, name
                assert "Intercultural City Committee meeting: 1 held" in text and "1 of 2,000 people" in text, name
        (table,) = (text for name, text in said.items() if name.endswith("-objectives.csv"))
        assert "O3" in table and "committee_meeting,,1,1" in table and "D5,in_review,," in table


MAPPED = [
    MappedCommunity("graz", "bosnian", 12345, 2020, "Town statistics", "Zubrowka Circle"),
    MappedCommunity("graz", "turkish", 4, 2021, "Mariella Quendel", "Knorvik Club"),
    MappedCommunity("vejle", "somali"),
]
SKILLS = [
    Skill("graz", "offered", "Sewing", organisation="Plimsoll House"),
    Skill("vejle", "sought", "sewing", community="somali"),
]
NAMED = ("Town statistics", "Zubrowka", "Quendel", "Knorvik", "Plimsoll", "Sewing")
"""What can name people: sources, associations, whose skill it is, and the words of a skill."""


def mapped(fresh: Fresh) -> Workspace:
    workspace = fresh()
    fill(workspace)
    change_communities(workspace, ListChanges(MAPPED), COORDINATOR)
    change_skills(workspace, ListChanges(SKILLS), COORDINATOR)
    return workspace


def lines(files: Mapping[str, bytes], table: str) -> list[dict[str, str]]:
    """The lines of a CSV table of the report, in which nothing is made up."""
    (data,) = (data for name, data in files.items() if name.endswith(f"-{table}.csv"))
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_every_form_tells_of_communities_and_skills(fresh: Fresh) -> None:
    files = pack.render(make(mapped(fresh), actor=COORDINATOR), FORMS)
    for name, text in texts(files).items():
        if name.endswith((".xlsx", ".html", ".pdf")):
            assert all(word in text for word in NAMED), name
            assert "another city" in text and re.search("12,?345", text), name
    (open_data,) = (text for name, text in texts(files).items() if name.endswith(".xml"))
    assert "Graz: Bosnian, people: 12,345. Graz: Turkish, people: 4. Vejle: Somali, people: not stated." in open_data
    assert "Vejle: skills offered: 0; skills sought: 1; of these found: 1." in open_data
    assert not [word for word in NAMED if word in open_data]
    people = [(line["community"], line["people"], line["mark"]) for line in lines(files, "communities")]
    assert people == [("bosnian", "12345", ""), ("turkish", "4", ""), ("somali", "", "not_stated")]
    (match,) = lines(files, "skill_matches")
    assert (match["city"], match["teacher_city"], match["teacher_organisation"]) == ("vejle", "graz", "Plimsoll House")


def test_a_published_report_has_no_small_community_and_names_nobody(fresh: Fresh) -> None:
    workspace = mapped(fresh)
    files = pack.render(make(workspace, None, 5, actor=COORDINATOR), FORMS)
    said = texts(files)
    assert [(name, word) for name, text in said.items() for word in NAMED if word in text] == []
    assert not [name for name in files if name.endswith(("-skills.csv", "-skill_matches.csv"))]
    people = [(line["community"], line["people"], line["mark"]) for line in lines(files, "communities")]
    assert people == [("bosnian", "12345", ""), ("turkish", "", "hidden"), ("somali", "", "not_stated")]
    assert [(one["city"], one["found"]) for one in lines(files, "skill_counts") if one["sought"] == "1"] == [
        ("vejle", "1")
    ]
    for name, text in said.items():
        if name.endswith((".html", ".pdf")):
            assert re.search(r"Turkish 2021 hidden", text) and "they can name people" in text, name
        if name.endswith((".xlsx", ".xml")):
            assert re.search(r"Turkish(, people:)? hidden", text), name


def test_a_report_on_a_city_has_its_communities_alone(fresh: Fresh) -> None:
    workspace = mapped(fresh)
    lists = make(workspace, Scope(city="vejle"), actor=COORDINATOR).lists
    assert [one.community for one in lists.communities] == ["somali"]
    assert lists.teachers is not None and [one.offered.city for one in lists.teachers] == ["graz"]
    own = make(workspace, Scope(city="graz"), 5, actor=partner("compass")).lists
    assert [one.size for one in own.communities] == [12345, None] and own.skills is None and own.teachers is None
    assert make(workspace, Scope(activity="school_lab"), actor=COORDINATOR).lists.is_empty


def test_a_report_on_a_city_has_its_committee_alone(fresh: Fresh) -> None:
    workspace = fresh()
    fill(workspace)
    report = make(workspace, Scope(city="graz"), 5, actor=partner("compass"))
    assert [one.city for one in report.committees] == ["graz"] and report.objectives == ()
    assert make(workspace, Scope(until=date(2021, 5, 3)), actor=COORDINATOR).committees[1].meetings == 0


def test_an_issued_report_stays_as_it_was(fresh: Fresh) -> None:
    workspace = fresh()
    fill(workspace)
    render = lambda report: pack.render(report, ["csv"])  # noqa: E731
    made = issued.issue(workspace, "Interim", lambda: make(workspace, None, 5, actor=COORDINATOR), render, COORDINATOR)
    before = archive.files_of(workspace, made.number, COORDINATOR)
    change_members(workspace, ListChanges([CommitteeMember("graz", "local_authority", "Town")]), COORDINATOR)
    assert archive.files_of(workspace, made.number, COORDINATOR) == before
    assert make(workspace, actor=COORDINATOR).committees[1].missing == ("civil_society_organisation",)


@pytest.mark.parametrize("name", ["committees", "objectives"])
def test_a_project_without_them_has_no_section(fresh: Fresh, name: str) -> None:
    made = fresh()
    workspace = Workspace(made.settings, made.project.model_copy(update={name: ()}), made.store)
    text = texts(pack.render(make(workspace, actor=COORDINATOR), ["html"]))
    heading = {"committees": "Intercultural City Committees", "objectives": "City Committee meeting:"}[name]
    assert heading not in str(text)
