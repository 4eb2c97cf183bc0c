"""Numbers as text: halves go up, as in the spreadsheets that readers check with."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foip_analysis.words.numerals import fixed, percent, plain


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (0.25, 1, "0.3"),
        (0.35, 1, "0.4"),
        (1.005, 2, "1.01"),
        (1234.5, 0, "1,235"),
        (0, 1, "0.0"),
    ],
)
def test_halves_go_up(value, places, text):
    assert fixed(value, places) == text


@given(st.integers(0, 10**6), st.integers(0, 3))
def test_every_decimal_number_is_rounded_as_by_hand(thousandths, places):
    by_hand = (Decimal(thousandths) / 1000).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert fixed(thousandths / 1000, places) == f"{by_hand:,}"


def test_a_share_of_whole_numbers_is_a_percentage():
    for base in range(1, 200):
        for part in range(base + 1):
            assert (
                percent(part / base)
                == f"{(Decimal(100 * part) / base).quantize(Decimal(1), ROUND_HALF_UP)}%"
            )


def test_the_dust_of_adding_is_no_decimal():
    assert [plain(value) for value in (0.1 * 3 * 10 / 3, 2.9999999999, 2.25, 0.04)] == [
        "1",
        "3",
        "2.3",
        "0.0",
    ]
