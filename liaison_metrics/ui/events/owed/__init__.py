"""The pages Owed (what each partner owes, reminders, the weekly digest) and Data quality."""
