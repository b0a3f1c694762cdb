/** How do Node, Bun and Deno answer the cases? `host.mjs CASES ANSWERS`, both JSON files. */
import { readFileSync, writeFileSync } from 'node:fs'
import * as lurebook from 'lurebook'
import * as adapters from 'lurebook/adapters'
import * as corpus from 'lurebook/corpus'
import * as explain from 'lurebook/explain'
import * as report from 'lurebook/report'
import { answerAll } from './suite.ts'

const [cases, answers] = process.argv.slice(2)
const built = { ...lurebook, ...adapters, ...corpus, ...explain, ...report }
writeFileSync(answers, JSON.stringify(answerAll(built, JSON.parse(readFileSync(cases, 'utf8')))))
