"""Work in processes of its own: whatever happens there, the parent hears one outcome for each piece."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import time

import pytest

from generator import children

QUICK = children.Limits(memory=1536, processor=1, clock=2)
UNHURRIED = children.Limits(memory=1536, processor=1, clock=600)  # a busy machine may need long for a second of its processor


def _one(work: children.Work, limits: children.Limits = QUICK) -> children.Outcome:
    ((index, outcome),) = children.run([work], [limits], 1)
    assert index == 0
    return outcome


def _spin() -> bytes:
    while True:
        pass


def _sleep() -> bytes:
    time.sleep(1000)
    return b""


def _swell() -> bytes:
    return bytes(4 << 30)


def _fall() -> bytes:
    ctypes.string_at(0)
    return b""


def _leave() -> bytes:
    os._exit(0)


def _raise() -> bytes:
    raise ValueError("trasig åäö")


def _network() -> bytes:
    with socket.create_connection(("127.0.0.1", int(os.environ["MOTIONSARKIV_TEST_PORT"])), timeout=1):
        return b"reached"


def test_an_answer_comes_back_whole() -> None:
    """What the work returns is what the parent gets, however long it is."""
    answer = bytes(range(256)) * 40_000
    assert _one(lambda: answer) == children.Outcome(answer)


@pytest.mark.parametrize(
    ("work", "failure", "why", "lasting"),
    [
        (_spin, "time", "", True),
        (_sleep, "time", "", False),
        (_swell, "memory", "", True),
        (_fall, "crash", "SIGSEGV", True),
        (_leave, "crash", "inget svar", True),
        (_raise, "crash", "ValueError: trasig åäö", True),
    ],
)
def test_a_failure_has_a_name(work: children.Work, failure: str, why: str, lasting: bool) -> None:  # noqa: FBT001 - a row of a table
    """Work that hangs, sleeps, swells, crashes, leaves or raises is told apart; an exit code of 0 is no answer."""
    outcome = _one(work, QUICK if work is _sleep else UNHURRIED)
    assert (outcome.answer, outcome.failure, outcome.why, outcome.lasting) == (None, failure, why, lasting)


def test_one_that_fails_costs_the_others_nothing() -> None:
    """Every piece has its outcome, and those beside a failure are right."""
    work: list[children.Work] = [lambda: b"a", _fall, lambda: b"b", _spin, lambda: b"c"]
    outcomes = dict(children.run(work, [UNHURRIED] * 5, 2))
    assert [outcomes[index].answer for index in range(5)] == [b"a", None, b"b", None, b"c"]


def test_what_a_child_started_dies_with_it() -> None:
    """A program that the work started is not left running when the work is stopped."""
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)

    def work() -> bytes:
        subprocess.run(["sleep", "600"], pass_fds=[writing], check=False)
        return b""

    assert _one(work).failure == "time"
    os.close(writing)
    assert os.read(reading, 1) == b""  # the end of the file: nobody holds the other end any more
    os.close(reading)


def test_a_caller_who_stops_early_leaves_no_child() -> None:
    """Children that still run when the caller turns away are killed and waited for."""
    outcomes = children.run([lambda: b"a", _sleep], [QUICK, children.Limits()], 2)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]  # a generator, as its callers may not know
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_child_has_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system gives a child a network of its own, not even the machine itself can be reached from it."""
    if _one(lambda: str(ctypes.CDLL(None).unshare(0x40000000)).encode()).answer != b"0":
        pytest.skip("this system lets no process leave its network")
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("MOTIONSARKIV_TEST_PORT", str(server.getsockname()[1]))
        assert _network() == b"reached"
        assert _one(_network).failure == "crash"
