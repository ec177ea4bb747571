"""Other programs that turn one format into another: LibreOffice for Word's older format.

The program runs in a folder of its own that is gone afterwards, with a profile of its own, without macros, without following links,
and within a time limit. Apart from ``site`` this is the only room that starts a program while a site is built.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_SECONDS = 100
_MOST_BYTES = 100_000_000  # of what comes out
_NAMES = ("soffice", "libreoffice")
_PLACES = ("/usr/lib/libreoffice/program", "/opt/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS")
# Macros are off, and nothing that a document points at is fetched.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def office() -> str | None:
    """Where LibreOffice is installed, None where it is not."""
    for name in _NAMES:
        if found := shutil.which(name) or shutil.which(name, path=os.pathsep.join(_PLACES)):
            return found
    return None


def doc_to_docx(data: bytes) -> bytes | None:
    """A .doc as .docx; None where LibreOffice is missing, fails, or takes too long."""
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="motionsarkiv-") as folder:
        room = Path(folder)
        settings = room / "profile" / "user"
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        (room / "in.doc").write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(room / 'profile').as_uri()}", "--headless", "--invisible", "--norestore", "--nologo",
            "--nolockcheck", "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(room / "out"), str(room / "in.doc"),
        ]  # fmt: skip
        _run(command, room)
        made = room / "out" / "in.docx"
        if not made.is_file() or made.is_symlink() or made.stat().st_size > _MOST_BYTES:
            return None
        return made.read_bytes()


def _run(command: list[str], room: Path) -> None:
    """Run the program with nothing of our own environment.

    It stays in the process group of the reading process, which is killed as a whole when that has ended: LibreOffice starts
    programs of its own, and none of them may be left.
    """
    environment = {
        "HOME": str(room),
        "TMPDIR": str(room),
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    with subprocess.Popen(  # noqa: S603 - the program is LibreOffice by its own path, and no shell reads the arguments
        command,
        cwd=room,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
