# Written by `python -m codegen build`; not edited by hand.
# Copied from codegen/assets/base.py, which is where to edit it.
"""The base of every model.

Models are lenient towards the engine and strict towards their caller: a reply may hold keys and enum values that the
description does not know (they are kept, and dumped again), null where its type says list or map (it reads as an empty
one, and is dumped as null again), and lack what every Docker engine sends or have null there (it reads as None,
whatever its type says).
But a keyword argument that no field has is an error that names the nearest field, and so is one that is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, core_schema

_VALUE, _NULL = "<value>", "<null>"

_SECRETS: dict[str, frozenset[str]] = {
    "AuthConfig": frozenset({"auth", "identitytoken", "password", "registrytoken"}),
    "AuthResponse": frozenset({"identity_token"}),
    "JoinTokens": frozenset({"manager", "worker"}),
    "SecretSpec": frozenset({"data"}),
    "SwarmJoinRequest": frozenset({"join_token"}),
    "SwarmSpecCAConfig": frozenset({"signing_ca_key"}),
    "SwarmUnlockKeyResponse": frozenset({"unlock_key"}),
    "SwarmUnlockRequest": frozenset({"unlock_key"}),
}
"""The fields of each model that neither its ``repr`` nor an error may show."""


class Model(BaseModel):
    """A JSON object of the Engine API.

    Attributes have Python's names, JSON has the Engine's; both are accepted as input. ``model.to_json()`` gives what
    goes over the wire.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
        protected_namespaces=(),
        use_attribute_docstrings=False,
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.__name__ in _SECRETS:
            cls.model_config = {**cls.model_config, "hide_input_in_errors": True}

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        secrets = _SECRETS.get(type(self).__name__, frozenset())
        for name, value in super().__repr_args__():
            yield name, _HIDDEN if name in secrets and value else value

    if TYPE_CHECKING:

        def __init__(self, /, **data: Any) -> None:
            """Take the fields by keyword, under Python's names or the Engine's; no others, and all that must be there.

            Raises ``TypeError`` that names what is missing or unknown, ``ValidationError`` for a value of another type.
            """
    else:

        def __init__(self, /, **data: Any) -> None:
            # Before validation, whose complaints about what is missing would hide that a name is misspelt.
            model = type(self)
            if unknown := data.keys() - _known(model):
                raise TypeError(_unknown_field(model, min(unknown)))
            if missing := [names[0] for names, may_be_none in _required(model) if not _given(data, names, may_be_none)]:
                raise TypeError(f"{model.__name__} needs {', '.join(missing)}")
            try:
                super().__init__(**data)
            except ValidationError as error:
                raise plainer(error, "python") from None

        # Tells pydantic that validation need not go through this constructor, which serves callers only.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler, /) -> CoreSchema:
        schema = handler(source)
        fields: Any = schema
        while fields["type"] != "model-fields":
            if "schema" not in fields:
                return schema
            fields = fields["schema"]
        for field in fields["fields"].values():
            field["schema"] = _lenient(field["schema"])
        return schema

    def to_json(self) -> dict[str, Any]:
        """Dump as plain JSON under the Engine's names, with just the keys that were set."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)

    def unknown_fields(self) -> Iterator[tuple[str, str]]:
        """Give the path and the nearest known name of every key, at any depth, that the description does not know."""
        yield from _unknown_fields(self, "")


class _Hidden:
    """Stands for a secret where a model shows itself."""

    def __repr__(self) -> str:
        return "<hidden>"


_HIDDEN = _Hidden()


class _NullList(list[Any]):
    """A list that came as null; it is dumped as null as long as it is empty."""

    __slots__ = ()


class _NullMap(dict[str, Any]):
    """A map that came as null; it is dumped as null as long as it is empty."""

    __slots__ = ()


# How core schemas name what is inside of a container, and what null in place of one becomes.
_CONTAINERS: dict[str, tuple[str, Callable[[None], object]]] = {
    "list": ("items_schema", lambda _: _NullList()),
    "dict": ("values_schema", lambda _: _NullMap()),
}


def _lenient(schema: Any) -> CoreSchema:
    """Let a field that has to be there be left out or null; null stands for lists and maps that cannot be None."""
    if schema["type"] == "default":
        return cast(CoreSchema, {**schema, "schema": _null_as_empty(schema["schema"])})
    # What is read as None is dumped as null again, and only where it was.
    filled = _null_as_empty(schema)
    filled = filled if schema["type"] in _CONTAINERS else core_schema.nullable_schema(filled)
    return core_schema.with_default_schema(filled, default=None)


def _null_as_empty(schema: Any, *, may_be_none: bool = False) -> CoreSchema:
    kind = schema["type"]
    if kind == "nullable":
        return cast(CoreSchema, {**schema, "schema": _null_as_empty(schema["schema"], may_be_none=True)})
    if kind not in _CONTAINERS:
        return cast(CoreSchema, schema)
    inside, empty = _CONTAINERS[kind]
    value = cast(CoreSchema, {**schema, inside: _null_as_empty(schema[inside])} if inside in schema else schema)
    if may_be_none:
        return value
    # What is no null passes the first choice without a call of Python, which is what keeps replies fast.
    return core_schema.union_schema(
        [(value, _VALUE), (core_schema.no_info_after_validator_function(empty, core_schema.none_schema()), _NULL)],
        mode="left_to_right",
        serialization=core_schema.wrap_serializer_function_ser_schema(_dump, schema=value),
    )


def _dump(value: object, handler: Callable[[object], object]) -> object:
    return None if isinstance(value, _NullList | _NullMap) and not value else handler(value)


def plainer(error: ValidationError, source: Literal["json", "python"]) -> ValidationError:
    """Take out of an error what it says about null in place of each list and map; ``source`` is what was read."""
    lines: list[InitErrorDetails] = [
        {
            "type": each["type"],
            "loc": tuple(place for place in each["loc"] if place != _VALUE),
            "input": each["input"],
            "ctx": each.get("ctx", {}),
        }
        for each in error.errors(include_url=False)
        if _NULL not in each["loc"]
    ]
    return ValidationError.from_exception_data(error.title, lines, source, hide_input=_is_secret(error, lines))


def _is_secret(error: ValidationError, lines: list[InitErrorDetails]) -> bool:
    """Say whether an error is about a secret, or something that may hold one."""
    return error.title in _SECRETS or any(place in _SECRET_PLACES for line in lines for place in line.get("loc", ()))


_SECRET_PLACES = {name for names in _SECRETS.values() for name in names} | {
    *("IdentityToken", "JoinToken", "JoinTokens", "Manager", "SigningCAKey", "UnlockKey", "Worker", "join_tokens"),
}


def _unknown_fields(value: object, at: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Model):
        for name in value.__pydantic_extra__ or ():
            yield f"{at}.{name}".lstrip("."), _nearest(type(value), name)
        for name in value.model_fields_set:
            yield from _unknown_fields(getattr(value, name), f"{at}.{name}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _unknown_fields(item, f"{at}[{index}]")
    elif isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield from _unknown_fields(item, f"{at}[{key!r}]")


@cache
def _known(model: type[Model]) -> frozenset[str]:
    aliases = (field.alias for field in model.model_fields.values() if field.alias)
    return frozenset(model.model_fields).union(aliases)


@cache
def _required(model: type[Model]) -> tuple[tuple[tuple[str, str], bool], ...]:
    """Give attribute and wire name of every field that has to be given, and whether that may be None."""
    fields = [(name, field) for name, field in model.model_fields.items() if field.is_required()]
    return tuple(((name, field.alias or name), _takes_none(field.annotation)) for name, field in fields)


def _takes_none(annotation: Any) -> bool:
    """Say whether a type has None, or is a list or a map, for which None stands too."""
    return annotation is Any or get_origin(annotation) in (list, dict) or NoneType in get_args(annotation)


def _given(data: Mapping[str, Any], names: tuple[str, str], may_be_none: bool) -> bool:
    return any(name in data and (may_be_none or data[name] is not None) for name in names)


def _nearest(model: type[Model], name: str) -> str:
    names = {field_name: field_name for field_name in model.model_fields}
    names |= {field.alias: field_name for field_name, field in model.model_fields.items() if field.alias}
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    return names[close[0]] if close else ""


def _unknown_field(model: type[Model], name: str) -> str:
    nearest = _nearest(model, name)
    hint = f"; did you mean {nearest!r}?" if nearest else ""
    return f"{model.__name__} has no field {name!r}{hint}"
