/** What does one of the worker threads of `lurebook scan` do? It classifies the batches that it is sent. */
import { classifyBatch, type Done } from './batch.ts'
import { type Parcel, unpack } from './parcel.ts'

export default (parcel: Parcel): Done => classifyBatch(unpack(parcel), parcel.settings)
