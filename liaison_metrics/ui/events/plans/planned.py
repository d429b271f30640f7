"""The page of a planned event without a sheet: its sign-in sheet in each language, and where its sheet is uploaded."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.events.planned import Listed, PlannedEvent
from liaison_metrics.services.events.plans.sign_in.sheet import LANGUAGES, partner_language
from liaison_metrics.services.labels import event_name
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.events.page import EventsRequest, event_words
from liaison_metrics.ui.frame.head import page_head
from liaison_metrics.ui.frame.parts import NOTHING, joined, line_link
from liaison_metrics.ui.frame.words import LANGUAGE_NAMES


def find_plan(events: Sequence[Listed], number: int) -> PlannedEvent | None:
    """Returns the planned event with this number, None where there is none without a sheet."""
    return next((one.plan for one in events if one.plan and one.plan.number == number and not one.event), None)


def planned_head(project: Project, request: EventsRequest, plan: PlannedEvent) -> Markup:
    """Returns the head of the page."""
    back = line_link(request.with_event(None), _("All events"), "close")
    return page_head(event_name(project, plan.fact), " · ".join(event_words(project, plan.fact)), back)


def planned_card(project: Project, plan: PlannedEvent) -> Markup:
    """Returns the links to the sign-in sheet, that in the partner's language first, and to the upload of its sheet."""
    own = partner_language(project, plan.city)
    languages = sorted(LANGUAGES, key=lambda code: code != own)
    lines = joined(_language_line(plan.number, code) for code in languages)
    expected = (
        Markup("<p>{}</p>").format(
            ngettext("{n} person is expected.", "{n} people are expected.", plan.expected).format(
                n=fmt.number(plan.expected)
            )
        )
        if plan.expected
        else NOTHING
    )
    return Markup(
        '<section class="card stack" aria-label="{}"><h2>{}</h2>{}<p>{}</p><ul>{}</ul>'
        '<p><a data-go href="upload?plan={}" data-at="upload-plan">{}</a></p></section>'
    ).format(
        _("Sign-in sheet"), _("Sign-in sheet"), expected,
        _("Print it, or fill in the Excel sheet. Its code tells which event it is when you upload the list."), lines,
        plan.number, _("Upload the sheet of this event"),
    )  # fmt: skip


def _language_line(number: int, language: str) -> Markup:
    def link(form: str, words: str) -> Markup:
        return Markup(
            '<a href="sign-in-sheet.{}?plan={}&amp;language={}" download data-at="sign-in-{}-{}">{}'
            '<span class="unseen"> {}</span></a>'
        ).format(form, number, language, form, language, words, LANGUAGE_NAMES[language])

    return Markup('<li><span lang="{}">{}</span>: {} · {}</li>').format(
        language, LANGUAGE_NAMES[language], link("pdf", _("PDF")), link("xlsx", _("Excel"))
    )
