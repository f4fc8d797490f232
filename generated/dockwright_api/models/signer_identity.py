# Written by `python -m codegen build`; not edited by hand.
# Corrections and names go to spec/overlay, the look of such files to codegen/templates.
"""``SignerIdentity``."""

from typing import Annotated

from pydantic import Field

from ..base import Model


class SignerIdentity(Model):
    """What a signing certificate of Sigstore tells of the signer. Most of it is filled only for builds in a hosted
    service, such as GitHub Actions. Since API 1.53."""

    certificate_issuer: Annotated[str | None, Field(alias="CertificateIssuer")] = None
    """Distinguished name of the authority that issued the certificate. Since API 1.53."""
    subject_alternative_name: Annotated[str | None, Field(alias="SubjectAlternativeName")] = None
    """Whom the certificate is for, such as a mail address or the URI of a workflow. Since API 1.53."""
    issuer: Annotated[str | None, Field(alias="Issuer")] = None
    """URL of the OpenID Connect provider that vouched for the signer. Since API 1.53."""
    build_signer_uri: Annotated[str | None, Field(alias="BuildSignerURI")] = None
    """Build instructions that did the signing, such as a workflow file with its version. Since API 1.53."""
    build_signer_digest: Annotated[str | None, Field(alias="BuildSignerDigest")] = None
    """Exact version of the build instructions that did the signing, such as a commit. Since API 1.53."""
    runner_environment: Annotated[str | None, Field(alias="RunnerEnvironment")] = None
    """Where the build ran, such as `github-hosted` or `self-hosted`. Since API 1.53."""
    source_repository_uri: Annotated[str | None, Field(alias="SourceRepositoryURI")] = None
    """URL of the repository with the source of the build. Since API 1.53."""
    source_repository_digest: Annotated[str | None, Field(alias="SourceRepositoryDigest")] = None
    """Exact version of the source, such as a commit. Since API 1.53."""
    source_repository_ref: Annotated[str | None, Field(alias="SourceRepositoryRef")] = None
    """Branch or tag of the source, such as `refs/heads/main`. Since API 1.53."""
    source_repository_identifier: Annotated[str | None, Field(alias="SourceRepositoryIdentifier")] = None
    """Id of the source repository at its host, which stays when it is renamed. Since API 1.53."""
    source_repository_owner_uri: Annotated[str | None, Field(alias="SourceRepositoryOwnerURI")] = None
    """URL of the account that owns the source repository. Since API 1.53."""
    source_repository_owner_identifier: Annotated[str | None, Field(alias="SourceRepositoryOwnerIdentifier")] = None
    """Id of that account at the host, which stays when the account is renamed. Since API 1.53."""
    build_config_uri: Annotated[str | None, Field(alias="BuildConfigURI")] = None
    """Build instructions at the top, which may call those that did the signing. Since API 1.53."""
    build_config_digest: Annotated[str | None, Field(alias="BuildConfigDigest")] = None
    """Exact version of the build instructions at the top, such as a commit. Since API 1.53."""
    build_trigger: Annotated[str | None, Field(alias="BuildTrigger")] = None
    """Event that began the build, such as `push`. Since API 1.53."""
    run_invocation_uri: Annotated[str | None, Field(alias="RunInvocationURI")] = None
    """URL of the single run of the build. Since API 1.53."""
    source_repository_visibility_at_signing: Annotated[
        str | None, Field(alias="SourceRepositoryVisibilityAtSigning")
    ] = None
    """Who could see the source repository at the time of signing, such as `public` or `private`. Since API 1.53."""
