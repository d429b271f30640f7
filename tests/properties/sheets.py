"""Made-up lists of people as sheets. Operators change how a list looks; each keeps its figures or changes them in a
known way, so that any of them can be combined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.errors import RefusedFile
from liaison_metrics.sheets.model import Cell, Grid, Hints, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.properties.words import CITIES, LANGUAGES, month, word

_GIVEN = (
    "Amra Bilal Carmela Dino Elif Fatou Giulia Hodan Ilir Jasmina Kamal Lejla Mads Nasrin Olena Pape Qasim Rana Sabine "
    "Teuta Usman Vera Walid Xenia Yusuf Zahra Heinz Mette Nikos Rosa"
)
_FAMILY = (
    "Abdullahi Begić Conti Diop Eze Fischer Gharbi Hansen Islam Jovanović Kaya Leka Mirza Nguyen Osman Petrov Qureshi "
    "Rossi Sarr Traoré Ueland Vlachou Weber Xhaka Yılmaz Zani Haddad Lund Makris Noori"
)
_TOWNS = ("Monreale", "Leibnitz", "Baunatal", "Kolding", "Πειραιάς")
_COMMUNITIES = {
    "it": ("local", "bangladeshi", "tunisian"), "de": ("local", "bosnian", "turkish"),
    "da": ("local", "somali", "syrian"), "el": ("local", "albanian", "pakistani"), "en": ("local", "turkish", "syrian"),
}  # fmt: skip
Line = dict[str, Cell]
Rows = list[list[Cell]]
Figures = dict[tuple[str, str, str], int]


@dataclass
class Sheet:
    """A list that operators change. A line in ``lines`` is a person by column, or the cells of any other row."""

    project: Project
    language: str
    chance: Random
    activity: str
    city: str
    days: list[date]
    title: Rows
    columns: list[str]
    headers: dict[str, str]
    lines: list[Line | list[Cell]]
    foot: Rows = field(default_factory=list)
    figures: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)

    def label(self, kind: VocabularyKind, code: str) -> str:
        """Returns the project's word for a code, in the sheet's language."""
        return self.project.label(kind, code, self.language)

    def word(self, key: str) -> str:
        """Returns a word in the sheet's language."""
        return word(key, self.language)

    def person(self, **cells: Cell) -> Line:
        """Returns a further person's line; *cells* say what is not as with everybody."""
        name = self.names.pop()
        given, _space, family = name.partition(" ")
        line: Line = {
            "name": name, "given": given, "family": family, "email": f"{given}.{family}@example.org".lower(),
            "phone": f"+43 664 {self.chance.randint(1000000, 9999999)}", "year": self.chance.randint(1950, 2003),
            "gender": self.label(VocabularyKind.GENDER, self.chance.choice(("female", "male"))),
            "community": self.label(VocabularyKind.COMMUNITY, self.chance.choice(_COMMUNITIES[self.language])),
            "role": self.word("participant"), "present": "x", "arrived": "10:05", "number": "",
            "town": self.chance.choice(_TOWNS), "photo": self.word(self.chance.choice(("yes", "no"))), "notes": "",
            "sign": "",
        }  # fmt: skip
        return line | cells

    @property
    def people(self) -> list[Line]:
        """The lines of people."""
        return [line for line in self.lines if isinstance(line, dict) and "name" in line]

    def insert(self, line: Line | list[Cell]) -> None:
        """Inserts a line between the first and the last."""
        self.lines.insert(self.chance.randint(1, len(self.lines) - 1), line)

    def rows(self) -> Rows:
        """Returns the rows of the sheet, all as wide as the widest."""
        body: Rows = [
            [line.get(c, "") for c in self.columns] if isinstance(line, dict) else line for line in self.lines
        ]
        rows: Rows = [*self.title, [], [self.headers[column] for column in self.columns], *body, *self.foot]
        width = max(map(len, rows))
        return [[*row, *[""] * (width - len(row))] for row in rows]


