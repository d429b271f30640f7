"""Sheets as five offices keep them, each with its own habits put together."""

# ruff: noqa: E501  (rows are as wide as they are)

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import Manner, Register, absent_word, said
from tests.corpus.shapes.headcounts import crowd
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def palermo_signatures(w: World) -> Made:
    """Title, sheet of signatures, staff below under a heading of their own."""
    event = w.event("palermo")
    register = Register(
        w, Manner("it", loose=True), ("number", "family", "given", "birth", "community", "email", "signature")
    )
    for person in w.people(11, "palermo"):
        register.add(person, event)
    activity, place = said(event, "it")
    rows: Rows = [
        ["Progetto LIAISON"],
        [f"Attività: {activity}"],
        [f"Luogo: {place}  Data: {written(event.day, 'd/m/y', 'it')}"],
        [],
    ]
    rows += [["N.", "Cognome", "Nome", "Data di nascita", "Comunità di appartenenza", "Email", "Firma"], *register.rows]
    return anyfile(w, "firme", rows, register.truth, "it")


@shape
def palermo_roles_and_absences(w: World) -> Made:
    """Roles and presence in one sheet; some trainers were absent too."""
    event = w.event("palermo")
    register = Register(w, Manner("it", "d/m/y"), ("date", "city", "activity", "name", "email", "role", "presence"))
    for number, person in enumerate(w.people(14, "palermo")):
        role = "Formatore" if number % 6 == 1 else "Partecipante"
        if role == "Formatore":
            register.write(person, event, role=role, presence="sì")
            register.truth.absent()
        elif number % 5 == 3:
            register.write(person, event, role=role, presence="assente")
            register.truth.absent()
        else:
            register.add(person, event, role=role, presence="sì")
    return anyfile(w, "ruoli", [register.header(), *register.rows], register.truth, "it")


@shape
def graz_workbook(w: World) -> Made:
    """An overview of the events with their numbers of people on the first sheet; the lists of the same people follow."""
    truth, sheets = Truth(), []
    overview: Rows = [["Nr.", "Datum", "Ort", "Aktivität", "Teilnehmende"]]
    for number in (1, 2, 3):
        event = w.event("graz")
        register = Register(w, Manner("de"), ("name", "email", "gender", "community"), truth)
        for person in w.people(6, "graz"):
            register.add(person, event)
        activity, place = said(event, "de")
        day = written(event.day, "d.m.y", "de")
        overview.append([number, day, place, activity, 6])
        sheets.append(
            Sheet(
                f"TN {number}",
                [["Aktivität", activity], ["Datum", day], ["Ort", place], [], register.header(), *register.rows],
            )
        )
    return book(w, "Mappe", [Sheet("Übersicht", overview), *sheets], truth)


@shape
def vejle_course(w: World) -> Made:
    """A course with marks, names apart, a year of birth and a community; headers with weekday and day without year."""
    truth, events = Truth(), course(w, 5, "vejle", "skill_transfer_workshop")
    rows: Rows = [[f"Færdighedsworkshop, Vejle, efterår {events[0].day.year}"], []]
    days = [f"{words.WEEKDAYS['da'][event.day.weekday()][:3]} {event.day.day}/{event.day.month}" for event in events]
    rows.append(["Fornavn", "Efternavn", "Fødselsår", "Fællesskab", *days])
    for person in w.people(9, "vejle"):
        mine = marks(w, truth, events, person, {"name", "birth_year", "community"})
        rows.append(
            [person.given, person.family, person.birth.year, words.COMMUNITIES[person.community]["da"][0], *mine]
        )
    return anyfile(w, "forløb", rows, truth, "da")


@shape
def vejle_apologies(w: World) -> Made:
    """Who sent apologies stands below the list under a heading."""
    event = w.event("vejle")
    register = Register(w, Manner("da"), ("name", "email", "community", "presence"))
    for number, person in enumerate(w.people(12, "vejle")):
        if number > 8:
            register.write(person, event, presence=absent_word(w, "da"))
            register.truth.absent()
        else:
            register.add(person, event, presence="ja")
    activity, place = said(event, "da")
    rows: Rows = [
        ["Arrangement", "Fællesspisning"],
        ["Aktivitet", activity],
        ["By", place],
        ["Dato", written(event.day, "long", "da")],
        [],
    ]
    return anyfile(w, "afbud", [*rows, ["Navn", "E-mail", "Fællesskab", "Mødt?"], *register.rows], register.truth, "da")


