"""The table of an indicator that is part of another: all tables that look alike to a reader, and what they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

import pytest

from liaison_metrics.reports.disclosure_control.parts import PartTables, can_be_left_out, suppress_part
from liaison_metrics.reports.disclosure_control.suppression import Suppression

NOTHING = Suppression()
Numbers = tuple[int, ...]


def table(numbers: Iterable[int]) -> dict[str, int]:
    return dict(zip("abcdef", numbers, strict=False))


def minus(whole: Numbers, part: Numbers) -> Numbers:
    return tuple(people - less for people, less in zip(whole, part, strict=True))


def up_to(numbers: Numbers) -> Iterator[Numbers]:
    return product(*(range(most + 1) for most in numbers))


def seen(part: Numbers, found: Suppression) -> object:
    """What everybody sees of a table: its total, and the numbers of the codes that are shown."""
    shown = [(code, people) for code, people in table(part).items() if found.possible and code not in found.codes]
    return sum(part), found, tuple(shown)


def told(alike: Mapping[object, list[Numbers]], whole: Numbers, threshold: int) -> list[tuple[str, Numbers]]:
    """The codes of which a reader learns a small number, in the part or beside it, with one of the tables."""
    return [
        (code, parts[0])
        for parts in alike.values()
        for at, code in enumerate(table(whole))
        if len({part[at] for part in parts}) == 1
        if any(0 < n < threshold for n in (parts[0][at], whole[at] - parts[0][at]))
    ]


WHOLES = [((9, 10, 30), 4), ((12, 12, 12), 4), ((4, 5, 9, 10), 4), ((20, 20), 5), ((7, 11, 13), 5)]


@pytest.mark.parametrize(("whole", "threshold"), WHOLES)
def test_what_is_suppressed_of_a_part_tells_no_number(whole: Numbers, threshold: int) -> None:
    alike, published = defaultdict(list), 0
    for part in up_to(whole):
        found = suppress_part(NOTHING, [PartTables(table(part), (table(whole),))], threshold)
        alike[seen(part, found)].append(part)
        published += found.possible
    assert told(alike, whole, threshold) == []
    assert published


@pytest.mark.parametrize(
    ("own", "own_beside"),
    [((1, 3, 5), (0, 2, 0)), ((0, 0, 8), (0, 6, 1)), ((4, 4, 4), (0, 0, 0)), ((0, 9, 0), (2, 0, 3))],
)
def test_what_is_suppressed_of_a_part_tells_a_partner_no_number(own: Numbers, own_beside: Numbers) -> None:
    """The partner knows its own people, in the part and beside it."""
    whole, threshold, alike = (9, 14, 14), 4, defaultdict(list)
    unknown = minus(minus(whole, own), own_beside)
    for left in up_to(unknown):
        part = tuple(map(sum, zip(own, left, strict=True)))
        readers = [PartTables(table(part), (table(whole),)), PartTables(table(left), (table(unknown),))]
        found = suppress_part(NOTHING, readers, threshold)
        if found.possible:
            alike[seen(part, found)].append(left)
    assert alike
    assert told(alike, unknown, threshold) == []


@pytest.mark.parametrize(("whole", "across"), [((12, 8, 4), (6, 4, 0)), ((12, 4, 9), (6, 0, 4))])
def test_people_who_are_also_in_an_indicator_across_tell_no_number(whole: Numbers, across: Numbers) -> None:
    """Of the part's people it is known how many are in the other indicator, whose table is published exactly."""
    threshold, alike, published = 4, defaultdict(list), 0
    for both in up_to(across):
        for rest in up_to(minus(whole, across)):
            part = tuple(map(sum, zip(both, rest, strict=True)))
            found = suppress_part(NOTHING, [PartTables(table(part), (table(whole),), (table(across),))], threshold)
            if found.possible:
                alike[sum(both), seen(part, found)].append(part)
                published += bool(found.codes)
    assert told(alike, whole, threshold) == []
    assert published


def test_lines_hide_in_what_the_larger_table_hides_already() -> None:
    whole, part = table((3, 6, 40, 40)), table((2, 5, 3, 20))
    found = suppress_part(Suppression(frozenset("ab")), [PartTables(part, (whole,))], 4)
    assert found.codes == set("abc") or not found.possible


def test_the_total_of_one_code_alone_tells_its_number() -> None:
    assert not can_be_left_out([PartTables({"a": 3}, ({"a": 9},))], 4)
    assert can_be_left_out([PartTables({"a": 3}, ({"a": 9, "b": 9},))], 4)
