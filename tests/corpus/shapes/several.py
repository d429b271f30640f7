"""More than one event in a file: tables, sheets and sections."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, header, word
from tests.corpus.shapes.titled import block, listed
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World


def events_of(w: World, city: str = "", count: int = 3) -> list[Event]:
    city = city or w.city()
    return [w.event(city) for _ in range(count)]


@shape
def one_under_another(w: World) -> Made:
    """Tables under one another, each with its own title block."""
    language = w.rng.choice(words.LANGUAGES)
    truth, rows = Truth(), Rows()
    for event in events_of(w):
        register = listed(w, event, Manner(language, loose=True), ("number", "name", "email", "gender", "community"), 7)
        rows += [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows, [], []]
        truth.seen += register.truth.seen
    return anyfile(w, "three tables", rows, truth, language)


@shape
def title_lines_between(w: World) -> Made:
    """Tables under one another, a single line above each."""
    truth, rows = Truth(), Rows([["Attendance lists"]])
    for event in events_of(w):
        register = listed(w, event, Manner("en"), ("name", "email", "community"), 6)
        place = f"{words.ACTIVITIES[event.activity]['en'][0]}, {words.CITIES[event.city]['en'][0]}"
        line = f"{place}, {written(event.day, 'long', 'en')}"
        rows += [[], [line], register.header(), *register.rows]
        truth.seen += register.truth.seen
    return anyfile(w, "lines", rows, truth)


@shape
def side_by_side(w: World) -> Made:
    """Two tables beside each other, an empty column between."""
    truth = Truth()
    halves: list[Rows] = []
    for event in events_of(w, count=2):
        register = listed(w, event, Manner("en"), ("name", "email", "community"), w.rng.randrange(6, 9))
        halves.append([*_sorted_block(event), [], ["Name", "E-mail", "Community"], *register.rows])
        truth.seen += register.truth.seen
    rows: Rows = []
    for number in range(max(map(len, halves))):
        left, right = (half[number] if number < len(half) else [] for half in halves)
        rows.append([*left, *[""] * (3 - len(left)), "", *right, *[""] * (3 - len(right))])
    return book(w, "side by side", [Sheet("Lists", rows)], truth)


def _sorted_block(event: Event) -> Rows:
    return [
        ["Activity:", words.ACTIVITIES[event.activity]["en"][0]],
        ["City:", words.CITIES[event.city]["en"][0]],
        ["Date:", written(event.day, "long", "en")],
    ]


@shape
def sheet_an_event(w: World) -> Made:
    """A sheet an event, and a sheet that says how to fill them in."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    sheets = [
        Sheet(
            "Instructions",
            [
                ["How to fill in this workbook"],
                ["1.", "One sheet for each event"],
                ["2.", "Name and community as the person says them"],
                ["Name", "first name, then surname"],
                ["Date", "as on the calendar"],
            ],
        )
    ]
    for number, event in enumerate(events_of(w), 1):
        register = listed(
            w, event, Manner(language, birth="date", loose=True), ("name", "phone", "birth", "gender", "community"), 7
        )
        sheets.append(Sheet(f"{number}", [*block(w, event, language, "date"), [], register.header(), *register.rows]))
        truth.seen += register.truth.seen
    return book(w, "workbook", sheets, truth)


@shape
def sheets_named_by_day(w: World) -> Made:
    """The sheet's name is the day; the title carries activity and city."""
    truth, sheets = Truth(), []
    for event in events_of(w):
        register = listed(w, event, Manner("en"), ("number", "name", "email", "community"), 6)
        name = str(written(event.day, w.rng.choice(("d.m.y", "y-m-d", "d-m-y", "long")), "en"))
        line = f"{words.ACTIVITIES[event.activity]['en'][0]} {words.CITIES[event.city]['en'][0]}"
        sheets.append(Sheet(name, [[line], [], register.header(), *register.rows]))
        truth.seen += register.truth.seen
    return book(w, "days", sheets, truth)


