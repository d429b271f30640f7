"""Forgetting a person: no figure changes, no trace stays, and no later file brings the person back."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from liaison_metrics.domain.people.encoding import Encoder
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.uploads.personal_data.disclosing import disclose
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.uploads.personal_data.forgetting import forget
from liaison_metrics.services.uploads.personal_data.planning import plan_forgetting
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.store.encryption import Encryption
from liaison_metrics.store.facts import read_facts
from liaison_metrics.store.uploads import MENTION, REJECTED, UPLOAD
from tests.examples import share_of
from tests.services.conftest import Fresh
from tests.services.figures import all_figures
from tests.services.worlds import Sheet, files, worlds

HEADER = "Date,City,Activity,Event,Full name,Email,Phone,Date of birth,Community,Notes\n"
FIRST = "2021-05-04,Graz,Skill-transfer workshop,Bread"
SECOND = "2021-06-01,Graz,LIAISON fair,Summer fair"
THIRD = "2021-11-20,Vejle,Stakeholder forum,Round table"
ZILLA = "Zilla Quendelberg,zilla@zwetschgo.example,0664 998877,25.03.1984,Syrian"
OMAR = "Omar Said,omar@example.org,,1990-01-31,Somali"
LIST = HEADER + f"{FIRST},{ZILLA},came with a friend\n{FIRST},{OMAR},\n"
FAIR = HEADER + f"{SECOND},Quendelberg Zilla,,,25.03.1984,Syrian,\n{SECOND},{OMAR},invited by Zilla Quendelberg\n"
FORUM = HEADER + f"{THIRD},Zilla Quendelberg,ZILLA@zwetschgo.example,,,,\n{THIRD},{OMAR},\n"
PERSONAL = ("zilla", "quendelberg", "zwetschgo", "998877", "25.03.1984")
TYPED = TypedPerson(email="zilla@zwetschgo.example")


def bring(workspace: Workspace) -> list[int]:
    named = {"list.csv": LIST, "fair.csv": FAIR, "forum.csv": FORUM}
    return [import_file(workspace, n, text.encode(), actor=COORDINATOR).upload or 0 for n, text in named.items()]


def readable(content: bytes) -> list[str]:
    return [word for word in PERSONAL if word.encode() in content.lower()]


def test_what_is_found_is_shown_without_a_name(workspace: Workspace) -> None:
    bring(workspace)
    plan = plan_forgetting(workspace, TYPED, COORDINATOR)
    assert (plan.person.attendances, plan.person.events, len(plan.person.uploads)) == (3, 3, 3)
    assert plan.rows_in_files == 3 and len(plan.files) == 3
    assert readable(repr((plan.person, TYPED)).encode()) == []


def test_nobody_is_found(workspace: Workspace) -> None:
    bring(workspace)
    for typed in (TypedPerson(email="x@example.org"), TypedPerson(name="Zilla Quendelberg"), TypedPerson()):
        with pytest.raises(UnknownPerson):
            forget(workspace, typed, COORDINATOR)


@pytest.mark.parametrize(
    "typed",
    [TYPED, TypedPerson(phone="+43 664 998877"), TypedPerson(name="quendelberg zilla", birth=date(1984, 3, 25))],
)
def test_figures_stay_and_the_person_is_gone(workspace: Workspace, typed: TypedPerson) -> None:
    numbers = bring(workspace)
    before, people = all_figures(workspace), workspace.index().people
    digests = _digests(workspace)
    receipt = forget(workspace, typed, COORDINATOR)
    assert (all_figures(workspace), workspace.index().people) == (before, people)
    assert all_figures(Workspace(workspace.settings, workspace.project, workspace.store)) == before
    with workspace.store.reading() as connection:
        kept = [kept_file(connection, workspace.secret, number) for number in numbers]
    assert [readable(content) for content in kept] == [[], [], []]
    assert all(b"omar@example.org" in content for content in kept)
    assert [len(content.splitlines()) for content in kept] == [3, 3, 3]
    assert readable(receipt.text.encode()) == [] and f"no. {receipt.number}" in receipt.text
    assert len(digests) == 4 and digests.isdisjoint(_digests(workspace)), "a digest of the person stands in the store"
    _total, lines = entries(workspace, COORDINATOR)
    assert lines[0].action == "person.forget" and receipt.digest in lines[0].after
    assert readable(repr(lines).encode()) == []
    with pytest.raises(UnknownPerson):
        forget(workspace, typed, COORDINATOR)


PHONED = HEADER + f"{FIRST},,,0664 998877,,Syrian,\n{FIRST},{OMAR},\n"
PHONED_AGAIN = HEADER + f"{SECOND},,,+43 664 998877,,Syrian,\n"


@pytest.mark.parametrize("number", ["+43 664 998877", "0664/998877", "0043 664 99 88 77"])
def test_somebody_known_by_a_phone_number_alone(workspace: Workspace, number: str) -> None:
    typed = TypedPerson(phone=number)
    uploaded = import_file(workspace, "phones.csv", PHONED.encode(), actor=COORDINATOR).upload or 0
    import_file(workspace, "again.csv", PHONED_AGAIN.encode(), actor=COORDINATOR)
    before, people = all_figures(workspace), workspace.index().people
    told = disclose(workspace, typed, COORDINATOR)
    assert [(one.name, one.phone, one.row) for one in told.attendances] == [
        ("", "0664 998877", 2), ("", "+43 664 998877", 2)
    ]  # fmt: skip
    assert people == 2 and plan_forgetting(workspace, typed, COORDINATOR).rows_in_files == 2
    forget(workspace, typed, COORDINATOR)
    assert all_figures(workspace) == before
    with workspace.store.reading() as connection:
        kept = kept_file(connection, workspace.secret, uploaded)
    assert readable(kept) == [] and b"omar@example.org" in kept
    uploads.undo(workspace, uploaded, COORDINATOR)
    uploads.redo(workspace, uploaded, COORDINATOR)
    later = HEADER + f"{THIRD},,,+43664998877,,Syrian,\n"
    assert import_file(workspace, "later.csv", later.encode(), actor=COORDINATOR).forgotten == 1
    assert workspace.index().people == people
    for ask in (disclose, forget):
        with pytest.raises(UnknownPerson):
            ask(workspace, typed, COORDINATOR)


def test_undo_redo_and_the_same_files_again(workspace: Workspace) -> None:
    numbers = bring(workspace)
    before = all_figures(workspace)
    forget(workspace, TYPED, COORDINATOR)
    for number in numbers:
        uploads.undo(workspace, number, COORDINATOR)
        uploads.redo(workspace, number, COORDINATOR)
        assert all_figures(workspace) == before
    for name, text in (("list.csv", LIST), ("fair.csv", FAIR), ("forum.csv", FORUM)):
        report = import_file(workspace, name, text.encode(), actor=COORDINATOR)
        assert report.status is FileStatus.ALREADY_IMPORTED and report.forgotten == 1
    assert all_figures(workspace) == before


def test_a_longer_version_and_another_file_do_not_bring_the_person_back(workspace: Workspace) -> None:
    bring(workspace)
    forget(workspace, TYPED, COORDINATOR)
    people, digests = workspace.index().people, _digests(workspace)
    longer = LIST + f"{FIRST},Ida Holm,ida@example.org,,,Local,\n"
    report = import_file(workspace, "list.csv", longer.encode(), actor=COORDINATOR)
    assert report.forgotten == 1 and workspace.index().people == people + 1
    later = HEADER + "2022-02-14,Palermo,Final conference,Closing,Zila Quendelberg,zilla@zwetschgo.example,,,,\n"
    report = import_file(workspace, "later.csv", later.encode(), actor=COORDINATOR)
    assert report.forgotten == 1 and workspace.index().people == people + 1
    assert len(_digests(workspace) - digests) == 2, "Ida’s name and address"
    family = HEADER + f"{FIRST},Ferdinand Huber,zilla@zwetschgo.example,,,,\n"
    report = import_file(workspace, "family.csv", family.encode(), actor=COORDINATOR)
    assert report.forgotten == 0 and workspace.index().people == people + 2, "somebody else with that address"


def test_an_undone_upload_and_a_waiting_sheet(workspace: Workspace) -> None:
    from liaison_metrics.services.intake import Options
    from liaison_metrics.services.uploads import waiting

    numbers = bring(workspace)
    uploads.undo(workspace, numbers[2], COORDINATOR)
    waiting.keep(workspace, "again.csv", FAIR.encode(), Options(), COORDINATOR)
    forget(workspace, TYPED, COORDINATOR)
    assert waiting.waiting_sheets(workspace, COORDINATOR) == []
    people = workspace.index().people
    uploads.redo(workspace, numbers[2], COORDINATOR)
    assert workspace.index().people == people
    with workspace.store.reading() as connection:
        assert readable(kept_file(connection, workspace.secret, numbers[2])) == []


def test_a_contested_name_stays_contested(workspace: Workspace) -> None:
    rows = ("Maria Rossi,maria@example.org,,1980-05-04,,", "Maria Rossi,,,1990-01-02,,", "Maria Rossi,,,,,")
    for number, text in enumerate(rows):
        import_file(workspace, f"{number}.csv", (HEADER + f"{FIRST},{text}\n").encode(), actor=COORDINATOR)
    before, people = all_figures(workspace), workspace.index().people
    forget(workspace, TypedPerson(email="maria@example.org"), COORDINATOR)
    assert people == 3 and all_figures(workspace) == before
    import_file(workspace, "ida.csv", (HEADER + f"{SECOND},Ida Holm,ida@example.org,,,,\n").encode(), actor=COORDINATOR)
    assert workspace.index().people == 4


def test_names_of_files_and_words_beside_them_lose_the_person(fresh: Fresh) -> None:
    workspace = fresh()
    wrong = LIST + f"2021-02-30,Graz,Skill-transfer workshop,Zilla Quendelberg,{ZILLA},\n{FIRST},Ida Holm,,,,,\n"
    number = import_file(workspace, "Zilla Quendelberg.csv", wrong.encode(), actor=COORDINATOR).upload or 0
    before = all_figures(workspace)
    forget(workspace, TYPED, COORDINATOR)
    assert all_figures(workspace) == before
    with workspace.store.reading() as connection:
        rows = [
            dict(row) for table in (UPLOAD, REJECTED, MENTION) for row in connection.execute(select(table)).mappings()
        ]
        assert readable(kept_file(connection, workspace.secret, number)) == []
    encryption = Encryption(workspace.secret)
    words = [encryption.decrypt(value) or value for row in rows for value in row.values() if isinstance(value, str)]
    assert readable(repr(words).encode()) == [] and any("Forgotten" in word for word in words)
    uploads.undo(workspace, number, COORDINATOR)
    uploads.redo(workspace, number, COORDINATOR)
    assert all_figures(workspace) == before


SOMEBODY = (
    TypedPerson(email="maria@example.org"), TypedPerson(email="maria@example.org", name="Maria Rossi"),
    TypedPerson(name="Maria Rossi", birth=date(1990, 5, 4)), TypedPerson(email="verein@example.org", name="Luca Verdi"),
    TypedPerson(email="luca@example.org"), TypedPerson(phone="+45 75840100"),
    TypedPerson(name="Omar Said", birth=date(2001, 1, 31)), TypedPerson(email="ida@example.org"),
)  # fmt: skip


@pytest.mark.slow
@given(worlds(), st.lists(st.sampled_from(SOMEBODY), min_size=1, max_size=3, unique=True), st.integers(0, 3))
@settings(
    max_examples=share_of(9),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_figure_changes_whoever_is_forgotten(
    fresh: Fresh, world: list[Sheet], typed: list[TypedPerson], chosen: int
) -> None:
    workspace = fresh()
    numbers = [import_file(workspace, n, data, actor=COORDINATOR).upload or 0 for n, data in files(world).items()]
    before = all_figures(workspace)
    for one in typed:
        with suppress(UnknownPerson):
            forget(workspace, one, COORDINATOR)
        assert all_figures(workspace) == before
    number = numbers[chosen % len(numbers)]
    uploads.undo(workspace, number, COORDINATOR)
    uploads.redo(workspace, number, COORDINATOR)
    assert all_figures(workspace) == before
    for name, data in files(world).items():
        import_file(workspace, name, data, actor=COORDINATOR)
    assert all_figures(workspace) == before


def _digests(workspace: Workspace) -> set[int]:
    """The digests of all identifiers that the store has of anybody but Omar."""
    again = Workspace(workspace.settings, workspace.project, workspace.store)
    with again.store.reading() as connection:
        rows = read_facts(connection, again.codebooks).attendances
    encoder = Encoder(workspace.people_secret)
    omar = encoder.identity("Omar Said", "omar@example.org", None, date(1990, 1, 31), None, "AT")
    stated = {*rows.name.tolist(), *rows.email.tolist(), *rows.phone.tolist(), *rows.birth.tolist()}
    return stated - {0, *omar}
