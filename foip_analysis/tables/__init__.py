"""Datasets → tables and statistics; each table knows what it was asked and of what it is."""
