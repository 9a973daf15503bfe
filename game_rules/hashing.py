"""The hash of what a deck or a ruleset says, whatever file, order or spacing it was written in."""

import hashlib

import msgspec


def content_hash(content: object) -> str:
    """SHA-256 (64 hex digits) of the canonical form: JSON, UTF-8, sorted keys, no spaces, defaults written."""
    return hashlib.sha256(msgspec.json.encode(content, order="sorted")).hexdigest()
