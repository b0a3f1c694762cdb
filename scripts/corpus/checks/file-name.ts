/** Is a file of corpus/ named so that it is read? One named `Storage.yml` would be passed over in silence. */
import { FOLDERS } from '../folders.ts'
import { shorten, type Text } from '../problem.ts'
import { type Check, fileFinding } from './check.ts'

/** A file by its path from the repository's root, with `/`. */
export interface NameInput {
  file: string
}

/** What corpus/ holds beside entries. */
const OTHERS = /^corpus\/(?:schema\/[^/]+\.json|README\.md|frequencies\.json|ordinary\.txt|released\.txt)$/
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Ends that were meant to be `.yaml`, as editors and mail programs make them. */
const ENDS = /(?:\.(?:ya?ml|txt|json|md|bak|orig))+~?$/

const WRONG_END: Text = { ja: 'ファイル名が .yaml で終わっていません', en: 'the name does not end in .yaml' }
const WRONG_FOLDER: Text = { ja: 'ファイルの場所が違います', en: 'the file is in the wrong folder' }

export const fileName: Check<NameInput> = {
  id: 'file-name',
  title: {
    ja: 'ファイル名とフォルダー名は英小文字、数字、ハイフンだけです',
    en: 'names of files and folders are small letters, digits and hyphens',
  },
  run({ file }) {
    const parts = file.split('/').slice(1)
    const name = parts.pop()!
    // .DS_Store, .gitkeep: left by tools and meant for nobody
    if (OTHERS.test(file) || (name.startsWith('.') && !/\.ya?ml$/i.test(name))) return []
    const [folder, ...above] = parts
    const isPlaced = FOLDERS.some(([known]) => known === folder) && above.length === (folder === 'lures' ? 1 : 0)
    const hasEnd = name.endsWith('.yaml') && !name.startsWith('.')
    if (isPlaced && hasEnd && [...above, name.slice(0, -'.yaml'.length)].every((part) => SLUG.test(part))) return []
    return [
      fileFinding(file, {
        ...(!isPlaced ? { message: WRONG_FOLDER } : !hasEnd && { message: WRONG_END }),
        expected: isPlaced
          ? {
              ja: 'ファイル名を例のように変える。コーパスのファイルでなければ削除する',
              en: 'the file renamed as in the example; delete it if it is no file of the corpus',
            }
          : {
              ja: '文面は corpus/lures/<ブランド>/、ほかは corpus/ の brands、pretexts、phrases、hosts のすぐ下に移す',
              en: 'a lure in corpus/lures/<brand>/, anything else right below brands, pretexts, phrases or hosts in corpus/',
            },
        example: rightPath(parts, name),
        found: shorten(file, 200),
      }),
    ]
  },
}

/** Where the file was meant to be, as far as its path tells. */
function rightPath(folders: string[], name: string): string {
  const slug = slugOf(name.normalize('NFKC').toLowerCase().replace(ENDS, '')) || 'mailbox-full'
  const [first = '', ...rest] = folders.map(slugOf)
  // `lure` and `brand` are slips for the plural; another name is most often a brand's
  const folder = FOLDERS.find(([known, kind]) => first === known || first === kind)?.[0]
  if (folder !== undefined && folder !== 'lures') return `corpus/${folder}/${slug}.yaml`
  const brand = (folder === undefined ? first : rest[0]) || 'kagoya'
  return `corpus/lures/${brand}/${slug}.yaml`
}

const slugOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
