/** Which words do lures join to a brand's name in a host, and which of them do honest hosts join too? */

/** Words about logging in and confirming: with them a brand's name in a foreign domain is no accident. */
const LOG_IN_WORDS = new Set([
  'login',
  'logon',
  'signin',
  'signon',
  'verify',
  'verification',
  'auth',
  'authenticate',
  'account',
  'accounts',
  'acount',
  'accout',
  'update',
  'updates',
  'secure',
  'security',
  'safe',
  'safety',
  'confirm',
  'confirmation',
  'unlock',
  'recover',
  'recovery',
  'reset',
  'password',
  'webmail',
  'activemail',
  'mypage',
  'member',
  'members',
  'user',
  'users',
  'identity',
  'validate',
  'warning',
  'alert',
  'suspend',
  'sso',
  'otp',
  'billing',
  'refund',
  'customers',
  'aws',
  'cojp',
  'nejp',
  'orjp',
  'adjp',
  'longin',
  'logln',
])

/** Words that honest companies join to their own or a partner's name too; they count where the suffix or the host is suspect. */
const COMMON_WORDS = new Set([
  'jp',
  'japan',
  'my',
  'id',
  'ja',
  'co',
  'com',
  'net',
  'www',
  'web',
  'mail',
  'info',
  'support',
  'service',
  'services',
  'help',
  'center',
  'centre',
  'card',
  'cards',
  'bank',
  'pay',
  'payment',
  'payments',
  'shop',
  'store',
  'online',
  'app',
  'index',
  'top',
  'home',
  'page',
  'site',
  'link',
  'notice',
  'news',
  'point',
  'points',
  'prime',
  'official',
  'customer',
  'client',
  'portal',
  'cloud',
  'server',
  'system',
  'admin',
  'mobile',
  'msg',
  'sec',
  'vip',
  'new',
  'pc',
  'sp',
  'en',
  'inc',
  'group',
  'cs',
  'ne',
  'or',
  'go',
  'ac',
  'html',
  'active',
  'upgrade',
  'upgrading',
  'updating',
])

export const isLogInWord = (word: string): boolean => LOG_IN_WORDS.has(word)
export const isCommonWord = (word: string): boolean => COMMON_WORDS.has(word)

/** Digits at the ends carry no meaning in a label: `amazon01`, `card000`. */
export function withoutDigits(part: string): string {
  let start = 0
  let end = part.length
  while (start < end && isDigitAt(part, start)) start++
  while (end > start && isDigitAt(part, end - 1)) end--
  return part.slice(start, end)
}

export function isAllDigits(part: string): boolean {
  for (let i = 0; i < part.length; i++) if (!isDigitAt(part, i)) return false
  return part.length > 0
}

function isDigitAt(text: string, at: number): boolean {
  const c = text.charCodeAt(at)
  return c >= 0x30 && c <= 0x39
}
