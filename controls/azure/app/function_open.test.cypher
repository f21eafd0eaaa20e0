// fail: open to every address
CREATE (:AzureWebApp {
  is_function: true, public_network_access: 'Enabled', allows_any_address: true
})

// fail: it was never closed
CREATE (:AzureWebApp {is_function: true, allows_any_address: true})

// fail: it has no rules
CREATE (:AzureWebApp {is_function: true, public_network_access: 'Enabled'})

// pass: by private endpoints only
CREATE (:AzureWebApp {
  is_function: true, public_network_access: 'Disabled', allows_any_address: true
})

// pass: for known addresses
CREATE (:AzureWebApp {
  is_function: true, public_network_access: 'Enabled', allows_any_address: false
})

// pass: a web app
CREATE (:AzureWebApp {
  is_function: false, public_network_access: 'Enabled', allows_any_address: true
})

// unread: its rules
CREATE (:AzureWebApp {
  is_function: true, public_network_access: 'Enabled', unread: ['allows_any_address']
})
