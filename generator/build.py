"""The whole story: from a folder of documents to a published site. This is where the stages meet.

``gather`` reads and understands, ``compose`` makes everything that is to be published, ``build`` puts it in place. A build
that fails, or that a finding forbids, leaves the last good site as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import files
from generator.archive import make_archive
from generator.changelog import FILE, mistaken
from generator.checks import held_back
from generator.compare.matching import with_demand_stances
from generator.curation import read_notes
from generator.exports import build_exports
from generator.fidelity import weigh
from generator.findings import forbids, found, in_order
from generator.intake import reader_version, take_in
from generator.model import (
    Archive,
    DataFile,
    Draft,
    Finding,
    Page,
    Settings,
)
from generator.originals import with_originals
from generator.pages import build_pages
from generator.search.index import build_index
from generator.search.script import search_script
from generator.settings import FILES, checked, read_settings
from generator.sharing import FONT_FILES, FONT_PACKAGE, Fonts, pictures
from generator.site import build_site, stylesheets, write_config
from generator.sources import about_messages, rows, sort, without_covers
from generator.swedish.restore import restore
from generator.understanding import restorations, understand

LUNR = ("mkdocs", "contrib", "search", "templates", "search", "lunr.js")  # lunr's browser code, in an installed package

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
    """What the documents say, joined: the archive, the settings, every finding, and the files they came in, by path."""

    archive: Archive
    settings: Settings
    findings: tuple[Finding, ...]
    inputs: Mapping[str, files.InputFile]


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


def build(paths: Paths, *, strict: bool = False, jobs: int = 1, today: str = "", tell: Tell = lambda _: None) -> Result:
    """Build ``paths.content`` into ``paths.out``; ``tell`` hears of each step. ConfigurationError if the configuration is at fault.

    ``today`` (ISO; "" where it is not known) is what the age of the accessibility statement is held against, and nothing else.
    """
    with files.locked(paths.work) as mine:
        if not mine:
            return Result(None, (found("F504"),), published=False)
        if not files.may_replace(paths.out):
            return Result(None, (found("F503", path=paths.out),), published=False)
        tell("Läser dokumenten")
        gathered = gather(paths, jobs=jobs, today=today)
        if any(forbids(finding, strict=strict) for finding in gathered.findings):
            return Result(gathered, gathered.findings, published=False)
        tell("Skriver sidorna")
        composed = compose(gathered, files.Cache(paths.work / "copies", copies_version()), jobs=jobs)
        files.write_pages(paths.work / "pages", (*composed.pages, *stylesheets(paths.theme)))
        staged = files.staging(paths.out)
        config = paths.work / "mkdocs.yml"
        write_config(paths.base, paths.theme, config, paths.work / "pages", gathered.settings)
        tell("Bygger sajten")
        output, more = build_site(config, staged, gathered.settings)
        findings = in_order([*gathered.findings, *more])
        if any(forbids(finding, strict=strict) for finding in more):
            files.discard(staged)
            return Result(gathered, findings, published=False, output=output)
        files.write_files(staged, (*composed.files, *draw(gathered, files.Cache(paths.work / "pictures", pictures_version()))))
        files.publish(staged, paths.out)
        return Result(gathered, findings, published=True)


def gather(paths: Paths, *, jobs: int = 1, today: str = "") -> Gathered:
    """Read every file and join what the documents say; ConfigurationError if the configuration cannot be used."""
    if not files.is_folder(paths.config):
        raise ConfigurationError((found("F408", str(paths.config)),))
    settings = read_configuration(paths.config)
    lacks = tuple(replace(one, file=f"{paths.config.name}/{one.file}") for one in checked(settings, today))
    if any(forbids(one) for one in lacks):
        raise ConfigurationError(lacks)
    if any(files.overlap(paths.out, other) for other in (paths.content, paths.config)):
        # A site among the documents would be read as documents by the next build.
        raise ConfigurationError((found("F409", str(paths.out)),))
    if files.read_text(paths.base) is None:
        raise ConfigurationError((found("F407", str(paths.base)),))
    if not files.is_folder(paths.content):
        # A mistyped path is not an empty archive, and must not replace a good one.
        raise ConfigurationError((found("F406", str(paths.content)),))
    taken = take_in(files.walk(paths.content), cache(paths), jobs=jobs)
    documents, sources, findings = sort(taken, held_back)
    drafts, lost = understand(restore(documents), jobs)
    kept, short = weigh(drafts)
    findings += [*lost, *restorations(drafts), *short]
    notes, more = read_notes(files.case_files(paths.content), {one.entry.file for one in taken})
    built = make_archive(without_covers(kept, taken), notes, settings)
    archive = with_demand_stances(built.archive)
    every = in_order(about_messages([*findings, *more, *built.findings, *lacks, *mistaken(archive, settings, f"{paths.config.name}/{FILE}")], taken))
    archive = replace(archive, sources=rows(sources, archive, every, built.parts, drafts))
    return Gathered(archive, settings, every, {one.entry.file: one.entry for one in taken})


def compose(gathered: Gathered, kept: files.Cache | None = None, *, jobs: int = 1) -> Composed:
    """Make every page and file of the site; nothing is written but the copies of originals that ``kept`` keeps."""
    settings = gathered.settings
    archive, copies = with_originals(
        gathered.archive,
        lambda file: files.content_of(gathered.inputs[file]) if file in gathered.inputs else None,
        kept,
        jobs,
    )
    pages = build_pages(archive, settings, gathered.findings)
    addresses = ["/" + page.path.removesuffix("index.md") for page in pages]
    made = (
        *build_exports(archive, settings, addresses, gathered.findings),
        *build_index(archive, settings),
        *copies,
        search_script(files.package_file(*LUNR).decode()),
    )
    return Composed(pages, made)


def draw(gathered: Gathered, kept: files.Cache | None = None) -> tuple[DataFile, ...]:
    """The pictures for those who share a link, and the icons; what ``kept`` has is not drawn again."""
    fonts = Fonts(*(files.package_file(FONT_PACKAGE, *name) for name in FONT_FILES))
    return pictures(gathered.archive, gathered.settings, fonts, kept)


def read_configuration(config: Path) -> Settings:
    """The settings in a configuration folder; ConfigurationError with every finding if they cannot be used."""
    settings, findings = read_settings({name: files.read_text(config / name) for name in FILES})
    if findings:
        raise ConfigurationError(tuple(replace(one, file=f"{config.name}/{one.file}") for one in findings))
    return settings


def explain(paths: Paths, file: Path, *, jobs: int = 1) -> tuple[tuple[Draft, ...], tuple[Finding, ...]]:
    """What is read out of one file, part by part, with its folder's others as help for damaged text; no draft if it cannot be read."""
    root = paths.content if file.resolve().is_relative_to(paths.content.resolve()) else file.parent
    name = file.resolve().relative_to(root.resolve()).as_posix()
    taken = take_in(files.walk(root), cache(paths), jobs=jobs)
    documents, _, findings = sort(taken, lambda _: ())
    waiting = [one.delivery.document for one in taken if one.delivery.outcome != "published" and one.delivery.document]
    asked = [document for document in restore([*documents, *waiting]) if is_in(document.file, name)]
    drafts, lost = understand(asked)
    held = [finding for document in asked for finding in held_back(document)]
    every = [*findings, *lost, *restorations(drafts), *weigh(drafts)[1], *held, *(finding for draft in drafts for finding in draft.findings)]
    return drafts, in_order(finding for finding in every if finding.file and is_in(finding.file, name))


def copies_version() -> str:
    """What decides how an original is cleaned, beside its bytes."""
    return f"{files.package_digest('generator.originals')[:16]}-{reader_version()}"


def pictures_version() -> str:
    """What decides how a picture is drawn, beside what it says."""
    return f"{files.package_digest('generator.sharing')[:16]}-{files.package_digest(FONT_PACKAGE, 'files/*.otf')[:8]}-{reader_version()}"


def is_in(file: str, name: str) -> bool:
    """Whether ``file`` is the file called ``name``, or lies inside it."""
    return file == name or file.startswith(f"{name}/")


def cache(paths: Paths) -> files.Cache:
    """What earlier builds have read."""
    return files.Cache(paths.work / "read", reader_version())
