"""Run both quickstarts on the engine of this machine, or on one that is started for them and stopped afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import NoReturn

from dockwright.errors import DockerError
from dockwright.settings.resolution import resolve
from dockwright.sync import DockerClient
from examples import installed_engine
from tests.engines import EngineAbsent, Engines, why_no_private_engines

EXAMPLES = ("examples.quickstart", "examples.quickstart_sync")
RELEASE = "20.10"


def main() -> int:
    """Find or start an engine, and run the examples on it."""
    # A terminated demo cleans up as an interrupted one does.
    signal.signal(signal.SIGTERM, terminate)
    try:
        with engine_environment() as environment:
            for example in EXAMPLES:
                print(f"\n--- python -m {example}", flush=True)
                if code := run(example, environment):
                    return code
    except KeyboardInterrupt:
        return 130
    return 0


def terminate(number: int, _frame: object) -> NoReturn:
    """End as a signal asks for, by way of every clean-up."""
    sys.exit(128 + number)


def run(example: str, environment: Mapping[str, str]) -> int:
    """Run one example to its end; interrupted, give it the time to clean up."""
    process = subprocess.Popen([sys.executable, "-m", example], env=environment)
    try:
        return process.wait()
    except BaseException:
        process.send_signal(signal.SIGINT)
        process.wait()
        raise


@contextmanager
def engine_environment() -> Generator[dict[str, str]]:
    """Give the environment in which the examples find their engine."""
    reason = why_not_found()
    if not reason:
        yield dict(os.environ)
        return
    if not (why_not_private := why_no_private_engines()):
        print(
            f"{reason}\nSo this demo fetches Debian's packages docker.io and busybox-static, unpacks them into a cache "
            "folder (nothing is installed), starts an engine in a temporary folder, and stops it afterwards.",
            flush=True,
        )
        with Engines() as engines:
            try:
                engine = engines.start(RELEASE)
            except EngineAbsent as error:
                raise SystemExit(f"The engine cannot be started: {error}") from error
            programs = f"{engine.busybox.parent}{os.pathsep}{os.environ['PATH']}"
            yield {**os.environ, **engine.client_environment(), "PATH": programs}
    elif not (why_not_installed := installed_engine.why_impossible()):
        print(
            f"{reason}\nSo this demo installs the packages {' and '.join(installed_engine.PACKAGES)} of this system, "
            "starts an engine in a temporary folder, and stops it afterwards.",
            flush=True,
        )
        with installed_engine.installed_engine() as url:
            yield {**os.environ, "DOCKER_HOST": url}
    else:
        raise SystemExit(
            f"{reason}\nNone can be started for this demo either: {why_not_private}; {why_not_installed}.\n"
            "Start Docker, or set DOCKER_HOST to the address of an engine, and run the demo again."
        )


def why_not_found() -> str:
    """Say why there is no engine to use, or give an empty string."""
    try:
        endpoint = resolve()
        with DockerClient(base_url=endpoint.url) as docker:
            docker.ping()
    except DockerError as error:
        if os.environ.get("DOCKER_HOST"):
            # Whoever names an engine means that one.
            raise SystemExit(f"The engine that DOCKER_HOST names cannot be used: {error.message}") from error
        return f"No engine to use: {error.message}."
    print(f"Using the engine at {endpoint.explain()}.", flush=True)
    return ""


if __name__ == "__main__":
    sys.exit(main())
