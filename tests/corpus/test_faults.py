"""Sheets that the reader once got wrong and now gets right: by their kind, one file for each."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from tests.corpus.faults import Fault, Outcome, all_faults, outcome_of

RIGHT = (
    "real/01-form-how-heard.csv",
    "real/03-title-mr-ms.csv",
    "real/05-moodle-participants.csv",
    "real/07-crm-job-title.csv",
    "real/09-workshop-before.csv",
    "real/10-teams-names-with-digits.csv",
    "real/11-zoom-dial-in.csv",
    "real/14-name-veroeffentlichen.csv",
    "real/16-show-on-participant-list.csv",
    "real/18-checked-in-at.csv",
    "real/19-rsvp.csv",
    "real/20-registration-status.csv",
    "real/22-ordrestatus.csv",
    "real/23-cancelled.csv",
    "real/25-will-you-attend.csv",
    "real/28-attestato-si-no.csv",
    "real/29-section-staff.csv",
    "real/30-sezione-staff.csv",
    "real/32-tab-absent.xlsx",
    "real/34-tab-staff.xlsx",
    "real/36-hidden-tab.xlsx",
    "real/37-plz-ort.csv",
    "real/38-street-city.csv",
    "real/40-adresse-by.csv",
    "real/42-costs-tab.xlsx",
    "real/43-expenses.csv",
    "real/45-timesheet.csv",
    "real/47-price-list.csv",
    "real/48-day-and-month-alone.csv",
    "real/49-eintrittsdatum.csv",
    "real/50-koebstidspunkt.csv",
    "real/52-list-as-of.csv",
    "real/54-next-meeting.csv",
    "real/60-zoom-webinar-panelist.csv",
    "real/68-meeting-room.csv",
    "real/70-sessions-in-words.csv",
    "real/71-hours-0,00.csv",
    "real/73-minutes-0.0.csv",
    "real/74-type.csv",
    "real/76-buyer-and-holder.csv",
    "real/77-zeros-of-a-template.xlsx",
    "real/78-birthday-without-year.csv",
    "real/81-teams-de-referent.csv",
    "blind/activity_colon_topic.xlsx",
    "blind/activity_colon_de.csv",
    "blind/names_that_vanish.csv",
    "blind/names_that_vanish_2.csv",
    "blind/half_days_two_row_header.xlsx",
    "blind/half_days_four_signatures.xlsx",
    "blind/staff_heading_below.xlsx",
    "blind/staff_heading_team.xlsx",
    "blind/cancelled_in_a_sentence.xlsx",
    "blind/cancelled_de.xlsx",
    "blind/venue_column.xlsx",
    "blind/office_in_own_organisation.xlsx",
    "blind/city_by_partner.xlsx",
    "blind/day_in_sheet_name.xlsx",
    "blind/booking_date.xlsx",
    "blind/ticket_status.xlsx",
    "attack/4_headcount_of_a_date.csv",
    "attack/5_errors_as_names.csv",
    "attack/6_formulas_without_values.xlsx",
)


@pytest.mark.parametrize("fault", [f for f in all_faults() if f.name in RIGHT], ids=lambda f: f.name)
def test_the_reader_is_right(fault: Fault, project: Project) -> None:
    outcome, said = outcome_of(fault, project)
    assert outcome is Outcome.RIGHT, said


def test_every_listed_file_exists() -> None:
    assert set(RIGHT) <= {fault.name for fault in all_faults()}
