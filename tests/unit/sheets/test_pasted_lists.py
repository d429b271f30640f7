"""Lists that people pasted from a chat into one column."""

from __future__ import annotations

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell
from liaison_metrics.sheets.words.names import people_named
from liaison_metrics.sheets.words.phrases.others import accompanying_in_remark
from liaison_metrics.sheets.words.phrases.pasted_lines import labelled_names, pasted_line
from tests.unit.sheets.cases import PEOPLE, Case, check, sheet

ITALIAN = "Laboratorio di cucina, Palermo 12/06/2021"
DANISH = "Syværksted Vejle 12. juni 2021"
GERMAN = "Nähkurs Kassel 12.6.2021"
GREEK = "Εργαστήριο ραπτικής, Αθήνα 12/6/2021"
ENGLISH = "Cooking workshop Graz 12 June 2021"


def pasted(name: str, expected: str, title: str, lines: str) -> Case:
    """A list in one column: the title, and lines divided by bars."""
    rows: list[list[Cell]] = [[line.strip()] for line in (title, *lines.split("|"))]
    return Case(name, expected, sheet(rows))


CASES = (
    pasted("crosses and a reason", "att3 nc1 rej0", ITALIAN,
           "1. Anna ✅ | 2. Awa ❌ non è venuta | 3. Rosa ✅ | 4. Ida ✅"),
    pasted("a remark about something of a daughter", "att5 nc0 head0 rej0", ITALIAN,
           "presenti: | 1) Ida Sow | 2) Ada (con il telefono della figlia) | 3) Ida Riva | 4) Ada Sow | 5) Bea Sow"),
    pasted("pictures that say nothing", "att3 nc0", ITALIAN,
           "presenti | 1) Anna ✌️ | 2) Awa con torta | 3) Rosa 👍🏿"),
    pasted("a closing line that ties", "att3 nc0 head0", ITALIAN,
           "presenti | 1) Anna | 2) Awa | 3) Rosa | siamo in 3!!"),
    pasted("a closing line with more", "att3 head6", ITALIAN,
           "presenti | 1) Anna | 2) Awa | 3) Rosa | eravamo in 6"),
    pasted("communities as headings", "att4 nc1 com:somali=2 com:local=1 com:syrian=1", DANISH,
           "Hvem kom? |  | Somaliere: | Ayan | Hodan |  | Syrere: | Rana | Lina - kom ikke |  | Danskere: | Mette"),
    pasted("countries as headings", "att5 nc0 com:senegalese=3 com:local=2", ITALIAN,
           "Senegal | 1. Awa | 2. Fatou | 3. Modou | Italia | 1. Anna | 2. Maria"),
    pasted("remarks in brackets", "att4 nc1", GREEK,
           "Λίστα | 1. Μαρία | 2. Ελένη | 3. Σάρα (δεν ήρθε) | 4. Άννα | 5. Ρούμα"),
    pasted("bullets and capitals", "att3 nc1", ITALIAN,
           "- Anna Rossi | - Awa Diop NON È VENUTA | - Ida Neri | - Eva Blu"),
    pasted("signs for numbers", "att3 nc1", ENGLISH,
           "1️⃣ Anna Smith | 2️⃣ Ben Jones 👍 | 3️⃣ Cara Diaz - cancelled | 4️⃣ Eva Aziz"),
    pasted("struck through", "att3 nc1", ENGLISH,
           "1. Anna Smith | 2. ~Ben Jones~ | 3. Cara Diaz | 4. Dina Aziz"),
    pasted("boxes", "att3 nc1", GERMAN,
           "[x] Anna Huber | [ ] Ben Maier | [x] Carla Moser | [x] Dina Aziz"),
    pasted("flags", "att4 com:local=2 com:bosnian=2", ENGLISH,
           "Anna 🇦🇹 | Selma 🇧🇦 | Mirza 🇧🇦 | Eva 🇦🇹"),
    pasted("in small letters", "att3 nc1", ITALIAN.lower(),
           "presenti: | 1 anna | 2 fatou | 3 maria (assente) | 4 rosa"),
    pasted("people who came along", "att3 head3", ITALIAN,
           "presenti | 1. Anna con il figlio | 2. Awa +2 | 3. Maria"),
    pasted("two people in a line", "att4", GERMAN,
           "Anwesend: | Anna & Ben | Carla | Dina"),
    pasted("people in a line with a label", "att5 com:bosnian=3 com:local=2", ENGLISH,
           "Bosnien: Selma, Mirza, Adnan | Österreich: Eva, Lisa"),
    pasted("absent people under a heading", "att3 nc2", ITALIAN,
           "Presenti: | Awa | Fatou | Maria | Assenti: | Anna | Ida"),
    pasted("a heading that nobody knows", "att3 rej2 q:heading", ITALIAN,
           "Presenti: | Awa | Fatou | Maria | Cuoche: | Anna | Ida"),
    pasted("commas behind the names, and a total with the others", "att6 head2 ask0", DANISH,
           "Vi var 8 i alt, når jeg ikke tæller mig selv med: |  | Aldo Neri, | Bea Conti, | Carla Riva, | Dino Serra, "
           "| Elsa Monti, | Furio Lodi | og Carlas to drenge på 7 og 9. |  | Hønsene har det fint."),
    pasted("the same with semicolons", "att6 head2 ask0", GERMAN,
           "Wir waren insgesamt 8: |  | Aldo Neri; | Bea Conti; | Carla Riva; | Dino Serra; | Elsa Monti; | Furio Lodi;"
           " | und noch 2 Kinder"),
    pasted("the same in Italian", "att6 head2 ask0", ITALIAN,
           "Eravamo in 8: |  | Aldo Neri, | Bea Conti, | Carla Riva, | Dino Serra, | Elsa Monti, | Furio Lodi "
           "| + 2 vicine che si sono fermate con noi"),
    pasted("the same in English", "att6 head2 ask0", ENGLISH,
           "We were 8 in all: |  | Aldo Neri, | Bea Conti, | Carla Riva, | Dino Serra, | Elsa Monti, | Furio Lodi "
           "| and two neighbours who stayed for tea"),
    pasted("classes behind the names", "att5 nc0 ask0", ITALIAN,
           "in piazza c'erano | 1) Awa Sow 4B | 2) Ida Riva 4C | 3) Bea Sow 5A | 4) Ada Neri 3D | 5) Ugo Neri 3D | | "
           "assenti | - Ivo Sow 4B | - Leo Riva 5A"),
    pasted("years of birth behind the names", "att5 nc1 ask0", DANISH,
           "Til stede | Awa Sow 2007 | Ida Riis 2008 | Bea Sow 2007 | Ada Holm 2008 | Ole Holm 2009 | Afbud | "
           "Ivo Sow 2007"),
    pasted("things to buy", "refused", ENGLISH,
           "Flour | Sugar | Eggs | Milk | Salt"),
    pasted("things to do", "refused", GERMAN,
           "1. Raum buchen ✅ | 2. Einkaufen ❌ | 3. Einladung schicken ✅ | 4. Stühle stellen ✅"),
    pasted("an agenda", "refused", GERMAN,
           "1. Begrüßung | 2. Vorstellung | 3. Pause | 4. Abschluss"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pasted_lists(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize(
    ("text", "name", "remark"),
    [
        ("3. Anna Rossi ❌ non è venuta", "Anna Rossi", "non è venuta"),
        ("Jan van der Berg kommt später", "Jan van der Berg", "kommt später"),
        ("• Rossi, Anna", "Rossi, Anna", ""),
        ("12) Mette kom ikke", "Mette", "kom ikke"),
        ("7 - ANNA ROSSI ASSENTE", "ANNA ROSSI", "ASSENTE"),
    ],
)
def test_a_line_has_a_name_and_a_remark(text: str, name: str, remark: str) -> None:
    line = pasted_line(text)
    assert line is not None
    assert (line.name, line.remark) == (name, remark)


@pytest.mark.parametrize("text", ["12.06.2021", "2 kg Mehl", "✅", "siamo in 12!!", "Wer kommt?"])
def test_a_line_without_a_name_is_about_nobody(text: str) -> None:
    line = pasted_line(text)
    assert line is None or line.remark


def test_labels_stand_before_names_only() -> None:
    assert labelled_names("Somalia: Ayan, Hibo") == ("Somalia", ["Ayan", "Hibo"])
    assert labelled_names("Ort: Kassel, am 12. Juni") is None


def test_who_came_along_without_a_number() -> None:
    assert accompanying_in_remark("con il figlio") == 1
    assert accompanying_in_remark("mit ihrer Tochter") == 1
    assert accompanying_in_remark("con torta") == 0


def test_first_names_with_a_word_for_and() -> None:
    assert people_named("Anna & Ben") == ["Anna", "Ben"]
    assert people_named("Huber & Partner") == []


def test_a_roll_call_in_minutes_has_only_those_called(project: Project) -> None:
    lines = [
        "MINUTES", "Info session, Graz, 28 April 2021", "Minutes: see signature", "", "1. Roll call",
        "Aldo Neri: anwesend", "Bea Conti: anwesend (ab 17:25)", "Carla Riva: entschuldigt", "Dino Serra: anwesend", "",
        "2. Agenda", "Vote: 8 for, 1 against",
    ]  # fmt: skip
    check(Case("roll call", "att3 nc1 ev1", sheet([[line] for line in lines])), project)


def test_the_stamps_of_a_chat_are_no_days_of_the_event(project: Project) -> None:
    lines = [
        "[09.06.21, 18:22:41] Ida Holm: Unsere Info-Veranstaltung in Graz ist am Samstag 12.06.2021. Wer kommt?",
        "[09.06.21, 18:40:10] Bea: Ich!", "[13.06.21, 09:15:02] Ida Holm: Am 12.06. waren da:",
        *(f"{number}. {name}" for number, name in enumerate(PEOPLE, 1)), "[13.06.21, 10:02:11] Bea: Danke!",
    ]  # fmt: skip
    check(Case("chat", "att6 ev1 date:2021-06-12", sheet([[line] for line in lines])), project)


@pytest.mark.parametrize(
    ("legend", "places"),
    [
        ("List (✅ was there, ❌ not):", ("Town council", "Caritas", "Mosaic Club")),
        ("Liste: ✅ da, ❌ nicht da", ("Stadt Graz", "Caritas", "Verein Chiala")),
        ("Elenco (✅ presente, ❌ assente)", ("Comune", "Caritas", "ARCI Porco Rosso")),
        ("✅ mødt ❌ ikke mødt", ("Vejle Kommune", "Røde Kors", "Bosnisk Forening")),
        ("Λίστα (✅ ήταν εκεί, ❌ όχι):", ("Δήμος Αθηναίων", "Caritas", "Γενιά 2.0")),
    ],
)
def test_lines_with_a_mark_before_the_name_are_the_people(
    legend: str, places: tuple[str, ...], project: Project
) -> None:
    title = "Notes of the intercultural city committee, Graz, 28 April 2021"
    people = [f"{'❌' if at == 2 else '✅'} {name} ({places[at % 3]})" for at, name in enumerate(PEOPLE)]
    lines = [title, legend, *people, "Minutes by me, I am no member", "Perfect, thanks!"]
    check(Case("marks", "att5 nc1 ev1 ask0", sheet([[line] for line in lines])), project)
    tasks = [title, "To do:", "✅ Raum gebucht (Eva)", "❌ Kuchen bestellt (Jan)", "✅ Flyer gedruckt (Eva)"]
    check(Case("tasks", "refused", sheet([[line] for line in tasks])), project)


def test_a_particle_joins_a_greek_name() -> None:
    line = pasted_line("✅ Άνας αλ Μάσρι (Ελλ. Φόρουμ Μεταναστών)")
    assert line is not None and line.name == "Άνας αλ Μάσρι"


@pytest.mark.parametrize(
    ("line", "name", "remark"),
    [
        ("1. Hannelore Steiner, Österreich", "Hannelore Steiner", "Österreich"),
        ("2) Aldo Neri, Senegal", "Aldo Neri", "Senegal"),
        ("- Bea Conti, Nigerian", "Bea Conti", "Nigerian"),
        ("6. Md. Rafiqul Miah, Bangladesh", "Md. Rafiqul Miah", "Bangladesh"),
        ("7. Aldo Neri, Centro Donne", "Aldo Neri", "Centro Donne"),
        ("- Αρμπέν Πρίφτι, Σχολή Γονέων", "Αρμπέν Πρίφτι", "Σχολή Γονέων"),
        ("8. Δέσποινα Φουντούκα, Γέφυρες", "Δέσποινα Φουντούκα, Γέφυρες", ""),
        ("3. Neri, Aldo", "Neri, Aldo", ""),
        ("4. Smith, Jordan", "Smith, Jordan", ""),
        ("5. De Luca, Aldo", "De Luca, Aldo", ""),
    ],
)
def test_a_country_behind_a_comma_is_no_given_name(line: str, name: str, remark: str) -> None:
    found = pasted_line(line)
    assert found is not None and (found.name, found.remark) == (name, remark)
