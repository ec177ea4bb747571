"""Motionsarkivet: from a folder of municipal documents to a static, searchable archive."""

__version__ = "0.1.0"
