// fail: every site
CREATE (:AzureWebApp {cors_origins: ['https://shop.example', '*']})

// pass: one site
CREATE (:AzureWebApp {cors_origins: ['https://shop.example']})

// pass: none
CREATE (:AzureWebApp {cors_origins: []})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['cors_origins']})
