"""Who could teach whom: a skill that one seeks and another offers, by the same word.

Two skills are the same where their words are: case, accents and punctuation do not matter, everything else does.
Words that are only alike are never taken for the same, since a wrong match sends people to somebody who cannot help.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from liaison_metrics.sheets.words.lists import normal


class SkillSide(StrEnum):
    """Whether somebody can teach a skill, or wants to learn it."""

    OFFERED = "offered"
    SOUGHT = "sought"


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that a community (code) or an organisation offers or seeks in a city; the other of the two is "".
    ``side`` is a ``SkillSide``.
    ``event`` is the number of the event at which it was recorded, 0 for none; ``number`` is 0 before it is stored."""

    city: str
    side: str
    skill: str
    community: str = ""
    organisation: str = ""
    event: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class SkillMatch:
    """A skill that somebody seeks, and somebody else who offers it."""

    sought: Skill
    offered: Skill

    @property
    def same_city(self) -> bool:
        """Whether both are in one city."""
        return self.sought.city == self.offered.city

    @property
    def same_spelling(self) -> bool:
        """Whether both wrote the skill alike, letter by letter."""
        return self.sought.skill == self.offered.skill


def skill_key(skill: str) -> str:
    """Returns by what two skills are the same: the words, without case, accents and punctuation."""
    return normal(skill)


def matches(skills: Iterable[Skill], cities: Sequence[str]) -> list[SkillMatch]:
    """Returns for each skill sought those who offer it: nobody twice, nobody itself, in the same city first, then in
    the order of *cities*. An organisation is the same in every city, a community is another one in each."""
    listed = list(skills)
    offers: dict[str, dict[tuple[str, str, str], Skill]] = defaultdict(dict)
    for one in listed:
        if one.side == SkillSide.OFFERED:
            offers[skill_key(one.skill)].setdefault(_holder(one), one)
    place = {city: at for at, city in enumerate(cities)}
    found = [
        SkillMatch(one, offer)
        for one in listed
        if one.side == SkillSide.SOUGHT
        for holder, offer in offers.get(skill_key(one.skill), {}).items()
        if holder != _holder(one)
    ]
    return sorted(
        found,
        key=lambda match: (
            place.get(match.sought.city, len(place)), skill_key(match.sought.skill), not match.same_city,
            place.get(match.offered.city, len(place)),
        ),
    )  # fmt: skip


def _holder(one: Skill) -> tuple[str, str, str]:
    return (one.city, one.community, "") if one.community else ("", "", normal(one.organisation))
