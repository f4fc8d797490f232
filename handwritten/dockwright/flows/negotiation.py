"""Agree with an engine on the version of the API."""

from dockwright_api import operations, version

from ..errors import BadRequest, NotFound, UnexpectedReply, VersionMismatch
from ..policy.versions import negotiate
from . import Flow, fetch


def negotiation(address: str = "the given address") -> Flow[str]:
    """Ask the engine for its range and give the newest version that both sides know.

    ``address`` says in errors what was asked. Raises ``VersionMismatch`` where there is none, and ``UnexpectedReply``
    where the peer is not an engine.
    """
    try:
        reply = yield from fetch(operations.system.version(), versioned=False)
        newest = reply.get("ApiVersion")
        if not newest:
            raise UnexpectedReply("GET /version is answered, but without an ApiVersion")
        return negotiate(
            newest,
            reply.get("MinAPIVersion"),
            oldest_known=version.MIN_API_VERSION,
            newest_known=version.API_VERSION,
        )
    except VersionMismatch as error:
        raise VersionMismatch(
            f"the engine at {address}: {error}; use another version of the engine or of this client"
        ) from error
    except BadRequest as error:
        # What speaks TLS only answers so, in clear text, to whoever does not.
        raise UnexpectedReply(
            f"what listens at {address}, refuses even the question for its version: {error.message} "
            "If it wants TLS, ask for it: by DOCKER_TLS_VERIFY, a context, or an argument"
        ) from error
    except (UnexpectedReply, NotFound) as error:
        raise UnexpectedReply(
            f"what listens at {address}, is no Docker engine; is this its address? {error}"
        ) from error


def pinned_version(api_version: str, argument: str = "api_version") -> str:
    """Check a version that was chosen by the caller, such as "v1.43", and give it as "1.43".

    ``argument`` is what the caller calls it.

    Raises ``SettingsError`` for what is no version, ``VersionMismatch`` for one that this client does not speak.
    """
    return negotiate(
        None,
        None,
        oldest_known=version.MIN_API_VERSION,
        newest_known=version.API_VERSION,
        pinned=api_version,
        argument=argument,
    )
