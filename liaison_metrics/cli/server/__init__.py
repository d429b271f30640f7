"""Commands for whoever runs the program: installation, server, accounts."""
