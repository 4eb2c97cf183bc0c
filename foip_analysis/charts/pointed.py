"""The plotly figure that ``explore`` returns: it shows itself, and nothing has to be set for it.

In a notebook it goes out as plotly's JSON, which JupyterLab draws, and as a picture of the chart
that ``plot`` draws, for where nothing can be pointed at: GitHub, a printed page. No script is
fetched or laid into the notebook, so that what is stored is the same each time. Where plotly found
another way to show its figures (Colab, a terminal), or was told one, that is the way.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
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
    _still: Callable[[], bytes] | None = None

    def beside(self, still: Callable[[], bytes]) -> None:
        """Take a way to a picture (PNG) for where a notebook cannot be pointed at."""
        self._still = still

    def show(self, *arguments: Any, **options: Any) -> None:
        super().show(*arguments, **self._with_config(options))

    def to_html(self, *arguments: Any, **options: Any) -> str:
        return str(super().to_html(*arguments, **self._with_config(options)))

    def write_html(self, *arguments: Any, **options: Any) -> None:
        super().write_html(*arguments, **self._with_config(options))

    def _repr_mimebundle_(self, *arguments: Any, **options: Any) -> Any:
        if _as_json():
            # by plotly's JSON, whose null is what is no number: of NaN a kernel warns
            bundle = PlotlyRenderer(config=dict(self.CONFIG)).to_mimebundle(
                json.loads(self.to_json())
            )
            picture = self._still and self._still()
            if picture:
                bundle["image/png"] = base64.b64encode(picture).decode()
            return bundle
        return super()._repr_mimebundle_(*arguments, **self._with_config(options))

    def _ipython_display_(self) -> None:
        if _as_json():
            from IPython.display import display

            display(self._repr_mimebundle_(), raw=True)  # type: ignore[no-untyped-call]
        elif self.CONFIG:
            self.show()
        else:
            super()._ipython_display_()

    def _with_config(self, options: dict[str, Any]) -> dict[str, Any]:
        return options | {"config": {**self.CONFIG, **(options.get("config") or {})}}


class Wheeled(Pointed):
    """A figure that the wheel zooms."""

    CONFIG = {"scrollZoom": True}  # noqa: RUF012  # as the class above says
