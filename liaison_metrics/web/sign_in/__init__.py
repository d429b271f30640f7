"""Signing in, outside Streamlit: plain forms, so that nobody who is not signed in reaches a page."""
