"""What must always hold of figures and exports while uploads come and go (counting.md): order, undo, again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liaison_metrics.domain.facts import Facts, HeadcountFact
from liaison_metrics.domain.index import IndexChange, IndexState, LiveIndex, live
from liaison_metrics.domain.people.decisions import Decisions
from liaison_metrics.domain.project import Project
from liaison_metrics.domain.reach import DIMENSIONS, Scope, breakdown, cross, curve, event_figures, reach
from tests.examples import share_of
from tests.unit.domain.people.made_up import EVENTS, Stated, forms, worlds
from tests.unit.domain.reach.worlds import BOOKS, facts, headcounts, together

Upload = tuple[list[Stated], list[HeadcountFact]]
uploads = st.lists(st.tuples(worlds(most=6), headcounts), min_size=1, max_size=4)


def facts_of(upload: Upload, number: int) -> Facts:
    """Returns the facts of one upload; its attendances have the ids from number * 100."""
    rows = [replace(row, upload=number) for row in upload[0]]
    told = [replace(fact, upload=number) for fact in upload[1]]
    return facts(rows, told, range(number * 100, number * 100 + len(rows)))


def started(uploads: Sequence[Upload]) -> LiveIndex:
    now = LiveIndex(Facts.none(), BOOKS, forms)
    for number, upload in enumerate(uploads, start=1):
        now.refresh(IndexChange(facts_of(upload, number)))
    return now


def started_with(uploads: Sequence[Upload], more: Facts) -> IndexState:
    return started(uploads).refresh(IndexChange(more))


def figures(state: IndexState, project: Project) -> list[object]:
    """Returns everything that a person could see, without who is behind it."""
    found: list[object] = []
    for indicator in (None, *project.indicators):
        found += [reach(state, project, indicator), curve(state, project, indicator)]
        found += [breakdown(state, project, indicator, dimension) for dimension in DIMENSIONS]
        found += [event_figures(state, project, indicator), cross(state, project, indicator, "city", "community")]
    return found


def everything(state: IndexState, project: Project) -> list[object]:
    return [*figures(state, project), [*state.attendances(project)], state.people]


@given(uploads, st.tuples(worlds(most=6), headcounts))
@settings(max_examples=share_of(60))
def test_undo_leaves_everything_as_it_was(project: Project, uploads: list[Upload], another: Upload) -> None:
    now = started(uploads)
    before = now.state
    seen = everything(before, project)
    now.refresh(IndexChange(facts_of(another, 9)))
    assert everything(before, project) == seen, "whoever holds a state goes on seeing it"
    now.refresh(IndexChange(Facts.none(), [9]))
    assert everything(now.state, project) == seen


@given(uploads, st.tuples(worlds(most=6), headcounts), st.booleans(), st.data())
@settings(max_examples=share_of(60))
def test_a_preview_is_what_a_refresh_gives_and_leaves_the_index_as_it_was(
    project: Project, uploads: list[Upload], another: Upload, rebuild: bool, data: st.DataObject
) -> None:
    removed = data.draw(st.sets(st.integers(1, len(uploads))))
    index = started(uploads)
    before, seen = index.state, everything(index.state, project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live, "_is_little", lambda *_arguments: not rebuild)
        previewed = index.preview(before, IndexChange(facts_of(another, 9), removed), forms)
    assert index.state is before and everything(before, project) == seen
    expected = everything(previewed, project)
    index.refresh(IndexChange(facts_of(([], []), 8)))
    third = index.refresh(
        IndexChange(facts_of(uploads[0], 7))
    )  # a change of the index itself after (or during) the preview
    assert everything(previewed, project) == expected, "the index writes over a preview"
    assert everything(third, project) == everything(started_with(uploads, facts_of(uploads[0], 7)), project)
    fresh = started(uploads)
    assert everything(fresh.refresh(IndexChange(facts_of(another, 9), removed)), project) == expected


@given(uploads, st.data())
@settings(max_examples=share_of(60))
def test_step_by_step_is_from_scratch(project: Project, uploads: list[Upload], data: st.DataObject) -> None:
    gone = data.draw(st.sets(st.integers(1, len(uploads))))
    now = started(uploads)
    now.refresh(IndexChange(Facts.none(), gone))
    kept = [facts_of(upload, number) for number, upload in enumerate(uploads, start=1) if number not in gone]
    fresh = LiveIndex(together(kept), BOOKS, forms)
    assert everything(now.state, project) == everything(fresh.state, project)


@given(uploads, st.randoms())
@settings(max_examples=share_of(60))
def test_the_order_of_uploads_does_not_matter(project: Project, uploads: list[Upload], random) -> None:
    shuffled = random.sample(uploads, len(uploads))
    assert figures(started(uploads).state, project) == figures(started(shuffled).state, project)


@given(uploads, st.data())
@settings(max_examples=share_of(60))
def test_again_or_longer_counts_no_one_twice(project: Project, uploads: list[Upload], data: st.DataObject) -> None:
    *others, (rows, told) = uploads
    size, told_before = data.draw(st.integers(0, len(rows))), data.draw(st.integers(0, len(told)))
    longer_alone = started([*others, (rows, told)])
    shorter_before = started([*others, (rows[:size], told[:told_before])])
    shorter_before.refresh(IndexChange(facts_of((rows, told), 9)))
    assert figures(shorter_before.state, project) == figures(longer_alone.state, project)


# ---- by example ----------------------------------------------------------------------------------

ONE, TWO = "one@example.org", "two@example.org"


@given(uploads)
@settings(max_examples=share_of(30))
def test_a_large_change_is_made_from_scratch_with_the_same_outcome(project: Project, uploads: list[Upload]) -> None:
    with pytest.MonkeyPatch.context() as settings:
        settings.setattr(live, "FEW_ROWS", -1)
        from_scratch = started(uploads)
        from_scratch.refresh(IndexChange(Facts.none(), [1]))
    step_by_step = started(uploads)
    step_by_step.refresh(IndexChange(Facts.none(), [1]))
    assert everything(from_scratch.state, project) == everything(step_by_step.state, project)


@given(uploads, st.sampled_from([None, "IND1", "IND3"]))
@settings(max_examples=share_of(40))
def test_the_attendances_are_those_of_the_figures(project: Project, uploads: list[Upload], code: str | None) -> None:
    rows_alone = [([replace(row, companions=0) for row in rows], []) for rows, _told in uploads]
    state, indicator = started(rows_alone).state, project.indicator(code) if code else None
    found, figures = state.attendances(project, indicator), reach(state, project, indicator)
    assert len(found) == figures.attendances
    assert len({one.person for one in found} - {""}) == figures.identified
    for line in breakdown(state, project, indicator, "community").lines:
        of_code = [one.person for one in found if one.community == line.code]
        assert (len({*of_code} - {""}), of_code.count("")) == (line.identified, line.unidentified)


def test_attendances_name_the_first_row_and_the_person(project: Project) -> None:
    rows = [Stated("Maria Rossi", ONE, event=3), Stated("Maria Rossi", ONE, event=1, community=1), Stated(event=1)]
    now = started([(rows, []), ([Stated("Maria Rossi", ONE, event=1)], [HeadcountFact(1, 1, 9, 0, 0, 0)])])
    found = now.state.attendances(project)
    assert [(one.id, one.person, one.event.id, one.community) for one in found] == [
        (101, "P-000100", 1, "local"),
        (102, "", 1, "not_stated"),
        (100, "P-000100", 3, "local"),
    ]
    assert len(now.state.attendances(project, event=3)) == 1
    assert len(now.state.attendances(project, project.indicator("IND2"), Scope(community="local"))) == 1


def test_of_unidentified_rows_told_twice_those_of_one_upload_are_named(project: Project) -> None:
    now = started([([Stated()], []), ([Stated(), Stated()], []), ([Stated(), Stated()], [])])
    assert [one.id for one in now.state.attendances(project)] == [200, 201]
    assert reach(now.state, project, None).unidentified == 2


def test_decisions_hold_until_they_are_taken_back(project: Project) -> None:
    now = started([([Stated("Maria Rossi", event=1), Stated("Maria Rossi", event=2), Stated("Luca Verdi")], [])])
    assert now.state.people == 2
    assert now.refresh(IndexChange(Facts.none(), people=Decisions(cannot_link=frozenset([(100, 101)])))).people == 3
    assert now.refresh(IndexChange(Facts.none(), people=Decisions(must_link=frozenset([(100, 102)])))).people == 1
    assert now.refresh(IndexChange(Facts.none(), people=Decisions())).people == 2


def test_a_decision_waits_for_an_attendance_that_comes_later(project: Project) -> None:
    now = started([([Stated("Maria Rossi")], [])])
    now.refresh(IndexChange(Facts.none(), people=Decisions(must_link=frozenset([(100, 900)]))))
    assert now.refresh(IndexChange(facts_of(([Stated("Luca Verdi")], []), 9))).people == 1


def test_a_refresh_that_fails_leaves_the_state_as_it_was(project: Project) -> None:
    asked = []

    def forgetful(names: Sequence[int]) -> dict:
        asked.append(names)
        raise OSError("the database is away")

    now = LiveIndex(facts_of(([Stated("Maria Rossi", ONE)], []), 1), BOOKS, forgetful)
    before = everything(now.state, project)
    with pytest.raises(OSError, match="away"):
        now.refresh(IndexChange(facts_of(([Stated("Maria Rosi", ONE), Stated("Maria Rosi", TWO)], []), 2)))
    assert asked
    assert everything(now.state, project) == before
    assert now.refresh(IndexChange(facts_of(([Stated("Maria Rossi", TWO, event=4)], []), 3))).people == 2


def test_names_are_asked_for_only_where_they_differ_on_one_address() -> None:
    asked: list[int] = []

    def remembering(names: Sequence[int]) -> dict:
        asked.extend(names)
        return forms(names)

    rows = [Stated("Maria Rossi", ONE), Stated("ROSSI, Maria", ONE), Stated("", ONE), Stated("Luca Verdi", TWO)]
    LiveIndex(facts_of((rows, []), 1), BOOKS, remembering)
    assert not asked
    LiveIndex(facts_of(([*rows, Stated("Maria", TWO)], []), 1), BOOKS, remembering)
    assert len(asked) == 2


def test_the_id_of_an_event_that_is_gone_may_come_back_as_another(project: Project) -> None:
    now = started([([Stated("Maria Rossi", event=4)], []), ([Stated("Luca Verdi", event=1)], [])])
    again = facts_of(([Stated("Luca Verdi", event=1), Stated(event=1)], []), 3)
    elsewhere = replace(EVENTS[1], city="vejle", date=date(2020, 5, 4))
    state = now.refresh(IndexChange(replace(again, events=[elsewhere]), [2]))
    assert {line.code for line in breakdown(state, project, None, "city").lines} == {"graz", "vejle"}
    assert [point.day for point in curve(state, project, None)] == [date(2020, 5, 4), EVENTS[4].date]
    assert [one.event.city for one in state.attendances(project)] == ["vejle", "vejle", "graz"]


def test_facts_about_an_event_that_nobody_told_of_are_a_mistake() -> None:
    known = facts_of(([Stated("Maria Rossi")], []), 1)
    with pytest.raises(KeyError):
        LiveIndex(Facts(known.attendances, (), (), ()), BOOKS, forms)


def test_readers_count_while_others_write(project: Project) -> None:
    now = started([([Stated("Maria Rossi", event=event) for event in (1, 2, 3)], [])])
    seen: list[int] = []

    def read() -> None:
        for _ in range(50):
            state = now.state
            seen.append(reach(state, project, None).reached - len(breakdown(state, project, None, "gender").lines[0:1]))

    readers = [Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(2, 30):
        now.refresh(
            IndexChange(facts_of(([Stated("Luca Verdi", event=4)], []), number), [number - 1] if number > 2 else [])
        )
    for reader in readers:
        reader.join()
    assert len(seen) == 150
    assert set(seen) <= {0, 1}
