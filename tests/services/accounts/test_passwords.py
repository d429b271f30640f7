"""Which passwords are good enough."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import WrongEntry
from liaison_metrics.services.accounts.passwords import check_password, hashed, is_right


@pytest.mark.parametrize(
    "password",
    ["", "elevenchars", "password1234", "Password1234", "123456789012", "aaaaaaaaaaaaaaa", "abababababab",
     "graz@example.org", "graz.partner2021", "x" * 201],
)  # fmt: skip
def test_weak_passwords_are_refused_with_a_way_out(password: str) -> None:
    with pytest.raises(WrongEntry) as refused:
        check_password(password, "graz.partner@example.org" if "partner" in password else "graz@example.org")
    assert refused.value.hint and (not password or password not in str(refused.value))


@pytest.mark.parametrize(
    "password", ["seven lemons on a tram", "überfünf Äpfel rot", "kælder-lampe-sten", "λεμόνια και τρένα"]
)
def test_long_passwords_of_any_letters_are_good(password: str) -> None:
    check_password(password, "graz@example.org")
    assert is_right(hashed(password), password) and not is_right(hashed(password), password + " ")


def test_no_password_is_right_where_none_was_chosen() -> None:
    assert not is_right("", "") and not is_right("", "anything at all")
