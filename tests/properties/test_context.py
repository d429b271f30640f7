"""An event is understood however its activity, city and day stand above a list: in one line, in lines of their own,
behind labels, beside a word for the list or the name of a group, with an address, hours and who was responsible."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Workbook
from liaison_metrics.sheets.reading import read_workbook

DAY = date(2021, 11, 24)
PEOPLE = ("Rosa Hill", "Ugo Ott", "Ida Ray", "Sami Haddad", "Nour Darwish")
SHEETS = 60
"""So many sheets for each language."""


@dataclass(frozen=True)
class Words:
    """What people of one language write above a list; the code of their city and of the activity."""

    codes: tuple[str, str]
    city: str
    titles: tuple[str, ...]
    days: tuple[str, ...]
    hours: tuple[str, ...]
    places: tuple[str, ...]
    labels: tuple[str, str, str]
    lists: tuple[str, ...]
    groups: tuple[str, ...]
    others: tuple[str, ...]
    headers: tuple[str, str]


WORDS = {
    "de": Words(
        ("school_lab", "kassel"), "Kassel", ("Schullabor", "Schullabor: Brot backen", "Schullabor „Wer wohnt hier?“"),
        ("24.11.2021", "Mi 24.11.2021", "24. November 2021", "2021-11-24", "24/11/21"),
        ("", ", 17–19 Uhr", ", 3.–6. Stunde", " (ab 16.30 Uhr)"),
        ("Rathaus, 2. Stock", "Hauptstraße 15", "Offene Schule, Raum 12"), ("Veranstaltung", "Ort", "Datum"),
        ("Anwesenheitsliste", "Unterschriftenliste", "Klassenliste 7b"), ("Gruppe A", "Klasse 7b"),
        ("Leitung: G. Huber", "Partner: Verein Brücke", "Uhrzeit: 17–19 Uhr"), ("Name", "Gemeinschaft"),
    ),
    "it": Words(
        ("info_session", "palermo"), "Palermo", ("Sessione informativa", "Sessione informativa – cercare casa"),
        ("24/11/2021", "mer. 24/11/2021", "24 novembre 2021", "2021-11-24"), ("", ", ore 17-19", ", 3ª e 4ª ora"),
        ("Palazzo Cefalà", "via Roma 15", "Scuola Falcone, aula 12"), ("Evento", "Dove", "Quando"),
        ("Foglio firme", "Presenze", "Elenco partecipanti"), ("Gruppo A", "Classe 2B"),
        ("Docente: G. Ferri", "Compilato da: Rosa M.", "Orario: 17:00-19:00"), ("Nome", "Comunità"),
    ),
    "da": Words(
        ("oep_training", "vejle"), "Vejle", ("OEP-kursus", "OEP-kursus: at finde bolig", "OEP-kursus – del 2"),
        ("24.11.2021", "ons 24-11-2021", "24. november 2021", "2021-11-24"), ("", " kl. 17-19", ", 3.-4. lektion"),
        ("Biblioteket", "Vestergade 15", "Søndermarksskolen, lokale 12"), ("Arrangement", "Sted", "Dato"),
        ("Deltagerliste", "Fremmødeliste", "Fremmøde"), ("Hold A", "Klasse 7.b"),
        ("Underviser: G. Holm", "Partner: Foreningen Broen", "Tidspunkt: kl. 17-19"), ("Navn", "Fællesskab"),
    ),
    "el": Words(
        ("focus_group", "athens"), "Αθήνα", ("Ομάδα εστίασης", "Ομάδα εστίασης: στέγη", "Ομάδα εστίασης – μέρος 2"),
        ("24/11/2021", "Τετ 24.11.2021", "24 Νοεμβρίου 2021", "2021-11-24"), ("", ", ώρα 17:30", ", 3η και 4η ώρα"),
        ("Δημοτική Βιβλιοθήκη", "οδός Ερμού 15", "132ο Γυμνάσιο, αίθουσα 12"), ("Εκδήλωση", "Χώρος", "Ημερομηνία"),
        ("Παρουσιολόγιο", "Λίστα συμμετεχόντων"), ("Ομάδα Α", "Α ομάδα", "Τμήμα Α1"),
        ("Εκπαιδευτής: Γ. Ράλλης", "Εταίρος: Σύλλογος Γέφυρα", "Ώρα: 17:00-19:00"), ("Όνομα", "Κοινότητα"),
    ),
    "en": Words(
        ("stakeholder_forum", "graz"), "Graz", ("Local stakeholder forum", "Local stakeholder forum: health"),
        ("24 November 2021", "Wed 24/11/2021", "24.11.2021", "2021-11-24"), ("", ", 5 pm", ", 17:00–19:00"),
        ("Town hall", "15 Main Street", "Open School, room 12"), ("Event", "Where", "Date"),
        ("Attendance sheet", "Sign-in sheet", "List of participants"), ("Group A", "Class 7b"),
        ("Trainer: G. Hill", "Partner: Bridge Association", "Time: 17:00-19:00"), ("Name", "Community"),
    ),
}  # fmt: skip


def block(words: Words, chance: random.Random) -> list[list[Cell]]:
    """Returns lines that state the event, one of eight ways."""
    title, when = chance.choice(words.titles), chance.choice(words.days) + chance.choice(words.hours)
    where = chance.choice([words.city, f"{chance.choice(words.places)}, {words.city}"])
    day: Cell = chance.choice([when, datetime(DAY.year, DAY.month, DAY.day)])
    apart: list[Cell] = [None] * chance.randint(0, 2)
    said, listed, colon = words.labels, chance.choice(words.lists), chance.choice(["", ":"])
    ways: list[list[list[Cell]]] = [
        [[f"{title}, {where}, {when}"]],
        [[title], [f"{where}, {when}"]],
        [[title], [where], [day]],
        [[label + colon, *apart, value] for label, value in zip(said, (title, where, day), strict=True)],
        [[f"{label}: {value}"] for label, value in zip(said, (title, where, when), strict=True)],
        [[title, *apart, day], [where]],
        [[title], [chance.choice(words.groups), *apart, datetime(DAY.year, DAY.month, DAY.day)], [where]],
        [[f"{listed} – {title}"], [f"{when} – {where}"]],
    ]
    rows = chance.choice(ways)
    if chance.random() < 0.4:
        rows.insert(0, [listed])
    if chance.random() < 0.4:
        rows.insert(chance.randint(0, len(rows)), [chance.choice(words.others)])
    return rows


@pytest.mark.parametrize("language", WORDS)
def test_an_event_is_understood_however_it_is_told(language: str, project: Project) -> None:
    words, wrong = WORDS[language], []
    for seed in range(SHEETS):
        rows = [*block(words, random.Random(seed)), [], list(words.headers), *([name, ""] for name in PEOPLE)]
        width = max(map(len, rows))
        grid = Grid("Sheet1", [[*row, *[None] * (width - len(row))] for row in rows])
        reading = read_workbook(Workbook("list.xlsx", "xlsx", [grid]), project)
        told = [(event.activity, event.city, event.date) for event in reading.events]
        if told != [(*words.codes, DAY)] or reading.questions or len(reading.attendances) != len(PEOPLE):
            wrong.append((seed, rows[:5], told, [question.text for question in reading.questions]))
    assert wrong == []
