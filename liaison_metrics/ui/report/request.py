"""Which report an address asks for: city and day as on all pages, exact or for publication, what is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.publishing import THRESHOLD, for_publication
from liaison_metrics.reports.suppression import LEAST_THRESHOLD
from liaison_metrics.services.labels import dimension_name
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters, codes_of
from liaison_metrics.ui.frame.head import choice_field, day_field, label
from liaison_metrics.ui.frame.parts import joined

THRESHOLDS = (LEAST_THRESHOLD, THRESHOLD, 10, 20)
EXACT = "exact"


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report: the filters that all pages share, of which it takes city and day, and what is hidden in it."""

    filters: Filters
    exact: bool = False
    threshold: int = THRESHOLD

    @property
    def link(self) -> str:
        """Returns the address of this report."""
        return "?" + "&".join(part for part in (self.filters.query(), urlencode(self._own())) if part)

    @property
    def key(self) -> str:
        """Returns what tells this report from others at the same state of the store."""
        return f"report {self.filters.chosen_in('city')} {self.filters.as_of} {self.exact} {self.threshold}"

    @property
    def scope(self) -> Scope:
        """Returns the part of the project that it is about."""
        return Scope(city=self.filters.chosen_in("city") or None, until=self.filters.as_of)

    def _own(self) -> dict[str, str | int]:
        if self.exact:
            return {"figures": EXACT}
        return {"threshold": self.threshold} if self.threshold != THRESHOLD else {}


def read_request(filters: Filters, address: Mapping[str, str]) -> ReportRequest:
    """Returns the report that an address asks for; what is not known is left out."""
    thresholds = {str(one): one for one in THRESHOLDS}
    return ReportRequest(
        filters, address.get("figures") == EXACT, thresholds.get(address.get("threshold", ""), THRESHOLD)
    )


def make_report(workspace: Workspace, request: ReportRequest) -> Report:
    """Returns the report."""
    exact = make(workspace, request.scope)
    return exact if request.exact else for_publication(exact, request.threshold)


def report_fields(project: Project, request: ReportRequest, *, may_be_exact: bool) -> Markup:
    """Returns the fields by which a report is chosen; exact figures are offered to those who may have them."""
    filters = request.filters
    cities = {"": _("all")} | {code: label(project, "city", code) for code in codes_of(project, "city")}
    rendered = [
        choice_field(
            dimension_name("city"), "city", filters.chosen_in("city"),
            replace(request, filters=filters.choosing(city="")), cities,
        ),
        day_field(project, filters, replace(request, filters=filters.showing(as_of=None, event=None))),
    ]  # fmt: skip
    if may_be_exact:
        figures = {"": _("for publication"), EXACT: _("exact")}
        base = replace(request, exact=False)
        rendered.append(choice_field(_("Figures"), "figures", EXACT if request.exact else "", base, figures))
    if not request.exact:
        words = {str(one): _("under {n}").format(n=one) for one in THRESHOLDS}
        base = replace(request, threshold=THRESHOLD)
        rendered.append(choice_field(_("Hidden are numbers"), "threshold", str(request.threshold), base, words))
    return Markup('<div class="fields" role="group" aria-label="{}">{}</div>').format(_("Filters"), joined(rendered))
