"""The weekly digest for coordinators: what came, what moved, what is owed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from liaison_metrics import format as fmt
from liaison_metrics.errors import MailError
from liaison_metrics.services import figures
from liaison_metrics.services.access.actions import Action
from liaison_metrics.services.access.actors import Actor, Role
from liaison_metrics.services.access.permissions import check, requires
from liaison_metrics.services.accounts.account import AccountState
from liaison_metrics.services.accounts.managing import all_accounts
from liaison_metrics.services.answers.asked import asked_questions
from liaison_metrics.services.events.owed.finding import Owed, OwedKind, owed
from liaison_metrics.services.events.owed.reminding import WEEK, Delivery, deliver, page_link
from liaison_metrics.services.labels import actor_name
from liaison_metrics.services.uploads import UploadSummary, changes_since
from liaison_metrics.services.workspace.workspace import Workspace
from liaison_metrics.texts import _, ngettext


@dataclass(frozen=True, slots=True)
class Movement:
    """By how many people an indicator moved in a week, what it reached, and its target."""

    indicator: str
    change: int
    reached: int
    target: int


@dataclass(frozen=True, slots=True)
class WeeklyDigest:
    """What happened since a moment: uploads that came (``more`` beyond those listed) and that were undone, how each
    indicator moved, what is owed, and how many questions partners ``asked`` the coordinator that nobody answered."""

    since: datetime
    came: tuple[UploadSummary, ...]
    more: int
    undone: tuple[UploadSummary, ...]
    moved: tuple[Movement, ...]
    owed: tuple[Owed, ...]
    asked: int

    @property
    def by_partner(self) -> list[tuple[str, Counter[OwedKind]]]:
        """The partners that owe something (codes), those that owe most first, with how many items of each kind."""
        counts: dict[str, Counter[OwedKind]] = {}
        for one in self.owed:
            counts.setdefault(one.partner, Counter())[one.kind] += 1
        return sorted(counts.items(), key=lambda one: -one[1].total())


@requires(Action.DIGEST_READ)
def digest(workspace: Workspace, actor: Actor, now: datetime | None = None) -> WeeklyDigest:
    """Returns the digest of the week before a moment (now by default). Raises NotAllowed."""
    check(actor, Action.DIGEST_READ)
    since = (now or datetime.now(UTC)) - WEEK
    with workspace.snapshot():
        reached = figures.indicators(workspace, actor=actor)
        changes = [changes_since(workspace, one.code, since, actor=actor) for one in reached]
        missing = owed(workspace, actor)
        asked = sum(one.is_open for one in asked_questions(workspace, actor))
    moved = tuple(
        Movement(one.code, change.change, one.reach.reached, one.target)
        for one, change in zip(reached, changes, strict=True)
    )
    first = changes[0]
    came = tuple(one.upload for one in first.named)
    return WeeklyDigest(since, came, first.new_uploads - len(came), first.undone, moved, tuple(missing), asked)


def kind_count(kind: OwedKind, count: int) -> str:
    """Returns how many items of a kind there are, such as “3 events without a sheet”."""
    words = {
        OwedKind.SHEET: ngettext("{n} event without a sheet", "{n} events without a sheet", count),
        OwedKind.QUESTION: ngettext("{n} file with open questions", "{n} files with open questions", count),
        OwedKind.REJECTED: ngettext("{n} file with rejected rows", "{n} files with rejected rows", count),
        OwedKind.EVENT_TO_CHECK: ngettext("{n} group of events to check", "{n} groups of events to check", count),
        OwedKind.DELIVERABLE: ngettext("{n} deliverable not published", "{n} deliverables not published", count),
        OwedKind.EVIDENCE: ngettext("{n} event without evidence", "{n} events without evidence", count),
        OwedKind.STATEMENT: ngettext("{n} quarter without a statement", "{n} quarters without a statement", count),
    }
    return words[kind].format(n=fmt.number(count))


@requires(Action.DIGEST_READ)
def digest_text(workspace: Workspace, found: WeeklyDigest, actor: Actor) -> str:
    """Returns the digest as the text of a mail. Raises NotAllowed."""
    check(actor, Action.DIGEST_READ)
    parts = [
        (_("What came"), list(_came(workspace, found))), (_("What moved"), list(_moved(found))),
        (_("What is owed"), list(_owed(workspace, found))),
    ]  # fmt: skip
    blocks = ["\n".join([heading, *(f"- {line}" for line in lines)]) for heading, lines in parts]
    link = page_link(workspace, "owed")
    day = fmt.day(found.since.date())
    head = _("{project}: the week since {day}").format(project=workspace.project.acronym, day=day)
    return "\n\n".join([head, *blocks, *([link] if link else [])])


def _came(workspace: Workspace, found: WeeklyDigest) -> Iterator[str]:
    for one in found.came:
        people = one.attendances + one.headcount
        yield _("{file} from {who}: {people}").format(
            file=one.file, who=actor_name(workspace.project, one.partner or one.made_by),
            people=ngettext("{n} person", "{n} people", people).format(n=fmt.number(people)),
        )  # fmt: skip
    if found.more:
        yield ngettext("{n} more upload", "{n} more uploads", found.more).format(n=fmt.number(found.more))
    for one in found.undone:
        yield _("{file} was undone").format(file=one.file)
    if not (found.came or found.more or found.undone):
        yield _("No upload this week.")


def _moved(found: WeeklyDigest) -> Iterator[str]:
    for one in found.moved:
        change = fmt.change(one.change) if one.change else _("no change")
        yield _("{indicator}: {change}, now {n} of {target}").format(
            indicator=one.indicator, change=change, n=fmt.number(one.reached), target=fmt.number(one.target)
        )


def _owed(workspace: Workspace, found: WeeklyDigest) -> Iterator[str]:
    for code, counts in found.by_partner:
        what = ", ".join(kind_count(kind, count) for kind, count in counts.items())
        yield _("{who}: {what}").format(who=actor_name(workspace.project, code), what=what)
    if found.asked:
        words = ngettext("{n} question from partners waits", "{n} questions from partners wait", found.asked)
        yield _("{who}: {what}").format(who=_("Coordinator"), what=words.format(n=fmt.number(found.asked)))
    if not (found.owed or found.asked):
        yield _("Nothing is owed.")


@requires(Action.REMINDER_SEND)
def send_digest(workspace: Workspace, actor: Actor) -> WeeklyDigest:
    """Sends the digest to the coordinators with an account; returns it. Raises NotAllowed and MailError."""
    check(actor, Action.REMINDER_SEND)
    recipients = tuple(
        one.email
        for one in all_accounts(workspace, actor)
        if one.role is Role.COORDINATOR and one.state is not AccountState.DISABLED
    )
    if not recipients:
        raise MailError(_("No coordinator has an account."), hint=_("Copy the text."))
    found = digest(workspace, actor)
    subject = _("{project}: weekly digest").format(project=workspace.project.acronym)
    mail = Delivery("", recipients, subject, digest_text(workspace, found, actor), len(found.owed))
    deliver(workspace, mail, actor)
    return found
