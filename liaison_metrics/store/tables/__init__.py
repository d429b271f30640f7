"""The tables. Attendances and headcounts are facts, and each belongs to one upload. People are never stored."""

from liaison_metrics.store.tables.access.accounts import (
    AccountCityTable,
    AccountTable,
    AccountVisitTable,
    FailedSignInTable,
    OneTimeLinkTable,
    SessionTable,
)
from liaison_metrics.store.tables.access.factors import (
    PasskeyTable,
    RecoveryCodeTable,
    SecondFactorTable,
    UsedSignInStepTable,
)
from liaison_metrics.store.tables.access.sharing import AccessTokenTable, ShareLinkTable
from liaison_metrics.store.tables.audit import AuditEndTable, AuditEntryTable
from liaison_metrics.store.tables.decisions import (
    EventCorrectionTable,
    EventDecisionTable,
    PersonDecisionTable,
    PlannedEventTable,
    SentMailTable,
)
from liaison_metrics.store.tables.desk import AskedQuestionTable, WaitingSheetTable
from liaison_metrics.store.tables.evidence import EvidenceEventTable, EvidenceFileTable
from liaison_metrics.store.tables.facts import (
    AttendanceTable,
    EventMentionTable,
    EventTable,
    ForgottenPersonTable,
    HeadcountTable,
    NameFormTable,
    PurgeTable,
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
from liaison_metrics.store.tables.work_plan import (
    CommitteeMemberTable,
    CommitteeTable,
    DeliverableFileTable,
    DeliverableTable,
    DeliverableVersionTable,
    MappedCommunityTable,
    SignatoryTable,
    SkillTable,
    WorkStateTable,
)

__all__ = [
    "AccessTokenTable",
    "AccountCityTable",
    "AccountTable",
    "AccountVisitTable",
    "AddedCommunityTable",
    "AnswerTable",
    "AskedQuestionTable",
    "AttendanceTable",
    "AuditEndTable",
    "AuditEntryTable",
    "ChangeTable",
    "CommitteeMemberTable",
    "CommitteeTable",
    "DeliverableFileTable",
    "DeliverableTable",
    "DeliverableVersionTable",
    "EventCorrectionTable",
    "EventDecisionTable",
    "EventMentionTable",
    "EventTable",
    "EvidenceEventTable",
    "EvidenceFileTable",
    "FailedSignInTable",
    "ForgottenPersonTable",
    "HeadcountTable",
    "InstallationTable",
    "IssuedFormTable",
    "IssuedReportTable",
    "MappedCommunityTable",
    "NameFormTable",
    "OneTimeLinkTable",
    "OpenQuestionTable",
    "OriginalDownloadTable",
    "OriginalTable",
    "PasskeyTable",
    "PersonDecisionTable",
    "PlannedEventTable",
    "PurgeTable",
    "RecoveryCodeTable",
    "RejectedRowTable",
    "SecondFactorTable",
    "SentMailTable",
    "SessionTable",
    "ShareLinkTable",
    "SignatoryTable",
    "SkillTable",
    "UncountedRowTable",
    "UploadTable",
    "UsedSignInStepTable",
    "WaitingSheetTable",
    "WorkStateTable",
]
