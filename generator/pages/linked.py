"""What a page is about as data in the page itself: schema.org's words in JSON-LD.

A motion and what is said of it are ``CreativeWork`` with a genre in Swedish: ``Legislation`` is law, which a motion is not, and
``Report`` is an investigation, which few answers are. A page of a document is a ``WebPage`` whose ``mainEntity`` is the document;
where the page holds the archive's own referat, that is the entity, and the document is what it is based on.

JSON-LD has no word for how a fact is known. So it holds only what the documents state: an author or a day that is inferred, or
that an editor states, is left out (the page shows it, and says so), and a list of authors that would be partial too. Addresses are
absolute where the site knows its own, else relative to the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from generator import addresses
from generator.datafiles import FILES
from generator.labels import statement_name
from generator.model import Body, BodyKind, Document, Fact, Motion, Response, Statement, Status
from generator.pages import words
from generator.pages.context import Context
from generator.pages.crumbs import crumbs
from generator.pages.escape import visible

CONTEXT: Final = "https://schema.org"
LANGUAGE: Final = "sv"
PUBLIC: Final[frozenset[BodyKind]] = frozenset(["namnd", "stadsdelsnamnd", "forvaltning", "styrelse", "fullmaktige"])
ABOUT_THE_DATA: Final = "Motioner, remissvar, hållningar, beslut och källor i arkivet. Varje uppgift har sin plats i det dokument som den kommer ur."
_TITLE: Final = 300  # letters of a name; what is longer is no name
_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")

Node = dict[str, object]
At = Callable[[str], str]


def about(context: Context, address: str, title: str, description: str = "") -> Node:
    """The JSON-LD of any page: of what it is about where that is known, else of the page and where it stands."""
    parts = address.strip("/").split("/")
    name = address.removeprefix(addresses.MOTIONS).strip("/")
    if address == addresses.START:
        return of_start(context, description)
    if address == addresses.DATA:
        return of_data(context)
    if address.startswith(addresses.BODIES) and len(parts) == 2 and parts[1] in context.bodies:
        return of_body(context, context.bodies[parts[1]])
    if address.startswith(addresses.MOTIONS) and name in context.motions:
        return of_motion(context, context.motions[name])
    if address.startswith(addresses.MOTIONS) and name in context.responses:
        return of_response(context, context.responses[name])
    if address.startswith(addresses.MOTIONS) and parts[1:] and parts[1] in context.motions:
        return _of_paper(context, context.motions[parts[1]], address, title)
    return of_page(context, address, title)


def of_start(context: Context, description: str = "") -> Node:
    """The site, who publishes it and, where the site knows its own address, how to search it."""
    at = _at(context, addresses.START)
    site = _site(context, at)
    if description:
        site["description"] = _cut(description)
    site["inLanguage"] = LANGUAGE
    if publisher := _publisher(context):
        site["publisher"] = publisher
    if context.settings.address:
        target = {"@type": "EntryPoint", "urlTemplate": at(addresses.SEARCH) + "?q={words}"}
        site["potentialAction"] = {"@type": "SearchAction", "target": target, "query-input": "required name=words"}
    return {"@context": CONTEXT, "@graph": [site]}


def of_motion(context: Context, motion: Motion) -> Node:
    """A motion's page; of a motion that only the answers tell of, the page with no document."""
    address = addresses.motion(motion.id)
    at = _at(context, address)
    work = _motion(motion, at)
    people = [one for one in motion.proposers if not one.struck]
    if people and not any(one.editor for one in people):
        work["author"] = [_person(one.name, one.party) for one in people]
    if (filed := motion.filed) and _stated(filed) and _is_day(filed.value):
        # When a motion was handed in is not when it was written or published; Dublin Core has the word, schema.org has not.
        work["http://purl.org/dc/terms/dateSubmitted"] = filed.value
    if motion.document:
        work |= _copy(context, motion.document, at)
    return _page(context, address, motion.title.value, _retold(work, motion.title.value) if motion.retold else work, at)


def of_response(context: Context, response: Response) -> Node:
    """An answer's page. An answer that another paper only tells of has no work of its own: the page is then about the motion."""
    address = addresses.response(response.id)
    at = _at(context, address)
    motion = context.motions.get(response.motion)
    subject = _motion(motion, at) if motion else None
    name = f"{context.sender(response)} om {motion.title.value if motion else response.motion}"
    if response.told:
        return _page(context, address, name, None, at, subject)
    work: Node = {"@type": "CreativeWork", "name": _cut(name), "genre": words.upper_first(words.DOCUMENT_TYPES[response.document_type])}
    if response.bodies and response.body_facts and all(_stated(fact) for fact in response.body_facts):
        work["author"] = [_body(context.bodies[body], at) for body in response.bodies if body in context.bodies]
    if response.date and _stated(response.date) and _is_day(response.date.value):
        work["dateCreated"] = response.date.value
    if numbers := _numbers(fact for fact in response.diary_numbers if fact.of == "own"):
        work["identifier"] = numbers
    if subject:
        work["about"] = subject
    work |= _copy(context, response.document, at)
    return _page(context, address, name, _retold(work, name) if response.retold else work, at)


def of_body(context: Context, body: Body) -> Node:
    """A body's page: an organisation with the names that the register gives it."""
    address = addresses.body(body.id)
    at = _at(context, address)
    node = _body(body, at)
    if body.aliases:
        node["alternateName"] = [_cut(name) for name in body.aliases]
    return _page(context, address, words.upper_first(body.name), node, at)


