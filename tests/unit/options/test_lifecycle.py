"""The life of a container: what is sent, and what is refused before it is."""

import io
import signal
from collections.abc import Callable
from typing import Any

import pytest

from dockwright.errors import InvalidArgument
from dockwright.options.commits import container_commit
from dockwright.options.lifecycle import (
    check_input,
    container_attach,
    container_delete,
    container_kill,
    container_list,
    container_rename,
    container_resize,
    container_restart,
    container_stop,
    container_top,
    container_wait,
    filled,
    output_options,
)
from dockwright.options.stats import container_stats
from dockwright_api import operations

COMMIT: dict[str, Any] = dict.fromkeys(("repository", "tag", "message", "author", "changes", "config"), None)


def test_what_is_sent() -> None:
    assert container_stop("c", 0, signal.SIGINT, name="t") == operations.containers.stop("c", t=0, signal="2")
    assert container_restart("c", None, "HUP", name="t") == operations.containers.restart("c", signal="HUP")
    assert container_kill("c", 9) == operations.containers.kill("c", signal="9")
    assert container_kill("c", None) == operations.containers.kill("c")
    assert container_delete("c", force=True, v=False, link=False) == operations.containers.delete("c", force=True)
    assert container_list(limit=-1, all=True) == operations.containers.list(all=True)
    assert container_list(limit=0, filters={"id": "x"}) == operations.containers.list(limit=0, filters={"id": "x"})
    assert container_attach("c", {"stdin": 1, "logs": 0, "detachKeys": "ctrl-x"}) == operations.containers.attach(
        "c", stdin=True, logs=False, detach_keys="ctrl-x"
    )
    assert container_wait("c", None) == operations.containers.wait("c")
    assert container_wait("c", "removed") == operations.containers.wait("c", condition="removed")
    assert container_stats("c", stream=True, one_shot=None) == operations.containers.stats("c")
    for content in (b"x", bytearray(b"x"), [b"x"], iter([b"x"]), io.BytesIO(b"x")):
        check_input("data", content)


def test_the_end_of_the_grace_is_added_to_the_limits() -> None:
    assert container_stop("c", 30, None, name="t").grace == 30


REFUSED: list[tuple[Callable[[Any], object], Any, type[Exception], str]] = [
    (lambda it: container_stop("c", it, None, name="timeout"), "x", TypeError, "timeout must be an int, not str: 'x'"),
    (lambda it: container_stop("c", it, None, name="t"), 1.5, TypeError, "t must be an int, not float: 1.5"),
    (lambda it: container_restart("c", it, None, name="t"), -2, InvalidArgument, "t must be a number of whole seconds"),
    (lambda it: container_kill("c", it), True, TypeError, "signal must be the name or the number"),
    (lambda it: container_kill("c", it), "", InvalidArgument, "signal must not be empty"),
    (lambda it: container_rename("c", it, name="newname"), " ", InvalidArgument, "newname must not be empty"),
    (lambda it: container_rename("c", it, name="name"), None, TypeError, "name must be a str, not NoneType"),
    (lambda it: container_resize("c", it, 1, names=("h", "w")), 0, InvalidArgument, "h must be 1 or more, not 0"),
    (lambda it: container_resize("c", 1, it, names=("h", "w")), "1", TypeError, "w must be an int"),
    (lambda it: container_delete("c", force=it, v=False, link=False), "yes", TypeError, "force must be True or False"),
    (lambda it: container_list(limit=it), "5", TypeError, "limit must be an int"),
    (lambda it: container_list(since=it), 5, TypeError, "since must be a str"),
    (lambda it: container_top("c", it), 5, TypeError, "ps_args must be a str"),
    (lambda it: container_attach("c", it), 5, TypeError, "params must be a mapping"),
    (lambda it: container_attach("c", it), {"tty": 1}, InvalidArgument, "params has no tty; it may have logs, stderr"),
    (lambda it: container_attach("c", it), {"stdin": "x"}, TypeError, "params['stdin'] must be True or False"),
    (lambda it: container_stats("c", stream=True, one_shot=it), True, InvalidArgument, "one_shot needs stream=False"),
    (
        lambda it: check_input("data", it),
        "x",
        TypeError,
        "data must be bytes, a file or an iterable of bytes, not str;",
    ),
    (lambda it: container_stats("c", stream=it, one_shot=None), "no", TypeError, "stream must be True or False"),
    (
        lambda it: container_wait("c", it),
        "gone",
        InvalidArgument,
        "condition must be one of 'not-running', 'next-exit'",
    ),
    (lambda it: container_wait("c", it), 5, TypeError, "condition must be a str"),
    (lambda it: output_options(it, None), {"detach": True}, TypeError, "output() takes no detach: it waits for the en"),
    (lambda it: output_options(it, None), {"remove": True}, TypeError, "output() takes no remove: it always removes"),
    (lambda it: check_input("data", it), {}, TypeError, "data must be bytes, a file or an iterable of bytes, not dict"),
    (lambda it: check_input("data", it), None, TypeError, "not NoneType"),
    (lambda it: filled("path", it), "", InvalidArgument, "path must not be empty"),
    (lambda it: container_commit("c", **COMMIT | {"tag": it}, pause=True), 5, TypeError, "tag must be a str"),
    (lambda it: container_commit("c", **COMMIT | {"changes": it}, pause=True), [5], TypeError, "changes[0] must be a"),
]


@pytest.mark.parametrize(("call", "value", "error", "says"), REFUSED)
def test_what_is_refused(call: Callable[[Any], object], value: Any, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        call(value)
    assert says in str(caught.value)
