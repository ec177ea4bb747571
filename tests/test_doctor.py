from __future__ import annotations

import json
import shutil
import subprocess
from importlib import metadata

import pytest

from generator import cli
from generator.commands import doctor
from generator.readers import ocr


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with what is needed and nothing else."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(ocr, "installed", lambda: "")
    monkeypatch.setattr(ocr, "available", lambda: False)


def _said(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"right", "parts"}
    return {part["name"]: part for part in said["parts"]}


def test_what_is_needed_is_told_with_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Python, MkDocs, its theme and the packages stand first, each with its version, and all are there."""
    assert cli.main(["doctor", "--json"]) == 0
    parts = _said(capsys)
    assert list(parts)[:4] == ["Python", "MkDocs", "Material för MkDocs", "Pythonpaket"]
    assert parts["MkDocs"]["version"] == metadata.version("mkdocs")
    assert all(part["right"] for part in parts.values() if part["needed"])


@pytest.mark.usefixtures("bare")
def test_what_is_missing_and_can_be_done_without_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    """Without Tesseract, LibreOffice and Chromium the code is 0; what one loses and how to get each on each system is told."""
    assert cli.main(["doctor"]) == 0
    said = capsys.readouterr().out
    for words in (
        "Tesseract med svensk modell: saknas",
        "F124",
        "sudo apt install tesseract-ocr tesseract-ocr-swe",
        "brew install tesseract tesseract-lang",
        "LibreOffice: saknas",
        "F128",
        "brew install --cask libreoffice",
        "Chromium: saknas",
        "3 delar till kan läggas till",
    ):
        assert words in said
    assert said.count("Windows:") == 3


def test_a_missing_swedish_model_is_told_apart(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where Tesseract is there without its Swedish model, the part is not right, and the reason is the model."""
    monkeypatch.setattr(ocr, "installed", lambda: "5.3.0")
    monkeypatch.setattr(ocr, "available", lambda: False)
    assert cli.main(["doctor", "--json"]) == 0
    part = _said(capsys)["Tesseract med svensk modell"]
    assert (part["version"], part["right"]) == ("5.3.0", False)
    assert "swe" in str(part["problem"])


def test_a_missing_package_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where a package that is needed is missing, it is named and the code is 1."""
    known = metadata.version

    def version(name: str) -> str:
        if name == "lunr":
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(metadata, "version", version)
    assert cli.main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "Det saknas: lunr." in said
    assert "make site" in said
    assert "Något som behövs saknas" in said


def test_another_python_is_an_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Another version of Python than the one the program is tried with is told of, and the code is 1."""
    monkeypatch.setattr(doctor, "_PYTHON", (2, 7))
    assert cli.main(["doctor"]) == 1
    assert "✗ Python" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "wanted"), [("LibreOffice 7.4.7.2 40(Build:2)", "7.4.7.2"), ("", "okänd version"), (None, "okänd version")]
)
def test_a_program_is_asked_for_its_version(monkeypatch: pytest.MonkeyPatch, answer: str | None, wanted: str) -> None:
    """A program's version is the first number in what it answers; one that does not answer in time is there all the same."""

    def run(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        if answer is None:
            raise subprocess.TimeoutExpired("soffice", 1)
        return subprocess.CompletedProcess([], 0, stdout=answer)

    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", run)
    assert doctor._told("soffice") == wanted
