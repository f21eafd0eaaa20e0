"""App Service and Functions apps, with what only App Service says of their configuration.

The configuration is asked of Azure Resource Manager, app by app, although Resource Graph has a
table for it: an app without a row there could not be told from one without the setting, and
whoever may not read it loses these fields and no others.

Left out: application settings and connection strings, which only a POST tells and which are secret;
deployment slots, which stay resources without a type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.azure.app_settings import lets_everyone_in, runtime
from ingest.azure.child import Child
from ingest.azure.managed import AzureManaged, acts_as, common, flag, identity_refs, ref, refs
from ingest.internet.host_name import host_refs
from ingest.items import Answer, Item, dig
from ingest.model import Json, Records, Ref, edge, prop

if TYPE_CHECKING:
    from ingest.azure.app_service_plan import AzureAppServicePlan
    from ingest.azure.client import Azure
    from ingest.azure.entra_service_principal import EntraServicePrincipal
    from ingest.azure.managed_identity import AzureManagedIdentity
    from ingest.azure.private_endpoint import AzurePrivateEndpoint
    from ingest.azure.subnet import AzureSubnet
    from ingest.internet.host_name import HostName

CONFIG = "Microsoft.Web/sites/config/read"
PUBLISHING = "Microsoft.Web/sites/basicPublishingCredentialsPolicies/read"
VERSION = "2023-12-01"
SIGNED_OUT = "properties.globalValidation.unauthenticatedClientAction"


class AzureWebApp(
    AzureManaged,
    service="Resources",
    native="microsoft.web/sites",
    lists="Microsoft.Web/sites/read",
    redact=(
        "properties.siteConfig.appSettings",
        "properties.siteConfig.connectionStrings",
        "properties.siteConfig.azureStorageAccounts",
        "web.properties.appSettings",
        "web.properties.connectionStrings",
        "web.properties.azureStorageAccounts",
    ),
):
    """An App Service or Functions app."""

    kind: str | None = prop("`app`, `app,linux`, `functionapp`, `functionapp,linux`, ...")
    is_function: bool = prop("It is a Functions app, or a workflow of Logic Apps.")
    state: str | None = prop("`Running` or `Stopped`.")
    host: str | None = prop("Its own host name: `shop.azurewebsites.net`.", indexed=True)
    hosts: list[str] = prop("All host names that it answers to.")
    https_only: bool | None = prop("Requests in clear text are sent on to HTTPS.")
    client_certificates: bool | None = prop("It asks for client certificates.")
    client_certificate_mode: str | None = prop("`Required`, `Optional`, `OptionalInteractiveUser`.")
    public_network_access: str | None = prop("`Enabled`, `Disabled`; null where it is not said.")
    routes_all_traffic: bool | None = prop("All that it sends goes by way of its subnet.")
    minimum_tls_version: str | None = prop("Lowest TLS that is taken: `1.2`.", reads=CONFIG)
    deployment_minimum_tls_version: str | None = prop(
        "Lowest TLS that is taken where it is deployed.", reads=CONFIG
    )
    ftps_state: str | None = prop("`AllAllowed`, `FtpsOnly`, `Disabled`.", reads=CONFIG)
    http2: bool | None = prop("HTTP/2 is spoken.", reads=CONFIG)
    remote_debugging: bool | None = prop("A debugger can be attached from outside.", reads=CONFIG)
    always_on: bool | None = prop("It is kept loaded without requests.", reads=CONFIG)
    http_logging: bool | None = prop("Requests are logged to its own file system.", reads=CONFIG)
    health_check_path: str | None = prop("Path whose answer tells that it works.", reads=CONFIG)
    cors_origins: list[str] = prop("Sites whose scripts may read its answers.", reads=CONFIG)
    allows_any_address: bool | None = prop(
        "Its access rules let everyone in; null where it has none.", reads=CONFIG
    )
    runtime: str | None = prop(
        "Language that it is run by: `python`, `node`, `java`, `php`, `dotnetcore`, ...; null for "
        "an image, and on Windows for all but Java.",
        reads=CONFIG,
    )
    runtime_version: str | None = prop("Version of that: `3.12`.", reads=CONFIG)
    authentication: bool | None = prop("App Service signs people in before the app.", reads=CONFIG)
    signed_out_action: str | None = prop(
        "What whoever has not signed in gets: `RedirectToLoginPage`, `Return401`, "
        "`AllowAnonymous`, ...",
        reads=CONFIG,
    )
    basic_ftp: bool | None = prop("FTP takes a user name and a password.", reads=PUBLISHING)
    basic_deployment: bool | None = prop(
        "Deployment takes a user name and a password.", reads=PUBLISHING
    )
    host_names: list[Ref[HostName]] = edge("HAS_HOST_NAME", "Host names that it answers to.")
    plan: Ref[AzureAppServicePlan] | None = edge("RUNS_ON", "Plan whose machines it runs on.")
    subnet: Ref[AzureSubnet] | None = edge("IN_SUBNET", "Subnet through which it reaches out.")
    identities: list[Ref[AzureManagedIdentity]] = edge("HAS_IDENTITY", "Identities it acts with.")
    service_principal: Ref[EntraServicePrincipal] | None = edge(
        "ACTS_AS", "Service principal of its own identity."
    )
    private_endpoints: list[Ref[AzurePrivateEndpoint]] = edge(
        "HAS_PRIVATE_ENDPOINT", "Private endpoints that lead to it."
    )


CHILDREN = (
    Child("web", "/config/web", VERSION, CONFIG),
    Child("authsettingsV2", "/config/authsettingsV2", VERSION, CONFIG),
    Child("publishing", "/basicPublishingCredentialsPolicies", VERSION, PUBLISHING, listed=True),
)


def fetch(azure: Azure) -> Records[AzureWebApp]:
    """Yield the subscription's apps."""
    return azure.records(read, azure.rows(), CHILDREN)


