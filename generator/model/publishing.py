"""What is published, and the settings it is published with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.archive import Body

Compliance = Literal["full", "partial", "none"]
ChangeKind = Literal["added", "corrected", "withdrawn", "moved"]


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
class Licence:
    """What others may do with the data: the licence's name and the address of its text."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Something on the site that is not accessible: ``what``, ``why`` it is not, and the WCAG criterion, "" where none is named."""

    what: str
    why: str
    criterion: str = ""


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The accessibility statement's parts (DOS-lagen, EU 2018/1523). Days are ISO; ``valid_months``: how old ``assessed`` may be.

    A part that site.yml leaves out is empty here and named, by its key, in ``missing``.
    """

    actor: str
    service: str
    compliance: Compliance | None
    assessed: str
    method: str
    updated: str
    contacts: tuple[str, ...]  # ways to report; one at least is more than an e-mail address
    failures: tuple[Failure, ...] = ()
    exempt: tuple[str, ...] = ()  # content that the law does not cover
    burden: tuple[str, ...] = ()  # claims of disproportionate burden
    valid_months: int = 12
    missing: tuple[str, ...] = ()
    line: int = 0  # of site.yml, for findings


@dataclass(frozen=True, slots=True)
class Change:
    """A line that staff keep in the change log. ``what`` is an id or an address of the archive, ``to`` the new one of what moved."""

    day: str
    kind: ChangeKind
    what: str
    reason: str
    to: str = ""
    line: int = 0  # of the file of changes, for findings


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
    licence: Licence | None = None  # of the data
    report: str = ""  # where faults are reported: an e-mail address or the address of a form
    controller: str = ""  # who answers for personal data
    data_protection: str = ""  # how the data protection officer is reached
    accessibility: Accessibility | None = None
    changes: tuple[Change, ...] = ()
