"""Labels of dimensions, codes and statuses, and the order of a breakdown's lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from liaison_metrics import format as fmt
from liaison_metrics.domain.index.basis import FigureBasis
from liaison_metrics.domain.project import NOT_STATED, EvidenceKind, Project, VocabularyKind
from liaison_metrics.domain.reach import AGE_BANDS
from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.model import BreakdownLine
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.figures import IndicatorFigure
from liaison_metrics.sheets.model import AnswerFigures, Question
from liaison_metrics.texts import _, language, ngettext, pgettext


def basis_words(basis: FigureBasis) -> list[tuple[str, int]]:
    """Returns how the people of a figure are known, in words, each with its number of people."""
    return [
        (_("identified by e-mail address or phone number"), basis.contact),
        (_("identified by name and birth date or year"), basis.birth),
        (_("identified by name alone, within a city"), basis.name),
        (_("listed without a name"), basis.listed),
        (_("given as a number beyond the lists"), basis.unlisted),
        (_("in addition to a list"), basis.additional),
    ]


def dimension_name(dimension: str) -> str:
    """Returns a dimension's name, as a column header."""
    names = {
        "community": _("Community"), "city": _("City"), "group": _("Group"), "gender": _("Gender"),
        "age_band": _("Age band"), "activity": _("Activity"), "month": _("Month"),
    }  # fmt: skip
    return names[dimension]


def every(dimension: str) -> str:
    """Returns the word for all values of a dimension, in a list to choose from or in a table."""
    words = {
        "community": pgettext("communities", "All"), "city": pgettext("cities", "All"),
        "group": pgettext("groups", "All"), "gender": pgettext("genders", "All"),
        "age_band": pgettext("age bands", "All"), "activity": pgettext("activities", "All"),
        "month": pgettext("months", "All"),
    }  # fmt: skip
    return words[dimension]


def evidence_kind(kind: EvidenceKind) -> str:
    """Returns the label of a kind of evidence."""
    return {
        EvidenceKind.SIGNED_LIST: _("Signed list"), EvidenceKind.PROGRAMME: _("Programme"),
        EvidenceKind.PHOTO: _("Photo"), EvidenceKind.MINUTES: _("Minutes"), EvidenceKind.OTHER: _("Other"),
    }[kind]  # fmt: skip


def signed_words(signed: tuple[int, int] | None) -> str:
    """Returns how many rows are signed, "" where no sheet says it: “Signed: 18 of 25 rows”."""
    if signed is None:
        return ""
    words = ngettext("Signed: {n} of {of} row", "Signed: {n} of {of} rows", signed[1])
    return words.format(n=fmt.number(signed[0]), of=fmt.number(signed[1]))


def by_dimension(dimension: str) -> str:
    """Returns a breakdown's heading, such as “By community”."""
    names = {
        "community": _("By community"), "city": _("By city"), "group": _("By group"), "gender": _("By gender"),
        "age_band": _("By age band"), "activity": _("By activity"), "month": _("By month"),
    }  # fmt: skip
    return names[dimension]


def in_more_than_one(dimension: str) -> str:
    """Returns the label of the line that takes off people counted in several lines of a breakdown."""
    names = {"city": _("in more than one city"), "activity": _("in more than one activity")}
    return names.get(dimension, _("in more than one month"))


def other_lines_words(dimension: str) -> str:
    """Returns the label of the line that stands for several lines of a breakdown by a sensitive dimension."""
    names = {"community": _("other communities"), "gender": _("other genders"), "age_band": _("other age bands")}
    return names[dimension]


def ordered(dimension: str, lines: Sequence[BreakdownLine]) -> Sequence[BreakdownLine]:
    """Returns a breakdown's lines in reading order: months and age bands ascending, all others largest first."""
    if dimension == "month":
        return sorted(lines, key=lambda line: line.code)
    if dimension == "age_band":
        return sorted(lines, key=lambda line: [*AGE_BANDS, NOT_STATED].index(line.code))
    return sorted(lines, key=lambda line: (-line.reached, line.code))


