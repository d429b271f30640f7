"""The rules of IATI's standard ruleset, as far as they can be judged from a file alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import etree

Case = Mapping[str, Any]
Element = etree._Element


def broken(root: Element, ruleset: Mapping[str, Any]) -> list[str]:
    """Returns the messages of the rules that a file breaks; rules about registers of organisations are not asked."""
    found = []
    for contexts, rules in ruleset.items():
        for context in contexts.split(" | "):
            for element in root.xpath(context):
                found += list(_broken(element, rules))
    return found


def _broken(element: Element, rules: Mapping[str, Any]) -> Iterator[str]:
    for kind, stated in rules.items():
        for case in stated["cases"]:
            if kind == "loop":
                yield from _looped(element, case)
            elif _applies(element, case) and not KINDS[kind](element, case):
                yield f"{case['ruleInfo']['id']}: {case['ruleInfo']['message']}"


def _applies(element: Element, case: Case) -> bool:
    return "idCondition" not in case and ("condition" not in case or _true(element, case["condition"]))


def _looped(element: Element, case: Case) -> Iterator[str]:
    for value in {str(one) for one in element.xpath(case["foreach"])}:
        rules = _filled(case["do"], value)
        yield from _broken(element, rules)


def _filled(part: Any, value: str) -> Any:
    if isinstance(part, str):
        return part.replace("$1", value)
    if isinstance(part, list):
        return [_filled(one, value) for one in part]
    return {key: _filled(one, value) for key, one in part.items()} if isinstance(part, dict) else part


def _true(element: Element, expression: str) -> bool:
    return bool(element.xpath(f"boolean({expression})"))


def _texts(element: Element, case: Case) -> list[str]:
    found = [one for path in case["paths"] for one in element.xpath(path)]
    return [one if isinstance(one, str) else one.text or "" for one in found]


def _starts(element: Element, case: Case) -> bool:
    prefixes = [str(one) for path in case["prefix"] for one in element.xpath(path)]
    return all(any(text.startswith(p + case.get("separator", "")) for p in prefixes) for text in _texts(element, case))


def _one_or_all(element: Element, case: Case) -> bool:
    if element.xpath(case["one"]):
        return True
    if case["all"] == "lang":
        return not element.xpath(".//narrative[not(@xml:lang)]")
    return not element.xpath("transaction | budget | planned-disbursement")


def _ordered(element: Element, case: Case) -> bool:
    less, more = (
        [str(one) for one in element.xpath(case[key])] if case[key] != "NOW" else [] for key in ("less", "more")
    )
    return all(first < last for first in less for last in more)


def _distinct(element: Element, case: Case) -> bool:
    texts = _texts(element, case)
    return len(set(texts)) == len(texts)


def _sums_up(element: Element, case: Case) -> bool:
    return sum(float(one) for one in _texts(element, case)) == case["sum"]


KINDS: Mapping[str, Callable[[Element, Case], bool]] = {
    "unique": _distinct,
    "startswith": _starts,
    "atleast_one": lambda element, case: any(element.xpath(path) for path in case["paths"]),
    "no_more_than_one": lambda element, case: sum(len(element.xpath(path)) for path in case["paths"]) <= 1,
    "one_or_all": _one_or_all,
    "date_now": lambda element, case: True,  # the file names no moment
    "date_order": _ordered,
    "between_dates": lambda element, case: True,  # nor sums of money
    "time_limit": lambda element, case: True,
    "regex_matches": lambda element, case: all(re.search(case["regex"], text) for text in _texts(element, case)),
    "no_spaces": lambda element, case: all(text == text.strip() for text in _texts(element, case)),
    "strict_sum": _sums_up,
    "range": lambda element, case: all(case["min"] <= float(one) <= case["max"] for one in _texts(element, case)),
    "if_then": lambda element, case: not _true(element, case["if"]) or _true(element, case["then"]),
}
