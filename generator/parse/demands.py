"""What the motion asks for: the points, att-clauses or plain sentences after the words that ask the council to decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Demand, Draft, Place
from generator.parse.attlines import att_lines, width
from generator.parse.layout import Block
from generator.parse.proposers import is_signers
from generator.parse.reading import Reading

_ASKS = re.compile(
    r"\b(?:föreslår|föreslås|yrkar|hemställer|förslag till beslut|att-satser|kommunfullmäktige (?:att )?beslutar?|"
    r"fullmäktige beslutar?)\b",
    re.IGNORECASE,
)
# What may stand before a point: a bullet, a number, a letter or a small Roman number.
_LABEL = r"(?:[•●▪◦–—*-]|\(?\d{1,2}[.)]|\(?[A-Za-zÅÄÖåäö][.)](?=\s)|\(?[ivx]{1,5}[.)](?=\s))"
_ATT = re.compile(rf"^(?:{_LABEL}\s*)?att\b", re.IGNORECASE)
_MARK = re.compile(rf"^{_LABEL}\s*")
# "… föreslår därför att kommunfullmäktige beslutar att X": the clause after the last "att" that is not the asking itself.
_INLINE = re.compile(
    r"\b(?:föreslår|yrkar|hemställer)\b(?:\s+\w+){0,5}?"
    r"(?:\s+(?:att\s+)?(?:kommun|stads|region)?fullmäktige\s+(?:att\s+)?(?:beslutar?|uppdrar[^.]{0,60}?))?:?\s+"
    r"(?P<demand>att\s+[^.]{8,600}\.?)",
    re.IGNORECASE,
)
# "Kommunfullmäktige föreslås besluta att X"
_PASSIVE = re.compile(r"\b\w*fullmäktige\s+föreslås\s+(?:att\s+)?besluta:?\s+(?P<demand>att\s+[^.]{8,600}\.?)", re.IGNORECASE)
_HEADING = re.compile(r"^(?:förslag(?: till beslut)?|yrkanden?|att-satser|förslag till kommunfullmäktige)\b", re.IGNORECASE)
_TITLED = re.compile(r"^(?:yrkanden?|att-satser|våra (?:förslag|yrkanden)|(?:motionens )?förslag till beslut)\s*:?\s*$", re.IGNORECASE)
# Where and when the motion was signed, which is no point of it.
_SIGNED = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäö-]+(?:\s[A-ZÅÄÖ][\wåäö-]+)?,?\s+)?(?:den\s+)?"
    r"(?:\d{1,2}(?::?[ae])?\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\s+\d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}[ -]\d{2,4})\.?$"
)
_LAST_WORD = re.compile(r"[,;]?\s+(?:samt|och)$")  # what ties a point to the next
_COUNCIL = r"(?:[Kk]ommun|[Ss]tads|[Rr]egion)?[Ff]ullmäktige"
# Words that can only lead into what is asked, where a sentence or a line begins: what follows them need not say "att".
_LEAD = re.compile(
    r"(?:^|(?<=[.!?:]\s)|(?<=\n))(?:"
    rf"[Ff]örslag till beslut(?:\s+(?:i|till|för)\s+{_COUNCIL})?\s*:"
    rf"|Förslag till beslut\s+i\s+{_COUNCIL}(?=\s+(?:\d{{1,2}}[.)]\s|[A-ZÅÄÖ]))"
    rf"|{_COUNCIL}\s+föreslås\s+(?:därför\s+)?(?:att\s+)?besluta(?:\s+följande)?\s*:"
    rf"|[^.!?:]{{0,160}}\b(?:föreslår|föreslås|yrkar|hemställer)\b[^.!?:]{{0,60}}{_COUNCIL}\s+(?:att\s+)?beslutar?(?:\s+följande)?\s*:"
    r"|[^.!?:]{0,160}\b(?:yrkar|hemställer)(?:\s+(?:vi|jag|undertecknade?|[A-ZÅÄÖ][\wåäö]+))?(?:\s+(?:om|på))?(?:\s+(?:följande|att))?\s*:"
    r")\s*"
)
_FIRST = re.compile(r"(?:^|(?<=\s))1[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?:^|\s)[•●▪]\s+")
_NEXT_ATT = re.compile(r"(?<=[.;,]\s)Att\s")
# What only leads into the points: "I kommunfullmäktige:", "Kommunfullmäktige beslutar:", "att besluta följande:".
_LEADS_IN = re.compile(
    rf"^(?:(?:[Ii]|[Tt]ill|[Ff]ör)\s+)?(?:att\s+)?(?:{_COUNCIL}|[Kk]ommunstyrelsen|[Rr]egionstyrelsen)?(?:\s*(?:föreslås|får|ska|må(?:tte)?))?(?:\s*(?:att\s+)?(?:besluta[rd]?e?|beslut|uttala[r]?))?"
    r"(?:\s+(?:att|om|följande|enligt följande))*\s*:$|^(?:att\s+)?(?:\w*fullmäktige\s+)?(?:att\s+)?besluta[r]?(?:\s+att)?$"
)
_SAYS = re.compile(r"\b(?:föreslår|föreslås|yrkar|hemställer)\b", re.IGNORECASE)  # a sentence that asks, and is cut as one
_PARAGRAPHS = 6  # of plain text that may stand between the words that ask and the names under the motion
_LONGEST = 1500  # characters of one demand; what is longer is the motion's text


def demands(reading: Reading, draft: Draft) -> Draft:
    """Fill ``demands`` of a motion, numbered from 1, each verbatim with the anchor of its paragraph."""
    if draft.kind != "motion":
        return draft
    found = _run_in(reading) or _listed(reading) or _plain(reading) or _inline(reading)
    return replace(
        draft,
        demands=tuple(Demand(number, text, place, passage) for number, (text, place, passage) in enumerate(found, 1)),
    )


def _run_in(reading: Reading) -> list[tuple[str, Place, str]]:
    """What follows the words that ask in their own paragraph, up to the names under the motion; points are told by number."""
    blocks = _all(reading)
    best: list[tuple[str, Place, str]] = []
    for index, block in enumerate(blocks):
        for lead in _LEAD.finditer(block.text):
            rest = block.text[lead.end() :]
            if not rest or (_ATT.match(rest) and not rest.startswith("Att ")):
                continue  # nothing there, or a sentence that goes on, which the rules for att-clauses cut
            made = _points(rest, block, lead.end(), reading)
            if len(made) > 1 or _FIRST.match(rest):
                made += _more_points(blocks[index + 1 :], len(made), reading)
            if made and all(len(text) <= _LONGEST for text, _, _ in made):
                best = made
    return best


def _more_points(blocks: list[Block], count: int, reading: Reading) -> list[tuple[str, Place, str]]:
    """The points that go on in the paragraphs after the first, as long as their numbers run."""
    made: list[tuple[str, Place, str]] = []
    for block in blocks:
        number = re.match(r"(\d{1,2})[.)]\s+", block.text)
        if number is None or int(number.group(1)) != count + len(made) + 1:
            break
        made.append((block.text[number.end() :], block.place, reading.anchor(block)))
    return made


def _points(text: str, block: Block, at: int, reading: Reading) -> list[tuple[str, Place, str]]:
    """The points of ``text``, which stands at ``at`` in ``block``: by numbers that run from 1, by bullets, else all as one."""
    cuts = _numbered(text)
    if not cuts:
        bullets = [(match.end(), match.start()) for match in _BULLET.finditer(text)]
        cuts = bullets if bullets and not text[: bullets[0][1]].strip() else []
    if not cuts:
        cuts = [(0, 0), *((match.start(), match.start()) for match in _NEXT_ATT.finditer(text))]
    ends = [start for _, start in cuts[1:]] + [len(text)]
    made = []
    for (begin, _), end in zip(cuts, ends, strict=True):
        label = _MARK.match(text[begin:end])
        first = begin + (label.end() if label else 0)
        if text[first:end].strip(" .") and not _LEADS_IN.match(text[first:end].strip()):
            made.append((text[first:end].strip(), block.place_at(at + first), reading.anchor(block)))
    return made


def _numbered(text: str) -> list[tuple[int, int]]:
    """Where each point begins after its number and with it, as long as the numbers run 1, 2, 3; empty without a 1 at the top."""
    first = _FIRST.match(text)
    if first is None:
        return []
    made = [(first.end(), 0)]
    while following := re.compile(rf"(?<=\s){len(made) + 1}[.)]\s+(?=\S)").search(text, made[-1][0]):
        made.append((following.end(), following.start()))
    return made


def _plain(reading: Reading) -> list[tuple[str, Place, str]]:
    """The paragraphs between words that ask on a line of their own and the names under the motion; each is one demand."""
    blocks = _all(reading)
    signed = {id(block) for block in reading.signatures}
    best: list[tuple[str, Place, str]] = []
    for index, block in enumerate(blocks):
        lead = _LEAD.search(block.text + (":" if block.kind == "heading" else ""))
        if (lead is None or lead.end() < len(block.text)) and not (block.kind == "heading" and _TITLED.match(block.text)):
            continue
        made: list[tuple[str, Place, str]] = []
        for following in blocks[index + 1 :]:
            if following.kind in {"heading", "meta"} or id(following) in signed or is_signers(following.text):
                break
            if _SIGNED.match(following.text):
                break
            made += _points(following.text, following, 0, reading)
        fits = made and len(made) <= _PARAGRAPHS and all(len(text) <= _LONGEST and not _SAYS.search(text) for text, _, _ in made)
        best = made if fits else best
    return best


def _listed(reading: Reading) -> list[tuple[str, Place, str]]:
    """The list items after the last words that ask; a paragraph of another kind ends the list."""
    blocks, wide = _all(reading), width(reading.document)
    best: list[tuple[str, Place, str]] = []
    for index, block in enumerate(blocks):
        asks = block.kind != "item" and (
            _ASKS.search(_tail(block.text)) or (block.kind == "heading" and _HEADING.match(block.text))
        )
        if not asks:
            continue
        items: list[tuple[str, Place, str]] = []
        for following in blocks[index + 1 :]:
            if following.kind != "item" and not _ATT.match(following.text):
                if items or following.kind == "heading" or not _ASKS.search(following.text):
                    break
                continue
            items += _att_points(following, wide, reading)
        if items:
            best = items
    return best


def _att_points(block: Block, wide: int, reading: Reading) -> list[tuple[str, Place, str]]:
    """A list item, or each of those that stand on lines of their own in one paragraph."""
    cuts = att_lines(block, wide) if _ATT.match(block.text) else ()
    made = []
    for begin, end in zip((0, *cuts), (*cuts, len(block.text)), strict=True):
        text = block.text[begin:end].strip()
        if _LEADS_IN.match(text):
            continue
        made.append((_LAST_WORD.sub("", _MARK.sub("", text, count=1)), block.place_at(begin), reading.anchor(block)))
    return made


def _inline(reading: Reading) -> list[tuple[str, Place, str]]:
    for sentence in reversed(list(reading.sentences())):
        match = _INLINE.search(sentence.text) or _PASSIVE.search(sentence.text)
        if match:
            begin = sentence.start + match.start("demand")
            lines = [at - begin for at in att_lines(sentence.block, width(reading.document)) if at > begin]
            clauses = _clauses(match["demand"], lines)
            return [
                (clause, sentence.block.place_at(sentence.start + match.start("demand") + at), sentence.passage)
                for clause, at in clauses
            ]
    return []


def _clauses(text: str, lines: Sequence[int] = ()) -> list[tuple[str, int]]:
    """ "att A, samt att B" → its clauses with their offsets; one clause if neither conjunctions nor ``lines`` set them apart."""
    ties = [match.end() - 3 for match in re.finditer(r"(?:,|;|\boch|\bsamt)\s+att", text)]
    cuts = sorted({0, *ties, *(at for at in lines if at < len(text))})
    made = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        clause = re.sub(r"[\s,;]*(?:\b(?:och|samt))?\s*$", "", text[start:end])
        made.append((clause, start))
    return made


def _tail(text: str) -> str:
    return text if len(text) < 200 else text[-200:]


def _all(reading: Reading) -> list[Block]:
    made: list[Block] = []
    for part in reading.parts:
        if part.heading:
            made.append(part.heading)
        made.extend(part.blocks)
    return made
