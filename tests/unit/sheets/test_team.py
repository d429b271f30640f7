"""The team in registers and lists: marked behind the name, in a remark, or where other rows have a class."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, NotCountedReason
from liaison_metrics.sheets.words.cells import is_class
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet
from tests.unit.sheets.team_registers import read, register


def test_a_post_in_an_organisation_is_no_role(project: Project) -> None:
    rows: list[list[Cell]] = [[name, "Open House", "Nurse"] for name in PEOPLE[:5]]
    reading = read(project, [*TITLE, ["Name", "Organisation", "Position"], *rows, [PEOPLE[5], "Open House", "Trainer"]])
    assert [row.reason for row in reading.not_counted] == []


def test_classes_beside_roles_are_participants(project: Project) -> None:
    values = ("3b", "3c", "3b", "3c", "3b", "Moderatorin")
    rows: list[list[Cell]] = [[name, value] for name, value in zip(PEOPLE, values, strict=True)]
    reading = read(project, [*TITLE, ["Name", "Klasse bzw. Funktion"], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 1, [])


@pytest.mark.parametrize("text", ["3b", "9.a", "Year 9", "Klasse 8a", "B2", "10 b", "Β2"])
def test_a_class_is_known(text: str) -> None:
    assert is_class(text)


@pytest.mark.parametrize("text", ["Trainer", "VIP", "", "12.5.2021", "Room 101", "abc"])
def test_what_is_no_class(text: str) -> None:
    assert not is_class(text)


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Ιδιότητα", ("Πρόεδρος", "Μέλος", "Μέλος", "Αναπληρωματικό μέλος", "Μέλος", "Μέλος")),
        ("Rolle", ("Vorsitzende", "Mitglied", "Mitglied", "Ersatzmitglied", "Mitglied", "Mitglied")),
        ("Ruolo", ("Presidente", "Segretaria", "Membro", "Membro", "Membro", "Membro")),
        ("Rolle", ("Formand", "Kasserer", "Medlem", "Medlem", "Suppleant", "Medlem")),
        ("Role", ("Chairperson", "Member", "Member", "Member", "Member", "Deputy")),
    ],
)
def test_posts_on_a_committee_are_those_of_members(header: str, roles: tuple[str, ...], project: Project) -> None:
    rows = [[name, role] for name, role in zip(PEOPLE, roles, strict=True)]
    reading = read(project, [*TITLE, ["Name", header], *rows])
    assert (len(reading.attendances), reading.questions) == (6, [])


def test_parts_in_a_play_are_no_roles_of_the_team(project: Project) -> None:
    parts = ("Dronningen", "kor", "Gæsten", "Vagten", "Fortæller", "kor")
    reading = read(project, register("Rolle", parts))
    assert (len(reading.attendances), reading.questions) == (12, [])


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Association", "Open House – trainer"),
        ("Verein", "Open House, Leitung"),
        ("Associazione", "Open House - formatrice"),
        ("Forening", "Open House – underviser"),
        ("Σύλλογος", "Open House – εκπαιδεύτρια"),
    ],
)
def test_whom_a_trainer_works_for_stands_before_the_word(header: str, said: str, project: Project) -> None:
    reading = read(project, register(header, ("Arci", "Caritas", "Arci", "Teranga", "Caritas", said)))
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Duty", ("trainer", "coffee")),
        ("Opgave", ("underviser", "oprydning")),
        ("Compito", ("formatrice", "caffè")),
        ("Καθήκον", ("εκπαιδεύτρια", "καφές")),
    ],
)
def test_a_task_may_be_one_of_the_team(header: str, said: tuple[str, ...], project: Project) -> None:
    tasks = (*said, "", "", "", "")
    rows = [[name, task] for name, task in zip(PEOPLE, tasks, strict=True)]
    reading = read(project, [*TITLE, ["Name", header], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (5, 1, [])


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Funktion", ("Spieler", "Vater", "Spielerin", "Mutter", "Spieler", "Spieler")),
        ("Role", ("player", "father", "player", "mother", "player", "player")),
        ("Ruolo", ("atleta", "padre", "atleta", "madre", "genitore", "atleta")),
        ("Rolle", ("spiller", "far", "spiller", "mor", "far", "spiller")),
        ("Ιδιότητα", ("παίκτης", "πατέρας", "παίκτρια", "μητέρα", "γονέας", "παίκτης")),
    ],
)
def test_players_and_parents_take_part(header: str, roles: tuple[str, ...], project: Project) -> None:
    rows = [[name, role] for name, role in zip(PEOPLE, roles, strict=True)]
    reading = read(project, [*TITLE, ["Name", header], *rows])
    assert (len(reading.attendances), reading.questions) == (6, [])


def roles(project: Project, header: str, values: tuple[Cell, ...]) -> tuple[int, list[str]]:
    """Returns how many people of a list with roles don't count, and the roles that are asked about."""
    rows = [[name, value] for name, value in zip(PEOPLE, values, strict=False)]
    reading = read(project, [*TITLE, ["Name", header], *rows])
    return len(reading.not_counted), [question.value for question in reading.open_questions]


