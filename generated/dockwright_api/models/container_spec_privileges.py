# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``ContainerSpecPrivileges``."""

from typing import Annotated

from pydantic import Field

from ..base import Model
from .app_armor_options import AppArmorOptions
from .credential_spec import CredentialSpec
from .se_linux_context import SELinuxContext
from .seccomp_options import SeccompOptions


class ContainerSpecPrivileges(Model):
    """Security settings of the containers of a service. Since API 1.30."""

    credential_spec: Annotated[CredentialSpec | None, Field(alias="CredentialSpec")] = None
    """Managed service account that the container runs under. Windows only. Since API 1.30."""
    selinux_context: Annotated[SELinuxContext | None, Field(alias="SELinuxContext")] = None
    """SELinux labels that the container runs under. Since API 1.30."""
    seccomp: Annotated[SeccompOptions | None, Field(alias="Seccomp")] = None
    """Which system calls the container may make. Since API 1.44."""
    app_armor: Annotated[AppArmorOptions | None, Field(alias="AppArmor")] = None
    """Whether an AppArmor profile restricts the container. Since API 1.44."""
    no_new_privileges: Annotated[bool | None, Field(alias="NoNewPrivileges")] = None
    """Let the process gain no privileges by programs that it runs, such as setuid ones. Since API 1.44."""
