"""Normal forms: spellings that are one name, one address, one number, and texts that are none."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from liaison_metrics.domain.people.normal_forms import email_form, name_form, name_tokens, phone_form


@pytest.mark.parametrize(
    ("spellings", "form"),
    [
        (["Maria Rossi", "ROSSI, Maria", " rossi  maria ", "Rossi,Maria", "Rossi;Maria", "Màrïa Rossi"], "maria rossi"),
        (["Pat O'Brien", "O’Brien, Pat", "O´BRIEN PAT", "OBrien Pat"], "obrien pat"),
        (["Ιωάννης Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΙΩΑΝΝΗΣ"], "ιωαννησ παπαδοπουλοσ"),
        (["Nils Straße", "NILS STRASSE"], "nils strasse"),
        (["İbrahim Öz", "ibrahim oz"], "ibrahim oz"),
        (["Špoljarić, Stana", "Stana Spoljaric"], "spoljaric stana"),
        (["M. Rossi", "m rossi"], "m rossi"),
        (["Anne-Marie Berg"], "annemarie berg"),
        (["Maria\u200b\u00a0Rossi"], "maria rossi"),
        (["", " ", "-", "…", "/"], ""),
    ],
)
def test_spellings_of_one_name(spellings: list[str], form: str) -> None:
    assert {name_form(spelling) for spelling in spellings} == {form}


@given(st.text(max_size=40))
@example("ΐ ŉ ﬃ")
def test_a_normal_form_is_its_own(text: str) -> None:
    assert name_form(name_form(text)) == name_form(text)
    assert name_form(text) == name_form(text.swapcase().swapcase()) or not text.isascii()


@given(st.lists(st.sampled_from(["Maria", "Rossi", "de", "Ümit"]), min_size=1, max_size=4), st.randoms())
def test_the_order_of_tokens_does_not_matter(tokens: list[str], random) -> None:
    assert name_tokens(" ".join(random.sample(tokens, len(tokens)))) == name_tokens(" ".join(tokens))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (" Maria.Rossi@Example.ORG\n", "maria.rossi@example.org"),
        ("-", ""),
        ("none", ""),
        ("@example.org", ""),
        ("maria@", ""),
        ("", ""),
    ],
)
def test_addresses(text: str, form: str) -> None:
    assert email_form(text) == form


@pytest.mark.parametrize(
    ("text", "country", "form"),
    [
        ("091 1234567", "IT", "+390911234567"),
        ("+39 091 123 4567", "IT", "+390911234567"),
        ("0039-091-1234567", "GR", "+390911234567"),
        ("+39 091 1234567", "DE", "+390911234567"),
        ("39 333 1234567", "IT", "+393331234567"),
        ("0561/123456", "DE", "+49561123456"),
        ("+49 (0)561 123456", "DE", "+49561123456"),
        ("+49 0561 123456", "de", "+49561123456"),
        ("0316 123456", "AT", "+43316123456"),
        ("20 12 34 56", "DK", "+4520123456"),
        ("210 1234567", "GR", "+302101234567"),
        ("tel. 0561 123456", "DE", "+49561123456"),
        ("０５６１ １２３４５６", "DE", "+49561123456"),
        ("2012345678", "ZZ", ""),
        ("n/a", "IT", ""),
        ("12", "DE", ""),
        ("", "IT", ""),
    ],
)
def test_phone_numbers(text: str, country: str, form: str) -> None:
    assert phone_form(text, country) == form


@given(
    st.sampled_from(["", "0", "+39", "+49", "+45", "0043", "39", "45", "49"]),
    st.from_regex(r"[1-9][0-9]{5,9}", fullmatch=True),
    st.sampled_from(["IT", "AT", "DK", "GR", "DE"]),
)
def test_the_short_way_goes_where_the_library_goes(prefix: str, digits: str, country: str) -> None:
    number = phonenumbers.parse(prefix + digits, country)
    expected = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    assert phone_form(prefix + digits, country) == expected
