/** How does a Worker answer the cases? They come as the body of a request. */
import * as lurebook from 'lurebook'
import * as adapters from 'lurebook/adapters'
import * as corpus from 'lurebook/corpus'
import * as explain from 'lurebook/explain'
import * as report from 'lurebook/report'
import { answerAll } from './suite.ts'

export default {
  async fetch(request) {
    return Response.json(
      answerAll({ ...lurebook, ...adapters, ...corpus, ...explain, ...report }, await request.json()),
    )
  },
}
