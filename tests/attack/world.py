"""Made-up people who come to events in five cities, in sheets as partners keep them: sorted by name, families together.

Names are as unequal as real ones: some are borne by many, most by few. The attacker knows how often each is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.services.conftest import HEADER

CITIES = ("Graz", "Palermo", "Vejle", "Athens", "Kassel")
COMMUNITIES = ("Syrian", "Bosnian", "Local", "Turkish")
GENDERS = ("Female", "Male")
_SYLLABLES = ("ba", "den", "kor", "lim", "mar", "nou", "ral", "sel", "tar", "vin", "zor", "hal", "jo", "fi", "gu", "pe")
_GIVEN, _FAMILIES = 160, 320


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name, as it is sorted, and what else a list states."""

    given: str
    family: str
    community: str
    gender: str
    email: str
    born: int

    @property
    def name(self) -> frozenset[str]:
        """The name, whatever the order of its words."""
        return frozenset((self.given, self.family))


@dataclass(frozen=True)
class World:
    """People, who came to which event in the order of the list, and what everybody knows about names: how often each
    word is, by gender for given names, by community for families."""

    people: Sequence[Person]
    lists: Sequence[Sequence[int]]
    given: dict[str, list[str]]
    families: dict[str, list[str]]


def made_up(people: int, events: int, seed: int = 1) -> World:
    """Returns a world of that size; the most common names come first in its lists of names."""
    random = np.random.default_rng(seed)
    given = {gender: _words(random, _GIVEN) for gender in GENDERS}
    families = {community: _words(random, _FAMILIES) for community in COMMUNITIES}
    found = []
    for number in range(people):
        community, gender = str(random.choice(COMMUNITIES)), str(random.choice(GENDERS))
        family = families[community][_rank(random, _FAMILIES)]
        if found and random.random() < 0.25:  # of the family of somebody who is there
            family, community = found[-1].family, found[-1].community
        email = found[-1].email if found and family == found[-1].family else f"p{number}@example.org"
        found.append(
            Person(
                given[gender][_rank(random, _GIVEN)], family, community, gender, email,
                int(random.integers(1950, 2005)),
            )
        )  # fmt: skip
    homes = random.integers(0, len(CITIES), people)
    lists = []
    for event in range(events):
        near = np.flatnonzero(homes == event % len(CITIES))
        there = random.choice(near, min(len(near), 30), replace=False).tolist()
        there += random.choice(people, 5).tolist()
        lists.append(sorted(set(there), key=lambda one: (found[one].family, found[one].given)))
    return World(found, lists, given, families)


def bring(workspace: Workspace, world: World) -> None:
    """Uploads a sheet for each city with the lists of its events, each sorted by name."""
    for number, city in enumerate(CITIES):
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(HEADER.split(","))
        for event in range(number, len(world.lists), len(CITIES)):
            for one in world.lists[event]:
                who = world.people[one]
                day = f"2021-{event % 9 + 1:02}-{event % 27 + 1:02}"
                writer.writerow([
                    day, city, "Skill-transfer workshop", f"Workshop {event}",
                    f"{who.family} {who.given}", who.email, who.born, who.gender, who.community, "Community member",
                ])  # fmt: skip
        report = import_file(workspace, f"{city}.csv", text.getvalue().encode(), actor=COORDINATOR)
        assert report.attendances and not report.rejected, report.message


def _words(random: np.random.Generator, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choice(_SYLLABLES, int(random.integers(2, 4)))).capitalize()] = None
    return list(found)


def _rank(random: np.random.Generator, count: int) -> int:
    """Returns a rank: low ones are likelier, as of names."""
    weights = 1 / np.arange(6, count + 6)
    return int(random.choice(count, p=weights / weights.sum()))
