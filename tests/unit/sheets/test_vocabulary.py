"""Words: communities, genders and places as partners write them; never a guess."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.sheets import words
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.lists import normal
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet
from tests.unit.sheets.grids import read

GREEK_ROLES: list[list[Cell]] = [["Δήμου Κώστας", "συμμετέχων"], ["Παππά Άννα", "συμμετέχουσα"]]
GREEKS: list[list[Cell]] = [["Δήμου Κώστας", "ναι"], ["Παππά Άννα", "ναι"], ["Βλάχου Ελένη", "όχι"]]
CASES = [
    *(
        Case(
            f"pupils under a header with both genders: {head}",
            "att2 nc1 named2",
            sheet(
                [
                    *TITLE,
                    ["No.", head, "Present"],
                    *([n, name, mark] for n, (name, mark) in enumerate(zip(PEOPLE, "xx", strict=False), 1)),
                    [3, PEOPLE[2], ""],
                ]
            ),
        )
        for head in ("Alunna/o", "Alunno/a", "Schülerin/Schüler", "Elev", "Μαθητής/τρια")
    ),
    Case(
        "Algerian is not Nigerian",
        "att2 com:nigerian=1 q:community",
        sheet(register("Community", ["Algerian", "Nigerian"])),
    ),
    Case(
        "Niger/Nigerien is not Nigerian",
        "att2 com:nigerian=1 q:community",
        sheet(register("Nationality", ["Nigerien", "Nigerian"])),
    ),
    Case(
        "Iranian/Malian/Austrian are questions",
        "att4 com:syrian=1 q:community",
        sheet(register("Community", ["Iranian", "Malian", "Austrian", "Syrian"])),
    ),
    Case(
        "Somalian",
        "att2 com:somali=2",
        sheet(register("Nationality", ["Somalian", "Somali"])),
    ),
    Case(
        "two communities in a cell is a question",
        "att2 com:local=1 q:community",
        sheet(register("Community", ["Local / Muslim", "Local"])),
    ),
    Case(
        "Italian D/U gender",
        "att3 gen:female=2 gen:male=1",
        sheet(
            [
                ["Attività", "Laboratorio di scambio di competenze"],
                ["Città", "Palermo"],
                ["Data", date(2021, 3, 3)],
                [],
                ["Nome e cognome", "Genere"],
                ["Aldo Neri", "U"],
                ["Bea Conti", "D"],
                ["Carla Riva", "D"],
            ]
        ),
    ),
    Case(
        "German m/w/d",
        "att3 gen:female=1 gen:male=1 gen:non_binary=1",
        sheet(
            [
                ["Aktivität", "Fokusgruppe"],
                ["Stadt", "Graz"],
                ["Datum", "3.3.2021"],
                [],
                ["Name", "Geschlecht"],
                ["Aldo Neri", "m"],
                ["Bea Conti", "w"],
                ["Carla Riva", "d"],
            ]
        ),
    ),
    Case(
        "digraph umlauts",
        "att1 com:turkish=1",
        sheet(
            [
                ["Aktivitaet", "Fokusgruppe"],
                ["Stadt", "Graz"],
                ["Datum", "3.3.2021"],
                [],
                ["Name", "Herkunft"],
                ["Aldo Neri", "Tuerkisch"],
            ]
        ),
    ),
    Case(
        "'M' and 'F' as one-hot columns",
        "att2 gen:female=1 gen:male=1",
        sheet([*TITLE, ["Full name", "F", "M"], ["Aldo Neri", "", "x"], ["Bea Conti", "x", ""]]),
    ),
    *(
        Case(header, "att2 nc1 ask0", sheet([*TITLE, ["Ονοματεπώνυμο", header], *GREEKS]))
        for header in ("Έλεγχος παρουσίας", "Έλαβε μέρος", "Παραβρέθηκαν", "Ήταν εδώ;", "Έδωσε το παρών")
    ),
    *(
        Case(role, "att2 nc1 ask0", sheet([*TITLE, ["Ονοματεπώνυμο", "Ρόλος"], *GREEK_ROLES, ["Ρήγας Γιάννης", role]]))
        for role in ("Συνεμψυχώτρια", "Επιστημονική υπεύθυνη", "Εθελοντής (υποστήριξη)", "Βιντεολήπτης")
    ),
    Case(
        "Provenienza holds towns, not event city",
        "att2 city:palermo",
        sheet(
            [
                ["Attività", "Laboratorio di scambio di competenze"],
                ["Data", date(2021, 3, 3)],
                ["Città", "Palermo"],
                [],
                ["Nome e cognome", "Provenienza"],
                ["Aldo Neri", "Kassel"],
                ["Bea Conti", "Palermo"],
            ]
        ),
    ),
    Case(
        "guests' home city in a 'City' column of a one-event sheet",
        "att2 city:palermo",
        sheet(
            [
                ["Final conference"],
                ["Date", date(2022, 3, 24)],
                ["City", "Palermo"],
                [],
                ["Full name", "Email", "City"],
                ["Aldo Neri", "a@x.it", "Graz"],
                ["Bea Conti", "b@x.it", "Palermo"],
            ]
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)


WORDS = sorted((file.name, file.read_text("utf-8")) for file in files(words).joinpath("languages").iterdir())


def _lists(text: str) -> dict[str, list[str]]:
    """Returns the lists of a language by their names with those of their tables."""
    found: dict[str, list[str]] = {}
    tables = [("", tomllib.loads(text))]
    for above, table in tables:
        for name, value in table.items():
            if isinstance(value, dict):
                tables.append((f"{above}{name}.", value))
            else:
                found[f"{above}{name}"] = value
    return found


@pytest.mark.parametrize("language", [name for name, _text in WORDS])
def test_a_word_stands_once_in_its_list(language: str) -> None:
    lists = _lists(dict(WORDS)[language])
    repeated = {name: [word for word, times in Counter(told).items() if times > 1] for name, told in lists.items()}
    assert {name: told for name, told in repeated.items() if told} == {}


def test_languages_have_the_lists_that_english_explains() -> None:
    explained = set(_lists(dict(WORDS)["english.toml"]))
    assert {name: unknown for name, text in WORDS if (unknown := set(_lists(text)) - explained)} == {}


@pytest.mark.parametrize("table", ["headers", "vocabulary.community", "vocabulary.activity", "vocabulary.city"])
def test_a_word_has_one_meaning(table: str) -> None:
    meanings: dict[str, set[str]] = {}
    for _language, text in WORDS:
        for name, told in _lists(text).items():
            if name.startswith(f"{table}."):
                for word in told:
                    meanings.setdefault(normal(word), set()).add(name)
    assert {word: sorted(several) for word, several in meanings.items() if len(several) > 1} == {}


@pytest.mark.parametrize(
    ("activity", "titles"),
    [
        (
            "skill_transfer_workshop",
            "Sewing workshop, day 2|Workshop: bicycle repair|Nähwerkstatt|Holzworkshop|Kochkurs|Workshop Stricken|"
            "Laboratorio di cucito|Corso di falegnameria|Syværksted|Madlavningskursus|Εργαστήρι ραπτικής",
        ),
        (
            "final_conference",
            "Final event of the project|Abschlussveranstaltung|Evento finale|Giornata conclusiva|"
            "Afslutningsarrangement|Τελική εκδήλωση|Καταληκτική ημερίδα",
        ),
        (
            "stakeholder_forum",
            "Stakeholder round table|Runder Tisch der lokalen Akteure|Tavolo degli stakeholder|"
            "Rundbord for lokale aktører|Στρογγυλό τραπέζι φορέων",
        ),
        ("awareness_campaign", "Awareness stand|Oplysningsstand på torvet|Περίπτερο ευαισθητοποίησης"),
        ("oep_training", "Training for associations (OEP)|Vereinsschulung OEP|Foreningskursus (OEP)"),
        ("school_lab", "School carpentry workshop"),
        ("focus_group", "Group interview with women|Gruppeninterview|Gruppeinterview om integration|Gruppo focale"),
        ("info_session", "Info afternoon|Infostunde für Eltern|Incontro d'informazione|Infoeftermiddag"),
        (None, "Workshop|Werkstatt|Cooking recipes|Nahostworkshop|Back to the course|Laboratorio|Web workshop"),
    ],
)
def test_everyday_titles_name_their_activity(project: Project, activity: str | None, titles: str) -> None:
    vocabulary = vocabulary_of(project)
    found = {title: vocabulary.inside(VocabularyKind.ACTIVITY, title) for title in titles.split("|")}
    assert found == {title: {activity} if activity else set() for title in found}


def test_a_label_that_is_an_activity_is_the_title(project: Project) -> None:
    title: list[list[Cell]] = [["Skills exchange workshop: carpentry"], ["Place:", "Kassel"]]
    reading = read(
        project, [*title, ["Date:", "6 September 2021"], [], ["Name", "E-mail"], ["Aldo Neri", "a@example.org"]]
    )
    assert [event.activity for event in reading.events] == ["skill_transfer_workshop"]


@pytest.mark.parametrize("text", ["Italiana / locale", "einheimisch/deutsch", "local or Danish", "ντόπιοι / Έλληνες"])
def test_the_people_of_a_project_country_are_local_where_a_text_says_so(project: Project, text: str) -> None:
    assert vocabulary_of(project).exact(VocabularyKind.COMMUNITY, text) == "local"
    assert vocabulary_of(project).exact(VocabularyKind.COMMUNITY, "Syrian / local") is None


@pytest.mark.parametrize("header", ["Pseudonym", "Deckname", "Kodenavn", "Pseudonimo", "Ψευδώνυμο"])
def test_a_name_that_people_chose_for_a_study_is_a_name(header: str, project: Project) -> None:
    chosen = ("Falcon", "Mama Rose", "Zidane", "Blue", "Lucky", "Queen B")
    rows: list[list[Cell]] = [[name, 31 + at, "Nigeria", 21 - at] for at, name in enumerate(chosen)]
    reading = read(project, [*TITLE, [header, "Age", "Country of origin", "Years in Palermo"], *rows])
    assert (len(reading.attendances), len(reading.headcounts)) == (6, 0)


@pytest.mark.parametrize("word", ["sister", "mother", "søster", "Schwester", "sorella", "αδελφή"])
def test_a_word_for_kin_is_no_misspelt_gender(word: str, project: Project) -> None:
    assert vocabulary_of(project).code(VocabularyKind.GENDER, word) is None
