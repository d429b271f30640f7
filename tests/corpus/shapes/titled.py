"""Attendance lists of one event: what and where stands above the table, totals and signatures below."""

from __future__ import annotations

from tests.corpus import dates, words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, absent_word, header, home_language, word
from tests.corpus.world import Event, World

PROJECT = "LIAISON – Mutual Learning for Intercultural Appreciation and Strengthened Organisational Networks"
PERSON = ("number", "name", "email", "phone", "birth_year", "gender", "community", "group")


def block(w: World, event: Event, language: str, style: str, one_cell: bool = False) -> Rows:
    """The lines above the table: label and value in two cells or in one."""
    values: list[tuple[str, Cell]] = [
        (header(w, "activity", language), word(w, words.ACTIVITIES, event.activity, language, loose=True)),
        (header(w, "title", language), event.title),
        (header(w, "date", language), written(event.day, style, language)),
        (header(w, "city", language), word(w, words.CITIES, event.city, language)),
    ]
    if w.rng.random() < 0.5:
        values.reverse()
    if one_cell:
        return [[f"{label}: {value}"] for label, value in values]
    colon = w.rng.choice(("", ":"))
    return [[label + colon, value] for label, value in values]


def below(w: World, language: str, count: int) -> Rows:
    """A total, a note and a place for a signature."""
    return [
        [],
        [header(w, "total", language), count],
        [],
        [header(w, "signed_by", language), "______________"],
        [header(w, "note", language)],
    ]


def listed(w: World, event: Event, manner: Manner, fields: tuple[str, ...] = PERSON, people: int = 12) -> Register:
    """The people of one event."""
    register = Register(w, manner, fields)
    crowd = w.migrants(people, event.city) if "nationality" in fields else w.people(people, event.city)
    for person in crowd:
        register.add(person, event)
    return register


@shape
def two_cells_above(w: World) -> Made:
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language, loose=True))
    rows: Rows = [
        [PROJECT],
        [],
        [header(w, "list", language)],
        *block(w, event, language, w.rng.choice(dates.NUMERIC)),
        [],
    ]
    rows += [register.header(), *register.rows, *below(w, language, 12)]
    return anyfile(w, "list", rows, register.truth, language)


@shape
def one_cell_above(w: World) -> Made:
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language, loose=True))
    rows: Rows = [
        [header(w, "list", language).upper()],
        *block(w, event, language, w.rng.choice(dates.WORDY), True),
        [],
    ]
    rows += [register.header(), *register.rows, *below(w, language, 12)]
    return anyfile(w, "one cell", rows, register.truth, language)


@shape
def place_and_day(w: World) -> Made:
    """ "Palermo, 3 marzo 2021" as in a letter, the activity in the title."""
    event = w.event()
    language = home_language(event)
    place = word(w, words.CITIES, event.city, language)
    register = listed(w, event, Manner(language), ("number", "family", "given", "email", "community", "signature"))
    title = f"{header(w, 'list', language)} – {word(w, words.ACTIVITIES, event.activity, language)}"
    comma = ", den " if language == "de" else ", "
    rows: Rows = [[title], [place + comma + str(written(event.day, "long", language))], []]
    rows += [register.header(), *register.rows]
    return anyfile(w, "letter", rows, register.truth, language)


@shape
def held_in(w: World) -> Made:
    """A sentence above the table says it all."""
    event = w.event()
    activity = word(w, words.ACTIVITIES, event.activity, "en")
    place = word(w, words.CITIES, event.city, "en")
    day = written(event.day, w.rng.choice(("d.m.y", "long", "y-m-d")), "en")
    sentence = w.rng.choice(
        (f"{activity} held in {place} on {day}", f"{activity} ({place}, {day})", f"{place} – {activity} – {day}")
    )
    register = listed(w, event, Manner("en", loose=True), ("name", "phone", "gender", "nationality", "organisation"))
    return anyfile(w, "sentence", [[sentence], [], register.header(), *register.rows], register.truth)


@shape
def merged_titles(w: World) -> Made:
    """Titles in merged cells over the width of the table, a row of empty cells under the header."""
    event = w.event()
    language = home_language(event)
    register = listed(
        w, event, Manner(language, birth="date"), ("number", "name", "email", "birth", "gender", "community")
    )
    lines = [
        PROJECT,
        word(w, words.ACTIVITIES, event.activity, language),
        f"{word(w, words.CITIES, event.city, language)}, {written(event.day, 'd.m.y', language)}",
    ]
    rows: Rows = [[line, *[""] * 5] for line in lines]
    rows += [[""] * 6, register.header(), [""] * 6, *register.rows]
    merged = {(number, 0): 6 for number in range(3)}
    return book(w, "merged", [Sheet("Lista", rows, merged)], register.truth)


