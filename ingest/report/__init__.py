"""The report of an update: what it holds (model), how it is kept (keeping) and said in German (summary)."""

from ingest.report.keeping import last_report, read_report, run_name, run_names, write_report
from ingest.report.model import Duplicate, Problem, Report, SourceReport
from ingest.report.summary import summary

__all__ = [
    "Duplicate",
    "Problem",
    "Report",
    "SourceReport",
    "last_report",
    "read_report",
    "run_name",
    "run_names",
    "summary",
    "write_report",
]
