"""data/archive.schema.json: the JSON Schema (2020-12) that data/archive.json keeps to, with no room for other keys.

The enumerations are taken from the model's own types, so that the two cannot drift apart.
"""

from __future__ import annotations

from typing import Final, get_args

from generator.exports.archive_json import SCHEMA
from generator.exports.clean import Json, json_bytes
from generator.model import (
    BodyKind,
    DocumentType,
    Outcome,
    PartKind,
    ReferralState,
    Role,
    SectionKind,
    SourceOutcome,
    Stage,
    Stance,
    StatementKind,
    Status,
)

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_Schema = dict[str, Json]

_TEXT: Final[_Schema] = {"type": "string"}
_SAID: Final[_Schema] = {"type": "string", "minLength": 1}
_FLAG: Final[_Schema] = {"type": "boolean"}
_SHARE: Final[_Schema] = {"type": "number", "minimum": 0, "maximum": 1}
_WHOLE: Final[_Schema] = {"type": "integer", "minimum": 0}
_COUNT: Final[_Schema] = {"type": "integer", "minimum": 1}
_DIGEST: Final[_Schema] = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_SLUG: Final[_Schema] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_RESPONSE_ID: Final[_Schema] = {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}
_ANCHOR: Final[_Schema] = {"type": "string", "pattern": "^p-[0-9a-f]{8}(-[0-9]+)?$"}
_ANSWER: Final[_Schema] = {"answer": {"type": ["string", "null"]}, "answer_passage": {"anyOf": [_ANCHOR, {"type": "null"}]}}
_ADDRESS: Final[_Schema] = {"type": "string", "pattern": "^/([a-z0-9-]+/)*$"}
_STATUS: Final[_Schema] = {"enum": [str(status) for status in Status]}


def schema_json() -> bytes:
    """The schema as JSON in UTF-8; the same bytes each time."""
    return json_bytes(schema())


def schema() -> _Schema:
    """The schema as a value."""
    return {
        "$schema": DIALECT,
        "title": "Motionsarkivet: arkivet som data",
        "description": "Motioner, svar, instanser och källor. Null betyder att uppgiften saknas.",
        **_object(
            schema={"const": SCHEMA},
            licence=_or_null(_object(name=_SAID, url=_or_null(_SAID))),
            motions=_list(_ref("motion")),
            responses=_list(_ref("response")),
            bodies=_list(_ref("body")),
            sources=_list(_ref("source")),
        ),
        "$defs": {**_small(), **_of_motions(), **_of_responses(), **_registers()},
    }


def _small() -> _Schema:
    fact_keys: _Schema = {
        "value": _TEXT,
        "status": _STATUS,
        "quote": _TEXT,
        "place": _or_null(_ref("place")),
        "of": {"enum": ["own", "case"]},
        "reason": _or_null(_TEXT),
        "date": _or_null(_TEXT),
    }
    return {
        "place": _object(file=_SAID, page=_or_null(_COUNT), line=_or_null(_COUNT)),
        "fact": {
            "type": "object",
            "properties": fact_keys,
            "required": ["value", "status", "quote", "place"],
            "additionalProperties": False,
        },
        "passage": _object(
            id=_ANCHOR,
            text=_TEXT,
            place=_ref("place"),
            restored=_list({"type": "array", "prefixItems": [_WHOLE, _WHOLE, _TEXT], "items": False, "minItems": 3}),
            unsure=_list({"type": "array", "prefixItems": [_WHOLE, _WHOLE], "items": False, "minItems": 2}),
        ),
        "edit": _object(key=_SAID, said=_ref("fact"), stated=_list(_ref("fact")), differs=_FLAG, about=_or_null(_SAID)),
        "section": _object(kind=_enum(SectionKind), heading=_TEXT, passages=_list(_ref("passage"))),
        "document": _object(
            file=_SAID,
            lines=_or_null({"type": "array", "prefixItems": [_COUNT, _COUNT], "items": False, "minItems": 2}),
            part=_or_null(_object(number=_COUNT, kind=_enum(PartKind))),
            sha256=_DIGEST,
            media_type=_TEXT,
            pages=_or_null(_WHOLE),
            words=_WHOLE,
            restored_words=_WHOLE,
            unsure_words=_WHOLE,
            recognised_pages=_list(_COUNT),
            unread_pages=_list(_COUNT),
            text_quality=_SHARE,
            retold=_FLAG,
        ),
    }


