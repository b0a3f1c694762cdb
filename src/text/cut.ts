/** Where is a text cut so that no surrogate pair is? */

/** The first `most` code units, or one less where they would end in half a pair. */
export function cutText(text: string, most: number): string {
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most)
}
