"""The map of the cities with their figures as a card, and a table beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from liaison_metrics import format as fmt
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach.model import Breakdown
from liaison_metrics.reports.pages import charts
from liaison_metrics.services.labels import label
from liaison_metrics.texts import _
from liaison_metrics.ui.frame.filters import MAP, Filters
from liaison_metrics.ui.frame.parts import NOTHING, download_links, joined, table_of
from liaison_metrics.ui.pictures.maps.city_map import CityPeople, can_be_drawn, drawn_map, map_styles
from liaison_metrics.ui.pictures.maps.view import LonLat
from liaison_metrics.ui.targets.curves.curve_picture import SCHEME
from liaison_metrics.ui.targets.gap import gap_lines

SIZES = {"broad": (680, 440), "slim": (330, 400)}
"""Width and height in pixels, for a screen and for a phone. Each scales, but text must stay readable."""


def people_by_city(project: Project, breakdown: Breakdown) -> list[CityPeople]:
    """Returns all cities of the project with the people of a breakdown by city, most people first."""
    people = {line.code: line.reached for line in breakdown.lines}
    cities = [
        CityPeople(
            label(project, "city", city.code),
            LonLat(city.longitude, city.latitude),
            people.get(city.code, 0),
            city.code,
        )
        for city in project.cities
    ]
    return sorted(cities, key=lambda city: (-city.people, fmt.sort_key(city.name)))


def map_words(indicator: str, cities: list[CityPeople]) -> str:
    """Returns the text alternative of the map."""
    told = [_("{city} {n}").format(city=city.name, n=fmt.number(city.people)) for city in cities]
    return _("Map of people reached, {indicator}: {cities}.").format(indicator=indicator, cities=", ".join(told))


def map_card(project: Project, filters: Filters, breakdown: Breakdown) -> Markup:
    """Returns the map and the table of the chosen indicator's people by city. The shares of the target are those of the
    whole project, so they are left out beside a part of it."""
    heading, cities = _("Map"), people_by_city(project, breakdown)
    drawable = can_be_drawn(cities)
    if drawable:
        words = _("The larger a circle, the more people. The outlines are simplified.")
    else:
        words = _("A city is outside the map that comes with the program, which shows Europe.")
    return Markup(
        '<section class="card stack" aria-label="{}" data-place="{}"><div class="row"><h2 data-says>{}</h2>{}</div>'
        '<p class="muted small text">{}</p><div class="map-sides">{}{}</div></section>'
    ).format(
        heading, MAP, _("{code} on the map").format(code=filters.indicator),
        download_links(filters, heading, picture="map") if drawable else NOTHING, words,
        _drawing(filters, cities) if drawable else NOTHING, _table(project, filters, breakdown, cities),
    )  # fmt: skip


def _drawing(filters: Filters, cities: list[CityPeople]) -> Markup:
    shell = Markup('<style>{}</style><div class="course map" role="img" aria-label="{}">{}</div>')
    drawn = (
        Markup('<svg class="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>').format(
            name, *size, Markup(drawn_map(cities, size))
        )
        for name, size in SIZES.items()
    )
    return shell.format(_STYLES, map_words(filters.indicator, cities), joined(drawn))


def _table(project: Project, filters: Filters, breakdown: Breakdown, cities: list[CityPeople]) -> Markup:
    indicator = project.indicator(filters.indicator)
    whole = not filters.chosen.keys() - {"city"} and not indicator.one_event
    shares = {line.code: line.share for line in gap_lines(project, indicator, breakdown)} if whole else {}
    figures = [_("people"), *([_("target")] if whole else [])]
    rows = joined(_row(city, shares, here=filters.chosen_in("city") == city.code) for city in cities)
    name = _("{code} by city").format(code=filters.indicator)
    return table_of(name, (_("City"),), figures, rows)


def _row(city: CityPeople, shares: dict[str, int], *, here: bool) -> Markup:
    return Markup('<tr class="{}"><th scope="row">{}</th>{}</tr>').format(
        "chosen" if here else "", city.name, joined(_numbers(city, shares))
    )


def _numbers(city: CityPeople, shares: dict[str, int]) -> Iterator[Markup]:
    for number in (city.people, *([shares[city.code]] if shares else [])):
        yield Markup('<td class="n">{}</td>').format(fmt.number(number))


_STYLES = Markup(re.sub(r"(?=\.[a-z]+\{)", ".lm .map ", charts.styles(SCHEME) + map_styles(SCHEME)))
