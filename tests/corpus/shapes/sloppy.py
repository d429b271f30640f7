"""What people do to a sheet without meaning harm."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows, Sheet, text_file
from tests.corpus.made import Made, anyfile, book, shape, text
from tests.corpus.register import Manner, Register, header, home_language, word
from tests.corpus.shapes.matrices import course, marks
from tests.corpus.shapes.registers import WHERE, filled
from tests.corpus.shapes.titled import block, listed
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def moved_to_the_right(w: World) -> Made:
    """The table begins in the third column and the fifth row, with empty columns inside."""
    event = w.event()
    language = home_language(event)
    register = listed(w, event, Manner(language), ("name", "email", "gender", "community"), 9)
    lines = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    wide = [[row[0], "", *row[1:]] if row else [] for row in lines]
    rows: Rows = [[], [], *([None, None, *row] for row in wide)]
    return book(w, "moved", [Sheet("Blatt", rows)], register.truth)


@shape
def line_breaks_in_headers(w: World) -> Made:
    """Headers broken over lines, with hints in brackets."""
    register = filled(
        w, Manner("it", "d/m/y", "d/m/y"), (*WHERE, "name", "email", "birth", "gender", "community"), "palermo"
    )
    top = ["Data\n(gg/mm/aaaa)", "Città", "Attività\n(vedi elenco)", "COGNOME e NOME\n(in stampatello)", "E-mail *"]
    top += ["Data di\nnascita", "Sesso (M/F)", "Comunità di\nappartenenza *"]
    return anyfile(w, "a capo", [[*top], *register.rows], register.truth, "it")


@shape
def blank_line_after_each(w: World) -> Made:
    """An empty row after every person, spaces around the words, no-break spaces between."""
    event = w.event()
    register = listed(w, event, Manner("en"), ("number", "name", "email", "community"), 8)
    rows: Rows = [*block(w, event, "en", "long"), [], register.header()]
    for number, name, email, community in register.rows:
        spaced = "\u00a0".join(str(name).split(" "))
        rows += [[number, f"  {spaced} ", f" {email} ", f"{community} "], ["", "", "", ""]]
    return anyfile(w, "airy", rows, register.truth)


@shape
def sep_line_first(w: World) -> Made:
    """A spreadsheet's "sep=;" before everything."""
    register = filled(w, Manner("de", "d.m.y", "d.m.y"), (*WHERE, "name", "email", "birth", "community"), "kassel")
    data = b"sep=;\r\n" + text_file(
        [register.header(), *register.rows], "cp1252" if _western(register) else "utf-8", ";"
    )
    return Made("export.csv", data, register.truth)


def _western(register: Register) -> bool:
    try:
        str(register.rows).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@shape
def phones_as_numbers(w: World) -> Made:
    """A phone number in a number cell, without its plus."""
    event = w.event("palermo")
    register = Register(w, Manner("it"), ("number", "family", "given", "phone", "community"))
    for person in w.people(9, "palermo"):
        register.add(person, event, phone=int(person.phone.replace("+39", "").replace(" ", "")))
    rows: Rows = [*block(w, event, "it", "date"), [], register.header(), *register.rows]
    return book(w, "numeri", [Sheet("Foglio1", rows)], register.truth)


@shape
def capitals_everywhere(w: World) -> Made:
    event = w.event()
    language = w.rng.choice(("en", "it", "de", "da"))
    register = listed(w, event, Manner(language, name="capitals"), ("name", "email", "gender", "community", "group"), 9)
    rows: Rows = [*block(w, event, language, "d.m.y"), [], register.header(), *register.rows]
    loud: Rows = [[cell.upper() if isinstance(cell, str) else cell for cell in row] for row in rows]
    return anyfile(w, "LISTE", loud, register.truth, language)


@shape
def titles_before_names(w: World) -> Made:
    """Mr and Mrs in a column of their own, which says the gender."""
    event = w.event()
    language, title, salutes = w.rng.choice(
        (
            ("en", "Title", {"female": "Ms", "male": "Mr"}),
            ("de", "Anrede", {"female": "Frau", "male": "Herr"}),
            ("it", "Titolo", {"female": "Sig.ra", "male": "Sig."}),
        )
    )
    register = Register(w, Manner(language), ("gender", "given", "family", "email", "community"))
    for person in w.people(9, event.city):
        register.add(person, event, gender=salutes[person.gender])
    top = register.header()
    top[0] = title
    lines = [line for line in block(w, event, language, "d.m.y") if str(line[0]).rstrip(":") not in ("Titel", "Titolo")]
    return anyfile(w, "salutes", [*lines, [], top, *register.rows], register.truth, language)


@shape
def mixed_ways_of_dates(w: World) -> Made:
    """Every colleague writes dates in another way; each can be read one way only."""
    register = Register(w, Manner("de", "d.m.y"), (*WHERE, "name", "email", "community"))
    for style in ("d.m.y", "y-m-d", "long", "weekday d.m.y", "d.m.yy", "weekday long"):
        register.manner.date = style
        event = w.event("graz")
        for person in w.people(3, "graz"):
            register.add(person, event)
    return anyfile(w, "gemischt", [register.header(), *register.rows], register.truth, "de")


