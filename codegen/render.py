"""Turn a description into files: path in the package -> text.

Nothing is read but templates and assets, and nothing is written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from codegen import facts, models, shapes
from codegen.description import Description
from codegen.docs import Docs
from codegen.ir import Call, Module
from codegen.lower import lower
from codegen.prose import Prose
from codegen.schemas import Presence, SchemaGraph

_HERE = Path(__file__).parent

BANNER = """\
# Written by `python -m codegen build`; not edited by hand.
# {advice}
"""
_ADVICE = "Corrections and names go to spec/overlay, the look of such files to codegen/templates."

_ASSETS = ("base", "encode", "operation", "reply", "sender", "unset")

# Where names come from that rendered code uses: at run time, and for type checkers only. Whole modules are not
# imported by ``from .. import``, which type checkers count as giving them to others: editors would offer them.
_PACKAGE = "dockwright_api"
_RUN_TIME = {
    "cached_property": "from functools import cached_property",
    "overload": "from typing import overload",
    "encode": f"from {_PACKAGE} import encode",
    "operations": f"from {_PACKAGE} import operations",
    **{
        name: f"from ..operation import {name}"
        for name in ("ByteStream", "Framing", "JSONStream", "LogStream", "Operation", "Timing", "Upgrade")
    },
}
_TYPING = {
    "builtins": "import builtins",
    **{
        name: f"from collections.abc import {name}"
        for name in ("AsyncIterable", "Awaitable", "Iterable", "Mapping", "Sequence")
    },
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "models": f"from {_PACKAGE} import models",
    "shapes": f"from {_PACKAGE} import shapes",
    **{
        name: f"from ..sender import {name}"
        for name in ("AsyncDuplex", "AsyncSend", "AsyncStream", "Duplex", "Message", "Send", "Stream")
    },
}


_FACTS = """\
Which versions of the Engine API have what, for those who speak an older one than the newest.

Only what not every version has is here: whatever is not named has always been there and still is. A version is a tuple
of numbers, ``(1, 41)``; a span is the first and the last version that has something, None for "always" and "still".

``OPERATIONS``  the Engine's name of an operation -> span
``ARGUMENTS``   operation -> wire name of an argument of query or headers -> span, and spans of its values or None; the
                version that its operation came or went with is left out
``BODIES``      operation -> the schema of its body
``FIELDS``      schema -> wire name of a field -> span, the schema of its value or "", and spans of its values or None

