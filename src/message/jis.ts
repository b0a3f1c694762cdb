/** Which character stands in a cell of JIS X 0208, JIS X 0212, GB 2312 or KS X 1001? */

/** U+FFFD, which stands for a cell that holds nothing. */
export const REPLACEMENT = 0xfffd

/** Side of the grid that all these standards share: 94 rows of 94 cells. */
const SIDE = 94

const cache = new Map<string, Uint16Array>()

/** The host's reading; nothing on a host built without the charset, so that its characters all read as U+FFFD. */
export function hostText(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return ''
  }
}

/**
 * Reads a grid out of the host's decoder for clean pairs only: hosts agree on those and differ on broken bytes, so
 * the broken bytes never reach them.
 */
function readGrid(
  label: string,
  prefix: number,
  rows: number,
  pair: (row: number, cell: number) => number,
): Uint16Array {
  const key = `${label}${prefix}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const grid = new Uint16Array(rows * SIDE).fill(REPLACEMENT)
  const step = prefix === 0 ? 3 : 4
  const bytes = new Uint8Array(rows * SIDE * step)
  let at = 0
  for (let row = 0; row < rows; row++) {
    for (let cell = 0; cell < SIDE; cell++) {
      const two = pair(row, cell)
      if (prefix !== 0) bytes[at++] = prefix
      bytes[at++] = two >> 8
      bytes[at++] = two & 0xff
      bytes[at++] = 0x0a
    }
  }
  const text = hostText(label, bytes)
  let from = 0
  for (let index = 0; index < grid.length; index++) {
    const end = text.indexOf('\n', from)
    if (end < 0) break
    // Private-use characters differ between hosts and say nothing; more than one unit is no character of these grids.
    const unit = text.charCodeAt(from)
    if (end - from === 1 && (unit < 0xe000 || unit >= 0xf900)) grid[index] = unit
    from = end + 1
  }
  cache.set(key, grid)
  return grid
}

const eucPair = (row: number, cell: number): number => ((row + 0xa1) << 8) | (cell + 0xa1)

/** JIS X 0208 with NEC row 13 and the NEC-selected IBM extensions (rows 89 to 92), by WHATWG's index. */
export function jisX0208(): Uint16Array {
  return readGrid('euc-jp', 0, SIDE, eucPair)
}

/** JIS X 0212, which ends in row 77; Node puts Roman numerals after it that no other host has. */
export function jisX0212(): Uint16Array {
  return readGrid('euc-jp', 0x8f, 77, eucPair)
}

/** GB 2312, which ends in row 87 and in cell 56 of row 6 (Greek); what later standards put there differs between hosts. */
export function gb2312(): Uint16Array {
  const grid = readGrid('gb18030', 0, 87, eucPair)
  grid.fill(REPLACEMENT, 5 * SIDE + 56, 6 * SIDE)
  return grid
}

/** KS X 1001, with the euro and registered signs of 1998 that Node's table lacks. */
export function ksX1001(): Uint16Array {
  const grid = readGrid('euc-kr', 0, SIDE, eucPair)
  grid[94 + 69] = 0x20ac
  grid[94 + 70] = 0xae
  return grid
}

/** The IBM extensions of Shift_JIS (lead bytes FA to FC: rows 115 to 120 of the long count). */
export function ibmExtensions(): Uint16Array {
  return readGrid('shift_jis', 0, 6, (row, cell) => {
    const place = (row % 2) * SIDE + cell
    return ((0xfa + (row >> 1)) << 8) | (place + (place < 0x3f ? 0x40 : 0x41))
  })
}
