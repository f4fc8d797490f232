"""``python -m codegen bump FOLDER``: take in newer published files, and report in Markdown what they bring.

The folder may hold all files or only the newer ones. They are merged into what is there, so that the result is what
``import`` of all files gives. Then everything is generated anew, if the overlay still fits; what people have to do is
the last part of the report.
"""

import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from codegen import build, changes, corrections, description, docs, importer, overlay, specfile, versions
from codegen.errors import SpecError
from codegen.importer import Source
from codegen.naming import SchemaNames
from codegen.publish import publish
from codegen.versions import REPLIES, REQUESTS, Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something in facts that bear their versions."""

    text: str
    since: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    """First and last versions, of requests and of replies."""


Listing: TypeAlias = Mapping[tuple[str, str], Fact]
"""Everything in some facts by (kind, name)."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of ``bump``."""
    parser.add_argument("folder", type=Path, help="where the published files v1.NN.yaml are")
    importer.add_upstream_arguments(parser)
    parser.add_argument("--output", type=Path, default=build.ROOT / "generated", help="where to generate")


def run(arguments: Namespace) -> int:
    """Take in all newer files and print the report; 1 when the overlay has to be changed before anything is built."""
    spec: Path = arguments.spec
    upstream = importer.find_upstream(arguments.folder, arguments.commit, arguments.date)
    sources = read_sources(spec)
    paths = importer.find_files(arguments.folder, above=sources[-1].version)
    if not paths:
        raise SpecError(f"{arguments.folder} holds no file of a version after {sources[-1].version}")
    amended = list(_amended(arguments.folder, sources))
    facts: Facts = description.read_facts(spec)
    versions.spread(facts, sources[0].version)
    names = SchemaNames(overlay.names(spec).schemas)
    published = corrections.Published(spec)
    report: list[str] = []
    for path in paths:
        source = importer.read_source(path)
        newer = importer.add_version(facts, source, sources, names, published)
        report += [f"# Engine API {source.version}", "", *compare(listing(facts), listing(newer), source.version)]
        facts = newer
        sources.append(source)
    importer.write(spec, facts, sources[0].version)
    importer.write_source(spec, upstream, sources)
    to_do, built = _build(spec, arguments.output, [path.stem.removeprefix("v") for path in paths])
    print("\n".join([*report, *to_do, *amended]))
    return 0 if built else 1


def read_sources(spec: Path) -> list[Source]:
    """Give the files that the description was read from, the oldest first, without what was in them."""
    source = tomllib.loads((spec / "source.toml").read_text("utf-8"))
    return [Source(version=file["version"], sha256=file["sha256"]) for file in source["file"]]


def _amended(folder: Path, sources: Sequence[Source]) -> Iterator[str]:
    """Name the files that were read before and are others now; newer ones can be merged into what they said."""
    for source in sources:
        path = folder / f"v{source.version}.yaml"
        if path.is_file() and sha256(path.read_bytes()).hexdigest() != source.sha256:
            yield f"- {path.name} is not what was read before: `python -m codegen import` of all files takes it in"


def compare(before: Listing, after: Listing, version: str) -> Iterator[str]:
    """Give lines about what ``version`` added, changed and removed, by the Engine's names."""
    last = versions.before(version)
    told = {
        "Added": {key: fact.text for key, fact in after.items() if version in fact.since},
        "Changed": {
            key: f"{before[key].text}` is now `{fact.text}"
            for key, fact in after.items()
            if key in before and before[key].text != fact.text
        },
        "Removed": {key: fact.text for key, fact in after.items() if last in fact.until},
    }
    for title, facts in told.items():
        if facts:
            yield f"## {title}"
            yield ""
            yield from (f"- {kind} `{name}`" + (f": `{text}`" if text else "") for (kind, name), text in facts.items())
            yield ""
    if not any(told.values()):
        yield from ("Nothing that is described here.", "")


def listing(facts: Facts) -> Listing:
    """List everything in facts."""
    found: dict[tuple[str, str], Fact] = {}
    for name, operation in facts["operations"].items():
        found["operation", name] = _fact(operation, f"{operation['method']} {operation['path']}")
        for wire, parameter in operation.get("parameters", {}).items():
            _list("argument", f"{name}.{wire}", parameter, found)
        for key in ("body", "replies"):
            if key in operation:
                found[key, name] = Fact(text=specfile.line(operation[key]))
    for name, schema in facts["schemas"].items():
        own = versions.own_properties(schema)
        for wire, child in own.items():
            _list("field", f"{name}.{wire}", child, found)
        if not own:
            _list("schema", name, schema, found)
    return found


def _list(kind: str, name: str, node: Mapping[str, Any], found: dict[tuple[str, str], Fact]) -> None:
    fact = {key: value for key, value in versions.bare(node).items() if key != "enum"}
    found[kind, name] = _fact(node, specfile.line(fact))
    since, until = node.get("enum_since", {}), node.get("enum_until", {})
    for value in node.get("enum", ()):
        found["value", f"{name}: {value}"] = _fact({"since": since.get(value), "until": until.get(value)}, "")


def _fact(node: Mapping[str, Any], text: str) -> Fact:
    since, until = ([node.get(keys[each]) for keys in (REQUESTS, REPLIES)] for each in (0, 1))
    return Fact(text=text, since=frozenset(filter(None, since)), until=frozenset(filter(None, until)))


def _build(spec: Path, output: Path, new: Sequence[str]) -> tuple[list[str], bool]:
    """Generate everything, and give the lines about what is left to do."""
    title = ["# To do", ""]
    try:
        described = description.load(spec)
        files = build.generate(spec)
    except SpecError as error:
        return [*title, f"- {error}", "", "Then `python -m codegen build`."], False
    publish(output, files)
    changes.write(spec)
    things = list(changes.everything(described))
    named = [line for version in new for line in (f"# {version} in Python", "", *changes.section(things, version))]
    missing = [f"- {line}" for line in docs.problems(described, docs.read(spec))]
    return [*named, *title, *(missing or ["Nothing: the overlay fits, and every name is documented."])], True
