"""nbval compares every output of a notebook but its pictures; here the pictures are compared too.

Two pictures are the same if, blurred a little, no pixel differs much: another system's rendering of
the same chart passes, a longer bar or a missing glyph does not.
"""

import base64
import io

import numpy as np
from nbval.plugin import IPyNbCell
from PIL import Image, ImageFilter

BLUR = 2  # pixels
MOST = 40  # of 255: the largest difference that is only rendering


def pytest_itemcollected(item):
    if isinstance(item, IPyNbCell):
        compare = item.compare_outputs
        item.compare_outputs = lambda test, reference, **further: (
            compare(test, reference, **further) and pictures_agree(item, test, reference)
        )


def pictures_agree(item, test, reference) -> bool:
    """Whether a cell's new pictures are the stored ones; says where nbval prints what differs."""
    new, stored = pictures(test), pictures(reference)
    differs = (
        None
        if len(new) == len(stored)
        else f"{len(stored)} pictures are stored, {len(new)} came out"
    )
    for number, pair in enumerate(zip(stored, new, strict=False), 1):
        differs = differs or difference(*pair, number)
    if differs:
        item.comparison_traceback = [differs]
    return not differs


def pictures(outputs) -> list[str]:
    """Return the PNGs of a cell's outputs, in base64."""
    return [
        output["data"]["image/png"] for output in outputs if "image/png" in output.get("data", {})
    ]


def difference(stored: str, new: str, number: int) -> str | None:
    """Say how a picture differs from the stored one, or return None."""
    first, second = (
        Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB") for data in (stored, new)
    )
    if first.size != second.size:
        sizes = [f"{size[0]} × {size[1]}" for size in (second.size, first.size)]
        return f"picture {number} is {sizes[0]} pixels, the stored one {sizes[1]}"
    soft = [
        np.asarray(picture.filter(ImageFilter.GaussianBlur(BLUR)), np.int16)
        for picture in (first, second)
    ]
    apart = np.abs(soft[0] - soft[1]).max(axis=2)
    if apart.max() <= MOST:
        return None
    y, x = np.unravel_index(apart.argmax(), apart.shape)
    most = f"most at x = {x}, y = {y} (by {apart.max()} of 255)"
    return f"picture {number} differs from the stored one, {most}"
