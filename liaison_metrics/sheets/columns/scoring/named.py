"""Rules about names: of the events in a log, of people in two columns or under a word for a group, of kinds of people,
and of others than those whom numbers beside them count."""

from __future__ import annotations

from liaison_metrics.domain.project import VocabularyKind
from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.headers import FEW, HALF, MOSTLY, SEVERAL
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Condition, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.headers import EVENT, NAMES, PERSONAL
from liaison_metrics.sheets.words.lists import normal, people_words, tools
from liaison_metrics.sheets.words.phrases.titles.helpers import names_helpers
from liaison_metrics.sheets.words.phrases.titles.moments import heads_time_there
from liaison_metrics.sheets.words.presence import names_people

_FEWEST_PEOPLE = 3
"""One or two teachers may be those of a course."""

_SOME_KINDS = 0.2
"""Nobody's name is a word for women or children; other rows beside these may be of anything."""

_FEWEST_REPEATED = 4
"""Of fewer names, one may be there twice by mistake."""

_FEWEST_SIZES = 3
"""Two numbers may be the codes for yes and no."""

_COUNTS = ("people", "total", "present")
"""What headers of numbers of people say."""

_NO_FAMILY_NAMES = ("city", "community", "group", "gender", "role", "mark", "presence word", "absence word")
"""Kinds of values that go on with no name."""


def _name_events(c: Column, s: Surroundings) -> bool:
    """Whether what is named are events: each has its day, its activity, perhaps in the name, and a number of people
    that nobody brings along."""
    others = [one for one in s.columns if one is not c and one.filled]
    if c.said not in NAMES or c.share("number") >= HALF or any(one.said in PERSONAL for one in others):
        return False
    counts = (one for one in others if one.said in _COUNTS and not (one.codes or one.date or one.additional))
    groups = any(one.share("number") >= MAJORITY and one.share("ordinal") < HALF for one in counts)
    dated = any(one.share("event date") >= MAJORITY for one in others)
    return groups and dated and any(one.share("activity") >= MOSTLY for one in (c, *others))


def _counts_children_of(c: Column, s: Surroundings) -> bool:
    """Whether a header asks people named in a list how many children they have ("How many children?"), and not whether
    these came."""
    words = normal(c.header).split()
    others = [word for word in words if word not in {one for phrase in tools("how_many") for one in phrase.split()}]
    children = [word for word in others if word in people_words("minors") or word in tools("who_comes_along")]
    said = {one.said for one in s.columns}
    asked = len(others) < len(words) and bool(others) and children == others
    return c.said == "people" and asked and bool(said & PERSONAL) and not said & EVENT


def _counts_people_of_rows(c: Column, s: Surroundings) -> bool:
    """Whether numbers under a word for coming and one for people or for a number ("Persons who came") say how many came
    of each flat or family, of which somebody is named. Ones and zeros may be marks."""
    words = set(normal(c.header).split())
    counting = any(map(names_people, words)) or not words.isdisjoint(tools("count_of") | tools("plain_number"))
    several = c.share("number") == 1 and c.share("small") == 1 and c.share("mark") < 1 and c.distinct >= _FEWEST_SIZES
    named = any(one is not c and one.said in NAMES for one in s.columns)
    return c.said == "present" and counting and several and named and not (c.date or heads_time_there(c.header))


def _name_no_people_counted(c: Column, s: Surroundings) -> bool:
    """Whether names stand beside numbers of people whom they don't name: names of communities ("Visitors by
    community"), or each of few names in several rows, as those on duty at a stand: on one day, for on several days the
    same families may have come."""
    others = [one for one in s.columns if one is not c and one.filled and one.said == "people"]
    plain = [one for one in others if not (one.codes or one.date or one.additional)]
    if not any(one.share("number") >= MAJORITY and one.share("row number") < HALF for one in plain):
        return False
    dated = any(one.share("event date") >= HALF for one in s.columns)
    repeated = not dated and c.filled >= _FEWEST_REPEATED and c.distinct <= HALF * c.filled
    kinds = max(c.share("gender"), c.share("kind of people")) >= _SOME_KINDS
    return repeated or kinds or c.share("community") > HALF


def _are_titles(c: Column, s: Surroundings) -> bool:
    """Whether the names of events are not those of activities, nor of people, who may have been in charge."""
    return _name_events(c, s) and max(c.share("activity"), c.share("full names")) < HALF


def _is_given_name(c: Column, s: Surroundings) -> bool:
    return c.meaning == "name" and "family_name" in s.meanings and "given_name" not in s.meanings


