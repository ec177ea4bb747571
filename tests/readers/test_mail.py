from __future__ import annotations

import email.policy
from email.message import EmailMessage

import pytest

from generator.readers import mail
from generator.readers.delivery import Delivery, UnreadableError

SHA = "0" * 64
LARGE = b"\x89PNG" + b"\1" * 50_000


def _letter(text: str | None = "Hej!\n\nNämnden avstyrker motionen.\n") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Åsa Öberg <asa@example.se>"
    made["To"] = "registrator@example.se"
    made["Date"] = "Thu, 14 Mar 2024 23:12:03 +0100"
    made["Subject"] = "Yttrande över motion om gårdsbelysning"
    if text is not None:
        made.set_content(text)
    return made


def _read(message: EmailMessage | bytes, file: str = "brev.eml") -> Delivery:
    data = message if isinstance(message, bytes) else message.as_bytes()
    assert mail.fits(file, data)
    return mail.read(file, SHA, data)


def _told(delivery: Delivery) -> list[tuple[str, str]]:
    assert delivery.document is not None
    return [(line.style, line.text) for line in delivery.document.lines]


def _codes(delivery: Delivery) -> list[str]:
    return [finding.code for finding in delivery.findings]


def test_the_text_stands_after_sender_receiver_date_and_subject() -> None:
    """The facts come first, and the date is the sender's own, not that of another time zone."""
    assert _told(_read(_letter())) == [
        ("meta", "Från: Åsa Öberg <asa@example.se>"),
        ("meta", "Till: registrator@example.se"),
        ("meta", "Datum: 2024-03-14 23:12"),
        ("meta", "Ämne: Yttrande över motion om gårdsbelysning"),
        ("text", "Hej!"),
        ("text", ""),
        ("text", "Nämnden avstyrker motionen."),
    ]


def test_lines_are_numbered_from_one_without_a_gap() -> None:
    """A line's number is its place among the lines delivered."""
    document = _read(_letter()).document
    assert document is not None
    assert [line.number for line in document.lines] == list(range(1, len(document.lines) + 1))


def test_plain_text_is_taken_before_html_unless_it_is_an_excuse() -> None:
    """Of two versions the plain one is read, but not where it only says that there is another."""
    both = _letter("Vi tillstyrker.\n")
    both.add_alternative("<p>Vi <b>tillstyrker</b>.</p>", subtype="html")
    assert _told(_read(both))[-1] == ("text", "Vi tillstyrker.")
    excuse = _letter("Visas som HTML.\n")
    excuse.add_alternative(
        "<h2>Yttrande</h2><p>Vi tillstyrker förslaget i alla dess delar och ser fram emot resultatet.</p>",
        subtype="html",
    )
    assert _told(_read(excuse))[-2:] == [
        ("heading", "Yttrande"),
        ("text", "Vi tillstyrker förslaget i alla dess delar och ser fram emot resultatet."),
    ]


def test_a_message_with_hidden_text_waits_for_an_editor() -> None:
    """Text in HTML that nobody sees holds the message back."""
    message = _letter(None)
    message.set_content("<p>Synligt.</p><p style='display:none'>Osynligt.</p>", subtype="html")
    delivery = _read(message)
    assert delivery.outcome == "quarantined"
    assert _codes(delivery) == ["F116"]
    assert "Osynligt" not in repr(delivery)


def test_attachments_are_members_under_harmless_names() -> None:
    """Attachments come out with their bytes; a name cannot lead out of a folder, and a nameless one gets a name."""
    message = _letter()
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="../../Yttrande åäö.pdf")
    message.add_attachment("En till.", filename="anteckning.txt")
    message.add_attachment(b"{\\rtf1 x}", maintype="application", subtype="rtf")
    names = [member.name for member in _read(message).members]
    assert names == [".._.._Yttrande åäö.pdf", "anteckning.txt", "bilaga-3.rtf"]


def test_small_pictures_in_the_text_are_left_out_and_large_ones_are_read() -> None:
    """A logo is named in a note; a picture as large as a scan is a document of its own."""
    message = _letter(None)
    message.set_content("<p>Se bilden.</p><img src='cid:a'><img src='cid:b'>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<a>")
    message.add_related(LARGE, maintype="image", subtype="png", cid="<b>", filename="skannad.png")
    delivery = _read(message)
    assert [member.name for member in delivery.members] == ["skannad.png"]
    assert _codes(delivery) == ["F137"]


def test_a_forwarded_message_is_a_member_named_by_its_subject() -> None:
    """A message inside a message is read as one, with its own attachments."""
    inner = _letter("Det ursprungliga svaret.\n")
    inner.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="svar.pdf")
    outer = _letter("Se nedan.\n")
    outer.add_attachment(inner)
    (member,) = _read(outer).members
    assert member.name == "Yttrande över motion om gårdsbelysning.eml"
    again = _read(member.data)
    assert _told(again)[-1] == ("text", "Det ursprungliga svaret.")
    assert [one.name for one in again.members] == ["svar.pdf"]


