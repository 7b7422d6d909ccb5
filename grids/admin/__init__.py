from grids.admin import bodies, places, postings, texts

__all__ = ["bodies", "places", "postings", "texts"]
