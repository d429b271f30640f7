"""Codes that a file explains itself: sheets of codes, legends, words with their codes, exports of survey tools."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet

Rows = list[list[Cell]]
FORUM = Hints(activity="stakeholder_forum", city="vejle", date=date(2021, 5, 27))


def coded(header: str, codes: str) -> Rows:
    """A titled list of people with a code beside each."""
    return [*TITLE, ["Full name", header, "Phone"], *([n, c, ""] for n, c in zip(PEOPLE, codes.split(), strict=True))]


SHEETS_OF_CODES = [
    Case(
        "a sheet of codes for the column with the same header",
        "att6 com:syrian=2 com:local=3 com:afghan=1",
        sheet(coded("Kode", "A A B C B B")),
        sheet([["Kode", "Betydning"], ["A", "Syrisk"], ["B", "Lokal"], ["C", "Afghansk"]], "Koder"),
    ),
    Case(
        "a sheet of codes under another header, and a code that says nothing",
        "att6 com:syrian=2 com:local=2",
        sheet(coded("Gr.", "k1 k1 k2 k2 ? ?")),
        sheet([["Chiave dei gruppi"], ["k1", "siriana"], ["k2", "locale"], ["?", "non ha detto"]], "Legenda"),
    ),
    Case(
        "a sheet of codes by variable",
        "att4 nc2 com:syrian=2 gen:female=2",
        sheet(
            [
                ["nr", "navn", "v1", "v2", "v3"],
                *([at, n, *told] for at, (n, told) in enumerate(zip(PEOPLE, [[1, 1, 1], [2, 1, 1], [1, 2, 1],
                  [2, 2, 1], [1, 2, 2], [2, 2, 2]], strict=True), 1)),
            ]
        ),
        sheet(
            [
                ["variabel", "kode", "tekst"], ["v1", 1, "Kvinde"], ["v1", 2, "Mand"], ["v2", 1, "Syrisk"],
                ["v2", 2, "Lokal"], ["v3", 1, "Ja, jeg deltog"], ["v3", 2, "Nej, jeg kunne ikke"],
            ],
            "kodebog",
        ),
        FORUM,
    ),
    Case(
        "several codes in a cell",
        "att4 nc2 com:syrian=2 gen:female=2 ask0",
        sheet(
            [
                ["nr", "navn", "v1", "v2", "v3"],
                *([at, n, *told] for at, (n, told) in enumerate(zip(PEOPLE, [[1, 1, 1], [2, 1, 1], [1, 2, 1],
                  [2, 2, 1], [1, 2, 0], [2, 2, 0]], strict=True), 1)),
            ]
        ),
        sheet(
            [
                ["Variable", "Bedeutung", "Ausprägungen"], ["nr", "laufende Nr.", ""],
                ["v1", "Geschlecht", "1 = weiblich, 2 = männlich"], ["v2", "Gemeinschaft", "1 = Syrisch"],
                ["", "", "2 = Einheimisch"], ["v3", "war da", "1 = ja; 0 = nein"],
            ],
            "Codebuch",
        ),
        FORUM,
    ),
    Case(
        "the name of the variable above its codes",
        "att6 com:syrian=3 com:local=3",
        sheet([["Name", "Zugehörigkeit", "Q7"], *([name, "", 1 + (at > 2)] for at, name in enumerate(PEOPLE))]),
        sheet([["Codeplan"], ["Q7"], [1, "Syrisch"], [2, "Einheimisch"]], "Codeplan"),
        FORUM,
    ),
    Case(
        "a form with groups of questions and a sheet of choices",
        "att5 nc1 ev1 com:local=2",
        sheet(
            [
                ["start", "person/name", "person/comm", "visit/kind", "visit/town", "visit/day", "visit/came"],
                *(["2021-05-27T10:00", n, c, "sf", 1, "2021-05-27", came]
                  for n, c, came in zip(PEOPLE, (1, 1, 2, 2, 2, 2), (1, 1, 1, 1, 1, 0), strict=True)),
            ]
        ),
        sheet(
            [
                ["list_name", "name", "label"], ["comm", 1, "Local"], ["comm", 2, "Somali"],
                ["kind", "sf", "Stakeholder forum"], ["town", 1, "Vejle"], ["yes_no", 1, "Yes"], ["yes_no", 0, "No"],
            ],
            "choices",
        ),
    ),
    Case(
        "a short list of people beside another list is no sheet of codes",
        "att9",
        sheet(coded("Team", "Ali Ali Omar Omar Omar Ali")),
        sheet([*TITLE, ["Name", "Community"], ["Ali", "Syrian"], ["Omar", "Local"], ["Lea", "Afghan"]], "Others"),
    ),
    Case(
        "capitals before a community are no codes if no cell has them: they may be people",
        "att9 com:local=6 com:syrian=2",
        sheet([*TITLE, ["Name", "Community"], *([name, "Local"] for name in PEOPLE)]),
        sheet([*TITLE, ["Name", "Community"], ["LE", "Syrian"], ["AL", "Syrian"], ["BO", "Afghan"]], "Others"),
    ),
]  # fmt: skip

LEGENDS = [
    Case(
        "codes of several letters below days",
        "att8 ev3",
        sheet(
            [
                ["OEP training, Palermo"],
                ["da = war da; entsch. = entschuldigt; n.e. = nicht erschienen; vertr. = abwesend, schickt Vertretung"],
                ["Mitglied", "Verein", "28.01.2021", "29.04.2021", "30.09.2021"],
                ["Ada Li", "Palermo", "da", "n.e.", "da"],
                ["Ben Ott", "Arci", "da", "da", "da"],
                ["Cem Kaya", "Most", "entsch.", "da", "vertr."],
                ["Dora Pal", "Most", "da", "entsch.", "da"],
            ]
        ),
    ),
    Case(
        "a legend with two words for each code, under an unknown header",
        "att4 nc2",
        sheet([*coded("Pr", "Y Y N Y N Y"), ["Y = present/here, N = absent/away"]]),
    ),
    Case(
        "roles by a legend below",
        "att4 nc2",
        sheet([*coded("Rolle", "TN TN TN TN FT FT"), [], ["Legende: TN = Teilnehmer, FT = Forschungsteam (Leitung)"]]),
    ),
    Case(
        "communities by a legend above",
        "att6 com:albanian=3 com:local=3",
        sheet([["αλβ = αλβανική, ντ = ντόπια"], *coded("Ομ.", "αλβ αλβ αλβ ντ ντ ντ")]),
    ),
    Case(
        "only absence is written down",
        "att10 ev4",
        sheet(
            [
                ["Skills exchange workshop, Palermo"],
                ["f = absent, e = excused, empty = present"],
                ["Name", "Origin", "04.10.2021", "06.10.2021", "25.10.2021", "27.10.2021"],
                ["Aldo Neri", "Syria", "", "", "", ""],
                ["Bea Conti", "Syria", "", "f", "", ""],
                ["Carla Riva", "Italy", "e", "", "", ""],
            ]
        ),
    ),
    Case(
        "only absence is written down beside numbers without a header",
        "att7 ev3 ask0",
        sheet(
            [
                ["Skills exchange workshop, Vejle"],
                ["Fraværsprotokol: f = fraværende, s = syg, tomt felt = var der"],
                ["", "Navn", "04.10.2021", "06.10.2021", "25.10.2021"],
                ["1", "Aldo Neri", "", "", ""],
                ["2", "Bea Conti", "", "f", ""],
                ["3", "Carla Riva", "s", "", ""],
                ["", "Til stede i alt", 2, 2, 3],
            ]
        ),
    ),
    Case("a legend of something else", "att6", sheet([*coded("T", "a a b b a b"), ["a = meat, b = vegetarian"]])),
]

IN_THE_CELL = [
    Case(
        "words with their codes behind them",
        "att5 nc1 com:bosnian=2 com:local=3",
        sheet(
            [
                ["id. Svar-ID", "NAVN. Dit navn", "GRP. Fællesskab", "DELT. Deltog du?"],
                *([at, n, c, d] for at, (n, c, d) in enumerate(zip(PEOPLE, ["Bosnisk [A2]", "Bosnisk [A2]"] +
                  ["Lokal [A1]"] * 3 + ["Bosnisk [A2]"], ["Ja [Y]"] * 5 + ["Nej [N]"], strict=True), 1)),
            ]
        ),
        None,
        FORUM,
    ),
    Case(
        "a row of identifiers below two rows of headers",
        "att6 com:local=6",
        sheet(
            [
                ["ResponseId", "Q1_name", "Q2_comm"], ["Response ID", "Your name", "Your community"],
                ['{"ImportId":"id"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
                *([f"R_{at}", name, "Local"] for at, name in enumerate(PEOPLE)),
            ]
        ),
        None,
        FORUM,
    ),
    Case(
        "endings of words in headers are no groups of a form",
        "att3 nc3",
        sheet([*TITLE, ["Α/Α", "Ονοματεπώνυμο", "Παρών/ούσα", "Απών/ούσα"],
               *([at, n, "Χ" * (at < 3), "Χ" * (at > 2)] for at, n in enumerate(PEOPLE))]),
    ),
]  # fmt: skip

ABBREVIATED = [
    Case("nationalities in capitals", "att6 com:albanian=2 com:pakistani=2 com:local=2",
         sheet([["Info session, Athens, 20/10/2020"], ["Α/Α", "Ονοματεπώνυμο", "Ιθαγ."],
                *([at, n, c] for at, (n, c) in enumerate(zip(PEOPLE, ["ΑΛΒ", "ΠΑΚ", "ΕΛΛ"] * 2, strict=True), 1))])),
    Case("nationalities with a point", "att6 com:turkish=2 com:somali=2 com:local=2",
         sheet([["Info session, Kassel, 20 October 2020"], ["Name", "Herkunft"],
                *([n, c] for n, c in zip(PEOPLE, ["türk.", "som.", "dt."] * 2, strict=True))])),
]  # fmt: skip

PLAIN = [
    Case("titles beside Ms and Mr", "att6 gen:female=2",
         sheet([*TITLE, ["Title", "First name", "Last name"],
                *([t, *n.split()] for t, n in zip(["Ms", "Dr", "Mr", "Ms", "Mr", "Mr"], PEOPLE, strict=True))])),
    Case("one category for everybody", "att6",
         sheet([*TITLE, ["Kategorie", "Name"], *(["Eintritt frei", n] for n in PEOPLE)])),
    Case("people of the city", "att6 com:local=4 com:tunisian=2",
         sheet([*TITLE, ["Nome", "Comunità"],
                *([n, c] for n, c in zip(PEOPLE, ["palermitana", "palermitano", "tunisina"] * 2, strict=True))])),
    Case("a slip near one people more than another", "att6 com:afghan=6",
         sheet([*TITLE, ["Name", "Herkunft"], *([n, "afganisch"] for n in PEOPLE)])),
    Case("time spent there is no header", "att6 ev1",
         sheet([["Riunione del Comitato Cittadino Interculturale, Palermo"], ["Nome", "Cognome", "Ingresso", "Durata"],
                *([*n.split(), "26/01/2021 16:28", "1 h 32 min"] for n in PEOPLE)])),
    Case("times with points behind a date", "att6 ev1 date:2020-11-17",
         sheet([["Bykomité, Vejle, Møde i den interkulturelle bykomité"], ["Navn", "Brugerhandling", "Tidsstempel"],
                *([n, "Tilsluttet", "17.11.2020, 15.55.10"] for n in PEOPLE)])),
    *(Case("times with points are no phone numbers", "att7 ev1",
           sheet([["Info session, Vejle"], [name, came, left, "Min."],
                  *([n, f"{stamp}{at}", f"{stamp}{at + 30}", 30] for at, n in enumerate((*PEOPLE, PEOPLE[0]), 10))]))
      for name, came, left, stamp in (
          ("Navn", "Tilsluttede", "Forlod", "03-02-2021 19."), ("Name", "Verbunden", "Getrennt", "03.02.21 19."),
          ("Nome", "Collegato dalle", "alle", "3/2/2021 19."), ("Όνομα", "Είσοδος", "Έξοδος", "2021-02-03 19."),
      )),
    Case("badges that are scanned several times", "att12 ev1",
         sheet([["Final conference, Graz, 19/03/2022"], ["Scan", "Badge", "Name", "Type"],
                *([f"1{at}:00:00", f"A-{at % 4}", PEOPLE[at % 4], "Delegate"] for at in range(12))])),
    Case(
        "parts of a town over people",
        "att3 nc1",
        sheet(
            [
                *TITLE, ["Name", "Gemeinschaft", "Funktion", "da?"], ["Stadtteil Nord"],
                [PEOPLE[0], "lokal", "Gast", "ja"], [PEOPLE[1], "lokal", "Gast", "nein"], ["Stadtteil West"],
                [PEOPLE[2], "lokal", "Gast", "ja"], [PEOPLE[3], "lokal", "Gast", "ja"],
            ]
        ),
    ),
    Case(
        "an interpreter among organisations is asked about",
        "att5 rej1 q:role",
        sheet([*TITLE, ["Nome", "Ente"], *([n, "interprete" if n == PEOPLE[0] else "Arci"] for n in PEOPLE)]),
    ),
]  # fmt: skip

ALONG = [
    Case(
        "people who came along in a column of their own",
        "att7 nc1 named7",
        sheet([*TITLE, ["Gast", "Begleitperson", "Anwesend"],
               *([n, along, mark] for n, along, mark in zip(PEOPLE, ["Ida Holm", "-", "", "Gino Verdi", "", "Una Rot"],
                 ["x"] * 5 + [""], strict=True))]),
    ),
    Case(
        "several who came along in one cell",
        "att9",
        sheet([*TITLE, ["Guest", "Accompanied by", "Community"],
               *([n, "Ida Holm, Lea Holm, Ben Holm" if n == PEOPLE[0] else "", "Local"] for n in PEOPLE)]),
    ),
    Case(
        "numbers of those who came along",
        "att6 head3",
        sheet([*TITLE, ["Ospite", "Accompagnatori", "Comunità"],
               *([n, 3 * (n == PEOPLE[0]), "locale"] for n in PEOPLE)]),
    ),
]  # fmt: skip


def keyed(header: str, marks: str, key: dict[str, str], *, above: bool = False) -> Rows:
    """A titled register with a key that has a row for each code."""
    rows: Rows = [["Name", header, "9E"], *([n, mark, ""] for n, mark in zip(PEOPLE, marks.split(), strict=True))]
    explained: Rows = [["Key"], *([code, meaning] for code, meaning in key.items())]
    return [*TITLE, *explained, [], *rows] if above else [*TITLE, *rows, [], *explained]


BRITISH = {"/": "present", "L": "late (present)", "M": "medical absence", "N": "no reason given (absent)"}
HYBRID: Rows = [["Nome", "Fascia", "Firma"], *([n, "18-29" if at % 2 else "45-60", "x"] for at, n in enumerate(PEOPLE))]
KEYS = [
    Case("a key below", "att4 nc2", sheet(keyed("Mark", "/ / L M N /", BRITISH))),
    Case("a key above", "att4 nc2", sheet(keyed("Mark", "/ / L M N /", BRITISH, above=True))),
    Case(
        "a key to the right",
        "att4 nc2",
        sheet([*TITLE, ["Name", "Mark", "", "Key", ""],
               *([n, mark, "", *one]
                 for n, mark, one in zip(PEOPLE, "//LMN/", [*BRITISH.items(), "  ", "  "], strict=True))]),
    ),
    Case(
        "a key in German",
        "att4 nc2",
        sheet(keyed("Vermerk", "o o v k f o", {"o": "anwesend", "v": "verspätet", "k": "krank gemeldet",
                                               "f": "unentschuldigt gefehlt"})),
    ),
    Case(
        "a key in Italian",
        "att4 nc2",
        sheet(keyed("Registro", "P P R G A P", {"P": "presente", "R": "entrato in ritardo",
                                                "G": "assenza giustificata", "A": "assente"})),
    ),
    Case("a key in Danish", "att4 nc2",
         sheet(keyed("Status", "M M F S S M", {"M": "mødt", "F": "for sent", "S": "sygdom"}))),
    Case("a key in Greek", "att4 nc2",
         sheet(keyed("Ένδειξη", "Π Π Κ Δ Δ Π", {"Π": "παρών", "Κ": "καθυστέρηση", "Δ": "δικαιολογημένη απουσία"}))),
    Case("a line with endings for another gender", "att5 nc1",
         sheet([*register("Presenza", list("PAPRPP")), [], ["P = presente   A = assente   R = entrato/a in ritardo"]])),
    Case("a key of numbers", "att4 nc2",
         sheet(keyed("Anw.", "1 1 2 3 3 1", {"1": "war da", "2": "kam später", "3": "hat gefehlt"}))),
    Case("people of two lists are no codes", "att12", sheet([*TITLE, *HYBRID], "In presenza"),
         sheet([*TITLE, ["Nome", "Ora di ingresso", "Durata"], *([n, "10:12", "36 min"] for n in PEOPLE)], "Online")),
    Case("numbered names are no key", "att6",
         sheet([*TITLE, ["Nr", "Name"], *([at, n] for at, n in enumerate(PEOPLE))])),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", [*SHEETS_OF_CODES, *LEGENDS, *KEYS, *IN_THE_CELL, *ABBREVIATED, *PLAIN, *ALONG], ids=lambda case: case.name
)
def test_codes_and_companions(project: Project, case: Case) -> None:
    check(case, project)


@pytest.mark.parametrize(
    "legend",
    [
        "Codes: P present; L came late (counts as present); A absent; W withdrawn",
        "Kürzel: P anwesend; L anwesend, kam später; A abwesend; W abgemeldet",
        "Legenda: P presente; L presente, in ritardo; A assente; W assente giustificato",
        "Koder: P mødt; L til stede, kom for sent; A fraværende; W afbud",
    ],
)
def test_a_plain_legend_of_presence_explains_codes_under_an_unknown_header(legend: str, project: Project) -> None:
    rows = coded("Code", "P P A L W P")
    check(Case(legend, "att4 nc2 ask0", sheet([rows[0], rows[1], rows[2], [legend], [], *rows[4:]])), project)


@pytest.mark.parametrize(
    ("headers", "women", "legend"),
    [
        (
            ["First name", "Surname", "Gender", "Status"], "F",
            ["Status: P = present, A = apologies, M = registered, did not come", "Gender: F = female, M = male"],
        ),
        (
            ["Vorname", "Familienname", "Geschlecht", "Status"], "W",
            ["Geschlecht: W = weiblich, M = männlich. Status: P = anwesend, A = abgesagt, M = nicht erschienen"],
        ),
        (
            ["Nome", "Cognome", "Genere", "Stato"], "F",
            ["Stato: P = presente, A = assente, M = mancante", "Genere: F = femmina, M = maschio"],
        ),
        (
            ["Fornavn", "Efternavn", "Køn", "Status"], "K",
            ["Køn: K = kvinde, M = mand", "Status: P = fremmødt, A = afbud, M = meldte sig til, men kom ikke"],
        ),
        (
            ["Όνομα", "Επώνυμο", "Φύλο", "Κατάσταση"], "Γ",
            ["Κατάσταση: P = παρών, A = απών, M = δεν ήρθε", "Φύλο: Γ = γυναίκα, M = άνδρας"],
        ),
    ],
)  # fmt: skip
def test_a_code_means_what_its_column_says(
    headers: list[Cell], women: str, legend: list[str], project: Project
) -> None:
    people: list[list[Cell]] = [
        ["Nour", "Kabbani", women, "P"], ["Anders", "Bach", "M", "A"], ["Ib", "Beck", "M", "P"],
        ["Sara", "Nur", women, "M"], ["Lone", "Ott", women, "P"], ["Kim", "Rau", women, "P"],
    ]  # fmt: skip
    rows: list[list[Cell]] = [*TITLE, headers, *people, [], *([line] for line in legend)]
    check(Case("labels", "att4 nc2 ask0 rej0", sheet(rows)), project)


@pytest.mark.parametrize(
    "words",
    [
        ("present", "came late", "absent", "excused"),
        ("anwesend", "verspätet", "abwesend", "entschuldigt"),
        ("presente", "in ritardo", "assente", "giustificato"),
        ("til stede", "kom for sent", "fraværende", "afbud"),
        ("παρών", "άργησε", "απών", "δικαιολογημένος"),
    ],
)
def test_a_key_in_cells_below_a_register(words: tuple[str, ...], project: Project) -> None:
    marks = (("/", "ex"), ("L", "/"), ("/", "a"), ("a", "/"), ("/", "/"), ("ex", "L"))
    names = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti", "Furio Lodi")
    rows: list[list[Cell]] = [["Name", date(2021, 10, 4), date(2021, 10, 11)]]
    rows += [[name, *own] for name, own in zip(names, marks, strict=True)]
    hints = Hints(activity="skill_transfer_workshop", city="athens")
    keys = list(zip(("/", "L", "a", "ex"), words, strict=True))
    for line in (
        [f"{sign} {said}" for sign, said in keys],
        [f"{sign} - {said}" for sign, said in keys],
        [f"{sign}: {said}" for sign, said in keys],
        [cell for pair in keys for cell in pair],
        ["Key", *(f"{sign} {said}" for sign, said in keys)],
    ):
        below: list[list[Cell]] = [[], [*line]]
        check(Case("key", "att8 ev2 ask0 rej0", sheet([*rows, *below]), hints=hints), project)


def test_marks_of_one_person_are_no_key(project: Project) -> None:
    header: list[Cell] = ["Name", *(date(2021, 10, day) for day in (4, 11, 18, 25))]
    rows: list[list[Cell]] = [header, ["Aldo Neri", "1", "1", "0", "0"], ["Bea Conti", "0", "1", "1", "1"]]
    rows += [["Carla Riva", "x", "sick", "X", "x"], ["Dino Serra", "x", "x", "-", "x"]]
    hints = Hints(activity="skill_transfer_workshop", city="athens")
    check(Case("marks", "att11 ev4 ask0 rej0", sheet(rows), hints=hints), project)
