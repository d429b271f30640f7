"""Where the gap is: what is missing, said from the figures alone."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown
from liaison_metrics.services.figures import IndicatorFigure, Status
from liaison_metrics.services.labels import counting_sentence
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import Filters
from liaison_metrics.ui.frame.head import label
from liaison_metrics.ui.frame.parts import joined


def gap_sentences(project: Project, figure: IndicatorFigure, cities: Breakdown) -> list[str]:
    """Returns what is missing of an indicator (of the whole project) and which cities are furthest from an even share.

    Nobody promised a share by city: where one is spoken of, the sentence says that it is an even one.
    """
    reached, floor, target = figure.reach.reached, figure.reach.floor, figure.target
    if figure.status is Status.SECURED:
        return [_("None: {floor} different people are certain, of {target} promised.").format(
            floor=fmt.number(floor), target=fmt.number(target)
        )]  # fmt: skip
    if reached >= target:
        return [
            _("The target is reached. It is secured when {n} more of these people are identified.").format(
                n=fmt.number(target - floor)
            )
        ]
    sentences = [_("{n} to go.").format(n=fmt.number(target - reached))]
    if figure.status is Status.NOT_HELD_YET:
        return [*sentences, _("None of the events that count for it has been entered yet.")]
    even_share = target / len(project.cities)
    people = {city.code: 0 for city in project.cities} | {line.code: line.reached for line in cities.lines}
    behind = sorted((count, code) for code, count in people.items() if count < even_share)[:3]
    named = [f"{label(project, 'city', code)} ({fmt.number(count)})" for count, code in behind]
    if named:
        sentences.append(
            _("Shared evenly, each city would bring {share}; furthest from that: {cities}.").format(
                share=fmt.number(round(even_share)), cities=fmt.names(named)
            )
        )
    return sentences


def gap_card(project: Project, filters: Filters, figure: IndicatorFigure, cities: Breakdown) -> Markup:
    """Returns where the gap of the chosen indicator is, *figure* and *cities* are those of the whole project."""
    heading = _("Where the gap is")
    whole = [_("Of the whole project:")] if filters.chosen else []
    sentences = " ".join([*whole, *gap_sentences(project, figure, cities)])
    return Markup('<section class="card" aria-label="{}"><h2>{}</h2><p class="muted">{}</p></section>').format(
        heading, heading, sentences
    )


def counting_words(figure: IndicatorFigure) -> str:
    """Returns how the figures are counted, with the smallest certain number."""
    least = _("At least {floor} different people were reached for certain.").format(
        floor=fmt.number(figure.reach.floor)
    )
    return f"{counting_sentence()} {least}"


def counting_note(filters: Filters, figure: IndicatorFigure) -> Markup:
    """Returns the counting sentence with the way to the page that explains it."""
    return joined(
        [
            Markup('<p class="muted small">{} ').format(counting_words(figure)),
            Markup('<a data-go href="counting?{}" data-at="counting">{} →</a></p>').format(
                filters.carried, _("How people are counted")
            ),
        ]
    )
