"""People who may be one person: the pairs, who sees them, and decisions that hold whatever happens to the sheets."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.errors import NotAllowed, UnknownPerson, WrongEntry
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, FUNDER
from liaison_metrics.services.installation.making import make_backup
from liaison_metrics.services.installation.restoring import restore_backup
from liaison_metrics.services.installation.rotating import rotate_key
from liaison_metrics.services.intake import import_file, preview_import
from liaison_metrics.services.people import deciding, readable, renewing, review
from liaison_metrics.services.people.decided import Contradiction
from liaison_metrics.services.uploads import undoing
from liaison_metrics.services.workspace.settings import Settings
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.store.records.attendances import names_in
from liaison_metrics.store.records.name_forms import read_name_forms, save_name_forms
from tests.actors import partner
from tests.conftest import PROJECT_FILE

HEADER = "Date,City,Activity,Event,Full name,Email,Date of birth"
OTHERS = ("Anna Huber", "Lukas Steiner", "Fatima Haddad", "Mehmet Yilmaz", "Eleni Nikolaidou", "Jonas Hansen")
SAME, DIFFERENT, LATER = PersonDecisionKind.SAME, PersonDecisionKind.DIFFERENT, PersonDecisionKind.LATER
Pair = tuple[str, str]


def sheet(*people: tuple[str, str, str], city: str = "Graz", date: str = "2021-05-04") -> bytes:
    """A register of one event: of each person the name, the e-mail address and the date of birth."""
    rows = (",".join([date, city, "Skill-transfer workshop", "Bread and words", *one]) for one in people)
    return "\n".join([HEADER, *rows, ""]).encode()


OTHER_PEOPLE = [(name, "", f"{1960 + 5 * at}-03-0{at + 1}") for at, name in enumerate(OTHERS)]
FIRST = sheet(*OTHER_PEOPLE, ("Oksana Shevchenko", "", "1985-11-23"))
SECOND = sheet(("Oxana Shevcenko", "", "1985-11-23"), date="2021-06-01")


@pytest.fixture
def twice(new_workspace: Callable[[str], Workspace]) -> Workspace:
    """A workspace in which one person of Graz is recorded twice, with a slip."""
    workspace = new_workspace("twice")
    for name, data in (("first.csv", FIRST), ("second.csv", SECOND)):
        import_file(workspace, name, data, actor=COORDINATOR)
    return workspace


def reached(workspace: Workspace) -> int:
    return figures.indicators(workspace, actor=COORDINATOR)[0].reach.reached


def the_pair(workspace: Workspace) -> Pair:
    [pair] = review.pairs(workspace, actor=COORDINATOR)
    return pair.a, pair.b


def test_a_pair_says_what_speaks_for_it(twice: Workspace) -> None:
    [pair] = review.pairs(twice, actor=COORDINATOR)
    assert pair.score > 0.8 and pair.cities == {"graz"} and not pair.later
    assert pair.why[1:] == ["birth date 1.00", "same city"] and pair.why[0].startswith("name 0.")
    a, b = review.seen(twice, [pair.a, pair.b], actor=COORDINATOR)
    assert (a.age_band, [source.row for _n, _event, source in a.attendances]) == ("35_49", [8])
    assert [(event.city, source.file) for _number, event, source in b.attendances] == [("graz", "second.csv")]


def test_a_partner_sees_pairs_of_its_own_cities_alone(twice: Workspace) -> None:
    pair = the_pair(twice)
    graz, vejle = partner("compass"), partner("vifin")
    assert [one.a for one in review.pairs(twice, actor=graz)] == [pair[0]]
    assert review.pairs(twice, actor=vejle) == [] == review.pairs(twice, actor=FUNDER)
    for refused in (
        lambda: review.seen(twice, pair, actor=vejle),
        lambda: deciding.decide(twice, [pair], SAME, vejle),
        lambda: readable.readable_rows(twice, pair, vejle),
    ):
        with pytest.raises(NotAllowed):
            refused()
    import_file(twice, "vejle.csv", sheet(("Oxana Shevcenko", "", "1985-11-23"), city="Vejle"), actor=COORDINATOR)
    assert len(review.pairs(twice, actor=COORDINATOR)) == 1
    assert review.pairs(twice, actor=graz) == [] == review.pairs(twice, actor=vejle), "one was seen in both cities"


@pytest.mark.parametrize(("kind", "change"), [(SAME, -1), (DIFFERENT, 0), (LATER, 0)])
def test_a_decision_moves_the_figures_as_foretold_and_is_undone(
    twice: Workspace, kind: PersonDecisionKind, change: int
) -> None:
    pair, before = the_pair(twice), reached(twice)
    foretold = deciding.preview_decision(twice, [pair], kind, COORDINATOR)
    assert reached(twice) == before, "a preview stores nothing"
    assert deciding.decide(twice, [pair], kind, COORDINATOR) == foretold
    assert reached(twice) == before + change
    assert [one.later for one in review.pairs(twice, actor=COORDINATOR)] == ([True] if kind is LATER else [])
    [decided] = deciding.decisions(twice, actor=COORDINATOR)
    assert decided.kind is kind and decided.contradicted is None
    deciding.undo(twice, [decided.number], COORDINATOR)
    assert reached(twice) == before and the_pair(twice) == pair
    with pytest.raises(UnknownPerson):
        deciding.undo(twice, [decided.number], COORDINATOR)


@pytest.mark.parametrize("kind", [SAME, DIFFERENT])
def test_a_decision_outlives_undo_and_a_longer_version(twice: Workspace, kind: PersonDecisionKind) -> None:
    deciding.decide(twice, [the_pair(twice)], kind, COORDINATOR)
    decided = reached(twice)
    undoing.undo(twice, 2, actor=COORDINATOR)
    undoing.redo(twice, 2, actor=COORDINATOR)
    assert reached(twice) == decided and review.pairs(twice, actor=COORDINATOR) == []
    longer = sheet(("Oxana Shevcenko", "", "1985-11-23"), ("Petra Novak", "", "1990-01-15"), date="2021-06-01")
    report = import_file(twice, "second.csv", longer, actor=COORDINATOR)
    assert report.upload and reached(twice) == decided + 1
    undoing.undo(twice, 2, actor=COORDINATOR)
    assert reached(twice) == decided + 1 and review.pairs(twice, actor=COORDINATOR) == []


def test_what_a_new_upload_would_count_for_knows_decisions(twice: Workspace) -> None:
    deciding.decide(twice, [the_pair(twice)], SAME, COORDINATOR)
    undoing.undo(twice, 2, actor=COORDINATOR)
    before = reached(twice)
    preview = preview_import(twice, "second.csv", SECOND, actor=COORDINATOR).preview
    assert preview and preview.effects[0].change == 0
    import_file(twice, "second.csv", SECOND, actor=COORDINATOR)
    assert reached(twice) == before


def test_several_pairs_are_decided_at_once_or_not_at_all(twice: Workspace) -> None:
    more = sheet(("Lukas Steinner", "", "1965-03-02"), date="2021-07-01")
    import_file(twice, "third.csv", more, actor=COORDINATOR)
    pairs = [(one.a, one.b) for one in review.pairs(twice, actor=COORDINATOR)]
    before = reached(twice)
    with pytest.raises(UnknownPerson):
        deciding.decide(twice, [*pairs, ("P-000001", "P-999999")], SAME, COORDINATOR)
    assert reached(twice) == before
    deciding.decide(twice, pairs, SAME, COORDINATOR)
    assert reached(twice) == before - 2
    with pytest.raises(WrongEntry):
        deciding.decide(twice, pairs[:1], SAME, COORDINATOR)


@pytest.mark.parametrize(
    ("kind", "name", "birth", "contradicted"),
    [
        (SAME, "Oxana Szewczenko", "1979-02-01", Contradiction.BIRTHS),
        (DIFFERENT, "Olga Szewczuk", "1985-11-23", Contradiction.CONTACT),
        # The address joins the new rows of both to one of them: their names are close enough.
        (DIFFERENT, "Oksana Shevchenk", "1985-11-23", Contradiction.CONTACT),
    ],
)
def test_new_evidence_against_a_decision_is_shown(
    new_workspace: Callable[[str], Workspace],
    kind: PersonDecisionKind,
    name: str,
    birth: str,
    contradicted: Contradiction,
) -> None:
    workspace = new_workspace("against")
    mail, born = ("o@example.org", "") if kind is SAME else ("", "1985-11-23")
    first = sheet(*OTHER_PEOPLE, ("Oksana Shevchenko", mail, born))
    second = sheet((name, mail.replace("o@", "x@"), born), date="2021-06-01")
    for file, data in (("first.csv", first), ("second.csv", second)):
        import_file(workspace, file, data, actor=COORDINATOR)
    listed = review.seen(workspace, ["P-000007", "P-000008"], actor=COORDINATOR)
    deciding.decide(workspace, [(listed[0].pseudonym, listed[1].pseudonym)], kind, COORDINATOR)
    assert [one.contradicted for one in deciding.decisions(workspace, actor=COORDINATOR)] == [None]
    later = sheet(("Oksana Shevchenko", "o@example.org", "1985-11-23"), date="2021-08-01")
    last = sheet((name, "x@example.org" if kind is SAME else "o@example.org", birth), date="2021-09-01")
    for file, data in (("later.csv", later), ("last.csv", last)):
        import_file(workspace, file, data, actor=COORDINATOR)
    assert [one.contradicted for one in deciding.decisions(workspace, actor=COORDINATOR)] == [contradicted]


def test_the_readable_rows_are_recorded_without_names(twice: Workspace) -> None:
    pair = the_pair(twice)
    texts = readable.readable_rows(twice, pair, partner("compass"))
    assert sorted(name for row in texts.values() for name in row.cells if "ana Shev" in name) == [
        "Oksana Shevchenko",
        "Oxana Shevcenko",
    ]
    with twice.store.reading() as connection:
        lines = connection.exec_driver_sql("SELECT action, partner, after FROM audit_entry").all()
    action, who, after = lines[-1]
    assert (action, who, json.loads(after)["people"]) == ("people_text.open", "compass", [*pair])
    assert not any("Shev" in str(line) for line in lines)


def test_decisions_stay_when_the_key_changes(twice: Workspace) -> None:
    deciding.decide(twice, [the_pair(twice)], SAME, COORDINATOR)
    before = reached(twice)
    rotate_key(twice, COORDINATOR)
    again = open_workspace(twice.settings)
    assert reached(again) == before and review.pairs(again, actor=COORDINATOR) == []
    [decided] = deciding.decisions(again, actor=COORDINATOR)
    deciding.undo(again, [decided.number], COORDINATOR)
    assert reached(again) == before + 1
    again.close()


@pytest.mark.parametrize("kind", [SAME, DIFFERENT])
def test_decisions_survive_backup_and_restore(twice: Workspace, tmp_path: Path, kind: PersonDecisionKind) -> None:
    deciding.decide(twice, [the_pair(twice)], kind, COORDINATOR)
    decided = reached(twice)
    backup = make_backup(twice, tmp_path / "copy.backup", COORDINATOR)
    url = f"sqlite:///{tmp_path / 'restored.db'}"
    settings = Settings(database_url=url, project_file=PROJECT_FILE, secret_key_file=twice.key_file)
    restore_backup(settings, backup.path, COORDINATOR)
    restored = open_workspace(settings)
    assert reached(restored) == decided and review.pairs(restored, actor=COORDINATOR) == []
    undoing.undo(restored, 2, actor=COORDINATOR)
    undoing.redo(restored, 2, actor=COORDINATOR)
    assert reached(restored) == decided, "it holds for the rows when they come again, too"
    [one] = deciding.decisions(restored, actor=COORDINATOR)
    assert one.kind is kind
    deciding.undo(restored, [one.number], COORDINATOR)
    assert reached(restored) == reached(twice) + (kind is SAME) and len(review.pairs(restored, actor=COORDINATOR)) == 1
    restored.close()


def test_names_of_an_earlier_version_are_renewed_from_the_kept_files(twice: Workspace) -> None:
    with twice.store.writing() as connection:
        names = [name for name in names_in(connection).tolist() if name]
        old = {name: replace(form, letter_pairs=()) for name, form in read_name_forms(connection, names).items()}
        save_name_forms(connection, old)
    assert renewing.outdated_names(twice, COORDINATOR) == 8
    before = reached(twice)
    assert renewing.renew_names(twice, COORDINATOR) == renewing.RenewedNames(8, 0)
    assert renewing.outdated_names(twice, COORDINATOR) == 0 and reached(twice) == before
    the_pair(twice)
