"""Commands about events that may be one: list them, merge them, separate them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table as RichTable

from liaison_metrics import format as fmt
from liaison_metrics.cli.options import NEEDS_A_PERSON, AsJson, command_line_actor
from liaison_metrics.cli.screen import RESULTS, print_json, say
from liaison_metrics.domain.facts import EventFact
from liaison_metrics.domain.index import IndexState
from liaison_metrics.domain.index.checks import EventPair
from liaison_metrics.services.events import checks, corrections
from liaison_metrics.services.figures.preview import Effect
from liaison_metrics.services.labels import event_name, label
from liaison_metrics.services.workspace.workspace import open_workspace
from liaison_metrics.texts import _, ngettext

events_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

A = Annotated[int, typer.Argument(metavar="A", help=_("An event's id, from “events check”."))]
B = Annotated[int, typer.Argument(metavar="B", help=_("The other event's id."))]


def add_to(app: typer.Typer) -> None:
    """Adds these commands to the program's."""
    events_app.command("check", help=_("List events that may be the same event."))(check_events)
    events_app.command("merge", help=_("Say that two events are the same event; A's details are kept."))(merge_events)
    events_app.command("separate", help=_("Say that two events are different events."))(separate_events)
    app.add_typer(events_app, name="events", help=_("Check, merge and separate events."))


def check_events(as_json: AsJson = False) -> None:
    """Lists the pairs of events to check. The exit status is 1 where there are any."""
    workspace = open_workspace()
    pairs, index = checks.pairs(workspace, command_line_actor()), workspace.index()
    if as_json:
        print_json({"pairs": [_as_json(index, pair) for pair in pairs]})
    elif not pairs:
        say(_("No events to check."))
    else:
        table = RichTable(box=None, pad_edge=False)
        for heading in (_("A"), _("B"), _("date"), _("city"), _("title of A"), _("title of B"), _("held back")):
            table.add_column(heading, overflow="fold")
        for pair in pairs:
            table.add_row(
                str(pair.a.id), str(pair.b.id), fmt.day(pair.a.date), label(workspace.project, "city", pair.a.city),
                event_name(workspace.project, pair.a), event_name(workspace.project, pair.b),
                fmt.number(pair.held_back),
            )  # fmt: skip
        RESULTS.print(table)
    if pairs:
        raise typer.Exit(NEEDS_A_PERSON)


def merge_events(a: A, b: B, as_json: AsJson = False) -> None:
    """Merges two events."""
    effects = corrections.merge(open_workspace(), [b], a, command_line_actor())
    show_effects(effects, as_json, _("Events {a} and {b} are one event now.").format(a=a, b=b))


def separate_events(a: A, b: B, as_json: AsJson = False) -> None:
    """Separates two events."""
    effects = checks.separate_events(open_workspace(), (a, b), command_line_actor())
    show_effects(effects, as_json, _("Events {a} and {b} are different events now.").format(a=a, b=b))


def _as_json(index: IndexState, pair: EventPair) -> dict[str, Any]:
    return {"a": _event(index, pair.a), "b": _event(index, pair.b), "held_back": pair.held_back}


def _event(index: IndexState, event: EventFact) -> dict[str, Any]:
    count = index.count_of(event.id)
    return {
        "id": event.id, "activity": event.activity, "city": event.city, "date": event.date.isoformat(),
        "title": event.title, "listed": count.listed, "stated": count.stated,
    }  # fmt: skip


def show_effects(effects: tuple[Effect, ...], as_json: bool, done: str) -> None:
    """Prints what was done and its effect on each indicator, as JSON or in words."""
    if as_json:
        print_json({
            "indicators": [{"code": one.indicator, "before": one.before, "after": one.after} for one in effects]
        })  # fmt: skip
        return
    say(done)
    for one in effects:
        if one.change:
            people = ngettext("{n} person", "{n} people", abs(one.change)).format(n=fmt.change(one.change))
            say(
                _("{code}: {people}, now {after}").format(
                    code=one.indicator, people=people, after=fmt.number(one.after)
                )
            )
