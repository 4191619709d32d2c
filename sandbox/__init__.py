"""A local Discord: REST, gateway, people and a page, for an unmodified bot."""
