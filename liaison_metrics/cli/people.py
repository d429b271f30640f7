"""Commands about people who may be one: list the pairs, merge two people, keep them apart."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table as RichTable

from liaison_metrics import format as fmt
from liaison_metrics.cli.events.checking import show_effects
from liaison_metrics.cli.options import NEEDS_A_PERSON, AsJson, command_line_actor
from liaison_metrics.cli.screen import RESULTS, print_json, progress_bar, say
from liaison_metrics.domain.people.decisions import PersonDecisionKind
from liaison_metrics.services.people import deciding, renewing, review
from liaison_metrics.services.people.deciding import Pair
from liaison_metrics.services.people.review import PersonPair, SeenPerson
from liaison_metrics.services.workspace.workspace import Workspace, open_workspace
from liaison_metrics.texts import _, ngettext

people_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

A = Annotated[str, typer.Argument(metavar="A", help=_("A person, such as P-000012, from “people duplicates”."))]
B = Annotated[str, typer.Argument(metavar="B", help=_("The other person."))]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program's."""
    people_app.command("duplicates", help=_("List pairs of people who may be one person."))(list_duplicates)
    people_app.command("merge", help=_("Say that two people are the same person."))(merge_people)
    people_app.command("apart", help=_("Say that two people are different people."))(keep_apart)
    people_app.command("renew", help=_("Read kept files again, so that names of earlier versions are compared."))(renew)
    app.add_typer(people_app, name="people", help=_("Check people who may be one person."))


def list_duplicates(as_json: AsJson = False) -> None:
    """Lists the pairs of people, the likeliest first. The exit status is 1 where there are any."""
    workspace, actor = open_workspace(), command_line_actor()
    with workspace.snapshot():
        pairs = review.pairs(workspace, actor)
        names = sorted({name for pair in pairs for name in (pair.a, pair.b)})
        seen = dict(zip(names, review.seen(workspace, names, actor), strict=True))
    outdated = renewing.outdated_names(workspace, actor)
    if outdated:
        words = ngettext(
            "{n} name was stored by an earlier version and is compared by whole words. Run “people renew”.",
            "{n} names were stored by an earlier version and are compared by whole words. Run “people renew”.",
            outdated,
        )
        say(words.format(n=fmt.number(outdated)))
    if as_json:
        print_json({"pairs": [_as_json(pair, seen) for pair in pairs]})
    elif not pairs:
        say(_("Nobody seems to be recorded twice."))
    else:
        table = RichTable(box=None, pad_edge=False)
        for heading in (_("A"), _("B"), _("score"), _("why"), _("seen")):
            table.add_column(heading, overflow="fold")
        for pair in pairs:
            places = (
                f"{file}, {sheet}, {row}" for name in (pair.a, pair.b) for file, sheet, row in _places(seen[name])
            )
            table.add_row(pair.a, pair.b, f"{pair.score:.2f}", ", ".join(pair.why), "\n".join(places))
        RESULTS.print(table)
    if pairs:
        raise typer.Exit(NEEDS_A_PERSON)


def renew() -> None:
    """Stores anew what compares names."""
    with progress_bar(_("Reading the kept files")) as advance:
        words = _("Reading the kept files")
        done = renewing.renew_names(open_workspace(), command_line_actor(), lambda share: advance(share, words))
    say(ngettext("{n} name renewed.", "{n} names renewed.", done.renewed).format(n=fmt.number(done.renewed)))
    if done.left:
        words = ngettext("{n} name is in no kept file.", "{n} names are in no kept file.", done.left)
        say(words.format(n=fmt.number(done.left)))


def merge_people(a: A, b: B, as_json: AsJson = False) -> None:
    """Merges two people."""
    workspace = open_workspace()
    _decide(workspace, (a, b), PersonDecisionKind.SAME, as_json, _("{a} and {b} are one person now.").format(a=a, b=b))


def keep_apart(a: A, b: B, as_json: AsJson = False) -> None:
    """Keeps two people apart."""
    done = _("{a} and {b} are different people now.").format(a=a, b=b)
    _decide(open_workspace(), (a, b), PersonDecisionKind.DIFFERENT, as_json, done)


def _decide(workspace: Workspace, pair: Pair, kind: PersonDecisionKind, as_json: bool, done: str) -> None:
    effects = deciding.decide(workspace, [pair], kind, command_line_actor())
    show_effects(effects, as_json, done)


def _as_json(pair: PersonPair, seen: dict[str, SeenPerson]) -> dict[str, Any]:
    return {
        "a": pair.a, "b": pair.b, "score": round(pair.score, 2), "why": pair.why,
        "seen": {"a": _places(seen[pair.a]), "b": _places(seen[pair.b])},
    }  # fmt: skip


def _places(person: SeenPerson) -> list[list[Any]]:
    return [[source.file, source.sheet, source.row] for _number, _event, source in person.attendances]
