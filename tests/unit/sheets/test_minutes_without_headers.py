"""Minutes whose people stand below words, without headers."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read

WITHOUT_HEADERS = [
    Case(
        "two meetings with people below a label, English",
        "att5 nc3 ev2 date:2021-06-17",
        sheet(
            [
                ["Intercultural City Committee, Vejle", ""], ["Date:", "28 January 2021"],
                ["Present:", "Aldo Neri (Town hall)"], ["", "Bea Conti (Arci)"], ["", "Carla Riva"],
                ["Apologies:", "Dino Serra"], ["Secretary:", "Elsa Monti"], ["", ""],
                ["Intercultural City Committee, Vejle", ""], ["Date:", "17 June 2021"],
                ["Present:", "Aldo Neri (Town hall)"], ["", "Dino Serra"], ["Absent:", "Bea Conti"],
                ["Item 1", "The fair will be held in May"],
            ]
        ),
    ),
    Case(
        "a protocol in one column, German",
        "att4 nc2 ev1",
        sheet(
            [
                ["Protokoll der Sitzung des Interkulturellen Stadtkomitees"], ["Kassel, 22. April 2021"],
                ["Anwesend:"], ["• Aldo Neri (Stadtbibliothek)"], ["• Bea Conti – Sportbund"], ["• Carla Riva"],
                ["• Dino Serra, Frauenhaus"], ["Entschuldigt:"], ["• Elsa Monti"], ["Protokoll: Ida Holm, Büro"],
                ["Tagesordnung:"], ["1. Begrüßung"], ["2. Kalender der Werkstätten"],
            ]
        ),
    ),
    Case(
        "names in one cell and the chair employed by the town, Danish",
        "att4 nc2 ev1",
        sheet(
            [
                ["Møde i den interkulturelle bykomité"], ["Sted og dato:", "Vejle Rådhus, den 2. juni 2021"],
                ["Fremmødte:", "Aldo Neri, Bea Conti, Carla Riva og Dino Serra"],
                ["Afbud:", "Elsa Monti, Furio Lodi"], ["Referent:", "Ida Holm"], ["Dagsorden", "1. Velkomst"],
            ]
        ),
    ),
    Case(
        "numbered people beside the label, Greek",
        "att3 nc1 ev1",
        sheet(
            [
                ["Συνάντηση Διαπολιτισμικής Επιτροπής Πόλης", ""], ["Αθήνα, 16 Σεπτεμβρίου 2021", ""],
                ["ΠΑΡΟΝΤΕΣ:", "1. Aldo Neri, Δήμος Αθηναίων"], ["", "2. Bea Conti, Χορωδία Νέων"],
                ["", "3. Carla Riva, Διερμηνείς"], ["ΠΡΑΚΤΙΚΑ:", "Ida Holm, γραμματεία"],
            ]
        ),
    ),
    Case(
        "an unknown label over people asks once, Italian",
        "att4 q:role",
        sheet(
            [
                ["Riunione del Comitato Cittadino Interculturale", ""], ["Palermo, 22 aprile 2021", ""],
                ["Presenti:", "Aldo Neri"], ["", "Bea Conti"], ["", "Carla Riva"], ["Zorbi:", "Dino Serra"],
            ]
        ),
    ),
    Case(
        "families below communities, the team in a line",
        "att6 nc1 com:local=3 com:syrian=3",
        sheet(
            [
                ["Workshop „Reparaturcafé“ – Graz, 15. Juli 2021", ""], ["Skill-Transfer-Workshop", ""],
                ["Einheimische", ""], [1, "Aldo Neri"], [2, "Bea und Ugo Conti"],
                ["Aus Syrien", ""], [3, "Rima Fares"], [4, "Lamis und Hussam Barakat"],
                ["Team (nicht mitzählen): Ida Holm, Gino Verdi", ""],
            ]
        ),
    ),
    Case(
        "volunteers and those who came, with companions",
        "att3 nc2 head2 ev1",
        sheet(
            [
                ["Event:", "Info session"], ["Date:", "15/01/2022"], ["City:", "Athens"],
                ["Our volunteers (team)", ""], ["Ida Holm", ""], ["Gino Verdi", ""],
                ["Those who came", "Accompanied by"], ["Aldo Neri", ""], ["Bea Conti", "+2 children"],
                ["Carla Riva", ""],
            ]
        ),
    ),
    Case(
        "communities behind the names",
        "att3 nc1 com:local=1 com:somali=2",
        sheet(
            [
                ["School lab, Vejle, 18.11.2021"], ["Pupils:"], ["Aldo Neri – local"], ["Bea Conti – Somali"],
                ["Carla Riva – Somali"], ["Helpers (staff):"], ["Ida Holm"],
            ]
        ),
    ),
    Case(
        "things to do are no people",
        "refused",
        sheet([["Forum, Graz, 3 March 2021"], ["Present:"], ["• Buy paint"], ["• Book the room"], ["Absent:"]]),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", WITHOUT_HEADERS, ids=lambda case: case.name)
def test_minutes_without_headers(project: Project, case: Case) -> None:
    check(case, project)


TITLES = [
    ("Πρακτικό 4/2021", "Συνάντηση Διαπολιτισμικής Επιτροπής Πόλης", "Δήμος Αθηναίων – Αθήνα, 16/11/2021",
     "ΠΑΡΟΝΤΕΣ", "ΑΠΟΝΤΕΣ"),
    ("Protokoll 4/2021", "Sitzung Interkulturelles Stadtkomitee", "Stadt Graz – Rathaus, 16.11.2021",
     "ANWESEND", "ENTSCHULDIGT"),
    ("Verbale n. 4/2021", "Riunione Comitato Interculturale Cittadino", "Comune di Palermo, 16/11/2021",
     "PRESENTI", "ASSENTI"),
    ("Referat 4/2021", "Møde i Interkulturelt Byudvalg", "Vejle Kommune – Vejle, 16/11/2021",
     "TIL STEDE", "AFBUD"),
    ("Minutes 4/2021", "Intercultural City Committee Meeting", "Athens Town Hall, 16/11/2021",
     "PRESENT", "APOLOGIES"),
]  # fmt: skip


@pytest.mark.parametrize("lead", ["1. ", "- ", ""])
@pytest.mark.parametrize(("document", "meeting", "place", "present", "absent"), TITLES)
def test_a_title_in_the_shape_of_names_is_nobody(
    lead: str, document: str, meeting: str, place: str, present: str, absent: str, project: Project
) -> None:
    there, away = ([[f"{lead}{name}"] for name in names] for names in (PEOPLE[:4], PEOPLE[4:]))
    rows: list[list[Cell]] = [[document], [meeting], [place], [], [present]]
    rows += [*there, [], [absent], *away]
    check(Case(document, "att4 nc2 ev1 ask0 date:2021-11-16", sheet(rows)), project)


@pytest.mark.parametrize(
    ("label", "away", "other", "task"),
    [
        ("On the march", "Apologies", ("Link teacher", "Ms Lund (not a participant)"), ("Item", "Notes", "Who")),
        ("Auf dem Platz", "Entschuldigt", ("Protokoll", "Ida Lund"), ("TOP", "Inhalt", "Wer")),
        ("In corteo", "Assenti", ("Referente", "Ida Lund (non partecipante)"), ("N.", "Punto", "A cura di")),
        ("Rundt om bordet", "Blev hjemme", ("Ordstyrer", "Ida Lund"), ("Nr.", "Punkt", "Hvem")),
        ("Στην πλατεία", "Απόντες", ("Πρακτικά", "Ίντα Λουντ"), ("α/α", "Θέμα", "Υπεύθυνος")),
    ],
)
def test_names_in_a_cell_above_those_absent_are_of_those_who_were_there(
    project: Project, label: str, away: str, other: tuple[str, str], task: tuple[str, ...]
) -> None:
    rows: list[list[Cell]] = [
        *([*row] for row in TITLE), [label, ", ".join(PEOPLE)], [away, "Gino Verdi, Ida Holm"], [*other], [], [*task],
        [1, "Banner", "Aldo"], [2, "Photos", "Bea"],
    ]  # fmt: skip
    reading = read(project, rows)
    assert [row.name for row in reading.attendances] == list(PEOPLE)
    assert reading.questions == []


def test_names_of_the_invited_above_those_absent_count_nobody(project: Project) -> None:
    rows: list[list[Cell]] = [[*row] for row in TITLE]
    with pytest.raises(RefusedFile):
        read(project, [*rows, ["Geladen", ", ".join(PEOPLE)], ["Entschuldigt", "Gino Verdi, Ida Holm"]])
