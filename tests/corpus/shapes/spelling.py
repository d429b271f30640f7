"""How days and words are spelled, and what machines do to letters."""

# ruff: noqa: E501  (a line a language)

from __future__ import annotations

from datetime import date

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows
from tests.corpus.made import Made, anyfile, shape
from tests.corpus.register import Manner, Register
from tests.corpus.shapes.registers import WHERE, filled
from tests.corpus.shapes.titled import listed
from tests.corpus.world import World, plain

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _english(day: date) -> list[str]:
    month = words.MONTHS["en"][day.month - 1]
    short = _MONTHS[day.month - 1]
    return [
        f"{_ordinal(day.day)} {month} {day.year}",
        f"{month} {_ordinal(day.day)}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day.day:02}-{short}-{day:%y}",
        f"{day.day} {short}. {day.year}, 5 pm",
        f"{words.WEEKDAYS['en'][day.weekday()][:3]} {day.day} {month} {day.year}",
    ]


def _place(day: date, language: str) -> list[str]:
    month, weekday = words.MONTHS[language][day.month - 1], words.WEEKDAYS[language][day.weekday()]
    return {
        "it": [f"{weekday} {day.day} {month} {day.year} ore 17:00", f"{day:%d/%m/%Y} ore 18.00", f"{day.day} {month[:3]} {day.year}"],
        "de": [f"{weekday}, den {day.day}. {month} {day.year}, 18:00 Uhr", f"{day.day}.{month} {day.year}", f"{weekday[:2]}, {day:%d.%m.%Y}"],
        "da": [f"d. {day.day}. {month} {day.year}", f"{weekday} d. {day.day}. {month} {day.year} kl. 17", f"{day.day}/{day.month} {day.year}"],
        "el": [f"{weekday} {day.day}/{day.month}/{day.year}", plain(f"{day.day} {month} {day.year}").upper(), f"{day.day} {month} {day.year}, ώρα 18:00"],
    }[language]  # fmt: skip


@shape
def english_ways_of_days(w: World) -> Made:
    register = Register(w, Manner("en"), (*WHERE, "name", "email", "community"))
    for number in range(6):
        event = w.event("athens")
        for person in w.people(3, "athens"):
            register.add(person, event, date=_english(event.day)[number])
    return anyfile(w, "spelled", [register.header(), *register.rows], register.truth)


@shape
def local_ways_of_days(w: World) -> Made:
    language, city = w.rng.choice((("it", "palermo"), ("de", "kassel"), ("da", "vejle"), ("el", "athens")))
    register = Register(w, Manner(language), (*WHERE, "name", "email", "community"))
    for number in range(3):
        event = w.event(city)
        for person in w.people(4, city):
            register.add(person, event, date=_place(event.day, language)[number])
    return anyfile(w, "local", [register.header(), *register.rows], register.truth, language)


@shape
def accents_lost(w: World) -> Made:
    """Greek in capitals without accents."""
    event = w.event("athens")
    register = listed(w, event, Manner("el"), ("number", "name", "phone", "gender", "community"), 9)
    rows: Rows = [
        ["Δραστηριότητα", words.ACTIVITIES[event.activity]["el"][0]],
        ["Πόλη", "Αθήνα"],
        ["Ημερομηνία", written(event.day, "d/m/y", "el")],
        [],
    ]
    rows += [register.header(), *register.rows]
    bare: Rows = [
        [_bare(cell) if isinstance(cell, str) and not cell.startswith("+") else cell for cell in row] for row in rows
    ]
    return anyfile(w, "kefalaia", bare, register.truth, "el")


def _bare(text: str) -> str:
    accents = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")
    return text.lower().translate(accents).upper()


@shape
def umlauts_spelled_out(w: World) -> Made:
    """A machine without umlauts."""
    register = filled(
        w, Manner("de", "d.m.y", "d.m.y"), (*WHERE, "name", "email", "birth", "gender", "community", "group"), "graz"
    )
    rows: Rows = [
        [
            "Datum",
            "Ort",
            "Aktivitaet",
            "Name",
            "E-Mail",
            "Geburtsdatum",
            "Geschlecht",
            "Gemeinschaft",
            "Art der Organisation",
        ]
    ]
    place = register.fields.index("name")
    for row in register.rows:
        rows.append(
            [_spelled(cell) if isinstance(cell, str) and number != place else cell for number, cell in enumerate(row)]
        )
    return anyfile(w, "umlaute", rows, register.truth, "de")


def _spelled(text: str) -> str:
    for letter, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")):
        text = text.replace(letter, spelled)
    return text


@shape
def communities_of_places(w: World) -> Made:
    """ "Syrian community of Graz", "Comunità tunisina di Palermo", with spaces and capitals as they come."""
    event = w.event("palermo")
    register = Register(w, Manner("it"), ("name", "email", "community"))
    said = {
        "tunisian": "Comunità tunisina di Palermo",
        "senegalese": "comunità  senegalese",
        "bangladeshi": "COMUNITÀ BANGLADESE",
        "nigerian": "nigeriana (Palermo)",
        "muslim": "Comunita' musulmana",
        "local": "Comunità locale",
    }
    for community, form in said.items():
        for person in w.people(2, "palermo", (community,)):
            register.add(person, event, community=form)
    rows: Rows = [
        [words.ACTIVITIES[event.activity]["it"][0]],
        [f"Palermo, {written(event.day, 'long', 'it')}"],
        [],
        register.header(),
        *register.rows,
    ]
    return anyfile(w, "comunità", rows, register.truth, "it")


@shape
def slips_in_other_languages(w: World) -> Made:
    language, city, slips = w.rng.choice((
        ("it", "palermo", {"tunisian": "Tunsina", "nigerian": "nigerianna", "muslim": "comunità musulamna", "pakistani": "Pachistana"}),
        ("de", "graz", {"syrian": "Syrsich", "muslim": "Muslimsche Gemeinschaft", "turkish": "türkich", "albanian": "Albansich"}),
        ("da", "vejle", {"somali": "Somalsk", "muslim": "Muslimsk felleskab", "syrian": "Syriisk", "bosnian": "Bosnikk"}),
    ))  # fmt: skip
    event = w.event(city)
    register = Register(w, Manner(language, "d.m.y"), (*WHERE, "name", "email", "community"))
    for community, slip in slips.items():
        for person in w.people(2, city, (community,)):
            register.add(person, event, community=slip)
    return anyfile(w, "slips", [register.header(), *register.rows], register.truth, language)
