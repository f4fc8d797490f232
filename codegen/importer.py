"""``python -m codegen import FOLDER``: facts of published Swagger files into ``spec/api`` and ``spec/source.toml``.

The folder holds the files as the Moby project publishes them, ``v1.NN.yaml``; none of them is copied. They are merged
one after the other, from the oldest to the newest, so that a newer one can be merged into what is there
(``codegen.bump``). The names that the overlay chooses for objects without one, and its corrections of the published
files, take effect here, everything else in the overlay when the description is loaded.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from codegen import corrections, overlay, reach, specfile, swagger, versions
from codegen.errors import SpecError
from codegen.merge import merge
from codegen.naming import SchemaNames
from codegen.pythonic import MODULES
from codegen.versions import Facts

_BANNER = """\
Facts of the Engine API, written by `python -m codegen import`; not edited by hand.
Corrections and better names go to spec/overlay, sentences to spec/docs."""
_SOURCE_BANNER = "# What spec/api was read from, written by `python -m codegen import`.\n"
_REPOSITORY = "moby/moby"
_FOLDER_OF_UPSTREAM = "api/docs"
_FILE_NAME = re.compile(r"v(\d+)\.(\d+)\.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One published file."""

    version: str
    sha256: str
    document: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """The state of the upstream repository that the files were taken from."""

    commit: str
    date: date


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of ``import``."""
    parser.add_argument("folder", type=Path, help="where the published files v1.NN.yaml are")
    parser.add_argument("--newest", metavar="1.NN", help="leave out newer files")
    add_upstream_arguments(parser)


def add_upstream_arguments(parser: ArgumentParser) -> None:
    """Declare where the files are from, and where facts go."""
    parser.add_argument("--commit", help="upstream commit of the files (default: named in the folder's README)")
    parser.add_argument(
        "--date", type=date.fromisoformat, help="date of that commit (default: named in the folder's README)"
    )
    parser.add_argument("--spec", type=Path, default=Path("spec"), help="the folder to write (default: spec)")


def run(arguments: Namespace) -> int:
    """Read the published files and write ``api`` and ``source.toml`` in the folder of the description."""
    upstream = find_upstream(arguments.folder, arguments.commit, arguments.date)
    names = SchemaNames(overlay.names(arguments.spec).schemas)
    published = corrections.Published(arguments.spec)
    sources: list[Source] = []
    facts: Facts = {}
    for path in find_files(arguments.folder, newest=arguments.newest):
        source = read_source(path)
        facts = add_version(facts, source, sources, names, published)
        sources.append(source)
    if arguments.newest is None:  # what is for newer files is of no use without them
        names.finish()
        published.finish()
    write(arguments.spec, facts, sources[0].version)
    write_source(arguments.spec, upstream, sources)
    print(
        f"versions {sources[0].version} to {sources[-1].version}: "
        f"{len(facts['operations'])} operations, {len(facts['schemas'])} schemas"
    )
    return 0


def add_version(
    facts: Facts, source: Source, before: Sequence[Source], names: SchemaNames, published: corrections.Published
) -> Facts:
    """Merge the file of one version into the facts of those ``before`` it; all facts bear their versions."""
    published.correct(source.document, source.version, swagger.bare)
    names.start_over()
    newer = swagger.read(source.document, names)
    versions.spread(newer, source.version)
    if not before:
        return newer
    return merge(facts, newer, oldest=before[0].version, last=before[-1].version, version=source.version)


def find_upstream(folder: Path, commit: str | None, day: date | None) -> Upstream:
    """Take commit and date as given, or from the sentence in the folder's README that has both."""
    readme = folder / "README.md"
    text = readme.read_text("utf-8") if readme.exists() else ""
    found = re.search(r"\bcommit\s+([0-9a-f]{7,40})\b(?:\W+(\d{4}-\d{2}-\d{2}))?", text)
    commit = commit or (found[1] if found else None)
    day = day or (date.fromisoformat(found[2]) if found and found[2] else None)
    if commit is None or day is None:
        raise SpecError(f"{readme} names no upstream commit with its date; give --commit and --date")
    return Upstream(commit=commit, date=day)


def find_files(folder: Path, *, newest: str | None = None, above: str | None = None) -> list[Path]:
    """Give the published files in a folder, the oldest first: up to version ``newest``, and newer than ``above``."""
    files = {
        f"{match[1]}.{match[2]}": path for path in folder.glob("v*.yaml") if (match := _FILE_NAME.fullmatch(path.name))
    }
    if not files:
        raise SpecError(f"{folder} holds no published file (v1.NN.yaml)")
    if newest is not None and newest not in files:
        raise SpecError(f"{folder} holds no file of version {newest}")
    chosen = [version for version in files if versions.within(version, "0", newest) and version != above]
    if above is not None:
        chosen = [version for version in chosen if versions.within(version, above, None)]
    return [files[version] for version in sorted(chosen, key=versions.order)]


def read_source(path: Path) -> Source:
    """Read one published file."""
    content = path.read_bytes()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return Source(
        version=path.stem.removeprefix("v"),
        sha256=sha256(content).hexdigest(),
        document=yaml.load(content, loader),  # noqa: S506  a SafeLoader, in C where there is one
    )


def write(spec_dir: Path, facts: Facts, oldest: str) -> None:
    """Write one file for each noun and one for what several nouns share; files of nouns that are gone go too."""
    facts = deepcopy(facts)
    versions.gather(facts, oldest)
    for name, operation in facts["operations"].items():
        if operation["noun"] not in MODULES:
            raise SpecError(f"{name}: the tag {operation['noun']!r} is no noun that is known: {', '.join(MODULES)}")
    nouns = reach.nouns(facts["operations"], facts["schemas"])
    written: set[Path] = set()
    for noun in (*MODULES, reach.SHARED):
        operations = {
            name: {key: value for key, value in operation.items() if key != "noun"}
            for name, operation in facts["operations"].items()
            if operation["noun"] == noun
        }
        schemas = {name: schema for name, schema in facts["schemas"].items() if nouns[name] == noun}
        sections = {"operations": operations, "schemas": schemas}
        path = spec_dir / "api" / f"{noun}.yaml"
        if operations or schemas:
            specfile.write(path, {name: entries for name, entries in sections.items() if entries}, _BANNER)
            written.add(path)
    for path in set((spec_dir / "api").glob("*.yaml")) - written:
        path.unlink()


def write_source(spec_dir: Path, upstream: Upstream, sources: Sequence[Source]) -> None:
    """Write ``source.toml``."""
    (spec_dir / "source.toml").write_text(source_text(upstream, sources), "utf-8", newline="\n")


def source_text(upstream: Upstream, sources: Sequence[Source]) -> str:
    """Give the text of ``source.toml``."""
    lines = [
        _SOURCE_BANNER,
        f'upstream = "{_REPOSITORY}"',
        f'folder = "{_FOLDER_OF_UPSTREAM}"',
        f'commit = "{upstream.commit}"',
        f"date = {upstream.date.isoformat()}",
    ]
    for source in sources:
        lines += ["", "[[file]]", f'version = "{source.version}"', f'sha256 = "{source.sha256}"']
    return "\n".join(lines) + "\n"
