"""The use cases. Each is one transaction on one workspace and asks ``access`` who may act."""
