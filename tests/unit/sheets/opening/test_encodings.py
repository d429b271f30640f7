"""Encodings in small and large files: one strange letter must be enough to find the right one."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.opening import open_workbook

PLAIN = ["Name;City;Note"] + ["Anna Berg;Graz;ok"] * 30
RARE = {"de": "Jürgen Moser;Graz;", "it": "Nicolò Rossi;Palermo;", "da": "Søren Holm;Vejle;", "dane": "Åse Holm;Vejle;"}
FULL = {
    "hr": ["Ime;Grad", "Aničić Đurđa;Šibenik", "Željka Čolić;Graz"],
    "el": ["Όνομα;Πόλη", "Γιώργος Τάρναρης;Αθήνα", "Ελένη Χατζηδάκη;Αθήνα"],
    "tr": ["Ad Soyad;Şehir", "Gülşah Yıldız;Kassel", "Çağrı Doğan;İzmir"],
    "slips": [
        "Cognome e nome;Qualitá;Presente",
        "BUA Totò;socio;SÌ",
        "SPANÒ Ada;perché;NO",
    ],
    "pl": ["Imię;Miasto", "Łukasz Żółć;Graz", "Świętosława Dąbrowska;Wien"],
}
PAIRS = [
    ("hr", "cp1250"), ("hr", "iso8859-2"), ("hr", "cp852"), ("el", "cp1253"), ("el", "iso8859-7"), ("el", "cp737"),
    ("slips", "cp1252"), ("el", "mac-greek"), ("tr", "cp1254"), ("tr", "cp857"), ("pl", "cp1250"), ("pl", "iso8859-2"),
]  # fmt: skip


def cells(data: bytes) -> list[list[object]]:
    return [list(row) for row in open_workbook("list.csv", data).grids[0].rows]


def split(lines: list[str]) -> list[list[str]]:
    return [line.split(";") for line in lines]


@pytest.mark.parametrize("times", [1, 200])
@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-1", "iso8859-15", "mac-roman", "utf-8", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("language", RARE)
def test_one_strange_letter(language: str, encoding: str, times: int) -> None:
    lines = [*PLAIN, RARE[language]] * times
    assert cells("\r\n".join(lines).encode(encoding)) == split(lines)


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_encodings_of_each_language(language: str, encoding: str) -> None:
    assert cells("\n".join(FULL[language]).encode(encoding)) == split(FULL[language])


@pytest.mark.parametrize(("stray", "meant"), [(b"\xe9", "é"), (b"\x92", "’"), (b"\xff", "ÿ")])
def test_a_single_byte_does_not_spoil_the_rest(stray: bytes, meant: str) -> None:
    lines = [*PLAIN, "Søren Holm;Vejle;", "Jürgen Moser;Graz;"]
    rows = cells("\n".join(lines).encode() + b"\nLast" + stray + b"One;Vejle;")
    assert rows == [*split(lines), [f"Last{meant}One", "Vejle", ""]]


def test_a_text_cut_off_within_a_letter() -> None:
    assert cells("Name;City\nÅse;Århus".encode()[:-6] + "Å".encode()[:1])[1][0] == "Åse"
