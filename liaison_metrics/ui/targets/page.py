"""The content of Targets, the first page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown, Point
from liaison_metrics.reports.published_tables import PublishedTables
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.permissions import allows_somewhere
from liaison_metrics.services.events.checks import HeldBack
from liaison_metrics.services.events.owed.partners import PartnerState
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.services.figures.forecasts import IndicatorForecast
from liaison_metrics.services.figures.narrative.notes import Note, NoteKind, about
from liaison_metrics.services.uploads import RecentChanges, UploadSummary
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.cache import PageRequest
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.head import active_filters, fields, live_sign, page_head, scope_line
from liaison_metrics.ui.frame.parts import NOTHING, download_links, joined, legend, nothing_yet, stacked
from liaison_metrics.ui.report.notes import months_card, note_lines
from liaison_metrics.ui.targets.breakdown import breakdown_card, curve_table, details_link
from liaison_metrics.ui.targets.cards import card_remarks, indicator_cards, indicator_choice
from liaison_metrics.ui.targets.changes import changes_card
from liaison_metrics.ui.targets.counting import indicators_table
from liaison_metrics.ui.targets.curves.curve import curve_words
from liaison_metrics.ui.targets.curves.curve_picture import curve_picture
from liaison_metrics.ui.targets.downloads import downloads
from liaison_metrics.ui.targets.gap import basis_note, counting_note, gap_card
from liaison_metrics.ui.targets.partners import partners_card
from liaison_metrics.ui.targets.published import published_cards


@dataclass(frozen=True, slots=True)
class TargetsFigures:
    """The figures of the page. ``whole`` and ``all_of`` (by city and, for those who may see it, by community) are the
    chosen indicator without any filter; each breakdown ignores the filter of its own dimension. ``communities`` is None
    for readers who see them as in the latest issued report (``published``), ``latest`` is for those who see uploads.
    ``changes`` are those since a moment, ``last_visit`` is when the reader's visit before this one ended. ``basis``
    says what the chosen indicator's figure rests on. ``forecasts`` are those of the whole project. ``held_back`` are
    the people whom events to check hold back, ``notes`` those that the reader may see. ``summary`` says that the reader
    may have the report's summary as the figures are now; others get that of the latest issued report."""

    indicators: Sequence[IndicatorFigure]
    whole: IndicatorFigure
    communities: Breakdown | None
    cities: Breakdown
    all_of: Sequence[Breakdown]
    curve: Sequence[Point]
    changes: RecentChanges
    basis: FigureBasis
    last_visit: datetime | None
    partners: Sequence[PartnerState] = ()
    latest: UploadSummary | None = None
    summary: bool = False
    published: PublishedTables | None = None
    held_back: Sequence[HeldBack] = ()
    forecasts: Sequence[IndicatorForecast] = ()
    notes: Sequence[Note] = ()


@dataclass(frozen=True, slots=True)
class TargetsContent:
    """The page as one HTML block and the chart over time below it; an empty store has no chart."""

    figures: Markup
    curve: Markup = NOTHING
    curve_words: str = ""


def targets_content(project: Project, filters: Filters, figures: TargetsFigures) -> TargetsContent:
    """Returns the content of the page."""
    chosen = next(one for one in figures.indicators if one.code == filters.indicator)
    if figures.communities is None:
        communities = published_cards(project, figures.published)
    else:
        communities = breakdown_card(project, filters, figures.communities)
    over_time, words = _("Over time"), curve_words(chosen, figures.curve)
    return TargetsContent(
        stacked(
            _head(project, filters, chosen.as_of, live_sign(project, figures.latest), _downloads(filters, figures)),
            indicator_cards(project, filters, figures.indicators, _beside_cards(project, filters, figures)),
            Markup('<div class="answers">{}<div class="stack">{}{}</div></div>').format(
                gap_card(project, filters, figures.whole, figures.all_of),
                changes_card(project, filters, figures.changes, figures.last_visit),
                partners_card(project, figures.partners, figures.notes),
            ),
            indicator_choice(project, filters, joined([legend(), details_link(filters)])),
            Markup('<div class="pair">{}{}</div>').format(
                breakdown_card(project, filters, figures.cities), communities
            ),
            counting_note(filters, chosen),
            basis_note(chosen, figures.basis),
            Markup('<div class="row over-time"><h2>{}</h2>{}</div>').format(
                over_time, download_links(filters, over_time, table="curve", picture="curve")
            ),
        ),
        joined(
            [
                curve_picture(project, chosen, figures.curve, words, with_target=not filters.chosen),
                curve_table(chosen, figures.curve),
                months_card(project, figures.notes),
            ]
        ),
        words,
    )


def _beside_cards(project: Project, filters: Filters, figures: TargetsFigures) -> Mapping[str, Markup]:
    """Returns what the card of each indicator says beside its figure."""
    more = card_remarks(filters, figures.held_back, figures.forecasts)
    for one in figures.indicators:
        more[one.code] += note_lines(project, about(figures.notes, NoteKind.INDICATOR, one.code))
    return more


def empty_content(project: Project, request: PageRequest, day: date) -> TargetsContent:
    """Returns the page of an empty store, with the invitation to upload for those who may."""
    line = scope_line(project, request.filters, day)
    head = page_head(_("Progress towards targets"), line, live_sign(project, None))
    invitation = nothing_yet() if allows_somewhere(request.actor, Action.UPLOAD_IMPORT) else NOTHING
    return TargetsContent(stacked(head, invitation, indicators_table(project)))


def _downloads(filters: Filters, figures: TargetsFigures) -> Markup:
    return downloads(filters, summary=figures.summary, issued=figures.published.number if figures.published else None)


def _head(project: Project, filters: Filters, day: date, sign: Markup, files: Markup) -> Markup:
    aside = Markup('<div class="row">{}<div class="signs">{}{}</div></div>').format(
        fields(project, filters, ("city", "community")), sign, files
    )
    return Markup('<div class="stack head">{}{}</div>').format(
        page_head(_("Progress towards targets"), scope_line(project, filters, day), aside),
        active_filters(project, filters),
    )
