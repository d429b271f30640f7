"""Parts of HTML in another language than the rest."""

from __future__ import annotations

from markupsafe import Markup

from liaison_metrics.domain.project import Project
from liaison_metrics.texts import speaking
from liaison_metrics.texts.marking import marked

TITLE = "Mutual Learning & Strengthened Networks"


def test_a_text_in_another_language_is_marked_where_it_is_read() -> None:
    html = Markup('<a title="{}">LIAISON – {}</a><svg>{}</svg>').format(TITLE, TITLE, TITLE)
    between = Markup('<a title="{}">LIAISON – <span lang="en">{}</span></a><svg>{}</svg>').format(TITLE, TITLE, TITLE)
    assert marked(html, ((TITLE, "en"),)) == between
    assert marked(html, ()) == html


def test_a_short_text_is_marked_only_where_it_stands_alone() -> None:
    html = Markup("<td>Roma</td><td>Roma, Palermo</td>")
    assert marked(html, (("Roma", "en"),)) == '<td><span lang="en">Roma</span></td><td>Roma, Palermo</td>'


def test_the_project_knows_its_texts_in_one_language_alone(project: Project) -> None:
    assert project.in_other_languages() == ()
    kurdish = project.with_communities({"kurdish": {"de": "Kurdisch"}})
    with speaking("el"):
        assert project.in_other_languages() == ((project.title, "en"),)
        assert kurdish.in_other_languages() == ((project.title, "en"), ("Kurdisch", "de"))
