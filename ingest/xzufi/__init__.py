"""Reads XZuFi, the German exchange format for administrative services, into documents."""

from ingest.xzufi.inputs import FileInput, FolderInput, PvogInput, UrlInput, XzufiInput
from ingest.xzufi.options import Mode, Options
from ingest.xzufi.report import TransferReport
from ingest.xzufi.transfer import Change, Delete, Transfer, Write, read_transfer

__all__ = [
    "Change",
    "Delete",
    "FileInput",
    "FolderInput",
    "Mode",
    "Options",
    "PvogInput",
    "Transfer",
    "TransferReport",
    "UrlInput",
    "Write",
    "XzufiInput",
    "read_transfer",
]
