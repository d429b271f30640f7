"""What is kept, how long, and who can see it, in plain words; and the documents to download."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.uploads.personal_data.documents import (
    controller,
    languages,
    participants_text,
    processing_record,
)
from liaison_metrics.services.uploads.personal_data.retention import Retention, retention_words
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.html import html_block
from liaison_metrics.ui.frame.parts import joined, note, table_of


def retention_note(found: Retention) -> Markup:
    """Returns until when personal data are kept, or when they were deleted."""
    words = retention_words(found)
    if found.is_near:
        return note(words, "refused" if found.is_due else "")
    return note(words, "done") if found.deleted_at else Markup("<p>{}</p>").format(words)


def overview_card(project: Project, found: Retention) -> Markup:
    """Returns what is kept, how, and who can see it."""
    heading = _("What is kept")
    until = (
        fmt.day(found.until)
        if found.until
        else ngettext("{n} year after the final payment", "{n} years after the final payment", found.years).format(
            n=found.years
        )
    )
    gone = found.deleted_at is not None
    personal = _("deleted") if gone else _("until {day}").format(day=until)
    rows = (
        (
            _("Uploaded sheets, with names"), _("encrypted"), personal,
            _("coordinator; the partner that uploaded them"),
        ),
        (
            _("Evidence files of events: signed lists, photos, minutes"), _("encrypted"), personal,
            _("coordinator; the partner of the city"),
        ),
        (
            _("Members of committees; who offers and seeks skills"), _("encrypted"), personal,
            _("coordinator; all partners"),
        ),
        (
            _("Names, addresses, numbers and birth dates, for counting"), _("as digests that nobody can read"),
            personal, _("nobody"),
        ),
        (
            _("Event, community, group, gender and age band"), _("readable, without a name"), _("stays"),
            _("coordinator; the partner of the city"),
        ),
        (_("Figures and issued reports"), _("readable"), _("stays"), _("everybody who may sign in; the funder")),
        (
            _("Who did what in this program"), _("audit record, without participants’ names"), _("stays"),
            _("coordinator"),
        ),
        (_("Backups"), _("encrypted"), _("until newer ones take their place"), _("who runs the server")),
    )  # fmt: skip
    heads = (_("What"), _("How"), _("How long"), _("Who can see it"))
    about = Markup("<p>{}</p>").format(
        _("Responsible: {controller}. Contact: {contact}.").format(
            controller=controller(project), contact=project.data_protection.contact or _("not stated yet")
        )
    )
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}{}</section>').format(
        heading, heading, table_of(heading, heads, (), joined(map(_kept, rows)), "compact listed"), about
    )


def _kept(row: tuple[str, str, str, str]) -> Markup:
    return Markup('<tr><th scope="row" class="text">{}</th><td>{}</td><td>{}</td><td class="text">{}</td></tr>').format(
        *row
    )


def show_documents(project: Project) -> None:
    """Shows the buttons that download the texts for participants and the record of processing."""
    html_block("documents", Markup("<h2>{}</h2><p>{}</p>").format(
        _("For participants"), _("A text to hand out or to hang up where people sign in."),
    ))  # fmt: skip
    with st.container(horizontal=True):
        for code, name in languages().items():
            st.download_button(
                name, participants_text(project, code), f"{project.acronym}-participants-{code}.txt", "text/plain",
                key=f"participants-{code}", on_click="ignore",
            )  # fmt: skip
    html_block("record", Markup("<h2>{}</h2><p>{}</p>").format(
        _("For your records"), _("The record of processing activities that the GDPR asks for."),
    ))  # fmt: skip
    st.download_button(
        _("Record of processing"), processing_record(project), f"{project.acronym}-processing.txt", "text/plain",
        key="processing-record", on_click="ignore",
    )  # fmt: skip


def what_is_gone(found: Retention) -> Markup:
    """Returns what was deleted at the end of the retention time."""
    names = {
        "attendances": _("attendances with identifiers"), "name_forms": _("name forms"),
        "originals": _("uploaded files"), "decisions": _("decisions about people"), "answers": _("saved answers"),
        "remarks": _("remarks on rows"), "waiting_sheets": _("waiting sheets"),
        "evidence_files": _("evidence files"),
    }  # fmt: skip
    lines = joined(
        Markup("<li>{}: {}</li>").format(names.get(name, name), number) for name, number in found.deleted.items()
    )
    return Markup("<section class='card text'><h2>{}</h2><ul>{}</ul></section>").format(_("What was deleted"), lines)
