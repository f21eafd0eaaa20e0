// Azure rules that let in everybody, and the machines behind them
MATCH p = (rule:AzureSecurityRule {access: 'Allow', direction: 'Inbound'})
  <-[:HAS_RULE]-(:AzureNetworkSecurityGroup)
  <-[:PROTECTED_BY]-(:AzureNetworkInterface)-[:ATTACHED_TO]->(:AzureVirtualMachine)
WHERE size(rule.from_anywhere) > 0
RETURN p LIMIT 50
