/** Charts of an audit by Observable Plot, which is loaded for this page alone. */
import * as Plot from "@observablehq/plot";

export interface Bar {
  label: string;
  /** 0 to 1. */
  share: number;
}

export interface Column {
  period: string;
  label: string;
  statements: number;
}

/** Bars of shares, the first on top; `width` in pixels. */
export const bars = (data: readonly Bar[], width: number, percent: (share: number) => string): Element =>
  harmless(
    Plot.plot({
      width,
      height: data.length * 26 + 10,
      marginLeft: 150,
      marginRight: 50,
      marginTop: 5,
      marginBottom: 5,
      x: { axis: null, domain: [0, Math.max(0.01, ...data.map((d) => d.share))] },
      y: { label: null, tickSize: 0, domain: data.map((d) => d.label) },
      marks: [
        Plot.barX(data, { x: "share", y: "label", fill: "var(--organisation-l)", insetTop: 4, insetBottom: 4 }),
        Plot.text(data, { x: "share", y: "label", text: (d: Bar) => percent(d.share), textAnchor: "start", dx: 6 }),
      ],
    }),
  );

/** Columns over time; `width` in pixels. */
export function columns(data: readonly Column[], width: number): Element {
  const labels = new Map(data.map((d) => [d.period, d.label]));
  const every = Math.ceil((data.length * 80) / width);
  return harmless(
    Plot.plot({
      width,
      height: 180,
      marginBottom: 30,
      x: {
        label: null,
        tickSize: 0,
        tickFormat: (period: string) => labels.get(period) ?? period,
        ticks: data.filter((_, i) => i % every === 0).map((d) => d.period),
      },
      y: { label: null, grid: true, ticks: 4, tickFormat: "d" },
      marks: [Plot.barY(data, { x: "period", y: "statements", fill: "var(--organisation-l)" }), Plot.ruleY([0])],
    }),
  );
}

/**
 * Plot brings a style element, which the policy of the page forbids; audit.css says the same. Its labels are for
 * nobody: the chart has one name, and a table beside it.
 */
function harmless(chart: Element): Element {
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const style of chart.querySelectorAll("style")) style.remove();
  return chart;
}