def test_a_message_of_attachments_alone_has_no_document() -> None:
    """Where nobody has written anything there is nothing to publish, but what is attached is read."""
    message = _letter("\n")
    message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="svar.pdf")
    delivery = _read(message)
    assert delivery.document is None
    assert len(delivery.members) == 1


def test_flowed_text_is_put_together_and_quoted_history_is_kept() -> None:
    """Lines that the program has wrapped are one paragraph; a signature's dashes wrap nothing; quotations stay."""
    text = "Nämnden har inget \nemot förslaget.\n\n> Vad tycker ni?\n-- \nÅsa\n"
    data = (
        b"From: a@b.se\nSubject: Svar\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n"
        + text.encode()
    )
    assert [text for style, text in _told(_read(data)) if style == "text"] == [
        "Nämnden har inget emot förslaget.", "", "> Vad tycker ni?", "--", "Åsa",
    ]  # fmt: skip


def test_letters_survive_wrong_and_missing_names_of_encodings() -> None:
    """Headers and text in raw UTF-8 or Windows-1252 are read, whatever the message calls them."""
    for encoding in ("utf-8", "cp1252"):
        head = (
            "From: Bengt Ål <b@example.se>\nSubject: Svar från nämnden\nContent-Type: text/plain; charset=x-okänd\n\n"
        )
        assert _told(_read((head + "Åtgärden är färdig.\n").encode(encoding))) == [
            ("meta", "Från: Bengt Ål <b@example.se>"),
            ("meta", "Ämne: Svar från nämnden"),
            ("text", "Åtgärden är färdig."),
        ]


def test_encoded_subjects_are_decoded_and_damaged_ones_are_kept() -> None:
    """An encoded word becomes its text; one that cannot be decoded stands as it is."""
    head = b"From: a@b.se\nSubject: =?iso-8859-1?Q?R=E4ddning?= =?utf-8?B?w6Vy?=\n\nText\n"
    assert ("meta", "Ämne: Räddningår") in _told(_read(head))
    assert any("=?utf-8?B?" in text for _, text in _told(_read(b"From: a@b.se\nSubject: =?utf-8?B?!?=\n\nText\n")))


@pytest.mark.parametrize(
    "text",
    [
        "Från: nämnden\nTill: registrator\n\nHej",
        "Datum: 1 mars\nÄrende: 2\n",
        "Rubrik\n\nFrom: a\nTo: b\n",
        "Subject: a\nKeywords: b\n\n",
    ],
)
def test_text_that_only_looks_like_headers_is_no_message(text: str) -> None:
    """A message has headers that only messages have, from its first line."""
    assert not mail.fits("svar.txt", text.encode())


def test_an_encrypted_message_is_told_apart_from_an_empty_one() -> None:
    """A sealed message is refused as locked."""
    data = b"From: a@b.se\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n"
    with pytest.raises(UnreadableError) as refused:
        _read(data)
    assert refused.value.finding.code == "F118"


def test_a_header_without_end_is_kept_as_it_is_written() -> None:
    """A subject longer than any is not decoded, and its words are not lost."""
    head = b"From: a@b.se\nMIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 3000
    assert _told(_read(head + b"\n\nText\n"))[1][1].startswith("Ämne: =?utf-8?q?a?= =?utf-8?q?a?=")


def test_parts_in_parts_without_end_are_refused() -> None:
    """A message nested deeper than any real one, or with thousands of parts, is refused before it costs anything."""
    nested = b"From: a@b.se\nMIME-Version: 1.0\n"
    for depth in range(300):
        nested += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth)
    many = b'From: a@b.se\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n' + b"\n--x\n\nhej\n" * 2000
    for data in (nested + b"\nslut\n", many):
        with pytest.raises(UnreadableError) as refused:
            _read(data)
        assert refused.value.finding.code == "F123"


def test_a_web_page_saved_as_one_file_is_read_as_the_page() -> None:
    """The archive that a browser saves holds the page's text; what carries only its looks is no document."""
    message = EmailMessage(policy=email.policy.SMTP)
    message["MIME-Version"] = "1.0"
    message["Subject"] = "Protokoll"
    message.set_content("<h1>Protokoll</h1><p>Nämnden beslutade.</p>", subtype="html")
    message.add_related(b"p{}", maintype="text", subtype="css", cid="<c>")
    delivery = _read(message, "sida.mht")
    assert _told(delivery)[-2:] == [("heading", "Protokoll"), ("text", "Nämnden beslutade.")]
    assert delivery.members == ()
