"""What a part is, by its opening and its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.bundles.letterheads import PARTY, Opening, is_sender
from generator.model import PartKind

# The office that prepares the executive board's matters; in another bundle it goes by another of these names.
_EXECUTIVE = re.compile(
    r"\b(?:(?:stads|kommun|region)lednings(?:kontoret|förvaltningen|förvaltning|staben)|(?:stads|kommun|region)kontoret|"
    r"(?:kommun|stads)kansli(?:et)?|kommunstyrelseförvaltning(?:en)?|kommunstyrelsens (?:förvaltning|kontor|kansli|stab)\w*)",
    re.IGNORECASE,
)
_BOARD = re.compile(r"\b(?:kommun|region)styrelsen\b", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"^(?:yttrande|utlåtande|svar) (?:över|på|med anledning av) motion|^(?:kommun|region)styrelsen (?:föreslår|tillstyrker|avstyrker)\b|"
    r"^(?:(?:kommun|region)styrelsens|(?:föredragande )?borgarrådets|borgarrådsberedningens) förslag\b|^utlåtande \d{4}:\d+",
    re.IGNORECASE,
)
_TO_COUNCIL = re.compile(r"\b(?:förslag|föreslår|hemställer|föreslås)\b.{0,60}\b(?:kommun|region)?fullmäktige", re.IGNORECASE)
_MOTION = re.compile(r"^(?:\W*)motion\b(?!ens|en\b)", re.IGNORECASE)
_SUMMED_UP = re.compile(r"\bremissinstansernas (?:svar|yttranden|synpunkter|överväganden)\b|\bremissvaren sammanfattas\b", re.IGNORECASE)
_ANSWERS = re.compile(
    r"^(?:remissvar|remissyttrande|svar|yttrande)\b(?: [\w,:-]+){0,3} (?:motion|remiss)|^(?:remissvar|remissyttrande)$", re.IGNORECASE
)
_PARTY_PAPER = re.compile(r"^(?:\w*yrkande|(?:särskilt )?yttrande|reservation|protokollsanteckning)\b", re.IGNORECASE)
_MOVERS = re.compile(rf"\(\s*{PARTY}\s*\)|^\(?{PARTY}(?:, {PARTY})+")
_LETTER = re.compile(
    r"\b(?:diarienr|diarienummer|dnr|(?:vårt|ert) datum|(?:vår|er) (?:referens|beteckning)|handläggare|ärendenummer|telefon)\b", re.IGNORECASE
)
_FIRST = 8  # rows of a part among which its title stands
_TITLE = 400  # characters of a title that may have been run into the text


def part_kind(opening: Opening | None, texts: Sequence[str]) -> PartKind:
    """The kind of the part that ``opening`` opens and whose lines with text are ``texts``; "other" where nothing shows it."""
    if opening is None:
        return "other"
    head = [text[:_TITLE] for text in texts[:_FIRST]]
    if opening.sort == "council":
        return _council(head)
    if opening.sort == "office":
        return "office-statement" if _prepares(opening, texts) else "answer"
    if opening.sort == "minutes":
        board = bool(_BOARD.search(opening.sender)) or any(_BOARD.fullmatch(text) for text in head[:4])
        return "board-proposal" if board and any(_TO_COUNCIL.search(text) for text in texts) else "minutes"
    if opening.sort == "attachment":
        return _attached(head)
    if opening.sort == "party":
        return "statement"
    return "motion" if opening.sort == "motion" else "answer"


def _council(head: Sequence[str]) -> PartKind:
    """A printed paper of the council: the board's proposal speaks of a motion, the motion is one."""
    if any(_PROPOSAL.search(text) for text in head):
        return "board-proposal"
    return "motion" if any(_MOTION.match(text) for text in head) else "other"


def _prepares(opening: Opening, texts: Sequence[str]) -> bool:
    """Whether an office's statement prepares the matter for the board that asked, and so is no answer."""
    if opening.sender:
        return bool(_EXECUTIVE.search(opening.sender))
    return any(_SUMMED_UP.search(text[:_TITLE]) for text in texts)


def _attached(head: Sequence[str]) -> PartKind:
    """What stands under an attachment's number: a motion, a party's paper, a letter of answer, or nothing that can be told."""
    rest = head[1:]
    if any(_MOTION.match(text) for text in rest[:2]):
        return "motion"
    if any(_PARTY_PAPER.match(text) for text in rest) and (
        head[0].lower().startswith("protokollsbilaga") or any(_PARTY_PAPER.match(text) and _MOVERS.search(text) for text in rest)
    ):
        return "answer" if any(_LETTER.search(text) for text in rest) else "statement"
    if any(_ANSWERS.match(text) for text in rest) and any(_LETTER.search(text) for text in rest):
        return "answer"
    if any(is_sender(text) for text in rest[:2]) and any(re.match(r"§\s*\d", text) for text in rest[:3]):
        return "minutes"
    return "attachment"
