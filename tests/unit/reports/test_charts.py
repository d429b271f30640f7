"""Pictures that tell the truth: lengths are the numbers, from zero on, and what is hidden has no length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import ImageFont

from liaison_metrics.domain.reach.expected import Status
from liaison_metrics.domain.reach.model import Point
from liaison_metrics.errors import NotPublishable
from liaison_metrics.reports.forms.typst.typesetting_process import FONTS
from liaison_metrics.reports.model import Figures, Gap, Report, ReportIndicator
from liaison_metrics.reports.pages import curve, gauge
from liaison_metrics.reports.pages.charts import MARK, bar, mark, svg
from liaison_metrics.reports.pages.colours import PAPER
from liaison_metrics.reports.pages.contents import document, pictures
from liaison_metrics.reports.pages.document import Bar, DocumentTable, Drawing, Quiet, Row
from liaison_metrics.reports.pages.summary import card
from liaison_metrics.reports.pages.tables import breakdown_table, legend_of, side_by_side
from liaison_metrics.reports.publishing import for_publication
from tests.examples import share_of
from tests.unit.reports.worlds import Holding, World, report_on, worlds

SIZES = {"said": 11, "due": 11, "now": 11, "quiet": 10}


@pytest.fixture(scope="module")
def empty(holding: Holding) -> Report:
    return report_on(holding, ((), ()))


def with_people(report: Report, identified: int, unidentified: int, *days: date) -> ReportIndicator:
    """The first indicator with so many people, all of whom came on the last of the days."""
    people = Figures(identified + unidentified, identified, unidentified)
    points = [Point(day, 0, 0) for day in days[:-1]] + [Point(day, identified, unidentified) for day in days[-1:]]
    return replace(report.indicators[0], people=people, curve=tuple(points))


def drawn(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(f"<svg>{drawing.body}</svg>")


def of_class(drawing: Drawing, name: str) -> list[ElementTree.Element]:
    return [one for one in drawn(drawing).iter() if name in one.get("class", "").split()]


def number(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, "0"))


def check_words(drawing: Drawing) -> None:
    """Words lie within the drawing, by the widths of the letters themselves."""
    for text in drawn(drawing).iter("text"):
        kinds = text.get("class", "").split()
        size = next(SIZES[kind] for kind in kinds if kind in SIZES)
        font = ImageFont.truetype(FONTS / "SourceSansPro-Semibold.ttf", 100)
        wide = font.getlength(text.text or "") * size / 100
        left = number(text, "x") - {"end": wide, "middle": wide / 2}.get(kinds[-1], 0)
        assert left >= -0.5 and left + wide <= drawing.width + 0.5, text.text
        assert size * 0.7 <= number(text, "y") <= drawing.height, text.text


@pytest.mark.parametrize(
    ("identified", "unidentified", "plan"),
    [(247, 161, 500), (0, 0, 500), (0, 3, 0), (500, 0, 250), (40_000, 1, 500), (1, 0, 499), (499, 1, 1)],
)
def test_a_gauge_is_as_long_as_its_numbers(empty: Report, identified: int, unidentified: int, plan: int) -> None:
    one = replace(with_people(empty, identified, unidentified), plan=plan)
    chart = gauge.gauge(empty, one)
    check_words(chart)
    [tick] = of_class(chart, "tick")
    per_person = (number(tick, "x") + 1) / one.target
    [edge] = of_class(chart, "tickedge")
    assert number(edge, "x") < number(tick, "x") and chart.body.index("tickedge") < chart.body.index('"tick"')
    for name, people, start in (("identified", identified, 0), ("unidentified", unidentified, identified)):
        bars = of_class(chart, name)
        assert len(bars) == (people > 0)
        for found in bars:
            assert number(found, "x") == pytest.approx(start * per_person, rel=0.002, abs=0.02)
            assert number(found, "width") == pytest.approx(max(people * per_person, 0.7), rel=0.002, abs=0.02)
    [triangle] = [found for found in of_class(chart, "plan") if found.tag == "path"]
    assert float(triangle.get("d", "")[1:].split()[0]) == pytest.approx(plan * per_person, abs=0.02)


def test_a_part_of_the_project_has_a_target_that_is_not_its_own(empty: Report) -> None:
    one = replace(with_people(empty, 3, 2), plan=Gap.NOT_APPLICABLE, status=Gap.NOT_APPLICABLE, plan_line=())
    chart = gauge.gauge(empty, one)
    assert of_class(chart, "plan") == of_class(chart, "due") == []
    assert card(empty, one).state == "1% of the whole project's target" and not card(empty, one).shape
    assert of_class(curve.curve(empty, one), "targetline") == []


@pytest.mark.parametrize("days", [(date(2020, 2, 3),), (date(2020, 9, 1), date(2022, 4, 2)), (date(2021, 1, 1),)])
@pytest.mark.parametrize("people", [(120, 80), (0, 1), (480, 15), (500, 0), (90_000, 10_000)])
def test_a_curve_rises_from_zero_to_its_last_number(
    empty: Report, people: tuple[int, int], days: tuple[date, ...]
) -> None:
    one = with_people(empty, *people, *days)
    chart = curve.curve(empty, one)
    check_words(chart)
    [ground] = of_class(chart, "axis")[:1]
    [target] = of_class(chart, "targetline")
    zero = number(ground, "y1")
    per_person = (zero - number(target, "y1")) / one.target
    [outline] = of_class(chart, "outline")
    corners = [tuple(map(float, corner.split(","))) for corner in outline.get("points", "").split()]
    assert corners[0][1] == zero
    assert zero - corners[-1][1] == pytest.approx(sum(people) * per_person, rel=0.01, abs=0.1)
    assert [y for _x, y in corners] == sorted((y for _x, y in corners), reverse=True)
    assert curve.curve_words(empty, one).endswith("Target 500 by 2 Apr 2022.")


def test_without_events_a_curve_says_so(empty: Report) -> None:
    chart = curve.curve(empty, empty.indicators[0])
    assert of_class(chart, "outline") == of_class(chart, "identified") == []
    assert "no events yet" in [text.text for text in drawn(chart).iter("text")]
    assert "no events yet" in chart.words


def test_a_long_or_a_short_project_names_few_months(empty: Report) -> None:
    for end in (date(2020, 3, 1), date(2021, 1, 1), date(2024, 2, 1), date(2050, 1, 1)):
        report = replace(empty, project=empty.project.model_copy(update={"end": end}))
        names = [
            text for text in drawn(curve.curve(report, report.indicators[0])).iter("text") if "20" in str(text.text)
        ]
        assert 1 <= len([one for one in names if "middle" in one.get("class", "")]) <= 9


def test_every_state_has_a_shape_and_words(empty: Report) -> None:
    found = {}
    for status in Status:
        told = card(empty, replace(empty.indicators[0], status=status, status_words=status.value))
        found[told.shape, told.news] = told.state
        assert told.shape and told.state
    assert {news for _shape, news in found} == {"good", "late", ""}


def test_nobody_and_one_person_look_different() -> None:
    nobody, one_person = bar(Bar()), bar(Bar(identified=0.0001))
    assert nobody.body == "" and len(of_class(one_person, "identified")) == 1


def test_a_drawing_alone_is_a_file() -> None:
    file = ElementTree.fromstring(svg(mark("unidentified"), PAPER))
    assert (file.get("width"), file.get("height")) == tuple(map(str, MARK))


def greyness(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2


def test_colours_stay_apart_in_grey() -> None:
    tones = [greyness(one) + 0.05 for one in (PAPER.identified, PAPER.together, PAPER.paper)]
    assert all(light / dark > 2 for dark, light in pairwise(tones))
    assert all(1.05 / (greyness(one) + 0.05) > 4.5 for one in (PAPER.ink, PAPER.muted, PAPER.plan, PAPER.good))


def figure(cell: object) -> int:
    assert isinstance(cell, str)
    return int(cell.replace(",", "").replace("−", "-") or 0)


def check_table(table: DocumentTable, columns: list[int]) -> None:
    """Lines of numbers add up to the total; bars are as long as the numbers beside them."""
    *lines, total = table.rows
    for at in columns:
        cells = [row.cells[at] for row in lines]
        if {cell.words for cell in cells if isinstance(cell, Quiet)} <= {"hidden"}:  # others are left out altogether
            people = sum(figure(cell) for cell in cells if not isinstance(cell, Quiet))
            assert people == figure(total.cells[at])


def reached_of(row: Row) -> object:
    return row.cells[-2]


def reports(holding: Holding, world: World) -> Iterator[Report]:
    exact = report_on(holding, world)
    yield exact
    try:
        yield for_publication(exact)
    except NotPublishable:
        return


@settings(max_examples=share_of(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds())
def test_tables_add_up_and_bars_are_their_numbers(holding: Holding, world: World) -> None:
    for report in reports(holding, world):
        for one in report.indicators:
            for breakdown in one.breakdowns:
                table = breakdown_table(breakdown)
                if not table.rows:
                    continue
                check_table(table, list(range(2, len(table.columns) - 1)))
                most = max((figure(x) for row in table.rows[:-1] if isinstance(x := reached_of(row), str)), default=1)
                for line, row in zip(breakdown.lines, table.rows, strict=False):
                    told = row.cells[1]
                    assert isinstance(told, Bar)
                    long = told.identified + told.unidentified + told.together
                    assert figure(reached_of(row)) == line.people.reached
                    assert long == pytest.approx(line.people.reached / (most or 1))
                assert bool(legend_of([table]).keys) == any(any(row.cells[1]) for row in table.rows)
        for dimension in ("city", "community"):
            table = side_by_side("", [(one.code, one.by(dimension)) for one in report.indicators])
            if table.rows:
                check_table(table, [1, 2, 3])


@settings(max_examples=share_of(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds())
def test_all_that_is_drawn_fits_and_has_words(holding: Holding, world: World) -> None:
    for report in reports(holding, world):
        names = [picture.name for picture in pictures(report)]
        assert len(names) == len(set(names)) == 9 * len(report.indicators)
        for section in document(report).sections:
            for block in section.blocks:
                drawing = getattr(block, "drawing", None)
                if isinstance(drawing, Drawing):
                    check_words(drawing)
                    assert drawing.words
