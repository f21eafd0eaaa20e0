// fail: the last one that has ended
CREATE (:AzureWebApp {runtime: 'php', runtime_version: '8.1'})

// fail: one of long ago
CREATE (:AzureWebApp {runtime: 'php', runtime_version: '7.4'})

// pass: the oldest that is mended
CREATE (:AzureWebApp {runtime: 'php', runtime_version: '8.2'})

// pass: another language
CREATE (:AzureWebApp {runtime: 'python', runtime_version: '3.12'})

// unread: its configuration
CREATE (:AzureWebApp {unread: ['runtime', 'runtime_version']})
