"""The joined script of the search page: whole, in order, and still the same program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator import files
from generator.build import LUNR
from generator.search.script import PARTS, PATH, search_script


@pytest.fixture(scope="module")
def lunr() -> str:
    return files.package_file(*LUNR).decode()


def test_every_file_of_the_browser_is_in_the_script(root: Path) -> None:
    """The list of parts names each file of the browser's half once and nothing else."""
    assert sorted(PARTS) == sorted(path.name for path in (root / "generator/search/browser").glob("*.js"))


def test_the_script_is_smaller_and_keeps_the_licence(lunr: str, root: Path) -> None:
    """Joining takes away the comments but not the notice of lunr, which stands first."""
    made = search_script(lunr)
    parts = (root / "generator/search/browser" / name for name in PARTS)
    assert made.path == PATH
    assert made.data.startswith(lunr[: lunr.index("*/")].encode())
    assert b"MIT" in made.data[:400]
    assert len(made.data) < 0.7 * (len(lunr) + sum(path.stat().st_size for path in parts))


def test_the_joined_script_runs(lunr: str, tmp_path: Path) -> None:
    """Run as one script, without a page to work on, it leaves lunr and the engine ready for use."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node saknas: det sammanfogade skriptet provas inte")
    script = tmp_path / "sok.js"
    script.write_bytes(search_script(lunr).data)
    # A page's script has no module; where there is no search form it does nothing more.
    program = (
        "const vm = require('vm'), fs = require('fs');"
        "const page = { console, matchMedia: () => ({}), document: { querySelector: () => null, title: '' } };"
        "page.self = page.window = page; vm.createContext(page);"
        f"vm.runInContext(fs.readFileSync({str(script)!r}, 'utf8'), page);"
        "console.log(typeof page.lunr.Index.load, typeof page.MotionSearch.open, page.MotionWords.fold('ÅÄÖ'));"
    )
    done = subprocess.run([node, "-e", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "function function aao"), done.stderr
