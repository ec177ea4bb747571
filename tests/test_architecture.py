"""The walls between the rooms, held against the code: who imports whom, and who may touch what."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator"

# What each room may import of the others. A name with a full stop opens that one module and not the room.
# docs/ARKITEKTUR.md tells the same in words.
WALLS: dict[str, set[str]] = {
    "model": set(),
    "findings": {"model", "places"},
    "addresses": {"swedish.folding"},
    "labels": {"model"},
    "places": {"model"},
    "yamltree": set(),
    "reach": set(),
    "settings": {"model", "findings", "addresses", "reach", "yamltree"},
    "curation": {"model", "findings", "labels", "settings"},
    "files": {"model", "findings"},
    "children": set(),
    "records": {"model", "readers.delivery"},
    "intake": {"model", "findings", "files", "children", "records", "readers"},
    "converters": set(),
    "readers": {"model", "findings", "yamltree", "converters"},
    "swedish": {"model"},
    "bundles": {"model", "parse", "swedish"},
    "parse": {"model", "findings", "addresses", "swedish"},
    "archive": {"model", "findings", "addresses", "labels", "places", "curation", "swedish", "parse"},
    "fidelity": {"model", "findings"},
    "understanding": {"model", "findings", "children", "bundles", "parse", "swedish", "fidelity"},
    "sources": {"model", "findings", "intake", "archive.enclosed", "fidelity"},
    "checks": {"model", "findings"},
    "originals": {"model", "addresses", "children"},
    "compare": {"model", "labels", "swedish"},
    "changelog": {"model", "findings", "addresses"},
    "datafiles": {"model", "addresses", "reach"},
    "charts": {"model", "labels"},
    "pages": {"model", "findings", "addresses", "changelog", "charts", "compare", "datafiles", "labels", "places", "reach"},
    "exports": {"model", "addresses", "changelog", "compare", "datafiles", "labels", "policy"},
    "search": {"model", "addresses", "labels", "swedish"},
    "sharing": {"model", "addresses", "pages"},
    "styles": set(),
    "policy": {"addresses"},
    "sanitise": set(),
    "site": {"model", "findings", "files", "reach", "sanitise", "styles"},
    "cli": {"model", "findings", "settings", "build", "commands"},
}  # fmt: skip
# `build` is where all meet; the verbs stand above it.
WALLS["build"] = {*WALLS} - {"cli"}
WALLS["commands"] = {*WALLS} - {"cli", "commands"}

# The same inside the room archive, which is where most is settled; ``making`` is where its modules meet.
INSIDE_ARCHIVE: dict[str, set[str]] = {
    "bodykeys": set(),
    "register": {"bodykeys"},
    "localnames": {"bodykeys", "nearmisses", "register"},
    "copies": set(),
    "besides": {"register"},
    "nearmisses": {"bodykeys", "register"},
    "ownwords": {"senders"},
    "enclosed": set(),
    "extended": set(),
    "referred": {"register", "rounds", "senders"},
    "cases": {"copies", "matters", "narrowed"},
    "narrowed": {"matters"},
    "matters": set(),
    "senders": {"register"},
    "discrepancies": {"recounted", "rounds"},
    "recounted": set(),
    "contested": {"discrepancies", "referred", "register", "rounds"},
    "papers": {"senders"},
    "listed": {"register", "senders"},
    "responses": {"papers", "senders", "told"},
    "told": {"register"},
    "chain": {"register"},
    "rounds": set(),
    "edited": {"register"},
    "case_findings": {"register", "senders"},
}  # fmt: skip
INSIDE_ARCHIVE["making"] = {*INSIDE_ARCHIVE}

# Which rooms may import a library that is not in the standard library. Nobody imports MkDocs.
LIBRARIES: dict[str, set[str]] = {
    "yaml": {"settings", "curation", "readers", "site", "yamltree"},
    "markdown_it": {"readers"},
    "mdit_py_plugins": {"readers"},
    "pypdf": {"readers", "originals"},
    "pypdfium2": {"readers"},
    "lxml": {"readers"},
    "olefile": {"readers"},
    "PIL": {"readers", "originals", "sharing"},
    "pytesseract": {"readers"},
    "wordfreq": {"swedish"},
    "simplemma": {"swedish"},
    "jinja2": {"pages"},
    "markupsafe": {"charts", "pages"},
    "lunr": {"search"},
    "rjsmin": {"search"},
    "tinycss2": {"styles"},
    "nh3": {"sanitise"},
}
# What reads the clock, the environment or chance, by the name it is called by; the places that may.
CLOCK = re.compile(
    r"(?:^|\.)(?:datetime\.now|datetime\.utcnow|datetime\.today|date\.today)$|^time\.\w+$|^os\.(?:environ|getenv)|^random\.|"
    r"^secrets\.|^uuid\.uuid[14]$"
)
MAY_KNOW_THE_HOUR = {"cli", "commands", "site"}
DISK = {"open", "read_text", "write_text", "read_bytes", "write_bytes", "unlink", "rmdir", "mkdir", "rmtree", "iterdir", "rglob"}
MAY_TOUCH_THE_DISK = {"files", "converters", "children"}
MAY_START_PROGRAMS = {"site", "converters", "commands"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> Iterator[str]:
    """The full name of everything a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room is entered"
            yield from (f"{node.module}.{one.name}" for one in node.names)


