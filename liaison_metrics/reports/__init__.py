"""Figures as documents and pictures to take away."""
