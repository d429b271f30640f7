"""One open installation: settings, project file, store, index, health and the watch over the revision."""
