"""Sentences with numbers of people, in five languages: what they tell, and what looks alike and tells nothing."""

import pytest

from liaison_metrics.sheets.words.phrases.prose.told_numbers import told_numbers

TOLD = {
    "Alla fine eravamo in dodici.": ("total", 12),
    "Si sono aggiunte due mamme con i passeggini.": ("more", 2),
    "Hanno partecipato 15 donne e 3 uomini.": ("total", 18),
    "Erano presenti 22 persone, di cui 8 minori.": ("total", 22),
    "Più un signore che passava di lì.": ("more", 1),
    "Ci siamo ritrovati in 9, più io.": ("total", 9),
    "in sala eravamo in 16 + io e la mediatrice (fuori dal conto)": ("total", 16),
    "we were 8 + me": ("total", 8),
    "Wir waren 8 + ich": ("total", 8),
    "Vi var 8 + tolken": ("total", 8),
    "Ήμασταν 8 + εγώ": ("total", 8),
    "All'incontro sono venute 17 signore bengalesi.": ("total", 17),
    "Al laboratorio hanno partecipato 12 persone; 4 di loro per la prima volta.": ("total", 12),
    "altre tre persone hanno firmato dopo": ("more", 3),
    "Es waren zwölf Personen da.": ("total", 12),
    "Wir haben 23 Besucherinnen und Besucher gezählt.": ("total", 23),
    "Außerdem kamen zwei Nachbarn vorbei, die keinen Namen nennen wollten.": ("more", 2),
    "Gesamt also 14 Leute.": ("total", 14),
    "Eine weitere Frau kam später dazu, hat sich aber nicht eingetragen.": ("more", 1),
    "Vi var 13 i alt.": ("total", 13),
    "Der var 24 mennesker til mødet.": ("total", 24),
    "Der kom yderligere 4 personer efter pausen.": ("more", 4),
    "Foruden dem på listen kom der tre naboer.": ("more", 3),
    "Ήμασταν συνολικά 14.": ("total", 14),
    "Ήρθαν δώδεκα γυναίκες και τέσσερα παιδιά.": ("total", 16),
    "Άλλα δύο άτομα δεν υπέγραψαν.": ("more", 2),
    "Πέρασαν από το περίπτερο περίπου 90 επισκέπτες.": ("total", 90),
    "Συν μία κυρία χωρίς όνομα.": ("more", 1),
    "Μαζί με μένα ήμασταν 8.": ("total", 7),
    "We had 17 participants.": ("total", 17),
    "17 participants attended the session.": ("total", 17),
    "Four more joined after the break.": ("more", 4),
    "Everybody on the list came, plus a neighbour who did not sign.": ("more", 1),
    "There was a total of 33 people in the hall.": ("total", 33),
    "Eleven people in total, two of them without signature.": ("total", 11),
    "about thirty people came": ("total", 30),
    "it was great, we were 9 women and 2 men": ("total", 11),
    "+ 4 friends of Amra": ("more", 4),
    "and two guests from the school": ("more", 2),
    "Around 40 people stopped by our stand between 10 and 4.": ("total", 40),
    "Die Liste hat 12 Namen, es waren aber 15 da.": ("total", 15),
    "Auf der Liste stehen 12, da waren aber 15 Leute.": ("total", 15),
    "Nella lista ci sono 12 nomi ma eravamo 15.": ("total", 15),
    "We were eleven altogether": ("total", 11),
    "Kamen heute 14.": ("total", 14),
    "I alt deltog 23 personer, heraf 3 frivillige.": ("total", 23),
    "Im Saal gezählt um 10:30 Uhr: 31 Personen (ohne Team).": ("total", 31),
    "Conteggio in sala alle 10:30: 31 persone (staff escluso).": ("total", 31),
    "Head count at 10.30: 31 people (excluding staff).": ("total", 31),
    "Optalt i salen kl. 10.30: 31 personer (uden personale).": ("total", 31),
    "Καταμέτρηση 10:30: 31 άτομα (δεν περιλαμβάνεται η ομάδα)": ("total", 31),
}

