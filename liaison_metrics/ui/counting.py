"""How people are counted, for those who read the figures: the counting rules in words that need no program."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Indicator, Project, VocabularyKind
from liaison_metrics.texts import _, language
from liaison_metrics.ui.frame.parts import joined, table_of


def rules_article(project: Project) -> Markup:
    """Returns the rules as a page of text."""
    sections = [_terms(), _who_counts(project), _one_person(), _adding_up(project)]
    return Markup('<article class="card text">{}</article>').format(joined(sections))


def indicators_table(project: Project) -> Markup:
    """Returns what each indicator promises and what counts for it."""
    rows = joined(
        Markup(
            '<tr><th scope="row">{}</th><td class="text">{}</td><td class="text">{}</td><td class="n">{}</td></tr>'
        ).format(one.code, one.title, _counts(project, one), fmt.number(one.target))
        for one in project.indicators
    )
    heading = _("What was promised")
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
    return _("{activities}; everyone but {groups}").format(activities=activities, groups=groups)


def _terms() -> Markup:
    return _section(
        _("Reached, identified, certain"),
        _("A person who can be recognised by name, e-mail address or phone number is identified, and counts once."),
        _(
            "People whom a sheet only gives as a number, or lists without anything to recognise them by, are "
            "unidentified. They count as often as sheets state them, and are always drawn hatched."
        ),
        _(
            "Reached is both together. “At least … for certain” is the smallest number of different people that the "
            "sheets allow: all identified people, or everybody at the largest single event where that is more."
        ),
        _("A target is reached when the people reached are as many, and secured when the certain ones are."),
        _("The plan for a day is the target, spread evenly over the project’s time."),
    )


def _who_counts(project: Project) -> Markup:
    return _section(
        _("Who counts"),
        _("Participants who were there. Staff, trainers and hosts do not count, nor do people marked absent."),
        _("Somebody who stands in an event’s sheet twice, or joins an online meeting again, is there once."),
        _("Events count from {start} to {end}, the project’s time; others are rejected.").format(
            start=fmt.day(project.start), end=fmt.day(project.end)
        ),
        _("The same sheet again, or a longer version of it, counts nobody a second time. Undoing one leaves no trace."),
    )


def _one_person() -> Markup:
    return _section(
        _("When two rows are one person"),
        _("They share an e-mail address or a phone number, and their names go together; or"),
        _("they share the name and the date of birth, or its year where one side knows no more; or"),
        _("they share the name within one city, and nothing that the sheets say speaks against it."),
        _("Names that are merely alike never join by themselves: a coordinator decides."),
        _("Names, e-mail addresses and phone numbers are not kept, only what recognises them under the project’s key."),
    )


def _adding_up(project: Project) -> Markup:
    return _section(
        _("How tables add up"),
        _("Each person has one community, the one stated last, so communities add up to the total."),
        _(
            "Somebody can be seen in two cities, activities or months. A line of its own takes these people off again, "
            "so that the lines add up to the total."
        ),
        _("Over time, a person counts from the day of the first event; the last point is the number reached."),
    )


def _section(heading: str, *sentences: str) -> Markup:
    items = joined(Markup("<li>{}</li>").format(sentence) for sentence in sentences)
    return Markup("<h2>{}</h2><ul>{}</ul>").format(heading, items)
