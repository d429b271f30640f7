"""The report in an address: city and last day, exact or for publication, the threshold for small numbers, language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.scope import Scope
from liaison_metrics.reports.disclosure_control.suppression import LEAST_THRESHOLD
from liaison_metrics.reports.making import make
from liaison_metrics.reports.model import Report
from liaison_metrics.reports.publishing import THRESHOLD
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor
from liaison_metrics.services.access.permissions import Resource, allows
from liaison_metrics.services.labels import dimension_name, every, label
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import LANGUAGES, _, language, offered, speaking, wanted
from liaison_metrics.ui.frame.filters import Filters, codes_of
from liaison_metrics.ui.frame.head import choice_field, day_field
from liaison_metrics.ui.frame.parts import NOTHING, joined

THRESHOLDS = (LEAST_THRESHOLD, THRESHOLD, 10, 20)
EXACT = "exact"

IN = "in"
"""The parameter for the language of the report, where it is not that of the page."""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """One report: city and day of the shared filters, and how small numbers are suppressed."""

    filters: Filters
    exact: bool = False
    threshold: int = THRESHOLD
    language: str = ""

    @property
    def link(self) -> str:
        """Returns the address of this report."""
        return "?" + "&".join(part for part in (self.filters.query(), urlencode(self._own())) if part)

    @property
    def key(self) -> str:
        """Returns the cache key of this report at one revision of the store."""
        city, day = self.filters.chosen_in("city"), self.filters.as_of
        return f"report {city} {day} {self.exact} {self.threshold} {self.spoken}"

    @property
    def scope(self) -> Scope:
        """Returns the part of the project that the report covers."""
        return Scope(city=self.filters.chosen_in("city") or None, until=self.filters.as_of)

    @property
    def spoken(self) -> str:
        """Returns the language of the report: the page's, unless another was chosen."""
        return self.language or language()

    def _own(self) -> dict[str, str | int]:
        spoken: dict[str, str | int] = {IN: self.language} if self.language else {}
        if self.exact:
            return {"figures": EXACT} | spoken
        return ({"threshold": self.threshold} if self.threshold != THRESHOLD else {}) | spoken


def read_request(filters: Filters, address: Mapping[str, str]) -> ReportRequest:
    """Returns the report in an address; unknown values are skipped."""
    thresholds = {str(one): one for one in THRESHOLDS}
    threshold = thresholds.get(address.get("threshold", ""), THRESHOLD)
    return ReportRequest(filters, address.get("figures") == EXACT, threshold, wanted(address.get(IN)))


def may_report(project: Project, actor: Actor, city: str | None) -> bool:
    """Returns whether the actor may make a report about a city (None: about all)."""
    return allows(actor, Action.REPORT_PUBLISHED, Resource.figures(project, city))


def make_report(workspace: Workspace, request: ReportRequest, actor: Actor) -> Report:
    """Returns the report, with small numbers suppressed unless it is exact. Raises NotAllowed."""
    with speaking(request.spoken):
        return make(workspace, request.scope, None if request.exact else request.threshold, actor=actor)


def report_fields(project: Project, request: ReportRequest, actor: Actor, *, may_be_exact: bool) -> Markup:
    """Returns the fields that choose a report about what the actor may report on, nothing without a choice;
    *may_be_exact* offers exact figures."""
    filters = request.filters
    may_all = may_report(project, actor, None)
    own = [code for code in codes_of(project, "city") if may_report(project, actor, code)]
    if not own:
        return NOTHING
    cities = {"": every("city") if may_all else _("All: issued reports")} | {c: label(project, "city", c) for c in own}
    rendered = [
        choice_field(
            dimension_name("city"), "city", filters.chosen_in("city"),
            replace(request, filters=filters.choosing(city="")), cities,
        ),
    ]  # fmt: skip
    if not may_report(project, actor, filters.chosen_in("city") or None):
        return _fields(rendered)
    rendered.append(day_field(project, filters, replace(request, filters=filters.showing(as_of=None, event=None))))
    if may_be_exact:
        figures = {"": _("For publication"), EXACT: _("Exact")}
        base = replace(request, exact=False)
        rendered.append(choice_field(_("Figures"), "figures", EXACT if request.exact else "", base, figures))
    if not request.exact:
        words = {str(one): fmt.number(one) for one in THRESHOLDS}
        base = replace(request, threshold=THRESHOLD)
        rendered.append(choice_field(_("Hide numbers below"), "threshold", str(request.threshold), base, words))
    if len(offered()) > 1:
        names = {code if code != language() else "": LANGUAGES[code] for code in offered()}
        rendered.append(choice_field(_("Language"), IN, request.language, replace(request, language=""), names))
    return _fields(rendered)


def _fields(rendered: Sequence[Markup]) -> Markup:
    return Markup('<div class="fields" role="group" aria-label="{}">{}</div>').format(_("Filters"), joined(rendered))
