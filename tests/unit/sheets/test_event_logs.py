"""Logs: of a year's events with their numbers of people (how many, which activity, on which day), and of people's
coming and going."""

from __future__ import annotations

from datetime import date

import pytest

from liaison_metrics.domain.project import Project
from liaison_metrics.sheets.model import Cell, Grid, Hints, Workbook
from liaison_metrics.sheets.reading import read_workbook
from tests.unit.sheets.cases import PEOPLE, TITLE, Case, check, sheet

GRAZ, PALERMO, VEJLE, ATHENS = (Hints(city=city) for city in ("graz", "palermo", "vejle", "athens"))


def log(text: str, name: str = "Sheet1") -> Grid:
    """A sheet of lines with cells separated by semicolons."""
    rows: list[list[Cell]] = [list(line.strip().split(";")) for line in text.strip().splitlines()]
    return sheet(rows, name)


NUMBERS = (
    Case("an event and its total on a sheet for each city", "att0 head35 ev2 rej0 ask0", log("""
        Evento;Quando;M;F;Tot. presenze
        Sessione informativa;02/03/2021;6;4;10
        Totale Graz;;6;4;10""", "Graz"), log("""
        Evento;Quando;M;F;Tot. presenze
        Sessione informativa;16/03/2021;10;15;25
        Totale Atene;;10;15;25""", "Atene")),
    Case("a format beside the whole name of the activity", "att0 head32 ev3 rej0 ask0", log("""
        Tag;Format;Was;Leute;Anmerkung
        18.02.2021;Infoabend;Informationsveranstaltung Lesepaten in Graz;12;
        11.03.2021;Workshop;Skill-Transfer-Workshop Bewerbung in Graz;9;
        06.05.2021;Workshop;Skill-Transfer-Workshop Handy und Amt in Graz;11;zwei kamen zu spät"""), None, GRAZ),
    Case("names of events", "att0 head116 ev3 rej0 ask0", log("""
        #;When;City;Kind of event;Name;Turnout;o/w women
        1;9 Feb 2021;Palermo;Info session;Open call for stallholders;31;18
        2;17 Mar 2021;Graz;Focus group;Posters and wording;9;5
        3;22 Apr 2021;Vejle;Awareness campaign;Library Steps;76;41""")),
    Case("names of events beside those present", "att0 head116 ev3 rej0 ask0", log("""
        Data;Città;Tipo;Nome;Presenti
        09/02/2021;Palermo;Sessione informativa;Bando aperto;31
        17/03/2021;Graz;Focus group;Manifesti;9
        22/04/2021;Vejle;Fiera;Edizione estiva;76""")),
    Case("who had put their names down, whatever the words, beside who came", "att0 head36 ev3 rej0 ask0", log("""
        wann;was;hatten sich eingetragen;waren da
        06.10.2020;Fokusgruppe;14;11
        20.10.2020;Infoabend;12;12
        03.11.2020;Fokusgruppe;15;13"""), hints=GRAZ),
    Case("people from afar beside who came", "att0 head36 ev3 rej0 q:column", log("""
        Date;What;Online;Came
        6 Oct 2020;Focus group;14;11
        20 Oct 2020;Info session;12;12
        3 Nov 2020;Focus group;15;13"""), hints=GRAZ),
    Case("articles about the events", "att0 head39 ev3 rej0 ask0", log("""
        Data;Cosa;Titolo;Quanti c'erano;di cui donne;articoli usciti
        04/03/2021;Sessione informativa;Mercato;17;9;1
        10/04/2021;Focus group;Piazza;12;6;0
        20/05/2021;Laboratorio scolastico;Orto;10;4;2"""), hints=PALERMO),
    Case("children alone", "att0 head64 ev3 rej0 ask0", log("""
        Hvornår;Hvad;Antal børn;Andet
        04.03.2021;Skolelaboratorium: trommer;21;god stemning
        11.03.2021;Skolelaboratorium: brød;24;
        18.03.2021;Skolelaboratorium: maleri;19;regn
        ;Sum;64;"""), hints=VEJLE),
    Case("a plain word for people", "att0 head35 ev3 rej0 ask0", log("""
        Πότε;Τι ήταν;Θέμα;Κόσμος;Φωτογράφος;
        12/11/2020;Ενημερωτική συνάντηση;πάγκοι;13;όχι
        18/02/2021;Ομάδα εστίασης;έμποροι;7;όχι
        27/05/2021;Σχολικό εργαστήριο;αφίσα;15;ναι"""), hints=ATHENS),
    Case("numbers under participants", "att0 head173 ev4 rej0", log("""
        Datum;Was haben wir gemacht;Ort;Teilnehmer
        20.02.2021;Infoabend Impfung;Zoom;31
        17.04.2021;Fokusgruppe Frauen;Vereinslokal;9
        29.05.2021;Nähworkshop;Vereinslokal;13
        03.07.2021;unsere Projektmesse;Volksgarten;120"""), hints=GRAZ),
    Case("topics or places, and a code for people", "att0 head36 ev3 rej0 com:tunisian=0", log("""
        Bezirk Lend (Graz), Termine 2021
        Termin;Format;Thema / Ort;TN
        07.04.2021;Infoabend;Arbeitsmarkt;15
        05.05.2021;Fokusgruppe;Holzwerkstatt;9
        19.05.2021;Fokusgruppe;Rathaus Graz;12""")),
    Case("numbers under turnout", "att0 head46 ev2 rej0", log("""
        City;Held on;Format;Venue;Turnout
        Graz;14 Sep 2021;Info session;Town hall;19
        Kassel;16 Sep 2021;Info session;Library;27""")),
    Case("numbers of participants in words", "att0 head176 ev4 rej0", log("""
        Date;Event;Visitors;Remarks
        20 Feb 2021;Info session on vaccines;about thirty;went well
        17 Apr 2021;Focus group women;nine;
        29 May 2021;Sewing workshop;12 women and 5 children;
        3 Jul 2021;Project fair;at least 120;sunny"""), hints=ATHENS),
    Case("numbers under a word for joining, beside costs", "att0 head56 ev3 rej0 ask0", log("""
        Dato;Arrangement;Hvor;Deltog;Udgift kr.
        3/2-2021;Informationsmøde om danskuddannelse;Biblioteket;13;450
        17/3-2021;Fokusgruppe, mænd;Foreningshuset;8;300
        21/4-2021;Informationsmøde om vaccination;Zoom;35;0
        ;Sum;;56;750"""), hints=VEJLE),
    Case("who was in charge by initials", "att0 head71 ev3 rej0 ask0", log("""
        Ημ/νία;Δράση;Πόσοι ήρθαν;Υπεύθ.
        18/2/2020;Σχολικό εργαστήριο;37;Μ.Σ.
        6/10/2020;Ενημερωτική συνάντηση;28;Ρ.Κ.
        2/6/2021;Ομάδα εστίασης;6;Μ.Σ."""), hints=ATHENS),
    Case("what took place in another event's place", "att0 head98 ev4 rej0 ask0", log("""
        Datum;Was;Wo;Leute
        03.02.2021;Infoabend (statt Kampagne);Graz;26
        10.02.2021;Info-session, instead of the fair;Graz;20
        17.02.2021;Sessione informativa (al posto del focus group);Graz;30
        24.02.2021;Informationsmøde i stedet for konference;Graz;22""")),
    Case("women of whom some rows say nothing", "att0 head131 ev3 rej0 ask0", log("""
        quando;cosa abbiamo fatto;quanti eravamo;di cui donne
        06/03/2021;sessione informativa;17;11
        08/05/2021;focus group;circa 50;
        19/06/2021;campagna di sensibilizzazione;64;"""), hints=PALERMO),
    Case("a bare sum under numbers with women in some rows", "att0 head111 ev4 rej0 ask0", log("""
        quando;cosa abbiamo fatto;quanti eravamo;di cui donne
        06/03/2021;sessione informativa;17;11
        08/05/2021;focus group;9;6
        19/06/2021;campagna di sensibilizzazione;64;
        25/09/2021;laboratorio di scambio di competenze: cucina;21;15
        ;;111;"""), hints=PALERMO),
    Case("about so many people, of whom women", "att0 head80 ev2 rej0 ask0", log("""
        Date;Event;People;of whom women
        6 Mar 2021;Info session;about 60;20
        8 May 2021;Focus group;20;11"""), hints=GRAZ),
    Case("numbers that people have are no numbers of people", "head0", log("""
        Deltagere;Køn;Fællesskab
        1041;kvinde;lokal
        1077;mand;somalisk
        1102;kvinde;syrisk"""), hints=VEJLE),
)  # fmt: skip

