from grids.models.body import Body, Category, Competence
from grids.models.place import Building, Estate, Residence, Venue
from grids.models.posting import Posting

__all__ = ["Body", "Building", "Category", "Competence", "Estate", "Posting", "Residence", "Venue"]