def made(project: Project, language: str, chance: Random) -> Sheet:
    """Returns a plain list of people at one event."""
    day = date(2021, chance.randint(1, 12), chance.randint(13, 28))
    activity = chance.choice(("skill_transfer_workshop", "focus_group", "stakeholder_forum", "oep_training"))
    headers = {key: word(key, language) for key in _KEYS}
    sheet = Sheet(project, language, chance, activity, CITIES[language], [day], [], ["name", "community"], headers, [])
    given, family = _GIVEN.split(), _FAMILY.split()
    sheet.names = list(dict.fromkeys(f"{chance.choice(given)} {chance.choice(family)}" for _turn in range(200)))
    sheet.title = [[f"{event_of(sheet)}, {written(day, language)}"]]
    sheet.lines = [sheet.person() for _turn in range(chance.randint(6, 9))]
    sheet.figures[_key(sheet, day)] = len(sheet.lines)
    return sheet


def event_of(sheet: Sheet) -> str:
    """Returns the words for the activity and the city."""
    return f"{sheet.label(VocabularyKind.ACTIVITY, sheet.activity)}, {sheet.label(VocabularyKind.CITY, sheet.city)}"


def written(day: date, language: str) -> str:
    """Returns a date in words."""
    return f"{day.day}{'.' if language == 'de' else ''} {month(day.month, language)} {day.year}"


def _key(sheet: Sheet, day: date) -> tuple[str, str, str]:
    return sheet.activity, sheet.city, day.isoformat()


_KEYS = (
    "name", "given", "family", "email", "phone", "year", "gender", "community", "sign", "date", "city", "activity",
    "role", "present", "arrived", "number", "notes", "town", "photo",
)  # fmt: skip


def _column(key: str) -> Callable[[Sheet], None]:
    return lambda sheet: sheet.columns.append(key)


def _numbered(sheet: Sheet) -> None:
    sheet.columns.insert(0, "number")
    for number, line in enumerate(sheet.people, 1):
        line["number"] = number


def _empty_numbers(sheet: Sheet) -> None:
    if "number" not in sheet.columns:
        _numbered(sheet)
    first = len(sheet.people) + 1
    sheet.lines += [{"number": number} for number in range(first, first + 5)]


def _total(sheet: Sheet) -> None:
    sheet.foot += [[], [sheet.word("total"), sum(sheet.figures.values())]]


def _not_counted(heading: str) -> Callable[[Sheet], None]:
    """Adds a section of two people who don't count, under a heading."""

    def add(sheet: Sheet) -> None:
        people = [sheet.person(present="", arrived="", role="") for _turn in range(2)]
        sheet.foot += [[], [sheet.word(heading)], *([line.get(c, "") for c in sheet.columns] for line in people)]

    return add


def _absentee(column: str, mark: str = "") -> Callable[[Sheet], None]:
    """Adds a column that says who was there, and somebody who was not."""

    def add(sheet: Sheet) -> None:
        sheet.columns.append(column)
        sheet.insert(sheet.person(**{column: mark and sheet.word(mark)}))
        if mark:
            for line in sheet.people:
                line[column] = line[column] if line[column] == sheet.word(mark) else sheet.word("yes")

    return add


def _trainer(sheet: Sheet) -> None:
    sheet.columns.append("role")
    sheet.insert(sheet.person(role=sheet.word("trainer")))


def _blank_rows(sheet: Sheet) -> None:
    sheet.lines = [part for line in sheet.lines for part in (line, [])]


def _header_again(sheet: Sheet) -> None:
    at = len(sheet.lines) // 2
    sheet.lines[at:at] = [[], [sheet.headers[column] for column in sheet.columns]]


def _two_names(sheet: Sheet) -> None:
    at = sheet.columns.index("name")
    sheet.columns[at : at + 1] = ["given", "family"]


def _shuffled_columns(sheet: Sheet) -> None:
    sheet.chance.shuffle(sheet.columns)


def _shuffled_rows(sheet: Sheet) -> None:
    sheet.chance.shuffle(sheet.lines)


