"""The latest sheets: what came, and what of it waits for somebody."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.head import label
from liaison_metrics.ui.frame.parts import NOTHING, joined


def latest_uploads_card(project: Project, uploads: Sequence[UploadSummary]) -> Markup:
    """Returns the latest uploads with what they brought, and the way to bring another."""
    heading = _("Latest sheets")
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2><a class="small" data-go href="upload?" '
        'data-at="bring">{}</a></div><ul class="sheets">{}</ul></section>'
    ).format(heading, heading, _("Bring a sheet"), joined(_item(project, one) for one in uploads))


def _item(project: Project, upload: UploadSummary) -> Markup:
    cities = ", ".join(label(project, "city", code) for code in upload.cities)
    waiting = NOTHING
    if upload.rejected:
        waiting = Markup('<br><span class="late">{}</span>').format(
            ngettext("{n} row was rejected", "{n} rows were rejected", upload.rejected).format(
                n=fmt.number(upload.rejected)
            )
        )
    return Markup("<li><strong>{}</strong> {}<br>{} · {}{}</li>").format(
        cities, upload.file, Markup('<span class="muted">{}</span>').format(contents_text(upload)),
        Markup('<span class="muted">{}</span>').format(fmt.ago(upload.imported_at)), waiting,
    )  # fmt: skip


def contents_text(upload: UploadSummary) -> str:
    """Returns what an upload brought, in a few words."""
    words = []
    if upload.attendances or not upload.headcount:
        words.append(
            ngettext("{n} attendance", "{n} attendances", upload.attendances).format(n=fmt.number(upload.attendances))
        )
    if upload.headcount:
        words.append(_("headcount {n}").format(n=fmt.number(upload.headcount)))
    if upload.not_counted:
        words.append(_("{n} not counted").format(n=fmt.number(upload.not_counted)))
    if upload.already_known:
        words.append(_("{n} already known").format(n=fmt.number(upload.already_known)))
    return ", ".join(words)
