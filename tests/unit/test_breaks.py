"""Where lines may end, and what stays as it is."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from liaison_metrics.texts import speaking
from liaison_metrics.ui.frame.html.breaks import breakable, texts_in_other_languages


def test_only_what_is_read_may_be_divided() -> None:
    pytest.importorskip("pyphen", reason="the packages of this environment are older than requirements.txt")
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


def test_a_text_in_another_language_stays_whole() -> None:
    texts_in_other_languages((("Organisational Networks", "en"),))
    with speaking("de"):
        drawn = breakable(Markup("<b>Organisational Networks</b>"))
    assert drawn == '<b><span lang="en">Organisational Networks</span></b>'
    texts_in_other_languages(())


def test_greek_words_are_marked_on_other_pages() -> None:
    title = Markup('<a title="Έκθεση">Έκθεση, Αθήνα</a> 2021')
    assert breakable(title) == '<a title="Έκθεση"><bdi lang="el">Έκθεση, Αθήνα</bdi></a> 2021'
    with speaking("el"):
        assert breakable(title) == title
