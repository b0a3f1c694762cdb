/** How does a web page answer the cases? By a global function, for the script that drives the browser. */
import * as lurebook from 'lurebook'
import * as adapters from 'lurebook/adapters'
import * as corpus from 'lurebook/corpus'
import * as explain from 'lurebook/explain'
import * as report from 'lurebook/report'
import { answerAll } from './suite.ts'

globalThis.answerCases = (cases) =>
  JSON.stringify(answerAll({ ...lurebook, ...adapters, ...corpus, ...explain, ...report }, JSON.parse(cases)))
