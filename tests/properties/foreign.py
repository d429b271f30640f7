"""Made-up tables that are not about attendance, in five languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tests.properties.sheets import Rows

_PEOPLE = (
    "Amra Leka", "Bilal Khan", "Carla Conti", "Dino Serra", "Elif Kaya", "Fatou Diop", "Heinz Gruber", "Ilir Basha",
)  # fmt: skip
_FIRMS = ("Gruber GmbH", "Hansen & Søn", "Pichler KG", "Café Nord", "Studio Rossi", "Lund Print", "Weber Transport")
_THINGS = ("A4", "B12", "C3", "D40", "E5", "F16", "G7")


def _day(at: int) -> date:
    return date(2021, 3, 1) + timedelta(days=9 * at)


_SAMPLES: dict[str, Sequence[object]] = {
    "person": _PEOPLE,
    "firm": _FIRMS,
    "thing": _THINGS,
    "day": [_day(at) for at in range(8)],
    "money": [120.5, 48.9, 310.0, 75.25, 99.99, 640.4, 18.3],
    "euros": ["120,50 €", "48,90 €", "310,00 €", "75,25 €", "99,99 €"],
    "pieces": [4, 12, 3, 40, 5, 16, 7],
    "grade": [7, 9, 6, 10, 8, 5, 9],
    "hours": [4, 8, 6.5, 3, 7],
    "code": ["R-2021-101", "R-2021-102", "R-2021-103", "R-2021-104"],
    "year's number": ["2021-001", "2021-002", "2021-003", "2021-004"],
    "long number": ["2021-00101", "2021-00102", "2021-00103", "2021-00104"],
    "city": ["Graz", "Graz", "Graz", "Graz"],
    "mail": [f"p{at}@example.org" for at in range(8)],
    "many": [1240, 980, 1530, 2210, 760],
    "clock": ["09:00", "10:00", "11:00", "12:00"],
    "room": ["R1", "R2", "R3", "R4"],
}
_TABLES = """
en invoices | Invoice no.:code | Supplier:firm | Date:day | Amount:money
en invoices | Invoice no.:year's number | Description:firm | Date:day | City:city
en invoices | Invoice no.:year's number | Description:firm | Date:day | City:city | Amount:money
en invoices | Invoice no.:long number | Description:firm | Date:day | City:city
it invoices | N. fattura:code | Fornitore:firm | Data:day | Importo:money
de invoices | Rechnungsnr.:code | Lieferant:firm | Datum:day | Betrag:euros
da invoices | Fakturanr.:code | Leverandør:firm | Dato:day | Beløb:money
el invoices | Αρ. τιμολογίου:code | Προμηθευτής:firm | Ημερομηνία:day | Ποσό:money
en stock | Item:thing | Quantity:pieces | Date of purchase:day
it stock | Articolo:thing | Quantità:pieces | Data di acquisto:day
de stock | Artikel:thing | Menge:pieces | Kaufdatum:day
da stock | Genstand:thing | Antal stk.:pieces | Købsdato:day
el stock | Είδος:thing | Ποσότητα:pieces | Ημερομηνία αγοράς:day
en grades | Name:person | Maths:grade | Greek:grade | Sport:grade
it grades | Cognome e nome:person | Italiano:grade | Storia:grade | Media:grade
de grades | Name:person | Mathematik:grade | Englisch:grade | Note:grade
da grades | Navn:person | Matematik:grade | Engelsk:grade | Karakter:grade
el grades | Ονοματεπώνυμο:person | Μαθηματικά:grade | Ιστορία:grade | Βαθμός:grade
en payroll | Name:person | Date:day | Hours:hours | Pay:money
it payroll | Nome e cognome:person | Data:day | Ore:hours | Stipendio:money
de payroll | Name:person | Datum:day | Stunden:hours | Gehalt:euros
da payroll | Navn:person | Dato:day | Timer:hours | Løn:money
el payroll | Ονοματεπώνυμο:person | Ημερομηνία:day | Ώρες:hours | Μισθός:money
en timetable | Time:clock | Monday:room | Tuesday:room | Wednesday:room
de timetable | Uhrzeit:clock | Montag:room | Dienstag:room | Mittwoch:room
it bank | Data:day | Descrizione:firm | Importo:money | Saldo:money
en bank | Date:day | Text:firm | Amount:money | Balance:money
en website | Date:day | Visitors:many | Page views:many
de website | Datum:day | Besucher der Website:many | Seitenaufrufe:many
en followers | Partner:firm | Facebook followers:many | Instagram followers:many
en members | Membership no.:pieces | Name:person | Joined:day | Fee:money
da members | Medlemsnr.:pieces | Navn:person | Indmeldt:day | Kontingent:money
en applications | Name:person | E-mail:mail | Position:thing | Applied on:day | Salary wanted:money
en travel | Name:person | From:room | To:room | Date:day | Km:pieces
it budget | Voce di spesa:thing | Previsto:money | Speso:money | Residuo:money
de budget | Kostenstelle:thing | Geplant:money | Ausgegeben:money | Rest:money
el budget | Κονδύλι:thing | Προϋπολογισμός:money | Δαπάνη:money
en loans | Book:thing | Lent to:person | Due back:day
"""


def foreign_tables() -> Iterator[tuple[str, Rows]]:
    """Yields the names and rows of the tables."""
    for line in _TABLES.strip().splitlines():
        name, *columns = [part.strip() for part in line.split("|")]
        told = [column.rpartition(":") for column in columns]
        rows: Rows = [[header for header, _colon, _sample in told]]
        for at in range(min(len(_SAMPLES[sample]) for _header, _colon, sample in told)):
            rows.append([_SAMPLES[sample][at] for _header, _colon, sample in told])  # type: ignore[misc]
        yield name, rows
