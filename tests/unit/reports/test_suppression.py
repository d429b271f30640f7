"""Somebody who has one published report and this program: for every small number that is hidden, or in a table that is
left out, there is another world in which it is another one and the same report would be published, word for word."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from liaison_metrics.reports.disclosure_control.suppression import suppress
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.publishing import for_publication
from tests.examples import cases
from tests.unit.reports.attacker import Cell, event_names, tables
from tests.unit.reports.worlds import EVENTS, Crowd, Holding, Somebody, World, published_on, report_on, unknown_in

pytestmark = pytest.mark.slow

WORDS = {"community": 5, "gender": 4}
"""How many codes the made-up people have of each."""


def numbers(report: Report, dimension: str) -> dict[Cell, Any]:
    return {
        (name, line.code): line.people.reached for name, one in tables(report, dimension).items() for line in one.lines
    }


def strangers(workspace: Holding, world: World, city: str, dimension: str) -> dict[Cell, Any]:
    """Returns the people of each cell whom the partner of a city does not know."""
    exact, unknown = report_on(workspace, world), unknown_in(workspace, world, city)
    names = event_names(exact, unknown)
    return {(names.get(name, name), code): people for (name, code), people in numbers(unknown, dimension).items()}


def others(world: World, word: str, city: str = "") -> Iterator[World]:
    """Worlds in which one person has another word, or two have changed theirs; nobody who was in *city*."""
    there = {at for at, one in enumerate(EVENTS) if one.city == city}
    one_by_one = [replace(crowd, people=1) for crowd in world[1] for _person in range(crowd.people)]
    everybody: list[Somebody | Crowd] = [*world[0], *one_by_one]
    said = [getattr(one, word) for one in everybody]

    def with_words(changed: dict[int, int]) -> World:
        now = [replace(one, **{word: changed.get(at, said[at])}) for at, one in enumerate(everybody)]
        return now[: len(world[0])], now[len(world[0]) :]  # type: ignore[return-value]

    first_of = {(type(one), one): at for at, one in reversed(list(enumerate(everybody)))}.values()
    first_of = [at for at in first_of if not there & _events_of(everybody[at])]
    for at in first_of:
        yield from (with_words({at: code}) for code in range(WORDS[word]) if code != said[at])
    for at in first_of:
        yield from (with_words({at: said[to], to: said[at]}) for to in first_of if to > at and said[to] != said[at])


def _events_of(one: Somebody | Crowd) -> frozenset[int]:
    return one.events if isinstance(one, Somebody) else frozenset([one.event])


def some_world(chance: random.Random) -> World:
    """Twenty to forty people and up to three headcounts, at one to four events."""
    places = chance.sample(range(len(EVENTS)), chance.randint(1, 4))
    people = [
        Somebody(
            chance.choice([1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 0]),
            chance.choice([1, 1, 1, 2, 2, 2, 2, 3, 0]),
            1980,
            frozenset(chance.sample(places, min(len(places), chance.choice([1, 1, 2])))),
        )
        for _person in range(chance.randint(20, 40))
    ]
    numbers = ((chance.randint(1, 12), chance.choice(places)) for _crowd in range(chance.randint(0, 3)))
    return people, [Crowd(n, at, chance.randint(0, 4), chance.randint(0, 2)) for n, at in numbers]


@pytest.mark.parametrize("seed", cases(range(6), range(6, 25)))
def test_the_same_report_could_be_of_other_people(holding: Holding, seed: int) -> None:
    chance = random.Random(seed)
    world, threshold, dimension = some_world(chance), chance.choice([4, 5, 5, 8]), chance.choice(sorted(WORDS))
    exact = report_on(holding, world)
    published, true = for_publication(exact, threshold), numbers(exact, dimension)
    seen = numbers(published, dimension)
    left = {cell for cell, people in true.items() if 0 < people < threshold and seen}  # of nothing nothing is known
    assert not any(isinstance(seen.get(cell), int) for cell in left)
    for other in others(world, dimension) if left else ():
        report = report_on(holding, other)
        now = numbers(report, dimension)
        told = {cell for cell in left if now.get(cell, 0) != true[cell]}
        if told and for_publication(report, threshold) == published:
            left -= told
        if not left:
            break
    assert left == set()


@pytest.mark.parametrize("seed", cases(range(4), range(4, 12)))
def test_a_partner_could_see_the_same_report_of_other_people(holding: Holding, seed: int) -> None:
    chance = random.Random(seed)
    world, threshold, dimension = some_world(chance), chance.choice([4, 5, 5, 8]), chance.choice(sorted(WORDS))
    city = chance.choice(["graz", "palermo"])
    true = strangers(holding, world, city, dimension)
    published = published_on(holding, world, threshold)
    seen = numbers(published, dimension)
    left = {cell for cell, people in true.items() if 0 < people < threshold and seen}
    for other in others(world, dimension, city) if left else ():
        now = strangers(holding, other, city, dimension)
        told = {cell for cell in left if now.get(cell, 0) != true[cell]}
        if told and published_on(holding, other, threshold) == published:
            left -= told
        if not left:
            break
    assert left == set()


@pytest.mark.parametrize(("codes", "most", "threshold"), [("abc", 16, 4), ("abc", 16, 5), ("abcd", 9, 4)])
def test_what_is_suppressed_tells_no_number_of_one_table(codes: str, most: int, threshold: int) -> None:
    """All tables with numbers up to *most*, by what a reader sees of them."""
    alike = defaultdict(list)
    for people in product(range(most + 1), repeat=len(codes)):
        table = {code: n for code, n in zip(codes, people, strict=True) if n}
        found = suppress(table, [table], threshold) if table else None
        if found and found.possible and found.codes:
            alike[found, frozenset(found.merged(table).items())].append(table)
    for (found, _seen), possible in alike.items():
        whole = all(table[code] < most for table in possible for code in found.codes)  # else there are more of them
        for code in found.codes if whole else ():
            assert len({table[code] for table in possible}) > 1, possible
