"""Find credentials by reference, and say whose they are.

A connector holds at most the path of a credentials file, the e-mail of a service account to act
as, and the project that calls are counted on. Google's own chain finds the rest (Application
Default Credentials): a file that the environment names, a workload's or a machine's identity, a
developer's own login.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Mapping
from typing import Any

import google.auth
import google.auth.exceptions
from google.auth import impersonated_credentials
from google.auth.credentials import Credentials

from ingest.refusal import CredentialsRefused

SCOPE = "https://www.googleapis.com/auth/cloud-platform"
LOGIN = (
    "check GOOGLE_APPLICATION_CREDENTIALS and the workload's service account, or sign in with "
    "`gcloud auth application-default login`"
)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reference:
    """How a connector's credentials are found; never the credentials themselves.

    credentials_file: path of a file of credentials where the worker runs.
    impersonate: e-mail of the service account to act as.
    quota_project: project that calls are counted on, where that is not the credentials' own.
    """

    credentials_file: str | None = None
    impersonate: str | None = None
    quota_project: str | None = None

    def to_dict(self) -> dict[str, str]:
        """Return what is set."""
        return {k: v for k, v in dataclasses.asdict(self).items() if v}

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> Reference:
        """Read what `to_dict` gave."""
        return cls(**kept)


def open_credentials(reference: Reference) -> Credentials:
    """Return the credentials that a reference leads to. Raises CredentialsRefused."""
    try:
        found = _found(reference)
    except (google.auth.exceptions.GoogleAuthError, OSError, ValueError) as error:
        said = str(error).strip().splitlines()
        raise CredentialsRefused(
            f"no usable Google credentials: {said[0] if said else type(error).__name__}; {LOGIN}"
        ) from None
    if not reference.impersonate:
        return found
    return impersonated_credentials.Credentials(
        source_credentials=found, target_principal=reference.impersonate, target_scopes=[SCOPE],
        quota_project_id=reference.quota_project,
    )  # type: ignore[no-untyped-call] # google-auth says no types here # fmt: skip


def principal(credentials: Credentials) -> str | None:
    """Return the e-mail of whose credentials they are, None where only Google knows."""
    email = getattr(credentials, "service_account_email", None)
    return email if isinstance(email, str) and "@" in email else None


def _found(reference: Reference) -> Credentials:
    wanted: dict[str, Any] = {"scopes": [SCOPE], "quota_project_id": reference.quota_project}
    if not reference.credentials_file:
        return google.auth.default(**wanted)[0]
    with warnings.catch_warnings():
        # It warns of files that strangers hand in; this one is named by who runs the product.
        warnings.simplefilter("ignore", DeprecationWarning)
        return google.auth.load_credentials_from_file(  # type: ignore[no-untyped-call,no-any-return] # google-auth says no types here
            reference.credentials_file, **wanted
        )[0]
