"""A PDF document built anew from its pages: what is drawn on them, what drawing needs, their size and rotation.

Scripts, actions, attachments, annotations, forms, metadata, bookmarks, tags and everything else that hangs on the document or
on a page stays behind, because nothing but the drawing is fetched. (ISO 32000-1, 7.7.3, 7.8 and 8; of three ways that were
tried, only building anew removed every planted kind.)
"""

from __future__ import annotations

import io
import logging
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from generator.originals import drawing
from generator.originals.images import without_segments
from generator.originals.withheld import WithheldError

_MOST_PAGES: Final = 2_000
_DEEPEST: Final = 60  # objects within objects; fonts and colours need ten
_KINDS: Final = ("/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font")  # of resources; not /Properties
_BOXES: Final = ("/MediaBox", "/CropBox")
# What may hang on the dictionaries of drawings and is not drawn: metadata, tags, links to files and layers, editors' notes.
_NOT_DRAWN: Final = frozenset(
    [
        "/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/OC", "/OPI", "/Alternates", "/Ref", "/AF",
        "/AA", "/A", "/Names", "/Name", "/PS", "/Subtype2", "/Measure", "/PtData", "/ID", "/Parent", "/P", "/Info", "/Contents",
        "/Annots", "/Thumb", "/B",
    ]
)  # fmt: skip
_FORM: Final = frozenset({"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"})
_IMAGE: Final = frozenset(
    [
        "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/ImageMask", "/Mask", "/Decode",
        "/Interpolate", "/SMask", "/SMaskInData", "/Matte", "/Intent", "/Filter", "/DecodeParms",
    ]
)  # fmt: skip
_PACKING: Final = frozenset({"/Filter", "/DecodeParms", "/Length"})
_ELSEWHERE: Final = frozenset({"/Length", "/F", "/FFilter", "/FDecodeParms"})  # a stream whose bytes lie in another file
_NO_COPY: Final = "PDF-filen gick inte att rensa från sådant som inte syns på sidorna"
_LAYERS: Final = "PDF-filen har lager som kan vara dolda"


