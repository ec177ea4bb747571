"""The command line: verbs, options, exit codes. What a verb does stands in ``commands/``."""

from __future__ import annotations

import argparse
import os
import re
import sys
import traceback
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

from generator import __version__
from generator.build import ConfigurationError
from generator.commands import build, check, doctor, search, show
from generator.commands.shared import BUG, USAGE
from generator.findings import as_text

VERBS: tuple[ModuleType, ...] = (build, check, show, search, doctor)


# What argparse says in English, and how we say it.
_SAID = (
    (re.compile(r"^the following arguments are required: (.*)$"), r"det saknas: \1"),
    (re.compile(r"^unrecognized arguments: (.*)$"), r"okänt tillval: \1"),
    (re.compile(r"^argument (.*?): invalid choice: (.*?) \(choose from (.*)\)$"), r"\1: okänt värde \2; välj bland \3"),
    (re.compile(r"^argument (.*?): expected one argument$"), r"\1: ett värde saknas"),
    (re.compile(r"^argument (.*?): (.*)$"), r"\1: \2"),
)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are in Swedish."""

    def error(self, message: str) -> NoReturn:
        for pattern, said in _SAID:
            if pattern.match(message):
                message = pattern.sub(said, message)
                break
        self.exit(USAGE, f"Fel i anropet: {message}\nSkriv {self.prog} --help för hjälp.\n")


def parser() -> argparse.ArgumentParser:
    """The parser with every verb, its help and its example."""
    made = _Parser(
        prog="motionsarkiv",
        description="Gör ett sökbart arkiv av en mapp med motioner och remissvar.",
        epilog="Slutkoder: 0 klart, 1 klart men med fel, 2 fel i anrop eller inställningar, 3 fel i programmet, 4 inget publicerat.",
    )
    made.add_argument("--version", action="version", version=f"motionsarkiv {__version__}")
    made.add_argument("--project", default=".", metavar="MAPP", help="projektets mapp (förval: den du står i)")
    verbs = made.add_subparsers(dest="verb", metavar="VERB", required=True)
    for verb in VERBS:
        one = verbs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP, epilog=f"Exempel: {verb.EXAMPLE}")
        # After the verb too, where people write it; suppressed so that it does not undo the one before.
        one.add_argument("--project", default=argparse.SUPPRESS, metavar="MAPP", help=argparse.SUPPRESS)
        verb.declare(one)
        one.set_defaults(run=verb.run)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return the exit code; usage errors leave by SystemExit with 2, as argparse does."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ConfigurationError as problem:
        print(as_text(problem.findings), end="", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # The reader of our output has gone away (as `head` does): nothing is wrong here.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:  # noqa: BLE001 - the last resort: a bug must be told with its trace and exit code 3
        traceback.print_exc()
        print("Detta är ett fel i programmet. Anmäl det gärna, med texten ovan.", file=sys.stderr)
        return BUG


def entry() -> None:
    """The console script."""
    sys.exit(main())