def _is_family_name(c: Column, s: Surroundings) -> bool:
    return c.meaning == "name" and "given_name" in s.meanings and "family_name" not in s.meanings


def _goes_on_with_names(c: Column, s: Surroundings) -> bool:
    """Whether a column without a header has the other half of the names: those beside it are of one word, and no other
    column names people. One header often stands over both ("Pupil" over "Anna" and "Beck")."""
    if c.header or c.share("name") < MOSTLY or c.distinct < SEVERAL or c.share("full names"):
        return False
    if any(c.share(kind) >= FEW for kind in _NO_FAMILY_NAMES) or c.filled < MOSTLY * s.most_filled:
        return False
    named = [one for one in s.columns if one.meaning in NAMES and one is not c]
    return len(named) == 1 and abs(named[0].at - c.at) == 1 and named[0].share("one word") >= MAJORITY


def _names_go_on(c: Column, s: Surroundings) -> bool:
    return c.meaning == "name" and any(_goes_on_with_names(one, s) for one in s.columns if one is not c)


def _name_people_of_group(c: Column, s: Surroundings) -> bool:
    """Whether full names, each once, stand under a word for people of a group who may also lead lessons ("Teacher"),
    beside marks or signatures: these people were taught."""
    others = [one for one in s.columns if one is not c and one.filled]
    if c.said not in ("instructor", "") or VocabularyKind.GROUP not in c.codes or c.filled < _FEWEST_PEOPLE:
        return False
    if any(
        one.said in PERSONAL or one.share("full names") >= HALF or one.share("event date") >= HALF for one in others
    ):
        return False
    marked = any(one.said in ("signature", "present") or one.share("mark") >= MOSTLY for one in others)
    counts = any(one.share("number") >= MAJORITY and one.share("row number") < HALF for one in others)
    return marked and not counts and c.share("full names") >= MOSTLY and c.distinct == c.filled


def _are_residents(c: Column, s: Surroundings) -> bool:
    """Whether full names, each once, stand under a word for where somebody lives ("Resident"), and no other column
    names people: they live there."""
    others = (one for one in s.columns if one is not c and one.filled)
    named = any(one.said in PERSONAL or one.share("full names") >= HALF for one in others)
    names = c.share("full names") >= MOSTLY and c.share("city") < FEW and c.distinct >= MOSTLY * c.filled
    return c.said == "residence" and c.filled >= _FEWEST_PEOPLE and names and not named


def _divide_people(kind: str) -> Condition:
    """Whether a header names people, and its values, beside numbers, are words of a kind by which these are divided
    ("Visitors by community")."""

    def holds(c: Column, s: Surroundings) -> bool:
        numbers = any(one is not c and one.share("number") >= MAJORITY for one in s.columns)
        return numbers and c.said == "people" and c.share(kind) >= MOSTLY and c.share("number") < HALF

    return holds


def _describes_events(c: Column, s: Surroundings) -> bool:
    """Whether texts beside a column of activities name these in full ("Workshop" beside "Skill-transfer workshop:
    pottery"): they are the events' titles."""
    beside = any(one is not c and one.said == "activity" for one in s.columns)
    return beside and not c.said and c.share("named activity") >= HALF


def _stand_for_communities(c: Column, _s: Surroundings) -> bool:
    """Whether a header is of codes that a key of the sheet explained, each as a community."""
    coded = normal(c.header) in tools("code_of_person")
    return coded and c.said in ("unused", "signature", "") and c.distinct > 1 and c.share("community") >= MOSTLY


def _is_of_others(c: Column, _s: Surroundings) -> bool:
    """Whether a header is of somebody who helped the people, such as an interpreter: nationalities below it are what
    that person speaks, or where they come from."""
    return c.said != "community" and names_helpers(c.header)