def label(project: Project, dimension: str, code: str) -> str:
    """Returns the label of a code of a dimension, or of a kind of the vocabulary, in the current language."""
    if code == NOT_STATED:
        return _("Not stated")
    if dimension == "month":
        return fmt.month(code)
    if dimension == "age_band":
        return age_band_words(code)
    return project.label(VocabularyKind(dimension), code, language())


class NamedEvent(Protocol):
    """What the name of an event is made of."""

    @property
    def title(self) -> str:
        """Its title, "" for none."""

    @property
    def activity(self) -> str:
        """The code of its activity."""

    @property
    def date(self) -> date:
        """Its day."""


def event_name(project: Project, event: NamedEvent) -> str:
    """Returns what an event is called: its title, or else its activity and day, such as “Skill-transfer workshop, 25
    Oct”."""
    if event.title:
        return event.title
    activity = label(project, VocabularyKind.ACTIVITY, event.activity)
    return _("{activity}, {day}").format(activity=activity, day=fmt.day_and_month(event.date))


def age_band_words(code: str) -> str:
    """Returns the label of an age band (code)."""
    words = {
        "under_18": _("under 18"),
        "18_24": _("18 to 24"),
        "25_34": _("25 to 34"),
        "35_49": _("35 to 49"),
        "50_64": _("50 to 64"),
        "65_plus": _("65 and over"),
    }
    return words.get(code, _("Not stated"))


def actor_name(project: Project, code: str) -> str:
    """Returns the name of an actor for the code that the store keeps: a partner's, or “Coordinator”."""
    names = {partner.code: partner.name for partner in project.partners}
    return names.get(code, _("Coordinator"))


def account_name(project: Project, actor: Actor) -> str:
    """Returns who an actor is, with its cities: "Compass GmbH · Graz"."""
    if actor.role is Role.PARTNER:
        cities = [project.label(VocabularyKind.CITY, city, language()) for city in sorted(actor.cities)]
        return " · ".join([actor_name(project, actor.partner), *cities])
    return _("Funder") if actor.role is Role.FUNDER else _("Coordinator")


def scope_words(project: Project, chosen: Mapping[str, str]) -> str:
    """Returns a part of the project, given by a code for each chosen dimension: "all cities", or the values."""
    words = {dimension: label(project, dimension, code) for dimension, code in chosen.items()}
    return " · ".join([words.pop("city", _("all cities")), *words.values()])


def confirmed_words(floor: int) -> str:
    """Returns how many different people an indicator has reached for certain."""
    return ngettext("at least {n} person", "at least {n} different people", floor).format(n=fmt.number(floor))


def also_counted_words(others: Iterable[tuple[str, int]]) -> str:
    """Returns how many of an indicator's people count towards *others* (code and people) too; "" for none."""
    found = [(people, code) for code, people in others if people]
    words = [ngettext("{n} towards {code}", "{n} towards {code}", people) for people, _code in found]
    if found:
        words[0] = ngettext(
            "{n} of these also counts towards {code}", "{n} of these also count towards {code}", found[0][0]
        )
    return " · ".join(
        text.format(n=fmt.number(people), code=code) for text, (people, code) in zip(words, found, strict=True)
    )


def recent_words(change: int, day: date) -> str:
    """Returns the change in the 30 days to *day*."""
    moved = fmt.change(change) if change else _("no change")
    return _("{change} in the 30 days to {day}").format(change=moved, day=fmt.day(day))


def counting_sentence() -> str:
    """Returns how people are counted, in one sentence for pages, reports and the command line (docs/counting.md)."""
    return _(
        "Each person counts once, however often they came; a headcount adds only people who are not on a list of the "
        "same event; staff and absent people are not counted."
    )


def names_sentence() -> str:
    """Returns how names are kept, in one sentence for pages."""
    return _(
        "Names, e-mail addresses and phone numbers are never readable in the store: it keeps codes made from them with "
        "the project’s secret key, and the original files encrypted."
    )


def identified_words() -> str:
    """Returns who is identified, for legends."""
    return _("identified people, each counted once")


