/** Where does a report go? Addresses that their owner publishes, each with the page it stands on and the day it was looked up. */

/** An address for reports. */
export interface Contact {
  /** `council`, or the id of a brand. */
  id: string
  name: { ja: string; en: string }
  /** Absent where reports are taken by a form alone. */
  address?: string
  form?: string
  source: string
  /** The day the source was read, from a stored copy: look again before the first report goes out. */
  checked: string
}

/**
 * What could be sourced from the owner's own page. Left out: every address known from third parties alone; those of hosts,
 * which RDAP names for each domain (RFC 9083, the entity with the role `abuse`).
 */
export const CONTACTS: readonly Contact[] = [
  {
    id: 'council',
    name: { ja: 'フィッシング対策協議会', en: 'Council of Anti-Phishing Japan' },
    address: 'info@antiphishing.jp',
    form: 'https://www.antiphishing.jp/registration.html',
    source: 'https://www.antiphishing.jp/registration.html',
    checked: '2026-11-25',
  },
  {
    id: 'dhl',
    name: { ja: 'DHL', en: 'DHL' },
    address: 'phishing-dpdhl@dhl.com',
    source: 'https://dhl.com/lt-en/home/footer/fraud-awareness.html',
    checked: '2026-11-25',
  },
]

/** The contact of a brand, or of the council (`council`); undefined when none could be sourced. */
export function contactOf(id: string): Contact | undefined {
  return CONTACTS.find((contact) => contact.id === id)
}
