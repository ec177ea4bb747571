"""What the papers of a case hold that is not of the case: other referrals, bodies only consulted, older papers. Part of the room ``archive``.

An answer tells of more than its own referral: that a region asked its boards about a motion of its own, that an office
spoke with the police. Where the office that prepares the matter lists whom it asked, such a list counts only if it names
one of those, or a body that itself answers. A paper older than the case, which says nothing of it, is an attachment.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from generator.archive.register import Register
from generator.model import Draft, ReferralList
from generator.parse.diary import year_of
from generator.parse.receivers import is_group

_SURE = 2  # strength from which a clue to the sender is enough alone


def of_the_case(drafts: Sequence[Draft], registered: Register, told: Collection[tuple[str, int]] = ()) -> list[Draft]:
    """``drafts`` without the referrals that are not this case's, and with older papers that tell nothing of it as attachments.

    ``told`` are the keys of those of which an editor says what they are.
    """
    year = _year(drafts)
    return _own_referrals([replace(draft, kind="unknown") if year and draft.document.key not in told and _older(draft, year) else draft for draft in drafts], registered)


def _own_referrals(drafts: Sequence[Draft], registered: Register) -> list[Draft]:
    prepared = {body for draft in drafts if draft.role == "preparation" for one in draft.referrals for body in _bodies(one, registered)}
    if not prepared:
        return list(drafts)
    own = prepared | {
        registered.meant(clue.mention.full).id
        for draft in drafts
        if draft.kind == "response" and draft.role == "answer"
        for clue in draft.senders
        if clue.strength >= _SURE and clue.sort != "diarieserie"
    }
    return [
        replace(draft, referrals=tuple(one for one in draft.referrals if _counts(one, own, registered)))
        if draft.role == "answer" and draft.referrals
        else draft
        for draft in drafts
    ]


def _counts(one: ReferralList, own: set[str], registered: Register) -> bool:
    named = _bodies(one, registered)
    return one.besides_sender or not named or bool(named & own)


def _bodies(one: ReferralList, registered: Register) -> set[str]:
    return {registered.meant(mention.full).id for mention in one.names if not is_group(mention.full)}


def _year(drafts: Sequence[Draft]) -> str | None:
    """The year of the case's number as the papers that prepare it give it; None where they give none, or two."""
    numbers = [fact.value for draft in drafts if draft.role == "preparation" for fact in draft.diary_numbers if fact.of == "case"]
    years = {year for number in numbers if (year := year_of(number))}
    return next(iter(years)) if len(years) == 1 else None


def _older(draft: Draft, year: str) -> bool:
    """Whether a part of a bundle is from before the year of the case, and names neither its motion, its number nor its sender."""
    if draft.kind != "response" or draft.role != "answer" or draft.document.part is None or draft.date is None:
        return False
    tells = draft.titles or draft.motion_number or any(fact.of == "case" for fact in draft.diary_numbers)
    return not tells and not any(clue.strength >= _SURE for clue in draft.senders) and draft.date.value[:4] < year
