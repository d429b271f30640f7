"""Sheets without names: numbers of people by event, community and gender."""

from __future__ import annotations

from tests.corpus import words
from tests.corpus.dates import written
from tests.corpus.files import Cell, Rows, Sheet
from tests.corpus.made import Made, anyfile, book, shape
from tests.corpus.register import header, word
from tests.corpus.truth import Truth
from tests.corpus.world import Event, World

SOME = ("local", "muslim", "syrian", "tunisian", "bosnian", "somali", "nigerian", "afghan")


def crowd(w: World, city: str = "") -> Event:
    """An event where nobody can list the people."""
    return w.event(
        city, w.rng.choice(("project_fair", "school_lab", "awareness_campaign", "info_session")), w.day(late=True)
    )


def number(w: World) -> int:
    return w.rng.randrange(60)


@shape
def counts_in_rows(w: World) -> Made:
    """A row a community, subtotals after each event and a total at the end."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    top: list[Cell] = [header(w, one, language) for one in ("date", "city", "activity", "community", "people")]
    rows: Rows = [top]
    everyone = 0
    for _ in range(3):
        event, subtotal = crowd(w), 0
        for community in w.rng.sample(SOME, 4):
            people = w.rng.randrange(2, 40)
            rows.append(
                [
                    written(event.day, "d.m.y", language),
                    word(w, words.CITIES, event.city, language),
                    word(w, words.ACTIVITIES, event.activity, language),
                    word(w, words.COMMUNITIES, community, language, True),
                    people,
                ]
            )
            truth.counted(event, people, community=community)
            subtotal += people
        rows.append(["", "", "", header(w, "subtotal", language), subtotal])
        everyone += subtotal
    rows.append([header(w, "total", language), "", "", "", everyone])
    return anyfile(w, "head counts", rows, truth, language)


@shape
def counts_of_events(w: World) -> Made:
    """A row an event, one number of people, no community at all."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    rows: Rows = [
        [header(w, one, language) for one in ("number", "activity", "title", "city", "date", "people", "notes")]
    ]
    for place in range(1, 6):
        event, people = crowd(w), w.rng.randrange(8, 90)
        rows.append(
            [
                place,
                word(w, words.ACTIVITIES, event.activity, language),
                event.title,
                word(w, words.CITIES, event.city, language),
                written(event.day, "long", language),
                people,
                "",
            ]
        )
        truth.counted(event, people)
    return anyfile(w, "events", rows, truth, language)


