"""Communities and genders that people say among other words."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import NOT_STATED, Project, VocabularyKind
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.phrases.origins.descriptions import (
    code_in_phrase,
    country_in_phrase,
    says_no_answer,
)
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.cases import register
from tests.unit.sheets.grids import read


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        (
            "syrian",
            "born in Homs, Syria|Syrian refugee|Kurdin aus Syrien|Damaskus|profugo siriano|syrisk statsborger|"
            "πρόσφυγας από Συρία|Χαλέπι",
        ),
        ("afghan", "Hazara (Afghanistan)|in Afghanistan geboren|Herat|rifugiata afghana|Αφγ/στάν"),
        ("tunisian", "Tunisian-Italian|Sfax, Tunisien|nata in Tunisia|Tunis (TN)|Τυνησιακός σύλλογος"),
        ("turkish", "Deutsche mit türkischen Wurzeln|TR - Turkey|tyrkiske rødder|υπήκοος Τουρκίας"),
        ("bosnian", "Österreicherin (bosnische Eltern)|Bosnischer Kulturverein|Roma from Bosnia"),
        ("albanian", "albanischstämmig|Durazzo|Σύλλογος Αλβανών Μεταναστών"),
        ("somali", "Somal. Verein|SOM (Somalia)|dal Corno d'Africa, Somalia"),
        ("muslim", "fedeli della moschea|Moscheeverein|praktiserende muslim|Muslim (f)|μουσ. κοινότητα"),
        ("local", "local (born here)|del quartiere, locale"),
        (NOT_STATED, "did not want to say it|hat nichts angegeben|non ha voluto dirlo|nægter at svare|δεν το έγραψε"),
    ],
)
def test_a_phrase_names_a_community(project: Project, code: str, texts: str) -> None:
    found = {text: code_in_phrase(VocabularyKind.COMMUNITY, text, vocabulary_of(project)) for text in texts.split("|")}
    assert found == dict.fromkeys(found, code)


@pytest.mark.parametrize(
    "text",
    [
        "interpreter for Syrian", "Syrian / Afghan", "Syrian and Danish", "Italian / Tunisian", "not Syrian",
        "3 Syrians", "Syria or Iraq", "Palestinian from Syria", "married to a Syrian", "Muslim (Syrian)",
        "Kosovo-Albanisch", "half Turkish half German", "Syria?", "local association", "Italian teacher", "Kurdish",
        "friends of Senegal", "Hilfe für Syrer", "ven af en somalier", "εθελοντής με Σύριους", "Russian from Ukraine",
    ],
)  # fmt: skip
def test_what_may_be_another_or_nobodys_is_asked(project: Project, text: str) -> None:
    assert code_in_phrase(VocabularyKind.COMMUNITY, text, vocabulary_of(project)) is None


@pytest.mark.parametrize(
    ("country", "texts"),
    [
        ("DK", "født i Danmark|dansk baggrund|fra Vejle|jyde"),
        ("IT", "siciliana|cittadino italiano dalla nascita|nata a Palermo"),
        ("AT", "Steirer|aus der Steiermark|gebürtig aus Graz"),
        (
            "",
            "Danish Red Cross|Italian teacher|Vejle|Grazer Verein|aus Graz oder Kassel|Syrian",
        ),
    ],
)
def test_a_phrase_names_a_country_of_the_project(project: Project, country: str, texts: str) -> None:
    found = {text: country_in_phrase(text, vocabulary_of(project)) for text in texts.split("|")}
    assert found == dict.fromkeys(found, country)


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("female", "Schülerin (w)|woman (she)"),
        ("male", "sig. (uomo)|M (male)"),
        (
            "non_binary",
            "weder Mann noch Frau|né uomo né donna|non-binary άτομο|hverken mand eller kvinde",
        ),
        (None, "woman or man|not female|wife|m/f"),
    ],
)
def test_a_phrase_names_a_gender(project: Project, code: str | None, texts: str) -> None:
    found = {text: code_in_phrase(VocabularyKind.GENDER, text, vocabulary_of(project)) for text in texts.split("|")}
    assert found == dict.fromkeys(found, code)


def test_who_says_no_answer_names_none() -> None:
    assert says_no_answer("refused to tell") and says_no_answer("senza indicazioni")
    assert not says_no_answer("no migrants") and not says_no_answer("refugee")


def test_communities_in_phrases_need_no_question(project: Project) -> None:
    said: list[Cell] = ["Syrian", "born in Kabul", "host community", "from Palermo", "Nigerian parents"]
    reading = read(project, register("Community", said))
    assert [row.community for row in reading.attendances] == ["syrian", "afghan", "local", "local", "nigerian"]
    assert not reading.questions and not reading.not_counted