A schema behind lists and maps is written with a mark for each: ``[]Mount`` is a list of them, ``{}Mount`` a map to
them, ``{}[]Mount`` a map to lists. Fields without facts of their own are named where their schema has some. Values are
those of the item where the field is a list, and as they stand in JSON: text mostly, numbers sometimes.
"""


@dataclass(frozen=True)
class Face:
    """One colour of the classes that send operations."""

    package: str
    blocking: bool
    send: str
    purpose: str

    def result(self, calls: Iterable[Call]) -> str:
        """What a method gives that answers in one of several ways."""
        return " | ".join(self._result(call) for call in calls)

    def _result(self, call: Call) -> str:
        prefix = "" if self.blocking else "Async"
        result = {
            "Operation": call.model,
            "JSONStream": f"{prefix}Stream[{call.model}]",
            "LogStream": f"{prefix}Stream[Message]",
            "ByteStream": f"{prefix}Stream[bytes]",
            "Upgrade": f"{prefix}Duplex",
        }[call.kind]
        return result if self.blocking else f"Awaitable[{result}]"


_FACES = (
    Face("aio", blocking=False, send="AsyncSend", purpose="Every operation as an awaitable method"),
    Face("sync", blocking=True, send="Send", purpose="Every operation as a blocking method"),
)


def render(description: Description, docs: Docs, presence: Presence, digest: str) -> dict[str, str]:
    """Give every file of the package, not yet formatted."""
    graph = SchemaGraph(description, presence)
    graph.check_order()
    prose = Prose(description, docs, graph)
    modules = lower(description, graph, prose)
    return {
        **asset_files(),
        **_package(description, digest),
        "facts.py": _file(_FACTS, _template("facts", facts=facts.build(description, graph))),
        **_models(models.build(graph, prose)),
        **_shapes(shapes.build(graph, description, prose)),
        **_operations(modules),
        **_faces(modules),
    }


def asset_files() -> dict[str, str]:
    """Give the files that are copied, each under a banner that says from where."""
    files = {"py.typed": ""}
    for name in _ASSETS:
        text = (_HERE / "assets" / f"{name}.py").read_text(encoding="utf-8")
        files[f"{name}.py"] = (
            BANNER.format(advice=f"Copied from codegen/assets/{name}.py, which is where to edit it.") + text
        )
    return files


def _package(description: Description, digest: str) -> dict[str, str]:
    packages = ["aio", "models", "operations", "shapes", "sync"]
    return {
        "__init__.py": _file(
            "The Engine API as data: operations that are values, models and shapes of what goes over the wire.",
            _template("package_init", packages=packages),
        ),
        "version.py": _file(
            "Which versions of the Engine API this package speaks.",
            _template("version", newest=description.newest, oldest=description.oldest, digest=digest),
        ),
    }


def _models(modules: Iterable[models.ModelModule]) -> dict[str, str]:
    homes: dict[str, str] = {}
    files: dict[str, str] = {}
    for module in modules:
        homes[module.class_name] = module.name
        code = "\n".join([*module.imports, "", "", module.source])
        files[f"models/{module.name}.py"] = _file(f"``{module.class_name}``.", code)
    files["models/__init__.py"] = _file(
        "Every model, each imported when it is first asked for.", _template("lazy_init", homes=homes)
    )
    return files


def _shapes(modules: Iterable[shapes.ShapeModule]) -> dict[str, str]:
    homes: dict[str, str] = {}
    files: dict[str, str] = {}
    for module in modules:
        homes |= dict.fromkeys(module.classes, module.name)
        code = "\n\n\n".join(["\n".join(module.imports), *module.sources])
        files[f"shapes/{module.name}.py"] = _file(f"JSON as it goes over the wire: {module.name}.", code)
    files["shapes/__init__.py"] = _file(
        "JSON as it goes over the wire, for type checkers: every key in replies, any key in requests.",
        _template("lazy_init", homes=dict(sorted(homes.items()))),
    )
    return files


def _operations(modules: list[Module]) -> dict[str, str]:
    files = {
        f"operations/{module.name}.py": _file(
            f"Operations as values: {module.name}.", _with_imports(_template("operations", module=module))
        )
        for module in modules
    }
    files["operations/__init__.py"] = _file(
        "Every operation of the Engine API, as a function that gives a value to send.",
        _template("operations_init", modules=modules),
    )
    return files


def _faces(modules: list[Module]) -> dict[str, str]:
    files: dict[str, str] = {}
    for face in _FACES:
        for module in modules:
            # Methods pass arguments on as they are; how they are encoded only shows in annotations.
            code = _with_imports(_template("face", module=module, face=face), {"encode": _RUN_TIME["encode"]})
            files[f"{face.package}/{module.name}.py"] = _file(f"{face.purpose}: {module.name}.", code)
        classes = {module.class_name: f"from .{module.name} import {module.class_name}" for module in modules}
        code = _with_imports(_template("face_init", modules=modules, face=face), classes)
        files[f"{face.package}/__init__.py"] = _file(f"{face.purpose}, by noun.", code)
    return files


def _template(name: str, **values: Any) -> str:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  Python is rendered, not HTML
    )
    return environment.get_template(f"{name}.py.jinja").render(**values)


def _file(docstring: str, code: str) -> str:
    return f'{BANNER.format(advice=_ADVICE)}"""{docstring}"""\n\n{code.strip()}\n'


def _with_imports(code: str, for_typing: Mapping[str, str] = {}) -> str:
    used = models.names_in(code)
    at_run_time = _statements(_RUN_TIME[name] for name in (used & _RUN_TIME.keys()) - for_typing.keys())
    typing = {**_TYPING, **for_typing}
    in_checkers = _statements(typing[name] for name in used & typing.keys())
    if not in_checkers:
        return "\n".join(["from __future__ import annotations", "", *at_run_time, "", "", code])
    return "\n".join(
        [
            "from __future__ import annotations",
            "",
            *_statements([*at_run_time, "from typing import TYPE_CHECKING"]),
            "",
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in in_checkers),
            "",
            "",
            code,
        ]
    )


def _statements(lines: Iterable[str]) -> list[str]:
    """Merge imports of one module into one line, standard library first."""
    names: dict[str, set[str]] = {}
    whole: list[str] = []
    for line in lines:
        if match := re.fullmatch(r"from (\S+) import (.+)", line):
            names.setdefault(match[1], set()).update(match[2].split(", "))
        else:
            whole.append(line)
    merged = sorted(names, key=lambda module: (module.startswith("."), module))
    return [*sorted(whole), *(f"from {module} import {', '.join(sorted(names[module]))}" for module in merged)]
