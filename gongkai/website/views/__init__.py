"""Pages of the public site: anybody may read them."""
