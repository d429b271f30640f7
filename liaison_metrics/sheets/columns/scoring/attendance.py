"""Rules about columns of marks that say who came, or to what."""

from __future__ import annotations

import re

from liaison_metrics.sheets.columns.column import Column
from liaison_metrics.sheets.columns.scoring.arriving import tells_which_took_place, tells_who_came
from liaison_metrics.sheets.columns.scoring.headers import FEW, HALF, MOSTLY, SEVERAL
from liaison_metrics.sheets.columns.scoring.rule import ColumnRule, Surroundings
from liaison_metrics.sheets.columns.scoring.weights import WEIGHTS as W
from liaison_metrics.sheets.columns.value_shares import MAJORITY
from liaison_metrics.sheets.words.cells import names_currency
from liaison_metrics.sheets.words.headers import NAMES, Manner, is_of_household, only_names_part_of_programme
from liaison_metrics.sheets.words.lists import (
    alternatives,
    evidence,
    header_starts,
    headers,
    is_actual,
    is_planned,
    normal,
    tools,
    words_of_events,
)
from liaison_metrics.sheets.words.phrases.prose.things import is_of_team, is_of_things
from liaison_metrics.sheets.words.phrases.titles.asked import asks_if_came
from liaison_metrics.sheets.words.presence import names_people

_NUMBERED_EVENT = re.compile(
    r"(?:\s*\d{1,2}[.:]\d{2}\s)?\s*([^\W\d]{3,20})\.?\s?(?:(\d{1,2})\s*[:–—(,-]|([A-HΑΒΓΔ])(?!\w))"
)
"""An event with a number before its topic, or with a letter, perhaps at an hour ("11:00 Workshop A")."""

_AT_AN_HOUR = re.compile(
    rf"\s*(?:{alternatives('clock')}\s+)?\d{{1,2}}(?:[.:]\d{{2}}(?:\s*[-–—]\s*\d{{1,2}}(?:[.:]\d{{2}})?)?|\s*[-–—]\s*\d{{1,2}})"
    rf"(?![\d.:])\s*(?:{alternatives('clock')}\s+)?[^\W\d]{{3,}}",
    re.I,
)
"""A part of a programme behind its hour ("11:00 Cooking", "9-10 Uhr Begrüßung")."""

_NEARLY_ALL = 0.9

_GUESSED = (Manner.PHRASE, Manner.TYPO, Manner.TYPOS)
"""A word in a header, or one that is nearly the same, says less than that all its words are of coming."""

_REPEATED = 0.8
"""Of names or signatures, more than this share of a column's values differ."""


def _tells_who_came(c: Column, s: Surroundings) -> bool:
    unsaid = c.said == "" or c.manner in _GUESSED or (c.said in ("unused", "time") and c.manner is not Manner.WORD)
    unsaid = unsaid or c.said in (*NAMES, "people")  # "Who came?", over marks
    asks = tells_who_came(c.header) or (asks_if_came(c.header) and not _asks_about_several(s))
    return unsaid and c.share("mark") >= MOSTLY and asks  # below stand numbers of others


def _asks_about_several(s: Surroundings) -> bool:
    """Whether several columns ask if people came, each to another event, perhaps."""
    return sum(asks_if_came(one.header) for one in s.columns) > 1


def counts_actual_people(c: Column, s: Surroundings) -> bool:
    """Returns whether small numbers stand under a word for what really was, beside such that were planned, in a log of
    events: each row has its activity and its day. Larger ones may be amounts of money, unless people registered."""
    if not is_actual(c.header) or is_planned(c.header) or not _are_small_numbers(c):
        return False
    small = [one for one in s.columns if one is not c and _are_small_numbers(one)]
    registered = any(one.said == "registered" for one in small)
    planned = registered or any(is_planned(one.header) for one in small)
    full = {one.meaning for one in s.columns if one.filled >= HALF * s.rows}
    in_log = planned and {"activity", "date"} <= full
    return in_log and (registered or not any(is_of_money(one.header) for one in s.columns))


def counts_nobody(c: Column) -> bool:
    """Returns whether numbers are of things, money or hours, or of the team."""
    if any(map(names_people, normal(c.header).split())):
        return False
    known = is_of_money(c.header) or is_of_things(c.header) or is_of_team(c.header)
    return known or header_starts(c.header, "other_numbers")


def counts_by_the_hour(c: Column, s: Surroundings) -> bool:
    """Returns whether a column that says it was counted stands beside the hours of a day."""
    hours = any(one is not c and (one.said == "time" or one.share("clock") >= MAJORITY) for one in s.columns)
    counting = tuple(evidence("counting"))
    return hours and c.said in ("", "unused") and all(word.startswith(counting) for word in normal(c.header).split())