NAME_RULES = (
    ColumnRule(
        "communities of helpers", ("community",), W.impossible, _is_of_others, "it is about somebody else",
        fires=("Tolk i lokalet: somali, syrisk, somali | Elever: 22, 21, 24",
               "Dolmetschsprache: somali, syrian, local", "Interpreter: somali, syrian, local",
               "Mediatore: somali, syrian, local", "Διερμηνέας: somali, syrian, local"),
        silent=("Zorb: somali, syrian, local",),
    ),
    ColumnRule(
        "communities in place of codes", ("community",), W.instead, _stand_for_communities,
        "the values are communities",
        fires=("Kode: local, syrian, local", "Code: local, syrian, local", "Kürzel: local, syrian, local",
               "Codice: local, syrian, local", "Κωδικός: local, syrian, local"),
        silent=("Code: A1, B2, C3", "Kürzel: AB, BO, CR", "Code: local, local", "Language: local, syrian"),
    ),
    ColumnRule(
        "people of each row", ("people",), W.instead + W.fit, _counts_people_of_rows, "it says how many people came",
        fires=(
            "Fremmødte personer: 2, 1, 0, 3 | Navn: Anna Beck, Ben Ott, Carl Rau, Eva Lang",
            "Present (no.): 2, 1, 3 | Name: Anna Beck, Ben Ott, Carl Rau",
            "Presenti pers.: 2, 1, 0 | Nome: Anna Beck, Ben Ott, Carl Rau",
            "Anwesend (Anz.): 2, 1, 4 | Name: Anna Beck, Ben Ott, Carl Rau",
            "Παρόντες (αρ.): 2, 1, 3 | Όνομα: Anna Beck, Ben Ott, Carl Rau",
        ),
        silent=(
            "Fremmødte personer: 1, 1, 0 | Navn: Anna Beck, Ben Ott, Carl Rau",
            "Present: 2, 1, 3 | Name: Anna Beck, Ben Ott, Carl Rau",
        ),
    ),
    ColumnRule(
        "people of a group", ("name",), W.instead + W.fit, _name_people_of_group, "the values name people of one group",
        fires=(
            "Teacher: Anna Beck, Ben Ott, Ida Rau | School: Nord, Ost, Nord | Day 1: x, x, x",
            "Docente: Anna Beck, Ben Ott, Ida Rau | Scuola: Nord, Ost, Nord | Firma: x, x, x",
            "Lehrkraft: Anna Beck, Ben Ott, Ida Rau | Schule: Nord, Ost, Nord | Anwesend: x, x, x",
            "Lærer: Anna Beck, Ben Ott, Ida Rau | Skole: Nord, Ost, Nord | Til stede: x, x, x",
            "Εκπαιδευτικός: Anna Beck, Ben Ott, Ida Rau | Σχολείο: Nord, Ost, Nord | Υπογραφή: x, x, x",
        ),
        silent=(
            "Trainer: Anna Beck, Ben Ott, Ida Rau | School: Nord, Ost, Nord | Present: x, x, x",
            "Teacher: Anna Beck, Ben Ott, Ida Rau | School: Nord, Ost, Nord | Pupils: 12, 14, 9 | Present: x, x, x",
            "Teacher: Anna Beck, Anna Beck, Ida Rau | Lesson: Wood, Bread, Radio | Held: x, x, x",
            "Teacher: Anna Beck, Ben Ott, Ida Rau | Name: Ugo Holm, Eva Lang, Leo Krag | Present: x, x, x",
        ),
    ),
    ColumnRule(
        "residents by name", ("name",), W.instead + W.fit, _are_residents, "the values are names, each once",
        fires=(
            "Resident: Anna Beck, Ben Ott, Ida Rau | Community: local, syrian, local",
            "Residente: Anna Neri, Ugo Riva, Ida Bo | Firma: x, x, x",
        ),
        silent=(
            "Name: Anna Beck, Ben Ott, Ida Rau | Resident: Bad Ischl, San Vito, Sankt Veit",
            "Resident: yes, no, yes", "Residenza: Graz, Linz, Wels | Firma: x, x, x",
        ),
    ),
    ColumnRule(
        "name beside a family name", ("given_name",), W.instead + W.fit, _is_given_name,
        "a family name stands beside it",
        fires=("Name: Anna, Ben | Cognome: Beck, Ott",), silent=("Name: Anna, Ben",),
    ),
    ColumnRule(
        "name beside a given name", ("family_name",), W.instead + W.fit, _is_family_name,
        "a given name stands beside it",
        fires=("Name: Beck, Ott | Vorname: Anna, Ben",), silent=("Name: Anna, Ben",),
    ),
    ColumnRule(
        "other half of a name", ("family_name",), W.instead + W.fit, _goes_on_with_names,
        "a given name stands beside it",
        fires=(": Beck, Ott, Rau | Name: Anna, Ben, Carl",),
        silent=(
            ": Beck, Ott, Rau | Name: Anna Beck, Ben Ott, Carl Rau", ": Graz, Graz, Graz | Name: Anna, Ben, Carl",
            ": syrian, local, syrian | Name: Anna, Ben, Carl", ": x, x, x | Name: Anna, Ben, Carl",
            ": Beck, Ott, Rau | Town: Graz, Linz, Wels | Name: Anna, Ben, Carl",
            ": Beck, Ott, Rau | Name: Anna, Ben, Carl | Surname: Holm, Lind, Berg",
        ),
    ),
    ColumnRule(
        "half of a name", ("given_name",), W.instead + W.fit, _names_go_on, "a family name stands beside it",
        fires=("Name: Anna, Ben, Carl | : Beck, Ott, Rau",),
        silent=("Name: Anna Beck, Ben Ott, Carl Rau | : Beck, Ott, Rau",),
    ),
)  # fmt: skip

