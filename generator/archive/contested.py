"""What is said of answers and decisions, held against the answers themselves. Part of the room ``archive``.

Each rule gives disagreements with the values side by side, none of them settled; one disagreement for each body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.archive.discrepancies import referral_fact
from generator.archive.referred import own_short
from generator.archive.register import Register
from generator.archive.rounds import rounds
from generator.labels import OUTCOMES, STANCES
from generator.model import BodyClaim, Decision, Discrepancy, Draft, Fact, Motion, Response, Stance, StanceFact, Status
from generator.parse.receivers import is_group

_SETTLED = frozenset({"granted", "rejected", "considered-answered", "partly"})
# "Avstår" in a table may be either: words that do not tell them apart do not disagree.
_ALIKE: tuple[frozenset[Stance], ...] = (frozenset({"no-position", "declined"}),)


def contested(motion: Motion, responses: Sequence[Response], drafts: Sequence[Draft], registered: Register) -> tuple[Discrepancy, ...]:
    """Where what one document says of an answer or of a decision is not what another says, in the order of the bodies' names."""
    return (*_lists(drafts, registered), *_stances(responses, registered), *_answered(motion, responses, drafts, registered), *_decisions(drafts, registered), *_asked_at_all(motion))


def _lists(drafts: Sequence[Draft], registered: Register) -> Iterator[Discrepancy]:
    """The lists of those who were asked, where two that are whole differ, or one names a body that the fullest leaves out.

    That an answer tells only of its own referral is no other list. A body under its name of then is not its successor here.
    """
    known = rounds(drafts)
    lists: list[tuple[frozenset[str], bool, Fact]] = []
    for draft in drafts:
        fact = referral_fact(draft)
        if fact is None or (known.twice and any(one.again for one in draft.referrals)):
            continue
        mentions = [mention for one in draft.referrals for mention in one.names if not own_short(mention.full, draft)]
        bodies = frozenset((registered.named(one.full) or registered.meant(one.full)).id for one in mentions if not is_group(one.full))
        whole = len(bodies) > 1 and not any(is_group(one.full) for one in mentions) and not any(one.besides_sender for one in draft.referrals)
        lists.append((bodies, whole, fact))
    full = max((bodies for bodies, whole, _ in lists if whole), key=len, default=frozenset())
    besides = [bodies for bodies, _, fact in lists if fact.value.endswith("(utöver avsändaren)")]
    # "Även" says that one more was asked: its own sender.
    odd = [bodies for bodies in besides if full and len(full - bodies) > 1]
    differing = [one for one in lists if (one[1] and one[0] != full) or (full and one[0] - full) or one[0] in odd]
    if differing and (full or len({bodies for bodies, *_ in lists}) > 1):
        kept = [one for one in lists if one in differing or one[0] == full]
        yield Discrepancy("referral-list", tuple(fact for _, _, fact in kept))


def _stances(responses: Sequence[Response], registered: Register) -> Iterator[Discrepancy]:
    """A body whose own paper says one thing and the office's table another."""
    for response in responses:
        own = _own(response)
        if own is None or len(response.bodies) != 1:
            continue
        # A body that was asked twice may be told of for its other answer.
        said = {one.stance.value for one in responses if one.bodies == response.bodies and not one.told} | {"unclear"}
        others = [one for one in response.reports if one.value not in said and frozenset({one.value, own.value}) not in _ALIKE]
        if others:
            name = _name(response, registered)
            values = [Fact(f"{name}: {STANCES[own.value]}, enligt svaret", Status.STATED, own.quote, own.place)]
            values += [Fact(f"{name}: {STANCES[one.value]}, enligt sammanställningen", Status.STATED, one.quote, one.place) for one in others]
            yield Discrepancy("stance", tuple(values))