def _are_small_numbers(c: Column) -> bool:
    return min(c.share("number"), 1 - c.share("row number")) >= MAJORITY and c.share("small") >= HALF


def is_of_money(header: str) -> bool:
    """Returns whether a header is about money, or other numbers than those of people."""
    words = set(normal(header).split()) - tools("target_numbers")  # "Soll" is a word of bookkeepers as well
    return names_currency(header) or not tools("foreign").isdisjoint(words)


def tells_states(c: Column) -> bool:
    """Returns whether a column says what became of each registration: under a header for a status, or because it says
    of some that they were absent, which is nobody's role."""
    headed = bool(set(normal(c.header).split()) & tools("status"))
    return (headed or c.share("absence word") > 0) and c.share("presence word") >= MOSTLY


def _tells_who_joined(c: Column, _s: Surroundings) -> bool:
    """Whether marks stand under a header about joining a call ("Joined voice chat"). Who joined a group may not have
    come."""
    words = set(normal(c.header).split())
    joined, calls = words & tools("comings"), words & tools("calls")
    return c.share("mark") >= _NEARLY_ALL and bool(joined and calls) and words - joined - calls <= tools("around_calls")


def _signs_consent(c: Column, _s: Surroundings) -> bool:
    """Whether a header says that a consent was signed ("Privacy / signed"): who did not may have come."""
    mentioned = c.manner is not Manner.WORD and any(
        headers().get(word) == "consent" for word in normal(c.header).split()
    )
    return c.said in ("signature", "present") and mentioned


def _is_marked_part_of_programme(c: Column, s: Surroundings) -> bool:
    """Whether marks stand under a part of a conference's programme, as under the others, and no column says who came:
    beside one, the marks are what people chose. A lunch may be a meal that somebody booked."""

    def holds(one: Column) -> bool:
        half_day = normal(one.header).split()[:1]  # "Morning" over "Room 1"
        named = one.said == "session" or only_names_part_of_programme(one.header)
        named = named or bool(tools("parts_of_day").intersection(half_day)) or _is_numbered_event(one, s)
        named = named or _AT_AN_HOUR.match(one.header) is not None
        return named and one.share("mark") >= MOSTLY and one.date is None

    if c.said == "session" or not holds(c) or any(one.said in ("present", "signature") for one in s.columns):
        return False
    return sum(map(holds, s.columns)) > 1


def _is_numbered_event(c: Column, s: Surroundings) -> bool:
    """Whether a header numbers an event before it says what it was about, as another one does ("Workshop 1: Cooking",
    "Workshop 2: Sewing"), or gives it a letter ("Workshop A")."""
    found = [match for one in s.columns if (match := _NUMBERED_EVENT.match(one.header))]
    own = _NUMBERED_EVENT.match(c.header)
    word = normal(own[1]) if own else ""
    known = word in words_of_events() or headers().get(word) in ("session", "activity", "date")
    return known and len({one[2] or one[3] for one in found if normal(one[1]) == word}) > 1


def _are_organisations(c: Column, _s: Surroundings) -> bool:
    """Whether texts that repeat, and are no marks, stand under a word for signing that is one for firms in another
    language ("Firma")."""
    both = c.said == "signature" and bool(set(normal(c.header).split()) & tools("own_organisation"))
    repeat = SEVERAL <= c.distinct <= _REPEATED * c.filled
    signed = max(c.share("initials"), c.share("own name"))
    return both and repeat and c.share("mark") < FEW and signed < HALF


def _are_initials_of_family_names(c: Column, s: Surroundings) -> bool:
    """Whether each value under a word for initials is one letter, and not that of the first name that stands beside it:
    the family names are abbreviated."""
    others = [one for one in s.columns if one is not c]
    first = any(one.said in ("given_name", "name") and one.share("full names") < HALF for one in others)
    alone = first and not any(one.said == "family_name" for one in others)
    letters = c.share("letter") >= _NEARLY_ALL and c.distinct >= SEVERAL and c.share("mark") < HALF
    return c.said == "signature" and letters and alone and c.share("own name") < HALF


def _log_comings_and_goings(c: Column, s: Surroundings) -> bool:
    """Whether the rows tell when people came and went: names repeat beside words for both, or times stand beside words
    for coming alone, with which a long log begins."""
    if c.share("coming") + c.share("going") < _NEARLY_ALL or c.date is not None:
        return False
    times = any(max(one.share(kind) for kind in ("clock", "time", "date")) >= MOSTLY for one in s.columns)
    repeat = any(one.said in NAMES and one.distinct <= _REPEATED * one.filled for one in s.columns)
    both = min(c.share("coming"), c.share("going")) > 0
    named = normal(c.header) in tools("action") or c.said in ("activity", "title")
    return times and (repeat if both else named and c.distinct == 1 and c.share("coming") > 0)


