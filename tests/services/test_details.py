"""Signatures: what a sheet types is counted, and what it cannot say is not said."""

from __future__ import annotations

import pytest

from liaison_metrics.exports import frames
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Gap
from liaison_metrics.services import uploads
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import details, listing
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.conftest import Fresh

NAMES = ("Ana Korba", "Bo Olm", "Cem Halost", "Dora Lind")


def bring(workspace: Workspace, title: str, header: str, *cells: str) -> tuple[int, int] | None:
    """Uploads a sheet with that column, and whether each came; returns what it says of signatures."""
    rows = [
        f"2021-05-04,Graz,Skill-transfer workshop,{title},{name},x,{cell}"
        for name, cell in zip(NAMES, cells, strict=True)
    ]
    text = "\n".join([f"Date,City,Activity,Event,Full name,Present,{header}", *rows, ""])
    upload = import_file(workspace, f"{title}.csv", text.encode(), actor=COORDINATOR)
    assert upload.attendances == len(NAMES)
    (number,) = (one.number for one in listing.all_events(workspace, COORDINATOR) if one.fact.title == title)
    found = details.find(workspace, number, COORDINATOR)
    assert found is not None
    return found.signed


@pytest.mark.parametrize("header", ["Signature", "Firma", "Unterschrift", "Underskrift", "Υπογραφή"])
def test_typed_marks_count_in_each_language(fresh: Fresh, header: str) -> None:
    assert bring(fresh(), "Bread", header, "x", "B.O.", "", "–") == (2, 4)


@pytest.mark.parametrize(
    ("cells", "signed"),
    [
        (("signed", "yes", "Cem Halost", "AK"), (4, 4)),
        (("x", "no", "-", "absent"), (1, 4)),
        (("", "", "", ""), None),
        (("-", "", "no", ""), None),
    ],
)
def test_what_a_mark_is(fresh: Fresh, cells: tuple[str, ...], signed: tuple[int, int] | None) -> None:
    assert bring(fresh(), "Bread", "Signature", *cells) == signed


def test_it_is_shown_exported_and_goes_with_its_upload(fresh: Fresh) -> None:
    workspace = fresh()
    bring(workspace, "Bread", "Signature", "x", "", "x", "")
    bring(workspace, "Songs", "Notes", "", "", "", "")
    assert list(details.signed_rows(workspace, COORDINATOR).values()) == [(2, 4)]
    assert details.signed_rows(workspace, partner("vifin")) == {}
    table = frames.events(workspace, actor=COORDINATOR)
    at = list(table.columns).index("signed")
    assert list(table.columns[at - 1 : at + 2]) == ["additional", "signed", "signed_of"]
    assert {row.title: (row.signed, row.signed_of) for row in table.fillna(0).itertuples()} == {
        "Bread": (2, 4), "Songs": (0, 0),
    }  # fmt: skip
    exact, published = make(workspace, actor=COORDINATOR), make(workspace, None, 5, actor=COORDINATOR)
    assert {one.title: one.signed for one in exact.events} == {
        "Bread": "Signed: 2 of 4 rows", "Songs": Gap.NOT_STATED,
    }  # fmt: skip
    assert {one.signed for one in published.events} == {Gap.NOT_PUBLISHED}
    uploads.undo(workspace, 1, COORDINATOR)
    assert details.signed_rows(workspace, COORDINATOR) == {}
