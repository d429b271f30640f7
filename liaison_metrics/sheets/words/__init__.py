"""The words that sheets are written in, in five languages, as data (the TOML files beside this)."""
