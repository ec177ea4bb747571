"""html-validate over every page of the sites, but for a baseline in which each exception has its reason."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.web.installed import FOLDER, module, node

BASELINE = json.loads((FOLDER / "html-validate-baseline.json").read_text(encoding="utf-8"))


def faults(sites: tuple[Path, ...], work: Path) -> list[tuple[str, str, str]]:
    """What html-validate holds against the pages of the sites: where, the rule and what it says."""
    program, config = module("html-validate/bin/html-validate.mjs"), work / "html-validate.json"
    rules = {rule: held["setting"] for rule, held in BASELINE["rules"].items()}
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended", "html-validate:document"], "rules": rules}))
    pages = [str(path) for folder in sites for path in sorted(folder.rglob("*.html"))]
    said = work / "said.json"  # not by way of standard output, which is cut where there is much to say
    command = [node(), str(program), "--config", str(config), "--formatter", f"json={said}", *pages]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (0, 1), done.stderr[-2000:]
    return [
        (f"{page['filePath']}:{one['line']}:{one['column']} {one.get('selector')}", one["ruleId"], one["message"])
        for page in json.loads(said.read_text(encoding="utf-8"))
        for one in page["messages"]
    ]


def test_every_page_is_valid_html(sites: tuple[Path, ...], tmp_path: Path) -> None:
    """Each page follows html-validate's recommended rules; what the baseline lets pass is there, and each with a reason."""
    listed = {(one["rule"], one["message"]) for one in BASELINE["errors"]}
    assert all(one["why"] for one in [*BASELINE["rules"].values(), *BASELINE["errors"]])
    found = faults(sites, tmp_path)
    unlisted = [" ".join(one) for one in found if one[1:] not in listed]
    assert not unlisted, "\n".join(unlisted)
    assert listed == {one[1:] for one in found}, "the baseline lists what is no longer there"
