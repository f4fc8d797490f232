"""Plugins as people write them: their settings, and what they are granted."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from ..errors import InvalidArgument, InvalidType
from . import values
from .records import fields_of

if TYPE_CHECKING:
    from dockwright_api import models, shapes

Grant = bool | Callable[[list[Any]], bool]
"""Whether a plugin gets what it asks for: True, False, or a function that is shown the list and says so."""
Privileges = Sequence[Any]
"""What a plugin is granted, as the Engine's own JSON or models."""
Settings = Mapping[str, "str | int"] | Sequence[str]


def plugin_settings(options: Settings) -> list[str]:
    """Take settings as a mapping from names to values, or as a sequence of ``name=value``."""
    if isinstance(options, Mapping):
        return [f"{name}={value}" for name, value in values.text_map("options", options).items()]
    settings = values.texts("options", options)
    for index, setting in enumerate(settings):
        if not setting.partition("=")[0]:
            raise InvalidArgument(f"options[{index}] must be 'name=value', not {setting!r}")
    return settings


def enable_timeout(timeout: int) -> int:
    """Take how many whole seconds the engine waits for a plugin; 0 is no limit."""
    if values.whole("timeout", timeout) < 0:
        raise InvalidArgument(f"timeout must be a number of seconds, or 0 for no limit, not {timeout!r}")
    return timeout


def granted_privileges(
    privileges: Privileges | None, grant: Grant | None
) -> "list[shapes.PluginPrivilegeParam] | None":
    """Take the privileges that are granted whatever the plugin asks for; None where it is to be asked."""
    if privileges is None:
        if grant is not None and not isinstance(grant, bool) and not callable(grant):
            raise values.refused("grant", "True, False, or a function of the list of privileges", grant)
        return None
    if grant is not None:
        raise InvalidType("privileges and grant cannot be combined; give the list, or the decision")
    example = "{'Name': 'network', 'Value': ['host']}"
    each = enumerate(values.several("privileges", f"a sequence such as [{example}]", privileges))
    return [
        cast("shapes.PluginPrivilegeParam", fields_of(f"privileges[{index}]", item, example)) for index, item in each
    ]


def decide(
    grant: Grant, remote: str, asked: "Sequence[shapes.PluginPrivilege]"
) -> "Sequence[models.PluginPrivilege | shapes.PluginPrivilege]":
    """Give what a plugin asks for if that is granted. Raises ``InvalidArgument``, which lists it, otherwise.

    One that asks for nothing needs no grant.
    """
    if not asked or grant is True or (callable(grant) and grant(list(asked))):
        return asked
    wanted = ", ".join(f"{each['Name']} {each['Value'] or []}" for each in asked)
    raise InvalidArgument(
        f"plugin {remote!r} asks for privileges that were not granted: {wanted}; "
        f"grant=True grants all of them, privileges=[...] those that you list"
    )
