"""Words about people that need no question: countries without a community, places, professions, offices."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import NOT_STATED, Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from liaison_metrics.sheets.words.answers import Answer
from liaison_metrics.sheets.words.phrases.origins.understood import country_named, has_no_community
from liaison_metrics.sheets.words.vocabulary import vocabulary_of
from tests.unit.sheets.cases import register
from tests.unit.sheets.grids import read


def asked(project: Project, header: str, values: list[Cell], activity: str = "") -> tuple[list[str], list[str]]:
    """Returns the words of a column that are asked about, and those that are taken as not stated."""
    rows = register(header, values)
    rows = rows[1:] if activity else rows
    reading = read(project, rows, hints=Hints(activity=activity or None, city="palermo"))
    assert len(reading.attendances) == len(values)
    presumed = [question.value for question in reading.questions if question.preset == NOT_STATED]
    return [question.value for question in reading.open_questions], presumed


FOREIGN = (
    "Germania", "Grecia", "Costa d'Avorio", "UK", "USA", "Ghanaer", "Elfenbeinküste", "fra Tyskland", "Γερμανία",
    "Ελβετία", "Belarus", "Island", "🇩🇪", "Germany/Austria", "italiana e tedesca", "Schweden und Norwegen", "Kroatien",
    "Nordkorea", "Timor-Leste", "Afrika", "America Latina", "Γερμανια", "Svizera", "GHA",
)  # fmt: skip
KNOWN_OR_UNCLEAR = ("Syria", "Nigerian", "Siria/Germania", "Nigerria", "Zorb", "Kurdish", "Bangla", "Roma", "2", "")


@pytest.mark.parametrize("word", FOREIGN)
def test_a_country_that_no_community_is_of_is_understood(project: Project, word: str) -> None:
    assert has_no_community(word, vocabulary_of(project))


@pytest.mark.parametrize("word", KNOWN_OR_UNCLEAR)
def test_what_may_be_a_community_is_not(project: Project, word: str) -> None:
    assert not has_no_community(word, vocabulary_of(project))


def test_a_country_is_known_by_its_name_people_flag_or_sign() -> None:
    words = ("Frankreich", "Γαλλία", "fransk", "francese", "🇫🇷", "FR", "from France")
    assert {country_named(word) for word in words} == {"FR"}
    assert country_named("Francesca") == ""


def test_where_a_community_is_of_no_country_its_people_may_be_of_any(project: Project) -> None:
    other = project.model_copy(update={"communities": {**project.communities, "maghrebi": "migrant"}})
    assert not has_no_community("Germania", vocabulary_of(other))


@pytest.mark.parametrize(
    ("header", "values", "asks", "presumes"),
    [
        ("Nazionalità", ["Nigeria", "Germania", "Grecia"], [], ["Germania", "Grecia"]),
        ("Herkunft", ["Syrien", "Ghana", "Zorbisch"], ["Zorbisch"], ["Ghana"]),
        ("Community", ["Syrian", "Bangl", "local"], ["Bangl"], []),
        ("Da dove vieni", ["Palermo", "Nigeria", "Zisa"], [], ["Zisa"]),
        ("Where are you from?", ["Palermo centro", "Syria", "Palermo"], [], []),
        ("Woher?", ["Grottenhof", "Eggenberg", "Lend"], [], []),
        ("Fra", ["Nørremarken", "Løget", "Grejs"], [], []),
        ("Από πού είστε;", ["Κυψέλη", "Αθήνα", "Συρία"], [], ["Κυψέλη"]),
        ("Community", ["Zorb", "Gorb", "Syrian"], ["Zorb", "Gorb"], []),
    ],
)
def test_places_are_where_somebody_lives(
    project: Project, header: str, values: list[Cell], asks: list[str], presumes: list[str]
) -> None:
    assert asked(project, header, values) == (asks, presumes)


@pytest.mark.parametrize(
    ("header", "values", "asks", "presumes"),
    [
        ("Verein / Gemeinschaft", ["Flüchtlingshilfe", "TSV Waldau", "Iliria e. V.", "Türk Spor", "Zorb"], [], []),
        ("Comunità / associazione", ["Porco Rosso", "Moltivolti", "ARCI Malaussène"], [], []),
        ("Fællesskab (forening)", ["Bosnisk Forening", "Bydelsmødrene", "Zorb"], [], []),
        ("Κοινότητα / φορέας", ["Γενιά 2.0", "Σύλλογος Αλβανών", "Zorb"], [], []),
        ("Community", ["Mosaic Club", "Women's Association", "Zorb Gorb"], [], []),
        ("Community", ["Caritas", "Nachbarschaftszentrum", "Zorb Gorb"], [], []),
        ("Gemeinschaft (Verein)", ["Syrian", "Porchlight", "Afghan", "local"], [], ["Porchlight"]),
        ("Community / association", ["Syrian", "Porchlight", "Afghan", "local"], [], ["Porchlight"]),
        ("Community", ["Syrian", "Mosaic Club", "Afghan", "Zorb"], ["Zorb"], ["Mosaic Club"]),
        ("Community", ["Zorb", "Gorb", "Mosaic Club"], ["Zorb", "Gorb"], []),
        ("Herkunft", ["Kurdisch", "Zorbisch", "Evenkisch"], ["Kurdisch", "Zorbisch", "Evenkisch"], []),
    ],
)
def test_organisations_are_no_communities(
    project: Project, header: str, values: list[Cell], asks: list[str], presumes: list[str]
) -> None:
    assert asked(project, header, values) == (asks, presumes)


@pytest.mark.parametrize(
    ("header", "values", "asks"),
    [
        ("Gruppo", ["scuola", "operaio", "parrucchiera"], []),
        ("Gruppe", ["Schule", "Bäckerin", "Künstler"], []),
        ("Ομάδα", ["σχολείο", "ράφτρα", "φούρναρης"], []),
        ("Målgruppe", ["skole", "frisør", "kok"], []),
        ("Gruppe", ["Schule", "Amt für Vielfalt", "Bäckerin"], ["Amt für Vielfalt"]),
        ("Gruppo", ["scuola", "Settore Cultura", "sarta"], ["Settore Cultura"]),
        ("Group", ["school", "Department of Culture", "baker"], ["Department of Culture"]),
        ("Målgruppe", ["skole", "Kulturforvaltningen", "kok"], ["Kulturforvaltningen"]),
    ],
)
def test_only_a_group_that_an_indicator_may_leave_out_is_asked_about(
    project: Project, header: str, values: list[Cell], asks: list[str]
) -> None:
    assert asked(project, header, values)[0] == asks


def test_no_group_is_asked_about_where_no_indicator_leaves_one_out(project: Project) -> None:
    values: list[Cell] = ["scuola", "SUAP", "Settore Cultura"]
    assert asked(project, "Gruppo", values, "info_session") == ([], ["SUAP", "Settore Cultura"])


@pytest.mark.parametrize(
    ("header", "countries"),
    [
        ("Land", ["Spanien", "Belgien", "Schweden"]),
        ("Paese", ["Spagna", "Italia", "Danimarca"]),
        ("Χώρα", ["Ολλανδία", "Γαλλία", "Ισπανία"]),
        ("Country", ["Netherlands", "France", "Germany"]),
        ("Land (rejser fra)", ["Holland", "Frankrig", "Sverige"]),
    ],
)
def test_countries_of_an_international_meeting_need_no_question(
    project: Project, header: str, countries: list[Cell]
) -> None:
    assert asked(project, header, countries) == ([], [])


def test_posts_and_participants_are_no_groups(project: Project) -> None:
    values: list[Cell] = ["Scuola", "Direttrice", "VIP", "Ospite", "Zorb"]
    assert asked(project, "Gruppo", values) == ([], ["Zorb"])


def test_an_answer_says_what_a_presumed_word_means(project: Project) -> None:
    book = Workbook("x.xlsx", "xlsx", [Grid("Sheet1", register("Community", ["Ghana", "Syria"]))])
    reading = read_workbook(book, project, Hints(), lambda _signature: [Answer("community", "Ghana", "nigerian")])
    assert [row.community for row in reading.attendances] == ["nigerian", "syrian"] and not reading.questions
