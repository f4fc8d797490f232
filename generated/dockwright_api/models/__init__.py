# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""Every model, each imported when it is first asked for."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .address import Address
    from .app_armor_options import AppArmorOptions
    from .attestation_statement import AttestationStatement
    from .auth_config import AuthConfig
    from .auth_response import AuthResponse
    from .blkio_weight_device import BlkioWeightDevice
    from .build_cache import BuildCache
    from .build_cache_disk_usage import BuildCacheDiskUsage
    from .build_identity import BuildIdentity
    from .build_output import BuildOutput
    from .build_progress import BuildProgress
    from .build_prune_response import BuildPruneResponse
    from .capacity_range import CapacityRange
    from .cluster_info import ClusterInfo
    from .cluster_volume import ClusterVolume
    from .cluster_volume_access_mode import ClusterVolumeAccessMode
    from .cluster_volume_info import ClusterVolumeInfo
    from .cluster_volume_mount import ClusterVolumeMount
    from .cluster_volume_publish_status import ClusterVolumePublishStatus
    from .cluster_volume_secret import ClusterVolumeSecret
    from .cluster_volume_spec import ClusterVolumeSpec
    from .commit import Commit
    from .config import Config
    from .config_create_response import ConfigCreateResponse
    from .config_reference import ConfigReference
    from .config_spec import ConfigSpec
    from .container_blkio_stat_entry import ContainerBlkioStatEntry
    from .container_blkio_stats import ContainerBlkioStats
    from .container_config import ContainerConfig
    from .container_cpu_stats import ContainerCPUStats
    from .container_cpu_usage import ContainerCPUUsage
    from .container_create_request import ContainerCreateRequest
    from .container_create_response import ContainerCreateResponse
    from .container_inspect_response import ContainerInspectResponse
    from .container_memory_stats import ContainerMemoryStats
    from .container_network_stats import ContainerNetworkStats
    from .container_pids_stats import ContainerPidsStats
    from .container_prune_response import ContainerPruneResponse
    from .container_spec import ContainerSpec
    from .container_spec_config import ContainerSpecConfig
    from .container_spec_config_file import ContainerSpecConfigFile
    from .container_spec_dns_config import ContainerSpecDNSConfig
    from .container_spec_privileges import ContainerSpecPrivileges
    from .container_spec_secret import ContainerSpecSecret
    from .container_spec_secret_file import ContainerSpecSecretFile
    from .container_spec_ulimit import ContainerSpecUlimit
    from .container_state import ContainerState
    from .container_stats_response import ContainerStatsResponse
    from .container_status import ContainerStatus
    from .container_storage_stats import ContainerStorageStats
    from .container_summary import ContainerSummary
    from .container_summary_health import ContainerSummaryHealth
    from .container_summary_host_config import ContainerSummaryHostConfig
    from .container_summary_network_settings import ContainerSummaryNetworkSettings
    from .container_throttling_data import ContainerThrottlingData
    from .container_top_response import ContainerTopResponse
    from .container_update_request import ContainerUpdateRequest
    from .container_update_response import ContainerUpdateResponse
    from .container_wait_exit_error import ContainerWaitExitError
    from .container_wait_response import ContainerWaitResponse
    from .containerd_info import ContainerdInfo
    from .containerd_info_namespaces import ContainerdInfoNamespaces
    from .containers_disk_usage import ContainersDiskUsage
    from .credential_spec import CredentialSpec
    from .default_address_pool import DefaultAddressPool
    from .device_info import DeviceInfo
    from .device_mapping import DeviceMapping
    from .device_request import DeviceRequest
    from .discrete_generic_resource import DiscreteGenericResource
    from .distribution_inspect import DistributionInspect
    from .driver import Driver
    from .driver_data import DriverData
    from .endpoint_ipam_config import EndpointIPAMConfig
    from .endpoint_port_config import EndpointPortConfig
    from .endpoint_resource import EndpointResource
    from .endpoint_settings import EndpointSettings
    from .endpoint_spec import EndpointSpec
    from .engine_description import EngineDescription
    from .engine_description_plugin import EngineDescriptionPlugin
    from .error_detail import ErrorDetail
    from .error_response import ErrorResponse
    from .event_actor import EventActor
    from .event_message import EventMessage
    from .exec_create_request import ExecCreateRequest
    from .exec_inspect_response import ExecInspectResponse
    from .exec_start_request import ExecStartRequest
    from .external_ca import ExternalCA
    from .filesystem_change import FilesystemChange
    from .firewall_info import FirewallInfo
    from .generic_resource import GenericResource
    from .health import Health
    from .health_config import HealthConfig
    from .healthcheck_result import HealthcheckResult
    from .host_config import HostConfig
    from .id_response import IDResponse
    from .identity import Identity
    from .image_config import ImageConfig
    from .image_delete_response_item import ImageDeleteResponseItem
    from .image_history_response_item import ImageHistoryResponseItem
    from .image_id import ImageID
    from .image_inspect import ImageInspect
    from .image_inspect_metadata import ImageInspectMetadata
    from .image_inspect_root_fs import ImageInspectRootFS
    from .image_manifest_summary import ImageManifestSummary
    from .image_manifest_summary_attestation_data import ImageManifestSummaryAttestationData
    from .image_manifest_summary_image_data import ImageManifestSummaryImageData
    from .image_manifest_summary_image_data_size import ImageManifestSummaryImageDataSize
    from .image_manifest_summary_size import ImageManifestSummarySize
    from .image_prune_response import ImagePruneResponse
    from .image_search_result import ImageSearchResult
    from .image_summary import ImageSummary
    from .images_disk_usage import ImagesDiskUsage
    from .index_info import IndexInfo
    from .ipam import IPAM
    from .ipam_config import IPAMConfig
    from .ipam_status import IPAMStatus
    from .join_tokens import JoinTokens
    from .limit import Limit
    from .log_config import LogConfig
    from .manager_status import ManagerStatus
    from .mount import Mount
    from .mount_bind_options import MountBindOptions
    from .mount_image_options import MountImageOptions
    from .mount_point import MountPoint
    from .mount_tmpfs_options import MountTmpfsOptions
    from .mount_volume_options import MountVolumeOptions
    from .mount_volume_options_driver_config import MountVolumeOptionsDriverConfig
    from .named_generic_resource import NamedGenericResource
    from .network import Network
    from .network_attachment import NetworkAttachment
    from .network_attachment_config import NetworkAttachmentConfig
    from .network_attachment_spec import NetworkAttachmentSpec
    from .network_connect_request import NetworkConnectRequest
    from .network_create_request import NetworkCreateRequest
    from .network_create_response import NetworkCreateResponse
    from .network_disconnect_request import NetworkDisconnectRequest
    from .network_inspect import NetworkInspect
    from .network_prune_response import NetworkPruneResponse
    from .network_settings import NetworkSettings
    from .network_status import NetworkStatus
    from .network_summary import NetworkSummary
    from .network_task_info import NetworkTaskInfo
    from .networking_config import NetworkingConfig
    from .node import Node
    from .node_description import NodeDescription
    from .node_spec import NodeSpec
    from .node_status import NodeStatus
    from .nri_info import NRIInfo
    from .object_version import ObjectVersion
    from .oci_descriptor import OCIDescriptor
    from .oci_platform import OCIPlatform
    from .path_stat import PathStat
    from .peer_info import PeerInfo
    from .peer_node import PeerNode
    from .placement import Placement
    from .placement_preference import PlacementPreference
    from .placement_preference_spread import PlacementPreferenceSpread
    from .platform import Platform
    from .plugin import Plugin
    from .plugin_config import PluginConfig
    from .plugin_config_args import PluginConfigArgs
    from .plugin_config_interface import PluginConfigInterface
    from .plugin_config_linux import PluginConfigLinux
    from .plugin_config_network import PluginConfigNetwork
    from .plugin_config_rootfs import PluginConfigRootfs
    from .plugin_config_user import PluginConfigUser
    from .plugin_device import PluginDevice
    from .plugin_env import PluginEnv
    from .plugin_mount import PluginMount
    from .plugin_privilege import PluginPrivilege
    from .plugin_settings import PluginSettings
    from .plugin_spec import PluginSpec
    from .plugins_info import PluginsInfo
    from .port_binding import PortBinding
    from .port_status import PortStatus
    from .port_summary import PortSummary
    from .process_config import ProcessConfig
    from .progress_detail import ProgressDetail
    from .progress_message import ProgressMessage
    from .pull_identity import PullIdentity
    from .push_progress import PushProgress
    from .push_result import PushResult
    from .registry_service_config import RegistryServiceConfig
    from .resource_object import ResourceObject
    from .resource_requirements import ResourceRequirements
    from .resources import Resources
    from .restart_policy import RestartPolicy
    from .root_fs_storage import RootFSStorage
    from .root_fs_storage_snapshot import RootFSStorageSnapshot
    from .runtime import Runtime
    from .se_linux_context import SELinuxContext
    from .seccomp_options import SeccompOptions
    from .secret import Secret
    from .secret_create_response import SecretCreateResponse
    from .secret_spec import SecretSpec
    from .service import Service
    from .service_create_response import ServiceCreateResponse
    from .service_endpoint import ServiceEndpoint
    from .service_endpoint_virtual_ip import ServiceEndpointVirtualIP
    from .service_info import ServiceInfo
    from .service_job_status import ServiceJobStatus
    from .service_mode import ServiceMode
    from .service_mode_replicated import ServiceModeReplicated
    from .service_mode_replicated_job import ServiceModeReplicatedJob
    from .service_spec import ServiceSpec
    from .service_spec_rollback_config import ServiceSpecRollbackConfig
    from .service_spec_update_config import ServiceSpecUpdateConfig
    from .service_status import ServiceStatus
    from .service_update_response import ServiceUpdateResponse
    from .service_update_status import ServiceUpdateStatus
    from .signature_identity import SignatureIdentity
    from .signature_timestamp import SignatureTimestamp
    from .signer_identity import SignerIdentity
    from .storage import Storage
    from .subnet_status import SubnetStatus
    from .swarm import Swarm
    from .swarm_info import SwarmInfo
    from .swarm_init_request import SwarmInitRequest
    from .swarm_ipam import SwarmIPAM
    from .swarm_ipam_config import SwarmIPAMConfig
    from .swarm_join_request import SwarmJoinRequest
    from .swarm_network import SwarmNetwork
    from .swarm_network_driver import SwarmNetworkDriver
    from .swarm_network_spec import SwarmNetworkSpec
    from .swarm_spec import SwarmSpec
    from .swarm_spec_ca_config import SwarmSpecCAConfig
    from .swarm_spec_dispatcher import SwarmSpecDispatcher
    from .swarm_spec_encryption_config import SwarmSpecEncryptionConfig
    from .swarm_spec_orchestration import SwarmSpecOrchestration
    from .swarm_spec_raft import SwarmSpecRaft
    from .swarm_spec_task_defaults import SwarmSpecTaskDefaults
    from .swarm_spec_task_defaults_log_driver import SwarmSpecTaskDefaultsLogDriver
    from .swarm_unlock_key_response import SwarmUnlockKeyResponse
    from .swarm_unlock_request import SwarmUnlockRequest
    from .system_data_usage_response import SystemDataUsageResponse
    from .system_info import SystemInfo
    from .system_version import SystemVersion
    from .system_version_component import SystemVersionComponent
    from .system_version_platform import SystemVersionPlatform
    from .task import Task
    from .task_spec import TaskSpec
    from .task_spec_log_driver import TaskSpecLogDriver
    from .task_spec_restart_policy import TaskSpecRestartPolicy
    from .task_status import TaskStatus
    from .throttle_device import ThrottleDevice
    from .tls_info import TLSInfo
    from .topology import Topology
    from .topology_requirement import TopologyRequirement
    from .ulimit import Ulimit
    from .volume import Volume
    from .volume_attachment import VolumeAttachment
    from .volume_create_request import VolumeCreateRequest
    from .volume_list_response import VolumeListResponse
    from .volume_prune_response import VolumePruneResponse
    from .volume_update_request import VolumeUpdateRequest
    from .volume_usage_data import VolumeUsageData
    from .volumes_disk_usage import VolumesDiskUsage
else:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f".{module}", __name__), name)
        return value

    def __dir__() -> list[str]:
        return __all__


_MODULES = {
    "Address": "address",
    "AppArmorOptions": "app_armor_options",
    "AttestationStatement": "attestation_statement",
    "AuthConfig": "auth_config",
    "AuthResponse": "auth_response",
    "BlkioWeightDevice": "blkio_weight_device",
    "BuildCache": "build_cache",
    "BuildCacheDiskUsage": "build_cache_disk_usage",
    "BuildIdentity": "build_identity",
    "BuildOutput": "build_output",
    "BuildProgress": "build_progress",
    "BuildPruneResponse": "build_prune_response",
    "CapacityRange": "capacity_range",
    "ClusterInfo": "cluster_info",
    "ClusterVolume": "cluster_volume",
    "ClusterVolumeAccessMode": "cluster_volume_access_mode",
    "ClusterVolumeInfo": "cluster_volume_info",
    "ClusterVolumeMount": "cluster_volume_mount",
    "ClusterVolumePublishStatus": "cluster_volume_publish_status",
    "ClusterVolumeSecret": "cluster_volume_secret",
    "ClusterVolumeSpec": "cluster_volume_spec",
    "Commit": "commit",
    "Config": "config",
    "ConfigCreateResponse": "config_create_response",
    "ConfigReference": "config_reference",
    "ConfigSpec": "config_spec",
    "ContainerBlkioStatEntry": "container_blkio_stat_entry",
    "ContainerBlkioStats": "container_blkio_stats",
    "ContainerCPUStats": "container_cpu_stats",
    "ContainerCPUUsage": "container_cpu_usage",
    "ContainerConfig": "container_config",
    "ContainerCreateRequest": "container_create_request",
    "ContainerCreateResponse": "container_create_response",
    "ContainerInspectResponse": "container_inspect_response",
    "ContainerMemoryStats": "container_memory_stats",
    "ContainerNetworkStats": "container_network_stats",
    "ContainerPidsStats": "container_pids_stats",
    "ContainerPruneResponse": "container_prune_response",
    "ContainerSpec": "container_spec",
    "ContainerSpecConfig": "container_spec_config",
    "ContainerSpecConfigFile": "container_spec_config_file",
    "ContainerSpecDNSConfig": "container_spec_dns_config",
    "ContainerSpecPrivileges": "container_spec_privileges",
    "ContainerSpecSecret": "container_spec_secret",
    "ContainerSpecSecretFile": "container_spec_secret_file",
    "ContainerSpecUlimit": "container_spec_ulimit",
    "ContainerState": "container_state",
    "ContainerStatsResponse": "container_stats_response",
    "ContainerStatus": "container_status",
    "ContainerStorageStats": "container_storage_stats",
    "ContainerSummary": "container_summary",
    "ContainerSummaryHealth": "container_summary_health",
    "ContainerSummaryHostConfig": "container_summary_host_config",
    "ContainerSummaryNetworkSettings": "container_summary_network_settings",
    "ContainerThrottlingData": "container_throttling_data",
    "ContainerTopResponse": "container_top_response",
    "ContainerUpdateRequest": "container_update_request",
    "ContainerUpdateResponse": "container_update_response",
    "ContainerWaitExitError": "container_wait_exit_error",
    "ContainerWaitResponse": "container_wait_response",
    "ContainerdInfo": "containerd_info",
    "ContainerdInfoNamespaces": "containerd_info_namespaces",
    "ContainersDiskUsage": "containers_disk_usage",
    "CredentialSpec": "credential_spec",
    "DefaultAddressPool": "default_address_pool",
    "DeviceInfo": "device_info",
    "DeviceMapping": "device_mapping",
    "DeviceRequest": "device_request",
    "DiscreteGenericResource": "discrete_generic_resource",
    "DistributionInspect": "distribution_inspect",
    "Driver": "driver",
    "DriverData": "driver_data",
    "EndpointIPAMConfig": "endpoint_ipam_config",
    "EndpointPortConfig": "endpoint_port_config",
    "EndpointResource": "endpoint_resource",
    "EndpointSettings": "endpoint_settings",
    "EndpointSpec": "endpoint_spec",
    "EngineDescription": "engine_description",
    "EngineDescriptionPlugin": "engine_description_plugin",
    "ErrorDetail": "error_detail",
    "ErrorResponse": "error_response",
    "EventActor": "event_actor",
    "EventMessage": "event_message",
    "ExecCreateRequest": "exec_create_request",
    "ExecInspectResponse": "exec_inspect_response",
    "ExecStartRequest": "exec_start_request",
    "ExternalCA": "external_ca",
    "FilesystemChange": "filesystem_change",
    "FirewallInfo": "firewall_info",
    "GenericResource": "generic_resource",
    "Health": "health",
    "HealthConfig": "health_config",
    "HealthcheckResult": "healthcheck_result",
    "HostConfig": "host_config",
    "IDResponse": "id_response",
    "IPAM": "ipam",
    "IPAMConfig": "ipam_config",
    "IPAMStatus": "ipam_status",
    "Identity": "identity",
    "ImageConfig": "image_config",
    "ImageDeleteResponseItem": "image_delete_response_item",
    "ImageHistoryResponseItem": "image_history_response_item",
    "ImageID": "image_id",
    "ImageInspect": "image_inspect",
    "ImageInspectMetadata": "image_inspect_metadata",
    "ImageInspectRootFS": "image_inspect_root_fs",
    "ImageManifestSummary": "image_manifest_summary",
    "ImageManifestSummaryAttestationData": "image_manifest_summary_attestation_data",
    "ImageManifestSummaryImageData": "image_manifest_summary_image_data",
    "ImageManifestSummaryImageDataSize": "image_manifest_summary_image_data_size",
    "ImageManifestSummarySize": "image_manifest_summary_size",
    "ImagePruneResponse": "image_prune_response",
    "ImageSearchResult": "image_search_result",
    "ImageSummary": "image_summary",
    "ImagesDiskUsage": "images_disk_usage",
    "IndexInfo": "index_info",
    "JoinTokens": "join_tokens",
    "Limit": "limit",
    "LogConfig": "log_config",
    "ManagerStatus": "manager_status",
    "Mount": "mount",
    "MountBindOptions": "mount_bind_options",
    "MountImageOptions": "mount_image_options",
    "MountPoint": "mount_point",
    "MountTmpfsOptions": "mount_tmpfs_options",
    "MountVolumeOptions": "mount_volume_options",
    "MountVolumeOptionsDriverConfig": "mount_volume_options_driver_config",
    "NRIInfo": "nri_info",
    "NamedGenericResource": "named_generic_resource",
    "Network": "network",
    "NetworkAttachment": "network_attachment",
    "NetworkAttachmentConfig": "network_attachment_config",
    "NetworkAttachmentSpec": "network_attachment_spec",
    "NetworkConnectRequest": "network_connect_request",
    "NetworkCreateRequest": "network_create_request",
    "NetworkCreateResponse": "network_create_response",
    "NetworkDisconnectRequest": "network_disconnect_request",
    "NetworkInspect": "network_inspect",
    "NetworkPruneResponse": "network_prune_response",
    "NetworkSettings": "network_settings",
    "NetworkStatus": "network_status",
    "NetworkSummary": "network_summary",
    "NetworkTaskInfo": "network_task_info",
    "NetworkingConfig": "networking_config",
    "Node": "node",
    "NodeDescription": "node_description",
    "NodeSpec": "node_spec",
    "NodeStatus": "node_status",
    "OCIDescriptor": "oci_descriptor",
    "OCIPlatform": "oci_platform",
    "ObjectVersion": "object_version",
    "PathStat": "path_stat",
    "PeerInfo": "peer_info",
    "PeerNode": "peer_node",
    "Placement": "placement",
    "PlacementPreference": "placement_preference",
    "PlacementPreferenceSpread": "placement_preference_spread",
    "Platform": "platform",
    "Plugin": "plugin",
    "PluginConfig": "plugin_config",
    "PluginConfigArgs": "plugin_config_args",
    "PluginConfigInterface": "plugin_config_interface",
    "PluginConfigLinux": "plugin_config_linux",
    "PluginConfigNetwork": "plugin_config_network",
    "PluginConfigRootfs": "plugin_config_rootfs",
    "PluginConfigUser": "plugin_config_user",
    "PluginDevice": "plugin_device",
    "PluginEnv": "plugin_env",
    "PluginMount": "plugin_mount",
    "PluginPrivilege": "plugin_privilege",
    "PluginSettings": "plugin_settings",
    "PluginSpec": "plugin_spec",
    "PluginsInfo": "plugins_info",
    "PortBinding": "port_binding",
    "PortStatus": "port_status",
    "PortSummary": "port_summary",
    "ProcessConfig": "process_config",
    "ProgressDetail": "progress_detail",
    "ProgressMessage": "progress_message",
    "PullIdentity": "pull_identity",
    "PushProgress": "push_progress",
    "PushResult": "push_result",
    "RegistryServiceConfig": "registry_service_config",
    "ResourceObject": "resource_object",
    "ResourceRequirements": "resource_requirements",
    "Resources": "resources",
    "RestartPolicy": "restart_policy",
    "RootFSStorage": "root_fs_storage",
    "RootFSStorageSnapshot": "root_fs_storage_snapshot",
    "Runtime": "runtime",
    "SELinuxContext": "se_linux_context",
    "SeccompOptions": "seccomp_options",
    "Secret": "secret",
    "SecretCreateResponse": "secret_create_response",
    "SecretSpec": "secret_spec",
    "Service": "service",
    "ServiceCreateResponse": "service_create_response",
    "ServiceEndpoint": "service_endpoint",
    "ServiceEndpointVirtualIP": "service_endpoint_virtual_ip",
    "ServiceInfo": "service_info",
    "ServiceJobStatus": "service_job_status",
    "ServiceMode": "service_mode",
    "ServiceModeReplicated": "service_mode_replicated",
    "ServiceModeReplicatedJob": "service_mode_replicated_job",
    "ServiceSpec": "service_spec",
    "ServiceSpecRollbackConfig": "service_spec_rollback_config",
    "ServiceSpecUpdateConfig": "service_spec_update_config",
    "ServiceStatus": "service_status",
    "ServiceUpdateResponse": "service_update_response",
    "ServiceUpdateStatus": "service_update_status",
    "SignatureIdentity": "signature_identity",
    "SignatureTimestamp": "signature_timestamp",
    "SignerIdentity": "signer_identity",
    "Storage": "storage",
    "SubnetStatus": "subnet_status",
    "Swarm": "swarm",
    "SwarmIPAM": "swarm_ipam",
    "SwarmIPAMConfig": "swarm_ipam_config",
    "SwarmInfo": "swarm_info",
    "SwarmInitRequest": "swarm_init_request",
    "SwarmJoinRequest": "swarm_join_request",
    "SwarmNetwork": "swarm_network",
    "SwarmNetworkDriver": "swarm_network_driver",
    "SwarmNetworkSpec": "swarm_network_spec",
    "SwarmSpec": "swarm_spec",
    "SwarmSpecCAConfig": "swarm_spec_ca_config",
    "SwarmSpecDispatcher": "swarm_spec_dispatcher",
    "SwarmSpecEncryptionConfig": "swarm_spec_encryption_config",
    "SwarmSpecOrchestration": "swarm_spec_orchestration",
    "SwarmSpecRaft": "swarm_spec_raft",
    "SwarmSpecTaskDefaults": "swarm_spec_task_defaults",
    "SwarmSpecTaskDefaultsLogDriver": "swarm_spec_task_defaults_log_driver",
    "SwarmUnlockKeyResponse": "swarm_unlock_key_response",
    "SwarmUnlockRequest": "swarm_unlock_request",
    "SystemDataUsageResponse": "system_data_usage_response",
    "SystemInfo": "system_info",
    "SystemVersion": "system_version",
    "SystemVersionComponent": "system_version_component",
    "SystemVersionPlatform": "system_version_platform",
    "TLSInfo": "tls_info",
    "Task": "task",
    "TaskSpec": "task_spec",
    "TaskSpecLogDriver": "task_spec_log_driver",
    "TaskSpecRestartPolicy": "task_spec_restart_policy",
    "TaskStatus": "task_status",
    "ThrottleDevice": "throttle_device",
    "Topology": "topology",
    "TopologyRequirement": "topology_requirement",
    "Ulimit": "ulimit",
    "Volume": "volume",
    "VolumeAttachment": "volume_attachment",
    "VolumeCreateRequest": "volume_create_request",
    "VolumeListResponse": "volume_list_response",
    "VolumePruneResponse": "volume_prune_response",
    "VolumeUpdateRequest": "volume_update_request",
    "VolumeUsageData": "volume_usage_data",
    "VolumesDiskUsage": "volumes_disk_usage",
}

