/*---
title: The proxy of an external key store is not reached over the internet
resource: AwsKmsCustomKeyStore
severity: medium
policy: aws-key-management
why: >-
  The proxy unwraps every data key. On the internet anybody can knock at it, and whoever keeps it
  from answering stops all that its keys encrypt.
fix:
  console: >-
    In KMS in {region}, Custom key stores, {name}, Disconnect, Edit, Proxy connectivity, VPC
    endpoint service, then Connect.
  cli: |
    aws kms disconnect-custom-key-store --region {region} --custom-key-store-id {id}
    aws kms update-custom-key-store --region {region} --custom-key-store-id {id} \
      --xks-proxy-connectivity VPC_ENDPOINT_SERVICE \
      --xks-proxy-uri-endpoint "${URI:?private name of the proxy, https://...}" \
      --xks-proxy-vpc-endpoint-service-name "${SERVICE:?name of the endpoint service}"
    aws kms connect-custom-key-store --region {region} --custom-key-store-id {id}
  terraform: |
    resource "aws_vpc_endpoint_service" "proxy" {
      acceptance_required        = false
      network_load_balancer_arns = [aws_lb.proxy.arn]
      allowed_principals         = ["cks.kms.{region}.amazonaws.com"]
      private_dns_name           = var.proxy_name
    }
---*/
MATCH (store:AwsKmsCustomKeyStore)
WHERE store.proxy_connectivity = 'PUBLIC_ENDPOINT'
RETURN store AS resource, {reached_at: store.proxy_address} AS evidence
