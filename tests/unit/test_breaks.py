"""Where lines may end, and what stays as it is."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics.texts import speaking
from liaison_metrics.ui.frame.html.breaks import breakable


def test_only_what_is_read_may_be_divided() -> None:
    block = Markup(
        '<h2 title="Veranstaltungen">Veranstaltungen</h2><svg><text>Veranstaltungen</text></svg>'
        "<select><option>Veranstaltungen</option></select><td>graz_headcounts.csv am 25. Jan. 2022</td>"
    )
    with speaking("de"):
        drawn = breakable(block)
    assert drawn == (
        '<h2 title="Veranstaltungen">Ver\xadan\xadstal\xadtun\xadgen</h2><svg><text>Veranstaltungen</text></svg>'
        "<select><option>Veranstaltungen</option></select><td>graz_<wbr>headcounts.csv am 25.\xa0Jan. 2022</td>"
    )


def test_english_words_stay_whole() -> None:
    assert breakable(Markup("<b>Intercultural 4 Mar 2021</b>")) == "<b>Intercultural 4\xa0Mar 2021</b>"