@shape
def athens_counts(w: World) -> Made:
    """Greek counts of women and men by community for one event."""
    truth, event = Truth(), crowd(w, "athens")
    activity, place = said(event, "el")
    rows: Rows = [
        [activity],
        [f"{place}, {written(event.day, 'long', 'el')}"],
        [],
        ["Κοινότητα", "Γυναίκες", "Άνδρες", "Σύνολο"],
    ]
    for community in ("local", "albanian", "pakistani", "muslim"):
        women, men = w.rng.randrange(1, 30), w.rng.randrange(1, 30)
        rows.append([words.COMMUNITIES[community]["el"][0], women, men, women + men])
        truth.counted(event, women, community=community, gender="female")
        truth.counted(event, men, community=community, gender="male")
    sums = [sum(int(str(row[place])) for row in rows[4:]) for place in (1, 2, 3)]
    return anyfile(w, "αριθμοί", [*rows, ["Σύνολο", *sums]], truth, "el")


@shape
def athens_list(w: World) -> Made:
    """Father's name and profession beside the person's, as Greek forms ask."""
    event = w.event("athens")
    register = Register(w, Manner("el"), ("number", "family", "given", "birth_year", "phone", "community"))
    rows: Rows = [["ΠΑΡΟΥΣΙΟΛΟΓΙΟ"], [f"{said(event, 'el')[0]}"], [f"Αθήνα, {written(event.day, 'long', 'el')}"], []]
    rows.append(
        ["Α/Α", "Επώνυμο", "Όνομα", "Πατρώνυμο", "Έτος γέννησης", "Τηλέφωνο", "Κοινότητα", "Επάγγελμα", "Υπογραφή"]
    )
    for person in w.people(10, "athens"):
        register.add(person, event)
        number, family, given, born, phone, community = register.rows[-1]
        rows.append([number, family, given, "Ιωάννης", born, phone, community, "υπάλληλος", ""])
    return anyfile(w, "λίστα", rows, register.truth, "el")


@shape
def kassel_register(w: World) -> Made:
    """Organisation and its type both, a street and a postcode, a column of consent with "ja"."""
    register = Register(
        w, Manner("de", "d.m.y", "d.m.y"), ("date", "city", "activity", "name", "email", "birth", "group")
    )
    rows: Rows = [
        [
            "Datum",
            "Veranstaltungsort",
            "Aktivität",
            "Name, Vorname",
            "E-Mail",
            "Geb.-Datum",
            "Art der Organisation",
            "Name der Organisation",
            "Straße",
            "PLZ",
            "Wohnort",
            "Einwilligung",
        ]
    ]
    for event in (w.event("kassel"), w.event("kassel")):
        for person in w.people(6, "kassel"):
            register.add(person, event, name=f"{person.family}, {person.given}")
            rows.append([*register.rows[-1], "Verein am Ort", "Hauptstraße 1", "34117", "Baunatal", "ja"])
    return anyfile(w, "Register", rows, register.truth, "de")


@shape
def coordinator_counts(w: World) -> Made:
    """Partner, place, start and end, number of people and a link, all activities of the quarter."""
    truth = Truth()
    rows: Rows = [
        ["Dissemination report Q3"],
        [],
        [
            "Partner",
            "Type of activity",
            "Title",
            "Location",
            "Date",
            "Start",
            "End",
            "Number of people reached",
            "Link",
        ],
    ]
    for _ in range(5):
        event, people = crowd(w), w.rng.randrange(5, 90)
        activity, place = said(event)
        rows.append(
            [
                "CESIE",
                activity,
                event.title,
                place,
                written(event.day, "long", "en"),
                "17:00",
                "19:00",
                people,
                "https://example.org/news",
            ]
        )
        truth.counted(event, people)
    return anyfile(w, "dissemination", rows, truth)


