import { encode } from 'uqr'

// Four light modules around the code belong to it (ISO/IEC 18004); without them some phones do not find it.
const QUIET = 4

/** The code for a text as an SVG in a data URI, dark on white whatever the page's colours are. */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const side = size + QUIET * 2
  // A row's dark modules side by side are one line, as thick as a module and in the middle of its row.
  const lines = data
    .flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from + QUIET},${y + QUIET}h${length}`))
    .join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -.5 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0-.5h${side}v${side}H0z"/><path stroke="#1f2a2e" d="${lines}"/></svg>`
  // A comma may stand in an address as it is, and three bytes for each would double what is sent to the page.
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/%2C/g, ',')}`
}

function runsOf(row: readonly boolean[]): readonly { readonly from: number; readonly length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((dark, x) => {
    if (!dark) return
    const last = runs[runs.length - 1]
    if (last !== undefined && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
