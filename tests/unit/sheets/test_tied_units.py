"""Tables with a row for each family, class, organisation or event and several numbers under headers of any words."""

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell

from .cases import TITLE, Case, check, sheet

Rows = list[list[Cell]]


@pytest.mark.parametrize(
    "rows",
    [
        [["Klasse", "Schnurpel", "Klompen"], ["4.A", 22, 9], ["4.B", 25, 12], ["5.A", 20, 7], ["Summe", "", 28]],
        [["Verein", "angemeldet", "Gäste", "Kuchen"], ["Turner", 14, 11, 9], ["Chor", 12, 9, 9], ["Treff", 9, 8, 2],
         ["Summe", 35, 28, 20]],
        [["ente", "sgrulli", "frambotti"], ["Casa Blu", 22, 9], ["Nido", 25, 12], ["Polis", 20, 7], [],
         ["erano presenti 28 persone"]],
        [["Klasse", "Inviterede hjem", "Forældre mødt op"], ["4.A", 22, 9], ["4.B", 25, 12], ["5.A", 20, 7],
         ["sum", 67, 28]],
        [["οικογένεια", "ζορμπ"], ["Παππάς", 4], ["Δήμου", 0], ["Βέργης", 9], ["Ράπτης", 15], ["Σύνολο", 28]],
        [["famiglia (cognome)", "zorb", "quim", "totale"], ["Neri", 4, 3, 7], ["Conti", 5, 4, 9], ["Riva", 6, 6, 12]],
        [["Time", "Reading", "Since last"], ["9:00", 1340, ""], ["10:00", 1349, 9], ["11:00", 1361, 12],
         ["12:00", 1368, 7], ["Total", "", 28]],
        [["Entrance", "8:30", "9:00", "zorb", "Total"], ["Front", 8, 5, 3, 16], ["Yard", 6, 4, 2, 12],
         ["Total", 14, 9, 5, 28]],
        [["Stand", "Gäste 10–13 Uhr", "Gäste 13–17 Uhr", "Flyer"], ["Kräuter", 8, 5, 3], ["Spiele", 2, 3, 9],
         ["Musik", 6, 4, 2], ["Zusammen", 16, 12, 14], ["Messe gesamt", 28]],
        [["Zorb", "Quim", "Fen"], ["9:00", 1340, "not set back"], ["10:00", 1349, 9], ["11:00", 1361, 12],
         ["12:00", 1368, 7], ["Total", "", 28]],
        [["Zorb", "Quim", "Fen"], ["10-11", 9, "rain"], ["11-12", 12, ""], ["12-13", 7, "sun"], ["Total", 28]],
        [["Zeit", "Klicks", "Wetter"], ["10-11", 9, "Regen"], ["11-12", 12, ""], ["12-13", 7, "Sonne"]],
        [["Table", "Zorb"], ["Lum", 9], ["Snu", 5], ["Pol", 14], ["28 people were present"]],
        [["Class", "booked", "Zorb"], ["4a", 16, 9], ["4b", 19, 12], ["5a", 26, 7], ["Total", "", 28]],
    ],
    ids=["only sum", "left", "stated", "known", "households", "whole", "counter", "hours", "together",
         "counter with a remark", "slots",
         "clicks", "stated below", "booked"],
)  # fmt: skip
def test_sums_and_known_headers_tell_which_numbers_are_who_came(rows: Rows, project: Project) -> None:
    check(Case("came", "head28 ev1 ask0", sheet([*TITLE, *rows])), project)


def test_who_came_on_each_evening_and_one_called_off(project: Project) -> None:
    rows: Rows = [
        ["data", "ospite", "prenotati", "presenti in cortile", "fermati al dibattito"],
        ["24/06/2021", "dott. Bartoli", 20, 16, 8],
        ["01/07/2021", "", 18, "annullata", ""],
        ["08/07/2021", "Ass. Donne", 14, 7, 3],
        ["15/07/2021", "", 14, 5, 4],
        ["totali", "", 66, 28, ""],
    ]
    check(Case("evenings", "head28 ev3 ask0", sheet([*TITLE[:2], [], *rows])), project)


def test_nobody_came_to_what_was_called_off(project: Project) -> None:
    rows: Rows = [["When", "City", "What", "Zorb", "Fen"], *(
        [day, "Graz", "Focus group", people, off]
        for day, people, off in (("2021-04-17", 11, ""), ("2021-04-24", 13, ""), ("2021-05-01", 0, "called off"),
                                 ("2021-05-08", 4, "rain"))
    )]  # fmt: skip
    check(Case("called off", "head28 ev3 ask0", sheet(rows)), project)
    rows[3][3] = 9
    check(Case("things", "head0 q:column!", sheet(rows)), project)


def test_a_row_with_parts_is_no_sum_if_they_are_none(project: Project) -> None:
    rows: Rows = [["Vej", "fremmødte", "heraf kvinder"], ["Lum", 13, 7], ["Fen", 8, 1], ["Gru", 21, 18], ["Hop", 5, 1]]
    check(Case("parts", "head47 ev1 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize("below", [["All of us", "", 44], ["44 people were present"]])
def test_a_number_below_says_that_the_last_row_is_no_sum(below: list[Cell], project: Project) -> None:
    rows: Rows = [["Table", "invited", "came"], ["Lum", 22, 10], ["Snu", 25, 8], ["Pol", 23, 5], ["Mul", 25, 21]]
    check(Case("below", "head44 ev1 ask0", sheet([*TITLE, *rows, below])), project)


def test_chairs_are_asked_about(project: Project) -> None:
    rows: Rows = [["Forening", "flyers", "stole"], ["Lum", 16, 6], ["Snu", 19, 11], ["Pol", 26, 19], ["Total", "", 36]]
    check(Case("chairs", "head0 q:column!", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize(
    "rows",
    [
        [["Stand", "Kuchen", "Flyer"], ["Turner", 22, 9], ["Chor", 25, 12], ["Treff", 20, 7], ["Summe", "", 28]],
        [["Stall", "Zorb", "Quim"], ["North", 22, 9], ["South", 25, 12], ["West", 20, 7], ["Total", 67, 28]],
        [["Bod", "Kaffe kr.", "Salg"], ["Nord", 22, 9], ["Syd", 25, 12], ["Vest", 20, 7], ["I alt", "", 28]],
        [["Zeit", "Klicks", "Wetter"], ["10-11", 7, "Regen"], ["11-12", 9, ""], ["12-13", 12, "Sonne"]],
    ],
    ids=["things", "two sums", "money", "readings"],
)
def test_other_numbers_tell_nobody(rows: Rows, project: Project) -> None:
    check(Case("things", "refused", sheet([*TITLE, *rows])), project)