def _other_language(sheet: Sheet) -> None:
    other = sheet.chance.choice([one for one in LANGUAGES if one != sheet.language])
    sheet.headers |= {key: word(key, other) for key in _KEYS}


def _labels(sheet: Sheet) -> None:
    sheet.title = [
        [sheet.word("activity") + ":", sheet.label(VocabularyKind.ACTIVITY, sheet.activity)],
        [sheet.word("date") + ":", sheet.days[0]],
        [sheet.word("city") + ":", sheet.label(VocabularyKind.CITY, sheet.city)],
    ]


def _two_days(sheet: Sheet) -> None:
    second = sheet.days[0] + timedelta(days=7)
    people = [sheet.person() for _turn in range(sheet.chance.randint(4, 6))]
    first = written(sheet.days[0], sheet.language)
    sheet.title = [[event_of(sheet)]]
    sheet.lines = [[first], *sheet.lines, [written(second, sheet.language)], *people]
    sheet.figures[_key(sheet, second)] = len(people)


OPERATORS: dict[str, Callable[[Sheet], None]] = {
    "given and family name": _two_names,
    "two days": _two_days,
    "labels": _labels,
    "email": _column("email"),
    "phone": _column("phone"),
    "year of birth": _column("year"),
    "gender": _column("gender"),
    "home town": _column("town"),
    "photo": _column("photo"),
    "signature": _column("sign"),
    "trainer": _trainer,
    "presence": _absentee("present"),
    "presence in words": _absentee("present", "no"),
    "time of arrival": _absentee("arrived"),
    "other language": _other_language,
    "shuffled rows": _shuffled_rows,
    "numbered": _numbered,
    "empty numbers": _empty_numbers,
    "shuffled columns": _shuffled_columns,
    "header again": _header_again,
    "blank rows": _blank_rows,
    "staff section": _not_counted("team"),
    "absent section": _not_counted("absent"),
    "waiting list": _not_counted("waiting"),
    "total": _total,
}
"""In the order in which they apply."""

_EXCLUSIVE = (
    ("presence", "presence in words", "time of arrival"),
    ("two days", "labels", "shuffled rows"),
    ("numbered", "empty numbers"),
)
"""Of these only one applies: two would contradict each other, or move people to another day."""


def with_operators(project: Project, language: str, names: set[str], seed: int) -> Sheet:
    """Returns a list changed by the operators with these names, without those that would contradict another."""
    sheet = made(project, language, Random(seed))
    for group in _EXCLUSIVE:
        names = names - set([one for one in group if one in names][1:])
    for name, apply in OPERATORS.items():
        if name in names:
            apply(sheet)
    return sheet


def read(project: Project, rows: Rows, hints: Hints | None = None, file: str = "list.xlsx") -> Reading | None:
    """Returns the reading of a sheet, None if it is refused."""
    try:
        return read_workbook(Workbook(file, "xlsx", [Grid("Sheet1", rows)]), project, hints or Hints())
    except RefusedFile:
        return None


def figures_of(reading: Reading) -> Figures:
    """Returns the people at each event of a reading, each once."""
    found: Counter[tuple[str, str, str]] = Counter()
    listed = {(row.event, row.name or f"row {row.row}") for row in reading.attendances}
    for number, _name in listed:
        event = reading.events[number]
        found[event.activity, event.city, event.date.isoformat()] += 1
    for heads in reading.headcounts:
        event = reading.events[heads.event]
        found[event.activity, event.city, event.date.isoformat()] += heads.people
    return dict(found)


def outcome(sheet: Sheet) -> str:
    """Returns how the sheet is read: "right", "right, asks", "asked", "refused" or "silent" (wrong without a word)."""
    reading = read(sheet.project, sheet.rows())
    if reading is None:
        return "refused"
    asks = bool(reading.questions or reading.rejected)
    if figures_of(reading) == dict(sheet.figures):
        return "right, asks" if asks else "right"
    return "asked" if asks else "silent"
