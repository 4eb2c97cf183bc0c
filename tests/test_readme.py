"""The README shows what runs: its examples are doctests, its commands and links exist."""

import doctest
import re
from pathlib import Path

import foip_analysis as foip

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_give_what_they_show():
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried > 4
    assert failed == 0


def test_every_make_target_and_every_link_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`?make ([a-z]+)\b(?= |`)", TEXT)) <= targets
    for link in re.findall(r"\]\(([^)#:]+)\)", TEXT):
        assert (ROOT / link).exists(), link


def test_every_name_exists():
    for name in re.findall(r"foip\.(\w+)\(", TEXT):
        assert name in foip.__all__, name


def test_it_fits_on_two_screens():
    assert len(TEXT.split("\n")) <= 90
