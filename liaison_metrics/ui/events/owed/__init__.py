"""The page Owed: what each partner owes, reminders, and the weekly digest."""
