"""Letters and messages: only the lines that list people are people."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Hints
from liaison_metrics.sheets.reading import read_sheet
from tests.unit.sheets.cases import Case, check, sheet

_GIVEN = Hints(activity="skill_transfer_workshop", city="graz")
_DAY = Hints(activity="info_session", city="graz", date=date(2021, 5, 4))
_NAMES = {
    "en": ("Wahid Noori", "Concetta La Rosa", "Giulia Vitale", "Nasrin Sarkar", "Dimitris Pappas"),
    "el": ("Ράσα Νταρουίς", "Ηλίας Τσάκωνας", "Αθηνά Ζέρβα", "Ζάχρα Καρίμι", "Τάσος Ζέρβας"),
}


def letter(name: str, expected: str, text: str, *, lead: str = "- ", language: str = "en") -> Case:
    """A letter of lines divided by bars, a cell each. "@" stands for five people, each with *lead* before the name,
    in which "#" stands for a number."""
    people = [lead.replace("#", str(at)) + name for at, name in enumerate(_NAMES[language], start=1)]
    lines = [line for part in text.split("|") for line in (people if part.strip() == "@" else [part.strip()])]
    rows: list[list[Cell]] = [[line] for line in lines]
    return Case(name, expected, sheet(rows), hints=_GIVEN, file="letter.txt")


CASES = (
    *(
        letter(f"a greeting below the subject: {greeting}", "att5 nc0 ask0 date:2021-11-12",
               f"From: Ifrah W. | To: VIFIN | {subject} | | {greeting} | | {intro} | | @ | | Best, Ifrah", lead="")
        for subject, greeting, intro in (
            ("Subject: names", "Hi Lone,", "here are the names from the session on 12 November 2021. Sorry!"),
            ("Betreff: Namen", "Hallo Lone,", "hier die Namen vom 12. November 2021. Entschuldige das Durcheinander."),
            ("Oggetto: nomi", "Ciao Lone,", "ecco i nomi del 12 novembre 2021. Scusa il disordine."),
            ("Emne: navne", "Hej Lone,", "her er navnene fra den 12. november 2021. Undskyld rodet."),
            ("Θέμα: ονόματα", "Γεια σου Λόνε,", "σου στέλνω τα ονόματα από τις 12 Νοεμβρίου 2021."),
        )
    ),
    letter("fields of a message", "att5 nc0 date:2021-11-12",
           "From: Katerina | To: the team | Sent: 14 November 2021 | Subject: workshop | | Dear all, | |"
           " these people took part on 12 November 2021: | | @ | | The facilitator was Ida Holm. | | Best, | Katerina"),
    letter("German", "att5 nc0",
           "Hallo ihr Lieben, | | am 12.11.2021 waren da: | @ | | Liebe Grüße | Doris Berg | Compass GmbH"),
    letter("Danish, no bullets", "att5 nc0",
           "Kære alle | | Der kom disse den 12. november 2021: | @ | | Mange hilsner | Mette Holm", lead=""),
    letter("Italian, numbers", "att5 nc0",
           "Cari tutti, | ecco chi ha partecipato il 12/11/2021: | @ | Facilitatrice: Coumba | A presto | Nives",
           lead="#. "),
    letter("Greek, and a name with a city's", "att5 nc0 head3",
           "Καλησπέρα Μαρία, | | σου στέλνω τα ονόματα από τις 12/11/2021: | | @ | |"
           " + 3 άτομα που δεν έγραψαν το όνομά τους | | Η Σαμπνάμ που έκανε το μάθημα δεν είναι στη λίστα. |"
           " Καλό βράδυ | Ζωή Ντόκου | Σύλλογος Γυναικών", language="el"),
    letter("people without a name in a postscript", "att5 head2",
           "Ciao, | i presenti del 12/11/2021: | @ | Saluti | Nives | | PS: più 2 persone senza nome"),
    letter("a message that was answered", "att5 nc0",
           "Hi Maria, | | these were there on 12 November 2021: | @ | | Best wishes, | Katerina Pappa | |"
           " On Fri, 13 Nov 2021 at 10:11, Maria Greco wrote: | > Dear Katerina, | > who came? | > Maria", lead=""),
    letter("a message that was forwarded", "att5 nc0",
           "Please see below. | From: Katerina | To: Maria | Subject: workshop 12 November 2021 | > Dear Maria, |"
           " > those who came: | @ | > Best, | > Katerina", lead="> #. "),
    letter("half-days", "att5 nc0",
           "Hej Mette | Her er dem der var med den 12. november 2021. | | Formiddag: | Anna Falk | Bo Lind | Eva Krog |"
           " | Eftermiddag: | Ida Holm | Ole Juhl | | Knus | Kirsten"),
    letter("organisations in brackets", "att5 nc0",
           "Buongiorno, | erano presenti il 12/11/2021: | 1. Anna Neri (Caritas) | 2. Aldo Riva (Comune) |"
           " 3. Bea Conti (ARCI) | 4. Dino Serra (privato) | 5. Elsa Monti (CESIE) | A presto | Nives"),
    letter("people who only registered", "att0 q:sheet",
           "Dear all, | these people signed up for the workshop on 12 November 2021: | @ | Best, | Katerina"),
    letter("those of the registered who came", "att5 nc0",
           "Hello, | of the 9 who signed up for 12 November 2021 these came: | @ | Best | Zoe"),
    letter("first names", "att5 nc2",
           "Kvindegruppen | Torsdag d. 12. november 2021 | | Vi var: | * Lykke | * Hala | * أمل | * Ірина | * Håb | |"
           " Afbud fra: | * Jytte | * Deqa"),
    letter("absence and the team behind names", "att3 nc2",
           "Hello all, | present on 12 November 2021: | - Anna Falk | - Bo Lind (could not come) | - Eva Krog |"
           " - Ida Holm, Compass (trainer) | - Ole Juhl | Thanks | Zoe"),
    letter("a poll before the event", "att0 q:sheet", "Wer kommt am 12.11.2021 zum Nähkurs? | Ja (5) | @ | Nein (1) |"
           " Omar Issa", lead=""),
    letter("a poll, Danish", "att0 q:sheet", "Hvem kommer den 12. november 2021? | @", lead=""),
    letter("things to buy", "refused",
           "Hallo Max, | bitte für den 12.11.2021 besorgen: | - Kaffee | - Milch | - Kekse | - Becher | Danke | Doris"),
    letter("things to do", "refused",
           "Hej | Opgaver til den 12. november 2021: | - Mette køber kaffe | - Kirsten booker lokale |"
           " - Omar laver plakat | - Fatma ringer til kommunen | Hilsen Mette"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_letters(case: Case, project: Project) -> None:
    check(case, project)


WRITERS = [
    ("graz", "Von: Stadtbibliothek / Bildung, Graz | An: die Koordination", "Datum", "Aktivität", "Anwesend",
     "Infoveranstaltung", "Liebe Grüße | Dina"),
    ("athens", "Από: Βιβλιοθήκη / εκπαιδευτικά προγράμματα, Αθήνα | Προς: συντονισμό", "Ημερομηνία", "Δράση",
     "Παρευρέθηκαν", "Ενημερωτική συνάντηση", "Φιλικά | Ντίνα"),
    ("palermo", "Ciao Marta,", "Data", "Attività", "Presenti", "Sessione informativa",
     "Cordiali saluti | Dina Russo | Biblioteca comunale, Palermo"),
    ("vejle", "Fra: Byens Bibliotek, Vejle | Til: koordinator", "Dato", "Aktivitet", "Fremmødte", "Informationsmøde",
     "Mvh | Dina"),
    ("kassel", "From: City library, Kassel | To: coordination", "Date", "Activity", "Present", "Info session",
     "Best, | Dina"),
    ("", "From: Library team | To: coordination, Kassel", "Date", "Activity", "Present", "Info session",
     "Best, | Dina"),
    ("", "Από: Ντόκου, Αθηνά | Προς: συντονισμό", "Ημερομηνία", "Δράση", "Παρευρέθηκαν", "Ενημερωτική συνάντηση",
     "Φιλικά | Αθηνά"),
]  # fmt: skip


@pytest.mark.parametrize(("city", "head", "day", "activity", "came", "kind", "end"), WRITERS)
def test_the_city_of_who_writes(
    city: str, head: str, day: str, activity: str, came: str, kind: str, end: str, project: Project
) -> None:
    events = (f"{day}: {number}/05/2021 | {activity}: {kind} | {came}: {number}" for number in (14, 26))
    lines = " | | ".join((head, *events, end)).split("|")
    rows: list[list[Cell]] = [[line.strip()] for line in lines]
    expected = f"head40 ev2 ask0 city:{city}" if city else "head0 q:city!"
    check(Case(head, expected, sheet(rows), file="letter.txt"), project)


def test_a_line_that_greets_and_tells_the_number_is_the_whole_message(project: Project) -> None:
    reading = read_sheet("x.txt", "Hallo! Es waren zwölf Frauen da.".encode(), project, _DAY)
    assert [row.people for row in reading.headcounts] == [12]
