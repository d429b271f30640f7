"""Headers of marks and times that say who came, in words for what happens when people arrive."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.columns.scoring.arriving import tells_who_came
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet


@pytest.mark.parametrize(
    "header",
    [
        *("Ticked off", "abgehakt am Eingang", "Krydset af", "Spuntato", "Τσεκαρίστηκε"),
        *("Sgd.", "gez.", "Underskrevet", "Firmato", "Υπέγραψε"),
        *("cross on sheet", "Kreuz am Blatt", "kryds på ark", "firma sul foglio", "υπογραφή στο χαρτί"),
        *("firma apposta", "underskrift sat", "Unterschrift geleistet", "ticked on the paper list"),
        *("Got badge", "Hat Namensschild bekommen", "Skilt hentet", "Badge ricevuto", "Παραλαβή καρτελακιού (ώρα)"),
        *("Welcome pack collected", "Tagungsmappe ausgehändigt", "Velkomstpakke hentet", "Kit di benvenuto consegnato"),
        *("Folder given on arrival", "Mappe abgeholt", "Mappe udleveret ved ankomst", "Cartellina ritirata"),
        *("I was here today", "Ich war heute in der Bibliothek", "Jeg var der", "C'ero", "Ήμουν σήμερα στη βιβλιοθήκη"),
    ],
)
def test_who_was_ticked_off_or_got_the_badge_came(header: str) -> None:
    assert tells_who_came(header)


@pytest.mark.parametrize(
    "header",
    [
        *("Form signed on paper", "firma modulo privacy su carta", "cross for lunch", "Kreuz bei Essen", "list"),
        *("Consent signed", "Datenschutz gez.", "Samtykke underskrevet", "Liberatoria firmata"),
        *("Certificate collected", "Gutschein erhalten", "Bog hentet", "Buono ritirato", "Πήρε βεβαίωση"),
        *("Received", "Membership card received", "Kit collected", "Folder", "Mappe erhalten"),
        *("I was ill", "Ich war schon einmal da", "Jeg var her sidste år", "Ero già venuto", "Ήμουν και πέρυσι"),
        *("I was at a workshop before", "I would like to come", "I came by bus"),
    ],
)
def test_what_people_get_or_sign_otherwise_says_nothing(header: str) -> None:
    assert not tells_who_came(header)


@pytest.mark.parametrize("marks", [["x", "x", "x", "x", "x", ""], ["9:05", "9:10", "9:12", "9:20", "9:31", ""]])
@pytest.mark.parametrize("header", ["Got badge", "gez.", "Krydset af", "Firmato", "Παραλαβή καρτελακιού (ώρα)"])
def test_marks_and_times_say_who_came(header: str, marks: list[Cell], project: Project) -> None:
    check(Case(header, "att5 nc1 ask0", sheet(register(header, marks))), project)


def test_a_number_below_the_times_is_no_time(project: Project) -> None:
    times: list[Cell] = ["9:05", "9:10", "9:12", "9:20", "9:31", ""]
    rows = [[*row, ""] for row in register("Badge collected at", times)]
    check(Case("number below", "att5 nc1 ask0", sheet([*rows, ["", "who came", "", 5]])), project)


def test_a_number_with_a_remark_below_the_times_is_no_time(project: Project) -> None:
    times: list[Cell] = ["9:05", "9:10", "9:12", "9:20", "9:31", ""]
    rows = [[name, time, "Kalsa", ""] for name, time in zip(PEOPLE, times, strict=False)]
    header: list[Cell] = ["Nome e cognome", "ora arrivo", "quartiere", "appunti"]
    below: list[Cell] = ["passati senza registrarsi", 7, "", "contati a mano"]
    check(Case("remark", "att5 head7 nc1 ask0", sheet([*TITLE, header, *rows, below])), project)


def test_a_letter_beside_the_first_name_is_that_of_the_family_name(project: Project) -> None:
    people = [["Ayla", "B."], ["Ben", "O."], ["Ayla", "R."], ["Carl", "L."]]
    check(Case("letters", "att4 ev1 ask0", sheet([*TITLE, ["First name", "Initial"], *people])), project)


@pytest.mark.parametrize(
    "header",
    [
        "Ankunft bestätigt", "heute hier", "Präsenzkontrolle", "zugegen", "In aula", "Arrivo confermato alla porta",
        "crocetta se è venuto", "Chi c'era davvero", "Var hos os i dag", "X = har været her", "Mødte personligt frem",
        "Τσεκ άφιξης", "Παρών στη συνάντηση", "Πέρασε από την είσοδο", "In the room", "Arrival ticked",
        "Seen at the event",
    ],
)  # fmt: skip
def test_a_header_notes_who_was_there(header: str) -> None:
    assert tells_who_came(header)


@pytest.mark.parametrize(
    "header",
    ["Ankunft Hotel", "Wasser im Raum", "Arrivo in treno", "In aula 3 prima volta", "Ankomst med bus",
     "Arrival by train", "Παρουσία γονέα", "Wi-Fi in the room", "Chi paga", "Wer zahlt"],
)  # fmt: skip
def test_a_header_with_such_words_is_about_something_else(header: str) -> None:
    assert not tells_who_came(header)
