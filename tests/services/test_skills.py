"""Skills and communities of cities: recorded, imported in each language, and who could teach whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.events.work_plan.lists.changes import ListChanges
from liaison_metrics.services.events.work_plan.lists.importing import RowState
from liaison_metrics.services.events.work_plan.skills.communities import (
    MappedCommunity,
    add_communities,
    change_communities,
    communities,
    read_communities,
)
from liaison_metrics.services.events.work_plan.skills.importing import add_skills, read_skill_rows
from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide
from liaison_metrics.services.events.work_plan.skills.skills import (
    SkillCounts,
    change_skills,
    skill_counts,
    skills,
    teachers,
    workshops,
)
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.uploads import undo
from liaison_metrics.services.workspace.audit.reading import entries
from tests.actors import partner
from tests.services.conftest import Fresh, row, sheet

COMPASS, VIFIN = partner("compass"), partner("vifin")
SYRIAN = MappedCommunity("graz", "syrian", 2400, 2019, "City statistics", "Zubrowka Circle")
BREAD = Skill("graz", SkillSide.OFFERED, "Bread baking", "syrian")
LEARN = Skill("graz", SkillSide.SOUGHT, "bread-baking", organisation="Town Library")
FAR = Skill("vejle", SkillSide.OFFERED, "BREAD BAKING", organisation="Oven Society")


def test_communities_are_kept_by_city_the_largest_first(fresh: Fresh) -> None:
    workspace = fresh()
    small, other = MappedCommunity("graz", "bosnian", 900), MappedCommunity("palermo", "tunisian")
    change_communities(workspace, ListChanges([small, SYRIAN, other]), COORDINATOR)
    found = communities(workspace, VIFIN)
    assert [(one.city, one.community) for one in found] == [
        ("palermo", "tunisian"), ("graz", "syrian"), ("graz", "bosnian"),
    ]  # fmt: skip
    assert (found[1].source, found[1].associations) == ("City statistics", "Zubrowka Circle")
    seen = communities(workspace, FUNDER)[1]
    assert (seen.size, seen.year, seen.source, seen.associations) == (2400, 2019, "", "")


@pytest.mark.parametrize(
    "wrong",
    [
        MappedCommunity("graz", "not_stated"), MappedCommunity("graz", "syrian", 0),
        MappedCommunity("graz", "syrian", 1, 1500), MappedCommunity("graz", "syrian", source="X" * 201),
        MappedCommunity("", "syrian"),
    ],
)  # fmt: skip
def test_a_wrong_community_names_its_field(fresh: Fresh, wrong: MappedCommunity) -> None:
    workspace = fresh()
    with pytest.raises(WrongEntry) as refused:
        change_communities(workspace, ListChanges([SYRIAN, wrong]), COORDINATOR)
    assert refused.value.place.column and refused.value.hint
    assert communities(workspace, COORDINATOR) == []


def test_partners_change_their_own_cities(fresh: Fresh) -> None:
    workspace = fresh()
    for refused in (VIFIN, FUNDER):
        with pytest.raises(NotAllowed):
            change_communities(workspace, ListChanges([SYRIAN]), refused)
        with pytest.raises(NotAllowed):
            change_skills(workspace, ListChanges([BREAD]), refused)
    change_communities(workspace, ListChanges([SYRIAN]), COMPASS)
    change_skills(workspace, ListChanges([BREAD]), COMPASS)
    with pytest.raises(NotAllowed):
        skills(workspace, FUNDER)
    _total, (second, first) = entries(workspace, COORDINATOR)
    assert (first.action, first.about, second.action) == ("mapping.change", "graz", "skill.change")
    assert "syrian" in first.after and "Zubrowka" not in str(first) and "Bread" not in str(second)


def test_who_could_teach_whom(fresh: Fresh) -> None:
    workspace = fresh()
    change_skills(workspace, ListChanges([FAR, LEARN, BREAD]), COORDINATOR)
    found = teachers(workspace, VIFIN)
    assert [(one.offered.city, one.same_city, one.same_spelling) for one in found] == [
        ("graz", True, False), ("vejle", False, False),
    ]  # fmt: skip
    counts = {one.city: one for one in skill_counts(workspace, FUNDER)}
    assert counts["graz"] == SkillCounts("graz", 1, 1, 1) and counts["vejle"] == SkillCounts("vejle", 1, 0, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        Skill("graz", SkillSide.OFFERED, " ", "syrian"), Skill("graz", SkillSide.OFFERED, "Bread"),
        Skill("graz", SkillSide.OFFERED, "Bread", "syrian", "Both"), Skill("graz", "", "Bread", "syrian"),
        Skill("graz", SkillSide.SOUGHT, "Bread", "syrian", event=99),
    ],
)  # fmt: skip
def test_a_wrong_skill_names_its_field(fresh: Fresh, wrong: Skill) -> None:
    workspace = fresh()
    with pytest.raises(WrongEntry) as refused:
        change_skills(workspace, ListChanges([BREAD, wrong]), COORDINATOR)
    assert refused.value.place.column and refused.value.hint and skills(workspace, COORDINATOR) == []


def test_a_skill_names_the_workshop_where_it_was_recorded(fresh: Fresh) -> None:
    workspace = fresh()
    upload = import_file(workspace, "one.csv", sheet(row("Ana Korba")), actor=COORDINATOR).upload
    assert upload is not None
    (event,) = workshops(workspace, COMPASS)
    assert workshops(workspace, VIFIN) == []
    data = b"Skill,Offered or sought,Organisation,Event\nBread,offered,Town Library,Bread and words\n"
    assert add_skills(workspace, read_skill_rows(workspace, "s.csv", data, "graz", COMPASS), COMPASS) == 1
    assert [one.event for one in skills(workspace, COMPASS)] == [event.id]
    wrong = data.replace(b"Bread and words", b"No such evening")
    (refused,) = read_skill_rows(workspace, "s.csv", wrong, "graz", COMPASS)
    assert (refused.state, refused.column) == (RowState.WRONG, "Event")
    undo(workspace, upload, COORDINATOR)
    assert [one.event for one in skills(workspace, COMPASS)] == [0]


SKILL_SHEETS = {
    "en": "Skill,Offered or sought,Community,City\nBread baking,offers,Syrian,Graz\n",
    "it": "Competenza;Offre o cerca;Comunità;Città\nBread baking;offre;Siriana;Graz\n",
    "de": "Fähigkeit;Bietet oder sucht;Gemeinschaft;Stadt\nBread baking;bietet an;Syrisch;Graz\n",
    "da": "Færdighed;Tilbyder eller søger;Fællesskab;By\nBread baking;tilbyder;Syrisk;Graz\n",
    "el": "Δεξιότητα;Προσφέρει ή ζητά;Κοινότητα;Πόλη\nBread baking;προσφέρει;Συριακή;Γκρατς\n",
}
COMMUNITY_SHEETS = {
    "en": "Community,City,Size,Year,Source,Associations\nSyrian,Graz,2400,2019,City statistics,Zubrowka Circle\n",
    "it": "Comunità;Città;Persone;Anno;Fonte;Associazioni\nSiriana;Graz;2.400;2019;City statistics;Zubrowka Circle\n",
    "de": "Herkunft;Stadt;Personen;Jahr;Quelle;Vereine\nSyrisch;Graz;2400;2019;City statistics;Zubrowka Circle\n",
    "da": "Nationalitet;By;Antal personer;År;Kilde;Foreninger\nSyrisk;Graz;2400;2019;City statistics;Zubrowka Circle\n",
    "el": "Κοινότητα;Πόλη;Άτομα;Έτος;Πηγή;Σύλλογοι\nΣυριακή;Γκρατς;2400;2019;City statistics;Zubrowka Circle\n",
}


@pytest.mark.parametrize("language", SKILL_SHEETS)
def test_sheets_are_read_in_each_language(fresh: Fresh, language: str) -> None:
    workspace = fresh()
    (skill,) = read_skill_rows(workspace, "s.csv", SKILL_SHEETS[language].encode(), "", COORDINATOR)
    assert (skill.state, skill.entry) == (RowState.NEW, BREAD), skill.why
    (community,) = read_communities(workspace, "c.csv", COMMUNITY_SHEETS[language].encode(), "", COORDINATOR)
    assert (community.state, community.entry) == (RowState.NEW, SYRIAN), community.why


def test_a_sheet_is_added_once_and_whole(fresh: Fresh) -> None:
    workspace = fresh()
    data = COMMUNITY_SHEETS["en"].encode()
    rows = read_communities(workspace, "c.csv", data, "", COMPASS)
    assert add_communities(workspace, rows, COMPASS) == 1
    assert [one.state for one in read_communities(workspace, "c.csv", data, "", COMPASS)] == [RowState.KNOWN]
    wrong = data + b"Bosnian,Graz,many,2019,,\nTurkish,Graz,300,,,\n"
    rows = read_communities(workspace, "c.csv", wrong, "", COMPASS)
    assert [(one.row, one.column) for one in rows if one.state is RowState.WRONG] == [(3, "Size")]
    with pytest.raises(WrongEntry):
        add_communities(workspace, rows, COMPASS)
    assert len(communities(workspace, COMPASS)) == 1


def test_a_column_for_both_holds_a_community_or_an_organisation(fresh: Fresh) -> None:
    data = b"Skill,Offered or sought,By whom\nBread,offered,Syrian\nBread,sought,Syrian Tea House\n"
    first, second = read_skill_rows(fresh(), "s.csv", data, "graz", COMPASS)
    assert first.entry and second.entry
    assert (first.entry.community, second.entry.organisation) == ("syrian", "Syrian Tea House")


def test_names_and_skills_are_not_readable_in_the_database(fresh: Fresh) -> None:
    workspace = fresh()
    change_communities(workspace, ListChanges([SYRIAN]), COORDINATOR)
    change_skills(workspace, ListChanges([BREAD, LEARN]), COORDINATOR)
    assert workspace.settings.url.database is not None
    stored = b"".join(path.read_bytes() for path in Path(workspace.settings.url.database).parent.glob("*.db*"))
    assert b"mapped_community" in stored
    assert not any(word in stored for word in (b"Zubrowka", b"City statistics", b"Bread", b"Town Library"))
