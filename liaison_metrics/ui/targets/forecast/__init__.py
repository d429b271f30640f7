"""Forecast: where each target will stand at the project's end, and what changes it."""
