"""The same generated folder through three site builders: what each makes of it, and what may differ."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

import pytest

from generator.build import Paths, build
from tests.movable.reading import Built, pages
from tests.sites import project_copy

# How each builds the site that a configuration describes, beside it. MkDocs is what the program runs. Zensical's --strict would
# stop at the one difference that is allowed below.
BUILDERS: Final[dict[str, tuple[str, ...]]] = {
    "mkdocs": ("build", "--quiet", "--strict"),
    "properdocs": ("build", "--quiet", "--strict"),
    "zensical": ("build",),
}
# What a builder does otherwise, by builder and part of a page (fields of ``Built``): why, and what it makes of MkDocs' value.
# Everything that is not here is the same.
ALLOWED: Final[dict[tuple[str, str], tuple[str, Callable[[Any], Any]]]] = {
    ("zensical", "links"): (
        "It takes a link to a Markdown original (/kallor/…/motion.md) for one to a page and makes it a folder's: whoever moves there must offer those originals under another ending.",
        lambda links: [re.sub(r"(/kallor/[0-9a-f]{64}/[^/]+)\.(?:md|markdown)$", r"\1/", link) for link in links],
    ),
}
# Files that are not pages and that one builder makes of its own; the program writes its own sitemap and has its own search.
OWN_FILES: Final[dict[str, frozenset[str]]] = {
    "mkdocs": frozenset({"sitemap.xml", "sitemap.xml.gz"}),
    "properdocs": frozenset({"sitemap.xml", "sitemap.xml.gz"}),
    "zensical": frozenset({"sitemap.xml", "search.json"}),
}

Site = Callable[[str], Path]


@pytest.fixture(scope="module")
def generated(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its generated folder: pages, stylesheets and the configuration that a build wrote."""
    folder = tmp_path_factory.mktemp("movable")
    project = project_copy(root, folder / "project")
    result = build(Paths(project, root / "tests/golden_content", project / "site_config", folder / "out"))
    assert result.published, result.findings
    return project


@pytest.fixture(scope="module")
def site(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site that a builder makes of a copy of the project, each made once."""
    made: dict[str, Path] = {}

    def by(name: str) -> Path:
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"{name} saknas: det provas inte att en annan byggare kan ta över")
        if name not in made:
            project = tmp_path_factory.mktemp(name) / "project"
            shutil.copytree(generated, project, ignore=shutil.ignore_patterns("read", "copies", "pictures"))
            done = subprocess.run(
                [sys.executable, "-m", name, *BUILDERS[name], "-f", "build/mkdocs.yml"],
                cwd=project,
                capture_output=True,
                text=True,
                check=False,
                timeout=300,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            )
            assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
            made[name] = project / "build/site"
        return made[name]

    return by


@pytest.fixture(scope="module")
def read(site: Site) -> Callable[[str], dict[str, Built]]:
    """The pages of the site that a builder makes, read."""
    return lambda name: dict(pages(site(name)))


OTHERS = [name for name in BUILDERS if name != "mkdocs"]


def test_the_configuration_names_no_place_of_this_machine(generated: Path) -> None:
    """What the program writes for the site builder tells places from where it lies, so that the folder can be moved."""
    assert str(generated) not in (generated / "build/mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", OTHERS)
def test_every_page_has_the_same_address(name: str, read: Callable[[str], dict[str, Built]]) -> None:
    """Another builder puts every page where MkDocs does, and no page besides."""
    assert set(read(name)) == set(read("mkdocs"))
    assert len(read(name)) > 30


@pytest.mark.parametrize("part", [field.name for field in fields(Built)])
@pytest.mark.parametrize("name", OTHERS)
def test_every_page_says_the_same(name: str, part: str, read: Callable[[str], dict[str, Built]]) -> None:
    """Words, title, links, anchors and what the head says are the same on every page, but for what the table allows."""
    _, otherwise = ALLOWED.get((name, part), ("", lambda value: value))
    theirs = read(name)
    differs = {}
    for address, page in read("mkdocs").items():
        wanted, got = otherwise(getattr(page, part)), getattr(theirs[address], part)
        if wanted != got:
            differs[address] = (wanted, got)
    assert differs == {}


@pytest.mark.parametrize(("name", "part"), list(ALLOWED))
def test_every_allowed_difference_is_there(name: str, part: str, read: Callable[[str], dict[str, Built]]) -> None:
    """The table of allowed differences names none that has gone."""
    theirs = read(name)
    assert any(getattr(page, part) != getattr(theirs[address], part) for address, page in read("mkdocs").items())


def test_the_pages_were_read(read: Callable[[str], dict[str, Built]]) -> None:
    """Of every part that is compared there is something on some page: two empty readings would be alike."""
    ours = read("mkdocs")
    assert all(page.title and page.words and page.ids and page.assets for page in ours.values())
    for part in fields(Built):
        assert any(getattr(page, part.name) for page in ours.values()), part.name


@pytest.mark.parametrize("name", OTHERS)
def test_the_stylesheets_and_scripts_are_the_same_bytes(name: str, site: Site) -> None:
    """What the pages ask for beside their words is there from every builder, byte for byte."""
    ours, theirs = site("mkdocs"), site(name)
    asked = {
        file.split("arkiv.example", 1)[1].split("?")[0].lstrip("/")
        for page in dict(pages(ours)).values()
        for file in page.assets
        if file.startswith(("stylesheet", "script", "icon"))
    }
    of_the_folder = {file for file in asked if (ours / file).is_file()}
    assert {"assets/stylesheets/stil.css", "assets/javascripts/arkiv.js"} <= of_the_folder
    assert [file for file in sorted(of_the_folder) if (theirs / file).read_bytes() != (ours / file).read_bytes()] == []


@pytest.mark.parametrize("name", list(BUILDERS))
def test_a_builder_adds_nothing_beside_the_pages_but_what_is_known(name: str, site: Site) -> None:
    """Outside assets/ a builder leaves the pages and the few files of its own that are listed."""
    extra = {
        path.relative_to(site(name)).as_posix()
        for path in site(name).rglob("*")
        if path.is_file() and path.suffix != ".html" and path.relative_to(site(name)).parts[0] != "assets"
    }
    assert extra <= OWN_FILES[name]
