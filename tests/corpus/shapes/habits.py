"""Habits of offices: where days, lists and summaries hide."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import Manner, Register, said
from tests.corpus.shapes.registers import WHERE, filled
from tests.corpus.shapes.titled import listed
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World


@shape
def dropdown_lists_sheet(w: World) -> Made:
    """A template whose choices stand on a sheet of their own."""
    register = Register(w, Manner("en", "date"), (*WHERE, "name", "email", "gender", "community"))
    for event in (w.event(), w.event()):
        for person in w.people(6, event.city):
            register.add(person, event)
    columns = [
        [forms["en"][0] for forms in table.values()]
        for table in (words.ACTIVITIES, words.CITIES, words.COMMUNITIES, words.GENDERS)
    ]
    lists: Rows = [["Activity", "City", "Community", "Gender"]]
    lists += [[column[row] if row < len(column) else "" for column in columns] for row in range(14)]
    sheets = [Sheet("Attendance", [register.header(), *register.rows]), Sheet("Lists", lists)]
    return book(w, "template", sheets if w.rng.random() < 0.5 else sheets[::-1], register.truth)


@shape
def labels_over_values(w: World) -> Made:
    """A form: the labels in one row, their values in the row under it, then the table."""
    event = w.event()
    register = listed(w, event, Manner("en", loose=True), ("number", "name", "email", "community", "signature"), 9)
    rows: Rows = [
        ["Activity", "City", "Date", "Trainer"],
        [
            words.ACTIVITIES[event.activity]["en"][0],
            words.CITIES[event.city]["en"][0],
            written(event.day, "long", "en"),
            "local team",
        ],
        [],
    ]
    return anyfile(w, "form", [*rows, register.header(), *register.rows], register.truth)


@shape
def header_in_two_languages_below_each_other(w: World) -> Made:
    register = filled(
        w, Manner("it", "d/m/y", "d/m/y"), (*WHERE, "given", "family", "email", "birth", "community"), "palermo"
    )
    italian = ["Data", "Città", "Attività", "Nome", "Cognome", "E-mail", "Data di nascita", "Comunità"]
    english = [
        "(Date)",
        "(City)",
        "(Activity)",
        "(First name)",
        "(Surname)",
        "(E-mail)",
        "(Date of birth)",
        "(Community)",
    ]
    return anyfile(w, "due lingue", [[*italian], [*english], *register.rows], register.truth, "it")


@shape
def no_address_in_words(w: World) -> Made:
    """People write that they have no address or phone."""
    event = w.event()
    register = Register(w, Manner("en"), ("name", "email", "phone", "community"))
    for number, person in enumerate(w.people(10, event.city)):
        if number % 3 == 1:
            register.write(
                person, event, email=w.rng.choice(("-", "n/a", "none", "/")), phone=w.rng.choice(("-", "—", "no phone"))
            )
            register.truth.saw(person, event, ("name", "community"))
        else:
            register.add(person, event)
    line = ", ".join((*said(event), str(written(event.day, "d.m.y", "en"))))
    rows: Rows = [[line], []]
    return anyfile(w, "none", [*rows, register.header(), *register.rows], register.truth)


@shape
def day_and_place_in_one_column(w: World) -> Made:
    language, city, label = w.rng.choice(
        (("de", "kassel", "Datum und Ort"), ("it", "palermo", "Luogo e data"), ("en", "athens", "Date / Place"))
    )
    register = Register(w, Manner(language), ("activity", "date", "name", "email", "community"))
    for event in (w.event(city), w.event("graz")):
        place, day = words.CITIES[event.city][language][0], written(event.day, "d.m.y", language)
        for person in w.people(5, event.city):
            register.add(person, event, date=f"{place}, {day}" if language == "it" else f"{day}, {place}")
    top = register.header()
    top[1] = label
    return anyfile(w, "both in one", [top, *register.rows], register.truth, language)


@shape
def all_in_the_event_column(w: World) -> Made:
    """One column says what, where and when."""
    register = Register(w, Manner("en"), ("title", "name", "email", "gender", "community"))
    for event in (w.event(), w.event(), w.event()):
        whole = " ".join((*said(event), str(written(event.day, "d.m.y", "en"))))
        for person in w.people(4, event.city):
            register.add(person, event, title=whole)
    return anyfile(
        w, "event column", [["Event", "Participant", "E-mail", "Gender", "Community"], *register.rows], register.truth
    )


@shape
def summary_below(w: World) -> Made:
    """A little table of numbers by community under the list, of the same people."""
    event = w.event()
    register = listed(w, event, Manner("en"), ("number", "name", "email", "community"), 12)
    rows: Rows = [
        ["Activity", words.ACTIVITIES[event.activity]["en"][0]],
        ["City", words.CITIES[event.city]["en"][0]],
        ["Date", written(event.day, "d.m.y", "en")],
        [],
    ]
    rows += [register.header(), *register.rows, [], ["", "Summary"]]
    for code in dict.fromkeys(one.community for one in register.truth.seen):
        rows.append(
            ["", words.COMMUNITIES[str(code)]["en"][0], sum(one.community == code for one in register.truth.seen)]
        )
    return anyfile(w, "summed", [*rows, ["", "Total", 12]], register.truth)


@shape
def summary_on_a_sheet(w: World) -> Made:
    """A sheet that sums up the list by community and gender must not count the people again."""
    event = w.event()
    register = listed(w, event, Manner("en"), ("number", "name", "gender", "community"), 12)
    rows: Rows = [
        ["Activity", words.ACTIVITIES[event.activity]["en"][0]],
        ["City", words.CITIES[event.city]["en"][0]],
        ["Date", written(event.day, "date", "en")],
        [],
        register.header(),
        *register.rows,
    ]
    summary: Rows = [["Summary"], ["Community", "Number of people"]]
    for code in dict.fromkeys(one.community for one in register.truth.seen):
        summary.append(
            [words.COMMUNITIES[str(code)]["en"][0], sum(one.community == code for one in register.truth.seen)]
        )
    return book(w, "with summary", [Sheet("List", rows), Sheet("Summary", [*summary, ["Total", 12]])], register.truth)


@shape
def long_preamble(w: World) -> Made:
    """A page of instructions above the table, with the words of headers in it."""
    event = w.event()
    register = listed(w, event, Manner("en", loose=True), ("name", "email", "community", "group"), 9)
    rows: Rows = [
        ["Please fill in the list on the day of the event."],
        ["Name: as in the passport. Date: day first. City: where the event takes place."],
        ["Community: what the person says; leave empty if the person would rather not say."],
        ["Send the list to the coordinator within a week."],
        [],
    ]
    rows += [
        ["Activity", words.ACTIVITIES[event.activity]["en"][0]],
        ["City", words.CITIES[event.city]["en"][0]],
        ["Date", written(event.day, "long", "en")],
        [],
        register.header(),
        *register.rows,
    ]
    return anyfile(w, "preamble", rows, register.truth)


@shape
def arrival_and_departure(w: World) -> Made:
    """Times of coming and going beside the names."""
    event = w.event("palermo")
    register = listed(w, event, Manner("it"), ("number", "name", "email", "community"), 9)
    rows: Rows = [
        ["Attività", words.ACTIVITIES[event.activity]["it"][0]],
        ["Luogo", "Palermo"],
        ["Data", written(event.day, "d/m/y", "it")],
        [],
    ]
    rows.append([*register.header(), "Ora ingresso", "Firma", "Ora uscita", "Firma"])
    for row in register.rows:
        rows.append([*row, f"17:{w.rng.randrange(20):02}", "", f"19:{w.rng.randrange(30):02}", ""])
    return anyfile(w, "orari", rows, register.truth, "it")


@shape
def two_phones(w: World) -> Made:
    city = w.city()
    register = filled(w, Manner("en", "y-m-d"), (*WHERE, "name", "phone", "community"), city)
    rows: Rows = [[*register.header(), "Phone 2", "Emergency contact name", "Age group"]]
    for row in register.rows:
        rows.append([*row, "", w.rng.choice(("", "a friend")), w.rng.choice(("18-25", "26-40", "41-65"))])
    return anyfile(w, "contacts", rows, register.truth)


@shape
def unlike_sheets(w: World) -> Made:
    """Each sheet of the workbook is somebody else's: another language, other columns, another order."""
    truth, sheets = Truth(), []
    for name, language, city, fields in (
        ("CESIE", "it", "palermo", ("name", "email", "community", *WHERE)),
        ("Compass", "de", "graz", (*WHERE, "family", "given", "gender")),
        ("VIFIN", "da", "vejle", ("number", "name", "phone", *WHERE)),
    ):
        register = filled(w, Manner(language, "d.m.y"), fields, city, 2, 4)
        sheets.append(Sheet(name, [register.header(), *register.rows]))
        truth.seen += register.truth.seen
    return book(w, "partners", sheets, truth)


def _plain_event(event: Event) -> list[Cell]:
    return [
        written(event.day, "y-m-d", "en"),
        words.CITIES[event.city]["en"][0],
        words.ACTIVITIES[event.activity]["en"][0],
    ]


@shape
def comments_in_the_file(w: World) -> Made:
    """A database's export with lines of comment before the header and a count after the rows."""
    register = filled(w, Manner("en", "y-m-d"), (*WHERE, "name", "email", "community"), w.city())
    body = text_file([register.header(), *register.rows], "utf-8", ";").decode()
    data = f"# exported by the office database\r\n# encoding: UTF-8\r\n{body}\r\n({len(register.rows)} rows)\r\n"
    return Made("dump.csv", data.encode(), register.truth)
