"""Rules about what the other columns of a table say of a column, such as the town of an event or of an address."""

from __future__ import annotations

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.attendance import are_words_of_presence, tells_states
from liaison_metrics.sheets.columns.scoring.counts import COUNT_RULES, DESCRIBED, has_counts
from liaison_metrics.sheets.columns.scoring.headers import HALF, MOSTLY, SEVERAL, names_participants
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.session_marks import TIMES
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL, is_of_household
from liaison_metrics.sheets.words.lists import normal, tools
from liaison_metrics.sheets.words.presence import says_absent

_BESIDE = 2
"""A town belongs to an address if a street or postcode is at most this many columns away."""

_SHARED = 3
"""A contact of so many people is nobody's own; two can share one (counting.md, "One person")."""

_SAYS_SOMETHING_ELSE = ("email", "phone", "date", "birth_date", "gender", "present", "age")
"""Headers over names that can only be wrong: none of these has values like names."""
_EVENT_COLUMNS = ("date", "activity")


def _words(column: Column) -> set[str]:
    return set(normal(column.header).split())


def _has(s: Surroundings, *meanings: str) -> bool:
    return not s.meanings.isdisjoint(meanings)


def _others(column: Column, s: Surroundings) -> list[Column]:
    return [other for other in s.columns if other is not column]


def _holds_ticket(c: Column, s: Surroundings) -> bool:
    return normal(c.header) in tools("holder") and not _has(s, *NAMES)


def _is_shared_contact(c: Column, s: Surroundings) -> bool:
    """Whether a contact is that of an institution, the same in all rows, where nobody is named: it makes no person."""
    shared = c.distinct == 1 and c.filled >= max(_SHARED, s.most_filled / 2)
    return c.meaning in ("email", "phone") and shared and not _has(s, *NAMES)


def _are_initials_of_people(c: Column, s: Surroundings) -> bool:
    named = any(one is not c and one.said in NAMES for one in s.columns)
    return c.share("initials") >= MOSTLY and c.said != "instructor" and not named


def _are_ways_beside_days(c: Column, s: Surroundings) -> bool:
    """Whether a column says how each of several days took place ("Mode": online, phone), and marks no session."""
    ways = c.said == "session" and c.date is None and c.distinct > 1 and max(c.share("mark"), c.share("session mark"))
    numbered = any(map(str.isdigit, c.header))
    days = any(o.said == "date" and o.share("date") >= MOSTLY and o.distinct > 1 for o in _others(c, s))
    return bool(ways) and ways >= MAJORITY and not numbered and days


def _are_names_of_the_absent(c: Column, s: Surroundings) -> bool:
    absent = c.said == "present" and says_absent(c.header) and not c.share("mark")
    return absent and any(one.share("several names") >= HALF for one in s.columns)


def _is_of_event_log(c: Column, s: Surroundings) -> bool:
    """Whether a contact is that of an institution or of a contact person, in a log of events with their numbers of
    people, or the values are no contacts at all ("E-mails sent", "Phone ext."). A form in which each person says how
    many come along has no column of who led the event, and no number as large as a group's."""
    if c.meaning not in ("email", "phone") or _has(s, *NAMES) or not _has(s, "people") or not _has(s, *EVENT):
        return False
    if not any(one.meaning == "people" and one.is_numeric and one.filled for one in s.columns):
        return False
    led = any(one.meaning == "instructor" and one.filled for one in s.columns)
    other = c.is_numeric and not c.share(c.meaning)
    return led or other or any(_words(one) & tools("institution") for one in s.columns if one.meaning in PERSONAL)


def _is_in_address(c: Column, s: Surroundings) -> bool:
    """Whether a column of towns in a list of people has a street or a postcode beside it."""
    return c.meaning == "city" and normal(c.header) in tools("town") and _has(s, *PERSONAL) and _has_address(c, s)


def _is_country_in_address(c: Column, s: Surroundings) -> bool:
    """Whether a column of countries says where people live: it has a street or a postcode near it."""
    asked = c.meaning == "community" and normal(c.header) in tools("country")
    return asked and _has(s, *PERSONAL) and _has_address(c, s)


def _is_country_of_organisation(c: Column, s: Surroundings) -> bool:
    """Whether a column has only countries of the project, several of them, and people's organisations beside it: the
    people of one city come from many countries."""
    partners = c.share("project country") == 1 and c.distinct >= SEVERAL
    asked = c.meaning == "community" and normal(c.header) in tools("country") and partners
    return asked and any(o.said == "organisation" or _words(o) & tools("own_organisation") for o in _others(c, s))


def _is_elsewhere(c: Column, s: Surroundings) -> bool:
    return _is_country_in_address(c, s) or _is_country_of_organisation(c, s)


