"""What was promised, who is who, and how many: functions of facts, with no file, database or page."""
