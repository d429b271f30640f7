"""What sheets state of their event beside people: by labels in five languages, and a column of countries."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.events.data import NOTHING_STATED, EventData
from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.events.stated.event_data import country_of, format_of
from liaison_metrics.sheets.reading import read_sheet

EVENT = "Date: 2021-05-04\nCity: Graz\nActivity: Info session\n"
PEOPLE = "Name,E-mail,Country\nAlva Berg,a@example.org,Austria\nTarek Nur,t@example.org,AT\nMira Lund,,Italien\n"
SAID = {
    "en": ("Venue: Red House", "Organisers: Verein A", "Format: hybrid"),
    "de": ("Veranstaltungsort: Red House", "Veranstalter: Verein A", "Modus: hybrid"),
    "it": ("Sede: Red House", "Organizzatori: Verein A", "Modalità: ibrida"),
    "da": ("Mødested: Red House", "Arrangør: Verein A", "Afholdelsesform: hybrid"),
    "el": ("Χώρος: Red House", "Διοργανωτής: Verein A", "Μορφή: υβριδική"),
}


def data_of(project: Project, text: str) -> list[EventData]:
    """What a sheet states of its events."""
    return list(read_sheet("list.csv", text.encode(), project).event_data.values())


@pytest.mark.parametrize("language", SAID)
def test_labels_above_the_list_say_it(project: Project, language: str) -> None:
    countries = (("AT", 2), ("IT", 1))
    wanted = EventData(format="hybrid", venue="Red House", organisers="Verein A", countries=countries)
    assert data_of(project, "\n".join([*SAID[language], EVENT + PEOPLE])) == [wanted]


def test_a_label_and_its_value_may_stand_in_two_cells(project: Project) -> None:
    text = (
        "Programme link,https://example.org/tea\nDescription,Tea and talk\n" + EVENT + PEOPLE.replace("Country", "City")
    )
    [data] = data_of(project, text)
    assert (data.link, data.description, data.countries) == ("https://example.org/tea", "Tea and talk", ())


def test_labels_above_several_events_belong_to_none(project: Project) -> None:
    rows = "Date,City,Activity,Name\n2021-05-04,Graz,Info session,Alva Berg\n2021-05-05,Graz,Info session,Mira Lund\n"
    assert data_of(project, "Venue: Red House\n" + rows) == []
    assert data_of(project, EVENT + "Name,E-mail\nAlva Berg,a@example.org\n") == []


@pytest.mark.parametrize(
    ("text", "code"), [("Italy", "IT"), ("at", "AT"), ("Ελλάδα", "GR"), ("SYR", "SY"), ("Graz", "")]
)
def test_a_country_by_its_name_or_code(text: str, code: str) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Online (Zoom)", "online"), ("vor Ort", "in_person"), ("in presenza e online", "hybrid"), ("Chairs in rows", "")],
)  # fmt: skip
def test_how_an_event_was_held(text: str, code: str) -> None:
    assert format_of(text) == code


def test_data_survive_json_and_changes() -> None:
    data = EventData(venue="Red House", countries=(("AT", 2),), survey_answers=3, survey_good=2)
    assert NOTHING_STATED.with_changes(data.changes_from(NOTHING_STATED)) == data and not NOTHING_STATED
    assert data.good_share == pytest.approx(2 / 3) and NOTHING_STATED.as_json() == ""