def _names_who_came_of_a_family(c: Column, s: Surroundings) -> bool:
    """Whether a column under a word for coming names somebody of each family that another column names."""
    families = any(one is not c and is_of_household(normal(one.header)) for one in s.columns)
    return families and c.said == "present" and bool(c.share("full names")) and c.share("mark") < FEW


def are_words_of_presence(c: Column, s: Surroundings) -> bool:
    """Returns whether a column holds words for who was there. Beside one of them, "participation" is what somebody
    booked."""
    words, away = c.share("presence word"), c.share("absence word")
    if away:  # "in the room" beside "apologies"
        words += c.share("way of coming")
    if c.said == "" and c.header and c.share("stayed away") and c.share("mark") >= MOSTLY:  # "done", "no show"
        if header_starts(c.header, "other_marks") and words < HALF:
            return False  # "Recorded?": yes, no, and "did not come" in place of either
        words = c.share("mark")
    if words < (HALF if c.said == "" and 0 < away < words else MOSTLY) or c.date is not None:
        return False
    return bool(c.said) or not any(one.said == "present" and one.share("mark") >= MAJORITY for one in s.columns)


ATTENDANCE_RULES = (
    ColumnRule(
        "who came of a family", ("name",), W.instead + W.fit + W.better, _names_who_came_of_a_family,
        "it names who came of each family",
        fires=("Erschienen ist: Anna Beck, Ben Ott, Carl Rau | Familie: Beck, Ott, Rau",
               "Presente: Anna Beck, Ben Ott | Famiglia: Beck, Ott"),
        silent=("Presente: x, x | Famiglia: Beck, Ott", "Erschienen ist: Anna Beck, Ben Ott | Name: Beck, Ott"),
    ),
    ColumnRule(
        "comings and goings", ("unused",), W.plain, _log_comings_and_goings, "the values tell of coming and going",
        fires=(
            "Activity: joined, left | Name: Anna Beck, Anna Beck | Time: 9:05, 9:40",
            "Ενέργεια: Συμμετοχή, Αποχώρηση | Όνομα: Anna Beck, Anna Beck | Ώρα: 9:05, 9:40",
        ),
        silent=(
            "Status: joined, left | Name: Anna Beck, Ben Ott | Time: 9:05, 9:40",
            "Activity: Focus group, workshop | Name: Anna Beck, Anna Beck | Time: 9:05, 9:40",
        ),
    ),
    ColumnRule(
        "firms under a word for signing", ("signature",), W.impossible, _are_organisations,
        "the values name organisations",
        fires=("Firma: Caritas, Uni Graz, Zebra, Caritas, Uni Graz",),
        silent=("Firma: Anna Beck, Ben Ott, Ida Rau, Ugo Holm", "Firma: A.B., C.D., A.B., E.F.", "Firma: x, x, x, x",
            "Firma: Beck, Ott, Beck, Beck | Name: Anna Beck, Ben Ott, Ida Beck, Ugo Beck"),
    ),
    ColumnRule(
        "who came", ("present",), W.instead, _tells_who_came, "the header asks who came",
        fires=(
            "Did they show up?: yes, no", "Badge handed out: yes, no", "Presente al check-in: sì, no",
            "Beim Einlass anwesend: ja, nein", "Present on the day: yes, no", "Til stede på dagen: ja, nej",
            "Παρών στην είσοδο: ναι, όχι", "da gewesen (J/N): J, N", "Har været her: ja, nej",
            "Was the person present?: yes, no", "Tatsächlich erschienen: ja, nein",
            "Ήρθε στην εκδήλωση (συμπληρώνει η γραμματεία): ναι, όχι", "Kam zur Veranstaltung: ja, nein",
            "Kom til arrangementet (udfyldes af kontoret): ja, nej", "Came to the event (office): yes, no",
            "war am Stand?: ja, nein", "Was at our stall: yes, no", "È stata allo stand: sì, no",
            "Var ved standen: ja, nej", "Ήταν στο περίπτερο: ναι, όχι", "Kam zum Stand: ja, nein",
            "Did you come to the workshop?: yes, no", "Eri presente al laboratorio di lunedì?: sì, no",
            "Var du med til workshoppen i bannertryk?: ja, nej", "Warst du beim Nähworkshop dabei?: ja, nein",
            "Ήσουν στο εργαστήριο μαγειρικής;: ναι, όχι", "Was at the stall?: yes, no",
            "Har du deltaget i infoaftenen om bolig?: ja, nej", "Hai partecipato al nostro laboratorio?: sì, no",
            "Haben Sie am Treffen teilgenommen?: ja, nein", "Συμμετείχατε στην εκδήλωση;: ναι, όχι",
            "Sæt X når du kommer: x, x", "Put a cross when you arrive: x, x", "Bitte ankreuzen, wenn du da bist: x, x",
            "Metti una X all'arrivo: x, x", "Βάλε Χ όταν έρθεις: x, x",
            "I døren: x, afbud", "An der Tür: x, x", "Στην πόρτα: x, x",
        ),
        silent=(
            "Did you attend a workshop before?: yes, no", "War der Workshop in Ordnung?: ja, nein",
            "Warst du schon einmal bei einem Workshop?: ja, nein", "Hai già partecipato a un evento?: sì, no",
            "Did you come by bus?: yes, no", "Var workshoppen god?: ja, nej", "Ήταν ωραίο το εργαστήριο;: ναι, όχι",
            "Did you come to the workshop?: yes, no | Did you come to the fair?: yes, no",
            "Sæt X hvis du kommer: x, x", "Put a cross if you eat meat: x, x",
            "Did she pay?: yes, no", "Certificate handed out: yes, no", "Paid at the door: yes, no",
            "Name on the badge: yes, no", "Was at the stand last year: yes, no", "Place at the stand: yes, no",
            "War beim letzten Workshop: ja, nein", "Helped at the stand: yes, no",
            "Came by car to the event: yes, no", "Wants to be present on stage: yes, no",
        ),
    ),
    ColumnRule(
        "initials of family names", ("family_name",), W.instead + W.fit, _are_initials_of_family_names,
        "the values are first letters of family names",
        fires=("Initial: B., O., R., L. | First name: Anna, Ben, Carl, Eva",
            "Iniziale: B, O, R, L | Nome: Anna, Ben, Carl, Eva"),
        silent=("Initial: A., B., C., E. | First name: Anna, Ben, Carl, Eva",
            "Initials: x, x, x, x | First name: Anna, Ben, Carl, Eva",
            "Initial: B., O., R., L. | Name: Anna Beck, Ben Ott, Carl Rau, Eva Lang",
            "Initial: B., O., R., L. | First name: Anna, Ben, Carl, Eva | Surname: Ott, Rau, Lang, Holm"),
    ),
    ColumnRule(
        "signed consent", ("signature", "present"), W.impossible, _signs_consent, "it is about consent",
        fires=("Privacy / signed: yes, no", "Datenschutz / Unterschrift: x, x"),
        silent=("Signed / present: yes, no", "Unterschrift: x, x"),
    ),
    ColumnRule(
        "which took place", ("present",), W.instead, tells_which_took_place, "the marks say which took place",
        fires=("Έγινε;: ναι, ναι, όχι", "Took place?: yes, yes, no", "Svolta: sì, sì, no", "Afholdt: ja, ja, nej",
               "Outcome: done, done, done, cancelled by her",
               "Com'è andata: fatta 40 min, fatta al bar, non venuta/o", "Esito: ok, ok, ok, annullata dal centro"),
        silent=("Held: 3.3.2021, 4.3.2021", "Outcome: x, x, x", "Outcome: good, better, cancelled",
                "Transcript: done, done, not done", "Note: fatta, al bar, a casa, non venuta",
                "Held: yes, yes | Present: x, x"),
    ),
    ColumnRule(
        "marks of joining", ("present",), W.instead, lambda c, _s: c.said == "joined" and c.share("mark") >= MOSTLY,
        "the values are marks",
        fires=("Joined: yes, no",), silent=("Joined: 10:05, 10:07",),
    ),
    ColumnRule(
        "marks of joining a call", ("present",), W.instead, _tells_who_joined, "the header asks who came",
        fires=(
            "Joined voice chat: yes, no", "Dem Sprachchat beigetreten: ja, nein", "Tilsluttet opkaldet: ja, nej",
            "Entrata in videochiamata: sì, no", "Μπήκε στην κλήση: ναι, όχι",
        ),
        silent=(
            "Joined the chat: yes, no", "Joined voice chat: 10:05, 10:07", "Recorded the call: yes, no",
            "Gruppe beigetreten: ja, nein", "Allowed to join voice chat: yes, no",
        ),
    ),
    ColumnRule(
        "parts of a programme", ("session",), W.instead + W.fit, _is_marked_part_of_programme,
        "marks stand under the parts of a programme",
        fires=("Closing: x, x | Panel 2: x, x", "Workshop 1 (Cooking): x, x | Workshop 2 (Sewing): x, x",
               "Workshop A: x, x | Workshop B: x, x", "11.00 Kochen: x, x | 11.00 Nähen: x, x",
               "10-12 Uhr Begrüßung: x, x | 13-14 Uhr Besuch: x, x"),
        silent=(
            "Closing: x, x | Lunch: x, x", "Question 1 (Food): x, x | Question 2 (Time): x, x",
            "Panel 1: x, x | Panel 2: x, x | Present: yes, no",
        ),
    ),
)  # fmt: skip
"""Evidence from marks. The order doesn't matter."""