@shape
def real_and_written_dates(w: World) -> Made:
    """Some date cells became text, as happens with an Italian list on an English computer."""
    register = Register(w, Manner("it", "d/m/y", "date"), (*WHERE, "name", "email", "birth", "community"))
    for style in ("date", "d/m/y", "date", "d/m/y"):
        register.manner.date = style
        event = w.event("palermo", day=w.day(late=True))
        for person in w.people(4, "palermo"):
            register.add(person, event)
    return book(w, "miste", [Sheet("Foglio1", [register.header(), *register.rows])], register.truth)


@shape
def total_in_one_cell(w: World) -> Made:
    """ "Totale presenti: 11" in one cell, the trainers below the list by name."""
    event = w.event("palermo")
    register = listed(w, event, Manner("it"), ("number", "name", "email", "community", "signature"), 11)
    rows: Rows = [*block(w, event, "it", "long", True), [], register.header(), *register.rows, []]
    rows += [["Totale presenti: 11"], ["Il formatore: ____________________"], ["Luogo e data: ______________"]]
    return anyfile(w, "totale", rows, register.truth, "it")


@shape
def staff_in_a_matrix(w: World) -> Made:
    """A column of roles beside the marks."""
    truth = Truth()
    events = course(w, 3, activity="skill_transfer_workshop")
    rows: Rows = [["Skill-transfer workshop", words.CITIES[events[0].city]["en"][0]], []]
    rows.append(["Name", "Role", "Community", *(written(event.day, "d.m.y", "en") for event in events)])
    for person in w.people(8, events[0].city):
        mine = marks(w, truth, events, person, {"name", "community"})
        rows.append([person.name, "Participant", words.COMMUNITIES[person.community]["en"][0], *mine])
    truth.not_counted = {number + more for number in truth.not_counted or {0} for more in (1, 3)}
    trainer = w.person(events[0].city)
    rows.insert(4, [trainer.name, "Trainer", words.COMMUNITIES[trainer.community]["en"][0], "X", "X", "X"])
    return anyfile(w, "with trainer", rows, truth)


@shape
def activity_in_sections(w: World) -> Made:
    """A line with activity, place and day in cells of their own above each group of people, the header only once."""
    truth = Truth()
    language = w.rng.choice(words.LANGUAGES)
    register = Register(w, Manner(language), ("number", "name", "email", "community"), truth)
    rows: Rows = [[header(w, "list", language)], [], register.header()]
    for _ in range(3):
        event = w.event()
        register.rows = []
        for person in w.people(5, event.city):
            register.add(person, event)
        activity = word(w, words.ACTIVITIES, event.activity, language)
        place = word(w, words.CITIES, event.city, language)
        rows += [[activity, place, written(event.day, "d.m.y", language)], *register.rows]
    return anyfile(w, "groups", rows, truth, language)


@shape
def counts_with_words(w: World) -> Made:
    """Numbers of people with a word behind them, and thousands with a point."""
    truth = Truth()
    rows: Rows = [["Data", "Luogo", "Attività", "Comunità", "N. persone"]]
    for people, cell in ((1200, "1.200"), (35, "35 persone"), (18, "18"), (7, "7 pers.")):
        event = w.event("palermo", "awareness_campaign", w.day(late=True))
        community = w.rng.choice(("local", "tunisian", "muslim"))
        place = [written(event.day, "d/m/y", "it"), "Palermo", words.ACTIVITIES[event.activity]["it"][0]]
        rows.append([*place, words.COMMUNITIES[community]["it"][0], cell])
        truth.counted(event, people, community=community)
    return text(w, "conteggi", rows, truth, "it")


@shape
def trailing_columns_of_comments(w: World) -> Made:
    """Columns that mean nothing: consent, allergies, how people heard of it, empty ones without a header."""
    city = w.city()
    register = filled(w, Manner("en", "y-m-d"), (*WHERE, "given", "family", "email", "community", "consent"), city)
    extra = ["Food allergies", "How did you hear about us?", "T-shirt size", "", "Rating (1-5)"]
    rows: Rows = [[*register.header(), *extra]]
    for row in register.rows:
        told = (w.rng.choice(("", "nuts")), w.rng.choice(("Friend", "Local radio", "Mosque")), w.rng.choice("SML"))
        rows.append([*row, *told, "", w.rng.randrange(1, 6)])
    return anyfile(w, "with extras", rows, register.truth)


@shape
def community_and_nationality(w: World) -> Made:
    """Both a community and a country of birth: the community is what people say of themselves."""
    city = w.city()
    event = w.event(city)
    register = Register(w, Manner("en"), ("name", "email", "nationality", "community"))
    for person in w.people(9, city, ("syrian", "afghan", "somali", "muslim", "bosnian")):
        country = words.COUNTRIES[w.rng.choice(("syrian", "afghan", "somali", "bosnian"))]["en"][0]
        register.add(person, event, nationality=country)
    top = ["Full name", "E-mail", "Country of birth", "Community"]
    return anyfile(w, "both", [*block(w, event, "en", "d.m.y"), [], [*top], *register.rows], register.truth)