WORKSHOPS = (
    Case("workshops with their topic", "att0 head46 ev3 rej0", log("""
        data;che cosa;donne;uomini;note
        06/02/2021;riunione del comitato;5;6;
        22/05/2021;workshop ORTO;6;8;piove!
        23/10/2021;laboratorio balconi;13;8;"""), hints=PALERMO),
    Case("workshops under an unknown header", "att0 head36 ev3 rej0", log("""
        Ημερομηνία;Τι κάναμε;Γυναίκες;Άνδρες
        06/02/2021;συνεδρίαση επιτροπής πόλης;5;6
        24/04/2021;εργαστήριο ραπτικής;9;3
        22/05/2021;εργαστήριο ΚΗΠΟΣ;6;7"""), hints=ATHENS),
    Case("a laboratory that may be at a school", "q:activity", log("""
        data;attività;persone
        06/02/2021;riunione del comitato;11
        22/05/2021;laboratorio 3B;14"""), hints=PALERMO),
)  # fmt: skip


FAIR = "Project fair Athens 18 September 2021"

SUMS = (
    Case("a sum under an unknown word", "att0 head43 ev1 rej0", log(f"""
        {FAIR}
        Neighbourhood;Visitors
        Kypseli;20
        Exarchia;15
        Patissia;8
        Everyone;43""")),
    Case("a sum under an unknown word beside communities", "att0 head40 ev1 rej0", log("""
        Projektmesse Vejle 4.9.2021
        Fællesskab;Antal
        Danskere;20
        Somaliere;12
        Syrere;8
        Det hele;40""")),
    Case("a sum of hours", "att0 head40 ev1 rej0", log(f"""
        {FAIR}
        Hour;Visitors
        10-11;20
        11-12;12
        12-13;8
        Day;40""")),
    Case("a class that has as many as the others by chance", "att0 head36 ev1 rej0", log("""
        Schullabor Graz 14.9.2021
        Klasse;Anzahl
        1a;5
        1b;6
        1c;7
        2a;18""")),
    Case("an event that had as many as those before by chance", "att0 head60 ev3 rej0", log("""
        Datum;Veranstaltung;Personen
        04.09.2021;Infoabend;10
        11.09.2021;Nähworkshop;20
        18.09.2021;Projektmesse;30"""), hints=GRAZ),
    Case("a sum of partial sums", "att0 head50 ev1 rej0", log("""
        Projektmesse Graz 4.9.2021
        Gruppe;Zahl
        Syrisch;20
        Afghanisch;10
        Summe;30
        Einheimisch;12
        Türkisch;8
        Summe;20
        Alles in allem;50""")),
    Case("a wrong sum under an unknown word", "q:row", log(f"""
        {FAIR}
        Neighbourhood;Visitors
        Kypseli;20
        Exarchia;15
        Patissia;8
        Everyone;44""")),
    Case("an average", "head56 ask0", log(f"""
        {FAIR}
        Hour;Visitors
        10-11;20
        11-12;12
        12-13;8
        13-14;16
        Mean;14""")),
    Case("a total above the rows", "att0 head32 ev2 rej0", log("""
        Dato;Aktivitet;Antal
        I alt;;32
        04.09.2021;infomøde;20
        11.09.2021;syværksted;12"""), hints=VEJLE),
    Case("sums in an unknown column", "att0 head49 ev1 rej0", log("""
        Projektmesse Graz 4.9.2021
        ;Frauen;Männer;beide
        Syrisch;10;8;18
        Afghanisch;5;4;9
        Einheimisch;12;10;22
        alles;27;22;49""")),
    Case("neighbourhoods and others that add up", "att0 head90 ev2 rej0", log("""
        Data;Attività;Ballarò;Kalsa;Zisa;Altri;Totale
        18/09/2021;fiera;20;15;30;5;70
        25/09/2021;incontro informativo;10;5;3;2;20"""), hints=PALERMO),
    Case("a row with another total than its parts", "q:total", log("""
        Datum;Veranstaltung;Frauen;Männer;Gesamt
        04.09.2021;Infoabend;12;8;20
        11.09.2021;Nähworkshop;9;3;12
        18.09.2021;Infoabend;9;4;15"""), hints=GRAZ),
)  # fmt: skip


