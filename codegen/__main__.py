"""The command line of the generator: ``python -m codegen COMMAND``.

A command is a module with ``add_arguments(parser)`` and ``run(arguments) -> int``; only the one that runs is imported.
"""

import sys
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType

from codegen.errors import SpecError

_COMMANDS = {
    "import": ("codegen.importer", "read published Swagger files into spec/"),
    "bump": ("codegen.bump", "take in newer published Swagger files, and report what they bring"),
    "build": ("codegen.build", "generate the package from spec/"),
    "presence": ("codegen.presence", "compare what is said to be always there with captured replies"),
    "check": ("codegen.check", "compare what would be generated with what is there"),
}


def main(arguments: list[str]) -> int:
    """Run one command; a problem with the inputs is reported in one line and gives 1."""
    parser = ArgumentParser(prog="python -m codegen", description="Generates the client of the Engine API.")
    commands = parser.add_subparsers(dest="command", required=True)
    chosen = next((each for each in arguments if each in _COMMANDS), None)
    modules: dict[str, ModuleType] = {}
    for name, (module, purpose) in _COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        if name == chosen:
            modules[name] = import_module(module)
            modules[name].add_arguments(command)
    parsed = parser.parse_args(arguments)
    try:
        return int(modules[parsed.command].run(parsed))
    except SpecError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
