"""What the register says of communes, shares and time.

communes.py   which present communes hold awards, of their own or inherited
tiles.py tiles.yaml   where the tile of a commune stands on the map of its province
"""

from thidua.registry.statistics.communes import CommuneAwards, CommuneCount, communes_with_awards
from thidua.registry.statistics.tiles import Placed, tiles

__all__ = ["CommuneAwards", "CommuneCount", "Placed", "communes_with_awards", "tiles"]