__all__ = [
    "Address",
    "AppArmorOptions",
    "AttestationStatement",
    "AuthConfig",
    "AuthResponse",
    "BlkioWeightDevice",
    "BuildCache",
    "BuildCacheDiskUsage",
    "BuildIdentity",
    "BuildOutput",
    "BuildProgress",
    "BuildPruneResponse",
    "CapacityRange",
    "ClusterInfo",
    "ClusterVolume",
    "ClusterVolumeAccessMode",
    "ClusterVolumeInfo",
    "ClusterVolumeMount",
    "ClusterVolumePublishStatus",
    "ClusterVolumeSecret",
    "ClusterVolumeSpec",
    "Commit",
    "Config",
    "ConfigCreateResponse",
    "ConfigReference",
    "ConfigSpec",
    "ContainerBlkioStatEntry",
    "ContainerBlkioStats",
    "ContainerCPUStats",
    "ContainerCPUUsage",
    "ContainerConfig",
    "ContainerCreateRequest",
    "ContainerCreateResponse",
    "ContainerInspectResponse",
    "ContainerMemoryStats",
    "ContainerNetworkStats",
    "ContainerPidsStats",
    "ContainerPruneResponse",
    "ContainerSpec",
    "ContainerSpecConfig",
    "ContainerSpecConfigFile",
    "ContainerSpecDNSConfig",
    "ContainerSpecPrivileges",
    "ContainerSpecSecret",
    "ContainerSpecSecretFile",
    "ContainerSpecUlimit",
    "ContainerState",
    "ContainerStatsResponse",
    "ContainerStatus",
    "ContainerStorageStats",
    "ContainerSummary",
    "ContainerSummaryHealth",
    "ContainerSummaryHostConfig",
    "ContainerSummaryNetworkSettings",
    "ContainerThrottlingData",
    "ContainerTopResponse",
    "ContainerUpdateRequest",
    "ContainerUpdateResponse",
    "ContainerWaitExitError",
    "ContainerWaitResponse",
    "ContainerdInfo",
    "ContainerdInfoNamespaces",
    "ContainersDiskUsage",
    "CredentialSpec",
    "DefaultAddressPool",
    "DeviceInfo",
    "DeviceMapping",
    "DeviceRequest",
    "DiscreteGenericResource",
    "DistributionInspect",
    "Driver",
    "DriverData",
    "EndpointIPAMConfig",
    "EndpointPortConfig",
    "EndpointResource",
    "EndpointSettings",
    "EndpointSpec",
    "EngineDescription",
    "EngineDescriptionPlugin",
    "ErrorDetail",
    "ErrorResponse",
    "EventActor",
    "EventMessage",
    "ExecCreateRequest",
    "ExecInspectResponse",
    "ExecStartRequest",
    "ExternalCA",
    "FilesystemChange",
    "FirewallInfo",
    "GenericResource",
    "Health",
    "HealthConfig",
    "HealthcheckResult",
    "HostConfig",
    "IDResponse",
    "IPAM",
    "IPAMConfig",
    "IPAMStatus",
    "Identity",
    "ImageConfig",
    "ImageDeleteResponseItem",
    "ImageHistoryResponseItem",
    "ImageID",
    "ImageInspect",
    "ImageInspectMetadata",
    "ImageInspectRootFS",
    "ImageManifestSummary",
    "ImageManifestSummaryAttestationData",
    "ImageManifestSummaryImageData",
    "ImageManifestSummaryImageDataSize",
    "ImageManifestSummarySize",
    "ImagePruneResponse",
    "ImageSearchResult",
    "ImageSummary",
    "ImagesDiskUsage",
    "IndexInfo",
    "JoinTokens",
    "Limit",
    "LogConfig",
    "ManagerStatus",
    "Mount",
    "MountBindOptions",
    "MountImageOptions",
    "MountPoint",
    "MountTmpfsOptions",
    "MountVolumeOptions",
    "MountVolumeOptionsDriverConfig",
    "NRIInfo",
    "NamedGenericResource",
    "Network",
    "NetworkAttachment",
    "NetworkAttachmentConfig",
    "NetworkAttachmentSpec",
    "NetworkConnectRequest",
    "NetworkCreateRequest",
    "NetworkCreateResponse",
    "NetworkDisconnectRequest",
    "NetworkInspect",
    "NetworkPruneResponse",
    "NetworkSettings",
    "NetworkStatus",
    "NetworkSummary",
    "NetworkTaskInfo",
    "NetworkingConfig",
    "Node",
    "NodeDescription",
    "NodeSpec",
    "NodeStatus",
    "OCIDescriptor",
    "OCIPlatform",
    "ObjectVersion",
    "PathStat",
    "PeerInfo",
    "PeerNode",
    "Placement",
    "PlacementPreference",
    "PlacementPreferenceSpread",
    "Platform",
    "Plugin",
    "PluginConfig",
    "PluginConfigArgs",
    "PluginConfigInterface",
    "PluginConfigLinux",
    "PluginConfigNetwork",
    "PluginConfigRootfs",
    "PluginConfigUser",
    "PluginDevice",
    "PluginEnv",
    "PluginMount",
    "PluginPrivilege",
    "PluginSettings",
    "PluginSpec",
    "PluginsInfo",
    "PortBinding",
    "PortStatus",
    "PortSummary",
    "ProcessConfig",
    "ProgressDetail",
    "ProgressMessage",
    "PullIdentity",
    "PushProgress",
    "PushResult",
    "RegistryServiceConfig",
    "ResourceObject",
    "ResourceRequirements",
    "Resources",
    "RestartPolicy",
    "RootFSStorage",
    "RootFSStorageSnapshot",
    "Runtime",
    "SELinuxContext",
    "SeccompOptions",
    "Secret",
    "SecretCreateResponse",
    "SecretSpec",
    "Service",
    "ServiceCreateResponse",
    "ServiceEndpoint",
    "ServiceEndpointVirtualIP",
    "ServiceInfo",
    "ServiceJobStatus",
    "ServiceMode",
    "ServiceModeReplicated",
    "ServiceModeReplicatedJob",
    "ServiceSpec",
    "ServiceSpecRollbackConfig",
    "ServiceSpecUpdateConfig",
    "ServiceStatus",
    "ServiceUpdateResponse",
    "ServiceUpdateStatus",
    "SignatureIdentity",
    "SignatureTimestamp",
    "SignerIdentity",
    "Storage",
    "SubnetStatus",
    "Swarm",
    "SwarmIPAM",
    "SwarmIPAMConfig",
    "SwarmInfo",
    "SwarmInitRequest",
    "SwarmJoinRequest",
    "SwarmNetwork",
    "SwarmNetworkDriver",
    "SwarmNetworkSpec",
    "SwarmSpec",
    "SwarmSpecCAConfig",
    "SwarmSpecDispatcher",
    "SwarmSpecEncryptionConfig",
    "SwarmSpecOrchestration",
    "SwarmSpecRaft",
    "SwarmSpecTaskDefaults",
    "SwarmSpecTaskDefaultsLogDriver",
    "SwarmUnlockKeyResponse",
    "SwarmUnlockRequest",
    "SystemDataUsageResponse",
    "SystemInfo",
    "SystemVersion",
    "SystemVersionComponent",
    "SystemVersionPlatform",
    "TLSInfo",
    "Task",
    "TaskSpec",
    "TaskSpecLogDriver",
    "TaskSpecRestartPolicy",
    "TaskStatus",
    "ThrottleDevice",
    "Topology",
    "TopologyRequirement",
    "Ulimit",
    "Volume",
    "VolumeAttachment",
    "VolumeCreateRequest",
    "VolumeListResponse",
    "VolumePruneResponse",
    "VolumeUpdateRequest",
    "VolumeUsageData",
    "VolumesDiskUsage",
]
