/*---
title: Scale sets stand behind a load balancer
resource: AzureScaleSet
severity: low
policy: azure-compute-hardening
also: {prowler: [vm_scaleset_associated_with_load_balancer]}
why: >-
  Machines that come and go are of use only to those who find the ones that are there and well.
fix:
  console: >-
    Virtual machine scale sets > {name} > Networking > Load balancing > Add load balancing > choose
    a load balancer and a pool > Save.
  cli: |
    az vmss update --resource-group {resource_group} --name {name} --set \
      "virtualMachineProfile.networkProfile.networkInterfaceConfigurations[0].ipConfigurations[0]\
    .loadBalancerBackendAddressPools=[{\"id\":\"${POOL:?id of a backend pool}\"}]"
    az vmss update-instances --resource-group {resource_group} --name {name} --instance-ids '*'
  terraform: |
    resource "azurerm_linux_virtual_machine_scale_set" "this" {
      name = "{name}"
      network_interface {
        name    = "primary"
        primary = true
        ip_configuration {
          name                                   = "internal"
          primary                                = true
          subnet_id                              = var.subnet_id
          load_balancer_backend_address_pool_ids = [azurerm_lb_backend_address_pool.this.id]
        }
      }
    }
---*/
MATCH (scale_set:AzureScaleSet)
WHERE NOT EXISTS { (scale_set)<-[:ROUTES_TO]-(:Resource) }
RETURN scale_set AS resource, {expected: 'a load balancer', actual: 'none'} AS evidence
