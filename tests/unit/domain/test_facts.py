"""Codebooks: one number for each code, also when several threads add codes at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from liaison_metrics.domain.facts import Codebook

CODES = [f"code {number}" for number in range(2_000)]


def test_threads_that_add_codes_at_once_agree_on_their_numbers() -> None:
    book = Codebook()
    with ThreadPoolExecutor(8) as pool:
        numbers = list(pool.map(lambda _thread: [book.number(code) for code in CODES], range(8)))
    assert all(found == numbers[0] for found in numbers)
    assert [book.code(number) for number in numbers[0]] == CODES


def test_a_copy_grows_by_itself() -> None:
    book = Codebook(["graz"])
    copy = book.copy()
    assert copy.number("graz") == 1 and copy.number("vejle") == 2
    assert book.codes == ["not_stated", "graz"] and book.number("kassel") == 2
