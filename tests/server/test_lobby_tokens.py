"""Tokens are secrets of 128 bits; codes are easy to read out and to type."""

import pytest

from server.auth import CODE_ALPHABET, hash_token, new_code, new_token, normalise_code


def test_tokens_are_22_url_safe_characters_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(1000)}
    assert len(tokens) == 1000
    assert all(len(token) == 22 and token.replace("-", "a").replace("_", "a").isalnum() for token in tokens)


def test_a_hash_gives_nothing_of_its_token_away() -> None:
    token = new_token()
    assert hash_token(token) == hash_token(token) != hash_token(new_token())
    assert len(hash_token(token)) == 64
    assert token not in hash_token(token)


def test_anything_that_is_sent_as_a_token_can_be_hashed() -> None:
    assert len({hash_token(text) for text in ("", "\ud800", "é" * 10_000, "\x00")}) == 4


def test_codes_use_all_31_clear_letters_and_no_other() -> None:
    codes = [new_code() for _ in range(2000)]
    assert {len(code) for code in codes} == {6}
    assert set("".join(codes)) == set(CODE_ALPHABET)
    assert len(set(CODE_ALPHABET)) == 31
    assert not set(CODE_ALPHABET) & set("0O1IL")


@pytest.mark.parametrize("typed", ["abc234", " ABC 234\n", "abc-234", "a b c–2 3 4"])
def test_a_code_may_be_typed_in_any_way(typed: str) -> None:
    assert normalise_code(typed) == "ABC234"
