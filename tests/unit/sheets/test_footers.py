"""Rows of a list that state numbers of its people: sums, parts and numbers carried over tie, or lead to questions."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from tests.unit.sheets.cases import TITLE, Case, check, sheet

Rows = list[list[Cell]]

NAMES = (
    "Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti", "Furio Lodi", "Gina Villa", "Hassan Ali",
    "Ivo Krause", "Jana Beck", "Karim Haddad", "Lina Omar",
)  # fmt: skip
HEADERS: dict[str, list[Cell]] = {
    "en": ["No", "Name", "Phone"],
    "de": ["Nr.", "Name", "Telefon"],
    "it": ["N.", "Nome e cognome", "Telefono"],
    "da": ["Nr", "Navn", "Telefon"],
    "el": ["Α/Α", "Ονοματεπώνυμο", "Τηλέφωνο"],
}


def listed(language: str, *, people: int = 8, first: int = 0) -> Rows:
    """A numbered list of people under its header, the first of them with number *first* + 1."""
    rows: Rows = [[at + 1, NAMES[at], f"+39 333 1234{at:03d}"] for at in range(first, first + people)]
    return [HEADERS[language], *rows]


@pytest.mark.parametrize(
    ("language", "label", "why"),
    [
        ("en", "Present in total:", "(two people did not want to sign)"),
        ("de", "Anwesend insgesamt:", "(zwei Personen wollten sich nicht eintragen)"),
        ("it", "Presenti in totale:", "2 persone non hanno firmato"),
        ("da", "Til stede i alt:", "(to personer ville ikke skrive sig på)"),
        ("el", "Σύνολο παρόντων:", "(δύο άτομα δεν ήθελαν να γράψουν το όνομά τους)"),
    ],
)
def test_a_remark_says_why_more_people_came(language: str, label: str, why: str, project: Project) -> None:
    rows = [*TITLE, *listed(language)]
    blank: Rows = [[9], [10]]
    check(Case("reason", "att8 head10 rej0", sheet([*rows, [], [label, 10, why]])), project)
    check(Case("blank rows", "att8 head10 rej0", sheet([*rows, *blank, [], [label, 10, why]])), project)
    check(Case("blank rows alone", "att8 head10 rej0", sheet([*rows, *blank, [], [label, 10]])), project)
    check(Case("fewer", "q:total!", sheet([*rows, [], [label, 7]])), project)


@pytest.mark.parametrize(
    ("header", "adults", "children", "total"),
    [
        ("Children brought along", "Adults", "Children", "Total"),
        ("begleitende Kinder (Anzahl)", "Erwachsene", "Kinder", "insgesamt"),
        ("bambini che accompagna (numero)", "Adulti", "Bambini", "Totale"),
        ("Antal børn med", "Voksne", "Børn", "I alt"),
        ("Παιδιά μαζί (αριθμός)", "Ενήλικες", "Παιδιά", "Σύνολο"),
    ],
)
def test_parts_below_a_list_with_companions(
    header: str, adults: str, children: str, total: str, project: Project
) -> None:
    kids: tuple[Cell, ...] = (2, 3, "", 1, 2, 2, "", 1)
    people: Rows = [[name, f"+39 333 1234{at:03d}", kids[at]] for at, name in enumerate(NAMES[:8])]
    rows = [*TITLE, ["Name", "Phone", header], *people]
    for below in (
        [[adults, 8], [children, 11], [total, 19]],
        [[adults, "", 8], [children, "", 11], [total, "", 19]],
        [[], [f"{adults}:", 8], [f"{children}:", 11], [f"{total}:", 19]],
        [[adults, 8], [children, 11]],
        [[adults, 8, children, 11]],
    ):
        check(Case(total, "att8 head11 rej0", sheet([*rows, *below])), project)
    check(Case("wrong total", "q:total!", sheet([*rows, [adults, 8], [children, 11], [total, 20]])), project)
    check(Case("wrong part", "q:total!", sheet([*rows, [adults, 8], [children, 12], [total, 20]])), project)


@pytest.mark.parametrize(
    ("language", "below"),
    [
        ("en", [["", "Women", 5], ["", "Men", 3], ["", "Total", 8]]),
        ("de", [["", "Syrer", 5], ["", "Afghanen", 3], ["", "Summe", 8]]),
        ("it", [["", "Donne", 5], ["", "Uomini", 3], ["", "Totale", 8]]),
        ("da", [["", "Kvinder", 5], ["", "Mænd", 3], ["", "I alt", 8]]),
        ("el", [["", "Γυναίκες", 5], ["", "Άνδρες", 3], ["", "Σύνολο", 8]]),
        ("en", [[], ["Total: 8 (women: 5, men: 3)"]]),
    ],
)
def test_parts_that_make_up_the_list(language: str, below: Rows, project: Project) -> None:
    check(Case("parts", "att8 head0 rej0", sheet([*TITLE, *listed(language), *below])), project)


@pytest.mark.parametrize(
    ("language", "named", "others", "total"),
    [
        ("en", "Listed by name", "Others without name", "Total"),
        ("de", "Namentlich erfasst", "Weitere ohne Namen", "Gesamt"),
        ("it", "Registrati per nome", "Altri senza nome", "Totale"),
        ("da", "Skrevet på listen", "Øvrige uden navn", "I alt"),
        ("el", "Με όνομα", "Άλλοι χωρίς όνομα", "Σύνολο"),
    ],
)
def test_a_total_of_those_listed_and_others(
    language: str, named: str, others: str, total: str, project: Project
) -> None:
    rows = [*TITLE, *listed(language)]
    below: Rows = [["", named, 8], ["", others, 3], ["", total, 11]]
    check(Case("others", "att8 head11 rej0", sheet([*rows, *below])), project)


@pytest.mark.parametrize(
    ("language", "carried", "page"),
    [
        ("en", "Carried forward", "Page total"),
        ("de", "Übertrag", "Summe Seite"),
        ("it", "Riporto", "Totale pagina"),
        ("da", "Overført", "Side i alt"),
        ("el", "Εκ μεταφοράς", "Σύνολο σελίδας"),
    ],
)
def test_pages_carry_their_sum_over(language: str, carried: str, page: str, project: Project) -> None:
    second = listed(language, people=6, first=6)
    pages = [*TITLE, *listed(language, people=6), ["", f"{page} 1", 6], [], second[0], ["", carried, 6], *second[1:]]
    check(Case("pages", "att12 head0 rej0", sheet([*pages, ["", f"{page} 2", 6], ["", "Total", 12]])), project)


def test_numbers_beside_a_list_hide_nobody(project: Project) -> None:
    rows = [*TITLE, *listed("en")]
    for at, (label, people) in enumerate((("Women", 5), ("Men", 3), ("Total", 8)), start=len(TITLE) + 1):
        rows[at] = [*rows[at], "", label, people]
    check(Case("margin", "att8 head0 rej0", sheet(rows)), project)
    rows[len(TITLE) + 3] = [*rows[len(TITLE) + 3][:-1], 9]
    check(Case("wrong", "q:total!", sheet(rows)), project)


@pytest.mark.parametrize(
    ("total", "both", "classes"),
    [
        ("I alt {}", "Begge klasser:", ("7.A", "7.B")),
        ("Summe Gruppe {}", "Beide Gruppen:", ("A", "B")),
        ("Totale {}", "Le due classi insieme:", ("2A", "2B")),
        ("Σύνολο {}", "Και τα δύο τμήματα:", ("Α1", "Α2")),
        ("Total table {}", "Both tables:", ("1", "2")),
    ],
)
def test_lists_side_by_side_have_sums_of_their_own(
    total: str, both: str, classes: tuple[str, str], project: Project
) -> None:
    one, other = (total.format(name) for name in classes)
    here: Rows = [[name, "no" if at == 2 else "yes"] for at, name in enumerate(NAMES[:6])]
    there: Rows = [[name, "yes"] for name in NAMES[6:10]] + [["", ""], ["", ""]]
    side: Rows = [[*left, "", "", *right] for left, right in zip(here, there, strict=True)]
    rows: Rows = [*TITLE, ["Name", "Present", "", "", "Name", "Present"], *side]
    sums: Rows = [[one, 5, "", "", other, 4], []]
    check(Case("side by side", "att9 nc1 head0 rej0", sheet([*rows, *sums, [both, 9]])), project)
    check(Case("wrong sum of both", "q:total", sheet([*rows, *sums, [both, 11]])), project)


@pytest.mark.parametrize(
    "label", ["Present in total", "Anwesende gesamt", "Presenti totale", "Fremmødte i alt", "Heads"]
)
@pytest.mark.parametrize("mark", ["x", 1])
def test_sums_of_sessions_include_guests(label: str, mark: Cell, project: Project) -> None:
    days: list[Cell] = [date(2021, 5, 4), date(2021, 5, 11), date(2021, 5, 18)]
    marks: Rows = [[mark, mark if at % 2 else "", mark if at > 1 else ""] for at in range(6)]
    people: Rows = [[at + 1, NAMES[at], *marked] for at, marked in enumerate(marks)]
    rows = [*TITLE[:2], [], ["No", "Name", *days], *people, ["", "Unnamed guests", 2, "", 1]]
    check(Case("sums", "att13 head3 rej0", sheet([*rows, ["", label, 8, 3, 5]])), project)
    if label != "Heads":
        check(Case("wrong sum", "q:total!", sheet([*rows, ["", label, 8, 4, 5]])), project)


@pytest.mark.parametrize(("total", "expected"), [([8, 8], "att5 head11 rej0"), ([8, 9], "q:total!")])
def test_sums_of_families(total: list[Cell], expected: str, project: Project) -> None:
    numbers = zip(("Neri", "Conti", "Riva", "Serra", "Monti"), (2, 1, 2, 1, 2), (1, 2, 0, 3, 2), strict=True)
    check(
        Case("families", expected, sheet([*TITLE, ["Family", "Adults", "Children"], *numbers, ["Total", *total]])),
        project,
    )


@pytest.mark.parametrize(
    "row",
    [
        ["Donna Summa", "Syrian", "yes"],
        ["Anna Bambini", "", ""],
        ["Anna Total", 12, "yes"],
    ],
)
def test_a_person_with_a_number_stays_a_person(row: list[Cell], project: Project) -> None:
    people: Rows = [[name, "Local", "yes"] for name in NAMES[:6]]
    check(
        Case(
            "person", "att8", sheet([*TITLE, ["Name", "Community", "Consent"], *people, row, [*people[0][:1], "Local"]])
        ),
        project,
    )


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("Came with (number)", "Altogether we were"), ("Begleitpersonen (Anzahl)", "So viele saßen am Tisch"),
        ("Accompagnatori (n.)", "Eravamo"), ("Ledsagere (antal)", "Vi var i alt"), ("Συνοδοί (αριθμός)", "Ήμασταν"),
    ],
)  # fmt: skip
def test_all_people_stand_below_those_whom_they_brought(project: Project, header: str, label: str) -> None:
    along: list[Cell] = [2, "", 1, "", 3, ""]
    listed: Rows = [[name, "Syrian", more] for name, more in zip(NAMES[:6], along, strict=True)]
    rows: Rows = [*TITLE, ["Name", "Community", header], *listed, [label, "", 12]]
    check(Case(label, "att6 head6 rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize("line", ["Sheet 1 of 1", "Blatt 1 von 2", "Foglio 1 di 1", "Ark 1 af 1", "Φύλλο 1 από 1"])
def test_the_page_beside_who_checked_it_lists_nobody(project: Project, line: str) -> None:
    listed: Rows = [[name, "Beck", "Syrian", "signed"] for name in NAMES[:6]]
    rows: Rows = [*TITLE, ["First name", "Surname", "Community", "Signature"], *listed, [], [line, "", "", "ok: M.T."]]
    check(Case(line, "att6 rej0 ask0", sheet(rows)), project)


SIGNED = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Serra", "Elsa Monti", "Furio Lodi")
ALONG = ("+1", "", "+2", "", "", "+1")


@pytest.mark.parametrize(
    "below",
    [
        [["Guests in all (signed + accompanying)", "", 9]],
        [["Alle zusammen", "", 9]],
        [["Iscritti", "", 6], ["Accompagnatori", "", 3], ["In tutto", "", 9]],
        [["Tilmeldte", "", 6], ["Ledsagere", "", 3], ["I alt", "", 9]],
    ],
    ids=str,
)
def test_totals_below_those_who_came_along_list_nobody(project: Project, below: Rows) -> None:
    people: Rows = [[name, "" if at == 1 else "Syrian", (1, 2, "", "", "", "")[at]] for at, name in enumerate(SIGNED)]
    rows: Rows = [*TITLE, ["Name", "Community", "Accompanied by (number)"], *people, [], *below]
    check(Case("companions", "att6 head3 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "label",
    ["Late arrivals who signed nothing:", "Walk-ins who left no name", "Nachzügler, die nichts unterschrieben haben:"],
)
def test_a_label_may_say_more_of_people_in_addition(project: Project, label: str) -> None:
    rows: Rows = [*TITLE, ["Name", "Community"], *([name, "Syrian"] for name in SIGNED), [], [label, 2]]
    check(Case("late", "att6 head2 ask0", sheet(rows)), project)


BADGES = {
    "Badge picked up": ("Y", "Badges handed out", "Left in the box"),
    "Badge ritirato": ("sì", "Consegnati", "Rimasti in scatola"),
}


@pytest.mark.parametrize("header", BADGES)
def test_lines_that_divide_the_listed_name_nobody(header: str, project: Project) -> None:
    mark, handed_out, left = BADGES[header]
    people: Rows = [[f"B0{at}", name, "local", mark if at % 3 else ""] for at, name in enumerate(NAMES[:8], 1)]
    head: list[Cell] = ["Badge", "Name", "Community", header]
    for foot, expected in (((6, 2), "att6 nc2 rej0 ask0"), ((6, 3), "att6")):
        below: Rows = [["", "", label, n] for label, n in zip((handed_out, left), foot, strict=True)]
        check(Case(header, expected, sheet([*TITLE, head, *people, *below])), project)


def test_named_rows_with_numbers_that_add_up_to_the_list_are_people(project: Project) -> None:
    rows: Rows = [[name, "local", ""] for name in NAMES[:3]] + [["Gina Villa", "", 1], ["Hassan Ali", "", 2]]
    check(Case("guests", "att5 head3", sheet([*TITLE, ["Name", "Community", "Guests"], *rows])), project)


@pytest.mark.parametrize(
    "label",
    ["Total on the day", "Gesamt vor Ort", "Totale presenti sul posto", "I alt på dagen", "Σύνολο ατόμων στην πόρτα"],
)
def test_a_total_of_the_day_adds_nobody(label: str, project: Project) -> None:
    rows = [*TITLE, *listed("en"), [None, label, 8]]
    check(Case(label, "att8 head0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("Begleitung", "zusammen mit Begleitung"), ("Came with", "All together with their guests"),
        ("Accompagnatori", "Tutti insieme con gli accompagnatori"), ("Ledsagere", "Alle sammen med ledsagere"),
        ("Συνοδοί", "Μαζί με τους συνοδούς"), ("Begleitung", "Gezählt haben wir"),
    ],
)  # fmt: skip
def test_those_who_came_along_are_in_a_total_elsewhere_in_its_row(project: Project, header: str, label: str) -> None:
    people: Rows = [
        [name, f"+43 660 00{at}765", more] for at, (name, more) in enumerate(zip(SIGNED, ALONG, strict=True))
    ]
    rows: Rows = [*TITLE, ["Name", "Phone", header], *people, [], [label, 10]]
    check(Case(label, "att6 head4 ask0", sheet(rows)), project)


@pytest.mark.parametrize("label", ["All together with their guests", "Alle sammen med ledsagere"])
def test_another_total_with_those_who_came_along_is_asked_about(project: Project, label: str) -> None:
    people: Rows = [[name, "Syrian", more] for name, more in zip(SIGNED, ALONG, strict=True)]
    rows: Rows = [*TITLE, ["Name", "Community", "Came with"], *people, [label, 12]]
    check(Case(label, "att0 ask1", sheet(rows)), project)