def of_data(context: Context) -> Node:
    """The page of data: a dataset with its files, and its licence where one is stated."""
    at = _at(context, addresses.DATA)
    settings = context.settings
    name = f"{settings.site_name}: motioner och remissvar" + (f" i {settings.municipality}" if settings.municipality else "")
    node: Node = {
        "@type": "Dataset",
        "name": _cut(name),
        "description": ABOUT_THE_DATA,
        "url": at(addresses.DATA),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "keywords": ["motioner", "remissvar", "kommunfullmäktige", "nämnder"],
    }
    if licence := settings.licence:
        node["license"] = licence.address or {"@type": "CreativeWork", "name": licence.name}
    if publisher := _publisher(context):
        node |= {"creator": publisher, "publisher": publisher}
    node["distribution"] = [{"@type": "DataDownload", "contentUrl": at(file.address), "encodingFormat": file.media_type} for file in FILES if file.whole or file.media_type == "text/csv"]
    return _page(context, addresses.DATA, "Data", node, at)


def of_page(context: Context, address: str, title: str) -> Node:
    """A page that is about no one thing: its name and where it stands."""
    return _page(context, address, title, None, _at(context, address))


def _of_paper(context: Context, motion: Motion, address: str, title: str) -> Node:
    """A party's statement is a work; a comparison or an attachment is a page about the motion."""
    at = _at(context, address)
    statement = next((one for one in motion.statements if one.id and addresses.statement(one.id) == address), None)
    work = _statement(statement, title, _motion(motion, at)) if statement else None
    return _page(context, address, title, work, at, None if work else _motion(motion, at))


def _statement(statement: Statement, title: str, subject: Node) -> Node:
    work: Node = {"@type": "CreativeWork", "name": _cut(title), "genre": statement_name(statement.kind, "").partition(" (")[0], "about": subject}
    if statement.date and _is_day(statement.date):
        work["dateCreated"] = statement.date
    return work


def _page(context: Context, address: str, title: str, entity: Node | None, at: At, subject: Node | None = None) -> Node:
    page: Node = {"@type": "WebPage", "name": _cut(title), "url": at(address), "inLanguage": LANGUAGE, "isPartOf": _site(context, at)}
    if subject:
        page["about"] = subject
    if entity:
        page["mainEntity"] = entity
    steps = crumbs(context, address, title)
    items = [
        {"@type": "ListItem", "position": place, "name": _cut(name), "item": at(target)}
        for place, (name, target) in enumerate(steps, 1)
    ]
    return {"@context": CONTEXT, "@graph": [page, {"@type": "BreadcrumbList", "itemListElement": items}]}


def _site(context: Context, at: At) -> Node:
    return {"@type": "WebSite", "name": _cut(context.settings.site_name), "url": at(addresses.START)}


def _publisher(context: Context) -> Node | None:
    settings = context.settings
    name = settings.publisher or settings.municipality
    return {"@type": "Organization", "name": _cut(name)} if name else None


def _motion(motion: Motion, at: At) -> Node:
    made: Node = {"@type": "CreativeWork", "name": _cut(motion.title.value), "genre": "Motion", "url": at(addresses.motion(motion.id))}
    if numbers := _numbers(motion.diary_numbers):
        made["identifier"] = numbers
    return made


def _retold(work: Node, title: str) -> Node:
    """The archive's own retelling of ``work``: its author, days and numbers are the document's and not the text's."""
    subject = {"about": work["about"]} if "about" in work else {}
    based = {key: value for key, value in work.items() if key not in ("about", "url", "encoding")}
    made: Node = {"@type": "CreativeWork", "name": _cut(title), "genre": "Arkivets referat", **subject, "isBasedOn": based}
    return made | {key: work[key] for key in ("url", "encoding") if key in work}


def _body(body: Body, at: At) -> Node:
    sort = "GovernmentOrganization" if body.kind in PUBLIC else "Organization"
    return {"@type": sort, "name": _cut(words.upper_first(body.name)), "url": at(addresses.body(body.id))}


def _person(name: str, party: str | None) -> Node:
    made: Node = {"@type": "Person", "name": _cut(name)}
    if party:
        made["memberOf"] = {"@type": "Organization", "name": _cut(party)}
    return made


def _copy(context: Context, document: Document, at: At) -> Node:
    """The copy that may be downloaded; nothing where it is withheld."""
    original = context.original(document)
    return {"encoding": {"@type": "MediaObject", "contentUrl": at(original.address)}} if original and original.address else {}


def _numbers(facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(_cut(fact.value) for fact in facts if _stated(fact)))


def _stated(fact: Fact) -> bool:
    return fact.status is Status.STATED


def _is_day(value: str) -> bool:
    """Whether ``value`` is a year, month or day that there is, as ISO writes it; a day of an unknown year is none."""
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _at(context: Context, page: str) -> At:
    """An address as it is written on ``page``: absolute where the site knows its own."""
    site = context.settings.address
    if site:
        return lambda target: addresses.absolute(target, site)
    return lambda target: addresses.relative(target, page)


def _cut(text: str) -> str:
    """A name on one line, without signs that have no form, and cut where it is too long to be one."""
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= _TITLE else plain[: _TITLE - 1] + "…"
