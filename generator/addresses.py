"""The address, slug and anchor of everything the archive publishes, computed in this one place.

Addresses are root-relative paths with a leading and a trailing slash, as the contract lists them; a page turns them into
relative links with ``relative``. Slugs hold only a–z, 0–9 and hyphens.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from urllib.parse import quote, urlencode

from generator.swedish.folding import fold

SLUG_LIMIT = 100  # characters; a path component may hold 255 bytes on common file systems
SERVED_AS_TEXT = (".txt", ".text", ".md", ".markdown")
_PAGE_OF_A_LIST = re.compile(r"sida-\d+")  # nothing else may live where ``paged`` puts the pages of a list
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,150}")

START = "/"
MOTIONS = "/motioner/"
BODIES = "/instanser/"
TERMS = "/begrepp/"
SEARCH = "/sok/"
ABOUT = "/om/"
ACCESSIBILITY = "/om/tillganglighet/"
EDITORS = "/om/redaktion/"
SOURCES = "/om/kallor/"
UNPUBLISHED = "/om/kallor/inte-publicerade/"
REMARKS = "/om/kallor/anmarkningar/"
PRIVACY = "/om/integritet/"
GUIDE = "/om/lasa-remissvar/"
CHANGES = "/om/andringar/"
OVERVIEW = "/oversikt/"
MATRIX = "/matris/"
BROWSE = "/bladdra/"
PROPOSERS = "/forslagsstallare/"
SHARE_IMAGE = "/assets/delning.png"
DATA = "/data/"
ORIGINALS = "/kallor/"
FEED = "/feed.xml"
ARCHIVE_JSON = "/data/archive.json"
UNKNOWN_BODY = "okand-instans"
ENCLOSURE = "bilaga"


def slug(text: str) -> str:
    """A path component for any text: "KS 2019/1899" → "ks-2019-1899"; "namnlos" where nothing is left."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    made = "-".join(words)
    if len(made) > SLUG_LIMIT:
        made = made[: SLUG_LIMIT + 1].rpartition("-")[0] or made[:SLUG_LIMIT]
    return f"{made}-text" if _PAGE_OF_A_LIST.fullmatch(made) else made or "namnlos"


def anchor(original_text: str) -> str:
    """A passage's anchor, made of its text before restoration with white space folded: "p-3f9a1c2e"."""
    folded = " ".join(original_text.split())
    return "p-" + hashlib.sha256(folded.encode("utf-8")).hexdigest()[:8]


def motion(motion_id: str) -> str:
    """The page of a motion."""
    return f"/motioner/{motion_id}/"


def comparison(motion_id: str) -> str:
    """The page that compares the answers to a motion."""
    return f"/motioner/{motion_id}/jamforelse/"


def response(response_id: str) -> str:
    """The page of a response; its id is "<case>/<body>"."""
    return f"/motioner/{response_id}/"


def statement(statement_id: str) -> str:
    """The page of a party's statement or of an attachment; its id is "<case>/<name>"."""
    return f"/motioner/{statement_id}/"


def response_id(motion_id: str, bodies: tuple[str, ...], taken: frozenset[str] | set[str]) -> str:
    """The id of a response; the second at the same address gets "-2"."""
    stem = f"{motion_id}/{'-och-'.join(sorted(bodies)) or UNKNOWN_BODY}"
    return numbered(stem, taken)


def statement_id(motion_id: str, kind: str, by: str, date: str | None, taken: frozenset[str] | set[str]) -> str:
    """The id of a party's statement: "<case>/yrkande-v-mp-s-2024-05-03"; what the document does not say is left out."""
    name = "-".join([kind, *([slug(by)] if by.strip() else []), *([slug(date)] if date else [])])
    return numbered(f"{motion_id}/{name}", taken)


def numbered(stem: str, taken: frozenset[str] | set[str]) -> str:
    """``stem``, or ``stem-2``, ``stem-3`` … if it is taken."""
    made, count = stem, 1
    if stem.rpartition("/")[2] == "sida":
        stem += "-nummer"  # "sida-2" is a page of a list
    while made in taken:
        count += 1
        made = f"{stem}-{count}"
    return made