@shape
def final_conference(w: World) -> Made:
    """Guests from five cities, badges printed, speakers and staff among them; the home city is a column of its own."""
    event = w.event("palermo", "final_conference")
    truth = Truth()
    rows: Rows = [
        ["Final conference – Palermo"],
        [written(event.day, "weekday long", "en")],
        [],
        ["Badge", "First name", "Last name", "Email", "Home city", "Country", "Organisation", "Role", "Checked in"],
    ]
    for number in range(16):
        person = w.person(w.city())
        role = "Staff" if number % 8 == 5 else "Participant"
        there = number % 5 != 4
        rows.append(
            [
                f"B{number:03}",
                person.given,
                person.family,
                person.email,
                w.rng.choice(("Graz", "Vejle", "Athens")),
                "",
                "",
                role,
                "Yes" if there else "No",
            ]
        )
        if role == "Participant" and there:
            truth.saw(person, event, {"given", "family", "email"})
        else:
            truth.absent()
    return anyfile(w, "conference", rows, truth)


@shape
def old_list_in_two_columns(w: World) -> Made:
    """Names in two pairs of columns beside each other to save paper, one event."""
    event, truth = w.event("graz"), Truth()
    people = w.people(12, "graz")
    activity, place = said(event, "de")
    rows: Rows = [
        [f"{activity}, {place}, {written(event.day, 'd.m.y', 'de')}"],
        [],
        ["Nr.", "Name", "E-Mail", "", "Nr.", "Name", "E-Mail"],
    ]
    for number in range(6):
        left, right = people[number], people[number + 6]
        rows.append([number + 1, left.name, left.email, "", number + 7, right.name, right.email])
    for person in people:
        truth.saw(person, event, {"name", "email"})
    return book(w, "Liste", [Sheet("Liste", rows)], truth)


@shape
def communities_coded(w: World) -> Made:
    """Letters for gender and numbers for communities with a key above; numbers without a key would be a question."""
    event, truth = w.event("athens"), Truth()
    activity, place = said(event)
    rows: Rows = [
        ["Activity", activity],
        ["City", place],
        ["Date", written(event.day, "d.m.y", "en")],
        [],
        ["Name", "E-mail", "Gender", "Community"],
    ]
    for person in w.people(8, "athens"):
        rows.append([person.name, person.email, words.GENDERS[person.gender]["en"][1], w.rng.choice("123")])
        truth.saw(person, event, {"name", "email", "gender"})
    truth.asked.append({"community"})
    return text(w, "coded", rows, truth)


@shape
def merged_event_cells(w: World) -> Made:
    """Day and title merged over the rows of each event, blank rows between the events."""
    truth = Truth()
    register = Register(w, Manner("it"), ("date", "activity", "city", "name", "community"), truth)
    rows: Rows = [["Data", "Attività", "Città", "Nominativo", "Comunità"]]
    for event in [w.event("palermo") for _ in range(3)]:
        for number, person in enumerate(w.people(4, "palermo")):
            register.add(person, event, **({} if number == 0 else dict.fromkeys(("date", "activity", "city"), None)))
            rows.append(register.rows[-1])
        rows.append([None] * 5)
    return book(w, "unite", [Sheet("Foglio1", rows)], truth)


@shape
def quoted_semicolons(w: World) -> Made:
    """Every cell in quotes, semicolons and commas within them."""
    event = w.event("kassel")
    register = Register(w, Manner("de", "d.m.y"), ("date", "city", "activity", "name", "email", "notes"))
    for person in w.people(8, "kassel"):
        register.add(person, event, name=f"{person.family}, {person.given}", notes="kam spät; ging früh, winkte")
    rows = [register.header(), *register.rows]
    lines = (";".join('"' + str(cell) + '"' for cell in row) for row in rows)
    return Made("export.csv", "\r\n".join(lines).encode("utf-8"), register.truth)


@shape
def greek_in_utf16(w: World) -> Made:
    event = w.event("athens")
    register = Register(
        w, Manner("el", "d/m/y", loose=True), ("date", "city", "activity", "name", "gender", "community")
    )
    for person in w.people(8, "athens"):
        register.add(person, event)
    return Made("λίστα.txt", text_file([register.header(), *register.rows], "utf-16", "\t"), register.truth)
