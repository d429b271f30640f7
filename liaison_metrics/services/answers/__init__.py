"""Answers to questions about sheets: what each would count, and those that are saved for later sheets."""
