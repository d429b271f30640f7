"""Numbers of people among other numbers."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Rows
from tests.corpus.made import Made, anyfile, shape
from tests.corpus.shapes.headcounts import crowd
from tests.corpus.truth import Truth
from tests.corpus.world import World


@shape
def of_whom_women(w: World) -> Made:
    """A total, and of whom women and men."""
    language, top = w.rng.choice((
        ("it", ["Data", "Luogo", "Attività", "Totale partecipanti", "di cui donne", "di cui uomini"]),
        ("en", ["Date", "City", "Activity", "Total participants", "of whom women", "of whom men"]),
        ("de", ["Datum", "Ort", "Aktivität", "Teilnehmende gesamt", "davon Frauen", "davon Männer"]),
    ))  # fmt: skip
    truth, rows = Truth(), Rows([[*top]])
    for _ in range(4):
        event, women, men = crowd(w), w.rng.randrange(1, 40), w.rng.randrange(1, 40)
        rows.append(
            [
                written(event.day, "d.m.y", language),
                words.CITIES[event.city][language][0],
                words.ACTIVITIES[event.activity][language][0],
                women + men,
                women,
                men,
            ]
        )
        truth.counted(event, women, gender="female")
        truth.counted(event, men, gender="male")
    return anyfile(w, "of whom", rows, truth, language)


@shape
def children_and_adults(w: World) -> Made:
    """Columns by age that add up to a total."""
    truth, rows = Truth(), Rows([["Date", "City", "Activity", "Children", "Adults", "Total"]])
    for _ in range(4):
        event, young, old = crowd(w), w.rng.randrange(1, 40), w.rng.randrange(1, 40)
        rows.append(
            [
                written(event.day, "y-m-d", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                young,
                old,
                young + old,
            ]
        )
        truth.counted(event, young + old)
    return anyfile(w, "ages", rows, truth)


@shape
def other_numbers(w: World) -> Made:
    """Hours, leaflets and euros beside the number of people."""
    truth, rows = (
        Truth(),
        Rows(
            [
                [
                    "Date",
                    "City",
                    "Activity",
                    "Duration (h)",
                    "Leaflets distributed",
                    "Number of participants",
                    "Cost (€)",
                    "Partner",
                ]
            ]
        ),
    )
    for _ in range(5):
        event, people = crowd(w), w.rng.randrange(5, 90)
        rows.append(
            [
                written(event.day, "d.m.y", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                w.rng.choice((1.5, 2, 3)),
                w.rng.randrange(50, 400),
                people,
                w.rng.randrange(100, 900),
                "CESIE",
            ]
        )
        truth.counted(event, people)
    return anyfile(w, "report", rows, truth)


@shape
def communities_and_gender_down(w: World) -> Made:
    """Communities down; women, men and a total across; one event above."""
    truth, event = Truth(), crowd(w)
    rows: Rows = [
        [words.ACTIVITIES[event.activity]["de"][0]],
        [f"{words.CITIES[event.city]['de'][0]}, {written(event.day, 'd.m.y', 'de')}"],
        [],
        ["Gemeinschaft", "Frauen", "Männer", "Gesamt"],
    ]
    for community in ("local", "syrian", "afghan", "turkish"):
        women, men = w.rng.randrange(1, 30), w.rng.randrange(1, 30)
        rows.append([words.COMMUNITIES[community]["de"][0], women, men, women + men])
        truth.counted(event, women, community=community, gender="female")
        truth.counted(event, men, community=community, gender="male")
    rows.append(["Gesamt", *(sum(int(str(row[place])) for row in rows[4:]) for place in (1, 2, 3))])
    return anyfile(w, "nach Gemeinschaft", rows, truth, "de")


@shape
def one_line_of_counts(w: World) -> Made:
    """Label and value all the way down: what, where, when, how many."""
    truth, event, people = Truth(), crowd(w), w.rng.randrange(20, 200)
    rows: Rows = [
        ["Report on an event"],
        ["Activity", words.ACTIVITIES[event.activity]["en"][0]],
        ["City", words.CITIES[event.city]["en"][0]],
        ["Date", written(event.day, "long", "en")],
        ["Number of participants", people],
        ["Remarks", "good weather"],
    ]
    truth.counted(event, people)
    return anyfile(w, "report", rows, truth)
