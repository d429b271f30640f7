"""Lines over people who stayed away, in words that nobody listed."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.rows.marking.sections.lines_over_absent import tells_they_stayed_away
from tests.unit.sheets.cases import TITLE, Case, check, sheet


@pytest.mark.parametrize(
    "line",
    [
        "konnten leider nicht kommen", "krank / Urlaub", "On the list but never turned up", "Off sick today",
        "Senza risposta, non venuti", "Mancanti all'appello", "Meldte fra på dagen", "Ferie/syg",
        "Μόνο δήλωση, καμία παρουσία", "Κλήθηκαν αλλά δεν απάντησαν ούτε ήρθαν", "Nur angemeldet",
    ],
)  # fmt: skip
def test_words_for_absence_or_a_not_before_coming(line: str) -> None:
    assert tells_they_stayed_away(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ohne Anmeldung gekommen", "Not registered but came", "Partecipanti senza attestato", "Krank Maria",
        "Absalom Seck", "Nicht aus Graz", "Kom uden tilmelding", "Abgesagt, dann doch gekommen",
    ],
)  # fmt: skip
def test_who_came_after_all_and_names_are_not_absent(line: str) -> None:
    assert not tells_they_stayed_away(line)


def test_a_line_with_brackets_among_names_is_no_excused_person(project: Project) -> None:
    people = [[1, "Ugo Neri", "Tunisia"], [2, "Ida Serra", "Syria"], [3, "Lina Abbas", "Syria"]]
    away = [[4, "Omar Sassi", "Tunisia"], [5, "Rosa Galli", "Italia"]]
    rows = [*TITLE, ["N.", "Nome", "Paese"], *people, [None, "Malati (assenti)", None], *away]
    check(Case("ill", "att3 nc2 ask0", sheet(rows)), project)
