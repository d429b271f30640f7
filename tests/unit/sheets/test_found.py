"""Phrases of a list in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.sheets.words.phrases.found import has_phrase, phrases_in, without_phrases


@given(st.permutations(["did not show", "did not show up", "no message", "show"]))
def test_the_longest_phrase_comes_first_in_whatever_order_the_list_is(known: list[str]) -> None:
    assert phrases_in("did not show up no message", known) == ["did not show up", "did not show", "no message", "show"]


def test_a_phrase_is_whole_words() -> None:
    assert phrases_in("absent", {"a", "sent"}) == []


def test_words_without_phrases() -> None:
    found: set[str] = set()
    assert without_phrases(["she", "did", "not", "show", "up"], {"show", "did not show up"}, found) == ["she"]
    assert found == {"did not show up"}


@given(st.lists(st.sampled_from(["did", "not", "show", "up"]), max_size=6).map(" ".join))
def test_a_phrase_is_found_wherever_it_stands(text: str) -> None:
    known = frozenset({"did not", "show up", "up"})
    assert has_phrase(text, known) == bool(phrases_in(text, known))
