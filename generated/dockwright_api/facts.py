# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Which versions of the Engine API have what, for those who speak an older one than the newest.

Only what not every version has is here: whatever is not named has always been there and still is. A version is a tuple
of numbers, ``(1, 41)``; a span is the first and the last version that has something, None for "always" and "still".

``OPERATIONS``  the Engine's name of an operation -> span
``ARGUMENTS``   operation -> wire name of an argument of query or headers -> span, and spans of its values or None; the
                version that its operation came or went with is left out
``BODIES``      operation -> the schema of its body
``FIELDS``      schema -> wire name of a field -> span, the schema of its value or "", and spans of its values or None

A schema behind lists and maps is written with a mark for each: ``[]Mount`` is a list of them, ``{}Mount`` a map to
them, ``{}[]Mount`` a map to lists. Fields without facts of their own are named where their schema has some. Values are
those of the item where the field is a list, and as they stand in JSON: text mostly, numbers sometimes.
"""

from typing import TypeAlias

Version: TypeAlias = tuple[int, int]
Span: TypeAlias = tuple[Version | None, Version | None]
Values: TypeAlias = dict[str | int, Span] | None

OPERATIONS: dict[str, Span] = {
    "BuildPrune": ((1, 31), None),
    "ConfigCreate": ((1, 30), None),
    "ConfigDelete": ((1, 30), None),
    "ConfigInspect": ((1, 30), None),
    "ConfigList": ((1, 30), None),
    "ConfigUpdate": ((1, 30), None),
    "DistributionInspect": ((1, 30), None),
    "ImageAttestations": ((1, 55), None),
    "PluginUpgrade": ((1, 26), None),
    "SecretUpdate": ((1, 26), None),
    "Session": ((1, 31), None),
    "SystemPingHead": ((1, 40), None),
    "TaskLogs": ((1, 29), None),
    "VolumeUpdate": ((1, 42), None),
}

ARGUMENTS: dict[str, dict[str, tuple[Version | None, Version | None, Values]]] = {
    "BuildPrune": {
        "reserved-space": ((1, 48), None, None),
        "max-used-space": ((1, 48), None, None),
        "min-free-space": ((1, 48), None, None),
        "all": ((1, 39), None, None),
        "filters": ((1, 39), None, None),
        "keep-storage": ((1, 39), (1, 51), None),
    },
    "ContainerAttachWebsocket": {
        "stdin": ((1, 42), None, None),
        "stdout": ((1, 42), None, None),
        "stderr": ((1, 42), None, None),
    },
    "ContainerCreate": {
        "platform": ((1, 41), None, None),
    },
    "ContainerLogs": {
        "until": ((1, 35), None, None),
    },
    "ContainerRestart": {
        "signal": ((1, 42), None, None),
    },
    "ContainerStats": {
        "one-shot": ((1, 41), None, None),
    },
    "ContainerStop": {
        "signal": ((1, 42), None, None),
    },
    "ContainerWait": {
        "condition": ((1, 30), None, None),
    },
    "ImageBuild": {
        "extrahosts": ((1, 28), None, None),
        "platform": ((1, 32), None, None),
        "target": ((1, 29), None, None),
        "outputs": ((1, 40), None, None),
        "version": ((1, 38), None, None),
    },
    "ImageCreate": {
        "platform": ((1, 32), None, None),
    },
    "ImageDelete": {
        "platforms": ((1, 50), None, None),
    },
    "ImageGet": {
        "platform": ((1, 48), None, None),
    },
    "ImageGetAll": {
        "platform": ((1, 48), None, None),
    },
    "ImageHistory": {
        "platform": ((1, 48), None, None),
    },
    "ImageInspect": {
        "manifests": ((1, 48), None, None),
        "platform": ((1, 49), None, None),
    },
    "ImageList": {
        "shared-size": ((1, 42), None, None),
        "manifests": ((1, 47), None, None),
        "identity": ((1, 54), None, None),
    },
    "ImageLoad": {
        "platform": ((1, 48), None, None),
    },
    "ImagePush": {
        "platform": ((1, 46), None, None),
    },
    "NetworkInspect": {
        "verbose": ((1, 28), None, None),
        "scope": ((1, 31), None, None),
    },
    "PluginDisable": {
        "force": ((1, 28), None, None),
    },
    "PluginList": {
        "filters": ((1, 28), None, None),
    },
    "PutContainerArchive": {
        "copyUIDGID": ((1, 30), None, None),
    },
    "ServiceInspect": {
        "insertDefaults": ((1, 29), None, None),
    },
    "ServiceList": {
        "status": ((1, 41), None, None),
    },
    "ServiceUpdate": {
        "rollback": ((1, 28), None, None),
    },
    "SystemDataUsage": {
        "type": ((1, 42), None, None),
        "verbose": ((1, 52), None, None),
    },
}

BODIES: dict[str, str] = {
    "ConfigCreate": "ConfigSpec",
    "ConfigUpdate": "ConfigSpec",
    "ContainerCreate": "ContainerCreateRequest",
    "ContainerExec": "ExecCreateRequest",
    "ContainerUpdate": "ContainerUpdateRequest",
    "ExecStart": "ExecStartRequest",
    "ImageCommit": "ContainerConfig",
    "NetworkConnect": "NetworkConnectRequest",
    "NetworkCreate": "NetworkCreateRequest",
    "SecretCreate": "SecretSpec",
    "SecretUpdate": "SecretSpec",
    "ServiceCreate": "ServiceSpec",
    "ServiceUpdate": "ServiceSpec",
    "SwarmInit": "SwarmInitRequest",
    "SwarmJoin": "SwarmJoinRequest",
    "SwarmUpdate": "SwarmSpec",
    "SystemAuth": "AuthConfig",
    "VolumeCreate": "VolumeCreateRequest",
    "VolumeUpdate": "VolumeUpdateRequest",
}

FIELDS: dict[str, dict[str, tuple[Version | None, Version | None, str, Values]]] = {
    "AppArmorOptions": {
        "Mode": ((1, 44), None, "", None),
    },
    "AuthConfig": {
        "email": (None, (1, 51), "", None),
    },
    "CapacityRange": {
        "RequiredBytes": ((1, 42), None, "", None),
        "LimitBytes": ((1, 42), None, "", None),
    },
    "ClusterVolumeAccessMode": {
        "Scope": ((1, 42), None, "", None),
        "Sharing": ((1, 42), None, "", None),
        "MountVolume": ((1, 42), None, "", None),
        "BlockVolume": ((1, 42), None, "", None),
    },
    "ClusterVolumeSecret": {
        "Key": ((1, 42), None, "", None),
        "Secret": ((1, 42), None, "", None),
    },
    "ClusterVolumeSpec": {
        "Group": ((1, 42), None, "", None),
        "AccessMode": ((1, 42), None, "ClusterVolumeAccessMode", None),
        "Secrets": ((1, 42), None, "[]ClusterVolumeSecret", None),
        "AccessibilityRequirements": ((1, 42), None, "TopologyRequirement", None),
        "CapacityRange": ((1, 42), None, "CapacityRange", None),
        "Availability": ((1, 42), None, "", None),
    },
    "ConfigReference": {
        "Network": ((1, 30), None, "", None),
    },
    "ConfigSpec": {
        "Name": ((1, 30), None, "", None),
        "Labels": ((1, 30), None, "", None),
        "Data": ((1, 30), None, "", None),
        "Templating": ((1, 37), None, "Driver", None),
    },
    "ContainerConfig": {
        "Healthcheck": (None, None, "HealthConfig", None),
        "MacAddress": (None, (1, 51), "", None),
    },
    "ContainerCreateRequest": {
        "Healthcheck": (None, None, "HealthConfig", None),
        "MacAddress": (None, (1, 51), "", None),
        "HostConfig": (None, None, "HostConfig", None),
        "NetworkingConfig": (None, None, "NetworkingConfig", None),
    },
    "ContainerSpec": {
        "Privileges": ((1, 30), None, "ContainerSpecPrivileges", None),
        "OpenStdin": ((1, 27), None, "", None),
        "ReadOnly": ((1, 28), None, "", None),
        "Mounts": (None, None, "[]Mount", None),
        "StopSignal": ((1, 28), None, "", None),
        "OomScoreAdj": ((1, 46), None, "", None),
        "Configs": ((1, 30), None, "[]ContainerSpecConfig", None),
        "Isolation": ((1, 35), None, "", None),
        "Init": ((1, 37), None, "", None),
        "Sysctls": ((1, 40), None, "", None),
        "CapabilityAdd": ((1, 41), None, "", None),
        "CapabilityDrop": ((1, 41), None, "", None),
        "Ulimits": ((1, 41), None, "[]ContainerSpecUlimit", None),
        "Healthcheck": (None, None, "HealthConfig", None),
    },
    "ContainerSpecConfig": {
        "File": ((1, 30), None, "ContainerSpecConfigFile", None),
        "Runtime": ((1, 40), None, "", None),
        "ConfigID": ((1, 30), None, "", None),
        "ConfigName": ((1, 30), None, "", None),
    },
    "ContainerSpecConfigFile": {
        "Name": ((1, 30), None, "", None),
        "UID": ((1, 30), None, "", None),
        "GID": ((1, 30), None, "", None),
        "Mode": ((1, 30), None, "", None),
    },
    "ContainerSpecPrivileges": {
        "CredentialSpec": ((1, 30), None, "CredentialSpec", None),
        "SELinuxContext": ((1, 30), None, "SELinuxContext", None),
        "Seccomp": ((1, 44), None, "SeccompOptions", None),
        "AppArmor": ((1, 44), None, "AppArmorOptions", None),
        "NoNewPrivileges": ((1, 44), None, "", None),
    },
    "ContainerSpecUlimit": {
        "Name": ((1, 41), None, "", None),
        "Soft": ((1, 41), None, "", None),
        "Hard": ((1, 41), None, "", None),
    },
    "ContainerUpdateRequest": {
        "DeviceCgroupRules": ((1, 28), None, "", None),
        "DeviceRequests": ((1, 40), None, "[]DeviceRequest", None),
        "KernelMemoryTCP": ((1, 40), (1, 51), "", None),
        "KernelMemory": (None, (1, 41), "", None),
        "DiskQuota": (None, (1, 39), "", None),
    },
    "CredentialSpec": {
        "Config": ((1, 40), None, "", None),
        "File": ((1, 30), None, "", None),
        "Registry": ((1, 30), None, "", None),
    },
    "DeviceRequest": {
        "Driver": ((1, 40), None, "", None),
        "Count": ((1, 40), None, "", None),
        "DeviceIDs": ((1, 40), None, "", None),
        "Capabilities": ((1, 40), None, "", None),
        "Options": ((1, 40), None, "", None),
    },
    "DiscreteGenericResource": {
        "Kind": ((1, 32), None, "", None),
        "Value": ((1, 32), None, "", None),
    },
    "Driver": {
        "Name": ((1, 31), None, "", None),
        "Options": ((1, 31), None, "", None),
    },
    "EndpointPortConfig": {
        "Protocol": (None, None, "", {"sctp": ((1, 37), None)}),
    },
    "EndpointSettings": {
        "MacAddress": ((1, 44), None, "", None),
        "DriverOpts": ((1, 32), None, "", None),
        "GwPriority": ((1, 48), None, "", None),
        "DNSNames": ((1, 44), None, "", None),
    },
    "EndpointSpec": {
        "Ports": (None, None, "[]EndpointPortConfig", None),
    },
    "ExecCreateRequest": {
        "ConsoleSize": ((1, 42), None, "", None),
        "WorkingDir": ((1, 35), None, "", None),
    },
    "ExecStartRequest": {
        "ConsoleSize": ((1, 42), None, "", None),
    },
    "ExternalCA": {
        "CACert": ((1, 30), None, "", None),
    },
    "GenericResource": {
        "NamedResourceSpec": ((1, 32), None, "NamedGenericResource", None),
        "DiscreteResourceSpec": ((1, 32), None, "DiscreteGenericResource", None),
    },
    "HealthConfig": {
        "StartPeriod": ((1, 29), None, "", None),
        "StartInterval": ((1, 44), None, "", None),
    },
    "HostConfig": {
        "DeviceCgroupRules": ((1, 28), None, "", None),
        "DeviceRequests": ((1, 40), None, "[]DeviceRequest", None),
        "KernelMemoryTCP": ((1, 40), (1, 51), "", None),
        "KernelMemory": (None, (1, 41), "", None),
        "DiskQuota": (None, (1, 39), "", None),
        "LogConfig": (None, None, "LogConfig", None),
        "Mounts": (None, None, "[]Mount", None),
        "Annotations": ((1, 43), None, "", None),
        "CgroupnsMode": ((1, 41), None, "", None),
        "MaskedPaths": ((1, 38), None, "", None),
        "ReadonlyPaths": ((1, 38), None, "", None),
        "Capabilities": ((1, 40), (1, 40), "", None),
    },
    "Limit": {
        "Pids": ((1, 41), None, "", None),
    },
    "LogConfig": {
        "Type": (None, None, "", {"local": ((1, 39), None)}),
    },
    "Mount": {
        "Type": (None, None, "", {"cluster": ((1, 42), None), "image": ((1, 48), None), "npipe": ((1, 32), None)}),
        "Consistency": ((1, 28), None, "", None),
        "BindOptions": (None, None, "MountBindOptions", None),
        "VolumeOptions": (None, None, "MountVolumeOptions", None),
        "ImageOptions": ((1, 48), None, "MountImageOptions", None),
        "TmpfsOptions": (None, None, "MountTmpfsOptions", None),
    },
    "MountBindOptions": {
        "NonRecursive": ((1, 40), None, "", None),
        "CreateMountpoint": ((1, 42), None, "", None),
        "ReadOnlyNonRecursive": ((1, 44), None, "", None),
        "ReadOnlyForceRecursive": ((1, 44), None, "", None),
    },
    "MountImageOptions": {
        "Subpath": ((1, 48), None, "", None),
    },
    "MountTmpfsOptions": {
        "Options": ((1, 46), None, "", None),
    },
    "MountVolumeOptions": {
        "Subpath": ((1, 45), None, "", None),
    },
    "NamedGenericResource": {
        "Kind": ((1, 32), None, "", None),
        "Value": ((1, 32), None, "", None),
    },
    "NetworkAttachmentConfig": {
        "DriverOpts": ((1, 39), None, "", None),
    },
    "NetworkAttachmentSpec": {
        "ContainerID": ((1, 38), None, "", None),
    },
    "NetworkConnectRequest": {
        "EndpointConfig": (None, None, "EndpointSettings", None),
    },
    "NetworkCreateRequest": {
        "Scope": ((1, 30), None, "", None),
        "Ingress": ((1, 29), None, "", None),
        "ConfigOnly": ((1, 30), None, "", None),
        "ConfigFrom": ((1, 30), None, "ConfigReference", None),
        "EnableIPv4": ((1, 47), None, "", None),
        "CheckDuplicate": (None, (1, 45), "", None),
    },
    "NetworkingConfig": {
        "EndpointsConfig": (None, None, "{}EndpointSettings", None),
    },
    "Placement": {
        "Preferences": ((1, 28), None, "[]PlacementPreference", None),
        "MaxReplicas": ((1, 40), None, "", None),
        "Platforms": ((1, 30), None, "[]Platform", None),
    },
    "PlacementPreference": {
        "Spread": ((1, 28), None, "PlacementPreferenceSpread", None),
    },
    "PlacementPreferenceSpread": {
        "SpreadDescriptor": ((1, 28), None, "", None),
    },
    "Platform": {
        "Architecture": ((1, 30), None, "", None),
        "OS": ((1, 30), None, "", None),
    },
    "PluginSpec": {
        "Name": ((1, 31), None, "", None),
        "Remote": ((1, 31), None, "", None),
        "Disabled": ((1, 31), None, "", None),
        "PluginPrivilege": ((1, 31), None, "", None),
    },
    "ResourceObject": {
        "GenericResources": ((1, 32), None, "[]GenericResource", None),
    },
    "ResourceRequirements": {
        "Limits": (None, None, "Limit", None),
        "Reservations": (None, None, "ResourceObject", None),
        "SwapBytes": ((1, 52), None, "", None),
        "MemorySwappiness": ((1, 52), None, "", None),
    },
    "SELinuxContext": {
        "Disable": ((1, 30), None, "", None),
        "User": ((1, 30), None, "", None),
        "Role": ((1, 30), None, "", None),
        "Type": ((1, 30), None, "", None),
        "Level": ((1, 30), None, "", None),
    },
    "SeccompOptions": {
        "Mode": ((1, 44), None, "", None),
        "Profile": ((1, 44), None, "", None),
    },
    "SecretSpec": {
        "Driver": ((1, 31), None, "Driver", None),
        "Templating": ((1, 37), None, "Driver", None),
    },
    "ServiceMode": {
        "ReplicatedJob": ((1, 41), None, "ServiceModeReplicatedJob", None),
        "GlobalJob": ((1, 41), None, "", None),
    },
    "ServiceModeReplicatedJob": {
        "MaxConcurrent": ((1, 41), None, "", None),
        "TotalCompletions": ((1, 41), None, "", None),
    },
    "ServiceSpec": {
        "TaskTemplate": (None, None, "TaskSpec", None),
        "Mode": (None, None, "ServiceMode", None),
        "UpdateConfig": (None, None, "ServiceSpecUpdateConfig", None),
        "RollbackConfig": ((1, 28), None, "ServiceSpecRollbackConfig", None),
        "Networks": (None, None, "[]NetworkAttachmentConfig", None),
        "EndpointSpec": (None, None, "EndpointSpec", None),
    },
    "ServiceSpecRollbackConfig": {
        "Parallelism": ((1, 28), None, "", None),
        "Delay": ((1, 28), None, "", None),
        "FailureAction": ((1, 28), None, "", None),
        "Monitor": ((1, 28), None, "", None),
        "MaxFailureRatio": ((1, 28), None, "", None),
        "Order": ((1, 29), None, "", None),
    },
    "ServiceSpecUpdateConfig": {
        "FailureAction": (None, None, "", {"rollback": ((1, 28), None)}),
        "Order": ((1, 29), None, "", None),
    },
    "SwarmInitRequest": {
        "DataPathAddr": ((1, 30), None, "", None),
        "DataPathPort": ((1, 40), None, "", None),
        "DefaultAddrPool": ((1, 39), None, "", None),
        "SubnetSize": ((1, 39), None, "", None),
        "Spec": (None, None, "SwarmSpec", None),
    },
    "SwarmJoinRequest": {
        "DataPathAddr": ((1, 30), None, "", None),
    },
    "SwarmSpec": {
        "CAConfig": (None, None, "SwarmSpecCAConfig", None),
    },
    "SwarmSpecCAConfig": {
        "ExternalCAs": (None, None, "[]ExternalCA", None),
        "SigningCACert": ((1, 30), None, "", None),
        "SigningCAKey": ((1, 30), None, "", None),
        "ForceRotate": ((1, 30), None, "", None),
    },
    "TaskSpec": {
        "PluginSpec": ((1, 31), None, "PluginSpec", None),
        "ContainerSpec": (None, None, "ContainerSpec", None),
        "NetworkAttachmentSpec": ((1, 38), None, "NetworkAttachmentSpec", None),
        "Resources": (None, None, "ResourceRequirements", None),
        "Placement": (None, None, "Placement", None),
        "Runtime": ((1, 30), None, "", None),
        "Networks": (None, None, "[]NetworkAttachmentConfig", None),
    },
    "Topology": {
        "Segments": ((1, 42), None, "", None),
    },
    "TopologyRequirement": {
        "Requisite": ((1, 42), None, "[]Topology", None),
        "Preferred": ((1, 42), None, "[]Topology", None),
    },
    "VolumeCreateRequest": {
        "ClusterVolumeSpec": ((1, 42), None, "ClusterVolumeSpec", None),
    },
    "VolumeUpdateRequest": {
        "Spec": ((1, 42), None, "ClusterVolumeSpec", None),
    },
}
