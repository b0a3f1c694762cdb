/** For test.mjs: what does the Worker do with a mail that miniflare's own trigger refuses (no Message-ID, over 1 MB)? It is called here, in workerd, with the same kind of message. */
import worker from './src/worker.js'

export default {
  async fetch(request, env) {
    const { searchParams } = new URL(request.url)
    const done = { rejected: null, forwarded: [] }
    await worker.email(
      {
        from: 'stranger@sender.example',
        to: 'user@customer.example',
        headers: new Headers(),
        raw: searchParams.has('broken') ? brokenStream() : (request.body ?? new Blob([]).stream()),
        rawSize: Number(request.headers.get('content-length')),
        setReject(reason) {
          done.rejected = reason
        },
        async forward(to, headers) {
          done.forwarded.push({ to, headers: Object.fromEntries(headers ?? []) })
        },
      },
      env,
    )
    return Response.json(done)
  },
}

function brokenStream() {
  return new ReadableStream({
    pull(controller) {
      controller.error(new Error('broken on purpose'))
    },
  })
}