DAYS = (
    Case("days in a school year", "att0 head60 ev3 rej0 date:2021-09-07 date:2022-01-11", log("""
        Skolelab Vejle skoleåret 2021/22
        Dato;Klasse;Antal elever
        7/9;7a;20
        14/9;7b;22
        11/1;7a;18""")),
    Case("days of the week tell the order", "att0 head112 ev3 rej0 date:2021-09-04", log("""
        Day;Date;Event;Attendance
        Saturday;04/09/2021;Info session;20
        Saturday;11/09/2021;Sewing workshop;12
        Sunday;03/10/2021;Project fair;80"""), hints=ATHENS),
    Case("the file's name tells the order", "att0 head32 ev1 rej0 date:2021-09-04", log("""
        Date;Community;Attendance
        04/09/2021;Syrian;20
        04/09/2021;Local;12"""), file="info session Athens 2021-09-04.csv"),
    Case("nothing tells the order", "head0 q:date_order!", log("""
        Date;Event;Attendance
        04/09/2021;Info session;20
        11/09/2021;Sewing workshop;12"""), hints=ATHENS),
)  # fmt: skip


MONTHS = (
    Case("months over days, classes down", "att0 head230 ev6 rej0 date:2021-09-07 date:2021-10-19", log("""
        Anwesenheit Schuljahr 2021/22 - Schullabor Graz
        ;September;;;Oktober;;
        Klasse;7;14;21;5;12;19
        1a;18;17;19;20;20;20
        1b;20;20;18;20;19;19""")),
    Case("classes down and days across, with unknown sums", "att0 head106 ev2 rej0", log("""
        Klasse;14.09.2021;21.09.2021;zam
        1a;18;17;35
        1b;20;20;40
        2a;15;16;31
        alle;53;53;106"""), hints=Hints("school_lab", "graz")),
    Case("months as headings over days", "att0 head112 ev3 rej0 date:2021-10-03", log("""
        Attività 2021 Palermo
        giorno;attività;presenti
        SETTEMBRE;;
        sab 4;incontro informativo;20
        sab 11;laboratorio di cucito;12
        OTTOBRE;;
        dom 3;fiera del progetto;80""")),
    Case("columns of days, months and years", "att0 head112 ev3 rej0 date:2021-10-03", log("""
        Jahr;Monat;Tag;Veranstaltung;Personen
        2021;9;4;Infoabend;20
        2021;9;11;Nähworkshop;12
        2021;10;3;Projektmesse;80"""), hints=GRAZ),
    Case("a day in three columns that does not exist", "att2 ev1 rej1 date:2021-03-24", log("""
        Skill-Transfer-Workshop Holz, Kassel
        Datum;;;Name;Gemeinschaft
        Tag;Monat;Jahr;;
        24;3;2021;Wilfried Zinn;Einheimisch
        ;;;Rustam Hamdard;Afghanisch
        31;4;2021;Bilal Asfour;Syrisch""")),
    Case("days of the week with their number", "att5 ev2 date:2021-03-04 date:2021-03-11", log("""
        REGISTRO – Laboratorio di scambio di competenze – MARZO 2021, Palermo
        Corsista;Paese;gio 4;gio 11
        Sumi Akter;Bangladesh;P;P
        Lamine Ndao;Senegal;P;P
        Rita Iyamu;Nigeria;A;P
        P = presente; A = assente;;;""")),
)  # fmt: skip

