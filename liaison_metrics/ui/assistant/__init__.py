"""The upload assistant: drop sheets, answer what only a person knows, see what they count for, import."""
