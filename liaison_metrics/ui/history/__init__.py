"""The History page: uploads, their details, undo and redo."""
