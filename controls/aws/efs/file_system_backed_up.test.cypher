// fail: no backups
CREATE (:AwsEfsFileSystem {is_backed_up: false})

// pass: every day
CREATE (:AwsEfsFileSystem {is_backed_up: true})

// unread: its backup policy could not be read
CREATE (:AwsEfsFileSystem {unread: ['is_backed_up']})