@shape
def two_row_header(w: World) -> Made:
    """A header over two rows: groups of columns above, columns below."""
    event = w.event()
    register = listed(
        w,
        event,
        Manner("en", birth="d/m/y"),
        ("number", "given", "family", "email", "phone", "birth", "gender", "nationality"),
    )
    rows = block(w, event, "en", "long")
    top = len(rows) + 1
    rows += [
        [],
        ["No.", "Participant", "", "Contact", "", "Personal data", "", ""],
        ["", "First name", "Surname", "E-mail", "Phone", "Date of birth", "Gender", "Nationality"],
        *register.rows,
    ]
    merged = {(top, 1): 2, (top, 3): 2, (top, 5): 3}
    return book(w, "two rows", [Sheet("List", rows, merged)], register.truth)


@shape
def presence_column(w: World) -> Made:
    """Who was absent or excused stands in the list too."""
    event = w.event()
    language = home_language(event)
    register = Register(w, Manner(language, loose=True), ("number", "name", "email", "community", "group", "presence"))
    yes = w.rng.choice(words.HEADERS["present"][language])
    for person in w.people(14, event.city):
        if w.rng.random() < 0.25:
            register.write(person, event, presence=absent_word(w, language))
            register.truth.absent()
        else:
            register.add(person, event, presence=yes)
    rows: Rows = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    return anyfile(w, "presence", rows, register.truth, language)


@shape
def empty_means_absent(w: World) -> Made:
    """A tick where somebody came, an empty cell where not."""
    event = w.event()
    register = Register(w, Manner("en"), ("name", "email", "community", "presence"))
    for number, person in enumerate(w.people(14, event.city)):
        if number % 5 == 2:
            register.write(person, event, presence="")
            register.truth.absent()
        else:
            register.add(person, event, presence="✓")
    rows: Rows = [*block(w, event, "en", "y-m-d"), [], register.header(), *register.rows]
    return anyfile(w, "ticks", rows, register.truth)


@shape
def role_column(w: World) -> Made:
    """Trainers and organisers sign the list too."""
    event = w.event()
    language = home_language(event)
    register = Register(w, Manner(language, loose=True), ("name", "email", "phone", "community", "role"))
    for number, person in enumerate(w.people(13, event.city)):
        if number in (0, 7):
            register.write(person, event, role=w.rng.choice(words.ROLES["staff"][language]))
            register.truth.absent()
        else:
            register.add(person, event, role=w.rng.choice(words.ROLES["participant"][language]))
    rows: Rows = [*block(w, event, language, "d.m.y", True), [], register.header(), *register.rows]
    return anyfile(w, "roles", rows, register.truth, language)


@shape
def footer_of_totals(w: World) -> Made:
    """Counts of women and men, organisers' names and a legend under the table."""
    event = w.event()
    register = listed(
        w, event, Manner("en", loose=True), ("number", "name", "gender", "community", "birth_year", "signature")
    )
    women = sum(one.gender == "female" for one in register.truth.seen)
    rows: Rows = [*block(w, event, "en", "long"), [], register.header(), *register.rows]
    rows += [
        ["", "Total participants:", 12],
        ["", "Female:", women],
        ["", "Male:", 12 - women],
        [],
        ["Prepared by: the local team"],
        ["* F = female, M = male"],
    ]
    return anyfile(w, "footer", rows, register.truth)


@shape
def empty_numbered_rows(w: World) -> Made:
    """A printed form: numbers go on to thirty, the last rows are empty."""
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language), ("number", "family", "given", "phone", "community", "signature"), 11)
    rows: Rows = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    rows += [[number, "", "", "", "", ""] for number in range(12, 31)]
    return anyfile(w, "printed form", rows, register.truth, language)


@shape
def header_again(w: World) -> Made:
    """A long list printed on three pages: the header comes again on each."""
    event = w.event()
    register = listed(w, event, Manner("en"), ("number", "name", "email", "gender", "community"), 15)
    top = register.header()
    rows = block(w, event, "en", "d.m.y")
    for start in (0, 5, 10):
        rows += [[], top, *register.rows[start : start + 5]]
    return anyfile(w, "pages", rows, register.truth)


@shape
def sheet_name_says(w: World) -> Made:
    """The sheet's name carries city and day; the activity comes from the person who brings the file."""
    event = w.event()
    register = listed(w, event, Manner("en", loose=True), ("name", "email", "community", "group"))
    place = word(w, words.CITIES, event.city, "en")
    name = f"{place} {written(event.day, w.rng.choice(('d.m.y', 'y-m-d')), 'en')}"
    return book(
        w, "by sheet", [Sheet(name, [register.header(), *register.rows])], register.truth, activity=event.activity
    )


@shape
def options_only(w: World) -> Made:
    """Only people; everything else comes from the person who brings the file."""
    event = w.event()
    language = home_language(event)
    register = listed(
        w, event, Manner(language, birth="d.m.y", loose=True), ("family", "given", "birth", "gender", "community")
    )
    rows: Rows = [register.header(), *register.rows]
    return anyfile(
        w,
        "people",
        rows,
        register.truth,
        language,
        activity=event.activity,
        city=event.city,
        date=event.day.isoformat(),
    )