def _of_motions() -> _Schema:
    return {
        "motion": _object(
            id=_SLUG,
            url=_ADDRESS,
            title=_ref("fact"),
            number=_or_null(_ref("fact")),
            diary_numbers=_list(_ref("fact")),
            filed=_or_null(_ref("fact")),
            proposers=_list(
                _edited(name=_SAID, party=_or_null(_TEXT), struck=_FLAG, note=_or_null(_TEXT), place=_ref("place"))
            ),
            demands=_list(_edited(number=_COUNT, text=_SAID, place=_ref("place"), passage=_or_null(_ANCHOR))),
            referrals=_list(_ref("referral")),
            deadlines=_list(_ref("fact")),
            not_referred=_or_null(_ref("fact")),
            asked_groups=_list(_ref("fact")),
            unnamed_silent=_or_null(_ref("fact")),
            decisions=_list(_ref("decision")),
            statements=_list(
                _object(
                    id=_or_null(_RESPONSE_ID),
                    kind=_enum(StatementKind),
                    by=_TEXT,
                    date=_or_null(_TEXT),
                    title=_or_null(_ref("fact")),
                    url=_ADDRESS,
                    place=_ref("place"),
                    signatories=_list(_edited(name=_SAID, title=_or_null(_TEXT), place=_ref("place"))),
                    sections=_list(_ref("section")),
                    source=_or_null(_ref("document")),
                )
            ),
            enclosures=_list(
                _object(
                    id=_RESPONSE_ID,
                    url=_ADDRESS,
                    title=_TEXT,
                    place=_ref("place"),
                    sections=_list(_ref("section")),
                    source=_ref("document"),
                )
            ),
            discrepancies=_list(_object(kind=_SLUG, values=_list(_ref("fact")))),
            responses=_list(_RESPONSE_ID),
            sections=_list(_ref("section")),
            source=_or_null(_ref("document")),
            edits=_list(_ref("edit")),
        ),
        "referral": _edited(
            body=_SLUG,
            names=_list(_TEXT),
            places=_list(_ref("place")),
            response=_or_null(_RESPONSE_ID),
            possible_responses=_list(_RESPONSE_ID),
            state=_enum(ReferralState),
            quote=_or_null(_SAID),
            quote_place=_or_null(_ref("place")),
            round=_COUNT,
            deadline=_or_null(_ref("fact")),
        ),
        "decision": _edited(
            stage=_enum(Stage),
            body=_TEXT,
            date=_or_null(_ref("fact")),
            outcome=_enum(Outcome),
            votes=_or_null(_object(yes=_WHOLE, no=_WHOLE, abstained=_or_null(_WHOLE), question=_or_null(_SAID))),
            text=_TEXT,
            place=_ref("place"),
            evidence=_or_null(_SAID),
        ),
    }


def _of_responses() -> _Schema:
    stance: _Schema = {
        "value": _enum(Stance),
        "status": _STATUS,
        "quote": _or_null(_SAID),
        "place": _or_null(_ref("place")),
        "passage": _or_null(_ANCHOR),
    }
    why: _Schema = {"reason": _or_null(_TEXT), "date": _or_null(_TEXT)}  # of what an editor states
    settled = _or_more(stance, why)
    spot: _Schema = {"place": _ref("place"), "passage": _or_null(_ANCHOR)}
    return {
        "response": _object(
            id=_RESPONSE_ID,
            motion=_SLUG,
            url=_ADDRESS,
            bodies=_list(_SLUG),
            body_facts=_list(_ref("fact")),
            possible_bodies=_list(_SLUG),
            document_type=_enum(DocumentType),
            role=_enum(Role),
            title=_or_null(_ref("fact")),
            diary_numbers=_list(_ref("fact")),
            cited_numbers=_list(_ref("fact")),
            date=_or_null(_ref("fact")),
            prepared_by=_or_null(_ref("fact")),
            proposed_decision=_or_null(_ref("fact")),
            board_decision=_or_null(_ref("fact")),
            stance=settled,
            advice=_or_null(settled),
            demand_stances=_list(_or_more({"demand": _COUNT, **stance, "score": _SHARE} | _ANSWER, why)),
            signatories=_list(_edited(name=_SAID, title=_or_null(_TEXT), place=_ref("place"))),
            attachments=_list(_ref("fact")),
            sections=_list(_ref("section")),
            source=_ref("document"),
            papers=_list(_ref("document")),
            reports=_list(
                _object(source=_RESPONSE_ID, value=_enum(Stance), words=_TEXT, comment=_or_null(_SAID), quote=_SAID, **spot)
            ),
            remarks=_list(_object(kind=_enum(StatementKind), by=_TEXT, quote=_SAID, **spot)),
            told=_FLAG,
            edits=_list(_ref("edit")),
        )
    }


def _registers() -> _Schema:
    return {
        "body": _object(
            id=_SLUG,
            name=_SAID,
            kind=_enum(BodyKind),
            aliases=_list(_TEXT),
            successor=_or_null(_SLUG),
            url=_ADDRESS,
        ),
        "source": _object(
            file=_SAID,
            sha256={"type": "string", "pattern": "^([0-9a-f]{64})?$"},  # empty where the file could not be read
            outcome=_enum(SourceOutcome),
            findings=_list({"type": "string", "pattern": "^F[0-9]{3}$"}),
            used_as=_list(_TEXT),
            original=_or_null({"type": "string", "pattern": "^/kallor/[0-9a-f]{64}/[A-Za-z0-9._-]+$"}),
            original_withheld=_or_null(_SAID),
            accounted=_or_null(_SHARE),
            parts=_list(
                _object(
                    number=_COUNT,
                    kind=_enum(PartKind),
                    first=_ref("place"),
                    last=_ref("place"),
                    fate={"enum": ["page", "copy", "empty", "unplaced", "held", "withdrawn"]},
                    id=_or_null(_TEXT),
                    accounted=_or_null(_SHARE),
                )
            ),
        ),
    }


def _object(**properties: Json) -> _Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_more(keys: _Schema, more: _Schema) -> _Schema:
    """An object with these keys, and maybe some of ``more``."""
    return {"type": "object", "properties": keys | more, "required": list(keys), "additionalProperties": False}


def _edited(**properties: Json) -> _Schema:
    """An object with these keys, and the editor's word where it rests on that."""
    return _or_more(properties, {"editor": _ref("fact")})


def _list(items: _Schema) -> _Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(value: _Schema) -> _Schema:
    return {"anyOf": [value, {"type": "null"}]}


def _enum(of: object) -> _Schema:
    return {"enum": list(get_args(of))}
