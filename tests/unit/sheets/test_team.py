"""The team in registers and lists: marked behind the name, in a remark, or where other rows have a class."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, NotCountedReason, Reading, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.cells import is_class
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

ABOVE: list[list[Cell]] = [["Skill-transfer workshop, Vejle, 2021"], []]
MARKS: list[Cell] = ["x", "-", "x"]


def read(project: Project, rows: list[list[Cell]]) -> Reading:
    grid: Grid = sheet(rows)
    return read_workbook(Workbook("list.xlsx", "xlsx", [grid]), project, Hints())


def register(header: str, values: tuple[Cell, ...]) -> list[list[Cell]]:
    """A register of three days with a column in front of the marks."""
    rows = [[name, value, *MARKS] for name, value in zip(PEOPLE, values, strict=False)]
    return [*ABOVE, ["Name", header, "3/9", "10/9", "17/9"], *rows]


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("Klasse", ("9.a", "9.b", "9.a", "9.b", "9.a", "Facilitator")),
        ("Form", ("9B", "9A", "9B", "9A", "9B", "Trainer")),
        ("Gruppe", ("8a", "8b", "8a", "8b", "8a", "Trainerin (Open House)")),
        ("Classe", ("2A", "2A", "2B", "2B", "2A", "formatrice")),
        ("Τάξη", ("Β1", "Β2", "Β1", "Β2", "Β1", "εκπαιδεύτρια")),
        ("Τάξη / ιδιότητα", ("Β1", "Β2", "Β1", "Β2", "Β1", "ομάδα έργου")),
        ("Notes", ("", "late bus", "", "", "", "trainer")),
        ("Bemærkning", ("", "", "", "", "", "underviser")),
        ("Ruolo", ("", "", "", "", "", "facilitatore")),
        ("Ruolo", ("corsista", "corsista", "corsista", "corsista", "corsista", "docente")),
        ("Role", ("participant", "participant", "participant", "participant", "participant", "teacher")),
        ("Rolle", ("Teilnehmerin", "Teilnehmer", "Teilnehmerin", "Teilnehmer", "Teilnehmer", "Dozentin")),
        ("", ("", "", "", "", "", "Moderatorin")),
    ],
)
def test_who_is_marked_as_the_team_does_not_count(header: str, values: tuple[Cell, ...], project: Project) -> None:
    reading = read(project, register(header, values))
    assert len(reading.attendances) == 10
    assert {row.reason for row in reading.not_counted} == {NotCountedReason.STAFF}
    assert reading.questions == []


@pytest.mark.parametrize(
    "name", ["Furio Lodi (trainer)", "Furio Lodi – Trainer", "Lodi, Furio, trainer", "Trainer: Furio Lodi"]
)
def test_the_team_is_marked_beside_the_name(name: str, project: Project) -> None:
    rows = [[who, *MARKS] for who in (*PEOPLE[:5], name)]
    reading = read(project, [*ABOVE, ["Name", "3/9", "10/9", "17/9"], *rows])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


@pytest.mark.parametrize(
    ("name", "legend"),
    [("Furio Lodi *", "* = trainer"), ("Furio Lodi*", "*: Trainerin"), ("Furio Lodi (T)", "(T) = trainer")],
)
def test_a_sign_marks_the_team(name: str, legend: str, project: Project) -> None:
    rows = [[who, *MARKS] for who in (*PEOPLE[:5], name)]
    reading = read(project, [*ABOVE, ["Name", "3/9", "10/9", "17/9"], *rows, [], [legend]])
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


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


TICKETS = [
    ("Tipo di biglietto", "Staff CESIE", "Ingresso"),
    ("Produkt", "Team-Ausweis (Organisation)", "Teilnahme"),
    ("Ticket type", "Staff pass", "General admission"),
    ("Produkt", "Teamausweis (Organisation)", "Messebesuch kostenlos"),
    ("Ticketart", "Mitarbeiterkarte", "Besuch"),
    ("Billettype", "Crew", "Deltager"),
    ("Billettype", "Personalebillet", "Deltager"),
    ("Τύπος εισιτηρίου", "Προσωπικό", "Γενική είσοδος"),
]


@pytest.mark.parametrize(("header", "team", "other"), TICKETS)
def test_tickets_of_the_team_do_not_count(header: str, team: str, other: str, project: Project) -> None:
    kinds = [team, *[other] * 5]
    rows: list[list[Cell]] = [[kind, name, "yes"] for kind, name in zip(kinds, PEOPLE, strict=True)]
    reading = read(project, [*TITLE, [header, "Name", "Checked in"], *rows])
    assert [row.reason for row in reading.not_counted] == [NotCountedReason.STAFF]
    assert len(reading.attendances) == 5
    assert reading.questions == []


def test_a_ticket_for_a_team_counts(project: Project) -> None:
    rows: list[list[Cell]] = [[kind, name] for kind, name in zip(["Team of 5", *["Single"] * 5], PEOPLE, strict=True)]
    assert read(project, [*TITLE, ["Ticket type", "Name"], *rows]).not_counted == []


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


def test_a_sign_is_explained_with_whom_the_trainer_works_for(project: Project) -> None:
    rows: list[list[Cell]] = [[f"{name}*" if name == PEOPLE[0] else name, *MARKS] for name in PEOPLE]
    lines: list[list[Cell]] = [*ABOVE, ["* = Open House – trainer"], ["Name", "3/9", "10/9", "17/9"], *rows]
    reading = read(project, lines)
    assert (len(reading.attendances), len(reading.not_counted), reading.questions) == (10, 2, [])


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


def meeting(host: str, address: str = "") -> list[list[Cell]]:
    """An online meeting's report: its head with the account that held it, and when each person joined."""
    people = [*((name, f"{name[:4].lower()}@example.org") for name in PEOPLE), (host, address)]
    rows = [[name, mail, f"02/24/2021 03:5{at}:18 PM", 85] for at, (name, mail) in enumerate(people)]
    return [["Meeting ID", "Topic", "Start Time", "User Email"],
            ["912", "LIAISON info session Vejle", "02/24/2021 03:50:02 PM", "webinar@example.org"], [],
            ["Name (Original Name)", "User Email", "Join Time", "Duration (Minutes)"], *rows]  # fmt: skip


