import { encode } from 'uqr'

// Four light modules around the code belong to it (ISO/IEC 18004); without them some phones do not find it.
const QUIET = 4

/** The code for a text as an SVG in a data URI, dark on white whatever the page's colours are. */
export function qrPicture(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const modules = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('')
  const side = size + QUIET * 2
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#1f2a2e" d="${modules}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
