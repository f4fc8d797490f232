"""Which engines the tests run against, and what every test can ask for.

``--engines=20.10,26.1`` picks private engines, ``--engine=found`` the one that is found on this machine. Without
either, private engines are started where that is possible (always in continuous integration, where a missing one is a
failure), and the engine that is found is used elsewhere.
"""

import contextlib
import os
import secrets
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from tests.engines import RELEASES, STARTED, Engine, EngineAbsent, Engines, PrivateEngine, why_no_private_engines
from tests.engines.registry import Registry
from tests.engines.run import FOUND
from tests.fakes.engine import FakeEngine

LABEL = "dockwright.test"
_ENGINES_OWN_NETWORKS = ("bridge", "host", "none", "ingress", "docker_gwbridge")
_ENGINES = pytest.StashKey[Engines]()
_PASSED = pytest.StashKey[bool]()
_IN_CI = os.environ.get("CI", "").lower() == "true"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that pick engines."""
    group = parser.getgroup("engines")
    group.addoption("--engines", help=f"private engines to start, of {', '.join(STARTED)}", metavar="RELEASE,...")
    group.addoption("--engine", choices=[FOUND], help="use the engine that is found on this machine")
    parser.addoption("--published", metavar="FOLDER", help="where the published Swagger files v1.NN.yaml are")


def pytest_configure(config: pytest.Config) -> None:
    """Prepare for engines; none is started before a test asks for it."""
    config.stash[_ENGINES] = Engines()
    _names(config)


def pytest_report_header(config: pytest.Config) -> str:
    """Say which engines were picked."""
    return f"engines: {', '.join(_names(config))}"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that takes an engine on each of them."""
    if "engine" in metafunc.fixturenames:
        each = [pytest.param(name, marks=pytest.mark.engine, id=name) for name in _names(metafunc.config)]
        metafunc.parametrize("engine", each, indirect=True, scope="session")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of a folder and an engine in one process, where several share the work."""
    for item in items:
        if name := _engine_of(item):
            item.add_marker(pytest.mark.xdist_group(f"{item.path.parent.name} {name}"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Fetch what the selected tests need, outside the time limit of the first of them."""
    if session.config.option.collectonly:
        return
    for name in {name for item in session.items if (name := _engine_of(item))}:
        with contextlib.suppress(EngineAbsent):
            session.config.stash[_ENGINES].prepare(name)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Keep tests that need an engine of their own away from others."""
    if item.get_closest_marker("private_engine") and _engine_of(item) == FOUND:
        pytest.skip("needs a private engine, and this one was found; it is left as it is")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show the log of the engine with a failure."""
    report = yield
    if call.when == "call":
        item.stash[_PASSED] = report.passed
    engine = getattr(item, "funcargs", {}).get("engine")
    if report.failed and isinstance(engine, PrivateEngine):
        report.sections.append((f"Log of {engine!r}", engine.log()))
    return report


@pytest.fixture(scope="session")
def engines(pytestconfig: pytest.Config) -> Iterator[Engines]:
    """The engines of this run; they are stopped at its end."""
    with pytestconfig.stash[_ENGINES] as engines:
        yield engines


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest, engines: Engines) -> Engine:
    """Each of the picked engines in turn, running."""
    name: str = request.param
    try:
        return engines.get(name)
    except EngineAbsent as error:
        if _IN_CI and (name == FOUND or STARTED[name][0].required):
            pytest.fail(f"engine {name} is required here and absent: {error}", pytrace=False)
        pytest.skip(f"engine {name} is absent: {error}")


@pytest.fixture(scope="session")
def registry(engine: Engine) -> Iterator[Registry]:
    """A registry for images, next to the engine; open to everybody."""
    with _registry(engine, 5000) as registry:
        yield registry


@pytest.fixture(scope="session")
def authenticating_registry(engine: Engine) -> Iterator[Registry]:
    """A registry that wants the user and password of ``tests.engines.registry``."""
    with _registry(engine, 5001, authenticates=True) as registry:
        yield registry


@pytest.fixture(scope="session")
def published(pytestconfig: pytest.Config) -> Path:
    """The folder with the published Swagger files, which are no part of the project."""
    folder = pytestconfig.option.published or os.environ.get("DOCKWRIGHT_PUBLISHED")
    if not folder:
        pytest.skip("needs the published Swagger files: --published FOLDER, or DOCKWRIGHT_PUBLISHED")
    return Path(folder)


@pytest.fixture
def unique_name() -> str:
    """A name for what a test makes, and the start of further names."""
    return f"dockwright-{secrets.token_hex(6)}"


@pytest.fixture
def labels(unique_name: str) -> dict[str, str]:
    """Labels for what a test makes; they tell its owner where tests share an engine with others."""
    return {LABEL: unique_name}


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Remove what a test leaves in an engine; that it left something is an error, unless it failed anyway."""
    if "engine" not in request.fixturenames:
        yield
        return
    engine: Engine = request.getfixturevalue("engine")
    name: str = request.getfixturevalue("unique_name")
    before = _things(engine)
    yield
    left = {target: names for target, names in _things(engine).items() if target not in before}
    if not engine.private:
        # Others use this engine too; ours bear the test's name.
        left = {target: names for target, names in left.items() if name in names}
    for target in left:
        engine.request("DELETE", target)
    node = cast(pytest.Item, request.node)  # pyright: ignore[reportUnknownMemberType]  pytest leaves it untyped
    passed = node.stash.get(_PASSED, False)
    if left and passed:
        pytest.fail(f"the test left behind: {', '.join(left)}", pytrace=False)


@pytest.fixture
def fake_engine() -> Iterator[FakeEngine]:
    """An engine that answers with the bytes that a test gives it."""
    with FakeEngine() as fake:
        yield fake


@contextlib.contextmanager
def _registry(engine: Engine, port: int, *, authenticates: bool = False) -> Generator[Registry]:
    if not isinstance(engine, PrivateEngine):
        pytest.skip("needs a registry next to the engine, and only private engines have one")
    registry = Registry.start(engine, port, authenticates=authenticates)
    try:
        yield registry
    finally:
        registry.stop()


def _names(config: pytest.Config) -> list[str]:
    if config.option.engine:
        return [FOUND]
    if config.option.engines:
        names: list[str] = config.option.engines.split(",")
        if unknown := [name for name in names if name not in STARTED]:
            raise pytest.UsageError(f"--engines: {', '.join(unknown)} not among {', '.join(STARTED)}")
        return names
    return list(RELEASES) if _IN_CI or not why_no_private_engines() else [FOUND]


def _engine_of(item: pytest.Item) -> str:
    callspec = getattr(item, "callspec", None)
    return callspec.params.get("engine", "") if callspec is not None else ""


def _things(engine: Engine) -> dict[str, str]:
    """Give the containers, networks and volumes of an engine: how to delete each, and its names and labels."""
    found: dict[str, str] = {}

    def add(noun: str, key: str, names: str, things: list[dict[str, Any]], how: str = "") -> None:
        found.update({f"/{noun}/{each[key]}{how}": f"{each[names]} {each.get('Labels')}" for each in things})

    add("containers", "Id", "Names", engine.request("GET", "/containers/json?all=1").json(), "?force=1&v=1")
    networks = engine.request("GET", "/networks").json()
    add("networks", "Id", "Name", [network for network in networks if network["Name"] not in _ENGINES_OWN_NETWORKS])
    add("volumes", "Name", "Name", engine.request("GET", "/volumes").json()["Volumes"] or [], "?force=1")
    return found
