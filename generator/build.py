"""The whole story: from a folder of documents to a published site. This is where the stages meet.

``gather`` reads and understands, ``compose`` makes everything that is to be published, ``build`` puts it in place. A build
that fails, or that a finding forbids, leaves the last good site as it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files
from generator.archive import make_archive
from generator.checks import held_back
from generator.compare.matching import with_demand_stances
from generator.curation import read_notes
from generator.exports import build_exports
from generator.findings import forbids, found, in_order
from generator.model import (
    Archive,
    DataFile,
    Document,
    Draft,
    Finding,
    Page,
    Settings,
    Source,
    SourceOutcome,
)
from generator.originals import originals
from generator.pages import build_pages
from generator.parse import parse
from generator.readers import read
from generator.search.index import build_index
from generator.settings import FILES, read_settings
from generator.site import build_site, write_config
from generator.swedish.restore import restore

LUNR = ("mkdocs", "contrib", "search", "templates", "search", "lunr.js")  # lunr's browser code, in an installed package
_FEW = 50  # documents that are parsed faster than other processes start

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a build reads and writes. ``work`` holds the generated Markdown; it may be deleted at any time."""

    project: Path
    content: Path
    config: Path
    out: Path

    @property
    def work(self) -> Path:
        """The folder for what is made on the way."""
        return self.project / "build"

    @property
    def base(self) -> Path:
        """The site builder's base configuration."""
        return self.project / "mkdocs.yml"

    @property
    def theme(self) -> Path:
        """The looks: the configuration folder's own, else the project's."""
        own = self.config / "theme"
        return own if files.is_folder(own) else self.project / "site_config" / "theme"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the documents say, joined: the archive, the settings, every finding, and the documents' own bytes."""

    archive: Archive
    settings: Settings
    findings: tuple[Finding, ...]
    data: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Composed:
    """Everything that is to be published: pages for the site builder, and files that go beside them."""

    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a build went. ``published`` is False where the last good site was left as it was."""

    gathered: Gathered | None
    findings: tuple[Finding, ...]
    published: bool
    output: str = ""  # what the site builder printed, where it failed


class ConfigurationError(Exception):
    """The configuration cannot be used; ``findings`` say where and why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep the findings, which say more than any message."""
        super().__init__("configuration")
        self.findings = findings


def build(paths: Paths, *, strict: bool = False, jobs: int = 1, tell: Tell = lambda _: None) -> Result:
    """Build ``paths.content`` into ``paths.out``; ``tell`` hears of each step. ConfigurationError if that is at fault."""
    with files.locked(paths.work) as mine:
        if not mine:
            return Result(None, (found("F504"),), published=False)
        if not files.may_replace(paths.out):
            return Result(None, (found("F503", path=paths.out),), published=False)
        tell("Läser dokumenten")
        gathered = gather(paths, jobs=jobs)
        if any(forbids(finding, strict=strict) for finding in gathered.findings):
            return Result(gathered, gathered.findings, published=False)
        tell("Skriver sidorna")
        composed = compose(gathered)
        files.write_pages(paths.work / "pages", composed.pages)
        staged = files.staging(paths.out)
        config = paths.work / "mkdocs.yml"
        write_config(paths.base, paths.theme, config, paths.work / "pages", staged, gathered.settings)
        tell("Bygger sajten")
        output, more = build_site(config, staged)
        findings = in_order([*gathered.findings, *more])
        if any(forbids(finding, strict=strict) for finding in more):
            files.discard(staged)
            return Result(gathered, findings, published=False, output=output)
        files.write_files(staged, composed.files)
        files.publish(staged, paths.out)
        return Result(gathered, findings, published=True)


def gather(paths: Paths, *, jobs: int = 1) -> Gathered:
    """Read every file and join what the documents say; ConfigurationError if the configuration cannot be used."""
    if not files.is_folder(paths.config):
        raise ConfigurationError((found("F408", str(paths.config)),))
    settings = read_configuration(paths.config)
    if any(files.overlap(paths.out, other) for other in (paths.content, paths.config)):
        # A site among the documents would be read as documents by the next build.
        raise ConfigurationError((found("F409", str(paths.out)),))
    if files.read_text(paths.base) is None:
        raise ConfigurationError((found("F407", str(paths.base)),))
    if not files.is_folder(paths.content):
        # A mistyped path is not an empty archive, and must not replace a good one.
        raise ConfigurationError((found("F406", str(paths.content)),))
    inputs = files.walk(paths.content)
    documents, sources, findings = _read(inputs)
    drafts = _parse(restore(documents), jobs)
    findings += _damage(drafts)
    notes, more = read_notes(files.case_files(paths.content), {one.file for one in inputs})
    built = make_archive(drafts, notes, settings)
    archive = with_demand_stances(built.archive)
    every = in_order([*findings, *more, *built.findings])
    archive = replace(archive, sources=_sources(sources, archive, every))
    return Gathered(archive, settings, every, {one.file: one.data for one in inputs if one.data is not None})


def compose(gathered: Gathered) -> Composed:
    """Make every page and file of the site; nothing is written."""
    archive, settings = gathered.archive, gathered.settings
    pages = build_pages(archive, settings, gathered.findings)
    addresses = ["/" + page.path.removesuffix("index.md") for page in pages]
    made = (
        *build_exports(archive, settings, addresses),
        *build_index(archive, settings),
        *originals(archive, gathered.data),
        DataFile("assets/lunr.js", files.package_file(*LUNR)),
    )
    return Composed(pages, made)


def read_configuration(config: Path) -> Settings:
    """The settings in a configuration folder; ConfigurationError with every finding if they cannot be used."""
    settings, findings = read_settings({name: files.read_text(config / name) for name in FILES})
    if findings:
        raise ConfigurationError(tuple(replace(one, file=f"{config.name}/{one.file}") for one in findings))
    return settings


def understand(paths: Paths, file: Path) -> tuple[Draft | None, tuple[Finding, ...]]:
    """What is read out of one document, with its folder's others as help for damaged text; None if it cannot be read."""
    root = paths.content if file.resolve().is_relative_to(paths.content.resolve()) else file.parent
    name = file.resolve().relative_to(root.resolve()).as_posix()
    documents, _, findings = _read(files.walk(root), hold=False)
    findings = [finding for finding in findings if finding.file == name]
    for document in restore(documents):
        if document.file == name:
            draft = parse(document)
            return draft, in_order([*findings, *draft.findings, *_damage([draft]), *held_back(document)])
    return None, in_order(findings)


