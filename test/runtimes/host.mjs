/** How do Node, Bun and Deno answer the cases? `host.mjs CASES ANSWERS`, both JSON files. */
import { readFileSync, writeFileSync } from 'node:fs'
import * as lurebook from 'lurebook'
import * as corpus from 'lurebook/corpus'
import * as explain from 'lurebook/explain'
import { answerAll } from './suite.ts'

const [cases, answers] = process.argv.slice(2)
const built = { ...lurebook, ...explain, ...corpus }
writeFileSync(answers, JSON.stringify(answerAll(built, JSON.parse(readFileSync(cases, 'utf8')))))
