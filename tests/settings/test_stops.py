"""The command line with a statement that is not whole, or too old: nothing is built, and what is published stays."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator import cli
from generator.settings import STATEMENT_KEYS
from tests.sites import project_copy

from .whole import SITE, without

PARTS = tuple(key for key in STATEMENT_KEYS if key != "giltighet")
DOCUMENT = "Motion om en isbana\n\nVi föreslår\n\natt kommunen bygger en isbana.\n\nAnna Berg (S)\n"
DAY = "1775001600"  # 1 April 2026 in seconds since 1970


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a published site."""
    made = project_copy(root, tmp_path_factory.mktemp("projekt") / "projekt")
    (made / "content").mkdir()
    (made / "content" / "motion.txt").write_text(DOCUMENT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        assert _run(made, SITE) in {0, 1}
    return made


def _run(project: Path, site: str, verb: str = "build") -> int:
    (project / "site_config" / "site.yml").write_text(site, encoding="utf-8")
    return cli.main(["--project", str(project), verb, "--jobs", "1"])


def _digest(project: Path) -> str:
    made = hashlib.sha256()
    for path in sorted((project / "site").rglob("*")):
        made.update(str(path).encode() + (path.read_bytes() if path.is_file() else b""))
    return made.hexdigest()


@pytest.mark.parametrize("key", [*PARTS, "tillgänglighet"])
def test_a_part_left_out_stops_the_build(
    project: Path, key: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each part left out in turn gives exit code 2 from build and check, names the part, and leaves the published site untouched."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    before = _digest(project)
    for verb in ("build", "check"):
        assert _run(project, without(key), verb) == 2
        said = capsys.readouterr().err
        assert "site_config/site.yml:" in said
        assert f"”{key}” saknas" in said
    assert _digest(project) == before


def test_an_old_assessment_stops_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A year after the assessment nothing is built, and the message names its day and says what to do."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(DAY) + 365 * 24 * 3600))
    before = _digest(project)
    assert _run(project, SITE) == 2
    said = capsys.readouterr().err
    assert "site_config/site.yml:7: F417" in said
    assert "2026-02-28" in said
    assert _digest(project) == before


def test_without_an_address_the_page_says_what_is_missing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site without an address is built with a note for each missing part, and its statement names them."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    text = without("metod").replace("adress: https://arkivet.ekvik.example/\n", "").replace("  undantag: [Kartor.]\n", "")
    assert _run(project, text) in {0, 1}
    assert capsys.readouterr().err.count("F416") == 2
    page = (project / "site" / "om" / "tillganglighet" / "index.html").read_text(encoding="utf-8")
    assert "Redogörelsen är inte färdig" in page
    assert "<li>hur bedömningen gick till</li><li>vilket innehåll som lagen inte gäller</li>" in page
