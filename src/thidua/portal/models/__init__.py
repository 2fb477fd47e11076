"""Rows of the portal room."""

from thidua.portal.models.accepted_finding import AcceptedFinding
from thidua.portal.models.article import Article, NewsIndex
from thidua.portal.models.comment import Comment
from thidua.portal.models.correction import Correction
from thidua.portal.models.daily_views import CountedJournal, DailyViews
from thidua.portal.models.editorial_image import EditorialImage, EditorialRendition
from thidua.portal.models.front import Front
from thidua.portal.models.page import InformationPage
from thidua.portal.models.public_document import DocumentIndex, PublicDocument
from thidua.portal.models.published_figure import PublishedFigure
from thidua.portal.models.review_task import ReviewTask
from thidua.portal.models.topic import Topic

__all__ = [
    "AcceptedFinding",
    "Article",
    "Comment",
    "Correction",
    "CountedJournal",
    "DailyViews",
    "DocumentIndex",
    "EditorialImage",
    "EditorialRendition",
    "Front",
    "InformationPage",
    "NewsIndex",
    "PublicDocument",
    "PublishedFigure",
    "ReviewTask",
    "Topic",
]
