"""Registers that training providers and associations keep: a block a lesson, certificates, bullets, two lists side by
side, the leader of the course among the people, codes of countries."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from tests.unit.sheets.cases import TITLE, Case, check, sheet

Rows = list[list[Cell]]


def blocks(head: list[Cell], *titles: list[Cell]) -> Rows:
    """A register with a block for each lesson: its title, a line about who led it, the header and three people."""
    rows: Rows = []
    for title in titles:
        people: Rows = [["Aldo Neri", "15:00", ""], ["Bea Conti", "15:10", ""], ["Carla Riva", "15:00", ""]]
        rows += [[], title, ["Leitung: B. Berg"], head, *people]
    return [["OEP training, Palermo"], *rows]


BLOCKS = [
    Case(
        f"a block a lesson: {titles[1][0]}",
        "att6 ev2 rej0 date:2021-02-12 date:2021-02-19",
        sheet(blocks(head, *titles)),
    )
    for head, titles in (
        (
            ["Allievo", "entrata", "note"],
            ([["Lezione n. 1 del 12/02/2021", "ore 15-18"]], [["Lezione n. 2 del 19/02/2021", "ore 15-18"]]),
        ),
        (
            ["Name", "Ankunft", "Bemerkung"],
            ([["1. Termin am 12.02.2021", "Raum 4"]], [["2. Termin am 19.02.2021", "Raum 5"]]),
        ),
        (
            ["Navn", "Ankomst", "Bemærkning"],
            ([["Lektion 1, 12. februar 2021", "kl. 15-18"]], [["Lektion 2, 19. februar 2021", "kl. 15-18"]]),
        ),
        (
            ["Name", "Arrival", "Notes"],
            ([["Session 1 (12 February 2021)", "3 pm to 6 pm"]], [["Session 2 (19 February 2021)", "3 pm to 6 pm"]]),
        ),
    )
    for titles in [(titles[0][0], titles[1][0])]
]

CERTIFICATES = [
    Case(
        f"certificates: {head[-1]}",
        "att3 nc1 rej0",
        sheet([*TITLE, head, *([f"{n}", name, said] for n, (name, said) in enumerate(rows, 1))]),
    )
    for head, rows in (
        (
            ["αρ.", "ονοματεπώνυμο", "βεβαίωση"],
            [("Aldo Neri", "δόθηκε"), ("Bea Conti", "δόθηκε"),
             ("Carla Riva", "δεν προσήλθε"), ("Dino Serra", "δόθηκε")],
        ),
        (
            ["Nr.", "Name", "Zertifikat"],
            [("Aldo Neri", "per Post"), ("Bea Conti", "ausgestellt"), ("Carla Riva", "nicht erschienen"),
             ("Dino Serra", "ausgestellt")],
        ),
        (
            ["Bevis nr.", "Navn", "Status"],
            [("Aldo Neri", "udleveret"), ("Bea Conti", "sendt med post (gik før tid)"),
             ("Carla Riva", "udeblevet, intet bevis"), ("Dino Serra", "udleveret")],
        ),
        (
            ["Cert. no.", "Name on certificate", "Status"],
            [("Aldo Neri", "issued"), ("Bea Conti", "below minimum, no certificate"), ("Carla Riva", "no show"),
             ("Dino Serra", "issued")],
        ),
        (
            ["N.", "Nome e cognome", "Attestato"],
            [("Aldo Neri", "consegnato"), ("Bea Conti", "consegnato"), ("Carla Riva", "assente"),
             ("Dino Serra", "spedito")],
        ),
    )
]  # fmt: skip

TEAM = [
    Case(
        f"who leads the lessons: {leader}",
        "att4 nc2 rej0",
        sheet(
            [
                ["OEP training, Palermo"],
                ["Name", "12.3.2021", "19.3.2021"],
                ["Aldo Neri", "x", "x"],
                ["Bea Conti", "x", ""],
                ["Carla Riva", "", "x"],
                [leader, "x", "x"],
            ]
        ),
    )
    for leader in ("Εισηγήτρια: Κ. Δελή", "Docente: Laura Bono", "Underviser: Mette Lund", "Co-Trainer: L. Zach")
] + [
    Case(
        f"a word for the team among statuses: {said}",
        "att2 nc2 rej0",
        sheet([*TITLE, ["Name", "Status"], ["Aldo Neri", present], ["Bea Conti", present], ["Carla Riva", absent],
               ["Dino Serra", said]]),
    )
    for present, absent, said in (
        ("present", "absent", "trainer"), ("mødt", "udeblevet", "underviser"), ("presente", "assente", "formatrice"),
    )
] + [
    Case(
        f"the team in two words: {said}",
        "att3 nc1 rej0",
        sheet([*TITLE, ["Name", "Class"], ["Aldo Neri", "3a"], ["Bea Conti", "3a"], ["Carla Riva", "3b"],
               [said, "all"]]),
    )
    for said in ("Anna Berg (teacher – staff)", "Anna Berg (docente, staff)", "Άννα Βέργη (καθηγήτρια – προσωπικό)")
]  # fmt: skip

COUNTRIES = [
    Case(
        f"codes of countries: {own} in {city}",
        "att4 rej0 com:local=2 com:turkish=1 com:somali=1",
        sheet([["Fair"], ["Name", "Country"], ["Aldo Neri", "TR"], ["Bea Conti", own], ["Carla Riva", "SO"],
               ["Dino Serra", own]]),
        hints=Hints(activity="project_fair", city=city, date=TITLE[2][1]),  # type: ignore[arg-type]
    )
    for own, city in (("DK", "vejle"), ("Ö", "graz"), ("GR", "athens"), ("D", "kassel"), ("I", "palermo"))
] + [
    Case(
        f"short forms of communities: {word}",
        f"att3 rej0 com:{code}=2 com:local=1",
        sheet([*TITLE, ["Name", "Community"], ["Aldo Neri", word], ["Bea Conti", "local"], ["Carla Riva", word]]),
    )
    for word, code in (("αφγ.", "afghan"), ("πακ.", "pakistani"), ("tyrk.", "turkish"), ("bangl.", "bangladeshi"))
] + [
    Case(
        "a short form that two peoples share",
        "q:community",
        sheet([*TITLE, ["Name", "Community"], ["Aldo Neri", "nig."], ["Bea Conti", "local"], ["Carla Riva", "syrian"]]),
    ),
    Case(
        "the country with the community in brackets",
        "att3 com:local=1 rej0",
        sheet([*TITLE, ["Name", "Country"], ["Aldo Neri", "Italia (locale)"], ["Bea Conti", "Siria"],
               ["Carla Riva", "Senegal"]]),
    ),
]  # fmt: skip

LAYOUTS = [
    Case(
        f"bullets with a remark beside them: {signed}",
        "att5 nc1 rej0 com:syrian=2 com:nigerian=3",
        sheet(
            [
                ["Awareness campaign, Palermo", "21/03/2022"],
                [first, ""],
                [f"{bullet} Aldo Neri", signed],
                [f"{bullet} Bea Conti", signed],
                [second, ""],
                [f"{bullet} Carla Riva", signed],
                [f"{bullet} Dino Serra", absent],
                [f"{bullet} Elsa Monti", signed],
                [f"{bullet} Furio Lodi", signed],
            ]
        ),
    )
    for bullet, first, second, signed, absent in (
        ("-", "Siriani", "Nigeriani", "firma ok", "assente"),
        ("•", "Syrer", "Nigerianer", "unterschrieben", "nicht da"),
        ("*", "Syrians", "Nigerians", "present", "absent"),
    )
] + [
    Case(
        "titles over two lists side by side",
        "att5 ev2 rej0 date:2021-10-02 date:2021-10-16",
        sheet(
            [
                ["Skill-transfer workshops of our groups"],
                ["GRAZ – “Bikes” – 02.10.2021", "", "", "KASSEL – “Bread” – 16.10.2021", ""],
                ["Name", "Community", "", "Name", "Community"],
                ["Aldo Neri", "Syrian", "", "Dino Serra", "Turkish"],
                ["Bea Conti", "Somali", "", "Elsa Monti", "local"],
                ["Carla Riva", "local", "", "", ""],
            ]
        ),
    ),
    *(
        Case(
            f"two lists of one event side by side, under {women}",
            "att3 nc2 ev1 rej0 gen:female=2 gen:male=1",
            sheet(
                [
                    ["Project fair"],
                    ["Athens, 10/10/2021"],
                    ["", women, "", "", "", men, "", ""],
                    ["", *head, "", *head],
                    [1, "Bea Conti", "Syria", "", 1, "Aldo Neri", "Syria", absent],
                    [2, "Carla Riva", "Turkey", absent, 2, "Dino Serra", "Somalia", ""],
                    [3, "Elsa Monti", "Syria", "", "", "", "", ""],
                ]
            ),
        )
        for women, men, head, absent in (
            ("ΓΥΝΑΙΚΕΣ", "ΑΝΔΡΕΣ", ["Όνομα", "Χώρα", "σημ."], "δεν ήρθε"),
            ("Frauen", "Männer", ["Name", "Land", "Anm."], "nicht gekommen"),
            ("Women", "Men", ["Name", "Country", "rem."], "did not come"),
        )
    ),
]

OTHER_LANGUAGES = [
    Case(
        f"headers in the participants' language: {head[0]}",
        "att2 nc1 rej0 com:somali=1 com:local=1",
        sheet([*TITLE, head, *example, ["Aldo Neri", "Somalia", "0660 5550101", yes],
               ["Bea Conti", "Italia (locale)", "", yes], ["Carla Riva", "Somalia", "0660 5550103", no]]),
    )
    for head, yes, no, example in (
        (["Magaca", "Dalka", "Taleefan", "Yimid"], "haa", "maya", []),
        (["Naam", "Mulk", "Fon", "Hazir"], "haan", "nahin", []),
        (["Nam", "Desh", "Phon", "Upasthit"], "hyan", "onuposthit",
         [["udaharan (esempio)", "Italia", "333 1234567", "hyan"]]),
        (["الاسم", "البلد", "الهاتف", "الحضور"], "نعم", "غائب", []),
        (["Прізвище та ім’я", "Країна", "Телефон", "Присутність"], "так", "ні", []),
    )
] + [
    Case(
        f"the team among organisations: {said}",
        "q:role",
        sheet([*TITLE, ["Name", head, "Present"], ["Aldo Neri", "Arci", yes], ["Bea Conti", said, yes],
               ["Carla Riva", "Una", yes], ["Dino Serra", "Una", "no"]]),
    )
    for head, said, yes in (
        ("Verein / Stelle", "Verein Horizont (Organisation)", "ja"),
        ("Organisation", "Open House (organiser)", "yes"), ("Φορέας", "Στέκι (διοργάνωση)", "ναι"),
    )
]  # fmt: skip


NUMBERS_AND_NAMES = [
    Case(
        f"numbers that count no people: {header}",
        "att2 head0 rej0",
        sheet([*TITLE, [header, "Name"], [3, "Aldo Neri"], [5, "Bea Conti"]]),
    )
    for header in ("Anzahl Lose", "Antal lodder", "Αριθμός λαχνών", "Number of lots")
] + [
    Case(
        "how many of the sessions somebody came to",
        "att3 rej0 ev2",
        sheet([["OEP training, Palermo"], ["Name", "12.3.2021", "19.3.2021", "attended"],
               ["Aldo Neri", "x", "x", "2/2"], ["Bea Conti", "x", "", "1/2"]]),
    ),
] + [
    Case(
        f"two events of a day by their names in quotes: {first}, {second}",
        expected,
        sheet([[f"Skill-transfer workshop {first} – Graz 25.09.2021"], ["Name", "Community"], ["Aldo Neri", "local"],
               ["Bea Conti", "Syrian"]], "A"),
        sheet([[f"Skill-transfer workshop {second} – Graz 25.09.2021"], ["Name", "Community"], ["Bea Conti", "Syrian"],
               ["Carla Riva", "Turkish"]], "B"),
    )
    for first, second, expected in (
        ("A „Bikes“", "B „Bread“", "att4 ev2"), ("«Pane»", "«Orto»", "att4 ev2"), ('"Bikes"', '"Bikes"', "att4 ev1"),
        ("morning", "afternoon", "att4 ev1"), ("„Bikes“", "afternoon", "att4 ev1"),
    )
]  # fmt: skip


SENTENCES = [
    Case(
        f"a sentence below a list of two columns: {line}",
        "q:row att3",
        sheet([*TITLE, ["Name", "Community"], ["Aldo Neri", "local"], ["Bea Conti", "Syrian"], ["Carla Riva", "local"],
               [line]]),
    )
    for line in (
        "zwei weitere wollten sich nicht eintragen", "due signore non hanno voluto firmare", "flere skrev sig ikke på",
    )
]  # fmt: skip


@pytest.mark.parametrize(
    "case",
    [*BLOCKS, *CERTIFICATES, *TEAM, *COUNTRIES, *LAYOUTS, *OTHER_LANGUAGES, *NUMBERS_AND_NAMES],
    ids=lambda c: c.name,
)
def test_course_registers(case: Case, project: Project) -> None:
    check(case, project)