@pytest.mark.parametrize(
    "values",
    [
        ("corsista", "corsista", "corsista", "corsista", "docente"),
        ("Teilnehmerin", "Teilnehmer", "Teilnehmer", "Teilnehmerin", "Lehrkraft"),
        ("deltager", "deltager", "deltager", "deltager", "lærer"),
        ("εκπαιδευόμενη", "εκπαιδευόμενος", "εκπαιδευόμενη", "δασκάλα"),
        ("trainee", "trainee", "learner", "teacher"),
    ],
)
def test_a_teacher_of_learners_is_of_the_team(values: tuple[Cell, ...], project: Project) -> None:
    assert roles(project, "Role", values) == (1, [])


@pytest.mark.parametrize(
    "values",
    [
        ("alunno", "alunna", "alunno", "alunna", "docente"),
        ("pupil", "pupil", "pupil", "teacher"),
        ("Teilnehmerin", "Teilnehmer", "Teilnehmer", "Köchin"),
    ],
)
def test_a_teacher_of_pupils_or_a_single_profession_is_asked_about(values: tuple[Cell, ...], project: Project) -> None:
    assert roles(project, "Role", values) == (0, [values[-1]])


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Function", ("member", "chair of the association", "delegate", "member")),
        ("Funktion", ("Mitglied", "Vorsitzende des Frauenvereins", "Mitglied", "Mitglied")),
        ("Funzione", ("partecipante", "presidente dell'associazione", "partecipante", "partecipante")),
        ("Funktion", ("deltager", "formand for foreningen", "deltager", "deltager")),
        ("Ιδιότητα", ("συμμετέχων", "πρόεδρος του συλλόγου", "συμμετέχουσα", "συμμετέχων")),
        ("Ruolo", ("partecipante", "pensionata", "operaio", "impiegata", "partecipante")),
        ("Rolle", ("Teilnehmerin", "Pensionist", "Angestellte", "Köchin", "Teilnehmer")),
    ],
)
def test_posts_and_professions_are_no_roles_of_the_team(
    header: str, values: tuple[Cell, ...], project: Project
) -> None:
    assert roles(project, header, values) == (0, [])


@pytest.mark.parametrize(
    ("header", "others", "leader"),
    [
        ("Ιδιότητα", ("κάτοικος γειτονιάς", "μέλος συλλόγου"), "εμψυχώτρια (ΠΑΔΑ)"),
        ("Funktion", ("Anwohnerin", "Vereinsmitglied"), "Trainerin, VHS"),
        ("Rolle", ("Bewohner", "Studentin"), "Trainerin – VHS"),
        ("Funzione", ("residente", "studente"), "formatrice (CESIE)"),
        ("Rolle", ("beboer", "studerende"), "facilitator, VIFIN"),
        ("Capacity", ("resident", "club member"), "facilitator (Compass)"),
        ("I am…", ("parent", "pupil"), "organiser"),
        ("Ich bin …", ("Anwohnerin", "Elternteil"), "Veranstalterin"),
        ("Sono", ("genitore", "residente"), "organizzatore"),
        ("Jeg er", ("forælder", "beboer"), "arrangør"),
        ("Είμαι…", ("γονέας", "κάτοικος"), "διοργανωτής"),
    ],
)
def test_one_of_the_team_beside_people_who_came_as_something_else(
    project: Project, header: str, others: tuple[str, str], leader: str
) -> None:
    said = [*others * 2, others[0], leader]
    reading = read(project, [*TITLE, ["Name", header], *([n, text] for n, text in zip(PEOPLE, said, strict=True))])
    assert (len(reading.attendances), len(reading.not_counted)) == (5, 1)
    assert reading.open_questions == []


