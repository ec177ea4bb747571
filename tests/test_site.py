"""Running MkDocs: what its configuration says, and that the base configuration builds without the archive's help."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.files import package_names, write_pages
from generator.model import Page, Settings
from generator.site import build_site, material_styles, stylesheets, write_config
from generator.styles import sheet_addresses


def test_materials_stylesheets_are_found_by_pattern() -> None:
    """Material's two stylesheets are named in order, as they will lie in the site."""
    names = [Path(path).name.split(".")[0] for path in material_styles()]
    assert names == ["main", "palette"]
    assert all(path.startswith("assets/stylesheets/") and path.endswith(".min.css") for path in material_styles())


@pytest.mark.parametrize(("package", "pattern"), [("material", "nothing/*.css"), ("no_such_package_anywhere", "*.css")])
def test_what_is_not_there_has_no_names(package: str, pattern: str) -> None:
    """A pattern without matches, or a package that is not installed, yields nothing."""
    assert package_names(package, pattern) == ()


def test_the_derived_configuration_names_the_stylesheets(root: Path, tmp_path: Path) -> None:
    """A build's own configuration inherits the base and tells the theme where each kind of page has its stylesheet."""
    write_config(
        root / "mkdocs.yml",
        root / "site_config/theme",
        tmp_path / "mkdocs.yml",
        tmp_path / "pages",
        Settings(),
    )
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text())["extra"]["sheets"] == sheet_addresses()


def test_the_stylesheets_lie_in_the_generated_folder(root: Path) -> None:
    """Every address that the configuration gives is a file of the generated folder, with the theme's own words in it."""
    made = {page.path: page.text for page in stylesheets(root / "site_config/theme")}
    assert set(made) == set(sheet_addresses().values())
    assert made["assets/stylesheets/stil.css"].startswith("@layer material{")
    assert "@media print" in made["assets/stylesheets/stil-papper.css"]


def test_what_no_page_asks_for_is_not_published(root: Path, tmp_path: Path) -> None:
    """Of Material's own scripts and of the stylesheets that were put together nothing is left; the archive's own files stay."""
    theme, pages = root / "site_config/theme", tmp_path / "pages"
    write_pages(pages, (Page("index.md", "# Start\n"), *stylesheets(theme)))
    write_config(root / "mkdocs.yml", theme, tmp_path / "mkdocs.yml", pages, Settings())
    build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    left = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site/assets").rglob("*") if path.is_file()}
    own = {path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file() and path.suffix != ".css"}
    assert left == own | set(sheet_addresses().values())


def test_a_plain_build_renders_all_the_same(root: Path, tmp_path: Path) -> None:
    """MkDocs run by hand, without what the archive derives, gives pages with the archive's own stylesheet."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/index.md").write_text("# Start\n", encoding="utf-8")
    config = f"INHERIT: {root / 'mkdocs.yml'}\ndocs_dir: pages\nsite_dir: site\nnav: [index.md]\n"
    (tmp_path / "mkdocs.yml").write_text(
        f"{config}theme: {{custom_dir: {root / 'site_config/theme'}}}\n", encoding="utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(tmp_path / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "assets/stylesheets/arkiv.css" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