def cleaned(data: bytes) -> bytes:
    """The document in ``data`` with its pages as they are seen and nothing else; the same bytes each time.

    WithheldError for a locked or damaged document, one with layers that are not shown, and one that cannot be followed.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every repair
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise WithheldError("PDF-filen är låst")
        if _has_layers(reader):
            raise WithheldError(_LAYERS)
        count = len(reader.pages)
        if not 0 < count <= _MOST_PAGES:
            raise WithheldError(_NO_COPY)
        builder = _Builder()
        for page in reader.pages:
            builder.add(page)
        return builder.written()
    except WithheldError:
        raise
    except MemoryError:
        raise
    except Exception as problem:  # pypdf raises what the file's values lead it to
        raise WithheldError(_NO_COPY) from problem


def _has_layers(reader: PdfReader) -> bool:
    """Whether a layer may be out of sight: without the list of layers (8.11.4) every layer would show."""
    layers = _resolved(reader.root_object.get("/OCProperties"))
    if not isinstance(layers, DictionaryObject):
        return False
    default = _resolved(layers.get("/D"))
    if not isinstance(default, DictionaryObject):
        return True
    off, state = _resolved(default.get("/OFF")), default.get("/BaseState", "/ON")
    return bool(off) or state != "/ON" or bool(_resolved(default.get("/AS")))


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


class _Builder:
    """The new document, and what of the old one has been carried over."""

    def __init__(self) -> None:
        self.writer = PdfWriter()
        self.writer.metadata = None
        self.carried: dict[tuple[int, int], IndirectObject] = {}

    def written(self) -> bytes:
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()

    def add(self, page: PageObject) -> None:
        """Carry one page over."""
        made = self.writer.add_blank_page(595, 842)
        del made["/Resources"]
        for key in _BOXES:
            if key in page:
                made[NameObject(key)] = _box(page[key])
        turned = _resolved(page.get("/Rotate", NumberObject(0)))
        if isinstance(turned, int | float) and turned % 360:
            made[NameObject("/Rotate")] = NumberObject(int(turned) % 360)
        unit = _resolved(page.get("/UserUnit"))
        if isinstance(unit, int | float):
            made[NameObject("/UserUnit")] = FloatObject(unit)
        if "/Group" in page:
            made[NameObject("/Group")] = self.carry(page["/Group"])
        drawn = drawing.cleaned(_content(page))
        made[NameObject("/Contents")] = self._added(_packed(drawn.content, DictionaryObject()))
        made[NameObject("/Resources")] = self.resources(_resolved(page.get("/Resources")), drawn.names)

    def resources(self, old: object, names: frozenset[str] | None, depth: int = 0) -> DictionaryObject:
        """Those of the resources that are called by ``names``, None for all; what nothing names is not seen."""
        made = DictionaryObject()
        if not isinstance(old, DictionaryObject):
            return made
        if names is not None:
            # A form without resources of its own draws with those of its page.
            names = names.union(*(drawing.cleaned(form).names for form in _forms(old, names)))
        for kind in _KINDS:
            kept = self._each(_resolved(old.get(kind)), depth, names)
            if kept:
                made[NameObject(kind)] = kept
        return made

    def _each(self, old: object, depth: int, names: frozenset[str] | None = None) -> DictionaryObject:
        """A dictionary whose keys are anybody's names."""
        made = DictionaryObject()
        if isinstance(old, DictionaryObject):
            made.update({NameObject(key): self.carry(value, depth + 1) for key, value in old.items() if names is None or key in names})
        return made

    def carry(self, old: object, depth: int = 0) -> PdfObject:
        """What drawing needs of an object of the old document, as an object of the new one."""
        if depth > _DEEPEST:
            raise WithheldError(_NO_COPY)
        if not isinstance(old, IndirectObject):
            return self._carried(old, depth)
        key = (old.idnum, old.generation)
        if key not in self.carried:
            # Known before it is filled: an object may lead back to itself.
            self.carried[key] = self._added(NullObject())
            value = self._carried(old.get_object(), depth)
            self.writer._replace_object(self.carried[key], value)  # noqa: SLF001 - pypdf has no public name for it
        return self.carried[key]

    def _carried(self, old: object, depth: int) -> PdfObject:
        if isinstance(old, StreamObject):
            return self._carried_stream(old, depth)
        if isinstance(old, DictionaryObject):
            made = DictionaryObject()
            for key, value in old.items():
                # In a font whose letters are drawings any of them may be drawn.
                if key == "/Resources":
                    made[NameObject(key)] = self.resources(_resolved(value), None, depth)
                elif key in {"/CharProcs", "/Colorants"}:
                    made[NameObject(key)] = self._each(_resolved(value), depth)
                elif key not in _NOT_DRAWN:
                    made[NameObject(key)] = self.carry(value, depth + 1)
            return made
        if isinstance(old, ArrayObject):
            return ArrayObject(self.carry(value, depth + 1) for value in old)
        return old if isinstance(old, PdfObject) else NullObject()

    def _carried_stream(self, old: StreamObject, depth: int) -> PdfObject:
        sort = old.get("/Subtype")
        if sort == "/PS":
            raise WithheldError(_NO_COPY)
        if sort == "/Image":
            return self._image(old, depth)
        if sort != "/Form" and old.get("/PatternType") != 1:
            return _same(old, self._kept(old, depth, not_drawn=_NOT_DRAWN | _ELSEWHERE))
        drawn = drawing.cleaned(old.get_data())
        made = self._kept(old, depth, drawn=_FORM if sort == "/Form" else None, not_drawn=_NOT_DRAWN | _PACKING | {"/Resources"})
        if "/Resources" in old:
            made[NameObject("/Resources")] = self.resources(_resolved(old["/Resources"]), drawn.names, depth)
        return _packed(drawn.content, made)

    def _image(self, old: StreamObject, depth: int) -> PdfObject:
        filters = _resolved(old.get("/Filter"))
        last = _resolved(filters[-1] if isinstance(filters, ArrayObject) and filters else filters)
        if last == "/JPXDecode":
            raise WithheldError("PDF-filen har bilder i ett format (JPEG 2000) som inte går att rensa")
        if last != "/DCTDecode":
            return _same(old, self._kept(old, depth, drawn=_IMAGE, not_drawn=_ELSEWHERE))
        made = StreamObject()
        made.update(self._kept(old, depth, drawn=_IMAGE, not_drawn=_PACKING))
        made[NameObject("/Filter")] = NameObject("/DCTDecode")
        settings = _resolved(old.get("/DecodeParms"))
        settings = _resolved(settings[-1]) if isinstance(settings, ArrayObject) and settings else settings
        if isinstance(settings, DictionaryObject):
            made[NameObject("/DecodeParms")] = self.carry(settings, depth + 1)
        made.set_data(without_segments(old.get_data()))
        return made

    def _kept(
        self, old: DictionaryObject, depth: int, drawn: frozenset[str] | None = None, not_drawn: frozenset[str] = frozenset()
    ) -> DictionaryObject:
        """The entries of a stream's dictionary: of those in ``drawn`` (None: of all) those that are not in ``not_drawn``."""
        wanted = [(key, value) for key, value in old.items() if (drawn is None or key in drawn) and key not in not_drawn]
        return DictionaryObject({NameObject(key): self.carry(value, depth + 1) for key, value in wanted})

    def _added(self, made: PdfObject) -> IndirectObject:
        return self.writer._add_object(made)  # noqa: SLF001 - pypdf has no public name for it


def _packed(data: bytes, entries: DictionaryObject) -> StreamObject:
    plain = DecodedStreamObject()
    plain.set_data(data)
    made = plain.flate_encode()
    made.update(entries)
    return made


def _same(old: StreamObject, entries: DictionaryObject) -> StreamObject:
    """A stream with its bytes as they are packed."""
    made = StreamObject()
    made.update(entries)
    made._data = old._data  # noqa: SLF001 - there is no public way to the packed bytes
    return made


def _content(page: PageObject) -> bytes:
    """What is drawn on a page: its streams one after another (7.8.2)."""
    held = _resolved(page.get("/Contents"))
    streams = [_resolved(one) for one in held] if isinstance(held, ArrayObject) else [held]
    return b"\n".join(one.get_data() for one in streams if isinstance(one, StreamObject))


def _forms(resources: DictionaryObject, names: frozenset[str]) -> list[bytes]:
    """The drawings among the resources that bring no resources of their own."""
    held = _resolved(resources.get("/XObject"))
    if not isinstance(held, DictionaryObject):
        return []
    forms = [_resolved(value) for key, value in held.items() if key in names]
    return [one.get_data() for one in forms if isinstance(one, StreamObject) and one.get("/Subtype") == "/Form" and "/Resources" not in one]


def _box(value: object) -> ArrayObject:
    numbers = [_resolved(one) for one in value] if isinstance(value, ArrayObject) else []
    if len(numbers) != 4 or not all(isinstance(one, int | float) for one in numbers):
        raise WithheldError(_NO_COPY)
    return ArrayObject(FloatObject(one) for one in numbers)