# --- the steps of gather ------------------------------------------------------------------------------------------


def _read(inputs: Sequence[files.InputFile], *, hold: bool = True) -> tuple[list[Document], list[Source], list[Finding]]:
    """The documents in ``inputs``; a row for every file; findings. With ``hold`` what may not be published is left out."""
    documents: list[Document] = []
    sources: list[Source] = []
    findings: list[Finding] = []
    first: dict[str, str] = {}
    for one in inputs:
        outcome: SourceOutcome = "rejected"
        document = None
        if any(not char.isprintable() or "\ud800" <= char <= "\udfff" for char in one.file):
            findings.append(found("F110", one.file))
        if one.data is None:
            findings += [one.finding] if one.finding else []
            outcome = "duplicate" if one.same_as else "rejected"
        elif one.sha256 in first and one.data.strip():
            findings.append(found("F107", one.file, other=first[one.sha256]))
            outcome = "duplicate"
        else:
            document, outcome, more = read(one.file, one.sha256, one.data)
            findings += more
        if document is not None:
            first[one.sha256] = one.file
            held = held_back(document) if hold else ()
            findings += held
            if held:
                outcome = "quarantined"
            else:
                documents.append(document)
        media_type = document.media_type if document else ""
        sources.append(Source(one.file, one.sha256, outcome, media_type=media_type, size=one.size))
    return documents, sources, findings


def _parse(documents: Sequence[Document], jobs: int) -> list[Draft]:
    if jobs <= 1 or len(documents) < _FEW:
        return [parse(document) for document in documents]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(parse, documents, chunksize=8))


def _damage(drafts: Iterable[Draft]) -> list[Finding]:
    return [
        found("F112", draft.document.file, damaged=draft.document.restored_words, words=draft.document.words)
        for draft in drafts
        if draft.document.restored_words
    ]


def _sources(sources: Sequence[Source], archive: Archive, findings: Sequence[Finding]) -> tuple[Source, ...]:
    """The rows of all files, with what each was used as and which findings it has."""
    used: dict[str, list[str]] = defaultdict(list)
    documents: dict[str, Document] = {}
    for motion in archive.motions:
        if motion.document:
            used[motion.document.file].append(motion.id)
            documents[motion.document.file] = motion.document
    for response in archive.responses:
        used[response.document.file].append(response.id)
        documents[response.document.file] = response.document
    codes: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.file is not None:
            codes[finding.file].append(finding.code)
    made = []
    for source in sources:
        document = documents.get(source.file)
        lost = source.outcome == "published" and source.file not in used
        made.append(
            replace(
                source,
                outcome="quarantined" if lost else source.outcome,
                findings=tuple(sorted(set(codes[source.file]))),
                used_as=tuple(used[source.file]),
                text_quality=document.text_quality if document else None,
                restored_words=document.restored_words if document else 0,
                words=document.words if document else 0,
            )
        )
    return tuple(sorted(made, key=lambda source: source.file))
