"""Sheets as the offices of the south keep them, each with its own habits put together."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import Manner, Register, said
from tests.corpus.shapes.headcounts import crowd
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
def greek_in_utf16(w: World) -> Made:
    event = w.event("athens")
    register = Register(
        w, Manner("el", "d/m/y", loose=True), ("date", "city", "activity", "name", "gender", "community")
    )
    for person in w.people(8, "athens"):
        register.add(person, event)
    return Made("λίστα.txt", text_file([register.header(), *register.rows], "utf-16", "\t"), register.truth)
