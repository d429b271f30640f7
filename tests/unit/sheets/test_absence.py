"""Remarks that say that somebody stayed away, and those that look alike."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.rows.marking.noted import noted_absence
from liaison_metrics.sheets.words.phrases.absence import leads_with_absence, tells_absence
from liaison_metrics.sheets.words.phrases.pasted_lines import says_stayed_away
from liaison_metrics.sheets.words.presence import says_absent
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, register, sheet

AWAY = [
    "konnte leider nicht kommen", "konnte nicht", "couldn't come", "was not able to attend", "kunne ikke komme",
    "non è riuscita a venire", "non ha potuto", "δεν μπόρεσε να έρθει", "konnte nicht kommen, Mail nicht zu lesen",
    "δεν τα κατάφερε", "δεν πήρε μέρος", "ακυρώθηκε η συμμετοχή του", "δεν παρευρέθη, ίωση",
]  # fmt: skip

THERE = [
    "Nachname konnte ich nicht lesen", "konnte nicht unterschreiben", "konnte nicht lange bleiben",
    "was not able to sign", "couldn't stay to the end", "kunne ikke læse efternavnet", "nåede ikke at skrive under",
    "kunne ikke blive til slut", "non sono riuscita a leggere il cognome", "non ha potuto firmare",
    "δεν μπόρεσε να υπογράψει", "δεν μπορούσε να μείνει ως το τέλος",
]  # fmt: skip


@pytest.mark.parametrize("remark", AWAY)
def test_a_remark_says_that_somebody_stayed_away(remark: str) -> None:
    assert says_stayed_away(remark)


@pytest.mark.parametrize("remark", THERE)
def test_who_was_not_able_to_do_something_else_was_there(remark: str) -> None:
    assert not says_stayed_away(remark)


@pytest.mark.parametrize(
    "remark",
    ["cancelled by interviewee", "abgesagt vom Teilnehmer", "aflyst af deltager", "annullata dal partecipante",
     "ακυρώθηκε από τη συμμετέχουσα", "cancelled by e-mail", "abgesagt per Telefon", "ha disdetto per telefono",
     "afbud på mail", "ακύρωσε τηλεφωνικά"],
)  # fmt: skip
def test_who_called_it_off_was_absent(remark: str) -> None:
    assert tells_absence(remark)


@pytest.mark.parametrize(
    "remark", ["cancelled his lunch", "cancelled his lunch by phone", "not cancelled by participant", "guest of Anna"]
)
def test_what_else_is_called_off_is_no_absence(remark: str) -> None:
    assert not tells_absence(remark)


@pytest.mark.parametrize(
    "remark",
    ["was ill", "leider verhindert", "war krank", "hatte Arzttermin, daher nicht da", "fehlte unentschuldigt",
     "per SMS abgemeldet", "Absage per Mail am Vortag", "trotz Anmeldung nicht gekommen", "hat kurzfristig storniert"],
)  # fmt: skip
def test_small_words_lead_a_remark_of_absence(remark: str) -> None:
    assert tells_absence(remark)


@pytest.mark.parametrize(
    "remark",
    ["war pünktlich", "hat das Essen abgesagt", "war krank, kam aber später", "is vegetarian", "ist nicht krank"],
)
def test_small_words_lead_other_remarks(remark: str) -> None:
    assert not tells_absence(remark)


@pytest.mark.parametrize(
    "mark",
    ["cancelled - covid", "abgesagt (krank)", "annullato - covid", "aflyst - corona", "ακύρωσε - κορονοϊός"],
)
def test_a_mark_leads_with_absence_and_says_why(mark: str, project: Project) -> None:
    assert leads_with_absence(mark)
    values: list[Cell] = ["yes", "yes", "yes", "yes", "no", mark]
    check(Case(mark, "att4 nc2 ask0", sheet(register("Present", values))), project)


@pytest.mark.parametrize("mark", ["cancelled: came anyway", "cancelled - moved to 12.5.", "Anna - covid", "cancelled"])
def test_a_mark_that_says_more_does_not_lead_with_absence(mark: str) -> None:
    assert not leads_with_absence(mark)


@pytest.mark.parametrize(
    "mark", ["ASSENTE GIUST.", "abwesend entsch.", "Absent exc.", "απών δικαιολ.", "fraværende lovl."]
)
def test_an_abbreviated_reason_stands_beside_absence(mark: str) -> None:
    assert says_absent(mark)


@pytest.mark.parametrize("mark", ["absent p.m.", "abwesend vorm.", "assente mat."])
def test_part_of_a_day_is_no_reason(mark: str) -> None:
    assert not says_absent(mark)


@pytest.mark.parametrize("remark", ["CV missing", "Lebenslauf fehlt", "manca CV", "CV mangler", "λείπει βιογραφικό"])
def test_a_paper_is_missing_beside_somebody_who_came(remark: str, project: Project) -> None:
    states = ["came", "came", "came", "did not come", "came", "came"]
    rows = [[name, state, remark if name == PEOPLE[1] else ""] for name, state in zip(PEOPLE, states, strict=True)]
    check(Case(remark, "att5 nc1 ask0", sheet([*TITLE, ["Full name", "Status", "Remark"], *rows])), project)


def test_absence_in_words_makes_no_roles_of_the_others(project: Project) -> None:
    values: list[Cell] = ["presente", "assente", "presente", "PRESENTE", "presente", "ASSENTE GIUST."]
    check(Case("outcome", "att4 nc2 ask0", sheet(register("Esito convocazione", values))), project)


def test_a_trade_is_no_post_of_the_team(project: Project) -> None:
    trades = ["οικοδόμος", "χωρίς", "πωλητής", "γραμματεία", "μάγειρας", "καθαρίστρια"]
    rows = [[name, trade, "παρών"] for name, trade in zip(PEOPLE, trades, strict=True)]
    check(Case("trades", "att6 ask0", sheet([*TITLE, ["Ονοματεπώνυμο", "Ειδικότητα", "Παρουσία"], *rows])), project)


@pytest.mark.parametrize(
    "remark", ["assente giust.", "abwesend entsch.", "absent exc.", "απών δικαιολ.", "fraværende lovl."]
)
def test_an_abbreviated_word_beside_absence_needs_no_question(remark: str, project: Project) -> None:
    assert tells_absence(remark)
    people: list[list[Cell]] = [[name, "Caritas", "presente"] for name in PEOPLE]
    rows: list[list[Cell]] = [["Componente", "Ente", "Esito appello"], *people, ["Lino Greco", "Libera", remark]]
    check(Case("roll call", "att6 nc1 ask0", sheet([*TITLE, *rows])), project)


@pytest.mark.parametrize(
    "remark",
    ["ha avvisato che non viene", "ha dato buca", "impossibilitata a partecipare", "si scusa, era al lavoro",
     "a casa con la febbre", "turno di lavoro, non è potuta venire", "iscritto ma non venuto", "mai vista"],
)  # fmt: skip
def test_italian_remarks_of_absence(remark: str, project: Project) -> None:
    people = [[name, "Syrian", remark if name == PEOPLE[2] else ""] for name in PEOPLE]
    rows: list[list[Cell]] = [*TITLE, ["Name", "Community", "Note"], *people]
    check(Case("absent", f"att{len(PEOPLE) - 1} nc1 rej0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("stayed home with sick child", True),
        ("daheim mit kranker Tochter", True),
        ("blieb mit krankem Kind zu Hause", True),
        ("rimasta a casa con i bambini", True),
        ("hjemme med sygt barn", True),
        ("έμεινε σπίτι με τα παιδιά", True),
        ("went home early", False),
        ("spricht zu Hause Türkisch", False),
        ("da casa con il figlio", False),
        ("hjemme", False),
    ],
)
def test_who_stayed_at_home_was_absent(remark: str, expected: bool) -> None:
    assert tells_absence(remark) is expected


@pytest.mark.parametrize(
    ("header", "yes", "no", "absent"),
    [
        ("Aufnahme", "ja", "nein", "nicht erschienen"), ("Recording", "yes", "no", "did not come"),
        ("Audio", "sì", "no", "non si è presentata"), ("Optagelse", "ja", "nej", "udeblev"),
        ("Ηχογράφηση", "ναι", "όχι", "δεν ήρθε"), ("Consent to photos", "yes", "no", "did not come"),
    ],
)  # fmt: skip
def test_a_no_to_something_else_is_no_absence(header: str, yes: str, no: str, absent: str, project: Project) -> None:
    answers: list[Cell] = [yes, yes, no, absent, yes, yes]
    check(Case(header, "att5 nc1", sheet(register(header, answers))), project)


def test_initials_for_everybody_are_no_signatures_beside_absence(project: Project) -> None:
    answers: list[Cell] = ["ja", "ja", "nein", "nicht erschienen", "ja", "ja"]
    people = zip(range(1, 7), ("AS", "MK", "FH", "JL", "RB", "ED"), "wmwmwm", ["syrisch"] * 6, answers, strict=True)
    rows: list[list[Cell]] = [*TITLE, ["Nr.", "Kürzel", "Geschl.", "Hintergrund", "Aufnahme"], *map(list, people)]
    check(Case("initials", "att5 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("remark", "noted"),
    [
        ("annullata per malattia", True),
        ("cancelled due to illness", True),
        ("abgesagt wegen Krankheit", True),
        ("aflyst på grund af sygdom", True),
        ("ακυρώθηκε λόγω ασθένειας", True),
        ("moved", None),
        ("flyttet", None),
        ("cena annullata", False),
        ("interpreter was there", False),
    ],
)
def test_what_a_remark_says_of_absence(remark: str, noted: bool | None) -> None:
    assert noted_absence(remark, ["Anna Beck", "3.3.2021", remark]) is noted


def test_moved_between_two_days_is_no_absence() -> None:
    assert noted_absence("moved", ["Anna Beck", "3.3.2021", "5.3.2021", "moved"]) is False


@pytest.mark.parametrize(
    "remark",
    ["non si è presentato/a", "non si è presentato(a)", "απών/-ούσα", "nicht gekommen/abgesagt", "aflyst / udeblev"],
)
def test_a_word_has_two_endings_or_another_beside_it(remark: str) -> None:
    assert tells_absence(remark)


@pytest.mark.parametrize("remark", ["presente/i", "ill/came later", "venuto/a"])
def test_two_endings_of_coming_are_no_absence(remark: str) -> None:
    assert not tells_absence(remark)
