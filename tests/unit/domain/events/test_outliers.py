"""Numbers far above the others, and what is usual."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liaison_metrics.domain.events.outliers import FEWEST, LEAST_MORE, Outliers, far_above

USUAL = [12, 14, 15, 18, 20, 22, 25, 28, 30, 30]

numbers = st.lists(st.integers(0, 300), min_size=FEWEST, max_size=40)


def test_a_far_larger_number_stands_out_and_does_not_move_what_is_usual() -> None:
    assert far_above([*USUAL, 142]) == Outliers((10,), 12, 30)
    assert far_above([*USUAL, 142, 400]) == Outliers((11, 10), 12, 30)
    assert far_above(USUAL) == Outliers((), 12, 30)


def test_equal_numbers_need_twice_as_many_and_small_ones_ten_more() -> None:
    assert far_above([20] * 9 + [41]).positions == (), "41 + 1 is not more than twice 20 + 1"
    assert far_above([20] * 9 + [43]).positions == (9,)
    assert far_above([2] * 9 + [11]).positions == (), "nine people more are not worth a look"
    assert far_above([2] * 9 + [12]).positions == (9,)


def test_of_few_numbers_nobody_can_say_what_is_usual() -> None:
    assert far_above([1] * (FEWEST - 2) + [500]) == Outliers((), 1, 500)
    assert far_above([]) == Outliers((), 0, 0)


@given(numbers)
def test_what_stands_out_is_above_all_others_in_any_order(found: list[int]) -> None:
    far = far_above(found)
    chosen = {found[at] for at in far.positions}
    rest = [number for at, number in enumerate(found) if at not in set(far.positions)]
    assert len(rest) > len(found) // 2 and far.low <= far.high <= max(rest)
    assert all(number > max(rest) and number >= far.low + LEAST_MORE for number in chosen)
    backwards = far_above(found[::-1])
    assert [found[::-1][at] for at in backwards.positions] == [found[at] for at in far.positions]
    assert (backwards.low, backwards.high) == (far.low, far.high)
