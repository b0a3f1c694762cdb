/** How is a measured number written? With three digits that count, thousands parted. */

/**
 * Writes a number.
 *
 * @example figure(1234.5) // '1,230'
 */
export function figure(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
