"""Lists for another purpose than attendance, also if a title or an option names an event: what is asked about, and what
looks alike and counts."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.words.phrases.titles.documents import document_named
from tests.unit.sheets.cases import Case, check, sheet

GIVEN = Hints("skill_transfer_workshop", "graz", date(2021, 5, 4))
PEOPLE: list[list[Cell]] = [["Aldo Neri", "0664 1234501"], ["Bea Conti", "0664 1234502"]]

TITLES = [
    ("roster", "Shift plan, LIAISON fair Graz, 5 June 2021", "Dienstplan LIAISON-Messe", "Turni volontari Fiera",
     "Vagtplan, LIAISON-messe", "Βάρδιες εθελοντών, Έκθεση LIAISON"),
    ("keys", "Key list", "Schlüsselliste Workshop Graz", "Consegna chiavi", "Nøgleliste", "Λίστα κλειδιών"),
    ("waiting", "Waiting list – workshop", "Warteliste", "LISTA D'ATTESA", "Venteliste", "Λίστα αναμονής"),
    ("tasks", "To do LIAISON fair", "Aufgabenliste", "Elenco compiti", "Opgaveliste", "Λίστα εργασιών"),
    ("stock", "Shopping list", "Packliste", "Lista della spesa", "Indkøbsliste", "Λίστα υλικών"),
    ("money", "Travel expenses", "Preisliste", "Rimborsi spese viaggio", "Prisliste", "Τιμοκατάλογος"),
    ("invitations", "Invitation list", "Einladungsliste", "Elenco invitati", "Inviterede gæster", "Προσκλήσεις"),
    ("contacts", "Supplier contacts", "Presseverteiler", "Contatti stampa", "Pressekontakter", "Επαφές Τύπου"),
    ("seating", "Seating plan", "Sitzplan", "Assegnazione tavoli", "Bordplan", "Διάταξη τραπεζιών"),
    ("seating", "Room bookings spring 2021", "Raumbelegung Nachbarschaftszentrum", "Prenotazione sale",
     "Lokalebooking", "Κρατήσεις αίθουσας"),
    ("keys", "Raffle LIAISON fair", "Tombola LIAISON-Messe", "Lotteria della fiera", "Lodtrækning", "Κλήρωση έκθεσης"),
    ("registrations", "Interested in the next workshop", "Interessierte für den Nähkurs", "Interessati al laboratorio",
     "Interesseliste", "Λίστα ενδιαφερομένων"),
    ("registrations", "They signed up for Sewing", "Für den Kurs haben sich angemeldet", "Si sono iscritti",
     "Der har tilmeldt sig", "Τηλεφωνικές επιβεβαιώσεις"),
    ("consent", "Photo consent", "Einverständniserklärungen", "Liberatorie foto", "Samtykkeerklæringer",
     "Έντυπα συγκατάθεσης"),
    ("evaluation", "Feedback form", "Feedbackbogen", "Questionario di gradimento", "Evalueringsskema",
     "Έντυπα αξιολόγησης"),
    ("subscribers", "Mailing list", "Newsletter-Verteiler", "Iscritti alla newsletter", "Nyhedsbrev",
     "Συνδρομητές"),
]  # fmt: skip

OF_ATTENDANCE = [
    "Recorder on: yes. Consent forms: all signed.", "Aufnahme: ja. Einverständniserklärungen: alle unterschrieben",
    "Liberatorie foto: sì", "Optagelse: ja, samtykkeerklæringer: underskrevet", "Έντυπα συγκατάθεσης: ναι",
    "Attendance list and photo consent", "Anwesenheitsliste mit Fotofreigabe", "Foglio presenze e liberatorie",
    "Deltagerliste og samtykke", "Λίστα συμμετεχόντων και συγκατάθεση", "Organisational Empowerment Programme training",
    "Key skills for volunteers", "Chat and coffee", "Laboratorio, turno A",
]  # fmt: skip


@pytest.mark.parametrize(("topic", "titles"), [(topic, titles) for topic, *titles in TITLES])
def test_a_title_says_what_a_list_is_for(topic: str, titles: list[str]) -> None:
    assert [document_named([title, "Sheet1"]) for title in titles] == [topic] * len(titles)


@pytest.mark.parametrize("title", OF_ATTENDANCE)
def test_a_title_of_those_who_were_there(title: str) -> None:
    assert document_named([title]) == ""


def titled(title: str, header: list[str], *rows: list[Cell], expected: str = "att0 head0 q:sheet!") -> Case:
    return Case(title, expected, sheet([[title], [], header, *rows]), hints=GIVEN)


ASKED = [
    *(titled(title, ["Name", "Phone"], *PEOPLE)
      for topic, *titles in TITLES if topic not in ("stock", "money", "evaluation") for title in titles),
    titled("", ["Name", "Shift"], ["Aldo Neri", "9-12"], ["Bea Conti", "12-15"]),
    titled("", ["Name", "Schicht"], ["Aldo Neri", "9-12"], ["Bea Conti", "12-15"]),
    titled("", ["Nome", "Postazione"], ["Aldo Neri", "accoglienza"], ["Bea Conti", "bar"]),
    titled("", ["Navn", "Vagt"], ["Aldo Neri", "9-12"], ["Bea Conti", "12-15"]),
    titled("", ["Όνομα", "Βάρδια"], ["Νίκος Παππάς", "9-12"], ["Μαρία Δήμου", "12-15"]),
    titled("", ["Time", "Name", "Message"], ["18:02", "Aldo Neri", "Hello"], ["18:03", "Bea Conti", "Hi"]),
    titled("", ["Ora", "Nome", "Messaggio"], ["18:02", "Aldo Neri", "Ciao"], ["18:03", "Bea Conti", "Salve"]),
    titled("", ["Firma", "Ansprechpartner", "Telefon"], ["Huber GmbH", "Anna Huber", "0316 1234501"],
           ["Maier KG", "Max Maier", "0316 1234502"]),
    titled("", ["Time stamp", "Hvor tilfreds var du med kurset?", "Køn", "Alder"], ["", "meget", "K", 25],
           ["", "lidt", "M", 33]),
    titled("", ["Quanto sei soddisfatta del laboratorio?", "Genere", "Comunità"], ["molto", "F", "Siriana"],
           ["poco", "M", "Locale"]),
    titled("", ["id", "sex", "alter", "herk", "filter"], *([1000 + n, n % 2, 30 + n, n % 3, 1] for n in range(6))),
    *(titled("", ["Name", "Mail", head], ["Aldo Neri", "a@example.org", yes], ["Bea Conti", "b@example.org", yes])
      for head, yes in (
          ("I would like to register for the workshop on 4 May 2021", "yes"),
          ("Ich möchte am Workshop am 4.5.2021 teilnehmen", "ja"),
          ("Vorrei iscrivermi al laboratorio del 4/5/2021", "Sì"),
          ("Jeg vil gerne deltage d. 4. maj 2021", "ja"),
          ("Θα ήθελα να συμμετάσχω στις 4/5/2021", "ναι"),
      )),
    *(titled(title, ["Name", "Phone"], *PEOPLE) for title in (
        "Registrations, workshop", "Anmeldungen", "Elenco iscritti", "Tilmeldinger", "Λίστα εγγραφών")),
]  # fmt: skip


@pytest.mark.parametrize("case", ASKED, ids=lambda case: f"{case.first.rows[0][0]} {case.first.rows[2]}")
def test_a_list_for_another_purpose_is_asked_about(case: Case, project: Project) -> None:
    check(case, project)


COUNTED = [
    *(
        titled(words, ["Name", "Attended"], ["Aldo Neri", "yes"], ["Bea Conti", "yes"], expected="att2")
        for words in (
            "anonymisiert lt. Einwilligung", "Anonimizzato come da consenso", "anonymiseret iht. samtykke",
            "anonymised as per consent", "ανώνυμα σύμφωνα με τη συγκατάθεση",
        )
    ),
    titled("Invitation list", ["Name", "Attended"], ["Aldo Neri", "yes"], ["Bea Conti", "no"], expected="att1 nc1"),
    titled("Attendance list and photo consent", ["Name", "Signature"], ["Aldo Neri", "AN"], ["Bea Conti", "BC"],
           expected="att2"),
    titled("Laboratorio, turno A", ["Nome", "Turno"], ["Aldo Neri", "mattina"], ["Bea Conti", "sera"], expected="att2"),
    titled("", ["Name", "Community", "Message"], ["Aldo Neri", "local", "Hi"], ["Bea Conti", "local", ""],
           expected="att2"),
    titled("", ["Date", "Participants", "Satisfaction"], ["2021-05-04", 20, 4.5], ["2021-05-11", 25, 4.2],
           expected="head45 ev2"),
    Case("a waiting list below", "att2 nc2", sheet([
        ["Name", "Phone"], *PEOPLE, [], ["Waiting list"], ["Name", "Phone"], ["Carla Riva", ""], ["Dino Serra", ""],
    ]), hints=GIVEN),
    Case("a waiting list on another sheet", "att2 nc2", sheet([["Name", "Phone"], *PEOPLE], "Gruppe"),
         sheet([["Name", "Telefon"], ["Carla Riva", "0664 1234503"], ["Dino Serra", ""]], "Warteliste"), GIVEN),
]  # fmt: skip


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: case.name or str(case.first.rows[2]))
def test_what_looks_alike_counts(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    "title",
    [
        "Registration at the door – family day", "Iscrizioni all'ingresso – giornata delle famiglie",
        "Anmeldung am Eingang – Familientag", "Tilmelding i døren – familiedag på messen",
        "Εγγραφές στην πόρτα – γιορτή",
    ],
)  # fmt: skip
def test_who_registered_at_the_door_was_there(title: str) -> None:
    assert document_named([title]) == ""


@pytest.mark.parametrize(
    "title", ["Tilmelding – familiedag", "Iscrizioni – ingresso libero", "Anmeldung, Eintritt frei"]
)
def test_who_registered_may_not_have_come(title: str) -> None:
    assert document_named([title]) == "registrations"
