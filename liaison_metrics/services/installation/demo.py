"""Demonstration data: made-up sheets, to look at the program before there are real ones.

No real people are in them. They are imported like a partner's files: read, encoded and stored.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import StoreError
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.installation.demo_work_plan import add_made_up_work_plan
from liaison_metrics.services.intake import ImportRun, UploadedFile, run_import
from liaison_metrics.services.workspace.audit.recording import AuditAction, AuditEntry, AuditKind, record
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.uploads import mark_demonstration
from liaison_metrics.texts import _

FIRST_NAMES = {
    "local": ("Lucia", "Pietro", "Anna", "Jonas", "Eleni", "Karl", "Ida", "Nikos", "Greta", "Matteo", "Freja"),
    "other": ("Amina", "Yusuf", "Leyla", "Omar", "Fatou", "Ibrahim", "Samira", "Emir", "Zahra", "Malik", "Bilal"),
}  # fmt: skip
FAMILY_SYLLABLES = ("ba", "den", "kor", "lim", "mar", "nou", "ral", "sel", "tar", "vin", "zor", "hal")
COMMUNITIES_BY_CITY = {
    "palermo": ("local", "bangladeshi", "senegalese", "tunisian", "nigerian", "muslim"),
    "graz": ("local", "bosnian", "turkish", "nigerian", "muslim"),
    "vejle": ("local", "somali", "syrian", "bosnian", "muslim"),
    "athens": ("local", "afghan", "albanian", "pakistani", "syrian"),
    "kassel": ("local", "turkish", "syrian", "ukrainian", "muslim"),
}
LANGUAGE_BY_CITY = {"palermo": "it", "graz": "de", "vejle": "da", "athens": "el", "kassel": "de"}
HEADERS = {
    "it": (
        "Data", "Città", "Attività", "Evento", "Nome e cognome",
        "E-mail", "Anno di nascita", "Genere", "Comunità", "Tipo di organizzazione",
    ),
    "de": (
        "Datum", "Stadt", "Aktivität", "Veranstaltung", "Name",
        "E-Mail", "Geburtsjahr", "Geschlecht", "Gemeinschaft", "Art der Organisation",
    ),
    "da": (
        "Dato", "By", "Aktivitet", "Arrangement", "Navn",
        "E-mail", "Fødselsår", "Køn", "Fællesskab", "Organisationstype",
    ),
    "el": (
        "Ημερομηνία", "Πόλη", "Δραστηριότητα", "Εκδήλωση", "Ονοματεπώνυμο",
        "E-mail", "Έτος γέννησης", "Φύλο", "Κοινότητα", "Τύπος οργανισμού",
    ),
    "en": (
        "Date", "City", "Activity", "Event", "Full name",
        "Email", "Year of birth", "Gender", "Community", "Organisation type",
    ),
}  # fmt: skip
SEED = 20200203


@dataclass(frozen=True, slots=True)
class _Event:
    date: date
    city: str
    activity: str
    title: str


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    email: str
    birth_year: int
    gender: str
    community: str
    group: str


@requires(Action.DEMONSTRATION_ADD)
def fill_with_demonstration(
    workspace: Workspace, actor: Actor, progress: Callable[[float, str], None] | None = None
) -> int:
    """Fills an empty store with made-up sheets and a made-up work plan, and marks it as demonstration. Returns the
    number of sheets.

    Raises NotAllowed, and StoreError where the store has uploads: made-up and real data never share a store.
    """
    check(actor, Action.DEMONSTRATION_ADD)
    if not workspace.is_empty():
        raise StoreError(
            _("This store has uploads already, so no demonstration data was added."),
            hint=_("Demonstration data needs an empty store: set LIAISON_DATABASE_URL to a new one."),
        )
    with workspace.store.writing() as connection:
        mark_demonstration(connection, True)
        record(connection, workspace, actor, AuditEntry(AuditAction.DEMONSTRATION_ADD, AuditKind.PROJECT))
    sheets = list(_sheets(workspace.project))
    for number, (name, text) in enumerate(sheets, start=1):
        file = UploadedFile(name, text.encode("utf-8"))
        run_import(workspace, file, actor=actor, run=ImportRun(demonstration=True))
        if progress:
            progress(number / len(sheets), name)
    add_made_up_work_plan(workspace, COMMUNITIES_BY_CITY, actor)
    return len(sheets)


def _sheets(project: Project) -> Iterator[tuple[str, str]]:
    chance = random.Random(SEED)
    for city in project.codes(VocabularyKind.CITY):
        yield from _city_sheets(project, city, chance)
    yield _conference(project, chance)


def _city_sheets(project: Project, city: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    people = [_person(project, city, number, chance) for number in range(chance.randint(70, 110))]
    language = LANGUAGE_BY_CITY.get(city, "en")
    registers = {
        "study": ("focus_group", "interview", "oep_training"),
        "workshops": ("skill_transfer_workshop",) * 5,
        "committee": ("committee_meeting", "info_session", "stakeholder_forum"),
    }
    for title, activities in registers.items():
        rows: list[list[str]] = []
        for number, activity in enumerate(activities, start=1):
            event = _Event(_random_day(project, chance), city, activity, f"{city.title()} {number}")
            for person in chance.sample(people, chance.randint(8, 20)):
                rows.append(_row(project, language, event, person))
        yield f"{city}_{title}.csv", _table(HEADERS[language], rows)
    yield f"{city}_headcounts.csv", _headcounts(project, city, chance)


def _headcounts(project: Project, city: str, chance: random.Random) -> str:
    rows = []
    for activity, most in (("project_fair", 9), ("school_lab", 14), ("awareness_campaign", 26)):
        day = _random_day(project, chance)
        for community in COMMUNITIES_BY_CITY.get(city, ("local",)):
            words = (project.label(VocabularyKind.CITY, city), project.label(VocabularyKind.ACTIVITY, activity))
            people = chance.randint(most // 3, most)
            rows.append([day.isoformat(), *words, project.label(VocabularyKind.COMMUNITY, community), str(people)])
    return _table(("Date", "City", "Activity", "Community", "Participants"), rows)


def _conference(project: Project, chance: random.Random) -> tuple[str, str]:
    city = project.codes(VocabularyKind.CITY)[0]
    event = _Event(project.end - timedelta(days=9), city, "final_conference", "Final conference")
    people = [
        _person(project, chance.choice(project.codes(VocabularyKind.CITY)), 500 + number, chance)
        for number in range(118)
    ]
    rows = [_row(project, "en", event, person) for person in people]
    return "final_conference.csv", _table(HEADERS["en"], rows)


def _person(project: Project, city: str, number: int, chance: random.Random) -> _Person:
    community = chance.choice(COMMUNITIES_BY_CITY.get(city, ("local",)))
    first = chance.choice(FIRST_NAMES["local" if community == "local" else "other"])
    family = "".join(chance.sample(FAMILY_SYLLABLES, 2)).title()
    groups = project.codes(VocabularyKind.GROUP)
    return _Person(
        name=f"{first} {family}",
        email=f"made.up.{city}.{number}@example.org",
        birth_year=chance.randint(1950, 2006),
        gender=chance.choices(("female", "male", "non_binary"), (11, 9, 1))[0],
        community=community,
        group=chance.choices(groups, [8] + [1] * (len(groups) - 1))[0],
    )


def _random_day(project: Project, chance: random.Random) -> date:
    span = (project.end - project.start).days
    return project.start + timedelta(days=chance.randint(span // 4, span - 20))


def _row(project: Project, language: str, event: _Event, person: _Person) -> list[str]:
    def word(kind: VocabularyKind, code: str) -> str:
        return project.label(kind, code, language)

    return [
        event.date.isoformat(), word(VocabularyKind.CITY, event.city),
        word(VocabularyKind.ACTIVITY, event.activity), event.title,
        person.name, person.email, str(person.birth_year), word(VocabularyKind.GENDER, person.gender),
        word(VocabularyKind.COMMUNITY, person.community), word(VocabularyKind.GROUP, person.group),
    ]  # fmt: skip


def _table(header: tuple[str, ...], rows: list[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([header, *sorted(rows, key=lambda row: row[0])])
    return text.getvalue()