@shape
def sheets_named_by_city(w: World) -> Made:
    """The sheet's name is the city; day and activity are columns. One sheet has nothing in it yet."""
    truth, sheets = Truth(), []
    for city in ("palermo", "graz", "vejle"):
        register = Register(w, Manner("en", "y-m-d"), ("date", "activity", "name", "email", "nationality"), truth)
        for event in events_of(w, city, 2):
            for person in w.migrants(4, city):
                register.add(person, event)
        sheets.append(Sheet(words.CITIES[city]["en"][0], [register.header(), *register.rows]))
    sheets.append(Sheet("Kassel", [["Date", "Activity", "Name", "E-mail", "Nationality"]]))
    return book(w, "cities", sheets, truth)


@shape
def sections(w: World) -> Made:
    """A row with only a place and a day, which holds for the rows under it."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    activity = w.rng.choice(("skill_transfer_workshop", "info_session"))
    register = Register(w, Manner(language), ("name", "email", "community", "group"), truth)
    rows: Rows = [[word(w, words.ACTIVITIES, activity, language)], [], register.header()]
    for city in ("graz", "athens", "kassel"):
        event = w.event(city, activity)
        register.rows = []
        for person in w.people(5, city):
            register.add(person, event)
        place = word(w, words.CITIES, city, language)
        rows += [[f"{place}, {written(event.day, 'd.m.y', language)}"], *register.rows]
    return anyfile(w, "sections", rows, truth, language)


@shape
def sections_of_days(w: World) -> Made:
    """A row with only the day above the rows of that day."""
    truth = Truth()
    language = w.rng.choice(("it", "de", "en"))
    events = events_of(w)
    activity = events[0].activity
    events = [Event(activity, event.city, event.day, event.title) for event in events]
    register = Register(w, Manner(language), ("number", "name", "phone", "community"), truth)
    rows: Rows = [[header(w, "activity", language) + ":", word(w, words.ACTIVITIES, activity, language)]]
    rows += [
        [header(w, "city", language) + ":", word(w, words.CITIES, events[0].city, language)],
        [],
        register.header(),
    ]
    for event in events:
        register.rows = []
        for person in w.people(5, event.city):
            register.add(person, event)
        rows += [[written(event.day, "long", language)], *register.rows]
    return anyfile(w, "sections of days", rows, truth, language)


@shape
def filled_once(w: World) -> Made:
    """Day, city and activity stand on the first row of each event only, as merged cells come out."""
    truth = Truth()
    language = w.rng.choice(words.LANGUAGES)
    register = Register(
        w,
        Manner(language, "d.m.y", "d.m.y", loose=True),
        ("date", "city", "activity", "name", "email", "birth", "community"),
        truth,
    )
    for event in [w.event() for _ in range(3)]:
        blank: dict[str, Cell] = {}
        for person in w.people(6, event.city):
            register.add(person, event, **blank)
            blank = {"date": "", "city": "", "activity": ""}
    return anyfile(w, "filled once", [register.header(), *register.rows], truth, language)


@shape
def people_and_counts(w: World) -> Made:
    """Names on one sheet, numbers of those whom nobody listed on another."""
    truth = Truth()
    event = w.event(activity="project_fair")
    register = listed(w, event, Manner("en"), ("name", "email", "community"), 8)
    truth.seen += register.truth.seen
    fair = w.event(activity="project_fair")
    counts: Rows = [*_sorted_block(fair), [], ["Community", "Number of people"]]
    for community in ("local", "syrian", "somali"):
        people = w.rng.randrange(5, 50)
        counts.append([words.COMMUNITIES[community]["en"][0], people])
        truth.counted(fair, people, community=community)
    names: Rows = [*_sorted_block(event), [], register.header(), *register.rows]
    return book(w, "fair", [Sheet("Names", names), Sheet("Others", counts)], truth)


@shape
def summary_sheet(w: World) -> Made:
    """A first sheet that only sums up what the others hold must not count again: it has no names and no day."""
    truth, sheets = Truth(), []
    events = events_of(w)
    for number, event in enumerate(events, 1):
        register = listed(w, event, Manner("en"), ("number", "name", "email", "community"), 6)
        sheets.append(Sheet(f"List {number}", [*_sorted_block(event), [], register.header(), *register.rows]))
        truth.seen += register.truth.seen
    overview: Rows = [
        ["Project", "LIAISON"],
        ["Period", "2020-2022"],
        ["Sheets in this workbook", 3],
        ["Contact", "office@example.org"],
    ]
    return book(w, "with cover", [Sheet("Cover", overview), *sheets], truth)
