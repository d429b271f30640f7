"""Events to check: a pair is counted as one event until a person decides, on both databases."""

from __future__ import annotations

import pytest

from liaison_metrics.errors import NotAllowed, UnknownEvent, WrongEntry
from liaison_metrics.services.access.actors import COORDINATOR
from liaison_metrics.services.events import checks, details, listing
from liaison_metrics.services.events.checks import EventAnswer
from liaison_metrics.services.intake import import_file
from liaison_metrics.services.workspace.workspace import Workspace
from tests.actors import partner
from tests.services.event_sheets import log, people_list, workshops

VEJLE = partner("vifin")
SHEETS = (("list.csv", people_list("Cooking together", 2)), ("log.csv", log(("Kochkurs", 5))))


@pytest.fixture(params=[SHEETS, SHEETS[::-1]], ids=["list first", "log first"])
def to_check(request: pytest.FixtureRequest, workspace: Workspace) -> Workspace:
    """A workspace with one pair of events to check: two people on a list, and a log that states five."""
    for name, data in request.param:
        import_file(workspace, name, data, actor=COORDINATOR)
    return workspace


def test_a_pair_is_counted_as_one_event_until_somebody_decides(to_check: Workspace) -> None:
    (pair,) = checks.pairs(to_check, actor=COORDINATOR)
    assert (pair.together, pair.apart, pair.held_back) == (5, 7, 2)
    assert workshops(to_check) == 5
    first = checks.held_back(to_check, actor=COORDINATOR)[0]
    assert (first.people, first.pairs) == (2, 1)
    (group,) = checks.groups(to_check, actor=COORDINATOR)
    assert (group.together, group.apart, group.pairs) == (5, 7, 1)
    assert group.events[0].fact.title == "Cooking together", "the event with a list comes first"


@pytest.mark.parametrize(
    ("answer", "people"), [(EventAnswer.SAME, 5), (EventAnswer.DIFFERENT, 7), (EventAnswer.COVERED, 5)]
)
def test_an_answer_decides_and_can_be_taken_back(to_check: Workspace, answer: EventAnswer, people: int) -> None:
    (group,) = checks.groups(to_check, actor=COORDINATOR)
    before = workshops(to_check)
    previewed = checks.preview_answer(to_check, [group.numbers], answer, actor=COORDINATOR)
    assert workshops(to_check) == before, "a preview stores nothing"
    stored = checks.decide(to_check, group.numbers, answer, COORDINATOR)
    assert [one.after for one in previewed] == [one.after for one in stored]
    assert workshops(to_check) == people
    assert checks.pairs(to_check, actor=COORDINATOR) == []
    if answer is EventAnswer.SAME:
        (event,) = listing.all_events(to_check, actor=COORDINATOR)
        assert (event.fact.title, event.people) == ("Cooking together", 5)
        return
    detail = details.find(to_check, group.numbers[0], actor=COORDINATOR)
    assert detail is not None
    (decision,) = detail.decisions
    checks.undo(to_check, decision.number, COORDINATOR)
    assert workshops(to_check) == before
    assert len(checks.pairs(to_check, actor=COORDINATOR)) == 1


def test_near_titles_are_one_event_until_somebody_separates_them(workspace: Workspace) -> None:
    import_file(workspace, "list.csv", people_list("Cooking together", 2), actor=COORDINATOR)
    import_file(workspace, "log.csv", log(("Cooking Together (1)", 5)), actor=COORDINATOR)
    (event,) = listing.all_events(workspace, actor=COORDINATOR)
    assert (event.people, checks.pairs(workspace, actor=COORDINATOR)) == (5, [])
    detail = details.find(workspace, event.number, actor=COORDINATOR)
    assert detail is not None
    checks.separate(workspace, detail.joined[0].id, COORDINATOR)
    assert workshops(workspace) == 7
    assert checks.pairs(workspace, actor=COORDINATOR) == []


def test_refused_decisions_change_nothing(to_check: Workspace) -> None:
    (group,) = checks.groups(to_check, actor=COORDINATOR)
    with pytest.raises(NotAllowed):
        checks.decide(to_check, group.numbers, EventAnswer.DIFFERENT, VEJLE)
    with pytest.raises(UnknownEvent):
        checks.decide(to_check, (group.numbers[0], 999), EventAnswer.DIFFERENT, COORDINATOR)
    with pytest.raises(WrongEntry):
        checks.decide(to_check, group.numbers[:1], EventAnswer.DIFFERENT, COORDINATOR)
    assert (workshops(to_check), len(checks.pairs(to_check, actor=COORDINATOR))) == (5, 1)
