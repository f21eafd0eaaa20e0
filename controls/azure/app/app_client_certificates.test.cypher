// fail: off, whatever the mode
CREATE (:AzureWebApp {
  is_function: false, client_certificates: false, client_certificate_mode: 'Required'
})

// fail: never switched on
CREATE (:AzureWebApp {is_function: false})

// fail: who has none is let in too
CREATE (:AzureWebApp {
  is_function: false, client_certificates: true, client_certificate_mode: 'Optional'
})

// pass: required
CREATE (:AzureWebApp {
  is_function: false, client_certificates: true, client_certificate_mode: 'Required'
})

// pass: on without a mode, which is required
CREATE (:AzureWebApp {is_function: false, client_certificates: true})

// pass: a Functions app
CREATE (:AzureWebApp {
  is_function: true, client_certificates: false, client_certificate_mode: 'Optional'
})
