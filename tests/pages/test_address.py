"""The address after clicks on links that were rendered for an older one."""

from __future__ import annotations

import pytest

from liaison_metrics.ui.address import Address, Click, follow


def address(text: str) -> Address:
    page, _mark, query = text.partition("?")
    return Address(page, dict(part.split("=") for part in query.split("&") if part))


@pytest.mark.parametrize(
    ("now", "rendered", "link", "sets", "expected"),
    [
        ("?", "?", "?city=graz", "", "?city=graz"),
        ("?city=graz&month=m", "?city=graz", "?city=graz&group=g", "", "?city=graz&month=m&group=g"),
        ("?community=local&city=graz", "?city=graz", "?", "", "?community=local"),
        ("explore?city=c&group=g", "explore?city=c", "?city=c&event=1", "", "explore?city=c&group=g&event=1"),
        # a link to what is shown already takes back what is not shown yet
        ("?indicator=IND3&city=graz", "?", "?", "indicator", "?city=graz"),
        ("?city=vejle", "?", "?", "city", "?"),
        # another filter drops the event and the length of the list, another indicator keeps them
        ("explore?event=1&lines=1000", "explore?", "?city=graz", "", "explore?city=graz"),
        ("explore?event=1", "explore?", "?indicator=IND3", "indicator", "explore?event=1&indicator=IND3"),
        ("explore?event=1&lines=1000", "explore?event=1", "?event=2", "", "explore?event=2&lines=1000"),
        # other pages get the filters and nothing else
        ("?city=graz", "?", "explore?", "", "explore?city=graz"),
        ("events?event=1&city=graz", "events?", "explore?", "", "explore?city=graz"),
        ("events?city=graz", "events?city=graz&event=1", "history?upload=3", "", "history?upload=3"),
        ("events?sort=title", "events?", "./?", "", "?"),
        ("history?upload=2", "events?upload=3", "history?upload=3", "", "history?upload=3"),
        # links that name no language keep it
        ("?lang=de", "?lang=de", "?undo=1", "", "?undo=1&lang=de"),
        ("upload?lang=de", "upload?lang=de", "history?upload=1", "", "history?lang=de&upload=1"),
        ("?lang=de&event=1", "?lang=de&event=1", "?lang=it&event=1", "lang", "?lang=it&event=1"),
        # a click on a page that the visitor has left already
        ("explore?", "?", "?city=graz", "", "explore?city=graz"),
        ("explore?city=graz", "events?", "?event=1", "", "events?city=graz&event=1"),
        # Back
        ("explore?city=graz&event=1", "", "events?city=vejle", "", "events?city=vejle"),
        ("explore?city=graz", "", "?", "", "?"),
    ],
)  # fmt: skip
def test_what_a_link_changes_is_changed(now: str, rendered: str, link: str, sets: str, expected: str) -> None:
    click = Click(1, rendered, link, tuple(sets.split()))
    assert follow(address(now), click) == address(expected)


def test_a_value_may_be_blank_or_of_any_letters() -> None:
    click = Click(1, "?", "?event=&city=%C3%9Fn%20%26", ())
    assert follow(Address("", {}), click).query == {"event": "", "city": "ßn &"}
    assert str(Address("explore", {"city": "ß &"})) == "explore?city=%C3%9F+%26"
