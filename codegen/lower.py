"""Lower a description to what the templates render.

All decisions about signatures are here. The order of arguments: those of the path, required ones of query and headers,
a required body; then, by keyword only, everything that may be left out.
"""

from collections import defaultdict

from codegen.annotations import Types
from codegen.assets.operation import Framing, Timing
from codegen.description import Body, Description, Operation, Parameter, Schema
from codegen.errors import SpecError
from codegen.ir import Argument, Call, Endpoint, Kind, Module
from codegen.names import noun_class
from codegen.prose import Prose
from codegen.schemas import SchemaGraph
from codegen.shapes import ShapeNames

_KINDS: dict[Framing, Kind] = {
    Framing.JSON_STREAM: "JSONStream",
    Framing.MULTIPLEXED: "LogStream",
    Framing.BYTES: "ByteStream",
    Framing.HIJACKED: "Upgrade",
    Framing.WEBSOCKET: "Upgrade",
}
_BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "object", "str"})
# Names that the functions and methods themselves use.
_TAKEN = frozenset({"body", "content", "encode", "max", "models", "operations", "self", "shapes"})
_CONTENT = ("bytes | Iterable[bytes] | AsyncIterable[bytes]", "bytes | Iterable[bytes]")


def lower(description: Description, graph: SchemaGraph, prose: Prose) -> list[Module]:
    """Give the operations of a description by module, modules and functions in alphabetic order."""
    modules: dict[str, list[Operation]] = defaultdict(list)
    for operation in description.operations.values():
        modules[operation.module].append(operation)
    names = ShapeNames(graph)
    return [_module(name, modules[name], graph, names, prose) for name in sorted(modules)]


def _module(name: str, operations: list[Operation], graph: SchemaGraph, names: ShapeNames, prose: Prose) -> Module:
    types = Types(graph, names, shadowed=_BUILTINS.intersection(operation.function for operation in operations))
    endpoints = [Lowering(operation, types, prose).endpoint() for operation in operations]
    return Module(
        name=name,
        class_name=noun_class(name),
        endpoints=tuple(sorted(endpoints, key=lambda endpoint: endpoint.function)),
    )


class Lowering:
    """One operation on its way to a function."""

    def __init__(self, operation: Operation, types: Types, prose: Prose) -> None:
        self._operation = operation
        self._types = types
        self._prose = prose

    def endpoint(self) -> Endpoint:
        operation = self._operation
        arguments = self._arguments()
        template = operation.path
        for argument in arguments:
            if argument.place == "path":
                template = template.replace(f"{{{argument.wire}}}", f"{{{argument.name}}}")
        grace = next((each.argument for each in operation.parameters if each.name == operation.grace), "")
        return Endpoint(
            id=operation.id,
            module=operation.module,
            function=operation.function,
            method=operation.method,
            path=operation.path,
            template=template,
            arguments=arguments,
            call=self._call(),
            single=self._single(),
            single_when=self._single_when(),
            content_type=operation.body.media[0] if operation.body and operation.body.media else "",
            grace=grace,
            # Methods show it further in than functions do.
            docstring=self._prose.operation(operation, [(each.name, each.wire) for each in arguments], indent=8),
        )

    def _arguments(self) -> tuple[Argument, ...]:
        arguments = [self._parameter(parameter) for parameter in self._operation.parameters]
        if self._operation.body is not None:
            arguments.append(self._body(self._operation.body))
        owners: dict[str, str] = {}
        for argument in arguments:
            if argument.wire and argument.name in _TAKEN:
                raise SpecError(
                    f"argument {argument.wire!r} of {self._operation.id} has a name that the generated code uses; give "
                    f"it another name in spec/overlay/names.yaml, under arguments"
                )
            if argument.name in owners:
                raise SpecError(
                    f"arguments {owners[argument.name]!r} and {argument.wire!r} of {self._operation.id} are both "
                    f"{argument.name!r} in Python; give one another name in spec/overlay/names.yaml, under arguments"
                )
            owners[argument.name] = argument.wire
        order = ("path", "query", "header", "body")
        return tuple(sorted(arguments, key=lambda each: (not each.positional, order.index(each.place))))

    def _parameter(self, parameter: Parameter) -> Argument:
        annotation = self._types.argument(parameter)
        if not parameter.required and not parameter.always_sent:
            annotation = f"{annotation} | None"
        return Argument(
            name=parameter.argument,
            wire=parameter.name,
            place=parameter.place,
            annotation=annotation,
            sync_annotation=annotation,
            required=parameter.required,
            default=repr(parameter.schema["default"]) if parameter.always_sent else "None",
            positional=parameter.required,
            encoded=_encoded(parameter),
        )

    def _body(self, body: Body) -> Argument:
        annotation, sync_annotation = _CONTENT if body.binary else (self._types.body(body.schema),) * 2
        optional = "" if body.required else " | None"
        name = "content" if body.binary else "body"
        return Argument(
            name=name,
            wire="",
            place="body",
            annotation=f"{self._types.qualified(annotation)}{optional}",
            sync_annotation=f"{self._types.qualified(sync_annotation)}{optional}",
            required=body.required,
            default="None",
            positional=True,
            encoded=name,
        )

    def _call(self) -> Call:
        operation = self._operation
        kind = _KINDS.get(operation.framing, "Operation")
        schema = operation.item if operation.framing is Framing.JSON_STREAM else operation.reply
        if kind in ("LogStream", "ByteStream", "Upgrade"):
            schema = None
        return self._answer(kind, schema, operation.framing, operation.timing)

    def _single_when(self) -> tuple[str, bool] | None:
        conditions = self._operation.one_document_when
        if len(conditions) > 1:
            raise SpecError(f"{self._operation.id} answers with one document under several conditions, not just one")
        by_wire = {parameter.name: parameter.argument for parameter in self._operation.parameters}
        return next(((by_wire[wire], value) for wire, value in conditions.items()), None)

    def _single(self) -> Call | None:
        if not self._operation.one_document_when:
            return None
        return self._answer("Operation", self._operation.item, Framing.JSON, Timing.UNARY)

    def _answer(self, kind: Kind, schema: Schema | None, framing: Framing, timing: Timing) -> Call:
        if schema is None and framing is Framing.JSON_STREAM:
            raise SpecError(f"{self._operation.id} streams JSON, and no schema says what one document is")
        model, shape, reply = ("None", "None", "") if schema is None else self._types.reply(schema)
        if schema is not None and self._may_be_empty():
            model, shape, reply = (f"{each} | None" for each in (model, shape, reply))
        return Call(kind=kind, model=model, shape=shape, reply=reply, framing=framing.name, timing=timing.name)

    def _may_be_empty(self) -> bool:
        """Whether there is a successful status without a body beside one with a body."""
        statuses = [reply for reply in self._operation.replies if 200 <= reply.status < 300]
        return self._operation.framing is Framing.JSON and any(reply.schema is None for reply in statuses)


def _encoded(parameter: Parameter) -> str:
    encoder = {
        "filters": "filters",
        "json": "json",
        "multi-json": "json_items",
        "base64-json": "base64_json",
    }.get(parameter.encoding)
    return f"encode.{encoder}({parameter.argument})" if encoder else parameter.argument
