"""Work on strangers' files in processes of its own, so that one that hangs, swells or crashes costs itself only.

Each piece of work gets a child with limits on memory, processor time and time by the clock, in a process group of its own
and, where the system lets us, without a network. What a child was asked to do counts as failed until its whole answer has
arrived: an exit code of 0 says nothing. (What every native library did on hostile files, and what a child costs, was
measured before this was written: at least one hang or crash each, and some 100 ms a document with start-up.)

A child is forked and not started anew: the libraries are loaded once, and the document is in its memory already.
"""

from __future__ import annotations

import contextlib
import ctypes
import faulthandler
import gc
import os
import resource
import selectors
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Failure = Literal["time", "memory", "crash"]
Work = Callable[[], bytes]

_OK, _NO_MEMORY = b"+", b"m"
_CLONE_NEWNET, _CLONE_NEWUSER = 0x40000000, 0x10000000  # linux/sched.h
_CHUNK = 1 << 20
_MOST_OPEN = 256  # files a child may hold open


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of work may use: MB of address space beyond its parent's, seconds of processor time, seconds by the clock."""

    memory: int = 1536
    processor: int = 120
    clock: int = 180


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one piece of work: its ``answer``, or None with the ``failure`` and, for a crash, the signal's name.

    ``lasting``: the same work would fail in the same way; time by the clock depends on what else the machine did.
    """

    answer: bytes | None
    failure: Failure | None = None
    why: str = ""
    lasting: bool = True


@dataclass(slots=True)
class _Child:
    index: int
    pid: int
    received: bytearray


def run(work: Sequence[Work], limits: Sequence[Limits], jobs: int) -> Iterator[tuple[int, Outcome]]:
    """Do all ``work`` under its ``limits``, at most ``jobs`` at once; yields (index, outcome) as each ends, in no certain order."""
    waiting = list(enumerate(zip(work, limits, strict=True)))[::-1]
    # What a child that is killed leaves lying goes with this folder.
    with tempfile.TemporaryDirectory(prefix="motionsarkiv-", ignore_cleanup_errors=True) as room, selectors.DefaultSelector() as selector:
        running = 0
        try:
            while waiting or running:
                while waiting and running < max(1, jobs):
                    index, (piece, limit) = waiting.pop()
                    _start(index, piece, limit, room, selector)
                    running += 1
                for key, _ in selector.select():
                    child: _Child = key.data
                    data = os.read(key.fd, _CHUNK)
                    if data:
                        child.received += data
                        continue
                    selector.unregister(key.fd)
                    os.close(key.fd)
                    running -= 1
                    yield child.index, _ended(child)
        finally:
            # The caller stopped early: nothing of ours is left running.
            for key in list(selector.get_map().values()):
                os.close(key.fd)
                _ended(key.data)


def _start(index: int, piece: Work, limits: Limits, room: str, selector: selectors.BaseSelector) -> None:
    reading, writing = os.pipe()
    gc.freeze()  # what the parent holds is not to be copied by the child's first collection
    pid = os.fork()
    if pid == 0:
        _child(piece, limits, Path(room, str(index)), writing)
    gc.unfreeze()
    os.close(writing)
    with contextlib.suppress(OSError):
        os.setpgid(pid, pid)  # in both processes: whichever comes first
    selector.register(reading, selectors.EVENT_READ, _Child(index, pid, bytearray()))


def _ended(child: _Child) -> Outcome:
    """What a child left, once its pipe is closed; whatever it started is killed with it."""
    if not child.received:
        # It may have closed its end without ending; with nothing said there is nothing to wait for.
        _kill(child.pid, grace=True)
    _, status = os.waitpid(child.pid, 0)
    _kill(child.pid)
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number in {signal.SIGALRM, signal.SIGXCPU}:
            return Outcome(None, "time", lasting=number == signal.SIGXCPU)
        return Outcome(None, "crash", signal.Signals(number).name)
    told = bytes(child.received)
    if told[:1] == _OK and int.from_bytes(told[1:9], "big") == len(told) - 9:
        return Outcome(told[9:])
    if told == _NO_MEMORY:
        return Outcome(None, "memory")
    return Outcome(None, "crash", told[1:200].decode("utf-8", "replace") or "inget svar")


def _kill(pid: int, *, grace: bool = False) -> None:
    with contextlib.suppress(OSError):
        if grace and os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return
        os.killpg(pid, signal.SIGKILL)


# --- in the child -------------------------------------------------------------------------------------------------


def _child(piece: Work, limits: Limits, room: Path, writing: int) -> None:
    """Do one piece of work and tell of it; never returns."""
    told = b"!"
    try:
        os.setpgid(0, 0)
        room.mkdir()
        tempfile.tempdir = str(room)
        _limit(limits)
        _silence()
        answer = piece()
        told = _OK + len(answer).to_bytes(8, "big") + answer
    except MemoryError:
        told = _NO_MEMORY
    except BaseException as problem:  # noqa: BLE001 - whatever it was, the parent hears of it and the child ends here
        told = b"!" + f"{type(problem).__name__}: {problem}".encode("utf-8", "replace")[:200]
    finally:
        with contextlib.suppress(BaseException):
            view = memoryview(told)
            while view:
                view = view[os.write(writing, view) :]
        os._exit(0)


def _limit(limits: Limits) -> None:
    memory = _size() + (limits.memory << 20)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.processor, limits.processor + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_MOST_OPEN, _MOST_OPEN))
    for number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)  # the default ends the process, native code or not
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.alarm(limits.clock)
    library = ctypes.CDLL(None)
    with contextlib.suppress(AttributeError):
        # Without a network, where the system allows it: with rights, or as a user of a name space of its own.
        _ = library.unshare(_CLONE_NEWNET) == 0 or library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0


def _size() -> int:
    """The bytes of address space that the child has from its parent: its work is not to answer for them. 0 where nobody tells."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    return 0


def _silence() -> None:
    """Nothing of what libraries print reaches the terminal."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
