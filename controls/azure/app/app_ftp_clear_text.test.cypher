// fail: FTP of any kind
CREATE (:AzureWebApp {ftps_state: 'AllAllowed'})

// fail: nothing is said, which once meant any
CREATE (:AzureWebApp)

// pass: encrypted only
CREATE (:AzureWebApp {ftps_state: 'FtpsOnly'})

// pass: none
CREATE (:AzureWebApp {ftps_state: 'Disabled'})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['ftps_state']})
