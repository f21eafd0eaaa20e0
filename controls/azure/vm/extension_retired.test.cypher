// fail: the old agent
CREATE (:AzureVirtualMachineExtension {type: 'OmsAgentForLinux'})

// pass: the one that followed it
CREATE (:AzureVirtualMachineExtension {type: 'AzureMonitorLinuxAgent'})
