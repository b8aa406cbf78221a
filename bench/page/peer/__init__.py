"""The peer: a Wagtail site as its tutorial builds one, with a home page, a report page of blocks, and notices."""
