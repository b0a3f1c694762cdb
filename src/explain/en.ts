/** How is each finding, label and piece of advice said in English? */
import type { LanguageTable } from './model.ts'

export const en: LanguageTable = {
  codes: {
    'brand-in-display-name': 'The display name of the sender claims to be {brand}.',
    'brand-in-subject': 'The subject claims to be from {brand}.',
    'brand-in-text': 'The text claims to be from {brand}.',
    'brand-in-signature': 'The signature or copyright line claims to be {brand}.',
    'own-organisation-claimed': "The mail claims to come from the recipient's own organisation (mail domain).",
    'mail-service-claimed': 'The mail claims to come from a webmail service or a mail administrator.',
    'unknown-organisation-claimed':
      'The mail claims an organisation that the corpus does not know, so its official domains cannot be checked.',

    'sender-foreign': "The sender's domain does not belong to {brand}.",
    'sender-unlisted': "The sender's domain is not listed as one of {brand}.",
    'sender-lookalike': "The sender's domain imitates a domain of {brand}.",
    'sender-brand-in-address':
      "The sender's address contains the name of {brand}, but its domain belongs to someone else.",
    'sender-never-sends': '{brand} has announced that it never sends mail from this address.',
    'sender-customer-domain': "The sender's domain is one that any customer of {brand} can use.",
    'sender-address-in-name': 'The display name shows a mail address that is not the real sender.',
    'sender-other-brand': "The sender's domain belongs to a company other than {brand}.",
    'sender-reply-to-foreign': 'Replies go to an address that has nothing to do with the sender (Reply-To).',
    'sender-recipient-domain': "The sender's address uses the recipient's own domain, which may be forged.",

    pretext: 'The pretext is: {pretext}.',
    'call-to-act': 'The mail asks the reader to open a link or to complete a procedure.',
    urgency: 'The mail presses for time with a deadline or a threatened loss.',
    'asks-for-password-by-reply': 'The mail asks for a password by reply.',

    'link-foreign': 'The link leads to a domain that is not one of {brand}.',
    'link-text-mismatch': 'The address shown and the address that opens differ.',
    'link-brand-in-subdomain':
      'The name of {brand} stands in the subdomain of the link, but the registered domain belongs to someone else.',
    'link-suffix-in-subdomain':
      'The host name of the link carries a suffix such as .com or .jp in its middle, so that it looks like another domain.',
    'link-brand-in-domain': 'The domain of the link contains the name of {brand} but does not belong to it.',
    'link-lookalike-domain': 'The domain of the link resembles a domain of {brand}.',
    'link-homograph': 'The domain of the link uses letters that look like others.',
    'link-brand-domain-in-path':
      'The path of the link shows a domain of {brand}, but the site itself belongs to someone else.',
    'link-brand-in-path':
      'The path of the link shows the name of {brand}, but the site itself belongs to someone else.',
    'link-kit-path': 'The link has the shape that a phishing kit gives its pages.',
    'link-victim-in-url': "The recipient's mail address is part of the link.",
    'link-userinfo': 'The part before the @ makes the link look like another site.',
    'link-ip-host': 'The link names a bare IP address instead of a domain.',
    'link-fake-separator': 'The link uses characters that only look like separators.',
    'link-odd-port': 'The link uses an unusual port number.',
    'link-cms-path': 'The link leads into a system folder of a blog or content system, as on hacked sites.',
    'link-shortener': 'A shortened link hides the real destination.',
    'link-free-hosting': 'The link leads to a hosting service that anyone can use for free.',
    'link-redirector': 'The link passes through a redirector that hides the destination.',
    'link-device-login':
      'The link opens a page where a code signs in another device: whoever sent the code would be signed in as the reader.',
    'link-click-tracker': 'The link passes through the click counter of a mailing service.',
    'link-abused-suffix': 'The link uses a top-level domain that is often used for phishing.',
    'link-data-url': 'The link carries a whole page inside itself (a data: URL).',
    'link-script-url': 'Opening the link runs a script (a javascript: URL).',
    'password-form': 'The mail or its attachment contains a password field.',

    'lure-fingerprint': 'The text is almost the same as the documented lure {lure}.',
    'lure-resembles': 'The text resembles the documented lure {lure}.',
    'lure-phrases': 'The text uses phrases that are particular to the documented lure {lure}.',
    'lure-rebranded': 'The text is the documented lure {lure} with another name put in.',

    'hidden-salting': 'Invisible text is mixed in to escape detection.',
    'split-words': 'Words are split apart to escape detection.',
    homoglyphs: 'Letters are replaced by others that look alike.',
    'leaked-template': 'A placeholder of a bulk mailing tool was left unfilled.',
    'foreign-fonts': 'The mail names fonts that Japanese mail does not use.',
    'foreign-residue': 'Fragments of another language are left, as from translation or reuse.',
    mojibake: 'Parts of the text are garbled.',

    'auth-failed': 'Sender authentication (SPF, DKIM or DMARC) failed.',
    'auth-other-domain': 'Sender authentication was passed by a domain other than the sender shown.',

    'warning-at-head': 'The mail opens with a warning about phishing.',
    'several-lures-quoted': 'Several documented lures are quoted.',
    'embedded-mail-heads': 'Subjects and senders of other mails stand in the text as examples.',
    'quoted-block': 'The examples are set apart by rulers or quotation.',
    'links-masked': 'The links in the examples are masked so that they cannot be opened.',
    'report-carries-mail': 'A delivery or abuse report carries another mail.',

    'links-official': 'All links lead to official domains of {brand}.',
    'auth-official-sender': 'Sender authentication confirms an official domain of {brand}.',
    'links-of-sender': "The links lead to the sender's own domain.",
    'links-of-recipient': "The links lead to the recipient's own domain.",
    'own-domain-sender': 'The sender uses a domain that is configured as your own or a partner.',
  },
  expected: ' The official domain is {expected}.',

  customerGroups: {
    B: 'The mail claims to be from {brand}.',
    S: 'The address it was sent from does not belong to {brand}.',
    P: 'It gives a reason to act: {pretext}.',
    C: 'It asks you to open a link or to complete a procedure.',
    L: 'The link does not lead to the official site of {brand}.',
    T: 'The text is the same as, or close to, fake mails that are already known.',
    W: 'The way the mail is made differs from ordinary mail.',
    A: 'The origin of the mail could not be confirmed.',
    Q: 'The mail shows examples of fake mails as a warning.',
    N: 'Nothing suspicious was found in the links or the sender.',
  },
  customerCodes: {
    'own-organisation-claimed': 'The mail claims to come from your own organisation.',
    'mail-service-claimed': 'The mail claims to come from a mail administrator.',
    'unknown-organisation-claimed': 'The mail uses a name that could not be confirmed.',
    'sender-unlisted': 'The address it was sent from could not be confirmed as one of {brand}.',
    'sender-customer-domain': 'The address it was sent from can be used by any customer of {brand}.',
    'sender-address-in-name': 'The name of the sender shows an address that is not the real one.',
    'sender-reply-to-foreign': 'Replies go to an address that has nothing to do with the sender.',
    'sender-recipient-domain': 'The sender is made to look like your own address.',
    urgency: 'It presses for time with a deadline or a threatened loss.',
    'asks-for-password-by-reply': 'It asks for a password by reply.',
    'link-text-mismatch': 'The address shown and the address that opens differ.',
    'link-victim-in-url': 'Your mail address is part of the link.',
    'link-shortener': 'A shortened link hides where it really leads.',
    'link-redirector': 'The link hides where it really leads.',
    'link-device-login': 'Entering the code of this mail would let somebody else into your account.',
    'link-click-tracker': 'The link passes through a mailing service, so where it leads cannot be seen.',
    'link-data-url': 'The link may carry a fake page inside itself.',
    'link-script-url': 'Opening the link may run a program.',
    'password-form': 'The mail contains a password field.',
    'report-carries-mail': 'A delivery report carries another mail.',
    'links-official': 'All links lead to the official site of {brand}.',
    'auth-official-sender': 'It is technically confirmed that {brand} sent the mail.',
  },

  labels: {
    agent: {
      phishing: {
        title: 'Judged to be a phishing mail that impersonates {brand}',
        titleWithoutBrand: 'Judged to be a phishing mail',
        advice: [
          'Ask the customer not to open links or attachments, not to reply, and to delete the mail.',
          'If an ID or password was entered: have the password changed at once, and look together for mail accounts that were added and settings such as forwarding that were changed.',
          'Mail may have been read or the account used to send spam: check the sending log too.',
          'Keep the original with its headers, and consider a report to {brand} and to the anti-phishing council.',
        ],
      },
      suspicious: {
        title: 'Suspected to be a phishing mail that impersonates {brand}',
        titleWithoutBrand: 'Suspected to be a phishing mail',
        advice: [
          'Until it is confirmed as genuine, ask the customer not to open links or attachments and not to reply.',
          'To confirm it, use the contact on the official site of {brand}, not one given in the mail.',
          'If an ID or password was entered: have the password changed at once, and look together for mail accounts that were added and settings such as forwarding that were changed.',
        ],
      },
      quoted: {
        title: 'Judged to be a warning or report that quotes examples of phishing',
        titleWithoutBrand: 'Judged to be a warning or report that quotes examples of phishing',
        advice: [
          'Do not open the links quoted as examples.',
          'Warnings are forged too: before passing it on, check that the official site of its sender carries the same notice.',
        ],
      },
      none: {
        title: 'No sign of phishing was found (which does not prove the mail genuine)',
        titleWithoutBrand: 'No sign of phishing was found (which does not prove the mail genuine)',
        advice: [
          'If the customer did not expect it, have them open the official site from a bookmark, not from the link.',
          'If you think this is wrong, please report it with the original and its headers.',
        ],
      },
    },
    customer: {
      phishing: {
        title: 'This mail appears to be a fake (phishing) that uses the name of {brand}.',
        titleWithoutBrand: 'This mail appears to be a fake (phishing).',
        advice: [
          'Please do not open links or attachments, enter nothing, do not reply, and delete the mail.',
          'If you have entered a password, please change it at once, and look for mail accounts or settings that you did not add or change.',
          'In that case, or if anything is unclear, please contact the support desk.',
        ],
      },
      suspicious: {
        title: 'This mail may be a fake (phishing) that uses the name of {brand}.',
        titleWithoutBrand: 'This mail may be a fake (phishing).',
        advice: [
          'Until it is confirmed as genuine, please do not open links or attachments, enter nothing, and do not reply.',
          'If you have entered a password, please change it at once, and look for mail accounts or settings that you did not add or change.',
          'In that case, or if anything is unclear, please contact the support desk.',
        ],
      },
      quoted: {
        title: 'This mail appears to be a warning that shows examples of fake mails.',
        titleWithoutBrand: 'This mail appears to be a warning that shows examples of fake mails.',
        advice: [
          'Please do not open the links shown as examples.',
          'To check what it says, open the official site of its sender directly, not from a link in the mail.',
          'If anything is unclear, please contact the support desk.',
        ],
      },
      none: {
        title: 'No sign of a fake was found in this mail, but that does not prove it genuine.',
        titleWithoutBrand: 'No sign of a fake was found in this mail, but that does not prove it genuine.',
        advice: [
          'If you did not expect it, please do not open links or attachments, and enter nothing.',
          'To check what it says, open the official site directly, not from a link in the mail.',
          'If anything is unclear, please contact the support desk.',
        ],
      },
    },
  },
  inner: 'About the forwarded or attached mail: {title}',
  notice: "{brand}'s own warning: {url}",
  someBrand: 'the claimed organisation',
  somePretext: 'a procedure to complete',
}
