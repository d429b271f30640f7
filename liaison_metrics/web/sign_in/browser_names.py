"""Short names for browsers: "Chromium on Linux"."""

from __future__ import annotations

from liaison_metrics.texts import _

BROWSERS = {
    "Edg": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Vivaldi": "Vivaldi", "FxiOS": "Firefox",
    "Firefox": "Firefox", "CriOS": "Chrome", "HeadlessChrome": "Chromium", "Chromium": "Chromium", "Chrome": "Chrome",
    "Safari": "Safari",
}  # fmt: skip
"""By what a browser says of itself. Most name those that they are like as well, so the first match counts."""

SYSTEMS = {
    "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "CrOS": "ChromeOS",
    "Macintosh": "macOS", "Linux": "Linux",
}  # fmt: skip


def browser_name(user_agent: str) -> str:
    """Returns a short name for a browser, by what it says of itself."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), "")
    if browser and system:
        return _("{browser} on {system}").format(browser=browser, system=system)
    return browser or system or _("Unknown browser")