BESIDE = (
    Case("planned numbers beside those who came", "att0 head36 ev2 rej0", log("""
        Datum;Veranstaltung;Ort;geplant;Personen
        16.06.2021;Skill-Transfer-Workshop;Graz;20;15
        22.09.2021;Informationsveranstaltung;Graz;30;21""")),
    Case("goods in stock", "refused", log("""
        Stuhl und Tisch in Graz
        Artikel;Lagerort;Bestand
        Sessel;Keller;40
        Tische;Saal;12"""), hints=Hints("info_session", "graz")),
    Case("people of the same country in other words", "att0 head144 ev2 rej0", log("""
        Dato;Arrangement;etnisk dansk;tyrkisk;uoplyst;I alt
        11. september 2021;LIAISON-messe;61;50;7;118
        13. oktober 2021;Informationsmøde;4;22;0;26"""), hints=VEJLE),
)  # fmt: skip

BLOCKS = (
    Case("a block of labels for each event", "att0 head40 ev2 rej0 date:2021-04-15", log("""
        Schullabore in Graz, Frühjahr 2021

        Datum;13.04.2021
        Aktivität;Schullabor
        Schule;MS Kepler
        Teilnehmende;siebzehn

        Datum;15.04.2021
        Aktivität;Schullabor
        Schule;HLW Schrödinger
        Teilnehmende;dreiundzwanzig""")),
    Case("a heading with the day over each block", "att0 head40 ev2 rej0 date:2021-03-17", log("""
        School labs in Palermo, March 2021 – my notes;

        Istituto Danilo Dolci, 15 March 2021;
        Activity:;School lab
        Pupils present:;twenty-two
        Teacher:;A. Milazzo

        Scuola media Cavour, 17 March 2021;
        Activity:;School lab
        Pupils present:;18
        Teacher:;P. Scaduto""")),
    Case("lines with a label in one cell", "att0 head32 ev2 rej0 date:2021-09-04", log("""
        Noter fra foreningen, Vejle 2021

        Infomøde 4. september 2021
        Deltagere: 20
        Kvinder: 12
        Sted: biblioteket

        Syværksted 11. september 2021
        Deltagere: 12
        Kvinder: 9""")),
    Case("numbers in words under people", "att0 head89 ev3 rej0", log("""
        Quando;Che cosa;Luogo;Persone
        sabato 6 febbraio 2021;Sessione informativa;Palermo, oratorio;undici
        domenica 14 marzo 2021;Laboratorio di scambio di competenze;Palermo, oratorio;diciotto
        domenica 30 maggio 2021;Fiera LIAISON;Palermo, piazza;sessanta""")),
    Case("the number of an event before its day", "att2 ev1 date:2020-10-28", log("""
        Fokusgruppe 1 – 28. oktober 2020

        Kode;Køn;Alder;Fællesskab
        VE-101;K;36;Somalisk
        VE-102;M;49;Bosnisk"""), hints=VEJLE),
    Case("days on which courses begin", "att2 ev2 date:2021-10-12 date:2021-10-19", log("""
        BUCHUNGSDATUM;VERANSTALTUNG;BEGINN;ORT;NAME
        2021-09-14 09:12;Informationsveranstaltung Ehrenamt;2021-10-12 18:00;Kassel;Wazhma Ahmadzai
        2021-10-02 12:31;Skill-Transfer-Workshop Reparaturcafé;2021-10-19 17:30;Kassel;Liibaan Geeddi"""),
        file="export_20211104.csv"),
)  # fmt: skip


