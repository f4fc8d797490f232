"""Which releases of the engine the tests run against, and where each comes from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Release:
    """A release of the engine: the first two numbers of its version, and the Debian suite that has it."""

    name: str
    suite: str
    packages: tuple[str, ...]
    required: bool
    """Whether a run without it is a failure; files of Debian's unstable suite come and go."""


RELEASES = {
    release.name: release
    for release in (
        Release("20.10", "bookworm", ("docker.io", "containerd"), required=True),
        Release("26.1", "trixie", ("docker.io", "containerd"), required=True),
        Release("28.5", "sid", ("docker.io", "containerd"), required=False),
    )
}

TOOLS_SUITE = "bookworm"
TOOLS = (
    "runc",
    "tini",
    "busybox-static",
    "iptables",
    # What the programs above and dockerd are linked with, beyond what every Debian system has.
    "libdevmapper1.02.1",
    "libip4tc2",
    "libip6tc2",
    "libmnl0",
    "libnetfilter-conntrack3",
    "libnfnetlink0",
    "libnftnl11",
    "libseccomp2",
    "libxtables12",
)
"""The packages that serve every release: the container runtime, its init, the firewall, and a small userland."""
