"""People listed in the lines of a letter or of minutes: one after another, with whom they represent, under headings."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Reading
from liaison_metrics.sheets.reading import read_sheet
from liaison_metrics.sheets.tables.lists.names_in_lines import closes_letter, mend_broken_names, people_listed

NAMES = ("Aldo Neri", "Bea Conti", "Carla Riva", "Dino Gatti", "Ennio Valli", "Frank Gast")

LETTERS = {
    "en": ("Who came:", "Apologies:", "Secretary:", "plus 3 people who did not leave a name", "Best regards"),
    "de": ("Anwesend:", "Entschuldigt:", "Sekretariat:", "sowie 3 Frauen, die keinen Namen nannten", "Viele Grüße"),
    "da": ("Til stede:", "Afbud:", "Referent:", "derudover 3 personer, der ikke skrev navn", "Mvh."),
    "it": ("Presenti:", "Assenti:", "Segretaria:", "In più c'erano 3 persone senza firma", "Un saluto"),
    "el": ("Παρόντες:", "Απόντες:", "Γραμματέας:", "επιπλέον ήρθαν 3 άτομα που δεν έδωσαν όνομα", "Με εκτίμηση"),
}

GROUPS = {
    "en": ("From the parish:", "From the library:"),
    "de": ("Aus der Pfarrei:", "Aus der Bücherei:"),
    "da": ("Fra menigheden:", "Fra biblioteket:"),
    "it": ("Dalla parrocchia:", "Dalla biblioteca:"),
    "el": ("Από την ενορία:", "Από τη βιβλιοθήκη:"),
}


def letter(project: Project, *lines: str) -> Reading:
    """Returns the reading of a letter about an info-session."""
    text = "\n".join(("Dear Ida,", "here is our info-session in Palermo on 9 March 2021.", "", *lines))
    return read_sheet("letter.txt", text.encode(), project)


def figures(reading: Reading) -> tuple[int, int, int, list[str]]:
    """Returns how many people are listed, how many came in addition, how many lines name people
    who don't count, and the questions."""
    more = sum(row.people for row in reading.headcounts)
    return len(reading.attendances), more, len(reading.not_counted), [question.text for question in reading.questions]


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize(
    "names",
    [
        ("Aldo Neri (Caritas), Bea Conti, Carla Riva (Arci),", "Dino Gatti, Ennio Valli, Frank Gast"),
        ("Aldo Neri, Bea", "Conti, Carla Riva, Dino Gatti, Ennio Valli, Franca Gasti"),
        ("Aldo Neri, Caritas; Bea Conti, City of Graz, Integration; Carla Riva, Arci; Dino", "Gatti, Caritas;",
         "Ennio Valli, Arci; Franca Gasti."),
        tuple(f"- {name} (Caritas)" for name in NAMES),
        tuple(f"{at}) {name}" for at, name in enumerate(NAMES, start=1)),
        ("Aldo", "Bea", "Carla", "Dino", "Ennio", "Franca"),
    ],
    ids=["commas", "broken", "semicolons", "bullets", "numbers", "first-names"],
)  # fmt: skip
def test_a_letter_lists_people(project: Project, language: str, names: tuple[str, ...]) -> None:
    present, absent, staff, more, closing = LETTERS[language]
    lines = (present, *names, "", f"{absent} Gino Verdi, Ida Holm", f"{staff} Lena Berg", "", more, "", closing, "Rosa")
    assert figures(letter(project, *lines)) == (6, 3, 2, [])


@pytest.mark.parametrize("language", LETTERS)
def test_people_under_headings_of_their_groups(project: Project, language: str) -> None:
    present, _absent, staff, more, closing = LETTERS[language]
    first, second = GROUPS[language]
    people = [f"- {name}" for name in NAMES]
    lines = (present, "", first, *people[:3], "", second, *people[3:], "", more, "", f"{staff} Lena Berg", closing)
    assert figures(letter(project, *lines)) == (6, 3, 1, [])


def test_things_to_do_under_minutes_are_no_people(project: Project) -> None:
    lines = ("Present: Aldo Neri, Bea Conti, Carla Riva", "", "Topics:", "- Garden", "- New Rules", "1. Budget 2021")
    assert len(letter(project, *lines).attendances) == 3


def test_names_one_after_another() -> None:
    assert people_listed("Aldo Neri (Caritas, Graz), Bea Conti and Carla") == [
        ("Aldo Neri", "Caritas, Graz"), ("Bea Conti", ""), ("Carla", ""),
    ]  # fmt: skip
    assert people_listed("Aldo Neri, City of Graz, Integration; Bea Conti – Arci;") == [
        ("Aldo Neri", "City of Graz, Integration"), ("Bea Conti", "Arci"),
    ]  # fmt: skip
    assert people_listed("Aldo Neri") == []
    assert people_listed("bread, milk and cheese") == []
    assert people_listed("we read the minutes, Aldo Neri agreed, Bea Conti as well") == []


def test_a_name_goes_on_in_the_next_line() -> None:
    assert mend_broken_names([["Aldo Neri, Bea"], ["Conti, Carla Riva"], []]) == [
        ["Aldo Neri, Bea Conti"], ["Carla Riva"], [],
    ]  # fmt: skip
    kept = [["Aldo Neri, Bea Conti,"], ["Carla Riva, Dino Gatti"], ["Thanks, all"]]
    assert mend_broken_names(kept) == kept


def test_lines_that_close_a_letter() -> None:
    assert all(map(closes_letter, ("Mvh. Asger", "Gruß", "Un saluto", "Best regards,", "Φιλικά")))
    assert not any(map(closes_letter, ("Maria Best", "- Grazia Neri", "Regina Gruß", "")))
