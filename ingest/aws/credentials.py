"""Find credentials by reference, and say whose they are.

A connector holds no credentials: a profile's name, or a role and its external id. The SDK's own
chain resolves them, and an assumed role's are refreshed before they expire.
"""

from __future__ import annotations

import dataclasses
import functools
import gzip
import os
from collections.abc import Mapping
from typing import Any

import boto3
import botocore.config
import botocore.credentials
import botocore.exceptions
import botocore.loaders
import botocore.session
import orjson

from ingest.refusal import CredentialsRefused

HOME_REGION = {"aws": "us-east-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}
CONNECT_SECONDS, READ_SECONDS = 5, 15
LOGIN = "check the profile, the environment's AWS_* variables, or sign in again"


class EndpointSilent(CredentialsRefused):
    """Nothing answers where AWS should: the message names the address."""


class UnknownRegion(ValueError):
    """A region that the partition does not have; the message names it and those there are."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Reference:
    """How a connector's credentials are found; never the credentials themselves."""

    profile: str | None = None
    role_arn: str | None = None
    external_id: str | None = None
    endpoint_url: str | None = None

    def to_dict(self) -> dict[str, str]:
        """Return what is set."""
        return {k: v for k, v in dataclasses.asdict(self).items() if v}

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> Reference:
        """Read what `to_dict` gave."""
        return cls(**kept)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Identity:
    """Whose credentials they are."""

    account: str
    partition: str
    arn: str


def open_session(reference: Reference) -> boto3.Session:
    """Return a session. Raises CredentialsRefused when the profile is not known."""
    try:
        core = botocore.session.get_session()
        core.register_component("data_loader", _models())
        session = boto3.Session(botocore_session=core, profile_name=reference.profile)
        core.get_scoped_config()  # names a profile that is not there
    except botocore.exceptions.ProfileNotFound:
        known = ", ".join(botocore.session.Session().available_profiles) or "none"
        raise CredentialsRefused(
            f"no AWS profile is called {reference.profile!r}; there are: {known}"
        ) from None
    return _assumed(session, reference) if reference.role_arn else session


def identify(session: boto3.Session, reference: Reference) -> Identity:
    """Ask AWS whose the credentials are.

    Raises CredentialsRefused with what AWS said, EndpointSilent when nothing answers.
    """
    region = session.region_name or HOME_REGION["aws"]
    try:
        client = session.client(
            "sts", region_name=region, endpoint_url=reference.endpoint_url, config=_quick()
        )
        said = client.get_caller_identity()
    except botocore.exceptions.ClientError as error:
        about = error.response.get("Error", {})
        whom = f"the role {reference.role_arn}" if reference.role_arn else "the credentials"
        raise CredentialsRefused(
            f"AWS refuses {whom}: {about.get('Code')}: {about.get('Message')}; {LOGIN}"
        ) from None
    except (botocore.exceptions.HTTPClientError, botocore.exceptions.ConnectionError) as error:
        where = getattr(error, "kwargs", {}).get("endpoint_url") or reference.endpoint_url
        raise EndpointSilent(
            f"nothing answers at {where} within {CONNECT_SECONDS} s: check the network, the proxy "
            "and AWS_ENDPOINT_URL"
        ) from None
    except (botocore.exceptions.BotoCoreError, ValueError) as error:
        raise CredentialsRefused(f"no usable AWS credentials: {error}; {LOGIN}") from None
    except Exception as error:  # noqa: BLE001 - the SDK's parsers raise anything on a malformed body
        where = reference.endpoint_url or "AWS's address"
        raise CredentialsRefused(
            f"what answers at {where} is not AWS ({type(error).__name__}): check the network, the "
            "proxy and AWS_ENDPOINT_URL"
        ) from None
    return Identity(account=said["Account"], partition=said["Arn"].split(":")[1], arn=said["Arn"])


def check_regions(session: boto3.Session, partition: str, regions: tuple[str, ...]) -> None:
    """Raise UnknownRegion for a region that the partition does not have."""
    known = session.get_available_regions("ec2", partition_name=partition)
    for region in regions:
        if region not in known:
            raise UnknownRegion(
                f"{partition} has no region {region!r}; it has: {', '.join(sorted(known))}"
            )


class _Terse(botocore.loaders.JSONFileLoader):  # type: ignore[misc] # the SDK ships no types
    """Reads the services' models without their documentation, which is most of them."""

    def load_file(self, file_path: str) -> Any:
        """Return what a file holds, or None where there is none."""
        for path, opened in ((f"{file_path}.json.gz", gzip.open), (f"{file_path}.json", open)):
            if os.path.isfile(path):  # noqa: PTH113 - some thousand look-ups
                with opened(path, "rb") as file:
                    return _terse(orjson.loads(file.read()))
        return None


def _terse(model: Any) -> Any:
    for shape in (*model.get("shapes", {}).values(), *model.get("operations", {}).values()):
        shape.pop("documentation", None)
        for member in shape.get("members", {}).values():
            member.pop("documentation", None)
    return model


@functools.cache
def _models() -> botocore.loaders.Loader:
    """Return the one loader of all sessions: reading the services' models is most of a client."""
    search = botocore.session.get_session().get_component("data_loader").search_paths
    return botocore.loaders.Loader(extra_search_paths=search, file_loader=_Terse())


def _quick() -> botocore.config.Config:
    return botocore.config.Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": 2},
    )


def _assumed(session: boto3.Session, reference: Reference) -> boto3.Session:
    """Return a session of the role; its credentials are fetched at first use, then refreshed."""
    source = session._session  # noqa: SLF001 - refreshable credentials need botocore's session
    extra: dict[str, Any] = {"RoleSessionName": "cirrograph"}
    if reference.external_id:
        extra["ExternalId"] = reference.external_id

    def client(name: str, **given: Any) -> Any:
        given["config"] = _quick()
        given.setdefault("region_name", session.region_name or HOME_REGION["aws"])
        return source.create_client(name, endpoint_url=reference.endpoint_url, **given)

    found = source.get_credentials()
    if found is None:
        raise CredentialsRefused(f"no AWS credentials to assume {reference.role_arn} with; {LOGIN}")
    fetcher = botocore.credentials.AssumeRoleCredentialFetcher(
        client_creator=client, source_credentials=found, role_arn=reference.role_arn,
        extra_args=extra,
    )  # fmt: skip
    inner = botocore.session.Session()
    inner._credentials = botocore.credentials.DeferredRefreshableCredentials(  # noqa: SLF001 - botocore's own way to give a session credentials that refresh
        method="assume-role", refresh_using=fetcher.fetch_credentials
    )
    return boto3.Session(botocore_session=inner, region_name=session.region_name)
