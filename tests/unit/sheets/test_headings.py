"""Headings between the rows of a list: what they say of the people below, and which of them are asked about."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.model import Cell, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.rows.headings import HEADINGS, HeadingRule
from liaison_metrics.sheets.words.phrases.origins.headings import community_in_heading
from liaison_metrics.sheets.words.vocabulary import Vocabulary
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

Rows = list[list[Cell]]


def people(first: int, *names: str) -> Rows:
    """People with a mobile phone and a country."""
    return [[name, f"+43 660 12345{first + at}", "Syria"] for at, name in enumerate(names)]


GIRLS, BOYS = people(10, "Amal", "Bushra", "Dalia"), people(20, "Emad", "Fadi")
HEADER: Rows = [*TITLE, ["Name", "Mobile", "Country"]]


@pytest.mark.parametrize(
    ("women", "men"),
    [("Women", "Men"), ("FRAUEN", "Männer:"), ("Kvinder (3)", "Mænd (2)"), ("Donne", "Uomini"), ("Γυναίκες", "Άνδρες")],
)
def test_a_gender_alone_in_a_line_heads_people(project: Project, women: str, men: str) -> None:
    rows: Rows = [*HEADER, [women], *GIRLS, [men], *BOYS]
    check(Case("genders", "att5 named5 nc0 rej0 gen:female=3 gen:male=2", sheet(rows)), project)


def test_a_gender_ends_where_another_part_begins(project: Project) -> None:
    rows: Rows = [*HEADER, ["Women"], *GIRLS, ["Participants"], *BOYS]
    check(Case("genders", "att5 gen:female=3", sheet(rows)), project)


def test_a_gender_that_is_also_a_name_is_asked_about(project: Project) -> None:
    check(Case("a name", "q:heading nc0", sheet([*HEADER, ["Donna"], *GIRLS, *BOYS])), project)


@pytest.mark.parametrize(
    ("present", "absent"),
    [("PRESENT", "ABSENT"), ("Anwesend", "Entschuldigt"), ("Presenti", "Assenti"), ("Til stede", "Afbud"),
     ("Παρόντες", "Απόντες")],
)  # fmt: skip
def test_a_heading_above_a_header_of_its_own_is_about_the_people_below(
    project: Project, present: str, absent: str
) -> None:
    rows: Rows = [*TITLE, [present], HEADER[-1], *GIRLS, [], [absent], HEADER[-1], *BOYS]
    check(Case("two lists", "att3 nc2 ev1 rej0", sheet(rows)), project)


FULL: Rows = [[name, f"0660 12345{at}"] for at, name in enumerate(PEOPLE)]
FIRST: Rows = [[name.split()[0], f"0660 12345{at}"] for at, name in enumerate(PEOPLE)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Name", "Phone"], ["Participants"], *FULL[:3], ["Buddies"], *FULL[3:]],
        [["Name", "Phone"], ["Participants"], *FIRST[:3], ["Unsere Paten"], *FIRST[3:]],
        [["Nome", "Telefono"], *FULL[:3], ["Padrini"], *FULL[3:]],
        [["Name", "Mobile", "Country"], *GIRLS, ["Venner"], *BOYS, *people(30, "Ghada", "Hala")],
    ],
)
def test_an_unknown_heading_over_people_is_asked_about(project: Project, rows: Rows) -> None:
    check(Case("unknown heading", "att3 named3 q:heading", sheet([*TITLE, *rows])), project)


def test_a_name_without_a_phone_is_no_heading(project: Project) -> None:
    rows: Rows = [*TITLE, ["Name", "Phone"], *FULL[:3], ["Ugo Berg"], *FULL[3:]]
    check(Case("no phone", "att7 named7 rej0", sheet(rows)), project)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in HEADINGS for line in rule.fires])
def test_a_heading_has_its_reason(project: Project, rule: HeadingRule, line: str) -> None:
    assert reason_of(project, line) is rule.reason


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in HEADINGS for line in rule.silent])
def test_what_looks_like_a_heading_is_none(project: Project, rule: HeadingRule, line: str) -> None:
    assert not rule.heads(line)


def reason_of(project: Project, line: str) -> Reason:
    """Returns what a line in the middle of a list is taken for."""
    rows: Rows = [*HEADER, *GIRLS, [line], *BOYS]
    ledger = read_workbook(Workbook("list.xlsx", "xlsx", [sheet(rows)]), project, Hints()).ledger
    assert ledger is not None
    return [row.reason for row in ledger][-len(BOYS) - 1]


def _people(first: int, last: int, post: str) -> list[list[Cell]]:
    return [[PEOPLE[at], post, f"p{at}@example.org"] for at in range(first, last)]


def _parts(first: str, second: str, sums: tuple[list[Cell], list[Cell]]) -> list[list[Cell]]:
    one, two = _people(0, 3, "Deutsch"), _people(3, 6, "Deutsch")
    return [*TITLE, ["Name", "Sprache", "E-Mail"], [first], *one, sums[0], [second], *two, sums[1]]


SUMS: tuple[list[Cell], list[Cell]] = (["Zwischensumme", 3], ["Zwischensumme", 3])
BLANKS: tuple[list[Cell], list[Cell]] = ([], [])

DIVIDED_BY_ORGANISATIONS = (
    Case("sums under the parts", "att6 nc0 rej0", sheet(_parts("Caritas Steiermark", "Omega Graz", SUMS))),
    Case("names of organisations", "att6 nc0 rej0", sheet(_parts("Verein Zorb", "Schule Gorb", BLANKS))),
    Case(
        "posts of each organisation are no roles at the event",
        "att6 nc0 rej0",
        sheet(
            [
                *TITLE,
                ["Name", "Funktion", "E-Mail"],
                ["Caritas"],
                *_people(0, 3, "Referentin"),
                ["Summe", 3],
                ["Omega"],
                *_people(3, 6, "Leitung"),
                ["Summe", 3],
                ["Gesamtsumme", 6],
            ]
        ),
    ),
    Case(
        "delegations with the people who came along",
        "att5 head4 nc0 rej0",
        sheet(
            [
                *TITLE,
                ["Ente / Nominativo", "Telefono", "N. accompagnatori"],
                ["Centro Astalli"],
                ["Aldo Neri", "+39 338 5910458", 1],
                ["Bea Conti", "+39 326 8317352", 0],
                ["Carla Riva", "+39 349 9062450", 2],
                ["Totale delegazione (delegati + accompagnatori)", "", 6],
                ["CGIL Palermo"],
                ["Dino Serra", "+39 338 9958157", 0],
                ["Elsa Monti", "+39 334 4803962", 1],
                ["Totale delegazione (delegati + accompagnatori)", "", 3],
                ["TOTALE GENERALE", "", 9],
            ]
        ),
    ),
    Case("lines that may say anything", "q:heading", sheet(_parts("Zorb und Co", "Zu den Gästen", BLANKS))),
    Case("a part of the team", "nc3 q:heading", sheet(_parts("Caritas", "Projektteam", SUMS))),
)


@pytest.mark.parametrize("case", DIVIDED_BY_ORGANISATIONS, ids=lambda case: case.name)
def test_a_list_divided_by_organisations(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("syrian", "local"),
    [
        ("Syrian (3)", "Local (2)"),
        ("Gemeinschaft: Syrisch", "Gemeinschaft: Einheimisch"),
        ("Gruppo del mattino, Comunità: Siriana", "Gruppo della sera, Comunità: Locale"),
        ("Fællesskab syrisk", "Fællesskab lokal"),
        ("Συριακή: 3", "Ντόπιοι: 2"),
    ],
)
def test_a_heading_names_the_community_of_its_people(project: Project, syrian: str, local: str) -> None:
    first, second = FULL[:3], FULL[3:5]
    expected = "att5 named5 nc0 ask0 com:syrian=3 com:local=2"
    check(Case("one list", expected, sheet([*TITLE, ["Name", "Phone"], [syrian], *first, [local], *second])), project)
    blocks = [[syrian], ["Name", "Phone"], *first, [], [local], ["Name", "Phone"], *second]
    check(Case("two lists", expected, sheet([*TITLE, *blocks])), project)


def test_a_heading_with_a_day_and_a_community_begins_an_event(project: Project) -> None:
    days: Rows = [["Gruppe am 03.03.2021, Gemeinschaft: Syrisch"], *FULL[:3], ["Gruppe am 10.03.2021"], *FULL[3:5]]
    rows: Rows = [["Fokusgruppen, Kassel"], [], ["Name", "Telefon"], *days]
    check(Case("days", "att5 ev2 com:syrian=3 date:2021-03-03 date:2021-03-10", sheet(rows)), project)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Informationsmøde 2021, Vejle", "Lørdag 10. april"),
        ("Info session 2021, Vejle", "Saturday 10 April"),
        ("Sessione informativa 2021, Palermo", "Sabato 10 aprile"),
        ("Sessione informativa, Palermo, 3 aprile 2021", "Sessione informativa – la casa, Palermo, 10.4.2021"),
    ],
)
def test_a_line_with_a_day_begins_an_event(project: Project, title: str, day: str) -> None:
    first: Rows = [] if "3" in title else [["3. 4."]]
    rows: Rows = [[title], *first, ["Name", "Telefon"], *FULL[:3], [], [day], *FULL[3:5]]
    check(Case("days", "att5 ev2 ask0 rej0 date:2021-04-03 date:2021-04-10", sheet(rows)), project)


@pytest.mark.parametrize("header", ["Participant", "Συμμετέχων", "Vor- und Nachname", "Navn", "Nome e cognome"])
@pytest.mark.parametrize("again", [True, False])
def test_the_only_header_may_stand_again_under_the_next_day(project: Project, header: str, again: bool) -> None:
    names: Rows = [[name] for name in PEOPLE]
    rows: Rows = [["Info session, Graz"], [], ["16.03.2021"], [header], *names[:4], [], ["23.03.2021"]]
    rows += [*([[header]] if again else []), *names[3:]]
    check(Case("blocks", "att7 named7 ev2 ask0 rej0 date:2021-03-16 date:2021-03-23", sheet(rows)), project)


@pytest.mark.parametrize(
    ("heading", "guests", "rest"),
    [
        ("Team", "VIP", "Participants"), ("Personal:", "Ehrengäste", "Teilnehmende"),
        ("Staff e interpreti", "Ospiti d'onore", "Partecipanti"), ("Personale:", "Æresgæster", "Øvrige deltagere"),
        ("Ομάδα έργου", "Επίσημοι προσκεκλημένοι", "Σύνεδροι"),
    ],
)  # fmt: skip
def test_guests_of_honour_end_the_part_of_the_team(project: Project, heading: str, guests: str, rest: str) -> None:
    rows: Rows = [*HEADER, [heading], *people(30, "Gina"), [guests], *GIRLS, [rest], *BOYS]
    check(Case("guests", "att5 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("town", "club", "label", "total"),
    [
        ("Town hall", "Sports club", "{}: {} present", "Total present"),
        ("Stadtamt", "Sportverein", "Summe {} | {}", "Gesamt anwesend"),
        ("Comune", "Polisportiva", "Presenti {} | {}", "Totale presenti"),
        ("Kommunen", "Idrætsforeningen", "Fremmødte {} | {}", "Fremmødte i alt"),
        ("Δήμος", "Αθλητικός Σύλλογος", "Παρόντες {} | {}", "Σύνολο παρόντων"),
    ],
)
def test_the_people_of_each_organisation_are_summed_up(
    project: Project, town: str, club: str, label: str, total: str
) -> None:
    def summed(name: str, number: int) -> list[Cell]:
        text, _bar, said = label.format(name, number).partition(" | ")
        return [text, None, int(said)] if said else [text]

    rows: Rows = [
        *TITLE, ["Family name", "First name", "Present"],
        [town], ["Neri", "Aldo", "x"], ["Conti", "Bea", None], ["Riva", "Carla", "x"], summed(town, 2),
        [club], ["Rossi", "Dario", "x"], ["Monti", "Elsa", "x"], summed(club, 2), [total, None, 4],
    ]  # fmt: skip
    check(Case("organisations", "att4 nc1 rej0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("text", "community"),
    [
        ("Our Bosnian friends", "bosnian"),
        ("Gäste aus Nigeria", "nigerian"),
        ("B) Bosnische Gemeinschaft", "bosnian"),
        ("Profughi ucraini", "ukrainian"),
        ("Albansktalende", "albanian"),
        ("το τραπέζι των Πακιστανών", "pakistani"),
        ("Fra moskeen", "muslim"),
        ("Maria Albanese", None),
        ("Maria aus Syrien", None),
        ("Vortrag über Syrien", None),
        ("Syrer und Afghanen", None),
    ],
)
def test_a_community_heads_people_among_other_words(text: str, community: str | None, project: Project) -> None:
    assert community_in_heading(text, Vocabulary(project))[0] == community
