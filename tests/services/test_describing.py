"""What EU programmes ask for of an event: as sheets state it, as people say it, in the papers for the funder."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from liaison_metrics import format as fmt
from liaison_metrics.domain.events.data import EventData
from liaison_metrics.errors import NotAllowed, WrongEntry
from liaison_metrics.exports import frames
from liaison_metrics.reports.disclosure_control.event_data import publishable
from liaison_metrics.reports.forms.event_sheets import event_sheets
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Event, Figures, Labelled
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events.describing import countries_in, describe, described
from liaison_metrics.services.events.listing import all_events
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.records.events.event_data import EDIT
from liaison_metrics.store.uploads import MENTION
from liaison_metrics.texts import LANGUAGES, speaking
from tests.actors import partner
from tests.services.conftest import Fresh

SHEET = (
    "Venue: Red House\nOrganisers: Alva Berg\nDate: 2021-05-04\nCity: Graz\nActivity: Info session\n"
    "Name,E-mail,Country\n"
    + "".join(f"Person {n},p{n}@example.org,{'Italy' if n < 2 else 'Austria'}\n" for n in range(8))
)
STATED = EventData(venue="Red House", organisers="Alva Berg", countries=(("AT", 6), ("IT", 2)))


def bring(workspace: Workspace) -> int:
    """Imports the sheet; returns the number of its upload."""
    upload = import_file(workspace, "tea.csv", SHEET.encode(), actor=COORDINATOR).upload
    assert upload is not None
    return upload


def the_event(workspace: Workspace) -> int:
    """The number of the only event."""
    [event] = all_events(workspace, COORDINATOR)
    return event.number


def test_what_is_said_stays_when_the_sheet_is_undone_and_comes_again(fresh: Fresh) -> None:
    workspace = fresh()
    upload = bring(workspace)
    found = described(workspace, the_event(workspace), COORDINATOR)
    assert (found.data, found.stated, found.made_by) == (STATED, STATED, "")
    told = replace(STATED, format="in_person", organisers="", survey_answers=6, survey_good=5)
    assert describe(workspace, the_event(workspace), told, partner("compass")) == STATED
    for restored in (True, False):
        uploads.undo(workspace, upload, actor=COORDINATOR)
        if restored:
            uploads.redo(workspace, upload, actor=COORDINATOR)
        else:
            upload = bring(workspace)
        found = described(workspace, the_event(workspace), COORDINATOR)
        assert (found.data, found.stated, found.made_by) == (told, STATED, "compass")
    _total, lines = entries(workspace, COORDINATOR)
    said = next(one for one in lines if one.action == "event.describe")
    assert "survey_good" in said.after and "Red House" not in said.after
    describe(workspace, the_event(workspace), STATED, COORDINATOR)  # undone
    assert described(workspace, the_event(workspace), COORDINATOR).data == STATED


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"survey_answers": 9, "survey_good": 5}, "9 answers are more than the 8"),
        ({"survey_answers": 4, "survey_good": 5}, "5 of 4 answers"),
        ({"survey_answers": 4}, "numbers of the survey is missing"),
        ({"countries": (("AT", 9),)}, "9 people by country"),
        ({"link": "javascript:alert(1)"}, "no web address"),
        ({"format": "by post"}, "in person, online or hybrid"),
        ({"venue": "x" * 2001}, "too long"),
        ({}, "No change"),
    ],
)
def test_what_no_event_can_have_is_refused(fresh: Fresh, wrong: dict[str, object], words: str) -> None:
    workspace = fresh()
    bring(workspace)
    with pytest.raises(WrongEntry, match=words):
        describe(workspace, the_event(workspace), STATED.with_changes(wrong), COORDINATOR)


@pytest.mark.parametrize("spoken", list(LANGUAGES))
def test_countries_are_read_by_their_names_in_every_language(spoken: str) -> None:
    with speaking(spoken):
        text = ", ".join(f"{fmt.country(code)} {n}" for n, code in enumerate(("SH", "BO", "GR", "AX"), 1))
    assert countries_in(text) == (("AX", 4), ("GR", 3), ("BO", 2), ("SH", 1))


def test_countries_are_read_as_people_write_them() -> None:
    assert countries_in("AT 12, Italy: 3\nit=1;") == (("AT", 12), ("IT", 4)) and countries_in(" ") == ()
    with pytest.raises(WrongEntry, match="Graz"):
        countries_in("Graz 12")


def test_only_the_city_s_partner_and_the_coordinator_change_it(fresh: Fresh) -> None:
    workspace = fresh()
    bring(workspace)
    for change in (lambda actor: described(workspace, the_event(workspace), actor),
                   lambda actor: describe(workspace, the_event(workspace), EventData(), actor)):  # fmt: skip
        with pytest.raises(NotAllowed):
            change(partner("vifin"))
    seen = frames.events(workspace, actor=partner("vifin"))
    assert list(seen["venue"]) == [""] and list(seen["listed"]) == [8]


def test_free_text_is_encrypted_and_exported_to_who_may_see_it(fresh: Fresh) -> None:
    workspace = fresh()
    bring(workspace)
    describe(workspace, the_event(workspace), replace(STATED, description="Tea with Alva"), COORDINATOR)
    with workspace.store.reading() as connection:
        kept = [*connection.scalars(select(MENTION.c.data)), *connection.scalars(select(EDIT.c.data))]
    assert len(kept) == 2 and all(kept) and not any("Alva" in one or "Red" in one for one in kept)
    [row] = frames.events(workspace, actor=COORDINATOR).to_dict("records")
    assert (row["venue"], row["countries"], row["description"]) == ("Red House", "AT 6, IT 2", "Tea with Alva")


def test_event_sheets_say_it_and_published_ones_hide_small_numbers_and_names(fresh: Fresh) -> None:
    workspace = fresh()
    bring(workspace)
    describe(workspace, the_event(workspace), replace(STATED, survey_answers=7, survey_good=7), COORDINATOR)
    exact, published = make(workspace, actor=COORDINATOR), make(workspace, threshold=5, actor=COORDINATOR)
    text = " ".join(PdfReader(io.BytesIO(event_sheets(exact))).pages[1].extract_text().split())
    for words in ("Venue Red House", "Organisers Alva Berg", "7 answers, 100 % good", "Austria 6 Italy 2"):
        assert words in text.replace("100%", "100 %"), words
    [event] = published.events
    assert event.data.venue == "Red House" and event.data.survey_good == 7
    assert event.left_out == {"organisers", "countries"} and "Alva" not in repr(event)


@pytest.mark.parametrize(
    ("people", "countries", "shown"),
    [
        (10, (("AT", 10),), (("AT", 10),)),
        (20, (("AT", 12), ("IT", 4), ("DE", 4)), (("AT", 12), ("others", 8))),
        (16, (("AT", 12), ("IT", 4)), ()),
        (30, (("AT", 12), ("IT", 9), ("DE", 9)), (("AT", 12), ("IT", 9), ("DE", 9))),
        (24, (("AT", 12), ("IT", 9), ("DE", 3)), (("AT", 12), ("others", 12))),
        (24, (("AT", 12), ("IT", 9)), (("AT", 12), ("others", 12))),
    ],
)
def test_the_others_are_never_few_nor_one_country(
    event: Event, people: int, countries: tuple[tuple[str, int], ...], shown: tuple[tuple[str, int], ...]
) -> None:
    one = replace(event, data=EventData(countries=countries), people=Figures(people, people, 0))
    found = publishable(one, 5)
    assert (found.data.countries, "countries" in found.left_out) == (shown, not shown)


@pytest.fixture(scope="module")
def event() -> Event:
    """An event of a report."""
    code = Labelled("a", "A")
    return Event(1, code, code, "Tea", date(2021, 5, 4), code, "AT", "Compass", EventData(), Figures(0, 0, 0), ())