def _dotted(node: ast.AST) -> str:
    """ "datetime.date.today" for such an attribute, "" for what is no chain of names."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        stem = _dotted(node.value)
        return f"{stem}.{node.attr}" if stem else ""
    return ""


def _of_the_package(node: ast.Attribute) -> bool:
    """Whether the call reads a data file of the package itself: files(__package__).joinpath(…).read_text()."""
    inner: ast.AST = node.value
    while isinstance(inner, ast.Call | ast.Attribute):
        if isinstance(inner, ast.Call) and _dotted(inner.func) in {"files", "resources.files"}:
            return True
        inner = inner.func if isinstance(inner, ast.Call) else inner.value
    return False


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Each call with the last name in it: Path(x).read_text() → read_text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            yield node, called.attr if isinstance(called, ast.Attribute) else _dotted(called)


def test_every_room_has_walls() -> None:
    """The table of walls names every room of the package and none that is not there."""
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if not path.name.startswith("_") and path.suffix != ".pyc"}
    assert set(WALLS) == rooms


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    """No module imports a room that its own room's walls close, nor a library that is another room's."""
    room = _room(path)
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        top, _, rest = name.partition(".")
        if top == "generator":
            other = rest.split(".")[0]
            may = room.startswith("__") or other in {room, "__version__"} or other in WALLS[room]
            assert may or ".".join(rest.split(".")[:2]) in WALLS[room], f"{_name(path)} imports {name}"
        elif top not in sys.stdlib_module_names:
            assert room in LIBRARIES.get(top, set()), f"{_name(path)} imports {name}"


def test_every_module_of_the_archive_has_walls() -> None:
    """The inner table names every module of the room archive and none that is not there."""
    assert set(INSIDE_ARCHIVE) == {path.stem for path in (PACKAGE / "archive").iterdir() if not path.name.startswith("_")}


@pytest.mark.parametrize("path", [path for path in MODULES if _room(path) == "archive"], ids=_name)
def test_a_module_of_the_archive_imports_only_what_it_may(path: Path) -> None:
    """Inside the room archive no module reaches past its own row of the inner table."""
    own = path.relative_to(PACKAGE / "archive").parts[0].removesuffix(".py")
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.startswith("generator.archive.") and own != "__init__":
            other = name.split(".")[2]
            assert other == own or other in INSIDE_ARCHIVE[own], f"{_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_files_touches_the_disk(path: Path) -> None:
    """Opening, reading, writing and removing files is the room files' alone; a package may read its own data."""
    if _room(path) in MAY_TOUCH_THE_DISK:
        return
    for call, name in _calls(ast.parse(path.read_text(encoding="utf-8"))):
        if name not in DISK or (isinstance(call.func, ast.Attribute) and _of_the_package(call.func)):
            continue
        whole = _dotted(call.func)
        of_files = whole.startswith("files.") or (isinstance(call.func, ast.Name) and name != "open")
        null_device = whole == "os.open" and _room(path) == "cli"
        in_memory = _room(path) in {"readers", "originals"} and name == "open" and isinstance(call.func, ast.Attribute)
        left_by_mkdocs = _room(path) == "site" and name in {"unlink", "rmdir", "rglob"}
        assert of_files or null_device or in_memory or left_by_mkdocs, f"{_name(path)}:{call.lineno} calls {name}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_verbs_print(path: Path) -> None:
    """Only the command line and its verbs write to the terminal or end the program."""
    if _room(path) in {"cli", "commands"}:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        name = _dotted(node) if isinstance(node, ast.Name | ast.Attribute) else ""
        assert name not in {"print", "input", "sys.stdout", "sys.stderr", "sys.exit", "breakpoint"}, (
            f"{_name(path)}:{getattr(node, 'lineno', 0)} uses {name}"
        )


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_stage_asks_the_clock_or_the_environment(path: Path) -> None:
    """The clock, the environment and chance stand outside every stage."""
    if _room(path) in MAY_KNOW_THE_HOUR:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        name = _dotted(node) if isinstance(node, ast.Attribute) else ""
        assert not CLOCK.search(name), f"{_name(path)}:{getattr(node, 'lineno', 0)} uses {name}"
    assert not any(re.match(r"(?:time|random|secrets)(?:\.|$)|os\.environ|os\.getenv", name) for name in _imports(tree))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_site_starts_programs(path: Path) -> None:
    """No room but site starts another program, and none opens a connection."""
    forbidden = {"subprocess", "socket", "urllib.request", "http.client", "ftplib", "ssl", "asyncio"}
    if _room(path) in MAY_START_PROGRAMS:
        forbidden.discard("subprocess")
    for name in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        assert not any(name == one or name.startswith(f"{one}.") for one in forbidden), f"{_name(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_module_is_two(path: Path) -> None:
    """No module is longer than four hundred lines, and each says what it is for."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    assert ast.get_docstring(ast.parse(text))


def test_the_nouns_are_frozen() -> None:
    """Every dataclass of the package has slots, and those that the stages hand to each other are frozen."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
                continue
            for one in node.decorator_list:
                if isinstance(one, ast.Call) and _dotted(one.func) == "dataclass":
                    said = {word.arg for word in one.keywords if isinstance(word.value, ast.Constant) and word.value.value}
                    wanted = {"frozen", "slots"} if _room(path) in {"model", "archive", "build", "findings"} else {"slots"}
                    assert wanted <= said, f"{_name(path)}: {node.name}"
                assert _dotted(one) != "dataclass", f"{_name(path)}: {node.name}"


def test_links_are_made_in_one_place() -> None:
    """No module but addresses writes an address of the site by hand."""
    written = re.compile(r"""["']/(?:motioner|instanser|begrepp|kallor|bladdra|forslagsstallare|oversikt|matris)/""")
    for path in MODULES:
        if _room(path) != "addresses":
            assert not written.search(path.read_text(encoding="utf-8")), _name(path)


def test_the_site_is_plain_mkdocs() -> None:
    """The base configuration has no plugins and no hooks, and nobody imports MkDocs."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert re.search(r"^plugins: \[\]$", text, re.MULTILINE)
    assert not re.search(r"^hooks:", text, re.MULTILINE)
    for path in MODULES:
        names = list(_imports(ast.parse(path.read_text(encoding="utf-8"))))
        assert not any(name.split(".")[0] in {"mkdocs", "material"} for name in names), _name(path)
