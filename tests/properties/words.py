"""Headers and words of made-up sheets in five languages, written down here and not taken from the reader's lists."""

from __future__ import annotations

LANGUAGES = ("it", "de", "da", "el", "en")
CITIES = {"it": "palermo", "de": "graz", "da": "vejle", "el": "athens", "en": "kassel"}

_LINES = """
name        | Nome e cognome  | Name           | Navn           | Ονοματεπώνυμο       | Full name
given       | Nome            | Vorname        | Fornavn        | Όνομα               | First name
family      | Cognome         | Nachname       | Efternavn      | Επώνυμο             | Surname
email       | E-mail          | E-Mail         | E-mail         | Email               | Email
phone       | Telefono        | Telefon        | Telefon        | Τηλέφωνο            | Phone
year        | Anno di nascita | Geburtsjahr    | Fødselsår      | Έτος γέννησης       | Year of birth
gender      | Genere          | Geschlecht     | Køn            | Φύλο                | Gender
community   | Comunità        | Gemeinschaft   | Fællesskab     | Κοινότητα           | Community
sign        | Firma           | Unterschrift   | Underskrift    | Υπογραφή            | Signature
date        | Data            | Datum          | Dato           | Ημερομηνία          | Date
city        | Città           | Stadt          | By             | Πόλη                | City
activity    | Attività        | Aktivität      | Aktivitet      | Δραστηριότητα       | Activity
role        | Ruolo           | Rolle          | Rolle          | Ρόλος               | Role
present     | Presente        | Anwesend       | Til stede      | Παρών               | Present
arrived     | Ora di arrivo   | Ankunft        | Ankommet       | Ώρα άφιξης          | Arrived at
number      | N.              | Nr.            | Nr.            | Α/Α                 | No.
notes       | Note            | Bemerkung      | Bemærkninger   | Παρατηρήσεις        | Notes
town        | Comune di residenza | Wohnort    | Bopæl          | Τόπος κατοικίας     | Home town
photo       | Foto ok?        | Fotos ok?      | Foto ok?       | Φωτογραφία οκ;      | Photo ok?
yes         | sì              | ja             | ja             | ναι                 | yes
no          | no              | nein           | nej            | όχι                 | no
total       | Totale partecipanti | Teilnehmer gesamt | Deltagere i alt | Σύνολο συμμετεχόντων | Total participants
team        | Staff           | Projektteam    | Projektteam    | Ομάδα έργου         | Staff
trainer     | Formatrice      | Trainerin      | Underviser     | Εκπαιδεύτρια        | Trainer
participant | Partecipante    | Teilnehmerin   | Deltager       | Συμμετέχων          | Participant
absent      | Assenti giustificati | Entschuldigt | Afbud         | Απόντες             | Apologies
waiting     | Lista d'attesa  | Warteliste     | Venteliste     | Λίστα αναμονής      | Waiting list
"""
_WORDS = {
    key: dict(zip(LANGUAGES, words, strict=True))
    for key, *words in ([part.strip() for part in line.split("|")] for line in _LINES.strip().splitlines())
}
_MONTHS = {
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
    "Νοεμβρίου Δεκεμβρίου",
    "en": "January February March April May June July August September October November December",
}


def word(key: str, language: str) -> str:
    """Returns a header or word in a language."""
    return _WORDS[key][language]


def month(number: int, language: str) -> str:
    """Returns a month's name as it stands in a date."""
    return _MONTHS[language].split()[number - 1]
