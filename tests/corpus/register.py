"""Tables of people: columns in a language and a manner, a row a person, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows
from tests.corpus.truth import Truth
from tests.corpus.world import Event, Person, World


@dataclass(slots=True)
class Manner:
    """How one assistant writes. ``loose``: plurals and other forms of the words instead of the first one."""

    language: str = "en"
    date: str = "d/m/y"
    birth: str = "d/m/y"
    name: str = "plain"
    loose: bool = False


@dataclass(slots=True)
class Register:
    """Columns and the rows under them; every row that is written is also noted in the truth."""

    world: World
    manner: Manner
    fields: tuple[str, ...]
    truth: Truth = field(default_factory=Truth)
    rows: Rows = field(default_factory=list)
    number: int = 0

    def header(self) -> list[Cell]:
        """The headers, a synonym for each column."""
        return [header(self.world, one, self.manner.language) for one in self.fields]

    def add(self, person: Person, event: Event, **cells: Cell) -> None:
        """Writes a row of someone who counts; ``cells`` stand in for what would be written."""
        self.write(person, event, **cells)
        self.truth.saw(person, event, self.fields)

    def write(self, person: Person, event: Event, **cells: Cell) -> None:
        """Writes a row and notes nothing."""
        self.number += 1
        self.rows.append([cells[one] if one in cells else self._cell(one, person, event) for one in self.fields])

    def _cell(self, name: str, person: Person, event: Event) -> Cell:
        m = self.manner
        if name in ("community", "group", "gender", "nationality"):
            return self._word(name, person)
        simple: dict[str, Cell] = {
            "number": self.number,
            "name": _name(person, m.name),
            "given": person.given,
            "family": person.family.upper() if m.name == "capitals" else person.family,
            "email": person.email,
            "phone": person.phone,
            "title": event.title,
            "birth_year": person.birth.year,
            "age": event.day.year - person.birth.year,
            "role": words.ROLES["participant"][m.language][0],
            "consent": words.HEADERS["present"][m.language][0],
        }
        if name in simple:
            return simple[name]
        if name == "presence":
            return self.world.rng.choice(words.HEADERS["present"][m.language][:2])
        if name == "date":
            return written(event.day, m.date, m.language)
        if name == "birth":
            return written(person.birth, m.birth, m.language)
        if name == "city":
            return word(self.world, words.CITIES, event.city, m.language)
        if name == "activity":
            return word(self.world, words.ACTIVITIES, event.activity, m.language, m.loose)
        assert name in ("organisation", "signature", "notes"), name
        return ""

    def _word(self, name: str, person: Person) -> str:
        m = self.manner
        table, code = {
            "community": (words.COMMUNITIES, person.community),
            "nationality": (words.COUNTRIES, person.community),
            "group": (words.GROUPS, person.group),
            "gender": (words.GENDERS, person.gender),
        }[name]
        return word(self.world, table, code, m.language, m.loose)


def header(w: World, name: str, language: str) -> str:
    """A header, in one of the ways people write it; a name column says what stands in it."""
    return w.rng.choice(words.HEADERS[name][language])


def word(w: World, table: dict[str, dict[str, list[str]]], code: str, language: str, loose: bool = False) -> str:
    """The word for a code: the usual one, or any."""
    forms = table[code][language]
    return w.rng.choice(forms) if loose else forms[0]


def _name(person: Person, manner: str) -> str:
    if manner == "capitals":
        return f"{person.family.upper()} {person.given}"
    if manner == "comma":
        return f"{person.family}, {person.given}"
    return person.name


def absent_word(w: World, language: str) -> str:
    """A word that says that somebody was not there."""
    return w.rng.choice(words.HEADERS["absent"][language])


def home_language(event: Event) -> str:
    """The language of the place."""
    return words.CITY_LANGUAGE[event.city]


def said(event: Event, language: str = "en") -> tuple[str, str]:
    """Activity and city in the usual words of a language."""
    return words.ACTIVITIES[event.activity][language][0], words.CITIES[event.city][language][0]
