"""What moved between then and now: saved spans against the texts, one version against another, one run against the
next."""
