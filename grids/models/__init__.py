from grids.models.batch import ImportBatch
from grids.models.body import Body, Category, Competence
from grids.models.place import Building, Estate, Residence, Venue
from grids.models.posting import Posting
from grids.models.proxies import Community, Department, District, Grid, Partner, Street
from grids.models.text import PublicText

__all__ = [
    "Body",
    "Building",
    "Category",
    "Community",
    "Competence",
    "Department",
    "District",
    "Estate",
    "Grid",
    "ImportBatch",
    "Partner",
    "Posting",
    "PublicText",
    "Residence",
    "Street",
    "Venue",
]
