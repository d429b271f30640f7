"""Who could teach whom: the same word, another holder, the same city first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.services.events.work_plan.skills.matching import Skill, SkillSide, matches, skill_key

CITIES = ("palermo", "graz", "vejle")
WORDS = ("Bread baking", "bread-baking", "Brèad  Baking", "Breads baking", "Sewing", "Ράψιμο", "ραψιμο")

skill = st.builds(
    Skill, st.sampled_from(CITIES), st.sampled_from(SkillSide), st.sampled_from(WORDS),
    st.sampled_from(("", "syrian", "bosnian")), st.just(""),
).map(lambda one: one if one.community else Skill(one.city, one.side, one.skill, "", "Town Library"))  # fmt: skip


def test_case_accents_and_signs_do_not_matter_and_letters_do() -> None:
    assert len({skill_key(word) for word in WORDS}) == 4
    assert skill_key("Ράψιμο") == skill_key("ραψιμο") and skill_key("Breads baking") != skill_key("Bread baking")


def test_the_same_city_comes_first_and_nobody_teaches_itself() -> None:
    sought = Skill("graz", SkillSide.SOUGHT, "Sewing", "syrian")
    offers = [
        Skill("palermo", SkillSide.OFFERED, "sewing", "syrian"), Skill("graz", SkillSide.OFFERED, "SEWING", "bosnian"),
        Skill("graz", SkillSide.OFFERED, "Sewing", "syrian"),
    ]  # fmt: skip
    found = matches([*offers, sought], CITIES)
    assert [(one.offered.city, one.offered.community) for one in found] == [("graz", "bosnian"), ("palermo", "syrian")]
    library = [Skill("graz", SkillSide.SOUGHT, "Sewing", "", "Town Library"),
               Skill("vejle", SkillSide.OFFERED, "Sewing", "", "town library")]  # fmt: skip
    assert matches(library, CITIES) == []


@given(st.lists(skill, max_size=12))
def test_matches_are_what_plain_words_say(skills: list[Skill]) -> None:
    found = matches(skills, CITIES)
    for one in found:
        assert (one.sought.side, one.offered.side) == (SkillSide.SOUGHT, SkillSide.OFFERED)
        assert skill_key(one.sought.skill) == skill_key(one.offered.skill)
        same = one.same_city or not one.sought.community
        assert not (same and one.sought.community == one.offered.community)
    matched = {id(one.sought) for one in found}
    for wanted in (one for one in skills if one.side == SkillSide.SOUGHT):
        others = [
            one for one in skills
            if one.side == SkillSide.OFFERED and skill_key(one.skill) == skill_key(wanted.skill)
            and (one.community != wanted.community or (one.community and one.city != wanted.city))
        ]  # fmt: skip
        assert (id(wanted) in matched) == bool(others)
