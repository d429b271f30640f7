"""The map: where places lie, where labels stand, and that the outline has the cities of Europe on land."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.project import Project
from liaison_metrics.ui.pictures.maps.city_map import CityPeople, can_be_drawn, drawn_map
from liaison_metrics.ui.pictures.maps.labels import Circle, place_labels
from liaison_metrics.ui.pictures.maps.outline import Line, europe
from liaison_metrics.ui.pictures.maps.view import LonLat, MapView, Spot

SIZE = (680, 440)
CAPITALS = {
    "Madrid": (-3.7, 40.4), "Paris": (2.35, 48.86), "Brussels": (4.35, 50.85), "Berlin": (13.4, 52.5),
    "Rome": (12.5, 41.9), "Vienna": (16.4, 48.2), "Warsaw": (21, 52.2), "Prague": (14.4, 50.1), "Sofia": (23.3, 42.7),
    "Bucharest": (26.1, 44.4), "Kyiv": (30.5, 50.45), "Ankara": (32.9, 39.9), "London": (-0.1, 51.5),
    "Dublin": (-6.4, 53.35), "Oslo": (10.75, 59.95), "Vilnius": (25.3, 54.7), "Nicosia": (33.4, 35.15),
}  # fmt: skip
SEA = {"the North Sea": (3, 56), "the Adriatic": (15.5, 43), "the Black Sea": (34, 43), "the Baltic": (19.5, 57)}


def inside(place: LonLat, line: Line) -> bool:
    """Whether a closed line goes around a place: a ray to the east crosses it an odd number of times."""
    x, y = place
    crossed = 0
    for (x1, y1), (x2, y2) in pairwise((*line, line[0])):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed += 1
    return crossed % 2 == 1


def on_land(place: LonLat) -> bool:
    shapes = europe()
    return any(inside(place, line) for line in shapes.land) and not any(inside(place, line) for line in shapes.water)


def test_the_outline_has_cities_on_land_and_seas_off_it(project: Project) -> None:
    cities = {city.code: (city.longitude, city.latitude) for city in project.cities}
    assert [name for name, place in {**CAPITALS, **cities}.items() if not on_land(LonLat(*place))] == []
    assert [name for name, place in SEA.items() if on_land(LonLat(*place))] == []
    assert sum(len(line) for lines in (europe().land, europe().water, europe().borders) for line in lines) < 750


places = st.builds(LonLat, st.floats(-25, 45), st.floats(34, 72))


@given(st.lists(places, min_size=1, max_size=12))
def test_every_place_is_in_the_picture_and_north_is_up(found: list[LonLat]) -> None:
    view = MapView.around(found, SIZE)
    spots = [view.spot(place) for place in found]
    assert all(0 <= spot.x <= SIZE[0] and 0 <= spot.y <= SIZE[1] for spot in spots)
    for place in found:
        here, north = view.spot(place), view.spot(LonLat(place.longitude, place.latitude + 1))
        assert north.y < here.y, "the conic bends meridians, but never so far"


def test_distances_are_nearly_true() -> None:
    graz, kassel, palermo = LonLat(15.44, 47.07), LonLat(9.48, 51.31), LonLat(13.36, 38.12)
    view = MapView.around([graz, kassel, palermo], SIZE)

    def away(a: LonLat, b: LonLat) -> float:
        (x1, y1), (x2, y2) = view.spot(a), view.spot(b)
        return hypot(x2 - x1, y2 - y1) / view.scale * 6371

    assert away(graz, kassel) == pytest.approx(640, rel=0.03) and away(graz, palermo) == pytest.approx(1008, rel=0.03)


circles = st.builds(
    Circle, st.builds(Spot, st.floats(30, 650), st.floats(30, 410)), st.floats(3, 27),
    st.sampled_from(["Graz 1", "Thessaloniki 1,204"]),
)  # fmt: skip


@given(st.lists(circles, min_size=1, max_size=14))
def test_no_label_covers_another_or_a_circle(found: list[Circle]) -> None:
    placed = place_labels(found, SIZE, 12)
    assert all(one.box.within(SIZE) for one in placed)
    assert not any(a.box.meets(b.box) for a, b in combinations(placed, 2))
    assert not any(one.box.meets_circle(other) for one in placed for other in found if other is not one.circle)
    assert placed or len(found) > 1


def test_neighbours_keep_their_labels() -> None:
    near = [Circle(Spot(300 + 9 * n, 200 + 5 * n), 14, f"City {n}") for n in range(5)]
    placed = place_labels(near, SIZE, 12)
    assert len(placed) == 5 and any(one.led for one in placed)


def test_areas_are_the_numbers_and_nobody_is_a_ring() -> None:
    cities = [CityPeople("A & B", LonLat(10, 50), 400), CityPeople("C", LonLat(14, 50), 100)]
    drawn = drawn_map([*cities, CityPeople("D", LonLat(12, 46), 0)], SIZE)
    radii = [float(part.split('"')[0]) for part in drawn.split(' r="')[1:]]
    assert radii[0] == pytest.approx(2 * radii[1], abs=0.2)
    assert drawn.count('class="nobody"') == 1 and "A &amp; B 400" in drawn and "D 0" in drawn
    assert "http" not in drawn and "url(" not in drawn
    assert can_be_drawn(cities) and not can_be_drawn([]) and not can_be_drawn([CityPeople("Lima", LonLat(-77, -12), 1)])
