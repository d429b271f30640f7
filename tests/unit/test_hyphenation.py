"""Long words with soft hyphens."""

from __future__ import annotations

import pytest

from liaison_metrics.texts import speaking
from liaison_metrics.texts.hyphenation import SOFT_HYPHEN, divided

pytest.importorskip("pyphen", reason="the packages of this environment are older than requirements.txt")

WORDS = [
    ("de", "Informationsveranstaltung", "Infor-ma-ti-ons-ver-an-stal-tung"),
    ("de", "Abschlusskonferenz", "Abschluss-kon-fe-renz"),
    ("de", "Stadt", "Stadt"),
    ("da", "Færdighedsworkshop", "Fær-dig-heds-work-shop"),
    ("da", "Oplysningskampagne", "Oplys-nings-kam-pagne"),
    ("da", "Civilsamfundsorganisation", "Civil-sam-funds-orga-ni-sa-tion"),
    ("el", "Μουσουλμανική", "Μου-σουλ-μα-νική"),
    ("de", "ευαισθητοποίησης", "ευαι-σθη-το-ποίη-σης"),
    ("it", "sensibilizzazione", "sen-si-bi-liz-za-zione"),
    ("en", "intercultural", "intercultural"),
]


@pytest.mark.parametrize(("code", "word", "syllables"), WORDS)
def test_a_long_word_is_divided_by_the_rules_of_its_language(code: str, word: str, syllables: str) -> None:
    with speaking(code):
        assert divided(word) == syllables.replace("-", SOFT_HYPHEN)
