"""Signing in at an OpenID Connect provider: used only to begin our own session."""
