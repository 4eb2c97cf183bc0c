"""The words and the look of the controls that ``explore`` shows."""

from __future__ import annotations

from foip_analysis.words.catalogue import say

LOOK = """<style>
.foip-explorer { max-width: 1200px; padding: 4px 2px; }
.foip-explorer .widget-dropdown, .foip-explorer .widget-select-multiple,
  .foip-explorer .widget-text
  { flex-direction: column; align-items: stretch; height: auto; }
.foip-explorer .widget-label, .foip-explorer .widget-select-multiple .widget-label
  { width: 100%; text-align: left; justify-content: flex-start; line-height: 20px;
    height: 20px; font-size: 12px; opacity: .75; }
.foip-explorer .widget-dropdown > select, .foip-explorer .widget-text > input { flex: 0 0 28px;
  height: 28px; width: 100%; }
.foip-explorer .widget-select-multiple > select { flex: 0 0 auto; width: 100%; }
.foip-explorer .widget-toggle-buttons { flex-direction: row; margin-left: auto; }
.foip-explorer .widget-toggle-buttons > .widget-label { display: none; }
.foip-explorer .widget-html, .foip-explorer .widget-html-content { height: auto;
  line-height: 1.45; min-width: 0; }
.foip-explorer .widget-html { width: 100%; max-width: 100%; margin: 0; }
.foip-explorer .widget-html-content { flex: 1 1 0; }
.foip-explorer .js-plotly-plot { width: 100%; }
.foip-explorer select[multiple] { min-height: 116px; }
.foip-explorer h4 { margin: 12px 0 2px; font-size: 17px; line-height: 1.35; }
.foip-explorer p { margin: 0 0 6px; }
.foip-explorer pre { margin: 4px 0; padding: 8px 10px;
  border: 1px solid var(--jp-border-color2, #ccc); user-select: all;
  white-space: pre-wrap; overflow-wrap: anywhere; font-size: 13px; line-height: 1.5; }
.foip-explorer .foip-refusal { padding: 8px 12px; border-left: 4px solid #b3261e;
  background: rgba(179, 38, 30, .08); font-size: 14px; }
.foip-explorer .foip-members { overflow: auto; max-height: 420px; }
.foip-explorer .foip-table { overflow-x: auto; margin-top: 14px; }
.foip-explorer .foip-table p { margin-top: 8px; }
.foip-explorer table { border-collapse: collapse; font-size: 13px; }
.foip-explorer th, .foip-explorer td { padding: 4px 8px; text-align: right;
  border-bottom: 1px solid var(--jp-border-color3, #e3e3e3); }
.foip-explorer tbody th { text-align: left; font-weight: 500; }
.foip-explorer .foip-table tbody th { white-space: nowrap; }
.foip-explorer thead th { word-break: keep-all; vertical-align: bottom; }
.foip-explorer .foip-members td, .foip-explorer .foip-members th { text-align: left;
  vertical-align: top; }
.foip-explorer .foip-members td { min-width: 90px; overflow-wrap: anywhere; }
</style>"""


def said(name: str, lang: str) -> str:
    """Return one of the words of the controls in a language.

    Examples
    --------
    >>> from foip_analysis.explorer.wording import said
    >>> said("rows", "en"), said("rows", "ja")
    ('Rows', '行')
    """
    return say(f"control-{name.replace(' ', '-')}", lang)
