"""Numbers, shares and times as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from liaison_metrics import format as fmt
from liaison_metrics.texts import ENGLISH, use_language


def test_numbers_and_shares() -> None:
    assert (fmt.number(2000), fmt.number(-3)) == ("2,000", "−3")
    assert (fmt.change(41), fmt.change(0), fmt.change(-2)) == ("+41", "±0", "−2")
    assert [fmt.share(1, 4), fmt.share(1, 1000), fmt.share(0, 5), fmt.share(0, 0)] == ["25%", "<1%", "0%", ""]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "just now"), (125, "2 min ago"), (3700, "1 h ago"), (90000, "1 day ago"), (200000, "2 days ago")],
)
def test_how_long_ago(seconds: int, words: str) -> None:
    now = datetime(2022, 2, 14, 12, tzinfo=UTC)
    assert fmt.ago(now - timedelta(seconds=seconds), now) == words
    assert fmt.ago(now - timedelta(days=30), now) == "15 Jan 2022"


WRITTEN = {
    "en": [
        "2,000", "−1,234,567", "0.93", "25%", "<1%",
        "4 Mar 2022", "4 Mar", "Mar 2022", "4 Mar 2022, 09:05",
    ],
    "it": [
        "2.000", "−1.234.567", "0,93", "25%", "<1%",
        "4 mar 2022", "4 mar", "mar 2022", "4 mar 2022, 09:05",
    ],
    "de": [
        "2.000", "−1.234.567", "0,93", "25\xa0%", "<1\xa0%",
        "04.03.2022", "4. März", "Mär 2022", "04.03.2022, 09:05",
    ],
    "da": [
        "2.000", "−1.234.567", "0,93", "25\xa0%", "<1\xa0%",
        "4. mar. 2022", "4. mar.", "mar. 2022", "4. mar. 2022 09.05",
    ],
    "el": [
        "2.000", "−1.234.567", "0,93", "25%", "<1%",
        "4 Μαρ 2022", "4 Μαρ", "Μάρ 2022", "4 Μαρ 2022, 09:05",
    ],
}  # fmt: skip


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Changes the language until the end of the test."""
    yield use_language
    use_language(ENGLISH)


@pytest.mark.parametrize(("spoken", "written"), WRITTEN.items())
def test_each_language_has_its_customs(spoken: str, written: list[str], speak: Callable[[str], None]) -> None:
    speak(spoken)
    time = datetime(2022, 3, 4, 9, 5).astimezone()
    assert [
        fmt.number(2000), fmt.number(-1234567), fmt.decimal(0.934, 2), fmt.share(1, 4), fmt.share(1, 1000),
        fmt.day(time.date()), fmt.day_and_month(time.date()), fmt.month("2022-03"), fmt.date_time(time),
    ] == written  # fmt: skip


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("en", ["Aarhus", "Anna", "Elan", "Élan", "Übung", "unten", "Zeta", "Ærø", "Άλφα", "βήτα"]),
        ("de", ["Aarhus", "Anna", "Elan", "Élan", "Übung", "unten", "Zeta", "Ærø", "Άλφα", "βήτα"]),
        ("da", ["Anna", "Elan", "Élan", "Übung", "unten", "Zeta", "Ærø", "Øst", "Aarhus", "βήτα"]),
        ("el", ["Άλφα", "βήτα", "Σάμος", "Τήνος", "Aarhus", "Zeta"]),
    ],
)
def test_words_are_in_the_order_of_the_alphabet(spoken: str, words: list[str], speak: Callable[[str], None]) -> None:
    speak(spoken)
    assert fmt.in_order(reversed(words)) == words


@pytest.mark.parametrize(("spoken", "words"), [("en", "a, b and c"), ("de", "a, b und c"), ("da", "a, b og c")])
def test_words_in_a_sentence(spoken: str, words: str, speak: Callable[[str], None]) -> None:
    speak(spoken)
    assert (fmt.names(["a", "b", "c"]), fmt.names(["a"]), fmt.names([])) == (words, "a", "")


def test_words_inside_a_sentence(speak: Callable[[str], None]) -> None:
    assert (fmt.inside("By community"), fmt.noun("Age band"), fmt.noun("NGO")) == ("by community", "age band", "NGO")
    speak("de")
    assert (fmt.inside("Nach Gemeinschaft"), fmt.noun("Altersgruppe")) == ("nach Gemeinschaft", "Altersgruppe")


def test_clauses_follow_one_another_as_the_language_writes_them(speak: Callable[[str], None]) -> None:
    assert fmt.clauses(["1 held", "2 held"]) == "1 held; 2 held"
    speak("el")
    assert ";" not in fmt.clauses(["1", "2"])


def test_countries_are_named_in_the_language(speak: Callable[[str], None]) -> None:
    assert (fmt.country("GR"), fmt.country("others")) == ("Greece", "others")
    speak("da")
    assert fmt.country("GR") == "Grækenland"
