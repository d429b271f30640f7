"""Made-up sheets and facts: nobody in them exists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liaison_metrics.domain.facts import AttendanceColumns, EventMention, HeadcountFact

HEADER = "Date;City;Activity;Event;Name;E-mail;Year of birth;Gender;Community"

FIRST = ("Alva", "Bruno", "Chiara", "Dario", "Edda", "Fiona", "Goran", "Hanna", "Ivo", "Jara", "Kaya", "Luan")
LAST = ("Abend", "Berg", "Conti", "Dahl", "Elis", "Fabbri", "Greco", "Holm", "Irmer", "Jensen", "Kranz", "Lund")


def person(number: int) -> str:
    """Returns the name of the made-up person with that number; the first 144 have names of their own."""
    return f"{FIRST[number % 12]} {LAST[number // 12 % 12]}"


def sheet(
    day: str,
    city: str,
    people: Sequence[int],
    *,
    activity: str = "Skill-transfer workshop",
    title: str = "Sewing together",
    community: str = "Local",
) -> bytes:
    """Returns a CSV register of one event: a line for each person."""
    lines = [HEADER]
    for number in people:
        name = person(number)
        mail = f"{name.lower().replace(' ', '.')}{number}@example.org"
        year = 1960 + number % 40
        gender = "female" if number % 2 else "male"
        lines.append(f"{day};{city};{activity};{title};{name};{mail};{year};{gender};{community}")
    return ("\n".join(lines) + "\n").encode()


WORLD: dict[str, bytes] = {
    "graz_sewing.csv": sheet("2021-03-04", "Graz", range(0, 20), community="Bosnian"),
    "vejle_cooking.csv": sheet("2021-05-11", "Vejle", range(20, 32), title="Cooking <b>together</b>"),
    "palermo_fair.csv": sheet(
        "2021-09-18", "Palermo", range(10, 40), activity="LIAISON fair", title="Autumn fair", community="Senegalese"
    ),
    "conference.csv": sheet(
        "2022-02-14", "Palermo", range(40, 65), activity="Final conference", title="Closing day", community="Tunisian"
    ),
}
"""Four sheets: 40 people in IND1 (20 in Graz, 12 in Vejle, 30 in Palermo: 22 of them seen twice), 25 in IND2, and all
65 in IND3. As of the latest event with a statement, 10 are Bosnian, 30 Senegalese, 25 Tunisian."""


def log(city: str, *events: tuple[str, str, int], activity: str = "Skill-transfer workshop") -> bytes:
    """Returns a CSV log of events: day, title and number of participants of each, and nobody by name."""
    lines = [f"{day};{city};{activity};{title};{people}" for day, title, people in events]
    return ("\n".join(["Date;City;Activity;Event;Participants", *lines]) + "\n").encode()


TWICE_TOLD: dict[str, bytes] = {
    "cooking_list.csv": sheet("2021-05-04", "Graz", range(100, 102), title="Cooking together"),
    "graz_log.csv": log("Graz", ("2021-05-04", "Cooking Together (1)", 5), ("2021-06-01", "Summer workshop", 5)),
    "sewing_list.csv": sheet("2021-06-01", "Graz", range(102, 105), title="Sewing circle"),
    "sessions.csv": log("Palermo", *((f"2021-0{month}-11", f"Session {month}", 10 + month) for month in range(1, 7))),
}
"""Events of which two sheets tell: "Cooking together" with 2 people on the list and 5 in the log, under a near title;
"Sewing circle" with 3 on the list and "Summer workshop" with 5 in the log on the same day, to be checked. And six
sessions of 11 to 16 people whom nobody listed. IND1 counts 5 + 5 + 81 people."""


def mentions_of(attendances: AttendanceColumns, headcounts: Iterable[HeadcountFact]) -> list[EventMention]:
    """Returns which sheets state which events, where each file has one sheet."""
    listed = {*zip(attendances.event.tolist(), attendances.upload.tolist(), strict=True)}
    found = [EventMention(event, upload, "", True) for event, upload in sorted(listed)]
    return found + [EventMention(fact.event, fact.upload, fact.sheet, False) for fact in headcounts]
