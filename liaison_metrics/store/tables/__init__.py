"""The tables. Attendances and headcounts are facts, and each belongs to one upload. People are never stored."""

from liaison_metrics.store.tables.decisions import EventCorrectionTable, EventDecisionTable, PlannedEventTable
from liaison_metrics.store.tables.facts import (
    AttendanceTable,
    EventMentionTable,
    EventTable,
    HeadcountTable,
    NameFormTable,
)
from liaison_metrics.store.tables.reports import IssuedFormTable, IssuedReportTable
from liaison_metrics.store.tables.uploads import (
    AddedCommunityTable,
    AnswerTable,
    ChangeTable,
    InstallationTable,
    OpenQuestionTable,
    OriginalDownloadTable,
    OriginalTable,
    RejectedRowTable,
    UncountedRowTable,
    UploadTable,
)

__all__ = [
    "AddedCommunityTable",
    "AnswerTable",
    "AttendanceTable",
    "ChangeTable",
    "EventCorrectionTable",
    "EventDecisionTable",
    "EventMentionTable",
    "EventTable",
    "HeadcountTable",
    "InstallationTable",
    "IssuedFormTable",
    "IssuedReportTable",
    "NameFormTable",
    "OpenQuestionTable",
    "OriginalDownloadTable",
    "OriginalTable",
    "PlannedEventTable",
    "RejectedRowTable",
    "UncountedRowTable",
    "UploadTable",
]
