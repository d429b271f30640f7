"""Logs of who joined an online meeting: joins again, devices, hosts, cameras and the block about the meeting."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.online.joins import are_stays
from liaison_metrics.sheets.words.phrases.remarks.devices import without_device
from tests.unit.sheets.cases import TITLE, Case, check, sheet

_TIMES = [("17:48", "20:03"), ("17:56", "18:42"), ("18:47", "20:01"), ("17:58", "20:02"), ("18:03", "19:59")]


def _log(first: str, *, mark: str, other: str) -> list[list[Cell]]:
    names = (first, "Bea Conti", "Bea Conti (iPad)", "Carla Riva", "Dino Serra")
    marks = (mark, mark, other, other, mark)
    return [[name, *times, sign] for name, times, sign in zip(names, _TIMES, marks, strict=True)]


@pytest.mark.parametrize(
    ("headers", "first", "marks"),
    [
        (("Nome utente", "Entra", "Esce", "Videocamera"), "Aldo Neri (docente)", ("sì", "no")),
        (("Anzeigename", "Beigetreten", "Verlassen", "Kamera an"), "Aldo Neri (Dozent)", ("ja", "nein")),
        (("Navn", "Kom på", "Gik", "Kamera"), "Aldo Neri (underviser)", ("ja", "nej")),
        (("Όνομα όπως εμφανίζεται", "Είσοδος", "Έξοδος", "Κάμερα"), "Aldo Neri (καθηγητής)", ("ναι", "όχι")),
        (("Display name", "Entered", "Left", "Reactions used"), "Aldo Neri (teacher)", ("yes", "no")),
    ],
)
def test_log_of_joins(headers: tuple[str, ...], first: str, marks: tuple[str, str], project: Project) -> None:
    rows = _log(first, mark=marks[0], other=marks[1])
    check(Case("joins", "att4 nc1 ask0", sheet([*TITLE, [*headers], *rows])), project)


@pytest.mark.parametrize(
    ("headers", "values"),
    [
        (("Emne", "Starttid", "Varighed (min.)", "Vært"),
         ("OEP-kursus modul 2", "03-03-2021 16:30", "118", "Aldo Neri")),
        (("Titel der Besprechung", "Startzeit", "Dauer", "Gastgeber"),
         ("OEP-Schulung Modul 2", "03.03.2021 16:30", "118", "Aldo Neri")),
        (("Session title", "Scheduled for", "Length", "Organised by"),
         ("OEP training module 2", "2021-03-03 16:30", "118 min", "Aldo Neri")),
        (("Argomento", "Avvio", "Durata", "Organizzatore"),
         ("Formazione OEP modulo 2", "03/03/2021 16:30", "118", "Aldo Neri")),
        (("Θέμα", "Ώρα εκκίνησης", "Διάρκεια", "Οικοδεσπότης"),
         ("Εκπαίδευση OEP, 2η", "03/03/2021 16:30", "118", "Aldo Neri")),
    ],
)  # fmt: skip
def test_block_names_the_host(headers: tuple[str, ...], values: tuple[str, ...], project: Project) -> None:
    rows = [
        [*headers],
        [*values],
        [],
        ["Name", "Joined at", "Left at", "Camera"],
        *_log("Aldo Neri", mark="x", other=""),
    ]
    check(Case("block", "att4 nc1 ask0", sheet([["City", "Vejle"], *rows])), project)


@pytest.mark.parametrize("label", ["Scheduled", "Προγραμματισμένη ώρα"])
def test_day_behind_a_label_for_the_time(label: str, project: Project) -> None:
    above: list[list[Cell]] = [["OEP training"], ["City", "Vejle"], [label, "2021-03-03 17:30"], []]
    rows = [*above, ["Name", "Joined at", "Left at", "Camera"], *_log("Aldo Neri", mark="x", other="")]
    check(Case("label", "att5 nc0 ask0", sheet(rows)), project)


@pytest.mark.parametrize("header", ["Joined at", "Accesso", "Entered", "Beitritt", "Ingresso", "Kom på"])
def test_who_never_joined_was_absent(header: str, project: Project) -> None:
    joined: list[Cell] = ["08:41", "08:53", None, "09:04", "09:14"]
    rows: list[list[Cell]] = [[f"Ada {name}", time] for name, time in zip("BCDFG", joined, strict=True)]
    rows = [[f"{name}ari", time] for (name, time) in ((str(row[0]), row[1]) for row in rows)]
    check(Case("joined", "att4 nc1 ask0", sheet([*TITLE, ["Name", header], *rows])), project)


def test_planned_times_are_no_stays() -> None:
    assert are_stays(_TIMES)
    assert not are_stays([("17:00", "18:00"), ("18:00", "19:30"), ("19:30", "20:15")])
    assert not are_stays([("17:03", ""), ("18:01", ""), ("19:31", "20:14")])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("iPad di Elsa Monti", "Elsa Monti"), ("Elsa Monti's iPhone", "Elsa Monti"), ("Lars’ iPad", "Lars"),
        ("Handy von Jana Wolf", "Jana Wolf"), ("Mobil af Ole Krag", "Ole Krag"), ("Elsa Monti [phone]", "Elsa Monti"),
        ("iPad", "iPad"), ("Pc Holm", "Pc Holm"), ("Phoebe Ott", "Phoebe Ott"),
    ],
)  # fmt: skip
def test_names_of_devices(text: str, name: str) -> None:
    assert without_device(text) == name
