"""Where the linkage runs: DuckDB on one machine, Spark for a country. Both are imported only when asked for."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext as _

from thidua.registry.identities.records import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERS: Final = frozenset(
    {"unique_id", "birth_year", "place", "area", "name_count", "oddest"}  # the other columns are texts
)


class Engine(StrEnum):
    """An engine that Splink speaks to."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class EngineMissing(RuntimeError):
    """The engine is not installed; the words say what to install."""


@contextmanager
def opened(engine: Engine) -> Iterator[Any]:
    """Yield Splink's database of the engine, closed at the end; raises EngineMissing."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    if engine is Engine.SPARK:
        with _spark() as database:
            yield database
        return
    import duckdb
    from splink.backends.duckdb import DuckDBAPI

    connection = duckdb.connect(":memory:")
    try:
        yield DuckDBAPI(connection)
    finally:
        connection.close()


@contextmanager
def _spark() -> Iterator[Any]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise EngineMissing(
            _("Spark is not installed. Install it with: pip install 'thidua[spark]' (and Java 17).")
        ) from missing
    import splink.backends.spark

    api: Any = splink.backends.spark.SparkAPI  # bare of types

    builder = SparkSession.builder.appName("thidua identities").config("spark.ui.enabled", "false")
    if not _is_submitted():
        builder = builder.master("local[*]").config("spark.sql.shuffle.partitions", "8")
    session = builder.config("spark.sql.execution.arrow.pyspark.enabled", "true").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield api(spark_session=session, register_udfs_automatically=False, break_lineage_method="persist")
    finally:
        session.stop()


def _is_submitted() -> bool:
    """Whether spark-submit started this process, and so says where the cluster is."""
    import os

    return "PYSPARK_GATEWAY_PORT" in os.environ


def table_of(columns: Columns) -> Any:
    """Return the columns as an Arrow table."""
    import pyarrow  # type: ignore[import-untyped]

    return pyarrow.table(
        {
            name: pyarrow.array(values, pyarrow.int64() if name in NUMBERS else pyarrow.string())
            for name, values in columns.items()
        }
    )
