"""``motionsarkiv check``: everything but writing the site."""

from __future__ import annotations

import argparse

from generator.build import Result, compose, gather
from generator.commands.shared import declare_build, exit_code, paths, tell, tell_findings, today

NAME = "check"
HELP = "Gå igenom dokumenten och säg vad som behöver rättas, utan att skriva något."
EXAMPLE = "motionsarkiv check --format json"
declare = declare_build


def run(options: argparse.Namespace) -> int:
    """Gather and compose, and print the findings: as data where another format than text was asked for."""
    tell("Läser dokumenten")
    gathered = gather(paths(options), jobs=options.jobs, today=today())
    tell("Provar sidorna")
    compose(gathered)
    tell_findings(options, gathered.findings, data=options.format != "text")
    if options.format == "text" and not gathered.findings:
        print("Inget att anmärka.")
    return exit_code(Result(gathered, gathered.findings, published=True), strict=options.strict)
