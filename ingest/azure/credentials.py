"""Find credentials by reference, and say whose they are.

A connector holds a tenant and, where there are several identities, the client id of the one to use.
The SDK's chain finds the rest: a service principal of the environment, a workload's or a managed
identity, a developer's own login.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import azure.core.exceptions
from azure.core.credentials import TokenCredential
from azure.identity import DefaultAzureCredential

from ingest.azure.endpoints import Endpoints
from ingest.refusal import CredentialsRefused

LOGIN = (
    "check the environment's AZURE_* variables, the managed identity, or sign in with `az login`"
)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reference:
    """How a connector's credentials are found; never the credentials themselves."""

    tenant: str | None = None
    client_id: str | None = None

    def to_dict(self) -> dict[str, str]:
        """Return what is set."""
        return {k: v for k, v in dataclasses.asdict(self).items() if v}

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> Reference:
        """Read what `to_dict` gave."""
        return cls(**kept)


def open_credential(reference: Reference, endpoints: Endpoints) -> DefaultAzureCredential:
    """Return the SDK's chain of credentials; nothing is asked yet."""
    chosen = (
        {
            "managed_identity_client_id": reference.client_id,
            "workload_identity_client_id": reference.client_id,
        }
        if reference.client_id
        else {}
    )
    return DefaultAzureCredential(
        exclude_interactive_browser_credential=True,
        exclude_broker_credential=True,
        disable_instance_discovery=endpoints.is_private,
        **chosen,
    )


def check(credential: TokenCredential, endpoints: Endpoints) -> None:
    """Ask for a token. Raises CredentialsRefused with what Azure said."""
    try:
        credential.get_token(endpoints.arm_scope)
    except azure.core.exceptions.ClientAuthenticationError as error:
        said = (error.message or "").strip().splitlines()
        raise CredentialsRefused(
            f"no usable Azure credentials: {said[0] if said else 'refused'}; {LOGIN}"
        ) from None
    except azure.core.exceptions.AzureError as error:
        raise CredentialsRefused(
            f"nothing that answers like Azure's sign-in ({type(error).__name__}): check the "
            "network, the proxy and AZURE_AUTHORITY_HOST"
        ) from None
