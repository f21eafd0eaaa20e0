/*---
title: Load balancers are not of the basic tier
resource: AzureLoadBalancer
severity: medium
policy: azure-network-exposure
why: >-
  What stands behind a basic load balancer is open unless a security group says otherwise; behind a
  standard one it is the other way round. Azure has retired the basic tier.
fix:
  console: >-
    Load balancers > Create > SKU: Standard > frontends, backends and rules as {name} has them; then
    move the machines over and delete {name}.
  cli: >-
    pwsh -Command "Install-Module AzureBasicLoadBalancerUpgrade -Scope CurrentUser -Force;
    Start-AzBasicLoadBalancerUpgrade -ResourceGroupName {resource_group}
    -BasicLoadBalancerName {name}"
  terraform: |
    resource "azurerm_lb" "this" {
      # ...
      sku = "Standard"
    }
---*/
MATCH (balancer:AzureLoadBalancer)
WHERE coalesce(balancer.sku, 'Basic') = 'Basic'
RETURN balancer AS resource, {expected: 'Standard', actual: balancer.sku} AS evidence
