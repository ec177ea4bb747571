"""``motionsarkiv build``: content → site."""

from __future__ import annotations

import argparse
import sys

from generator.build import build
from generator.commands.shared import declare_build, exit_code, paths, tell, tell_findings, today
from generator.findings import severity
from generator.model import Finding

NAME = "build"
HELP = "Bygg arkivet: läs dokumenten i content/ och skriv den färdiga sajten till site/."
EXAMPLE = "motionsarkiv build --content content --out site"
declare = declare_build


def run(options: argparse.Namespace) -> int:
    """Build and publish; findings go to standard error and a line of what came of it to standard output."""
    where = paths(options)
    result = build(where, strict=options.strict, jobs=options.jobs, today=today(), tell=tell)
    if result.output and not result.published:
        print(result.output, file=sys.stderr)
    tell_findings(options, result.findings)
    if not result.published:
        print("Inget publicerades; den förra sajten är orörd.", file=sys.stderr)
    elif result.gathered:
        archive = result.gathered.archive
        print(
            f"Klart: {_count(len(archive.motions), 'motion', 'motioner')}, {len(archive.responses)} svar, "
            f"{_count(len(archive.sources), 'fil', 'filer')} → {options.out}{_errors(result.findings)}"
        )
    return exit_code(result, strict=options.strict)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _errors(findings: tuple[Finding, ...]) -> str:
    parts = []
    for kind, words in (("error", "fel"), ("warning", "varningar")):
        number = sum(severity(finding) == kind for finding in findings)
        if number:
            parts.append(f"{number} {'varning' if (number, kind) == (1, 'warning') else words}")
    return f" ({', '.join(parts)})" if parts else ""
