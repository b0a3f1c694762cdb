/** How does a chart become a picture that can be read on a light page and on a dark one? As two SVG texts. */
import { parse, View } from 'vega'
import { type Config, compile, type TopLevelSpec } from 'vega-lite'

/** The two looks of a page. */
export type Theme = 'light' | 'dark'

/** Text, lines, and the colours of the marks, of which each is told apart from the next by those who see red as green (Okabe and Ito). */
const COLOURS: Record<Theme, { text: string; grid: string; marks: string[] }> = {
  light: { text: '#1f2328', grid: '#d1d9e0', marks: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#7f6000'] },
  dark: { text: '#f0f6fc', grid: '#3d444d', marks: ['#56b4e9', '#e69f00', '#00c08b', '#e79cc4', '#f0e442'] },
}

function configOf(theme: Theme): Config {
  const { text, grid, marks } = COLOURS[theme]
  const words = {
    labelColor: text,
    titleColor: text,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  } as const
  return {
    // the page shows through
    background: 'transparent',
    // widths of words are estimated: the last number of an axis may be wider
    padding: 14,
    font: 'sans-serif',
    view: { stroke: 'transparent' },
    axis: { ...words, gridColor: grid, domainColor: grid, tickColor: grid },
    legend: { ...words, orient: 'bottom', labelLimit: 0 },
    range: { category: marks },
    mark: { color: marks[0]! },
  }
}

/**
 * Draws a chart.
 *
 * @param spec vega-lite
 * @returns SVG, the same for the same numbers
 */
export async function draw(spec: TopLevelSpec, theme: Theme): Promise<string> {
  const { spec: vega } = compile(spec, { config: configOf(theme) })
  const view = new View(parse(vega), { renderer: 'none' })
  return `${await view.toSVG()}\n`
}
