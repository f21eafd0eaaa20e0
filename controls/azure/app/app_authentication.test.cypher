// fail: off
CREATE (:AzureWebApp {is_function: false, authentication: false})

// fail: never switched on
CREATE (:AzureWebApp {is_function: false})

// pass: on
CREATE (:AzureWebApp {is_function: false, authentication: true})

// pass: a Functions app, which has keys
CREATE (:AzureWebApp {is_function: true, authentication: false})

// unread: its configuration
CREATE (:AzureWebApp {is_function: false, unread: ['authentication']})
