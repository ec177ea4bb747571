"""What the verbs share: exit codes, where things lie, and how findings and progress are told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from generator.build import Paths, Result
from generator.findings import RENDERINGS, forbids, severity
from generator.model import Finding

PUBLISHED, WITH_ERRORS, USAGE, BUG, BLOCKED = range(5)


def declare_paths(parser: argparse.ArgumentParser) -> None:
    """Options for where to read."""
    parser.add_argument("--content", default="content", metavar="MAPP", help="mappen med dokument (förval: content)")
    parser.add_argument("--config", default="site_config", metavar="MAPP", help="arkivets inställningar (förval: site_config)")


def declare_build(parser: argparse.ArgumentParser) -> None:
    """Options of the verbs that gather an archive."""
    declare_paths(parser)
    parser.add_argument("--out", default="site", metavar="MAPP", help="mappen för den färdiga sajten (förval: site)")
    parser.add_argument("--strict", action="store_true", help="publicera inget om det finns fel eller varningar")
    parser.add_argument("--jobs", type=count, default=os.cpu_count() or 1, metavar="N", help="hur många processer som läser")
    parser.add_argument("--format", choices=sorted(RENDERINGS), default="text", help="hur fynden skrivs ut")


def paths(options: argparse.Namespace) -> Paths:
    """The folders the options name, from the current folder or the project's."""
    project = Path(options.project).resolve()
    return Paths(
        project,
        project / options.content,
        project / options.config,
        project / getattr(options, "out", "site"),
    )


def today() -> str:
    """The day the build counts as made on, ISO: that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else the clock's."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(told), UTC) if told.isdecimal() else datetime.now(UTC)
    return moment.date().isoformat()


def tell_findings(options: argparse.Namespace, findings: Iterable[Finding], *, data: bool = False) -> None:
    """Print findings to standard error, or to standard output where they are what was asked for."""
    rows = tuple(findings)
    if options.format != "json":
        # People and forges know a document by its path from where they stand.
        prefix = f"{options.content.rstrip('/')}/"
        inside = {"site_config", Path(options.config).name}
        rows = tuple(
            replace(row, file=prefix + row.file) if row.file and row.file.split("/")[0] not in inside else row for row in rows
        )
    text = RENDERINGS[options.format](rows)
    print(text.encode("utf-8", "replace").decode("utf-8"), end="", file=sys.stdout if data else sys.stderr)


def exit_code(result: Result, *, strict: bool) -> int:
    """The contract's exit code for what was found."""
    if not result.published or any(forbids(finding, strict=strict) for finding in result.findings):
        return BLOCKED
    return WITH_ERRORS if any(severity(finding) == "error" for finding in result.findings) else PUBLISHED


def tell(step: str) -> None:
    """Progress, on a terminal only."""
    if sys.stderr.isatty():
        print(f"… {step}" if os.environ.get("NO_COLOR") else f"\033[2m… {step}\033[0m", file=sys.stderr)


def count(text: str) -> int:
    """A whole number from 1; argparse tells of anything else."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("värdet ska vara ett heltal, minst 1")
    return int(text)
