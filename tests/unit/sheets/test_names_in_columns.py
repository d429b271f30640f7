"""Tables whose cells list several people."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.names import listed_names, lists_names
from tests.unit.sheets.cases import Case, check, sheet

LAB: list[Cell] = ["School lab, Graz, 12 June 2021"]
COMMITTEE: list[Cell] = ["Riunione del comitato cittadino, Palermo"]
FOCUS: list[Cell] = ["Focus group Graz 12.6.2021"]

CASES = (
    Case(
        "a class a row", "att7",
        sheet([LAB, ["Klasse", "Anwesende Schüler/innen"], ["2a", "Eva Huber, Lisa Lang, Max Moser"],
               ["2b", "Rana Issa und Ali Sabbagh"], ["2c", "Ida Bo, Tim Ott"]]),
    ),
    Case(
        "a line a person", "att5",
        sheet([LAB, ["Klasse", "wer da war"], ["2a", "Eva Huber\nLisa Lang\nMax Moser"],
               ["2b", "Rana Issa\nAli Sabbagh"]]),
    ),
    Case(
        "a community a row", "att4 com:albanian=3 com:local=1",
        sheet([["Ομάδα εστίασης, Αθήνα, 2 Ιουλίου 2020"], ["Κοινότητα", "Ποιοι ήρθαν"],
               ["Αλβανική", "Μπλερίνα Σούλι, Αγκίμ Σούλι, Τεούτα Ρέκα"], ["Ντόπιοι", "Φρόσω Καλαμάρα"]]),
    ),
    Case(
        "a meeting a row, with absent people", "att5 ev2 nc0",
        sheet([COMMITTEE, ["Seduta del", "Presenti", "Assenti"],
               ["12/06/2021", "Anna Rossi, Luca Bianchi", "Sara Neri"],
               ["12/09/2021", "Anna Rossi, Luca Bianchi, Sara Neri", ""]]),
    ),
    Case(
        "a community a column", "att6 com:syrian=2 com:bosnian=3 com:local=1",
        sheet([FOCUS, ["Syrien", "Bosnien", "Österreich"], ["Rana Issa", "Selma Kos", "Eva Huber"],
               ["Ali Sabbagh", "Mirza Hadzic", ""], ["", "Adnan Pasic", ""]]),
    ),
    Case(
        "pairs", "att5 com:local=3 com:syrian=1 com:bosnian=1",
        sheet([FOCUS, ["No", "Partner 1", "Community", "Partner 2", "Community"],
               [1, "Eva Huber", "local", "Rana Issa", "Syrian"], [2, "Lisa Lang", "local", "Selma Kos", "Bosnian"],
               [3, "Max Moser", "local", "", ""]]),
    ),
    Case(
        "tables of people side by side with marks", "att4 nc2 ask0",
        sheet([FOCUS, [], ["Tisch 1", "", "Tisch 2", ""], ["Name", "Anwesend", "Name", "Anwesend"],
               ["Eva Huber", "x", "Rana Issa", ""], ["Lisa Lang", "", "Selma Kos", "x"],
               ["Max Moser", "x", "Rose Sunday", "x"]]),
    ),
    Case(
        "both parents of a child in a row with a mark each", "att4 nc3 ask0",
        sheet([LAB, ["Barn", "Forælder 1", "mødt", "Forælder 2", "mødt"], ["Ida", "Eva Huber", "x", "Rana Issa", ""],
               ["Bo", "Lisa Lang", "", "Selma Kos", "x"], ["Eva", "Max Moser", "x", "Rose Sunday", "x"],
               ["Pia", "Olga Sand", "", "", ""]]),
    ),
    Case(
        "both parents of a child with signatures", "att7 nc3 ask0",
        sheet([LAB, ["Kind", "Elternteil 1", "Unterschrift", "Elternteil 2", "Unterschrift"],
               ["Ida", "Eva Huber", "E. H.", "Rana Issa", ""], ["Bo", "Lisa Lang", "", "Selma Kos", "S.K."],
               ["Pia", "Max Moser", "M. M.", "Rose Sunday", "R.S."], ["Lea", "Tim Ott", "T. Ott", "Ida Bo", "I. Bo"],
               ["Jan", "Olga Sand", "O.S.", "Pia Ruud", ""]]),
    ),
    Case(
        "signatures behind names side by side", "att7 nc1 ask0",
        sheet([LAB, ["Name", "Unterschrift", "Name", "Unterschrift"], ["Eva Huber", "E. H.", "Rana Issa", "R. Issa"],
               ["Lisa Lang", "", "Selma Kos", "S.K."], ["Max Moser", "M. M.", "Adnan Pasic", "A.P."],
               ["Tim Ott", "T. Ott", "Ida Bo", "I. Bo"]]),
    ),
    Case(
        "marks of people side by side behind a number", "att4 nc1 ask0",
        sheet([LAB, ["No", "Name", "Present", "Name", "Present"], [1, "Eva Huber", "x", "Rana Issa", "x"],
               [2, "Lisa Lang", "", "Selma Kos", "x"], [3, "Max Moser", "x", "", ""]]),
    ),
    Case(
        "marks side by side under a header that nobody knows", "q:blank",
        sheet([LAB, ["Όνομα", "Ζορμπ", "Όνομα", "Ζορμπ"], ["Eva Huber", "✓", "Rana Issa", "✓"],
               ["Lisa Lang", "", "Selma Kos", "✓"], ["Max Moser", "✓", "", ""]]),
    ),
    Case(
        "marks of those absent side by side", "att4 nc1",
        sheet([LAB, ["Navn", "Fraværende", "Navn", "Fraværende"], ["Eva Huber", "", "Rana Issa", ""],
               ["Lisa Lang", "x", "Selma Kos", ""], ["Max Moser", "", "", ""]]),
    ),
    Case(
        "organisations behind a comma", "att3",
        sheet([["Laboratorio di cucina, Palermo, 3 marzo 2022"], ["Nome", "Comunità"],
               ["Anna Rossi, Caritas Palermo", "Senegal"], ["Ida Neri", "Tunisia"],
               ["Luca Bo, Circolo Arci", "Tunisia"]]),
    ),
    Case(
        "initials, which two people share", "att3 named0",
        sheet([LAB, ["n.", "iniziali", "classe"], [1, "A.B.", "2C"], [2, "A.B.", "2C"], [3, "C.D.", "2C"]]),
    ),
    Case(
        "sums under words that nobody knows", "att5 rej0",
        sheet([LAB, ["Name", "Herkunft"], ["Gruppe 1", ""], ["Eva Huber", "Syrien"], ["Max Moser", "Bosnien"],
               ["Köpfe in Gruppe", 2], [], ["Gruppe 2", ""], ["Rana Issa", "Syrien"], ["Ali Sab", "Syrien"],
               ["Ida Bo", "Bosnien"], ["Köpfe in Gruppe", 3], [], ["alle zusammen hier", 5]]),
    ),
    Case(
        "a sum that doesn't tie", "att3 rej1 q:row",
        sheet([LAB, ["Name", "Herkunft"], ["Eva Huber", "Syrien"], ["Max Moser", "Bosnien"], ["Ida Bo", "Bosnien"],
               ["Köpfe in Gruppe", 4]]),
    ),
    Case(
        "companions without a name in the middle of a list", "att6 named4",
        sheet([LAB, ["Name", "Rolle", "Notiz"], ["Huber, Eva", "Teilnehmer/in", ""],
               ["Moser, Max", "Teilnehmer/in", ""],
               ["(Begleitperson, Name unbekannt)", "Teilnehmer/in", "kam mit Max"], ["Bo, Ida", "Teilnehmer/in", ""],
               ["(συνοδός, άγνωστο όνομα)", "Teilnehmer/in", ""], ["Ott, Tim", "Teilnehmer/in", ""]]),
    ),
    Case(
        "goods", "refused",
        sheet([["Kochworkshop Graz 12.6.2021"], ["Stand", "Zutaten"],
               ["1", "Rote Zwiebeln, Frische Tomaten, Grüne Paprika"], ["2", "Weißer Reis, Gelbe Linsen"]]),
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_names_in_columns(case: Case, project: Project) -> None:
    check(case, project)


def test_lists_of_names() -> None:
    assert listed_names("Ida Bo, Tim Ott and Eva Lang") == ["Ida Bo", "Tim Ott", "Eva Lang"]
    assert listed_names("Ida Bo, chair") == []
    assert lists_names({"Ida Bo, Tim Ott, Eva Lang": 1, "Max Moser": 1})
    assert not lists_names({"Ida Bo, Tim Ott, Eva Lang": 1, "Max Moser": 2}), "most have one name"
    assert not lists_names({"Ida Bo, Caritas Graz": 1, "Max Moser": 1, "Tim Ott": 1})


@pytest.mark.parametrize(
    ("header", "total"),
    [
        ("Delegate {}", "Total present"), ("Vertreter/in {}", "Anwesende"), ("Rappresentante {}", "Totale presenti"),
        ("Repræsentant {}", "Fremmødte i alt"), ("Εκπρόσωπος {}", "Σύνολο παρόντων"),
    ],
)  # fmt: skip
def test_numbered_people_share_the_row_of_their_organisation(header: str, total: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Skill-transfer workshop, Palermo, 14/05/2021"], [], ["Organisation", *(header.format(n) for n in (1, 2, 3))],
        ["Caritas", "Aldo Neri", "Bea Conti", "Carla Riva"], ["Red Cross", "Dario Rossi", "Elsa Monti"],
        ["Arci", "Fabio Gallo"], [total, 6],
    ]  # fmt: skip
    check(Case("delegates", "att6 named6 rej0 ask0", sheet(rows)), project)