def _has_address(c: Column, s: Surroundings) -> bool:
    return any(
        abs(other.at - c.at) <= _BESIDE and normal(other.header) in tools("part_of_address") for other in _others(c, s)
    )


def _is_title_of_person(c: Column, s: Surroundings) -> bool:
    """Whether a column "Title" holds salutations, degrees or jobs. It does in a list of people without dates and
    activities, where titles of events would stand without their events."""
    if c.meaning != "title" or normal(c.header) not in tools("ambiguous_title") or not _has(s, *PERSONAL):
        return False
    if c.share("salutation") >= HALF:
        return True
    if any(other.filled and other.meaning == other.said and other.meaning in _EVENT_COLUMNS for other in s.columns):
        return False
    return c.distinct > 1 or 2 * c.filled < s.most_filled


def _is_office(c: Column, s: Surroundings) -> bool:
    """Whether a column of posts has the person's organisation beside it, and few posts are roles at an event."""
    if c.meaning != "role" or not _has(s, *PERSONAL):
        return False
    office = c.share("role") < MOSTLY and bool(_words(c) & tools("office"))
    return (office and any(_words(o) & tools("own_organisation") for o in _others(c, s))) or _are_posts_in_firms(c, s)


def _are_posts_in_firms(c: Column, s: Surroundings) -> bool:
    """Whether some own the firm beside them, nearly each another one, and all others may work there."""
    firms = [o for o in _others(c, s) if o.said == "organisation" and o.distinct >= HALF * o.filled > 1]
    return bool(firms) and c.share("owner") > 0 and c.share("role") <= c.share("employee")


def _may_be_post(c: Column, s: Surroundings) -> bool:
    """Whether roles stand beside the person's organisation, and some are none at an event: they may be posts there."""
    some = c.meaning == "role" and MAJORITY <= c.share("role") < MOSTLY and not _is_office(c, s)
    return some and _has(s, *PERSONAL) and any(_words(o) & tools("own_organisation") for o in _others(c, s))


def _names_communities(c: Column, _s: Surroundings) -> bool:
    form = normal(c.header)
    return c.meaning == "community" and any(stem in form for stem in tools("community_stems"))


def _is_when_people_clicked(c: Column, _s: Surroundings) -> bool:
    return c.meaning == "date" and c.share("stamp") >= MAJORITY


def _names_who(c: Column, s: Surroundings) -> bool:
    """Whether a column under "who" or "family" has names, nearly all different, and no other does."""
    form = normal(c.header)
    asks = form in tools("asks_who") or is_of_household(form) or names_participants(c.header)
    differ = c.distinct >= MOSTLY * c.filled or bool(c.share("people of days"))
    named = differ and c.share("name") >= MOSTLY and c.filled >= SEVERAL
    said = max(c.share("community"), c.share("group"))
    return asks and c.meaning in ("", "unused") and named and said < MAJORITY and not _has(s, *NAMES)


def _has_names_of_others(c: Column, s: Surroundings) -> bool:
    """Whether a column has full names under a header that says something else, and no other column names the people."""
    other = c.said in _SAYS_SOMETHING_ELSE and c.meaning in ("", c.said) and not c.share(c.said)
    named = other and bool(c.share("full names")) and c.filled >= SEVERAL and c.date is None
    return named and not any(one.meaning in NAMES and not _are_few(one) for one in s.columns)


def _are_few(c: Column) -> bool:
    return c.filled > SEVERAL and c.distinct * SEVERAL <= c.filled


def _has_full_names(c: Column, s: Surroundings) -> bool:
    """Whether a column under an unknown header, or none, has full names in a list of people whom nothing identifies."""
    about_event = c.codes.keys() - {VocabularyKind.ACTIVITY, VocabularyKind.GENDER}  # "Boy or girl" is about people
    if c.meaning or c.date or about_event or not c.share("full names") or _has(s, *PERSONAL):
        return False
    days = sum(bool(one.date) and one.share("session mark") >= MAJORITY for one in s.columns)
    told = any(tells_states(one) or (one.meaning == "present" and one.share("mark") >= MAJORITY) for one in s.columns)
    told = told or bool(c.share("people of days")) or any(are_words_of_presence(one, s) for one in s.columns)
    return days > 1 or (bool(days or told or _has(s, *DESCRIBED)) and not has_counts(s.columns))


def _is_signed_under_day(c: Column, _s: Surroundings) -> bool:
    return c.date is not None and c.share("initials") >= MAJORITY > c.share("known mark")


