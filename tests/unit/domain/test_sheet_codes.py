"""Codes of sign-in sheets: always the same, found as people type them, and no typing error is taken for another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.events.sheet_codes import codes_in, is_valid, sheet_code, without_codes

CODES = st.builds(sheet_code, st.binary(min_size=32, max_size=32), st.text(max_size=40))


@given(CODES, st.sampled_from(["{}", "Code: {}.", "  {}\n", "(LIAISON {} Graz)"]))
def test_a_code_is_found_in_a_text_as_people_type_it(code: str, text: str) -> None:
    for typed in (code, code.lower(), code.replace("-", " – "), code.replace("1", "I")):
        assert codes_in(text.format(typed)) == [code] and is_valid(code)


@given(CODES, st.integers(0, 7), st.sampled_from("123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_character_makes_a_code_invalid(code: str, at: int, other: str) -> None:
    place = [position for position, sign in enumerate(code) if position > 2 and sign != "-"][at]
    wrong = code[:place] + other + code[place + 1 :]
    assert is_valid(wrong) == (wrong == code)


@given(CODES, st.integers(0, 6))
def test_neighbours_that_changed_places_make_a_code_invalid(code: str, at: int) -> None:
    digits = code[3:].replace("-", "")
    swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    wrong = f"LM-{swapped[:4]}-{swapped[4:]}"
    assert is_valid(wrong) == (wrong == code)


def test_a_code_depends_on_the_key_and_the_event() -> None:
    codes = {sheet_code(secret, event) for secret in (b"1" * 32, b"2" * 32) for event in ("tea", "song")}
    assert len(codes) == 4 and all(len(code) == 12 for code in codes)


def test_what_is_no_code_stays() -> None:
    for text in ("LM 2021 2022", "FILM-1234-5678", "LM-123-4567", "LM-12345-678", ""):
        assert codes_in(text) == [] and without_codes(text) == text
    assert not is_valid("LM-0000-OOOO")
