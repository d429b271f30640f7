"""The Events page: list, one event, corrections, merging, checks, series, undo and planned events."""

from __future__ import annotations

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from liaison_metrics.domain.facts import EventFact
from liaison_metrics.services import figures
from liaison_metrics.services.access.actors import COORDINATOR, Actor
from liaison_metrics.services.events import checks, corrections, details, listing, planned
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.conftest import ROOT
from tests.made_up import TWICE_TOLD, log, sheet
from tests.pages.conftest import Page, html


def titles(drawn: AppTest) -> list[str]:
    """The titles of the list, in order."""
    rows = re.findall(r'<th scope="row" class="text">(.*?)</th>', html(drawn), re.S)
    return [re.sub(r"<[^>]*>", "", row) for row in rows]


def number_of(workspace: Workspace, title: str) -> int:
    return next(one.number for one in listing.all_events(workspace, actor=COORDINATOR) if one.fact.title == title)


def signed_in(drawn: AppTest, actor: Actor = COORDINATOR) -> AppTest:
    drawn.session_state["actor"] = actor
    return drawn.run()


def labelled(drawn: AppTest, kind: str, label: str) -> object:
    (found,) = [one for one in drawn.get(kind) if one.label == label]
    return found


def test_an_empty_store_invites_to_upload_and_to_plan(workspace: Workspace, page: Page) -> None:
    drawn = signed_in(page("events"))
    assert not drawn.exception
    assert "Upload your first sheet" in html(drawn)
    labelled(drawn, "selectbox", "Activity").set_value("project_fair")
    labelled(drawn, "selectbox", "City").set_value("graz")
    labelled(drawn, "date_input", "Date").set_value(date(2021, 9, 1))
    labelled(drawn, "number_input", "Expected participants (optional)").set_value(40)
    drawn = labelled(drawn, "button", "Add to plan").click().run()
    assert not drawn.exception
    assert [one.expected for one in planned.planned(workspace, actor=COORDINATOR)] == [40]
    assert "▢ no sheet yet" in html(drawn), "its day has passed"


