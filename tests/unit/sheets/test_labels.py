"""What labels of minutes say of people; names that have a word for presence in them are no labels."""

from __future__ import annotations

import pytest

from liaison_metrics.sheets.tables.lists.prose.labels import kind_of


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Present", "present"), ("Anwesend:", "present"), ("Presenti", "present"), ("Til stede:", "present"),
        ("Παρόντες:", "present"), ("Sono venuti:", "present"), ("Der var med:", "present"),
        ("Apologies", "absent"), ("Entschuldigt:", "absent"), ("Assenti giustificati", "absent"), ("Afbud", "absent"),
        ("Had to cancel:", "absent"), ("Mussten absagen:", "absent"), ("Meldte fra:", "absent"), ("Mancano:", "absent"),
        ("Ακύρωσαν:", "absent"), ("Ließen sich entschuldigen:", "absent"), ("Missing:", "absent"),
        ("In attendance (staff)", "staff"), ("Projektteam", "staff"),
        ("Moderated by:", "staff"), ("Conduce:", "staff"), ("Vorsitz:", "staff"), ("Ordstyrer:", "staff"),
        ("Προεδρεύει:", "staff"), ("Chair", None),
        ("Von der Schule:", "other"), ("Fra skolen:", "other"), ("Da Palermo:", "other"), ("Wer da war:", "present"),
        ("Friends of the house:", "other"), ("Friends of the house", None),
        ("Anna von der Heide", None), ("Ludwig van der Meer", None), ("Da Silva Maria", None),
    ],
)  # fmt: skip
def test_a_label_says_who_stands_below(label: str, kind: str | None) -> None:
    assert kind_of(label) == kind
