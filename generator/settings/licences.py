"""The licences that data may be published under by name alone: name → the address of the licence's text."""

from __future__ import annotations

import re
from typing import Final

import yaml

from generator.findings import found
from generator.model import Finding, Licence
from generator.reach import is_web
from generator.settings.reading import guess, known_pairs, line_of, text_of

# Creative Commons' and Open Data Commons' own addresses for the texts.
LICENCES: Final[dict[str, str]] = {
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "PDM 1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "ODC-By 1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "ODbL 1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "PDDL 1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}
LICENCE_KEYS: Final = ("namn", "adress")
_SIGNS: Final = re.compile(r"[\s_-]+")
_BY_NAME: Final = {_SIGNS.sub("", name).lower(): name for name in LICENCES}


def licence_of(node: yaml.Node, file: str, findings: list[Finding]) -> Licence | None:
    """A licence by its short name, or by ``namn`` and ``adress``; None, with a finding, for one that cannot be told."""
    if isinstance(node, yaml.MappingNode):
        said = {key: text_of(value, key, file, findings) for key, value, _ in known_pairs(node, LICENCE_KEYS, file, findings)}
        name, address = said.get("namn", ""), said.get("adress", "")
        if name and is_web(address):
            return Licence(name, address)
        why = "adressen ska börja med https://" if name and address else "licensen behöver både ”namn” och ”adress”"
        findings.append(found("F403", file, line_of(node), key="licens", why=why))
        return None
    name = text_of(node, "licens", file, findings)
    if not name:
        return None
    known = _BY_NAME.get(_SIGNS.sub("", name).lower())
    if known:
        return Licence(known, LICENCES[known])
    near = guess(name, tuple(LICENCES)).strip()
    why = f"”{name}” {f'({near}) ' if near else ''}är inget av {', '.join(LICENCES)}; en annan licens skrivs med ”namn” och ”adress”"
    findings.append(found("F403", file, line_of(node), key="licens", why=why))
    return None
