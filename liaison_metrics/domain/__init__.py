"""What was promised, which sheets tell of one event, who is who, and how many: functions of facts (what sheets state
and people decide), with no file, database or page."""
