"""The content of Counting rules: how people are counted, in plain words."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Indicator, Project, VocabularyKind
from liaison_metrics.services.labels import label, names_sentence
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.parts import joined, table_of


def rules_article(project: Project) -> Markup:
    """Returns the rules as text."""
    sections = [
        _terms(), _who_counts(project), _one_event(), _headcounts(), _events_to_check(), _one_person(),
        _adding_up(project),
    ]  # fmt: skip
    return Markup('<article class="card text">{}</article>').format(joined(sections))


def indicators_table(project: Project) -> Markup:
    """Returns each indicator with its target and what counts towards it."""
    rows = joined(
        Markup(
            '<tr><th scope="row">{}</th><td class="text">{}</td><td class="text">{}</td><td class="n lead">{}</td></tr>'
        ).format(one.code, one.title, _counts(project, one), fmt.number(one.target))
        for one in project.indicators
    )
    heading = _("Project targets")
    table = table_of(heading, (_("Code"), _("Indicator"), _("What counts")), (_("target"),), rows, "compact")
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2></div>{}</section>').format(
        heading, heading, table
    )


def _counts(project: Project, indicator: Indicator) -> str:
    activities = _("All activities")
    if indicator.activities != "all":
        activities = fmt.names([label(project, VocabularyKind.ACTIVITY, one) for one in indicator.activities])
    if not indicator.groups_left_out:
        return _("{activities}; everyone").format(activities=activities)
    groups = fmt.names([fmt.noun(label(project, VocabularyKind.GROUP, one)) for one in indicator.groups_left_out])
    return _("{activities}; everyone except {groups}").format(activities=activities, groups=groups)


def _terms() -> Markup:
    return _section(
        _("Reached, identified, confirmed"),
        _("A person with a name, e-mail or phone number is “identified” and counted once."),
        _(
            "People who are listed without such details, or whom a headcount states beyond the list, are "
            "“unidentified”. They may be counted more than once, because nobody can tell who came to several events. "
            "They are shown hatched."
        ),
        _(
            "“Reached” is both together. “Confirmed”, or “at least”, is the smallest possible number of different "
            "people: all identified people or, if that is more, everyone at the largest single event."
        ),
        _("A target is reached when the total meets it. Pages also say when the confirmed people alone meet it."),
        _(
            "The plan says how many people are expected by now: those expected at planned events and, of the rest of "
            "the target, the part of the project’s time that has passed. For a target of one event it is everybody "
            "from the day of the event on. After the project’s end nothing is expected any more: the figures are final."
        ),
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


def _one_event() -> Markup:
    return _section(
        _("When two sheets are about one event"),
        _("They have the same activity, city, date and title. Capital letters, accents and punctuation don’t matter."),
        _("One sheet gives no title, and no other event of that activity, city and day fits."),
        _(
            "The titles are nearly the same, and one of the two sheets gives only headcounts: “Cooking together” and "
            "“Cooking Together (1)”. The upload’s report says so, and “Separate” on the event’s page makes them two "
            "events."
        ),
        _("Somebody merged them. Every such decision can be undone."),
        _("Titles with different numbers are different events: “Workshop 1” and “Workshop 2”."),
    )


def _headcounts() -> Markup:
    return _section(
        _("Headcounts"),
        _(
            "A headcount says how many people were there, listed or not. It is not added to a list. With 25 people on "
            "the list and 30 in the log, 25 listed + 5 not listed = 30 people came."
        ),
        _(
            "Rows of one sheet add up: hours, stands, communities. Where they divide the same people in two ways, such "
            "as by gender and by community, the larger sum counts."
        ),
        _("Several sheets about one event count the same people. The largest number holds."),
        _("A smaller number than the list changes nothing: everybody on the list counts."),
        _(
            "People in addition to the list, such as walk-ins or people who are not registered, are added where the "
            "sheet or an answer says so."
        ),
        _("The event’s page shows what each sheet says, in which row, and which number is in use."),
    )


def _events_to_check() -> Markup:
    return _section(
        _("Events to check and series"),
        _(
            "Sheets may report one event under different titles. Where activity, city and day are the same and one "
            "side gives only headcounts, the events are listed under “Events to check”."
        ),
        _(
            "Until somebody decides they are counted together, so that nobody is counted twice. Targets shows how many "
            "more people it would be if they are different events."
        ),
        _(
            "The coordinator or the city’s partner decides: the same event, different events, or one number that "
            "covers all of them."
        ),
        _(
            "In a series the same people came to every event. Of the people not identified, only the largest event "
            "counts. A series is only made when somebody confirms it."
        ),
    )


def _one_person() -> Markup:
    return _section(
        _("When two rows are the same person"),
        _("They share an e-mail address or phone number, and their names match; or"),
        _("they share the name and the date of birth (the year, if one sheet gives only that); or"),
        _("they share the name within one city, and no details contradict."),
        _("Similar names are never joined: they count as different people."),
        names_sentence(),
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
