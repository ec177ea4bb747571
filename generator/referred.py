"""Who was asked in a case, under which names, and what became of the question. Part of the room ``archive``."""

from __future__ import annotations

from generator.model import Body, Draft, Place, Referral, ReferralState, Response
from generator.register import Register
from generator.senders import Answer

Asked = dict[str, tuple[Body, list[tuple[str, Place]]]]


def asked_bodies(drafts: list[Draft], registered: Register) -> Asked:
    """Every body that a document says was asked, as the body of today, with the names and places it has there."""
    asked: Asked = {}
    for draft in drafts:
        for one in draft.referrals:
            for mention in one.names:
                body = registered.meant(mention.full)
                asked.setdefault(body.id, (body, []))[1].append((mention.name, mention.place))
    return asked


def unanswered(asked: Asked, answers: list[Answer], drafts: list[Draft], registered: Register) -> list[Body]:
    """The bodies asked whose answer is missing and of which no document says that they sent none."""
    answered = {body.id for answer in answers for body in answer.sender.bodies if answer.draft.role == "answer"}
    answered |= {registered.meant(claim.mention.full).id for draft in drafts for claim in draft.body_claims}
    return [body for key, (body, _) in sorted(asked.items()) if key not in answered]


def referrals(asked: Asked, responses: list[Response], drafts: list[Draft], registered: Register) -> tuple[Referral, ...]:
    """A referral for each body asked, by name, with the answer it leads to and its state."""
    claims = {
        registered.meant(claim.mention.full).id: claim for draft in drafts for claim in reversed(draft.body_claims)
    }
    made = []
    for key, (body, names) in sorted(asked.items(), key=lambda item: item[1][0].name):
        answer = min((one for one in responses if key in one.bodies and one.role == "answer"), key=_weight, default=None)
        claim = claims.get(key)
        state: ReferralState = "not-in-archive"
        if answer:
            state = "declined" if answer.stance.value == "declined" else "answered"
        elif claim and claim.state != "answered":
            state = claim.state
        made.append(
            Referral(
                body=body.id,
                names=tuple(dict.fromkeys(name for name, _ in names)),
                places=tuple(dict.fromkeys(place for _, place in names)),
                response=answer.id if answer else None,
                state=state,
                possible_responses=tuple(
                    one.id for one in responses if state == "not-in-archive" and key in one.possible_bodies
                ),
                quote=claim.quote if claim and not answer else "",
                quote_place=claim.mention.place if claim and not answer else None,
            )
        )
    return tuple(made)


def _weight(response: Response) -> tuple[bool, bool]:
    """What goes first of several papers from one body: one that says where it stands, and its minutes before its office's draft."""
    return response.stance.value == "unclear", response.document_type != "protokollsutdrag"
