"""The content of Counting rules: how people are counted, in plain words."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Indicator, Project, VocabularyKind
from liaison_metrics.texts import _, language
from liaison_metrics.ui.frame.parts import joined, table_of


def rules_article(project: Project) -> Markup:
    """Returns the rules as text."""
    sections = [_terms(), _who_counts(project), _one_person(), _adding_up(project)]
    return Markup('<article class="card text">{}</article>').format(joined(sections))


def indicators_table(project: Project) -> Markup:
    """Returns each indicator with its target and what counts towards it."""
    rows = joined(
        Markup(
            '<tr><th scope="row">{}</th><td class="text">{}</td><td class="text">{}</td><td class="n">{}</td></tr>'
        ).format(one.code, one.title, _counts(project, one), fmt.number(one.target))
        for one in project.indicators
    )
    heading = _("Project targets")
    table = table_of(heading, (_("Code"), _("Indicator"), _("What counts")), (_("target"),), rows)
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table
    )


def _counts(project: Project, indicator: Indicator) -> str:
    activities = _("All activities")
    if indicator.activities != "all":
        activities = fmt.names(
            [project.label(VocabularyKind.ACTIVITY, one, language()) for one in indicator.activities]
        )
    if not indicator.groups_left_out:
        return _("{activities}; everyone").format(activities=activities)
    groups = fmt.names([project.label(VocabularyKind.GROUP, one, language()) for one in indicator.groups_left_out])
    return _("{activities}; everyone except {groups}").format(activities=activities, groups=groups)


def _terms() -> Markup:
    return _section(
        _("Reached, identified, confirmed"),
        _("A person with a name, e-mail or phone number is “identified” and counted once."),
        _(
            "People given only as a number, or without identifying details, are “unidentified”. They may be counted "
            "more than once and are shown hatched."
        ),
        _(
            "“Reached” is both together. “Confirmed” is the smallest possible number of different people: all "
            "identified people or, if that is more, everyone at the largest single event."
        ),
        _("A target is reached when the total meets it, and secured when the confirmed people alone do."),
        _("The plan spreads each target evenly over the project’s time."),
    )


def _who_counts(project: Project) -> Markup:
    return _section(
        _("Who counts"),
        _("Participants who attended. Staff, trainers, hosts and people marked absent are not counted."),
        _("Anyone listed twice for an event, or rejoining an online meeting, is counted once."),
        _("Events count from {start} to {end}, the project’s time. Rows with other dates are rejected.").format(
            start=fmt.day(project.start), end=fmt.day(project.end)
        ),
        _("Uploading the same or a longer sheet never counts anyone twice. Undoing removes its effect completely."),
    )


def _one_person() -> Markup:
    return _section(
        _("When two rows are the same person"),
        _("They share an e-mail address or phone number, and their names match; or"),
        _("they share the name and the date of birth (the year, if one sheet gives only that); or"),
        _("they share the name within one city, and no details contradict."),
        _("Similar names are never joined automatically: a coordinator decides."),
        _("Names, e-mail addresses and phone numbers are stored only as encrypted codes under the project’s key."),
    )


def _adding_up(project: Project) -> Markup:
    return _section(
        _("How tables add up"),
        _("Each person has one community, the latest one given, so communities add up to the total."),
        _(
            "A person can attend in two cities, activities or months. A separate line takes these people off again, so "
            "that the lines add up to the total."
        ),
        _("Over time, each person counts from the date of their first event. The last point is the number reached."),
    )


def _section(heading: str, *sentences: str) -> Markup:
    items = joined(Markup("<li>{}</li>").format(sentence) for sentence in sentences)
    return Markup("<h2>{}</h2><ul>{}</ul>").format(heading, items)
