"""Remarks in free words of who stayed away, and those that look alike."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.remarks.staying_away import says_away
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.grids import read

AWAY = [
    "chair stayed empty", "wanted to come, but had to work", "was registered but never showed",
    "wollte kommen, hat nicht geklappt",
    "angemeldet, aber nicht da gewesen", "Zug verpasst, nicht mehr gekommen", "posto rimasto vuoto",
    "non l'abbiamo vista",
    "doveva venire ma aveva un colloquio", "tilmeldt, men dukkede aldrig op", "navneskilt blev ikke afhentet",
    "fik ikke fri fra skole", "δεν άκουσε το ξυπνητήρι και δεν ήρθε ποτέ",
    "ήταν στο νησί, δεν γύρισε εγκαίρως",
    "η θέση του έμεινε άδεια", "abgemeldet durch Mutter",
    "prenotata, non passata", "booked, didn't drop by", "angemeldet, hat nicht vorbeigeschaut", "kiggede ikke ind",
    "είχε κλείσει, δεν πέρασε",
]  # fmt: skip

THERE = [
    "did not come alone", "kam nicht allein", "war krank, kam aber später", "missed the bus, came late",
    "noch nie dabei gewesen", "mai stata qui", "ikke her fra", "δεν είχε έρθει ποτέ ξανά",
    "arbeitet im Krankenhaus",
    "Dolmetscher nicht gekommen", "cancelled lunch", "manca la firma", "was not here last time",
    "sidste gang syg",
    "will be absent in June", "instead of Peter, who was ill", "al posto di Marco che non è venuto",
    "brother did not come",
    "left early",
    "lavoro; casa", "Badge und Mappe abgeholt", "sehr zurückgezogen", "only registered today",
    "er ikke med på fotos", "non ha firmato", "esame non passato", "δεν πέρασε το τεστ",
]  # fmt: skip


@pytest.mark.parametrize("remark", AWAY)
def test_a_remark_in_free_words_says_that_somebody_was_away(remark: str) -> None:
    assert says_away(remark)


@pytest.mark.parametrize("remark", THERE)
def test_a_remark_about_another_or_another_time_does_not(remark: str) -> None:
    assert not says_away(remark)


@pytest.mark.parametrize("remark", AWAY[::3])
def test_who_was_away_needs_no_question(remark: str, project: Project) -> None:
    rows = [[name, remark if name == PEOPLE[1] else ""] for name in PEOPLE]
    check(Case(remark, f"att{len(PEOPLE) - 1} nc1 rej0 ask0", sheet([*TITLE, ["Name", "Remarks"], *rows])), project)


@pytest.mark.parametrize(
    ("away", "along"),
    [("didn't show up", "with a baby"), ("nicht gekommen", "mit Baby"), ("δεν εμφανίστηκε", "με μωρό")],
)
def test_remarks_beside_numbers_of_a_family_may_say_who_came_along(project: Project, away: str, along: str) -> None:
    rows: list[list[Cell]] = [["Family", "How many of you", "Note"]]
    notes = ((3, None), (0, away), (5, along), (2, None), (0, away), (1, None))
    rows += [[name, people, note] for name, (people, note) in zip(PEOPLE, notes, strict=True)]
    reading = read(project, [*TITLE, *rows])
    assert sum(row.people for row in reading.headcounts) + len(reading.attendances) == 11


@pytest.mark.parametrize(
    ("header", "word"),
    [("Library card", "pending"), ("Κάρτα μέλους", "σε αναμονή"), ("Tessera", "in attesa"), ("Ausweis", "ausstehend"),
     ("Lånerkort", "afventer")],
)  # fmt: skip
def test_something_that_is_still_open_is_no_absence(project: Project, header: str, word: str) -> None:
    rows: list[list[Cell]] = [["Name", header]]
    rows += [[name, told] for name, told in zip(PEOPLE, ("yes", "no", word, "yes", "no", "yes"), strict=True)]
    check(Case("open", "att6 nc0 ask0", sheet([*TITLE, *rows])), project)
