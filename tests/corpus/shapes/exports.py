"""Exports of tickets and of field surveys."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from tests.corpus import words
from tests.corpus.files import Cell, Rows, Sheet, text_file
from tests.corpus.made import Made, book, shape
from tests.corpus.shapes.forms import filled_in, told
from tests.corpus.truth import Truth
from tests.corpus.world import Event, Person, World


@shape
def eventbrite(w: World) -> Made:
    """Tickets: who checked in came."""
    event, truth = w.event(), Truth()
    rows: Rows = [
        [
            "Order #",
            "Order Date",
            "First Name",
            "Surname",
            "Email",
            "Quantity",
            "Ticket Type",
            "Attendee #",
            "Group",
            "Order Type",
            "Currency",
            "Total Paid",
            "Fees Paid",
            "Attendee Status",
        ]
    ]
    for number, p in enumerate(w.people(13, event.city)):
        status = "Not Attending" if number % 5 == 3 else "Checked In"
        rows.append(
            [
                2100000 + number * 37,
                f"{filled_in(w, event):%Y-%m-%d %H:%M:%S}",
                p.given,
                p.family,
                p.email,
                1,
                "General admission",
                3300000 + number * 11,
                "",
                "Free Order",
                "EUR",
                "0.00",
                "0.00",
                status,
            ]
        )
        if status == "Checked In":
            truth.saw(p, event, {"given", "family", "email"})
        else:
            truth.absent()
    return Made("report-2021-attendees.csv", text_file(rows, "utf-8"), truth, told(event))


@shape
def eventbrite_registered(w: World) -> Made:
    """ "Attending" has a ticket and was not seen at the door, where others are "Checked In"."""
    event, truth = w.event(), Truth()
    rows: Rows = [
        [
            "Event Name",
            "Event ID",
            "Order #",
            "Order Date",
            "First Name",
            "Last Name",
            "Email",
            "Ticket Type",
            "Attendee Status",
            "Gender",
            "Which community are you part of?",
        ]
    ]
    for number, p in enumerate(w.people(13, event.city)):
        status = ("Checked In", "Attending", "Checked In", "Checked In")[number % 4]
        rows.append(
            [
                event.title,
                1900000,
                2100000 + number,
                f"{filled_in(w, event):%b %d, %Y}",
                p.given,
                p.family,
                p.email,
                "Free ticket",
                status,
                words.GENDERS[p.gender]["en"][0],
                words.COMMUNITIES[p.community]["en"][0],
            ]
        )
        if status == "Checked In":
            truth.saw(p, event, {"given", "family", "email", "gender", "community"})
        else:
            truth.absent()
    return Made("report-2021-custom.csv", text_file(rows, "utf-8-sig"), truth, told(event))


_KOBO = [
    "start",
    "end",
    "event/date",
    "event/city",
    "event/activity",
    "person/full_name",
    "person/phone",
    "person/birth_year",
    "person/gender",
    "person/community",
    "person/group",
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "_tags",
    "_index",
]


def _kobo(w: World, labels: bool) -> tuple[Rows, Truth]:
    truth, number = Truth(), 0
    rows: Rows = [
        [one.split("/")[-1].replace("_", " ").capitalize() if labels and "/" in one else one for one in _KOBO]
    ]
    for event in (w.event(), w.event()):
        for p in w.people(6, event.city):
            number += 1
            sent = datetime(event.day.year, event.day.month, event.day.day, 19, number) + timedelta(days=2)
            rows.append(
                [
                    *_stamps(sent),
                    *_answers(p, event, labels),
                    1000 + number,
                    str(UUID(int=w.rng.getrandbits(128))),
                    f"{sent:%Y-%m-%dT%H:%M:%S}",
                    "",
                    "",
                    "submitted_via_web",
                    "",
                    "",
                    number,
                ]
            )
            truth.saw(p, event, {"name", "phone", "birth_year", "gender", "community", "group"})
    return rows, truth


def _stamps(sent: datetime) -> list[Cell]:
    return [f"{sent:%Y-%m-%dT%H:%M:%S}.512+02:00", f"{sent + timedelta(minutes=4):%Y-%m-%dT%H:%M:%S}.031+02:00"]


def _answers(p: Person, event: Event, labels: bool) -> list[Cell]:
    coded: list[Cell] = [event.city, event.activity, p.name, p.phone, p.birth.year, p.gender, p.community, p.group]
    if labels:
        coded = [
            words.CITIES[event.city]["en"][0],
            words.ACTIVITIES[event.activity]["en"][0],
            p.name,
            p.phone,
            p.birth.year,
        ]
        coded += [
            words.GENDERS[p.gender]["en"][0],
            words.COMMUNITIES[p.community]["en"][0],
            words.GROUPS[p.group]["en"][0],
        ]
    return [event.day.isoformat(), *coded]


@shape
def kobo_codes(w: World) -> Made:
    """Group names before the fields' names, codes as answers, semicolons."""
    rows, truth = _kobo(w, labels=False)
    return Made("attendance_-_all_versions_-_False.csv", text_file(rows, "utf-8-sig", ";"), truth)


@shape
def kobo_labels(w: World) -> Made:
    rows, truth = _kobo(w, labels=True)
    return book(w, "attendance_-_latest_version_-_labels", [Sheet("attendance", rows)], truth, "xlsx")