NOTHING = (
    "Totale persone: 14 (inclusa la mediatrice).",
    "Non si sono presentati in 4.",
    "Abbiamo distribuito 200 volantini a 150 persone.",
    "Servono 15 sedie per 30 persone.",
    "Mancavano 3 partecipanti per malattia.",
    "La sala può ospitare 80 persone.",
    "Drei sind früher gegangen.",
    "Zwei Frauen wollten nicht auf die Liste, sonst alle unterschrieben.",
    "4 Leute konnten nicht kommen.",
    "Angemeldet waren 20, gekommen sind 13.",
    "Im Kurs sind 20 Plätze frei.",
    "Der Workshop dauerte 3 Stunden.",
    "Die 5 Frauen aus Syrien haben gekocht.",
    "2 børn legede imens.",
    "12 var tilmeldt, 9 kom.",
    "Vi havde 40 stole.",
    "Tre meldte afbud på grund af sygdom.",
    "Heraf 5 børn.",
    "Vi serverede kaffe til 25 personer.",
    "Τρεις δεν ήρθαν λόγω ασθένειας.",
    "Δήλωσαν 30, ήρθαν 18.",
    "Χρειαζόμαστε χώρο για 40 άτομα.",
    "Two of the women brought their kids.",
    "The next session is for 12 people.",
    "12 signed up, 9 came.",
    "3 people left early.",
    "We ran out of chairs (20).",
    "There were five tables with 6 people each.",
    "Two facilitators and 11 participants were there.",
    "We served 60 people lunch.",
    "20 minutes break",
    "Age 18 to 65, 12 women",
    "They asked for 2 more workshops.",
    "3 more want to come next time",
    "Next time maybe 12 people.",
    "+3",
    "+ Fatima's brother",
    "In the picture you can see 10 people.",
    "Nobody else came.",
    "Anna was 2 hours late.",
    "Men: 12, women: 15",
    "11 persons incl. 2 facilitators",
    "we were 14 including the two of us",
    "There were 30 or 35 people.",
    "Es waren 30 oder 35 Personen da.",
    "Dienstag, 3. und 4. Stunde",
    "3. og 4. lektion",
    "Hanno partecipato da 30 a 35 persone.",
    "Der kom mellem 30 og 35 deltagere.",
    "Ήρθαν 30 ή 35 άτομα.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_tells_how_many_came(text: str) -> None:
    told = [(one.kind, one.people) for one in told_numbers(text) if one.kind != "part"]
    assert told == [TOLD[text]]


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_tell_nothing(text: str) -> None:
    assert [one for one in told_numbers(text) if one.kind != "part"] == []


def test_a_total_is_without_the_team_that_it_includes() -> None:
    assert [one.people for one in told_numbers("Wir waren 14 Leute, davon 2 Trainerinnen.") if one.kind == "total"] == [
        12
    ]


def test_only_clear_words_are_firm() -> None:
    (others, total) = told_numbers("3 more came who did not sign, so in total we were 11.")
    assert (others.kind, others.firm, total.kind, total.firm) == ("more", True, "total", True)
    (loose,) = told_numbers("plus 3 neighbours upstairs")
    assert (loose.kind, loose.firm) == ("more", False)


@pytest.mark.parametrize(
    "text",
    [
        "Derudover deltog 4 ægtefæller, som ikke står på listen.",
        "Außerdem waren 4 Ehepartner dabei, die nicht auf der Liste stehen.",
        "In addition 4 spouses took part who are not on the list.",
        "Inoltre sono venuti 4 coniugi che non sono in elenco",
        "Επιπλέον συμμετείχαν 4 σύζυγοι που δεν είναι στη λίστα",
    ],
)
def test_whoever_came_too_and_is_not_listed_is_a_person(text: str) -> None:
    assert [(one.people, one.kind, one.firm) for one in told_numbers(text)] == [(4, "more", True)]


def test_things_that_came_are_no_people() -> None:
    assert not told_numbers("In addition 3 boxes came that are on the table")


@pytest.mark.parametrize(
    "text",
    [
        "onsdag d. 22. september 2021 (modul 2+3)", "Mittwoch, 22. September 2021 (Stunde 3+4)", "periods 2 & 3",
        "mercoledì 22 settembre 2021 (ore 2+3)", "ώρες 2+3", "Modul 2+3+4, Raum A",
    ],
)  # fmt: skip
def test_numbers_of_lessons_are_no_people(text: str) -> None:
    assert told_numbers(text) == ()


def test_people_behind_a_number_of_a_lesson_are_told() -> None:
    assert [one.people for one in told_numbers("part 1 + 2 friends")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "Mit 17 Anwesenden war der Saal gut gefüllt.", "Die Konferenz hatte 17 Teilnehmende.",
        "Con 17 partecipanti la giornata è stata un successo.", "Det blev en hyggelig dag med 17 deltagere.",
        "Το σεμινάριο ολοκληρώθηκε με 17 παρόντες.", "Thanks to all 17 participants who were with us!",
    ],
)  # fmt: skip
def test_a_noun_for_those_who_take_part_needs_no_verb(text: str) -> None:
    assert [(one.people, one.kind) for one in told_numbers(text)] == [(17, "total")]


@pytest.mark.parametrize(
    "text",
    [
        "Der Zielwert laut Antrag sind 17 Teilnehmende.", "L'obiettivo del progetto è di 17 partecipanti.",
        "Projektets mål er 17 deltagere.", "Ο στόχος του έργου είναι 17 συμμετέχοντες.",
        "The target was 17 participants.",
    ],
)  # fmt: skip
def test_a_target_tells_of_nobody_who_came(text: str) -> None:
    assert told_numbers(text) == ()
