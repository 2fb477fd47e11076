"""Rows of the law book."""

from thidua.lawbook.models.board_setting import BoardSetting
from thidua.lawbook.models.local_regulation import LocalRegulation
from thidua.lawbook.models.provision_check import ProvisionCheck
from thidua.lawbook.models.stamp import BookStamp

__all__ = ["BoardSetting", "BookStamp", "LocalRegulation", "ProvisionCheck"]
