# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``AuthConfig``."""

from ..base import Model


class AuthConfig(Model):
    """Credentials for a registry, either `username` and `password` or a token."""

    username: str | None = None
    """Name of the account."""
    password: str | None = None
    """Password of the account, or an access token in its place."""
    serveraddress: str | None = None
    """Registry that the credentials are for, as a host name with or without a port, or as a URL. That of Docker Hub is
    `https://index.docker.io/v1/`, the default when they are checked."""
    email: str | None = None
    """E-mail address of the account. The engine does not use it. Until API 1.51."""
    auth: str | None = None
    """User name and password as `name:password` in base64, the form of Docker's configuration file. The engine reads
    `username` and `password` instead."""
    identitytoken: str | None = None
    """Token from an earlier login, which the engine trades for short-lived ones. It takes the place of the password."""
    registrytoken: str | None = None
    """Token that is sent to the registry as it is, as a bearer token."""
