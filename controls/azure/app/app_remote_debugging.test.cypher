// fail: on
CREATE (:AzureWebApp {remote_debugging: true})

// pass: off
CREATE (:AzureWebApp {remote_debugging: false})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['remote_debugging']})