@pytest.mark.parametrize(
    "case", [*NUMBERS, *WORKSHOPS, *SUMS, *DAYS, *MONTHS, *BESIDE, *BLOCKS], ids=lambda case: case.name
)
def test_logs_of_events(case: Case, project: Project) -> None:
    check(case, project)


@pytest.mark.parametrize("status", ["planned", "geplant", "previsto", "planlagt", "προγραμματισμένο"])
def test_an_event_still_to_come_does_not_count(status: str, project: Project) -> None:
    rows: list[list[Cell]] = [
        ["Date", "City", "Activity", "Participants", "Status"],
        ["2021-03-03", "Graz", "Info session", 10, "done"],
        ["2021-03-10", "Graz", "Info session", 12, status],
    ]
    check(Case(status, "head10 ev1 rej1", sheet(rows)), project)


@pytest.mark.parametrize(
    "text",
    [
        """
        Αξιολόγηση έργου LIAISON
        α/α;Ημερομηνια;Πόλη;Είδος δράσης;Συμμετεχοντες;εκ των οποίων άνδρες
        1;08.10.2020;Αθήνα;Ομάδα εστίασης;15;3
        2;24.11.2020;Γκρατς;Σχολικό εργαστήριο;52;25
        ;;;Γενικό σύνολο;67;28""",
        """
        Evaluation of the project
        Date;Event;Place;Head count
        08/10/2020;Focus group;Athens;15
        24/11/2020;School lab;Graz;52""",
        """
        Projektevaluation
        Datum;Ort;Veranstaltung;TN gesamt;davon weiblich
        08.10.2020;Athen;Fokusgruppe;15;3
        24.11.2020;Graz;Schullabor;52;25""",
        """
        Valutazione del progetto
        Data;Citta;Attivita;N. partecipanti
        08/10/2020;Atene;Focus group;15
        24/11/2020;Graz;Laboratorio scolastico;52""",
        """
        Evaluering af projektet
        Dato;By;Aktivitet;Antal deltagere;heraf mænd
        08.10.2020;Athen;Fokusgruppe;15;3
        24.11.2020;Graz;Skolelab;52;25""",
    ],
    ids=["el", "en", "de", "it", "da"],
)
def test_a_log_for_the_evaluation_of_the_project_counts_people(project: Project, text: str) -> None:
    check(Case("", "head67 ev2 ask0 rej0", log(text)), project)


