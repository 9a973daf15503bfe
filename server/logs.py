"""Logs as JSON lines on standard error. Tokens, words and names are never given to a logger."""

import logging
import sys

import structlog

LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


def _without_frames(record: logging.LogRecord) -> bool:
    """uvicorn at `debug` writes every frame, tokens and words included; bad UTF-8 it meets with a traceback."""
    if "Invalid UTF-8" in str(record.msg):
        record.exc_info = None
    return record.levelno > logging.DEBUG


def configure_logs(level: str) -> None:
    """One JSON object a line; control characters in values are escaped by JSON itself."""
    logging.getLogger("uvicorn.error").addFilter(_without_frames)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
