"""Amazon Web Services: one file a resource type, each read through `ingest.aws.client`."""
