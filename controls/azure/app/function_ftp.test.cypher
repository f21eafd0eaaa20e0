// fail: encrypted FTP
CREATE (:AzureWebApp {is_function: true, ftps_state: 'FtpsOnly'})

// fail: nothing is said
CREATE (:AzureWebApp {is_function: true})

// pass: none
CREATE (:AzureWebApp {is_function: true, ftps_state: 'Disabled'})

// pass: a web app
CREATE (:AzureWebApp {is_function: false, ftps_state: 'FtpsOnly'})

// unread: its configuration
CREATE (:AzureWebApp {is_function: true, unread: ['ftps_state']})
