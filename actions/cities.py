"""Cities that people know, for their time zones. They ship with the product; nothing is asked of anybody."""

from data.cities import City, find

__all__ = ["City", "find"]
