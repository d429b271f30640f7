"""Rows: who counts, what is no person, several tables, the reports of tools."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from tests.unit.sheets.cases import TITLE, WORKSHOP, Case, check, sheet

CASES = [
    Case(
        "event columns filled once",
        "att4",
        sheet(
            [
                ["Date", "City", "Activity", "Full name"],
                [date(2021, 3, 3), "Palermo", WORKSHOP, "Aldo Neri"],
                ["", "", "", "Bea Conti"],
                [date(2021, 3, 4), "Graz", WORKSHOP, "Carla Riva"],
                ["", "", "", "Dino Serra"],
            ]
        ),
    ),
    Case(
        "prenumbered empty rows",
        "att2 rej0",
        sheet(
            [
                *TITLE,
                ["No.", "Full name", "Email"],
                [1, "Aldo Neri", "a@x.it"],
                [2, "Bea Conti", "b@x.it"],
                [3, "", ""],
                [4, "", ""],
            ]
        ),
    ),
    Case(
        "name of the trainer below is not a participant",
        "att2",
        sheet(
            [
                *TITLE,
                ["Full name", "Email"],
                ["Aldo Neri", "a@x.it"],
                ["Bea Conti", "b@x.it"],
                [],
                ["The trainer"],
                ["Gina Verdi"],
            ]
        ),
    ),
    Case(
        "placeholders are unidentified",
        "att4 named1",
        sheet(
            [
                *TITLE,
                ["Full name", "Community"],
                ["Aldo Neri", "Local"],
                ["Guest 1", "Local"],
                ["iPhone", "Local"],
                ["N.N.", "Local"],
            ]
        ),
    ),
    Case(
        "presence x/blank",
        "att2 nc1",
        sheet([*TITLE, ["Full name", "Present"], ["Aldo Neri", "x"], ["Bea Conti", ""], ["Carla Riva", "x"]]),
    ),
    Case(
        "presence all empty says nothing",
        "att2 nc0",
        sheet([*TITLE, ["Full name", "Present"], ["Aldo Neri", ""], ["Bea Conti", ""]]),
    ),
    Case(
        "Speaker is not surely staff; host is",
        "att2 nc1",
        sheet(
            [
                *TITLE,
                ["Full name", "Role"],
                ["Aldo Neri", "Participant"],
                ["Bea Conti", "Participant"],
                ["Carla Riva", "Host"],
            ]
        ),
    ),
    Case(
        "two tables side by side",
        "att4 ev2",
        sheet(
            [
                ["Activity", WORKSHOP, "", "", "Activity", WORKSHOP],
                ["City", "Palermo", "", "", "City", "Graz"],
                ["Date", date(2021, 3, 3), "", "", "Date", date(2021, 3, 4)],
                [],
                ["Full name", "Email", "", "", "Full name", "Email"],
                ["Aldo Neri", "a@x.it", "", "", "Bea Conti", "b@x.it"],
                ["Carla Riva", "c@x.it", "", "", "Dino Serra", "d@x.it"],
            ]
        ),
    ),
    Case(
        "prose only",
        "refused",
        sheet([["Dear all,"], ["please find the report."]]),
    ),
    Case(
        "kobo",
        "att2 com:tunisian=1",
        sheet(
            [
                [
                    "start",
                    "end",
                    "event_info/activity",
                    "event_info/city",
                    "event_info/event_date",
                    "participant/full_name",
                    "participant/community",
                    "participant/gender",
                    "_id",
                    "_uuid",
                    "_submission_time",
                ],
                [
                    "2021-03-03T10:00:00",
                    "2021-03-03T10:05:00",
                    "skill_transfer_workshop",
                    "palermo",
                    "2021-03-03",
                    "Aldo Neri",
                    "tunisian",
                    "male",
                    1,
                    "u",
                    "2021-03-05T10:00:00",
                ],
                [
                    "2021-03-03T10:00:00",
                    "2021-03-03T10:05:00",
                    "skill_transfer_workshop",
                    "palermo",
                    "2021-03-03",
                    "Bea Conti",
                    "local",
                    "female",
                    2,
                    "v",
                    "2021-03-05T10:00:00",
                ],
            ]
        ),
    ),
    Case(
        "teams new sections",
        "att2 date:2021-11-17",
        sheet(
            [
                ["1. Summary"],
                ["Meeting title", "Info-session Graz"],
                ["Attended participants", "2"],
                ["Start time", "11/17/21, 4:57:12 PM"],
                ["End time", "11/17/21, 6:00:00 PM"],
                [],
                ["2. Participants"],
                ["Name", "First join", "Last leave", "In-meeting duration", "Email", "Participant ID (UPN)", "Role"],
                ["Aldo Neri", "11/17/21, 4:57:12 PM", "11/17/21, 6:00:00 PM", "1h", "a@x.it", "a@x.it", "Attendee"],
                ["Bea Conti", "11/17/21, 4:57:12 PM", "11/17/21, 6:00:00 PM", "1h", "b@x.it", "b@x.it", "Presenter"],
                ["Gina Verdi", "11/17/21, 4:57:12 PM", "11/17/21, 6:00:00 PM", "1h", "g@x.it", "g@x.it", "Organizer"],
                [],
                ["3. In-Meeting activities"],
                ["Name", "Join time", "Leave time", "Duration", "Email", "Role"],
                ["Aldo Neri", "11/17/21, 4:57:12 PM", "11/17/21, 6:00:00 PM", "1h", "a@x.it", "Attendee"],
            ]
        ),
    ),
    Case(
        "two sheets, cover sheet says the event",
        "att1 city:graz",
        sheet(
            [["Project", "LIAISON"], ["Activity", "Focus group"], ["City", "Graz"], ["Date", date(2021, 3, 3)]], "Cover"
        ),
        sheet([["Full name", "Email"], ["Aldo Neri", "a@x.it"]], "Participants"),
    ),
    Case(
        "labels side by side above a list are no table of their own",
        "att2 date:2021-06-15",
        sheet(
            [
                ["Interkulturelles Stadtkomitee, Kassel"],
                ["Sitzungsdatum:", "15.06.2021", "Beginn:", "17:00 Uhr"],
                [],
                ["Full name", "Community"],
                ["Aldo Neri", "Syrian"],
                ["Bea Conti", "Local"],
                [],
                ["Kassel, den 16.06.2021", "", "gez. Lehmann"],
            ]
        ),
    ),
    Case(
        "the foot of a page is no person",
        "att2 rej0",
        sheet(
            [
                *TITLE,
                ["No.", "Full name", "Community"],
                [1, "Aldo Neri", "Local"],
                [2, "Bea Conti", "Syrian"],
                [],
                ["Stand: 16.03.2021", "", "Seite 1 von 1"],
            ]
        ),
    ),
    Case(
        "badges that nobody collected",
        "att2 nc2",
        sheet(
            [
                *TITLE,
                ["Badge no.", "Name on badge", "Badge type", "Badge collected"],
                [101, "Aldo Neri", "VIP", "08:39"],
                [102, "Bea Conti", "Press", "08:42"],
                [103, "Carla Riva", "Participant", ""],
                [104, "Dino Serra", "Staff", "08:15"],
            ]
        ),
    ),
    Case(
        "countries under where people are from",
        "att3 com:somali=1 com:syrian=1 city:vejle",
        sheet(
            [
                ["dato", "hvad", "by", "navn", "hvor fra"],
                ["7/5 2021", "Informationsmøde", "Vejle", "Aldo Neri", "Somalia"],
                ["7/5 2021", "Informationsmøde", "Vejle", "Bea Conti", "Syrien"],
                ["7/5 2021", "Informationsmøde", "Vejle", "Carla Riva", "Bosnien"],
            ]
        ),
    ),
    Case(
        "a summary of a list on another sheet",
        "att3 head0",
        sheet(
            [*TITLE, ["Full name", "E-mail"], *([n, f"{n[0]}@x.it"] for n in ("Aldo Neri", "Bea Conti", "Carla Riva"))]
        ),
        sheet([["Stato", "Numero"], ["Presente", 3], ["Assente", 2], ["Totale", 5]], "Riepilogo"),
    ),
    Case(
        "rejected name value hidden",
        "att1 rej1",
        sheet(
            [
                ["Date", "City", "Activity", "Full name"],
                ["2021-03-03", "Palermo", WORKSHOP, "Aldo Neri"],
                ["2021-02-30", "Palermo", WORKSHOP, "Bea Conti"],
            ]
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reading(case: Case, project: Project) -> None:
    check(case, project)
