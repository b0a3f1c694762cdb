/** `lurebook/adapters`: from what host programs have to an input of `classify`, and from a verdict back to header fields. */
export { fromBase64, fromGmail, fromN8n } from './base64.ts'
export type { HeaderLine, ParsedMailbox } from './fields.ts'
export { stripHeaders, toHeaders, type VerdictHeader } from './headers.ts'
export { fromHelpdesk, type HelpdeskTicket } from './helpdesk.ts'
export { fromMailparser, type ParsedAddresses, type ParsedMail } from './mailparser.ts'
export { fromPostalMime, type PostalMimeEmail } from './postal-mime.ts'
export { type ByteSource, fromThunderbird, readStream, type WebStream, type WebStreamReader } from './stream.ts'