def unidentified_words() -> str:
    """Returns who is unidentified, for legends."""
    return _("unidentified people, counted at each event")


def status_words(figure: IndicatorFigure) -> str:
    """Returns the status of an indicator in words, the same on pages, in reports and on the command line: against the
    plan or, once the figures are final, against the target."""
    reached, plan = figure.reach.reached, figure.plan
    if figure.status is Status.SECURED:
        return _("target reached with confirmed people alone")
    if figure.status is Status.REACHED:
        return _("target reached, partly by unidentified people")
    if figure.status is Status.NOT_HELD_YET:
        return _("not held") if plan is None else _("not held yet")
    if plan is None:
        return ngettext("{n} short of the target", "{n} short of the target", figure.target - reached).format(
            n=fmt.number(figure.target - reached)
        )
    if reached < plan:
        return ngettext("{n} behind plan", "{n} behind plan", plan - reached).format(n=fmt.number(plan - reached))
    return (
        ngettext("{n} ahead of plan", "{n} ahead of plan", reached - plan).format(n=fmt.number(reached - plan))
        if reached > plan
        else _("on plan")
    )


def final_words(project: Project) -> str:
    """Returns that the project is over and its figures are final."""
    return _("Project ended {day} · final figures").format(day=fmt.day(project.end))


def plan_words(plan: int, day: date) -> str:
    """Returns how many people the plan expects by a day."""
    return _("expected by {day}: {n}").format(day=fmt.day(day), n=fmt.number(plan))


def figures_words(figures: AnswerFigures) -> str:
    """Returns what a file counts for with an answer: “21 people, 3 absent”."""
    parts = [ngettext("{n} person", "{n} people", figures.people).format(n=fmt.number(figures.people))]
    if figures.events > 1:
        parts[0] += " " + ngettext("at {n} event", "at {n} events", figures.events).format(n=fmt.number(figures.events))
    parts += [_("{n} absent").format(n=fmt.number(figures.absent))] if figures.absent else []
    parts += [_("{n} staff").format(n=fmt.number(figures.staff))] if figures.staff else []
    return ", ".join(parts)


def every_answer_words(question: Question) -> str:
    """Returns the people whom a question is about, if every answer counts the same; else ""."""
    alike = {replace(one, code="") for one in question.figures}
    if len(alike) != 1:
        return ""
    about = ngettext("{n} person", "{n} people", question.people).format(n=fmt.number(question.people))
    return _("{about}. Whatever you answer, the file counts {all}.").format(about=about, all=figures_words(alike.pop()))


def additional_words(code: str) -> str:
    """Returns the label of people whom a sheet states in addition to its list."""
    known = {
        "companions": _("accompanying people"),
        "walk_ins": _("walk-ins"),
        "not_registered": _("not registered"),
        "others": _("others"),
        "late": _("came later"),
        "children": _("accompanying children"),
        "guests": _("guests"),
        "plus": _("plus"),
        "in_addition": _("in addition to the list"),
    }
    return known.get(code, code.replace("_", " "))


def taken_as_same_words(titles: Sequence[str]) -> str:
    """Returns that other titles were taken as those of an event, without anybody saying so."""
    return ngettext(
        "Taken as the same event as {titles}: the titles are nearly the same.",
        "Taken as the same event as {titles}: the titles are nearly the same.", len(titles),
    ).format(titles=fmt.names([_("“{title}”").format(title=title) for title in titles]))  # fmt: skip


def separate_hint() -> str:
    """Returns what to do where events that were taken as one are different events."""
    return _("If they are different events, separate them on the event’s page.")


def funding_words(project: Project, language: str) -> tuple[str, ...]:
    """Returns the funding statement and the disclaimer in a language, as the project file gives them."""
    if given := project.funding.in_language(language):
        return given
    programme = ", ".join(filter(None, [project.programme, project.programme_title]))
    paid = _("{project} is funded by the European Union: {programme}.").format(
        project=project.acronym, programme=programme
    )
    own = _("The figures are the project's own; the European Commission is not responsible for any use made of them.")
    return paid, own
