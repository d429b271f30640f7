"""The project file: every fact has its place, every mistake one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import ProjectFileError
from liaison_metrics.services.workspace.project_file import load_project
from liaison_metrics.texts import speaking
from tests.conftest import PROJECT_FILE

VOCABULARY = PROJECT_FILE.with_name("vocabulary.csv")


@pytest.fixture
def changed(tmp_path: Path):  # type: ignore[no-untyped-def]
    """Gives a function that loads the project file with one text replaced by another."""

    def load(old: str, new: str, vocabulary: tuple[str, str] = ("", "")) -> Project:
        text, words = PROJECT_FILE.read_text("utf-8"), VOCABULARY.read_text("utf-8")
        assert old in text and vocabulary[0] in words
        (tmp_path / "project.toml").write_text(text.replace(old, new, 1), "utf-8")
        (tmp_path / "vocabulary.csv").write_text(words.replace(*vocabulary, 1) if vocabulary[0] else words, "utf-8")
        return load_project(tmp_path / "project.toml")

    return load


def test_the_promises_are_there(project: Project) -> None:
    assert [(i.code, i.target) for i in project.indicators] == [("IND1", 500), ("IND2", 150), ("IND3", 2000)]
    assert (project.start, project.end) == (date(2020, 2, 3), date(2022, 4, 2))
    assert len(project.objectives) == 4
    assert len(project.partners) == len(project.cities) == len(project.committees) == 5
    assert project.deliverables[0].title == "Community-based participatory study"
    assert set(project.activities_of(project.indicator("IND3"))) == set(project.activities)


def test_events_are_promised_for_each_city_or_for_some(changed) -> None:  # type: ignore[no-untyped-def]
    old = 'activities = ["oep_training", "skill_transfer_workshop"]'
    new = f"{old}\nplanned = {{oep_training = 2, skill_transfer_workshop = {{graz = 6}}}}"
    work = changed(old, new).planned_work[1]
    assert [work.promised("oep_training", city) for city in ("graz", "vejle")] == [2, 2]
    assert [work.promised("skill_transfer_workshop", city) for city in ("graz", "vejle")] == [6, 0]
    assert work.promised("focus_group", "graz") is None


def test_words_in_every_language(project: Project) -> None:
    assert project.label(VocabularyKind.COMMUNITY, "muslim", "it") == "Comunità musulmana"
    assert project.label(VocabularyKind.CITY, "graz", "da") == "Graz"
    assert project.label(VocabularyKind.CITY, "nowhere") == "nowhere"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("target = 500", "target = 0", ("indicators.0.target", "more than 0 is needed")),
        ("target = 500", "goal = 500", ("indicators.0.goal", "allowed", "target")),
        ('partner = "compass"', 'partner = "compas"', ("cities.partner", "compas", "allowed", "compass")),
        ('"project_fair"]\ngroups', '"project_fare"]\ngroups', ("IND1", "project_fare", "allowed", "project_fair")),
        ("end = 2022-04-02", "end = 2019-04-02", ("end", "not after start")),
        ("start = 2020-02-03", "start = soon", ("project.toml", "line")),
        ('local = "local"', 'local = "native"', ("communities.local", "native", "migrant")),
        ('turkish = "migrant"', "", ("turkish", "unknown")),
        ('code = "D2"', "code = 2", ("deliverables.1.code", "2")),
        ("target = 500", "target = 500\ntargets = {linz = 9}", ("IND1.targets", "linz", "allowed", "graz")),
        ("target = 500", "target = 500\ntargets = {graz = 0}", ("targets.graz", "more than 0 is needed")),
        (
            "target = 500",
            "target = 500\ninterim_targets = {2019-01-01 = 9}",
            ("interim_targets", "2019-01-01", "2022-04-02"),
        ),
        (
            "target = 500",
            "target = 500\ninterim_targets = {2021-01-01 = 90, 2021-02-01 = 80}",
            ("interim_targets", "80", "90 to 500"),
        ),
        (
            "target = 500",
            "target = 500\ntargets = {palermo = 9, graz = 9, vejle = 9, athens = 9, kassel = 9}",
            ("IND1.targets", "add up to 45", "500"),
        ),
        ("target = 500", "target = 500\ntargets = {graz = 500}", ("IND1.targets", "500", "leaves nothing", "palermo")),
        ('not_stated = "not_stated"', "", ("not_stated",)),
        (
            'activities = ["committee_meeting"]',
            'activities = ["committee_meeting"]\nplanned = {school_lab = 1}',
            ("Committees", "planned", "school_lab", "allowed", "committee_meeting"),
        ),
        (
            'activities = ["committee_meeting"]',
            'activities = ["committee_meeting"]\nplanned = {committee_meeting = {linz = 1}}',
            ("planned", "linz", "graz"),
        ),
        ('deliverables = ["D5"]', 'deliverables = ["D9"]', ("deliverables", "D9", "allowed", "D1")),
        ('code = "D2"', 'code = "D2"\nowner = "nobody"', ("deliverables.owner", "nobody", "cesie")),
        ('code = "D2"', 'code = "D1"', ("deliverables", "D1", "twice")),
        ('code = "community_mapping"', 'code = "desk_research"', ("pieces", "desk_research", "twice")),
    ],
)
def test_a_mistake_is_one_sentence(changed, old: str, new: str, said: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ProjectFileError) as caught:
        changed(old, new)
    message = str(caught.value)
    assert all(word in message for word in (*said, "project.toml")), message
    assert "\n" not in message


def test_a_mistake_in_the_vocabulary_names_its_line(changed) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ProjectFileError, match=r"vocabulary\.csv.*line 2.*kind"):
        changed("IND1", "IND1", ("activity,focus_group,en,", "actvity,focus_group,en,"))
    with pytest.raises(ProjectFileError, match=r"vocabulary.*turkisch"):
        changed("IND1", "IND1", ("community,turkish,en,", "community,turkisch,en,"))


def test_no_file_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectFileError, match="LIAISON_PROJECT_FILE"):
        load_project(tmp_path / "none.toml")


def test_objectives_may_be_texts_alone() -> None:
    facts = load_project(PROJECT_FILE).model_dump()
    listed = Project.model_validate({**facts, "objectives": ["First", "Second"]})
    assert [(one.code, one.text, one.activities) for one in listed.objectives] == [
        ("O1", "First", ()), ("O2", "Second", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [("activities", "dancing"), ("deliverables", "D9"), ("indicators", "IND9")])
def test_an_objective_is_served_by_what_the_project_has(name: str, code: str) -> None:
    facts = load_project(PROJECT_FILE).model_dump()
    with pytest.raises(ValueError, match=f"objectives.O1.*{code}"):
        Project.model_validate({**facts, "objectives": [{"code": "O1", "text": "First", name: [code]}]})


def test_mistakes_are_told_in_the_language(changed) -> None:  # type: ignore[no-untyped-def]
    with (
        speaking("de"),
        pytest.raises(ProjectFileError, match=r"target: erwartet wird eine ganze Zahl \(gefunden: many"),
    ):
        changed("target = 500", 'target = "many"')


def test_texts_of_the_project_follow_the_language() -> None:
    project = load_project(PROJECT_FILE)
    with speaking("da"):
        assert project.field == "Interkulturel dialog"
    assert project.field == "Intercultural Dialogue" and project.title.startswith("Mutual Learning")