def read(azure: Azure, item: Item) -> AzureWebApp:  # noqa: ARG001 - every `read` takes both
    """Make the record of one app."""
    said: Json = item.get("properties") or {}
    web, login = item.part("web"), item.part("authsettingsV2")
    publishing = item.part("publishing")
    kind = item.get("kind") or None
    return AzureWebApp(
        **common(item),
        kind=kind,
        is_function="functionapp" in (kind or "").lower(),
        state=said.get("state"),
        host=said.get("defaultHostName"),
        hosts=said.get("hostNames") or [],
        host_names=host_refs([said.get("defaultHostName"), *(said.get("hostNames") or [])]),
        https_only=flag(said.get("httpsOnly")),
        client_certificates=flag(said.get("clientCertEnabled")),
        client_certificate_mode=said.get("clientCertMode"),
        public_network_access=said.get("publicNetworkAccess") or None,
        routes_all_traffic=flag(said.get("vnetRouteAllEnabled")),
        minimum_tls_version=web.get("properties.minTlsVersion"),
        deployment_minimum_tls_version=web.get("properties.scmMinTlsVersion"),
        ftps_state=web.get("properties.ftpsState"),
        http2=_switch(web, "http20Enabled"),
        remote_debugging=_switch(web, "remoteDebuggingEnabled"),
        always_on=_switch(web, "alwaysOn"),
        http_logging=_switch(web, "httpLoggingEnabled"),
        health_check_path=web.read(lambda a: dig(a, "properties.healthCheckPath") or None),
        cors_origins=web.get("properties.cors.allowedOrigins", []),
        allows_any_address=web.read(lets_everyone_in),
        runtime=web.read(lambda a: runtime(a)[0]),
        runtime_version=web.read(lambda a: runtime(a)[1]),
        authentication=login.read(lambda a: flag(dig(a, "properties.platform.enabled"))),
        signed_out_action=login.get(SIGNED_OUT),
        basic_ftp=publishing.read(lambda a: _takes_passwords(a, "ftp")),
        basic_deployment=publishing.read(lambda a: _takes_passwords(a, "scm")),
        plan=ref(said.get("serverFarmId")),
        subnet=ref(said.get("virtualNetworkSubnetId")),
        identities=identity_refs(item),
        service_principal=acts_as(item),
        private_endpoints=refs(
            said.get("privateEndpointConnections"), "properties.privateEndpoint.id"
        ),
    )


def _switch(answer: Answer, name: str) -> bool | None:
    return answer.read(lambda a: flag(dig(a, f"properties.{name}")))


def _takes_passwords(answer: Json, where: str) -> bool | None:
    """Return whether publishing to a place takes basic credentials, None where it is not said."""
    for policy in answer.get("value") or ():
        if str(policy.get("name") or "").lower().rsplit("/", 1)[-1] == where:
            return flag(dig(policy, "properties.allow"))
    return None
