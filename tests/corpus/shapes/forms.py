"""Exports of online forms."""

# ruff: noqa: E501  (questions are as long as they are)

from __future__ import annotations

from datetime import datetime, timedelta

from tests.corpus import words
from tests.corpus.files import Cell, Rows, Sheet, text_file
from tests.corpus.made import Made, book, shape
from tests.corpus.register import header, word
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World

_QUESTIONS = {
    "en": ["Timestamp", "Email Address", "What is your full name?", "Which community do you feel part of?", "What is your gender?", "In which year were you born?", "Which kind of organisation do you come from?", "I agree to the processing of my data"],
    "it": ["Informazioni cronologiche", "Indirizzo email", "Nome e cognome", "A quale comunità senti di appartenere?", "Genere", "Anno di nascita", "Tipo di organizzazione di provenienza", "Acconsento al trattamento dei dati personali"],
    "de": ["Zeitstempel", "E-Mail-Adresse", "Wie heißen Sie? (Vor- und Nachname)", "Welcher Gemeinschaft fühlen Sie sich zugehörig?", "Geschlecht", "In welchem Jahr sind Sie geboren?", "Aus welcher Art von Organisation kommen Sie?", "Ich stimme der Verarbeitung meiner Daten zu"],
    "da": ["Tidsstempel", "Mailadresse", "Hvad er dit fulde navn?", "Hvilket fællesskab føler du dig som en del af?", "Køn", "Hvilket år er du født?", "Hvilken type organisation kommer du fra?", "Jeg giver samtykke til behandling af mine oplysninger"],
    "el": ["Χρονική σήμανση", "Διεύθυνση ηλεκτρονικού ταχυδρομείου", "Ονοματεπώνυμο", "Σε ποια κοινότητα ανήκετε;", "Φύλο", "Έτος γέννησης", "Τύπος οργανισμού", "Συναινώ στην επεξεργασία των δεδομένων μου"],
}  # fmt: skip


def filled_in(w: World, event: Event) -> datetime:
    """A moment on one of the days before the event."""
    day = event.day - timedelta(days=w.rng.randrange(1, 6))
    return datetime(day.year, day.month, day.day, w.rng.randrange(8, 22), w.rng.randrange(60), w.rng.randrange(60))


def told(event: Event) -> dict[str, str]:
    return {"activity": event.activity, "city": event.city, "date": event.day.isoformat()}


def _google(w: World, language: str, city: str) -> Made:
    event, truth = w.event(city), Truth()
    rows: Rows = [list(_QUESTIONS[language])]
    for p in w.people(10, city):
        when = filled_in(w, event)
        stamp = f"{when:%d/%m/%Y %H:%M:%S}" if language != "en" else f"{when:%Y/%m/%d %I:%M:%S %p} GMT+1"
        answers = [
            word(w, table, code, language)
            for table, code in ((words.COMMUNITIES, p.community), (words.GENDERS, p.gender))
        ]
        rows.append(
            [
                stamp,
                p.email,
                p.name,
                *answers,
                p.birth.year,
                word(w, words.GROUPS, p.group, language),
                words.HEADERS["present"][language][0],
            ]
        )
        truth.saw(p, event, {"email", "name", "community", "gender", "birth_year", "group"})
    return Made("Registration (Responses) - Form responses 1.csv", text_file(rows, "utf-8"), truth, told(event))


@shape
def google_form_english(w: World) -> Made:
    return _google(w, "en", "athens")


@shape
def google_form_italian(w: World) -> Made:
    return _google(w, "it", "palermo")


@shape
def google_form_german(w: World) -> Made:
    return _google(w, "de", "graz")


@shape
def google_form_danish(w: World) -> Made:
    return _google(w, "da", "vejle")


@shape
def google_form_greek(w: World) -> Made:
    return _google(w, "el", "athens")


@shape
def google_form_chosen_day(w: World) -> Made:
    """People choose the meeting that they come to; the stamp is only when they filled the form in."""
    truth = Truth()
    events = [w.event("palermo", "skill_transfer_workshop", w.day(late=True)) for _ in range(3)]
    rows: Rows = [["Timestamp", "First name", "Last name", "Phone number", "Date of the workshop", "Community"]]
    for p in w.people(12, "palermo"):
        event = w.rng.choice(events)
        rows.append(
            [
                f"{filled_in(w, event):%m/%d/%Y %H:%M:%S}",
                p.given,
                p.family,
                p.phone,
                f"{event.day:%d/%m/%Y}",
                words.COMMUNITIES[p.community]["en"][0],
            ]
        )
        truth.saw(p, event, {"given", "family", "phone", "community"})
    return Made(
        "Workshops (Responses).csv",
        text_file(rows, "utf-8"),
        truth,
        {"activity": "skill_transfer_workshop", "city": "palermo"},
    )


def _microsoft(w: World, anonymous: bool) -> Made:
    event, truth = w.event(), Truth()
    rows: Rows = [["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]]
    asked = ["Full name", "E-mail address"] if anonymous else []
    rows[0] += [*asked, "Which community are you part of?", "Gender", "Year of birth"]
    for number, p in enumerate(w.people(10, event.city), 1):
        start = filled_in(w, event)
        account: list[Cell] = ["anonymous", ""] if anonymous else [p.email, p.name]
        answers: list[Cell] = [p.name, p.email] if anonymous else []
        rows.append(
            [
                number,
                start,
                start + timedelta(minutes=3),
                *account,
                "",
                *answers,
                words.COMMUNITIES[p.community]["en"][0],
                words.GENDERS[p.gender]["en"][0],
                p.birth.year,
            ]
        )
        truth.saw(p, event, {"name", "email", "community", "gender", "birth_year"})
    return book(w, "Registration(1-10)", [Sheet("Sheet1", rows)], truth, "xlsx", **told(event))


@shape
def microsoft_form(w: World) -> Made:
    return _microsoft(w, anonymous=False)


@shape
def microsoft_form_anonymous(w: World) -> Made:
    """The account is "anonymous"; name and address are among the answers."""
    return _microsoft(w, anonymous=True)


@shape
def form_in_sections(w: World) -> Made:
    """A form's export with questions in the words of the place, numbered."""
    language = w.rng.choice(words.LANGUAGES)
    event, truth = w.event(), Truth()
    fields = ("given", "family", "email", "gender", "community")
    rows: Rows = [[f"{number}. {header(w, one, language)}" for number, one in enumerate(fields, 1)]]
    for p in w.people(9, event.city):
        rows.append(
            [
                p.given,
                p.family,
                p.email,
                word(w, words.GENDERS, p.gender, language),
                word(w, words.COMMUNITIES, p.community, language),
            ]
        )
        truth.saw(p, event, fields)
    return Made("answers.csv", text_file(rows, "utf-8-sig", ";"), truth, told(event))
