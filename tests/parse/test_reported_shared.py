"""The office's tables in the council bundles beside the checkout, held against the list of what they say."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from pathlib import Path

import pytest

from generator.bundles import split
from generator.model import Reported
from generator.parse import parse
from generator.readers import read

# A stance that the list cuts where its cell wraps begins so.
FORMS = {"avstyrker": "reject", "tillstyrker": "support", "anses besvarad": "considered-answered", "tar inte": "no-position", "avstår": "no-position"}
ENOUGH = 0.95


def _key(name: str) -> str:
    return re.sub(r"[^a-zåäö&]", "", name.lower().replace("nämnden", "nämnd"))


def _reported(path: Path) -> list[Reported]:
    """What the rows of the tables in the papers that prepare the matter tell."""
    data = path.read_bytes()
    document = read(path.name, hashlib.sha256(data).hexdigest(), data).document
    assert document is not None
    parts = [part for part in split(document) if any(line.style == "row" for line in part.lines)]
    return [one for part in parts for one in parse(part).reported if "\t" in one.quote]


def test_the_tables_say_what_the_city_lists(shared: Path) -> None:
    """Of the bodies that the list has for the bundles of 2022 and 2023, nearly all are read with the stance that it gives them."""
    listing = shared / "goteborg" / "stances.tsv"
    if not listing.is_file():
        pytest.skip("../shared/goteborg saknas: provet behöver de verkliga handlingarna")
    listed: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with listing.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["file"].startswith(("2022", "2023")):
                listed[row["file"]].append(row)
    said = right = every = 0
    for name, rows in listed.items():
        left = _reported(shared / "goteborg" / "handlingar" / name)
        for row in rows:
            every += 1
            found = next((one for one in left if _key(one.mention.full).startswith(_key(row["body_cell"]))), None)
            if found is None:
                continue
            left.remove(found)
            stance = next(value for form, value in FORMS.items() if row["stance"].lower().startswith(form))
            said += found.value != "unclear"
            right += found.value == stance
    assert every > 30
    assert right >= ENOUGH * said
    assert right >= ENOUGH * every