LOGS = [
    (("Όνομα χρήστη", "Ενέργεια", "Ώρα"), ("Συμμετοχή", "Αποχώρηση")),
    (("Nome utente", "Azione", "Ora"), ("Entrato", "Uscito")),
    (("Partecipante", "Evento", "Data e ora"), ("Ingresso", "Uscita")),
    (("Teilnehmer", "Status", "Zeit"), ("gekommen", "gegangen")),
    (("Name", "Ereignis", "Uhrzeit"), ("Beitritt", "Austritt")),
    (("Navn", "Hændelse", "Tidspunkt"), ("Deltog", "Forlod mødet")),
    (("Name", "Event", "Time"), ("Join", "Leave")),
    (("Name", "Activity", "Time"), ("Joined the meeting", "Left the meeting")),
    (("Participant", "Type", "Time"), ("in", "out")),
]


@pytest.mark.parametrize(("headers", "words"), LOGS)
@pytest.mark.parametrize("day", ["", "3/3/2021 "])
def test_a_log_of_coming_and_going_has_everybody_once(
    headers: tuple[str, ...], words: tuple[str, str], day: str, project: Project
) -> None:
    came, went = words
    rows: list[list[Cell]] = [[name, came, f"{day}17:{50 + at}"] for at, name in enumerate(PEOPLE)]
    rows += [[PEOPLE[2], went, f"{day}18:10"], [PEOPLE[2], came, f"{day}18:15"]]
    rows += [[name, went, f"{day}19:{30 + at}"] for at, name in enumerate(PEOPLE)]
    hints = Hints(activity="skill_transfer_workshop", city="palermo", date=date(2021, 3, 3))
    reading = read_workbook(Workbook("x.xlsx", "xlsx", [sheet([[*headers], *rows])]), project, hints)
    assert not reading.open_questions
    assert {row.name for row in reading.attendances} == set(PEOPLE)
    assert len({row.event for row in reading.attendances}) == 1


def test_people_of_two_activities_are_no_log(project: Project) -> None:
    rows: list[list[Cell]] = [[name, what] for what in ("Skill-transfer workshop", "Focus group") for name in PEOPLE]
    titled = sheet([*TITLE[1:], ["Name", "Activity"], *rows])
    check(Case("activities", "att12 ev2", titled), project)


LOGS = {
    "en": (["City", "Activity", "Date", "Planned", "Actual"], ["Focus group", "School lab", "Info-session"]),
    "de": (["Stadt", "Aktivität", "Datum", "Soll", "Ist"], ["Fokusgruppe", "Schullabor", "Infoabend"]),
    "it": (["Città", "Attività", "Data", "Previsti", "Effettivi"], ["Focus group", "School lab", "Info-session"]),
    "da": (["By", "Aktivitet", "Dato", "Planlagt", "Faktisk"], ["Fokusgruppe", "School lab", "Infomøde"]),
    "el": (
        ["Πόλη", "Δραστηριότητα", "Ημερομηνία", "Προβλεπόμενοι", "Πραγματικοί"],
        ["Ομάδα εστίασης", "Σχολικό εργαστήριο", "Ενημερωτική συνάντηση"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LOGS)
def test_what_was_planned_and_what_really_was(language: str, project: Project) -> None:
    headers, activities = LOGS[language]
    days = (date(2021, 3, 8), date(2021, 3, 10), date(2021, 3, 16))
    rows = [*zip(("Graz", "Vejle", "Palermo"), activities, days, (12, 11, 13), (13, 9, 8), strict=True)]
    total = ["", "", "", 36, 30]
    check(Case("plan", "head30 ev3 ask0 rej0", sheet([headers, *map(list, rows)])), project)
    parts = [[["WP", *headers]], [[number, *row] for number, row in zip((2, 2, 3), rows, strict=True)]]
    check(Case("parts", "head30 ev3 ask0 rej0", sheet([*parts[0], *parts[1]])), project)
    unsorted = [[number, *row] for number, row in zip((3, 2, 3), rows, strict=True)]
    check(Case("a total", "head30 ev3 ask0 rej0", sheet([*parts[0], *unsorted, ["", *total]])), project)
    check(Case("unknown numbers", "q:column", sheet([["Zorb", *headers], *unsorted])), project)
    hours = [["Volunteer hours 2021"], [], headers, *map(list, rows)]
    check(Case("hours", "head0 q:column!", sheet(hours)), project)
