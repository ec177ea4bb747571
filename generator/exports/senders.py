"""Whose answers there are, by motion and by name, for tables and feeds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.labels import NO_SENDER
from generator.model import Archive, Response


def names_of(archive: Archive) -> dict[str, str]:
    """Body id → name."""
    return {body.id: body.name for body in archive.bodies}


def sender(bodies: Iterable[str], names: Mapping[str, str]) -> str:
    """Whose answer it is: names with commas and ”och”; ”Svar utan angiven avsändare” where nobody can tell."""
    found = [names.get(body, body) for body in bodies]
    if not found:
        return NO_SENDER
    text = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} och {found[-1]}"
    return text[:1].upper() + text[1:]


def by_motion(archive: Archive) -> dict[str, tuple[Response, ...]]:
    """Motion id → its answers proper, in the archive's order."""
    made: dict[str, list[Response]] = {motion.id: [] for motion in archive.motions}
    for response in archive.responses:
        if response.role == "answer":
            made.setdefault(response.motion, []).append(response)
    return {motion: tuple(answers) for motion, answers in made.items()}
