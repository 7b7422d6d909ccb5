from grids.admin import bodies, places, postings

__all__ = ["bodies", "places", "postings"]
