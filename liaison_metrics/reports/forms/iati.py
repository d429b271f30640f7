"""A report as IATI 2.03 XML: each indicator as a result with target and actuals, the whole and by dimensions.

Missing figures are left out and never written as 0: the target of a part of the project, the actual of an indicator
without uploads, and every hidden number; the hidden numbers of a breakdown are one actual together. People are counted
once, so parts do not add up: nothing is marked as summable (aggregation-status 0).
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project, VocabularyKind
from liaison_metrics.domain.work_plan import WorkState
from liaison_metrics.reports.model import Gap, Report, ReportActivity, ReportBreakdown, ReportIndicator
from liaison_metrics.reports.pages.promised import community_size, group_words, served_by
from liaison_metrics.reports.words import notes, shown
from liaison_metrics.reports.words.narrative import narrative_lines
from liaison_metrics.services.labels import funding_words, label
from liaison_metrics.texts import _

VERSION = "2.03"
PROVISIONAL = "XX-PROVISIONAL"
"""Precedes the code of a coordinator for whom the project file gives no identifier. No register contains it."""

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PROJECT_LANGUAGE = "en"
_OTHER_ORGANISATION, _FUNDING, _IMPLEMENTING = "90", "1", "4"
_UNDER_WAY, _CLOSED = "2", "4"
_PLANNED_START, _PLANNED_END = "1", "3"
_OUTPUT, _UNITS = "1", "1"
_OBJECTIVES, _OTHER_TEXT = "2", "4"
_OECD, _OWN = "1", "99"
_GLOBAL_COORDINATES = "http://www.opengis.net/def/crs/EPSG/0/4326"

Element: TypeAlias = etree._Element


def iati(report: Report) -> bytes:
    """Returns the report as an IATI activity file, the same bytes for the same report."""
    root = etree.Element("iati-activities", version=VERSION)
    activity = etree.SubElement(root, "iati-activity")
    activity.set(_LANGUAGE, _PROJECT_LANGUAGE)
    _project(activity, report)
    for indicator in report.indicators:
        _result(activity, report, indicator)
    _work_plan(activity, report)
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return content


def _project(activity: Element, report: Report) -> None:
    project = report.project
    coordinator = next((one for one in project.partners if one.coordinator), project.partners[0])
    data = project.open_data
    organisation = data.organisation or f"{PROVISIONAL}-{coordinator.code}"
    etree.SubElement(activity, "iati-identifier").text = f"{organisation}-{project.acronym}"
    reporting = etree.SubElement(activity, "reporting-org", ref=organisation, type=_OTHER_ORGANISATION)
    _narrative(reporting, coordinator.name)
    _add_text(activity, "title", f"{project.acronym} – {project.title}")
    aims = " ".join(one.text for one in project.objectives)
    _add_text(activity, "description", aims or project.title)
    paid = " ".join(funding_words(project, report.language))
    texts = (
        (_OBJECTIVES, _objectives(report)), (_OTHER_TEXT, _committees(report)), (_OTHER_TEXT, _communities(report)),
        (_OTHER_TEXT, paid), (_OTHER_TEXT, _notes(report)),
    )  # fmt: skip
    for kind, words in texts:
        if words:
            _narrative(etree.SubElement(activity, "description", type=kind), words, report.language)
    _narrative(etree.SubElement(activity, "participating-org", role=_FUNDING), project.programme)
    for partner in project.partners:
        _narrative(etree.SubElement(activity, "participating-org", role=_IMPLEMENTING), partner.name)
    etree.SubElement(activity, "activity-status", code=_UNDER_WAY if report.as_of < project.end else _CLOSED)
    for kind, day in ((_PLANNED_START, project.start), (_PLANNED_END, project.end)):
        etree.SubElement(activity, "activity-date", {"type": kind, "iso-date": day.isoformat()})
    _places(activity, project, report.language)
    _sector(activity, project)


def _objectives(report: Report) -> str:
    """Returns what serves each objective and how far it is, in one text."""
    return " ".join(
        f"{one.text} {'; '.join(str(words) for _kind, found in served_by(report, one) for words in found)}."
        for one in report.objectives
    )


def _committees(report: Report) -> str:
    """Returns the committees in one text: groups with a member, groups still missing, meetings held."""
    words = _("{city}: groups with a member: {present}; groups still missing: {missing}; meetings held: {n}.")
    told = (
        words.format(
            city=report.project.label(VocabularyKind.CITY, one.city, report.language),
            present=group_words(report, one.present), missing=group_words(report, one.missing), n=one.meetings,
        )
        for one in report.committees
    )  # fmt: skip
    return " ".join((_("Intercultural City Committees."), *told)) if report.committees else ""


def _communities(report: Report) -> str:
    """Returns the communities and the numbers of skills in one text. Open data name nobody."""
    project, lists = report.project, report.lists
    if lists.is_empty:
        return ""
    lived = _("{city}: {community}, people: {people}.")
    known = _("{city}: skills offered: {offered}; skills sought: {sought}; of these found: {found}.")
    return " ".join((
        _("Communities and skills."),
        *(
            lived.format(
                city=label(project, "city", one.city), community=label(project, "community", one.community),
                people=shown(community_size(one)),
            )
            for one in lists.communities
        ),
        *(
            known.format(
                city=label(project, "city", one.city), offered=one.offered, sought=one.sought, found=one.matched
            )
            for one in lists.counts
        ),
    ))  # fmt: skip


def _notes(report: Report) -> str:
    """Returns the notes on months, partners and events in one text."""
    return "\n".join(f"{one.label}: {one.text}" for one in narrative_lines(report) if one.about != "indicator")


def _places(activity: Element, project: Project, language: str) -> None:
    countries = sorted({one.country for one in project.partners})
    if project.open_data.region:
        etree.SubElement(activity, "recipient-region", code=project.open_data.region, vocabulary=_OECD)
    elif len(countries) == 1:
        etree.SubElement(activity, "recipient-country", code=countries[0])
    else:  # IATI asks for each country's share of the money, which is unknown: name the countries as one region
        region = etree.SubElement(activity, "recipient-region", code=project.acronym, vocabulary=_OWN)
        _narrative(region, ", ".join(countries))
    for city in project.cities:
        location = etree.SubElement(activity, "location", ref=city.code)
        _add_text(location, "name", project.label(VocabularyKind.CITY, city.code, language))
        point = etree.SubElement(location, "point", srsName=_GLOBAL_COORDINATES)
        etree.SubElement(point, "pos").text = f"{city.latitude} {city.longitude}"


def _sector(activity: Element, project: Project) -> None:
    if project.open_data.sector:
        etree.SubElement(activity, "sector", vocabulary=_OECD, code=project.open_data.sector)
    else:
        own = etree.SubElement(activity, "sector", vocabulary=_OWN, code=project.acronym)
        _narrative(own, project.field or project.title)


def _result(activity: Element, report: Report, indicator: ReportIndicator) -> None:
    result = etree.SubElement(activity, "result", {"type": _OUTPUT, "aggregation-status": "0"})
    _add_text(result, "title", indicator.title)
    told = (one.text for one in narrative_lines(report) if (one.about, one.code) == ("indicator", indicator.code))
    _add_text(result, "description", " ".join([*notes(report), *told]), report.language)
    measured = {"measure": _UNITS, "ascending": "1", "aggregation-status": "0"}
    figure = etree.SubElement(result, "indicator", measured)
    _add_text(figure, "title", f"{indicator.code}: {indicator.title}")
    period = etree.SubElement(figure, "period")
    etree.SubElement(period, "period-start", {"iso-date": report.project.start.isoformat()})
    etree.SubElement(period, "period-end", {"iso-date": report.project.end.isoformat()})
    if indicator.status is not Gap.NOT_APPLICABLE:
        etree.SubElement(period, "target", value=str(indicator.target))
    if not indicator.attendances:
        return
    total = etree.SubElement(period, "actual", value=str(indicator.people.reached))
    _add_text(total, "comment", _("Up to {day}.").format(day=fmt.day(report.as_of)), report.language)
    for kind, people in (("identified", indicator.people.identified), ("unidentified", indicator.people.unidentified)):
        part = etree.SubElement(period, "actual", value=str(people))
        etree.SubElement(part, "dimension", name="identification", value=kind)
    for breakdown in indicator.breakdowns:
        _actuals(period, breakdown, report.language)


def _work_plan(activity: Element, report: Report) -> None:
    """Adds a result for each activity, with its events planned and held, and one for each deliverable."""
    counted: dict[str, list[ReportActivity]] = {}
    for one in report.activities:
        counted.setdefault(one.activity.label, []).append(one)
    for title, lines in counted.items():
        planned = sum(one.count.planned for one in lines)
        period = _output(activity, report, _("Events: {activity}").format(activity=title), planned)
        for one in lines:
            actual = etree.SubElement(period, "actual", value=str(one.count.held))
            etree.SubElement(actual, "location", ref=one.city.code)
    for deliverable in report.deliverables:
        period = _output(activity, report, f"{deliverable.code}: {deliverable.title}", 1)
        published = int(deliverable.state.code == WorkState.PUBLISHED)
        actual = etree.SubElement(period, "actual", value=str(published))
        _add_text(actual, "comment", deliverable.state.label, report.language)


def _output(activity: Element, report: Report, title: str, target: int) -> Element:
    """Returns the period of a new result that counts things, not people. A part of the project has no target."""
    result = etree.SubElement(activity, "result", {"type": _OUTPUT, "aggregation-status": "0"})
    _add_text(result, "title", title, report.language)
    measured = {"measure": _UNITS, "ascending": "1", "aggregation-status": "0"}
    figure = etree.SubElement(result, "indicator", measured)
    _add_text(figure, "title", title, report.language)
    period = etree.SubElement(figure, "period")
    etree.SubElement(period, "period-start", {"iso-date": report.project.start.isoformat()})
    etree.SubElement(period, "period-end", {"iso-date": report.project.end.isoformat()})
    if not report.scope.chosen:
        etree.SubElement(period, "target", value=str(target))
    return period


def _actuals(period: Element, breakdown: ReportBreakdown, language: str) -> None:
    for line in breakdown.lines:
        if isinstance(line.people.reached, int) and line.people.reached:
            actual = etree.SubElement(period, "actual", value=str(line.people.reached))
            if breakdown.dimension == "city":
                etree.SubElement(actual, "location", ref=line.code)
            else:
                etree.SubElement(actual, "dimension", name=breakdown.dimension, value=line.code)
            if line.folded:
                _add_text(actual, "comment", line.label, language)


def _add_text(parent: Element, name: str, words: str, language: str = _PROJECT_LANGUAGE) -> None:
    _narrative(etree.SubElement(parent, name), words, language)


def _narrative(parent: Element, words: str, language: str = _PROJECT_LANGUAGE) -> None:
    narrative = etree.SubElement(parent, "narrative")
    narrative.text = words
    if language != _PROJECT_LANGUAGE:
        narrative.set(_LANGUAGE, language)