def _own(response: Response) -> StanceFact | None:
    """The stance that the body's own papers give; None where they give none, or only another's word is known."""
    if response.told or response.role != "answer" or response.stance.value == "unclear" or response.stance.status is Status.CURATED:
        return None
    reported = {one.place for one in response.reports}
    return response.stance if response.stance.place and response.stance.place not in reported else None


def _answered(motion: Motion, responses: Sequence[Response], drafts: Sequence[Draft], registered: Register) -> Iterator[Discrepancy]:
    """A body that one document says was silent or declined, where its answer is here or another says that it answered."""
    twice = any(referral.round > 1 for referral in motion.referrals)
    said: dict[str, list[BodyClaim]] = {}
    for draft in drafts:
        for claim in draft.body_claims:
            said.setdefault(registered.meant(claim.mention.full).id, []).append(claim)
    for key, claims in sorted(said.items()):
        missing = [one for one in claims if one.state != "answered"]
        if not missing or twice:
            continue  # silent in one round, it may have answered in the other
        came = [one for one in claims if one.state == "answered"]
        here = [
            one
            for one in responses
            if key in one.bodies and one.role == "answer" and not (one.stance.value == "declined" and missing[0].state == "declined")
        ]
        if not came and not here:
            continue
        name = registered.meant(missing[0].mention.full).name
        values = [Fact(f"{name}: {_CLAIMED[one.state]}", Status.STATED, one.quote, one.mention.place) for one in (*missing[:1], *came[:1])]
        for one in here[:1]:
            place = one.stance.place or (one.body_facts[0].place if one.body_facts else None)
            values.append(Fact(f"{name}: svaret finns här", Status.STATED, one.stance.quote or (one.body_facts[0].quote if one.body_facts else ""), place))
        yield Discrepancy("answered", tuple(values))


_CLAIMED = {"silent": "svarade inte", "declined": "avstod från att svara", "answered": "har svarat"}


def _decisions(drafts: Sequence[Draft], registered: Register) -> Iterator[Discrepancy]:
    """A decision that settles the matter, told by two documents with another outcome, day or count of votes."""
    told: dict[tuple[str, str], list[Decision]] = {}
    for draft in drafts:
        for one in draft.decisions:
            # The executive board may settle a matter twice, where the council sent it back.
            if one.outcome in _SETTLED and one.stage == "council":
                told.setdefault((one.stage, registered.meant(one.body).id), []).append(one)
    for _, found in sorted(told.items()):
        files = {(one.place.file, one.place.page, one.place.line) for one in found}
        if len(files) < 2:
            continue
        yield from _differ("outcome", [(OUTCOMES[one.outcome], one.text, one) for one in found])
        dated = [(one.date.value, one.date.quote, one) for one in found if one.date]
        yield from _differ("decision-date", dated)
        votes = [(f"{one.votes.yes} ja, {one.votes.no} nej", one.text, one) for one in found if one.votes]
        yield from _differ("vote", votes)


def _differ(kind: str, values: Sequence[tuple[str, str, Decision]]) -> Iterator[Discrepancy]:
    unique: dict[str, Fact] = {}
    for value, quote, one in values:
        place = one.date.place if kind == "decision-date" and one.date else one.place
        unique.setdefault(value, Fact(value, Status.STATED, quote, place))
    if len(unique) > 1:
        yield Discrepancy(kind, tuple(unique.values()))


def _asked_at_all(motion: Motion) -> Iterator[Discrepancy]:
    """One document says that nobody was asked, another lists those who were."""
    if motion.not_referred and motion.referral_lists:
        fact = motion.not_referred
        said = Fact("skickades inte på remiss", fact.status, fact.quote, fact.place)
        yield Discrepancy("asked", (said, *(Fact(f"till {one.value}", one.status, one.quote, one.place) for one in motion.referral_lists)))


def _name(response: Response, registered: Register) -> str:
    body = registered.bodies.get(response.bodies[0])
    return body.name if body else response.body_facts[0].value if response.body_facts else response.bodies[0]