def test_a_trainer_among_officials_under_posts_may_be_one_of_them(project: Project) -> None:
    said = ["social worker", "nurse", "social worker", "nurse", "mayor", "trainer (Compass)"]
    rows = [[name, text, "Compass"] for name, text in zip(PEOPLE, said, strict=True)]
    reading = read(project, [*TITLE, ["Name", "Position", "Organisation"], *rows])
    assert len(reading.attendances) == 6


@pytest.mark.parametrize(
    ("line", "header", "learner", "role", "names"),
    [
        (
            "Ausbilder: Herr Lodi-Maier, Frau Monti",
            "Funktion",
            "TN",
            "Ausbilder/in",
            ("Monti, Elsa", "Lodi-Maier, Furio"),
        ),
        ("Zorbmeister: Frau Monti", "Funktion", "TN", "Zorbmeisterin", ("Monti, Elsa",)),
        ("Leitung: Furio Lodi", "Rolle", "Lehrling", "Meister", ("Furio Lodi",)),
        ("Docenti: prof. Monti e dott. Lodi", "Ruolo", "allievo", "esperto esterno", ("Elsa Monti", "Furio Lodi")),
        ("Instruktører: Elsa Monti og Furio Lodi", "Rolle", "lærling", "svend", ("Elsa Monti", "Furio Lodi")),
        ("Εκπαιδευτές: κα Μόντη, κ. Λόντης", "Ρόλος", "μαθητευόμενος", "μηχανικός", ("Έλσα Μόντη", "Φ. Λόντης")),
        ("Trainers: Ms Monti; Venue: Graz", "Role", "apprentice", "carpenter", ("Elsa Monti",)),
    ],
)
def test_a_line_above_names_who_leads(
    line: str, header: str, learner: str, role: str, names: tuple[str, ...], project: Project
) -> None:
    people = [*((name, learner) for name in PEOPLE[:4]), *((name, role) for name in names)]
    rows: list[list[Cell]] = [*TITLE[:3], [line], [], ["Name", header], *([*one] for one in people)]
    reading = read(project, rows)
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (4, len(names), [])


