"""What is published, and the settings it is published with."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.archive import Body


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page: ``path`` under the pages folder, with forward slashes."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """One published file that is not a page: ``path`` under the site."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Settings:
    """``site_config/`` as values."""

    site_name: str = "Motionsarkivet"
    municipality: str = ""
    address: str = ""  # absolute address of the published site, ending in "/"
    contact: str = ""
    publisher: str = ""
    introduction: str = ""
    examples: tuple[str, ...] = ()  # example searches on the start page
    bodies: tuple[Body, ...] = ()
    terms: tuple[str, ...] = ()
