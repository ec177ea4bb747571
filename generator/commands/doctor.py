"""``motionsarkiv doctor``: what is installed, what is missing, what one loses by it and how to get it."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata

from generator.commands.shared import PUBLISHED, WITH_ERRORS
from generator.readers import ocr

NAME = "doctor"
HELP = "Se efter vad som är installerat, vad som saknas och hur det installeras."
EXAMPLE = "motionsarkiv doctor --json"

_PROJECT = "motionsarkivet"
_PYTHON = (3, 11)
_TIME_LIMIT = 20  # seconds for a program to tell its version
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_APT = "sudo apt install"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the program uses. ``version`` is None where it is missing; ``without`` says what one then loses.

    ``problem`` says what is wrong with a part that is there and will not do; ``get`` gives the way to it on each system.
    """

    name: str
    version: str | None
    needed: bool
    without: str
    get: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def right(self) -> bool:
        """Whether the part is there and will do."""
        return self.version is not None and not self.problem


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the form of the answer."""
    parser.add_argument("--json", action="store_true", help="skriv svaret som JSON")


def run(options: argparse.Namespace) -> int:
    """Print every part; 1 if one that is needed is missing, else 0."""
    parts = examined()
    right = all(part.right for part in parts if part.needed)
    if options.json:
        rows = [{**asdict(part), "right": part.right} for part in parts]
        print(json.dumps({"right": right, "parts": rows}, ensure_ascii=False, indent=1))
    else:
        _print(parts)
    return PUBLISHED if right else WITH_ERRORS


def examined() -> tuple[Part, ...]:
    """Every part, the needed ones first."""
    return (_python(), *_packages(), _tesseract(), _office(), _browser())


def _python() -> Part:
    there = platform.python_version()
    problem = "" if sys.version_info[:2] == _PYTHON else "Programmet är prövat med Python 3.11, och bara med den."
    return Part("Python", there, needed=True, without="ingenting går att köra", get=_systems("python3.11 python3.11-venv", "python@3.11"), problem=problem)


def _packages() -> tuple[Part, ...]:
    """MkDocs and its theme by name, and the rest of what the project asks for as one part."""
    again = {"alla system": "make site"}
    lost = "sajten går inte att bygga"
    missing, there = [], 0
    for name in _asked_for():
        if _version_of(name) is None:
            missing.append(name)
        else:
            there += 1
    return (
        Part("MkDocs", _version_of("mkdocs"), needed=True, without=lost, get=again),
        Part("Material för MkDocs", _version_of("mkdocs-material"), needed=True, without=lost, get=again),
        Part(
            "Pythonpaket",
            f"{there} av {there + len(missing)}",
            needed=True,
            without="dokumenten går inte att läsa",
            get=again,
            problem=f"Det saknas: {', '.join(missing)}." if missing else "",
        ),
    )


def _tesseract() -> Part:
    there = ocr.installed()
    problem = "Den svenska modellen (swe) saknas." if there and not ocr.available() else ""
    return Part(
        "Tesseract med svensk modell",
        there or None,
        needed=False,
        without="inskannade sidor och bilder läses inte; dokument med sådana ställs åt sidan (F124)",
        get=_systems("tesseract-ocr tesseract-ocr-swe tesseract-ocr-osd", "tesseract tesseract-lang"),
        problem=problem,
    )


def _office() -> Part:
    return Part(
        "LibreOffice",
        _told("soffice", "libreoffice"),
        needed=False,
        without="dokument i Words äldre format (.doc) läses inte, utan ställs åt sidan (F128)",
        get=_systems("libreoffice-writer", "--cask libreoffice"),
    )


def _browser() -> Part:
    return Part(
        "Chromium",
        _told("chromium"),
        needed=False,
        without="proven i webbläsare hoppas över av ”make test”; arkivet byggs ändå",
        get=_systems("chromium", "--cask chromium"),
    )


def _systems(debian: str, homebrew: str) -> dict[str, str]:
    """The way to a program on each system; on Windows the archive itself is built in WSL."""
    return {
        "Debian och Ubuntu": f"{_APT} {debian}",
        "macOS": f"brew install {homebrew}",
        "Windows": f"i WSL med Ubuntu, där programmet körs: {_APT} {debian}",
    }


def _asked_for() -> list[str]:
    """The packages that the project says it needs, those for tests left out; none where it is not installed itself."""
    try:
        asked = metadata.requires(_PROJECT) or []
    except metadata.PackageNotFoundError:
        return []
    return [re.split(r"[\s=<>!~;\[(]", one)[0] for one in asked if "extra ==" not in one]


def _version_of(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _told(*names: str) -> str | None:
    """The version that the first of these programs gives of itself; "okänd version" where it gives none, None where there is none."""
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - a program found by its own name, with one fixed word
            [path, "--version"], capture_output=True, text=True, errors="replace", check=False, timeout=_TIME_LIMIT
        )
    except (OSError, subprocess.TimeoutExpired):
        return "okänd version"
    told = _VERSION.search(done.stdout)
    return told[0] if told else "okänd version"


def _print(parts: tuple[Part, ...]) -> None:
    for heading, needed in (("Behövs", True), ("Kan läggas till", False)):
        print(f"{heading}:")
        for part in parts:
            if part.needed is needed:
                _print_part(part)
    missing = [part for part in parts if not part.right]
    lacking = sum(part.needed for part in missing)
    optional = len(missing) - lacking
    if lacking:
        print("Något som behövs saknas; se ovan.")
    elif optional:
        print(f"Allt som behövs finns. {optional} {'del' if optional == 1 else 'delar'} till kan läggas till; se ovan.")
    else:
        print("Allt finns.")


def _print_part(part: Part) -> None:
    bold, plain = ("\033[1m", "\033[0m") if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    if part.right:
        print(f"  ✓ {part.name}: {part.version}")
        return
    print(f"  ✗ {bold}{part.name}: {part.version or 'saknas'}{plain}")
    if part.problem:
        print(f"      {part.problem}")
    print(f"      Följd: {part.without}.")
    for system, way in part.get.items():
        print(f"      {system}: {way}")
