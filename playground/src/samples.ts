/** Which mails can be tried without having one? The documented lures, and mails that are none; built in by the build script. */

/** File names without their ending, in the order of the buttons. */
export const SAMPLE_NAMES = [
  'mailbox-almost-full',
  'server-failure',
  'upgrade-held-mail',
  'service-outage',
  'mailbox-over-limit-1',
  'mailbox-over-limit-2',
  'server-maintenance-upgrade-1',
  'server-maintenance-upgrade-2',
  'hidden-text',
  'forwarded',
  'warning-notice',
  'genuine-notice',
] as const

export type SampleName = (typeof SAMPLE_NAMES)[number]

/** Base64 of the raw mails; the build puts it here. */
declare const SAMPLE_MAILS: Record<SampleName, string>

/** The raw mail. */
export function sampleMail(name: SampleName): Uint8Array {
  return Uint8Array.from(atob(SAMPLE_MAILS[name]), (unit) => unit.charCodeAt(0))
}
