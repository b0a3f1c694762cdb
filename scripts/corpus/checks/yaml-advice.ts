/** What did somebody mean whose file is no YAML? The parser says where it stopped; its line mostly shows the slip. */
import { type Document, isCollection, isScalar, visit, type YAMLError } from 'yaml'
import { shorten, type Text } from '../problem.ts'

/** What to do about a mistake. */
export interface Advice {
  /** Where it stands, in code units: sometimes before the place where the parser stopped. */
  at: number
  expected: Text
  example?: string
  found: string
}

/** Said wherever a colon is of full width or stands against its value. */
export const COLON: Text = {
  ja: 'キーのあとに半角のコロンと半角の空白',
  en: 'a colon of half width and a blank behind the key',
}

const COMMA: Text = {
  ja: '区切りは半角のカンマと半角の空白',
  en: 'a comma of half width and a blank between two values',
}
const STRAIGHT: Text = { ja: "引用符は半角の '", en: "straight quotes: '" }
const FENCE: Text = { ja: '``` の行を消す', en: 'the lines of ``` left out' }
const CLOSING_QUOTE: Text = { ja: "始まりと終わりの両方に引用符 '", en: 'a quote at both ends' }
const CLOSING_BRACKET: Text = {
  ja: '[ は ] で、{ は } で閉じる',
  en: 'each [ closed by ], each { by }',
}
const INDENT: Text = {
  ja: '行の頭をそろえる。並ぶキーは同じ桁から始め、`text: |` などの下の行は半角の空白2個だけ深くする',
  en: 'lines that begin where they belong: keys side by side in one column, what stands below `text: |` two blanks deeper',
}
const QUOTES: Text = {
  ja: '波かっこやコロンを含む文字列、記号で始まる文字列は引用符で囲む',
  en: 'text with braces, colons or a leading mark stands in quotes',
}

/** A key at the head of a line, perhaps behind the dash of a list; `URL：` opens a line of a text. */
const KEY = /^([ \u3000]*(?:- )?)([a-z][A-Za-z]*)/
const INDENT_ERRORS =
  /^(?:Sequence item without - indicator|All (?:mapping|sequence) items must start|Implicit keys need to be|A block sequence may not|Nested mappings)/

/** The line that holds an offset. */
function lineAt(text: string, at: number): { start: number; line: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return { start, line: text.slice(start, end < 0 ? text.length : end).trimEnd() }
}

/** Advises on a syntax error. */
export function adviceFor(error: YAMLError, document: Document, text: string): Advice {
  const message = error.message.split('\n')[0]!
  const [stopped] = error.pos
  const { start, line } = lineAt(text, stopped)
  const say = (expected: Text, example?: string, at = stopped): Advice => ({
    at,
    expected,
    ...(example !== undefined && { example: shorten(example.trim(), 100) }),
    found: shorten(lineAt(text, at).line.trim(), 100),
  })
  if (line.startsWith('```')) return say(FENCE)
  const colon = withColon(line)
  if (colon !== undefined) return say(COLON, colon)
  // the parser stops at the next line, or at the end of the file
  if (message.startsWith('Missing closing'))
    return say(CLOSING_QUOTE, "'【重要】お知らせ'", lastOpened(document, stopped, 'quote'))
  if (message.startsWith('Flow '))
    return say(CLOSING_BRACKET, "['【重要】お知らせ']", lastOpened(document, stopped, 'flow'))
  if (/^\s*[[{]|[:-] *[[{]/.test(line)) {
    if (/[“”‘’＂＇]/.test(line)) return say(STRAIGHT, line.replaceAll(/[“”‘’＂＇]/g, "'"))
    if (/['"\]}][、，]|[、，] *['"{[]|[、，] *[A-Za-z]+ *[:：]/.test(line))
      return say(COMMA, line.replaceAll(/ *[、，] */g, ', '))
  }
  // `重要: お知らせ` in one line is a text with a colon, two lines are a wrong indent
  if (message.startsWith('Nested mappings') && !isTextWithColon(line)) {
    const next = start + line.length + text.slice(start + line.length).search(/[^\s]/)
    return say(INDENT, undefined, next)
  }
  if (INDENT_ERRORS.test(message) && !message.startsWith('Nested')) return say(INDENT)
  return { at: stopped, expected: QUOTES, example: "'{num}通のメール'", found: shorten(message, 100) }
}

/** `subject: 重要: お知らせ`. */
const isTextWithColon = (line: string): boolean =>
  line.split(': ').length > 2 || (line.endsWith(':') && line.includes(': '))

/** The line with the colon that it lacks behind a key; undefined when it lacks none. */
function withColon(line: string): string | undefined {
  const head = KEY.exec(line)
  if (head) {
    const rest = line.slice(head[0].length)
    const mended = rest.replace(/^[ \u3000]*：[ \u3000]*|^:\u3000[ \u3000]*|^:(?=[^ /])/, ': ')
    if (mended !== rest) return `${head[0]}${mended}`
  }
  const mended = line.replaceAll(/([{,] *[A-Za-z]+)[ \u3000]*：[ \u3000]*/g, '$1: ')
  return mended === line ? undefined : mended
}

/** Where the last quoted text or bracket before an offset was opened. */
function lastOpened(document: Document, before: number, what: 'quote' | 'flow'): number {
  let last = before
  visit(document, {
    Node: (_, node) => {
      const at = node.range?.[0]
      if (at === undefined || at >= before) return
      const isQuote = isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE')
      if (what === 'quote' ? isQuote : isCollection(node) && node.flow === true) last = at
    },
  })
  return last
}