def test_a_line_that_names_others_settles_no_role(project: Project) -> None:
    people = [*((name, "participant") for name in PEOPLE[:4]), ("Furio Lodi", "zorber")]
    for line in ("Trainers: Ms Monti", "Contact: Furio Lodi", "Guests: Furio Lodi, Elsa Monti"):
        rows: list[list[Cell]] = [*TITLE[:3], [line], [], ["Name", "Role"], *([*one] for one in people)]
        assert [question.kind for question in read(project, rows).open_questions] == ["role"], line


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Rolle", ("Gæst", "Gæst", "Foreningsstand", "Foreningsstand", "Foreningsstand", "Crew")),
        ("Role", ("participant", "zorber", "zorber", "zorber", "participant", "staff")),
        ("Είμαι", ("Γονέας", "Φίλος/η", "Μαθητής/τρια", "Φίλος/η", "Φίλος/η", "Γονέας")),
    ],
)
def test_a_role_of_many_people_is_none_of_the_team(header: str, roles: tuple[str, ...], project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Name", header], *([n, role] for n, role in zip(PEOPLE, roles, strict=True))]
    reading = read(project, rows)
    team = roles.count("Crew") + roles.count("staff")
    assert (len(reading.attendances), len(reading.not_counted), reading.open_questions) == (6 - team, team, [])


def test_a_job_of_several_people_is_none_where_a_ticket_names_the_team(project: Project) -> None:
    jobs = ("Project officer", "Teacher", "Project officer", "Director", "Project officer", "")
    tickets = ("General", "General", "General", "General", "General", "Organiser pass")
    people = zip(PEOPLE, jobs, tickets, strict=True)
    rows: list[list[Cell]] = [*TITLE, ["Name", "Job Title", "Ticket Type"], *([*one] for one in people)]
    reading = read(project, rows)
    assert (len(reading.attendances), len(reading.not_counted), reading.open_questions) == (5, 1, [])


@pytest.mark.parametrize("role", ["Begleitperson", "nonno", "mormor", "Φίλος/η", "neighbour", "Freund/in", "γιαγιά"])
def test_who_came_along_is_none_of_the_team(role: str, project: Project) -> None:
    rows: list[list[Cell]] = [*TITLE, ["Name", "Role"], *([name, "participant"] for name in PEOPLE[:5])]
    reading = read(project, [*rows, [PEOPLE[5], role]])
    assert (len(reading.attendances), reading.open_questions) == (6, [])


@pytest.mark.parametrize(
    "post", ["Stv. Vorsitz", "2. Vorsitzende", "dep. chair", "vice presidente", "αναπλ. ταμίας", "Vice formand"]
)
def test_a_deputy_on_a_board_is_no_staff(project: Project, post: str) -> None:
    rows = [*TITLE, ["Name", "Role"], *([name, post if at == 0 else "Mitglied"] for at, name in enumerate(PEOPLE))]
    check(Case("deputy", "att6 nc0 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    "remark",
    ["workshop leader (does not count)", "Werkstattleiterin (zählt nicht)", "conduttrice (non contata)", "tæller ikke"],
)
def test_a_remark_says_that_somebody_does_not_count(project: Project, remark: str) -> None:
    rows = [*TITLE, ["Name", "Notes"], *([name, remark if at == 0 else ""] for at, name in enumerate(PEOPLE))]
    check(Case("not counted", "att5 nc1 ask0", sheet(rows)), project)


@pytest.mark.parametrize(
    ("participant", "of_team"),
    [
        ("Deltager", "Frivillig reparatør (facilitator)"), ("Participant", "Volunteer repairer (facilitator)"),
        ("Teilnehmerin", "Freiwilliger Reparateur (Workshopleiter)"), ("Partecipante", "Volontaria – facilitatrice"),
        ("Συμμετέχων", "Εθελοντής (εκπαιδευτής)"), ("Partecipante", "Organizzazione (CESIE)"),
        ("Participant", "Organisers (Compass)"), ("Teilnehmer", "Orga"), ("Participant", "Desk (VIFIN)"),
        ("Deltager", "Arrangør"), ("Partecipante", "Organizzazione"),
    ],
)  # fmt: skip
def test_a_role_may_say_in_brackets_or_by_a_partner_that_it_is_of_the_team(
    participant: str, of_team: str, project: Project
) -> None:
    rows: list[list[Cell]] = [[name, participant] for name in PEOPLE[:-1]]
    check(Case(of_team, "att5 nc1 ask0", sheet([*TITLE, ["Name", "Role"], *rows, [PEOPLE[-1], of_team]])), project)


@pytest.mark.parametrize(
    ("participant", "of_team"),
    [
        ("Deltager", "Oplægsholder (projektet)"), ("Participant", "Speaker (project)"),
        ("Teilnehmerin", "Referentin – Projekt"), ("Partecipante", "Relatrice (del progetto)"),
        ("Συμμετέχων", "Ομιλήτρια (έργο)"), ("Participant", "Keynote speaker, LIAISON"),
        ("Gast", "Vortragende (intern)"),
    ],
)  # fmt: skip
def test_a_speaker_of_the_project_does_not_count(participant: str, of_team: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, participant] for name in PEOPLE[:-1]]
    for header in ("Role", "Notes"):
        said = [[name, participant if header == "Role" else ""] for name, _role in rows]
        check(Case(of_team, "att5 nc1 ask0", sheet([*TITLE, ["Name", header], *said, [PEOPLE[-1], of_team]])), project)


@pytest.mark.parametrize(
    "other",
    ["Participant (CESIE)", "Interested (Compass area)", "Speaker (University)", "Participant (project)"],
)
def test_brackets_behind_other_roles_make_nobody_of_the_team(other: str, project: Project) -> None:
    rows: list[list[Cell]] = [[name, "Participant"] for name in PEOPLE[:-1]]
    check(Case(other, "nc0", sheet([*TITLE, ["Name", "Role"], *rows, [PEOPLE[-1], other]])), project)


@pytest.mark.parametrize(
    ("header", "said", "counted"),
    [
        ("Job Title", ("Teacher", "Project manager", "Student", "Project manager", "Curator", "Coordinator"), 6),
        ("Beruf", ("Lehrerin", "Projektleiter", "Studentin", "Projektleiter", "Köchin", "Trainerin"), 6),
        ("Professione", ("insegnante", "formatore", "studente", "formatore", "cuoca", "coordinatrice"), 6),
        ("Επάγγελμα", ("δασκάλα", "εκπαιδευτής", "φοιτητής", "συντονιστής", "μάγειρας", "εκπαιδευτής"), 6),
        ("Beskæftigelse", ("lærer", "projektleder", "studerende", "projektleder", "kok", "koordinator"), 6),
    ],
)
def test_jobs_of_people_are_no_roles(header: str, said: tuple[str, ...], counted: int, project: Project) -> None:
    rows: list[list[Cell]] = [[name, one, "Caritas"] for name, one in zip(PEOPLE, said, strict=True)]
    check(Case(header, f"att{counted} nc0 ask0", sheet([*TITLE, ["Name", header, "Company"], *rows])), project)
    rows[1][2] = "Compass GmbH"
    if header == "Job Title":
        check(Case(header, "att5 nc1 ask0", sheet([*TITLE, ["Name", header, "Company"], *rows])), project)


@pytest.mark.parametrize(
    ("headers", "marks", "needed", "total"),
    [
        ("Name|present|Remarks", ("yes", "no"), "interpreter", "Present in total"),
        ("Name|anwesend|Bemerkung", ("ja", "nein"), "Dolmetscherin", "Anwesend gesamt"),
        ("Navn|Mødt frem|Bem.", ("ja", "nej"), "tolk", "Mødt frem i alt"),
        ("Nome|presente|Note", ("sì", "no"), "interprete", "Presenti"),
        ("Όνομα|Παρών|Παρατηρήσεις", ("ναι", "όχι"), "διερμηνέας", "Παρόντες σύνολο"),
    ],
)
def test_several_people_with_the_same_word_for_an_interpreter_may_need_one(
    headers: str, marks: tuple[str, str], needed: str, total: str, project: Project
) -> None:
    remarks = ("", needed, "", needed, "", "")
    rows: list[list[Cell]] = [
        [name, marks[at == 5], remark] for at, (name, remark) in enumerate(zip(PEOPLE, remarks, strict=True))
    ]
    check(Case(needed, "att3 nc1 rej2 q:role", sheet([*TITLE, headers.split("|"), *rows])), project)
    summed = sheet([*TITLE, headers.split("|"), *rows, [total, 5]])
    check(Case(total, "att5 nc1 rej0 ask0", summed), project)


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Φορέας", "εκπαιδεύτρια"),
        ("Organisation", "facilitator"),
        ("Ente", "formatrice"),
        ("Einrichtung", "Trainerin"),
        ("Organisation", "underviser"),
    ],
)
def test_a_word_for_the_team_among_organisations_of_a_register(project: Project, header: str, word: str) -> None:
    one = read(project, register(header, ("Arci", word, "Caritas", "Arci", "Uni", "Caritas")))
    assert {row.row for row in one.not_counted if row.reason is NotCountedReason.STAFF} == {5}
    several = read(project, register(header, (word, word, "Caritas", word, "Uni", word)))
    assert not any(row.reason is NotCountedReason.STAFF for row in several.not_counted)