def body(body_id: str) -> str:
    """The page of a body."""
    return f"/instanser/{body_id}/"


def term(word: str) -> str:
    """The page of a word."""
    return f"/begrepp/{slug(word)}/"


def proposer(name_id: str) -> str:
    """The page of one who has filed motions."""
    return f"{PROPOSERS}{name_id}/"


def browse(by: str, value: str) -> str:
    """A list of motions: by year ("ar", "2024"), party ("parti", "s"), stance ("hallning", "avstyrker") or state ("lage", "utan-beslut")."""
    return f"{BROWSE}{by}/{value}/"


def matrix(year: str) -> str:
    """The motions of a year against the bodies; "utan-datum" for those without one."""
    return f"{MATRIX}{year}/"


def paged(address: str, number: int) -> str:
    """Page ``number`` (from 1) of a list that begins at ``address``."""
    return address if number == 1 else f"{address}sida-{number}/"


def share_image(motion_id: str) -> str:
    """The picture that is shown where a link to a motion is shared."""
    return f"/motioner/{motion_id}/delning.png"


def search(query: str = "", **filters: str) -> str:
    """The search page, with a query and filters (instans, motion, ar, hallning)."""
    pairs = [("q", query), *sorted(filters.items())]
    encoded = urlencode([pair for pair in pairs if pair[1]], quote_via=quote)
    return SEARCH + (f"?{encoded}" if encoded else "")


def original(sha256: str, file: str, endings: tuple[str, ...] = SERVED_AS_TEXT) -> str:
    """The copy of a source that can be downloaded; a name that is not safe as a path is made into a slug.

    A name with none of ``endings`` gets the first: by a wrong one, or none, a browser would take the copy for something else.
    """
    name = posixpath.basename(file)
    if not _SAFE_NAME.fullmatch(name):
        stem, dot, ending = name.rpartition(".")
        name = f"{slug(stem)}.{slug(ending)}" if dot and stem else slug(ending)
    if not name.lower().endswith(endings):
        name += endings[0]
    return f"{ORIGINALS}{sha256}/{name}"


def source_row(file: str) -> str:
    """The row of a source on the sources page."""
    return f"{SOURCES}#kalla-{hashlib.sha256(file.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def comparison_data(motion_id: str, ending: str) -> str:
    """A motion's comparison as csv or json."""
    return f"/motioner/{motion_id}/jamforelse.{ending}"


def row_anchor(name: str) -> str:
    """The anchor of a row in a motion's comparison; ``name`` is the body's, numbered where it has several rows."""
    return f"rad-{name}"


def cell_anchor(name: str, column: str) -> str:
    """The anchor of a cell in a motion's comparison: "cell-parknamnden-yrkande-2"."""
    return f"cell-{name}-{column}"


def feed(of: str) -> str:
    """The Atom feed of a page: "/motioner/x/" → "/motioner/x/feed.xml"."""
    return f"{of}feed.xml"


def page_file(address: str) -> str:
    """Where the Markdown of a page lies under the pages folder: "/om/" → "om/index.md"."""
    return address.strip("/") + "/index.md" if address.strip("/") else "index.md"


def relative(target: str, page: str) -> str:
    """``target`` as a link on ``page``: relative, so that the site can lie anywhere on a host."""
    if not target.startswith("/"):
        return target
    path, mark, rest = _split(target)
    made = posixpath.relpath(path, page)
    if path.endswith("/"):
        made = "./" if made == "." else made + "/"
    if mark == "#" and path == page:
        return "#" + rest
    return made + mark + rest


def absolute(target: str, site_address: str) -> str:
    """``target`` with the site's own address before it."""
    return site_address.rstrip("/") + target


def _split(target: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", target)
    if not found:
        return target, "", ""
    return target[: found.start()], found.group(), target[found.end() :]
