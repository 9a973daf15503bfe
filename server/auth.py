"""Tokens and join codes: how they are made, and what of them is stored."""

import hashlib
import secrets

CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""31 letters and digits that nobody mistakes for one another: no 0 O 1 I L."""
CODE_LENGTH = 6
TOKEN_BYTES = 16


def new_token() -> str:
    """128 random bits as 22 URL-safe characters: a secret for its holder, or an id that nobody guesses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """The only form in which a token is stored: SHA-256, 64 hex digits.

    No salt and no stretching: 128 random bits cannot be searched. Any text is fine, half surrogates too.
    """
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def new_code() -> str:
    """A random join code, one of 887 million."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def normalise_code(typed: str) -> str:
    """What was typed as the code it means: upper case, without spaces and dashes."""
    return "".join(letter for letter in typed.upper() if not letter.isspace() and letter not in "-‐‑‒–—")
