"""The plotly figure that ``explore`` returns: it shows itself, and nothing has to be set for it.

In a notebook it goes out as plotly's JSON alone, which JupyterLab draws: no script is fetched or
laid into the notebook, so that what is stored is small and the same each time. Where plotly found
another way to show its figures (Colab, a terminal), or was told one, that is the way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

import plotly.graph_objects as go
import plotly.io
from plotly.io.base_renderers import PlotlyRenderer

JSON = "plotly_mimetype"  # plotly's name for showing a figure as its JSON


def _as_json() -> bool:
    """Whether plotly shows figures as JSON, whatever else it lays beside."""
    return JSON in (plotly.io.renderers.default or "").split("+")


class Pointed(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A figure with what it is shown with (``CONFIG``, plotly's settings) wherever it is shown."""

    CONFIG: ClassVar[Mapping[str, object]] = {}

    def show(self, *arguments: Any, **options: Any) -> None:
        super().show(*arguments, **self._with_config(options))

    def to_html(self, *arguments: Any, **options: Any) -> str:
        return str(super().to_html(*arguments, **self._with_config(options)))

    def write_html(self, *arguments: Any, **options: Any) -> None:
        super().write_html(*arguments, **self._with_config(options))

    def _repr_mimebundle_(self, *arguments: Any, **options: Any) -> Any:
        if _as_json():
            # by plotly's JSON, whose null is what is no number: of NaN a kernel warns
            return PlotlyRenderer(config=dict(self.CONFIG)).to_mimebundle(
                json.loads(self.to_json())
            )
        return super()._repr_mimebundle_(*arguments, **self._with_config(options))

    def _ipython_display_(self) -> None:
        if _as_json():
            self.show(JSON)
        elif self.CONFIG:
            self.show()
        else:
            super()._ipython_display_()

    def _with_config(self, options: dict[str, Any]) -> dict[str, Any]:
        return options | {"config": {**self.CONFIG, **(options.get("config") or {})}}


class Wheeled(Pointed):
    """A figure that the wheel zooms."""

    CONFIG = {"scrollZoom": True}  # noqa: RUF012  # as the class above says
