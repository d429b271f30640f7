"""Words that Streamlit writes on pages in English alone. The browser puts ours in their place (``address.js``)."""

from __future__ import annotations

import json
from functools import cache

from liaison_metrics.texts import ENGLISH, _, language, speaking


def framework_words() -> str:
    """Returns, as JSON, the words of the current language for those that Streamlit writes; in English nothing."""
    return _as_json(language())


@cache
def _as_json(code: str) -> str:
    if code == ENGLISH:
        return "{}"
    with speaking(code):
        return json.dumps(words(), ensure_ascii=False)


def words() -> dict[str, str]:
    """Returns what Streamlit writes, and the same in the current language. ``{}`` stands for any text."""
    return {
        "Skip to main content": _("Skip to main content"),
        "Sidebar": _("Sidebar"),
        "Expand sidebar": _("Open the sidebar"),
        "Collapse sidebar": _("Close the sidebar"),
        "Notifications": _("Notifications"),
        "Running...": _("Working …"),
        "Close": _("Close"),
        "Fullscreen": _("Full screen"),
        "Close fullscreen": _("End full screen"),
        "Scroll tabs left": _("Earlier tabs"),
        "Scroll tabs right": _("Further tabs"),
        # files
        "Upload": _("Upload"),
        "Add files": _("Add files"),
        "Drag and drop a file here": _("Drop a file here"),
        "Drag and drop files here": _("Drop files here"),
        "{} per file": _("{} per file"),
        "File must be {} or smaller.": _("The file must be {} or smaller."),
        "{} files are not allowed.": _("Files of the type {} can’t be read here."),
        "file upload": _("Upload"),
        "Previous page": _("Previous page"),
        "Next page": _("Next page"),
        # choices
        "Open": _("Open"),
        "No results": _("No results"),
        "{} option available.": _("{} to choose from"),
        "{} options available.": _("{} to choose from"),
        "{}, selected": _("{}, chosen"),
        "Choose an option": _("Choose …"),
        "Choose options": _("Choose …"),
        "No options to select": _("Nothing to choose from"),
        "Selected values": _("Chosen"),
        "Select all": _("Choose all"),
        "Clear all": _("Clear all"),
        "Clear value": _("Clear"),
        "Clear entry": _("Clear"),
        "Remove {}": _("Remove {}"),
        # dates
        "Choose date": _("Choose a date"),
        "Clear date": _("Clear the date"),
        "Use arrow keys to navigate dates. Enter to select. Escape to close.": _(
            "Arrow keys move between days. Enter chooses, Escape closes."
        ),
        "Selected Date: {}": _("Chosen: {}"),
        "dd": _("dd"),
        "mm": _("mm"),
        "yyyy": _("yyyy"),
        "day, {}": _("Day, {}"),
        "month, {}": _("Month, {}"),
        "year, {}": _("Year, {}"),
        # numbers and texts
        "Increment": _("One more"),
        "Decrement": _("One less"),
        "Number is above the allowed range.": _("This number is too large."),
        "Number is below the allowed range.": _("This number is too small."),
        "Help for {}": _("Help: {}"),
        # tables that are edited
        "Add row": _("Add a row"),
        "Delete row(s)": _("Delete rows"),
        "Clear selection": _("Clear the selection"),
        "Show/hide columns": _("Choose columns"),
        "Download as CSV": _("Download as CSV"),
        "Search": _("Search"),
        "Close Search": _("Close the search"),
        "Previous Result": _("Previous result"),
        "Next Result": _("Next result"),
        "Sort ascending": _("Sort upwards"),
        "Sort descending": _("Sort downwards"),
        "Statistics": _("Statistics"),
        "Autosize": _("Fit the width"),
        "Pin column": _("Keep the column in sight"),
        "Unpin column": _("Let the column scroll"),
        "Hide column": _("Hide the column"),
        "Press Enter to apply": _("Enter applies it"),
        "Press Enter to submit form": _("Enter sends the form"),
        "Press Ctrl+Enter to apply": _("Ctrl+Enter applies it"),
        "Press ⌘+Enter to apply": _("⌘+Enter applies it"),
        "Show password": _("Show the password"),
        "Hide password": _("Hide the password"),
    }
