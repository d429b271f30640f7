"""Words for what those who hold an event do there, and what a role says of those who take part."""

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Hints, NotCountedReason
from liaison_metrics.sheets.rows.marking.sections.section_words import line_reason, section_reason
from liaison_metrics.sheets.tables.lists.prose.labels import kind_of
from liaison_metrics.sheets.words.phrases.titles.team.event_work import (
    heads_those_at_work,
    heads_those_there,
    is_role_of_team,
    lives_as,
    takes_part,
    works_at_event,
)
from tests.unit.sheets.grids import read

WORK = (
    "Kursassistenz", "Veranstaltungsleitung", "fotografa dell'evento", "responsabile del laboratorio",
    "kursusassistent", "registrering ved indgangen", "υπεύθυνη εγγραφών", "λογίστρια του έργου", "Sound & light",
    "floor manager", "event staff",
)  # fmt: skip
NO_WORK = (
    "Kursteilnehmerin", "Assistent", "tecnico comunale", "alunna del corso", "kursusdeltager", "sekretær",
    "ωφελούμενος του προγράμματος", "υπάλληλος γραφείου", "teacher with class 4a", "manager", "Workshop",
    "camera off", "ohne Kamera", "webcam spenta", "kamera slukket", "χωρίς κάμερα",
)  # fmt: skip


@pytest.mark.parametrize("text", WORK)
def test_who_does_something_for_an_event_works_there(text: str) -> None:
    assert works_at_event(text)


@pytest.mark.parametrize("text", NO_WORK)
def test_a_post_or_an_event_alone_is_no_work_there(text: str) -> None:
    assert not works_at_event(text)


@pytest.mark.parametrize("role", ["Field worker (partner org.)", "volontaria in servizio", "gruppeleder – ansat"])
def test_a_part_of_a_role_says_that_it_is_of_the_team(role: str) -> None:
    assert is_role_of_team(role)


def test_who_comes_with_a_class_or_as_a_guest_takes_part() -> None:
    for role in ("Lehrerin (zu Gast)", "insegnante in visita con la classe", "εκπαιδευτικός - επιμορφούμενη"):
        assert takes_part(role)
        assert not is_role_of_team(role)
    assert not takes_part("Lehrerin")


def test_posts_and_trades_of_a_life_lead_no_event() -> None:
    for role in ("parroco", "Pfarrgemeinderat", "Vereinsvorsitzender", "καταστηματάρχης", "farmer from the valley"):
        assert lives_as(role)
    assert not any(map(lives_as, ("trainer", "Leitung", "Betreuerin")))


@pytest.mark.parametrize("line", ["Technik und Foto", "Workshop leaders", "Docenti del corso", "Holdet bag"])
def test_a_line_within_a_list_heads_the_team(line: str) -> None:
    assert line_reason(line) is NotCountedReason.STAFF


def test_a_line_over_a_whole_list_is_its_topic() -> None:
    assert section_reason("Technik und Foto") is None


@pytest.mark.parametrize("line", ["Registrierung", "Group 2", "Team 3", "Tischler Koch", "Kursteilnehmerinnen", "pm"])
def test_a_line_that_may_be_of_others_heads_no_team(line: str) -> None:
    assert not heads_those_at_work(line)


@pytest.mark.parametrize("label", ["Redige il verbale", "Photos by:", "Referatet er skrevet af", "Verfasst von"])
def test_a_label_of_minutes_names_who_did_something(label: str) -> None:
    assert kind_of(f"{label.rstrip(':')}:") == "staff"


@pytest.mark.parametrize("label", ["Attended by:", "Es nahmen teil:", "C'erano:", "Om bordet sad:", "Παρέστησαν:"])
def test_a_label_of_minutes_heads_those_who_were_there(label: str) -> None:
    assert heads_those_there(label)
    assert kind_of(label) == "present"


@pytest.mark.parametrize("label", ["Represented by:", "Nahmen nicht teil:", "Next time at the table:", "Invited by:"])
def test_a_label_of_others_is_neither(label: str) -> None:
    assert not heads_those_there(label)
    assert kind_of(label) not in ("present", "staff")


def test_the_team_below_a_line_does_not_count(project: Project) -> None:
    people = [["Ida Holm", "Syrian"], ["Ugo Berg", "Afghan"], ["Lea Nardi", "Syrian"], ["Ben Ott", "Afghan"]]
    rows = [["Name", "Community"], *people, ["Comitato organizzatore", None], ["Eva Lund", "Syrian"]]
    reading = read(project, rows, hints=Hints("info_session", "kassel", date(2021, 5, 18)))
    assert len(reading.attendances) == len(people)
    assert [row.reason for row in reading.not_counted] == [NotCountedReason.STAFF]
