"""The latest uploads: what they contain, and which rows need attention."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.services.labels import label
from liaison_metrics.services.uploads import UploadSummary
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.parts import NOTHING, joined


def latest_uploads_card(project: Project, uploads: Sequence[UploadSummary]) -> Markup:
    """Returns the latest uploads with their contents, and a link to upload another."""
    heading = _("Latest uploads")
    return Markup(
        '<section class="card" aria-label="{}"><div class="row"><h2>{}</h2><a class="small" data-go href="upload?" '
        'data-at="upload">{}</a></div><ul class="sheets">{}</ul></section>'
    ).format(heading, heading, _("Upload a sheet"), joined(_item(project, one) for one in uploads))


def _item(project: Project, upload: UploadSummary) -> Markup:
    cities = ", ".join(label(project, "city", code) for code in upload.cities)
    waiting = NOTHING
    if upload.rejected:
        waiting = Markup('<br><span class="late">{}</span>').format(
            ngettext("{n} row rejected", "{n} rows rejected", upload.rejected).format(n=fmt.number(upload.rejected))
        )
    return Markup("<li><strong>{}</strong> {}<br>{} · {}{}</li>").format(
        cities, upload.file, Markup('<span class="muted">{}</span>').format(contents_text(upload)),
        Markup('<span class="muted">{}</span>').format(fmt.ago(upload.imported_at)), waiting,
    )  # fmt: skip


def contents_text(upload: UploadSummary) -> str:
    """Returns the contents of an upload in a few words."""
    words = []
    if upload.attendances or not upload.headcount:
        words.append(
            ngettext("{n} attendance", "{n} attendances", upload.attendances).format(n=fmt.number(upload.attendances))
        )
    if upload.headcount:
        words.append(
            ngettext("{n} person (headcount)", "{n} people (headcount)", upload.headcount).format(
                n=fmt.number(upload.headcount)
            )
        )
    if upload.uncounted:
        words.append(_("{n} not counted").format(n=fmt.number(upload.uncounted)))
    if upload.already_known:
        words.append(_("{n} already known").format(n=fmt.number(upload.already_known)))
    return ", ".join(words)
