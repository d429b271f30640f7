"""Near-matches: which pairs are proposed, by kind of slip and script, and which are not."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from faker.providers.person.da_DK import Provider as Danish
from faker.providers.person.de_AT import Provider as Austrian
from faker.providers.person.it_IT import Provider as Italian

from liaison_metrics.domain.near_matches.comparison import BirthLevel, CityLevel
from liaison_metrics.domain.near_matches.describing import Description, described
from liaison_metrics.domain.near_matches.finding import NearMatch, near_matches
from tests.near_people import ENCODER, SLIPS, Quality, Written, again, descriptions, is_new, people

FAMILY = sorted({*Italian.last_names, *Austrian.last_names, *Danish.last_names})
GIVEN = sorted({*Italian.first_names, *Austrian.first_names, *Danish.first_names})
COUNT, TWICE = 400, 120


@pytest.fixture(scope="module")
def listed() -> list[Written]:
    return people(COUNT, GIVEN, FAMILY, seed=3)


def pairs(found: list[NearMatch]) -> set[tuple[int, int]]:
    return {(one.person, one.other) for one in found}


@pytest.mark.parametrize("whole", [True, False], ids=["one list", "new rows against all"])
def test_people_recorded_twice_are_found(listed: list[Written], whole: bool) -> None:
    chance = random.Random(4)
    written = listed + [again(one, chance) for one in listed[:TWICE]]
    compared = descriptions(written)
    found = pairs(near_matches(compared, None if whole else is_new(compared, COUNT)))
    quality = Quality.of(found, {(at, COUNT + at) for at in range(TWICE)})
    assert quality.precision >= 0.95 and quality.recall >= 0.93, quality


@pytest.mark.parametrize("kind", SLIPS)
def test_each_kind_of_slip_is_found(listed: list[Written], kind: str) -> None:
    chance = random.Random(5)
    written = listed + [SLIPS[kind](one, chance) for one in listed[:TWICE]]
    quality = Quality.of(pairs(near_matches(descriptions(written))), {(at, COUNT + at) for at in range(TWICE)})
    assert quality.precision >= 0.9 and quality.recall >= (0.6 if "missing" in kind else 0.93), quality


IN_TWO_SCRIPTS = (
    ("Oksana Shevchenko", "Оксана Шевченко"), ("Dmytro Kovalchuk", "Дмитро Ковальчук"),
    ("Giorgos Papadopoulos", "Γιώργος Παπαδόπουλος"), ("Eleni Nikolaidou", "Ελένη Νικολαΐδου"),
    ("Mohammed Haddad", "Muhamad Hadad"), ("Yousef al-Khatib", "Youssef Alkhatib"),
)  # fmt: skip


@pytest.mark.parametrize(("one", "other"), IN_TWO_SCRIPTS)
def test_a_name_in_another_script_or_spelling_is_found(listed: list[Written], one: str, other: str) -> None:
    written = [*listed, Written(one, "", "19800412"), Written(other, "", "19800412")]
    assert (COUNT, COUNT + 1) in pairs(near_matches(descriptions(written)))


def test_a_nickname_that_the_other_name_contains_is_found(listed: list[Written]) -> None:
    written = [*listed, Written("Lexi", "Brandolini", "19910203"), Written("Lexi", "", "19910203")]
    [found] = [one for one in near_matches(descriptions(written)) if one.person == COUNT]
    assert found.fewer_words and found.name == 1


def test_strangers_are_not_proposed(listed: list[Written]) -> None:
    assert len(near_matches(descriptions(listed))) <= 3


def test_a_match_says_what_speaks_for_it() -> None:
    written = people(60, GIVEN, FAMILY, seed=6)
    rows = [*written, replace(written[0], family=written[0].family + "x")]
    digests = [ENCODER.identity(f"{one.given} {one.family}", None, None, None, None, "IT").name for one in rows]
    forms = {name: ENCODER.name_form(f"{one.given} {one.family}") for name, one in zip(digests, rows, strict=True)}
    stated = [Description(at, digests[at], int(one.birth), 1 << at % 3) for at, one in enumerate(rows)]
    [found] = near_matches(described(stated, forms))
    assert found[:2] == (0, 60) and found.birth is BirthLevel.EQUAL and found.city is CityLevel.SHARED
    assert 0.5 < found.score <= 1 and 0.7 < found.name < 1


def test_names_that_an_earlier_version_stored_are_compared_by_their_words(listed: list[Written]) -> None:
    rows = [*listed, replace(listed[0], birth=listed[0].birth[:6] + "28")]
    names = [f"{one.given} {one.family}" for one in rows]
    digests = [ENCODER.identity(name, None, None, None, None, "IT").name for name in names]
    forms = {
        digest: replace(ENCODER.name_form(name), letter_pairs=()) for digest, name in zip(digests, names, strict=True)
    }
    stated = [Description(at, digests[at], int(one.birth)) for at, one in enumerate(rows)]
    assert (0, COUNT) in pairs(near_matches(described(stated, forms)))


def test_nobody_is_compared_with_nobody() -> None:
    assert near_matches(descriptions([])) == []
    assert near_matches(descriptions([Written("Maria", "Rossi", "19800101")])) == []
