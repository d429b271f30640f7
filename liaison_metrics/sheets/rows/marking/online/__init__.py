"""Logs of online meetings: who joined when, who held the meeting, and panels."""