@shape
def communities_across(w: World) -> Made:
    """Events down, communities across, totals in the last column and row."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    across = w.rng.sample(SOME, 5)
    total = header(w, "total", language)
    rows: Rows = [
        [
            *(header(w, one, language) for one in ("date", "city", "activity")),
            *(word(w, words.COMMUNITIES, one, language, True) for one in across),
            total,
        ]
    ]
    sums = [0] * 5
    for _ in range(4):
        event, mine = crowd(w), [number(w) for _ in across]
        rows.append(
            [
                written(event.day, "d.m.y", language),
                word(w, words.CITIES, event.city, language),
                word(w, words.ACTIVITIES, event.activity, language),
                *mine,
                sum(mine),
            ]
        )
        _note(truth, event, across, mine)
        sums = [before + more for before, more in zip(sums, mine, strict=True)]
    rows.append([total, "", "", *sums, sum(sums)])
    return anyfile(w, "cross table", rows, truth, language)


def _note(truth: Truth, event: Event, across: list[str], mine: list[int]) -> None:
    for community, people in zip(across, mine, strict=True):
        if people:
            truth.counted(event, people, community=community)


@shape
def cities_down(w: World) -> Made:
    """Communities across, cities down; one activity and one day in the title."""
    truth = Truth()
    across = w.rng.sample(SOME, 4)
    day, activity = w.day(late=True), w.rng.choice(("project_fair", "awareness_campaign", "info_session"))
    rows: Rows = [["Activity", words.ACTIVITIES[activity]["en"][0]], ["Date", written(day, "long", "en")], []]
    rows.append(["City", *(words.COMMUNITIES[one]["en"][0] for one in across), "Total"])
    for city in words.CITIES:
        mine = [number(w) for _ in across]
        rows.append([words.CITIES[city]["en"][0], *mine, sum(mine)])
        _note(truth, Event(activity, city, day, ""), across, mine)
    return anyfile(w, "cities", rows, truth)


@shape
def communities_down(w: World) -> Made:
    """Communities down, cities across; what and when in the title."""
    truth = Truth()
    down = w.rng.sample(SOME, 5)
    day, activity = w.day(late=True), w.rng.choice(("project_fair", "awareness_campaign"))
    title = f"{words.ACTIVITIES[activity]['en'][0]}, {written(day, 'long', 'en')}"
    rows: Rows = [[title], [], ["Community", *(words.CITIES[city]["en"][0] for city in words.CITIES)]]
    for community in down:
        mine = [number(w) for _ in words.CITIES]
        rows.append([words.COMMUNITIES[community]["en"][0], *mine])
        for city, people in zip(words.CITIES, mine, strict=True):
            if people:
                truth.counted(Event(activity, city, day, ""), people, community=community)
    sums = [sum(int(str(row[place])) for row in rows[3:]) for place in range(1, 6)]
    return anyfile(w, "communities", [*rows, ["Total", *sums]], truth)


@shape
def women_and_men_under(w: World) -> Made:
    """A header over two rows: each community with women and men."""
    truth = Truth()
    across = w.rng.sample(SOME, 3)
    top: list[Cell] = ["", "", "", *(cell for one in across for cell in (words.COMMUNITIES[one]["en"][0], "")), "Total"]
    rows: Rows = [top, ["Date", "City", "Activity", *(("F", "M") * 3), ""]]
    for _ in range(4):
        event, mine = crowd(w), [number(w) for _ in range(6)]
        rows.append(
            [
                written(event.day, "d/m/y", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                *mine,
                sum(mine),
            ]
        )
        for place, people in enumerate(mine):
            if people:
                truth.counted(event, people, community=across[place // 2], gender=("female", "male")[place % 2])
    return book(w, "women and men", [Sheet("Counts", rows, {(0, 3): 2, (0, 5): 2, (0, 7): 2})], truth)


@shape
def women_and_men(w: World) -> Made:
    """A row an event, columns for women and men, a total that repeats them."""
    language = w.rng.choice(words.LANGUAGES)
    truth = Truth()
    rows: Rows = [
        [
            *(header(w, one, language) for one in ("date", "city", "activity")),
            *(words.GENDERS[one][language][0] for one in ("female", "male")),
            header(w, "total", language),
        ]
    ]
    for _ in range(4):
        event, women, men = crowd(w), number(w), number(w)
        rows.append(
            [
                written(event.day, "d.m.y", language),
                word(w, words.CITIES, event.city, language),
                word(w, words.ACTIVITIES, event.activity, language),
                women,
                men,
                women + men,
            ]
        )
        for gender, people in (("female", women), ("male", men)):
            if people:
                truth.counted(event, people, gender=gender)
    return anyfile(w, "gender", rows, truth, language)


@shape
def groups_across(w: World) -> Made:
    """Stakeholder groups across, events down."""
    truth = Truth()
    across = ["civil_society_organisation", "migrant_association", "local_authority", "school"]
    rows: Rows = [["Date", "Place", "Type of event", *(words.GROUPS[one]["en"][0] for one in across)]]
    for _ in range(4):
        event, mine = (
            w.event(activity=w.rng.choice(("stakeholder_forum", "committee_meeting"))),
            [number(w) for _ in across],
        )
        rows.append(
            [
                written(event.day, "y-m-d", "en"),
                words.CITIES[event.city]["en"][0],
                words.ACTIVITIES[event.activity]["en"][0],
                *mine,
            ]
        )
        for group, people in zip(across, mine, strict=True):
            if people:
                truth.counted(event, people, group=group)
    return anyfile(w, "groups", rows, truth)


@shape
def counts_filled_once(w: World) -> Made:
    """Date, place and activity stand on the first row of each event only."""
    truth = Truth()
    language = w.rng.choice(words.LANGUAGES)
    rows: Rows = [[header(w, one, language) for one in ("date", "city", "activity", "community", "gender", "people")]]
    for _ in range(3):
        event = crowd(w)
        start: list[Cell] = [
            written(event.day, "d.m.y", language),
            word(w, words.CITIES, event.city, language),
            word(w, words.ACTIVITIES, event.activity, language),
        ]
        for community in w.rng.sample(SOME, 3):
            for gender in words.GENDERS:
                people = w.rng.randrange(1, 30)
                rows.append(
                    [
                        *start,
                        word(w, words.COMMUNITIES, community, language),
                        word(w, words.GENDERS, gender, language),
                        people,
                    ]
                )
                truth.counted(event, people, community=community, gender=gender)
                start = ["", "", ""]
    return anyfile(w, "filled once", rows, truth, language)


@shape
def counts_of_one_event(w: World) -> Made:
    """One event above, two columns below: who and how many."""
    truth = Truth()
    language = w.rng.choice(words.LANGUAGES)
    event = crowd(w)
    rows: Rows = [
        [word(w, words.ACTIVITIES, event.activity, language)],
        [f"{word(w, words.CITIES, event.city, language)}, {written(event.day, 'long', language)}"],
        [],
    ]
    rows.append([header(w, "community", language), header(w, "people", language)])
    for community in w.rng.sample(SOME, 5):
        people = w.rng.randrange(1, 30)
        rows.append([word(w, words.COMMUNITIES, community, language, True), people])
        truth.counted(event, people, community=community)
    rows.append([header(w, "total", language), sum(head.people for head in truth.heads)])
    return anyfile(w, "one event", rows, truth, language)