def _tells_times_under_day(c: Column, _s: Surroundings) -> bool:
    return c.date is not None and c.said in TIMES and c.share("known mark") >= MAJORITY and c.filled > 0


NEIGHBOUR_RULES = (
    *COUNT_RULES,
    ColumnRule(
        "words of presence", ("present",), W.clear - .01,
        are_words_of_presence, "the values say who was there",
        fires=("Zorb: present, absent", "Zorb: deltog, udeblev, talte", "Zorb: present, absent, spoke",
               "Zorb: done, done, no show, done, done", "Rückmeldung: anwesend, anwesend, entschuldigt"),
        silent=("Zorb: Graz", "Zorb: done, done, soon", "Zorb: present, absent, A, B, C",
                "Produkt: Teilnahme, Teilnahme | Present: yes, no",
                "Aufnahme: ja, ja, nein, ja, nicht erschienen", "Recorded: yes, yes, no, yes, did not come"),
    ),
    ColumnRule(
        "initials in place of names", ("name",), W.instead, _are_initials_of_people,
        "it holds initials, and no column holds names",
        ("Initials: A.B., C.D., E.F. | Class: 2a, 2a, 2b",),
        ("Initials: A.B., C.D., E.F. | Name: Anna Beck, Carl Dunn, Eva Fox", "Υπεύθ.: Μ.Σ., Ρ.Κ. | Άτομα: 20, 6"),
    ),
    ColumnRule(
        "names of absent people", ("present",), W.impossible, _are_names_of_the_absent,
        "it names people who were absent",
        ("Assenti: Sara Neri, Ida Bo | Presenti: Anna Beck & Ben Ott, Eva Lang & Ugo Riva",),
        ("Assenti: x, -, x | Name: Anna Beck, Ben Ott, Eva Lang",),
    ),
    ColumnRule(
        "ticket holder", ("name",), W.instead, _holds_ticket, "nothing else names people",
        fires=("Ticket holder: Anna Beck",), silent=("Ticket holder: Anna Beck | Name: Ben Ott",),
    ),
    ColumnRule(
        "shared contact", ("email", "phone"), W.impossible, _is_shared_contact, "all rows have the same one",
        fires=("Email: a@x.org, a@x.org, a@x.org",),
        silent=("Email: a@x.org, a@x.org, a@x.org | Name: Anna Beck, Ben Ott, Carl Rau",),
    ),
    ColumnRule(
        "contact of an event", ("email", "phone"), W.impossible, _is_of_event_log, "the table is a log of events",
        fires=("Email: a@x.org, b@x.org | Trainer: Ugo, Ugo | Date: 2021-03-03, 2021-03-04 | Participants: 12, 15",),
        silent=("Email: a@x.org, b@x.org | Date: 2021-03-03, 2021-03-04 | Participants: 2, 1",),
    ),
    ColumnRule(
        "not its own contact", ("unused",), W.instead,
        lambda c, s: _is_shared_contact(c, s) or _is_of_event_log(c, s), "it is nobody's own",
        fires=("Email: a@x.org, a@x.org, a@x.org",), silent=("Email: a@x.org, b@x.org, c@x.org",),
    ),
    ColumnRule(
        "town of an address", ("residence",), W.instead, _is_in_address, "it belongs to an address",
        fires=("Town: Graz | Postcode: 8010 | Name: Anna Beck",), silent=("Town: Graz | Name: Anna Beck",),
    ),
    ColumnRule(
        "country of an address", ("unused",), W.instead, _is_elsewhere, "it belongs to an address",
        fires=("Country: Italy | Name: Anna Beck | Street: Lane 1", "Land: Italy, Austria, Denmark | Verein: Zorb"),
        silent=("Country: Italy | Name: Anna Beck", "Country: Syria, Italy, Austria | Organisation: Zorb"),
    ),
    ColumnRule(
        "no community of an address", ("community",), W.impossible, _is_elsewhere, "it belongs to an address",
        fires=("Country: Italy | Name: Anna Beck | Street: Lane 1", "Land: Italy, Austria, Denmark | Verein: Zorb"),
        silent=("Country: Italy | Name: Anna Beck", "Country: Italy, Italy, Italy | Organisation: Zorb"),
    ),
    ColumnRule(
        "no town of an event", ("city",), W.impossible, _is_in_address, "it belongs to an address",
        fires=("Town: Graz | Postcode: 8010 | Name: Anna Beck",), silent=("Town: Graz | Name: Anna Beck",),
    ),
    ColumnRule(
        "title of a person", ("title",), W.impossible, _is_title_of_person, "it is a person's title",
        fires=("Title: Mr, Dr | Name: Anna Beck, Ben Ott",),
        silent=("Title: Opening, Closing | Date: 2021-03-03 | Name: Anna Beck",),
    ),
    ColumnRule(
        "office", ("role",), W.impossible, _is_office, "it is a post in the person's organisation",
        fires=("Function: chair, treasurer | Organisation: Zorb, Gorb | Name: Anna Beck, Ben Ott",
               "Rolle: Inhaber, Mitarbeiter | Unternehmen: Zorb, Gorb, Worb | Name: Anna Beck, Ben Ott"),
        silent=("Role: trainer, participant | Organisation: Zorb, Gorb | Name: Anna Beck, Ben Ott",
                "Role: owner, trainer | Company: Zorb, Gorb, Worb | Name: Anna Beck, Ben Ott, Ida Rau"),
    ),
    ColumnRule(
        "perhaps a post", ("role",), W.doubtful, _may_be_post, "it may be a post in the person's organisation",
        fires=("Role: Presidente, Segretario, Formatore | Associazione: Zorb, Gorb, Worb | Name: Anna, Ben, Carl",),
        silent=("Role: trainer, participant | Organisation: Zorb, Gorb | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "perhaps no role", ("unused",), W.word, _may_be_post, "it may be a post in the person's organisation",
        fires=("Role: Presidente, Segretario, Formatore | Associazione: Zorb, Gorb, Worb | Name: Anna, Ben, Carl",),
        silent=("Role: trainer, participant | Organisation: Zorb, Gorb | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "about the person", ("unused",), W.aside, lambda c, s: _is_title_of_person(c, s) or _is_office(c, s),
        "it is about the person",
        fires=("Title: Mr, Dr | Name: Anna Beck, Ben Ott",),
        silent=("Role: trainer, participant | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "headed community", ("community",), W.fit + W.better, _names_communities, "the header names communities",
        fires=("Which community?: local, syrian | Nationality: local, syrian",), silent=("Nationality: local",),
    ),
    ColumnRule(
        "time of clicks", ("date",), -W.fit - W.better, _is_when_people_clicked, "the times are when people clicked",
        fires=("Date: 2021-03-03 10:07, 2021-03-04 11:13 | Datum: 2021-03-03, 2021-03-04",),
        silent=("Date: 2021-03-03 10:00",),
    ),
    ColumnRule(
        "who", ("name",), W.instead, _names_who, "the header asks who came",
        fires=("Who: Anna Beck, Ben Ott, Carl Rau", "Spiller/forælder: Anna Beck, Ben Ott, Carl Rau"),
        silent=("Who: Anna Beck, Ben Ott, Carl Rau | Name: Ida Holm, Ugo Berg, Eva Lind",),
    ),
    ColumnRule(
        "full names", ("name",), W.clear, _has_full_names, "the values are full names",
        fires=("Zorb: Anna Beck, Ben Ott | Community: local, syrian", "Zorb: Anna Beck, Ben Ott | Present: x, x",
               "Zorb: Anna Beck, Ben Ott, Carl Rau | Yes or no: came, did not come, came",
               "Ragazzo/a: Anna Beck, Ben Ott | 3.3.2021: x, x | 4.3.2021: x, x | Presenze: 2, 2"),
        silent=("Zorb: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "names under another header", ("name",), W.part, _has_names_of_others, "the values are full names",
        fires=("Who took part: Anna Beck, Ben Ott, Carl Rau | Contact name: Ugo Berg, Ugo Berg, Ugo Berg, Ugo Berg",),
        silent=("Phone: Anna Beck, Ben Ott, Carl Rau | Name: Ida Holm, Ugo Berg, Eva Lind",),
    ),
    ColumnRule(
        "initials under a day", ("signature",), W.plain, _is_signed_under_day, "the values are initials of the names",
        fires=("3.3.2021: AB, BO | Name: Anna Beck, Ben Ott",), silent=("3.3.2021: x, x | Name: Anna Beck, Ben Ott",),
    ),
    ColumnRule(
        "ways beside days", ("session",), W.impossible, _are_ways_beside_days, "each row has a day of its own",
        fires=("Møde: online, phone, online | Date: 2021-03-03, 2021-03-04, 2021-03-05",),
        silent=("Session 1: x, online, x | Date: 2021-03-03, 2021-03-04, 2021-03-05", "Møde: online, phone, online"),
    ),
    ColumnRule(
        "times under a day", TIMES, W.impossible, _tells_times_under_day, "the times are of that day",
        fires=("Arrival 3.3.2021: 10:05, 10:07 | Name: Anna Beck, Ben Ott",), silent=("Arrival: 10:05, 10:07",),
    ),
)  # fmt: skip
"""Evidence from the columns around. They are looked at with the meaning that each has on its own."""
