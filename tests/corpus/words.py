"""How people in five countries write what the project calls by codes: its words and the headers of its sheets.

The first form of a word is the usual one; the others are what sloppy people write and everybody understands.
"""

from __future__ import annotations

from pathlib import Path

LANGUAGES = ("en", "it", "de", "da", "el")
CITY_LANGUAGE = {"palermo": "it", "graz": "de", "vejle": "da", "athens": "el", "kassel": "de"}

MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "el": [
        "Ιανουαρίου",
        "Φεβρουαρίου",
        "Μαρτίου",
        "Απριλίου",
        "Μαΐου",
        "Ιουνίου",
        "Ιουλίου",
        "Αυγούστου",
        "Σεπτεμβρίου",
        "Οκτωβρίου",
        "Νοεμβρίου",
        "Δεκεμβρίου",
    ],
}
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "it": ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "da": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "el": ["Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο", "Κυριακή"],
}


def _read(text: str) -> dict[str, dict[str, dict[str, list[str]]]]:
    """The tables: after a title in brackets a line a code, its words in each language."""
    tables: dict[str, dict[str, dict[str, list[str]]]] = {}
    for line in filter(None, text.splitlines()):
        if line.startswith("["):
            table = tables.setdefault(line.strip("[]"), {})
            continue
        code, *languages = line.split("|")
        table[code] = {language: words.split(",") for language, words in zip(LANGUAGES, languages, strict=True)}
    return tables


_TABLES = _read(Path(__file__).with_name("words.txt").read_text("utf-8"))

COMMUNITIES = _TABLES["communities"]
COUNTRIES = _TABLES["countries"]
GROUPS = _TABLES["groups"]
GENDERS = _TABLES["genders"]
ACTIVITIES = _TABLES["activities"]
CITIES = _TABLES["cities"]
ROLES = _TABLES["roles"]
HEADERS = _TABLES["headers"]
