"""Workbooks that the program makes for partners: the template to fill in, and rejected rows to correct."""
