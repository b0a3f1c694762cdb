/** Which script is a character of, as far as names are told from other words? */

/** A kanji; 々 repeats one. */
export const isHan = (c: string): boolean => /^[\p{sc=Han}々〆]$/u.test(c)
export const isKatakana = (c: string): boolean => /^[\p{sc=Katakana}ー]$/u.test(c)
export const isHiragana = (c: string): boolean => /^\p{sc=Hiragana}$/u.test(c)
/** A letter of an alphabet, with accents and full-width ones. */
export const isLatin = (c: string): boolean => /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]$/u.test(c)
export const isDigit = (c: string): boolean => /^\p{Nd}$/u.test(c)
