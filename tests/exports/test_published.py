"""The open data and the old addresses of a site that is built as a city builds it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from generator.build import Paths, build
from tests.exports.test_feeds import faults
from tests.sites import Site, project_copy

CHANGES = """ändringar:
  - {datum: 2026-02-01, slag: flyttad, vad: gammal-sak, till: ID, skäl: Ärendet fick ett nummer.}
  - {datum: 2026-01-01, slag: borttagen, vad: ID/borta, skäl: Avsändaren begärde det.}
  - {datum: 2026-01-01, slag: tillkom, vad: finns-inte, skäl: Felskrivet.}
"""


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small made-up archive as a site, with a file of changes."""
    folder = tmp_path_factory.mktemp("data")
    project = project_copy(root, folder / "project")
    config = folder / "config"
    shutil.copytree(root / "tests/golden_config", config)
    (config / "changes.yml").write_text(CHANGES.replace("ID", "ks-2021-45"), encoding="utf-8")
    result = build(Paths(project, root / "tests/golden_content", config, folder / "site"))
    assert result.published, result.findings
    return Site(folder / "site", result)


def test_every_page_of_a_case_that_moved_is_still_found(site: Site) -> None:
    """Each old address has a small page that leads to a page of the site, and none of them is in the sitemap or in the search."""
    old = sorted(site.folder.glob("motioner/gammal-sak/**/index.html"))
    new = sorted(site.folder.glob("motioner/ks-2021-45/**/index.html"))
    assert [path.relative_to(site.folder / "motioner/gammal-sak") for path in old] == [path.relative_to(site.folder / "motioner/ks-2021-45") for path in new]
    assert len(old) > 2
    for path in old:
        target = path.read_text(encoding="utf-8").partition("0; url=")[2].partition('"')[0]
        assert (path.parent / target / "index.html").is_file()
    assert "gammal-sak" in (site.folder / "_redirects").read_text(encoding="utf-8")
    others = [path for path in site.folder.rglob("*") if path.suffix in {".json", ".xml", ".csv"} and "gammal-sak" in path.read_text(encoding="utf-8")]
    assert {path.relative_to(site.folder).as_posix() for path in others} <= {"data/changes.csv", "om/andringar/feed.xml"}


def test_the_log_is_there_and_its_faults_are_told(site: Site) -> None:
    """The change log is a page, a table and a feed with the same lines, and a line about what is not here is a finding at its line."""
    page = (site.folder / "om/andringar/index.html").read_text(encoding="utf-8")
    assert "Tre ändringar" in page
    rows = list(csv.DictReader(io.StringIO((site.folder / "data/changes.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [(row["slag"], row["vad"]) for row in rows] == [("flyttad", "gammal-sak"), ("tillkom", "finns-inte"), ("borttagen", "ks-2021-45/borta")]
    assert faults((site.folder / "om/andringar/feed.xml").read_bytes()) == []
    assert [(one.file, one.line) for one in site.result.findings if one.code == "F420"] == [("config/changes.yml", 4)]


def test_every_feed_a_page_names_is_there(site: Site) -> None:
    """Pages of motions, bodies and words name a feed of their own, which is there and keeps to its standard."""
    named = 0
    for path in site.folder.rglob("index.html"):
        for piece in path.read_text(encoding="utf-8").split('type="application/atom+xml"')[1:]:
            target = piece.partition('href="')[2].partition('"')[0]
            feed = (path.parent / target).resolve()
            assert feed.is_file(), (path, target)
            named += feed.parent == path.parent
            assert faults(feed.read_bytes()) == []
    assert named > 5


def test_every_data_file_opens(site: Site) -> None:
    """The archive keeps to its schema, every XML is well-formed, and the database has every motion and answer of the archive."""
    data = json.loads((site.folder / "data/archive.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads((site.folder / "data/archive.schema.json").read_text(encoding="utf-8"))).validate(data)
    for path in [*site.folder.rglob("*.xml"), *site.folder.rglob("*.rdf")]:
        ET.fromstring(path.read_bytes())  # noqa: S314 - our own output
    with sqlite3.connect(f"file:{site.folder / 'data/archive.sqlite'}?mode=ro", uri=True) as held:
        for name in ("motions", "responses", "bodies", "sources"):
            assert held.execute(f"SELECT count(*) FROM {name}").fetchone() == (len(data[name]),)  # noqa: S608 - names of our own


def test_the_sitemap_has_every_page_and_nothing_else(site: Site) -> None:
    """Each address of the sitemap is a page that is built, and each page that is built is in it, but those that only lead on."""
    root = ET.fromstring((site.folder / "sitemap.xml").read_bytes())  # noqa: S314 - our own output
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    gathered = site.result.gathered
    assert gathered
    listed = {(node.text or "").removeprefix(gathered.settings.address) for node in root.iter(f"{space}loc")}
    built = {
        path.parent.relative_to(site.folder).as_posix().replace(".", "", 1) + "/"
        for path in site.folder.rglob("index.html")
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    }
    assert {one or "/" for one in listed} == built
