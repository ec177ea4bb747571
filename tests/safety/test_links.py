"""Symbolic links: none leads out of the content folder, and none in the working folder is written through or published."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator import files
from generator.model import DataFile, Page
from tests.sites import project_copy
from tests.test_bad_input import run

HIDDEN = "Detta står utanför och får inte synas."


def _published(site: Path) -> str:
    return " ".join(path.read_bytes().decode("utf-8", "replace") for path in site.rglob("*") if path.is_file())


@dataclass(frozen=True, slots=True)
class Home:
    """A folder with a project, documents and, beside them, a secret; and how its first build went."""

    folder: Path
    code: int
    said: str
    outcomes: dict[str, str]


LINKS = {
    "ut.txt": "../utanfor/hemlig.txt", "ut": "../utanfor", "upp": "..", "rot": "/", "via.txt": "ut.txt", "runt": ".",
    "ut.md": "../utanfor/hemlig.md", "tom.txt": "finns-inte",
}  # fmt: skip
PLANTED = {"om/index.md": "../../../../utanfor/hemlig.md", "hemlig": "../../../utanfor", "data": "../../../utanfor"}


@pytest.fixture(scope="module")
def home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Links among the documents and among the generated pages, built once."""
    folder = tmp_path_factory.mktemp("länkar")
    project_copy(root, folder / "projekt")
    shutil.copytree(root / "tests/golden_content", folder / "content")
    (folder / "utanfor").mkdir()
    (folder / "utanfor/hemlig.txt").write_text(HIDDEN, encoding="utf-8")
    (folder / "utanfor/hemlig.md").write_text(f"# {HIDDEN}\n", encoding="utf-8")
    for name, target in LINKS.items():
        (folder / "content" / name).symlink_to(target)
    (folder / "content/mapp").mkdir()
    (folder / "content/mapp/case.yml").symlink_to("../../utanfor/hemlig.txt")
    pages = folder / "projekt/build/pages"
    (pages / "om").mkdir(parents=True)
    for name, target in PLANTED.items():
        (pages / name).symlink_to(target)
    assert (pages / "om/index.md").is_file()
    assert (pages / "data").is_dir()
    return Home(folder, *_built(folder))


def _built(folder: Path) -> tuple[int, str, dict[str, str]]:
    done = run("--project", folder / "projekt", "build", "--content", folder / "content", "--out", folder / "site", "--jobs", "1")
    sources = json.loads((folder / "site/data/archive.json").read_text(encoding="utf-8"))["sources"]
    return done.returncode, done.stdout + done.stderr, {one["file"]: one["outcome"] for one in sources}


def test_no_link_leads_out_of_the_content_folder(home: Home) -> None:
    """Links to a file, a folder, the folder above or itself, and through another link, are refused, each with a row and a finding."""
    assert home.code == 1
    assert HIDDEN not in _published(home.folder / "site")
    for name in (*LINKS, "mapp/case.yml"):
        assert home.outcomes[name] == "rejected", name
        assert f"/{name}: F106" in home.said, name
    assert home.outcomes["motion.md"] == "published"
    assert not [name for name in home.outcomes if name.startswith(("runt/", "upp/", "ut/", "rot/"))]
    assert not any(path.is_symlink() for path in (home.folder / "site").rglob("*"))


def test_a_link_planted_among_the_generated_pages_is_not_followed(home: Home) -> None:
    """Links that lie in the working folder are taken away before the site builder can follow them, and nothing is written through them."""
    outside = home.folder / "utanfor"
    assert sorted(path.name for path in outside.iterdir()) == ["hemlig.md", "hemlig.txt"]
    assert (outside / "hemlig.md").read_text(encoding="utf-8") == f"# {HIDDEN}\n"
    assert not any(path.is_symlink() for path in (home.folder / "projekt/build/pages").rglob("*"))
    assert not (home.folder / "site/hemlig").exists()
    assert (home.folder / "site/om/index.html").is_file()


def test_a_document_that_became_a_link_is_taken_out(home: Home) -> None:
    """A document that is replaced by a link out of the folder is refused at the next build, and its words are gone."""
    words = "Platsen är plan och har både el och vatten"
    assert home.outcomes["fritid.txt"] == "published"
    assert words in _published(home.folder / "site")
    (home.folder / "content/fritid.txt").unlink()
    (home.folder / "content/fritid.txt").symlink_to("../utanfor/hemlig.txt")
    code, _, outcomes = _built(home.folder)
    assert (code, outcomes["fritid.txt"]) == (1, "rejected")
    published = _published(home.folder / "site")
    assert HIDDEN not in published
    assert words not in published


def test_writing_never_goes_through_a_link(tmp_path: Path) -> None:
    """A file, a folder and a link to nothing in the way of what is written give way, and what they lead to stays as it was."""
    outside = tmp_path / "ute"
    outside.mkdir()
    (outside / "a.md").write_text(HIDDEN, encoding="utf-8")
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.md").symlink_to(outside / "a.md")
    (folder / "b").symlink_to(outside)
    (folder / "c.md").symlink_to(outside / "finns-inte")
    (folder / "d").symlink_to(outside)
    files.write_pages(folder, [Page("a.md", "ny"), Page("b/a.md", "ny"), Page("c.md", "ny")])
    assert (outside / "a.md").read_text(encoding="utf-8") == HIDDEN
    assert [path.name for path in outside.iterdir()] == ["a.md"]
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) == ["a.md", "b", "b/a.md", "c.md"]
    assert not any(path.is_symlink() for path in folder.rglob("*"))


def test_a_file_beside_the_pages_is_not_written_through_a_link(tmp_path: Path) -> None:
    """The same holds for files that are added to a site, and for single small files."""
    outside = tmp_path / "ute.txt"
    outside.write_text(HIDDEN, encoding="utf-8")
    for name in ("x.txt", "y.txt"):
        (tmp_path / name).symlink_to(outside)
    files.write_files(tmp_path, [DataFile("x.txt", b"ny")])
    files.write_text(tmp_path / "y.txt", "ny")
    assert outside.read_text(encoding="utf-8") == HIDDEN
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == (tmp_path / "y.txt").read_text(encoding="utf-8") == "ny"
