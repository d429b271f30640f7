"""Titles that may name one event, and titles that do not."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.events.titles import near, numbers_differ, title_key


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Cooking together", "Cooking Together (1)"),
        ("Cooking together", "COOKING TOGETHER"),
        ("Cooking together", "Cooking togehter"),
        ("Kochen für alle", "Kochen fur alle"),
        ("Workshop 1", "Workshop 1: Welcome"),
        ("Fair 2021", "Intercultural Fair 2021"),
        ("Μαγειρική", "Mageiriki"),
        ("Workshop 01", "Workshop 1"),
    ],
)
def test_near(a: str, b: str) -> None:
    assert near(a, b)
    assert near(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Workshop 1", "Workshop 2"),
        ("Session I", "Session II"),
        ("Group A", "Group B"),
        ("Fair 2020", "Fair 2021"),
        ("Cooking", "Sewing"),
        ("Cooking together", ""),
        ("", ""),
    ],
)
def test_not_near(a: str, b: str) -> None:
    assert not near(a, b)
    assert not near(b, a)


def test_numbers_differ_only_where_both_titles_state_some() -> None:
    assert numbers_differ("Workshop 1", "Workshop 2")
    assert not numbers_differ("Workshop 1", "Workshop")
    assert not numbers_differ("Workshop 1 of 6", "Workshop 1")


def test_two_spellings_of_one_title_have_one_key() -> None:
    assert title_key("  Café – für Alle! ") == title_key("CAFE fur alle")
