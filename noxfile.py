"""The one door to everything that is done with this project: ``nox -s tests``, ``nox --list`` for the rest.

Arguments after ``--`` go to the tool of the session: ``nox -s tests -- tests/unit -k demux``.
"""

import nox

nox.needs_version = ">=2026.4"
nox.options.sessions = ["lint", "types", "drift", "tests"]
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"

PROJECT = nox.project.load_toml("pyproject.toml")
PACKAGES = ("dockwright", "dockwright_api")
CHECKED = ("codegen", "handwritten", "tests", "examples", "benchmarks", "noxfile.py")


def install(session: nox.Session, *groups: str, extra: tuple[str, ...] = ()) -> None:
    """Install the project as it lies here, dependency groups of pyproject.toml, and what one session alone needs."""
    session.install("--editable", ".", *nox.project.dependency_groups(PROJECT, *groups), *extra)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests; as root on Debian with engines that are started for them."""
    install(session, "test")
    # Tests of engines mostly wait: a process for each release. What is picked by hand runs in one.
    session.run("python", "-m", "pytest", *(session.posargs or ("--numprocesses=3", "--dist=loadgroup")))


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, and who imports whom."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy and pyright, and that users see a complete type for every public name."""
    # pyright runs on Node.js, which need not be here.
    install(session, "types", "bench", extra=("pyright[nodejs]",))
    session.run("mypy", *CHECKED)
    session.run("pyright")
    for package in PACKAGES:
        session.run("pyright", "--ignoreexternal", "--verifytypes", package)


@nox.session
def generate(session: nox.Session) -> None:
    """Write generated/ anew from spec/."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "build", *session.posargs)


@nox.session
def drift(session: nox.Session) -> None:
    """Fail if generated/ is not what spec/ and the generator give."""
    install(session, "codegen")
    session.run("python", "-m", "codegen", "check")


@nox.session
def demo(session: nox.Session) -> None:
    """Run the quickstarts on an engine."""
    install(session)
    session.run("python", "-m", "examples.demo", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Compare with the newest aiodocker and docker-py."""
    install(session, "bench")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Write the reference of both packages as web pages to build/docs."""
    install(session, extra=("pdoc",))
    session.run("pdoc", "--output-directory", "build/docs", "--docformat", "google", *PACKAGES)