def test_the_address_filters_and_sorts_the_list(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    corrections.correct(filled, number, COORDINATOR, day=date(2021, 3, 5))
    planned.plan(filled, EventFact(0, "school_lab", "vejle", date(2022, 3, 1), "Spring lab"), 60, COORDINATOR)
    assert titles(page("events")) == [
        "Spring lab", "Closing day", "Autumn fair", "Cooking &lt;b&gt;together&lt;/b&gt;", "Sewing together",
    ]  # fmt: skip
    assert titles(page("events", sort="people"))[:2] == ["Autumn fair", "Closing day"]
    assert titles(page("events", sort="title"))[0] == "Autumn fair"
    assert titles(page("events", sort="-title"))[0] == "Spring lab"
    assert titles(page("events", sort="city"))[0] == "Sewing together"
    assert titles(page("events", words="SEWING graz")) == ["Sewing together"]
    assert titles(page("events", words="school")) == ["Spring lab"]
    assert titles(page("events", state="no_sheet")) == ["Spring lab"]
    heading = r'aria-sort="descending"><a data-go="sort" href="\?sort=-people" data-at="sort-people">people'
    assert re.search(heading, html(page("events", sort="people")))
    assert titles(page("events", state="corrected")) == ["Sewing together"]
    assert titles(page("events", state="planned", city="vejle")) == ["Spring lab"]
    assert titles(page("events", city="palermo", activity="project_fair")) == ["Autumn fair"]
    drawn = page("events", state="nonsense", sort="nonsense", event="99")
    assert not drawn.exception
    assert "no longer exists" in html(drawn)
    assert f'href="?city=graz&amp;event={number}&amp;sort=title"' in html(page("events", city="graz", sort="title"))


def test_one_event_shows_figures_files_and_rows(filled: Workspace, page: Page) -> None:
    drawn = html(page("events", event=str(number_of(filled, "Sewing together"))))
    assert '>Sewing together</h1><p class="muted">4 Mar 2021 · Graz · Skill-transfer workshop</p>' in drawn
    assert "Counts towards IND1 and IND3." in drawn
    assert drawn.count("graz_sewing.csv") == 21
    assert re.search(r">P-\d+</th>", drawn)
    assert "Alva" not in drawn
    assert "Correction and original" not in drawn


def test_an_event_without_a_title_is_called_by_activity_and_day(workspace: Workspace, page: Page) -> None:
    import_file(workspace, "log.csv", log("Graz", ("2021-10-25", "", 9)), actor=COORDINATOR)
    assert titles(page("events")) == ["Skill-transfer workshop, 25 Oct"]


def test_a_message_stays_with_its_event_and_offers_undo(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    drawn = signed_in(page("events", event=str(number)))
    labelled(drawn, "selectbox", "Activity").set_value("final_conference")
    drawn = click(drawn, "Save correction")
    message = drawn.session_state["flash_message"]
    elsewhere = page("events", event=str(number_of(filled, "Autumn fair")))
    elsewhere.session_state["flash_message"] = message
    assert "Correction saved." not in html(elsewhere.run())
    drawn = click(drawn, "Undo")
    assert "Undone." in html(drawn)
    assert figures.indicator(filled, "IND2", actor=COORDINATOR).reach.reached == 25


def test_planning_and_removing_can_be_undone(workspace: Workspace, page: Page) -> None:
    planned.plan(workspace, EventFact(0, "project_fair", "graz", date(2021, 9, 1), "Fair"), 40, COORDINATOR)
    drawn = signed_in(page("events"))
    number = planned.planned(workspace, actor=COORDINATOR)[0].number
    drawn = labelled(drawn, "selectbox", "Planned event").set_value(number).run()
    drawn = click(drawn, "Remove")
    assert planned.planned(workspace, actor=COORDINATOR) == []
    click(drawn, "Undo")
    assert [one.expected for one in planned.planned(workspace, actor=COORDINATOR)] == [40]


def test_correcting_and_undoing(filled: Workspace, page: Page) -> None:
    number = number_of(filled, "Sewing together")
    drawn = signed_in(page("events", event=str(number)))
    labelled(drawn, "selectbox", "Activity").set_value("final_conference")
    drawn = labelled(drawn, "button", "Save correction").click().run()
    assert not drawn.exception
    assert "Correction saved. IND1: −10, now 30 of 500; IND2: +20, now 45 of 150." in html(drawn)
    assert "<del>Skill-transfer workshop</del>" in html(drawn)
    assert figures.indicator(filled, "IND2", actor=COORDINATOR).reach.reached == 45
    (button,) = [one for one in drawn.button if one.label == "Undo this correction"]
    drawn = button.click().run()
    assert not drawn.exception
    assert "Correction undone." in html(drawn)
    assert figures.indicator(filled, "IND2", actor=COORDINATOR).reach.reached == 25


def test_merging_offers_likely_matches_first(filled: Workspace, page: Page) -> None:
    import_file(
        filled, "again.csv", sheet("2021-03-04", "Graz", range(15, 25), title="Sewing togehter"), actor=COORDINATOR
    )
    number = number_of(filled, "Sewing togehter")
    drawn = signed_in(page("events", event=str(number)))
    field = labelled(drawn, "selectbox", "Event to keep")
    assert field.options[0].startswith("Sewing together")
    field.set_value(number_of(filled, "Sewing together"))
    drawn = labelled(drawn, "button", "Merge events").click().run()
    assert "Events merged. No figures changed." in html(drawn)
    assert details.find(filled, number, actor=COORDINATOR).event.people == 25
    assert "Sewing togehter" in html(drawn), "as the file states it"


def test_a_partner_changes_only_events_in_its_own_city(filled: Workspace, page: Page) -> None:
    number = str(number_of(filled, "Sewing together"))
    drawn = signed_in(page("events", event=number), partner("vifin"))
    assert "Save correction" not in [one.label for one in drawn.button]
    drawn = signed_in(page("events", event=number), partner("compass"))
    labelled(drawn, "selectbox", "City").set_value("vejle")
    drawn = labelled(drawn, "button", "Save correction").click().run()
    assert "another partner’s city" in html(drawn)
    assert details.find(filled, int(number), actor=COORDINATOR).event.fact.city == "graz"


# ---- events to check, near titles, series -----------------------------------------------------------


@pytest.fixture
def told_twice(workspace: Workspace) -> Workspace:
    """The store with the sheets that tell of events twice."""
    for name, data in TWICE_TOLD.items():
        import_file(workspace, name, data, actor=COORDINATOR)
    return workspace


def reached(workspace: Workspace) -> int:
    return figures.indicator(workspace, "IND1", actor=COORDINATOR).reach.reached


def click(drawn: AppTest, label: str) -> AppTest:
    *_others, button = [one for one in drawn.button if one.label == label]
    drawn = button.click().run()
    assert not drawn.exception
    return drawn


def text_of(drawn: AppTest) -> str:
    return re.sub(r"<[^>]*>", " ", html(drawn))


def test_events_to_check_stand_above_the_list(told_twice: Workspace, page: Page) -> None:
    drawn = html(page("events"))
    assert "1 pair of events to check" in drawn
    number = number_of(told_twice, "Sewing circle")
    assert f'href="?check={number}"' in drawn
    assert titles(page("events", state="to_check"))[-2:] == ["Summer workshop", "Sewing circle"]
    assert "Nothing is left to decide" in html(page("events", check=str(number_of(told_twice, "Cooking together"))))


@pytest.mark.parametrize("asked", ["check", "series", "event"])
def test_no_link_leads_back_to_what_is_gone(filled: Workspace, page: Page, asked: str) -> None:
    drawn = html(page("events", city="graz", state="held", **{asked: "99"}))
    assert "Nothing is left to decide" in drawn or "no longer exists" in drawn
    links = re.findall(r'(?:href|data-base)="([^"]*)"', drawn)
    assert "?city=graz&amp;state=held" in links
    assert [link for link in links if f"{asked}=99" in link] == []


def test_a_long_list_is_shown_in_two_steps(workspace: Workspace, page: Page) -> None:
    evenings = ((f"2021-0{5 + n % 2}-{n // 2 + 1:02}", f"Evening {n} x", 4) for n in range(36))
    import_file(workspace, "log.csv", log("Graz", *evenings), actor=COORDINATOR)
    drawn = html(page("events", sort="title", city="graz"))
    assert 'href="?city=graz&amp;lines=1000&amp;sort=title" data-at="more">Show all 36<' in drawn
    assert len(titles(page("events", sort="title", city="graz", lines="1000"))) > len(titles(page("events")))


def test_a_pair_is_shown_side_by_side_with_the_effect_of_each_answer(told_twice: Workspace, page: Page) -> None:
    number = str(number_of(told_twice, "Summer workshop"))
    drawn = page("events", check=number)
    shown = text_of(drawn)
    assert "People counted until somebody decides: 5. If all are different events: 8." in shown
    assert "lists 3 people" in shown and "row 3: 5 people" in shown
    assert re.search(r"IND1.*?91\s+91\s+±0\s+94\s+\+3\s+91\s+±0", shown, re.S)
    assert "Same event" not in [one.label for one in drawn.button], "nobody has said who is there"
    assert "Same event" not in [one.label for one in signed_in(page("events", check=number), partner("vifin")).button]
    assert "Same event" in [one.label for one in signed_in(page("events", check=number), partner("compass")).button]


def test_an_event_that_goes_meanwhile_takes_its_own_count_along(
    told_twice: Workspace, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, find = number_of(told_twice, "Sewing circle"), details.find
    monkeypatch.setattr(details, "find", lambda w, number, actor: None if number == gone else find(w, number, actor))
    drawn = signed_in(page("events", check=str(number_of(told_twice, "Summer workshop"))))
    assert "5 stated, nobody listed" in text_of(drawn) and "3 listed" not in text_of(drawn)
    assert "Choose at least two events." in [one.value for one in drawn.caption]


@pytest.mark.parametrize(
    ("answer", "after", "decision"),
    [
        ("Same event", 91, "Same event: “Sewing circle” and “Summer workshop”"),
        ("Different events", 94, "Different events: “Sewing circle” and “Summer workshop”"),
        ("The number covers all of these", 91, "The number covers all of these: “Sewing circle” and “Summer workshop”"),
    ],
)
def test_each_answer_is_stored_and_undone(
    told_twice: Workspace, page: Page, answer: str, after: int, decision: str
) -> None:
    drawn = click(signed_in(page("events", check=str(number_of(told_twice, "Sewing circle")))), answer)
    assert "Saved." in html(drawn)
    assert "to check" not in text_of(drawn).replace("? to check", "")
    assert reached(told_twice) == after
    assert any(decision in one.value for one in drawn.text)
    drawn = click(drawn, "Undo")
    assert "1 pair of events to check" in html(drawn)
    assert reached(told_twice) == 91


def test_three_events_are_one_or_some_of_them(told_twice: Workspace, page: Page) -> None:
    import_file(told_twice, "third.csv", log("Graz", ("2021-06-01", "Sharing skills", 7)), actor=COORDINATOR)
    number = number_of(told_twice, "Sewing circle")
    drawn = signed_in(page("events", check=str(number)))
    assert "Are these one event?" in html(drawn)
    assert "All of these are one" in [one.label for one in drawn.button]
    field = labelled(drawn, "multiselect", "Your answer is about")
    drawn = field.set_value([number, number_of(told_twice, "Sharing skills")]).run()
    drawn = click(drawn, "Different events")
    assert "2 pairs of events to check" in html(drawn)
    drawn = click(signed_in(page("events", check=str(number))), "All of these are one")
    assert details.find(told_twice, number, actor=COORDINATOR).event.people == 7
    assert "events to check" not in html(drawn)


def test_several_checks_are_decided_at_once(told_twice: Workspace, page: Page) -> None:
    import_file(
        told_twice, "list.csv", sheet("2021-08-01", "Vejle", range(110, 114), title="Garden"), actor=COORDINATOR
    )
    import_file(told_twice, "log.csv", log("Vejle", ("2021-08-01", "August workshop", 6)), actor=COORDINATOR)
    assert reached(told_twice) == 97
    drawn = signed_in(page("events"))
    field = labelled(drawn, "multiselect", "Events to check")
    drawn = click(
        field.set_value([group.numbers for group in checks.groups(told_twice, actor=COORDINATOR)]).run(),
        "Different events",
    )
    assert "IND1: +7, now 104 of 500" in html(drawn)
    assert checks.groups(told_twice, actor=COORDINATOR) == []
    others = signed_in(page("events"), partner("vifin")).multiselect
    assert "Events to check" not in [one.label for one in others]


@pytest.mark.parametrize(
    ("actor", "count"), [(None, 0), (COORDINATOR, 1), (partner("compass"), 1), (partner("vifin"), 0)]
)
def test_the_sidebar_counts_the_checks_of_those_whom_they_concern(
    told_twice: Workspace, actor: Actor | None, count: int
) -> None:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    app.session_state["actor"] = actor
    drawn = html(app.run())
    assert 'data-at="page-events"' in drawn
    assert drawn.count('<span class="badge" title="1 pair to check">1') == count


def test_a_near_title_is_said_and_separated(told_twice: Workspace, page: Page) -> None:
    number = number_of(told_twice, "Cooking together")
    drawn = signed_in(page("events", event=str(number)))
    shown = text_of(drawn)
    assert "2 listed + 3 not listed = 5, stated by graz_log.csv row 2" in shown
    assert "“Cooking Together (1)” counts as this event, because the titles are nearly the same." in shown
    drawn = click(drawn, "Separate “Cooking Together (1)”")
    assert "IND1: +2, now 93 of 500" in html(drawn)
    assert "counts as this event" not in html(drawn)
    drawn = click(drawn, "Undo the decision “Different events”")
    assert "2 listed + 3 not listed = 5" in text_of(drawn)
    assert reached(told_twice) == 91
    assert "Separate “Cooking Together (1)”" not in [
        one.label for one in signed_in(page("events", event=str(number)), partner("vifin")).button
    ]


def test_the_page_of_an_event_says_which_number_is_in_use(told_twice: Workspace, page: Page) -> None:
    split = "Date;City;Activity;Event;Women;Men\n2021-05-04;Graz;Skill-transfer workshop;Cooking together;3;1\n"
    import_file(told_twice, "split.csv", split.encode(), actor=COORDINATOR)
    shown = text_of(page("events", event=str(number_of(told_twice, "Cooking together"))))
    assert "list: each person counts once" in shown
    assert "in use: the largest number" in shown
    assert "not used: another sheet states more" in shown and "divides by gender" in shown
    assert "row 2: 3 people (Female)" in shown and "row 2: 1 person (Male)" in shown


def test_a_series_is_suggested_confirmed_and_undone(told_twice: Workspace, page: Page) -> None:
    number = number_of(told_twice, "Session 1")
    drawn = html(page("events"))
    assert "1 possible series" in drawn and f'href="?series={number}"' in drawn
    drawn = signed_in(page("events", series=str(number)))
    assert re.search(r"IND1.*?91\s+26\s+−65", text_of(drawn), re.S)
    drawn = click(drawn, "The same people came to all of these")
    assert "IND1: −65, now 26 of 500" in html(drawn)
    assert "possible series" not in html(drawn) and "↻ series" in html(drawn)
    assert "Part of a series" in html(page("events", event=str(number)))
    drawn = click(drawn, "Undo")
    assert reached(told_twice) == 91
    assert "possible series" in html(drawn)
    assert "The same people came to all of these" not in [
        one.label for one in signed_in(page("events", series=str(number)), partner("compass")).button
    ]
