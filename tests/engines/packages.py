"""Fetch Debian packages and unpack them into a folder of the tests' own, without installing anything.

apt does the work, with the system's mirror, settings and keyring but with lists and archives of its own, so that
packages of any suite can be had on a stable system; apt checks the signatures. A folder is fetched once and kept.
"""

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")


class PackagesUnavailable(Exception):
    """The packages cannot be had here; the message says why."""


def cache_folder() -> Path:
    """Give the folder that keeps what was fetched between runs."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "dockwright-engines"


def why_impossible() -> str:
    """Say why no packages can be fetched here, or give an empty string."""
    if shutil.which("apt-get") is None or shutil.which("dpkg") is None or not _codename():
        return "private engines need Debian, with apt-get and dpkg"
    return "" if KEYRING.is_file() else f"{KEYRING} is missing (package debian-archive-keyring)"


def unpacked(suite: str, packages: Sequence[str]) -> Path:
    """Give a folder with the unpacked packages of a Debian suite; fetch them first if they are not there.

    Raises PackagesUnavailable where apt cannot get them.
    """
    key = hashlib.sha256(" ".join(packages).encode()).hexdigest()[:12]
    cache = cache_folder()
    folder = cache / f"{suite}-{key}"
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with _locked(cache / f"{suite}.lock"):
        if not folder.is_dir():
            with tempfile.TemporaryDirectory(dir=cache, prefix="fetch-") as work:
                tree = _fetch(suite, packages, Path(work))
                tree.rename(folder)
    return folder


def forget() -> None:
    """Remove everything that was fetched."""
    shutil.rmtree(cache_folder(), ignore_errors=True)


def _fetch(suite: str, packages: Sequence[str], work: Path) -> Path:
    if reason := why_impossible():
        raise PackagesUnavailable(reason)
    for folder in ("lists/partial", "cache/archives/partial", "debs", "tree"):
        (work / folder).mkdir(parents=True)
    sources = work / "sources.list"
    sources.write_text(f"deb [signed-by={KEYRING}] {_mirror()} {suite} main\n")
    options = [
        f"--option=Dir::Etc::SourceList={sources}",
        "--option=Dir::Etc::SourceParts=-",
        f"--option=Dir::State::Lists={work / 'lists'}",
        f"--option=Dir::Cache={work / 'cache'}",
        "--option=Acquire::Languages=none",
        "--option=Acquire::Retries=3",
        # The user that apt downloads as by default cannot write here.
        "--option=APT::Sandbox::User=root",
    ]
    # Some index that cannot be had is only a warning by default.
    _run(["apt-get", "--quiet", *options, "--option=APT::Update::Error-Mode=any", "update"], work)
    _run(["apt-get", "--quiet", *options, "download", *packages], work / "debs")
    for archive in sorted((work / "debs").glob("*.deb")):
        _run(["dpkg", "--extract", str(archive), str(work / "tree")], work)
    return work / "tree"


def _mirror() -> str:
    """Give the address of the Debian archive that this system uses."""
    format_ = "$(REPO_URI)|$(RELEASE)|$(COMPONENT)"
    targets = _run(["apt-get", "indextargets", "--format", format_, "Created-By: Packages"], Path("/"))
    release = _codename()
    for line in targets.splitlines():
        address, suite, component = line.split("|")
        if suite == release and component == "main":
            return address
    raise PackagesUnavailable(f"apt has no source for Debian {release}, component main")


def _codename() -> str:
    """Give the codename of the Debian release that this system is, or an empty string on other systems."""
    try:
        lines = Path("/etc/os-release").read_text().splitlines()
    except OSError:
        return ""
    facts = {key: value.strip('"') for key, _, value in (line.partition("=") for line in lines)}
    return facts.get("VERSION_CODENAME", "") if facts.get("ID") == "debian" else ""


def _run(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()[-5:]
        raise PackagesUnavailable(f"{command[0]} failed with exit code {done.returncode}: {' / '.join(said)}")
    return done.stdout


@contextlib.contextmanager
def _locked(file: Path) -> Generator[None]:
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
