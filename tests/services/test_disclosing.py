"""What a person gets who asks what is kept; and rows that say no to data processing."""

from __future__ import annotations

import json

import pytest

from liaison_metrics.domain.funding import DataProtection
from liaison_metrics.errors import UnknownPerson
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.intake import FileStatus, import_file
from liaison_metrics.services.uploads.contents import kept_file
from liaison_metrics.services.uploads.personal_data.disclosing import disclose
from liaison_metrics.services.uploads.personal_data.finding import TypedPerson
from liaison_metrics.services.workspace.audit.reading import entries
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.sheets.ledger.fates import Reason
from liaison_metrics.sheets.words.phrases.remarks.consent import is_about_data, refuses
from tests.services.test_forgetting import TYPED, bring, readable


def test_a_person_gets_what_where_and_since_when(workspace: Workspace) -> None:
    bring(workspace)
    found = disclose(workspace, TYPED, COORDINATOR)
    told = json.loads(found.as_json())
    assert [(one["date"], one["file"], one["row"]) for one in told["attendances"]] == [
        ("2021-05-04", "list.csv", 2), ("2021-06-01", "fair.csv", 2), ("2021-11-20", "forum.csv", 2)
    ]  # fmt: skip
    assert told["attendances"][0]["birth"] == "1984-03-25" and told["unreadable"] == 0 and told["seen_by"]
    page = found.as_html().decode()
    assert "Zilla Quendelberg" in page and "Omar" not in page
    _total, lines = entries(workspace, COORDINATOR)
    assert lines[0].action == "person.disclose" and readable(repr(lines).encode()) == []
    with pytest.raises(UnknownPerson):
        disclose(workspace, TypedPerson(email="nobody@example.org"), COORDINATOR)


HEADER = "Date,City,Activity,Event,Full name,Email,{column}\n"
WHERE = "2021-05-04,Graz,Skill-transfer workshop,Bread"


@pytest.mark.parametrize(
    ("column", "yes", "no"),
    [
        ("Consent to data processing", "yes", "No"), ("Einwilligung Datenschutz", "ja", "Nein"),
        ("Consenso al trattamento dei dati", "sì", "non acconsento"), ("Samtykke til behandling af data", "ja", "Nej"),
        ("Συγκατάθεση επεξεργασίας δεδομένων", "ναι", "Όχι"),
    ],
)  # fmt: skip
def test_a_row_without_consent_counts_without_identifiers(new_workspace, column: str, yes: str, no: str) -> None:
    workspace = new_workspace()
    text = HEADER.format(column=column) + "".join(
        f"{WHERE},{name},{name.split()[0].lower()}@example.org,{said}\n"
        for name, said in (("Ana Korba", yes), ("Cem Halost", no), ("Ida Holm", yes))
    )
    report = import_file(workspace, "list.csv", text.encode(), actor=COORDINATOR)
    assert (report.attendances, report.without_consent) == (3, 1)
    assert [row.row for row in report.ledger if row.reason is Reason.NO_CONSENT] == [3]
    assert workspace.index().people == 2
    with workspace.store.reading() as connection:
        kept = kept_file(connection, workspace.secret, report.upload)
    assert b"Cem" not in kept and b"cem@" not in kept and b"Ana Korba" in kept and kept.count(b"\n") == 4
    uploads.undo(workspace, report.upload, COORDINATOR)
    again = uploads.redo(workspace, report.upload, COORDINATOR)
    assert (again.attendances, again.without_consent) == (3, 1) and workspace.index().people == 2
    assert import_file(workspace, "list.csv", text.encode(), actor=COORDINATOR).status is FileStatus.ALREADY_IMPORTED


def test_photos_are_another_matter_and_the_project_decides(workspace: Workspace) -> None:
    assert not is_about_data("Photo consent") and not is_about_data("Consenso foto")
    assert is_about_data("Consent to data processing and photos") and is_about_data("Samtykke")
    assert refuses("✗") and not refuses("x") and not refuses("") and not refuses("nobody yet")
    strict = DataProtection(refused=("niet",), empty_consent="refused")
    project = workspace.project.model_copy(update={"data_protection": strict})
    asked = Workspace(workspace.settings, project, workspace.store)
    text = HEADER.format(column="Consent") + f"{WHERE},Ana Korba,,niet\n{WHERE},Cem Halost,,\n{WHERE},Ida Holm,,yes\n"
    report = import_file(asked, "list.csv", text.encode(), actor=COORDINATOR)
    assert report.without_consent == 2
