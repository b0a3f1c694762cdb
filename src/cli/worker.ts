/** What does one of the worker threads of `lurebook scan` do? It classifies the batches that it is sent. */
import { classifyBatch, type Done } from './batch.ts'
import { type Parcel, unpack } from './parcel.ts'

export default (parcel: Parcel): Done => {
  const done = classifyBatch(unpack(parcel), parcel.settings)
  // bytes are copied to the other thread as they are, and it need not encode what all workers wrote
  return { ...done, text: Buffer.from(done.text) }
}
