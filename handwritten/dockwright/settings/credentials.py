"""Credentials for registries, in the form in which the engine takes them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from ..errors import InvalidArgument, InvalidType
from .registries import HUB, registry_of, server_key

if TYPE_CHECKING:
    from dockwright_api.models import AuthConfig

Auth: TypeAlias = "Mapping[str, Any] | AuthConfig | str | bytes"
"""A mapping or model (``username`` and ``password``, ``identitytoken``, or ``auth``), or base64 of user:password."""

_NAMES = ("username", "password", "email", "serveraddress", "auth", "identitytoken", "registrytoken")


def registry_auth(auth: Auth, registry: str = "") -> str:
    """Encode credentials as the ``X-Registry-Auth`` header.

    ``registry`` is added as ``serveraddress`` where the credentials do not name one. Raises ``TypeError`` or
    ``ValueError`` for what cannot be credentials, without repeating them.
    """
    return _encode(auth_fields(auth, registry))


def auth_fields(auth: Auth, registry: str = "") -> dict[str, Any]:
    """Give credentials of any accepted form under the Engine's names; otherwise as :func:`registry_auth`."""
    if isinstance(auth, str | bytes):
        return decode_pair(auth) | {"email": None, "serveraddress": registry}
    # Models are known by their method: importing their class would import pydantic.
    given: object = auth if isinstance(auth, Mapping) else _plain(auth)
    if not isinstance(given, Mapping):
        raise InvalidType(f"auth must be a mapping or base64 text of user:password, not {type(auth).__name__}")
    fields = dict(cast("Mapping[str, Any]", given))
    for name, value in fields.items():
        _check_credential(name, value)
    if "identitytoken" in fields:
        return fields
    if "auth" in fields:
        return auth_fields(fields["auth"], str(fields.get("serveraddress") or registry))
    if registry and fields:
        fields.setdefault("serveraddress", registry)
    return fields


def _check_credential(name: object, value: object) -> None:
    """Refuse what nobody would read, without showing it: a name that is misspelt would send no credentials at all."""
    # Engines read these in any case, and programs for credentials have them in capitals.
    if not isinstance(name, str) or name.lower() not in _NAMES:
        raise InvalidType(f"there is no credential {name!r}; there are {', '.join(_NAMES)}")
    if value is not None and not isinstance(value, str | bytes):
        raise InvalidType(f"{name} must be a str, not {type(value).__name__}")


def _plain(auth: object) -> object:
    dump = getattr(auth, "to_json", None)
    return dump() if callable(dump) else None


def decode_pair(auth: str | bytes) -> dict[str, Any]:
    """Take base64 of ``user:password`` apart. Raises ``ValueError``, which does not repeat it."""
    try:
        text = base64.b64decode(auth, validate=True).decode()
    except ValueError:
        text = ""
    user, colon, password = text.partition(":")
    if not colon:
        # The value is not shown, and neither is the error of the decoder, which would hold it.
        raise ValueError("auth as text must be base64 of user:password")
    return {"username": user, "password": password}


def pull_auth(auth: Auth | None, image: str) -> str | None:
    """Encode credentials for the registry of an image; None stays None."""
    if auth is None:
        return None
    registry = registry_of(image)
    return registry_auth(auth, "" if registry == HUB else registry)


def registry_config(credentials: Iterable[tuple[str, Mapping[str, Any]]]) -> str:
    """Encode credentials of several registries as the ``X-Registry-Config`` header of a build."""
    return _encode({registry: dict(fields) for registry, fields in credentials})


def login_fields(given: Mapping[str, Any]) -> dict[str, str]:
    """Check what somebody logs in with, add the key of the registry, and leave None out.

    Raises ``TypeError`` and ``InvalidArgument``, naming what is wrong and never showing it.
    """
    for name, value in given.items():
        if name not in _NAMES:
            raise InvalidType(f"there is no credential {name!r}; there are {', '.join(_NAMES)}")
        if value is not None and not isinstance(value, str):
            raise InvalidType(f"{name} must be a str, not {type(value).__name__}")
    fields: dict[str, str] = {name: value for name, value in given.items() if value is not None}
    if pair := fields.pop("auth", ""):
        # The engine does not read it here.
        fields |= decode_pair(pair)
    if not fields.get("identitytoken") and not fields.get("registrytoken"):
        missing = [name for name in ("username", "password") if not fields.get(name)]
        if missing:
            raise InvalidArgument(f"{' and '.join(missing)} missing; give both, or an identitytoken")
    return {**fields, "serveraddress": server_key(fields.get("serveraddress") or HUB)}


def logged_in(login: Mapping[str, Any], reply: Mapping[str, Any] | None) -> dict[str, Any]:
    """Give what is to be kept of a login: the token, where the registry gave one in place of the password."""
    token = (reply or {}).get("IdentityToken")
    if not token:
        return dict(login)
    return {key: login[key] for key in ("username", "serveraddress") if key in login} | {"identitytoken": token}


def _encode(fields: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(fields).encode()).decode("ascii")