@pytest.mark.parametrize(
    "remark", ["interpreter present", "Dolmetscherin anwesend", "interprete presente", "tolk til stede", "no camera"]
)
def test_a_remark_about_somebody_beside_a_person_asks_nothing(remark: str, project: Project) -> None:
    check(Case(remark, "att12 ask0", sheet(register("Remarks", ["", remark, "", "", "", ""]))), project)


@pytest.mark.parametrize(
    ("header", "guests", "partner"),
    [
        ("Category", ("VIP", "Delegate", "Exhibitor"), "Partner"),
        ("Kategorie", ("Ehrengast", "Teilnehmer", "Aussteller"), "Sponsor"),
        ("Biglietto", ("VIP", "Delegato", "Espositore"), "Partner"),
        ("Billettype", ("VIP", "Gæst", "Udstiller"), "Samarbejdspartner"),
        ("Κατηγορία", ("Σύνεδρος", "Καλεσμένος", "Εκθέτης"), "Εταίρος"),
    ],
)
def test_partners_among_kinds_of_guests_are_guests(
    project: Project, header: str, guests: tuple[str, ...], partner: str
) -> None:
    said = (*guests, *guests[:2], partner)
    rows: list[list[Cell]] = [[name, kind, "x"] for name, kind in zip(PEOPLE, said, strict=False)]
    reading = read(project, [*TITLE, ["Name", header, "Present"], *rows])
    assert len(reading.attendances) == len(said) and not reading.open_questions
