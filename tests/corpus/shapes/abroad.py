"""Reports of online tools whose owners set them to their own language."""

# ruff: noqa: E501  (a line a language)

from __future__ import annotations

from datetime import datetime, timedelta

from tests.corpus import words
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, book, shape
from tests.corpus.shapes.forms import filled_in, told
from tests.corpus.shapes.online import joins
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def zoom_in_german(w: World) -> Made:
    event, truth = w.event("graz", "info_session"), Truth()
    rows: Rows = [
        ["Name (Originalname)", "E-Mail des Benutzers", "Beitrittszeit", "Austrittszeit", "Dauer (Minuten)", "Gast"]
    ]
    for p, came, left in joins(w, event, truth, {"name", "email"}):
        rows.append([p.name, p.email, f"{came:%d.%m.%Y %H:%M:%S}", f"{left:%d.%m.%Y %H:%M:%S}", 12, "Ja"])
    return Made("participants_855.csv", text_file(rows), truth, {"activity": event.activity, "city": event.city})


@shape
def zoom_in_italian(w: World) -> Made:
    event, truth = w.event("palermo", "info_session"), Truth()
    rows: Rows = [
        ["Nome (nome originale)", "E-mail utente", "Ora di ingresso", "Ora di uscita", "Durata (minuti)", "Ospite"]
    ]
    for p, came, left in joins(w, event, truth, {"name", "email"}):
        rows.append([p.name, p.email, f"{came:%d/%m/%Y %H:%M:%S}", f"{left:%d/%m/%Y %H:%M:%S}", 12, "Sì"])
    return Made("participants_866.csv", text_file(rows), truth, {"activity": event.activity, "city": event.city})


@shape
def teams_summary_in_german(w: World) -> Made:
    event, truth = w.event("kassel", "stakeholder_forum"), Truth()
    found = joins(w, event, truth, {"name", "email"})
    start = datetime(event.day.year, event.day.month, event.day.day, 16, 57, 3)
    people = list(dict.fromkeys(person for person, _, _ in found))
    rows: Rows = [["1. Zusammenfassung"], ["Besprechungstitel", event.title], ["Anwesende Teilnehmer", len(people)]]
    rows += [["Startzeit", _german(start)], ["Endzeit", _german(start + timedelta(minutes=92))], [], ["2. Teilnehmer"]]
    rows.append(
        [
            "Name",
            "Erster Beitritt",
            "Letztes Verlassen",
            "Dauer in der Besprechung",
            "E-Mail",
            "Teilnehmer-ID (UPN)",
            "Rolle",
        ]
    )
    for person in people:
        mine = [(came, left) for p, came, left in found if p == person]
        rows.append(
            [
                person.name,
                _german(mine[0][0]),
                _german(mine[-1][1]),
                "40 min 2 s",
                person.email,
                person.email,
                "Teilnehmer",
            ]
        )
    return Made("Bericht.csv", text_file(rows, "utf-16", "\t"), truth, {"activity": event.activity, "city": event.city})


def _german(moment: datetime) -> str:
    return f"{moment:%d.%m.%y}, {moment:%H:%M:%S}"


@shape
def teams_in_italian(w: World) -> Made:
    event, truth = w.event("palermo", "oep_training"), Truth()
    rows: Rows = [["Nome completo", "Azione utente", "Timestamp"]]
    for p, came, left in joins(w, event, truth, {"name"}):
        rows.append([p.name, "Accesso effettuato", f"{came:%d/%m/%Y}, {came:%H:%M:%S}"])
        rows.append([p.name, "Uscita", f"{left:%d/%m/%Y}, {left:%H:%M:%S}"])
    return Made("elenco.csv", text_file(rows, "utf-16", "\t"), truth, {"activity": event.activity, "city": event.city})


@shape
def microsoft_form_abroad(w: World) -> Made:
    """The German and the Italian spreadsheet of a form."""
    language, city, top = w.rng.choice((
        ("de", "graz", ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Vor- und Nachname", "Ihre E-Mail-Adresse", "Zu welcher Gemeinschaft gehören Sie?", "Geschlecht"]),
        ("it", "palermo", ["ID", "Ora di inizio", "Ora di completamento", "Posta elettronica", "Nome", "Nome e cognome", "Indirizzo e-mail", "Di quale comunità fa parte?", "Genere"]),
        ("da", "vejle", ["Id", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn", "Dit fulde navn", "Din e-mailadresse", "Hvilket fællesskab hører du til?", "Køn"]),
    ))  # fmt: skip
    event, truth = w.event(city), Truth()
    rows: Rows = [[*top]]
    for number, p in enumerate(w.people(9, city), 1):
        start = filled_in(w, event)
        rows.append(
            [
                number,
                start,
                start + timedelta(minutes=2),
                "anonymous",
                "",
                p.name,
                p.email,
                words.COMMUNITIES[p.community][language][0],
                words.GENDERS[p.gender][language][0],
            ]
        )
        truth.saw(p, event, {"name", "email", "community", "gender"})
    return book(w, "Formular", [Sheet("Sheet1", rows)], truth, "xlsx", **told(event))


@shape
def eventbrite_in_german(w: World) -> Made:
    event, truth = w.event("kassel"), Truth()
    rows: Rows = [
        ["Bestellnr.", "Bestelldatum", "Vorname", "Nachname", "E-Mail", "Anzahl", "Ticketart", "Teilnehmerstatus"]
    ]
    for number, p in enumerate(w.people(12, "kassel")):
        status = "Nimmt nicht teil" if number % 5 == 3 else "Eingecheckt"
        rows.append(
            [
                2100000 + number,
                f"{filled_in(w, event):%d.%m.%Y %H:%M}",
                p.given,
                p.family,
                p.email,
                1,
                "Freier Eintritt",
                status,
            ]
        )
        if status == "Eingecheckt":
            truth.saw(p, event, {"given", "family", "email"})
        else:
            truth.absent()
    return Made("bericht.csv", text_file(rows, "utf-8"), truth, told(event))


@shape
def registered_and_came(w: World) -> Made:
    """Two columns of yes and no: registered, attended."""
    event, truth = w.event(), Truth()
    rows: Rows = [["First name", "Last name", "Email", "Registered", "Attended"]]
    for number, p in enumerate(w.people(12, event.city)):
        there = number % 4 != 2
        rows.append([p.given, p.family, p.email, "yes", "yes" if there else "no"])
        if there:
            truth.saw(p, event, {"given", "family", "email"})
        else:
            truth.absent()
    return Made("rsvp.csv", text_file(rows, "utf-8-sig"), truth, told(event))


@shape
def waiting_list(w: World) -> Made:
    """A status in words: attended, no-show, cancelled, waiting list."""
    event, truth = w.event(), Truth()
    rows: Rows = [["Name", "E-mail", "Community", "Status"]]
    for number, p in enumerate(w.people(14, event.city)):
        status = ("Attended", "Attended", "No-show", "Attended", "Cancelled", "Attended", "Waiting list")[number % 7]
        rows.append([p.name, p.email, words.COMMUNITIES[p.community]["en"][0], status])
        if status == "Attended":
            truth.saw(p, event, {"name", "email", "community"})
        else:
            truth.absent()
    return Made("status.csv", text_file(rows, "utf-8-sig"), truth, told(event))
