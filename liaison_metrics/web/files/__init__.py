"""Files by link that are not tables or reports: calendar, template, evidence."""
