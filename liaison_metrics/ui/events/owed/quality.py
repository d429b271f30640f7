"""Data quality: numbers by partner and kind, and the lists, each line with the page where it is mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.project import Project
from liaison_metrics.services.labels import actor_name, event_name, label
from liaison_metrics.services.people.quality.finding import DataQuality, PartnerQuality, QualityFinding, QualityKind
from liaison_metrics.services.people.quality.lateness import LATE_AFTER
from liaison_metrics.texts import _, ngettext
from liaison_metrics.ui.frame.filters import MANY_LINES
from liaison_metrics.ui.frame.parts import NOTHING, HeadCell, joined, line_link, lines_table, note, stacked, table_of

FEW = 5
"""Lines of each list at first: nine lists of them still fit on a few screens."""

_WITH_REASON = frozenset({QualityKind.PEOPLE, QualityKind.UNUSUAL})
"""The kinds whose lines say why they are listed."""

_CURRENT = Markup(' aria-current="true"')


FEW_PEOPLE = 5_000
"""So many people are compared in about a second, without being asked to."""


@dataclass(frozen=True, slots=True)
class QualityChoice:
    """Of which kind and partner (code) the page lists everything; "" of all, the first lines of each kind. ``compare``
    asks for the pairs of people, however many people there are."""

    kind: QualityKind | None = None
    partner: str = ""
    compare: bool = False

    @classmethod
    def read(cls, found: DataQuality, address: Mapping[str, str]) -> QualityChoice:
        """Returns what an address asks for, as far as there is such a kind and partner."""
        kind = next((one for one in QualityKind if one == address.get("kind")), None)
        partner = next((one.partner for one in found.partners if one.partner == address.get("partner")), "")
        return cls(kind, partner, address.get("compare") == "1")

    def kinds(self, found: DataQuality) -> list[QualityKind]:
        """Returns the kinds to list: the chosen one, or all of which there is something."""
        return [self.kind] if self.kind else [one for one in QualityKind if found.of(one, self.partner)]

    def to(self, kind: QualityKind | None = None, partner: str = "") -> QualityChoice:
        """Returns the page with another choice of what is listed."""
        return replace(self, kind=kind, partner=partner)

    @property
    def link(self) -> str:
        """Returns its address."""
        values = {"kind": self.kind or "", "partner": self.partner, "compare": "1" if self.compare else ""}
        return "?" + urlencode({name: value for name, value in values.items() if value})


def nothing_found(*, empty: bool) -> Markup:
    """Returns a note that there is nothing to mend; *empty* says that there are no sheets yet."""
    if empty:
        return note(_("There are no sheets yet, so there is nothing to check."), "info")
    return note(_("Nothing to mend and nothing to check."), "done")


def page(project: Project, found: DataQuality, choice: QualityChoice) -> Markup:
    """Returns the numbers by partner, and the lists of the choice."""
    lists = (_list_card(project, found, choice, kind) for kind in choice.kinds(found))
    rest = NOTHING if choice.kind else _rest(found, choice)
    return stacked(_partners_table(project, found, choice), *lists, rest)


def _names() -> dict[QualityKind, str]:
    """Returns the name of each kind, as the head of a column and of a list."""
    return {
        QualityKind.NO_SHEET: _("Events without a sheet"),
        QualityKind.UNDATED: _("Rows without a date"),
        QualityKind.NO_COMMUNITY: _("People without community"),
        QualityKind.PEOPLE: _("Pairs of people to check"),
        QualityKind.EVENTS: _("Events to check"),
        QualityKind.QUESTIONS: _("Rows with a question"),
        QualityKind.REJECTED: _("Rejected rows"),
        QualityKind.LATE: _("Late sheets"),
        QualityKind.UNUSUAL: _("Unusual figures"),
    }


def _help(found: DataQuality, kind: QualityKind) -> str:
    """Returns what a kind means and how it is mended."""
    return {
        QualityKind.NO_SHEET: _("Their day has passed. Upload a sheet, or remove the event from the plan."),
        QualityKind.UNDATED: _(
            "Their date is missing or cannot be read. Correct the rows and upload them again: the upload’s page has "
            "them as a file."
        ),
        QualityKind.NO_COMMUNITY: _(
            "People of {indicator} of whom no sheet states a community. Correct the sheet of an event and replace its "
            "upload."
        ).format(indicator=found.indicator),
        QualityKind.PEOPLE: _("They may be one person. Say whether they are."),
        QualityKind.EVENTS: _("Sheets report them under different titles. Say whether they are one event."),
        QualityKind.QUESTIONS: _("They count once somebody answers. Upload the sheet again and answer."),
        QualityKind.REJECTED: _("They do not count. Correct them and upload them again."),
        QualityKind.LATE: _(
            "Days from an event to its first sheet. After more than {n} days a sheet is late: by then mistakes are "
            "hard to mend."
        ).format(n=LATE_AFTER),
        QualityKind.UNUSUAL: _(
            "Far above the others of their kind. They may be right: check the sheets. “Usually” is what eight of ten "
            "others have."
        ),
    }[kind]


def _partners_table(project: Project, found: DataQuality, choice: QualityChoice) -> Markup:
    """Returns the numbers of each kind of which there is something, by partner; a number leads to its list."""
    kinds = [kind for kind in QualityKind if found.of(kind)]
    rows = joined(_partner_row(project, one, kinds, choice) for one in found.partners)
    if len(found.partners) > 1:
        rows += _sum_row(found, kinds, choice)
    heads, heading = [_names()[kind] for kind in kinds], _("By partner")
    back = NOTHING
    if choice != choice.to():
        back = line_link(choice.to(), _("Show all kinds and partners"), "all-kinds")
    return Markup('<section class="card" aria-label="{}"><div class="row"><h2>{}</h2>{}</div>{}</section>').format(
        heading, heading, back, table_of(heading, (_("Partner"),), heads, rows)
    )


def _partner_row(project: Project, one: PartnerQuality, kinds: Sequence[QualityKind], choice: QualityChoice) -> Markup:
    name = actor_name(project, one.partner)
    cells = joined(_number(one.counts[kind], choice.to(kind, one.partner), choice, name) for kind in kinds)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, cells)


def _sum_row(found: DataQuality, kinds: Sequence[QualityKind], choice: QualityChoice) -> Markup:
    cells = joined(_number(found.total(kind), choice.to(kind), choice, _("Total")) for kind in kinds)
    return Markup('<tr class="sum"><th scope="row">{}</th>{}</tr>').format(_("Total"), cells)


def _number(count: int, to: QualityChoice, choice: QualityChoice, whose: str) -> Markup:
    if not count or to.kind is None:
        return Markup('<td class="n muted">0</td>')
    words = _("{whose}, {kind}: {n}").format(whose=whose, kind=fmt.noun(_names()[to.kind]), n=fmt.number(count))
    here = to == choice
    return Markup('<td class="n{}"><a data-go href="{}" data-at="{}-{}" aria-label="{}"{}>{}</a></td>').format(
        " here" if here else "", to.link, to.kind, to.partner or "all", words, _CURRENT if here else NOTHING,
        fmt.number(count),
    )  # fmt: skip


def _rest(found: DataQuality, choice: QualityChoice) -> Markup:
    """Returns of which kinds there is nothing, in one line, and the way to pairs of people that are not known yet."""
    unknown = set() if found.compared else {QualityKind.PEOPLE}
    missing = [fmt.noun(name) for kind, name in _names().items() if kind not in unknown and not found.of(kind)]
    words, ask = NOTHING, NOTHING
    if missing:
        text = _("None: {kinds}.").format(kinds=", ".join(missing))
        words = Markup('<p class="muted small text">{}</p>').format(text)
    if unknown:
        text = _("Compare {n} people to find pairs to check (takes a while)").format(n=fmt.number(found.people))
        ask = line_link(replace(choice, compare=True), text, "compare")
    return words + ask


def _list_card(project: Project, found: DataQuality, choice: QualityChoice, kind: QualityKind) -> Markup:
    """Returns what there is of a kind: the first lines, or all of them where the kind is chosen."""
    lines, heading = found.of(kind, choice.partner), _names()[kind]
    shown = lines[: MANY_LINES if choice.kind else FEW if len(lines) > FEW + 1 else len(lines)]
    what, figure = _heads(kind)
    why = (_("Why"),) if kind in _WITH_REASON else ()
    dated = () if kind is QualityKind.PEOPLE else (HeadCell(_("Date"), "apart"),)
    heads = (what, *why, HeadCell(_("City"), "apart"), *dated)
    body = NOTHING
    if lines:
        rows = joined(_line(project, found, one) for one in shown)
        body = table_of(heading, heads, (figure,), rows, "compact") + _more(lines, shown, choice, kind)
    return Markup(
        '<section class="card stack" aria-label="{}"><div class="row"><h2>{}</h2><span>{}</span></div>'
        '<p class="muted small text">{}</p>{}{}</section>'
    ).format(heading, heading, _summary(found, choice, kind), _help(found, kind), _beside(project, found, kind), body)


def _summary(found: DataQuality, choice: QualityChoice, kind: QualityKind) -> str:
    chosen = [one for one in found.partners if choice.partner in ("", one.partner)]
    count = sum(one.counts[kind] for one in chosen)
    if kind is not QualityKind.NO_COMMUNITY:
        return fmt.number(count)
    people = sum(one.people for one in chosen)
    return ngettext("{n} of {all} person ({share})", "{n} of {all} people ({share})", people).format(
        n=fmt.number(count), all=fmt.number(people), share=fmt.share(count, people) or "0%"
    )


def _beside(project: Project, found: DataQuality, kind: QualityKind) -> Markup:
    """Returns the table by partner that a kind has beside its list."""
    name = _("{kind} by partner").format(kind=_names()[kind])
    if kind is QualityKind.LATE:
        figures = [_("events"), _("median"), _("latest"), _("late")]
        return lines_table(name, [_("Partner")], figures, _late_lines(project, found))
    if kind is QualityKind.NO_COMMUNITY:
        figures = [_("people"), _("without community"), _("share")]
        return lines_table(name, [_("Partner")], figures, _community_lines(project, found))
    return NOTHING


def _late_lines(project: Project, found: DataQuality) -> Iterator[Sequence[str]]:
    for one in found.partners:
        if late := one.lateness:
            numbers = (late.events, late.median, late.latest, late.late)
            yield actor_name(project, one.partner), *map(fmt.number, numbers)


def _community_lines(project: Project, found: DataQuality) -> Iterator[Sequence[str]]:
    for one in found.partners:
        if one.people:
            without = one.counts[QualityKind.NO_COMMUNITY]
            numbers = fmt.number(one.people), fmt.number(without), fmt.share(without, one.people)
            yield actor_name(project, one.partner), *numbers


def _heads(kind: QualityKind) -> tuple[str, str]:
    """Returns the heads of the first column and of the number."""
    file = kind in (QualityKind.UNDATED, QualityKind.QUESTIONS, QualityKind.REJECTED)
    about = {QualityKind.PEOPLE: _("Pair"), QualityKind.UNUSUAL: _("Event, day or upload")}
    what = _("File") if file else about.get(kind, _("Event"))
    number = {
        QualityKind.NO_SHEET: _("days since"), QualityKind.LATE: _("days"), QualityKind.EVENTS: _("events"),
        QualityKind.PEOPLE: _("score"), QualityKind.NO_COMMUNITY: _("people"), QualityKind.UNUSUAL: _("people"),
    }.get(kind, _("rows"))  # fmt: skip
    return what, number


def _line(project: Project, found: DataQuality, one: QualityFinding) -> Markup:
    cities = sorted(one.pair.cities) if one.pair else [one.city] if one.city else []
    dated = Markup('<td class="nowrap apart">{}</td>').format(fmt.day(one.date)) if one.date else NOTHING
    why = Markup('<td class="text">{}</td>').format(_reason(one)) if one.kind in _WITH_REASON else NOTHING
    return Markup(
        '<tr><th scope="row" class="text"><a data-go href="{}" data-at="{}">{}</a></th>{}'
        '<td class="apart">{}</td>{}<td class="n lead">{}</td></tr>'
    ).format(
        _mended_at(found, one), _at(one), _what(project, one), why,
        fmt.names([label(project, "city", city) for city in cities]), dated,
        fmt.number(one.count) if one.pair is None else fmt.decimal(one.pair.score, 2),
    )  # fmt: skip


def _at(one: QualityFinding) -> str:
    about = one.pair.a + one.pair.b if one.pair else f"{one.number}-{one.indicator}-{one.date}"
    return f"{one.kind}-{about}-{one.city}"


def _what(project: Project, one: QualityFinding) -> str:
    if one.pair:
        return _("{a} and {b}").format(a=one.pair.a, b=one.pair.b)
    if one.indicator and one.date and not one.number:
        return _("{indicator} on {day}").format(indicator=one.indicator, day=fmt.day(one.date))
    if one.activity and one.date:
        return event_name(project, EventFact(one.number, one.activity, one.city, one.date, one.title))
    return one.title


def _reason(one: QualityFinding) -> str:
    """Returns how a figure stands out (“142 people, usually 12 to 30”), or what speaks for a pair."""
    if one.pair:
        return ", ".join(one.pair.why)
    low, high = one.usual
    if one.indicator and one.number:
        words = ngettext(
            "{n} new person of {indicator}, usually {low} to {high} an upload",
            "{n} new people of {indicator}, usually {low} to {high} an upload", one.count,
        )  # fmt: skip
    elif one.indicator:
        words = ngettext(
            "{n} new person, usually {low} to {high} a day", "{n} new people, usually {low} to {high} a day", one.count
        )
    else:
        words = ngettext("{n} person, usually {low} to {high}", "{n} people, usually {low} to {high}", one.count)
    return words.format(n=fmt.number(one.count), low=fmt.number(low), high=fmt.number(high), indicator=one.indicator)


def _mended_at(found: DataQuality, one: QualityFinding) -> str:
    """Returns the address of the page where something is mended."""
    if one.kind is QualityKind.NO_SHEET:
        return f"owed?partner={one.partner}"
    if one.pair:
        return f"people?pair={one.pair.a}~{one.pair.b}"
    if one.indicator and one.number:
        return f"history?upload={one.number}"
    if one.indicator and one.date:
        return f"explore?indicator={one.indicator}&city={one.city}&month={one.date:%Y-%m}"
    if one.kind is QualityKind.EVENTS:
        return f"events?check={one.number}"
    if one.kind in (QualityKind.UNDATED, QualityKind.QUESTIONS, QualityKind.REJECTED):
        return f"history?upload={one.number}"
    return f"events?event={one.number}"


def _more(
    lines: Sequence[QualityFinding], shown: Sequence[QualityFinding], choice: QualityChoice, kind: QualityKind
) -> Markup:
    if len(shown) == len(lines):
        return NOTHING
    if choice.kind:
        words = _("Showing the first {n} of {all}.").format(n=fmt.number(len(shown)), all=fmt.number(len(lines)))
        return Markup('<p class="muted small">{}</p>').format(words)
    words = _("Show all {n}").format(n=fmt.number(len(lines)))
    return line_link(replace(choice, kind=kind), words, f"more-{kind}")