LOG_RULES = (
    ColumnRule(
        "texts that name activities", ("title",), W.plain, _describes_events, "the values name activities in full",
        fires=("What: Skill-transfer workshop: pottery, Info session at the library | Activity: Workshop, Evening",),
        silent=("What: Skill-transfer workshop: pottery, Info session at the library", "What: pot | Activity: Fair"),
    ),
    *(
        ColumnRule(
            f"{kind} of people", (kind,), W.plain, _divide_people(kind), because,
            fires=(f"Visitors: {words} | Number: 9, 14, 5",),
            silent=(f"Visitors: {words}", "Visitors: 12, 15, 9 | Number: 9, 14, 5"),
        )
        for kind, words, because in (("community", "local, syrian, afghan", "the values are communities"),
                                     ("gender", "female, male, female", "the values are genders"))
    ),
    ColumnRule(
        "names beside numbers of people", NAMES, W.impossible, _name_no_people_counted,
        "the numbers beside it count other people",
        fires=(
            "On duty: Lina, Ines, Ines, Ines | People: 9, 17, 26, 12",
            "Visitors: Albanian, Nigerian, Zorb | People: 9, 17, 26",
            "Who: Women, Men, Zorb | Number: 12, 9, 7",
            "Chi: Bambini, Adulti, Zorb, Zurb | Numero: 12, 9, 7, 3",
        ),
        silent=(
            "Name: Anna Beck, Ben Ott, Ida Rau, Leo Krag | People: 2, 1, 3, 2",
            "On duty: Lina, Ines, Ines, Ines | Phone: 9, 17, 26, 12",
            "Family: Beck, Ott, Beck, Ott | People: 3, 4, 3, 2 | Day: 2021-03-03, 2021-03-03, 2021-04-03, 2021-04-03",
        ),
    ),
    ColumnRule(
        "children of people listed", ("unused",), W.instead, _counts_children_of, "it is about the person",
        fires=("Quanti figli: 3, 2 | Nome e cognome: Anna Beck, Ben Ott",
               "Wie viele Kinder?: 3, 2 | Name: Anna Beck, Ben Ott",
               "Hvor mange børn: 3, 2 | Navn: Anna Beck, Ben Ott"),
        silent=("Quanti figli presenti: 3, 2 | Nome e cognome: Anna Beck, Ben Ott",
                "Wie viele Kinder?: 3, 2 | Datum: 2021-03-03, 2021-04-03 | Name: Anna Beck, Ben Ott",
                "Wie viele Personen?: 3, 2 | Name: Anna Beck, Ben Ott"),
    ),
    ColumnRule(
        "names of events", NAMES, W.impossible, _name_events, "the rows are events",
        fires=(
            "Name: Radio, Summer | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | Turnout: 31, 12",
            "Nome: Piazza, Orto | Data: 2021-03-03, 2021-04-03 | Tipo: Focus group, Focus group | Presenti: 31, 12",
        ),
        silent=(
            "Name: Anna Beck, Ben Ott | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | People: 2, 1",
            "Name: Anna Beck, Ben Ott | Phone: 0660 1234567 | Day: 2021-03-03 | What: Focus group | People: 31, 12",
            "Participants: 20, 15 | Day: 2021-03-03, 2021-04-03 | What: Focus group, Info session | People: 31, 12",
        ),
    ),
    ColumnRule(
        "titles of a log", ("title",), W.instead, _are_titles, "the rows are events",
        fires=("Name: Radio, Summer | Day: 2021-03-03, 2021-04-03 | What: Focus group | Turnout: 31, 12",),
        silent=("Name: Anna Beck, Ben Ott | Day: 2021-03-03, 2021-04-03 | What: Focus group | Turnout: 31, 12",),
    ),
)  # fmt: skip
