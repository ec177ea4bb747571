"""Fuzz one target, or each in turn: ``python -m tests.fuzz FOLDER [TARGET …] [--rounds N]``; inputs that fail are left in the folder."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator.readers", "generator.records"]):
    from tests.fuzz.targets import TARGETS

_SECONDS = 20  # for one input
_MEMORY = 2048  # MB


def _fuzz(name: str, folder: Path, rounds: int) -> None:
    """Feed one target so many inputs; ends the process, with another code than 0 where one failed."""
    target = TARGETS[name]
    seeds = folder / name
    seeds.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (seeds / f"frö-{number}").write_bytes(seed)
    words = folder / f"{name}.ord"
    words.write_text(
        "".join(
            '"{}"\n'.format(word.replace("\\", "\\\\").replace("\\\\x", "\\x").replace('"', '\\"'))
            for word in target.words
        )
    )
    options = [
        str(seeds), f"-runs={rounds or target.short}", "-seed=1", f"-max_len={target.longest}", f"-timeout={_SECONDS}", f"-rss_limit_mb={_MEMORY}",
        f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1", "-reload=0", *([f"-dict={words}"] if target.words else []),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], target.feed)
    atheris.Fuzz()


def main() -> None:
    """The one target in this process; several, each in one of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], default=[])
    parser.add_argument(
        "--rounds", type=int, default=0, help="inputs for each target; the target's own number without it"
    )
    given = parser.parse_args()
    if len(given.target) == 1:
        _fuzz(given.target[0], given.folder, given.rounds)
    failed = [
        name
        for name in given.target or TARGETS
        if subprocess.run(
            [sys.executable, "-m", "tests.fuzz", str(given.folder), name, "--rounds", str(given.rounds)], check=False
        ).returncode
    ]
    sys.exit(f"Fel i: {', '.join(failed)}" if failed else 0)


main()