@pytest.mark.parametrize(
    ("host", "address", "people"),
    [
        ("Rasmus Munk - VIFIN (Host)", "", 6),
        ("Rasmus Munk | VIFIN | vært", "", 6),
        ("Sara Riva - CESIE (organizzatrice)", "", 6),
        ("Uli Beck (VHS – Gastgeber)", "", 6),
        ("Rasmus Munk", "Webinar@example.org", 6),
        ("Rasmus Munk - VIFIN", "", 7),
        ("Rasmus Munk (Host City Vejle)", "rasmus@example.org", 7),
    ],
)
def test_the_host_of_an_online_meeting(project: Project, host: str, address: str, people: int) -> None:
    reading = read(project, meeting(host, address))
    assert (len(reading.attendances), len(reading.not_counted)) == (people, 7 - people)
    assert reading.open_questions == []


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
    ("legend", "code"),
    [
        ("came: y / n     F = facilitator (not to be counted)", "F"),
        ("T = Trainerin (zählt nicht)", "T"),
        ("F = formatore", "F"),
        ("U = underviser", "U"),
        ("Ε = εκπαιδευτής", "Ε"),
    ],
)
def test_a_code_in_a_column_of_its_own_marks_the_team(project: Project, legend: str, code: str) -> None:
    people = [[name, "Arci", code if at == 1 else ""] for at, name in enumerate(PEOPLE)]
    check(
        Case("code", "att5 nc1 ask0", sheet([*TITLE, [legend], [], ["Name", "Organisation", code], *people])), project
    )


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
    ("user", "host"),
    [
        ("Bruger", "Center Nord (vært)"), ("User", "Compass (host)"), ("Utente", "CESIE (organizzatore)"),
        ("Benutzer", "Zebra (Gastgeber)"), ("Χρήστης", "Δήμος (οικοδεσπότης)"),
    ],
)  # fmt: skip
def test_a_host_beside_users_of_an_online_tool_does_not_count(user: str, host: str, project: Project) -> None:
    rows: list[list[Cell]] = [[host, "a@x.example", "18.45", "20.40"]]
    rows += [[name, f"{name[0].lower()}@y.example", "19.00", "20.20"] for name in PEOPLE]
    check(Case(user, "att6 nc1 named6 ask0", sheet([*TITLE, [user, "E-mail", "Ind", "Ud"], *rows])), project)


@pytest.mark.parametrize("label", ["Organizer", "Organizzatore", "Gastgeber", "Arrangør", "Διοργανωτής"])
def test_a_host_named_above_those_who_joined_does_not_count(label: str, project: Project) -> None:
    people: list[list[Cell]] = [[*name.split(), "17:00", "18:20"] for name in PEOPLE]
    joined: list[Cell] = ["First name", "Last name", "Time joined", "Time exited"]
    rows: list[list[Cell]] = [*TITLE[:-1], [label, "Bea Conti"], [], joined, *people]
    check(Case(label, "att5 nc1 ask0", sheet(rows)), project)


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
