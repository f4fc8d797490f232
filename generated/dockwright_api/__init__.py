# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""The Engine API as data: operations that are values, models and shapes of what goes over the wire."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import aio, models, operations, shapes, sync
else:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(f".{name}", __name__)

    def __dir__() -> list[str]:
        return __all__


__all__ = [
    "aio",
    "models",
    "operations",
    "shapes",
    "sync",
]
